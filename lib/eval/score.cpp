// Compares one predicted document with its gold.
//
// The measure is that of corpora scorers: entities are a set of (span, type); what lies on a neutral gold span is
// neither right nor wrong; lenient matches are made one to one, the largest overlap first.
#include "eval/score.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "eval/words.hpp"

namespace dossier::eval {
namespace {

/// A span that counts.
struct Item {
  Place place;
  std::string type;
  friend auto operator<=>(const Item&, const Item&) = default;
};

using Items = std::set<Item>;

struct Prepared {
  std::map<std::size_t, Item> kept;  // by index of the span in its document
  std::vector<Place> neutral;
};

struct Pair {
  std::string type;
  Place head;
  Place tail;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

std::uint64_t overlap(Place a, Place b) noexcept {
  const std::uint64_t begin = std::max(a.begin, b.begin);
  const std::uint64_t end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

bool contains(Place outer, Place inner) noexcept { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool is_inside(Place inner, Place outer) noexcept { return contains(outer, inner) && inner != outer; }

class Preparer {
 public:
  Preparer(const std::u32string& text, const EvalMap& map, const std::vector<Place>& evaluated)
      : text_(text), map_(map), evaluated_(evaluated) {}
  [[nodiscard]] Prepared run(const CorpusDocument& doc, Side side) const;

 private:
  [[nodiscard]] Place trimmed(Place place) const;
  [[nodiscard]] bool begins_with(Place place, const std::u32string& word) const;
  [[nodiscard]] bool ends_with(Place place, const std::u32string& word) const;
  void sort_in(const LabelledSpan& span, std::size_t index, Side side, Prepared& out) const;
  void drop_nested(Prepared& prepared) const;

  const std::u32string& text_;
  const EvalMap& map_;
  const std::vector<Place>& evaluated_;
};

bool Preparer::begins_with(Place place, const std::u32string& word) const {
  if (place.end - place.begin <= word.size() + 1 || text_[place.begin + word.size()] != U' ') return false;
  return std::equal(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(place.begin),
                    [](char32_t a, char32_t b) { return a == lower_case(b); });
}

bool Preparer::ends_with(Place place, const std::u32string& word) const {
  if (place.end - place.begin <= word.size()) return false;
  return std::equal(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(place.end - word.size()),
                    [](char32_t a, char32_t b) { return a == lower_case(b); });
}

Place Preparer::trimmed(Place place) const {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::u32string& word : map_.trim_leading) {
      if (!begins_with(place, word)) continue;
      place.begin += word.size();
      while (place.begin < place.end && is_space(text_[place.begin])) ++place.begin;
      changed = true;
    }
    for (const std::u32string& word : map_.trim_trailing) {
      if (!ends_with(place, word)) continue;
      place.end -= word.size();
      while (place.end > place.begin && is_space(text_[place.end - 1])) --place.end;
      changed = true;
    }
  }
  return place;
}

void Preparer::sort_in(const LabelledSpan& span, std::size_t index, Side side, Prepared& out) const {
  const bool gold = side == Side::gold;
  const auto& kinds = gold ? map_.kinds : map_.predicted_kinds;
  const bool wrong_kind = !kinds.empty() && span.kind && !kinds.contains(*span.kind);
  const Place place = trimmed(span.place);
  if (gold && (span.optional || (wrong_kind && map_.other_kinds_neutral))) out.neutral.push_back(place);
  if ((gold && span.optional) || wrong_kind) return;
  const std::optional<std::string> type = (gold ? map_.gold : map_.predicted).target(span.type);
  if (!type) return;
  if (map_.neutral.contains(*type)) {
    if (gold) out.neutral.push_back(place);
  } else if (!map_.scored || map_.scored->contains(*type)) {
    out.kept[index] = {place, *type};
  }
}

void Preparer::drop_nested(Prepared& prepared) const {
  if (map_.nested == Nested::all) return;
  std::set<Place> all;
  for (const auto& [index, item] : prepared.kept) all.insert(item.place);
  std::erase_if(prepared.kept, [this, &all](const auto& entry) {
    const Place place = entry.second.place;
    return std::any_of(all.begin(), all.end(), [this, place](Place other) {
      return map_.nested == Nested::outermost ? is_inside(place, other) : is_inside(other, place);
    });
  });
}

Prepared Preparer::run(const CorpusDocument& doc, Side side) const {
  Prepared out;
  for (std::size_t i = 0; i < doc.spans.size(); ++i) {
    const Place place = doc.spans[i].place;
    const bool counts = evaluated_.empty() || std::any_of(evaluated_.begin(), evaluated_.end(),
                                                          [place](Place range) { return contains(range, place); });
    if (counts) sort_in(doc.spans[i], i, side, out);
  }
  drop_nested(out);
  return out;
}

Items items_of(const Prepared& prepared) {
  Items out;
  for (const auto& [index, item] : prepared.kept) out.insert(item);
  return out;
}

// Predictions that are false but lie on a neutral span are forgiven, unless they could match leniently or merely have
// the wrong type.
void drop_neutral(const Prepared& gold, Prepared& predicted) {
  const Items right = items_of(gold);
  const auto is_forgiven = [&gold, &right](const Item& item) {
    if (right.contains(item)) return false;
    const bool on_neutral = std::any_of(gold.neutral.begin(), gold.neutral.end(),
                                        [&item](Place place) { return overlap(item.place, place) > 0; });
    return on_neutral && std::none_of(right.begin(), right.end(), [&item](const Item& other) {
             return other.place == item.place || (other.type == item.type && overlap(item.place, other.place) > 0);
           });
  };
  std::erase_if(predicted.kept, [&is_forgiven](const auto& entry) { return is_forgiven(entry.second); });
}

// One to one, the largest overlap first, then the least difference of the ends, then text order. Both sorted.
std::uint64_t lenient_matches(const std::vector<Place>& gold, const std::vector<Place>& predicted) {
  std::vector<std::tuple<std::uint64_t, std::uint64_t, std::size_t, std::size_t>> candidates;
  const auto distance = [](std::uint64_t a, std::uint64_t b) { return a < b ? b - a : a - b; };
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < predicted.size() && predicted[j].begin < gold[i].end; ++j) {
      const Place a = gold[i];
      const Place b = predicted[j];
      if (const std::uint64_t shared = overlap(a, b); shared > 0)
        candidates.emplace_back(~shared, distance(a.begin, b.begin) + distance(a.end, b.end), i, j);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<bool> gold_used(gold.size());
  std::vector<bool> predicted_used(predicted.size());
  std::uint64_t matches = 0;
  for (const auto& [shared, difference, i, j] : candidates) {
    if (gold_used[i] || predicted_used[j]) continue;
    gold_used[i] = predicted_used[j] = true;
    ++matches;
  }
  return matches;
}

void add_entities(const Items& gold, const Items& predicted, Counts& counts) {
  std::map<std::string, std::pair<std::vector<Place>, std::vector<Place>>> places;
  for (const Item& item : gold) {
    ++counts.entities[item.type].gold;
    places[item.type].first.push_back(item.place);
  }
  for (const Item& item : predicted) {
    TypeScore& score = counts.entities[item.type];
    ++score.predicted;
    score.exact += gold.contains(item) ? 1 : 0;
    places[item.type].second.push_back(item.place);
  }
  for (const auto& [type, both] : places) counts.entities[type].lenient += lenient_matches(both.first, both.second);
}

std::set<Pair> pairs_of(const CorpusDocument& doc, const Prepared& prepared, const TypeMap& types, const EvalMap& map) {
  std::set<Pair> out;
  for (const LabelledRelation& relation : doc.relations) {
    const std::optional<std::string> type = types.target(relation.type);
    if (!type || (map.scored_relations && !map.scored_relations->contains(*type))) continue;
    const auto head = prepared.kept.find(relation.head);
    const auto tail = prepared.kept.find(relation.tail);
    if (head == prepared.kept.end() || tail == prepared.kept.end()) continue;
    Pair pair{*type, head->second.place, tail->second.place};
    if (map.symmetric.contains(*type) && pair.tail < pair.head) std::swap(pair.head, pair.tail);
    out.insert(std::move(pair));
  }
  return out;
}

void add_relations(const std::set<Pair>& gold, const std::set<Pair>& predicted, Counts& counts) {
  for (const Pair& pair : gold) ++counts.relations[pair.type].gold;
  for (const Pair& pair : predicted) {
    RelationScore& score = counts.relations[pair.type];
    ++score.predicted;
    score.strict += gold.contains(pair) ? 1 : 0;
  }
}

}  // namespace

void add_scores(const CorpusDocument& gold, const CorpusDocument& predicted, const EvalMap& map, Counts& counts) {
  const Preparer preparer(*gold.text, map, gold.evaluated);
  const Prepared right = preparer.run(gold, Side::gold);
  Prepared found = preparer.run(predicted, Side::predicted);
  drop_neutral(right, found);
  add_entities(items_of(right), items_of(found), counts);
  add_relations(pairs_of(gold, right, map.gold_relations, map),
                pairs_of(predicted, found, map.predicted_relations, map), counts);
}

}  // namespace dossier::eval
