#include <catch2/catch.hpp>

#include "graph/contents.hpp"

namespace dossier::graph {
namespace {

Contents small_contents() {
  Contents out;
  out.id = "d";
  out.date = "2024-05-03";
  out.sentences = 300;
  out.entities = {{"PERSON/a b", "A B", {"B", "Ä"}, 7}, {"LOCATION/c", "C", {}, 1}};
  out.quotes = {"A B came from C."};
  StatementPart part;
  part.type = "origin";
  part.target = 1;
  part.flags = RelationFlags::former;
  part.label = "came";
  part.span = {300, 305};
  part.codepoints = {299, 304};
  part.rule = "r";
  part.place = "p";
  part.date = "2024";
  out.statements = {part};
  part.target = no_entity;
  out.statements.push_back(part);
  out.named_in = {{{0, 1}, true}, {{1}, false}};
  return out;
}

TEST_CASE("what is written is read") {
  const std::string bytes = encode(small_contents());
  Contents read;
  REQUIRE(decode(bytes, read) == "");
  CHECK(read.id == "d");
  CHECK(read.date == "2024-05-03");
  CHECK(read.sentences == 300);
  CHECK(read.entities[0].aliases == std::vector<std::string_view>{"B", "Ä"});
  CHECK(read.entities[0].mentions == 7);
  CHECK(read.entities[1].key == "LOCATION/c");
  CHECK(read.statements[0].span == Span{300, 305});
  CHECK(read.statements[0].codepoints == Span{299, 304});
  CHECK(read.statements[0].flags == RelationFlags::former);
  CHECK(read.statements[0].target == 1);
  CHECK(read.statements[1].target == no_entity);
  CHECK(read.named_in[0].begins_paragraph);
  CHECK_FALSE(read.named_in[1].begins_paragraph);
  CHECK(read.named_in[0].entities == std::vector<std::uint32_t>{0, 1});
  CHECK(encode(read) == bytes);
}

TEST_CASE("contents that are cut off anywhere, or go on, are refused") {
  const std::string bytes = encode(small_contents());
  Contents read;
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK(decode(bytes.substr(0, size), read) != "");
  CHECK(decode(bytes + '\0', read) == "bytes behind its end");
}

TEST_CASE("numbers that lead outside and strings that are no UTF-8 are refused") {
  Contents read;
  const auto refused = [&read](auto&& change) {
    Contents contents = small_contents();
    change(contents);
    return !decode(encode(contents), read).empty();
  };
  CHECK_FALSE(refused([](Contents&) {}));
  CHECK(refused([](Contents& c) { c.statements[0].source = 2; }));
  CHECK(refused([](Contents& c) { c.statements[0].target = 2; }));
  CHECK(refused([](Contents& c) { c.statements[0].quote = 1; }));
  CHECK(refused([](Contents& c) { c.named_in[1].entities = {2}; }));
  CHECK(refused([](Contents& c) { c.named_in[1].entities = {0, 0, 0}; }));
  CHECK(refused([](Contents& c) { c.entities[0].name = "\xFF"; }));
  CHECK(refused([](Contents& c) { c.entities[0].key = "no type"; }));
  CHECK(refused([](Contents& c) { c.sentences = 1; }));
}

TEST_CASE("numbers keep their value, and endless ones end") {
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}}) {
    std::string bytes;
    put_number(bytes, number);
    ByteReader in(bytes);
    CHECK(in.number() == number);
    CHECK(in.at_end());
    CHECK_FALSE(in.failed());
  }
  ByteReader endless("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
  CHECK(endless.number() == 0);
  CHECK(endless.failed());
}

}  // namespace
}  // namespace dossier::graph
