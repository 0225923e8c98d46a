// Names that no recognizer took for anything: somebody they may well be, and a pronoun may mean them.
#pragma once

#include <cstdint>
#include <vector>

#include "corefer/corefer.hpp"
#include "corefer/places.hpp"

namespace dossier::corefer {

/// The number of a person who is known by this word alone: no entity has it.
[[nodiscard]] constexpr std::uint64_t unrecognized_person(std::uint64_t hash) noexcept {
  return hash >> 2U | std::uint64_t{1} << 63U;
}

/// Finds them in reading order, as far as it is asked to.
class Rivals {
 public:
  /// All must outlive this.
  Rivals(const Context& context, const std::vector<Mention>& mentions) : in_(context), mentions_(mentions) {}

  /// Those of the sentences from `sentence` on that stand before token `end`. Neither ever goes back.
  [[nodiscard]] std::vector<Place>& before(std::size_t sentence, std::uint32_t end);

 private:
  void read(std::uint32_t end);
  [[nodiscard]] bool may_be_person(std::size_t mention) const;
  [[nodiscard]] bool is_name(std::uint32_t t) const;
  void add(std::uint32_t first, std::uint32_t last);

  const Context& in_;
  const std::vector<Mention>& mentions_;
  std::vector<Place> found_;
  std::uint32_t at_ = 0;      // token
  std::size_t sentence_ = 0;  // of at_
  std::size_t mention_ = 0;   // the first one that may still cover at_
};

}  // namespace dossier::corefer
