// The stack of open block elements of an HTML page, and which of them a tag closes.
//
// Ends that HTML lets authors leave out (p, li, td ...) follow the scopes of the HTML standard (section 13.2.4.2). Each
// element knows where the one of its id before it and the boundary around it are, so that a question of scope takes
// constant time, and a page linear time at any depth.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "text/html_tags.hpp"
#include "text/markup.hpp"

namespace dossier::text {

/// The open block elements, outermost first. Inline elements change nothing and are not kept. For one thread.
class OpenElements {
 public:
  /// `kind`: of text that no element gives a kind. At most `max_depth` elements are kept; those deeper are counted, and
  /// read as if they were not there, but for hidden ones.
  OpenElements(std::uint32_t max_depth, BlockKind kind) : max_depth_(max_depth), kind_(kind) {}

  /// Opens an element, after closing those that its beginning ends. REQUIRES: a block or hidden element.
  void open(TagName tag);
  /// Closes what the beginning of this element ends, without opening it: rules, and pages inside pages.
  void end_implied(TagName tag) noexcept;
  /// Closes the element that an end tag belongs to, with all inside it; false when there is none in scope.
  bool close(TagName tag) noexcept;
  /// Closes the nearest <svg> elements when one of them is the innermost element.
  void leave_graphics() noexcept;

  /// The kind of text at this place.
  [[nodiscard]] BlockKind kind() const noexcept { return stack_.empty() ? kind_ : stack_.back().kind; }
  /// Inside <pre>.
  [[nodiscard]] bool keeps_space() const noexcept { return !stack_.empty() && stack_.back().keeps_space; }
  /// Inside <template> or <svg>.
  [[nodiscard]] bool is_hidden() const noexcept { return hidden_ > 0; }
  /// Inside <svg>.
  [[nodiscard]] bool is_graphic() const noexcept { return last_[svg_id_] > 0; }
  /// Elements that were too deep to be kept.
  [[nodiscard]] std::uint64_t too_deep() const noexcept { return too_deep_; }

 private:
  // Position on the stack counted from 1; 0 is below all elements.
  using Depth = std::uint32_t;

  struct Element {
    TagName tag;
    BlockKind kind = BlockKind::paragraph;  // of the text inside
    bool keeps_space = false;
    Depth same_before = 0;      // the nearest element below of the same id
    Depth boundary_before = 0;  // the boundary that was in force outside
  };

  void push(TagName tag);
  void pop_to(Depth depth) noexcept;
  bool close_above(std::uint8_t id, Depth floor) noexcept;
  void end_table_parts(Tag tag) noexcept;
  [[nodiscard]] Depth floor_of(Tag tag) const noexcept;
  [[nodiscard]] Depth last(Tag tag) const noexcept { return last_[id_of(tag)]; }
  [[nodiscard]] Depth depth() const noexcept { return static_cast<Depth>(stack_.size()); }

  std::uint32_t max_depth_;
  BlockKind kind_;
  std::uint8_t svg_id_ = tag_of("svg").id;
  std::uint8_t template_id_ = tag_of("template").id;
  std::vector<Element> stack_;
  std::array<Depth, tag_ids> last_{};              // the innermost element of each id
  std::array<std::uint32_t, tag_ids> unpushed_{};  // too deep, and their end tags still to come
  Depth boundary_ = 0;                             // the innermost element that scopes end at
  std::uint32_t hidden_ = 0;
  std::uint64_t too_deep_ = 0;
};

}  // namespace dossier::text
