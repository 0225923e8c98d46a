// Capital letters in messages and elsewhere.
#include "support.hpp"

using dossier::test::found;

namespace {

const std::string report = "They ran to HNU again.";
const std::string message = "I like it and you like it. My target is your target! They ran to HNU again.";

}  // namespace

TEST_CASE("unknown capitals are a body, but hardly in a message") {
  CHECK(found(report) == "ORGANIZATION HNU");
  CHECK(found(message) == "");
  CHECK(found("I like it and you like it. My target is your target! They ran to BioHaven.") == "");
}

TEST_CASE("a message is known by how it begins, and by more than two signs") {
  CHECK(found("My target is open! " + report) == "ORGANIZATION HNU");
  std::string quoted;
  for (int i = 0; i < 80; ++i) quoted += "They ran to the open bank. ";
  CHECK(found(quoted + message) == "ORGANIZATION HNU");
}

TEST_CASE("other evidence counts in messages as elsewhere") {
  CHECK(found("I like it and you like it. My target is your target! The newspaper HNU said so.") == "ORGANIZATION HNU");
}
