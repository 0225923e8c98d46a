// Titles are certain, full names nearly so; a lone given name and the words beside a name are asked when those are
// silent.
#include "resolve/sex.hpp"

#include <string_view>

namespace dossier::resolve {
namespace {

using lexicon::ClassId;
using lexicon::EntryId;

constexpr int least_lead = 600;  // of a word's weight as a given name over its weight as a surname
constexpr std::uint32_t most_description_words = 5;
constexpr lexicon::ClassSet descriptions = lexicon::set_of(ClassId::role, ClassId::role_title, ClassId::kin);

Sex read(std::string_view sex) { return sex == "f" ? Sex::female : (sex == "m" ? Sex::male : Sex::unknown); }

bool is_word(const tokens::Token& token) { return token.kind == tokens::TokenKind::word; }

bool is_possessive_pronoun(std::string_view word) {
  return word == "his" || word == "her" || word == "their" || word == "my" || word == "our";
}

}  // namespace

Sex sex_of_lone_name(const lexicon::Lexicon& lexicon, const tokens::Token& token) {
  Sex sex = Sex::unknown;
  int given = 0;
  int surname = -least_lead;
  for (const EntryId entry : lexicon.entries(token)) {
    const ClassId cls = lexicon.class_of(entry);
    if (cls == ClassId::surname) surname = lexicon.weight_of(entry);
    if (cls != ClassId::given_name || sex != Sex::unknown) continue;
    given = lexicon.weight_of(entry);
    sex = read(lexicon.attribute(entry, "sex"));
  }
  return given - surname >= least_lead ? sex : Sex::unknown;
}

Sex sex_of_given_name(const lexicon::Lexicon& lexicon, const tokens::Token& token) {
  for (const EntryId entry : lexicon.entries(token))
    if (lexicon.class_of(entry) == ClassId::given_name) return read(lexicon.attribute(entry, "sex"));
  return Sex::unknown;
}

Sex sex_of_role(const lexicon::Lexicon& lexicon, const tokens::Token& token) {
  if (!lexicon.classes(token).any(descriptions)) return Sex::unknown;
  for (const EntryId entry : lexicon.entries(token)) {
    if (!descriptions.has(lexicon.class_of(entry))) continue;
    const Sex sex = read(lexicon.attribute(entry, "sex"));
    if (sex != Sex::unknown) return sex;
  }
  return Sex::unknown;
}

Sex sex_of_name(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon, const MentionTokens& name) {
  if (name.first > 0) {
    const tokens::Token& before = text.tokens[name.first - 1];
    if (lexicon.classes(before).has(ClassId::honorific))
      for (const EntryId entry : lexicon.entries(before))
        if (lexicon.class_of(entry) == ClassId::honorific) return read(lexicon.attribute(entry, "sex"));
  }
  return name.last - name.first < 2 ? Sex::unknown : sex_of_given_name(lexicon, text.tokens[name.first]);
}

Sex sex_of_description(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon, const MentionTokens& name) {
  const std::vector<tokens::Token>& tokens = text.tokens;
  const std::uint32_t first = name.first;
  const auto starts = [&](std::uint32_t t) { return t == 0 || (tokens[t - 1].flags & tokens::sentence_end) != 0; };
  if (!starts(first) && is_word(tokens[first - 1]) && tokens[first - 1].shape == tokens::Shape::lower) {
    const Sex sex = sex_of_role(lexicon, tokens[first - 1]);
    if (sex != Sex::unknown) return sex;
  }
  if (first > 2 && text.text_of(first - 1) == "," && !starts(first - 1) && !starts(first - 2) &&
      (tokens[first - 3].kind == tokens::TokenKind::possessive || is_possessive_pronoun(text.text_of(first - 3)))) {
    const Sex sex = sex_of_role(lexicon, tokens[first - 2]);
    if (sex != Sex::unknown) return sex;
  }
  const std::uint32_t after = name.last + 1;
  if (after >= tokens.size() || text.text_of(name.last) != ",") return Sex::unknown;
  const std::string_view article = text.text_of(after);
  if (article != "a" && article != "an" && article != "the") return Sex::unknown;
  for (std::uint32_t t = after; t < tokens.size() && t < after + most_description_words && is_word(tokens[t]); ++t) {
    const Sex sex = sex_of_role(lexicon, tokens[t]);
    if (sex != Sex::unknown) return sex;
  }
  return Sex::unknown;
}

}  // namespace dossier::resolve
