// The names under which pages state when they were published, and how JSON-LD is searched.
#include "text/html_metadata.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

#include "text/html_scanner.hpp"

namespace dossier::text {
namespace {

constexpr std::array<std::string_view, 16> published_names = {"article:published_time",
                                                              "article:published",
                                                              "og:published_time",
                                                              "og:article:published_time",
                                                              "datepublished",
                                                              "date_published",
                                                              "pubdate",
                                                              "published_time",
                                                              "publish-date",
                                                              "publish_date",
                                                              "publication_date",
                                                              "dc.date.issued",
                                                              "dcterms.issued",
                                                              "citation_publication_date",
                                                              "sailthru.date",
                                                              "parsely-pub-date"};

constexpr std::array<std::string_view, 5> dated_names = {"date", "dc.date", "dcterms.date", "dcterms.created",
                                                         "datecreated"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) noexcept {
  return std::any_of(names.begin(), names.end(),
                     [name](std::string_view known) { return equals_ignoring_case(name, known); });
}

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

// White space runs as one space each, none at the ends.
std::string collapsed(std::string_view value) {
  std::string out;
  bool space = false;
  for (const char c : value) {
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

// The first "datePublished" with a string, an object's own before those inside it. The stack stands in for recursion.
std::string published_in(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return {};
  std::vector<simdjson::dom::element> open{root};
  while (!open.empty()) {
    const simdjson::dom::element element = open.back();
    open.pop_back();
    const std::size_t before = open.size();
    if (element.is_object()) {
      std::string_view date;
      const simdjson::dom::object object = element;
      if (object["datePublished"].get(date) == simdjson::SUCCESS && !date.empty()) return std::string(date);
      for (const auto field : object) open.push_back(field.value);
    } else if (element.is_array()) {
      for (const simdjson::dom::element item : simdjson::dom::array(element)) open.push_back(item);
    }
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(before), open.end());
  }
  return {};
}

}  // namespace

void HtmlMetadata::offer(Rank rank, std::string_view value) {
  if (rank >= rank_) return;
  std::string date = collapsed(references_.decode_all(value));
  if (date.empty()) return;
  date_ = std::move(date);
  rank_ = rank;
}

void HtmlMetadata::read_title(std::string_view content) {
  if (has_title_) return;
  has_title_ = true;
  title_ = collapsed(references_.decode_all(content));
}

void HtmlMetadata::read_meta(std::string_view attributes) {
  Rank rank = Rank::none;
  std::string_view content;
  AttributeReader reader(attributes);
  for (HtmlAttribute attribute; reader.next(attribute);) {
    if (equals_ignoring_case(attribute.name, "content") && content.empty()) content = attribute.value;
    for (const std::string_view naming : {"name", "property", "itemprop"}) {
      if (!equals_ignoring_case(attribute.name, naming)) continue;
      if (is_one_of(attribute.value, dated_names)) rank = std::min(rank, Rank::dated);
      if (is_one_of(attribute.value, published_names)) rank = Rank::published;
    }
  }
  if (rank != Rank::none) offer(rank, content);
}

void HtmlMetadata::read_time(std::string_view attributes) {
  Rank rank = Rank::mentioned;
  std::string_view when;
  AttributeReader reader(attributes);
  for (HtmlAttribute attribute; reader.next(attribute);) {
    if (equals_ignoring_case(attribute.name, "datetime") && when.empty()) when = attribute.value;
    const bool says_published =
        equals_ignoring_case(attribute.name, "itemprop") && is_one_of(attribute.value, published_names);
    if (says_published || equals_ignoring_case(attribute.name, "pubdate")) rank = Rank::published;
  }
  offer(rank, when);
}

void HtmlMetadata::read_script(std::string_view attributes, std::string_view content) {
  if (rank_ <= Rank::json_ld || content.find("datePublished") == std::string_view::npos) return;
  AttributeReader reader(attributes);
  for (HtmlAttribute attribute; reader.next(attribute);) {
    if (!equals_ignoring_case(attribute.name, "type")) continue;
    if (equals_ignoring_case(attribute.value, "application/ld+json")) offer(Rank::json_ld, published_in(content));
    return;
  }
}

}  // namespace dossier::text
