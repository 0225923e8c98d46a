// A scanner with a stack of open brackets.
#include "rules/bracket.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

namespace dossier::rules {
namespace {

bool number_after(std::string_view text, std::size_t& at, std::uint32_t& out) {
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), out);
  if (error != std::errc()) return false;
  at = static_cast<std::size_t>(end - text.data());
  return true;
}

// "[TYPE#1 ": leaves `at` behind the space.
bool read_opening(std::string_view notation, std::size_t& at, BracketMention& out) {
  std::size_t end = at + 1;
  while (end < notation.size() &&
         (std::isupper(static_cast<unsigned char>(notation[end])) != 0 || notation[end] == '_'))
    ++end;
  out.type = notation.substr(at + 1, end - at - 1);
  if (out.type.empty()) return false;
  if (end < notation.size() && notation[end] == '#' && !number_after(notation, ++end, out.number)) return false;
  if (end >= notation.size() || notation[end] != ' ') return false;
  at = end + 1;
  return true;
}

std::string_view next_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  std::size_t end = rest.find(' ');
  if (rest.starts_with('"')) {
    const std::size_t close = rest.find('"', 1);
    end = close == std::string_view::npos ? close : close + 1;
  }
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(word.size());
  return word;
}

bool read_number(std::string_view word, std::uint32_t& out) {
  std::size_t at = 1;
  return word.starts_with('#') && number_after(word, at, out) && at == word.size();
}

// Everything behind subject, relation and object.
bool read_rest(std::string_view rest, Expected& out) {
  for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
    if (word.starts_with('"') && word.size() > 1 && word.ends_with('"')) {
      out.label = word.substr(1, word.size() - 2);
    } else if (word.starts_with("place=")) {
      if (!read_number(word.substr(6), out.place)) return false;
    } else if (word.starts_with("date=")) {
      if (!read_number(word.substr(5), out.date)) return false;
    } else {
      out.flags.emplace_back(word);
    }
  }
  return true;
}

}  // namespace

Bracketed read_brackets(std::string_view notation) {
  Bracketed out;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < notation.size();) {
    const char c = notation[at];
    if (c == '\\' && at + 1 < notation.size()) {
      out.text += notation[at + 1];
      at += 2;
    } else if (c == '[') {
      BracketMention mention;
      if (!read_opening(notation, at, mention)) {
        out.problem = "a bracket opens with a type and a space: [PERSON#1 Ann]";
        return out;
      }
      mention.span.begin = static_cast<std::uint32_t>(out.text.size());
      open.push_back(out.mentions.size());
      out.mentions.push_back(std::move(mention));
    } else if (c == ']') {
      if (open.empty()) {
        out.problem = "a bracket closes that was not opened";
        return out;
      }
      out.mentions[open.back()].span.end = static_cast<std::uint32_t>(out.text.size());
      open.pop_back();
      ++at;
    } else {
      out.text += c;
      ++at;
    }
  }
  if (!open.empty()) out.problem = "a bracket is not closed";
  return out;
}

bool read_expected(std::string_view notation, std::vector<Expected>& out, std::string& problem) {
  while (!notation.empty()) {
    const std::size_t end = std::min(notation.find(';'), notation.size());
    std::string_view rest = notation.substr(0, end);
    notation.remove_prefix(std::min(end + 1, notation.size()));
    Expected expected;
    const std::string_view subject = next_word(rest);
    expected.relation = next_word(rest);
    const std::string_view object = next_word(rest);
    if (!read_number(subject, expected.subject) || (object != "-" && !read_number(object, expected.object)) ||
        !read_rest(rest, expected)) {
      problem = "write '#1 relation #2 \"label\" flag place=#3 date=#4', '-' for no object";
      return false;
    }
    out.push_back(std::move(expected));
  }
  return true;
}

}  // namespace dossier::rules
