// The sections of an opened image as tables, and look-ups in them that cannot leave them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/image.hpp"
#include "base/mapped_file.hpp"
#include "lexicon/layout.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/sparse_column.hpp"

namespace dossier::lexicon {

struct Lexicon::Image {
  std::vector<std::byte> owned;  // where the bytes are, unless somebody else owns them
  std::optional<base::MappedFile> mapped;
  std::optional<base::Image> container;
  Meta meta;
  std::span<const WordSlot> words;
  std::span<const Profile> profiles;
  std::span<const PhraseSlot> phrases;
  base::PerfectHash word_places;
  base::PerfectHash phrase_places;
  std::span<const EntryId> lists;
  std::span<const EntryRecord> entries;
  SparseColumn<std::uint32_t> canonical;   // strings
  SparseColumn<std::uint32_t> attributes;  // strings
  SparseColumn<ExactRecord> exact;
  std::span<const std::byte> strings;
  std::span<const FileRecord> files;
  std::span<const std::uint32_t> user_classes;
  std::span<const RawRecord> raw_files;
  std::span<const std::byte> raw_bytes;
  std::uint64_t content_hash = 0;
  // Of an image of few words a bit for each word's key: nearly every token of a text is no word of it, and one test in
  // the nearest cache says so. Empty for others.
  std::vector<std::uint64_t> filter;

  static constexpr std::uint32_t missing = 0xFFFFFFFF;

  // `name` is the image to speak of. False, and a diagnostic, when the sections cannot be used.
  bool read(const base::Image& from, std::string_view name, Diagnostics& problems);

  void make_filter();

  [[nodiscard]] std::string_view string(std::uint32_t offset) const noexcept;
  /// Index in `files` of the file that the entry is from, files.size() when there is none.
  [[nodiscard]] std::size_t file_of(std::size_t entry) const noexcept;
  [[nodiscard]] std::span<const EntryId> list(std::uint64_t begin, std::uint64_t size) const noexcept;
  [[nodiscard]] std::string_view raw(const RawRecord& file) const noexcept {
    if (file.begin > raw_bytes.size() || file.size > raw_bytes.size() - file.begin) return {};
    return {reinterpret_cast<const char*>(raw_bytes.data()) + file.begin, static_cast<std::size_t>(file.size)};
  }

  [[nodiscard]] const Profile* profile(const WordSlot& slot) const noexcept {
    const std::uint32_t index = slot.profile_index();
    return index < profiles.size() ? &profiles[index] : nullptr;
  }

  // False for nearly every key that is no word's. REQUIRES: there is a filter.
  [[nodiscard]] bool may_have(std::uint64_t key) const noexcept {
    const std::uint64_t place = filter_place(key);
    return (filter[place / 64] >> (place % 64) & 1U) != 0;
  }
  static constexpr std::size_t filter_bits = 1U << 15U;
  static constexpr std::uint64_t filter_place(std::uint64_t key) noexcept {
    return (key * 0x9E3779B97F4A7C15ULL) >> 49U;  // the upper 15 bits
  }

  // Index of the slot with this key, or `missing`.
  [[nodiscard]] std::uint32_t find_word(std::uint64_t key) const noexcept {
    const std::uint32_t place = word_places.place_of(key);
    return words[place].key == key ? place : missing;
  }

  [[nodiscard]] const PhraseSlot* find_phrase(std::uint64_t key) const noexcept {
    const PhraseSlot& slot = phrases[phrase_places.place_of(key)];
    return slot.key == key ? &slot : nullptr;
  }

  // The entries that end with this slot.
  [[nodiscard]] std::span<const EntryId> ends_at(const PhraseSlot& slot) const noexcept {
    if ((slot.next & PhraseSlot::one_entry) != 0) return {&slot.list, 1};
    const auto begin = static_cast<std::uint32_t>(slot.list);
    if (begin == 0 || begin > lists.size()) return {};
    const auto size = static_cast<std::uint32_t>(lists[begin - 1]);
    return size > max_list ? std::span<const EntryId>() : list(begin, size);
  }

  [[nodiscard]] bool begins(const tokens::Token& token) const noexcept {
    const auto word = static_cast<std::size_t>(token.word);
    return word < words.size() && (words[word].begins() >> shape_row(token.shape) & 1U) != 0;
  }

  // False when no phrase begins with these two tokens.
  [[nodiscard]] bool begins(const tokens::Token& token, const tokens::Token& next) const noexcept {
    return begins(token) && words[static_cast<std::size_t>(token.word)].may_go_on(next.hash);
  }
};

}  // namespace dossier::lexicon
