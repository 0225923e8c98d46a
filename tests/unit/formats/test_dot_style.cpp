#include <catch2/catch.hpp>
#include <set>

#include "formats/dot_style.hpp"

namespace dossier::formats {
namespace {

Edge edge_of(RelationTypeId type, RelationFlags flags) {
  Edge edge;
  edge.type = type;
  edge.flags = flags;
  return edge;
}

TEST_CASE("each type of node looks different") {
  std::set<std::string> styles;
  for (const TypeId type : {TypeId::person, TypeId::organization, TypeId::location, TypeId::group, TypeId::event})
    styles.insert(node_style(type));
  CHECK(styles.size() == 5);
  CHECK(node_style(TypeId::none) == node_style(TypeId::event));
}

TEST_CASE("a flag's colour goes before that of the type, denial before all") {
  const auto color = [](RelationTypeId type, RelationFlags flags) { return color_of(edge_of(type, flags)); };
  CHECK(color(RelationTypeId::met, RelationFlags::none) ==
        color(RelationTypeId::communicated_with, RelationFlags::none));
  CHECK(color(RelationTypeId::met, RelationFlags::none) != color(RelationTypeId::has_role, RelationFlags::none));
  CHECK(color(RelationTypeId::met, RelationFlags::planned) == color(RelationTypeId::has_role, RelationFlags::planned));
  CHECK(color(RelationTypeId::met, RelationFlags::planned | RelationFlags::negated) ==
        color(RelationTypeId::met, RelationFlags::negated));
  CHECK(color(RelationTypeId::met, RelationFlags::planned) != color(RelationTypeId::met, RelationFlags::negated));
}

TEST_CASE("flags are put into words") {
  CHECK(flag_words(RelationFlags::none) == "");
  CHECK(flag_words(RelationFlags::planned) == "(planned)");
  CHECK(flag_words(RelationFlags::former | RelationFlags::negated | RelationFlags::questioned |
                   RelationFlags::reported) == "(not, in question, reported, former)");
}

TEST_CASE("only relations whose words are prepositions go by their type") {
  CHECK(type_speaks(RelationTypeId::member_of));
  CHECK(type_speaks(RelationTypeId::based_in));
  CHECK_FALSE(type_speaks(RelationTypeId::met));
  CHECK_FALSE(type_speaks(RelationTypeId::has_role));
}

TEST_CASE("the layout follows the number of edges") {
  CHECK(layout(0).find("layout=dot") == 0);
  CHECK(layout(40).find("layout=dot") == 0);
  CHECK(layout(41).find("layout=neato") == 0);
  CHECK(layout(401).find("splines=true") != std::string_view::npos);
  CHECK(layout(801).find("splines=line") != std::string_view::npos);
}

}  // namespace
}  // namespace dossier::formats
