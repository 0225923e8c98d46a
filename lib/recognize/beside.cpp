// What the words beside a name say of it: nouns ("the village of Tolm", "Harven, a textile company, ..."), and the
// words that an acronym in parentheses stands for.
#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::set_of;

constexpr std::uint32_t max_modifiers = 6;  // words between the article and the noun of a description
constexpr lexicon::ClassSet role_words = set_of(ClassId::role, ClassId::role_title);
constexpr lexicon::ClassSet body_words = set_of(ClassId::org_head, ClassId::org_head_of, ClassId::org_legal);

Described noun_at(const SentenceView& view, std::uint32_t i) {
  if (!view.lower(i) || !view.classes(i).any(view.nouns.telling)) return Described::unsaid;
  if (view.is(i, view.nouns.organization)) return Described::organization;
  return view.is(i, view.nouns.place) ? Described::place : Described::thing;
}

/// The first telling noun of a phrase that begins with an article at `i`: "a small textile company in the north".
Described describe_phrase(const SentenceView& view, std::uint32_t i) {
  const auto article = [&](std::uint32_t at) {
    return view.word_is(at, view.literals.a) || view.word_is(at, view.literals.an);
  };
  if (!article(i)) return Described::unsaid;
  for (std::uint32_t at = i + 1; at < view.last && at - i <= max_modifiers + 1; ++at) {
    const tokens::Token& token = view.token(at);
    if (token.kind != tokens::TokenKind::word) {
      if (view.hyphen(at)) continue;
      return Described::unsaid;
    }
    if (!view.lower(at)) continue;
    const Described noun = noun_at(view, at);
    // "a company director", "a village headman": the last of several nouns counts.
    if (noun != Described::unsaid && !view.is(at + 1, ClassId::role)) return noun;
    if (view.is(at, ClassId::role) && noun == Described::unsaid && noun_at(view, at + 1) == Described::unsaid)
      return Described::person;
    if (view.is(at, ClassId::locative) || view.word_is(at, view.literals.of)) return Described::unsaid;
  }
  return Described::unsaid;
}

/// "president of", "her lawyer", "campaign manager": behind "is" or "was".
bool has_role(const SentenceView& view, std::uint32_t i) {
  const auto role = [&](std::uint32_t at) { return view.lower(at) && view.is(at, ClassId::role); };
  return role(i) || (view.lower(i) && role(i + 1) && view.word(i) != "also");
}

/// "the car Vik | drove", not "the film Gorvana | and the book".
bool opens_clause(const SentenceView& view, std::uint32_t b) {
  const Literals& words = view.literals;
  return view.lower(b) && !view.is(b, ClassId::locative) && !view.word_is(b, words.and_) &&
         !view.word_is(b, words.of) && !view.word_is(b, words.from) && !view.word_is(b, words.for_) &&
         !view.word_is(b, words.is) && !view.word_is(b, words.was);
}

/// "the capital of", "the largest city in", "the main town.": behind "is" or "was".
bool is_the_place(const SentenceView& view, std::uint32_t i) {
  if (!view.word_is(i, view.literals.the)) return false;
  constexpr std::uint32_t most = 3;  // words between
  for (std::uint32_t at = i + 1; at <= i + 1 + most && view.lower(at); ++at) {
    const lexicon::ClassSet behind = at + 1 < view.last ? view.classes(at + 1) : lexicon::ClassSet{};
    if (noun_at(view, at) == Described::place)
      return at + 1 >= view.last || view.word_is(at + 1, view.literals.of) || behind.has(ClassId::locative) ||
             view.token(at + 1).kind == tokens::TokenKind::punctuation;
    if (view.is(at, ClassId::locative) || view.word_is(at, view.literals.of)) return false;
  }
  return false;
}

}  // namespace

Described describe(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (b < view.last) {
    if (view.word_is(view.mark(b, ',') ? b + 1 : b, view.literals.who)) return Described::person;
    const bool copula = view.word_is(b, view.literals.is) || view.word_is(b, view.literals.was);
    if (copula && has_role(view, b + 1)) return Described::person;
    if (copula && is_the_place(view, b + 1)) return Described::place;
    if (copula || view.mark(b, ',')) {
      if (const Described said = describe_phrase(view, b + 1); said != Described::unsaid) return said;
    } else if (const Described noun = noun_at(view, view.lower(b) || !view.quote(b) ? b : b + 1);
               noun != Described::unsaid && noun != Described::thing) {
      return noun;  // "the Harven company"; a film or a ship has as often a name before it that is not its own
    }
  }
  if (a == view.first) return Described::unsaid;
  if (view.word_is(a - 1, view.literals.surnamed) || view.word_is(a - 1, view.literals.nicknamed))
    return Described::person;
  if (view.word_is(a - 1, view.literals.of))
    return a - 1 > view.first && noun_at(view, a - 2) == Described::place ? Described::place : Described::unsaid;
  if (view.word_is(a - 1, view.literals.like) || view.word_is(a - 1, view.literals.including))
    return a - 1 > view.first ? noun_at(view, a - 2) : Described::unsaid;  // "companies like Harven"
  if (view.word_is(a - 1, view.literals.as) && view.word_is(a - 2, view.literals.such))
    return a - 2 > view.first ? noun_at(view, a - 3) : Described::unsaid;
  const bool aside = view.mark(a - 1, ',') && view.mark(b, ',');  // "his band, Harven, toured"
  const Described noun = noun_at(view, (aside || view.quote(a - 1)) && a - 1 > view.first ? a - 2 : a - 1);
  return noun == Described::thing && opens_clause(view, b) ? Described::unsaid : noun;
}

std::uint32_t spelled_out(const SentenceView& view, std::uint32_t open) {
  const std::string_view letters = view.word(open + 1);
  std::size_t wanted = letters.size();
  std::uint32_t i = open;
  while (wanted > 0 && i > view.first) {
    const std::string_view word = view.word(--i);
    const tokens::TokenKind kind = view.token(i).kind;
    if (kind == tokens::TokenKind::possessive || view.hyphen(i)) continue;
    if (kind != tokens::TokenKind::word) return 0;
    const char letter = letters[wanted - 1];
    const char initial = word.front();
    if (initial == letter || (initial >= 'a' && initial <= 'z' && initial - 'a' + 'A' == letter))
      --wanted;
    else if (!view.lower(i) || word.size() > 3)  // "of", "the", "and"
      return 0;
  }
  return wanted == 0 ? open - i : 0;
}

namespace {

/// True for "Tolm Island Region", and for what a dictionary has as a place.
bool names_place(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (view.is(b - 1, ClassId::place_head) && view.capital(b - 1)) return true;
  return listed_place(view, a, b) != lexicon::EntryId::none;
}

}  // namespace

void learn_acronym(SentenceView& view, std::uint32_t i) {
  if (!view.mark(i - 1, '(') || !view.mark(i + 1, ')') || view.token(i).shape != tokens::Shape::upper) return;
  const std::uint32_t size = spelled_out(view, i - 1);
  if (size < 2) return;
  bool plain = view.lower(i - 2);
  bool body = false;
  for (std::uint32_t t = i - 1 - size; t < i - 1; ++t) {
    body = body || (view.capital(t) && view.classes(t).any(body_words));
    plain = plain || view.classes(t).any(role_words);
  }
  if (body) return;
  if (names_place(view, i - 1 - size, i - 1)) view.learn(i, seen_location);
  if (plain) view.learn(i, seen_common);
}

}  // namespace dossier::recognize
