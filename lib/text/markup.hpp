// Markup to text: the words of a Markdown or HTML source as a reader would see them, with a map back to the source.
#pragma once

#include <cstdint>
#include <dossier/issue.hpp>
#include <dossier/source_map.hpp>
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
  std::string text;           ///< valid UTF-8
  SourceMap map;              ///< to the source
  std::vector<Block> blocks;  ///< empty for plain text
  std::string title;          ///< <title> or front matter, empty when there is none
  std::string date;  ///< as written in <meta>, <time datetime>, JSON-LD datePublished or front matter; empty when none
  std::vector<Issue> issues;  ///< what was cut: "markup.too-deep"
};

/// Markdown (CommonMark with tables, strike-through and task lists) by md4c. Links give their words, an address in
/// angle brackets itself, images their alternative text; code stays; a line end inside a paragraph is a line break.
/// HTML inside is read as from_html() does. Front matter ("---" lines with title: and date:) is metadata, not text.
/// Long sources are parsed in pieces of 16 MiB, counted as "markup.in-pieces". Linear time. REQUIRES: valid UTF-8.
[[nodiscard]] Derived from_markdown(std::string_view source);

/// HTML, however broken, by a reader of our own: one that builds a tree needs more than linear time for some pages, and
/// reorders others. Words of adjacent inline elements join; white space collapses but in <pre>; <br> is a line break.
/// script, style, noscript, iframe, template, svg and title give no text, images neither. Block elements deeper than
/// `max_depth` are read as if they were not nested, counted as "markup.too-deep"; what is never closed is lost as in a
/// browser, counted as "markup.unclosed". Of several dates: a published time in <meta> or <time>, then JSON-LD, then
/// another date in <meta>, then the first <time datetime>. Linear time. REQUIRES: valid UTF-8.
[[nodiscard]] Derived from_html(std::string_view source, std::uint32_t max_depth);

}  // namespace dossier::text
