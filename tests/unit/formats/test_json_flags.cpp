#include <catch2/catch.hpp>

#include "formats/json_flags.hpp"

namespace dossier::formats {
namespace {

TEST_CASE("flags are listed in their order") {
  const auto listed = [](RelationFlags flags) {
    std::string out = "[";  // what stands before must not matter
    append_flags(out, flags);
    return out.substr(1);
  };
  CHECK(listed(RelationFlags::none) == "[]");
  CHECK(listed(RelationFlags::former) == R"(["former"])");
  CHECK(listed(RelationFlags::planned | RelationFlags::negated) == R"(["negated","planned"])");
  CHECK(listed(RelationFlags::questioned | RelationFlags::reported | RelationFlags::former) ==
        R"(["reported","former","questioned"])");
}

}  // namespace
}  // namespace dossier::formats
