// A small lexicon, weights and a tokenized text for tests of the recognizers.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "recognize/recognize.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::test {

/// One dictionary: "class" and its rows, tab separated columns form, flags, attributes, weight.
inline lexicon::SourceFile dictionary(const std::string& cls, const std::string& rows) {
  return {
      cls + ".tsv",
      "#! class: " + cls + "\n#! columns: form flags attributes weight\n#! source: test\n#! licence: CC0-1.0\n" + rows};
}

inline lexicon::Lexicon make_lexicon(const std::vector<lexicon::SourceFile>& files) {
  Diagnostics problems;
  auto image = lexicon::compile(files, problems);
  for (const Diagnostic& problem : problems) UNSCOPED_INFO(to_string(problem));
  REQUIRE_FALSE(has_errors(problems));
  auto lexicon = lexicon::Lexicon::adopt(std::move(image), problems);
  REQUIRE(lexicon.has_value());
  return *lexicon;
}

inline lexicon::Lexicon small_lexicon() {
  return make_lexicon({
      dictionary("given_name", "Anna\t\tsex=f\nPeter\t\tsex=m\nMark\tword\tsex=m\nYuri\t\tsex=m\n"),
      dictionary("surname", "Keller\nLindqvist\nBrown\tword\n"),
      dictionary("honorific", "Mr.\t\tsex=m\nMrs.\t\tsex=f\n"),
      dictionary("role", "minister\nadviser\npresident\nforeign minister\nspokesman\nguard\tword\n"),
      dictionary("role_title", "President\nGen.\nForeign Minister\n"),
      dictionary("role_modifier", "deputy\nsenior\nchief\n"),
      dictionary("role_area", "foreign policy\neconomic\nforeign affairs\n"),
      dictionary("kin", "wife\nbrother\n"),
      dictionary("organization", "Nordhavn Bank\nUNESCO\nTarget\tword,ctx\n"),
      dictionary("org_head", "Bank\nUniversity\nMinistry\nCouncil\n"),
      dictionary("org_head_of", "Ministry\nUniversity\nBank\n"),
      dictionary("org_legal", "Inc.\nGmbH\n"),
      dictionary("country", "Norway\t\tcode=NO\nUnited States|U.S.|America\t\tcode=US\n"),
      dictionary("city", "Oslo\t\t\t600\nReading\tword,ctx\t\t520\n"),
      dictionary("place_head", "River\nStreet\n"),
      dictionary("nationality", "Norwegian\t\tcode=NO\nAmerican\t\tcode=US\n"),
      dictionary("group", "Muslims\n"),
      dictionary("locative", "in\nnear\n"),
      dictionary("say_verb", "said\ntold\n"),
      dictionary("stop_name", "However\nThe\nThen\nAnd\n"),
      dictionary("common_word", "the\nmark\nbrown\nreading\ntarget\nhowever\ntalks\nbank\nguard\nopen\nnew\n"),
      dictionary("pronoun", "he\t\tsex=m;case=subject\nshe\t\tsex=f;case=subject\nhis\t\tsex=m;case=possessive\n"),
      dictionary("currency", "euros\t\tcode=EUR\ndollars\t\tcode=USD\n"),
      dictionary("magnitude", "million\t\tvalue=1000000\n"),
      dictionary("number_word", "two\t\tvalue=2\n"),
      dictionary("unit", "kilometres\n"),
      dictionary("name_particle", "van\nvon\n"),
      dictionary("name_suffix", "Jr.\n"),
      dictionary("org_noun", "#! declare: yes\n#! match: exact\ncompany\nnewspaper\nband\n"),
      dictionary("place_noun", "#! declare: yes\n#! match: exact\nvillage\ntown\n"),
  });
}

/// The chosen mentions of a text as "TYPE words; TYPE words", with the small lexicon.
std::string found(const std::string& text);

/// The weights of the built-in English, read from the source tree.
recognize::Weights english_weights();

}  // namespace dossier::test
