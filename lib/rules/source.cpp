// The line structure of rule files.
//
// A line that starts in its first column declares something; an indented line with "+ " or "- " is an example of the
// rule above it; any other indented line continues the declaration above it; "#" in the first place starts a comment.
#include "rules/source.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/suggest.hpp"
#include "rules/imports.hpp"
#include "text/utf8.hpp"

namespace dossier::rules {
namespace {

constexpr std::array<std::string_view, stages> stage_names = {"names", "words", "phrases", "lists", "clauses"};

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

bool is_name(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_.-";
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

// With a byte order mark, or with letters of which every other byte is zero.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return bytes.size() > 1 && (bytes[0] == '\0') != (bytes[1] == '\0');
}

// One file while it is read.
class FileReader {
 public:
  FileReader(std::uint32_t file, Reporter& report, Source& out) : file_(file), report_(report), out_(out) {}

  void line(std::string_view text) {
    ++number_;
    line_ = text;
    if (const std::size_t bad = text::find_ill_formed(text); bad != text.size())
      return report_.error("rules.bad-utf8", "the line is not valid UTF-8 from here on; save the file as UTF-8",
                           place(text.substr(bad)), {});
    if (const std::size_t zero = text.find('\0'); zero != text.npos)
      return report_.error("rules.zero-byte", "the line has a zero byte here; save the file as plain text in UTF-8",
                           place(text.substr(zero)), {});
    const std::string_view inside = trim(text);
    if (inside.empty() || inside.front() == '#') return;
    const bool indented = text.front() == ' ' || text.front() == '\t';
    if (!indented) return declare(inside);
    if (inside.starts_with("+ ") || inside.starts_with("- ")) return example(inside);
    if (!current_)
      return report_.error("rules.syntax", "nothing stands above that this line could continue", place(inside), inside);
    out_.declarations[*current_].body.push_back({place(inside), inside});
  }

 private:
  [[nodiscard]] Place place(std::string_view part) const {
    const auto offset = static_cast<std::size_t>(part.data() - line_.data());
    return {file_, number_, code_points(line_.substr(0, offset)) + 1};
  }

  void declare(std::string_view text) {
    current_.reset();
    if (text.starts_with("import ")) return import(text);
    if (text.starts_with("stage ")) return stage(trim(text.substr(6)));
    if (text.starts_with("list ")) return named(Declaration::Kind::list, trim(text.substr(5)));
    if (text.starts_with("verbs ")) {
      named(Declaration::Kind::list, trim(text.substr(6)));
      if (current_) out_.declarations[*current_].verbs = true;
      return;
    }
    if (text.starts_with("let ")) return named(Declaration::Kind::let, trim(text.substr(4)));
    const std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos || !is_name(text.substr(0, colon)))
      return report_.error(
          "rules.syntax",
          "expected 'list', 'verbs', 'let', 'stage', 'import' or 'name: pattern -> relation', the name in "
          "small letters and the colon at its end",
          place(text), text);
    add(Declaration::Kind::rule, text.substr(0, colon), trim(text.substr(colon + 1)));
  }

  void import(std::string_view text) {
    if (!read_import(text))
      report_.error("rules.syntax", "expected 'import \"other.rules\"', a path from this file's folder", place(text),
                    text);
  }

  void stage(std::string_view name) {
    for (std::size_t i = 0; i < stage_names.size(); ++i) {
      if (stage_names[i] == name) {
        stage_ = static_cast<Stage>(i);
        return;
      }
    }
    report_.error("rules.unknown-stage", "unknown stage" + base::suggestion(name, stage_names), place(name), name);
  }

  void named(Declaration::Kind kind, std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
      return report_.error("rules.syntax", "expected 'name = ...'", place(text), text);
    const bool extends = kind == Declaration::Kind::list && equals > 0 && text[equals - 1] == '+';
    const std::string_view name = trim(text.substr(0, extends ? equals - 1 : equals));
    if (!is_name(name) || name.find('.') != std::string_view::npos)
      return report_.error("rules.syntax", "a name consists of a-z, 0-9, '_' and '-'", place(text), name);
    add(extends ? Declaration::Kind::extend : kind, name, trim(text.substr(equals + 1)));
  }

  void add(Declaration::Kind kind, std::string_view name, std::string_view body) {
    Declaration declaration;
    declaration.kind = kind;
    declaration.stage = stage_;
    declaration.name = name;
    declaration.place = place(name);
    declaration.body.push_back({place(body), body});
    current_ = out_.declarations.size();
    out_.declarations.push_back(std::move(declaration));
  }

  void example(std::string_view text) {
    if (!current_ || out_.declarations[*current_].kind != Declaration::Kind::rule)
      return report_.error("rules.bad-example", "an example must stand below a rule", place(text), text);
    Example example;
    example.rule = static_cast<std::uint32_t>(*current_);
    example.line = number_;
    example.counter = text.front() == '-';
    const std::string_view sentence = trim(text.substr(2));
    const std::size_t arrow = sentence.find("=>");
    example.text = trim(sentence.substr(0, arrow));
    if (arrow != std::string_view::npos) example.expected = trim(sentence.substr(arrow + 2));
    const bool states = out_.declarations[*current_].stage != Stage::names;
    if (example.expected.empty() && !example.counter && states)
      return report_.error("rules.bad-example", "an example says after '=>' what is found", place(text), text);
    out_.examples.push_back(std::move(example));
  }

  std::uint32_t file_;
  Reporter& report_;
  Source& out_;
  Stage stage_ = Stage::clauses;
  std::uint32_t number_ = 0;
  std::string_view line_;
  std::optional<std::size_t> current_;  // the declaration that an indented line continues
};

}  // namespace

void sort_by_file(Diagnostics& problems, std::span<const lexicon::SourceFile> files) {
  std::stable_sort(problems.begin(), problems.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    const auto index = [&](const Diagnostic& problem) {
      return std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == problem.file; }) -
             files.begin();
    };
    return index(a) != index(b) ? index(a) < index(b) : a.line < b.line;
  });
}

Source read_source(std::span<const lexicon::SourceFile> files, Reporter& report) {
  Source out;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(i);
    std::string_view rest = base::without_mark(files[i].bytes);
    if (is_utf16(rest)) {
      report.error("rules.bad-utf8", "this file is UTF-16; save it as UTF-8", {number, 1, 1}, {});
      continue;
    }
    FileReader reader(number, report, out);
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      reader.line(rest.substr(0, end));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  return out;
}

}  // namespace dossier::rules
