// HTML to text in one pass. There is no tree: a stack of the open block elements is enough to know where blocks begin
// and end, of which kind they are, and what is hidden. Inline elements are not on it, for they change nothing. Tags
// come in the order of the source, so the map does too.
//
// Ends of elements that HTML lets authors leave out (p, li, td ...) follow the scopes of the HTML standard (section
// 13.2.4.2). Each element knows where the one of its name before it and the table cell around it are, so that a
// question of scope takes constant time and the whole linear time at any depth.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/entities.hpp"
#include "text/html_metadata.hpp"
#include "text/html_reader.hpp"
#include "text/html_scanner.hpp"
#include "text/markup.hpp"

namespace dossier::text {
namespace {

// Position on the stack counted from 1; 0 is below all elements.
using Depth = std::uint32_t;

struct Element {
  TagName tag;
  BlockKind kind = BlockKind::paragraph;  // of the text inside
  bool keeps_space = false;
  Depth same_before = 0;      // the nearest element below of the same id
  Depth boundary_before = 0;  // the boundary that was in force outside
};

// The open block elements.
class OpenElements {
 public:
  explicit OpenElements(std::uint32_t max_depth) : max_depth_(max_depth) {}

  void push(Element element) {
    const bool must = element.tag.tag == Tag::hidden;
    if (stack_.size() >= max_depth_ && !must) {
      ++too_deep_;
      ++unpushed_[element.tag.id];
      return;
    }
    element.same_before = last_[element.tag.id];
    element.boundary_before = boundary_;
    stack_.push_back(element);
    last_[element.tag.id] = depth();
    if (is_boundary(element.tag.tag)) boundary_ = depth();
    if (must) ++hidden_;
  }

  // Closes everything above `depth`.
  void pop_to(Depth depth) noexcept {
    while (stack_.size() > depth) {
      const Element& element = stack_.back();
      last_[element.tag.id] = element.same_before;
      boundary_ = element.boundary_before;
      if (element.tag.tag == Tag::hidden) --hidden_;
      stack_.pop_back();
    }
  }

  // Closes the nearest element of this id that is above `floor`, with all inside it.
  void close(std::uint8_t id, Depth floor) noexcept {
    if (last_[id] > floor) pop_to(last_[id] - 1);
  }

  // The same at an end tag: one that belongs to an element too deep to be kept closes nothing.
  void close_by_end_tag(std::uint8_t id, Depth floor) noexcept {
    if (unpushed_[id] > 0) {
      --unpushed_[id];
    } else {
      close(id, floor);
    }
  }

  [[nodiscard]] Depth last(Tag tag) const noexcept { return last_[id_of(tag)]; }
  [[nodiscard]] Depth last(std::uint8_t id) const noexcept { return last_[id]; }
  [[nodiscard]] Depth boundary() const noexcept { return boundary_; }
  [[nodiscard]] bool is_hidden() const noexcept { return hidden_ > 0; }
  [[nodiscard]] const Element* top() const noexcept { return stack_.empty() ? nullptr : &stack_.back(); }
  [[nodiscard]] std::uint64_t too_deep() const noexcept { return too_deep_; }

 private:
  [[nodiscard]] Depth depth() const noexcept { return static_cast<Depth>(stack_.size()); }
  static bool is_boundary(Tag tag) noexcept { return tag == Tag::table || tag == Tag::cell || tag == Tag::hidden; }

  std::uint32_t max_depth_;
  std::vector<Element> stack_;
  std::array<Depth, tag_ids> last_{};
  std::array<std::uint32_t, tag_ids> unpushed_{};
  Depth boundary_ = 0;
  std::uint32_t hidden_ = 0;
  std::uint64_t too_deep_ = 0;
};

// What characters are to text: how far it can be copied at one go.
enum class Care : std::uint8_t { none, space, reference, nul };

constexpr std::array<Care, 256> cares = [] {
  std::array<Care, 256> out{};
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) out[static_cast<unsigned char>(c)] = Care::space;
  out['&'] = Care::reference;
  out[0] = Care::nul;
  return out;
}();

Care care_of(char c) noexcept { return cares[static_cast<unsigned char>(c)]; }

bool is_white_space(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return care_of(c) == Care::space; });
}

// Writes characters as a browser would show them: runs of white space as one space, none at the ends of a block.
class TextWriter {
 public:
  TextWriter(std::string_view source, ReferenceDecoder& references)
      : source_(source), references_(references), out_(source) {}

  void end_block(BlockKind next) noexcept {
    pending_ = {};
    out_.end_block();
    out_.set_kind(next);
  }

  // White space, or a line break, that shows only if words follow in the block.
  void add_space(Span place) noexcept {
    if (pending_.lines == 0 && !pending_.space) pending_.place = place;
    pending_.space = true;
  }
  void add_line_break(Span place) noexcept {
    if (pending_.lines == 0) pending_.place = place;
    pending_.place.end = place.end;
    ++pending_.lines;
  }

  void add_text(Span place, bool keeps_space) {
    for (std::uint32_t at = place.begin; at < place.end;) {
      at = keeps_space ? add_verbatim(at, place.end) : add_flowing(at, place.end);
    }
  }

  [[nodiscard]] DerivedBuilder& out() noexcept { return out_; }

 private:
  struct Pending {
    Span place;
    std::uint32_t lines = 0;
    bool space = false;
  };

  void write_pending() {
    if (pending_.lines == 0 && !pending_.space) return;
    const Pending pending = std::exchange(pending_, {});
    if (!out_.is_open()) return;
    if (pending.lines > 0) {
      out_.put(std::string(pending.lines, '\n'), pending.place);
    } else {
      out_.put(" ", pending.place);
    }
  }

  std::uint32_t add_reference(std::uint32_t at, std::uint32_t end, bool keeps_space) {
    const Reference reference = references_.decode(source_.substr(at, end - at));
    if (reference.consumed == 0) {
      write_pending();
      out_.copy({at, at + 1});
      return at + 1;
    }
    const Span place{at, at + reference.consumed};
    if (!keeps_space && is_white_space(reference.text())) {
      add_space(place);
    } else {
      write_pending();
      out_.put(reference.text(), place);
    }
    return place.end;
  }

  // Takes the next run of characters that are treated alike; returns where it ends.
  std::uint32_t add_flowing(std::uint32_t at, std::uint32_t end) {
    const std::uint32_t begin = at;
    switch (care_of(source_[at])) {
      case Care::space:
        while (at < end && care_of(source_[at]) == Care::space) ++at;
        add_space({begin, at});
        return at;
      case Care::reference:
        return add_reference(at, end, false);
      case Care::nul:
        return at + 1;
      case Care::none:
        break;
    }
    // Single spaces between words are part of the run: most text is one copy.
    while (at < end && (care_of(source_[at]) == Care::none ||
                        (source_[at] == ' ' && at + 1 < end && care_of(source_[at + 1]) == Care::none))) {
      ++at;
    }
    write_pending();
    out_.copy({begin, at});
    return at;
  }

  std::uint32_t add_verbatim(std::uint32_t at, std::uint32_t end) {
    const std::uint32_t begin = at;
    if (care_of(source_[at]) == Care::reference) return add_reference(at, end, true);
    if (care_of(source_[at]) == Care::nul) return at + 1;
    write_pending();
    if (source_[at] == '\r') {
      at += at + 1 < end && source_[at + 1] == '\n' ? 2 : 1;
      out_.put("\n", {begin, at});
      return at;
    }
    while (at < end &&
           (care_of(source_[at]) == Care::none || (care_of(source_[at]) == Care::space && source_[at] != '\r')))
      ++at;
    out_.copy({begin, at});
    return at;
  }

  std::string_view source_;
  ReferenceDecoder& references_;
  DerivedBuilder out_;
  Pending pending_;
};

class HtmlReader {
 public:
  HtmlReader(std::string_view source, std::uint32_t max_depth, HtmlScope scope, BlockKind kind)
      : source_(source),
        scope_(scope),
        kind_(kind),
        scanner_(source),
        open_(max_depth),
        metadata_(references_),
        writer_(source, references_) {}

  Derived read() && {
    writer_.end_block(kind_);
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
    const Element* top = open_.top();
    writer_.add_text(place, top != nullptr && top->keeps_space);
  }

  void start(const HtmlToken& token) {
    switch (token.tag.tag) {
      case Tag::other:
        return;
      case Tag::spaced:
        writer_.add_space(token.span);
        return;
      case Tag::line_break:
        add_line_break(token.span);
        return;
      case Tag::raw_hidden:
      case Tag::title:
      case Tag::meta:
      case Tag::time:
        if (scope_ == HtmlScope::document && !open_.is_hidden()) read_metadata(token);
        return;
      default:
        start_block(token);
    }
  }

  void add_line_break(Span place) {
    if (!open_.is_hidden()) writer_.add_line_break(place);
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

  void start_block(const HtmlToken& token) {
    leave_graphics(token);
    end_implied(token.tag);
    Element element;
    element.tag = token.tag;
    const Element* top = open_.top();
    element.kind = kind_inside(token.tag.tag, top == nullptr ? kind_ : top->kind);
    element.keeps_space = token.tag.tag == Tag::preformatted || (top != nullptr && top->keeps_space);
    const bool has_content = token.tag.tag != Tag::rule && token.tag.tag != Tag::page;
    if (has_content && !is_empty_graphic(token)) open_.push(element);
    after_pre_ = token.tag.tag == Tag::preformatted;
    if (token.tag.tag == Tag::hidden) {
      update_graphics();  // pictures inside a line do not end it
    } else {
      end_block();
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
        add_line_break(token.span);
        return;
      case Tag::hidden:
        open_.close_by_end_tag(token.tag.id, 0);
        update_graphics();
        return;
      default:
        open_.close_by_end_tag(token.tag.id, floor_of(token.tag.tag));
        end_block();
    }
  }

  // The depth that an end tag cannot reach through.
  [[nodiscard]] Depth floor_of(Tag tag) const noexcept {
    if (tag == Tag::table) return hidden_floor();
    if (tag == Tag::row || tag == Tag::cell || tag == Tag::table_part) return open_.last(Tag::table);
    if (tag == Tag::list_item) return std::max(open_.boundary(), open_.last(Tag::list));
    return open_.boundary();
  }

  // Tables inside a template end with it.
  [[nodiscard]] Depth hidden_floor() const noexcept { return open_.is_hidden() ? open_.last(template_id_) : 0; }

  // Closes what the beginning of this element ends without a tag.
  void end_implied(TagName tag) noexcept {
    open_.close(id_of(Tag::paragraph), open_.boundary());
    const Element* top = open_.top();
    switch (tag.tag) {
      case Tag::list_item:
      case Tag::definition:
        open_.close(tag.id, std::max(open_.boundary(), open_.last(Tag::list)));
        break;
      case Tag::option:
        open_.close(tag.id, open_.boundary());
        break;
      case Tag::heading:
        if (top != nullptr && top->tag.tag == Tag::heading) open_.close(tag.id, open_.boundary());
        break;
      case Tag::table_part:
      case Tag::row:
      case Tag::cell:
        end_table_parts(tag.tag);
        break;
      default:
        break;
    }
  }

  // A cell ends the cell before it, a row its row, a part its part; outside a table none of them ends anything.
  void end_table_parts(Tag tag) noexcept {
    const Depth table = open_.last(Tag::table);
    if (table == 0) return;
    open_.close(id_of(Tag::cell), table);
    if (tag != Tag::cell) open_.close(id_of(Tag::row), table);
    if (tag == Tag::table_part) open_.close(id_of(Tag::table_part), table);
  }

  static BlockKind kind_inside(Tag tag, BlockKind outside) noexcept {
    switch (tag) {
      case Tag::heading:
        return BlockKind::heading;
      case Tag::list_item:
      case Tag::definition:
        return BlockKind::list_item;
      case Tag::quote:
        return BlockKind::quote;
      case Tag::preformatted:
        return BlockKind::code;
      case Tag::cell:
        return BlockKind::table_cell;
      default:
        return outside;
    }
  }

  // HTML that begins inside <svg> ends it, as in a browser: a page with an unclosed picture is not lost.
  void leave_graphics(const HtmlToken& token) noexcept {
    const Element* top = open_.top();
    if (top == nullptr || top->tag.id != svg_id_ || token.tag.tag == Tag::hidden) return;
    while (open_.top() != nullptr && open_.top()->tag.id == svg_id_) open_.close(svg_id_, 0);
    update_graphics();
  }

  [[nodiscard]] bool is_empty_graphic(const HtmlToken& token) const noexcept {
    return token.tag.id == svg_id_ && !token.attributes.empty() && source_[token.attributes.end - 1] == '/';
  }

  void update_graphics() noexcept { scanner_.set_foreign(open_.last(svg_id_) > 0); }

  void end_block() noexcept {
    const Element* top = open_.top();
    writer_.end_block(top == nullptr ? kind_ : top->kind);
  }

  std::string_view source_;
  HtmlScope scope_;
  BlockKind kind_;  // of blocks that no element gives one
  std::uint8_t svg_id_ = tag_of("svg").id;
  std::uint8_t template_id_ = tag_of("template").id;
  HtmlScanner scanner_;
  OpenElements open_;
  ReferenceDecoder references_;
  HtmlMetadata metadata_;
  TextWriter writer_;
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
