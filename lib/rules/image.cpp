// Writing and viewing; what the numbers in an image mean is told by a checksum over the names that they stand for.
#include "rules/image.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "rules/names.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::rules {
namespace {

std::uint64_t sum_of(const std::string& text) { return base::checksum(std::as_bytes(std::span(text))); }

void add(std::string& out, std::string_view name, std::uint64_t number = 0) {
  out.append(name).append(" ").append(std::to_string(number)).append("\n");
}

// Words, attributes, lists and flags of the language, and the hash function.
std::uint64_t build_sum() {
  std::string all;
  add(all, "dossier", tokens::hash_folded("dossier"));
  for (const Attribute& it : attributes)
    add(all, it.name, std::uint64_t{it.mask} << 8U | static_cast<std::uint64_t>(it.kind));
  for (const std::string_view name : wordlist_names) add(all, name);
  for (const std::string_view name : capture_names) add(all, name);
  for (const FlagName& it : flag_names) add(all, it.name, static_cast<std::uint64_t>(it.flag));
  TableDraft draft;
  TableDraft::each(draft, [&](base::SectionId, auto& list) { add(all, "size", sizeof(*list.data())); });
  return sum_of(all);
}

std::string_view class_name(const Names& names, std::size_t index) {
  if (index < lexicon::class_names.size()) return lexicon::class_names[index];
  const std::size_t declared = index - lexicon::class_names.size();
  const auto id = static_cast<lexicon::ClassId>(lexicon::first_user_class + declared);
  return names.lexicon == nullptr || declared >= 64 ? std::string_view() : names.lexicon->class_name(id);
}

std::uint32_t count_classes(const Names& names) {
  std::size_t count = 0;
  while (!class_name(names, count).empty()) ++count;
  return static_cast<std::uint32_t>(count);
}

// Of as many types, relations and classes as `meta` says.
std::uint64_t name_sum(const Meta& meta, const Names& names) {
  std::string all;
  for (std::size_t i = 0; i < meta.types; ++i) add(all, names.schema.entity_types()[i].name);
  for (std::size_t i = 0; i < meta.relations; ++i) add(all, names.schema.relation_types()[i].name);
  for (std::size_t i = 0; i < meta.classes; ++i) add(all, class_name(names, i));
  return sum_of(all);
}

}  // namespace

std::vector<std::byte> write_image(TableDraft draft, const Names& names) {
  Meta& meta = draft.meta.front();
  meta.build = build_sum();
  meta.types = static_cast<std::uint32_t>(names.schema.entity_types().size());
  meta.relations = static_cast<std::uint32_t>(names.schema.relation_types().size());
  meta.classes = count_classes(names);
  meta.names = name_sum(meta, names);
  base::ImageWriter out;
  TableDraft::each(draft, [&](base::SectionId id, const auto& list) { out.add_table(id, list); });
  return out.finish();
}

TableView view_of(const base::Image& image) {
  TableView out;
  TableView::each(
      out, [&]<typename Record>(base::SectionId id, std::span<const Record>& list) { list = image.table<Record>(id); });
  return out;
}

bool fits(const TableView& tables, const Names& names) {
  if (tables.meta.size() != 1) return false;
  const Meta& meta = tables.meta.front();
  return meta.layout == layout_version && meta.build == build_sum() &&
         meta.types <= names.schema.entity_types().size() && meta.relations <= names.schema.relation_types().size() &&
         meta.classes <= count_classes(names) && meta.names == name_sum(meta, names);
}

}  // namespace dossier::rules
