// Cuts the text of a declaration into lexemes, each with its place in the file.
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::rules {

/// Where something stands in a rule file; the column counts code points from 1.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A part of a line.
struct Piece {
  Place place;
  std::string_view text;
};

enum class LexemeKind : std::uint8_t {
  word,           // with, "'s", ","
  type,           // PERSON
  reference,      // $meet
  cls,            // %kin
  capture,        // subject:
  open,           // (
  close,          // )
  open_bracket,   // [
  close_bracket,  // ]
  bar,            // |
  question,       // ?
  repeat,         // {0,3}
  regex,          // /[A-Z]{2}[0-9]+/
  bang,           // !
  ampersand,      // &
  less,           // <
  arrow,          // ->
  end
};

struct Lexeme {
  LexemeKind kind = LexemeKind::end;
  bool quoted = false;    // word; regex: letters of either case
  std::uint32_t min = 0;  // repeat
  std::uint32_t max = 0;
  std::string text;  // without $, %, : and quotes
  Place place;
  std::string_view source;  // as it stands in the file
};

/// Collects the problems of all files.
class Reporter {
 public:
  Reporter(std::vector<std::string> files, Diagnostics& problems) : files_(std::move(files)), problems_(problems) {}
  void error(std::string code, std::string message, Place place, std::string_view piece);
  void warning(std::string code, std::string message, Place place, std::string_view piece);
  [[nodiscard]] const std::string& file(std::uint32_t index) const { return files_[index]; }
  /// "meetings.rules:18", for messages.
  [[nodiscard]] std::string text_of(Place place) const { return files_[place.file] + ':' + std::to_string(place.line); }

 private:
  void add(Severity severity, std::string code, std::string message, Place place, std::string_view piece);
  std::vector<std::string> files_;
  Diagnostics& problems_;
};

/// Number of code points in valid or broken UTF-8.
[[nodiscard]] std::uint32_t code_points(std::string_view text) noexcept;

/// The lexemes of the pieces, closed by one of kind end. Unknown characters are reported and left out.
[[nodiscard]] std::vector<Lexeme> scan(const std::vector<Piece>& pieces, Reporter& report);

}  // namespace dossier::rules
