// Characters of HTML as a browser would show them.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/derived_builder.hpp"
#include "text/entities.hpp"

namespace dossier::text {

/// Writes the words of HTML: references decoded; runs of white space as one space, none at the ends of a block; NUL
/// characters left out. For one thread.
class FlowingText {
 public:
  /// REQUIRES: source and decoder outlive the writer.
  FlowingText(std::string_view source, ReferenceDecoder& references)
      : source_(source), references_(references), out_(source) {}

  /// Ends the block; the next one is of kind `next`.
  void end_block(BlockKind next) noexcept;
  /// White space that shows only if words follow in the block.
  void add_space(Span place) noexcept;
  /// A line break that shows only if words follow in the block.
  void add_line_break(Span place) noexcept;
  /// The characters at `place`; white space stays as it is if `keeps_space`.
  void add_text(Span place, bool keeps_space);

  [[nodiscard]] DerivedBuilder& out() noexcept { return out_; }

 private:
  // White space that was read and not yet written.
  struct Pending {
    Span place;
    std::uint32_t lines = 0;
    bool space = false;
  };

  void write_pending();
  [[nodiscard]] std::uint32_t add_reference(std::uint32_t at, std::uint32_t end, bool keeps_space);
  [[nodiscard]] std::uint32_t add_flowing(std::uint32_t at, std::uint32_t end);
  [[nodiscard]] std::uint32_t add_verbatim(std::uint32_t at, std::uint32_t end);

  std::string_view source_;
  ReferenceDecoder& references_;
  DerivedBuilder out_;
  Pending pending_;
};

}  // namespace dossier::text
