// Who is meant by a name: the same name first, then names that hold all its words, then names that look like it.
#include <algorithm>
#include <dossier/query.hpp>
#include <tuple>

#include "graph/keys.hpp"
#include "text/utf8.hpp"

namespace dossier {
namespace {

constexpr std::size_t max_suggestions = 5;

std::string folded(std::string_view name) {
  if (text::find_ill_formed(name) == name.size()) return graph::folded(name);
  return graph::folded(text::decode(name, Encoding::utf8).text);
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> out;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) out.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return out;
}

// Both folded.
bool has_words(std::string_view name, const std::vector<std::string_view>& wanted) {
  const std::vector<std::string_view> words = words_of(name);
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&words](std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

// Bytes to change, put in or leave out (Levenshtein); `limit` + 1 as soon as it is clear that there are more.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t k = 0; k < row.size(); ++k) row[k] = k;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    std::size_t best = row[0];
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t change = diagonal + (a[i] == b[k] ? 0U : 1U);
      diagonal = row[k + 1];
      row[k + 1] = std::min({change, row[k] + 1, row[k + 1] + 1});
      best = std::min(best, row[k + 1]);
    }
    if (best > limit) return limit + 1;
  }
  return row.back();
}

class NameSearch {
 public:
  NameSearch(const EntityGraph& graph, std::string_view name, std::string_view type)
      : graph_(graph),
        type_(graph.schema().find_type(type)),
        any_type_(type.empty()),
        name_(name),
        wanted_(folded(name)),
        words_(words_of(wanted_)) {}
  Lookup run();

 private:
  [[nodiscard]] bool has_type(const Node& node) const { return any_type_ || (type_ && node.type == *type_); }
  template <typename Test>
  [[nodiscard]] std::vector<NodeId> nodes_where(Test test) const;
  [[nodiscard]] std::vector<std::string> suggestions() const;

  const EntityGraph& graph_;
  std::optional<TypeId> type_;
  bool any_type_;
  std::string_view name_;
  std::string wanted_;
  std::vector<std::string_view> words_;  // of wanted_
};

template <typename Test>
std::vector<NodeId> NameSearch::nodes_where(Test test) const {
  const auto nodes = graph_.nodes();
  std::vector<NodeId> out;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (has_type(node) && (test(node.name) || std::any_of(node.aliases.begin(), node.aliases.end(), test)))
      out.push_back(static_cast<NodeId>(i));
  }
  std::stable_sort(out.begin(), out.end(), [nodes](NodeId a, NodeId b) {
    return nodes[static_cast<std::size_t>(a)].mentions > nodes[static_cast<std::size_t>(b)].mentions;
  });
  return out;
}

std::vector<std::string> NameSearch::suggestions() const {
  const std::size_t limit = std::max<std::size_t>(1, wanted_.size() / 3);
  std::vector<std::tuple<std::size_t, std::string>> near;
  const auto consider = [&](const std::string& name) {
    const std::string form = folded(name);
    std::size_t best = distance(form, wanted_, limit);
    if (words_.size() == 1)  // a surname, misspelt
      for (const std::string_view word : words_of(form)) best = std::min(best, distance(word, wanted_, limit));
    if (best <= limit) near.emplace_back(best, name);
  };
  for (const Node& node : graph_.nodes()) {
    if (!has_type(node)) continue;
    consider(node.name);
    for (const std::string& alias : node.aliases) consider(alias);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> out;
  for (const auto& [changes, name] : near)
    if (out.size() < max_suggestions && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  return out;
}

Lookup NameSearch::run() {
  Lookup out;
  if (wanted_.empty()) return out;
  const auto nodes = graph_.nodes();
  const auto key = std::lower_bound(nodes.begin(), nodes.end(), name_,
                                    [](const Node& node, std::string_view wanted) { return node.key < wanted; });
  if (key != nodes.end() && key->key == name_ && has_type(*key)) {
    out.nodes = {static_cast<NodeId>(key - nodes.begin())};
    return out;
  }
  out.nodes = nodes_where([this](const std::string& name) { return folded(name) == wanted_; });
  if (out.nodes.empty())
    out.nodes = nodes_where([this](const std::string& name) { return has_words(folded(name), words_); });
  if (out.nodes.empty()) out.suggestions = suggestions();
  return out;
}

}  // namespace

Lookup look_up(const EntityGraph& graph, std::string_view name, std::string_view type) {
  return NameSearch(graph, name, type).run();
}

}  // namespace dossier
