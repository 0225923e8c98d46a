// Markdown to text. md4c reports words as pointers into the source, from which the map follows; what it reports from
// memory of its own (line breaks, indentation) is found again after the last word.
//
// Bare links are not asked for: the text is the same without, and md4c takes quadratic time to find them.
#include <md4c.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <new>
#include <utility>

#include "text/derived_builder.hpp"
#include "text/entities.hpp"
#include "text/front_matter.hpp"
#include "text/html_reader.hpp"
#include "text/markup.hpp"

namespace dossier::text {
namespace {

constexpr std::uint32_t max_html_depth = 512;

// md4c counts the memory for its blocks, up to 32 bytes for each byte of the source, in an int.
constexpr std::size_t max_piece = std::size_t{16} << 20;

// Listens to md4c and writes the text. Callbacks must not throw through C: the first exception is kept, parsing stops.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view source, DerivedBuilder& out) : source_(source), out_(out) {}

  // Parses the bytes [begin, end) of the source.
  void read(std::size_t begin, std::size_t end) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guarded(self, [type](MarkdownReader& reader) { reader.enter(type); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guarded(self, [type](MarkdownReader& reader) { reader.leave(type); });
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return guarded(self, [=](MarkdownReader& reader) { reader.text(type, {text, size}); });
    };
    cursor_ = static_cast<std::uint32_t>(begin);
    piece_end_ = static_cast<std::uint32_t>(end);
    const int result = md_parse(source_.data() + begin, static_cast<MD_SIZE>(end - begin), &parser, this);
    if (error_) std::rethrow_exception(error_);
    if (result != 0) throw std::bad_alloc();  // the only other way in which md4c fails
    kinds_.clear();
  }

 private:
  template <class Action>
  static int guarded(void* self, Action action) noexcept {
    MarkdownReader& reader = *static_cast<MarkdownReader*>(self);
    try {
      action(reader);
      return 0;
    } catch (...) {
      reader.error_ = std::current_exception();
      return 1;
    }
  }

  // The kind that a block gives to the text inside it, `paragraph` when it leaves the one around it.
  static BlockKind kind_of(MD_BLOCKTYPE type) noexcept {
    switch (type) {
      case MD_BLOCK_QUOTE:
        return BlockKind::quote;
      case MD_BLOCK_LI:
        return BlockKind::list_item;
      case MD_BLOCK_H:
        return BlockKind::heading;
      case MD_BLOCK_CODE:
        return BlockKind::code;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        return BlockKind::table_cell;
      default:
        return BlockKind::paragraph;
    }
  }

  void enter(MD_BLOCKTYPE type) {
    out_.end_block();
    if (const BlockKind kind = kind_of(type); kind != BlockKind::paragraph) kinds_.push_back(kind);
    out_.set_kind(kinds_.empty() ? BlockKind::paragraph : kinds_.back());
    if (type == MD_BLOCK_HTML) {
      html_.clear();
      html_map_ = {};
    }
    in_html_ = type == MD_BLOCK_HTML;
    in_code_ = type == MD_BLOCK_CODE;
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) flush_html();
    out_.end_block();
    if (kind_of(type) != BlockKind::paragraph) kinds_.pop_back();
    out_.set_kind(kinds_.empty() ? BlockKind::paragraph : kinds_.back());
    in_html_ = in_code_ = false;
  }

  [[nodiscard]] bool stands_in_source(std::string_view piece) const noexcept {
    const std::less_equal<const char*> before;
    return before(source_.data(), piece.data()) && before(piece.data() + piece.size(), source_.data() + source_.size());
  }

  // Where a piece of the source stands, without what was spoken of before: after a NUL, md4c repeats it.
  [[nodiscard]] Span place_of(std::string_view piece) const noexcept {
    const auto begin = static_cast<std::uint32_t>(piece.data() - source_.data());
    const std::uint32_t end = begin + static_cast<std::uint32_t>(piece.size());
    return {std::min(std::max(begin, cursor_), end), end};
  }

  // Where the next `wanted` stands; empty at the last word's end when there is none.
  [[nodiscard]] Span find_next(char wanted) const noexcept {
    const std::string_view rest = source_.substr(cursor_, piece_end_ - cursor_);
    const std::size_t at = rest.find(wanted);
    if (at == std::string_view::npos) return {cursor_, cursor_};
    const std::uint32_t begin = cursor_ + static_cast<std::uint32_t>(at);
    return {begin, begin + 1};
  }

  // Where the next line ends: "\n", "\r\n" or "\r".
  [[nodiscard]] Span find_line_end() const noexcept {
    const std::string_view rest = source_.substr(cursor_, piece_end_ - cursor_);
    const std::size_t at = rest.find_first_of("\r\n");
    if (at == std::string_view::npos) return {cursor_, cursor_};
    const std::uint32_t begin = cursor_ + static_cast<std::uint32_t>(at);
    const bool is_pair = rest[at] == '\r' && at + 1 < rest.size() && rest[at + 1] == '\n';
    return {begin, begin + (is_pair ? 2U : 1U)};
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (in_html_) {
      html_text(type, piece);
      return;
    }
    switch (type) {
      case MD_TEXT_NULLCHAR:
        put("\xEF\xBF\xBD", find_next('\0'));
        break;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        put("\n", find_line_end());
        break;
      case MD_TEXT_ENTITY:
        entity(piece);
        break;
      case MD_TEXT_HTML:
        inline_html(piece);
        break;
      default:
        words(piece);
    }
  }

  void put(std::string_view bytes, Span source) {
    out_.put(bytes, source);
    cursor_ = std::max(cursor_, source.end);
  }

  void words(std::string_view piece) {
    if (stands_in_source(piece)) {
      const Span place = place_of(piece);
      out_.copy(place);
      cursor_ = std::max(cursor_, place.end);
    } else if (piece == "\n" || (piece == " " && !in_code_)) {
      put(piece, find_line_end());  // in code spans a line end is a space
    } else {
      put(piece, {cursor_, cursor_});
    }
  }

  void entity(std::string_view piece) {
    const Span place = place_of(piece);
    const Reference reference = references_.decode(piece);
    if (reference.consumed == piece.size()) {
      put(reference.text(), place);
    } else {
      words(piece);
    }
  }

  void inline_html(std::string_view piece) {
    if (!stands_in_source(piece)) return;
    const Span place = place_of(piece);
    const bool is_break = piece.size() >= 4 && (piece[1] == 'b' || piece[1] == 'B') &&
                          (piece[2] == 'r' || piece[2] == 'R') &&
                          (piece[3] == '>' || piece[3] == '/' || piece[3] == ' ');
    if (is_break && out_.is_open()) out_.put("\n", place);
    cursor_ = std::max(cursor_, place.end);
  }

  // Lines of an HTML block, which may have quote marks between them, are joined first.
  void html_text(MD_TEXTTYPE type, std::string_view piece) {
    Span place{cursor_, cursor_};
    if (type == MD_TEXT_NULLCHAR) {
      place = find_next('\0');
      piece = " ";
    } else if (stands_in_source(piece)) {
      place = place_of(piece);
      piece = source_.substr(place.begin, place.size());
    } else if (piece == "\n") {
      place = find_line_end();
    }
    if (piece.empty()) return;
    html_ += piece;
    html_map_.add(static_cast<std::uint32_t>(piece.size()), place);
    cursor_ = std::max(cursor_, place.end);
  }

  void flush_html() {
    const BlockKind kind = kinds_.empty() ? BlockKind::paragraph : kinds_.back();
    Derived part = read_html(html_, max_html_depth, HtmlScope::fragment, kind);
    const SourceMap lines = std::exchange(html_map_, {}).finish(static_cast<std::uint32_t>(html_.size()));
    part.map = compose(part.map, lines);
    out_.append(part);
  }

  std::string_view source_;
  DerivedBuilder& out_;
  ReferenceDecoder references_;
  std::vector<BlockKind> kinds_;  // of the blocks around, outermost first
  std::string html_;
  MapBuilder html_map_;
  std::exception_ptr error_;
  std::uint32_t cursor_ = 0;     // one past the last byte that md4c spoke of
  std::uint32_t piece_end_ = 0;  // of what md4c was given
  bool in_html_ = false;
  bool in_code_ = false;
};

// Where to cut a piece that begins at `begin`: after the last empty line, else the last line, that it has room for.
std::size_t end_of_piece(std::string_view source, std::size_t begin) noexcept {
  if (source.size() - begin <= max_piece) return source.size();
  const std::string_view window = source.substr(begin, max_piece);
  if (const std::size_t at = window.rfind("\n\n"); at != std::string_view::npos) return begin + at + 2;
  if (const std::size_t at = window.rfind('\n'); at != std::string_view::npos) return begin + at + 1;
  std::size_t end = begin + max_piece;
  while ((static_cast<unsigned char>(source[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace

Derived from_markdown(std::string_view source) {
  DerivedBuilder out(source);
  const FrontMatter front = read_front_matter(source);
  MarkdownReader reader(source, out);
  std::uint64_t cuts = 0;
  for (std::size_t at = front.size; at < source.size();) {
    const std::size_t end = end_of_piece(source, at);
    reader.read(at, end);
    cuts += end < source.size() ? 1 : 0;
    at = end;
  }
  if (cuts > 0) {
    out.count_issue("markup.in-pieces",
                    "the Markdown source is long and was parsed in pieces; links defined in another piece "
                    "keep their brackets",
                    cuts);
  }
  Derived derived = std::move(out).finish();
  derived.title = front.title;
  derived.date = front.date;
  return derived;
}

}  // namespace dossier::text
