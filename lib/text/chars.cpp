// Classes of characters by ICU's tables, with a table of our own for ASCII.
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "text/utf8.hpp"

namespace dossier::text {
namespace {

constexpr CharClass ascii_class(unsigned c) noexcept {
  if (c == '\n' || c == '\r') return CharClass::newline;
  if (c <= ' ' || c == 0x7F) return CharClass::space;
  if (c >= '0' && c <= '9') return CharClass::digit;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::letter;
  for (const char symbol : {'$', '+', '<', '=', '>', '^', '`', '|', '~'}) {
    if (c == static_cast<unsigned char>(symbol)) return CharClass::symbol;
  }
  return CharClass::punctuation;
}

constexpr std::array<CharClass, 128> ascii_classes = [] {
  std::array<CharClass, 128> out{};
  for (unsigned c = 0; c < 128; ++c) out[c] = ascii_class(c);
  return out;
}();

constexpr bool is_kana_block(char32_t c) noexcept {
  return (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF);
}

// Scripts written without spaces, for which ICU has a dictionary, or which it calls complex.
bool is_unspaced(char32_t value) noexcept {
  const auto c = static_cast<UChar32>(value);
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(c, &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:  // the prolonged sound mark, voicing marks
      return is_kana_block(value) && (uscript_hasScript(c, USCRIPT_KATAKANA) || uscript_hasScript(c, USCRIPT_HIRAGANA));
    default:
      return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
  }
}

CharClass class_of_format(char32_t c) noexcept {
  switch (c) {
    case 0x00AD:  // soft hyphen
    case 0x200C:  // joiners
    case 0x200D:
    case 0x2060:  // word joiner
      return CharClass::letter;
    default:
      return CharClass::space;
  }
}

CharClass class_of_non_ascii(char32_t value) noexcept {
  switch (u_charType(static_cast<UChar32>(value))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::letter;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_LETTER_NUMBER:
      return is_unspaced(value) ? CharClass::unspaced : CharClass::letter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::digit;
    case U_SPACE_SEPARATOR:
      return CharClass::space;
    case U_CONTROL_CHAR:
      return value == 0x85 ? CharClass::newline : CharClass::space;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::newline;
    case U_FORMAT_CHAR:
      return class_of_format(value);
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::punctuation;
    default:
      return CharClass::symbol;
  }
}

}  // namespace

CharClass char_class(char32_t value) noexcept {
  return value < ascii_classes.size() ? ascii_classes[value] : class_of_non_ascii(value);
}

bool is_upper(char32_t value) noexcept {
  if (value < 0x80U) return value >= U'A' && value <= U'Z';
  const auto type = u_charType(static_cast<UChar32>(value));
  return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}

bool is_lower(char32_t value) noexcept {
  if (value < 0x80U) return value >= U'a' && value <= U'z';
  return u_charType(static_cast<UChar32>(value)) == U_LOWERCASE_LETTER;
}

}  // namespace dossier::text
