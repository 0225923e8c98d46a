// Names that no recognizer took for anything: somebody they may well be, and a pronoun may mean them.
#pragma once

#include <cstdint>
#include <vector>

#include "corefer/corefer.hpp"

namespace dossier::corefer {

/// Tokens [first, last) that are written like a name and are no mention.
struct Rival {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;
  std::uint64_t name = 0;  ///< hash of its last word
  resolve::Sex sex = resolve::Sex::unknown;
};

/// Finds them in reading order, as far as it is asked to.
class Rivals {
 public:
  /// All must outlive this.
  Rivals(const Context& context, const std::vector<Mention>& mentions) : in_(context), mentions_(mentions) {}

  /// Those of the sentences from `sentence` on that stand before token `end`. The sentences asked for never go back.
  [[nodiscard]] const std::vector<Rival>& before(std::size_t sentence, std::uint32_t end);

 private:
  void read(std::uint32_t end);
  [[nodiscard]] bool may_be_person(std::size_t mention) const;
  [[nodiscard]] bool is_name(std::uint32_t t) const;
  void add(std::uint32_t first, std::uint32_t last);

  const Context& in_;
  const std::vector<Mention>& mentions_;
  std::vector<Rival> found_;
  std::uint32_t at_ = 0;      // token
  std::size_t sentence_ = 0;  // of at_
  std::size_t mention_ = 0;   // the first one that may still cover at_
};

}  // namespace dossier::corefer
