// UTF-8: validation, repair, decoding of other encodings, and the properties of characters (the library's door to ICU).
#pragma once

#include <cstdint>
#include <dossier/input.hpp>
#include <dossier/source_map.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::text {

/// A decoded code point and its length in bytes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;
};

/// The code point that starts at `offset`. REQUIRES: valid UTF-8, offset < text.size(), on a code point boundary.
[[nodiscard]] CodePoint decode_at(std::string_view text, std::size_t offset) noexcept;
/// The code point that ends at `offset`. REQUIRES: valid UTF-8, offset > 0.
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t offset) noexcept;
/// Appends the UTF-8 form of a code point.
void append(std::string& out, char32_t value);

/// Offset of the first byte that is not part of valid UTF-8; text.size() when all is valid. ASCII runs 8 bytes a step.
[[nodiscard]] std::size_t find_ill_formed(std::string_view text) noexcept;
/// Offset of the first byte >= 0x80; text.size() when there is none.
[[nodiscard]] std::size_t find_non_ascii(std::string_view text) noexcept;

/// Most bytes that one text may have, before and after decoding: so that offsets fit into 32 bits with room to spare.
inline constexpr std::uint64_t max_text_bytes = (std::uint64_t{1} << 32) - (std::uint64_t{1} << 20);

/// A text in UTF-8 and what happened to its bytes.
struct Decoded {
  std::string text;  ///< valid UTF-8, without byte order mark
  SourceMap map;     ///< to the bytes as given; the identity when nothing changed
  Encoding encoding = Encoding::utf8;
  std::uint64_t ill_formed = 0;  ///< maximal ill-formed subparts, each replaced by U+FFFD (Unicode 15, section 3.9)
  Span first_ill_formed;         ///< in `text`
  std::uint64_t dropped = 0;     ///< bytes at the end that were not read because the text would have been too long
};

/// Decodes by byte order mark or as told; a mark that fits the encoding told is left out. Bytes that Windows-1252 does
/// not define give the C1 controls of the same number, as in browsers. Reads and writes at most `max_bytes` bytes.
/// Never fails.
[[nodiscard]] Decoded decode(std::string_view bytes, Encoding encoding, std::uint64_t max_bytes = max_text_bytes);

/// Coarse class of a character, as a tokenizer needs it.
enum class CharClass : std::uint8_t {
  space,    ///< white space, controls, U+FEFF, zero width space, marks of writing direction
  newline,  ///< \n \r U+0085 U+2028 U+2029
  letter,   ///< letters, letter-like numbers and combining marks of scripts that put spaces between words; also what
            ///< stands unseen inside words: soft hyphen, joiners
  digit,    ///< decimal digits of any script
  punctuation,
  symbol,   ///< also other numbers ("½"), private and unassigned characters
  unspaced  ///< Han, kana, Thai, Lao, Khmer, Burmese ...: needs a dictionary to be cut into words
};
/// By ICU's general category and script; O(1).
[[nodiscard]] CharClass char_class(char32_t value) noexcept;
[[nodiscard]] bool is_upper(char32_t value) noexcept;  ///< upper or title case letter
[[nodiscard]] bool is_lower(char32_t value) noexcept;

/// Cuts runs of unspaced script (CharClass::unspaced) into words with ICU's dictionary BreakIterator. The iterator is
/// opened on first use, which takes some ten microseconds, and then reused: keep one breaker in scratch memory for a
/// whole text. A breaker that never met such a run holds nothing. For one thread at a time; results do not depend on
/// earlier calls.
class WordBreaker {
 public:
  WordBreaker() noexcept;
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;

  /// Appends the offsets (bytes in `run`, ascending, without 0, with run.size()) where words end; nothing for an empty
  /// run. O(run.size()). REQUIRES: valid UTF-8.
  void append_boundaries(std::string_view run, std::vector<std::uint32_t>& out);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The form under which words are compared: compatibility decomposition; marks of Latin, Greek, Cyrillic, Arabic and
/// Hebrew removed; invisible characters removed; case folded; Latin letters that do not decompose written plainly ("ß"
/// "ss", "ł" "l", "ø" "o", "æ" "ae"); apostrophes and hyphens as ASCII has them. "josé" and "JOSE" both give "jose",
/// "St." gives "st.". Appends to `out`. ASCII needs no ICU. Idempotent. REQUIRES: valid UTF-8.
void fold(std::string_view word, std::string& out);

}  // namespace dossier::text
