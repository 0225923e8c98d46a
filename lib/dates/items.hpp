// A sentence as the temporal grammar reads it: one item for each word, number, mark or piece of a hyphenated word.
//
// Invariants: items are in text order and do not overlap; an item never crosses a sentence; a token gives one item, or
// several ("mid-October": mid, -, October), or shares one with its neighbours ("10:30", a holiday of several words).
#pragma once

#include <cstdint>
#include <dossier/span.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dates/calendar.hpp"
#include "dates/dates.hpp"
#include "dates/digits.hpp"
#include "dates/words.hpp"
#include "lexicon/lexicon.hpp"
#include "tokens/token.hpp"

namespace dossier::dates {

/// Units of time, from the shortest to the longest.
enum class Unit : std::uint8_t {
  none,
  millisecond,
  second,
  minute,
  half_hour,
  hour,
  day,
  weekend,
  week,
  fortnight,
  month,
  trimester,
  quarter,
  season,
  half_year,
  year,
  decade,
  century,
  millennium
};

enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };
enum class Season : std::uint8_t { none, spring, summer, autumn, winter };

/// Flags of an item, a bit each.
enum ItemFlags : std::uint16_t {
  glued = 1,         ///< no white space before it
  capital = 2,       ///< begins with a capital letter
  spelled = 4,       ///< a number in words
  ordinal = 8,       ///< an ordinal, in words or digits
  plural = 16,       ///< a name, unit or part of the day in the plural: "Tuesdays", "weeks", "nights"
  ambiguous = 32,    ///< an everyday word too: "May", "fall", "Sun"
  piece_of = 64,     ///< a piece of a hyphenated word
  short_form = 128,  ///< an abbreviation that needs something beside it: "Mon", "min"
  separated = 256,   ///< digits in groups: "1,250"
  opens = 512,       ///< first word of its sentence
  lowered = 1024,    ///< the name of a month or weekday that does not begin with a capital letter
  shouted = 2048,    ///< all in capital letters
  telling = 4096     ///< a word, number or name of time without which there is no expression
};

struct Item {
  Item() noexcept {}  // as in Reading

  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;  ///< one past
  std::int64_t number = -1;      ///< thousandths, -1 when it is no number; a decade or short year as written
  CivilDay date{0, 0, 0};        ///< of Digits::date
  std::int32_t magnitude = 0;    ///< of "hundred", "million"; 2000000000 for all larger ones
  lexicon::EntryId holiday = lexicon::EntryId::none;
  std::int32_t seconds = -1;  ///< since midnight: of a clock, a date with a time, "noon"
  std::uint16_t flags = 0;
  Word word = Word::none;
  Digits digits = Digits::none;
  Unit unit = Unit::none;
  DayPart part = DayPart::none;
  Season season = Season::none;
  std::uint8_t month = 0;    ///< 1..12
  std::uint8_t weekday = 0;  ///< 1..7
  std::uint8_t width = 0;    ///< digits written
  char mark = 0;             ///< ',' '(' '/' ...; '-' for every dash, '\'' for a possessive ending
  std::uint16_t families = 0;  ///< of expressions that may begin with it: bits of Family

  [[nodiscard]] bool is(ItemFlags flag) const noexcept { return (flags & flag) != 0; }
  /// A whole number without fraction, or -1.
  [[nodiscard]] std::int32_t whole() const noexcept {
    return number >= 0 && number % 1000 == 0 && number < 1000000000 ? static_cast<std::int32_t>(number / 1000) : -1;
  }
  /// True for a word that means nothing to the grammar.
  [[nodiscard]] bool is_plain_word() const noexcept {
    return (word == Word::none || word == Word::zone_part || word == Word::time_) && mark == 0 && span.end != 0 &&
           number < 0 && digits == Digits::none && unit == Unit::none && month == 0 && weekday == 0 &&
           part == DayPart::none && season == Season::none && magnitude == 0 && holiday == lexicon::EntryId::none;
  }
};
static_assert(sizeof(Item) == 64);

/// True for the name of a month, weekday, season, unit, part of the day or feast.
[[nodiscard]] inline bool means_time(const Item& item) noexcept {
  const unsigned named = item.month | item.weekday | static_cast<unsigned>(item.unit) |
                         static_cast<unsigned>(item.part) | static_cast<unsigned>(item.season);
  return named != 0 || item.holiday != lexicon::EntryId::none;
}

/// The items of one sentence. Reading past either end gives an empty item, so that patterns need no bounds.
class Items {
 public:
  explicit Items(std::span<const Item> items, DateOrder order = DateOrder::month_first, bool note = false) noexcept
      : items_(items), order_(order), note_(note) {}
  /// How two numbers are a day and a month.
  [[nodiscard]] DateOrder order() const noexcept { return order_; }
  /// True in a short note, where "14/4", "3:30" or "week 31" alone is a time.
  [[nodiscard]] bool of_note() const noexcept { return note_; }
  [[nodiscard]] const Item& operator[](std::size_t i) const noexcept {
    return i < items_.size() ? items_[i] : nothing_;
  }
  [[nodiscard]] std::size_t size() const noexcept { return items_.size(); }
  [[nodiscard]] bool is(std::size_t i, Word word) const noexcept { return (*this)[i].word == word; }
  [[nodiscard]] bool is_mark(std::size_t i, char mark) const noexcept { return (*this)[i].mark == mark; }
  /// i + 1 when the item is that word or mark, else i.
  [[nodiscard]] std::size_t skip(std::size_t i, Word word) const noexcept { return is(i, word) ? i + 1 : i; }
  [[nodiscard]] std::size_t skip_mark(std::size_t i, char mark) const noexcept { return is_mark(i, mark) ? i + 1 : i; }

 private:
  std::span<const Item> items_;
  DateOrder order_;
  bool note_;
  Item nothing_;
};

/// Tokens [first, last) of a sentence.
struct Window {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;  ///< its number in the text
};

/// Memory of an ItemMaker, reused from text to text.
struct ItemMemory {
  std::vector<std::uint32_t> cores;  // tokens that tell by themselves that there may be an expression, in order
  std::vector<Window> windows;
  std::vector<Item> items;
  std::vector<std::uint32_t> item_ends;  // of the windows made last
  tokens::TokenizedText piece;  // one token: the piece last looked up
  std::string buffer;
};

/// How a text's digits and numbers are read.
struct ItemStyle {
  DateOrder order = DateOrder::month_first;
  bool note = false;  ///< a number alone may be a time: windows are as wide as can be
};

/// Makes items of the places in a text where time is spoken of. For one thread. REQUIRES: what it is given outlives it.
class ItemMaker {
 public:
  ItemMaker(const Source& source, ItemMemory& memory, ItemStyle style = {});

  /// Where sentences [first, last) have words or digits that may be part of a temporal expression, with room for the
  /// rest of it on both sides; in order, disjoint, valid until the next call. Most sentences have none. O(tokens), a
  /// few instructions for nearly every token.
  [[nodiscard]] std::span<const Window> find_windows(std::uint32_t first, std::uint32_t last);
  /// The items of a window of the sentences last asked about, valid until the next call. REQUIRES: windows are asked
  /// for in order. O(tokens).
  [[nodiscard]] std::span<const Item> make(Window window);
  /// The same for several: those of the n-th are `items` from ends[n - 1] (0 for the first) to ends[n].
  struct Made {
    std::span<const Item> items;
    std::span<const std::uint32_t> ends;
  };
  [[nodiscard]] Made make(std::span<const Window> windows);
  /// True for a word without meaning for the grammar.
  [[nodiscard]] bool is_plain(std::uint32_t index) const noexcept;

 private:
  void append_window(Window window);
  void add_window(std::uint32_t sentence, std::uint32_t core);
  /// Appends what the token at `index` begins; returns the index of the first token that is not used up.
  std::uint32_t add(std::uint32_t index);
  std::uint32_t add_pieces(std::uint32_t index);
  std::uint32_t add_phrase(std::uint32_t index);
  std::uint32_t add_mark(std::uint32_t index);
  Item& append(Span span, std::uint32_t index);
  void describe(Item& item, const tokens::Token& token) const;
  [[nodiscard]] bool is_core(const tokens::Token& token, lexicon::ClassSet classes);
  [[nodiscard]] const tokens::Token& look_up(Span piece);
  [[nodiscard]] bool pieces_have_time(const tokens::Token& token);

  const tokens::TokenizedText& text_;
  const lexicon::Lexicon& lexicon_;
  const lexicon::Matches& matches_;
  const WordTable& words_;
  ItemMemory& memory_;
  ItemStyle style_;
  std::uint32_t sentence_end_ = 0;  // of the window's sentence
  std::size_t next_core_ = 0;       // of memory_.cores, the first that was not passed
};

/// End (exclusive) of the piece of a word that starts at `begin`: letters, or one dash or slash. Digits are not handled
/// here.
[[nodiscard]] std::uint32_t piece_end(std::string_view text, std::uint32_t begin, std::uint32_t end) noexcept;

}  // namespace dossier::dates
