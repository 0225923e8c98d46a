// Dates of edges: numbers that are compared as they stand.
#include <dossier/graph.hpp>

#include "graph/keys.hpp"

namespace dossier {

IsoDate::IsoDate(std::string_view text) noexcept {
  if (text.empty() || graph::iso_date(text) != text) return;
  std::uint32_t number = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '-') continue;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
    ++digits;
  }
  for (; digits < 8; ++digits) number *= 10;
  const bool no_month = text.size() > 4 && number / 100 % 100 == 0;
  const bool no_day = text.size() > 7 && number % 100 == 0;
  if (!no_month && !no_day) number_ = number;
}

std::string IsoDate::text() const {
  if (empty()) return {};
  std::string out = "0000-00-00";
  std::uint32_t rest = number_;
  for (const std::size_t at : {9U, 8U, 6U, 5U, 3U, 2U, 1U, 0U}) {
    out[at] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  if (number_ % 100 == 0) out.resize(number_ % 10000 == 0 ? 4 : 7);
  return out;
}

}  // namespace dossier
