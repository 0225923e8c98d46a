// Makes small lexicons out of rows, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::lexicon::test {

/// A dictionary file with the required headers; `headers` are further header lines, `rows` lines with "\n" at their
/// ends.
inline SourceFile dictionary(std::string_view cls, std::string_view rows, std::string_view headers = {},
                             std::string name = "test.tsv") {
  SourceFile file{std::move(name), "#! class: "};
  file.bytes += cls;
  file.bytes += "\n#! source: made up\n#! licence: CC0-1.0\n";
  file.bytes += headers;
  file.bytes += rows;
  return file;
}

inline std::vector<std::byte> image_of(const std::vector<SourceFile>& files) {
  Diagnostics problems;
  std::vector<std::byte> image = compile(files, problems);
  for (const Diagnostic& problem : problems) UNSCOPED_INFO(to_string(problem));
  REQUIRE_FALSE(has_errors(problems));
  return image;
}

inline Lexicon lexicon_of(const std::vector<SourceFile>& files) {
  Diagnostics problems;
  std::optional<Lexicon> lexicon = Lexicon::adopt(image_of(files), problems);
  for (const Diagnostic& problem : problems) UNSCOPED_INFO(to_string(problem));
  REQUIRE(lexicon);
  return *lexicon;
}

/// A text cut into tokens and looked up; owns the text.
class Looked {
 public:
  Looked(const Lexicon& lexicon, std::string text) : text_(std::move(text)) {
    tokens::tokenize(text_, {}, {}, tokens_);
    lexicon.match(tokens_, matches_);
  }
  Looked(const Looked&) = delete;
  Looked& operator=(const Looked&) = delete;

  [[nodiscard]] const tokens::TokenizedText& tokens() const { return tokens_; }
  [[nodiscard]] const std::vector<PhraseMatch>& phrases() const { return matches_.phrases; }
  [[nodiscard]] const tokens::Token& operator[](std::size_t index) const { return tokens_.tokens.at(index); }
  /// The words of tokens [first, last) as they stand in the text.
  [[nodiscard]] std::string words(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t begin = tokens_.tokens.at(first).span.begin;
    return text_.substr(begin, tokens_.tokens.at(last - 1).span.end - begin);
  }

 private:
  std::string text_;
  tokens::TokenizedText tokens_;
  Matches matches_;
};

/// "words/class" of every phrase in the text, in order.
inline std::vector<std::string> phrases_in(const Lexicon& lexicon, const std::string& text) {
  const Looked looked(lexicon, text);
  std::vector<std::string> out;
  for (const PhraseMatch& match : looked.phrases())
    out.push_back(looked.words(match.first, match.last) + '/' +
                  std::string(lexicon.class_name(lexicon.entry(match.entry).cls)));
  return out;
}

/// "line:column code" of every problem.
inline std::vector<std::string> summary(const Diagnostics& problems) {
  std::vector<std::string> out;
  for (const Diagnostic& problem : problems)
    out.push_back(std::to_string(problem.line) + ':' + std::to_string(problem.column) + ' ' + problem.code);
  return out;
}

/// The same for what compiling one file finds.
inline std::vector<std::string> problems_in(const std::string& bytes) {
  Diagnostics problems;
  const std::vector<SourceFile> files = {{"test.tsv", bytes}};
  const std::vector<std::byte> image = compile(files, problems);
  CHECK(image.empty() == has_errors(problems));
  return summary(problems);
}

}  // namespace dossier::lexicon::test
