// Choosing candidates: the best set without overlaps, compared with trying all sets.
#include <random>

#include "support.hpp"

using namespace dossier;
using namespace dossier::recognize;

namespace {

struct Fixture {
  lexicon::Lexicon lexicon = test::make_lexicon({test::dictionary("given_name", "Anna\n")});
  Weights weights = {};
  Literals literals = {};
  tokens::TokenizedText text = {};
  Workspace work = {};

  std::vector<Candidate> choose_among(const std::vector<Candidate>& candidates, std::uint32_t tokens,
                                      float threshold = 0.0F) {
    SentenceView view{.text = text,
                      .all_tokens = text.tokens.data(),
                      .cell_of_zero = 0,  // nobody looks at words
                      .lexicon = lexicon,
                      .weights = weights,
                      .literals = literals,
                      .work = work,
                      .first = 0,
                      .last = tokens,
                      .kind = tokens::SentenceKind::body,
                      .all_caps = false,
                      .threshold = threshold};
    work.candidates = candidates;
    choose(view, 0);
    return work.candidates;
  }
};

Candidate candidate(std::uint32_t first, std::uint32_t last, float score) {
  Candidate out;
  out.first = first;
  out.last = last;
  out.type = TypeId::person;
  out.score = score;
  return out;
}

float gain_of_chosen(const std::vector<Candidate>& candidates) {
  float sum = 0;
  for (const Candidate& one : candidates)
    if (one.chosen) sum += one.score * static_cast<float>(one.last - one.first);
  return sum;
}

/// The largest sum by trying every set.
float best_of_all_sets(const std::vector<Candidate>& candidates) {
  float best = 0;
  for (std::uint32_t set = 0; set < (1U << candidates.size()); ++set) {
    float sum = 0;
    bool overlap = false;
    std::uint32_t taken = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (((set >> i) & 1U) == 0) continue;
      if (candidates[i].score <= 0.0F) overlap = true;
      for (std::uint32_t t = candidates[i].first; t < candidates[i].last; ++t) {
        overlap = overlap || ((taken >> t) & 1U) != 0;
        taken |= 1U << t;
      }
      sum += candidates[i].score * static_cast<float>(candidates[i].last - candidates[i].first);
    }
    if (!overlap) best = std::max(best, sum);
  }
  return best;
}

}  // namespace

TEST_CASE("the longer of two equal candidates is chosen") {
  Fixture fixture;
  const auto out = fixture.choose_among({candidate(0, 1, 2), candidate(0, 2, 2)}, 2);
  CHECK_FALSE(out[0].chosen);
  CHECK(out[1].chosen);
}

TEST_CASE("of two equal candidates the one proposed first is chosen") {
  Fixture fixture;
  const auto out = fixture.choose_among({candidate(1, 3, 2), candidate(1, 3, 2)}, 4);
  CHECK(out[0].chosen);
  CHECK_FALSE(out[1].chosen);
}

TEST_CASE("candidates below the threshold are never chosen") {
  Fixture fixture;
  CHECK_FALSE(fixture.choose_among({candidate(0, 1, -0.1F)}, 1)[0].chosen);
  CHECK(fixture.choose_among({candidate(0, 1, -0.1F)}, 1, -1.0F)[0].chosen);
  CHECK_FALSE(fixture.choose_among({candidate(0, 1, 0.9F)}, 1, 1.0F)[0].chosen);
}

TEST_CASE("the choice is the best of all sets without overlaps") {
  const std::uint64_t seed = 7;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  Fixture fixture;
  for (int round = 0; round < 300; ++round) {
    std::vector<Candidate> candidates;
    const std::size_t count = random() % 9;
    for (std::size_t i = 0; i < count; ++i) {
      const auto first = static_cast<std::uint32_t>(random() % 10);
      const auto last = first + 1 + static_cast<std::uint32_t>(random() % 3);
      candidates.push_back(candidate(first, last, static_cast<float>(static_cast<int>(random() % 13) - 3)));
    }
    const auto out = fixture.choose_among(candidates, 13);
    CHECK(gain_of_chosen(out) == Approx(best_of_all_sets(candidates)));
    for (std::size_t i = 0; i < out.size(); ++i)
      for (std::size_t j = i + 1; j < out.size(); ++j)
        if (out[i].chosen && out[j].chosen) CHECK((out[i].last <= out[j].first || out[j].last <= out[i].first));
  }
}

TEST_CASE("probability is the logistic function") {
  CHECK(probability(0.0F) == Approx(0.5F));
  CHECK(probability(2.0F) == Approx(0.8807970F));
  CHECK(probability(-2.0F) == Approx(0.1192029F));
}

TEST_CASE("log-odds have the sign of the score and grow with it, whatever the type") {
  for (const TypeId type : {TypeId::person, TypeId::organization, TypeId::location, TypeId::group}) {
    Candidate candidate{.last = 1, .type = type, .proposal = Proposal::person_name};
    CHECK(log_odds(candidate) == 0.0F);
    float before = -100.0F;
    for (const float score : {-3.0F, -1.0F, -0.2F, 0.2F, 1.0F, 3.0F}) {
      candidate.score = score;
      CHECK((log_odds(candidate) > 0.0F) == (score > 0.0F));
      CHECK(log_odds(candidate) > before);
      before = log_odds(candidate);
    }
  }
}
