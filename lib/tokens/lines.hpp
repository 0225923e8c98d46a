// Line breaks inside a paragraph: does the text just wrap there, or does something new begin?
#pragma once

#include <cstdint>

#include "tokens/view.hpp"

namespace dossier::tokens {

/// Judges the line breaks of one text in order. Running text that was wrapped by hand breaks a line only where the next
/// word did not fit, so a break where it would have fitted was meant. Linear over a whole text.
class LineBreaks {
 public:
  explicit LineBreaks(View view) noexcept : view_(view) {}

  /// True when a sentence begins with the token `line`, the first of its line; `sentence` is where the sentence before
  /// it began. REQUIRES: not the first line of a paragraph; calls are in text order.
  [[nodiscard]] bool starts_sentence(std::uint32_t sentence, std::uint32_t line);

 private:
  /// The paragraph that was looked at last.
  struct Paragraph {
    std::uint32_t first = 0;
    std::uint32_t last = 0;   ///< one past; 0 before the first call
    std::uint32_t width = 0;  ///< bytes of its longest line
    std::uint32_t lines = 1;
    bool running = false;     ///< a line begins with a small letter
    bool complete = false;    ///< ends with a full stop
  };

  void measure(std::uint32_t line);
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const noexcept;
  [[nodiscard]] bool is_rule(std::uint32_t line) const noexcept;
  [[nodiscard]] bool list_mark(std::uint32_t before, std::uint32_t line) const noexcept;
  [[nodiscard]] bool dateline(std::uint32_t line) const noexcept;
  [[nodiscard]] bool unfinished(std::uint32_t last) const noexcept;
  [[nodiscard]] bool all_capitalised(std::uint32_t first, std::uint32_t last) const noexcept;

  View view_;
  Paragraph paragraph_;
};

}  // namespace dossier::tokens
