// How likely a span of words is the name of an organization.
#include <algorithm>
#include <array>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::set_of;

constexpr lexicon::ClassSet names_of_people = set_of(ClassId::given_name, ClassId::surname);
constexpr lexicon::ClassSet body_heads = set_of(ClassId::org_head, ClassId::org_head_of);
constexpr float heads_of_both = 3.5F;  // two joined bodies have the evidence of two heads, which "and" has to outweigh
constexpr std::uint32_t max_portfolio = 10;  // tokens of a minister's title
constexpr lexicon::ClassSet place_names = set_of(ClassId::country, ClassId::city, ClassId::region, ClassId::place);

/// "of" or "for" behind a head word, or "on" before a field: "Committee on Agriculture", not "Committee on Monday".
bool links(const SentenceView& view, std::uint32_t i) {
  if (view.word_is(i, view.literals.of) || view.word_is(i, view.literals.for_)) return true;
  return view.word_is(i, view.literals.on) && view.capital(i + 1) &&
         view.classes(i + 1).any(set_of(ClassId::common_word, ClassId::nationality)) &&
         !view.classes(i + 1).any(set_of(ClassId::weekday, ClassId::month));
}

/// True for a listed name that is one by its words: "Ministry of Finance", not "Reuters".
bool headed_entry(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (b - a < 2 || view.entry_at(a, b, ClassId::organization) == lexicon::EntryId::none) return false;
  return b - a > 2 || view.is(b - 1, ClassId::org_head) || view.is(b - 1, ClassId::org_head_of) ||
         view.is(a, ClassId::org_head_of);
}

/// The owner of a listed name of a kind that many have: "Tolm | District Court".
bool owns_common_name(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (!view.classes(a).empty() && !view.is(a, ClassId::city)) return false;
  const lexicon::EntryId entry = view.entry_at(a + 1, b, ClassId::organization);
  return entry != lexicon::EntryId::none &&
         (view.lexicon.flags_of(entry) & (lexicon::word | lexicon::needs_context)) != 0;
}

/// An ordinary word that opens a listed name: "Progressive | Conservative Party", not "Former | Communist Party".
bool opens_listed(const SentenceView& view, std::uint32_t a) {
  constexpr lexicon::ClassSet others =
      set_of(ClassId::role, ClassId::role_title, ClassId::role_time, ClassId::honorific, ClassId::kin,
             ClassId::stop_name, ClassId::weekday, ClassId::month, ClassId::say_verb, ClassId::locative);
  const bool of_people =
      view.is(a, ClassId::role_modifier) && !view.is(a, ClassId::org_modifier);  // "Senior", "Acting"
  return view.is(a, ClassId::common_word) && !of_people && !view.classes(a).any(others) &&
         !view.flag(a, tokens::sentence_start) && !view.capital(a - 1) && !view.title_case && !view.all_caps;
}

/// The word before a listed name that belongs to it: "Tolmian | Ministry of Finance".
bool owns_listed(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  constexpr lexicon::ClassSet countries = set_of(ClassId::nationality, ClassId::country, ClassId::region);
  if (!view.capital(a)) return false;
  const bool owner = view.classes(a).any(countries) ||
                     (view.is(a, ClassId::organization) && view.token(a).shape == tokens::Shape::upper);
  return (owner || owns_common_name(view, a, b) || opens_listed(view, a)) && headed_entry(view, a + 1, b);
}

/// Ordinary or unknown words that a body cares for: "Evolutionary Anthropology", "Women".
bool are_fields(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (view.is(a, ClassId::stop_name)) return false;
  for (std::uint32_t i = a; i < b; ++i) {
    const lexicon::ClassSet classes = view.classes(i);
    if (view.word_is(i, view.literals.and_) && i > a) continue;
    if (!view.capital(i) || !(classes.has(ClassId::common_word) || classes.empty())) return false;
  }
  return true;
}

/// True when a listed name is the greater part of the span: "Tolmian | Ministry of Finance", "Supreme Court | of Tolm".
bool extends_listed(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (b - a < 3) return false;
  if (view.begins_phrase(a + 1) && owns_listed(view, a, b)) return true;
  if (!view.begins_phrase(a)) return false;
  for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(a))  // "New Tolmland | Ministry of Finance"
    if (phrase.last + 1 < b && (phrase.cls == ClassId::country || phrase.cls == ClassId::nationality) &&
        headed_entry(view, phrase.last, b))
      return true;
  const bool place = view.classes(b - 1).any(place_names);
  if (!place && !are_fields(view, b - 1, b)) return false;
  for (std::uint32_t i = a + 2; i + 1 < b; ++i) {
    if (view.word_is(i, view.literals.of)) return place && headed_entry(view, a, i);
    if (!view.word_is(i, view.literals.for_)) continue;
    return are_fields(view, i + 1, b) && (headed_entry(view, a, i) || owns_listed(view, a, i));
  }
  return false;
}

/// How the span shows that it is an organization: decides which connecting words it may hold.
enum class Frame : std::uint8_t {
  none,
  last_word,
  whole
};  // "Harbour Council"; "Ministry of ...", or known to a dictionary

/// True when each side of "and" at `i` is a body by itself: "University of Tolm | and Harven Technologies". Not for
/// fields: "Ministry of Health | and Social Services".
bool joins_two(const SentenceView& view, std::uint32_t a, std::uint32_t i, std::uint32_t b) {
  const auto listed = [&](std::uint32_t first, std::uint32_t last) {
    return view.entry_at(first, last, ClassId::organization) != lexicon::EntryId::none;
  };
  const bool left = (i - a >= 3 && view.classes(i - 1).any(place_names)) || listed(a, i);
  if (!left || listed(a, b) || b - i < 2) return false;
  if (listed(i + 1, b)) return true;
  bool known = true;
  for (std::uint32_t at = i + 1; at < b; ++at) known = known && view.is(at, ClassId::common_word);
  return b - i >= 3 && !known && view.classes(b - 1).any(set_of(ClassId::org_head, ClassId::org_legal));
}

/// True when "for" at `i` stands before a club: "he played in the Harbour League for | FC Tolm".
bool for_club(const SentenceView& view, std::uint32_t i, std::uint32_t b) {
  if (!view.word_is(i, view.literals.for_)) return false;
  const std::uint32_t right = view.word_is(i + 1, view.literals.the) ? i + 2 : i + 1;
  if (right >= b) return false;
  const lexicon::EntryId club = view.entry_at(right, b, ClassId::organization);
  return (view.is(right, view.nouns.opener) && view.token(right).shape == tokens::Shape::upper) ||
         (club != lexicon::EntryId::none && view.lexicon.attribute(club, "kind") == "sport");
}

/// Two heads and nothing else: "Parliament and Commission".
bool two_heads(const SentenceView& view, std::uint32_t a, std::uint32_t i, std::uint32_t b) {
  return i - a == 1 && b - i == 2 && view.classes(a).any(body_heads) && view.is(b - 1, ClassId::org_head) &&
         view.entry_at(a, b, ClassId::organization) == lexicon::EntryId::none;
}

/// True when somebody's whole name stands before "of" at `i`: "Anna Vik of the | Harbour Party".
bool of_party(const SentenceView& view, std::uint32_t a, std::uint32_t i) {
  if (i - a < 2 || !view.is(a, ClassId::given_name)) return false;
  for (std::uint32_t at = a; at < i; ++at)
    if (view.classes(at).any(body_heads)) return false;
  return true;
}

/// Evidence from the connecting words inside the span; false when it cannot be a name.
bool judge_inside(const SentenceView& view, std::uint32_t a, std::uint32_t b, Frame frame, Score& score) {
  for (std::uint32_t i = a; i < b; ++i) {
    if (view.capital(i)) {
      if (!view.is(i, ClassId::stop_name) || i + 1 >= b || i == a) continue;
      const bool filling = view.is(i, ClassId::common_word) && view.is(i + 1, ClassId::org_head);
      score.add_if(!filling && !view.is(i, ClassId::ordinal_word), Evidence::org_stop_word);
      continue;
    }
    if (view.inner_possessive(i) || (i == a && view.ordinal_number(i))) continue;
    if (view.word_is(i, view.literals.and_)) {
      if (view.word_is(i + 1, view.literals.the) || view.is(i - 1, ClassId::org_legal)) return false;
      // "Harven Systems and Tolm Technologies" are two.
      const bool two = frame == Frame::last_word && i - a >= 2 && view.is(i - 1, ClassId::org_head) &&
                       !view.is(i + 1, ClassId::common_word);
      if (two_heads(view, a, i, b))
        score.add(Evidence::org_and, heads_of_both);
      else if (frame == Frame::none || two)
        score.add(Evidence::org_and);
      else if (joins_two(view, a, i, b))
        score.add(Evidence::org_and, heads_of_both);
      if (frame == Frame::last_word) score.add(Evidence::org_and_last);
    } else if (view.word_is(i, view.literals.ampersand)) {
      score.add(Evidence::org_ampersand);
    } else if (view.word_is(i, view.literals.of) || view.word_is(i, view.literals.for_) ||
               (view.word_is(i, view.literals.on) && view.is(i - 1, ClassId::org_head_of))) {
      if (frame != Frame::whole) score.add(Evidence::org_of);
      if (i > a && (for_club(view, i, b) || (frame == Frame::last_word && of_party(view, a, i))))
        score.add(Evidence::org_and, heads_of_both);
    } else if (!view.word_is(i, view.literals.the) && !view.is(i, ClassId::name_particle) && !view.hyphen(i) &&
               view.token(i).kind != tokens::TokenKind::number &&
               !(view.mark(i, ',') && (i + 2 == b || frame == Frame::whole))) {
      return false;
    }
  }
  return true;
}

/// A short form of any spelling in parentheses behind a body's full name: "Harbour Ministry of Roads (Minroads)".
bool explained_body(const SentenceView& view, std::uint32_t a) {
  constexpr std::uint32_t max_tokens = 8;  // looked at of the full name
  if (!view.mark(a - 1, '(') || !view.mark(a + 1, ')') || view.classes(a).any(place_names)) return false;
  for (std::uint32_t i = a - 1; i > view.first && a - i <= max_tokens; --i) {
    const std::uint32_t at = i - 1;
    if (view.capital(at)) {
      if (view.classes(at).any(body_heads)) return true;
    } else if (at + 2 == a || !(view.word_is(at, view.literals.of) || view.word_is(at, view.literals.and_) ||
                                view.word_is(at, view.literals.for_) || view.word_is(at, view.literals.the))) {
      return false;
    }
  }
  return false;
}

/// "PriceList" of "PriceList.pdf".
bool in_file_name(const SentenceView& view, std::uint32_t a) {
  return view.mark(a + 1, '.') && !view.flag(a + 1, tokens::space_before) && view.lower(a + 2) &&
         !view.flag(a + 2, tokens::space_before);
}

/// How much letters say by themselves. "the HNU" and "(HNU)" are mostly a body; "an HNU draft", "40 HNU" mostly none,
/// nor are two letters.
float acronym_share(const SentenceView& view, std::uint32_t a) {
  if (view.word_is(a - 1, view.literals.the) || view.mark(a - 1, '(')) return 1.0F;
  const bool counted = a > view.first && view.token(a - 1).kind == tokens::TokenKind::number;
  if (counted || view.word_is(a - 1, view.literals.a) || view.word_is(a - 1, view.literals.an)) return 0.4F;
  return view.token(a).span.size() == 2 ? 0.5F : 1.0F;
}

void judge_acronym(const SentenceView& view, std::uint32_t a, Score& score) {
  const tokens::Token& token = view.token(a);
  if (in_file_name(view, a)) return;
  if (explained_body(view, a)) {
    score.add(Evidence::org_acronym);
    score.add(Evidence::org_acronym_defined);
    return;
  }
  const bool letters = token.shape == tokens::Shape::upper && token.span.size() >= 2 && token.span.size() <= 7 &&
                       (token.flags & (tokens::initial | tokens::has_digit | tokens::has_hyphen)) == 0 &&
                       !view.is(a, ClassId::currency);
  const bool defined = view.mark(a - 1, '(') && view.mark(a + 1, ')') && view.capital(a - 2);
  if (view.is(a, ClassId::common_word) && !defined) return;  // "the BEST"
  if (!letters || view.all_caps || view.title_case || view.is(a, ClassId::stop_name) ||
      view.classes(a).any(place_names) || view.is(a, ClassId::name_suffix))
    return;
  if ((view.remembered(a) & (seen_location | seen_organization)) == seen_location) return;  // explained as a place
  if (view.common_acronym(a)) {
    score.add(Evidence::org_acronym_common);
    return;
  }
  score.add(Evidence::org_acronym, acronym_share(view, a));
  score.add_if(in_message(view), Evidence::org_in_message);
  score.add_if(defined, Evidence::org_acronym_defined);
}

/// True for "CryptoHaven", "BioLab"; not for "McDonald", "DeSantis".
bool camel(const SentenceView& view, std::uint32_t i) {
  const tokens::Token& token = view.token(i);
  if (token.shape != tokens::Shape::mixed || (token.flags & (tokens::has_hyphen | tokens::has_digit)) != 0 ||
      view.title_case)
    return false;
  if (view.classes(i).any(names_of_people)) return false;
  const std::string_view word = view.word(i);
  constexpr std::array<std::string_view, 8> beginnings = {"Mc", "Mac", "De", "Di", "La", "Le", "Van", "O'"};
  const auto begins = [&](std::string_view beginning) { return word.starts_with(beginning); };
  const auto small = [&](std::size_t at) { return word[at] >= 'a' && word[at] <= 'z'; };
  if (word.size() > 3 && small(0) && small(1) && small(2)) return false;  // "guitarHe": a blank is missing
  if (word.size() < 3 || std::any_of(beginnings.begin(), beginnings.end(), begins)) return false;
  // A plural of an acronym ("NGOs") is none.
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return !(word.back() == 's' && std::all_of(word.begin(), word.end() - 1, upper));
}

/// First words before the body's head: "Kestrel National Institute of ..."; no title, no "of" among them.
bool head_inside(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  for (std::uint32_t i = a; i + 2 < b; ++i) {
    if (i > a && (view.word_is(i, view.literals.and_) || view.mark(i, '&'))) continue;
    if (!view.capital(i) && !view.hyphen(i) && !view.inner_possessive(i)) return false;
    if (view.classes(i).any(set_of(ClassId::role_title, ClassId::role, ClassId::honorific)) &&
        !view.classes(i).any(body_heads) && !view.inner_possessive(i + 1))
      return false;
    if (i > a && view.classes(i).any(body_heads) && links(view, i + 1)) return true;
  }
  return false;
}

/// True behind "Minister of", "Minister for Trade and", "Secretary of": the words are a portfolio.
bool in_portfolio(const SentenceView& view, std::uint32_t a) {
  for (std::uint32_t i = a; i > view.first && a - i < max_portfolio; --i) {
    const std::uint32_t at = i - 1;
    if (view.word_is(at, view.literals.minister) || view.word_is(at, view.literals.secretary))
      return links(view, at + 1);
    const bool inside = view.capital(at) || view.mark(at, ',') || view.word_is(at, view.literals.of) ||
                        view.word_is(at, view.literals.for_) || view.word_is(at, view.literals.and_) ||
                        view.word_is(at, view.literals.the);
    if (!inside) return false;
  }
  return false;
}

bool all_common(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  for (std::uint32_t i = a; i < b; ++i)
    if (view.capital(i) && !view.is(i, ClassId::common_word)) return false;
  return true;
}

/// Behind "director of", "a consultant at", "spokesman for": the role is one of a body, unlike "mayor of".
bool of_role(const SentenceView& view, std::uint32_t a) {
  const bool link = view.word_is(a - 1, view.literals.of) || view.word_is(a - 1, view.literals.for_) ||
                    view.word_is(a - 1, view.literals.at);
  return link && view.lower(a - 2) && view.is(a - 2, ClassId::role) && !view.is(a - 2, ClassId::role_title) &&
         !view.classes(a).any(names_of_people) && !view.is(a, ClassId::role_title) &&  // "nominee for Attorney General"
         !(view.word_is(a - 1, view.literals.of) && behind_office_of_place(view, a)) &&
         !view.is(a + 1, ClassId::given_name);  // "for Democrat Anna Vik"
}

/// True where the name goes on behind the span: "Central Bank | of Tolm", "Ministry of Roads | and Ports", "Society for
/// the Defence | of Public Funds".
bool goes_on(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  const bool of = view.word_is(b, view.literals.of) || view.word_is(b, view.literals.for_);
  if (of && view.is(b - 1, ClassId::org_head_of)) return view.capital(b + 1) || view.capital(b + 2);
  if (!of && !view.word_is(b, view.literals.and_) && !view.mark(b, ',')) return false;
  const auto field = [&](std::uint32_t i) {
    return view.capital(i) && view.is(i, ClassId::common_word) && !view.is(i, ClassId::given_name);
  };
  if (!field(b - 1) || !field(b + 1) || b - a < 3) return false;
  if (view.mark(b, ',') && !view.mark(b + 2, ',') && !view.word_is(b + 2, view.literals.and_)) return false;
  for (std::uint32_t i = a; i + 1 < b; ++i)
    if (view.is(i, ClassId::org_head_of) && links(view, i + 1)) return true;
  return false;
}

void judge_context(const SentenceView& view, const NameSpan& span, Score& score) {
  const std::uint32_t a = span.first;
  if (view.word_is(a - 1, view.literals.the) && span.last - a > 1) score.add(Evidence::org_after_the);
  if (view.word_is(a - 1, view.literals.in)) score.add(Evidence::org_after_in);
  if (span.before.any(set_of(ClassId::honorific, ClassId::role_title))) score.add(Evidence::org_after_title);
  const std::uint32_t b = span.last;
  if (span.before_lower && of_role(view, a)) score.add(Evidence::org_of_role);
  score.add_if(goes_on(view, a, b), Evidence::org_before_of);
  score.add_if(span.described == Described::organization, Evidence::org_described);
  if (span.after.has(ClassId::org_verb) && span.after_lower) score.add(Evidence::org_before_verb);
}

/// "Vodafone Ghana", "Oxfam India": a known body and the country where it works.
bool branch(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (b - a != 2 || !view.classes(b - 1).any(place_names) || !view.capital(b - 1)) return false;
  if (view.classes(a).any(place_names)) return false;
  const lexicon::EntryId body = view.entry_at(a, a + 1, ClassId::organization);
  if (body != lexicon::EntryId::none)
    return (view.lexicon.flags_of(body) & (lexicon::needs_context | lexicon::word)) == 0;
  return (view.remembered(a) & seen_organization) != 0;
}

/// "the Commission", "the Senate" in the middle of a sentence: a body known from the context.
bool stands_alone(const SentenceView& view, std::uint32_t a, lexicon::EntryId entry) {
  if (!view.word_is(a - 1, view.literals.the) || view.title_case || view.all_caps || view.capital(a + 1)) return false;
  if (entry != lexicon::EntryId::none) return view.lexicon.flags_of(entry) != 0;
  return view.is(a, ClassId::org_head) && view.is(a, ClassId::org_head_of);
}

/// Evidence from the words that close, open or carry the name, of a span of several words; `listed` when a dictionary
/// has the span.
Frame judge_heads(const SentenceView& view, const NameSpan& span, bool listed, Score& score) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  const lexicon::ClassSet head = view.classes(a);
  const lexicon::ClassSet tail = view.classes(b - 1);
  Frame frame = listed ? Frame::whole : Frame::none;
  if (!listed && extends_listed(view, a, b)) {
    score.add(Evidence::org_dictionary);
    frame = Frame::whole;
  }
  if (tail.has(ClassId::org_legal)) {
    score.add(Evidence::org_legal_last);
    frame = std::max(frame, Frame::last_word);
  } else if ((tail.has(ClassId::place_head) || !tail.has(ClassId::org_head)) && ends_as_body(view, a, b)) {
    score.add(Evidence::org_head_last);
    frame = std::max(frame, Frame::last_word);
  } else if (tail.has(ClassId::org_head) && !tail.has(ClassId::place_head) && view.capital(b - 1)) {
    score.add(Evidence::org_head_last);
    const lexicon::EntryId word = view.entry_at(b - 1, b, ClassId::org_head);
    score.add_if((view.lexicon.flags_of(word) & lexicon::needs_context) != 0, Evidence::org_head_weak);
    frame = std::max(frame, Frame::last_word);
  } else if (tail.has(ClassId::place_head)) {
    score.add(Evidence::org_place_head);
  }
  if (head.has(ClassId::org_head_of) && b - a >= 3 && links(view, a + 1)) {
    score.add(Evidence::org_head_of);
    return Frame::whole;
  }
  if (b - a < 4 || !head_inside(view, a, b)) return frame;
  score.add(Evidence::org_head_inside);
  return Frame::whole;
}

/// Evidence from the first word of a span of several words.
void judge_first(const SentenceView& view, const NameSpan& span, bool listed, Frame frame, Score& score) {
  const std::uint32_t a = span.first;
  const lexicon::ClassSet head = view.classes(a);
  const bool headed = frame != Frame::none;
  if (!listed) {
    score.add_if(view.is(a, view.nouns.opener) && !view.is(a + 1, ClassId::common_word), Evidence::org_opens);
    score.add_if(branch(view, a, span.last), Evidence::org_branch);
  }
  score.add_if(head.has(ClassId::org_modifier), Evidence::org_modifier_first);
  score.add_if(headed && (head.has(ClassId::nationality) || head.has(ClassId::group)), Evidence::org_group_first);
  score.add_if(headed && head.any(place_names), Evidence::org_place_first);
  score.add_if(!headed && head.has(ClassId::given_name), Evidence::org_given_first);
  score.add_if(headed && view.capital(a - 1) && view.is(a - 1, ClassId::nationality), Evidence::org_after_group);
}

/// What speaks against and for a span that no dictionary has.
void judge_unlisted(const SentenceView& view, const NameSpan& span, Frame frame, Score& score) {
  const std::uint32_t a = span.first;
  const lexicon::ClassSet head = view.classes(a);
  const bool office =
      head.any(set_of(ClassId::role, ClassId::role_title)) && !head.any(body_heads) && links(view, a + 1);
  score.add_if(office || (all_common(view, a, span.last) && in_portfolio(view, a)), Evidence::org_portfolio);
  score.add_if(head.has(ClassId::stop_name) && !head.has(ClassId::ordinal_word) && !head.has(ClassId::country),
               Evidence::org_stop_word);
  const bool whole = span.last - a == 1 || frame != Frame::none;
  score.add_if(whole && (view.remembered(a) & seen_organization) != 0, Evidence::org_seen);
}

}  // namespace

bool ends_as_body(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  return b - a >= 3 && view.entry_at(b - 2, b, ClassId::org_head) != lexicon::EntryId::none;
}

Score score_organization(const SentenceView& view, const NameSpan& span) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  Score score(view.weights);
  const lexicon::EntryId entry = view.entry_of(span, ClassId::organization);
  const bool listed = entry != lexicon::EntryId::none;
  const bool one_word = b - a == 1;
  score.add(one_word ? Evidence::org_one_word : Evidence::org_many_words);
  if (listed) {
    score.add(Evidence::org_dictionary);
    score.add_if((view.lexicon.flags_of(entry) & lexicon::needs_context) != 0, Evidence::org_dictionary_context);
    score.add_if(one_word && view.is(a, ClassId::common_word), Evidence::org_dictionary_word);
  }
  Frame frame = listed ? Frame::whole : Frame::none;
  if (!one_word) {
    frame = judge_heads(view, span, listed, score);
    judge_first(view, span, listed, frame, score);
  } else {
    if (!listed) judge_acronym(view, a, score);
    if (!listed && camel(view, a) && !in_file_name(view, a)) {
      score.add(Evidence::org_camel);
      score.add_if(in_message(view), Evidence::org_in_message);
    }
    const bool alone = stands_alone(view, a, entry);
    score.add_if(alone, Evidence::org_the_alone);
    score.add_if(!listed && !alone && view.is(a, ClassId::common_word), Evidence::org_dictionary_word);
  }
  if (!listed) judge_unlisted(view, span, frame, score);
  const bool nothing_inside = one_word && view.capital(a);
  if (!nothing_inside && !judge_inside(view, a, b, frame, score) && !listed) score.add(Evidence::org_stop_word);
  judge_context(view, span, score);
  return score;
}

}  // namespace dossier::recognize
