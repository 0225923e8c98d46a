// Cuts HTML into tags and the characters between them, as the tokenizer of the HTML standard (section 13.2.5) does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <dossier/span.hpp>
#include <string_view>

#include "text/html_tags.hpp"

namespace dossier::text {

enum class HtmlTokenKind : std::uint8_t { text, start_tag, end_tag, end };

/// One token; all places are of the source.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::end;
  TagName tag;      ///< of a tag
  Span span;        ///< the whole token; of an element whose content is raw, its start tag alone
  Span name;        ///< of a tag
  Span attributes;  ///< of a start tag: from the end of its name to before ">"
  Span content;  ///< what stands in a raw element (script, style ..., title): up to its end tag, which is passed over
};

/// Reads a source from its beginning. Comments, declarations and processing instructions are passed over. Every byte is
/// looked at a fixed number of times at most. For one thread.
class HtmlScanner {
 public:
  /// REQUIRES: the source outlives the scanner and is smaller than 4 GiB.
  explicit HtmlScanner(std::string_view source) noexcept : source_(source) {}

  /// The next token; `end` at the end of the source.
  [[nodiscard]] HtmlToken next() noexcept;

  /// Inside an <svg>, "/>" ends any element, also a raw one.
  void set_foreign(bool is_foreign) noexcept { is_foreign_ = is_foreign; }

  /// Bytes at the end of the source that belong to a tag, comment or raw element that is never closed, and so are
  /// nowhere.
  [[nodiscard]] std::size_t unclosed() const noexcept { return unclosed_; }

 private:
  [[nodiscard]] HtmlToken text(std::size_t end) noexcept;
  [[nodiscard]] bool read_markup(HtmlToken& token) noexcept;
  [[nodiscard]] bool read_tag(HtmlToken& token, bool is_end) noexcept;
  void skip_comment() noexcept;
  void skip_to_gt() noexcept;
  void skip_to_end() noexcept;
  void read_raw(HtmlToken& token) noexcept;

  std::string_view source_;
  std::size_t at_ = 0;
  std::size_t unclosed_ = 0;
  bool is_foreign_ = false;
};

/// One attribute of a start tag; the value stands without quotes, its references not decoded.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// Reads the attributes of a tag one after another.
class AttributeReader {
 public:
  explicit AttributeReader(std::string_view attributes) noexcept : rest_(attributes) {}
  /// False when there is none left.
  [[nodiscard]] bool next(HtmlAttribute& out) noexcept;

 private:
  std::string_view rest_;
};

/// True when both are the same but for the case of ASCII letters. REQUIRES: `lower` is in lower case.
[[nodiscard]] bool equals_ignoring_case(std::string_view text, std::string_view lower) noexcept;

}  // namespace dossier::text
