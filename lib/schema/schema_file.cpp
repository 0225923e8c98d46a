// Two passes over the lines: entity types first, so that relations may name them wherever they stand.
#include "schema/schema_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/suggest.hpp"

namespace dossier {
namespace {

constexpr std::size_t most_types = 64;
constexpr std::size_t most_relations = 200;
constexpr std::string_view upper_name = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
constexpr std::string_view lower_name = "abcdefghijklmnopqrstuvwxyz0123456789_";

/// One line cut into words; ':' and '|' are words of their own.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == '\t' || line[at] == '\r') {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    if (line[at] != ':' && line[at] != '|')
      while (end < line.size() && std::string_view(" \t\r:|").find(line[end]) == std::string_view::npos) ++end;
    out.push_back(line.substr(at, end - at));
    at = end;
  }
  return out;
}

bool is_name(std::string_view word, std::string_view letters) {
  return !word.empty() && word.find_first_not_of(letters) == std::string_view::npos &&
         (word.front() < '0' || word.front() > '9');
}

class Reader {
 public:
  Reader(Schema schema, Diagnostics& problems) : schema_(std::move(schema)), problems_(problems) {}

  void read(const base::SourceFile& file, bool relations) {
    file_ = &file;
    number_ = 0;
    std::string_view rest = base::without_mark(file.bytes);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      line_ = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      ++number_;
      const std::vector<std::string_view> words = words_of(line_);
      if (words.empty() || words.front().front() == '#') continue;
      if (words.front() == "type") {
        if (!relations) type(words);
      } else if (words.front() == "relation") {
        if (relations) relation(words);
      } else if (!relations) {
        constexpr std::string_view known[] = {"type", "relation"};
        error("schema.syntax",
              "expected 'type NAME' or 'relation name: TYPES -> TYPES'" + base::suggestion(words.front(), known),
              words.front());
      }
    }
  }

  [[nodiscard]] Schema take() { return std::move(schema_); }

 private:
  void error(std::string_view code, std::string message, std::string_view piece) {
    Diagnostic problem;
    problem.code = code;
    problem.message = std::move(message);
    problem.file = file_->name;
    problem.line = number_;
    std::uint32_t column = 1;
    for (const char* c = line_.data(); c < piece.data(); ++c)
      if ((static_cast<unsigned char>(*c) & 0xC0U) != 0x80U) ++column;
    problem.column = column;
    problem.piece = piece;
    problems_.push_back(std::move(problem));
  }

  // What stands behind the words, for "something is missing here".
  [[nodiscard]] std::string_view line_end() const { return line_.substr(line_.size()); }

  void type(const std::vector<std::string_view>& words) {
    if (words.size() < 2 || !is_name(words[1], upper_name))
      return error("schema.syntax", "a type has a name in capitals: 'type VESSEL'",
                   words.size() < 2 ? line_end() : words[1]);
    if (schema_.find_type(words[1])) return error("schema.double-name", "this type exists already", words[1]);
    EntityType type;
    type.name = words[1];
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (words[i] != "node") {
        constexpr std::string_view known[] = {"node"};
        return error("schema.syntax", "only 'node' may stand behind a type's name" + base::suggestion(words[i], known),
                     words[i]);
      }
      type.is_node = true;
    }
    if (schema_.entity_types().size() >= most_types)
      return error("schema.too-many", "a schema holds at most 64 entity types", words[1]);
    schema_ = schema_.with_type(std::move(type));
  }

  void relation(const std::vector<std::string_view>& words) {
    if (words.size() < 2 || !is_name(words[1], lower_name))
      return error("schema.syntax",
                   "a relation has a name in small letters: 'relation supplies: ORGANIZATION -> WEAPON'",
                   words.size() < 2 ? line_end() : words[1]);
    if (schema_.find_relation(words[1])) return error("schema.double-name", "this relation exists already", words[1]);
    RelationType relation;
    relation.name = words[1];
    std::size_t at = 2;
    if (at == words.size() || words[at] != ":")
      return error("schema.syntax", "expected ':' and the types of subjects",
                   at == words.size() ? line_end() : words[at]);
    ++at;
    if (!types(words, at, relation.domain)) return;
    if (at == words.size() || words[at] != "->")
      return error("schema.syntax", "expected '->' and the types of objects",
                   at == words.size() ? line_end() : words[at]);
    ++at;
    if (!types(words, at, relation.range)) return;
    for (; at < words.size(); ++at) {
      if (words[at] == "symmetric") {
        relation.symmetric = true;
      } else if (words[at] == "optional") {
        relation.object_optional = true;
      } else {
        constexpr std::string_view known[] = {"symmetric", "optional"};
        return error("schema.syntax",
                     "only 'symmetric' and 'optional' may stand behind the types" + base::suggestion(words[at], known),
                     words[at]);
      }
    }
    if (schema_.relation_types().size() >= most_relations)
      return error("schema.too-many", "a schema holds at most 200 relation types", words[1]);
    schema_ = schema_.with_relation(std::move(relation));
  }

  // "ORGANIZATION | PERSON" from words[at] on.
  bool types(const std::vector<std::string_view>& words, std::size_t& at, TypeSet& out) {
    for (;;) {
      if (at == words.size() || words[at] == "->" || words[at] == "|") {
        error("schema.syntax", "a type is missing here", at == words.size() ? line_end() : words[at]);
        return false;
      }
      const std::optional<TypeId> found = schema_.find_type(words[at]);
      if (!found) {
        std::vector<std::string_view> names;
        for (const EntityType& type : schema_.entity_types()) names.push_back(type.name);
        error("schema.unknown-type", "no entity type has this name" + base::suggestion(words[at], names), words[at]);
        return false;
      }
      out.add(*found);
      ++at;
      if (at == words.size() || words[at] != "|") return true;
      ++at;
    }
  }

  Schema schema_;
  Diagnostics& problems_;
  const base::SourceFile* file_ = nullptr;
  std::string_view line_;
  std::uint32_t number_ = 0;
};

}  // namespace

Schema read_schema(const Schema& base, std::span<const base::SourceFile> files, Diagnostics& problems) {
  Reader reader(base, problems);
  for (const bool relations : {false, true})
    for (const base::SourceFile& file : files) reader.read(file, relations);
  return reader.take();
}

}  // namespace dossier
