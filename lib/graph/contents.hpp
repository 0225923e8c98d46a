// The contents of a document's record, and their bytes.
//
// Numbers are unsigned LEB128, strings their length and their bytes (UTF-8), lists their length and their items:
//   id, date, number of sentences
//   entities:    key, name, aliases, number of mentions
//   quotes:      the sentences that state something
//   statements:  type, subject, object + 1 or 0, flags, label, begin, size in bytes, begin, size in code points, number
//                of the quote, rule, place, date
//   sentences:   those that name entities: their number times two, plus one at the beginning of a paragraph; each
//   entity
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::graph {

inline constexpr std::uint32_t no_entity = 0xFFFFFFFF;

/// An entity that is a node.
struct EntityPart {
  std::string_view key;   // "PERSON/marta lind", "PERSON/lind@doc-7"
  std::string_view name;  // the name that identifies it, as written
  std::vector<std::string_view> aliases;
  std::uint64_t mentions = 0;
};

struct StatementPart {
  std::string_view type;  // name of the relation type
  std::uint32_t source = 0;
  std::uint32_t target = no_entity;
  RelationFlags flags = RelationFlags::none;
  std::string_view label;
  Span span;        // in the document's source, bytes
  Span codepoints;  // the same in code points
  std::uint32_t quote = 0;
  std::string_view rule;
  std::string_view place;
  std::string_view date;  // TIMEX3 value, or the words when there is none
};

/// A sentence that names entities, each once, in the order of the text.
struct SentencePart {
  std::vector<std::uint32_t> entities;
  bool begins_paragraph = false;
};

/// All views are of the bytes they were read from, or of whatever the writer keeps.
struct Contents {
  std::string_view id;
  std::string_view date;  // ISO date, may be empty
  std::uint64_t sentences = 0;
  std::vector<EntityPart> entities;
  std::vector<std::string_view> quotes;
  std::vector<StatementPart> statements;
  std::vector<SentencePart> named_in;
};

[[nodiscard]] std::string encode(const Contents& contents);

/// Whether the strings are known to be valid UTF-8, since they were read before.
enum class Trust : std::uint8_t { none, checked };

/// Reads contents. Empty when they are good, else what is wrong. `out` keeps its memory from call to call. Accepts any
/// bytes; after success every number is in its range and every string is valid UTF-8.
[[nodiscard]] std::string_view decode(std::string_view bytes, Contents& out, Trust trust = Trust::none);

/// Numbers and strings, for other parts of record files.
void put_number(std::string& out, std::uint64_t number);
void put_string(std::string& out, std::string_view text);

/// Takes numbers and strings from bytes. After the first fault everything is empty.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes, Trust trust = Trust::none) : left_(bytes), trust_(trust) {}
  [[nodiscard]] std::uint64_t number() noexcept;
  /// A number below the limit.
  [[nodiscard]] std::uint32_t number_below(std::uint64_t limit) noexcept;
  /// A length of a list whose items have at least a byte each.
  [[nodiscard]] std::size_t length() noexcept { return number_below(left_.size() + 1); }
  [[nodiscard]] std::string_view string() noexcept;
  [[nodiscard]] bool failed() const noexcept { return failed_; }
  [[nodiscard]] bool at_end() const noexcept { return left_.empty(); }

 private:
  void fail() noexcept {
    failed_ = true;
    left_ = {};
  }
  std::string_view left_;
  Trust trust_;
  bool failed_ = false;
};

}  // namespace dossier::graph
