// Whom the mentions of a text mean.
#pragma once

#include <dossier/engine.hpp>
#include <string>

namespace dossier::test {

/// "he=Anna Keller; ..." for the mentions of that kind that mean somebody.
inline std::string meant(const std::string& text, MentionKind kind = MentionKind::pronoun) {
  static const Engine engine = Engine::english();
  const Document doc = engine.annotate(text);
  std::string out;
  for (const Mention& mention : doc.mentions())
    if (mention.kind == kind && mention.entity != EntityId::none)
      out +=
          (out.empty() ? "" : "; ") + std::string(doc.text(mention.span)) + "=" + std::string(doc.name(mention.entity));
  return out;
}

}  // namespace dossier::test
