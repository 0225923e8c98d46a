// Weights of traits, and the contest that they decide.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "corefer/contest.hpp"
#include "corefer/traits.hpp"

using namespace dossier;
using namespace dossier::corefer;

namespace {

/// A file that gives every trait the weight 0.5, and somebody unknown none.
Weights weights() {
  std::string file = "#! raw: yes\n";
  for (std::size_t i = 0; i < trait_count; ++i) {
    const auto trait = static_cast<Trait>(i);
    file += std::string(name(trait)) + (trait == Trait::nobody ? "\t0\n" : "\t0.5\n");
  }
  Diagnostics problems;
  Weights out = Weights::parse("w.tsv", file, problems);
  REQUIRE(problems.empty());
  return out;
}

}  // namespace

TEST_CASE("the sum of traits counts each once") {
  Traits traits;
  CHECK(weights().sum(traits) == 0);
  traits.add(Trait::nearest);
  traits.add_if(true, Trait::sex_known);
  traits.add_if(true, Trait::nearest);
  traits.add_if(false, Trait::governed);
  CHECK(weights().sum(traits) == 1000);
  CHECK(traits.has(Trait::nearest));
  CHECK_FALSE(traits.has(Trait::governed));
}

TEST_CASE("a file without weights of pronouns lacks every one") {
  Diagnostics problems;
  (void)Weights::parse("w.tsv", "", problems);
  CHECK(problems.size() == trait_count);
  CHECK(problems.front().code == "evidence.missing");
}

TEST_CASE("the built-in weights have the signs that their stories have") {
  std::ifstream file(DOSSIER_SOURCE_DIR "/dictionaries/en/pronouns.tsv", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  Diagnostics problems;
  const Weights english = Weights::parse("pronouns.tsv", bytes, problems);
  REQUIRE(problems.empty());
  for (const Trait trait : {Trait::governed, Trait::bound, Trait::told, Trait::coordinated, Trait::in_parentheses,
                            Trait::quoted, Trait::subordinate, Trait::named_again, Trait::other_sex_meant,
                            Trait::unrecognized, Trait::role_phrase, Trait::by_pronoun, Trait::last_subject_of_owner,
                            Trait::governed_before, Trait::object, Trait::listed, Trait::described})
    CHECK(english[trait] < 0);
  for (const Trait trait :
       {Trait::same_sentence, Trait::sentence_before, Trait::nearest, Trait::last_subject, Trait::goes_on,
        Trait::own_clause, Trait::joined, Trait::ahead_of_owner, Trait::most_named, Trait::sex_known,
        Trait::open_pronoun, Trait::nobody, Trait::goes_on_later, Trait::goes_on_from_lead, Trait::who_clause,
        Trait::meant_last, Trait::unrecognized_subject})
    CHECK(english[trait] > 0);
}

TEST_CASE("the doubt is the share of all others") {
  Contest contest;
  CHECK(contest.decide(weights()).person == Contest::nobody);
  contest.choice_before(7)->traits.add(Trait::nearest);
  CHECK(contest.decide(weights()).person == 7);
  CHECK(contest.decide(weights()).doubt == Approx(607).margin(2));  // exp(-0.5)
  (void)contest.choice_before(8);
  CHECK(contest.decide(weights()).doubt == Approx(1213).margin(4));
  contest.find(8)->traits.add(Trait::sex_known);
  contest.find(8)->traits.add(Trait::governed);
  CHECK(contest.decide(weights()).person == 8);
}

TEST_CASE("ranks count those named before the pronoun, and choices are limited") {
  Contest contest;
  CHECK(contest.choice(1)->rank == Contest::not_before);
  CHECK(contest.choice_before(2)->rank == 0);
  CHECK(contest.choice_before(1)->rank == 1);
  CHECK(contest.choice_before(2)->rank == 0);
  CHECK(contest.find(3) == nullptr);
  for (std::uint64_t person = 3; person < 65; ++person) REQUIRE(contest.choice(person) != nullptr);
  CHECK(contest.choice(65) == nullptr);
}
