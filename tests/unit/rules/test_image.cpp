// Compiled rules opened again: the same rules, or a reason why not, and never a step outside of the image.
#include <cstddef>
#include <vector>

#include "base/image.hpp"
#include "rules/image.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

constexpr std::string_view source =
    "list meet = met meets\n"
    "let someone = PERSON | ORGANIZATION\n"
    "met.verb: subject:$someone label:$meet (with|<&$meet near)? ([lower /b+/]|!the ANY){0,2} object:[PERSON one] -> "
    "met\n"
    "  + [PERSON#1 Ann] met [PERSON#2 Bob]. => #1 met #2 \"met\"\n"
    "  - [PERSON#1 Ann] saw [PERSON#2 Bob].\n"
    "met.start: START subject:PERSON !near \",\"? object:PERSON END -> met planned past\n"
    "stage names\n"
    "ship: ship name:[capital] -> ORGANIZATION weight 2.5\n"
    "firm: name:([capital]{1,3} %org_legal) -> ORGANIZATION hint 1.5\n"
    "stage phrases\n"
    "joined: subject:ROLE of ANY -> phrase\n";

constexpr std::string_view sentences[] = {"PERSON met with PERSON near bb b ORGANIZATION", "PERSON , PERSON",
                                          "the ship Orla met PERSON of PERSON*", "ROLE of LOCATION # a"};

std::vector<std::byte> bytes_of(const RuleSet& rules) { return {rules.image().begin(), rules.image().end()}; }

std::vector<std::string> all_matches(const RuleSet& rules) {
  std::vector<std::string> out;
  for (const std::string_view line : sentences)
    for (std::size_t stage = 0; stage < stages; ++stage)
      for (std::string& match : matches_in(rules, line, static_cast<Stage>(stage))) out.push_back(std::move(match));
  return out;
}

// Replaces records of a table by what `change` makes of them, wherever they lie in the image.
template <typename Record, typename Change>
std::vector<std::byte> changed(std::vector<std::byte> image, std::span<const Record> TableView::*table, Change change) {
  Diagnostics problems;
  const TableView view = view_of(*base::Image::open(image, "t", problems));
  for (const Record& record : view.*table) change(const_cast<Record&>(record));
  return image;
}

std::string refusal(const std::vector<std::byte>& image) {
  Diagnostics problems;
  if (RuleSet::open(image, Schema(), problems)) return "opened";
  if (problems.empty()) return "other";
  CHECK(problems.front().code == "image.damaged");
  return problems.front().message;
}

TEST_CASE("compiled rules that are opened again are the same rules") {
  const RuleSet compiled = rules_of(source);
  const std::vector<std::byte> image = bytes_of(compiled);
  Diagnostics problems;
  const auto opened = RuleSet::open(image, Schema(), problems);
  REQUIRE(opened);
  CHECK(problems.empty());
  CHECK(bytes_of(*opened) == image);
  CHECK(bytes_of(rules_of(source)) == image);
  CHECK(all_matches(*opened) == all_matches(compiled));
  CHECK(all_matches(*opened).size() >= 4);
  REQUIRE(opened->rules().size() == 5);
  const Rule& start = opened->rules()[1];
  CHECK(start.name == "met.start");
  CHECK(start.file == "test.rules");
  CHECK(start.line == 6);
  CHECK(start.past);
  CHECK(start.flags == RelationFlags::planned);
  CHECK(opened->rules()[2].weight == 2.5F);
  CHECK(opened->rules()[3].hint);
  CHECK(opened->rules()[4].absorb);
  REQUIRE(opened->examples().size() == 2);
  CHECK(opened->examples()[0].text == "[PERSON#1 Ann] met [PERSON#2 Bob].");
  CHECK(opened->examples()[1].counter);
}

TEST_CASE("no rules at all are compiled and opened, too") {
  const std::vector<std::byte> image = bytes_of(rules_of(""));
  Diagnostics problems;
  const auto opened = RuleSet::open(image, Schema(), problems);
  REQUIRE(opened);
  CHECK(all_matches(*opened).empty());
}

TEST_CASE("compiled rules serve as long as their types and classes have the same numbers") {
  const std::vector<std::byte> image = bytes_of(rules_of(source));
  Diagnostics problems;
  const Schema more = Schema().with_type({"VESSEL", true});
  CHECK(RuleSet::open(image, more, problems));
  Diagnostics none;
  const std::vector<lexicon::SourceFile> files = {{"t", std::string(source)}};
  const auto of_more = RuleSet::compile(files, more, none);
  REQUIRE(of_more);
  CHECK(RuleSet::open(of_more->image(), more, problems));
  CHECK_FALSE(RuleSet::open(of_more->image(), Schema(), problems));
  CHECK_FALSE(RuleSet::open(of_more->image(), Schema().with_type({"PLANE", true}), problems));
  CHECK(problems.empty());
  CHECK(refusal(changed(image, &TableView::meta, [](Meta& meta) { ++meta.layout; })) == "other");
  CHECK(refusal(changed(image, &TableView::meta, [](Meta& meta) { ++meta.build; })) == "other");
}

TEST_CASE("what leads outside of the tables is refused") {
  const std::vector<std::byte> image = bytes_of(rules_of(source));
  using Op = Instruction::Op;
  const auto code = [&](Op op, auto change) {
    return refusal(changed(image, &TableView::code, [&](Instruction& it) {
      if (it.op == op) change(it);
    }));
  };
  constexpr std::string_view programs = "the programs of the rules are damaged";
  CHECK(code(Op::item, [](Instruction& it) { it.x = 1000; }) == programs);
  CHECK(code(Op::item, [](Instruction& it) { it.element = 1000; }) == programs);
  CHECK(code(Op::split, [](Instruction& it) { it.x = 0; }) == programs);
  CHECK(code(Op::split, [](Instruction& it) { it.y = 10000; }) == programs);
  CHECK(code(Op::split, [](Instruction& it) { it.split = 100; }) == programs);
  CHECK(code(Op::jump, [](Instruction& it) { it.x = 1; }) == programs);
  CHECK(code(Op::close, [](Instruction& it) { it.op = Op::at_start; }) == programs);
  CHECK(code(Op::open, [](Instruction& it) { it.capture = static_cast<CaptureName>(7); }) == programs);
  CHECK(code(Op::match, [](Instruction& it) { it.op = Op::at_end; }) == programs);
  CHECK(code(Op::match, [](Instruction& it) { it.op = static_cast<Op>(10); }) == programs);
  CHECK(refusal(changed(image, &TableView::programs, [](Program& it) { it.max_items = 1; })) == programs);
  CHECK(refusal(changed(image, &TableView::programs, [](Program& it) { it.first = nowhere; })) == programs);
  CHECK(refusal(changed(image, &TableView::programs, [](Program& it) { it.needs = 1000; })) == programs);
  constexpr std::string_view tests = "the item tests of the rules are damaged";
  CHECK(refusal(changed(image, &TableView::atoms, [](Atom& it) { it.set = SetId{5000}; })) == tests);
  CHECK(refusal(changed(image, &TableView::clause_begin, [](std::uint32_t& it) { it += 1000; })) == tests);
  constexpr std::string_view words = "the words of the rules are damaged";
  CHECK(refusal(changed(image, &TableView::words, [](WordSlot& it) {
          if (it.facts.word != WordIndex::none) it.facts.word = WordIndex{9999};
        })) == words);
  constexpr std::string_view names = "the names of the rules are damaged";
  CHECK(refusal(changed(image, &TableView::rules, [](RuleRecord& it) { it.name.begin = 100000; })) == names);
  CHECK(refusal(changed(image, &TableView::rules, [](RuleRecord& it) { it.relation = RelationTypeId{77}; })) == names);
  constexpr std::string_view index = "the index of the rules is damaged";
  CHECK(refusal(changed(image, &TableView::indexes, [](StageRecord& it) { it.opening[2] = nowhere; })) == index);
  CHECK(refusal(changed(image, &TableView::indexes, [](StageRecord& it) { it.rules = 0; })) == index);
  CHECK(refusal(changed(image, &TableView::rows, [](AnchorRow& it) { it.bits = nowhere; })) == index);
}

TEST_CASE("an image with any byte changed is refused, or matches within its sentence") {
  const std::vector<std::byte> image = bytes_of(rules_of(source));
  std::size_t opened = 0;
  for (std::size_t at = 0; at < image.size(); at += 3) {
    std::vector<std::byte> damaged = image;
    damaged[at] ^= static_cast<std::byte>(at % 255 + 1);
    Diagnostics problems;
    const auto rules = RuleSet::open(damaged, Schema(), problems);
    if (!rules) continue;
    ++opened;
    CHECK(rules->rules().size() == 5);
    static_cast<void>(all_matches(*rules));
    static_cast<void>(rules->examples());
  }
  CHECK(opened > 0);
  for (std::size_t size = 0; size < image.size(); size += 97) {
    Diagnostics problems;
    CHECK_FALSE(RuleSet::open(std::vector<std::byte>(image.begin(), image.begin() + static_cast<std::ptrdiff_t>(size)),
                              Schema(), problems));
    CHECK(has_errors(problems));
  }
}

}  // namespace
}  // namespace dossier::rules::test
