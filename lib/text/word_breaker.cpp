// Words of scripts without spaces, by ICU's dictionaries. ICU looks at a whole run at once and keeps about a hundred
// bytes a character while it does, so long runs are fed piece by piece: the words at the end of a piece, which the cut
// may have broken, are looked at again at the beginning of the next.
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace dossier::text {
namespace {

constexpr std::size_t piece_bytes = 4096;
constexpr std::size_t overlap_bytes = 192;  // longer than any word of the dictionaries

// The end of a piece of at most `piece_bytes`, on a code point boundary.
std::size_t piece_end(std::string_view run, std::size_t begin) noexcept {
  if (run.size() - begin <= piece_bytes) return run.size();
  std::size_t end = begin + piece_bytes;
  while ((static_cast<unsigned char>(run[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace

struct WordBreaker::Parts {
  Parts() {
    UErrorCode error = U_ZERO_ERROR;
    iterator = ubrk_open(UBRK_WORD, "", nullptr, 0, &error);
    if (U_FAILURE(error) != 0) iterator = nullptr;
  }
  ~Parts() {
    if (iterator != nullptr) ubrk_close(iterator);
    utext_close(&text);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  UBreakIterator* iterator = nullptr;  // null when ICU has no data: a run is one word then
  UText text = UTEXT_INITIALIZER;
};

WordBreaker::WordBreaker() noexcept = default;
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::append_boundaries(std::string_view run, std::vector<std::uint32_t>& out) {
  if (run.empty()) return;
  if (!parts_) parts_ = std::make_unique<Parts>();
  std::size_t begin = 0;
  while (parts_->iterator != nullptr && begin < run.size()) {
    const std::size_t end = piece_end(run, begin);
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&parts_->text, run.data() + begin, static_cast<std::int64_t>(end - begin), &error);
    ubrk_setUText(parts_->iterator, &parts_->text, &error);
    if (U_FAILURE(error) != 0) break;
    const bool is_last = end == run.size();
    const std::size_t trusted = is_last ? end - begin : end - begin - overlap_bytes;
    std::size_t taken = 0;
    for (std::int32_t at = ubrk_next(parts_->iterator); at != UBRK_DONE; at = ubrk_next(parts_->iterator)) {
      if (static_cast<std::size_t>(at) > trusted && taken > 0) break;
      taken = static_cast<std::size_t>(at);
      out.push_back(static_cast<std::uint32_t>(begin + taken));
    }
    if (taken == 0) break;
    begin += taken;
  }
  if (begin < run.size()) out.push_back(static_cast<std::uint32_t>(run.size()));
}

}  // namespace dossier::text
