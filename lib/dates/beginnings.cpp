// The families by word, and by what dictionaries and digits say of an item.
#include "dates/beginnings.hpp"

#include <array>

namespace dossier::dates {
namespace {

using Table = std::array<Families, static_cast<std::size_t>(Word::count)>;

constexpr Families all(std::initializer_list<Family> families) noexcept {
  unsigned bits = 0;
  for (const Family family : families) bits |= family;
  return static_cast<Families>(bits);
}

constexpr void set(Table& table, std::initializer_list<Word> words, Families families) noexcept {
  for (const Word word : words) table[static_cast<std::size_t>(word)] = families;
}

constexpr Table make_table() noexcept {
  Table table{};
  set(table, {Word::the},
      all({named_family, period_family, relative_family, duration_family, long_family, part_family, toned_family,
           divided_family, vague_family, within_family}));
  set(table, {Word::a}, all({duration_family, clock_family, divided_family, part_family}));
  set(table,
      {Word::this_, Word::these, Word::that, Word::those, Word::next, Word::past, Word::previous, Word::coming,
       Word::following, Word::current, Word::recent, Word::latest, Word::final_, Word::year_end, Word::today,
       Word::yesterday, Word::tomorrow, Word::tonight},
      all({relative_family, within_family}));
  set(table, {Word::same}, all({relative_family, within_family, period_family}));
  set(table, {Word::corresponding}, period_family);
  set(table, {Word::last}, all({relative_family, period_family, divided_family, within_family}));
  set(table, {Word::each, Word::every}, all({set_family, relative_family}));
  set(table, {Word::times, Word::once, Word::per}, set_family);
  set(table,
      {Word::daily, Word::nightly, Word::hourly, Word::weekly, Word::biweekly, Word::monthly, Word::quarterly,
       Word::yearly},
      set_family);
  set(table, {Word::some, Word::about, Word::circa, Word::over, Word::less, Word::no, Word::at, Word::up, Word::as},
      all({duration_family, clock_family}));
  set(table, {Word::close}, all({duration_family, clock_family, divided_family}));
  set(table, {Word::more}, all({duration_family, clock_family, vague_family}));
  set(table, {Word::few, Word::several, Word::couple, Word::many, Word::dozens, Word::another},
      all({duration_family, set_family}));
  set(table, {Word::half}, all({duration_family, clock_family}));
  set(table, {Word::early, Word::mid, Word::late}, all({toned_family, part_family, divided_family}));
  set(table, {Word::earlier}, toned_family);
  set(table, {Word::later}, all({toned_family, period_family, divided_family}));
  set(table, {Word::middle, Word::beginning, Word::end, Word::part, Word::filler}, divided_family);
  set(table, {Word::now, Word::right, Word::currently, Word::recently, Word::nowadays, Word::future}, vague_family);
  set(table, {Word::ad}, year_family);
  set(table, {Word::fiscal, Word::quarter_code, Word::half_code}, period_family);
  set(table,
      {Word::twenties, Word::thirties, Word::forties, Word::fifties, Word::sixties, Word::seventies, Word::eighties,
       Word::nineties},
      long_family);
  return table;
}

constexpr Table by_word = make_table();

using WordFlag = std::array<bool, static_cast<std::size_t>(Word::count)>;

/// Words without which, or a name or number of time, there is no expression.
constexpr WordFlag make_core_words() noexcept {
  WordFlag out{};
  for (const Word word : {Word::today,
                          Word::yesterday,
                          Word::tomorrow,
                          Word::tonight,
                          Word::now,
                          Word::currently,
                          Word::recently,
                          Word::nowadays,
                          Word::past,
                          Word::future,
                          Word::period,
                          Word::year_end,
                          Word::daily,
                          Word::nightly,
                          Word::hourly,
                          Word::weekly,
                          Word::biweekly,
                          Word::monthly,
                          Word::quarterly,
                          Word::yearly,
                          Word::am,
                          Word::pm,
                          Word::oclock,
                          Word::bc,
                          Word::ad,
                          Word::fiscal,
                          Word::quarter_code,
                          Word::half_code,
                          Word::letter_day,
                          Word::letter_week,
                          Word::letter_month,
                          Word::letter_year,
                          Word::letter_minute,
                          Word::letter_second,
                          Word::century_number,
                          Word::spoken_century})
    out[static_cast<std::size_t>(word)] = true;
  for (auto word = static_cast<std::size_t>(Word::twenties); word <= static_cast<std::size_t>(Word::nineties); ++word)
    out[word] = true;
  return out;
}

constexpr WordFlag core_words = make_core_words();

Families by_number(const Item& item) noexcept {
  if (item.is(ordinal)) return all({named_family, period_family, relative_family, long_family, within_family});
  switch (item.digits) {
    case Digits::clock:
      return clock_family;
    case Digits::date:
      return numeric_family;
    case Digits::decade:
      return long_family;
    case Digits::short_year:
      return year_family;
    case Digits::decimal:
    case Digits::fraction:
      return duration_family;
    default:
      return all({named_family, period_family, duration_family, year_family, clock_family, set_family, numeric_family,
                  within_family});
  }
}

bool is_number(const Item& item) noexcept {
  return item.number >= 0 || item.digits != Digits::none || item.magnitude != 0;
}

/// True for what a number of three or four digits can have no business with, unless it is a year.
bool ends_number(const Item& next) noexcept {
  return next.is_plain_word() || next.span.end == 0 || next.mark == '.' || next.mark == ';' || next.mark == ')' ||
         next.mark == '"';
}

Families families_of(const Item& item) noexcept {
  unsigned out = by_word[static_cast<std::size_t>(item.word)];
  if (is_number(item)) out |= by_number(item);
  if (!means_time(item)) return static_cast<Families>(out);
  if (item.month != 0) out |= named_family;
  if (item.weekday != 0) out |= all({named_family, set_family, within_family});
  if (item.season != Season::none || item.holiday != lexicon::EntryId::none) out |= period_family;
  if (item.unit != Unit::none) out |= all({duration_family, relative_family, clock_family, set_family, within_family});
  if (item.part != DayPart::none) out |= all({part_family, clock_family, set_family});
  return static_cast<Families>(out);
}

}  // namespace

Families families_at(const Items& items, std::size_t i) noexcept {
  const Item& item = items[i];
  const bool year = item.digits == Digits::plain && item.width >= 3 && !items.of_note() && ends_number(items[i + 1]);
  return year ? static_cast<Families>(year_family) : families_of(item);
}

bool is_telling(const Item& item) noexcept {
  if (means_time(item)) return true;
  if (item.digits != Digits::none) return item.digits > Digits::ordinal || item.width == 3 || item.width == 4;
  return core_words[static_cast<std::size_t>(item.word)];
}

}  // namespace dossier::dates
