// JSON strings as bytes: escaping and its inverse.
#include "formats/json_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "text/utf8.hpp"

namespace dossier::formats {
namespace {

// Bytes that need a look: controls, quote, backslash, "<", and 0xE2, with which U+2028 and U+2029 begin.
constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> special{};
  for (std::size_t i = 0; i < 0x20; ++i) special[i] = true;
  special['"'] = special['\\'] = special['<'] = special[0xE2] = true;
  return special;
}
constexpr std::array<bool, 256> special = special_bytes();

void append_escape(std::string& out, unsigned char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      out += "\\u00";
      out += hex[c >> 4U];
      out += hex[c & 15U];
  }
}

// REQUIRES: valid UTF-8.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;  // from here on nothing is written yet
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (!special[c]) continue;
    const std::string_view three = c == 0xE2 ? text.substr(i, 3) : std::string_view();
    if (c == 0xE2 && three != "\xE2\x80\xA8" && three != "\xE2\x80\xA9") continue;
    out.append(text.substr(plain, i - plain));
    if (c == 0xE2) {
      out += three.back() == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      append_escape(out, c);
    }
    plain = i + 1;
  }
  out.append(text.substr(plain));
}

// The number of four hexadecimal digits at the start.
std::optional<char32_t> hex4(std::string_view digits) noexcept {
  if (digits.size() < 4) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits.substr(0, 4)) {
    const char low = static_cast<char>(c | 0x20);
    value <<= 4U;
    if (c >= '0' && c <= '9')
      value += static_cast<char32_t>(c - '0');
    else if (low >= 'a' && low <= 'f')
      value += static_cast<char32_t>(low - 'a' + 10);
    else
      return std::nullopt;
  }
  return value;
}

bool is_high_surrogate(char32_t value) noexcept { return value >= 0xD800 && value < 0xDC00; }
bool is_low_surrogate(char32_t value) noexcept { return value >= 0xDC00 && value < 0xE000; }

// What follows "\u"; gives the digits used, 0 when it is ill-formed.
std::size_t append_code_point(std::string& out, std::string_view digits) {
  const std::optional<char32_t> first = hex4(digits);
  if (!first) return 0;
  if (is_high_surrogate(*first) && digits.substr(4, 2) == "\\u") {
    const std::optional<char32_t> second = hex4(digits.substr(6));
    if (second && is_low_surrogate(*second)) {
      text::append(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
      return 10;
    }
  }
  text::append(out, is_high_surrogate(*first) || is_low_surrogate(*first) ? char32_t{0xFFFD} : *first);
  return 4;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (text::find_ill_formed(text) == text.size())
    append_escaped(out, text);
  else
    append_escaped(out, text::decode(text, Encoding::utf8).text);
  out += '"';
}

void append_json_string_or_null(std::string& out, std::string_view text) {
  if (text.empty())
    out += "null";
  else
    append_json_string(out, text);
}

bool append_unescaped(std::string& out, std::string_view inside) {
  constexpr std::string_view names = "\"\\/bfnrt";
  constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  out.reserve(out.size() + inside.size());
  while (true) {
    const std::size_t escape = inside.find('\\');
    out.append(inside.substr(0, escape));
    if (escape == std::string_view::npos) return true;
    inside.remove_prefix(escape + 1);
    if (inside.empty()) return false;
    const std::size_t name = names.find(inside.front());
    const bool is_unicode = inside.front() == 'u';
    inside.remove_prefix(1);
    if (is_unicode) {
      const std::size_t used = append_code_point(out, inside);
      if (used == 0) return false;
      inside.remove_prefix(used);
    } else if (name != std::string_view::npos) {
      out += meanings[name];
    } else {
      return false;
    }
  }
}

}  // namespace dossier::formats
