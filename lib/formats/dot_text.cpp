// Text for DOT files: Graphviz reads a quoted string three times over, and each reading has its own traps.
#include "formats/dot_text.hpp"

#include <algorithm>
#include <cstddef>

#include "text/utf8.hpp"

namespace dossier::formats {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

enum class Use : std::uint8_t { id, label };

bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// U+FFFE and U+FFFF at `at`, which XML 1.0 forbids.
bool is_noncharacter(std::string_view text, std::size_t at) noexcept {
  const std::string_view piece = text.substr(at, 3);
  return piece == "\xEF\xBF\xBE" || piece == "\xEF\xBF\xBF";
}

// REQUIRES: valid UTF-8.
void append_quoted(std::string& out, std::string_view text, Use use) {
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      out += "\\\"";
    } else if (c == '\\') {
      out += "\\\\";
    } else if (c == '&' && use == Use::label) {
      out += "&amp;";  // "&lt;" in a label would be shown as "<"
    } else if (c == '\n' && use == Use::label) {
      out += "\\n";
    } else if (c == '\t' || c == '\n' || c == '\r') {
      out += ' ';
    } else if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') {
      out += replacement;
    } else if (c == '\xEF' && is_noncharacter(text, i)) {
      out += replacement;
      i += 2;
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_valid(std::string& out, std::string_view text, Use use) {
  if (text::find_ill_formed(text) == text.size())
    append_quoted(out, text, use);
  else
    append_quoted(out, text::decode(text, Encoding::utf8).text, use);
}

}  // namespace

void append_dot_id(std::string& out, std::string_view text) { append_valid(out, text, Use::id); }

void append_dot_label(std::string& out, std::string_view text) { append_valid(out, text, Use::label); }

std::string shortened(std::string_view text, std::uint32_t max_bytes) {
  constexpr std::string_view ellipsis = "…";
  if (max_bytes == 0 || text.size() <= max_bytes) return std::string(text);
  std::size_t end = max_bytes > ellipsis.size() ? max_bytes - ellipsis.size() : 0;
  while (end > 0 && is_continuation(text[end])) --end;
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + std::string(ellipsis);
}

std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t line = 0;  // code points on it
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::size_t word = 0;
    for (const char c : text.substr(0, end)) word += is_continuation(c) ? 0U : 1U;
    if (!out.empty()) {
      const bool breaks = line + 1 + word > width;
      out += breaks ? '\n' : ' ';
      line = breaks ? 0 : line + 1;
    }
    out += text.substr(0, end);
    line += word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace dossier::formats
