// The scanner's quotation marks and apostrophes: which open, which close, which are a possessive.
//
// Double quotes, ``those of typewriters'' too, set in_quotes from the opening mark on; single quotes, which look like
// apostrophes, set it backwards when they close. Both end with the paragraph, so a mark that was forgotten does no harm
// beyond it.
#include <algorithm>
#include <array>

#include "tokens/bytes.hpp"
#include "tokens/scan.hpp"

namespace dossier::tokens {
namespace {

/// True when what follows an opening quotation mark stands there.
bool text_follows(std::string_view text, std::uint32_t at) noexcept {
  return at < text.size() && (bytes::class_at(text, at) & (bytes::space | bytes::newline)) == 0;
}

/// True for a token after which quotation marks open without white space: ( [ { / and dashes.
bool invites_opening(std::string_view text, const Token& token) noexcept {
  constexpr std::string_view openers = "([{/-<=:";
  if (token.kind != TokenKind::punctuation && token.kind != TokenKind::symbol) return false;
  if (openers.find(text[token.span.begin]) != std::string_view::npos) return true;
  if ((token.flags & non_ascii) == 0) return false;
  const char32_t value = text::decode_at(text, token.span.begin).value;
  return (value >= 0x2012 && value <= 0x2015) || value == 0x201C || value == 0x2018 || value == 0xAB || value == 0x201E;
}

/// True where an apostrophe stands for what was left out: '90s, 'tis, 'em.
bool drops_letters(std::string_view text, std::uint32_t at) noexcept {
  if ((bytes::class_at(text, at) & bytes::digit) != 0) return true;
  constexpr std::array<std::string_view, 9> forms = {"tis", "twas", "em", "n", "til", "cause", "bout", "round", "un"};
  return std::any_of(forms.begin(), forms.end(), [text, at](std::string_view form) {
    const std::size_t end = at + form.size();
    const bool whole = end >= text.size() || (bytes::class_at(text, end) & bytes::alnum) == 0;
    return whole && text.substr(at, form.size()) == form;
  });
}

}  // namespace

void Scanner::open_double(std::uint32_t size) {
  quoted_ = 0;
  push_mark(size, TokenKind::punctuation);
  quoted_ = in_quotes;
}

void Scanner::close_double(std::uint32_t size) {
  quoted_ = 0;
  push_mark(size, TokenKind::punctuation);
}

void Scanner::straight_quote(std::uint32_t size) {
  const bool follows = text_follows(text_, pos_ + size);
  if (attached()) {
    if (invites_opening(text_, tokens_.back()) && follows) return open_double(size);
    if (quoted_ != 0) return close_double(size);
    // Neither opens nor closes: inches, or the end of a quotation that began in another paragraph.
    return alnum_at(pos_ + size) ? open_double(size) : push_mark(size, TokenKind::punctuation);
  }
  if (follows || quoted_ == 0) return open_double(size);
  close_double(size);
}

// Some languages use the marks the other way round („…“, »…«): what stands beside the mark decides against its look.
void Scanner::curly_quote(std::uint32_t size, bool opens) {
  const bool alone_left = !attached() || invites_opening(text_, tokens_.back());
  if (opens && quoted_ != 0 && !alone_left && !alnum_at(pos_ + size)) opens = false;
  if (!opens && quoted_ == 0 && alone_left && text_follows(text_, pos_ + size)) opens = true;
  if (opens) return open_double(size);
  close_double(size);
}

void Scanner::open_single(std::uint32_t size) {
  if (drops_letters(text_, pos_ + size)) return push_mark(size, TokenKind::punctuation);
  single_open_ = static_cast<std::uint32_t>(tokens_.size());
  push_mark(size, TokenKind::punctuation);
}

void Scanner::close_single(std::uint32_t size) {
  if (single_open_ != nowhere) {
    for (std::size_t i = single_open_ + 1; i < tokens_.size(); ++i) tokens_[i].flags |= in_quotes;
  }
  single_open_ = nowhere;
  push_mark(size, TokenKind::punctuation);
}

// An apostrophe that is not inside a word (join_apostrophe() took those).
void Scanner::apostrophe(std::uint32_t size) {
  const std::uint32_t after = pos_ + size;
  const unsigned wide = size > 1 ? unsigned{non_ascii} : 0U;
  const bool in_new_quote = quoted_ != 0 && attached() && text_[tokens_.back().span.begin] == '"';
  if (!attached() || invites_opening(text_, tokens_.back()) || in_new_quote) {
    const bool opens = size == 1 && text_follows(text_, after);
    if (opens && !(attached() && single_open_ != nowhere)) return open_single(size);
    return single_open_ != nowhere && attached() ? close_single(size) : push_mark(size, TokenKind::punctuation);
  }
  const Token& before = tokens_.back();
  const bool word = before.kind != TokenKind::punctuation && before.kind != TokenKind::symbol;
  if ((at(after) == 's' || at(after) == 'S') && !alnum_at(after + 1)) {
    return push(after + 1, TokenKind::possessive, at(after) == 's' ? Shape::lower : Shape::upper, wide);
  }
  const char last = text_[before.span.end - 1];
  if (word && single_open_ == nowhere && (last == 's' || last == 'S') && !alnum_at(after)) {
    return push(after, TokenKind::possessive, Shape::none, wide);
  }
  close_single(size);
}

}  // namespace dossier::tokens
