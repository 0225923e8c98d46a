// From bytes to the text that is annotated, and to the date it is anchored on.
#include <utility>

#include "engine/pipeline.hpp"
#include "text/utf8.hpp"

namespace dossier::engine {
namespace {

text::Derived derive(const std::string& source, TextFormat format, std::uint32_t max_depth) {
  return format == TextFormat::markdown ? text::from_markdown(source) : text::from_html(source, max_depth);
}

/// First byte of the text that was made of the source's byte or of what follows it.
std::uint32_t text_offset(DocumentBuilder& out, std::uint32_t source) {
  std::uint32_t low = 0;
  auto high = static_cast<std::uint32_t>(out.text().size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (out.map().to_source({middle, middle + 1}).end <= source)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void report_damage(DocumentBuilder& out, Span source, std::uint64_t count) {
  if (count == 0) return;
  const Span place{text_offset(out, source.begin), text_offset(out, source.end)};
  out.issues().push_back(
      {"text.ill-formed", "bytes that are no characters of the encoding were replaced by U+FFFD", place, count});
}

}  // namespace

text::Derived read_text(Job& job, const Input& input) {
  DocumentBuilder& out = job.out;
  out.id().assign(input.id);
  text::Decoded decoded = text::decode(input.text, input.encoding);
  out.raw_map() = std::move(decoded.map);
  if (decoded.dropped != 0)
    out.issues().push_back(
        {"limit.text-size", "the text is longer than an offset can say; the rest was not read", {}, decoded.dropped});
  const Span damage = decoded.first_ill_formed;
  const std::uint64_t damaged = decoded.ill_formed;
  if (input.format == TextFormat::plain) {
    out.text() = std::move(decoded.text);
    report_damage(out, damage, damaged);
    return {};
  }
  text::Derived derived = derive(decoded.text, input.format, job.engine.config.max_markup_depth);
  out.text() = std::move(derived.text);
  out.map() = std::move(derived.map);
  if (!out.map().is_identity()) out.source() = std::move(decoded.text);
  report_damage(out, damage, damaged);
  for (Issue& issue : derived.issues) out.issues().push_back(std::move(issue));
  return derived;
}

std::optional<dates::Anchor> find_anchor(Job& job, const Input& input, const text::Derived& derived) {
  const auto use = [&](const std::optional<dates::Anchor>& anchor, DateSource source) {
    if (anchor) {
      job.out.date() = dates::to_iso(*anchor);
      job.out.date_source() = source;
    }
    return anchor;
  };
  if (!input.date.empty()) {
    if (auto anchor = use(dates::parse_anchor(input.date), DateSource::caller)) return anchor;
    job.out.issues().push_back(
        {"date.invalid", "the document date that was given is no date: " + std::string(input.date), {}, 1});
  }
  if (!derived.date.empty())
    if (auto anchor = use(dates::parse_anchor(derived.date), DateSource::metadata)) return anchor;
  const dates::Source source{job.scratch.text, job.engine.recognizers.lexicon, job.scratch.work.matches};
  return use(dates::find_dateline(source, job.scratch.work.date_memory), DateSource::dateline);
}

void report_impossible_dates(Job& job) {
  for (const dates::TimeMention& date : job.scratch.work.dates)
    if (date.invalid) job.out.issues().push_back({"date.impossible", "no calendar has this day", date.span, 1});
}

}  // namespace dossier::engine
