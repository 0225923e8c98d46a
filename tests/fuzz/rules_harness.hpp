// Rule sets and sentences for the fuzz targets of the rule language, and what every match must be.
//
// The only calls of compile() and match() in this folder are compile_rules() and find_matches().
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "check.hpp"
#include "rules/rules.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::fuzz {

using rules::Item;

inline std::optional<rules::RuleSet> compile_rules(const std::vector<lexicon::SourceFile>& files,
                                                   Diagnostics& problems) {
  return rules::RuleSet::compile(files, Schema(), problems);
}

/// Items and the words they stand for, one after the other with a space between.
class Sentence {
 public:
  /// Appends an item of a word, or of a mention where the word is an entity type's name.
  Item& add(const rules::RuleSet& rules, std::string_view word) {
    if (!text_.empty()) text_ += ' ';
    Item item;
    item.span.begin = static_cast<std::uint32_t>(text_.size());
    text_ += word;
    item.span.end = static_cast<std::uint32_t>(text_.size());
    const char first = word.empty() ? ' ' : word.front();
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    item.kind = letter ? tokens::TokenKind::word : tokens::TokenKind::punctuation;
    item.shape = !letter ? tokens::Shape::none : first < 'a' ? tokens::Shape::title : tokens::Shape::lower;
    if (const std::optional<TypeId> type = schema_.find_type(word)) {
      item.type = *type;
      item.mention = static_cast<MentionId>(items_.size());
    } else {
      rules.set_word(item, tokens::hash_word(word, buffer_));
    }
    items_.push_back(item);
    return items_.back();
  }

  [[nodiscard]] const std::vector<Item>& items() const noexcept { return items_; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  Schema schema_;
  std::string buffer_;
  std::string text_;
  std::vector<Item> items_;
};

inline void find_matches(const rules::RuleSet& rules, rules::Stage stage, const Sentence& sentence,
                         rules::Matches& out) {
  rules.match(stage, rules::ItemSpan(sentence.items(), sentence.text()), out);
}

inline void check_match(const rules::RuleSet& rules, rules::Stage stage, const Sentence& sentence,
                        const rules::Matches& found, const rules::Match& match) {
  require(match.rule < rules.rules().size(), "a match is of a rule of the set");
  require(rules.rules()[match.rule].stage == stage, "a match is of a rule of the stage",
          rules.rules()[match.rule].name);
  require(match.first < match.last && match.last <= sentence.items().size(), "a match covers items of the sentence");
  for (std::uint32_t i = match.first; i < match.last; ++i)
    require((sentence.items()[i].marks & rules::wall) == 0, "nothing matches a wall");
  require(match.captures <= found.captures.size() && match.capture_count <= found.captures.size() - match.captures,
          "a match has captures of the list");
  for (const rules::Capture& capture : found.captures_of(match))
    require(match.first <= capture.first && capture.first <= capture.last && capture.last <= match.last,
            "a capture lies inside its match", to_string(capture.name));
}

/// Matches the sentence in every stage; the promises of RuleSet::match() hold, whatever the scratch held before.
inline void check_matches(const rules::RuleSet& rules, const Sentence& sentence, rules::Matches& scratch) {
  const auto place = [](const rules::Match& match) { return std::tuple(match.first, match.rule); };
  for (std::size_t number = 0; number < rules::stages; ++number) {
    const auto stage = static_cast<rules::Stage>(number);
    find_matches(rules, stage, sentence, scratch);
    const std::vector<rules::Match>& matches = scratch.matches;
    for (const rules::Match& match : matches) check_match(rules, stage, sentence, scratch, match);
    for (std::size_t i = 1; i < matches.size(); ++i)
      require(place(matches[i - 1]) < place(matches[i]), "matches come by start, then rule, each pair once");
    rules::Matches fresh;
    find_matches(rules, stage, sentence, fresh);
    require(std::equal(matches.begin(), matches.end(), fresh.matches.begin(), fresh.matches.end(),
                       [&](const rules::Match& a, const rules::Match& b) {
                         return place(a) == place(b) && a.last == b.last && a.capture_count == b.capture_count;
                       }),
            "the same sentence gives the same matches");
  }
}

/// A few bytes of the compiled rules changed: opening refuses them, or they match within the sentence that `write`
/// makes for them.
template <typename Write>
void check_damaged(const rules::RuleSet& rules, std::uint64_t number, Write write) {
  constexpr std::size_t header = 40 + 19 * 24;  // past the container's, which has tests of its own
  std::vector<std::byte> image(rules.image().begin(), rules.image().end());
  for (int i = 0; i < 2; ++i) {
    number = number * 6364136223846793005U + 1442695040888963407U;  // Knuth's multiplier for 64 bits
    image[header + (number >> 20U) % (image.size() - header)] ^= static_cast<std::byte>((number >> 56U) | 1U);
  }
  Diagnostics problems;
  const auto opened = rules::RuleSet::open(image, Schema(), problems);
  if (!opened) return;
  require(opened->rules().size() == rules.rules().size(), "a damaged image has as many rules or is refused");
  static_cast<void>(opened->examples());
  rules::Matches scratch;
  check_matches(*opened, write(*opened), scratch);
}

}  // namespace dossier::fuzz
