// Decides before which tokens a sentence begins, in one pass.
//
// A sentence begins where a paragraph or block does; after a full stop and what closes with it, when what follows can
// start one (a capital, a number, a quotation mark before one ...); after an abbreviation only before a word that
// likely starts a sentence ("The"), and never after a title or an initial; at a line break that lines.hpp says was
// meant.
#include "tokens/sentences.hpp"

#include <algorithm>

#include "tokens/lines.hpp"
#include "tokens/scan.hpp"
#include "tokens/view.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

constexpr std::uint32_t nearby = 8;           // tokens that show whether a line is running text or a headline
constexpr std::uint32_t reporting_reach = 4;  // tokens from a quotation to the verb that reports it

class SentenceCutter {
 public:
  SentenceCutter(const std::vector<text::Block>& blocks, const TokenizeOptions& options, TokenizedText& out)
      : blocks_(blocks), limit_(std::max(options.max_sentence_tokens, 2U)), out_(out), view_(out), lines_(view_) {}

  void run();

 private:
  /// What came last that may end the sentence, with the marks that close after it.
  enum class End : std::uint8_t { none, stop, abbreviation };

  [[nodiscard]] bool starts_sentence(std::uint32_t i);
  [[nodiscard]] bool starts_after_stop(std::uint32_t i) const;
  [[nodiscard]] bool starts_after_abbreviation(std::uint32_t i) const;
  [[nodiscard]] bool can_start(std::uint32_t i) const;
  [[nodiscard]] bool is_reported(std::uint32_t i) const;
  [[nodiscard]] bool is_dateline(std::uint32_t i) const;
  [[nodiscard]] bool is_firm(std::uint32_t i) const;
  [[nodiscard]] bool is_running_text(std::uint32_t i) const;
  [[nodiscard]] bool belongs_to_end(std::uint32_t i) const;
  void look_for_end(std::uint32_t i);
  void close(std::uint32_t last);
  void mark_start(std::uint32_t last);
  [[nodiscard]] SentenceKind kind_of(std::uint32_t last);

  const std::vector<text::Block>& blocks_;
  std::uint32_t limit_;
  TokenizedText& out_;
  View view_;
  LineBreaks lines_;
  std::uint32_t first_ = 0;  // of the open sentence
  std::uint32_t paragraph_ = 0;
  std::uint32_t end_ = 0;  // the token of end_kind_
  End end_kind_ = End::none;
  std::size_t block_ = 0;  // first block that does not end before the open sentence
};

void SentenceCutter::run() {
  const std::uint32_t size = view_.size();
  Token* const tokens = out_.tokens.data();
  for (std::uint32_t i = 0; i < size; ++i) {
    constexpr unsigned line = line_start | paragraph_start;
    if (end_kind_ == End::none) {
      while (i < size && (tokens[i].flags & (line | may_end)) == 0) ++i;
      if (i == size) break;
    }
    const unsigned flags = tokens[i].flags;
    const bool candidate = (flags & line) != 0 || end_kind_ != End::none;
    if (candidate && i > first_ && starts_sentence(i)) close(i);
    if ((flags & paragraph_start) != 0 && i > 0) ++paragraph_;
    look_for_end(i);
    tokens[i].flags = static_cast<std::uint16_t>(tokens[i].flags & ~(unsigned{paragraph_start} | may_end));
  }
  close(size);
}

void SentenceCutter::look_for_end(std::uint32_t i) {
  if (view_.has(i, ends_with_period)) {
    end_kind_ = End::abbreviation;
    end_ = i;
  } else if (view_.has(i, may_end) && view_.stop(i) != Stop::none) {
    const bool enumerates = (i == first_ + 1 && view_.enumerator(first_) == 2) ||  // "1. Text"
                            (i == first_ && view_.is_bullet(i));
    end_kind_ = enumerates ? End::none : End::stop;
    end_ = i;
  } else if (end_kind_ != End::none && !belongs_to_end(i)) {
    end_kind_ = End::none;
  }
}

// Closing marks, footnote numbers ("[1]") and emoji stay with the sentence that they follow.
bool SentenceCutter::belongs_to_end(std::uint32_t i) const {
  const Token& token = view_[i];
  if (token.kind == TokenKind::symbol) return view_.first_point(i) >= 0x2190;
  if (!view_.attached(i)) return false;
  if (view_.is_closer(i)) return true;
  const auto footnote = [this](std::uint32_t open) {
    return view_.first_char(open) == '[' && view_.is_number(open + 1) && view_.first_char(open + 2) == ']';
  };
  return footnote(i) || (i > 0 && footnote(i - 1));
}

bool SentenceCutter::starts_sentence(std::uint32_t i) {
  if (view_.has(i, paragraph_start)) return true;
  if (end_kind_ != End::none && !belongs_to_end(i)) {
    if (end_kind_ == End::stop ? starts_after_stop(i) : starts_after_abbreviation(i)) return true;
  }
  return view_.has(i, line_start) && lines_.starts_sentence(first_, i);
}

bool SentenceCutter::starts_after_stop(std::uint32_t i) const {
  const Stop stop = view_.stop(end_);
  if (view_.stop(i) != Stop::none) return false;
  if (stop == Stop::wide) return true;
  if (!view_.has(i, space_before)) {  // the space was forgotten: "end.The"
    const bool words = end_ > first_ && view_.is_lower(end_ - 1) && view_[end_ - 1].span.size() >= 3;
    return stop == Stop::period && end_ + 1 == i && words && view_.is_capital(i) && view_[i].shape == Shape::title;
  }
  // A curly quotation mark that opens begins a sentence however its first word is written, unless it was a pause.
  const bool quotes = view_.first_point(i) == 0x201C && stop != Stop::ellipsis && view_.has(i + 1, in_quotes);
  if ((!quotes && !can_start(i)) || is_dateline(i) || is_firm(i)) return false;
  if (stop == Stop::ellipsis && view_.is_number(i)) return false;
  return stop != Stop::mark || i == end_ + 1 || !is_reported(i);
}

bool SentenceCutter::can_start(std::uint32_t i) const {
  const std::uint32_t start = view_.skip_openers(i);
  if (start >= view_.size()) return true;
  switch (view_[start].kind) {
    case TokenKind::word:
      return !view_.is_lower(start);
    case TokenKind::possessive:
      return false;
    case TokenKind::symbol: {
      const char32_t value = view_.first_point(start);
      return value == '$' || value == '#' || value == '@' || (value >= 0xA2 && value <= 0xA5) ||
             (value >= 0x20A0 && value < 0x20D0);
    }
    case TokenKind::punctuation:
      return view_.is_bullet(start);
    default:
      return true;
  }
}

// `"Is it true?" Smith asked.`: the question does not end the sentence.
bool SentenceCutter::is_reported(std::uint32_t i) const {
  if ((view_.traits(i) & starter) != 0 || !view_.is_closer(i - 1)) return false;
  for (std::uint32_t j = i + 1; j < i + reporting_reach && view_.is_word(j); ++j) {
    if ((view_.traits(j) & reporting) != 0) return true;
  }
  return false;
}

// "MOSCOW. Nov 26": a stop between the capitals and the month of a dateline.
bool SentenceCutter::is_dateline(std::uint32_t i) const {
  if ((view_.traits(i) & month) == 0 || end_ - first_ > 3) return false;
  for (std::uint32_t j = first_; j < end_; ++j) {
    if (view_[j].shape != Shape::upper) return false;
  }
  return end_ > first_;
}

// "Yahoo! Inc.", "Yum! Brands", "1. FC Tolm": the mark is part of a name.
bool SentenceCutter::is_firm(std::uint32_t i) const {
  const std::uint16_t traits = view_.traits(i);
  if (end_ > first_ && (traits & club) != 0 && view_[i].shape == Shape::upper && view_.first_char(end_ - 1) == '1')
    return view_.stop(end_) == Stop::period && view_[end_ - 1].span.size() == 1 && view_.has(end_ - 1, space_before);
  if (end_ > first_ && (view_.traits(end_ - 1) & exclaimed) != 0)
    return view_.stop(end_) == Stop::mark && view_.is_capital(i) && (traits & starter) == 0;
  return view_.stop(end_) == Stop::mark && (traits & abbreviation) != 0 && (traits & (title | month | acronym)) == 0;
}

bool SentenceCutter::starts_after_abbreviation(std::uint32_t i) const {
  if (!view_.has(i, space_before)) return false;
  const std::uint16_t traits = view_.traits(end_);
  if ((traits & title) != 0 || view_.has(end_, initial)) return false;
  const std::uint32_t start = view_.skip_openers(i);
  if (!view_.is_capital(start)) return false;
  if ((traits & closing) != 0) return true;
  const bool capital = view_[start].shape == Shape::title || view_[start].span.size() == 1;
  return capital && (view_.traits(start) & starter) != 0 && is_running_text(i);
}

// In a headline "U.S. To Send" goes on; running text has small words that are not "of" or "the".
bool SentenceCutter::is_running_text(std::uint32_t i) const {
  const std::uint32_t last = std::min(view_.size(), i + nearby);
  for (std::uint32_t j = i; j < last && !view_.has(j, paragraph_start); ++j) {
    if (view_.is_lower(j) && (view_.traits(j) & connector) == 0) return true;
  }
  for (std::uint32_t j = i; j > first_ && j + nearby > i; --j) {
    if (view_.is_lower(j - 1) && (view_.traits(j - 1) & connector) == 0) return true;
  }
  return false;
}

void SentenceCutter::close(std::uint32_t last) {
  if (last <= first_) return;
  mark_start(last);
  const SentenceKind kind = kind_of(last);
  while (last - first_ > limit_) {
    std::uint32_t cut = first_ + limit_;
    const std::uint32_t half = first_ + limit_ / 2;
    while (cut > half && view_.first_char(cut - 1) != ',' && view_.first_char(cut - 1) != ';') --cut;
    if (cut == half) cut = first_ + limit_;
    out_.tokens[cut - 1].flags |= sentence_end;
    out_.sentences.push_back({first_, cut, paragraph_, kind});
    ++out_.split_sentences;
    first_ = cut;
  }
  out_.tokens[last - 1].flags |= sentence_end;
  out_.sentences.push_back({first_, last, paragraph_, kind});
  first_ = last;
  end_kind_ = End::none;
}

// The first word, quotation marks, brackets, bullets and list numbers aside.
void SentenceCutter::mark_start(std::uint32_t last) {
  std::uint32_t i = first_;
  if (view_.is_bullet(i)) ++i;
  i += view_.enumerator(i);
  for (; i < last; ++i) {
    const TokenKind kind = view_[i].kind;
    if (kind == TokenKind::punctuation || kind == TokenKind::symbol || kind == TokenKind::possessive) continue;
    out_.tokens[i].flags |= sentence_start;
    return;
  }
}

SentenceKind SentenceCutter::kind_of(std::uint32_t last) {
  const std::uint32_t begin = view_[first_].span.begin;
  while (block_ < blocks_.size() && blocks_[block_].span.end <= begin) ++block_;
  const bool in_block = block_ < blocks_.size() && blocks_[block_].span.begin <= begin;
  const text::BlockKind block = in_block ? blocks_[block_].kind : text::BlockKind::paragraph;
  if (block == text::BlockKind::heading) return SentenceKind::headline;
  if (block == text::BlockKind::list_item || view_.is_bullet(first_) || view_.enumerator(first_) != 0) {
    return SentenceKind::list_item;
  }
  if (block == text::BlockKind::code) return SentenceKind::fragment;
  const bool own_lines = view_.has(first_, line_start) && (last == view_.size() || view_.has(last, line_start));
  if (!own_lines) return SentenceKind::body;
  const SentenceKind kind = kind_of_line(out_, first_, last);
  const bool cell = block == text::BlockKind::table_cell && kind == SentenceKind::headline;
  return cell ? SentenceKind::fragment : kind;
}

}  // namespace

void cut_sentences(const std::vector<text::Block>& blocks, const TokenizeOptions& options, TokenizedText& out) {
  out.sentences.clear();
  out.split_sentences = 0;
  if (!out.tokens.empty()) SentenceCutter(blocks, options, out).run();
}

}  // namespace dossier::tokens
