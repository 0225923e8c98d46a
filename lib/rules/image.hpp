// The tables of a rule set as an image, and the way back: they are used where they lie.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/image.hpp"
#include "rules/layout.hpp"

namespace dossier::rules {

/// What the numbers in compiled rules mean, besides their layout.
struct Names {
  const Schema& schema;
  const lexicon::Lexicon* lexicon = nullptr;  // none: built-in classes only
};

/// The image of the tables. `names` are those that the rules were compiled with.
[[nodiscard]] std::vector<std::byte> write_image(TableDraft draft, const Names& names);

/// The tables of an image; those that are missing or cut are empty.
[[nodiscard]] TableView view_of(const base::Image& image);

/// True when this library gives the numbers in the tables the meaning they had for the one that compiled them. Further
/// types and classes may have come since.
[[nodiscard]] bool fits(const TableView& tables, const Names& names);

/// Why the tables cannot be used; empty when nothing in them leads outside of them. O(size). REQUIRES: they fit.
[[nodiscard]] std::string_view problem_of(const TableView& tables);

}  // namespace dossier::rules
