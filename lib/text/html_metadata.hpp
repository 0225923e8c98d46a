// Title and date of an HTML page, out of its metadata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/entities.hpp"

namespace dossier::text {

/// Listens to the elements that may say a title or a date. Of several dates the most telling wins, then the first:
/// a published time in <meta> or <time>, datePublished in JSON-LD, another date in <meta>, any <time datetime>.
/// For one thread.
class HtmlMetadata {
 public:
  explicit HtmlMetadata(ReferenceDecoder& references) noexcept : references_(references) {}

  /// The content of <title>, as it stands. Only the first one counts.
  void read_title(std::string_view content);
  /// The attributes of <meta>.
  void read_meta(std::string_view attributes);
  /// The attributes of <time>.
  void read_time(std::string_view attributes);
  /// The attributes and content of <script>: JSON-LD is looked through, all others passed over.
  void read_script(std::string_view attributes, std::string_view content);

  /// White space collapsed; empty when there is none.
  [[nodiscard]] const std::string& title() const noexcept { return title_; }
  /// As written; empty when there is none.
  [[nodiscard]] const std::string& date() const noexcept { return date_; }

 private:
  enum class Rank : std::uint8_t { published, json_ld, dated, mentioned, none };
  void offer(Rank rank, std::string_view value);

  ReferenceDecoder& references_;
  std::string title_;
  std::string date_;
  Rank rank_ = Rank::none;
  bool has_title_ = false;
};

}  // namespace dossier::text
