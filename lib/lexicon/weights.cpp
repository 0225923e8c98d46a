// One line after the other; a name is looked for among all, as such files are short.
#include "lexicon/weights.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace dossier::lexicon {
namespace {

/// Takes what stands before `separator` off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

}  // namespace

void parse_weights(std::string_view file, std::string_view bytes, const NamedWeights& out, Diagnostics& problems) {
  std::uint32_t line_number = 0;
  const auto report = [&](std::string_view code, std::string_view message, std::string_view piece) {
    problems.push_back(
        {std::string(code), std::string(message), std::string(file), line_number, 1, std::string(piece)});
  };
  while (!bytes.empty()) {
    std::string_view line = take(bytes, '\n');
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const std::string_view key = take(line, '\t');
    const std::string_view number = take(line, '\t');
    const auto known = std::find(out.names.begin(), out.names.end(), key);
    if (known == out.names.end()) {
      report("evidence.unknown-name", "no such piece of evidence", key);
      continue;
    }
    const auto index = static_cast<std::size_t>(known - out.names.begin());
    float value = 0.0F;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (fault != std::errc() || end != number.data() + number.size() || !(std::abs(value) <= largest_weight)) {
      report("evidence.bad-weight", "a weight is a number such as 1.5, at most 1000", number);
    } else if (out.lines[index] != 0) {
      report("evidence.repeated-name", "this piece of evidence already has a weight", key);
    } else {
      out.values[index] = static_cast<std::int32_t>(std::lround(value * static_cast<float>(weight_units)));
    }
    out.lines[index] = line_number;
  }
  line_number = 0;
  for (std::size_t i = 0; i < out.names.size(); ++i)
    if (out.lines[i] == 0) report("evidence.missing", "this piece of evidence has no weight", out.names[i]);
}

}  // namespace dossier::lexicon
