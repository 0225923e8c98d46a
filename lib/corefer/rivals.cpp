// One pass over the tokens, next to one over the mentions.
#include "corefer/rivals.hpp"

#include <algorithm>
#include <string_view>

#include "resolve/sex.hpp"

namespace dossier::corefer {
namespace {

using lexicon::ClassId;

constexpr std::uint32_t most_words = 3;

constexpr lexicon::ClassSet of_people = lexicon::set_of(ClassId::given_name, ClassId::surname, ClassId::name_particle);

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_capital(const tokens::Token& token) {
  return token.kind == tokens::TokenKind::word &&
         (token.shape == tokens::Shape::title || token.shape == tokens::Shape::mixed);
}

}  // namespace

std::vector<Place>& Rivals::before(std::size_t sentence, std::uint32_t end) {
  if (sentence > sentence_) {
    sentence_ = sentence;
    at_ = in_.text.sentences[sentence].first;
  }
  const auto passed =
      std::find_if(found_.begin(), found_.end(), [&](const Place& place) { return place.sentence >= sentence; });
  found_.erase(found_.begin(), passed);
  read(end);
  return found_;
}

void Rivals::read(std::uint32_t end) {
  const std::vector<tokens::Token>& tokens = in_.text.tokens;
  while (at_ < end) {
    if (!is_capital(tokens[at_])) {  // most words
      ++at_;
      continue;
    }
    while (sentence_ + 1 < in_.text.sentences.size() && at_ >= in_.text.sentences[sentence_].last) ++sentence_;
    while (mention_ < mentions_.size() && in_.places[mention_].last <= at_) ++mention_;
    if (mention_ < mentions_.size() && in_.places[mention_].first <= at_) {
      if (may_be_person(mention_)) add(at_, in_.places[mention_].last);
      at_ = in_.places[mention_].last;
      continue;
    }
    if (!is_name(at_)) {
      ++at_;
      continue;
    }
    const std::uint32_t stop = mention_ < mentions_.size() ? std::min(end, in_.places[mention_].first) : end;
    std::uint32_t last = at_ + 1;
    while (last < stop && (tokens[last].flags & tokens::sentence_start) == 0 && is_name(last)) ++last;
    add(at_, last);
    at_ = last;
  }
}

// "Toledo": a place or firm of one word that people are called by, too.
bool Rivals::may_be_person(std::size_t mention) const {
  const Mention& it = mentions_[mention];
  const bool one_word = in_.places[mention].last == in_.places[mention].first + 1;
  if (!one_word || (it.type != TypeId::location && it.type != TypeId::organization)) return false;
  return in_.lexicon.classes(in_.text.tokens[in_.places[mention].first]).any(of_people);
}

// Written like a name, and nothing that a dictionary knows to be something else.
bool Rivals::is_name(std::uint32_t t) const {
  const tokens::Token& token = in_.text.tokens[t];
  if (!is_capital(token)) return false;
  const lexicon::ClassSet classes = in_.lexicon.classes(token);
  if (classes.any(of_people)) return true;
  if (!classes.empty()) return false;
  const std::string_view word = in_.text.text_of(t);
  if (word.size() > 1 && word[1] == '-') return false;  // "(R-Texas)"
  if ((token.flags & tokens::sentence_start) == 0) return true;
  return !word.ends_with("ed") && !word.ends_with("ing") && !word.ends_with("ly");
}

void Rivals::add(std::uint32_t first, std::uint32_t last) {
  if (last - first > most_words) return;
  if (first > in_.text.sentences[sentence_].first) {
    const std::string_view before = in_.text.text_of(first - 1);
    if (is_one_of(before, {"the", "The", "a", "an", "in", "In", "at", "At", "near", "on", "into"})) return;
  }
  Place place;
  place.first = first;
  place.last = last;
  place.sentence = static_cast<std::uint32_t>(sentence_);
  place.kind = PlaceKind::unrecognized;
  place.person = unrecognized_person(in_.text.tokens[last - 1].hash);
  place.sex = resolve::sex_of_given_name(in_.lexicon, in_.text.tokens[first]);
  found_.push_back(place);
}

}  // namespace dossier::corefer
