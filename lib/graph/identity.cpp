// Which keys are the same entity: links between names, taken in the order of their strength.
#include "graph/identity.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/clusters.hpp"
#include "graph/context.hpp"
#include "graph/likeness.hpp"

namespace dossier::graph {
namespace {

std::string list_of(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

// True when both are known and have nothing in common.
template <typename Item>
bool are_disjoint(const std::set<Item>& a, const std::set<Item>& b) {
  return !a.empty() && !b.empty() &&
         std::none_of(a.begin(), a.end(), [&b](const Item& item) { return b.contains(item); });
}

std::string place_of(const Decision& decision) { return decision.file + ':' + std::to_string(decision.line); }

class Identifier {
 public:
  Identifier(const Schema& schema, const Tallies& tallies, const GraphOptions& options)
      : schema_(schema),
        tallies_(tallies),
        options_(options),
        forms_(options.names ? NameForms(*options.names) : NameForms()),
        clusters_(tallies.keys.size()) {}
  Identity run();

 private:
  void retype();
  void decide();
  void decide_pair(const Decision& decision, std::uint32_t key, std::uint32_t other);
  void rename(const Decision& decision, std::uint32_t key) {
    renamed_[key] = decision.other;
    std::string& note = notes_[key];
    note += (note.empty() ? "decision: rename, " : "; decision: rename, ") + place_of(decision);
  }
  void join_names();
  void join_same(const std::vector<Link>& links);
  void join_phase(const std::vector<Link>& links, LinkKind kind);
  void doubt_lone_names();
  [[nodiscard]] bool have_other_origins(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool have_other_births(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool may_join(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::string what_misses(const Link& link, std::size_t fits, std::string& support) const;
  [[nodiscard]] std::optional<std::uint32_t> find(const std::string& key) const;
  [[nodiscard]] std::uint32_t leader_of(std::span<const std::uint32_t> keys) const;
  void report(const Decision& decision, std::string code, std::string message);
  void finish();

  const Schema& schema_;
  const Tallies& tallies_;
  const GraphOptions& options_;
  NameForms forms_;
  Clusters clusters_;
  std::vector<NameParts> names_;
  std::optional<Context> context_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> apart_;
  std::set<std::uint32_t> dropped_;
  std::map<std::uint32_t, std::string> renamed_;
  std::map<std::uint32_t, std::string> notes_;  // of keys: decisions about them alone
  Identity out_;
};

// Decisions.

std::optional<std::uint32_t> Identifier::find(const std::string& key) const {
  const auto place = numbers_.find(key);
  return place == numbers_.end() ? std::nullopt : std::optional(place->second);
}

void Identifier::report(const Decision& decision, std::string code, std::string message) {
  Diagnostic problem;
  problem.code = "decisions." + std::move(code);
  problem.message = std::move(message);
  problem.file = decision.file;
  problem.line = decision.line;
  problem.column = 1;
  problem.piece = decision.key;
  problem.severity = Severity::warning;
  out_.problems.push_back(std::move(problem));
}

void Identifier::retype() {
  for (const KeyTally& key : tallies_.keys) out_.type_of.push_back(key.type);
  if (options_.decisions.empty()) return;
  for (std::uint32_t i = 0; i < tallies_.keys.size(); ++i) numbers_.emplace(tallies_.keys[i].key, i);
  for (const Decision& decision : options_.decisions) {
    if (decision.kind != DecisionKind::retype) continue;
    const std::optional<std::uint32_t> key = find(decision.key);
    const std::optional<TypeId> type = schema_.find_type(decision.other);
    if (!key || !type) {
      report(decision, "unknown", key ? "no such type in the graph" : "no document has such an entity");
      continue;
    }
    out_.type_of[*key] = *type;
    notes_[*key] = "decision: retype, " + place_of(decision);
    // A key of that type and name is the same from now on.
    const std::string shown = decision.other + std::string(tallies_.keys[*key].key.substr(decision.key.find('/')));
    if (const std::optional<std::uint32_t> same = find(shown); same && *same != *key)
      clusters_.join(*key, *same, "decision: retype, " + place_of(decision));
  }
}

void Identifier::decide_pair(const Decision& decision, std::uint32_t key, std::uint32_t other) {
  const bool joined = clusters_.find(key) == clusters_.find(other);
  if (decision.kind == DecisionKind::not_same) {
    apart_.emplace(std::min(key, other), std::max(key, other));
    if (joined) report(decision, "contradiction", "other decisions make the two the same");
  } else if (!joined) {
    clusters_.join(other, key, "decision: same, " + place_of(decision));
  }
}

// What is the same comes before what is not, whatever the order of the lines.
void Identifier::decide() {
  for (const DecisionKind kind :
       {DecisionKind::same, DecisionKind::not_same, DecisionKind::rename, DecisionKind::drop}) {
    for (const Decision& decision : options_.decisions) {
      if (decision.kind != kind) continue;
      const std::optional<std::uint32_t> key = find(decision.key);
      const bool pair = kind == DecisionKind::same || kind == DecisionKind::not_same;
      const std::optional<std::uint32_t> other = pair ? find(decision.other) : key;
      if (!key || !other)
        report(decision, "unknown", "no document has such an entity: " + (key ? decision.other : decision.key));
      else if (pair)
        decide_pair(decision, *key, *other);
      else if (kind == DecisionKind::rename)
        rename(decision, *key);
      else
        dropped_.insert(*key);
    }
  }
}

// Names.

bool Identifier::may_join(std::uint32_t a, std::uint32_t b) const {
  const std::span<const std::uint32_t> of_a = clusters_.keys(a);
  const std::span<const std::uint32_t> of_b = clusters_.keys(b);
  if (of_a.size() + of_b.size() > Clusters::most_keys) return false;
  for (const std::uint32_t one : of_a)
    for (const std::uint32_t other : of_b)
      if (apart_.count({std::min(one, other), std::max(one, other)}) != 0 ||
          are_different(names_[one], names_[other], forms_))
        return false;
  return true;
}

// True when all that is said of where the one is from differs from all that is said of the other: Norwegian, Danish.
bool Identifier::have_other_origins(std::uint32_t a, std::uint32_t b) const {
  const auto origins_of = [this](std::uint32_t node) {
    std::set<std::string_view> out;
    for (const std::uint32_t key : clusters_.keys(node))
      for (const std::uint32_t group : tallies_.keys[key].origins) out.insert(names_[group].plain);
    return out;
  };
  return are_disjoint(origins_of(a), origins_of(b));
}

// The same of the years in which they were born.
bool Identifier::have_other_births(std::uint32_t a, std::uint32_t b) const {
  const auto births_of = [this](std::uint32_t node) {
    std::set<std::uint32_t> out;
    for (const std::uint32_t key : clusters_.keys(node))
      out.insert(tallies_.keys[key].births.begin(), tallies_.keys[key].births.end());
    return out;
  };
  return are_disjoint(births_of(a), births_of(b));
}

void Identifier::join_same(const std::vector<Link>& links) {
  for (const Link& link : links) {
    if (link.kind != LinkKind::name || clusters_.find(link.less) == clusters_.find(link.more)) continue;
    if (!may_join(link.less, link.more)) continue;
    if (have_other_births(link.less, link.more))
      out_.doubts.push_back(
          {link.less, link.more, std::string(to_string(link.kind)) + "; they were born in other years"});
    else
      clusters_.join(link.less, link.more, std::string(to_string(link.kind)));
  }
}

// What is missing for a link whose lesser name fits so many; empty when nothing is.
std::string Identifier::what_misses(const Link& link, std::size_t fits, std::string& support) const {
  const std::vector<std::string> shared = context_->shared(link.less, link.more);
  if (!shared.empty()) support = "; both with " + list_of(shared);
  if (fits > 1) return "it fits " + std::to_string(fits);
  if (!may_join(link.less, link.more)) return "another name of the two speaks against it";
  const bool person = names_[link.less].type == TypeId::person;
  if (person && context_->share_document(link.less, link.more)) return "a document tells them apart";
  if (have_other_origins(link.less, link.more)) return "they are of different countries or groups";
  if (have_other_births(link.less, link.more)) return "they were born in other years";
  const bool needs_company = link.kind == LinkKind::initial || link.kind == LinkKind::short_acronym;
  return needs_company && shared.empty() ? "nobody stands with both" : "";
}

// Each lesser name goes to the one cluster that it fits, if it is one. All is looked at before anything is joined.
void Identifier::join_phase(const std::vector<Link>& links, LinkKind kind) {
  std::map<std::uint32_t, std::set<std::uint32_t>> fits;  // cluster of the lesser name: clusters of the fuller ones
  for (const Link& link : links)
    if (link.kind == kind && clusters_.find(link.less) != clusters_.find(link.more))
      fits[clusters_.find(link.less)].insert(clusters_.find(link.more));
  std::vector<std::pair<Link, std::string>> wanted;
  for (const Link& link : links) {
    if (link.kind != kind || clusters_.find(link.less) == clusters_.find(link.more)) continue;
    std::string support;
    const std::string missing = what_misses(link, fits[clusters_.find(link.less)].size(), support);
    const std::string reason = std::string(to_string(kind)) + support;
    if (missing.empty())
      wanted.emplace_back(link, reason);
    else
      out_.doubts.push_back({link.less, link.more, reason + "; " + missing});
  }
  for (const auto& [link, reason] : wanted)
    if (clusters_.find(link.less) != clusters_.find(link.more) && may_join(link.less, link.more) &&
        !have_other_origins(link.less, link.more) && !have_other_births(link.less, link.more))
      clusters_.join(link.less, link.more, reason);
}

void Identifier::doubt_lone_names() {
  constexpr std::uint32_t several = no_entity;
  std::unordered_map<std::string_view, std::uint32_t> by_surname;  // the one node that has it
  for (std::uint32_t key = 0; key < names_.size(); ++key) {
    if (names_[key].type != TypeId::person || names_[key].lone) continue;
    const std::uint32_t node = clusters_.find(key);
    const auto [place, is_new] = by_surname.try_emplace(names_[key].surname_sound, node);
    if (!is_new && place->second != node) place->second = several;
  }
  for (std::uint32_t key = 0; key < names_.size(); ++key) {
    if (names_[key].type != TypeId::person || !names_[key].lone || names_[key].person.surname.empty()) continue;
    const auto place = by_surname.find(names_[key].surname_sound);
    if (place != by_surname.end() && place->second != several)
      out_.doubts.push_back({key, place->second, "surname alone"});
  }
}

void Identifier::join_names() {
  const std::vector<Link> links = find_links(tallies_, names_, forms_);
  std::vector<bool> wanted(names_.size());
  for (const Link& link : links)
    if (link.kind != LinkKind::name) wanted[link.less] = wanted[link.more] = true;
  context_.emplace(tallies_, wanted);
  join_same(links);
  for (const LinkKind kind : {LinkKind::legal_form, LinkKind::middle, LinkKind::nickname, LinkKind::initials,
                              LinkKind::alias, LinkKind::acronym, LinkKind::short_acronym, LinkKind::initial})
    join_phase(links, kind);
  doubt_lone_names();
}

// The key that says most: of people the one with most letters in its given names before the commonest, else the
// commonest.
std::uint32_t Identifier::leader_of(std::span<const std::uint32_t> keys) const {
  const auto rank = [this](std::uint32_t key) {
    const KeyTally& tally = tallies_.keys[key];
    const NameParts& name = names_[key];
    const bool full = name.type == TypeId::person && !name.lone && name.person.given[0].size() > 1;
    return std::tuple(!full, ~tally.documents, ~tally.mentions, ~tally.key.size(), tally.key);
  };
  return *std::min_element(keys.begin(), keys.end(),
                           [rank](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
}

void Identifier::finish() {
  out_.leader_of.resize(tallies_.keys.size());
  out_.reason_of.resize(tallies_.keys.size());
  out_.name_of.resize(tallies_.keys.size());
  for (std::uint32_t key = 0; key < tallies_.keys.size(); ++key) {
    if (clusters_.find(key) != key) continue;
    const std::span<const std::uint32_t> keys = clusters_.keys(key);
    const std::uint32_t leader = leader_of(keys);
    bool dropped = false;
    for (const std::uint32_t member : keys) {
      out_.leader_of[member] = leader;
      dropped = dropped || dropped_.count(member) != 0;
      if (const auto name = renamed_.find(member); name != renamed_.end()) out_.name_of[leader] = name->second;
    }
    if (dropped)
      for (const std::uint32_t member : keys) out_.leader_of[member] = no_entity;
    for (const std::uint32_t member : keys)
      if (const auto note = notes_.find(member); note != notes_.end()) out_.reason_of[member] = note->second;
    if (keys.size() > 1) {
      clusters_.explain(leader, [this](std::uint32_t member, std::uint32_t of, const std::string& reason) {
        out_.reason_of[member] += (out_.reason_of[member].empty() ? "" : "; ") + reason + " (with " +
                                  std::string(tallies_.keys[of].key) + ')';
      });
    }
  }
}

Identity Identifier::run() {
  retype();
  names_ = parse_names(tallies_, out_.type_of, forms_);
  decide();
  if (options_.join_names) join_names();
  finish();
  return std::move(out_);
}

}  // namespace

Identity identify(const Schema& schema, const Tallies& tallies, const GraphOptions& options) {
  return Identifier(schema, tallies, options).run();
}

}  // namespace dossier::graph
