// HTML to text in one pass. There is no tree: a stack of the open block elements is enough to know where blocks begin
// and end, of which kind they are, and what is hidden. Tags come in the order of the source, so the map does too.
#include <utility>

#include "text/flowing_text.hpp"
#include "text/html_metadata.hpp"
#include "text/html_reader.hpp"
#include "text/html_scanner.hpp"
#include "text/markup.hpp"
#include "text/open_elements.hpp"

namespace dossier::text {
namespace {

class HtmlReader {
 public:
  HtmlReader(std::string_view source, std::uint32_t max_depth, HtmlScope scope, BlockKind kind)
      : source_(source),
        scope_(scope),
        scanner_(source),
        open_(max_depth, kind),
        metadata_(references_),
        writer_(source, references_) {}

  Derived read() && {
    end_block();
    for (HtmlToken token = scanner_.next(); token.kind != HtmlTokenKind::end; token = scanner_.next()) {
      const bool after_pre = std::exchange(after_pre_, false);
      if (token.kind == HtmlTokenKind::text) add_text(token.span, after_pre);
      if (token.kind == HtmlTokenKind::start_tag) start(token);
      if (token.kind == HtmlTokenKind::end_tag) end(token);
    }
    DerivedBuilder& out = writer_.out();
    if (open_.too_deep() > 0) {
      out.count_issue("markup.too-deep", "elements nested deeper than the limit were read as if they were not nested",
                      open_.too_deep());
    }
    if (scanner_.unclosed() > 0) {
      out.count_issue("markup.unclosed", "bytes of a tag, comment or script that is never closed were left out",
                      scanner_.unclosed());
    }
    Derived derived = std::move(out).finish();
    derived.title = metadata_.title();
    derived.date = metadata_.date();
    return derived;
  }

 private:
  void add_text(Span place, bool after_pre) {
    if (open_.is_hidden()) return;
    if (after_pre) {  // the first line end in <pre> is not shown
      if (source_[place.begin] == '\r') ++place.begin;
      if (place.begin < place.end && source_[place.begin] == '\n') ++place.begin;
    }
    writer_.add_text(place, open_.keeps_space());
  }

  void start(const HtmlToken& token) {
    switch (token.tag.tag) {
      case Tag::other:
        return;
      case Tag::spaced:
        writer_.add_space(token.span);
        return;
      case Tag::line_break:
        if (!open_.is_hidden()) writer_.add_line_break(token.span);
        return;
      case Tag::raw_hidden:
      case Tag::title:
      case Tag::meta:
      case Tag::time:
        if (scope_ == HtmlScope::document && !open_.is_hidden()) read_metadata(token);
        return;
      case Tag::hidden:  // a picture inside a line does not end it
        if (!is_empty_graphic(token)) open_.open(token.tag);
        break;
      default:
        start_block(token.tag);
    }
    scanner_.set_foreign(open_.is_graphic());
  }

  // HTML that begins inside <svg> ends it, as in a browser: a page with an unclosed picture is not lost.
  void start_block(TagName tag) {
    open_.leave_graphics();
    if (tag.tag == Tag::rule || tag.tag == Tag::page) {
      open_.end_implied(tag);
    } else {
      open_.open(tag);
    }
    after_pre_ = tag.tag == Tag::preformatted;
    end_block();
  }

  void read_metadata(const HtmlToken& token) {
    const auto part = [this](Span span) { return source_.substr(span.begin, span.size()); };
    if (token.tag.tag == Tag::title) metadata_.read_title(part(token.content));
    if (token.tag.tag == Tag::meta) metadata_.read_meta(part(token.attributes));
    if (token.tag.tag == Tag::time) metadata_.read_time(part(token.attributes));
    if (token.tag.tag == Tag::raw_hidden && equals_ignoring_case(part(token.name), "script")) {
      metadata_.read_script(part(token.attributes), part(token.content));
    }
  }

  void end(const HtmlToken& token) {
    switch (token.tag.tag) {
      case Tag::other:
      case Tag::rule:
      case Tag::raw_hidden:
      case Tag::title:
      case Tag::meta:
      case Tag::time:
        return;
      case Tag::spaced:
        writer_.add_space(token.span);
        return;
      case Tag::line_break:  // "</br>" is read as "<br>"
        if (!open_.is_hidden()) writer_.add_line_break(token.span);
        return;
      case Tag::hidden:
        open_.close(token.tag);
        break;
      case Tag::paragraph:  // one that ends nothing is an empty paragraph
      case Tag::page:
        open_.close(token.tag);
        end_block();
        break;
      default:
        if (open_.close(token.tag)) end_block();
    }
    scanner_.set_foreign(open_.is_graphic());
  }

  // "<svg/>" has no content; "<template/>" does.
  [[nodiscard]] bool is_empty_graphic(const HtmlToken& token) const noexcept {
    return token.tag.id == svg_id_ && !token.attributes.empty() && source_[token.attributes.end - 1] == '/';
  }

  // Blocks that are hidden do not part the words around them.
  void end_block() noexcept {
    if (!open_.is_hidden()) writer_.end_block(open_.kind());
  }

  std::string_view source_;
  HtmlScope scope_;
  std::uint8_t svg_id_ = tag_of("svg").id;
  HtmlScanner scanner_;
  OpenElements open_;
  ReferenceDecoder references_;
  HtmlMetadata metadata_;
  FlowingText writer_;
  bool after_pre_ = false;
};

}  // namespace

Derived read_html(std::string_view source, std::uint32_t max_depth, HtmlScope scope, BlockKind kind) {
  return HtmlReader(source, max_depth, scope, kind).read();
}

Derived from_html(std::string_view source, std::uint32_t max_depth) {
  return read_html(source, max_depth, HtmlScope::document, BlockKind::paragraph);
}

}  // namespace dossier::text
