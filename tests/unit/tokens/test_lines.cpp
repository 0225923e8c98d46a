// Line breaks: wrapped text goes on, headings, lists and datelines begin anew.
#include "notation.hpp"
#include "tokens/lines.hpp"

namespace dossier::tokens {
namespace {

/// The texts of the sentences, line breaks shown as blanks.
std::vector<std::string> sentences_of(std::string_view text) {
  const TokenizedText out = tokenized(text);
  std::vector<std::string> result;
  for (const Sentence& sentence : out.sentences) {
    const std::uint32_t begin = out.tokens[sentence.first].span.begin;
    std::string words(text.substr(begin, out.tokens[sentence.last - 1].span.end - begin));
    for (char& c : words) c = c == '\n' ? ' ' : c;
    result.push_back(words);
  }
  return result;
}

TEST_CASE("text that was wrapped by hand is read through its line breaks") {
  const auto sentences = sentences_of(
      "The committee met for three hours on Tuesday and heard Minister Ann\n"
      "Poe explain why the bridge over the Kleine Aar would not be built\n"
      "before the end of the decade. Members of the opposition, among them\n"
      "Carl Roe, left the room before she had finished.\n");
  CHECK(sentences.size() == 2);
  CHECK(sentences.at(0).find("Ann Poe explain") != std::string::npos);
  CHECK(sentences.at(1).find("them Carl Roe") != std::string::npos);
}

TEST_CASE("a short line before a long one is a heading") {
  const auto sentences = sentences_of(
      "Bridge delayed again\n"
      "The committee met for three hours on Tuesday and heard Minister Ann Poe\n"
      "explain why the bridge would not be built.\n");
  CHECK(sentences.size() == 2);
  CHECK(sentences.at(0) == "Bridge delayed again");
}

TEST_CASE("lines of unwrapped text are sentences of their own") {
  const std::string_view text =
      "Bridge Delayed Again, Says Minister Poe\n"
      "26 February 2031\n"
      "The committee met for three hours on Tuesday and heard Minister Ann Poe explain in some detail why the bridge "
      "over "
      "the Kleine Aar would not be built soon.\n"
      "Members left the room";
  CHECK(sentences_of(text).size() == 4);
}

TEST_CASE("a heading in capitals is not joined to a shorter line below it") {
  const auto sentences = sentences_of(
      "Minister Says Bridge Over River Will Never Be Built Before Decade Ends\n"
      "The committee heard this from Ann Poe on Tuesday.\n");
  CHECK(sentences.size() == 2);
}

TEST_CASE("short lines are items unless they read on") {
  CHECK(sentences_of("Ann Poe\nChief Engineer\nBridge Works Ltd").size() == 3);
  CHECK(sentences_of("Ann Poe,\nChief Engineer").size() == 1);
  CHECK(sentences_of("The Ministry of\nPublic Works").size() == 1);
  CHECK(sentences_of("the minister\nand her staff").size() == 1);
  CHECK(sentences_of("Ann Poe met Carl\nRoe on Monday.").size() == 1);
}

TEST_CASE("a full stop at the end of a line counts as anywhere else") {
  CHECK(sentences_of("He left.\nBob came.").size() == 2);
  CHECK(sentences_of("He met Mr.\nPoe today.").size() == 1);
  CHECK(sentences_of("They paid Acme Inc.\nfor the bridge, which is a long story that was told elsewhere.").size() ==
        1);
}

TEST_CASE("bullets and numbers begin items, numbers that end a sentence do not") {
  CHECK(sentences_of("We need:\n- bread\n- milk").size() == 3);
  CHECK(sentences_of("\u2022 Bread and\n\u2022 milk").size() == 2);
  CHECK(sentences_of("1. Bread\n2. Milk").size() == 2);
  const auto pages = sentences_of(
      "The whole story of the bridge is told, with all its turns, on page\n"
      "12. The rest of the report deals with the road to the north of it.\n");
  CHECK(pages.size() == 2);
  CHECK(pages.at(0).find("page 12.") != std::string::npos);
}

TEST_CASE("a dateline begins a sentence") {
  CHECK(sentences_of("Bridge opens, all of it and for everybody who wants to cross\n"
                     "OSLO, Nov. 26 (Agency) - The bridge was opened on Monday by the king.\n")
            .size() == 2);
}

TEST_CASE("a ruled line stands alone") {
  CHECK(sentences_of("Bread\n=====\nand milk").size() == 3);
  CHECK(sentences_of("some bread\n* * *\nand milk").size() == 3);
}

TEST_CASE("line_start is on the first token of each line") {
  CHECK(flagged("one two\nthree\r\nfour five\rsix\u2028seven", line_start) == "one|three|four|six|seven");
  CHECK(flagged("  one\n\n  two", line_start) == "one|two");
}

}  // namespace
}  // namespace dossier::tokens
