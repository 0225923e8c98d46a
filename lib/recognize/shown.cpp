// A lone word in capitals that nothing else explains is somebody where "he" or "she" can hardly mean anybody else:
// the subject that leads the sentence, before anybody is named, or the one that leads the sentence before.
#include <algorithm>
#include <span>
#include <string_view>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::set_of;

constexpr lexicon::ClassSet names = set_of(ClassId::given_name, ClassId::surname, ClassId::name_particle);
constexpr lexicon::ClassSet no_people =
    set_of(ClassId::country, ClassId::nationality, ClassId::group, ClassId::region, ClassId::stop_name, ClassId::month,
           ClassId::weekday, ClassId::honorific, ClassId::pronoun, ClassId::person, ClassId::org_head);
constexpr lexicon::ClassSet verbs = set_of(ClassId::say_verb, ClassId::person_verb, ClassId::org_verb);

constexpr std::uint32_t nothing = 0xFFFFFFFF;

bool is_one_of(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1))
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  return false;
}

/// Words in small letters behind a name that are no verb, most of them.
bool is_small(std::string_view word) {
  return is_one_of(
      " of with by for to from about against in on at between like than as into over near and or but whom whose which "
      "that when while the a an so where if because though after before during since until ",
      word);
}

/// What no list of verbs has: auxiliaries, forms without -ed, and adverbs that stand before verbs.
bool is_verb_form(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("ly") || (word.ends_with("s") && !word.ends_with("ss")) ||
         is_one_of(
             " would will could can may might must did had also later then never became began went got took made won "
             "wrote led left ran came held gave grew found felt kept lost met sold sent sat spent stood taught thought "
             "threw wore drew drove fell flew fought knew let paid put rode rose saw set shot sang slept broke brought "
             "built bought caught chose ",
             word);
}

/// Opens a sentence whose subject stands behind a comma.
bool is_opening(std::string_view word) {
  return is_one_of(
      " During In Following Of On From Since Because Despite After At By Upon Under With Without Through Throughout "
      "Before While When As Although Though For Until Besides Like Once ",
      word);
}

bool is_subject_or_owner(std::string_view word) { return is_one_of(" he she his her He She His Her ", word); }

class Reader {
 public:
  Reader(const tokens::TokenizedText& text, Workspace& work, std::span<const std::uint32_t> chosen)
      : text_(text), work_(work), chosen_(chosen) {}

  void run() {
    for (std::size_t s = 0; s < text_.sentences.size(); ++s) {
      move_to(s);
      if (here_.pronoun == nothing || here_.person < here_.pronoun) continue;
      std::uint32_t word = lead(text_.sentences[s], here_);
      if (word == nothing) word = ahead(text_.sentences[s], here_);
      if (word == nothing && s > 0 && !any_before(text_.sentences[s], here_))
        word = lead(text_.sentences[s - 1], before_);
      if (word != nothing && is_quoted(word) == is_quoted(here_.pronoun) && work_.memory.find(token(word).hash) == 0)
        work_.memory.add(token(word).hash, seen_person);
    }
  }

 private:
  /// What the first reading found in a sentence.
  struct Found {
    std::span<const std::uint32_t> chosen;
    std::span<const std::uint32_t> capitals;
    std::uint32_t person = nothing;   ///< token of the first name of a person
    std::uint32_t pronoun = nothing;  ///< token of the first pronoun that is subject or owner
    [[nodiscard]] std::uint32_t end() const { return std::min(person, pronoun); }
  };

  [[nodiscard]] const tokens::Token& token(std::uint32_t t) const { return text_.tokens[t]; }
  [[nodiscard]] lexicon::ClassSet classes(std::uint32_t t) const { return work_.matches.classes[t]; }
  [[nodiscard]] bool is_quoted(std::uint32_t t) const { return (token(t).flags & tokens::in_quotes) != 0; }
  [[nodiscard]] bool is_capital(std::uint32_t t) const {
    return token(t).kind == tokens::TokenKind::word && token(t).shape != tokens::Shape::lower &&
           token(t).shape != tokens::Shape::none;
  }

  void move_to(std::size_t s) {
    before_ = here_;
    const std::size_t first = chosen_read_;
    while (chosen_read_ < chosen_.size() && chosen_[chosen_read_] < work_.sentence_begin[s + 1]) ++chosen_read_;
    const std::size_t first_capital = capitals_read_;
    const std::vector<std::uint32_t>& capitals = work_.capitals;
    while (capitals_read_ < capitals.size() && capitals[capitals_read_] < text_.sentences[s].last) ++capitals_read_;
    here_ = {.chosen = chosen_.subspan(first, chosen_read_ - first),
             .capitals = std::span(capitals).subspan(first_capital, capitals_read_ - first_capital)};
    for (const std::uint32_t index : here_.chosen) {
      const Candidate& it = work_.candidates[index];
      if (it.proposal == Proposal::pronoun) {
        if (is_subject_or_owner(text_.text_of(it.first))) here_.pronoun = std::min(here_.pronoun, it.first);
      } else if (it.type == TypeId::person) {
        here_.person = std::min(here_.person, it.first);
      }
    }
  }

  /// The first lone word, before anybody is named or meant, where it is a subject.
  [[nodiscard]] std::uint32_t lead(const tokens::Sentence& sentence, const Found& found) const {
    for (const std::uint32_t t : found.capitals) {
      if (t >= found.end()) break;
      if (may_be_person(sentence, found, t)) return is_subject(sentence, t) ? t : nothing;
    }
    return nothing;
  }

  /// "In her next match, Quorvash won": behind the comma that ends what opens the sentence.
  [[nodiscard]] std::uint32_t ahead(const tokens::Sentence& sentence, const Found& found) const {
    std::uint32_t comma = found.pronoun + 1;
    while (comma < sentence.last && text_.text_of(comma) != ",") ++comma;
    if (found.pronoun - sentence.first > 3 || comma + 1 >= std::min(found.person, sentence.last)) return nothing;
    const bool opens =
        work_.matches.classes[sentence.first].has(ClassId::locative) || is_opening(text_.text_of(sentence.first));
    return opens && is_capital(comma + 1) && may_be_person(sentence, found, comma + 1) &&
                   is_subject(sentence, comma + 1)
               ? comma + 1
               : nothing;
  }

  [[nodiscard]] bool any_before(const tokens::Sentence& sentence, const Found& found) const {
    return std::any_of(found.capitals.begin(), found.capitals.end(),
                       [&](std::uint32_t t) { return t < found.end() && may_be_person(sentence, found, t); });
  }

  [[nodiscard]] bool may_be_person(const tokens::Sentence& sentence, const Found& found, std::uint32_t t) const {
    const bool mixed = token(t).shape == tokens::Shape::mixed && !(text_.text_of(t).front() >= 'a');  // "McVik"
    const lexicon::ClassSet is = classes(t);
    if ((token(t).shape != tokens::Shape::title && !mixed) || is.any(no_people) || (!is.empty() && !is.any(names)))
      return false;
    const bool opens = t == sentence.first || token(t - 1).kind == tokens::TokenKind::punctuation;
    if (opens && is.has(ClassId::common_word)) return false;
    if (t + 1 < sentence.last && is_capital(t + 1)) return false;
    if (t > sentence.first) {
      if (is_capital(t - 1) && t - 1 != sentence.first) return false;
      if (is_one_of(" the The a an of - ", text_.text_of(t - 1))) return false;
    }
    return std::none_of(found.chosen.begin(), found.chosen.end(), [&](std::uint32_t index) {
      return work_.candidates[index].first <= t && t < work_.candidates[index].last;
    });
  }

  [[nodiscard]] bool is_subject(const tokens::Sentence& sentence, std::uint32_t t) const {
    if (t + 1 >= sentence.last) return false;
    const tokens::Token& next = token(t + 1);
    if (next.kind == tokens::TokenKind::possessive) return t + 2 < sentence.last && !is_capital(t + 2);
    if (next.kind != tokens::TokenKind::word || next.shape != tokens::Shape::lower) return false;
    const std::string_view word = text_.text_of(t + 1);
    if (classes(t + 1).any(verbs) || is_verb_form(word)) return true;
    return t != sentence.first && !classes(t + 1).has(ClassId::locative) && !is_small(word);
  }

  const tokens::TokenizedText& text_;
  Workspace& work_;
  std::span<const std::uint32_t> chosen_;
  std::size_t chosen_read_ = 0;
  std::size_t capitals_read_ = 0;
  Found before_;
  Found here_;
};

}  // namespace

void remember_shown(const tokens::TokenizedText& text, std::size_t chosen, Workspace& work) {
  Reader(text, work, std::span(work.chosen).first(chosen)).run();
}

}  // namespace dossier::recognize
