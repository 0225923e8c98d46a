// The entries of a dictionary while it is compiled: forms cut into tokens, later rows merged with earlier ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash_index.hpp"
#include "lexicon/case_policy.hpp"
#include "lexicon/source.hpp"
#include "tokens/token.hpp"

namespace dossier::lexicon {

/// An entry on its way into the image. Views are of source files, of the image that is extended, or of the Drafts.
struct Draft {
  std::string_view form;
  std::string_view canonical;
  std::string_view attributes;
  std::uint64_t canonical_key = 0;  ///< of its folded words
  std::uint64_t spelling = 0;       ///< of its mixed tokens when the policy is `exact`
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t first_token = 0;
  std::uint16_t flags = 0;
  std::uint16_t weight = 0;
  ClassId cls = ClassId::count;
  Match match = Match::fold;
  std::uint8_t words = 0;
};

/// Entries in the order of files and lines: one of each class, folded form and folded canonical form. For one thread.
class Drafts {
 public:
  /// Adds a form, merges it with the entry that is the same, or deletes entries when the form says so.
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
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;
  enum class Fate : std::uint8_t { added, gives_way };

  bool cut(const SourceForm& form, FileProblems& problems);
  [[nodiscard]] Draft draft_of(const SourceForm& form, std::uint32_t file);
  void remove(std::uint64_t key, const SourceForm& form, FileProblems& problems);
  Fate merge(std::uint64_t key, const SourceForm& form, Draft& draft, FileProblems& problems);
  void take_from(const Draft& earlier, const SourceForm& form, Draft& draft);
  void append(std::uint64_t key, const Draft& draft);
  [[nodiscard]] std::uint64_t canonical_key(std::string_view canonical);

  std::vector<Draft> drafts_;
  std::vector<bool> dropped_;
  std::vector<std::uint32_t> earlier_;  // the one before with the same class and form, or nothing
  std::vector<std::uint64_t> hashes_;
  std::vector<tokens::Shape> shapes_;
  base::HashIndex last_;                                   // by class and folded form
  std::deque<std::string> attributes_;                     // those that were merged; never moved
  std::string_view canonical_;                             // the last one that an alias had, and its hash
  std::uint64_t canonical_key_ = 0;
  tokens::TokenizedText cut_;  // the form at hand
  tokens::TokenizedText cut_canonical_;
};

}  // namespace dossier::lexicon
