// Questions about tokens that cutting sentences asks: is this a full stop, a closing bracket, a bullet?
#pragma once

#include <cstdint>

#include "tokens/token.hpp"

namespace dossier::tokens {

/// Marks that can end a sentence.
enum class Stop : std::uint8_t {
  none,
  period,
  mark,      ///< ! ?
  ellipsis,  ///< ... or the single character
  wide       ///< full stops of scripts that put no space after them, and of those without capitals
};

/// Reads the tokens of a text that is being cut. All indices are of its tokens; an index past the end is answered with
/// "no". Borrowed: REQUIRES the text to outlive the view.
class View {
 public:
  explicit View(const TokenizedText& text) noexcept : text_(&text) {}

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(text_->tokens.size()); }
  [[nodiscard]] const Token& operator[](std::uint32_t i) const noexcept { return text_->tokens[i]; }
  [[nodiscard]] std::string_view text_of(std::uint32_t i) const noexcept { return text_->text_of(i); }
  /// The token's first character when it is ASCII, else NUL.
  [[nodiscard]] char first_char(std::uint32_t i) const noexcept;
  /// The token's first character.
  [[nodiscard]] char32_t first_point(std::uint32_t i) const noexcept;

  [[nodiscard]] bool has(std::uint32_t i, unsigned flags) const noexcept {
    return i < size() && ((*this)[i].flags & flags) != 0;
  }
  /// No white space stands before the token.
  [[nodiscard]] bool attached(std::uint32_t i) const noexcept { return i < size() && !has(i, space_before); }
  [[nodiscard]] bool is_word(std::uint32_t i) const noexcept {
    return i < size() && (*this)[i].kind == TokenKind::word;
  }
  [[nodiscard]] bool is_number(std::uint32_t i) const noexcept {
    return i < size() && (*this)[i].kind == TokenKind::number;
  }
  [[nodiscard]] std::uint16_t traits(std::uint32_t i) const noexcept;

  [[nodiscard]] Stop stop(std::uint32_t i) const noexcept;
  [[nodiscard]] bool is_closer(std::uint32_t i) const noexcept;  ///< quotation marks and brackets that can close
  [[nodiscard]] bool is_opener(std::uint32_t i) const noexcept;  ///< quotation marks and brackets that can open
  [[nodiscard]] bool is_dash(std::uint32_t i) const noexcept;    ///< "-", "--" and the longer dashes
  /// A list mark at the start of a line, with a space after it.
  [[nodiscard]] bool is_bullet(std::uint32_t i) const noexcept;
  /// The number of tokens of "1." or "2)" at the start of a line; 0 when there is none.
  [[nodiscard]] std::uint32_t enumerator(std::uint32_t i) const noexcept;
  /// A word in small letters of a script that has capitals.
  [[nodiscard]] bool is_lower(std::uint32_t i) const noexcept;
  /// A word that begins with a capital.
  [[nodiscard]] bool is_capital(std::uint32_t i) const noexcept;
  /// The index after quotation marks and brackets that open from `i` on, a few at most.
  [[nodiscard]] std::uint32_t skip_openers(std::uint32_t i) const noexcept;

 private:
  const TokenizedText* text_;
};

}  // namespace dossier::tokens
