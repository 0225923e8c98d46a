// Turns tokens into items: looks words up, cuts hyphenated words into pieces, reads digits across tokens.
#include "dates/items.hpp"

#include <algorithm>

#include "dates/beginnings.hpp"
#include "dates/classes.hpp"
#include "dates/codes.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::dates {
namespace {

using lexicon::ClassId;
using tokens::Token;
using tokens::TokenKind;

static_assert(trigger_classes.high == 0);

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
bool are_telling(std::string_view text, Span digits) noexcept {
  if (digits.begin > 0 && text[digits.begin - 1] == '$') return false;
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

ItemMaker::ItemMaker(const Source& source, ItemMemory& memory, ItemStyle style)
    : text_(source.text),
      lexicon_(source.lexicon),
      matches_(source.matches),
      words_(words()),
      memory_(memory),
      style_(style) {
  memory_.piece.text = text_.text;
  memory_.piece.tokens.resize(1);
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
  if (token.kind == TokenKind::number) return are_telling(text_.text, token.span);
  if (token.kind != TokenKind::word) return false;
  if (classes.any(trigger_classes) || (token.flags & tokens::has_digit) != 0) return true;
  if (words_.may_trigger(token.hash) && (words_.find(token.hash).flags & trigger) != 0) return true;
  return (token.flags & tokens::has_hyphen) != 0 && pieces_have_time(token);
}

bool ItemMaker::is_plain(std::uint32_t index) const noexcept {
  const Token& token = text_.tokens[index];
  return token.kind == TokenKind::word && (token.flags & (tokens::has_digit | tokens::has_hyphen)) == 0 &&
         !matches_.classes[index].any(time_classes) && words_.find(token.hash).word == Word::none &&
         matches_.phrase_begin[index] == matches_.phrase_begin[index + 1];
}

/// A plain word ends what may belong to the expression around the core, but for one before its unit ("two hard weeks");
/// one more token is seen beyond it.
void ItemMaker::add_window(std::uint32_t sentence, std::uint32_t core) {
  constexpr std::uint32_t before = 10;  // tokens of an expression before the telling one, and its context
  constexpr std::uint32_t after = 8;
  std::vector<Window>& windows = memory_.windows;
  memory_.cores.push_back(core);
  const bool goes_on = !windows.empty() && windows.back().sentence == sentence;
  const std::uint32_t begin = goes_on ? windows.back().last : text_.sentences[sentence].first;
  const std::uint32_t end = text_.sentences[sentence].last;
  const auto stops = [&](std::uint32_t i) { return !style_.note && is_plain(i); };
  std::uint32_t first = core;
  while (first > begin && core - first < before) {
    --first;
    if (core - first == 1 || !stops(first)) continue;
    if (first > begin) --first;
    break;
  }
  std::uint32_t last = std::max(core + 1, goes_on ? begin : 0);
  while (last < end && last - core <= after) {
    if (!stops(last++)) continue;
    if (last < end) ++last;
    break;
  }
  if (goes_on && first <= begin)
    windows.back().last = last;
  else
    windows.push_back({first, last, sentence});
}

std::span<const Window> ItemMaker::find_windows(std::uint32_t first, std::uint32_t last) {
  memory_.cores.clear();
  memory_.windows.clear();
  next_core_ = 0;
  if (first >= last) return {};
  std::uint32_t sentence = first;
  const std::uint32_t end = text_.sentences[last - 1].last;
  const Token* const tokens = text_.tokens.data();
  const lexicon::ClassSet* const classes = matches_.classes.data();
  for (std::uint32_t i = text_.sentences[first].first; i < end; ++i) {
    const Token& token = tokens[i];
    const auto figures = static_cast<std::uint64_t>(token.flags & (tokens::has_digit | tokens::has_hyphen));
    const std::uint64_t named = classes[i].low & trigger_classes.low;
    if ((figures | named) == 0 && !words_.may_trigger(token.hash)) continue;  // nearly every token
    if (!is_core(token, classes[i])) continue;
    while (text_.sentences[sentence].last <= i) ++sentence;
    add_window(sentence, i);
  }
  return memory_.windows;
}

std::span<const Item> ItemMaker::make(Window window) { return make(std::span(&window, 1)).items; }

ItemMaker::Made ItemMaker::make(std::span<const Window> windows) {
  memory_.items.clear();
  memory_.item_ends.clear();
  for (const Window& window : windows) {
    append_window(window);
    memory_.item_ends.push_back(static_cast<std::uint32_t>(memory_.items.size()));
  }
  return {memory_.items, memory_.item_ends};
}

void ItemMaker::append_window(Window window) {
  const std::size_t begin = memory_.items.size();
  sentence_end_ = text_.sentences[window.sentence].last;
  for (std::uint32_t i = window.first; i < window.last;) i = add(i);
  const std::span<Item> made = std::span(memory_.items).subspan(begin);
  const Items items(made, style_.order, style_.note);
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].families = families_at(items, i);
    if (is_telling(made[i])) made[i].flags |= telling;
  }
}

Item& ItemMaker::append(Span span, std::uint32_t index) {
  Item& item = memory_.items.emplace_back();
  item.span = span;
  item.first_token = index;
  item.last_token = index + 1;
  const Token& token = text_.tokens[index];
  const bool inside = span.begin != token.span.begin;
  unsigned flags = 0;
  if (inside || (token.flags & tokens::space_before) == 0) flags |= glued;
  if (!inside && (token.flags & tokens::sentence_start) != 0) flags |= opens;
  if (is_upper(text_.text[span.begin]))
    flags |= span.size() > 1 && is_upper(text_.text[span.end - 1]) ? capital | shouted : unsigned{capital};
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
      if (matches_.phrase_begin[index] != matches_.phrase_begin[index + 1])
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
  const std::uint32_t limit = std::min(index + longest_name, sentence_end_);
  const std::vector<std::uint32_t>& cores = memory_.cores;
  while (next_core_ < cores.size() && cores[next_core_] < index) ++next_core_;
  if (next_core_ == cores.size() || cores[next_core_] >= limit) return index;
  for (const lexicon::PhraseMatch& match : matches_.phrases_at(index)) {
    const ClassId cls = match.cls;
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
      const DigitsRead read = read_digits(text_.text, at, style_.order);
      Item& item = append({at, read.end}, index);
      item.digits = read.kind;
      item.number = read.number;
      item.width = read.width;
      item.date = read.date;
      item.seconds = read.seconds;
      if (read.separated) item.flags |= separated;
      if (read.kind == Digits::ordinal) item.flags |= ordinal;
      at = read.end;
      while (at > end && index + 1 < sentence_end_) end = text_.tokens[++index].span.end;  // over several tokens
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
  Token& token = memory_.piece.tokens.front();
  token = {};
  token.span = piece;
  token.hash = tokens::hash_word(bytes, memory_.buffer);
  token.shape = shape_of(bytes);
  lexicon_.look_up(memory_.piece);
  return token;
}

void ItemMaker::describe(Item& item, const Token& token) const {
  for (const lexicon::EntryId id : lexicon_.entries(token)) {
    if (!time_classes.has(lexicon_.class_of(id))) continue;
    const unsigned entry = lexicon_.flags_of(id);
    if ((entry & (lexicon::word | lexicon::is_person)) != 0) item.flags |= ambiguous;
    if ((entry & lexicon::needs_context) != 0) item.flags |= short_form;
    add_entry(item, lexicon_, id);
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
