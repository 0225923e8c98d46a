// A compiled rule set as tables of plain records: what the compiler of rules fills in, what lies in an image, and what
// matching reads in place. Draft and image differ only in who owns the tables.
//
// Records refer to each other by index. None has a byte that means nothing, so that the same rules give the same image.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/image.hpp"
#include "base/perfect_hash.hpp"
#include "rules/rules.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

/// To be raised whenever something in this file changes, or what a record means.
inline constexpr std::uint32_t layout_version = 1;
/// Where a table has no place to point to.
inline constexpr std::uint32_t nowhere = 0xFFFFFFFF;
/// Limits of one rule: what its pattern can cover, and its program's size.
inline constexpr std::uint32_t max_items = 60;
inline constexpr std::uint32_t max_code = 2000;

/// A part of Tables::strings.
struct Text {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

struct Meta {
  std::uint32_t layout = layout_version;
  std::uint32_t stride = 1;  ///< words of 64 bits in `members` per word of the vocabulary
  std::uint64_t build = 0;   ///< of the library that compiled it
  std::uint64_t names = 0;   ///< of the types, relations and classes that it was compiled with
  std::uint32_t types = 0;   ///< how many of them there were
  std::uint32_t relations = 0;
  std::uint32_t classes = 0;
  std::uint32_t remembers = 0;  ///< 1: some test asks what the text has shown of a word
};

struct Instruction {
  enum class Op : std::uint8_t { item, look_ahead, look_behind, split, jump, open, close, at_start, at_end, match };
  Op op = Op::match;
  bool negated = false;  // look_*
  CaptureName capture = CaptureName::subject;
  std::uint8_t zero = 0;
  std::uint32_t x = 0;        // item, look_*: test; jump: target; split: preferred target
  std::uint32_t y = 0;        // split: other target
  std::uint32_t split = 0;    // split: its number in the program
  std::uint32_t element = 0;  // item, look_*: Tables::elements
};

/// A rule's program. Targets are counted from its first instruction and lie behind the instruction that names them.
struct Program {
  std::uint32_t first = 0;  // of Tables::code
  std::uint32_t size = 0;
  std::uint32_t splits = 0;
  std::uint32_t max_items = 0;      // no match is longer
  SetId first_words = SetId::none;  // a match begins with one of these words, unless none is given
  std::uint16_t zero = 0;
  std::uint32_t first_need = 0;  // of Tables::needs
  std::uint32_t needs = 0;
};

/// Some item is one of the words or, where none are given, has one of the types: without it the rule cannot match.
struct Need {
  TypeSet types;
  SetId words = SetId::none;
  std::array<std::uint16_t, 3> zero{};
};

/// Rules of a stage, for the starts from which they could reach the item that selects them.
struct AnchorRow {
  std::uint32_t before = 0;  // items between start and anchor
  std::uint32_t bits = 0;    // of Tables::bits
};

/// What an item takes over from the vocabulary.
struct WordFacts {
  WordlistSet lists;
  WordIndex word = WordIndex::none;
  std::uint16_t anchors = 0;  // bit 2 x stage as a word, the next as a head
  std::uint16_t zero = 0;
};

struct WordSlot {
  std::uint64_t hash = 0;
  WordFacts facts;

  /// What its place is found by: the upper bits must be as good as the lower ones.
  [[nodiscard]] static constexpr std::uint64_t key_of(std::uint64_t hash) noexcept {
    return hash * 0x9E3779B97F4A7C15ULL;
  }
  /// Eight bits that tell most other words from this one.
  [[nodiscard]] static constexpr std::uint8_t tag_of(std::uint64_t hash) noexcept {
    return static_cast<std::uint8_t>(hash);
  }
};

/// Rows by word, type or class; both lists are parts of Tables::numbers.
struct RowsRecord {
  std::uint32_t keys = 0;
  std::uint32_t begin = 0;  // keys + 1 places in Tables::rows
  std::uint32_t any = 0;    // keys places in Tables::bits: the rules of all rows of a key
};

/// The index of a stage. Sets of its rules are `width()` words of Tables::bits.
struct StageRecord {
  std::uint32_t rules = 0;        // how many
  std::uint32_t rule_of_bit = 0;  // Tables::numbers: 64 x width(), the last ones doubles
  RowsRecord words;
  RowsRecord heads;
  RowsRecord types;
  RowsRecord classes;
  std::uint32_t always = nowhere;          // Tables::bits: rules that nothing selects
  std::array<std::uint32_t, 3> opening{};  // Tables::bits: rules that allow an ItemKind as n-th item
  TypeSet anchored;                        // those that `types` has rules for
  StageFilter filter;                      // of the words, heads and classes

  [[nodiscard]] constexpr std::uint32_t width() const noexcept { return (rules + 63) / 64; }
};

struct RegexRecord {
  Text text;
  std::uint32_t either_case = 0;
};

struct RuleRecord {
  Text name;
  Text file;
  std::uint32_t line = 0;
  std::uint32_t weight = 0;  // the bits of the float
  Stage stage = Stage::clauses;
  RelationTypeId relation = RelationTypeId::none;
  TypeId mention = TypeId::none;
  RelationFlags flags = RelationFlags::none;
  std::uint32_t marks = 0;

  static constexpr std::uint32_t hint = 1;
  static constexpr std::uint32_t past = 2;
  static constexpr std::uint32_t absorb = 4;
};

struct ExampleRecord {
  std::uint32_t rule = 0;
  std::uint32_t line = 0;
  Text text;
  Text expected;
  std::uint32_t counter = 0;
};

template <template <typename> typename List>
struct Tables {
  List<Meta> meta;  // one
  List<Instruction> code;
  List<Program> programs;  // by rule
  List<Need> needs;
  List<Text> elements;               // as they stand in the rule files, for accounts of what failed
  List<std::uint32_t> clause_begin;  // item tests: clauses [clause_begin[test], clause_begin[test + 1]),
  List<std::uint32_t> atom_begin;    // atoms likewise
  List<Atom> atoms;
  List<RegexRecord> regexes;    // by Atom::mask
  List<WordSlot> words;         // where base::PerfectHash has their keys
  List<base::Displacement> word_places;
  List<std::uint8_t> word_tags;  // by place: WordSlot::tag_of() the hash
  List<std::uint64_t> members;  // the sets that each word is in
  List<StageRecord> indexes;    // by stage
  List<std::uint32_t> numbers;
  List<AnchorRow> rows;
  List<std::uint64_t> bits;
  List<RuleRecord> rules;
  List<ExampleRecord> examples;
  List<char> strings;

  /// Calls `use` with the section and the list of every table.
  template <typename Self, typename Use>
  static void each(Self& self, Use use) {
    use(base::section_id("META"), self.meta);
    use(base::section_id("CODE"), self.code);
    use(base::section_id("PROG"), self.programs);
    use(base::section_id("NEED"), self.needs);
    use(base::section_id("ELEM"), self.elements);
    use(base::section_id("CLAU"), self.clause_begin);
    use(base::section_id("ATOB"), self.atom_begin);
    use(base::section_id("ATOM"), self.atoms);
    use(base::section_id("REGX"), self.regexes);
    use(base::section_id("WORD"), self.words);
    use(base::section_id("WPLC"), self.word_places);
    use(base::section_id("WTAG"), self.word_tags);
    use(base::section_id("MEMB"), self.members);
    use(base::section_id("STAG"), self.indexes);
    use(base::section_id("NUMB"), self.numbers);
    use(base::section_id("ROWS"), self.rows);
    use(base::section_id("BITS"), self.bits);
    use(base::section_id("RULE"), self.rules);
    use(base::section_id("EXAM"), self.examples);
    use(base::section_id("STRS"), self.strings);
  }
};
template <typename Record>
using OwnList = std::vector<Record>;
template <typename Record>
using ViewList = std::span<const Record>;

/// While rules are compiled.
using TableDraft = Tables<OwnList>;
/// Of an image.
using TableView = Tables<ViewList>;

template <typename... Records>
inline constexpr bool are_plain = ((std::is_trivially_copyable_v<Records> &&
                                    std::has_unique_object_representations_v<Records>)&&...);
static_assert(are_plain<Text, Meta, Instruction, Program, Need, Atom, AnchorRow, WordSlot, StageRecord, RegexRecord,
                        RuleRecord, ExampleRecord>);

}  // namespace dossier::rules
