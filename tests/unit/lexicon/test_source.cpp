// Tests of what header and rows share: lines, places, classes, the list of problems.
#include <string>
#include <vector>

#include "lexicon/source.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::Diagnostics;
using dossier::lexicon::ClassId;
using dossier::lexicon::ClassNames;
using dossier::lexicon::FileProblems;
using dossier::lexicon::is_raw;
using dossier::lexicon::LineReader;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::problems_in;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  LineReader reader(text);
  while (const auto line = reader.next()) {
    lines.emplace_back(line->text);
    CHECK(line->number == lines.size());
  }
  return lines;
}

TEST_CASE("lines end at a line feed, with or without a carriage return") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("") == Lines{});
  CHECK(lines_of("a") == Lines{"a"});
  CHECK(lines_of("a\n") == Lines{"a"});
  CHECK(lines_of("a\r\n\r\nb\r") == Lines{"a", "", "b"});
  CHECK(lines_of("\xEF\xBB\xBF#! x") == Lines{"#! x"});
}

TEST_CASE("columns count characters") {
  const std::string_view line = "Zo\u00eb\tZ\u00fcrich";
  CHECK(dossier::lexicon::column_of(line, line) == 1);
  CHECK(dossier::lexicon::column_of(line, line.substr(line.find('\t') + 1)) == 5);
  CHECK(dossier::lexicon::column_of(line, line.substr(line.size())) == 11);
}

TEST_CASE("a piece is split off at the separator and trimmed of blanks") {
  std::string_view rest = " a | b|";
  CHECK(dossier::lexicon::trimmed(dossier::lexicon::split_off(rest, '|')) == "a");
  CHECK(dossier::lexicon::trimmed(dossier::lexicon::split_off(rest, '|')) == "b");
  CHECK(rest.empty());
  CHECK(dossier::lexicon::split_off(rest, '|').empty());
  CHECK(dossier::lexicon::trimmed(" \t\r").empty());
}

TEST_CASE("a file is raw by its extension or its first line") {
  CHECK(is_raw({"met.rules", "#! class: city\n"}));
  CHECK(is_raw({"evidence.tsv", "#! raw: yes\nx\t1\n"}));
  CHECK(is_raw({"evidence.tsv", "#!raw :yes"}));
  CHECK_FALSE(is_raw({"cities.tsv", "#! class: city\n#! raw: yes\n"}));
  CHECK_FALSE(is_raw({"cities.tsv", "#! raw: no\n"}));
  CHECK_FALSE(is_raw({"cities.tsv", ""}));
  CHECK_FALSE(is_raw({"cities.tsv", "Paris\n"}));
}

TEST_CASE("new classes are numbered behind the built-in ones, up to 32") {
  ClassNames names;
  CHECK(names.find("city") == ClassId::city);
  CHECK_FALSE(names.find("vessel"));
  const auto vessel = names.declare("vessel");
  REQUIRE(vessel);
  CHECK(static_cast<std::size_t>(*vessel) == dossier::lexicon::first_user_class);
  CHECK(*vessel != ClassId::count);
  CHECK(names.declare("vessel") == vessel);
  CHECK(names.declare("city") == ClassId::city);
  for (int i = 1; i < 32; ++i) CHECK(names.declare(std::string("c").append(std::to_string(i))));
  CHECK_FALSE(names.declare("one_more"));
  CHECK(names.find("vessel") == vessel);
}

TEST_CASE("problems come in the order of lines, pieces end with a whole character") {
  FileProblems problems("f.tsv");
  std::string piece;
  while (piece.size() < 100) piece += "\u20ac";
  problems.error("x.b", "second", {9, 1}, piece);
  problems.warning("x.a", "first", {2, 3}, "p");
  const Diagnostics taken = problems.take();
  REQUIRE(taken.size() == 2);
  CHECK(to_string(taken[0]) == "f.tsv:2:3: warning: first 'p' [x.a]");
  CHECK(taken[1].piece == piece.substr(0, 78));
}

TEST_CASE("a file that is nothing but problems is not read to its end") {
  std::string rows;
  for (int i = 0; i < 5000; ++i) rows += std::string("Place ").append(std::to_string(i)).append("\textra\n");
  const auto found = problems_in(dictionary("city", rows).bytes);
  REQUIRE(found.size() == FileProblems::limit);
  CHECK(found[FileProblems::limit - 2] == "1002:11 dict.too-many-columns");
  CHECK(found.back() == "1003:11 dict.too-many-problems");
}

TEST_CASE("many warnings are cut, but they are no error") {
  std::string rows = "Rome\n";
  for (int i = 0; i < 3000; ++i) rows += "Rome\n";
  const auto found = problems_in(dictionary("city", rows + "Oslo\textra\n").bytes);
  REQUIRE(found.size() == FileProblems::limit + 1);
  CHECK(found[FileProblems::limit - 1] == "1004:1 dict.too-many-problems");
  CHECK(found.back() == "3005:6 dict.too-many-columns");
  CHECK(problems_in(dictionary("city", rows).bytes).size() == FileProblems::limit);
}

}  // namespace
