// Matches are taken in the order of the rules; a match that contradicts an earlier one is dropped as a whole.
#include "relate/phrases.hpp"

#include <algorithm>
#include <numeric>

#include "relate/statements.hpp"

namespace dossier::relate {
namespace {

class Chooser {
 public:
  Chooser(const Reading& reading, Workspace& work) : reading_(reading), work_(work) {}

  /// REQUIRES: work.matches are matches of work.nodes.
  void run() {
    const std::vector<rules::Match>& matches = work_.matches.matches;
    if (matches.empty()) return;
    work_.heads.assign(work_.nodes.size(), nothing);
    work_.used.assign(work_.nodes.size(), 0);
    work_.order.resize(matches.size());
    std::iota(work_.order.begin(), work_.order.end(), 0U);
    std::sort(work_.order.begin(), work_.order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return matches[a].rule != matches[b].rule ? matches[a].rule < matches[b].rule : a < b;
    });
    for (const std::uint32_t index : work_.order) take(matches[index]);
    if (absorbed_) join();
  }

 private:
  void take(const rules::Match& match) {
    const rules::Rule& rule = reading_.rules.rules()[match.rule];
    const std::span<const rules::Capture> captures = work_.matches.captures_of(match);
    std::uint32_t subject = nothing;
    std::uint32_t label = nothing;
    for (const rules::Capture& capture : captures) {
      if (capture.name == rules::CaptureName::subject) subject = capture.first;
      if (capture.name == rules::CaptureName::label && work_.nodes[capture.first].phrase != nothing)
        label = capture.first;
    }
    if (label != nothing && work_.used[label] != 0) return;
    if (rule.absorb) {
      if (subject == nothing) return;
      const auto begin = work_.heads.begin() + match.first;
      const auto end = work_.heads.begin() + match.last;
      if (std::any_of(begin, end, [&](std::uint32_t head) { return head != nothing && head != subject; })) return;
      std::fill(begin, end, subject);
      absorbed_ = true;
    }
    if (label != nothing && subject != nothing) work_.used[label] = 1;
    Found found;
    found.rule = match.rule;
    found.captures = captures;
    found.nodes = work_.nodes;
    add_statements(reading_, found, work_);
  }

  void join() {
    work_.spare.clear();
    for (std::uint32_t i = 0; i < work_.nodes.size();) {
      const std::uint32_t head = work_.heads[i];
      if (head == nothing) {
        work_.spare.push_back(work_.nodes[i++]);
        continue;
      }
      Node node = work_.nodes[head];
      node.item.marks |= rules::closed;
      node.first = work_.nodes[i].first;
      while (i < work_.nodes.size() && work_.heads[i] == head) node.last = work_.nodes[i++].last;
      work_.spare.push_back(node);
    }
    work_.nodes.swap(work_.spare);
  }

  const Reading& reading_;
  Workspace& work_;
  bool absorbed_ = false;
};

void plain_nodes(Workspace& work) {
  work.nodes.clear();
  for (std::uint32_t i = 0; i < work.items.size(); ++i) {
    Node& node = work.nodes.emplace_back();
    node.item = work.items[i];
    node.first = i;
    node.last = i + 1;
  }
}

}  // namespace

void apply_word_rules(const Reading& reading, Workspace& work) {
  reading.rules.match(rules::Stage::words, {work.items, reading.text.text}, work.matches);
  if (work.matches.matches.empty()) return;
  plain_nodes(work);
  Chooser(reading, work).run();
}

void apply_phrase_rules(const Reading& reading, rules::Stage stage, Workspace& work) {
  reading.rules.match(stage, {work.nodes, &Node::item, reading.text.text}, work.matches);
  Chooser(reading, work).run();
}

}  // namespace dossier::relate
