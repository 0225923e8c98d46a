// What is stated of somebody, by date.
#include <algorithm>
#include <dossier/query.hpp>
#include <tuple>

namespace dossier {
namespace {

const Evidence& evidence_of(const EntityGraph& graph, const TimelineItem& item) {
  return graph.edges()[static_cast<std::size_t>(item.edge)].evidence[item.evidence];
}

bool concerns(const Edge& edge, NodeId node, NodeId other) noexcept {
  if (edge.source != node && edge.target != node) return false;
  return other == NodeId::none || (edge.source == node ? edge.target : edge.source) == other;
}

}  // namespace

bool is_calendar_date(std::string_view value) noexcept {
  return value.size() >= 4 && value.substr(0, 4).find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<TimelineItem> timeline(const EntityGraph& graph, NodeId node, NodeId other) {
  const auto edges = graph.edges();
  std::vector<TimelineItem> out;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (!edges[i].stated || !concerns(edges[i], node, other)) continue;
    for (std::uint32_t k = 0; k < edges[i].evidence.size(); ++k) out.push_back({static_cast<EdgeId>(i), k});
  }
  const auto rank = [&graph](const TimelineItem& item) {
    const std::string_view date = evidence_of(graph, item).date;
    const bool dated = is_calendar_date(date);
    return std::tuple(!dated, dated ? date : std::string_view(), item.edge, item.evidence);
  };
  std::sort(out.begin(), out.end(), [rank](const TimelineItem& a, const TimelineItem& b) { return rank(a) < rank(b); });
  return out;
}

}  // namespace dossier
