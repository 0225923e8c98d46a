// Tests of the tables: every key is where it is looked for, and the order of keys leaves no trace.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "lexicon/tables.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::base::Displacement;
using dossier::base::PerfectHash;
using dossier::lexicon::build_tables;
using dossier::lexicon::ClassId;
using dossier::lexicon::Drafts;
using dossier::lexicon::FileProblems;
using dossier::lexicon::SourceForm;
using dossier::lexicon::Tables;

Drafts drafts_of(const std::vector<std::string>& forms, ClassId cls = ClassId::city) {
  Drafts drafts;
  FileProblems problems("f.tsv");
  std::uint32_t line = 0;
  for (const std::string& text : forms) {
    SourceForm form;
    form.form = text;
    form.canonical = text;
    form.cls = cls;
    form.line = ++line;
    drafts.add(form, 0, problems);
  }
  drafts.settle();
  return drafts;
}

// Every key stands where a look-up goes.
template <typename Slot>
void check_placed(const std::vector<Slot>& slots, const std::vector<Displacement>& displacements) {
  REQUIRE(!slots.empty());
  REQUIRE(!displacements.empty());
  const PerfectHash places(displacements, static_cast<std::uint32_t>(slots.size()));
  std::set<std::uint64_t> keys;
  for (std::size_t at = 0; at < slots.size(); ++at) {
    if (slots[at].key == dossier::lexicon::empty_key) continue;
    CHECK(places.place_of(slots[at].key) == at);
    CHECK(keys.insert(slots[at].key).second);
  }
}

std::vector<std::string> many_forms() {
  std::vector<std::string> forms;
  for (int i = 0; i < 3000; ++i) {
    forms.push_back(std::string("Word").append(std::to_string(i)));
    forms.push_back(std::string("North Word").append(std::to_string(i)).append(" Street"));
  }
  return forms;
}

TEST_CASE("every slot is where its key leads") {
  const std::vector<std::string> forms = many_forms();
  const Drafts drafts = drafts_of(forms);
  const Tables tables = build_tables(drafts);
  CHECK(tables.problem.empty());
  check_placed(tables.words, tables.word_places);
  check_placed(tables.phrases, tables.phrase_places);
  CHECK(tables.capitalised.size() == drafts.entries().size());
}

TEST_CASE("words with the same classes share a profile") {
  const std::vector<std::string> forms = many_forms();
  const Tables tables = build_tables(drafts_of(forms));
  CHECK(tables.profiles.size() == 2);  // a city's name, and "North" that only begins phrases
}

TEST_CASE("no entries give tables that can be asked") {
  const Tables tables = build_tables(Drafts());
  check_placed(tables.words, tables.word_places);
  check_placed(tables.phrases, tables.phrase_places);
  CHECK(tables.lists.empty());
}

TEST_CASE("the places of keys do not depend on the order of entries") {
  std::vector<std::string> forms = many_forms();
  const Tables forward = build_tables(drafts_of(forms));
  std::reverse(forms.begin(), forms.end());
  const Tables backward = build_tables(drafts_of(forms));
  const auto same_key = [](const auto& a, const auto& b) { return a.key == b.key; };
  CHECK(std::equal(forward.words.begin(), forward.words.end(), backward.words.begin(), backward.words.end(), same_key));
  CHECK(std::equal(forward.phrases.begin(), forward.phrases.end(), backward.phrases.begin(), backward.phrases.end(),
                   same_key));
}

TEST_CASE("sequences hash by their order and their length") {
  using dossier::lexicon::extended;
  const std::uint64_t a = 11;
  const std::uint64_t b = 22;
  std::set<std::uint64_t> seen = {a,
                                  b,
                                  extended(a, b),
                                  extended(b, a),
                                  extended(a, a),
                                  extended(extended(a, b), a),
                                  extended(extended(a, a), b),
                                  extended(a, 0),
                                  extended(0, a)};
  CHECK(seen.size() == 9);
  CHECK(seen.count(0) == 0);
}

}  // namespace
