// From parsed rules to tables: programs, item tests, vocabulary, and what rules are called.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/layout.hpp"
#include "rules/parser.hpp"

namespace dossier::rules {

/// Puts strings into a table, equal ones once.
class TextWriter {
 public:
  /// REQUIRES: the table outlives the writer.
  explicit TextWriter(std::vector<char>& out) : out_(out) {}
  Text add(std::string_view text);

 private:
  std::vector<char>& out_;
  std::unordered_map<std::string, Text> known_;
};

/// Fills Tables::words and Tables::word_places, and finds words again while rules are compiled.
class WordWriter {
 public:
  /// Word i gets index i. REQUIRES: distinct hashes.
  WordWriter(const std::vector<std::uint64_t>& hashes, TableDraft& out);
  /// The hashes are too much alike; nothing else may be asked then.
  [[nodiscard]] bool has_failed() const noexcept { return out_.word_places.empty(); }
  /// REQUIRES: the word is there.
  [[nodiscard]] std::size_t index_of(std::uint64_t hash) const noexcept;
  /// Facts of a word, by its index.
  [[nodiscard]] WordFacts& operator[](std::size_t word) noexcept { return out_.words[slot_of_[word]].facts; }
  [[nodiscard]] std::size_t size() const noexcept { return slot_of_.size(); }

 private:
  TableDraft& out_;
  std::vector<std::uint32_t> slot_of_;  // by word
};

/// Rules that cannot be compiled are reported: empty matches, programs that are too large; the tables are of no use
/// then. `examples` are those of the source, each with the index of a declaration.
[[nodiscard]] TableDraft build_tables(const Parsed& parsed, std::span<const Example> examples, Reporter& report);

}  // namespace dossier::rules
