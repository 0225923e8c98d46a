// What the dictionaries know of names apart from any text.
#include <algorithm>
#include <optional>

#include "engine/parts.hpp"
#include "text/utf8.hpp"

namespace dossier {
namespace {

using lexicon::ClassId;

// The type of the entities that entries of a class name as a whole; given names count for people.
std::optional<TypeId> type_of(ClassId cls) noexcept {
  switch (cls) {
    case ClassId::given_name:
    case ClassId::person:
      return TypeId::person;
    case ClassId::organization:
    case ClassId::org_legal:
      return TypeId::organization;
    case ClassId::country:
    case ClassId::city:
    case ClassId::region:
    case ClassId::place:
      return TypeId::location;
    case ClassId::nationality:
    case ClassId::group:
      return TypeId::group;
    default:
      return std::nullopt;
  }
}

// Folded, without full stops and commas.
std::string plain(std::string_view name) {
  std::string out;
  text::fold(name, out);
  out.erase(std::remove_if(out.begin(), out.end(), [](char c) { return c == '.' || c == ','; }), out.end());
  return out;
}

}  // namespace

NameKnowledge Engine::names() const {
  const lexicon::Lexicon& lexicon = parts_->recognizers.lexicon;
  NameKnowledge out;
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const auto id = static_cast<lexicon::EntryId>(i);
    const ClassId cls = lexicon.class_of(id);
    const std::optional<TypeId> type = type_of(cls);
    if (!type) continue;
    const lexicon::Entry entry = lexicon.entry(id);
    if (cls != ClassId::org_legal && entry.form == entry.canonical) continue;
    NameForm form{plain(entry.form), plain(entry.canonical), *type, lexicon.attribute(id, "kind") == "nickname"};
    if (cls == ClassId::org_legal)
      out.legal_forms.push_back(std::move(form));
    else if (form.form != form.full &&
             (cls == ClassId::given_name || cls != ClassId::person || form.form.find(' ') != std::string::npos))
      out.forms.push_back(std::move(form));
  }
  for (std::vector<NameForm>* list : {&out.forms, &out.legal_forms}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return out;
}

}  // namespace dossier
