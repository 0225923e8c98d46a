// A table with open addressing, made once; most words end their search at the first slot.
#include "corefer/small_words.hpp"

#include <array>
#include <string_view>

#include "tokens/tokenizer.hpp"

namespace dossier::corefer {
namespace {

struct Slot {
  std::uint64_t hash = 0;
  std::uint8_t kinds = 0;
};

struct List {
  SmallWord kind;
  std::string_view words;  // separated by blanks
};

constexpr std::array lists = {
    List{preposition,
         "of with by for to from about against in on at between like than as into after over behind including near "
         "before under without during through toward towards across among upon alongside despite since until amid"},
    List{conjunction,
         "and or but who whom whose which that when while where if because though since until so the a an although "
         "unless whether"},
    List{subordinator, "that when while where if because though although since until unless whether after before as"},
    List{boundary, ", ; : and but or that who which when while because after where if until as"},
    List{particle,
         "off up out down away back again now then too there here home how what why not is was were are would will "
         "could should must never always once together alone along around"},
    List{opening,
         "during in following of on from since ever because despite after at by upon under with without through "
         "throughout before while when as although though for until besides like to once"},
    List{joint, "and or &"},
    List{comma, ","},
};

constexpr std::size_t slots = 512;

std::array<Slot, slots> make_table() {
  std::array<Slot, slots> table{};
  for (const List& list : lists)
    for (std::string_view rest = list.words; !rest.empty();) {
      const std::size_t end = rest.find(' ');
      const std::uint64_t hash = tokens::hash_folded(rest.substr(0, end));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      std::size_t at = hash % slots;
      while (table[at].kinds != 0 && table[at].hash != hash) at = (at + 1) % slots;
      table[at].hash = hash;
      table[at].kinds |= list.kind;
    }
  return table;
}

}  // namespace

std::uint8_t small_word(std::uint64_t hash) noexcept {
  static const std::array<Slot, slots> table = make_table();
  for (std::size_t at = hash % slots; table[at].kinds != 0; at = (at + 1) % slots)
    if (table[at].hash == hash) return table[at].kinds;
  return 0;
}

}  // namespace dossier::corefer
