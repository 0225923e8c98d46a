// Any bytes as JSON lines: each line gives a record or an error, and what passes through is JSON again.
#include <algorithm>
#include <array>
#include <dossier/formats.hpp>

#include "check.hpp"
#include "text/utf8.hpp"

namespace {

using dossier::JsonFields;
using dossier::JsonLineReader;
using dossier::JsonRecord;
using dossier::fuzz::require;

constexpr std::array<std::string_view, 5> codes = {"", "json.invalid", "json.not-an-object", "json.no-text",
                                                   "json.bad-type"};

bool is_valid(std::string_view text) { return dossier::text::find_ill_formed(text) == text.size(); }

void check(const JsonRecord& record, std::string_view line) {
  require(std::find(codes.begin(), codes.end(), record.error_code) != codes.end(), "a known code", record.error_code);
  require(record.error_code.empty() == record.error.empty(), "a sentence for every error", record.error_code);
  require(!record.id.empty(), "every record has an id", line);
  require(is_valid(record.id) && is_valid(record.text) && is_valid(record.date) && is_valid(record.error),
          "strings are valid UTF-8", line);
}

// What passes through is put into another object as it stands.
void check_passthrough(const JsonRecord& record) {
  if (record.passthrough.empty()) return;
  JsonLineReader again(JsonFields{.text = "\x01text", .passthrough = true});
  const std::string line = "{\"\\u0001text\":\"t\"," + record.passthrough + '}';
  const JsonRecord copy = again.read(line, 1);
  require(copy.error_code != "json.invalid" && copy.error_code != "json.not-an-object", "what passes through is JSON",
          record.passthrough);
}

void read_lines(JsonLineReader& reader, std::string_view text) {
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const JsonRecord record = reader.read(line, ++number);
    check(record, line);
    check_passthrough(record);
    std::string error_line;
    dossier::append_error_json(error_line, record.id, record.error_code, record.error);
    require(error_line.find('\n') == error_line.size() - 1, "an error is one line of JSON", error_line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = dossier::fuzz::text_of(data, size);
  JsonLineReader plain;
  JsonLineReader nested(JsonFields{.text = "body.content", .id = "meta.id", .date = "meta.date", .passthrough = true});
  read_lines(plain, text);
  read_lines(nested, text);
  return 0;
}
