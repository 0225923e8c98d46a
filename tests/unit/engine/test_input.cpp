// Encodings, damage and dates of the input, and where they are written down.
#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

using namespace dossier;

namespace {

const Engine& english() {
  static const Engine engine = Engine::english();
  return engine;
}

std::uint64_t count_of(const Document& doc, std::string_view code) {
  std::uint64_t count = 0;
  for (const Issue& issue : doc.issues())
    if (issue.code == code) count += issue.count;
  return count;
}

}  // namespace

TEST_CASE("ill-formed bytes are replaced, counted, and mapped back") {
  const std::string bytes = "Anna \xFF\xFEKeller and Hugo Klein left.";
  const Document doc = english().annotate({.text = bytes, .encoding = Encoding::utf8});
  CHECK(count_of(doc, "text.ill-formed") == 2);
  const auto hugo = std::find_if(doc.mentions().begin(), doc.mentions().end(),
                                 [&](const Mention& mention) { return doc.text(mention.span) == "Hugo Klein"; });
  REQUIRE(hugo != doc.mentions().end());
  const Span raw = doc.to_raw(hugo->span);
  CHECK(bytes.substr(raw.begin, raw.size()) == "Hugo Klein");
}

TEST_CASE("UTF-16 is told by its byte order mark") {
  const std::u16string text = u"\uFEFFZoë Keller met Hugo Klein.";
  std::string bytes;
  for (char16_t unit : text) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  const Document doc = english().annotate({.text = bytes});
  CHECK(doc.text() == "Zo\xC3\xAB Keller met Hugo Klein.");
  CHECK(doc.entities().size() == 2);
}

TEST_CASE("Windows-1252 is read when told") {
  const Document doc =
      english().annotate({.text = "Zo\xEB Keller\x92s friend left.", .encoding = Encoding::windows1252});
  CHECK(doc.text() == "Zo\xC3\xAB Keller\xE2\x80\x99s friend left.");
  CHECK(doc.issues().empty());
}

TEST_CASE("the date comes from the caller, the markup, or the text, and it is said which") {
  const Document caller = english().annotate({.text = "They met on Tuesday.", .date = "2025-03-12T08:00:00Z"});
  CHECK(caller.date() == "2025-03-12");
  CHECK(caller.date_source() == DateSource::caller);
  const Document metadata =
      english().annotate({.text = "<html><head><meta property=\"article:published_time\" "
                                  "content=\"2025-03-12\"></head><body>They met on Tuesday.</body></html>",
                          .format = TextFormat::html});
  CHECK(metadata.date() == "2025-03-12");
  CHECK(metadata.date_source() == DateSource::metadata);
  const Document dateline = english().annotate("March 12, 2025\n\nThey met on Tuesday.");
  CHECK(dateline.date() == "2025-03-12");
  CHECK(dateline.date_source() == DateSource::dateline);
  const Document none = english().annotate("They met on Tuesday.");
  CHECK(none.date().empty());
  CHECK(none.date_source() == DateSource::none);
  for (const Document* doc : {&caller, &metadata, &dateline})
    CHECK(std::any_of(doc->mentions().begin(), doc->mentions().end(),
                      [&](const Mention& m) { return doc->string(m.value) == "2025-03-11"; }));
}

TEST_CASE("a date that is none is an issue, not an error") {
  const Document doc = english().annotate({.text = "They met.", .date = "the day before"});
  CHECK(count_of(doc, "date.invalid") == 1);
  CHECK(doc.date().empty());
}
