// Any bytes as a text, in every format and encoding: annotating them does not fail, and the document keeps what
// document.hpp promises.
#include <dossier/engine.hpp>
#include <dossier/formats.hpp>

#include "check.hpp"
#include "doc/invariants.hpp"

namespace {

using dossier::Document;
using dossier::Encoding;
using dossier::Span;
using dossier::TextFormat;
using dossier::fuzz::require;

void check_mentions(const Document& doc, std::size_t given) {
  const auto text = static_cast<std::uint32_t>(doc.text().size());
  for (const dossier::Mention& mention : doc.mentions()) {
    require(mention.span.begin < mention.span.end && mention.span.end <= text, "a mention lies in the text");
    require(doc.to_source(mention.span).end <= doc.source().size(), "a mention lies in the source");
    require(doc.to_raw(mention.span).end <= given, "a mention lies in the bytes given");
    require(mention.score >= 0.0F && mention.score <= 1.0F, "a score is between 0 and 1");
    require(
        mention.entity == dossier::EntityId::none || static_cast<std::size_t>(mention.entity) < doc.entities().size(),
        "a mention's entity is the document's");
  }
}

void check_relations(const Document& doc) {
  const auto is_entity = [&](dossier::EntityId id) { return static_cast<std::size_t>(id) < doc.entities().size(); };
  const auto is_mention = [&](dossier::MentionId id) {
    return id == dossier::MentionId::none || static_cast<std::size_t>(id) < doc.mentions().size();
  };
  for (const dossier::Relation& it : doc.relations()) {
    require(is_entity(it.subject), "a relation has a subject");
    require(it.object == dossier::EntityId::none || is_entity(it.object), "the object is an entity");
    require(it.place == dossier::EntityId::none || is_entity(it.place), "the place is an entity");
    require(is_mention(it.subject_mention) && is_mention(it.object_mention) && is_mention(it.label_mention) &&
                is_mention(it.date),
            "a relation's mentions are the document's");
    require(it.evidence.begin <= it.evidence.end && it.evidence.end <= doc.text().size(), "evidence lies in the text");
  }
}

void check(const Document& doc, std::size_t given) {
  check_mentions(doc, given);
  check_relations(doc);
  for (const std::string& sentence : broken_invariants(doc)) require(false, "a document's promise", sentence);
  std::string line;
  append_json(line, doc);
  require(line.ends_with("}\n") && line.find('\n') == line.size() - 1, "a document is one line of JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dossier::Engine engine = dossier::Engine::english();
  static dossier::Scratch scratch;  // reused, as a program that reads many texts does
  const std::string_view text = dossier::fuzz::text_of(data, size);
  for (const TextFormat format : {TextFormat::plain, TextFormat::markdown, TextFormat::html}) {
    for (const Encoding encoding :
         {Encoding::detect, Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::windows1252}) {
      const dossier::Input input{.text = text, .id = "fuzz", .format = format, .encoding = encoding};
      check(engine.annotate(input, scratch), size);
    }
  }
  return 0;
}
