#include <catch2/catch.hpp>

#include "text/html_tags.hpp"

using namespace dossier::text;

TEST_CASE("names are known in any case") {
  const std::pair<std::string_view, Tag> rows[] = {
      {"p", Tag::paragraph},      {"P", Tag::paragraph},      {"DiV", Tag::block},
      {"h1", Tag::heading},       {"H6", Tag::heading},       {"td", Tag::cell},
      {"th", Tag::cell},          {"blockquote", Tag::quote}, {"script", Tag::raw_hidden},
      {"b", Tag::other},          {"", Tag::other},           {"h7", Tag::other},
      {"my-element", Tag::other}, {"divx", Tag::other},       {"figcaptionx", Tag::other},
      {"ul", Tag::list},          {"video", Tag::spaced},     {"address", Tag::block},
  };
  for (const auto& [name, tag] : rows) {
    CAPTURE(name);
    CHECK(tag_of(name).tag == tag);
    CHECK(tag_of(name).id < tag_ids);
  }
}

TEST_CASE("names that end each other share an id, others do not") {
  CHECK(tag_of("h1").id == tag_of("h3").id);
  CHECK(tag_of("td").id == tag_of("th").id);
  CHECK(tag_of("td").id == id_of(Tag::cell));
  CHECK(tag_of("div").id != tag_of("section").id);
  CHECK(tag_of("svg").id != tag_of("template").id);
}
