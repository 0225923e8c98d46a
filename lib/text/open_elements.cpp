// Opening and closing elements as browsers do.
#include "text/open_elements.hpp"

#include <algorithm>

namespace dossier::text {
namespace {

bool is_boundary(Tag tag) noexcept { return tag == Tag::table || tag == Tag::cell || tag == Tag::hidden; }

BlockKind kind_inside(Tag tag, BlockKind outside) noexcept {
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

}  // namespace

void OpenElements::open(TagName tag) {
  end_implied(tag);
  push(tag);
}

void OpenElements::push(TagName tag) {
  const bool is_hidden = tag.tag == Tag::hidden;
  if (stack_.size() >= max_depth_ && !is_hidden) {
    ++too_deep_;
    ++unpushed_[tag.id];
    return;
  }
  stack_.push_back(
      {tag, kind_inside(tag.tag, kind()), tag.tag == Tag::preformatted || keeps_space(), last_[tag.id], boundary_});
  last_[tag.id] = depth();
  if (is_boundary(tag.tag)) boundary_ = depth();
  if (is_hidden) ++hidden_;
}

void OpenElements::pop_to(Depth depth) noexcept {
  while (stack_.size() > depth) {
    const Element& element = stack_.back();
    last_[element.tag.id] = element.same_before;
    boundary_ = element.boundary_before;
    if (element.tag.tag == Tag::hidden) --hidden_;
    stack_.pop_back();
  }
}

// Closes the innermost element of this id, with all inside it, if it is above `floor`.
bool OpenElements::close_above(std::uint8_t id, Depth floor) noexcept {
  if (last_[id] <= floor) return false;
  pop_to(last_[id] - 1);
  return true;
}

void OpenElements::end_implied(TagName tag) noexcept {
  if (tag.tag == Tag::hidden) return;
  close_above(id_of(Tag::paragraph), boundary_);
  switch (tag.tag) {
    case Tag::list_item:
    case Tag::definition:
      close_above(tag.id, std::max(boundary_, last(Tag::list)));
      break;
    case Tag::option:
      close_above(tag.id, boundary_);
      break;
    case Tag::heading:
      if (!stack_.empty() && stack_.back().tag.tag == Tag::heading) close_above(tag.id, boundary_);
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
void OpenElements::end_table_parts(Tag tag) noexcept {
  const Depth table = last(Tag::table);
  if (table == 0) return;
  const Depth floor = std::max(table, last_[template_id_]);
  close_above(id_of(Tag::cell), floor);
  if (tag != Tag::cell) close_above(id_of(Tag::row), floor);
  if (tag == Tag::table_part) close_above(id_of(Tag::table_part), floor);
}

// The depth that an end tag does not reach through.
OpenElements::Depth OpenElements::floor_of(Tag tag) const noexcept {
  switch (tag) {
    case Tag::hidden:
      return 0;
    case Tag::table:
      return last_[template_id_];
    case Tag::table_part:
    case Tag::row:
    case Tag::cell:
      return std::max(last(Tag::table), last_[template_id_]);
    case Tag::list_item:
      return std::max(boundary_, last(Tag::list));
    default:
      return boundary_;
  }
}

bool OpenElements::close(TagName tag) noexcept {
  if (unpushed_[tag.id] == 0) return close_above(tag.id, floor_of(tag.tag));
  --unpushed_[tag.id];
  return true;
}

void OpenElements::leave_graphics() noexcept {
  while (!stack_.empty() && stack_.back().tag.id == svg_id_) pop_to(depth() - 1);
}

}  // namespace dossier::text
