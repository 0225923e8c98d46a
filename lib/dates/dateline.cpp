// The date a text is dated with: a line near the top that is nothing but a date, or the dateline of a report.
#include <algorithm>

#include "dates/dates.hpp"
#include "dates/grammar.hpp"
#include "dates/memory.hpp"

namespace dossier::dates {
namespace {

constexpr std::size_t most_sentences = 12;  // looked at from the top
constexpr std::uint32_t most_bytes = 2000;  // of the text, likewise
constexpr std::uint32_t most_tokens = 24;   // of a line that is only a date
constexpr std::size_t dateline_items = 12;  // of a report, before its dash

/// A full date among the items, its place and the minute of a clock time beside it.
struct FullDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  Anchor anchor;
};

std::optional<FullDate> full_date_at(const Items& items, std::size_t i) {
  Parsed parsed = read_numeric_date(items, i);
  if (!parsed) parsed = read_named_date(items, i);
  const Reading& reading = parsed.reading;
  if (!parsed || reading.impossible || !reading.has_year() || reading.day == 0 || reading.month == 0 ||
      reading.year < 1)
    return std::nullopt;
  FullDate out{i, parsed.end, {reading.year, reading.month, reading.day, -1}};
  if (reading.seconds >= 0) out.anchor.minute = reading.seconds / 60 % 1440;
  return out;
}

/// True for words that may stand beside the date on its line.
bool is_ornament_word(Word word) noexcept {
  return word == Word::at || word == Word::on || word == Word::by || word == Word::last || word == Word::zone;
}

/// True for "Published", "Updated" and the like.
bool is_ornament_text(std::string_view text) noexcept {
  static constexpr std::string_view words[] = {"published", "updated", "posted",   "modified", "created", "date",
                                               "dated",     "issued",  "released", "edited",   "time",    "local"};
  const auto same = [&](std::string_view word) {
    return word.size() == text.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
           });
  };
  return std::any_of(std::begin(words), std::end(words), same);
}

/// True for what may stand beside the date on its line: "Published:", "Updated", "at", marks.
bool is_ornament(const Item& item, std::string_view text) noexcept {
  if (item.mark != 0) return item.mark != '"' && item.mark != '\'';
  return is_ornament_word(item.word) || item.weekday != 0 || is_ornament_text(text);
}

/// The date of a line where nothing but ornament stands beside it; of two dates ("Updated ...") the first.
std::optional<Anchor> whole_line(const Items& items, std::string_view text) {
  std::optional<Anchor> found;
  for (std::size_t i = 0; i < items.size();) {
    if (const std::optional<FullDate> date = full_date_at(items, i)) {
      if (!found) found = date->anchor;
      i = date->end;
    } else if (const Parsed clock = read_clock(items, i)) {
      if (found && found->minute < 0) found->minute = clock.reading.seconds / 60 % 1440;
      i = clock.end;
    } else if (is_ornament(items[i], text.substr(items[i].span.begin, items[i].span.size()))) {
      ++i;
    } else {
      return std::nullopt;
    }
  }
  return found;
}

/// "MOSCOW, Nov. 26, 2025 (Reuters) -": a place in capitals, a full date, and soon after it a dash.
std::optional<Anchor> report_line(const Items& items, std::string_view text) {
  const Item& place = items[0];
  if (!place.is(capital) || place.span.size() < 2) return std::nullopt;
  const std::string_view word = text.substr(place.span.begin, place.span.size());
  if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
  for (std::size_t i = 1; i < dateline_items; ++i) {
    const std::optional<FullDate> date = full_date_at(items, i);
    if (!date) continue;
    for (std::size_t j = date->end; j < date->end + 5; ++j)
      if (items.is_mark(j, '-') && !(items[j].is(glued) && items[j + 1].is(glued))) return date->anchor;
    return std::nullopt;
  }
  return std::nullopt;
}

/// A full date has a year, in digits.
bool has_digits(const tokens::TokenizedText& text, std::uint32_t first, std::uint32_t last) {
  return std::any_of(text.tokens.begin() + first, text.tokens.begin() + last, [](const tokens::Token& token) {
    return token.kind == tokens::TokenKind::number || (token.flags & tokens::has_digit) != 0;
  });
}

/// False for most lines that have an ordinary word, without the pains of reading them.
bool may_be_date(const Source& source, const ItemMaker& maker, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i)
    if (maker.is_plain(i) && !is_ornament_text(source.text.text_of(i))) return false;
  return true;
}

}  // namespace

std::optional<Anchor> find_dateline(const Source& source, Memory& memory) {
  const tokens::TokenizedText& text = source.text;
  const std::size_t count = std::min(text.sentences.size(), most_sentences);
  ItemMaker maker(source, memory.parts().items);
  for (std::uint32_t i = 0; i < count; ++i) {
    const tokens::Sentence& sentence = text.sentences[i];
    if (sentence.first == sentence.last || text.tokens[sentence.first].span.begin > most_bytes) break;
    const std::uint32_t last = std::min(sentence.last, sentence.first + most_tokens);
    const bool line = last == sentence.last && may_be_date(source, maker, sentence.first, last);
    const bool report = text.tokens[sentence.first].shape == tokens::Shape::upper;
    if ((!line && !report) || !has_digits(text, sentence.first, last) || maker.find_windows(i, i + 1).empty()) continue;
    const Items items(maker.make({sentence.first, last, i}));
    if (line)
      if (const std::optional<Anchor> found = whole_line(items, text.text)) return found;
    if (const std::optional<Anchor> found = report_line(items, text.text)) return found;
  }
  return std::nullopt;
}

}  // namespace dossier::dates
