// A text to annotate: its bytes, what they are, and what is known of it from outside.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier {

/// What the bytes of a text are.
enum class TextFormat : std::uint8_t {
  plain,     ///< characters as they stand
  markdown,  ///< CommonMark with tables and bare links
  html       ///< HTML, however broken
};

/// How characters are encoded in the bytes.
enum class Encoding : std::uint8_t {
  detect,  ///< by byte order mark, else UTF-8
  utf8,
  utf16le,
  utf16be,
  windows1252
};

/// A text to annotate. The bytes are only read during the call.
struct Input {
  std::string_view text;       ///< any bytes; at most 2^32 - 2^20 of them are read, the rest is counted as an issue
  std::string_view id = {};    ///< copied into the Document
  std::string_view date = {};  ///< ISO date or date-time that anchors "on Wednesday"; empty: look in the text
  TextFormat format = TextFormat::plain;
  Encoding encoding = Encoding::detect;
};

}  // namespace dossier
