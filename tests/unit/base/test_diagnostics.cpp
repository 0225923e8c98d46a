// Tests of how problems are put into words.
#include <catch2/catch.hpp>
#include <dossier/diagnostics.hpp>
#include <string>

namespace {

using dossier::Diagnostic;
using dossier::Diagnostics;
using dossier::Severity;

struct Case {
  Diagnostic problem;
  std::string line;
};

TEST_CASE("a diagnostic reads file, place, severity, sentence, piece and code") {
  const Case cases[] = {
      {{"dict.bad-weight", "a weight is a number", "cities.tsv", 7, 12, "many", Severity::error},
       "cities.tsv:7:12: error: a weight is a number 'many' [dict.bad-weight]"},
      {{"dict.duplicate-row", "again", "cities.tsv", 7, 0, "", Severity::warning},
       "cities.tsv:7: warning: again [dict.duplicate-row]"},
      {{"file.not-found", "there is no such file", "gone.tsv", 0, 3, "", Severity::error},
       "gone.tsv: error: there is no such file [file.not-found]"},
      {{"", "no place at all", "", 0, 0, "", Severity::error}, "error: no place at all"},
  };
  for (const Case& each : cases) CHECK(to_string(each.problem) == each.line);
}

TEST_CASE("warnings alone are no errors") {
  const Diagnostic warning{"a", "b", "c", 1, 1, "", Severity::warning};
  const Diagnostic error{"a", "b", "c", 1, 1, "", Severity::error};
  CHECK_FALSE(dossier::has_errors({}));
  CHECK_FALSE(dossier::has_errors({warning, warning}));
  CHECK(dossier::has_errors({warning, error}));
}

TEST_CASE("a load error holds every problem and says them line by line") {
  const dossier::LoadError error(Diagnostics{{"x.one", "first", "a", 1, 1, "", Severity::warning},
                                             {"x.two", "second", "b", 2, 2, "p", Severity::error}});
  CHECK(error.diagnostics().size() == 2);
  CHECK(std::string(error.what()) == "a:1:1: warning: first [x.one]\nb:2:2: error: second 'p' [x.two]");
}

}  // namespace
