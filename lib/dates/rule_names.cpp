// Names of the patterns.
#include "dates/rule_names.hpp"

#include <array>

namespace dossier::dates {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Rule::count)> names = {
    "",
    "date.century",
    "date.day-month",
    "date.decade",
    "date.definite-unit",
    "date.deictic",
    "date.fiscal-year",
    "date.half",
    "date.holiday",
    "date.month",
    "date.month-day",
    "date.month-year",
    "date.neighbour",
    "date.numeric",
    "date.offset",
    "date.offset-adjective",
    "date.period",
    "date.quarter",
    "date.quarter-code",
    "date.ranked",
    "date.ranked-day",
    "date.relative-name",
    "date.relative-unit",
    "date.season",
    "date.unit-end",
    "date.vague",
    "date.weekday",
    "date.weekday-day",
    "date.weekday-short",
    "date.year",
    "date.year-part",
    "date.year-words",
    "duration.amount",
    "duration.determined",
    "duration.determined-plural",
    "duration.long",
    "duration.plural",
    "duration.ranked-unit",
    "set.adverb",
    "set.every-name",
    "set.every-unit",
    "set.plural",
    "set.times",
    "time.clock",
    "time.hour",
    "time.military",
    "time.named",
    "time.oclock",
    "time.of-day",
    "time.part",
    "time.relative-part",
    "time.spoken",
};

}  // namespace

std::string_view rule_name(Rule rule) noexcept { return names[static_cast<std::size_t>(rule)]; }

}  // namespace dossier::dates
