// What all documents say of pairs of nodes: statements and sentences.
#include "graph/links.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/keys.hpp"

namespace dossier::graph {
namespace {

class Linker {
 public:
  Linker(const Schema& schema, const GraphOptions& options, Links& out)
      : schema_(schema), options_(options), out_(out) {}
  /// One document, with the node of each of its entities.
  void add(const Contents& contents, const std::vector<std::uint32_t>& nodes);
  /// Its paragraphs; unless their pairs are wanted for themselves, in a later round, when all pairs of sentences are
  /// known: paragraphs make far more.
  void add_paragraphs(const Contents& contents, const std::vector<std::uint32_t>& nodes);

 private:
  void add_statement(const Contents& contents, const StatementPart& part, RelationTypeId type);
  void add_evidence(const Contents& contents, const StatementPart& part, StatedTally& edge) const;
  void add_sentences(const Contents& contents);
  bool note(std::vector<std::uint32_t>& present, std::uint32_t node) const;  // false when there is no room
  void count_document(PairCount& pair) const;
  template <typename Use>
  void each_pair(const Use& use) const {
    for (std::size_t i = 0; i < present_.size(); ++i)
      for (std::size_t j = i + 1; j < present_.size(); ++j)
        use(std::min(present_[i], present_[j]), std::max(present_[i], present_[j]));
  }
  StatedTally& stated(const EdgeKey& key);
  std::uint32_t label_number(std::string_view label);

  const Schema& schema_;
  const GraphOptions& options_;
  Links& out_;
  const std::vector<std::uint32_t>* nodes_ = nullptr;
  std::unordered_map<EdgeKey, std::uint32_t, EdgeKeyHash> edge_numbers_;
  std::unordered_map<std::string, std::uint32_t> label_numbers_;
  std::unordered_map<std::string_view, std::optional<RelationTypeId>> types_;
  std::vector<std::uint32_t> present_;
  std::uint32_t document_ = 0;
  std::uint32_t date_ = 0;
};

StatedTally& Linker::stated(const EdgeKey& key) {
  const auto [place, is_new] = edge_numbers_.try_emplace(key, static_cast<std::uint32_t>(out_.stated.size()));
  if (is_new) out_.stated.emplace_back().key = key;
  return out_.stated[place->second];
}

std::uint32_t Linker::label_number(std::string_view label) {
  const std::string form = folded(label);
  if (form.empty()) return 0;
  return label_numbers_.try_emplace(form, static_cast<std::uint32_t>(label_numbers_.size() + 1)).first->second;
}

void Linker::add_evidence(const Contents& contents, const StatementPart& part, StatedTally& edge) const {
  if (edge.evidence.size() >= options_.max_evidence) return;  // documents and statements come in order
  Evidence& item = edge.evidence.emplace_back();
  item.document = contents.id;
  item.span = part.span;
  item.codepoints = part.codepoints;
  item.quote = contents.quotes[part.quote];
  item.rule = part.rule;
  item.label = part.label;
  item.flags = part.flags;
  item.place = part.place;
  item.date = part.date;
}

void Linker::add_statement(const Contents& contents, const StatementPart& part, RelationTypeId type) {
  std::uint32_t source = (*nodes_)[part.source];
  std::uint32_t target = (*nodes_)[part.target];
  if (source == no_entity || target == no_entity) return;
  if (source == target && part.source != part.target) return;  // two names of one
  if (schema_.relation_types()[static_cast<std::size_t>(type)].symmetric && target < source) std::swap(source, target);
  const std::uint32_t label = type == RelationTypeId::has_role ? label_number(part.label) : 0;
  StatedTally& edge = stated({.source = source, .target = target, .label = label, .type = type});
  ++edge.labels[part.label];
  edge.flags = edge.flags & part.flags;
  ++edge.count;
  if (edge.last_document != document_) ++edge.documents;
  edge.last_document = document_;
  edge.stated_dates.add(iso_date(part.date));
  edge.document_dates.add(contents.date);
  add_evidence(contents, part, edge);
}

bool Linker::note(std::vector<std::uint32_t>& present, std::uint32_t node) const {
  if (node == no_entity || std::find(present.begin(), present.end(), node) != present.end()) return true;
  if (present.size() >= options_.max_cooccurring) return false;
  present.push_back(node);
  return true;
}

void Linker::add_sentences(const Contents& contents) {
  for (const SentencePart& sentence : contents.named_in) {
    present_.clear();
    bool fits = true;
    for (const std::uint32_t entity : sentence.entities) fits = note(present_, (*nodes_)[entity]) && fits;
    if (!fits) ++out_.dropped_pairs;
    for (const std::uint32_t node : present_) ++out_.sentences[node];
    if (!options_.cooccurrence) continue;
    each_pair([this](std::uint32_t one, std::uint32_t other) {
      PairCount& pair = out_.pairs(one, other);
      ++pair.sentences;
      count_document(pair);
    });
  }
}

void Linker::add_paragraphs(const Contents& contents, const std::vector<std::uint32_t>& nodes) {
  present_.clear();
  const auto pair_up = [this] {
    each_pair([this](std::uint32_t one, std::uint32_t other) {
      PairCount* const pair = options_.paragraphs ? &out_.pairs(one, other) : out_.pairs.find_known(one, other);
      if (pair == nullptr) return;
      ++pair->paragraphs;
      if (options_.paragraphs) count_document(*pair);
    });
    present_.clear();
  };
  for (const SentencePart& sentence : contents.named_in) {
    if (sentence.begins_paragraph) pair_up();
    for (const std::uint32_t entity : sentence.entities) note(present_, nodes[entity]);
  }
  pair_up();
}

void Linker::count_document(PairCount& pair) const {
  if (pair.last_document == document_) return;
  pair.last_document = document_;
  ++pair.documents;
  if (date_ == 0) return;
  pair.first_date = pair.first_date == 0 ? date_ : std::min(pair.first_date, date_);
  pair.last_date = std::max(pair.last_date, date_);
}

void Linker::add(const Contents& contents, const std::vector<std::uint32_t>& nodes) {
  nodes_ = &nodes;
  ++document_;
  date_ = date_number(contents.date);
  present_.assign(nodes.begin(), nodes.end());
  std::sort(present_.begin(), present_.end());
  present_.erase(std::unique(present_.begin(), present_.end()), present_.end());
  for (const std::uint32_t node : present_)
    if (node != no_entity) ++out_.documents[node];
  for (const StatementPart& part : contents.statements) {
    if (part.target == no_entity) continue;
    const auto [type, is_new] = types_.try_emplace(part.type);
    if (is_new) type->second = schema_.find_relation(part.type);
    if (type->second) add_statement(contents, part, *type->second);
  }
  add_sentences(contents);
  if (options_.cooccurrence && options_.paragraphs) add_paragraphs(contents, nodes);
}

}  // namespace

std::uint32_t date_number(std::string_view date) noexcept {
  if (iso_date(date) != date || date.empty()) return 0;
  std::uint32_t number = 0;
  std::size_t digits = 0;
  for (const char c : date) {
    if (c == '-') continue;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
    ++digits;
  }
  for (; digits < 8; ++digits) number *= 10;
  return number;
}

std::string date_text(std::uint32_t number) {
  if (number == 0) return {};
  char text[] = "0000-00-00";
  for (const int at : {9, 8, 6, 5, 3, 2, 1, 0}) {
    text[at] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
  const std::string_view all(text, 10);
  return std::string(all.substr(0, all.substr(5, 2) == "00" ? 4 : (all.substr(8) == "00" ? 7 : 10)));
}

Links link(const Store& store, const Schema& schema, const Tallies& tallies, const std::vector<std::uint32_t>& node_of,
           std::size_t nodes, const GraphOptions& options) {
  Links out;
  out.sentences.resize(nodes);
  out.documents.resize(nodes);
  Linker linker(schema, options, out);
  const auto each_document = [&](const auto& use) {
    Contents contents;
    std::vector<std::uint32_t> of_document;
    std::size_t document = 0;
    store.each([&](const std::string&, const std::string& bytes) {
      const std::size_t first = tallies.first_of[document++];
      if (!decode(bytes, contents, Trust::checked).empty()) return;
      of_document.clear();
      for (std::size_t i = 0; i < contents.entities.size(); ++i) {
        const std::uint32_t key = tallies.key_of[first + i];
        of_document.push_back(key == no_entity ? no_entity : node_of[key]);
      }
      use(contents, of_document);
    });
  };
  each_document(
      [&linker](const Contents& contents, const std::vector<std::uint32_t>& of) { linker.add(contents, of); });
  if (options.cooccurrence && !options.paragraphs)
    each_document([&linker](const Contents& contents, const std::vector<std::uint32_t>& of) {
      linker.add_paragraphs(contents, of);
    });
  return out;
}

}  // namespace dossier::graph
