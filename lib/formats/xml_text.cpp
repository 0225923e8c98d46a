// Text for XML files: what has a meaning is escaped, what XML 1.0 forbids even as a reference is replaced.
#include "formats/xml_text.hpp"

#include <cstddef>

#include "text/utf8.hpp"

namespace dossier::formats {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// What stands for an ASCII character; empty for itself. ">" is escaped because of "]]>".
std::string_view reference(char c) noexcept {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return static_cast<unsigned char>(c) < ' ' || c == '\x7F' ? replacement : std::string_view();
  }
}

// REQUIRES: valid UTF-8.
void append_valid(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    if (const std::string_view instead = reference(text[i]); !instead.empty()) {
      out += instead;
    } else if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {  // U+FFFE, U+FFFF
      out += replacement;
      i += 2;
    } else {
      out += text[i];
    }
  }
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  if (text::find_ill_formed(text) == text.size())
    append_valid(out, text);
  else
    append_valid(out, text::decode(text, Encoding::utf8).text);
}

}  // namespace dossier::formats
