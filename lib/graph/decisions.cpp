// Reads files of decisions.
#include <dossier/decisions.hpp>
#include <optional>
#include <utility>

#include "graph/keys.hpp"
#include "text/utf8.hpp"

namespace dossier {
namespace {

struct Field {
  std::string_view words;
  std::uint32_t column = 1;  // in code points
};

std::optional<DecisionKind> kind_of(std::string_view word) noexcept {
  if (word == "same") return DecisionKind::same;
  if (word == "not-same") return DecisionKind::not_same;
  if (word == "rename") return DecisionKind::rename;
  if (word == "retype") return DecisionKind::retype;
  if (word == "drop") return DecisionKind::drop;
  return std::nullopt;
}

std::string_view trimmed(std::string_view words) noexcept {
  while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\r')) words.remove_suffix(1);
  return words;
}

class DecisionReader {
 public:
  DecisionReader(std::string_view file, const Schema& schema, Diagnostics& problems)
      : file_(file), schema_(schema), problems_(problems) {}

  std::vector<Decision> read(std::string_view bytes) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    for (line_ = 1; !bytes.empty(); ++line_) {
      const std::size_t end = bytes.find('\n');
      read_line(bytes.substr(0, end));
      bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    }
    return std::move(out_);
  }

 private:
  void read_line(std::string_view line);
  void read_fields(DecisionKind kind, const std::vector<Field>& fields);
  void fail(std::string code, std::string message, const Field& field) {
    Diagnostic problem;
    problem.code = "decisions." + std::move(code);
    problem.message = std::move(message);
    problem.file = file_;
    problem.line = line_;
    problem.column = field.column;
    problem.piece = field.words;
    problems_.push_back(std::move(problem));
  }
  // The key as graphs have it; empty, and said, when it is none.
  std::string key_of(const Field& field) {
    const std::size_t slash = field.words.find('/');
    if (slash == std::string_view::npos || slash + 1 == field.words.size()) {
      fail("key", "a key is a type, \"/\" and a name: PERSON/jonas keller", field);
      return {};
    }
    if (!schema_.find_type(field.words.substr(0, slash))) {
      fail("type", "no such entity type", field);
      return {};
    }
    // What is behind "@" is the id of a document and stays as it is.
    const std::size_t at = field.words.rfind('@');
    const bool has_document = at != std::string_view::npos && at > slash;
    std::string key(field.words.substr(0, slash + 1));
    key += graph::folded(field.words.substr(slash + 1, has_document ? at - slash - 1 : std::string_view::npos));
    if (has_document) key += field.words.substr(at);
    return key;
  }
  void add(DecisionKind kind, std::string key, std::string other) {
    if (!key.empty()) out_.push_back({kind, std::move(key), std::move(other), std::string(file_), line_});
  }

  std::string_view file_;
  const Schema& schema_;
  Diagnostics& problems_;
  std::vector<Decision> out_;
  std::uint32_t line_ = 0;
};

void DecisionReader::read_line(std::string_view line) {
  if (trimmed(line).empty() || line.front() == '#') return;
  if (const std::size_t bad = text::find_ill_formed(line); bad != line.size())
    return fail("encoding", "not UTF-8", {{}, 1});
  std::vector<Field> fields;
  std::uint32_t column = 1;
  while (true) {
    const std::size_t end = line.find('\t');
    fields.push_back({trimmed(line.substr(0, end)), column});
    if (end == std::string_view::npos) break;
    for (std::size_t i = 0; i <= end; ++i) column += (static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U ? 1U : 0U;
    line.remove_prefix(end + 1);
  }
  const std::optional<DecisionKind> kind = kind_of(fields[0].words);
  if (!kind) return fail("word", "a line begins with same, not-same, rename, retype or drop", fields[0]);
  while (fields.size() > 1 && fields.back().words.empty()) fields.pop_back();
  const std::size_t wanted = *kind == DecisionKind::drop ? 2 : 3;
  const bool more = *kind == DecisionKind::same || *kind == DecisionKind::not_same;
  if (fields.size() < wanted)
    return fail("fields", wanted == 2 ? "a key is missing" : "two more fields are needed, parted by tabs", fields[0]);
  if (fields.size() > wanted && !more) return fail("fields", "one field too many", fields[wanted]);
  read_fields(*kind, fields);
}

void DecisionReader::read_fields(DecisionKind kind, const std::vector<Field>& fields) {
  std::string key = key_of(fields[1]);
  switch (kind) {
    case DecisionKind::same:
    case DecisionKind::not_same:
      for (std::size_t i = 2; i < fields.size(); ++i)
        if (std::string other = key_of(fields[i]); !other.empty()) add(kind, key, std::move(other));
      return;
    case DecisionKind::rename:
      return add(kind, std::move(key), graph::clean(fields[2].words));
    case DecisionKind::retype:
      if (!schema_.find_type(fields[2].words)) return fail("type", "no such entity type", fields[2]);
      return add(kind, std::move(key), std::string(fields[2].words));
    case DecisionKind::drop:
      return add(kind, std::move(key), {});
  }
}

}  // namespace

std::vector<Decision> read_decisions(std::string_view bytes, std::string_view file, const Schema& schema,
                                     Diagnostics& problems) {
  return DecisionReader(file, schema, problems).read(bytes);
}

}  // namespace dossier
