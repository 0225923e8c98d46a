// The result of annotating one text: the text, its mentions, entities and relations, and what each rests on.
#pragma once

#include <cstdint>
#include <dossier/issue.hpp>
#include <dossier/schema.hpp>
#include <dossier/source_map.hpp>
#include <dossier/span.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

enum class MentionId : std::uint32_t { none = 0xFFFFFFFF };   ///< index into Document::mentions()
enum class EntityId : std::uint32_t { none = 0xFFFFFFFF };    ///< index into Document::entities()
enum class RelationId : std::uint32_t { none = 0xFFFFFFFF };  ///< index into Document::relations()
enum class RuleId : std::uint16_t { none = 0xFFFF };          ///< index into RuleNames::names

/// How a mention refers: by a name ("Steve Witkoff"), by a noun phrase that stands for an entity ("the envoy"), by a
/// pronoun ("he"). Role words beside a name ("President Putin") and dates count as names.
enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// TIMEX3 class of a DATE mention; `none` for all other types.
enum class TimeKind : std::uint8_t { none, date, time, duration, set };
/// The TIMEX3 type: "DATE", "DURATION"; empty for none.
[[nodiscard]] std::string_view to_string(TimeKind kind) noexcept;

/// What narrows or loosens the value of a DATE mention, as TIMEX3's "mod": "early 1990" is START of 1990, "more than
/// three years" MORE_THAN P3Y.
enum class TimeMod : std::uint8_t { none, start, mid, end, approx, more_than, less_than, equal_or_more, equal_or_less };
/// "START", "EQUAL_OR_LESS"; empty for none.
[[nodiscard]] std::string_view to_string(TimeMod mod) noexcept;

/// Flags of a relation, a bit each.
enum class RelationFlags : std::uint8_t {
  none = 0,
  negated = 1,     ///< "did not meet"
  reported = 2,    ///< claimed by somebody: "allegedly met", inside a quotation
  planned = 4,     ///< "will meet", "is to meet"
  former = 8,      ///< "former", "ex-", "then-", "late": held in the past
  questioned = 16  ///< "whether they met", "may have met"
};
[[nodiscard]] constexpr RelationFlags operator|(RelationFlags a, RelationFlags b) noexcept {
  return static_cast<RelationFlags>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr RelationFlags& operator|=(RelationFlags& a, RelationFlags b) noexcept { return a = a | b; }
/// True when `set` has every flag of `flag`.
[[nodiscard]] constexpr bool has(RelationFlags set, RelationFlags flag) noexcept {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(flag)) == static_cast<unsigned>(flag);
}

/// A string kept by a Document; Document::string() resolves it. Empty when size is 0.
struct StringRef {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// A range of indices into one of a Document's flat vectors.
struct IndexRange {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// One place in the text where something is spoken of.
struct Mention {
  Span span;  ///< in Document::text()
  TypeId type = TypeId::none;
  MentionKind kind = MentionKind::name;
  TimeKind time = TimeKind::none;
  TimeMod mod = TimeMod::none;
  bool nested = false;         ///< lies inside another mention; kept only when nested mentions are asked for
  float score = 0.0F;          ///< 0..1, how sure: the share of such mentions that are right, as estimated
  RuleId rule = RuleId::none;  ///< what proposed it
  EntityId entity = EntityId::none;
  StringRef value;  ///< TIMEX3/ISO 8601 value of a DATE; normal form of other values; may be empty
};

/// Somebody's position, as an attribute of a PERSON entity.
struct Role {
  StringRef label;                   ///< the role's words as they stand in the text: "special envoy"
  EntityId object = EntityId::none;  ///< whose: organization, place, person, group
  RelationFlags flags = RelationFlags::none;
  StringRef since = {};  ///< ISO date, empty when not stated
  StringRef until = {};
};

/// Something the text speaks of, under one or several names.
struct Entity {
  TypeId type = TypeId::none;
  StringRef name;       ///< the fullest name in the text
  IndexRange aliases;   ///< into the alias list: Document::aliases()
  IndexRange mentions;  ///< into the mention index list: Document::mentions_of()
  IndexRange roles;     ///< into the role list: Document::roles_of()
};

/// A stated connection between two entities, with the words that state it.
struct Relation {
  RelationTypeId type = RelationTypeId::none;
  RelationFlags flags = RelationFlags::none;
  RuleId rule = RuleId::none;
  EntityId subject = EntityId::none;
  EntityId object = EntityId::none;             ///< none where the type allows it
  MentionId subject_mention = MentionId::none;  ///< the named mention of the sentence where there is one
  MentionId object_mention = MentionId::none;
  MentionId label_mention = MentionId::none;  ///< the ROLE mention that is the label, if it is one
  StringRef label;                            ///< the words: "foreign policy adviser", "advised"
  EntityId place = EntityId::none;
  MentionId date = MentionId::none;
  Span evidence;  ///< the words that state it, in Document::text()
  float score = 0.0F;
};

/// Where the date that anchors relative expressions ("on Wednesday") came from.
enum class DateSource : std::uint8_t { none, caller, metadata, dateline };

/// Names of the rules that RuleId indexes, and where they stand ("en/rules/met.rules:12", empty for built-in
/// recognizers); made once per engine and shared by its documents.
struct RuleNames {
  std::vector<std::string> names;
  std::vector<std::string> sources;
};

/// One annotated text; owns its bytes and everything found in them. A value: const access is safe from many threads.
/// All spans are of text(); to_source() takes them to the characters of the source. Names of types and rules are there
/// only in documents that an engine made, not in a default-constructed one.
class Document {
 public:
  Document() = default;

  [[nodiscard]] std::string_view id() const& noexcept { return id_; }
  /// The text that was annotated, valid UTF-8: the source itself, or what remains of it once markup is removed.
  [[nodiscard]] std::string_view text() const& noexcept { return text_; }
  /// The source as valid UTF-8, markup included (after decoding UTF-16 or Windows-1252 and repairing ill-formed bytes).
  [[nodiscard]] std::string_view source() const& noexcept { return map_.is_identity() ? text_ : source_; }
  /// Bytes of text(). REQUIRES: span lies in text().
  [[nodiscard]] std::string_view text(Span span) const& noexcept {
    return std::string_view(text_).substr(span.begin, span.size());
  }
  /// The same place in source(): the smallest range there that holds the span, markup inside it included.
  [[nodiscard]] Span to_source(Span span) const noexcept { return map_.to_source(span); }
  [[nodiscard]] std::string_view source(Span span) const& noexcept {
    const Span there = map_.to_source(span);
    return source().substr(there.begin, there.size());
  }
  /// The same place in the bytes as they were given, before decoding (for a UTF-8 source without damage: source()).
  [[nodiscard]] Span to_raw(Span span) const noexcept { return raw_map_.to_source(map_.to_source(span)); }

  /// Sorted by begin, then longest first.
  [[nodiscard]] const std::vector<Mention>& mentions() const& noexcept { return mentions_; }
  /// The noun phrase whose head the mention is: "Norwegian envoy Lars Vik" of "Lars Vik". The mention's own span where
  /// it has no phrase around it, and in documents for which extents were not asked for (Config::extents). Never smaller
  /// than the mention. REQUIRES: an id of this document.
  [[nodiscard]] Span extent(MentionId id) const noexcept {
    const auto index = static_cast<std::size_t>(id);
    return extents_.empty() ? mentions_[index].span : extents_[index];
  }
  /// True when extents were asked for and there are mentions.
  [[nodiscard]] bool has_extents() const noexcept { return !extents_.empty(); }
  /// In the order of their first mention.
  [[nodiscard]] const std::vector<Entity>& entities() const& noexcept { return entities_; }
  /// In the order of their evidence, then type, subject, object.
  [[nodiscard]] const std::vector<Relation>& relations() const& noexcept { return relations_; }
  /// Sentences in text order, not overlapping.
  [[nodiscard]] const std::vector<Span>& sentences() const& noexcept { return sentences_; }
  [[nodiscard]] const std::vector<Issue>& issues() const& noexcept { return issues_; }

  /// ISO date of the document, empty when unknown; and where it was found.
  [[nodiscard]] std::string_view date() const& noexcept { return date_; }
  [[nodiscard]] DateSource date_source() const noexcept { return date_source_; }

  [[nodiscard]] std::string_view string(StringRef ref) const& noexcept {
    return std::string_view(strings_).substr(ref.begin, ref.size);
  }
  /// Name of an entity. REQUIRES: an id of this document.
  [[nodiscard]] std::string_view name(EntityId id) const& noexcept {
    return string(entities_[static_cast<std::size_t>(id)].name);
  }
  /// The other forms under which the entity is named here, without its name, in order of appearance.
  [[nodiscard]] std::span<const StringRef> aliases(EntityId id) const& noexcept {
    const IndexRange range = entities_[static_cast<std::size_t>(id)].aliases;
    return std::span(aliases_).subspan(range.begin, range.size);
  }
  /// The entity's mentions in text order.
  [[nodiscard]] std::span<const MentionId> mentions_of(EntityId id) const& noexcept {
    const IndexRange range = entities_[static_cast<std::size_t>(id)].mentions;
    return std::span(entity_mentions_).subspan(range.begin, range.size);
  }
  [[nodiscard]] std::span<const Role> roles_of(EntityId id) const& noexcept {
    const IndexRange range = entities_[static_cast<std::size_t>(id)].roles;
    return std::span(roles_).subspan(range.begin, range.size);
  }
  [[nodiscard]] std::string_view type_name(TypeId type) const& noexcept { return schema_->name(type); }
  [[nodiscard]] std::string_view type_name(RelationTypeId type) const& noexcept { return schema_->name(type); }
  /// "" for RuleId::none.
  [[nodiscard]] std::string_view rule_name(RuleId rule) const& noexcept {
    return rule == RuleId::none ? std::string_view() : std::string_view(rules_->names[static_cast<std::size_t>(rule)]);
  }
  /// Where the rule stands, "en/rules/met.rules:12"; "" for recognizers that are part of the program and for
  /// RuleId::none.
  [[nodiscard]] std::string_view rule_source(RuleId rule) const& noexcept {
    return rule == RuleId::none ? std::string_view()
                                : std::string_view(rules_->sources[static_cast<std::size_t>(rule)]);
  }
  [[nodiscard]] const Schema& schema() const& noexcept { return *schema_; }

  // Views into a document that dies at the end of the statement would dangle.
  std::string_view id() const&& = delete;
  std::string_view text() const&& = delete;
  std::string_view text(Span) const&& = delete;
  std::string_view source() const&& = delete;
  std::string_view source(Span) const&& = delete;
  const std::vector<Mention>& mentions() const&& = delete;
  const std::vector<Entity>& entities() const&& = delete;
  const std::vector<Relation>& relations() const&& = delete;
  const std::vector<Span>& sentences() const&& = delete;
  const std::vector<Issue>& issues() const&& = delete;
  std::string_view date() const&& = delete;
  std::string_view string(StringRef) const&& = delete;
  std::string_view name(EntityId) const&& = delete;
  std::span<const StringRef> aliases(EntityId) const&& = delete;
  std::span<const MentionId> mentions_of(EntityId) const&& = delete;
  std::span<const Role> roles_of(EntityId) const&& = delete;

 private:
  friend class DocumentBuilder;  // lib/doc/builder.hpp: the only writer

  std::string id_;
  std::string text_;
  std::string source_;  // empty when the map is the identity
  SourceMap map_;
  SourceMap raw_map_;
  std::string date_;
  DateSource date_source_ = DateSource::none;
  std::vector<Span> sentences_;
  std::vector<Mention> mentions_;
  std::vector<Span> extents_;  // of mentions_, or empty
  std::vector<Entity> entities_;
  std::vector<StringRef> aliases_;
  std::vector<MentionId> entity_mentions_;
  std::vector<Role> roles_;
  std::vector<Relation> relations_;
  std::vector<Issue> issues_;
  std::string strings_;
  std::shared_ptr<const Schema> schema_;  // null only in a default-constructed document
  std::shared_ptr<const RuleNames> rules_;
};

}  // namespace dossier
