#include <catch2/catch.hpp>

#include "text/front_matter.hpp"

using dossier::text::FrontMatter;
using dossier::text::read_front_matter;

TEST_CASE("title and date of front matter are read") {
  struct Row {
    std::string source;
    std::string title;
    std::string date;
  };
  const Row rows[] = {
      {"---\ntitle: A walk\ndate: 2024-03-01\n---\nText", "A walk", "2024-03-01"},
      {"---\r\ntitle: A walk\r\n---\r\nText", "A walk", ""},
      {"---\ntitle: \"Say \\\"hi\\\" # twice\"  # comment\n---\nText", "Say \"hi\" # twice", ""},
      {"---\nTitle: 'It''s late'\n...\nText", "It's late", ""},
      {"---\ntitle: plain # comment\nDATE: 2024-03-01T10:00:00Z\n---\nText", "plain", "2024-03-01T10:00:00Z"},
      {"---\ntags:\n  - a\n  - b\n  title: inner\ndate: 2020\n---\nText", "", "2020"},
      {"---\npublished: 2019-01-02\n---\nText", "", "2019-01-02"},
      {"---\npublished: 2019-01-02\ndate: 2018-01-02\n---\nText", "", "2018-01-02"},
      {"---\ntitle: Über Zürich\n---\nText", "Über Zürich", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    const FrontMatter front = read_front_matter(row.source);
    CHECK(front.title == row.title);
    CHECK(front.date == row.date);
    CHECK(row.source.substr(front.size) == "Text");
  }
}

TEST_CASE("what only looks like front matter is text") {
  for (const std::string_view source :
       {"", "-", "---", "---\n", "---\n---\n", "---\ntitle: never closed\n", "---\nA rule above a heading\n---\n",
        " ---\ntitle: x\n---\n", "\n---\ntitle: x\n---\n", "----\ntitle: x\n----\n", "---\nhttp://x.y\n---\n",
        "title: x\n---\n"}) {
    CAPTURE(source);
    CHECK(read_front_matter(source).size == 0);
  }
}
