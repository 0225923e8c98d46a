#include <catch2/catch.hpp>

#include "graph/form_counts.hpp"

namespace dossier::graph {
namespace {

TEST_CASE("the commonest form wins, of equals the first in byte order") {
  FormCounts forms;
  CHECK(forms.commonest().empty());
  forms.add("Lind");
  CHECK(forms.commonest() == "Lind");
  forms.add("Berg");
  CHECK(forms.commonest() == "Berg");
  forms.add("Lind");
  CHECK(forms.commonest() == "Lind");
  forms.add("Berg", 5);
  CHECK(forms.commonest() == "Berg");
}

TEST_CASE("an empty form counts like any other") {
  FormCounts forms;
  forms.add("");
  forms.add("Lind");
  CHECK(forms.commonest().empty());
  std::uint64_t all = 0;
  forms.each([&all](std::string_view, std::uint64_t count) { all += count; });
  CHECK(all == 2);
}

}  // namespace
}  // namespace dossier::graph
