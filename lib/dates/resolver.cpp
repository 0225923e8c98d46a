// Resolution of readings.
//
// A reading either moves from a base ("last week": the anchor's week - 1), or has its own year ("May 1943"), or is a
// name that recurs ("April", "Friday"): then the occurrence is chosen that the determiner, the tense or the manner of
// the text asks for. Years outside -9998..9998 are left open.
#include "dates/resolver.hpp"

#include <algorithm>
#include <array>

#include "dates/feasts.hpp"

namespace dossier::dates {
namespace {

constexpr std::array<std::int32_t, 5> season_months = {0, 3, 6, 9, 12};

bool in_range(std::int32_t year) noexcept { return year > -9999 && year < 9999; }

/// Where a recurring name is looked for.
enum class Side : std::uint8_t { before, until, from, after, nearest, same_year };

Side side_of(Pick pick, Tense tense) noexcept {
  if (pick == Pick::last) return Side::before;
  if (pick == Pick::next) return Side::after;
  return tense == Tense::future ? Side::from : Side::until;
}

CivilDay weekday_near(CivilDay day, std::int32_t weekday, Side side) noexcept {
  const std::int32_t number = to_days(day);
  const std::int32_t ahead = (weekday - weekday_of(number) + 7) % 7;  // 0..6
  switch (side) {
    case Side::before:
      return from_days(number + ahead - 7);
    case Side::after:
      return from_days(number + (ahead == 0 ? 7 : ahead));
    case Side::from:
      return from_days(number + ahead);
    default:
      return from_days(ahead == 0 ? number : number + ahead - 7);
  }
}

/// The first season that begins with or before the day, and whether the day lies in it, is what "this" means.
Period season_near(CivilDay day, Season season, Side side) noexcept {
  const std::int32_t begins = season_months[static_cast<std::size_t>(season)];
  std::int32_t year = day.year;
  const bool begun = day.month >= begins;
  const bool inside =
      season == Season::winter ? day.month == 12 || day.month <= 2 : day.month >= begins && day.month < begins + 3;
  if (season == Season::winter && day.month <= 2) --year;  // the winter we are in began last year
  switch (side) {
    case Side::before:
      if (inside || !begun) --year;
      if (season == Season::winter && !inside) year = day.year - 1;
      break;
    case Side::after:
      if (begun || inside) ++year;
      break;
    case Side::from:
      if (begun && !inside) ++year;
      break;
    case Side::until:
      if (!begun && !inside) --year;
      break;
    default:
      break;
  }
  return {{year, begins, 1}, Unit::season, season};
}

}  // namespace

Period move(CivilDay day, Unit unit, std::int32_t count) noexcept {
  const auto months = [&](std::int32_t size) { return Period{add_months(day, count * size), unit, Season::none}; };
  const auto days = [&](std::int32_t size) {
    return Period{from_days(to_days(day) + count * size), unit, Season::none};
  };
  switch (unit) {
    case Unit::day:
      return days(1);
    case Unit::weekend:
    case Unit::week:
      return days(7);
    case Unit::fortnight:
      return days(14);
    case Unit::month:
      return months(1);
    case Unit::trimester:
    case Unit::quarter:
      return months(3);
    case Unit::half_year:
      return months(6);
    case Unit::year:
      return months(12);
    case Unit::decade:
      return months(120);
    case Unit::century:
      return months(1200);
    case Unit::millennium:
      return months(12000);
    default:
      return {day, Unit::day, Season::none};
  }
}

Resolver::Resolver(const lexicon::Lexicon& lexicon, const std::optional<Anchor>& anchor, Manner manner)
    : lexicon_(lexicon), manner_(manner) {
  if (!anchor || !in_range(anchor->year)) return;
  const Unit unit = anchor->month == 0 ? Unit::year : anchor->day == 0 ? Unit::month : Unit::day;
  anchor_ = Period{{anchor->year, std::max<std::int32_t>(anchor->month, 1), std::max<std::int32_t>(anchor->day, 1)},
                   unit,
                   Season::none};
  if (anchor->minute >= 0) anchor_seconds_ = anchor->minute * 60;
}

Resolved Resolver::vague(const Reading& reading) const {
  switch (reading.vague) {
    case Vague::past:
      return {"PAST_REF", false};
    case Vague::future:
      return {"FUTURE_REF", false};
    default:
      return {"PRESENT_REF", false};
  }
}

/// The day that a time without one belongs to: the story's where it is a day, else the anchor's.
Resolved Resolver::time_alone(const Reading& reading) const {
  const bool near_day = story_ && story_->unit == Unit::day && sentence_ - story_sentence_ <= 1;
  const bool day_known = anchor_ && anchor_->unit == Unit::day;
  if (near_day) return {to_value(*story_) + clock_value(reading), true};
  if (day_known && manner_ == Manner::report) return {to_value(*anchor_) + clock_value(reading), true};
  return {"XXXX-XX-XX" + clock_value(reading), false};
}

Resolved Resolver::resolve(const Reading& reading, Tense tense, std::uint32_t sentence) {
  sentence_ = sentence;
  if (reading.vague != Vague::none) return vague(reading);
  if (reading.kind == TimeKind::duration) return {duration_value(reading), false};
  if (reading.kind == TimeKind::set) return {set_value(reading), false};
  if (!reading.has_period()) return time_alone(reading);
  if (reading.uncounted) return {to_open_value(reading), false};
  if (reading.shift_unknown) return {reading.shift < 0 ? "PAST_REF" : "FUTURE_REF", false};
  const std::optional<Period> period = locate(reading, tense);
  const bool relative = !reading.has_year();
  if (!period) return {to_open_value(reading) + clock_value(reading), relative};
  Resolved out{to_value(*period) + clock_value(reading), relative};
  remember(reading, *period, sentence);
  return out;
}

std::optional<CivilDay> Resolver::feast(const Reading& reading, std::int32_t year) const {
  if (year < 1 || !in_range(year)) return std::nullopt;
  return feast_day(lexicon_.attribute(reading.holiday, "rule"), year);
}

/// The fields of a reading inside a year that is known.
std::optional<Period> Resolver::within_year(const Reading& reading, std::int32_t year) const {
  if (!in_range(year)) return std::nullopt;
  if (reading.holiday != lexicon::EntryId::none) {
    const std::optional<CivilDay> day = feast(reading, year);
    return day ? std::optional(Period{*day, Unit::day, Season::none}) : std::nullopt;
  }
  if (reading.month != 0 && reading.day != 0) {
    if (!is_valid(year, reading.month, reading.day)) return std::nullopt;
    return Period{{year, reading.month, reading.day}, Unit::day, Season::none};
  }
  if (reading.month != 0) return Period{{year, reading.month, 1}, Unit::month, Season::none};
  if (reading.quarter != 0) return Period{{year, reading.quarter * 3 - 2, 1}, Unit::quarter, Season::none};
  if (reading.half != 0) return Period{{year, reading.half * 6 - 5, 1}, Unit::half_year, Season::none};
  if (reading.season != Season::none)
    return Period{{year, season_months[static_cast<std::size_t>(reading.season)], 1}, Unit::season, reading.season};
  return Period{{year, 1, 1}, Unit::year, Season::none};
}

std::optional<Period> Resolver::locate_dated(const Reading& reading) const {
  if (reading.unit == Unit::decade || reading.unit == Unit::century || reading.unit == Unit::millennium)
    return in_range(reading.year) ? std::optional(Period{{reading.year, 1, 1}, reading.unit, Season::none})
                                  : std::nullopt;
  return within_year(reading, reading.year);
}

std::optional<Period> Resolver::base_of(const Reading& reading) const {
  if (reading.base == Base::anchor) return anchor_;
  const bool near = story_ && (manner_ == Manner::story || sentence_ - story_sentence_ <= 1);
  if (reading.unit == Unit::quarter && quarter_ && manner_ == Manner::report) return quarter_;
  if (near) return story_;
  return anchor_ && manner_ == Manner::report ? anchor_ : story_;
}

std::optional<Period> Resolver::locate_moved(const Reading& reading, Tense tense) const {
  const std::optional<Period> base = base_of(reading);
  if (!base) return std::nullopt;
  if (reading.unit < base->unit && reading.shift != 0 && reading.unit < Unit::month && base->unit > Unit::week)
    return std::nullopt;  // "two days later" than some month
  if (reading.part_of_story && quarter_) return move(quarter_->day, Unit::quarter, -4);
  if (reading.unit == Unit::year && reading.shift == -1 && reading.rule == "date.offset" && base->unit == Unit::quarter)
    return move(base->day, Unit::quarter, -4);
  if (reading.unit < Unit::day) return Period{base->day, Unit::day, Season::none};
  if (reading.unit == Unit::weekend && reading.shift == 0) {
    const bool coming = tense == Tense::future || weekday_of(to_days(base->day)) >= 6;
    return move(base->day, Unit::weekend, coming ? 0 : -1);
  }
  const Period moved = move(base->day, reading.unit, reading.shift);
  if (!in_range(moved.day.year)) return std::nullopt;
  if (reading.unit == Unit::year) return within_year(reading, moved.day.year);
  if (reading.unit == Unit::week && reading.weekday != 0) {
    const std::int32_t monday = monday_of(week_of(to_days(moved.day)));
    return Period{from_days(monday + reading.weekday - 1), Unit::day, Season::none};
  }
  return moved;
}

/// A name that comes again and again: the occurrence that is meant.
std::optional<Period> Resolver::locate_named(const Reading& reading, Tense tense) const {
  const bool from_story = reading.base == Base::story || manner_ == Manner::story || !anchor_;
  const std::optional<Period>& base = from_story && story_ ? story_ : anchor_;
  if (!base) return std::nullopt;
  const Side side = side_of(reading.pick, tense);
  const CivilDay day = base->day;
  if (reading.weekday != 0 && reading.month == 0) {
    if (base->unit != Unit::day) return std::nullopt;
    const Side weekday_side = reading.pick == Pick::current && tense != Tense::past ? Side::from : side;
    return Period{weekday_near(day, reading.weekday, weekday_side), Unit::day, Season::none};
  }
  const bool told = manner_ == Manner::story && reading.pick == Pick::none && story_;
  if (told || reading.pick == Pick::current) return within_year(reading, day.year);
  if (reading.season != Season::none) return season_near(day, reading.season, side);
  const std::optional<Period> same_year = within_year(reading, day.year);
  if (!same_year || base->unit == Unit::year) return same_year;
  const CivilDay reference = reading.month != 0 && reading.day == 0 ? CivilDay{day.year, day.month, 1}
                             : reading.quarter != 0                 ? CivilDay{day.year, (day.month - 1) / 3 * 3 + 1, 1}
                             : reading.half != 0                    ? CivilDay{day.year, day.month <= 6 ? 1 : 7, 1}
                                                                    : day;
  const bool later = same_year->day > reference;
  const bool earlier = same_year->day < reference;
  if (side == Side::until && later) return within_year(reading, day.year - 1);
  if (side == Side::before && !earlier) return within_year(reading, day.year - 1);
  if (side == Side::from && earlier) return within_year(reading, day.year + 1);
  if (side == Side::after && !later) return within_year(reading, day.year + 1);
  return same_year;
}

std::optional<Period> Resolver::locate(const Reading& reading, Tense tense) const {
  if (reading.has_year()) return locate_dated(reading);
  if (reading.base != Base::open && reading.unit != Unit::none) return locate_moved(reading, tense);
  return locate_named(reading, tense);
}

void Resolver::remember(const Reading& reading, const Period& period, std::uint32_t sentence) {
  const bool backwards = reading.rule.starts_with("date.offset") && reading.shift < 0;
  if (period.unit == Unit::quarter && !backwards) quarter_ = period;
  if (backwards) return;
  story_ = period;
  story_sentence_ = sentence;
}

}  // namespace dossier::dates
