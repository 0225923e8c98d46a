// One document into records: its entities, what is stated of them, and who stands with whom in a sentence.
#include "graph/collect.hpp"

#include <algorithm>
#include <dossier/offsets.hpp>
#include <optional>
#include <utility>

#include "graph/keys.hpp"
#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

constexpr std::uint32_t no_node = 0xFFFFFFFF;
constexpr std::size_t max_quote_bytes = 1000;  // a "sentence" may be a table without full stops

class Collector {
 public:
  Collector(const Document& doc, const GraphOptions& options, Records& out)
      : doc_(doc), options_(options), out_(out), stamp_(++out.documents) {}

  void add_entities();
  void add_relations();
  void add_pairs();

 private:
  // Number of the entity's node; no_node for types that are none.
  [[nodiscard]] std::uint32_t node_of(EntityId id) const {
    return id == EntityId::none ? no_node : nodes_[static_cast<std::size_t>(id)];
  }
  void add_role(const Relation& relation, std::uint32_t node);
  void add_statement(const Relation& relation, std::uint32_t source, std::uint32_t target);
  void add_evidence(const Relation& relation, StatedRecord& edge);
  void pair_up(const std::vector<std::uint32_t>& nodes, std::uint64_t PairRecord::*window);
  [[nodiscard]] bool begins_paragraph(std::size_t sentence) const;
  // Adds a node once; false when there is no room for it.
  bool note(std::vector<std::uint32_t>& present, std::uint32_t node) const;
  [[nodiscard]] Span codepoints(Span source);
  [[nodiscard]] std::string quote(Span evidence) const;
  [[nodiscard]] std::string date_of(const Relation& relation) const;
  template <typename Record>
  void count_document(Record& record) const {
    if (record.last_document == stamp_) return;
    record.last_document = stamp_;
    ++record.documents;
  }

  const Document& doc_;
  const GraphOptions& options_;
  Records& out_;
  std::uint64_t stamp_;
  std::vector<std::uint32_t> nodes_;  // of each entity
  std::optional<bool> is_ascii_;      // the source, asked for the first evidence
  std::optional<OffsetMap> offsets_;  // of the source when it is not
};

void Collector::add_entities() {
  const std::vector<EntityType>& types = doc_.schema().entity_types();
  nodes_.reserve(doc_.entities().size());
  for (std::size_t i = 0; i < doc_.entities().size(); ++i) {
    const auto id = static_cast<EntityId>(i);
    const TypeId type = doc_.entities()[i].type;
    nodes_.push_back(no_node);
    if (type == TypeId::none || !types[static_cast<std::size_t>(type)].is_node) continue;
    const std::string_view name = canonical_name(doc_, id);
    nodes_.back() = out_.node(node_key(doc_, type, name), type);
    NodeRecord& node = out_.nodes[nodes_.back()];
    ++node.names[clean(name)];
    if (name != doc_.name(id)) node.aliases.insert(clean(doc_.name(id)));
    for (const StringRef alias : doc_.aliases(id)) node.aliases.insert(clean(doc_.string(alias)));
    node.mentions += doc_.mentions_of(id).size();
    count_document(node);
  }
}

void Collector::add_relations() {
  for (const Relation& relation : doc_.relations()) {
    const std::uint32_t source = node_of(relation.subject);
    if (source == no_node) continue;
    const std::uint32_t target = node_of(relation.object);
    if (target != no_node)
      add_statement(relation, source, target);
    else if (relation.type == RelationTypeId::has_role)
      add_role(relation, source);
  }
}

void Collector::add_role(const Relation& relation, std::uint32_t node) {
  const std::string label = clean(doc_.string(relation.label));
  RoleRecord& role = out_.nodes[node].roles[folded(label)];
  ++role.forms[label];
  role.flags = role.flags & relation.flags;
  ++role.count;
}

void Collector::add_statement(const Relation& relation, std::uint32_t source, std::uint32_t target) {
  const RelationType& type = doc_.schema().relation_types()[static_cast<std::size_t>(relation.type)];
  if (type.symmetric && out_.nodes[target].key < out_.nodes[source].key) std::swap(source, target);
  const std::string label = clean(doc_.string(relation.label));
  const std::uint32_t number = relation.type == RelationTypeId::has_role ? out_.label(folded(label)) : 0;
  StatedRecord& edge = out_.stated({.source = source, .target = target, .label = number, .type = relation.type});
  ++edge.labels[label];
  edge.flags = edge.flags & relation.flags;
  ++edge.count;
  count_document(edge);
  edge.stated_dates.add(iso_date(date_of(relation)));
  edge.document_dates.add(iso_date(doc_.date()));
  add_evidence(relation, edge);
}

void Collector::add_evidence(const Relation& relation, StatedRecord& edge) {
  const Span place = doc_.to_source(relation.evidence);
  if (!Records::wants_evidence(edge, doc_.id(), place, options_.max_evidence)) return;
  Evidence item;
  item.document = doc_.id();
  item.span = place;
  item.codepoints = codepoints(place);
  item.quote = quote(relation.evidence);
  item.rule = doc_.rule_name(relation.rule);
  item.label = clean(doc_.string(relation.label));
  item.flags = relation.flags;
  if (relation.place != EntityId::none) item.place = clean(doc_.name(relation.place));
  item.date = date_of(relation);
  Records::add_evidence(edge, std::move(item), options_.max_evidence);
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

bool Collector::note(std::vector<std::uint32_t>& present, std::uint32_t node) const {
  if (std::find(present.begin(), present.end(), node) != present.end()) return true;
  if (present.size() >= options_.max_cooccurring) return false;
  present.push_back(node);
  return true;
}

// A blank line parts paragraphs.
bool Collector::begins_paragraph(std::size_t sentence) const {
  if (sentence == 0) return true;
  const Span gap = {doc_.sentences()[sentence - 1].end, doc_.sentences()[sentence].begin};
  const std::string_view between = doc_.text(gap);
  return std::count(between.begin(), between.end(), '\n') > 1;
}

// Nested mentions are left out: "Bank of England" does not stand together with England.
void Collector::add_pairs() {
  const std::vector<Mention>& mentions = doc_.mentions();
  std::vector<std::uint32_t> present;
  std::vector<std::uint32_t> in_paragraph;
  std::size_t next = 0;
  for (std::size_t i = 0; i < doc_.sentences().size(); ++i) {
    const Span sentence = doc_.sentences()[i];
    if (begins_paragraph(i)) {
      pair_up(in_paragraph, &PairRecord::paragraphs);
      in_paragraph.clear();
    }
    present.clear();
    bool cut = false;
    while (next < mentions.size() && mentions[next].span.begin < sentence.begin) ++next;
    for (; next < mentions.size() && mentions[next].span.begin < sentence.end; ++next) {
      const std::uint32_t node = mentions[next].nested ? no_node : node_of(mentions[next].entity);
      if (node == no_node) continue;
      if (!note(present, node)) cut = true;
      note(in_paragraph, node);
    }
    if (cut) ++out_.dropped_pairs;
    for (const std::uint32_t node : present) ++out_.nodes[node].sentences;
    if (options_.cooccurrence) pair_up(present, &PairRecord::count);
  }
  pair_up(in_paragraph, &PairRecord::paragraphs);
  out_.sentences += doc_.sentences().size();
}

void Collector::pair_up(const std::vector<std::uint32_t>& nodes, std::uint64_t PairRecord::*window) {
  if (!options_.cooccurrence) return;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      PairRecord& pair = out_.pair(nodes[i], nodes[j]);
      ++(pair.*window);
      if (window == &PairRecord::paragraphs && !options_.paragraphs) continue;
      count_document(pair);
      pair.document_dates.add(iso_date(doc_.date()));
    }
  }
}

}  // namespace

void collect(const Document& doc, const GraphOptions& options, Records& out) {
  Collector collector(doc, options, out);
  collector.add_entities();
  collector.add_relations();
  collector.add_pairs();
}

}  // namespace dossier::graph
