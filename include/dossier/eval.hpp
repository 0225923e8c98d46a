// How good predictions are: precision, recall and F1 of entities and relations against gold.
//
//   const dossier::Evaluation result = dossier::evaluate({.gold = {"gold.jsonl", gold}, .predicted = {"p.jsonl", p}});
//   std::cout << dossier::to_text(result);
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// A file that was read: its name for messages, and its bytes. Views: the caller keeps both during the call.
struct EvalFile {
  std::string_view name = {};
  std::string_view text = {};
};

/// Gold and predictions as JSON lines, and how types correspond (docs/eval.md describes the three).
struct EvalInput {
  EvalFile gold = {};
  EvalFile predicted = {};  ///< the format of gold, or dossier's own document lines
  EvalFile map = {};        ///< one JSON object; empty text: every type stands for itself
};

/// Shares between 0 and 1; 0 where nothing was there to be divided by.
struct Measure {
  double precision = 0.0;
  double recall = 0.0;
  double f1 = 0.0;
};

/// Measure of `matched` right ones among `predicted` and among `gold`.
[[nodiscard]] Measure measure(std::uint64_t matched, std::uint64_t predicted, std::uint64_t gold) noexcept;

/// Counts of one entity type, or of all. Each (span, type) of a document counts once.
struct TypeScore {
  std::string type;
  std::uint64_t gold = 0;
  std::uint64_t predicted = 0;
  std::uint64_t exact = 0;    ///< same span, same type
  std::uint64_t lenient = 0;  ///< same type and at least one character in common, matched one to one
};

/// Counts of one relation type, or of all: right are those with both argument spans exact, direction included.
struct RelationScore {
  std::string type;
  std::uint64_t gold = 0;
  std::uint64_t predicted = 0;
  std::uint64_t strict = 0;
};

struct Evaluation {
  std::uint64_t documents = 0;                ///< of gold
  std::uint64_t missing = 0;                  ///< of them without prediction: counted as if nothing had been found
  std::uint64_t extra = 0;                    ///< predicted ones that gold does not have: left out
  std::vector<TypeScore> types;               ///< sorted by type
  TypeScore all;                              ///< their sums, named "ALL"
  std::vector<RelationScore> relation_types;  ///< sorted by type
  RelationScore relations;                    ///< their sums, named "ALL"
};

/// Throws LoadError with every problem of the three files.
[[nodiscard]] Evaluation evaluate(const EvalInput& input);
/// The same without exceptions: nothing when there was an error.
[[nodiscard]] std::optional<Evaluation> evaluate(const EvalInput& input, Diagnostics& problems);

/// A table for people, one type a line, in percent with one decimal.
[[nodiscard]] std::string to_text(const Evaluation& evaluation);
/// One JSON object on one line with a final "\n", counts and measures in full precision (docs/eval.md).
[[nodiscard]] std::string to_json(const Evaluation& evaluation);

}  // namespace dossier
