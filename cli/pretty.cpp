// Readable output: marked text, entities with their roles, relations with the words that state them.
#include "pretty.hpp"

#include <algorithm>
#include <array>
#include <dossier/offsets.hpp>
#include <utility>

namespace dossier::cli {
namespace {

constexpr std::string_view reset = "\x1b[0m";
constexpr std::string_view dim = "\x1b[2m";

std::string_view colour_of(TypeId type) {
  switch (type) {
    case TypeId::person:
      return "\x1b[1;34m";
    case TypeId::role:
      return "\x1b[36m";
    case TypeId::organization:
      return "\x1b[1;35m";
    case TypeId::location:
      return "\x1b[1;32m";
    case TypeId::group:
      return "\x1b[33m";
    case TypeId::date:
      return "\x1b[31m";
    default:
      return "\x1b[4m";
  }
}

bool shown(const Document& doc, TypeId type, const PrettyOptions& options) {
  return options.types.empty() ||
         std::find(options.types.begin(), options.types.end(), doc.type_name(type)) != options.types.end();
}

void append_marked(std::string& out, const Document& doc, const PrettyOptions& options) {
  std::uint32_t at = 0;
  for (const Mention& mention : doc.mentions()) {
    if (mention.span.begin < at || !shown(doc, mention.type, options)) continue;
    out += doc.text({at, mention.span.begin});
    if (options.colour)
      out += colour_of(mention.type);
    else
      out += '[';
    out += doc.text(mention.span);
    if (options.colour) out += std::string(reset) + std::string(dim);
    out += options.colour ? "/" : " ";
    out += doc.type_name(mention.type);
    if (mention.value.size != 0) out += "=" + std::string(doc.string(mention.value));
    out += options.colour ? reset : std::string_view("]");
    at = mention.span.end;
  }
  out += doc.text({at, static_cast<std::uint32_t>(doc.text().size())});
  while (!out.empty() && out.back() == '\n') out.pop_back();
  out += "\n";
}

void append_entity(std::string& out, const Document& doc, EntityId id, const PrettyOptions& options) {
  const Entity& entity = doc.entities()[static_cast<std::size_t>(id)];
  out += "  ";
  if (options.colour) out += colour_of(entity.type);
  out += doc.name(id);
  if (options.colour) out += reset;
  out += "  " + std::string(doc.type_name(entity.type)) + ", " + std::to_string(entity.mentions.size) +
         (entity.mentions.size == 1 ? " mention" : " mentions");
  std::string_view separator = "; also ";
  for (const StringRef& alias : doc.aliases(id)) {
    out += std::string(separator) + std::string(doc.string(alias));
    separator = ", ";
  }
  separator = "; ";
  for (const Role& role : doc.roles_of(id)) {
    out += std::string(separator) + std::string(doc.string(role.label));
    if (role.object != EntityId::none) out += " (" + std::string(doc.name(role.object)) + ")";
    separator = ", ";
  }
  out += '\n';
}

}  // namespace

std::string flag_names(RelationFlags flags) {
  static constexpr std::array<std::pair<RelationFlags, std::string_view>, 5> names = {
      {{RelationFlags::negated, "negated"},
       {RelationFlags::reported, "reported"},
       {RelationFlags::planned, "planned"},
       {RelationFlags::former, "former"},
       {RelationFlags::questioned, "questioned"}}};
  std::string out;
  for (const auto& [flag, name] : names)
    if (has(flags, flag)) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

std::string relation_words(const Document& doc, const Relation& relation) {
  const RelationType& type = doc.schema().relation_types()[static_cast<std::size_t>(relation.type)];
  std::string out(doc.name(relation.subject));
  out += " -[" + type.name;
  if (relation.label.size != 0) out += ": " + std::string(doc.string(relation.label));
  out += type.symmetric || relation.object == EntityId::none ? "]-" : "]->";
  if (relation.object != EntityId::none) out += " " + std::string(doc.name(relation.object));
  if (relation.place != EntityId::none) out += ", in " + std::string(doc.name(relation.place));
  if (relation.date != MentionId::none) {
    const Mention& date = doc.mentions()[static_cast<std::size_t>(relation.date)];
    out += ", " + std::string(date.value.size != 0 ? doc.string(date.value) : doc.text(date.span));
  }
  const std::string flags = flag_names(relation.flags);
  if (!flags.empty()) out += " (" + flags + ")";
  return out;
}

void append_pretty(std::string& out, const Document& doc, const PrettyOptions& options) {
  out += "== " + std::string(doc.id());
  if (!doc.date().empty()) out += "  " + std::string(doc.date());
  out += '\n';
  append_marked(out, doc, options);
  bool any = false;
  for (std::size_t i = 0; i < doc.entities().size(); ++i) {
    if (!shown(doc, doc.entities()[i].type, options)) continue;
    if (!any) out += "\nEntities\n";
    any = true;
    append_entity(out, doc, static_cast<EntityId>(i), options);
  }
  if (!doc.relations().empty()) out += "\nRelations\n";
  const OffsetMap places(doc.source());
  for (const Relation& relation : doc.relations()) {
    const LineColumn place = places.line_column(doc.to_source(relation.evidence).begin);
    out += "  " + relation_words(doc, relation) + "  ";
    if (options.colour) out += dim;
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           std::string(doc.rule_name(relation.rule));
    if (options.colour) out += reset;
    out += '\n';
  }
  for (const Issue& issue : doc.issues())
    out += "  ! " + issue.message + " [" + issue.code + ", " + std::to_string(issue.count) + "]\n";
  out += '\n';
}

}  // namespace dossier::cli
