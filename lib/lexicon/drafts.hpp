// The entries of a dictionary while it is compiled: forms cut into tokens, later rows merged with earlier ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/case_policy.hpp"
#include "lexicon/source.hpp"
#include "tokens/token.hpp"

namespace dossier::lexicon {

/// An entry on its way into the image. Views are of source files, or of the image that is extended.
struct Draft {
  std::string_view form;
  std::string_view canonical;
  std::string_view attributes;
  std::uint64_t spelling = 0;  ///< of its mixed tokens when the policy is `exact`
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t first_token = 0;
  std::uint16_t flags = 0;
  std::uint16_t weight = 0;
  ClassId cls = ClassId::count;
  Match match = Match::fold;
  std::uint8_t words = 0;
  bool alias = false;
};

/// Entries in the order of files and lines, one per class and folded form. For one thread.
class Drafts {
 public:
  /// Adds a form, replaces the entry it takes the place of, or deletes entries when the form says so.
  void add(const SourceForm& form, std::uint32_t file, FileProblems& problems);
  /// Takes out what was replaced or deleted. Call once, when all is added.
  void settle();

  [[nodiscard]] const std::vector<Draft>& entries() const noexcept { return drafts_; }
  /// Folded hashes and shapes of an entry's tokens.
  [[nodiscard]] std::span<const std::uint64_t> hashes(const Draft& draft) const noexcept {
    return std::span(hashes_).subspan(draft.first_token, draft.words);
  }
  [[nodiscard]] std::span<const tokens::Shape> shapes(const Draft& draft) const noexcept {
    return std::span(shapes_).subspan(draft.first_token, draft.words);
  }

 private:
  enum class Place : std::uint8_t { free, replaces, gives_way };

  bool cut(const SourceForm& form, FileProblems& problems);
  [[nodiscard]] std::uint64_t key_of_cut(ClassId cls) const noexcept;
  void remove(std::uint64_t key, const SourceForm& form, FileProblems& problems);
  Place place(std::uint64_t key, const Draft& draft, const SourceForm& form, FileProblems& problems);
  [[nodiscard]] Draft draft_of(const SourceForm& form, std::uint32_t file) const noexcept;

  std::vector<Draft> drafts_;
  std::vector<bool> dropped_;
  std::vector<std::uint64_t> hashes_;
  std::vector<tokens::Shape> shapes_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_key_;  // class and folded form; looked up only, never walked
  tokens::TokenizedText scratch_;
};

}  // namespace dossier::lexicon
