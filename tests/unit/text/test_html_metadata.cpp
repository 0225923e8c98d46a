#include <catch2/catch.hpp>

#include "text/html_metadata.hpp"
#include "text/markup.hpp"

using namespace dossier::text;

namespace {

Derived read(std::string_view page) { return from_html(page, 100); }

constexpr std::string_view json_ld = "<script type='application/ld+json'>";

}  // namespace

TEST_CASE("the title is the first one, decoded and collapsed, and no text") {
  const Derived derived = read("<head><title>\n Tom &amp;\n Jerry </title></head><title>other</title>Body");
  CHECK(derived.title == "Tom & Jerry");
  CHECK(derived.text == "Body");
  CHECK(read("<svg><title>Icon</title></svg>x").title.empty());
  CHECK(read("<title></title><title>late</title>").title.empty());
}

TEST_CASE("dates are found wherever pages put them") {
  const std::pair<std::string, std::string_view> rows[] = {
      {"<meta property='article:published_time' content='2024-05-06T07:08:09Z'>", "2024-05-06T07:08:09Z"},
      {"<META NAME=\"PubDate\" CONTENT=\"2024-05-06\">", "2024-05-06"},
      {"<meta itemprop=datePublished content=2024-05-06>", "2024-05-06"},
      {"<meta name=date content=' 6 May 2024 '>", "6 May 2024"},
      {"<meta name=viewport content=2024-05-06>", ""},
      {"<meta property='article:published_time'>", ""},
      {"<p><time datetime='2024-05-06'>May 6</time>", "2024-05-06"},
      {"<time>May 6</time>", ""},
      {std::string(json_ld) + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-06\"}</script>", "2024-05-06"},
      {std::string(json_ld) + "{\"@graph\":[{\"a\":1},{\"b\":{\"datePublished\":\"2024-05-06\"}}]}</script>",
       "2024-05-06"},
      {std::string(json_ld) + "[{\"x\":{\"datePublished\":\"1999\"}, \"datePublished\":\"2024-05-06\"}]</script>",
       "2024-05-06"},
      {std::string(json_ld) + "{\"datePublished\": 5}</script>", ""},
      {std::string(json_ld) + "{\"datePublished\": \"2024\"", ""},
      {"<script>{\"datePublished\":\"2024-05-06\"}</script>", ""},
      {"<template><time datetime='2024-05-06'></template>", ""},
  };
  for (const auto& [page, date] : rows) {
    CAPTURE(page);
    CHECK(read(page).date == date);
  }
}

TEST_CASE("the most telling date wins, then the first") {
  const std::string mentioned = "<time datetime=1></time>";
  const std::string dated = "<meta name=date content=2>";
  const std::string json = std::string(json_ld) + "{\"datePublished\":\"3\"}</script>";
  const std::string published = "<time itemprop=datePublished datetime=4></time>";
  CHECK(read(mentioned + dated + json + published).date == "4");
  CHECK(read(published + json + dated + mentioned).date == "4");
  CHECK(read(mentioned + dated + json).date == "3");
  CHECK(read(json + dated).date == "3");
  CHECK(read(mentioned + dated).date == "2");
  CHECK(read(mentioned + "<time datetime=9></time>").date == "1");
}

TEST_CASE("JSON nested without end is passed over") {
  std::string deep(200000, '[');
  CHECK(read(std::string(json_ld) + deep + "\"datePublished\"</script>x").text == "x");
}
