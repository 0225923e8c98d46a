// The hot path: looking up the words of a text, and walking the table of phrases from the tokens that begin one.
// The place of every look-up is known before its turn comes, so several cache lines are fetched at once.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "lexicon/case_policy.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/view.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::lexicon {
namespace {

using tokens::Token;
using tokens::TokenizedText;

void prefetch([[maybe_unused]] const void* address) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#endif
}

// A token that may begin an entry, and the hash of it and the next one.
struct Start {
  std::uint64_t pair = 0;
  std::uint32_t first = 0;
  std::uint32_t limit = 0;
};

// One walk from a start; `image` and `text` outlive it.
class Walk {
 public:
  Walk(const Lexicon::Image& image, const TokenizedText& text, std::vector<PhraseMatch>& out) noexcept
      : image_(image), text_(text), out_(out) {}

  // Appends the matches, longest first. REQUIRES: start.first + 1 < start.limit <= number of tokens.
  void from(const Start& start) {
    const PhraseSlot* slot = image_.find_phrase(start.pair);
    if (slot == nullptr) return;
    const std::span<const Token> run =
        std::span(text_.tokens).subspan(start.first, std::min(start.limit - start.first, max_tokens));
    std::array<Stop, max_tokens> stops;
    std::size_t count = 0;
    ShapeRun shapes;
    shapes.set(0, run[0].shape);
    std::uint64_t sequence = start.pair;
    for (std::uint32_t size = 2; slot != nullptr; ++size) {
      shapes.set(size - 1, run[size - 1].shape);
      if (slot->list != EntryId{0} || (slot->next & PhraseSlot::one_entry) != 0) stops[count++] = {slot, size};
      if (size == run.size() || (slot->next & next_bit(run[size].hash)) == 0) break;
      sequence = extended(sequence, run[size].hash);
      slot = image_.find_phrase(sequence);
    }
    while (count > 0) emit(stops[--count], run, shapes, start.first);
  }

 private:
  struct Stop {  // no values to begin with: an array of them would be cleared for every walk
    const PhraseSlot* slot;
    std::uint32_t size;
  };

  void emit(const Stop& stop, std::span<const Token> run, const ShapeRun& shapes, std::uint32_t first) {
    for (const EntryId id : image_.ends_at(*stop.slot)) {
      const auto index = static_cast<std::size_t>(id);
      if (index >= image_.entries.size()) continue;
      const EntryRecord& record = image_.entries[index];
      if (allows(record, index, run.first(stop.size), shapes))
        out_.push_back({first, first + stop.size, id, static_cast<ClassId>(record.cls())});
    }
  }

  bool allows(const EntryRecord& record, std::size_t index, std::span<const Token> run,
              const ShapeRun& shapes) const noexcept {
    const auto match = static_cast<Match>(record.match());
    if (match == Match::fold) return true;
    if (match == Match::name) return (record.capitalised() & ~shapes.capitalised) == 0;
    const ExactRecord* exact = image_.exact.find(index);
    return exact != nullptr && exact->shapes == shapes.first(static_cast<std::uint32_t>(run.size())) &&
           (exact->spelling == 0 || exact->spelling == spelling_of(text_.text, run));
  }

  const Lexicon::Image& image_;
  const TokenizedText& text_;
  std::vector<PhraseMatch>& out_;
};

// The slot of a word that some entry wants spelled in one way only, when it is spelled so.
std::uint32_t find_spelled(const Lexicon::Image& image, const TokenizedText& text, const Token& token) noexcept {
  return image.find_word(spelling_of(text.text, std::span(&token, 1)));
}

// Index of the word of a token, or `missing`.
inline std::uint32_t word_of(const Lexicon::Image& image, const TokenizedText& text, const Token& token) noexcept {
  const std::uint32_t word = image.find_word(key_of(token.hash));
  if (word == Lexicon::Image::missing || token.shape != tokens::Shape::mixed || !image.words[word].has_spellings())
    return word;
  const std::uint32_t spelled = find_spelled(image, text, token);
  return spelled == Lexicon::Image::missing ? word : spelled;
}

constexpr std::size_t at_once = 16;  // tokens whose look-ups are under way together

// Word and classes of every token, and the phrases; `filtered` where the image has a filter, in which most tokens end.
template <bool filtered>
void match_words(const Lexicon::Image& image, TokenizedText& text, Matches& out) {
  const std::size_t count = text.tokens.size();
  std::array<std::size_t, at_once> likely;
  std::array<Start, at_once> starts;
  Walk walk(image, text, out.phrases);
  std::size_t sentence = 0;
  for (std::size_t begin = 0; begin < count; begin += at_once) {
    const std::size_t end = std::min(begin + at_once, count);
    std::size_t size = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if constexpr (filtered) {
        text.tokens[i].word = tokens::WordId{Lexicon::Image::missing};
        out.classes[i] = {};
        likely[size] = i;
        size += static_cast<std::size_t>(image.may_have(key_of(text.tokens[i].hash)));
      } else {
        prefetch(&image.words[image.word_places.place_of(key_of(text.tokens[i].hash))]);
        ++size;
      }
    }
    std::size_t started = 0;
    for (std::size_t k = 0; k < size; ++k) {
      const std::size_t i = filtered ? likely[k] : begin + k;
      Token& token = text.tokens[i];
      const std::uint32_t word = word_of(image, text, token);
      token.word = tokens::WordId{word};
      if constexpr (!filtered) out.classes[i] = {};
      if (word == Lexicon::Image::missing) continue;
      const WordSlot& slot = image.words[word];
      const std::size_t row = shape_row(token.shape);
      if (const Profile* profile = image.profile(slot)) out.classes[i] = profile->classes[row];
      const std::uint64_t next = text.tokens[std::min(i + 1, count - 1)].hash;
      if (((slot.begins() >> row) & 1U & static_cast<std::uint32_t>(slot.may_go_on(next))) == 0) continue;
      while (text.sentences[sentence].last <= i) ++sentence;
      if (i + 1 == text.sentences[sentence].last) continue;
      const std::uint64_t pair = extended(token.hash, text.tokens[i + 1].hash);
      prefetch(&image.phrases[image.phrase_places.place_of(pair)]);
      starts[started++] = {pair, static_cast<std::uint32_t>(i), text.sentences[sentence].last};
    }
    for (std::size_t i = 0; i < started; ++i) walk.from(starts[i]);
  }
}

}  // namespace

void Lexicon::look_up(TokenizedText& text) const noexcept {
  const Image& image = *image_;
  for (std::size_t begin = 0; begin < text.tokens.size(); begin += at_once) {
    const std::size_t end = std::min(begin + at_once, text.tokens.size());
    for (std::size_t i = begin; i < end; ++i)
      prefetch(&image.words[image.word_places.place_of(key_of(text.tokens[i].hash))]);
    for (std::size_t i = begin; i < end; ++i)
      text.tokens[i].word = tokens::WordId{word_of(image, text, text.tokens[i])};
  }
}

void Lexicon::match_phrases(const TokenizedText& text, std::uint32_t first, std::uint32_t limit,
                            std::vector<PhraseMatch>& out) const {
  limit = std::min(limit, static_cast<std::uint32_t>(text.tokens.size()));
  if (first >= limit || limit - first < 2 || !image_->begins(text.tokens[first], text.tokens[first + 1])) return;
  const std::uint64_t pair = extended(text.tokens[first].hash, text.tokens[first + 1].hash);
  Walk(*image_, text, out).from({pair, first, limit});
}

void Lexicon::match(TokenizedText& text, Matches& out) const {
  out.classes.resize(text.tokens.size());
  out.phrases.clear();
  if (image_->filter.empty())
    match_words<false>(*image_, text, out);
  else
    match_words<true>(*image_, text, out);
  out.phrase_begin.resize(text.tokens.size() + 1);
  std::size_t token = 0;
  for (std::size_t phrase = 0; phrase < out.phrases.size(); ++phrase)
    while (token <= out.phrases[phrase].first) out.phrase_begin[token++] = static_cast<std::uint32_t>(phrase);
  std::fill(out.phrase_begin.begin() + static_cast<std::ptrdiff_t>(token), out.phrase_begin.end(),
            static_cast<std::uint32_t>(out.phrases.size()));
}

}  // namespace dossier::lexicon
