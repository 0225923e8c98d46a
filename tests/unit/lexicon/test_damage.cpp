// Tests with damaged and hostile images: every one is refused, or read without leaving it.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "base/image.hpp"
#include "lexicon/layout.hpp"
#include "lexicon/lexicon.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::Diagnostics;
using dossier::base::Image;
using dossier::base::SectionId;
using dossier::lexicon::ClassId;
using dossier::lexicon::EntryId;
using dossier::lexicon::Lexicon;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::image_of;

namespace sections = dossier::lexicon::sections;

const std::string text = "New York eBay Rome EBay the Hague Bank of the Hague U.S. adviser eBay Live Rome";

const SectionId all_sections[] = {sections::meta,
                                  sections::words,
                                  sections::word_places,
                                  sections::profiles,
                                  sections::phrases,
                                  sections::phrase_places,
                                  sections::lists,
                                  sections::entries,
                                  sections::canonical_blocks,
                                  sections::canonical,
                                  sections::attribute_blocks,
                                  sections::attributes,
                                  sections::exact_blocks,
                                  sections::exact,
                                  sections::strings,
                                  sections::files,
                                  sections::classes,
                                  sections::raw_files,
                                  sections::raw_bytes};

std::vector<std::byte> sample() {
  return image_of(
      {dictionary("city", "New York\nRome|Roma\nthe Hague\n", {}, "a.tsv"),
       dictionary("organization", "eBay\nBank of the Hague\neBay Live\n", "#! match: exact\n", "b.tsv"),
       dictionary("vessel", "Rome\tcode=1;sex=f\n", "#! declare: yes\n#! columns: form attributes\n", "c.tsv"),
       {"x.rules", "some rules"}});
}

// Asks for everything an image can be asked for. Nothing is expected of the answers but that they can be given.
std::size_t use(const Lexicon& lexicon) {
  dossier::tokens::TokenizedText cut;
  dossier::tokens::tokenize(text, {}, {}, cut);
  dossier::lexicon::Matches matches;
  lexicon.match(cut, matches);
  std::size_t sum = 0;
  const auto touch = [&](std::string_view bytes) {
    for (const char byte : bytes) sum += static_cast<unsigned char>(byte);
  };
  const auto touch_entry = [&](EntryId id) {
    const auto entry = lexicon.entry(id);
    for (const std::string_view part : {entry.form, entry.canonical, entry.attributes, entry.file}) touch(part);
    touch(lexicon.class_name(entry.cls));
    touch(lexicon.attribute(id, "sex"));
  };
  for (const auto& match : matches.phrases) touch_entry(match.entry);
  for (const auto& token : cut.tokens) {
    sum += lexicon.classes(token).low + lexicon.begins_phrase(token.word);
    for (const EntryId id : lexicon.entries(token)) touch_entry(id);
  }
  for (std::uint32_t i = 0; i < lexicon.size() + 2; ++i) touch_entry(EntryId{i});
  for (const auto& file : lexicon.files()) touch(file.name), touch(file.source), touch(file.note);
  for (const auto& file : lexicon.raw_files("")) touch(file.bytes);
  sum += lexicon.find(ClassId::city, "New York").has_value() + lexicon.find(ClassId::organization, "eBay").has_value();
  sum += lexicon.find_class("vessel").has_value();
  return sum;
}

// Opens without copying, where no checksum of the contents protects; true when it could be opened.
bool open_and_use(const std::vector<std::byte>& image) {
  Diagnostics problems;
  const auto lexicon = Lexicon::open(image, problems);
  CHECK(lexicon.has_value() == problems.empty());
  for (const auto& problem : problems) CHECK(problem.code.starts_with("image."));
  if (lexicon) use(*lexicon);
  return lexicon.has_value();
}

TEST_CASE("the sample is whole") { CHECK(open_and_use(sample())); }

TEST_CASE("an image cut off at or beside a section's boundary is refused") {
  const std::vector<std::byte> whole = sample();
  Diagnostics problems;
  const auto image = Image::open(whole, "whole", problems);
  REQUIRE(image);
  std::vector<std::size_t> cuts = {0, 1, 7, 8, 39, 40, 41, 64};
  for (const SectionId id : all_sections) {
    const auto section = image->section(id);
    const auto begin = static_cast<std::size_t>(section.data() - whole.data());
    for (const std::size_t at : {begin, begin + section.size()})
      for (const std::size_t cut : {at - 1, at, at + 1})
        if (cut < whole.size()) cuts.push_back(cut);
  }
  for (const std::size_t cut : cuts) {
    INFO("cut at " << cut);
    CHECK_FALSE(open_and_use({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(cut)}));
  }
}

TEST_CASE("an owned image with any flipped bit is refused") {
  const std::vector<std::byte> whole = sample();
  const unsigned seed = 7;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::byte> image = whole;
    const std::size_t bit = random() % (8 * whole.size());
    image[bit / 8] ^= std::byte{1} << (bit % 8);
    Diagnostics problems;
    CHECK_FALSE(Lexicon::adopt(std::move(image), problems));
    CHECK(problems.size() == 1);
  }
}

TEST_CASE("an image opened in place with flipped bits is refused or read without harm") {
  const std::vector<std::byte> whole = sample();
  for (std::size_t byte = 0; byte < whole.size(); ++byte) {
    for (const unsigned bit : {0U, 3U, 7U}) {
      std::vector<std::byte> image = whole;
      image[byte] ^= std::byte{1} << bit;
      open_and_use(image);
    }
  }
}

TEST_CASE("an image whose sections are overwritten is refused or read without harm") {
  const std::vector<std::byte> whole = sample();
  Diagnostics problems;
  const auto image = Image::open(whole, "whole", problems);
  REQUIRE(image);
  for (unsigned seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (const SectionId id : all_sections) {
      const auto section = image->section(id);
      const auto begin = static_cast<std::size_t>(section.data() - whole.data());
      std::vector<std::byte> damaged = whole;
      for (std::size_t at = begin; at + 4 <= begin + section.size(); at += 4) {
        const std::uint32_t values[] = {0, 1, 0xFFFFFFFF, 0x80000000, static_cast<std::uint32_t>(random())};
        if (random() % 3 == 0) std::memcpy(&damaged[at], &values[random() % 5], 4);
      }
      open_and_use(damaged);
    }
  }
}

// A container that is sound in itself, with other contents than a lexicon expects.
TEST_CASE("images of something else are refused") {
  struct Case {
    const char* what;
    SectionId changed;
    std::vector<std::byte> bytes;
    std::string code;
  };
  const auto meta = [](auto change) {
    dossier::lexicon::Meta value;
    value.build = dossier::lexicon::fingerprint();
    change(value);
    std::vector<std::byte> bytes(sizeof value);
    std::memcpy(bytes.data(), &value, sizeof value);
    return bytes;
  };
  using dossier::lexicon::Meta;
  const Case cases[] = {
      {"no meta", sections::meta, {}, "image.foreign"},
      {"layout", sections::meta, meta([](Meta& m) { m.layout = 99; }), "image.version"},
      {"build", sections::meta, meta([](Meta& m) { m.build ^= 1; }), "image.version"},
      {"no places of words", sections::word_places, {}, "image.damaged"},
      {"half a place", sections::phrase_places, std::vector<std::byte>(3), "image.damaged"},
      {"phrases", sections::phrases, {}, "image.damaged"},
      {"half a word", sections::words, std::vector<std::byte>(15), "image.damaged"},
      {"classes", sections::classes, std::vector<std::byte>(4 * 33), "image.damaged"},
  };
  for (const Case& each : cases) {
    dossier::base::ImageWriter writer;
    for (const SectionId id : all_sections) {
      std::vector<std::byte> bytes;
      if (id == sections::meta) bytes = meta([](Meta&) {});
      if (id == sections::words) bytes.resize(24 * 9);
      if (id == sections::phrases) bytes.resize(16 * 9);
      if (id == sections::word_places || id == sections::phrase_places) bytes.resize(2);
      writer.add(id, id == each.changed ? each.bytes : std::move(bytes));
    }
    const std::vector<std::byte> image = writer.finish();
    Diagnostics problems;
    INFO(each.what);
    CHECK_FALSE(Lexicon::open(image, problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == each.code);
  }
}

TEST_CASE("an image without one of the sections is refused") {
  const std::vector<std::byte> whole = sample();
  Diagnostics problems;
  const auto image = Image::open(whole, "whole", problems);
  REQUIRE(image);
  for (const SectionId missing : all_sections) {
    dossier::base::ImageWriter writer;
    for (const SectionId id : all_sections) {
      const auto section = image->section(id);
      if (id != missing) writer.add(id, {section.begin(), section.end()});
    }
    CHECK_FALSE(open_and_use(writer.finish()));
  }
}

}  // namespace
