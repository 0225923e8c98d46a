// The states of the HTML tokenizer that decide where a tag, a comment or a raw element ends.
#include "text/html_scanner.hpp"

#include <algorithm>
#include <utility>

namespace dossier::text {
namespace {

constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool ends_name(char c) noexcept { return is_space(c) || c == '/' || c == '>'; }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

Span span_of(std::size_t begin, std::size_t end) noexcept {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Where the attributes that begin at `at` end: the offset of ">", npos when there is none. Quotes and ">" lose their
// meaning only in a value, which begins after a name and "=".
std::size_t end_of_attributes(std::string_view source, std::size_t at) noexcept {
  bool has_name = false;
  while (at < source.size() && source[at] != '>') {
    const char c = source[at++];
    if (c == '/') has_name = false;
    if (c != '=') has_name = has_name || (c != '/' && !is_space(c));
    if (c != '=' || !std::exchange(has_name, true)) continue;
    has_name = false;
    while (at < source.size() && is_space(source[at])) ++at;
    if (at == source.size()) break;
    if (source[at] == '"' || source[at] == '\'') {
      at = source.find(source[at], at + 1);
      if (at == std::string_view::npos) return at;
      ++at;
    } else {
      while (at < source.size() && !is_space(source[at]) && source[at] != '>') ++at;
    }
  }
  return at < source.size() ? at : std::string_view::npos;
}

bool is_raw(Tag tag) noexcept { return tag == Tag::raw_hidden || tag == Tag::title; }

}  // namespace

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

HtmlToken HtmlScanner::text(std::size_t end) noexcept {
  HtmlToken token;
  token.kind = HtmlTokenKind::text;
  token.span = span_of(at_, end);
  at_ = end;
  return token;
}

HtmlToken HtmlScanner::next() noexcept {
  while (at_ < source_.size()) {
    if (source_[at_] != '<') return text(std::min(source_.find('<', at_), source_.size()));
    const char after = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (!is_letter(after) && after != '/' && after != '!' && after != '?') {  // "a < b"
      return text(std::min(source_.find('<', at_ + 1), source_.size()));
    }
    if (after == '/' && at_ + 2 >= source_.size()) return text(source_.size());
    HtmlToken token;
    if (read_markup(token)) return token;
  }
  return {};
}

// Reads what begins with "<"; false when it gives no token.
bool HtmlScanner::read_markup(HtmlToken& token) noexcept {
  const char after = source_[at_ + 1];
  if (is_letter(after)) return read_tag(token, false);
  if (after == '!' && source_.substr(at_, 4) == "<!--") {
    skip_comment();
    return false;
  }
  if (after == '/' && is_letter(source_[at_ + 2])) return read_tag(token, true);
  skip_to_gt();
  return false;
}

bool HtmlScanner::read_tag(HtmlToken& token, bool is_end) noexcept {
  const std::size_t begin = at_;
  const std::size_t name = begin + (is_end ? 2 : 1);
  std::size_t name_end = name;
  while (name_end < source_.size() && !ends_name(source_[name_end])) ++name_end;
  const std::size_t end = end_of_attributes(source_, name_end);
  if (end == std::string_view::npos) {
    skip_to_end();
    return false;
  }
  token.kind = is_end ? HtmlTokenKind::end_tag : HtmlTokenKind::start_tag;
  token.tag = tag_of(source_.substr(name, name_end - name));
  token.name = span_of(name, name_end);
  token.attributes = span_of(name_end, end);
  token.span = span_of(begin, end + 1);
  at_ = end + 1;
  const bool is_empty = is_foreign_ && source_[end - 1] == '/';
  if (!is_end && !is_empty && is_raw(token.tag.tag)) read_raw(token);
  return true;
}

// "<!-->" and "<!--->" are whole comments; others end at "-->" or "--!>".
void HtmlScanner::skip_comment() noexcept {
  std::size_t at = at_ + 4;
  if (source_.substr(at, 1) == ">") {
    at_ = at + 1;
    return;
  }
  if (source_.substr(at, 2) == "->") {
    at_ = at + 2;
    return;
  }
  while ((at = source_.find("--", at)) != std::string_view::npos) {
    std::size_t after = at + 2;
    if (source_.substr(after, 2) == "!>") ++after;
    if (after < source_.size() && source_[after] == '>') {
      at_ = after + 1;
      return;
    }
    ++at;
  }
  skip_to_end();
}

void HtmlScanner::skip_to_gt() noexcept {
  const std::size_t end = source_.find('>', at_);
  if (end == std::string_view::npos) {
    skip_to_end();
  } else {
    at_ = end + 1;
  }
}

void HtmlScanner::skip_to_end() noexcept {
  unclosed_ += source_.size() - at_;
  at_ = source_.size();
}

// Reads up to and with the end tag of the same name.
void HtmlScanner::read_raw(HtmlToken& token) noexcept {
  const std::string_view name = source_.substr(token.name.begin, token.name.size());
  const std::size_t begin = at_;
  for (std::size_t at = source_.find("</", begin); at != std::string_view::npos; at = source_.find("</", at + 2)) {
    const std::size_t after = at + 2 + name.size();
    if (after >= source_.size() || !ends_name(source_[after])) continue;
    if (!equals_ignoring_case(source_.substr(at + 2, name.size()), name)) continue;
    token.content = span_of(begin, at);
    at_ = at;
    skip_to_gt();
    return;
  }
  token.content = span_of(begin, source_.size());
  skip_to_end();
}

bool AttributeReader::next(HtmlAttribute& out) noexcept {
  const auto skip = [this](auto is_skipped) {
    std::size_t at = 0;
    while (at < rest_.size() && is_skipped(rest_[at])) ++at;
    const std::string_view skipped = rest_.substr(0, at);
    rest_.remove_prefix(at);
    return skipped;
  };
  skip([](char c) { return is_space(c) || c == '/'; });
  if (rest_.empty()) return false;
  const bool odd = rest_.front() == '=';  // a name may begin with it
  const std::string_view all = rest_;
  if (odd) rest_.remove_prefix(1);
  const std::size_t size = skip([](char c) { return !ends_name(c) && c != '='; }).size() + (odd ? 1 : 0);
  out = {all.substr(0, size), {}};
  skip(is_space);
  if (rest_.empty() || rest_.front() != '=') return true;
  rest_.remove_prefix(1);
  skip(is_space);
  if (rest_.empty()) return true;
  const char quote = rest_.front();
  if (quote == '"' || quote == '\'') {
    rest_.remove_prefix(1);
    out.value = skip([quote](char c) { return c != quote; });
    if (!rest_.empty()) rest_.remove_prefix(1);
  } else {
    out.value = skip([](char c) { return !is_space(c); });
  }
  return true;
}

}  // namespace dossier::text
