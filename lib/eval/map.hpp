// How types of gold and predictions correspond, and what counts: the map file of an evaluation.
#pragma once

#include <dossier/eval.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::eval {

/// Source types to target types. An own name of the target is kept as it is; no target drops the type.
class TypeMap {
 public:
  /// Nothing is mapped: every type stands for itself.
  TypeMap() = default;
  /// `targets`: "=" keeps the name, nothing drops the type, "*" is for types that are not listed (dropped without it).
  explicit TypeMap(std::map<std::string, std::optional<std::string>, std::less<>> targets);

  /// A type "A|B" that is not listed goes by the first of its parts that is.
  [[nodiscard]] std::optional<std::string> target(std::string_view type) const;
  /// All that can come out; nothing when that is not known ("*" keeps names).
  [[nodiscard]] std::optional<std::set<std::string, std::less<>>> targets() const;

 private:
  std::map<std::string, std::optional<std::string>, std::less<>> targets_;
  bool given_ = false;
};

enum class Nested : std::uint8_t { all, outermost, innermost };

/// A map file, read; docs/eval.md describes the members.
struct EvalMap {
  TypeMap gold;
  TypeMap predicted;
  TypeMap gold_relations;
  TypeMap predicted_relations;
  std::set<std::string, std::less<>> neutral;
  std::optional<std::set<std::string, std::less<>>> scored;  ///< entity types that count; nothing: all
  std::optional<std::set<std::string, std::less<>>> scored_relations;
  std::set<std::string, std::less<>> symmetric;  ///< relation types
  std::set<std::string, std::less<>> kinds;      ///< of gold; empty: all
  std::set<std::string, std::less<>> predicted_kinds;
  bool other_kinds_neutral = false;
  Nested nested = Nested::all;
  std::vector<std::u32string> trim_leading;  ///< lower case
  std::vector<std::u32string> trim_trailing;
};

/// Reads a map file; an empty text is an empty map. What is wrong is appended to `problems`.
[[nodiscard]] EvalMap read_map(const EvalFile& file, Diagnostics& problems);

}  // namespace dossier::eval
