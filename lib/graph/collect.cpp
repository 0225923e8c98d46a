// One document's contribution to a graph: its entities, what is stated of them, and which sentences name them.
#include "graph/collect.hpp"

#include <algorithm>
#include <deque>
#include <dossier/offsets.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "graph/contents.hpp"
#include "graph/keys.hpp"
#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

constexpr std::size_t max_quote_bytes = 1000;  // a "sentence" may be a table without full stops

class Collector {
 public:
  explicit Collector(const Document& doc) : doc_(doc) {}
  std::string run();

 private:
  void add_entities();
  void add_statements();
  void add_sentences();
  // Number of the entity's part; no_entity for types that are no nodes.
  [[nodiscard]] std::uint32_t part_of(EntityId id) const {
    return id == EntityId::none ? no_entity : parts_[static_cast<std::size_t>(id)];
  }
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  std::uint32_t add_quote(Span evidence);
  [[nodiscard]] Span codepoints(Span source);
  [[nodiscard]] std::string quote(Span evidence) const;
  [[nodiscard]] std::string date_of(const Relation& relation) const;
  [[nodiscard]] bool begins_paragraph(std::size_t sentence) const;

  const Document& doc_;
  Contents out_;
  std::vector<std::uint32_t> parts_;  // of each entity
  std::deque<std::string> kept_;      // what the contents are views of
  std::optional<bool> is_ascii_;      // the source, asked for the first statement
  std::optional<OffsetMap> offsets_;  // of the source when it is not
};

std::string Collector::run() {
  out_.id = doc_.id();
  out_.date = iso_date(doc_.date());
  out_.sentences = doc_.sentences().size();
  add_entities();
  add_statements();
  add_sentences();
  return encode(out_);
}

void Collector::add_entities() {
  const std::vector<EntityType>& types = doc_.schema().entity_types();
  parts_.reserve(doc_.entities().size());
  for (std::size_t i = 0; i < doc_.entities().size(); ++i) {
    const auto id = static_cast<EntityId>(i);
    const TypeId type = doc_.entities()[i].type;
    const bool is_node = type != TypeId::none && types[static_cast<std::size_t>(type)].is_node;
    parts_.push_back(is_node ? static_cast<std::uint32_t>(out_.entities.size()) : no_entity);
    if (!is_node) continue;
    const std::string_view name = canonical_name(doc_, id);
    EntityPart& part = out_.entities.emplace_back();
    part.key = keep(node_key(doc_, type, name));
    part.name = keep(clean(name));
    if (name != doc_.name(id)) part.aliases.push_back(keep(clean(doc_.name(id))));
    for (const StringRef alias : doc_.aliases(id))
      if (doc_.string(alias) != name) part.aliases.push_back(keep(clean(doc_.string(alias))));
    part.mentions = doc_.mentions_of(id).size();
  }
}

void Collector::add_statements() {
  for (const Relation& relation : doc_.relations()) {
    StatementPart part;
    part.source = part_of(relation.subject);
    part.target = part_of(relation.object);
    if (part.source == no_entity || (part.target == no_entity && relation.type != RelationTypeId::has_role)) continue;
    part.type = doc_.type_name(relation.type);
    part.flags = relation.flags;
    part.label = keep(clean(doc_.string(relation.label)));
    part.span = doc_.to_source(relation.evidence);
    part.codepoints = codepoints(part.span);
    part.quote = add_quote(relation.evidence);
    part.rule = doc_.rule_name(relation.rule);
    if (relation.place != EntityId::none) part.place = keep(clean(doc_.name(relation.place)));
    part.date = keep(date_of(relation));
    out_.statements.push_back(part);
  }
}

// Statements of one sentence stand one after the other, so that the last quote is often the same.
std::uint32_t Collector::add_quote(Span evidence) {
  std::string words = quote(evidence);
  if (out_.quotes.empty() || out_.quotes.back() != words) out_.quotes.push_back(keep(std::move(words)));
  return static_cast<std::uint32_t>(out_.quotes.size() - 1);
}

Span Collector::codepoints(Span source) {
  if (!is_ascii_) is_ascii_ = text::find_non_ascii(doc_.source()) == doc_.source().size();
  if (*is_ascii_) return source;
  if (!offsets_) offsets_.emplace(doc_.source());
  return offsets_->convert(source, OffsetUnit::codepoint);
}

std::string Collector::date_of(const Relation& relation) const {
  if (relation.date == MentionId::none) return {};
  const Mention& date = doc_.mentions()[static_cast<std::size_t>(relation.date)];
  const std::string_view value = doc_.string(date.value);
  return value.empty() ? clean(doc_.text(date.span)) : std::string(value);
}

std::string Collector::quote(Span evidence) const {
  const std::vector<Span>& sentences = doc_.sentences();
  Span span = evidence;
  auto sentence = std::upper_bound(sentences.begin(), sentences.end(), evidence.begin,
                                   [](std::uint32_t offset, Span s) { return offset < s.begin; });
  if (sentence != sentences.begin()) {
    --sentence;
    if (evidence.begin < sentence->end) span = {sentence->begin, std::max(sentence->end, evidence.end)};
  }
  if (evidence.end - span.begin > max_quote_bytes) span.begin = evidence.begin;
  const std::string_view words = doc_.text(span);
  if (words.size() <= max_quote_bytes) return clean(words);
  std::size_t end = max_quote_bytes;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return clean(words.substr(0, end)) + "…";
}

// A blank line parts paragraphs.
bool Collector::begins_paragraph(std::size_t sentence) const {
  if (sentence == 0) return true;
  const Span gap = {doc_.sentences()[sentence - 1].end, doc_.sentences()[sentence].begin};
  const std::string_view between = doc_.text(gap);
  return std::count(between.begin(), between.end(), '\n') > 1;
}

// Nested mentions are left out: "Bank of England" does not stand together with England.
void Collector::add_sentences() {
  const std::vector<Mention>& mentions = doc_.mentions();
  SentencePart part;
  std::vector<std::size_t> last_seen(out_.entities.size());  // sentence + 1
  std::size_t next = 0;
  bool new_paragraph = false;
  for (std::size_t i = 0; i < doc_.sentences().size(); ++i) {
    const Span sentence = doc_.sentences()[i];
    new_paragraph = begins_paragraph(i) || new_paragraph;
    part.entities.clear();
    while (next < mentions.size() && mentions[next].span.begin < sentence.begin) ++next;
    for (; next < mentions.size() && mentions[next].span.begin < sentence.end; ++next) {
      const std::uint32_t entity = mentions[next].nested ? no_entity : part_of(mentions[next].entity);
      if (entity == no_entity || last_seen[entity] == i + 1) continue;
      last_seen[entity] = i + 1;
      part.entities.push_back(entity);
    }
    if (part.entities.empty()) continue;
    part.begins_paragraph = std::exchange(new_paragraph, false);
    out_.named_in.push_back(part);
  }
}

}  // namespace

std::string collect(const Document& doc) { return Collector(doc).run(); }

}  // namespace dossier::graph
