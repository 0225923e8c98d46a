#include <catch2/catch.hpp>

#include "text/open_elements.hpp"

using namespace dossier::text;

namespace {

// Opens and closes elements by names: "div /div".
OpenElements after(std::string_view names, std::uint32_t max_depth = 100) {
  OpenElements open(max_depth, BlockKind::paragraph);
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (name.front() == '/') {
      open.close(tag_of(name.substr(1)));
    } else {
      open.open(tag_of(name));
    }
  }
  return open;
}

}  // namespace

TEST_CASE("the kind of text is that of the innermost element which has one") {
  const std::pair<std::string_view, BlockKind> rows[] = {
      {"", BlockKind::paragraph},
      {"div p", BlockKind::paragraph},
      {"h2", BlockKind::heading},
      {"h2 /h3", BlockKind::paragraph},  // any heading's end ends it
      {"blockquote p", BlockKind::quote},
      {"blockquote ul li p", BlockKind::list_item},
      {"ul li blockquote", BlockKind::quote},
      {"ul li /ul", BlockKind::paragraph},
      {"ul li ul li /ul", BlockKind::list_item},
      {"table tr td", BlockKind::table_cell},
      {"table tr td /table", BlockKind::paragraph},
      {"pre", BlockKind::code},
      {"div pre /div", BlockKind::paragraph},
      {"dl dt dd", BlockKind::list_item},
      {"blockquote table tr td /blockquote", BlockKind::table_cell},  // not through a cell
      {"div blockquote /section", BlockKind::quote},
      {"div blockquote /div", BlockKind::paragraph},
  };
  for (const auto& [names, kind] : rows) {
    CAPTURE(names);
    CHECK(after(names).kind() == kind);
  }
}

TEST_CASE("ends that may be left out are supplied") {
  // Each row opens many elements that end each other; were they nested, they would be too deep.
  for (const std::string_view names :
       {"p p p p p p p p", "ul li li li li li li", "dl dt dd dt dd dt dd", "table tr td td td tr td td td",
        "table tbody tr td tbody tr td tbody tr td", "div p div /div p div /div p", "h1 h2 h1 h2 h1 h2",
        "option option option option option", "ul li p li p li p li p"}) {
    CAPTURE(names);
    CHECK(after(names, 4).too_deep() == 0);
  }
}

TEST_CASE("elements that are too deep are counted and their end tags close nothing") {
  const OpenElements open = after("blockquote div div div div /div /div", 3);
  CHECK(open.too_deep() == 2);
  CHECK(open.kind() == BlockKind::quote);
  CHECK(after("blockquote div div div div /div /div /div /div /blockquote", 3).kind() == BlockKind::paragraph);
  CHECK(after("div", 0).too_deep() == 1);
}

TEST_CASE("templates and pictures hide what is in them") {
  CHECK(after("template div").is_hidden());
  CHECK_FALSE(after("template div /template").is_hidden());
  CHECK(after("template template /template").is_hidden());
  CHECK(after("div template /div").is_hidden());
  CHECK(after("svg").is_graphic());
  CHECK(after("div div template", 2).is_hidden());  // at any depth
  OpenElements open = after("svg svg");
  open.leave_graphics();
  CHECK_FALSE(open.is_hidden());
  CHECK_FALSE(open.is_graphic());
}

TEST_CASE("space is kept in pre and all inside it") {
  CHECK(after("pre").keeps_space());
  CHECK(after("pre div").keeps_space());
  CHECK_FALSE(after("pre /pre").keeps_space());
  CHECK_FALSE(after("div").keeps_space());
}
