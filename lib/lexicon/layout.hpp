// How the compiled dictionaries lie in an image: the records that the compiler writes and the lexicon reads in place.
//
// Words: a table on the hash of a folded word. Its slots are the vocabulary: a WordId is the index of a slot. A slot names
// a profile (which classes the word has in which shape; most words share a few hundred profiles, so these stay in the
// cache), where its entries are listed, and by a filter which tokens can follow it in a phrase.
// Phrases: a table on a hash that is extended token by token, with a slot for every beginning (of two tokens and more)
// of an entry; a slot's filter says which tokens can follow.
// In both tables every key has a place of its own (base/perfect_hash.hpp), with a few empty slots between.
// Entries: what every entry has stands in its record; aliases, attributes and exact policies in columns.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "base/image.hpp"
#include "base/perfect_hash.hpp"
#include "lexicon/classes.hpp"
#include "lexicon/lexicon.hpp"
#include "tokens/token.hpp"

namespace dossier::lexicon {

inline constexpr std::uint32_t max_tokens = 12;  ///< of one entry
inline constexpr std::uint32_t max_user_classes = 32;
inline constexpr std::uint32_t max_same = 255;            ///< entries of one class and folded form
inline constexpr std::uint32_t max_list = max_same * (built_in_classes + max_user_classes);
inline constexpr std::uint32_t layout_version = 4;        ///< to be raised whenever something in this file changes

namespace sections {
inline constexpr base::SectionId meta = base::section_id("META");      ///< one Meta
inline constexpr base::SectionId words = base::section_id("WORD");     ///< WordSlot
inline constexpr base::SectionId word_places = base::section_id("WPLC");  ///< base::Displacement
inline constexpr base::SectionId profiles = base::section_id("PROF");  ///< Profile
inline constexpr base::SectionId phrases = base::section_id("PHRS");   ///< PhraseSlot
inline constexpr base::SectionId phrase_places = base::section_id("PPLC");  ///< base::Displacement
inline constexpr base::SectionId lists = base::section_id("LIST");     ///< u32 entry ids
inline constexpr base::SectionId entries = base::section_id("ENTR");   ///< EntryRecord, in the order of files and lines
inline constexpr base::SectionId canonical_blocks =
    base::section_id("CANB");  ///< column of string: aliases' main forms
inline constexpr base::SectionId canonical = base::section_id("CANO");
inline constexpr base::SectionId attribute_blocks = base::section_id("ATTB");  ///< column of string: "code=RU;sex=m"
inline constexpr base::SectionId attributes = base::section_id("ATTR");
inline constexpr base::SectionId exact_blocks = base::section_id("EXAB");  ///< column of ExactRecord
inline constexpr base::SectionId exact = base::section_id("EXAC");
inline constexpr base::SectionId strings =
    base::section_id("STRS");  ///< size (7 bits a byte, low ones first) and bytes
inline constexpr base::SectionId files = base::section_id("FILE");     ///< FileRecord
inline constexpr base::SectionId classes = base::section_id("CLAS");   ///< u32 string: names of user classes
inline constexpr base::SectionId raw_files = base::section_id("RAWF");  ///< RawRecord
inline constexpr base::SectionId raw_bytes = base::section_id("RAWB");
}  // namespace sections

/// Shapes as the tables tell them apart: lower, title, upper, and mixed together with none.
inline constexpr std::size_t shape_rows = 4;
[[nodiscard]] constexpr std::size_t shape_row(tokens::Shape shape) noexcept {
  return shape < tokens::Shape::mixed ? static_cast<std::size_t>(shape) : 3;
}

struct Meta {
  std::uint32_t layout = layout_version;
  std::uint32_t zero = 0;
  std::uint64_t build = 0;  ///< fingerprint(): classes and hash function of the library that wrote it
};
static_assert(sizeof(Meta) == 16);

/// The key of empty slots; no word has it.
inline constexpr std::uint64_t empty_key = ~std::uint64_t{0};

/// One word, or an empty slot.
struct WordSlot {
  std::uint64_t key = empty_key;
  std::uint64_t next = 0;     ///< of every token that can follow it in a phrase, the bit add_next() sets
  std::uint32_t profile = 0;  ///< bits 0-23 index of the profile; 24-27 shapes that begin a phrase; 28 has spellings
  std::uint32_t list = 0;     ///< first of its entries in `lists`

  static constexpr std::uint32_t profile_bits = 24;
  static constexpr std::uint32_t spelling_bit = std::uint32_t{1} << 28U;
  [[nodiscard]] constexpr std::uint32_t profile_index() const noexcept {
    return profile & ((std::uint32_t{1} << profile_bits) - 1);
  }
  /// Rows of shapes with which it begins a phrase, a bit each.
  [[nodiscard]] constexpr std::uint32_t begins() const noexcept { return (profile >> profile_bits) & 15U; }
  [[nodiscard]] constexpr bool has_spellings() const noexcept { return (profile & spelling_bit) != 0; }

  constexpr void add_next(std::uint64_t token) noexcept { next |= std::uint64_t{1} << next_place(token); }
  /// False when no phrase goes on from this word to a token of that hash.
  [[nodiscard]] constexpr bool may_go_on(std::uint64_t token) const noexcept {
    return (next >> next_place(token) & 1U) != 0;
  }

 private:
  static constexpr std::uint64_t next_place(std::uint64_t token) noexcept {
    return (token * 0xD6E8FEB86659FD93ULL) >> 58U;
  }
};
static_assert(sizeof(WordSlot) == 24);

/// What the shapes of a word allow: classes, and which part of the word's list.
struct Profile {
  std::array<ClassSet, shape_rows> classes;
  std::array<std::uint16_t, shape_rows> begin{};  ///< counted from WordSlot::list
  std::array<std::uint16_t, shape_rows> size{};
  std::uint32_t total = 0;  ///< all entries of the word, whatever its shape, stand first in the list
  std::uint32_t zero = 0;
};
static_assert(sizeof(Profile) == 88);

/// One beginning of an entry, or an empty slot.
struct PhraseSlot {
  std::uint64_t key = empty_key;
  EntryId list{0};         ///< with one_entry the entry that ends here; else 0: none does; else 1 + index in `lists` of
                           ///< their number, the ids behind it
  std::uint32_t next = 0;  ///< bits 0-30 next_bit() of every token that can follow; 31 one_entry

  static constexpr std::uint32_t one_entry = std::uint32_t{1} << 31U;
};
static_assert(sizeof(PhraseSlot) == 16);

struct EntryRecord {
  std::uint32_t form = 0;   ///< offset in `strings`
  std::uint32_t facts = 0;  ///< from the lowest: 12 bits the tokens that are capitalised in the form; 2 Match; 6 flags;
                            ///< 7 class; 4 number of tokens
  std::uint32_t place = 0;  ///< 22 bits line, 10 weight; the file is the one whose entries include this one

  [[nodiscard]] constexpr std::uint32_t capitalised() const noexcept { return facts & 0xFFFU; }
  [[nodiscard]] constexpr std::uint32_t match() const noexcept { return facts >> 12U & 3U; }
  [[nodiscard]] constexpr std::uint16_t flags() const noexcept {
    return static_cast<std::uint16_t>(facts >> 14U & 63U);
  }
  [[nodiscard]] constexpr std::uint32_t cls() const noexcept { return facts >> 20U & 127U; }
  [[nodiscard]] constexpr std::uint32_t words() const noexcept { return facts >> 27U & 15U; }
  [[nodiscard]] constexpr std::uint32_t line() const noexcept { return place & 0x3FFFFFU; }
  [[nodiscard]] constexpr std::uint16_t weight() const noexcept { return static_cast<std::uint16_t>(place >> 22U); }

  static constexpr std::uint32_t max_line = 0x3FFFFF;
};
static_assert(sizeof(EntryRecord) == 12);
static_assert(max_tokens <= 12 && built_in_classes + max_user_classes <= 128);

/// What an entry with `exact` asks of the text.
struct ExactRecord {
  std::uint64_t shapes = 0;    ///< four bits a token, the first lowest
  std::uint64_t spelling = 0;  ///< of its mixed tokens, spelling_of(); 0 when it has none
};
static_assert(sizeof(ExactRecord) == 16);

struct FileRecord {
  std::uint32_t name = 0;  ///< strings
  std::uint32_t source = 0;
  std::uint32_t licence = 0;
  std::uint32_t edit = 0;
  std::uint32_t note = 0;
  std::uint32_t entries = 0;
  std::uint32_t first = 0;  ///< of its entries
};
static_assert(sizeof(FileRecord) == 28);

struct RawRecord {
  std::uint32_t name = 0;  ///< strings
  std::uint32_t zero = 0;
  std::uint64_t begin = 0;  ///< in `raw_bytes`
  std::uint64_t size = 0;
};
static_assert(sizeof(RawRecord) == 24);

/// A hash as a key of a table: mixed, so that its upper bits are as good as its lower ones, and never empty_key.
[[nodiscard]] constexpr std::uint64_t key_of(std::uint64_t hash) noexcept {
  const std::uint64_t key = hash * 0x9E3779B97F4A7C15ULL;
  return key - (key == empty_key ? 1U : 0U);
}

/// Hash of a token sequence with one more token. The sequence of one token has the token's hash.
[[nodiscard]] constexpr std::uint64_t extended(std::uint64_t sequence, std::uint64_t token) noexcept {
  std::uint64_t mixed = (sequence ^ 0x9E3779B97F4A7C15ULL) * 0xFF51AFD7ED558CCDULL;
  mixed = (mixed ^ (mixed >> 32)) + token;
  mixed *= 0xC4CEB9FE1A85EC53ULL;
  return key_of(mixed ^ (mixed >> 29));
}

/// Hash of the letters of mixed tokens, extended token by token from 0; `bytes` is the hash of a token's own bytes.
[[nodiscard]] constexpr std::uint64_t spelling_of(std::uint64_t before, std::uint64_t bytes) noexcept {
  return extended(before ^ 0xA0761D6478BD642FULL, bytes);
}

/// The bit of a token in PhraseSlot::next.
[[nodiscard]] constexpr std::uint32_t next_bit(std::uint64_t token) noexcept {
  return std::uint32_t{1} << ((((token * 0xD6E8FEB86659FD93ULL) >> 32U) * 31U) >> 32U);
}

/// Capitalised: "name" wants it of the text where the form is so.
[[nodiscard]] constexpr bool is_capitalised(tokens::Shape shape) noexcept {
  return shape == tokens::Shape::title || shape == tokens::Shape::upper || shape == tokens::Shape::mixed;
}

/// Differs when the library has other classes or another hash function than the one that wrote an image.
[[nodiscard]] std::uint64_t fingerprint() noexcept;

}  // namespace dossier::lexicon
