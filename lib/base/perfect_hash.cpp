// Choosing the numbers of the buckets: bucket by bucket, each the first that sends its keys to free places.
#include "base/perfect_hash.hpp"

#include <algorithm>
#include <numeric>

namespace dossier::base {
namespace {

constexpr std::size_t keys_of_bucket = 3;  // on average: with more, the last buckets are hard to place
constexpr std::uint32_t most_displacements = 0x10000;

class Placer {
 public:
  Placer(std::span<const std::uint64_t> keys, std::uint32_t buckets, std::uint32_t places)
      : keys_(keys), places_(places), begin_(std::size_t{buckets} + 1), order_(keys.size()), taken_(places) {
    const auto bucket_of = [&](std::uint64_t key) { return static_cast<std::size_t>(((key >> 32U) * buckets) >> 32U); };
    for (const std::uint64_t key : keys) ++begin_[bucket_of(key) + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t i = 0; i < keys.size(); ++i) order_[next[bucket_of(keys[i])]++] = i;
  }

  /// The largest buckets first: they need the most free places. False when one finds none.
  bool run(std::vector<Displacement>& out) {
    std::vector<std::uint32_t> buckets(begin_.size() - 1);
    std::iota(buckets.begin(), buckets.end(), 0U);
    const auto size = [&](std::uint32_t bucket) { return begin_[bucket + 1] - begin_[bucket]; };
    std::stable_sort(buckets.begin(), buckets.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return size(a) > size(b); });
    out.assign(buckets.size(), 0);
    return std::all_of(buckets.begin(), buckets.end(), [&](std::uint32_t bucket) {
      const auto members = std::span(order_).subspan(begin_[bucket], size(bucket));
      for (std::uint32_t number = 0; number < most_displacements; ++number) {
        out[bucket] = static_cast<Displacement>(number);
        if (take(members, out[bucket])) return true;
      }
      return false;
    });
  }

 private:
  // Takes the places of these keys when all are free.
  bool take(std::span<const std::uint32_t> members, Displacement displacement) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::uint32_t place = PerfectHash::place(keys_[members[i]], displacement, places_);
      if (!taken_[place]) {
        taken_[place] = true;
        continue;
      }
      while (i-- > 0) taken_[PerfectHash::place(keys_[members[i]], displacement, places_)] = false;
      return false;
    }
    return true;
  }

  std::span<const std::uint64_t> keys_;
  std::uint32_t places_;
  std::vector<std::uint32_t> begin_;  // by bucket: in order_
  std::vector<std::uint32_t> order_;  // indices of keys, bucket by bucket
  std::vector<bool> taken_;           // by place
};

}  // namespace

PerfectHashTable make_perfect_hash(std::span<const std::uint64_t> keys) {
  PerfectHashTable out;
  const std::size_t places = std::max<std::size_t>(8, keys.size() + keys.size() / 15 + 1);
  if (places >= 0xFFFFFFFF) return out;
  out.places = static_cast<std::uint32_t>(places);
  const auto buckets = static_cast<std::uint32_t>(keys.size() / keys_of_bucket + 1);
  if (!Placer(keys, buckets, out.places).run(out.displacements)) out.displacements.clear();
  return out;
}

}  // namespace dossier::base
