// The words between the role and a date, and between two dates, decide.
#include "relate/terms.hpp"

#include <algorithm>
#include <string_view>

namespace dossier::relate {
namespace {

constexpr std::uint32_t longest_gap = 24;  // bytes

class Dates {
 public:
  explicit Dates(const Reading& reading) : mentions_(reading.mentions), text_(reading.text.text) {}

  /// The first mention at or behind a byte when it is a date near by; none otherwise.
  [[nodiscard]] MentionId next(std::uint32_t byte) const {
    const auto at =
        std::lower_bound(mentions_.begin(), mentions_.end(), byte,
                         [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
    if (at == mentions_.end() || at->type != TypeId::date || at->span.begin - byte > longest_gap)
      return MentionId::none;
    return static_cast<MentionId>(at - mentions_.begin());
  }
  [[nodiscard]] Span span(MentionId id) const { return mentions_[static_cast<std::size_t>(id)].span; }

  /// What stands between two places, without blanks, commas and parentheses around it.
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    std::string_view gap = std::string_view(text_).substr(begin, end - begin);
    constexpr std::string_view edges = " \t\n,(";
    const std::size_t first = gap.find_first_not_of(edges);
    if (first == std::string_view::npos) return {};
    return gap.substr(first, gap.find_last_not_of(edges) - first + 1);
  }
  [[nodiscard]] bool opens(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(text_).substr(begin, end - begin).find('(') != std::string_view::npos;
  }

 private:
  const std::vector<Mention>& mentions_;
  std::string_view text_;
};

bool joins(std::string_view gap) {
  return gap == "to" || gap == "until" || gap == "till" || gap == "through" || gap == "and" || gap == "-" ||
         gap == "\xE2\x80\x93";
}

}  // namespace

void find_terms(const Reading& reading, Statement& role) {
  const Dates dates(reading);
  std::uint32_t end = role.evidence.end;
  for (const MentionId id : {role.object, role.place})
    if (id != MentionId::none) end = std::max(end, dates.span(id).end);
  const MentionId first = dates.next(end);
  if (first == MentionId::none) return;
  const Span date = dates.span(first);
  const std::string_view gap = dates.between(end, date.begin);
  if (gap == "since") {
    role.since = first;
  } else if (gap == "until" || gap == "till") {
    role.until = first;
  } else if (gap == "from" || gap == "between" || (gap.empty() && dates.opens(end, date.begin))) {
    const MentionId second = dates.next(date.end);
    const bool pair = second != MentionId::none && joins(dates.between(date.end, dates.span(second).begin));
    if (!pair && gap != "from") return;
    role.since = first;
    if (pair) role.until = second;
  }
}

}  // namespace dossier::relate
