#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>

namespace dossier {
namespace {

TEST_CASE("the dictionaries' other forms of names are listed, folded and sorted") {
  const NameKnowledge names = Engine::english().names();
  const auto has = [&names](const NameForm& form) {
    return std::binary_search(names.forms.begin(), names.forms.end(), form);
  };
  CHECK(has({"bill", "william", TypeId::person, true}));
  CHECK(has({"muhammad", "mohammed", TypeId::person, false}));
  CHECK(std::is_sorted(names.legal_forms.begin(), names.legal_forms.end()));
  const auto legal = std::find_if(names.legal_forms.begin(), names.legal_forms.end(),
                                  [](const NameForm& form) { return form.form == "incorporated"; });
  REQUIRE(legal != names.legal_forms.end());
  CHECK(legal->full == "inc");
  CHECK(std::none_of(names.forms.begin(), names.forms.end(), [](const NameForm& form) { return form.form == form.full; }));
}

TEST_CASE("without dictionaries no form of a name is known") {
  const NameKnowledge names = Engine::build({.english = false}).names();
  CHECK(names.forms.empty());
  CHECK(names.legal_forms.empty());
}

}  // namespace
}  // namespace dossier
