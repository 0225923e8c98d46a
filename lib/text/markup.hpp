// Markup to text: the words of a Markdown or HTML source as a reader would see them, with a map back to the source.
#pragma once

#include <dossier/issue.hpp>
#include <dossier/source_map.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::text {

enum class BlockKind : std::uint8_t { paragraph, heading, list_item, table_cell, quote, code };

/// A block of the derived text; blocks are in order and do not overlap, and a line break ("\n\n" between paragraphs)
/// stands between them.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

/// A source turned into text.
struct Derived {
  std::string text;               ///< valid UTF-8
  SourceMap map;                  ///< to the source
  std::vector<Block> blocks;      ///< empty for plain text
  std::string title;              ///< <title> or front matter, empty when there is none
  std::string date;               ///< as written in <meta>, <time datetime>, JSON-LD datePublished or front matter; empty when none
  std::vector<Issue> issues;      ///< what was cut: "markup.too-deep"
};

/// Parses with md4c. Links give their words (an autolink its address), images their alternative text; code spans stay.
[[nodiscard]] Derived from_markdown(std::string_view source);
/// Parses with gumbo. script, style, template, noscript, head's content (but title and metadata) give nothing; block elements are
/// separated by line breaks; <br> is one. Elements deeper than `max_depth` are read as if flat, counted as an issue.
/// Time is linear in the size of the source.
[[nodiscard]] Derived from_html(std::string_view source, std::uint32_t max_depth);

}  // namespace dossier::text
