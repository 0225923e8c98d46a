// Finds the ends of addresses by hand-written scans: a run of address characters is looked at once.
#include "tokens/addresses.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"
#include "tokens/bytes.hpp"

namespace dossier::tokens {
namespace {

/// Top-level domains that make dotted words an address by themselves; sorted. Country codes that are English words or
/// endings of them ("it", "is", "me", "no", "in") are missing on purpose.
constexpr std::array<std::string_view, 56> domains = {
    "ae",  "ai", "app", "ar", "au", "biz", "br", "by", "ca",     "ch",  "cn", "com",    "cz", "de",
    "dev", "dk", "edu", "ee", "es", "eu",  "fi", "fr", "gov",    "gr",  "hk", "hu",     "ie", "info",
    "int", "io", "ir",  "jp", "ke", "kr",  "kz", "lt", "lv",     "mil", "mx", "net",    "nl", "nz",
    "org", "pl", "ro",  "rs", "ru", "se",  "sg", "sk", "social", "su",  "tr", "travel", "ua", "uk"};
static_assert(std::is_sorted(domains.begin(), domains.end()));

constexpr bool is_alnum(char c) noexcept { return (bytes::classes[static_cast<unsigned char>(c)] & bytes::alnum) != 0; }
constexpr bool is_host(char c) noexcept { return is_alnum(c) || c == '-' || c == '.'; }
constexpr bool is_local(char c) noexcept { return is_host(c) || c == '_' || c == '+' || c == '%'; }
constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }

/// The end of the run of characters that `accept` likes.
template <typename Accept>
std::uint32_t run_end(std::string_view text, std::uint32_t at, Accept accept) noexcept {
  while (at < text.size() && accept(text[at])) ++at;
  return at;
}

/// The last label of a host: letters after its last period. Empty when the host has no period or an empty label.
std::string_view last_label(std::string_view host) noexcept {
  const std::size_t period = host.rfind('.');
  if (period == std::string_view::npos || period == 0 || host.find("..") != std::string_view::npos) return {};
  return host.substr(period + 1);
}

bool all_lower(std::string_view label) noexcept { return std::all_of(label.begin(), label.end(), is_lower); }

bool is_email_host(std::string_view host) noexcept {
  const std::string_view label = last_label(host);
  return label.size() >= 2 && is_alnum(host.front()) &&
         std::all_of(label.begin(), label.end(), [](char c) { return is_alnum(c) && !(c >= '0' && c <= '9'); });
}

/// The host without what cannot end one: "Example.com-owned" gives "Example.com", "example.org." loses its period.
std::string_view trim_host(std::string_view host) noexcept {
  while (!host.empty() && !is_alnum(host.back())) host.remove_suffix(1);
  const std::size_t period = host.rfind('.');
  if (period == std::string_view::npos) return host;
  return host.substr(0, std::min(host.find('-', period), host.size()));
}

/// The end of a path, query and fragment after a host; `at` when there is none.
std::uint32_t path_end(std::string_view text, std::uint32_t at) noexcept {
  const char c = bytes::at(text, at);
  if (c == ':' && (bytes::class_at(text, at + 1) & bytes::digit) != 0) {
    const std::uint32_t port = run_end(text, at + 1, [](char d) { return d >= '0' && d <= '9'; });
    if (port - at <= 6) at = port;
  }
  return bytes::at(text, at) == '/' || bytes::at(text, at) == '?' ? url_end(text, at) : at;
}

/// True for a host that is an address without a path: see find_address().
bool stands_alone(std::string_view host) noexcept {
  const std::string_view label = last_label(host);
  if (label.empty() || !all_lower(label)) return false;
  if (host.substr(0, 4) == "www." || host.substr(0, 4) == "WWW.") return host.size() > 4;
  // One letter before the period is an initial or a list mark ("v.de"), a digit a number ("2.de").
  const std::string_view front = host.substr(0, host.size() - label.size() - 1);
  const bool named =
      front.size() >= 2 && std::any_of(front.begin(), front.end(), [](char c) { return is_alnum(c) && c > '9'; });
  return named && std::binary_search(domains.begin(), domains.end(), label);
}

/// True for a host that is an address when a path follows: any country code will do.
bool may_have_path(std::string_view host) noexcept {
  const std::string_view label = last_label(host);
  return host.size() >= 5 && is_lower(host.front()) && all_lower(label) &&
         (label.size() == 2 || std::binary_search(domains.begin(), domains.end(), label));
}

/// What the bytes are to an address.
enum AddressByte : std::uint8_t { ordinary, ending, trailing };

constexpr std::array<AddressByte, 256> address_bytes = [] {
  std::array<AddressByte, 256> table{};
  for (const char c : std::string_view("\"'<>`{}|\\^\n\r")) table[static_cast<unsigned char>(c)] = ending;
  for (unsigned c = 0; c <= ' '; ++c) table[c] = ending;
  table[0x7F] = ending;
  // Marks that end a sentence or clause rather than an address; an opening bracket counts once something follows it.
  for (const char c : std::string_view(".,;:!?*_([")) table[static_cast<unsigned char>(c)] = trailing;
  return table;
}();

/// True where a letter beyond ASCII goes on with what looked like the end of a host.
bool goes_on(std::string_view text, std::uint32_t at) noexcept {
  return bytes::class_at(text, at) == bytes::non_ascii &&
         text::char_class(text::decode_at(text, at).value) == text::CharClass::letter;
}

}  // namespace

std::uint32_t url_end(std::string_view text, std::uint32_t after_scheme) noexcept {
  std::uint32_t at = after_scheme;
  std::uint32_t good = at;              // the end if the address ends here
  std::uint32_t round = 0, square = 0;  // brackets that are open
  while (at < text.size()) {
    const char c = text[at];
    const std::uint8_t cls = bytes::class_at(text, at);
    if (cls == bytes::non_ascii) {
      const text::CodePoint point = text::decode_at(text, at);
      const text::CharClass kind = text::char_class(point.value);
      if (kind != text::CharClass::letter && kind != text::CharClass::digit) break;
      good = at += point.size;
      continue;
    }
    const AddressByte what = address_bytes[static_cast<unsigned char>(c)];
    if (what == ending) break;
    ++at;
    if (c == '(') ++round;
    if (c == '[') ++square;
    if (c == ')' && round-- == 0) break;
    if (c == ']' && square-- == 0) break;
    if (what == ordinary) good = at;
  }
  return good;
}

Address find_address(std::string_view text, std::uint32_t begin) noexcept {
  Address found;
  std::uint32_t end = begin;
  bool period = false;
  for (; end < text.size() && is_local(text[end]); ++end) period = period || text[end] == '.';
  found.looked_to = end;
  const bool email = bytes::at(text, end) == '@';
  if (!email && !period) return found;
  if (email) {
    const std::uint32_t host_end = run_end(text, end + 1, is_host);
    const std::string_view host = trim_host(text.substr(end + 1, host_end - end - 1));
    found.looked_to = end + 1;
    if (end > begin && is_alnum(text[end - 1]) && is_email_host(host) && !goes_on(text, host_end)) {
      found.kind = AddressKind::email;
      found.end = end + 1 + static_cast<std::uint32_t>(host.size());
      return found;
    }
  }
  const std::uint32_t host_end = run_end(text, begin, is_host);
  const std::string_view host = trim_host(text.substr(begin, host_end - begin));
  if (last_label(host).size() < 2 || goes_on(text, host_end)) return found;
  const std::uint32_t after = begin + static_cast<std::uint32_t>(host.size());
  const bool whole = after == host_end;  // a path can only follow a host that nothing was trimmed from
  if (stands_alone(host) || (whole && bytes::at(text, after) == '/' && may_have_path(host))) {
    found.kind = AddressKind::url;
    found.end = whole ? path_end(text, after) : after;
  }
  return found;
}

}  // namespace dossier::tokens
