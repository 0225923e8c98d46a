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

/// A day with a weekday is the same for a whole week, in which it is the n-th.
bool names_weekday(const Reading& reading) noexcept {
  return reading.weekday != 0 && reading.month == 0 && reading.day == 0;
}

}  // namespace

/// How far each side of the reference counts for a name without year, by what the text says of its direction.
Weights Resolver::weights_of(const Reading& reading, Tense tense) const noexcept {
  if (reading.pick == Pick::last || reading.pick == Pick::recent) return {0, 1, false};
  if (reading.pick == Pick::next || reading.pick == Pick::coming) return {1, 0, false};
  const bool day = reading.day != 0 || reading.holiday != lexicon::EntryId::none;
  if (tense == Tense::unknown) {
    if (prefer_ == DatePreference::past) return {0, 1, true};
    if (prefer_ == DatePreference::future) return {1, 0, true};
    if (prefer_ == DatePreference::nearest) return {1, 1, true};
    const bool ahead = manner_ == Manner::note && (reading.pick == Pick::none || names_weekday(reading));
    const bool far = reading.day != 0 && (reading.month != 0 || reading.weekday != 0);  // not ten months ahead
    if (ahead) return far ? Weights{1, 3, true} : Weights{1, 0, true};
  }
  if (names_weekday(reading) && reading.pick == Pick::none)
    return tense == Tense::future ? Weights{1, 0, true} : Weights{0, 1, true};
  if (day && tense == Tense::future) return {1, 4, true};
  if (day) return {tense == Tense::past ? 4 : 2, 1, true};  // a day far behind is rarely named without its year
  if (reading.quarter != 0 || reading.half != 0)
    return {tense == Tense::future ? 1 : tense == Tense::past ? 0 : 3, 1, true};
  if (reading.pick == Pick::current) return {tense == Tense::past ? 0 : 1, tense == Tense::past ? 1 : 0, true};
  if (tense == Tense::unknown && reading.month != 0) return {4, 1, true};  // "in January", said in November
  return tense == Tense::future ? Weights{1, 0, true} : Weights{0, 1, true};
}

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

Period after(const Period& period) noexcept {
  if (period.unit == Unit::season) {
    const bool winter = period.season == Season::winter;
    const auto next = winter ? Season::spring : static_cast<Season>(static_cast<int>(period.season) + 1);
    return {{period.day.year + (winter ? 1 : 0), season_months[static_cast<std::size_t>(next)], 1}, Unit::season, next};
  }
  const bool by_week = period.unit == Unit::week || period.unit == Unit::weekend || period.unit == Unit::fortnight;
  return move(period.day, by_week ? Unit::week : period.unit, 1);
}

Resolver::Resolver(const lexicon::Lexicon& lexicon, const std::optional<Anchor>& anchor, Manner manner,
                   const DateOptions& options)
    : lexicon_(lexicon), manner_(manner), prefer_(options.prefer), values_(options.values) {
  if (!anchor || !in_range(anchor->year)) return;
  const Unit unit = anchor->month == 0 ? Unit::year : anchor->day == 0 ? Unit::month : Unit::day;
  anchor_ = Period{{anchor->year, std::max<std::int32_t>(anchor->month, 1), std::max<std::int32_t>(anchor->day, 1)},
                   unit,
                   Season::none};
  if (anchor->minute >= 0) anchor_seconds_ = anchor->minute * 60 + anchor->second;
}

/// The clock of a reading; said as it is, midnight is the first moment of a day and not its end.
std::string Resolver::clock_of(const Reading& reading) const {
  constexpr std::int32_t day_length = 86400;
  if (values_ != DateValues::as_said || reading.seconds != day_length) return clock_value(reading);
  Reading first = reading;
  first.seconds = 0;
  return clock_value(first);
}

Resolved Resolver::vague(const Reading& reading) const {
  switch (reading.vague) {
    case Vague::past:
      return {"PAST_REF", false, std::nullopt, reading.kind};
    case Vague::future:
      return {"FUTURE_REF", false, std::nullopt, reading.kind};
    default:
      return {"PRESENT_REF", false, std::nullopt, reading.kind};
  }
}

/// The day that a time without one belongs to: the story's where it is a day, else the anchor's.
Resolved Resolver::time_alone(const Reading& reading) const {
  if (repeated_ && repeated_sentence_ == sentence_ && reading.seconds >= 0) {  // "daily at 9:15 and 14:40"
    Reading again = repeated_->amount_count == 0 ? *repeated_ : Reading{};
    again.kind = TimeKind::set;
    again.seconds = reading.seconds;
    again.with_seconds = reading.with_seconds;
    return repeated(again);
  }
  const bool near_day = story_ && story_->unit == Unit::day && sentence_ - story_sentence_ <= 1;
  const bool day_known = anchor_ && anchor_->unit == Unit::day;
  if (near_day) return {to_value(*story_) + clock_of(reading), true, story_, TimeKind::time, to_value(*story_)};
  if (day_known && manner_ != Manner::story)
    return {to_value(*anchor_) + clock_of(reading), true, anchor_, TimeKind::time};
  return {"XXXX-XX-XX" + clock_of(reading), false, std::nullopt, TimeKind::time};
}

Resolved Resolver::resolve(const Reading& reading, Tense tense, std::uint32_t sentence) {
  sentence_ = sentence;
  if (reading.vague != Vague::none) return vague(reading);
  if (reading.kind == TimeKind::duration) {
    note_length(reading);
    if (manner_ == Manner::note && reading.nth != 0) {  // "the last week of May" asked for
      Reading date = reading;
      date.kind = TimeKind::date;
      return resolve_date(date, tense);
    }
    return {duration_value(reading), false, std::nullopt, TimeKind::duration};
  }
  if (reading.kind == TimeKind::set) {
    repeated_ = reading;
    repeated_sentence_ = sentence;
    return repeated(reading);
  }
  if (!reading.has_period()) return time_alone(reading);
  repeated_.reset();
  return resolve_date(reading, tense);
}

Resolved Resolver::repeated(const Reading& reading) const {
  const std::string value = set_value(reading);
  if (values_ == DateValues::as_said && reading.rule == Rule::set_plural && reading.amount_count != 0)
    return {"XXXX-WE", false, std::nullopt, TimeKind::set};  // "weekends"
  const bool part = values_ == DateValues::as_said && value.starts_with("XXXX-XX-XXT");
  Resolved out{part ? value.substr(10) : value, false, std::nullopt, TimeKind::set};
  out.clock = reading.seconds >= 0;
  return out;
}

Resolved Resolver::resolve_date(const Reading& reading, Tense tense) {
  if (reading.uncounted) return {to_open_value(reading), false, std::nullopt, reading.kind};
  if (reading.shift_unknown) return {reading.shift < 0 ? "PAST_REF" : "FUTURE_REF", false, std::nullopt, reading.kind};
  if (std::optional<std::string> value = moment(reading)) return {*value, true, std::nullopt, TimeKind::time};
  const std::optional<Period> period = narrow(reading, locate(reading, tense));
  const bool relative = !reading.has_year();
  if (!period && (reading.direction != 0 || reading.nth != 0))  // a day away from what is not known
    return {"XXXX-XX-XX" + clock_of(reading), relative, std::nullopt, reading.kind};
  if (!period) return {open_value(reading) + clock_of(reading), relative, std::nullopt, reading.kind};
  const bool as_said = values_ == DateValues::as_said;
  Resolved out{(as_said ? to_value_as_said(*period, reading) : to_value(*period)) + clock_of(reading), relative, period,
               reading.kind};
  const bool winter = as_said && relative && period->season == Season::winter && anchor_ && anchor_->day.month <= 2;
  if (winter && period->day.year == anchor_->day.year - 1)  // the one that runs, said in January: its year is this one
    out.value = to_value({anchor_->day, Unit::season, Season::winter});
  if (relative)
    if (const std::optional<Period> base = spoken_base(reading)) out.told_from = to_value(*base);
  const bool outlook = reading.rule == Rule::date_year && tense == Tense::future;  // "not before 1976": the story stays
  if (!outlook) remember(reading, *period, sentence_);
  return out;
}

/// A value without a year: "XXXX-04", "XXXX-12-25" for a feast that is on the same day every year.
std::string Resolver::open_value(const Reading& reading) const {
  constexpr std::int32_t some_year = 2001;
  if (reading.holiday == lexicon::EntryId::none) return to_open_value(reading);
  const std::optional<CivilDay> day = feast(reading, some_year);
  const std::optional<CivilDay> next = feast(reading, some_year + 1);
  const bool fixed = day && next && day->month == next->month && day->day == next->day;
  return fixed ? "XXXX" + to_value({*day, Unit::day, Season::none}).substr(4) : to_open_value(reading);
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
  if (reading.part_of_story && manner_ == Manner::report && quarter_ && (reading.of_quarter || !counts_longer()))
    return Period{{reading.year, quarter_->day.month, 1}, Unit::quarter, Season::none};
  return within_year(reading, reading.year);
}

std::optional<Period> Resolver::base_of(const Reading& reading) const {
  const bool own_day = reading.rule == Rule::date_deictic || manner_ != Manner::story || !story_;
  if (reading.base == Base::anchor && own_day) return anchor_;
  const bool goes_on = reading.just_told || is_offset(reading.rule);  // "the following month", "two days later"
  const std::uint32_t reach = goes_on && reading.shift > 0 ? 4 : 1;
  const bool near = story_ && (manner_ == Manner::story || sentence_ - story_sentence_ <= reach);
  if (near) return story_;
  return anchor_ && manner_ != Manner::story ? anchor_ : story_;
}

/// The period spoken of before that a reading without year is counted from; nothing when that is the day of writing.
std::optional<Period> Resolver::spoken_base(const Reading& reading) const {
  if (quarter_ && locate_by_quarter(reading)) return quarter_;
  const bool moved = reading.base != Base::open && (reading.unit != Unit::none || reading.part_of_story);
  const std::optional<Period> base = moved ? base_of(reading) : named_base(reading);
  const bool same = base && story_ && base->day == story_->day && base->unit == story_->unit;
  return same && !(anchor_ && base->day == anchor_->day && base->unit == anchor_->unit) ? story_ : std::nullopt;
}

std::optional<Period> Resolver::locate_moved(const Reading& reading, Tense tense) const {
  if (const std::optional<Period> quarter = locate_by_quarter(reading)) return quarter;
  const std::optional<Period> base = base_of(reading);
  if (!base || reading.unit == Unit::none) return base;
  if (reading.unit < base->unit && reading.shift != 0 && reading.unit < Unit::month && base->unit > Unit::week)
    return std::nullopt;  // "two days later" than some month
  if (reading.unit < Unit::day) return Period{base->day, Unit::day, Season::none};
  if (reading.unit == Unit::weekend && reading.shift == 0) {
    const bool coming = tense == Tense::future || weekday_of(to_days(base->day)) >= 6 ||
                        (manner_ == Manner::note && tense != Tense::past);
    return move(base->day, Unit::weekend, coming ? 0 : -1);
  }
  Period moved = move(base->day, reading.unit, reading.shift);
  if (!in_range(moved.day.year)) return std::nullopt;
  const bool by_days = reading.unit == Unit::week || reading.unit == Unit::fortnight;
  if (manner_ == Manner::note && by_days && reading.rule == Rule::date_offset && base->unit == Unit::day)
    moved.unit = Unit::day;  // "in two weeks" is a day to one who plans
  const bool long_ago = reading.unit == Unit::month || reading.unit == Unit::year;
  if (values_ == DateValues::as_said && reading.rule == Rule::date_offset && long_ago && base->unit == Unit::day)
    return Period{moved.day, Unit::day, Season::none};  // "two years ago", to the day
  if (reading.unit == Unit::month && reading.day != 0) {
    if (!is_valid(moved.day.year, moved.day.month, reading.day)) return std::nullopt;
    return Period{{moved.day.year, moved.day.month, reading.day}, Unit::day, Season::none};
  }
  if (reading.unit == Unit::year) return within_year(reading, moved.day.year);
  if (reading.unit == Unit::week && reading.weekday != 0) {
    const std::int32_t monday = monday_of(week_of(to_days(moved.day)));
    return Period{from_days(monday + reading.weekday - 1), Unit::day, Season::none};
  }
  return moved;
}

/// A name in a story: in the year that is told of, or the next one where that is near ("January" after December 1941).
std::optional<Period> Resolver::told_in(const Reading& reading, const Period& base) const {
  constexpr std::int32_t far_back = 240;  // days; a story goes on rather than back
  const std::optional<Period> same_year = within_year(reading, base.day.year);
  if (!same_year) return within_year(reading, base.day.year + 1);  // "February 29": the next one there is
  if (base.unit >= Unit::season) return same_year;
  const bool passed = to_days(base.day) - to_days(same_year->day) > far_back;
  return passed ? within_year(reading, base.day.year + 1) : same_year;
}

/// True when a name is looked for from what was told last.
bool Resolver::tells_on(const Reading& reading) const noexcept {
  return reading.base == Base::story || manner_ == Manner::story || !anchor_;
}

const std::optional<Period>& Resolver::named_base(const Reading& reading) const noexcept {
  return tells_on(reading) && story_ ? story_ : anchor_;
}

/// The first occurrence of a name after the day or month that a range begins with.
std::optional<Period> Resolver::range_end(const Reading& reading, const Period& begin) const {
  if (names_weekday(reading))
    return Period{nearest_weekday(begin.day, reading.weekday, {1, 0, false}), Unit::day, Season::none};
  const std::optional<Period> same_year = within_year(reading, begin.day.year);
  const bool later = same_year && to_days(same_year->day) >= to_days(begin.day);
  return later ? same_year : within_year(reading, begin.day.year + 1);
}

/// A name that comes again and again: the occurrence that is meant.
std::optional<Period> Resolver::locate_named(const Reading& reading, Tense tense) const {
  const bool from_story = tells_on(reading);
  const std::optional<Period>& base = named_base(reading);
  if (!base) return std::nullopt;
  const CivilDay day = base->day;
  const Weights weights = weights_of(reading, tense);
  if (reading.ends_range && story_) return range_end(reading, *story_);
  if (names_weekday(reading)) {
    const bool in_week = manner_ == Manner::note && reading.pick == Pick::none && story_ &&
                         story_->unit == Unit::week && story_sentence_ == sentence_ && anchor_ &&
                         to_days(story_->day) + 7 > to_days(anchor_->day);  // "next week, maybe Wed"
    if (in_week) {
      const std::int32_t monday = monday_of(week_of(to_days(story_->day)));
      return Period{from_days(monday + reading.weekday - 1), Unit::day, Season::none};
    }
    if (base->unit != Unit::day) return std::nullopt;
    if (manner_ == Manner::note && (reading.pick == Pick::next || reading.pick == Pick::last)) {
      const std::int32_t monday = monday_of(week_of(to_days(day))) + (reading.pick == Pick::next ? 7 : -7);
      return Period{from_days(monday + reading.weekday - 1), Unit::day, Season::none};
    }
    return Period{nearest_weekday(day, reading.weekday, weights), Unit::day, Season::none};
  }
  if (reading.pick == Pick::current) {
    const bool winter_runs = reading.season == Season::winter && day.month <= 2;
    return within_year(reading, winter_runs ? day.year - 1 : day.year);
  }
  if (reading.day != 0 && reading.month == 0 && reading.holiday == lexicon::EntryId::none)
    return base->unit == Unit::day || base->unit == Unit::month ? locate_day_number(reading, day, tense) : std::nullopt;
  if (from_story && reading.pick == Pick::none) return told_in(reading, *base);
  std::array<std::optional<Period>, 9> occurrences;
  const bool leap_day = reading.month == 2 && reading.day == 29;
  const std::int32_t reach = leap_day ? 4 : 1;
  for (std::int32_t i = -reach; i <= reach; ++i)
    occurrences[static_cast<std::size_t>(i + reach)] = occurrence(reading, day.year + i);
  return nearest(occurrences, day, weights);
}

/// "the 15th", "Friday the 13th": the occurrence of a day's number among the months around.
std::optional<Period> Resolver::locate_day_number(const Reading& reading, CivilDay day, Tense tense) const {
  constexpr std::int32_t reach = 24;  // months; a weekday and a day of the month meet at least once a year and a half
  const bool told = story_ && story_->unit == Unit::day && sentence_ - story_sentence_ <= 1 && !tells_on(reading);
  const Weights weights = told ? Weights{1, 1, true} : weights_of(reading, tense);  // "from May 30, back on the 6th"
  if (told) day = story_->day;
  const std::int32_t now = to_days(day);
  std::optional<Period> best;
  std::int64_t best_cost = 0;
  for (std::int32_t i = -reach; i <= reach; ++i) {
    const CivilDay month = add_months({day.year, day.month, 1}, i);
    if (!is_valid(month.year, month.month, reading.day)) continue;
    const CivilDay found{month.year, month.month, reading.day};
    const std::int32_t days = to_days(found);
    if (reading.weekday != 0 && weekday_of(days) != reading.weekday) continue;
    const std::int32_t weight = days > now ? weights.ahead : weights.behind;
    if (days == now ? !weights.holding : weight == 0) continue;
    const std::int64_t cost = days > now ? std::int64_t{days - now} * weight : std::int64_t{now - days} * weight;
    if (best && cost >= best_cost) continue;
    best = Period{found, Unit::day, Season::none};
    best_cost = cost;
  }
  return best;
}

/// The moment so many hours and minutes away, where the clock of the day of writing is known.
std::optional<std::string> Resolver::moment(const Reading& reading) const {
  if (reading.direction == 0 || reading.kind != TimeKind::time || reading.rule != Rule::date_offset)
    return std::nullopt;
  const bool own_day = reading.base == Base::anchor || manner_ == Manner::note;
  return own_day ? moment_away(reading) : std::nullopt;
}

std::optional<std::string> Resolver::moment_away(const Reading& reading) const {
  if (!anchor_ || anchor_->unit != Unit::day || anchor_seconds_ < 0) return std::nullopt;
  CivilDay day = anchor_->day;
  std::int64_t seconds = anchor_seconds_;
  for (std::size_t i = 0; i < reading.amount_count; ++i) {
    const Amount& amount = reading.amounts[i];
    const std::int64_t units = std::min<std::int64_t>(amount.thousandths / 1000, 100000) * reading.direction;
    if (amount.unit >= Unit::day)
      day = move(day, amount.unit, static_cast<std::int32_t>(units)).day;
    else
      seconds += units * (amount.unit == Unit::hour        ? 3600
                          : amount.unit == Unit::half_hour ? 1800
                          : amount.unit == Unit::minute    ? 60
                                                           : 1);
    if (!in_range(day.year)) return std::nullopt;
  }
  constexpr std::int64_t day_length = 86400;
  const std::int64_t days = (seconds >= 0 ? seconds : seconds - day_length + 1) / day_length;
  day = from_days(to_days(day) + static_cast<std::int32_t>(days));
  if (!in_range(day.year)) return std::nullopt;
  Reading clock;
  clock.seconds = static_cast<std::int32_t>(seconds - days * day_length);
  clock.with_seconds = clock.seconds % 60 != 0;
  return to_value({day, Unit::day, Season::none}) + clock_value(clock);
}

std::optional<std::string> Resolver::stretch(const Reading& reading) const {
  const Amount& amount = reading.amounts[0];
  const bool counted = reading.rule == Rule::length_determined && reading.direction != 0 && amount.thousandths > 0;
  if (!counted || !anchor_ || anchor_->unit != Unit::day || amount.thousandths % 1000 != 0) return std::nullopt;
  const bool ahead = reading.direction > 0;
  if (amount.unit < Unit::day) {
    Reading now = reading;
    now.amount_count = 0;
    const std::optional<std::string> here = moment_away(now);
    const std::optional<std::string> there = moment_away(reading);
    if (!here || !there) return std::nullopt;
    return ahead ? *here + '/' + *there : *there + '/' + *here;
  }
  const auto units = static_cast<std::int32_t>(std::min<std::int64_t>(amount.thousandths / 1000, 1000));
  if (amount.unit == Unit::quarter) {  // quarters are those of the calendar
    const CivilDay first =
        move({anchor_->day.year, (anchor_->day.month - 1) / 3 * 3 + 1, 1}, Unit::quarter, ahead ? 1 : -units).day;
    const CivilDay last = move(first, Unit::quarter, units).day;
    if (!in_range(first.year) || !in_range(last.year)) return std::nullopt;
    return to_value({first, Unit::day, Season::none}) + '/' + to_value({last, Unit::day, Season::none});
  }
  const CivilDay near = ahead ? move(anchor_->day, Unit::day, 1).day : anchor_->day;
  const CivilDay far = move(near, amount.unit, ahead ? units : -units).day;
  if (!in_range(far.year)) return std::nullopt;
  const std::string a = to_value({near, Unit::day, Season::none});
  const std::string b = to_value({far, Unit::day, Season::none});
  return ahead ? a + '/' + b : b + '/' + a;
}

/// The n-th day or week of the period, the week of the day, the day at a distance from it.
std::optional<Period> Resolver::narrow(const Reading& reading, std::optional<Period> period) const {
  if (!period) return std::nullopt;
  if (reading.as_week) return Period{period->day, Unit::week, Season::none};
  if (reading.nth != 0) period = nth_part(*period, {reading.nth, reading.nth_unit, reading.nth_weekday});
  for (std::size_t i = 0; period && reading.direction != 0 && i < reading.amount_count; ++i) {
    const Amount& amount = reading.amounts[i];
    if (amount.unit < Unit::day) continue;
    const std::int64_t units = std::min<std::int64_t>(amount.thousandths / 1000, 100000) * reading.direction;
    const CivilDay day = move(period->day, amount.unit, static_cast<std::int32_t>(units)).day;
    if (!in_range(day.year)) return std::nullopt;
    period->day = day;
  }
  return period;
}

/// The name in a year; where a weekday is said with the date, only in a year in which they agree.
std::optional<Period> Resolver::occurrence(const Reading& reading, std::int32_t year) const {
  const std::optional<Period> found = within_year(reading, year);
  const bool dated = found && reading.weekday != 0 && reading.day != 0;
  return dated && weekday_of(to_days(found->day)) != reading.weekday ? std::nullopt : found;
}

std::optional<Period> Resolver::locate(const Reading& reading, Tense tense) const {
  if (fiscal_quarter_ && reading.of_quarter && reading.quarter != 0) return quarter_;  // whenever it ended
  if (reading.has_year()) return locate_dated(reading);
  const bool moved = reading.unit != Unit::none || reading.part_of_story;
  if (reading.base != Base::open && moved) return locate_moved(reading, tense);
  return locate_named(reading, tense);
}

void Resolver::remember(const Reading& reading, const Period& period, std::uint32_t sentence) {
  const bool backwards = is_offset(reading.rule) && reading.shift < 0;
  if (period.unit == Unit::quarter) {
    told_quarter_ = period;
    if (!backwards) longer_told_.reset();
  }
  if (reading.rule == Rule::date_fiscal_year || reading.half != 0) longer_told_ = sentence;
  if (period.unit == Unit::quarter && !backwards && is_reported(reading, period)) {
    quarter_ = period;
    fiscal_quarter_ = reading.fiscal || (fiscal_quarter_ && reading.of_quarter);
    quarter_sentence_ = sentence;
  }
  if (backwards || (manner_ == Manner::story && reading.rule == Rule::date_deictic)) return;
  story_ = period;
  story_sentence_ = sentence;
}

}  // namespace dossier::dates
