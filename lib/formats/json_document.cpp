// Writes a document as one line of JSON. The members and their order are a contract: docs/formats.md.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <dossier/formats.hpp>
#include <optional>

#include "formats/json_flags.hpp"
#include "formats/json_text.hpp"
#include "text/utf8.hpp"

namespace dossier {
namespace {

using formats::append_json_string;
using formats::append_json_string_or_null;
using formats::append_number;

constexpr std::uint32_t left_out = 0xFFFFFFFF;

std::string_view kind_name(MentionKind kind) noexcept {
  switch (kind) {
    case MentionKind::nominal:
      return "nominal";
    case MentionKind::pronoun:
      return "pronoun";
    default:
      return "name";
  }
}

std::string_view source_name(DateSource source) noexcept {
  switch (source) {
    case DateSource::caller:
      return "caller";
    case DateSource::metadata:
      return "metadata";
    case DateSource::dateline:
      return "dateline";
    default:
      return {};
  }
}

class DocumentWriter {
 public:
  DocumentWriter(std::string& out, const Document& doc, const JsonOptions& options)
      : out_(out), doc_(doc), options_(options) {
    const std::string_view source = doc.source();
    if (options.offsets != OffsetUnit::utf8 && text::find_non_ascii(source) != source.size()) offsets_.emplace(source);
    choose_types();
    number_mentions();
  }
  void run();

 private:
  void choose_types();
  void number_mentions();
  void add_mention(const Mention& mention);
  void add_entity(EntityId id);
  void add_role(const Role& role);
  void add_relation(const Relation& relation);
  void add_issue(const Issue& issue);

  [[nodiscard]] bool keeps(TypeId type) const noexcept { return all_types_ || types_.has(type); }
  [[nodiscard]] bool keeps(EntityId id) const noexcept {
    return id != EntityId::none && keeps(doc_.entities()[static_cast<std::size_t>(id)].type);
  }
  [[nodiscard]] bool keeps(const Relation& relation) const noexcept;

  template <typename Items, typename Add>
  void add_list(std::string_view name, const Items& items, Add add) {
    out_ += name;
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      add(item);
    }
    out_ += ']';
  }
  void add_span(std::string_view begin_name, Span span);  // then `,"end":`
  void add_entity_id(EntityId id);
  void add_mention_id(MentionId id);

  std::string& out_;
  const Document& doc_;
  const JsonOptions& options_;
  std::optional<OffsetMap> offsets_;  // none where bytes serve
  bool all_types_ = true;
  TypeSet types_;
  std::vector<std::uint32_t> numbers_;  // of each mention in the output, or left_out; empty when all are kept
};

void DocumentWriter::choose_types() {
  all_types_ = options_.types.empty();
  for (const std::string& name : options_.types)
    if (const std::optional<TypeId> type = doc_.schema().find_type(name)) types_.add(*type);
}

void DocumentWriter::number_mentions() {
  if (all_types_) return;
  numbers_.reserve(doc_.mentions().size());
  std::uint32_t next = 0;
  for (const Mention& mention : doc_.mentions()) numbers_.push_back(keeps(mention.type) ? next++ : left_out);
}

bool DocumentWriter::keeps(const Relation& relation) const noexcept {
  if (relation.subject != EntityId::none && !keeps(relation.subject)) return false;
  if (relation.object == EntityId::none || keeps(relation.object)) return true;
  return doc_.schema().relation_types()[static_cast<std::size_t>(relation.type)].object_optional;
}

void DocumentWriter::add_span(std::string_view begin_name, Span span) {
  Span place = doc_.to_source(span);
  if (offsets_) place = offsets_->convert(place, options_.offsets);
  out_ += begin_name;
  append_number(out_, place.begin);
  out_ += ",\"end\":";
  append_number(out_, place.end);
}

void DocumentWriter::add_entity_id(EntityId id) {
  if (keeps(id))
    append_number(out_, static_cast<std::uint32_t>(id));
  else
    out_ += "null";
}

void DocumentWriter::add_mention_id(MentionId id) {
  std::uint32_t number = id == MentionId::none ? left_out : static_cast<std::uint32_t>(id);
  if (number != left_out && !numbers_.empty()) number = numbers_[number];
  if (number == left_out)
    out_ += "null";
  else
    append_number(out_, number);
}

// Two decimals: the score is an estimate, and digits beyond would differ between compilers.
void append_score(std::string& out, float score) {
  const float bounded = score > 0.0F ? std::min(score, 1.0F) : 0.0F;
  const auto hundredths = static_cast<std::uint32_t>(std::lround(bounded * 100.0F));
  out += static_cast<char>('0' + hundredths / 100);
  out += '.';
  out += static_cast<char>('0' + hundredths / 10 % 10);
  out += static_cast<char>('0' + hundredths % 10);
}

void DocumentWriter::add_mention(const Mention& mention) {
  add_span("{\"start\":", mention.span);
  out_ += ",\"type\":";
  append_json_string(out_, doc_.type_name(mention.type));
  out_ += ",\"subtype\":";
  append_json_string_or_null(out_, to_string(mention.time));
  out_ += ",\"kind\":";
  append_json_string(out_, kind_name(mention.kind));
  out_ += ",\"value\":";
  append_json_string_or_null(out_, doc_.string(mention.value));
  out_ += ",\"entity\":";
  add_entity_id(mention.entity);
  out_ += ",\"score\":";
  append_score(out_, mention.score);
  out_ += ",\"rule\":";
  append_json_string_or_null(out_, doc_.rule_name(mention.rule));
  if (mention.mod != TimeMod::none) {
    out_ += ",\"mod\":";
    append_json_string(out_, to_string(mention.mod));
  }
  if (mention.nested) out_ += ",\"nested\":true";
  if (doc_.has_extents()) {
    add_span(",\"extent\":{\"start\":", doc_.extent(static_cast<MentionId>(&mention - doc_.mentions().data())));
    out_ += '}';
  }
  out_ += '}';
}

void DocumentWriter::add_role(const Role& role) {
  out_ += "{\"label\":";
  append_json_string(out_, doc_.string(role.label));
  out_ += ",\"object\":";
  add_entity_id(role.object);
  out_ += ",\"flags\":";
  formats::append_flags(out_, role.flags);
  out_ += ",\"since\":";
  append_json_string_or_null(out_, doc_.string(role.since));
  out_ += ",\"until\":";
  append_json_string_or_null(out_, doc_.string(role.until));
  out_ += '}';
}

void DocumentWriter::add_entity(EntityId id) {
  out_ += "{\"id\":";
  append_number(out_, static_cast<std::uint32_t>(id));
  out_ += ",\"type\":";
  append_json_string(out_, doc_.type_name(doc_.entities()[static_cast<std::size_t>(id)].type));
  out_ += ",\"name\":";
  append_json_string(out_, doc_.name(id));
  add_list(",\"aliases\":[", doc_.aliases(id), [this](StringRef ref) { append_json_string(out_, doc_.string(ref)); });
  add_list(",\"roles\":[", doc_.roles_of(id), [this](const Role& role) { add_role(role); });
  out_ += '}';
}

void DocumentWriter::add_relation(const Relation& relation) {
  out_ += "{\"type\":";
  append_json_string(out_, doc_.type_name(relation.type));
  out_ += ",\"subject\":";
  add_entity_id(relation.subject);
  out_ += ",\"object\":";
  add_entity_id(relation.object);
  out_ += ",\"subject_mention\":";
  add_mention_id(relation.subject_mention);
  out_ += ",\"object_mention\":";
  add_mention_id(relation.object_mention);
  out_ += ",\"label_mention\":";
  add_mention_id(relation.label_mention);
  out_ += ",\"label\":";
  append_json_string_or_null(out_, doc_.string(relation.label));
  out_ += ",\"place\":";
  add_entity_id(relation.place);
  out_ += ",\"date\":";
  add_mention_id(relation.date);
  out_ += ",\"flags\":";
  formats::append_flags(out_, relation.flags);
  add_span(",\"start\":", relation.evidence);
  out_ += ",\"rule\":";
  append_json_string_or_null(out_, doc_.rule_name(relation.rule));
  out_ += '}';
}

void DocumentWriter::add_issue(const Issue& issue) {
  out_ += "{\"code\":";
  append_json_string(out_, issue.code);
  out_ += ",\"message\":";
  append_json_string(out_,
                     issue.count == 1 ? issue.message : issue.message + " (count " + std::to_string(issue.count) + ")");
  if (issue.span == Span{})
    out_ += ",\"start\":null,\"end\":null";
  else
    add_span(",\"start\":", issue.span);
  out_ += '}';
}

void DocumentWriter::run() {
  out_ += "{\"schema\":\"dossier.document/1\",\"id\":";
  append_json_string(out_, doc_.id());
  out_ += ",\"offset_unit\":";
  append_json_string(out_, to_string(options_.offsets));
  out_ += ",\"date\":";
  append_json_string_or_null(out_, doc_.date());
  out_ += ",\"date_source\":";
  append_json_string_or_null(out_, source_name(doc_.date_source()));

  std::vector<const Mention*> mentions;
  for (const Mention& mention : doc_.mentions())
    if (keeps(mention.type)) mentions.push_back(&mention);
  add_list(",\"mentions\":[", mentions, [this](const Mention* mention) { add_mention(*mention); });
  std::vector<EntityId> entities;
  for (std::size_t i = 0; i < doc_.entities().size(); ++i)
    if (keeps(static_cast<EntityId>(i))) entities.push_back(static_cast<EntityId>(i));
  add_list(",\"entities\":[", entities, [this](EntityId id) { add_entity(id); });
  std::vector<const Relation*> relations;
  for (const Relation& relation : doc_.relations())
    if (keeps(relation)) relations.push_back(&relation);
  add_list(",\"relations\":[", relations, [this](const Relation* relation) { add_relation(*relation); });
  add_list(",\"errors\":[", doc_.issues(), [this](const Issue& issue) { add_issue(issue); });

  if (!options_.passthrough.empty()) {
    out_ += ',';
    out_ += options_.passthrough;
  }
  out_ += "}\n";
}

}  // namespace

void append_json(std::string& out, const Document& doc, const JsonOptions& options) {
  DocumentWriter(out, doc, options).run();
}

void append_error_json(std::string& out, std::string_view id, std::string_view code, std::string_view message) {
  out += "{\"schema\":\"dossier.document/1\",\"id\":";
  append_json_string(out, id);
  out += ",\"offset_unit\":null,\"date\":null,\"date_source\":null,\"mentions\":[],\"entities\":[],\"relations\":[],";
  out += "\"errors\":[{\"code\":";
  append_json_string(out, code);
  out += ",\"message\":";
  append_json_string(out, message);
  out += ",\"start\":null,\"end\":null}]}\n";
}

}  // namespace dossier
