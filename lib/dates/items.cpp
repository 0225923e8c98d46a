// Turns tokens into items: looks words up, cuts hyphenated words into pieces, reads digits across tokens.
#include "dates/items.hpp"

#include <algorithm>

#include "dates/codes.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::dates {
namespace {

using lexicon::ClassId;
using tokens::Token;
using tokens::TokenKind;

constexpr lexicon::ClassSet time_classes =
    lexicon::set_of(ClassId::month, ClassId::weekday, ClassId::season, ClassId::holiday, ClassId::time_unit,
                    ClassId::day_part, ClassId::number_word, ClassId::ordinal_word, ClassId::magnitude);
constexpr lexicon::ClassSet trigger_classes = lexicon::set_of(ClassId::month, ClassId::weekday, ClassId::season,
                                                              ClassId::holiday, ClassId::time_unit, ClassId::day_part);

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }

/// Length of the dash at `at`: hyphen-minus, U+2010..U+2015, U+2212; 0 when there is none.
std::uint32_t dash_at(std::string_view text, std::uint32_t at, std::uint32_t end) noexcept {
  if (at >= end) return 0;
  if (text[at] == '-') return 1;
  if (end - at < 3 || text[at] != '\xE2') return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  if (second == 0x80 && third >= 0x90 && third <= 0x95) return 3;
  return second == 0x88 && third == 0x92 ? 3 : 0;
}

/// True for digits that may be temporal with no word of time beside them: three or four, or with marks in or after
/// them.
bool is_telling(std::string_view text, Span digits) noexcept {
  if (digits.size() == 3 || digits.size() == 4) return true;
  const auto tells = [](char c) { return !is_digit(c) && c != ',' && c != '.'; };
  const std::string_view bytes = text.substr(digits.begin, digits.size());
  if (std::any_of(bytes.begin(), bytes.end(), tells)) return true;
  if (std::count(bytes.begin(), bytes.end(), '.') > 1) return true;  // "26.11.2025"
  const bool linked = digits.end + 1 < text.size() && is_digit(text[digits.end + 1]) && tells(text[digits.end]);
  return linked || (digits.size() == 2 && digits.begin > 0 &&
                    (text[digits.begin - 1] == '\'' || text[digits.begin - 1] == '\x99'));
}

tokens::Shape shape_of(std::string_view piece) noexcept {
  const bool first = is_upper(piece.front());
  const bool any_lower = std::any_of(piece.begin(), piece.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool more_upper = std::any_of(piece.begin() + 1, piece.end(), is_upper);
  if (!first) return more_upper ? tokens::Shape::mixed : tokens::Shape::lower;
  if (!any_lower) return tokens::Shape::upper;
  return more_upper ? tokens::Shape::mixed : tokens::Shape::title;
}

/// True for "tues", "dec", "sept." and the like, as opposed to full names: without a capital letter they need support.
bool is_abbreviation(const Item& item, char last) noexcept {
  const std::uint32_t letters = item.span.size() - (last == '.' ? 1U : 0U);
  if (item.weekday != 0) return letters < 6;
  return item.month != 0 && (letters < 4 ? item.month != 5 : letters == 4 && item.month != 6 && item.month != 7);
}

}  // namespace

std::uint32_t piece_end(std::string_view text, std::uint32_t begin, std::uint32_t end) noexcept {
  if (const std::uint32_t dash = dash_at(text, begin, end); dash != 0) return begin + dash;
  std::uint32_t at = begin + 1;
  if (text[begin] == '/') return at;
  while (at < end && !is_digit(text[at]) && text[at] != '/' && dash_at(text, at, end) == 0) ++at;
  return at;
}

ItemMaker::ItemMaker(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon,
                     const lexicon::Matches& matches, DateOrder order)
    : text_(text), lexicon_(lexicon), matches_(matches), words_(words()), order_(order) {
  piece_.text = text.text;
  piece_.tokens.resize(1);
  items_.reserve(64);
}

bool ItemMaker::pieces_have_time(const Token& token) {
  for (std::uint32_t at = token.span.begin; at < token.span.end;) {
    const std::uint32_t end = piece_end(text_.text, at, token.span.end);
    if (dash_at(text_.text, at, end) == 0) {
      const Token& piece = look_up({at, end});
      if ((words_.find(piece.hash).flags & trigger) != 0 || lexicon_.classes(piece).any(trigger_classes)) return true;
    }
    at = end;
  }
  return false;
}

/// True when the token tells by itself that there may be an expression.
bool ItemMaker::is_core(const Token& token, lexicon::ClassSet classes) {
  if (token.kind == TokenKind::number) return is_telling(text_.text, token.span);
  if (token.kind != TokenKind::word) return false;
  if (classes.any(trigger_classes) || (token.flags & tokens::has_digit) != 0) return true;
  if (words_.may_trigger(token.hash) && (words_.find(token.hash).flags & trigger) != 0) return true;
  return (token.flags & tokens::has_hyphen) != 0 && pieces_have_time(token);
}

std::span<const Window> ItemMaker::find_windows(const tokens::Sentence& sentence) {
  constexpr std::uint32_t before = 10;  // tokens of an expression before the telling one, and its context
  constexpr std::uint32_t after = 8;
  sentence_ = sentence;
  core_.assign(sentence.last - sentence.first, 0);
  windows_.clear();
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = text_.tokens[i];
    const lexicon::ClassSet classes = matches_.classes[i];
    const bool plain = token.kind == TokenKind::word && (token.flags & (tokens::has_digit | tokens::has_hyphen)) == 0;
    if (plain && !words_.may_trigger(token.hash) && !classes.any(trigger_classes)) continue;  // nearly every token
    if (!is_core(token, classes)) continue;
    core_[i - sentence.first] = 1;
    const std::uint32_t first = i - sentence.first > before ? i - before : sentence.first;
    const std::uint32_t last = std::min(i + 1 + after, sentence.last);
    if (!windows_.empty() && windows_.back().last >= first)
      windows_.back().last = last;
    else
      windows_.push_back({first, last});
  }
  return windows_;
}

std::span<const Item> ItemMaker::make(Window window) {
  items_.clear();
  for (std::uint32_t i = window.first; i < window.last;) i = add(i);
  return items_;
}

Item& ItemMaker::append(Span span, std::uint32_t index) {
  Item& item = items_.emplace_back();
  item.span = span;
  item.first_token = index;
  item.last_token = index + 1;
  const Token& token = text_.tokens[index];
  const bool inside = span.begin != token.span.begin;
  unsigned flags = 0;
  if (inside || (token.flags & tokens::space_before) == 0) flags |= glued;
  if (!inside && (token.flags & tokens::sentence_start) != 0) flags |= opens;
  if (is_upper(text_.text[span.begin])) {
    flags |= capital;
    if (span.size() > 1 && is_upper(text_.text[span.end - 1])) flags |= shouted;
  }
  item.flags = static_cast<std::uint16_t>(flags);
  return item;
}

std::uint32_t ItemMaker::add(std::uint32_t index) {
  const Token& token = text_.tokens[index];
  switch (token.kind) {
    case TokenKind::number:
      return add_pieces(index);
    case TokenKind::word: {
      if ((token.flags & tokens::has_digit) != 0) return add_pieces(index);
      const bool timed = matches_.classes[index].any(time_classes);
      if ((token.flags & tokens::has_hyphen) != 0 && !timed) return add_pieces(index);
      if (const std::uint32_t next = add_phrase(index); next != index) return next;
      Item& item = append(token.span, index);
      item.word = words_.find(token.hash).word;
      if (timed) describe(item, token);
      return index + 1;
    }
    case TokenKind::possessive:
      if (is_short_year(text_.text, token.span.begin)) return add_pieces(index);
      append(token.span, index).mark = '\'';
      return index + 1;
    case TokenKind::punctuation:
    case TokenKind::symbol:
      return add_mark(index);
    default:
      append(token.span, index);
      return index + 1;
  }
}

std::uint32_t ItemMaker::add_mark(std::uint32_t index) {
  const Token& token = text_.tokens[index];
  if (is_short_year(text_.text, token.span.begin)) return add_pieces(index);
  Item& item = append(token.span, index);
  const bool dash = dash_at(text_.text, token.span.begin, token.span.end) != 0;
  item.mark = dash ? '-' : text_.text[token.span.begin];
  if (item.mark == '\'') item.mark = '"';  // a quotation mark; '\'' stands for possessives alone
  if (item.mark == '&') item.word = Word::and_;
  return index + 1;
}

std::uint32_t ItemMaker::add_phrase(std::uint32_t index) {
  const Token& token = text_.tokens[index];
  constexpr std::uint32_t longest_name = 5;  // tokens before the one that shows it is a feast: "Day", "Eve", "Monday"
  const std::uint32_t limit = std::min(index + longest_name, sentence_.last);
  const std::span<const lexicon::PhraseMatch> phrases = matches_.phrases_at(index);
  if (phrases.empty()) return index;
  bool near = false;
  for (std::uint32_t i = index; i < limit && !near; ++i) near = core_[i - sentence_.first] != 0;
  if (!near) return index;
  for (const lexicon::PhraseMatch& match : phrases) {
    const ClassId cls = lexicon_.class_of(match.entry);
    if (cls != ClassId::holiday && cls != ClassId::time_unit) continue;
    Item& item = append({token.span.begin, text_.tokens[match.last - 1].span.end}, index);
    item.last_token = match.last;
    if (cls == ClassId::holiday)
      item.holiday = match.entry;
    else
      item.unit = unit_of(lexicon_.attribute(match.entry, "unit"));
    return match.last;
  }
  return index;
}

std::uint32_t ItemMaker::add_pieces(std::uint32_t index) {
  std::uint32_t at = text_.tokens[index].span.begin;
  std::uint32_t end = text_.tokens[index].span.end;
  while (at < end) {
    if (is_digit(text_.text[at]) || is_short_year(text_.text, at)) {
      const DigitsRead read = read_digits(text_.text, at, order_);
      Item& item = append({at, read.end}, index);
      item.digits = read.kind;
      item.number = read.number;
      item.width = read.width;
      item.date = read.date;
      item.seconds = read.seconds;
      if (read.separated) item.flags |= separated;
      if (read.kind == Digits::ordinal) item.flags |= ordinal;
      at = read.end;
      while (at > end && index + 1 < sentence_.last) end = text_.tokens[++index].span.end;  // over several tokens
      item.last_token = index + 1;
    } else {
      const Span piece{at, piece_end(text_.text, at, end)};
      Item& item = append(piece, index);
      if (dash_at(text_.text, at, end) != 0) {
        item.mark = '-';
      } else if (text_.text[at] == '/') {
        item.mark = '/';
      } else {
        const Token& token = look_up(piece);
        item.word = words_.find(token.hash).word;
        describe(item, token);
      }
      if (piece.begin != text_.tokens[index].span.begin || piece.end != end) item.flags |= piece_of;
      at = piece.end;
    }
  }
  return index + 1;
}

const Token& ItemMaker::look_up(Span piece) {
  const std::string_view bytes = text_.text.substr(piece.begin, piece.size());
  Token& token = piece_.tokens.front();
  token = {};
  token.span = piece;
  token.hash = tokens::hash_word(bytes, buffer_);
  token.shape = shape_of(bytes);
  lexicon_.look_up(piece_);
  return token;
}

void ItemMaker::describe(Item& item, const Token& token) const {
  for (const lexicon::EntryId id : lexicon_.entries(token)) {
    if (!time_classes.has(lexicon_.class_of(id))) continue;
    const lexicon::Entry entry = lexicon_.entry(id);
    if ((entry.flags & (lexicon::word | lexicon::is_person)) != 0) item.flags |= ambiguous;
    if ((entry.flags & lexicon::needs_context) != 0) item.flags |= short_form;
    add_entry(item, entry, id);
  }
  const char last = text_.text[item.span.end - 1];
  if ((item.month != 0 || item.weekday != 0) && !item.is(capital)) {
    item.flags |= lowered;
    if (is_abbreviation(item, last)) item.flags |= short_form;
  }
  const bool countable = item.unit != Unit::none || item.season != Season::none || item.part != DayPart::none;
  if (countable && (last == 's' || last == 'S') && item.span.size() > 2) item.flags |= plural;
}

}  // namespace dossier::dates
