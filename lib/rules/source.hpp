// Reads rule files into declarations: lists, lets, rules and their examples, still as text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.hpp"
#include "rules/scanner.hpp"

namespace dossier::rules {

struct Declaration {
  enum class Kind : std::uint8_t { list, extend, let, rule };
  bool verbs = false;  // list: its words are verbs
  Kind kind = Kind::rule;
  Stage stage = Stage::clauses;
  std::string_view name;
  Place place;              // of the name
  std::vector<Piece> body;  // the text behind "=" or ":", continued lines included
};

/// Text of the files cut into declarations in order; views point into the files.
struct Source {
  std::vector<Declaration> declarations;
  std::vector<Example> examples;  // `rule` is an index into declarations
};

/// Puts problems in the order of the files, then of lines, as a person goes through them; the parser looks at lists before
/// rules.
void sort_by_file(Diagnostics& problems, std::span<const lexicon::SourceFile> files);

/// Problems are reported and the line is left out.
[[nodiscard]] Source read_source(std::span<const lexicon::SourceFile> files, Reporter& report);

}  // namespace dossier::rules
