// The reader builds no tree; here it is compared with one, built by gumbo, on random pages.
#include <gumbo.h>

#include <random>

#include "check_derived.hpp"
#include "text/html_tags.hpp"

using namespace dossier;
using namespace dossier::text;

namespace {

// The words below a node: block elements leave '|', line breaks '/'.
void collect(const GumboNode* node, std::string& out) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) out += node->v.text.text;
  if (node->type != GUMBO_NODE_ELEMENT) return;  // templates too
  const GumboElement& element = node->v.element;
  const Tag tag = tag_of(gumbo_normalized_tagname(element.tag)).tag;
  if (tag == Tag::hidden || tag == Tag::raw_hidden || tag == Tag::title) return;
  const bool is_block = tag != Tag::other && tag != Tag::spaced && tag != Tag::line_break && tag != Tag::time;
  if (tag == Tag::line_break) out += '/';
  if (tag == Tag::spaced) out += ' ';
  if (is_block) out += '|';
  for (unsigned i = 0; i < element.children.length; ++i) {
    collect(static_cast<const GumboNode*>(element.children.data[i]), out);
  }
  if (is_block) out += '|';
  if (tag == Tag::spaced) out += ' ';
}

// White space collapsed within blocks, line breaks at their ends dropped, blocks parted by '|'.
std::string squeezed(const std::string& marked) {
  std::string out;
  bool space = false;
  std::size_t lines = 0;
  bool is_open = false;
  for (const char c : marked) {
    if (c == '|') {
      is_open = space = false;
      lines = 0;
    } else if (c == '/') {
      ++lines;
    } else if (c == ' ' || c == '\n' || c == '\t') {
      space = true;
    } else {
      if (!is_open && !out.empty()) out += '|';
      if (is_open && lines > 0) out += std::string(lines, '/');
      if (is_open && lines == 0 && space) out += ' ';
      is_open = true;
      space = false;
      lines = 0;
      out += c;
    }
  }
  return out;
}

std::string by_tree(const std::string& page) {
  GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string marked;
  collect(tree->root, marked);
  gumbo_destroy_output(&kGumboDefaultOptions, tree);
  return squeezed(marked);
}

std::string by_reader(const std::string& page) {
  const Derived derived = from_html(page, 512);
  REQUIRE(broken_promise(derived, page) == "");
  std::string out;
  for (std::string block : block_texts(derived)) {
    for (char& c : block) c = c == '\n' ? '/' : c;
    out += (out.empty() ? "" : "|") + block;
  }
  return out;
}

// Pages as people write them: end tags of p, li, td, tr and option left out at will, the others in order.
class PageWriter {
 public:
  explicit PageWriter(unsigned seed) : random_(seed) {}

  std::string page() {
    out_.clear();
    if (below(2) == 0) out_ += "<!DOCTYPE html><html><head><title>T &amp; t</title><style>x{}</style></head><body>\n";
    for (std::size_t i = 0; i < 6; ++i) block(0);
    return out_;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  void words() {
    static const char* const pieces[] = {"Anna ",
                                         " Bo",
                                         "x",
                                         "\n  ",
                                         " &amp; ",
                                         "&eacute;t&eacute;",
                                         "<b>bold</b>",
                                         "<i>it",
                                         "</i>",
                                         "<br>",
                                         "1 < 2 ",
                                         "<!-- c -->",
                                         "<a href='a>b'>link</a> ",
                                         "<span class=x>s</span>",
                                         "<br/> ",
                                         "<img src=x>",
                                         "&copy ",
                                         "&#8212;",
                                         "<script>a<b</script>",
                                         "&unknown;",
                                         "Z\u00FCrich"};
    for (std::size_t i = below(6); i > 0; --i) out_ += pieces[below(std::size(pieces))];
  }

  void element(const char* name, int depth, bool may_stay_open) {
    out_ += '<' + std::string(name) + '>';
    content(depth);
    if (!may_stay_open || below(2) == 0) out_ += "</" + std::string(name) + '>';
  }

  void content(int depth) {
    words();
    if (depth < 4 && below(2) == 0) block(depth + 1);
    if (below(3) == 0) words();
  }

  void list(int depth) {
    out_ += "<ul>";
    for (std::size_t i = below(4); i > 0; --i) element("li", depth + 1, true);
    out_ += "</ul>";
  }

  void table(int depth) {
    out_ += "<table>";
    if (below(3) == 0) out_ += "<caption>cap</caption>";
    for (std::size_t i = below(3); i > 0; --i) {
      out_ += "<tr>";
      for (std::size_t k = 1 + below(3); k > 0; --k) element(below(3) == 0 ? "th" : "td", depth + 1, true);
      if (below(2) == 0) out_ += "</tr>";
    }
    out_ += "</table>";
  }

  void block(int depth) {
    static const char* const blocks[] = {"div", "section", "blockquote", "aside", "article", "figure", "dl"};
    switch (below(7)) {
      case 0:
        out_ += "<p>";
        words();
        if (below(2) == 0) out_ += "</p>";
        break;
      case 4:
        out_ += "<h2>";
        words();
        out_ += "</h3>";
        break;
      case 1:
        list(depth);
        break;
      case 2:
        table(depth);
        break;
      case 3:
        out_ += below(2) == 0 ? "<hr>" : "<template><p>no</p></template>";
        break;
      default:
        element(blocks[below(std::size(blocks))], depth, false);
    }
    if (below(2) == 0) out_ += '\n';
  }

  std::mt19937 random_;
  std::string out_;
};

}  // namespace

TEST_CASE("the reader agrees with a tree on pages as people write them") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  PageWriter writer(seed);
  for (int round = 0; round < 2000; ++round) {
    const std::string page = writer.page();
    CAPTURE(round, page);
    REQUIRE(by_reader(page) == by_tree(page));
  }
}
