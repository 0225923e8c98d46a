// Pairs of nodes and how often they stand together.
#include "graph/pairs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace dossier::graph {
namespace {

constexpr unsigned digit_bits = 11;  // the counts of a digit fit into the first cache
constexpr std::uint32_t most_documents = 0x7FFFFFFF;

}  // namespace

PairCounter::PairCounter(std::size_t nodes, std::size_t least_events)
    : bits_(static_cast<unsigned>(std::bit_width(nodes))), least_events_(least_events) {}

void PairCounter::begin_document(IsoDate date) {
  if (events_.size() >= std::max(least_events_, table_.size())) count_events();
  if (dates_.size() >= most_documents) throw std::length_error("more documents than can be counted");
  document_ = static_cast<std::uint32_t>(dates_.size());
  dates_.push_back(date);
}

void PairCounter::add(std::span<const std::uint32_t> nodes, std::uint32_t paragraph) {
  const std::uint32_t place = document_ * 2 + paragraph;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (std::size_t j = i + 1; j < nodes.size(); ++j)
      events_.push_back({std::min(nodes[i], nodes[j]), std::max(nodes[i], nodes[j]), place});
}

void PairCounter::keep_known_pairs() {
  count_events();
  known_only_ = true;
  dates_.clear();
}

std::vector<PairCount> PairCounter::take() {
  count_events();
  events_ = std::vector<Event>();
  sorting_ = std::vector<Event>();
  dates_ = std::vector<IsoDate>();
  return std::exchange(table_, {});
}

void PairCounter::count_events() {
  if (events_.empty()) return;
  sort_events();
  if (known_only_)
    merge_known();
  else
    merge_events();
  events_.clear();
}

// By the second node, then by the first, digit by digit from the lowest; each round keeps the order of the one before.
void PairCounter::sort_events() {
  const unsigned digits = std::max(1U, (bits_ + digit_bits - 1) / digit_bits);
  const unsigned width = (bits_ + digits - 1) / digits;
  const std::uint32_t mask = (std::uint32_t{1} << width) - 1;
  sorting_.resize(events_.size());
  for (const auto node : {&Event::other, &Event::one}) {
    for (unsigned shift = 0; shift < digits * width; shift += width) {
      std::array<std::size_t, (std::size_t{1} << digit_bits) + 1> next{};
      for (const Event& event : events_) ++next[((event.*node >> shift) & mask) + 1];
      for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
      for (const Event& event : events_) sorting_[next[(event.*node >> shift) & mask]++] = event;
      events_.swap(sorting_);
    }
  }
}

// Adds all events of the pair that begin at `first`; where those of the next pair begin.
std::size_t PairCounter::count_pair(std::size_t first, PairCount& pair) const {
  std::size_t i = first;
  std::uint32_t last = ~std::uint32_t{0};  // document; none has this number
  for (; i < events_.size() && events_[i].one == pair.one && events_[i].other == pair.other; ++i) {
    ++((events_[i].place & 1U) != 0 ? pair.paragraphs : pair.sentences);
    const std::uint32_t document = events_[i].place / 2;
    if (known_only_ || document == last) continue;
    last = document;
    ++pair.documents;
    const IsoDate date = dates_[document];
    if (date.empty()) continue;
    if (pair.first_date.empty() || date < pair.first_date) pair.first_date = date;
    pair.last_date = std::max(pair.last_date, date);
  }
  return i;
}

void PairCounter::merge_events() {
  std::vector<PairCount> merged;
  merged.reserve(table_.size() + events_.size());
  auto known = table_.begin();
  for (std::size_t i = 0; i < events_.size();) {
    const Event& event = events_[i];
    while (known != table_.end() && std::tie(known->one, known->other) < std::tie(event.one, event.other))
      merged.push_back(*known++);
    PairCount pair{.one = event.one, .other = event.other};
    if (known != table_.end() && known->one == event.one && known->other == event.other) pair = *known++;
    i = count_pair(i, pair);
    merged.push_back(pair);
  }
  merged.insert(merged.end(), known, table_.end());
  table_ = std::move(merged);
}

void PairCounter::merge_known() {
  auto known = table_.begin();
  for (std::size_t i = 0; i < events_.size();) {
    const Event& event = events_[i];
    while (known != table_.end() && std::tie(known->one, known->other) < std::tie(event.one, event.other)) ++known;
    if (known == table_.end()) return;
    PairCount nobody{.one = event.one, .other = event.other};
    const bool is_known = known->one == event.one && known->other == event.other;
    i = count_pair(i, is_known ? *known : nobody);
  }
}

}  // namespace dossier::graph
