// Weights of evidence: reading them, and every fault of a file at once.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "recognize/evidence.hpp"

using namespace dossier;
using namespace dossier::recognize;

namespace {

/// A file that gives every piece of evidence the weight 0.5.
std::string whole_file() {
  std::string file = "#! raw: yes\n# weights\n";
  for (std::size_t i = 0; i < evidence_count; ++i) file += std::string(name(static_cast<Evidence>(i))) + "\t0.5\n";
  return file;
}

bool has_problem(const Diagnostics& problems, const std::string& code, std::uint32_t line, const std::string& piece) {
  return std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
    return problem.code == code && problem.line == line && problem.piece == piece && problem.file == "w.tsv";
  });
}

}  // namespace

TEST_CASE("a whole file gives every weight and the line it stands on") {
  Diagnostics problems;
  const Weights weights = Weights::parse("w.tsv", whole_file(), problems);
  REQUIRE(problems.empty());
  CHECK(weights[Evidence::person_given_first] == Weights::units / 2);
  CHECK(weights.line(static_cast<Evidence>(0)) == 3);
}

TEST_CASE("names of evidence are distinct") {
  for (std::size_t i = 0; i < evidence_count; ++i)
    for (std::size_t j = i + 1; j < evidence_count; ++j)
      CHECK(name(static_cast<Evidence>(i)) != name(static_cast<Evidence>(j)));
}

TEST_CASE("all faults of a file are reported with their lines") {
  std::string file = whole_file();
  const auto lines = static_cast<std::uint32_t>(std::count(file.begin(), file.end(), '\n'));
  file += "person.no-such-thing\t1\n";
  file += "span.cut-left\t1\n";
  const std::size_t first = file.find("\t0.5", file.find("person.digit"));
  file.replace(first, 4, "\tx.5");
  Diagnostics problems;
  (void)Weights::parse("w.tsv", file, problems);
  CHECK(problems.size() == 3);
  CHECK(has_problem(problems, "evidence.unknown-name", lines + 1, "person.no-such-thing"));
  CHECK(has_problem(problems, "evidence.repeated-name", lines + 2, "span.cut-left"));
  CHECK(std::any_of(problems.begin(), problems.end(),
                    [](const Diagnostic& p) { return p.code == "evidence.bad-weight" && p.piece == "x.5"; }));
}

TEST_CASE("an empty file lacks every weight") {
  Diagnostics problems;
  (void)Weights::parse("w.tsv", "", problems);
  REQUIRE(problems.size() == evidence_count);
  CHECK(problems.front().code == "evidence.missing");
}

TEST_CASE("a score adds weights and remembers which") {
  Diagnostics problems;
  const Weights weights = Weights::parse("w.tsv", whole_file(), problems);
  Score score(weights);
  score.add(Evidence::person_given_first);
  score.add_if(false, Evidence::person_suffix);
  score.add(Evidence::loc_city_size, 0.5F);
  CHECK(score.total() == Approx(0.75F));
  const auto bit = [&](Evidence evidence) {
    const auto index = static_cast<unsigned>(evidence);
    return ((score.bits()[index >> 6] >> (index & 63U)) & 1U) != 0;
  };
  CHECK(bit(Evidence::person_given_first));
  CHECK(bit(Evidence::loc_city_size));
  CHECK_FALSE(bit(Evidence::person_suffix));
}
