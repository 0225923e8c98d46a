// The form under which words are compared. Each character is folded by itself, so that no word is normalised as a
// whole; ASCII goes through a loop of its own.
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace dossier::text {
namespace {

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

struct Plain {
  char32_t value;
  std::string_view ascii;
};

// What Unicode does not decompose but English newspapers write in ASCII; sorted, lower case forms only (they are looked
// up after case folding).
constexpr std::array plain_forms = {Plain{0x00B4, "'"}, Plain{0x00DF, "ss"}, Plain{0x00E6, "ae"}, Plain{0x00F0, "d"},
                                    Plain{0x00F8, "o"}, Plain{0x00FE, "th"}, Plain{0x0111, "d"},  Plain{0x0127, "h"},
                                    Plain{0x0131, "i"}, Plain{0x0142, "l"},  Plain{0x0153, "oe"}, Plain{0x0167, "t"},
                                    Plain{0x02BB, "'"}, Plain{0x02BC, "'"},  Plain{0x2010, "-"},  Plain{0x2011, "-"},
                                    Plain{0x2018, "'"}, Plain{0x2019, "'"},  Plain{0x201B, "'"}};

std::string_view plain_form(char32_t value) noexcept {
  const auto found = std::lower_bound(plain_forms.begin(), plain_forms.end(), value,
                                      [](const Plain& plain, char32_t wanted) { return plain.value < wanted; });
  return found != plain_forms.end() && found->value == value ? found->ascii : std::string_view();
}

// Accents and points. Marks that spell vowels and tones of other scripts, and the voicing marks of kana, are letters in
// all but name and stay.
bool is_removed_mark(UChar32 c) noexcept {
  if (u_charType(c) != U_NON_SPACING_MARK) return false;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(c, &error)) {
    case USCRIPT_INHERITED:
      return c != 0x3099 && c != 0x309A;
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

// REQUIRES: `c` does not decompose.
void fold_one(UChar32 c, std::string& out) {
  if (c < 0x80) {
    out += lower(static_cast<char>(c));
    return;
  }
  if (is_removed_mark(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return;
  const auto folded = static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT));
  const std::string_view plain = plain_form(folded);
  if (plain.empty()) {
    append(out, folded);
  } else {
    out += plain;
  }
}

using Parts = std::array<UChar, 32>;  // the longest compatibility decomposition has 18 units

// Number of units, negative when the character does not decompose, or ICU has lost its data.
std::int32_t decompose(UChar32 c, const UNormalizer2* normalizer, Parts& parts) noexcept {
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size =
      normalizer == nullptr
          ? -1
          : unorm2_getDecomposition(normalizer, c, parts.data(), static_cast<std::int32_t>(parts.size()), &error);
  return U_FAILURE(error) != 0 ? -1 : size;
}

bool has_compatibility_part(const Parts& parts, std::int32_t size) noexcept {
  for (std::int32_t i = 0; i < size;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, size, part);
    if (u_getIntPropertyValue(part, UCHAR_DECOMPOSITION_TYPE) != U_DT_NONE) return true;
  }
  return false;
}

// The compatibility decomposition (NFKD). Nearly every letter needs no more than the canonical one, whose data is part
// of ICU's code; that of the others is a piece of ICU's large data file, which takes time to be read for the first time.
std::int32_t decompose(UChar32 c, Parts& parts) noexcept {
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t type = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  if (type == U_DT_NONE) return -1;
  if (type == U_DT_CANONICAL) {
    const std::int32_t size = decompose(c, unorm2_getNFDInstance(&error), parts);  // shared and immutable
    if (!has_compatibility_part(parts, size)) return size;
  }
  return decompose(c, unorm2_getNFKDInstance(&error), parts);
}

// REQUIRES: `c` is not ASCII.
void fold_non_ascii(UChar32 c, std::string& out) {
  if (const std::string_view plain = plain_form(static_cast<char32_t>(c)); !plain.empty()) {
    out += plain;
    return;
  }
  Parts parts{};
  const std::int32_t size = decompose(c, parts);
  if (size < 0) {
    fold_one(c, out);
    return;
  }
  for (std::int32_t i = 0; i < size;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, size, part);
    fold_one(part, out);
  }
}

}  // namespace

void fold(std::string_view word, std::string& out) {
  const std::size_t ascii = find_non_ascii(word);
  const std::size_t begin = out.size();
  out.append(word.substr(0, ascii));
  std::transform(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                 out.begin() + static_cast<std::ptrdiff_t>(begin), lower);
  if (ascii == word.size()) return;
  for (std::size_t at = ascii; at < word.size();) {
    const CodePoint c = decode_at(word, at);
    at += c.size;
    if (c.value < 0x80U) {
      out += lower(static_cast<char>(c.value));
    } else {
      fold_non_ascii(static_cast<UChar32>(c.value), out);
    }
  }
}

}  // namespace dossier::text
