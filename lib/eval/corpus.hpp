// Documents of an evaluation: JSON lines to spans in code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <dossier/eval.hpp>
#include <dossier/offsets.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dossier::eval {

/// Code points [begin, end).
struct Place {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

struct LabelledSpan {
  Place place;
  std::string type;
  std::optional<std::string> kind;
  bool optional = false;  ///< neither right nor wrong
};

/// Head and tail index the document's spans; an index outside them makes the relation void.
struct LabelledRelation {
  std::string type;
  std::size_t head = 0;
  std::size_t tail = 0;
};

struct CorpusDocument {
  std::string id;                      ///< as JSON: the number 1 and the string "1" are two ids
  std::optional<std::u32string> text;  ///< gold always has one
  std::vector<LabelledSpan> spans;
  std::vector<LabelledRelation> relations;
  std::vector<Place> evaluated;             ///< only what lies inside one of these counts; empty: everything
  OffsetUnit unit = OffsetUnit::codepoint;  ///< of the spans
  std::uint32_t line = 0;
};

enum class Side : std::uint8_t { gold, predicted };

/// Reads one document a line; blank lines are skipped. What cannot be read is appended to `problems`.
[[nodiscard]] std::vector<CorpusDocument> read_corpus(const EvalFile& file, Side side, Diagnostics& problems);

/// Takes spans that are counted in bytes or UTF-16 units to code points of `text`.
void to_codepoints(CorpusDocument& doc, const std::u32string& text);

}  // namespace dossier::eval
