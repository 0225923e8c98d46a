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

tokens::Shape shape_of(std::string_view piece) noexcept {
  const bool first = is_upper(piece.front());
  const bool any_lower = std::any_of(piece.begin(), piece.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool more_upper = std::any_of(piece.begin() + 1, piece.end(), is_upper);
  if (!first) return more_upper ? tokens::Shape::mixed : tokens::Shape::lower;
  if (!any_lower) return tokens::Shape::upper;
  return more_upper ? tokens::Shape::mixed : tokens::Shape::title;
}

}  // namespace

std::uint32_t piece_end(std::string_view text, std::uint32_t begin, std::uint32_t end) noexcept {
  if (const std::uint32_t dash = dash_at(text, begin, end); dash != 0) return begin + dash;
  std::uint32_t at = begin + 1;
  while (at < end && !is_digit(text[at]) && dash_at(text, at, end) == 0) ++at;
  return at;
}

ItemMaker::ItemMaker(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon)
    : text_(text), lexicon_(lexicon), words_(words()) {
  piece_.text = text.text;
  piece_.tokens.resize(1);
}

bool ItemMaker::has_time(const Token& token) const noexcept {
  return (words_.find(token.hash).flags & trigger) != 0 || lexicon_.classes(token).any(trigger_classes);
}

bool ItemMaker::pieces_have_time(const Token& token) {
  for (std::uint32_t at = token.span.begin; at < token.span.end;) {
    const std::uint32_t end = piece_end(text_.text, at, token.span.end);
    if (dash_at(text_.text, at, end) == 0 && has_time(look_up({at, end}))) return true;
    at = end;
  }
  return false;
}

bool ItemMaker::may_have_time(const tokens::Sentence& sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::number) return true;
    if (token.kind != TokenKind::word) continue;
    if ((token.flags & tokens::has_digit) != 0 || has_time(token)) return true;
    if ((token.flags & tokens::has_hyphen) != 0 && pieces_have_time(token)) return true;
    if ((token.shape == tokens::Shape::title) && lexicon_.begins_phrase(token.word)) {
      phrases_.clear();
      lexicon_.match_phrases(text_, i, sentence.last, phrases_);
      for (const auto& match : phrases_)
        if (lexicon_.entry(match.entry).cls == ClassId::holiday) return true;
    }
  }
  return false;
}

std::span<const Item> ItemMaker::make(const tokens::Sentence& sentence) {
  items_.clear();
  for (std::uint32_t i = sentence.first; i < sentence.last;) i = add(i, sentence.last);
  return items_;
}

Item& ItemMaker::append(Span span, std::uint32_t index) {
  Item& item = items_.emplace_back();
  item.span = span;
  item.first_token = index;
  item.last_token = index + 1;
  const Token& token = text_.tokens[index];
  const bool inside = span.begin != token.span.begin;
  if (inside || (token.flags & tokens::space_before) == 0) item.flags |= glued;
  if (!inside && (token.flags & tokens::sentence_start) != 0) item.flags |= opens;
  if (is_upper(text_.text[span.begin])) item.flags |= capital;
  return item;
}

std::uint32_t ItemMaker::add(std::uint32_t index, std::uint32_t last) {
  const Token& token = text_.tokens[index];
  switch (token.kind) {
    case TokenKind::number:
      return add_pieces(index, last);
    case TokenKind::word:
      if ((token.flags & tokens::has_digit) != 0) return add_pieces(index, last);
      if ((token.flags & tokens::has_hyphen) != 0 && !lexicon_.classes(token).any(time_classes))
        return add_pieces(index, last);
      if (const std::uint32_t next = add_phrase(index, last); next != index) return next;
      describe(append(token.span, index), token);
      return index + 1;
    case TokenKind::possessive:
      if (is_short_year(text_.text, token.span.begin)) return add_pieces(index, last);
      append(token.span, index).mark = '\'';
      return index + 1;
    case TokenKind::punctuation:
    case TokenKind::symbol:
      return add_mark(index, last);
    default:
      append(token.span, index);
      return index + 1;
  }
}

std::uint32_t ItemMaker::add_mark(std::uint32_t index, std::uint32_t last) {
  const Token& token = text_.tokens[index];
  if (is_short_year(text_.text, token.span.begin)) return add_pieces(index, last);
  Item& item = append(token.span, index);
  const bool dash = dash_at(text_.text, token.span.begin, token.span.end) != 0;
  item.mark = dash ? '-' : text_.text[token.span.begin];
  if (item.mark == '\'') item.mark = '"';  // a quotation mark; '\'' stands for possessives alone
  if (item.mark == '&') item.word = Word::and_;
  return index + 1;
}

std::uint32_t ItemMaker::add_phrase(std::uint32_t index, std::uint32_t last) {
  const Token& token = text_.tokens[index];
  if (!lexicon_.begins_phrase(token.word)) return index;
  phrases_.clear();
  lexicon_.match_phrases(text_, index, last, phrases_);
  for (const lexicon::PhraseMatch& match : phrases_) {
    const ClassId cls = lexicon_.entry(match.entry).cls;
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

std::uint32_t ItemMaker::add_pieces(std::uint32_t index, std::uint32_t last) {
  std::uint32_t at = text_.tokens[index].span.begin;
  std::uint32_t end = text_.tokens[index].span.end;
  while (at < end) {
    const bool is_year = is_short_year(text_.text, at);
    if (is_year || is_digit(text_.text[at])) {
      const DigitsRead read = read_digits(text_.text, at);
      Item& item = append({at, read.end}, index);
      item.digits = read.kind;
      item.number = read.number;
      item.width = read.width;
      item.date = read.date;
      item.seconds = read.seconds;
      if (read.separated) item.flags |= separated;
      if (read.kind == Digits::ordinal) item.flags |= ordinal;
      at = read.end;
      while (at > end && index + 1 < last) end = text_.tokens[++index].span.end;  // the digits run over several tokens
      item.last_token = index + 1;
    } else {
      const Span piece{at, piece_end(text_.text, at, end)};
      Item& item = append(piece, index);
      if (dash_at(text_.text, at, end) != 0)
        item.mark = '-';
      else
        describe(item, look_up(piece));
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

void ItemMaker::describe(Item& item, const Token& token) {
  item.word = words_.find(token.hash).word;
  const std::string_view bytes = text_.text.substr(item.span.begin, item.span.size());
  if (!lexicon_.classes(token).any(time_classes)) {
    const bool regular_past = item.word == Word::none && bytes.size() > 4 && bytes.ends_with("ed");
    if (regular_past) item.word = Word::past_verb;
    return;
  }
  for (const lexicon::EntryId id : lexicon_.entries(token)) {
    const lexicon::Entry entry = lexicon_.entry(id);
    if (!time_classes.has(entry.cls)) continue;
    if ((entry.flags & (lexicon::word | lexicon::is_person)) != 0) item.flags |= ambiguous;
    if ((entry.flags & lexicon::needs_context) != 0) item.flags |= short_form;
    add_entry(item, entry, id);
  }
  const bool countable = item.unit != Unit::none || item.season != Season::none || item.part != DayPart::none;
  if (countable && (bytes.back() == 's' || bytes.back() == 'S') && bytes.size() > 2) item.flags |= plural;
}

}  // namespace dossier::dates
