// What the place of a name in its sentence says.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

#include "corefer/places.hpp"
#include "meant.hpp"

using namespace dossier;
using dossier::test::meant;

namespace {

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("the place of a name decides between two people") {
  const Row rows[] = {
      // The subject, not who stands behind a preposition.
      {"Anna Keller waited with Lena Ruiz. She was tired.", "She=Anna Keller"},
      {"Lena Ruiz sang with Anna Keller. In May she left.", "she=Lena Ruiz"},
      // The subject, not the object.
      {"Anna Keller met Lena Ruiz. She was tired.", "She=Anna Keller"},
      // Nobody of a list.
      {"Lena Ruiz came. They saw Anna Keller, Maria Vik, Eva Lind and Nora Berg. She was tired.", ""},
      // "before" is a conjunction here: Klein is the subject of the pronoun's clause, and not meant.
      {"Peter Stone was ready to leave before Hugo Klein stopped him.", "him=Peter Stone"},
      // Klein is the one who is to stop him.
      {"Peter Stone asked Hugo Klein to help him.", "him=Peter Stone"},
      // The owner right before "and".
      {"Lena Ruiz spoke. Then the board saw Anna Keller and her brother.", "her=Anna Keller"},
      {"Lena Ruiz spoke. Then the board saw Anna Keller, and her brother.", "her=Anna Keller"},
      // Joined to somebody of the other sex is no rival.
      {"Anna Keller and Peter Stone left. She was tired.", "She=Anna Keller"},
      {"Anna Keller and Lena Ruiz left. She was tired.", ""},
      // "her off", "her why": an object.
      {"Anna Keller was late. Keller was tired. Lena Ruiz sent her off.", "her=Anna Keller"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(meant(row.text) == row.expected);
  }
}

TEST_CASE("quotation marks keep pronouns from those outside") {
  CHECK(meant("Lena Ruiz wrote: ``I know that she came.''") == "");
}

TEST_CASE("who is described beside the pronoun is not its owner") {
  CHECK(meant("According to her mother, Anna Keller, Lena Ruiz learned fast.") == "her=Lena Ruiz");
}
