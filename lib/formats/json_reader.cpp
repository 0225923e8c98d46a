// Reads lines of JSON input. simdjson finds the members and checks the encoding; values that are not understood are
// only checked and copied, so that a number or an escape passes through as it was written.
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <dossier/formats.hpp>
#include <utility>

#include "formats/json_text.hpp"

namespace dossier {
namespace {

constexpr std::size_t max_kept_buffer = std::size_t{16} << 20U;  // after a longer line memory is given back

/// One member of an object: views into the reader's buffer.
struct Member {
  std::string key;           // decoded
  std::string_view raw_key;  // between the quotes
  std::string_view raw;      // the value
};

// The names of a document's own members, which input must not overwrite.
constexpr std::array<std::string_view, 9> own_members = {"schema",   "id",       "offset_unit", "date",  "date_source",
                                                         "mentions", "entities", "relations",   "errors"};

struct Problem {
  std::string_view code;
  std::string message;
};

std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

// The part of a key before its closing quote.
std::string_view until_quote(std::string_view text) noexcept {
  std::size_t end = 0;
  while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return text.substr(0, end);
}

std::string_view type_word(std::string_view raw) noexcept {
  switch (raw.front()) {
    case '{':
      return "an object";
    case '[':
      return "an array";
    case '"':
      return "a string";
    case 't':
    case 'f':
      return "true or false";
    case 'n':
      return "null";
    default:
      return "a number";
  }
}

bool is_null(const Member* member) noexcept { return member == nullptr || member->raw == "null"; }

}  // namespace

struct JsonLineReader::Parts {
  JsonFields fields;
  simdjson::ondemand::parser parser;
  std::string buffer;           // the line and simdjson's padding
  std::vector<Member> members;  // of the line's object
  std::vector<Member> inner;    // of an object a path leads through

  void fill(std::string_view line);
  [[nodiscard]] bool list(std::string_view object, std::vector<Member>& out);
  [[nodiscard]] const Member* find(const std::string& name);
  [[nodiscard]] const Member* find_path(std::string_view path);
  void read_id(JsonRecord& record, Problem& problem);
  void read_string(const std::string& name, std::string& out, Problem& problem);
  void copy_others(JsonRecord& record);
  [[nodiscard]] Problem read(std::string_view line, JsonRecord& record);
};

void JsonLineReader::Parts::fill(std::string_view line) {
  if (line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
  buffer.assign(line);
  buffer.append(simdjson::SIMDJSON_PADDING, ' ');
}

// False when it is not a valid object. REQUIRES: `object` lies in the buffer.
bool JsonLineReader::Parts::list(std::string_view object, std::vector<Member>& out) {
  out.clear();
  const auto room = static_cast<std::size_t>(buffer.data() + buffer.size() - object.data());
  simdjson::ondemand::document doc;
  simdjson::ondemand::object fields_of;
  if (parser.iterate(simdjson::padded_string_view(object.data(), object.size(), room)).get(doc) != simdjson::SUCCESS ||
      doc.get_object().get(fields_of) != simdjson::SUCCESS)
    return false;
  for (auto result : fields_of) {
    simdjson::ondemand::field field;
    if (std::move(result).get(field) != simdjson::SUCCESS) return false;
    const char* key = field.key().raw();
    Member member;
    member.raw_key = until_quote(object.substr(static_cast<std::size_t>(key - object.data())));
    simdjson::ondemand::value value = field.value();
    if (!formats::append_unescaped(member.key, member.raw_key)) return false;
    if (simdjson::to_json_string(value).get(member.raw) != simdjson::SUCCESS) return false;
    member.raw = trimmed(member.raw);
    if (!formats::is_json_value(member.raw)) return false;
    out.push_back(std::move(member));
  }
  return doc.current_location().error() == simdjson::OUT_OF_BOUNDS;  // nothing stands behind the object
}

// The last of that name, as most readers of JSON have it; a name with dots is first taken as it stands.
const Member* JsonLineReader::Parts::find(const std::string& name) {
  const auto member =
      std::find_if(members.rbegin(), members.rend(), [&name](const Member& each) { return each.key == name; });
  return member != members.rend() ? &*member : find_path(name);
}

const Member* JsonLineReader::Parts::find_path(std::string_view path) {
  const std::vector<Member>* level = &members;
  while (true) {
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    const auto member =
        std::find_if(level->rbegin(), level->rend(), [name](const Member& each) { return each.key == name; });
    if (member == level->rend()) return nullptr;
    if (dot == std::string_view::npos) return &*member;
    const std::string_view raw = member->raw;
    if (raw.front() != '{' || !list(raw, inner)) return nullptr;
    level = &inner;
    path.remove_prefix(dot + 1);
  }
}

void JsonLineReader::Parts::read_string(const std::string& name, std::string& out, Problem& problem) {
  const Member* member = find(name);
  if (is_null(member) || !problem.code.empty()) return;
  if (member->raw.front() != '"') {
    problem = {"json.bad-type", "member \"" + name + "\" is " + std::string(type_word(member->raw)) + ", not a string"};
    return;
  }
  // Checked before: cannot fail.
  (void)formats::append_unescaped(out, member->raw.substr(1, member->raw.size() - 2));
}

void JsonLineReader::Parts::read_id(JsonRecord& record, Problem& problem) {
  const Member* member = find(fields.id);
  if (is_null(member)) return;
  const char first = member->raw.front();
  if (first == '-' || (first >= '0' && first <= '9')) {
    record.id = member->raw;
    return;
  }
  std::string id;
  read_string(fields.id, id, problem);
  if (!id.empty()) record.id = std::move(id);
}

// All members but those that were read and those that the output has itself. Where the text lies deeper, null stands in
// its place.
void JsonLineReader::Parts::copy_others(JsonRecord& record) {
  const Member* text_member = find(fields.text);
  const std::string_view text = text_member == nullptr ? std::string_view() : text_member->raw;
  for (const Member& member : members) {
    const bool is_own = std::find(own_members.begin(), own_members.end(), member.key) != own_members.end();
    if (is_own || member.key == fields.text || member.key == fields.id || member.key == fields.date) continue;
    std::string& out = record.passthrough;
    if (!out.empty()) out += ',';
    out += '"';
    out += member.raw_key;
    out += "\":";
    const bool holds_text =
        !text.empty() && text.data() >= member.raw.data() && text.data() < member.raw.data() + member.raw.size();
    if (!holds_text) {
      out += member.raw;
      continue;
    }
    const auto before = static_cast<std::size_t>(text.data() - member.raw.data());
    out += member.raw.substr(0, before);
    out += "null";
    out += member.raw.substr(before + text.size());
  }
}

Problem JsonLineReader::Parts::read(std::string_view line, JsonRecord& record) {
  fill(line);
  const std::string_view json = trimmed(std::string_view(buffer).substr(0, buffer.size() - simdjson::SIMDJSON_PADDING));
  if (json.empty()) return {"json.invalid", "the line is empty"};
  if (!simdjson::validate_utf8(json.data(), json.size())) return {"json.invalid", "the line is not valid UTF-8"};
  if (json.front() != '{' && formats::is_json_value(json))
    return {"json.not-an-object", "the line holds " + std::string(type_word(json)) + ", not an object"};
  if (!list(json, members)) return {"json.invalid", "the line is not valid JSON"};
  Problem problem;
  read_id(record, problem);
  read_string(fields.text, record.text, problem);
  read_string(fields.date, record.date, problem);
  if (problem.code.empty() && is_null(find(fields.text)))
    problem = {"json.no-text", "there is no member \"" + fields.text + "\""};
  if (problem.code.empty() && fields.passthrough) copy_others(record);
  return problem;
}

JsonLineReader::JsonLineReader(JsonFields fields) : parts_(std::make_unique<Parts>()) {
  parts_->fields = std::move(fields);
}
JsonLineReader::~JsonLineReader() = default;
JsonLineReader::JsonLineReader(JsonLineReader&&) noexcept = default;
JsonLineReader& JsonLineReader::operator=(JsonLineReader&&) noexcept = default;

JsonRecord JsonLineReader::read(std::string_view line, std::uint64_t line_number) {
  JsonRecord record;
  record.id = "line-" + std::to_string(line_number);
  Problem problem = parts_->read(line, record);
  record.error_code = problem.code;
  record.error = std::move(problem.message);
  if (line.size() > max_kept_buffer) {
    auto fresh = std::make_unique<Parts>();
    fresh->fields = std::move(parts_->fields);
    parts_ = std::move(fresh);
  }
  return record;
}

}  // namespace dossier
