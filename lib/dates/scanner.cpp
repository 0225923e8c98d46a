// Finds the temporal expressions of a text: reads sentence by sentence, decides how the text tells time, then resolves.
//
// 1. A sentence without any word or digit of time costs one look-up a token and no more.
// 2. Expressions are read from left to right, the longest at each place; they do not overlap.
// 3. Values are given in text order, since each may lean on the one before it.
#include <algorithm>

#include "dates/beginnings.hpp"
#include "dates/dates.hpp"
#include "dates/grammar.hpp"
#include "dates/memory.hpp"
#include "dates/ranges.hpp"
#include "dates/resolver.hpp"
#include "dates/tense.hpp"

namespace dossier::dates {
namespace {

/// True for a number that only counts what stands around it: "25 percent", "two boats", "$12.50", "200 million", not
/// "two hard years".
bool only_counts(const Items& items, std::size_t i) noexcept {
  const Item& item = items[i];
  const Item& next = items[i + 1];
  if (item.number < 0) return false;
  if (item.is(glued) && items.is_mark(i - 1, '$')) return true;
  const bool digits = item.digits == Digits::plain || item.digits == Digits::decimal;
  if (digits && next.magnitude >= 1000000 && items[i + 2].unit == Unit::none) return true;
  if (items.of_note() || item.is(telling)) return false;
  return next.mark == '%' || (next.is_plain_word() && items[i + 2].unit == Unit::none);
}

/// True for what stands between "the" and a noun that has nothing to do with time: "the last boat", "the first man".
bool leads_nowhere(const Items& items, std::size_t i) noexcept {
  if (only_counts(items, i)) return true;
  const bool word = items[i].number < 0 && !items[i].is(telling);
  return word && items[i + 1].is_plain_word() && items[i + 2].unit == Unit::none && !items[i + 2].is(telling);
}

/// "will one day return": no length, but a day to come.
bool is_someday(const Items& items, std::size_t i, const Parsed& parsed) noexcept {
  const Item& led = items[i - 1];
  const bool modal = led.word == Word::will || (led.month == 5 && led.is(lowered));
  return modal && items[i].is(spelled) && items[i].whole() == 1 && items[i + 1].unit == Unit::day &&
         parsed.end == i + 2 && parsed.reading.rule == Rule::length_amount;
}

Reading someday() noexcept {
  Reading out;
  out.vague = Vague::future;
  out.rule = Rule::date_vague;
  out.score = 0.85F;
  return out;
}

/// True for a weekday with nothing said beside it.
bool names_weekday(const Reading& reading) noexcept {
  return reading.kind == TimeKind::date && reading.weekday != 0 && reading.month == 0 && reading.day == 0 &&
         reading.base == Base::open && reading.pick == Pick::none && !reading.has_year() && reading.nth == 0 &&
         reading.nth_weekday == 0;
}

/// True for "next Tuesday" and "this Friday".
bool names_weekday_picked(const Reading& reading) noexcept {
  Reading plain = reading;
  plain.pick = Pick::none;
  return reading.pick != Pick::none && names_weekday(plain);
}

/// Collects the expressions of one window.
class WindowReader {
 public:
  WindowReader(Items items, std::uint32_t sentence, std::vector<Found>& out)
      : items_(items), sentence_(sentence), out_(out), first_(out.size()) {}

  void read() {
    std::size_t core = 0;  // the first telling item at or after i
    for (std::size_t i = 0; i < items_.size();) {
      if (items_[i].families == 0) {
        ++i;
        continue;
      }
      core = std::max(core, i);
      while (core < items_.size() && !items_[core].is(telling) && !(items_.of_note() && items_[core].number >= 0))
        ++core;
      if (core == items_.size()) break;
      if (core > i + reach)
        i = core - reach;
      else
        i = std::max(read_at(i), i + 1);
    }
    link();
  }

 private:
  /// Reads at `i`; returns the end of what was found, `i` when nothing was.
  std::size_t read_at(std::size_t i) {
    const Item& item = items_[i];
    const bool leads = item.number < 0 && !item.is(telling);  // a word that means something only before others
    if (leads && (items_[i + 1].is_plain_word() || items_[i + 1].word == Word::past_verb)) return i;
    if (only_counts(items_, i) || (items_.is(i, Word::the) && leads_nowhere(items_, i + 1))) return i;
    const bool year_alone = item.families == year_family && item.digits == Digits::plain;  // nothing goes on from it
    const Parsed head = year_alone ? Parsed{} : read_range_head(items_, i);
    Parsed parsed = year_alone ? read_lone_year(items_, i) : read_expression(items_, i);
    const bool number_alone = parsed.reading.month == 0 && parsed.reading.weekday == 0 && !parsed.reading.has_year() &&
                              parsed.reading.day != 0 && parsed.reading.base == Base::open;
    if (head && (head.end > parsed.end || (head.end == parsed.end && number_alone))) parsed = head;
    if (!parsed) return i;
    if (!accept(parsed, i)) return i;
    add(parsed, i);
    if (parsed.reading.impossible) return parsed.end;
    const RangeTail tail = read_range_tail(items_, parsed.end, parsed.reading);
    if (!tail.parsed) return parsed.end;
    const Parsed other = read_expression(items_, tail.begin);
    if (other && other.end > tail.parsed.end) return parsed.end;
    add(tail.parsed, tail.begin);
    return tail.parsed.end;
  }

  /// Last doubts about a reading that depend on its surroundings.
  [[nodiscard]] bool accept(const Parsed& parsed, std::size_t i) const {
    if (parsed.reading.rule == Rule::date_weekday_short) {
      const Word before = items_[i - 1].word;
      if (items_.of_note() && i == 0 && parsed.end + 1 >= items_.size()) return true;  // "fri", "Mon."
      if (continues_days(i) || leads_days(parsed.end)) return true;
      if (items_[i].is(lowered) && items_[i].is(ambiguous))
        return before == Word::this_ || before == Word::last || before == Word::next;
      return before == Word::on || before == Word::this_ || before == Word::last || before == Word::next;
    }
    return true;
  }

  /// True when a list of weekdays goes on at `i`: "Mon and tues", "every Monday, Wednesday and Friday".
  [[nodiscard]] bool continues_days(std::size_t i) const noexcept {
    if (out_.size() == first_ || i != previous_end_ + 1 || out_.back().reading.weekday == 0) return false;
    const Word link = items_[previous_end_].word;
    return link == Word::and_ || link == Word::or_ || link == Word::to || items_.is_mark(previous_end_, ',') ||
           items_.is_mark(previous_end_, '-');
  }

  /// True when a list or range of weekdays begins before `i`: "Mon-Fri", "Mon and Tue".
  [[nodiscard]] bool leads_days(std::size_t i) const noexcept {
    const Word link = items_[i].word;
    const bool linked = link == Word::and_ || link == Word::or_ || link == Word::to || link == Word::through ||
                        items_.is_mark(i, '-') || items_.is_mark(i, '/');
    return linked && items_[i + 1].weekday != 0;
  }

  void add(const Parsed& parsed, std::size_t i) {
    Found found;
    found.reading = parsed.reading;
    const bool weekday_alone = names_weekday(parsed.reading) && !items_.is(previous_end_, Word::to);
    if (weekday_alone && continues_days(i) && out_.back().reading.kind == TimeKind::set) {
      found.reading.kind = TimeKind::set;
      found.reading.rule = out_.back().reading.rule;
    }
    const bool shares = weekday_alone && continues_days(i) && names_weekday_picked(out_.back().reading);
    if (shares) {  // "next Tuesday or Wednesday"
      found.reading.pick = out_.back().reading.pick;
      found.reading.base = out_.back().reading.base;
    }
    if (is_someday(items_, i, parsed)) found.reading = someday();
    const Item& last = items_[parsed.end - 1];
    found.span = {items_[i].span.begin, last.span.end};
    found.first_token = items_[i].first_token;
    found.last_token = last.last_token;
    found.sentence = sentence_;
    const Word led = items_[i - 1].word;
    const bool counted = parsed.reading.rule == Rule::length_amount && parsed.reading.amounts[0].thousandths >= 0 &&
                         (parsed.reading.mod == Mod::none || parsed.reading.mod == Mod::approx);
    const Item& next = items_[parsed.end];
    const bool ends = next.mark != 0 || next.span.end == 0;
    found.ahead = counted && (led == Word::in || ((led == Word::within || led == Word::after) && ends));
    between_ = led == Word::between ? out_.size() : between_;
    if (out_.size() > first_) {
      const std::size_t gap = i - previous_end_;
      const Word word = items_[previous_end_].word;
      const bool link_word = word == Word::to || word == Word::and_ || word == Word::through || word == Word::until ||
                             items_.is_mark(previous_end_, '-');
      out_.back().linked = gap == 1 && link_word;
      out_.back().range = gap == 1 && link_word && (word != Word::and_ || between_ + 1 == out_.size());
    }
    previous_end_ = parsed.end;
    out_.push_back(found);
  }

  /// "July 1 to July 3, 1863", "April and June 1955": the first takes the year of the second.
  void link() {
    for (std::size_t i = out_.size(); i-- > first_ + 1;) {
      Found& first = out_[i - 1];
      const Found& second = out_[i];
      if (first.linked && first.reading.seconds >= 0 && !first.reading.has_period() && second.reading.seconds >= 0 &&
          second.reading.has_period()) {  // "from 3 to 5 p.m. on Friday"
        const Reading clock = first.reading;
        first.reading = second.reading;
        first.reading.seconds = clock.seconds;
        first.reading.with_seconds = clock.with_seconds;
      }
      const bool lacks_year = !first.reading.has_year() && first.reading.base == Base::open && first.reading.month != 0;
      if (!first.linked || !lacks_year || !second.reading.has_year() || second.reading.month == 0) continue;
      const bool wraps = second.reading.month < first.reading.month;
      first.reading.year = second.reading.year - (wraps ? 1 : 0);
      first.reading.unit = Unit::year;
    }
  }

  static constexpr std::size_t reach = 8;  // items before the first telling item of an expression, at most

  Items items_;
  std::uint32_t sentence_;
  std::vector<Found>& out_;
  std::size_t first_;  // of out_ that is of this window
  std::size_t previous_end_ = 0;
  std::size_t between_ = static_cast<std::size_t>(-2);  // the expression that "between" stands before
};

/// So many windows are made before they are read: the code of the two steps does not fit into a processor's cache
/// together.
constexpr std::size_t windows_at_once = 64;

/// A few words sent on a known day are a note.
bool is_note(const tokens::TokenizedText& text, const std::optional<Anchor>& anchor) noexcept {
  constexpr std::size_t most_tokens = 40;
  return anchor && anchor->day != 0 && text.tokens.size() <= most_tokens;
}

/// A text is a story when it dates with years, some of them not its own, rather than with words that lean on its own
/// day.
Manner manner_of(const std::vector<Found>& all, const std::optional<Anchor>& anchor) noexcept {
  if (!anchor) return Manner::story;
  std::size_t dated = 0;
  std::size_t leaning = 0;
  bool elsewhere = false;
  for (const Found& found : all) {
    const Reading& reading = found.reading;
    const bool undated = reading.vague != Vague::none || reading.kind == TimeKind::duration;
    if (undated || reading.kind == TimeKind::set || reading.impossible) continue;
    if (reading.has_year()) {
      ++dated;
      elsewhere |= reading.year < anchor->year - 1;
    } else if (reading.base == Base::anchor || (reading.weekday != 0 && reading.month == 0)) {
      ++leaning;
    }
  }
  return elsewhere && dated >= 3 && dated > 2 * leaning ? Manner::story : Manner::report;
}

/// Keeps a doubtful year only where the text has sure ones within two generations; in a text about the time before the
/// era the doubtful one counts backwards too.
void settle_doubts(std::vector<Found>& all) {
  constexpr std::int32_t generations = 60;
  if (std::none_of(all.begin(), all.end(), [](const Found& found) { return found.reading.doubtful; })) return;
  std::vector<std::int32_t> sure;
  for (const Found& found : all)
    if (found.reading.has_year() && !found.reading.doubtful) sure.push_back(found.reading.year);
  std::sort(sure.begin(), sure.end());
  const auto has_near = [&](std::int32_t year) {
    const auto at = std::lower_bound(sure.begin(), sure.end(), year - generations);
    return at != sure.end() && *at <= year + generations;
  };
  const auto is_wrong = [&](Found& found) {
    if (!found.reading.doubtful || has_near(found.reading.year)) return false;
    const std::int32_t before_era = 1 - found.reading.year;
    if (!has_near(before_era)) return true;
    found.reading.year = before_era;
    return false;
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_wrong), all.end());
}

Place place_of(const Found& found, const tokens::TokenizedText& text, Manner manner) noexcept {
  return {text.sentences[found.sentence], found.first_token, found.last_token, manner == Manner::note};
}

/// The tense around an expression, where it can tell something: for names without a year, and for bare years.
Tense tense_of(const Found& found, const tokens::TokenizedText& text, Manner manner) noexcept {
  const Reading& reading = found.reading;
  const bool dated = reading.has_year() && reading.rule != Rule::date_year;
  const bool moved = reading.base != Base::open && reading.unit != Unit::weekend && reading.pick == Pick::none;
  if (dated || moved || !reading.has_period()) return Tense::unknown;
  return tense_around(text, place_of(found, text, manner));
}

/// "in two weeks", "within an hour": in a note, or under a verb of the future, the moment that lies so far ahead.
void look_ahead(Found& found, const Found* before, const tokens::TokenizedText& text, Manner manner) noexcept {
  if (!found.ahead) return;
  tokens::Sentence part = text.sentences[found.sentence];  // not "the first Monday of the month in two months"
  if (before != nullptr && before->sentence == found.sentence) part.first = std::max(part.first, before->last_token);
  if (is_ranked_over(text, {part, found.first_token, found.last_token})) return;
  const Tense tense = tense_around(text, place_of(found, text, manner));
  if (manner == Manner::note && tense != Tense::past) make_offset(found.reading, Base::anchor, 1);
}

/// "It's the third day of the strike": a day that is not counted in the calendar, and yet known.
void settle_day(Found& found, const tokens::TokenizedText& text, Manner manner) noexcept {
  if (!found.reading.uncounted || !is_today_itself(text, place_of(found, text, manner))) return;
  found.reading.uncounted = false;
  found.reading.base = Base::anchor;
}

/// "from Dec. 23 to Jan. 6": the end lies behind the beginning, whatever the tense.
void follow_beginning(const Found& first, const Resolved& begin, Found& found) noexcept {
  Reading& reading = found.reading;
  const bool named = reading.kind == TimeKind::date || reading.kind == TimeKind::time;
  const bool dated = begin.period && (begin.period->unit == Unit::day || begin.period->unit == Unit::month);
  if (!first.range || !named || !dated || reading.base != Base::open || reading.has_year()) return;
  const bool alike = first.reading.month != 0 ? reading.month != 0 : names_weekday(first.reading) && reading.month == 0;
  reading.ends_range = alike && (reading.month != 0 || reading.weekday != 0) && reading.pick == Pick::none &&
                       reading.nth == 0 && reading.direction == 0;
}

/// The mention without its value.
TimeMention outline(const Found& found) {
  TimeMention out;
  out.span = found.span;
  out.first = found.first_token;
  out.last = found.last_token;
  out.kind = found.reading.kind;
  out.mod = found.reading.mod;
  out.rule = rule_name(found.reading.rule);
  out.score = found.reading.score;
  return out;
}

/// A day that does not exist, as it was written.
TimeMention as_written(const Found& found) {
  TimeMention out = outline(found);
  out.invalid = true;
  out.value = to_open_value(found.reading) + clock_value(found.reading);
  return out;
}

/// True when both are ends of a stretch of the calendar or of the clock.
bool joins(const Found& first, const Resolved& a, const Resolved& b) noexcept {
  const auto placed = [](const Resolved& end) {
    return (end.kind == TimeKind::date && end.period) || (end.kind == TimeKind::time && end.value.size() > 10);
  };
  return first.range && placed(a) && placed(b);
}

/// "2025-05-10/2025-05-13": a stretch ends where the unit that was named as its last is over.
std::string join_values(const Resolved& a, const Resolved& b) {
  std::string out = a.value + '/';
  const bool whole = b.kind == TimeKind::date && a.kind == TimeKind::date && b.period;
  return out += whole ? to_value(after(*b.period)) : b.value;
}

/// True for what names a day, a longer period or a time of day, known or open.
bool is_in_calendar(const Resolved& resolved) noexcept {
  if (resolved.kind == TimeKind::set) return resolved.clock;  // "daily at 9"
  return (resolved.kind == TimeKind::date || resolved.kind == TimeKind::time) && !resolved.value.ends_with("_REF");
}

}  // namespace

Memory::Memory() : parts_(std::make_unique<Parts>()) {}
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;
Memory::~Memory() = default;

std::span<const TimeMention> find_dates(const Source& source, const std::optional<Anchor>& anchor,
                                        const DateOptions& options, Memory& memory) {
  const tokens::TokenizedText& text = source.text;
  std::vector<Found>& all = memory.parts().found;
  std::vector<TimeMention>& out = memory.parts().mentions;
  all.clear();
  out.clear();
  const bool note = is_note(text, anchor);
  ItemMaker maker(source, memory.parts().items, {options.order, note});
  std::span<const Window> left = maker.find_windows(0, static_cast<std::uint32_t>(text.sentences.size()));
  while (!left.empty()) {
    const std::span<const Window> now = left.first(std::min(left.size(), windows_at_once));
    const ItemMaker::Made made = maker.make(now);
    for (std::size_t i = 0; i < now.size(); ++i) {
      const std::size_t begin = i > 0 ? made.ends[i - 1] : 0;
      const Items items(made.items.subspan(begin, made.ends[i] - begin), options.order, note);
      WindowReader(items, now[i].sentence, all).read();
    }
    left = left.subspan(now.size());
  }
  settle_doubts(all);
  const Manner manner = note ? Manner::note : manner_of(all, anchor);
  Resolver resolver(source.lexicon, anchor, manner, options);
  Resolved previous;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Found& found = all[i];
    if (found.reading.impossible) {
      out.push_back(as_written(found));
      previous = {};
      continue;
    }
    settle_day(found, text, manner);
    if (i > 0 && manner != Manner::story) follow_beginning(all[i - 1], previous, found);
    look_ahead(found, i > 0 ? &all[i - 1] : nullptr, text, manner);
    Resolved resolved = resolver.resolve(found.reading, tense_of(found, text, manner), found.sentence);
    if (options.ranges == DateRanges::joined) {
      if (const std::optional<std::string> stretch = resolver.stretch(found.reading)) {
        resolved.value = *stretch;
        resolved.kind = found.reading.amounts[0].unit < Unit::day ? TimeKind::time : TimeKind::date;
      }
    }
    if (options.ranges == DateRanges::joined && i > 0 && joins(all[i - 1], previous, resolved)) {
      TimeMention& whole = out.back();
      whole.span.end = found.span.end;
      whole.last = found.last_token;
      whole.value = join_values(previous, resolved);
      if (resolved.kind == TimeKind::time) whole.kind = TimeKind::time;
      found.range = false;
      continue;
    }
    if (options.scope == DateScope::calendar && !is_in_calendar(resolved)) {
      previous = {};
      continue;
    }
    previous = resolved;
    TimeMention& mention = out.emplace_back(outline(found));
    mention.kind = resolved.kind;
    mention.relative = resolved.relative;
    mention.value = std::move(resolved.value);
    mention.told_from = std::move(resolved.told_from);
  }
  return out;
}

}  // namespace dossier::dates
