// Names and weights of evidence.
#include "recognize/evidence.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace dossier::recognize {
namespace {

// In the order of Evidence.
constexpr std::array<std::string_view, evidence_count> names = {"span.cut-left",
                                                                "span.cut-right",
                                                                "span.before-head",
                                                                "span.headline",
                                                                "span.all-capitals",
                                                                "span.sentence-start-word",
                                                                "span.sentence-start-phrase",
                                                                "span.pair-of-names",
                                                                "person.one-word",
                                                                "person.two-words",
                                                                "person.three-words",
                                                                "person.long",
                                                                "person.given-first",
                                                                "person.given-word",
                                                                "person.initial",
                                                                "person.surname-last",
                                                                "person.surname-word",
                                                                "person.unknown-word",
                                                                "person.all-unknown",
                                                                "person.particle",
                                                                "person.suffix",
                                                                "person.common-word",
                                                                "person.place-word",
                                                                "person.org-word",
                                                                "person.group-word",
                                                                "person.stop-word",
                                                                "person.role-word",
                                                                "person.acronym",
                                                                "person.digit",
                                                                "person.dictionary",
                                                                "person.after-honorific",
                                                                "person.after-role",
                                                                "person.after-say",
                                                                "person.before-say",
                                                                "person.before-verb",
                                                                "person.before-age",
                                                                "person.after-locative",
                                                                "person.after-the",
                                                                "person.seen-full",
                                                                "person.seen-surname",
                                                                "person.seen-given",
                                                                "person.surname-given-order",
                                                                "person.only-surname",
                                                                "person.only-given",
                                                                "person.described",
                                                                "person.addressed",
                                                                "org.one-word",
                                                                "org.many-words",
                                                                "org.dictionary",
                                                                "org.dictionary-context",
                                                                "org.dictionary-word",
                                                                "org.head-last",
                                                                "org.head-weak",
                                                                "org.head-of",
                                                                "org.head-inside",
                                                                "org.legal-last",
                                                                "org.acronym",
                                                                "org.acronym-defined",
                                                                "org.acronym-common",
                                                                "org.ampersand",
                                                                "org.modifier-first",
                                                                "org.group-first",
                                                                "org.opens",
                                                                "org.branch",
                                                                "org.given-first",
                                                                "org.and",
                                                                "org.and-last",
                                                                "org.of",
                                                                "org.before-of",
                                                                "org.before-verb",
                                                                "org.after-the",
                                                                "org.place-head",
                                                                "org.seen",
                                                                "org.place-first",
                                                                "org.stop-word",
                                                                "org.after-title",
                                                                "org.after-in",
                                                                "org.after-group",
                                                                "org.of-role",
                                                                "org.office",
                                                                "org.described",
                                                                "org.camel",
                                                                "org.the-alone",
                                                                "org.portfolio",
                                                                "loc.one-word",
                                                                "loc.many-words",
                                                                "loc.country",
                                                                "loc.city",
                                                                "loc.city-size",
                                                                "loc.region",
                                                                "loc.place",
                                                                "loc.context-flag",
                                                                "loc.weak",
                                                                "loc.common-word",
                                                                "loc.person-word",
                                                                "loc.head-last",
                                                                "loc.head-first",
                                                                "loc.after-locative",
                                                                "loc.unknown-after-locative",
                                                                "loc.before-region",
                                                                "loc.after-city",
                                                                "loc.in-list",
                                                                "loc.before-verb",
                                                                "loc.after-title",
                                                                "loc.seen",
                                                                "loc.compass-first",
                                                                "loc.compass-listed",
                                                                "loc.described",
                                                                "loc.camel",
                                                                "loc.stop-word",
                                                                "loc.person-beside",
                                                                "group.nationality",
                                                                "group.group",
                                                                "group.word",
                                                                "group.before-role",
                                                                "group.before-org",
                                                                "other.dictionary",
                                                                "other.one-word",
                                                                "role.title",
                                                                "role.plain",
                                                                "role.word",
                                                                "role.verb-like",
                                                                "role.after-determiner",
                                                                "role.after-name",
                                                                "role.before-name",
                                                                "role.before-of",
                                                                "role.after-comma",
                                                                "role.modified",
                                                                "role.bare",
                                                                "role.kin",
                                                                "role.kin-owned",
                                                                "span.fixed-form"};

std::optional<Evidence> find(std::string_view wanted) noexcept {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == wanted) return static_cast<Evidence>(i);
  return std::nullopt;
}

/// Takes what stands before `separator` off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

}  // namespace

std::string_view name(Evidence evidence) noexcept { return names[static_cast<std::size_t>(evidence)]; }

Weights Weights::parse(std::string_view file, std::string_view bytes, Diagnostics& problems) {
  Weights weights;
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
    const std::optional<Evidence> evidence = find(key);
    if (!evidence) {
      report("evidence.unknown-name", "no such piece of evidence", key);
      continue;
    }
    const auto index = static_cast<std::size_t>(*evidence);
    float value = 0.0F;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (fault != std::errc() || end != number.data() + number.size() ||
        !(std::abs(value) <= Weights::largest)) {
      report("evidence.bad-weight", "a weight is a number such as 1.5, at most 1000", number);
    } else if (weights.lines_[index] != 0) {
      report("evidence.repeated-name", "this piece of evidence already has a weight", key);
    } else {
      weights.values_[index] = static_cast<std::int32_t>(std::lround(value * Weights::units));
    }
    weights.lines_[index] = line_number;
  }
  line_number = 0;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (weights.lines_[i] == 0) report("evidence.missing", "this piece of evidence has no weight", names[i]);
  return weights;
}

}  // namespace dossier::recognize
