// The lexical rules of patterns.
#include "rules/scanner.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

namespace dossier::rules {
namespace {

constexpr std::uint32_t max_repeat = 30;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= '0' && c <= '9') || c == '-' || c == '\'' || c == '_' ||
         c == '.' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// One piece of a line while it is cut.
class Scanner {
 public:
  Scanner(const Piece& piece, Reporter& report, std::vector<Lexeme>& out) : piece_(piece), report_(report), out_(out) {}

  void run() {
    while (skip_space(), at_ < piece_.text.size()) next();
  }

 private:
  // Counts on from where it was asked last: offsets only grow.
  [[nodiscard]] Place place(std::size_t offset) {
    counted_columns_ += code_points(piece_.text.substr(counted_, offset - counted_));
    counted_ = offset;
    Place place = piece_.place;
    place.column += counted_columns_;
    return place;
  }
  void skip_space() {
    while (at_ < piece_.text.size() && is_space(piece_.text[at_])) ++at_;
  }
  [[nodiscard]] std::size_t end_of_word(std::size_t from) const {
    while (from < piece_.text.size() && is_word(piece_.text[from])) ++from;
    return from;
  }
  Lexeme& add(LexemeKind kind, std::size_t size) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.place = place(at_);
    lexeme.source = piece_.text.substr(at_, size);
    out_.push_back(std::move(lexeme));
    at_ += size;
    return out_.back();
  }
  void error(std::string message, std::size_t size) {
    report_.error("rules.syntax", std::move(message), place(at_), piece_.text.substr(at_, size));
    at_ += size;
  }

  void next() {
    const char c = piece_.text[at_];
    if (c == '"') return quoted();
    if (c == '/') return regex();
    if (c == '$' || c == '%') return named(c == '$' ? LexemeKind::reference : LexemeKind::cls);
    if (c == '{') return repeat();
    if (piece_.text.substr(at_, 2) == "->") return void(add(LexemeKind::arrow, 2));
    if (is_word(c)) return word();
    if (c == ',') return void(add(LexemeKind::word, 1).text.assign(1, c));
    mark(c);
  }

  void mark(char c) {
    constexpr std::string_view marks = "()[]|?!&<";
    constexpr LexemeKind kinds[] = {LexemeKind::open,          LexemeKind::close,     LexemeKind::open_bracket,
                                    LexemeKind::close_bracket, LexemeKind::bar,       LexemeKind::question,
                                    LexemeKind::bang,          LexemeKind::ampersand, LexemeKind::less};
    const std::size_t found = marks.find(c);
    if (found != std::string_view::npos) return void(add(kinds[found], 1));
    if (c == '*' || c == '+') return error("repetition needs a limit: write {0,8} for '*', {1,8} for '+'", 1);
    if (piece_.text.substr(at_, 2) == "=>")
      return error("a rule's result stands behind '->'; '=>' belongs to examples", 2);
    if (c == '#') return error("comments are whole lines; quote the mark to match it", 1);
    error("this character means nothing in a pattern; quote it to match it", 1);
  }

  void quoted() {
    const std::size_t close = piece_.text.find('"', at_ + 1);
    if (close == std::string_view::npos || close == at_ + 1)
      return error("a quoted word needs a closing quotation mark on its line", piece_.text.size() - at_);
    const std::string_view inside = piece_.text.substr(at_ + 1, close - at_ - 1);
    Lexeme& lexeme = add(LexemeKind::word, close + 1 - at_);
    lexeme.text = inside;
    lexeme.quoted = true;
  }

  void regex() {
    std::size_t close = at_ + 1;
    while (close < piece_.text.size() && piece_.text[close] != '/') close += piece_.text[close] == '\\' ? 2 : 1;
    if (close >= piece_.text.size() || close == at_ + 1)
      return error("a regular expression needs a closing '/' on its line", piece_.text.size() - at_);
    const std::string_view inside = piece_.text.substr(at_ + 1, close - at_ - 1);
    const bool either_case = close + 1 < piece_.text.size() && piece_.text[close + 1] == 'i';
    Lexeme& lexeme = add(LexemeKind::regex, close + (either_case ? 2 : 1) - at_);
    lexeme.text = inside;
    lexeme.quoted = either_case;
  }

  void named(LexemeKind kind) {
    const std::size_t end = end_of_word(at_ + 1);
    if (end == at_ + 1) return error("a name must follow at once", 1);
    const std::string_view name = piece_.text.substr(at_ + 1, end - at_ - 1);
    add(kind, end - at_).text = name;
  }

  void word() {
    const std::size_t end = end_of_word(at_);
    const std::string_view text = piece_.text.substr(at_, end - at_);
    if (end < piece_.text.size() && piece_.text[end] == ':') {
      add(LexemeKind::capture, end + 1 - at_).text = text;
      return;
    }
    const bool upper =
        text.size() > 1 && std::all_of(text.begin(), text.end(), [](char c) { return is_upper(c) || c == '_'; });
    add(upper ? LexemeKind::type : LexemeKind::word, text.size()).text = text;
  }

  void repeat() {
    const std::size_t close = piece_.text.find('}', at_);
    if (close == std::string_view::npos) return error("'{' needs a '}'", piece_.text.size() - at_);
    const std::string_view inside = piece_.text.substr(at_ + 1, close - at_ - 1);
    const std::size_t comma = inside.find(',');
    std::uint32_t min = 0;
    std::uint32_t max = 0;
    const bool ok = number(inside.substr(0, comma), min) &&
                    (comma == std::string_view::npos ? (max = min, true) : number(inside.substr(comma + 1), max));
    if (!ok || max < min || max == 0 || max > max_repeat) {
      report_.error("rules.bad-repeat", "write {least,most} with least <= most <= 30", place(at_),
                    piece_.text.substr(at_, close + 1 - at_));
      at_ = close + 1;
      return;
    }
    Lexeme& lexeme = add(LexemeKind::repeat, close + 1 - at_);
    lexeme.min = min;
    lexeme.max = max;
  }

  static bool number(std::string_view text, std::uint32_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
  }

  const Piece& piece_;
  Reporter& report_;
  std::vector<Lexeme>& out_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;
  std::uint32_t counted_columns_ = 0;
};

}  // namespace

std::uint32_t code_points(std::string_view text) noexcept {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void Reporter::add(Severity severity, std::string code, std::string message, Place place, std::string_view piece) {
  Diagnostic problem;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.file = files_[place.file];
  problem.line = place.line;
  problem.column = place.column;
  problem.piece = piece;
  problem.severity = severity;
  problems_.push_back(std::move(problem));
}

void Reporter::error(std::string code, std::string message, Place place, std::string_view piece) {
  add(Severity::error, std::move(code), std::move(message), place, piece);
}

void Reporter::warning(std::string code, std::string message, Place place, std::string_view piece) {
  add(Severity::warning, std::move(code), std::move(message), place, piece);
}

std::vector<Lexeme> scan(const std::vector<Piece>& pieces, Reporter& report) {
  std::vector<Lexeme> out;
  for (const Piece& piece : pieces) Scanner(piece, report, out).run();
  Lexeme end;
  if (!pieces.empty()) {
    end.place = pieces.back().place;
    end.place.column += code_points(pieces.back().text);
  }
  out.push_back(std::move(end));
  return out;
}

}  // namespace dossier::rules
