// From bytes to the text that is annotated, and to the date it is anchored on.
#include "engine/pipeline.hpp"
#include "text/utf8.hpp"

#include <limits>
#include <utility>

namespace dossier::engine {
namespace {

constexpr std::size_t longest_text = std::numeric_limits<std::uint32_t>::max() - (std::size_t{1} << 20);

text::Derived derive(const std::string& source, TextFormat format, std::uint32_t max_depth) {
  return format == TextFormat::markdown ? text::from_markdown(source) : text::from_html(source, max_depth);
}

}  // namespace

text::Derived read_text(Job& job, const Input& input) {
  DocumentBuilder& out = job.out;
  out.id().assign(input.id);
  std::string_view bytes = input.text;
  if (bytes.size() > longest_text) {
    out.issues().push_back({"limit.text-size", "the text is longer than an offset can say; the rest was not read", {},
                            bytes.size() - longest_text});
    bytes = bytes.substr(0, longest_text);
  }
  text::Decoded decoded = text::decode(bytes, input.encoding);
  out.raw_map() = std::move(decoded.map);
  if (decoded.ill_formed != 0)
    out.issues().push_back({"text.ill-formed", "bytes that are no characters of the encoding were replaced by U+FFFD",
                            decoded.first_ill_formed, decoded.ill_formed});
  if (input.format == TextFormat::plain) {
    out.text() = std::move(decoded.text);
    return {};
  }
  text::Derived derived = derive(decoded.text, input.format, job.engine.config.max_markup_depth);
  out.text() = std::move(derived.text);
  out.map() = std::move(derived.map);
  if (!out.map().is_identity()) out.source() = std::move(decoded.text);
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
    job.out.issues().push_back({"date.invalid", "the document date that was given is no date: " + std::string(input.date), {}, 1});
  }
  if (!derived.date.empty())
    if (auto anchor = use(dates::parse_anchor(derived.date), DateSource::metadata)) return anchor;
  return use(dates::find_dateline(job.scratch.text, job.engine.recognizers.lexicon), DateSource::dateline);
}

}  // namespace dossier::engine
