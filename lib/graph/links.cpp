// What all documents say of pairs of nodes: statements and sentences.
#include "graph/links.hpp"

#include <algorithm>

#include "graph/statements.hpp"

namespace dossier::graph {
namespace {

class Linker {
 public:
  Linker(const Schema& schema, const GraphOptions& options, Links& out)
      : options_(options), statements_(schema, options), pairs_(out.sentences.size()), out_(out) {}
  /// One document, with the node of each of its entities.
  void add(const Contents& contents, const std::vector<std::uint32_t>& nodes);
  /// Between the two rounds.
  void turn();
  /// The same document again: its evidence, and the paragraphs of pairs that sentences have made.
  void add_again(const Contents& contents, const std::vector<std::uint32_t>& nodes);
  void finish() { out_.pairs = pairs_.take(); }

 private:
  void add_sentences(const Contents& contents, const std::vector<std::uint32_t>& nodes);
  void add_paragraphs(const Contents& contents, const std::vector<std::uint32_t>& nodes);
  bool note(std::uint32_t node);  // false when there is no room

  const GraphOptions& options_;
  Statements statements_;
  PairCounter pairs_;
  Links& out_;
  std::vector<std::uint32_t> present_;
};

bool Linker::note(std::uint32_t node) {
  if (node == no_entity || std::find(present_.begin(), present_.end(), node) != present_.end()) return true;
  if (present_.size() >= options_.max_cooccurring) return false;
  present_.push_back(node);
  return true;
}

void Linker::add_sentences(const Contents& contents, const std::vector<std::uint32_t>& nodes) {
  for (const SentencePart& sentence : contents.named_in) {
    present_.clear();
    bool fits = true;
    for (const std::uint32_t entity : sentence.entities) fits = note(nodes[entity]) && fits;
    if (!fits) ++out_.dropped_pairs;
    for (const std::uint32_t node : present_) ++out_.sentences[node];
    if (options_.cooccurrence) pairs_.add_sentence(present_);
  }
}

void Linker::add_paragraphs(const Contents& contents, const std::vector<std::uint32_t>& nodes) {
  present_.clear();
  for (const SentencePart& sentence : contents.named_in) {
    if (sentence.begins_paragraph) {
      pairs_.add_paragraph(present_);
      present_.clear();
    }
    for (const std::uint32_t entity : sentence.entities) note(nodes[entity]);
  }
  pairs_.add_paragraph(present_);
}

void Linker::add(const Contents& contents, const std::vector<std::uint32_t>& nodes) {
  present_.assign(nodes.begin(), nodes.end());
  std::sort(present_.begin(), present_.end());
  present_.erase(std::unique(present_.begin(), present_.end()), present_.end());
  for (const std::uint32_t node : present_)
    if (node != no_entity) ++out_.documents[node];
  statements_.add(contents, nodes);
  pairs_.begin_document(IsoDate(contents.date));
  add_sentences(contents, nodes);
  if (options_.cooccurrence && options_.paragraphs) add_paragraphs(contents, nodes);
}

void Linker::turn() {
  statements_.finish(out_);
  pairs_.keep_known_pairs();
}

void Linker::add_again(const Contents& contents, const std::vector<std::uint32_t>& nodes) {
  statements_.keep_evidence(contents, out_);
  if (!options_.cooccurrence || options_.paragraphs) return;
  pairs_.begin_document(IsoDate());
  add_paragraphs(contents, nodes);
}

}  // namespace

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
  linker.turn();
  each_document(
      [&linker](const Contents& contents, const std::vector<std::uint32_t>& of) { linker.add_again(contents, of); });
  linker.finish();
  return out;
}

}  // namespace dossier::graph
