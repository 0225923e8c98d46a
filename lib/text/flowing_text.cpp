// White space, references and plain runs, each taken at one go.
#include "text/flowing_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dossier::text {
namespace {

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

}  // namespace

void FlowingText::end_block(BlockKind next) noexcept {
  pending_ = {};
  out_.end_block();
  out_.set_kind(next);
}

void FlowingText::add_space(Span place) noexcept {
  if (pending_.lines == 0 && !pending_.space) pending_.place = place;
  pending_.space = true;
}

void FlowingText::add_line_break(Span place) noexcept {
  if (pending_.lines == 0) pending_.place = place;
  pending_.place.end = place.end;
  ++pending_.lines;
}

void FlowingText::add_text(Span place, bool keeps_space) {
  for (std::uint32_t at = place.begin; at < place.end;) {
    at = keeps_space ? add_verbatim(at, place.end) : add_flowing(at, place.end);
  }
}

void FlowingText::write_pending() {
  if (pending_.lines == 0 && !pending_.space) return;
  const Pending pending = std::exchange(pending_, {});
  if (!out_.is_open()) return;
  if (pending.lines > 0) {
    out_.put(std::string(pending.lines, '\n'), pending.place);
  } else {
    out_.put(" ", pending.place);
  }
}

std::uint32_t FlowingText::add_reference(std::uint32_t at, std::uint32_t end, bool keeps_space) {
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

std::uint32_t FlowingText::add_flowing(std::uint32_t at, std::uint32_t end) {
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

std::uint32_t FlowingText::add_verbatim(std::uint32_t at, std::uint32_t end) {
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

}  // namespace dossier::text
