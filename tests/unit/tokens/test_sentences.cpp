// Where sentences end, and their flags.
#include "notation.hpp"
#include "tokens/sentences.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("a full stop and a capital end a sentence") {
  check({
      {"Ann left. Bob came! Did he? Yes.", "Ann|left|.||Bob|came|!||Did|he|?||Yes|."},
      {"It rose 2.5 percent. 28 people came.", "It|rose|2.5|percent|.||28|people|came|."},
      {"He left. \"I know,\" she said.", "He|left|.||\"|I|know|,|\"|she|said|."},
      {"\"He left.\" Then she came. (So did Bob.) Fine.", "\"|He|left|.|\"||Then|she|came|.||(|So|did|Bob|.|)||Fine|."},
      {"Who? me? no.", "Who|?|me|?|no|."},
      {"He left. \u201Cwe know,\u201D she said.", "He|left|.||\u201C|we|know|,|\u201D|she|said|."},
      {"\"Is it so ? \" he asked.", "\"|Is|it|so|?|\"|he|asked|."},
      {"He joined Splash! Inc. in May.", "He|joined|Splash|!|Inc.|in|May|."},
      {"She left Yum! Brands in May. Yahoo! He won.", "She|left|Yum|!|Brands|in|May|.||Yahoo|!||He|won|."},
      {"He left 1. FC Tolm at 11. FC Oslo came.", "He|left|1|.|FC|Tolm|at|11|.||FC|Oslo|came|."},
      {"It was late.[3] Bob left.", "It|was|late|.|[|3|]||Bob|left|."},
      {"Great! \U0001F600 Next one.", "Great|!|\U0001F600||Next|one|."},
      {"the end.The start", "the|end|.||The|start"},
      {"I use iPads. iPhones too.", "I|use|iPads|.||iPhones|too|."},
      {"I saw it. @ann did. #fact", "I|saw|it|.||@ann|did|.||#fact"},
      {"He paid. $5 was much.", "He|paid|.||$|5|was|much|."},
      {"المدير هنا. الوزير هناك.", "المدير|هنا|.||الوزير|هناك|."},
      {"他来了。我走了！", "他|来|了|。||我|走了|！"},
      {"यह है। वह है।", "यह|है|।||वह|है|।"},
  });
}

TEST_CASE("an ellipsis before a small letter does not end a sentence") {
  check({
      {"I think... the end. No... Bob left.", "I|think|...|the|end|.||No|...||Bob|left|."},
      {"Well\u2026 he said \u2026 nothing.", "Well|\u2026|he|said|\u2026|nothing|."},
      {"He got ... 28 of them.", "He|got|...|28|of|them|."},
  });
}

TEST_CASE("titles and initials never end a sentence") {
  check({
      {"Lieut. Gen. Poe met Rt. Hon. Ray.", "Lieut.|Gen.|Poe|met|Rt.|Hon.|Ray|."},
      {"Poe owns Bay Sdn. Bhd. and Bay Pte. Ltd. now.", "Poe|owns|Bay|Sdn.|Bhd|.|and|Bay|Pte.|Ltd.|now|."},
      {"Mr. The and Gen. A Poe met St. In today.", "Mr.|The|and|Gen.|A|Poe|met|St.|In|today|."},
      {"J. Poe and George B. Roe left.", "J.|Poe|and|George|B.|Roe|left|."},
      {"Cats vs. Dogs is a film.", "Cats|vs.|Dogs|is|a|film|."},
  });
}

TEST_CASE("after other abbreviations only a likely starter begins a sentence") {
  check({
      {"She lives in the U.S. He works there.", "She|lives|in|the|U.S.||He|works|there|."},
      {"She met U.S. Senator Ann Poe.", "She|met|U.S.|Senator|Ann|Poe|."},
      {"He runs Acme Inc. The firm grew.", "He|runs|Acme|Inc.||The|firm|grew|."},
      {"Acme Inc. President Ann Poe spoke.", "Acme|Inc.|President|Ann|Poe|spoke|."},
      {"It began at 5 a.m. In the evening it ended.", "It|began|at|5|a.m.||In|the|evening|it|ended|."},
      {"It began at 5 a.m. Monday for all.", "It|began|at|5|a.m.|Monday|for|all|."},
      {"I met Carl Roe Jr. He waved.", "I|met|Carl|Roe|Jr.||He|waved|."},
      {"We saw cats, dogs, etc. Bob liked them.", "We|saw|cats|,|dogs|,|etc.||Bob|liked|them|."},
      {"He left the U.S. \"It was time,\" he said.", "He|left|the|U.S.||\"|It|was|time|,|\"|he|said|."},
      {"U.S. To Send More Ships", "U.S.|To|Send|More|Ships"},
  });
}

TEST_CASE("a question that is reported goes on") {
  check({
      {"\"Is it true?\" Poe asked.", "\"|Is|it|true|?|\"|Poe|asked|."},
      {"\"Is it true?\" Minister Ann Poe asked.", "\"|Is|it|true|?|\"|Minister|Ann|Poe|asked|."},
      {"\"Is it true?\" he asked.", "\"|Is|it|true|?|\"|he|asked|."},
      {"\"Is it true?\" The crowd said nothing.", "\"|Is|it|true|?|\"||The|crowd|said|nothing|."},
  });
}

TEST_CASE("a dateline stays with its sentence") {
  check({
      {"OSLO, Nov. 26 (Agency) - The king spoke.", "OSLO|,|Nov.|26|(|Agency|)|-|The|king|spoke|."},
      {"OSLO. Nov 26 (Agency) - The king spoke.", "OSLO|.|Nov|26|(|Agency|)|-|The|king|spoke|."},
      {"OSLO (AG) \u2014 The king spoke.", "OSLO|(|AG|)|\u2014|The|king|spoke|."},
  });
}

TEST_CASE("paragraphs and blocks are boundaries and are counted") {
  const TokenizedText text = tokenized("One two\n\nthree\n \t\nfour.\r\n\r\nFive. Six.\u2029Seven");
  CHECK(notation(text) == "One|two||three||four|.||Five|.||Six|.||Seven");
  std::string paragraphs;
  for (const Sentence& sentence : text.sentences) paragraphs += std::to_string(sentence.paragraph);
  CHECK(paragraphs == "012334");

  const std::string_view list = "one\ntwo three\nfour";
  const TokenizedText blocks = tokenized(
      list,
      {{{0, 3}, text::BlockKind::heading}, {{4, 13}, text::BlockKind::list_item}, {{14, 18}, text::BlockKind::code}});
  CHECK(notation(blocks) == "one||two|three||four");
  CHECK(kinds(blocks) == "hlf");
  CHECK(blocks.sentences[2].paragraph == 2);
}

TEST_CASE("sentence_start is on the first word, marks and list numbers aside") {
  CHECK(flagged("\"Ann left.\" (Bob came.) - So what. 28 came. $5 fell.", sentence_start) == "Ann|Bob|28|5");
  CHECK(flagged("\u2022 First one\n\u2022 Second one\n1. Third one\n2) Fourth one", sentence_start) ==
        "First|Second|Third|Fourth");
  CHECK(flagged("...", sentence_start).empty());
  CHECK(flagged("Ann left. Bob came.", sentence_end) == ".|.");
}

TEST_CASE("bullets and list numbers begin sentences") {
  check({
      {"- one\n- two", "-|one||-|two"},
      {"* One of them\n* two", "*|One|of|them||*|two"},
      {"1. One thing\n2. Another\n10. Last", "1|.|One|thing||2|.|Another||10|.|Last"},
      {"(1) One\n(2) Two", "(|1|)|One||(|2|)|Two"},
      {"a) One\nb) Two", "a|)|One||b|)|Two"},
  });
  CHECK(kinds(tokenized("1. One thing.\n2. Another.\n\nPlain text here.")) == "llb");
}

TEST_CASE("long sentences are cut at a comma and counted") {
  TokenizeOptions options;
  options.max_sentence_tokens = 6;
  const TokenizedText commas = tokenized("a b c d, e f g h i; j k l", {}, options);
  CHECK(notation(commas) == "a|b|c|d|,||e|f|g|h|i|;||j|k|l");
  CHECK(commas.split_sentences == 2);
  const TokenizedText plain = tokenized("a b c d e f g h i j k l m", {}, options);
  CHECK(notation(plain) == "a|b|c|d|e|f||g|h|i|j|k|l||m");
  CHECK(plain.split_sentences == 2);
  CHECK((plain.tokens[6].flags & sentence_start) == 0);
  CHECK((plain.tokens[5].flags & sentence_end) != 0);
  CHECK(tokenized("a b c d e f g h i j k l m").split_sentences == 0);
  options.max_sentence_tokens = 0;
  CHECK(tokenized("a b c d e", {}, options).sentences.size() == 3);
}

}  // namespace
}  // namespace dossier::tokens
