// Writes a Derived from beginning to end: text, map and blocks. Shared by all readers of markup, so that they agree on
// what stands between blocks.
#pragma once

#include <string_view>

#include "text/map_builder.hpp"
#include "text/markup.hpp"

namespace dossier::text {

/// Grows a derived text. For one thread. Places of the source must come in order; what lies before the last one used is
/// taken to be that place's end. Texts of more than `max_bytes` are cut, counted in the issue "markup.too-long".
class DerivedBuilder {
 public:
  /// REQUIRES: `source` is valid UTF-8 and outlives the builder.
  explicit DerivedBuilder(std::string_view source, std::uint64_t max_bytes);
  explicit DerivedBuilder(std::string_view source);

  /// Ends the block that is open; the next characters begin another one.
  void end_block() noexcept { is_open_ = false; }
  /// The kind of the next block. The separator is written with its first character: a line break between two items of a
  /// list or two cells of a table, an empty line between others.
  void set_kind(BlockKind kind) noexcept { kind_ = kind; }
  /// True between a block's first character and its end.
  [[nodiscard]] bool is_open() const noexcept { return is_open_; }

  /// Appends bytes that stand in the source as they are.
  void copy(Span source);
  /// Appends characters that stand for `source`. REQUIRES: `bytes` is valid UTF-8.
  void put(std::string_view bytes, Span source);
  /// Appends a text that was derived from a piece of the source, blocks included. REQUIRES: its map leads to the
  /// source.
  void append(const Derived& part);

  /// One past the last byte of the source that was used.
  [[nodiscard]] std::uint32_t source_end() const noexcept { return map_.source_end(); }

  /// Counts an issue under `code`; issues of one code are one record.
  void count_issue(std::string_view code, std::string_view message, std::uint64_t count);

  [[nodiscard]] Derived finish() &&;

 private:
  [[nodiscard]] bool make_room(std::size_t size, std::uint32_t source_begin);
  void open_block(std::uint32_t source_begin);
  void write(std::string_view bytes, Span source);

  std::string_view source_;
  std::uint64_t max_bytes_;
  std::uint64_t cut_ = 0;
  Derived out_;
  MapBuilder map_;
  BlockKind kind_ = BlockKind::paragraph;
  bool is_open_ = false;
};

}  // namespace dossier::text
