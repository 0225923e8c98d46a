// The few forms of YAML that front matter is written in: "key: value", plain or in quotes.
#include "text/front_matter.hpp"

#include <algorithm>

namespace dossier::text {
namespace {

constexpr std::size_t longest_front_matter = std::size_t{1} << 20;

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }

bool is_key_char(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string_view trimmed(std::string_view value) noexcept {
  while (!value.empty() && is_blank(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
  return value;
}

struct Line {
  std::string_view text;  // without its end
  std::size_t next = 0;   // where the next one begins
};

Line line_at(std::string_view source, std::size_t begin) noexcept {
  const std::size_t end = std::min(source.find('\n', begin), source.size());
  return {source.substr(begin, end - begin), std::min(end + 1, source.size())};
}

struct Pair {
  std::string_view key;  // empty when the line is none
  std::string_view value;
};

Pair pair_of(std::string_view line) noexcept {
  const std::size_t size =
      static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_key_char) - line.begin());
  if (size == 0 || size == line.size() || line[size] != ':') return {};
  const std::string_view value = line.substr(size + 1);
  if (!value.empty() && !is_blank(value.front())) return {};
  return {line.substr(0, size), trimmed(value)};
}

// A plain value ends at a comment; quotes are taken off, with the escapes that they allow for themselves.
std::string scalar(std::string_view value) {
  if (value.empty() || (value.front() != '"' && value.front() != '\'')) {
    return std::string(trimmed(value.substr(0, value.find(" #"))));
  }
  const char quote = value.front();
  std::string out;
  for (std::size_t at = 1; at < value.size(); ++at) {
    const bool has_next = at + 1 < value.size();
    if (quote == '"' && value[at] == '\\' && has_next) {
      out += value[++at];
    } else if (quote == '\'' && value[at] == quote && has_next && value[at + 1] == quote) {
      out += value[++at];
    } else if (value[at] == quote) {
      return out;
    } else {
      out += value[at];
    }
  }
  return out;
}

bool is_key(std::string_view key, std::string_view lower) noexcept {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; };
  return std::equal(key.begin(), key.end(), lower.begin(), lower.end(), same);
}

}  // namespace

FrontMatter read_front_matter(std::string_view source) {
  const std::string_view head = source.substr(0, longest_front_matter);
  Line line = line_at(head, 0);
  if (trimmed(line.text) != "---" || line.text.front() != '-') return {};
  line = line_at(head, line.next);
  if (pair_of(line.text).key.empty()) return {};
  FrontMatter out;
  std::string second_choice;
  while (true) {
    const Pair pair = pair_of(line.text);
    if (is_key(pair.key, "title")) out.title = scalar(pair.value);
    if (is_key(pair.key, "date")) out.date = scalar(pair.value);
    if (is_key(pair.key, "published") || is_key(pair.key, "pubdate")) second_choice = scalar(pair.value);
    if (line.next >= head.size()) return {};  // never closed
    line = line_at(head, line.next);
    const std::string_view mark = trimmed(line.text);
    if ((mark == "---" || mark == "...") && line.text.front() == mark.front()) break;
  }
  if (out.date.empty()) out.date = second_choice;
  out.size = line.next;
  return out;
}

}  // namespace dossier::text
