// Documents of an evaluation: JSON lines to spans in code points.
#include "eval/corpus.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "eval/problem.hpp"
#include "text/utf8.hpp"

namespace dossier::eval {
namespace {

using Json = nlohmann::json;

std::u32string decoded(const std::string& utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const text::CodePoint next = text::decode_at(utf8, at);
    out += next.value;
    at += next.size;
  }
  return out;
}

// Thrown inside this file: what is wrong with one line.
struct BadLine {
  std::string code;
  std::string message;
};

const Json& list_of(const Json& doc, const char* name) {
  static const Json nothing = Json::array();
  const auto member = doc.find(name);
  if (member == doc.end() || member->is_null()) return nothing;
  if (!member->is_array()) throw BadLine{"eval.bad-document", std::string(name) + " is not a list"};
  return *member;
}

std::uint64_t offset_of(const Json& item, const char* name) {
  const auto member = item.is_object() ? item.find(name) : item.end();
  if (member == item.end() || !member->is_number_integer() || *member < 0)
    throw BadLine{"eval.bad-document", std::string(name) + " of a span is not an offset"};
  return member->get<std::uint64_t>();
}

std::string string_of(const Json& item, const char* name) {
  const auto member = item.is_object() ? item.find(name) : item.end();
  if (member == item.end() || !member->is_string())
    throw BadLine{"eval.bad-document", std::string(name) + " is not a string"};
  return member->get<std::string>();
}

void read_spans(const Json& items, CorpusDocument& doc) {
  for (const Json& item : items) {
    LabelledSpan span;
    span.place = {offset_of(item, "start"), offset_of(item, "end")};
    span.type = string_of(item, "type");
    if (const auto kind = item.find("kind"); kind != item.end() && kind->is_string()) span.kind = *kind;
    if (const auto optional = item.find("optional"); optional != item.end()) span.optional = *optional == true;
    doc.spans.push_back(std::move(span));
  }
}

// Relations with an argument that is null or no index are void.
void read_relations(const Json& items, const char* head, const char* tail, CorpusDocument& doc) {
  for (const Json& item : items) {
    LabelledRelation relation;
    relation.type = string_of(item, "type");
    const auto from = item.find(head);
    const auto to = item.find(tail);
    if (from == item.end() || to == item.end() || !from->is_number_unsigned() || !to->is_number_unsigned()) continue;
    relation.head = from->get<std::size_t>();
    relation.tail = to->get<std::size_t>();
    doc.relations.push_back(std::move(relation));
  }
}

Place place_of(const Json& pair) {
  if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() || !pair[1].is_number_unsigned())
    throw BadLine{"eval.bad-document", "an evaluation span is not a pair of offsets"};
  return {pair[0].get<std::uint64_t>(), pair[1].get<std::uint64_t>()};
}

void read_meta(const Json& json, CorpusDocument& doc) {
  const auto meta = json.find("meta");
  if (meta == json.end() || !meta->is_object()) return;
  for (const Json& pair : list_of(*meta, "evaluation_spans")) doc.evaluated.push_back(place_of(pair));
  const Json& one = list_of(*meta, "evaluation_span");
  if (doc.evaluated.empty() && !one.empty()) doc.evaluated.push_back(place_of(one));
}

OffsetUnit unit_of(const Json& json) {
  const auto unit = json.find("offset_unit");
  if (unit == json.end() || unit->is_null() || *unit == "codepoint") return OffsetUnit::codepoint;
  if (*unit == "utf8") return OffsetUnit::utf8;
  if (*unit == "utf16") return OffsetUnit::utf16;
  throw BadLine{"eval.bad-document", "offset_unit is none of codepoint, utf8, utf16"};
}

CorpusDocument read_document(const Json& json, Side side) {
  if (!json.is_object()) throw BadLine{"eval.bad-document", "the line is not an object"};
  CorpusDocument doc;
  const auto id = json.find("id");
  if (id == json.end()) throw BadLine{"eval.bad-document", "the document has no id"};
  doc.id = id->dump();
  const auto text = json.find("text");
  if (text != json.end() && text->is_string())
    doc.text = decoded(text->get<std::string>());
  else if (side == Side::gold)
    throw BadLine{"eval.bad-document", "the document has no text"};
  doc.unit = unit_of(json);
  const bool own = json.contains("mentions");  // a document line of dossier: entities are something else there
  read_spans(list_of(json, own ? "mentions" : "entities"), doc);
  read_relations(list_of(json, "relations"), own ? "subject_mention" : "head", own ? "object_mention" : "tail", doc);
  if (side == Side::gold) read_meta(json, doc);
  return doc;
}

}  // namespace

std::vector<CorpusDocument> read_corpus(const EvalFile& file, Side side, Diagnostics& problems) {
  std::vector<CorpusDocument> out;
  std::set<std::string> ids;
  std::string_view rest = file.text;
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.find_first_not_of(" \t\r\v\f") == std::string_view::npos) continue;
    try {
      const Json json = Json::parse(line, nullptr, false);
      if (json.is_discarded()) throw BadLine{"eval.bad-json", "the line is not valid JSON"};
      CorpusDocument doc = read_document(json, side);
      doc.line = number;
      if (!ids.insert(doc.id).second) throw BadLine{"eval.duplicate-id", "the id " + doc.id + " stands twice"};
      out.push_back(std::move(doc));
    } catch (const BadLine& bad) {
      problems.push_back(problem(bad.code, bad.message, file.name, number));
    }
  }
  return out;
}

void to_codepoints(CorpusDocument& doc, const std::u32string& text) {
  if (doc.unit == OffsetUnit::codepoint) return;
  std::vector<std::uint64_t> units;  // before each code point
  units.reserve(text.size() + 1);
  std::uint64_t total = 0;
  for (const char32_t c : text) {
    units.push_back(total);
    if (doc.unit == OffsetUnit::utf16)
      total += c < 0x10000 ? 1 : 2;
    else
      total += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  units.push_back(total);
  const auto converted = [&units](std::uint64_t offset) {  // one past the end stays past the end
    return static_cast<std::uint64_t>(std::lower_bound(units.begin(), units.end(), offset) - units.begin());
  };
  for (LabelledSpan& span : doc.spans) span.place = {converted(span.place.begin), converted(span.place.end)};
  doc.unit = OffsetUnit::codepoint;
}

}  // namespace dossier::eval
