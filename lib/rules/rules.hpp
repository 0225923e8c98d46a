// The rule language: patterns over the words and mentions of a sentence, read from .rules files, that state relations.
#pragma once

#include "lexicon/lexicon.hpp"
#include "tokens/token.hpp"

#include <dossier/diagnostics.hpp>
#include <dossier/document.hpp>
#include <dossier/schema.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::rules {

/// What a rule sees of a sentence: one item per token, but one per mention where a mention covers several tokens.
struct Item {
  std::uint64_t hash = 0;              ///< folded hash of the token; 0 for a mention of several tokens
  lexicon::ClassSet classes;           ///< of the token (of the last token for a mention)
  TypeId type = TypeId::none;          ///< of the mention that covers it
  MentionId mention = MentionId::none;
  tokens::TokenKind kind = tokens::TokenKind::word;
  tokens::Shape shape = tokens::Shape::none;
  std::uint16_t flags = 0;             ///< tokens::TokenFlags of the first token
  Span span;
};

/// One named capture of a match: items [first, last).
struct Capture {
  std::uint16_t name = 0;              ///< index into RuleSet::capture_names()
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// One place where a rule matched. Captures in the order of the pattern; a name may occur several times (lists).
struct Match {
  std::uint32_t rule = 0;              ///< index of the rule
  std::uint32_t first = 0;             ///< items [first, last)
  std::uint32_t last = 0;
  std::vector<Capture> captures;
};

/// One rule as loaded.
struct Rule {
  std::string name;                    ///< "met.verb"
  std::string file;
  std::uint32_t line = 0;
  RelationTypeId relation = RelationTypeId::none;
  RelationFlags flags = RelationFlags::none;
};

/// Rules, frozen. Const and safe for many threads; copies share.
class RuleSet {
 public:
  /// Parses and compiles. Appends every problem of every file; nothing when one of them is an error.
  [[nodiscard]] static std::optional<RuleSet> compile(std::span<const lexicon::SourceFile> files, const Schema& schema,
                                                      Diagnostics& problems);

  /// All matches in a sentence: every rule, every start, for each (rule, start) the one match the pattern prefers. Sorted by
  /// first item, then rule. Work is bounded by items x pattern length; nothing recurses with the text.
  void match(std::span<const Item> sentence, std::vector<Match>& out) const;

  [[nodiscard]] std::span<const Rule> rules() const noexcept;
  [[nodiscard]] std::span<const std::string> capture_names() const noexcept;

 private:
  struct Parts;
  explicit RuleSet(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

}  // namespace dossier::rules
