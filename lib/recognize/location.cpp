// How likely a span of words is the name of a place.
#include <algorithm>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::EntryId;
using lexicon::set_of;

constexpr lexicon::ClassSet containers = set_of(ClassId::country, ClassId::region);
constexpr lexicon::ClassSet place_classes = set_of(ClassId::country, ClassId::region, ClassId::place, ClassId::city);
constexpr lexicon::ClassSet person_words = set_of(ClassId::given_name, ClassId::surname);

/// The two letters of a state or province behind a city: "Lawrence, KS". Alone they are mostly something else.
bool postal_code(const SentenceView& view, std::uint32_t a) {
  const tokens::Token& token = view.token(a);
  if (token.span.size() != 2 || token.shape != tokens::Shape::upper || !view.mark(a - 1, ',')) return false;
  if (!view.capital(a - 2) || !(view.is(a - 2, ClassId::city) || view.classes(a - 2).empty())) return false;
  constexpr std::string_view codes =
      "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI "
      "SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL PE";
  const std::size_t at = codes.find(view.word(a));
  return at != std::string_view::npos && at % 3 == 0;
}

/// "Lake Tolm", "Republic of Tolm".
bool opens(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  return view.is(a, ClassId::place_head_first) ||
         (b - a > 2 && view.entry_at(a, a + 2, ClassId::place_head_first) != EntryId::none);
}

/// "Fort Tolm", "Lake Tolm", not "El Hadji" and "Saint Anna", which are often somebody.
bool surely_opens(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (!opens(view, a, b)) return false;
  const EntryId word = view.entry_at(a, a + 1, ClassId::place_head_first);
  return word == EntryId::none || (view.lexicon.flags_of(word) & lexicon::needs_context) == 0;
}

/// Evidence from dictionaries; the entry that gave it, none when no list has the span.
EntryId judge_lists(const SentenceView& view, const NameSpan& span, Score& score) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  if (!span.listed.any(place_classes)) return EntryId::none;
  EntryId found = view.entry_of(span, ClassId::country);
  if (found != EntryId::none) {
    score.add(Evidence::loc_country);
  } else if ((found = view.entry_of(span, ClassId::region)) != EntryId::none) {
    score.add(Evidence::loc_region);
  } else if ((found = view.entry_of(span, ClassId::place)) != EntryId::none) {
    score.add(Evidence::loc_place);
  } else if ((found = view.entry_of(span, ClassId::city)) != EntryId::none) {
    score.add(Evidence::loc_city);
    // 100 x log10(inhabitants): 15,000 have 418, a million 600, ten millions 700.
    const float weight = static_cast<float>(view.lexicon.weight_of(found));
    score.add(Evidence::loc_city_size, std::clamp((weight - 420.0F) / 230.0F, 0.0F, 1.0F));
  }
  if (found == EntryId::none) return found;
  const std::uint16_t flags = view.lexicon.flags_of(found);
  if ((flags & (lexicon::needs_context | lexicon::weak)) != 0 && !(b - a > 1 && surely_opens(view, a, b))) {
    score.add_if((flags & lexicon::needs_context) != 0, Evidence::loc_context_flag);
    score.add_if((flags & lexicon::weak) != 0, Evidence::loc_weak);
  }
  if (b - a == 1 && view.lexicon.class_of(found) != ClassId::country) {
    score.add_if(view.is(a, ClassId::common_word), Evidence::loc_common_word);
    score.add_if(view.classes(a).any(person_words), Evidence::loc_person_word);
  }
  return found;
}

/// "Tolm Province", "Tolm Power Plant".
bool ends_as_place(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  return view.is(b - 1, ClassId::place_head) ||
         (b - a > 2 && view.entry_at(b - 2, b, ClassId::place_head) != EntryId::none);
}

void judge_opening(const SentenceView& view, std::uint32_t a, std::uint32_t b, Score& score) {
  if (!opens(view, a, b)) return;
  constexpr float of_people_too = 0.78F;
  score.add(Evidence::loc_head_first, surely_opens(view, a, b) ? 1.0F : of_people_too);
}

/// True when tokens [a, b) are a place that a dictionary knows as such without doubt.
bool surely_listed(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  const EntryId entry = listed_place(view, a, b);
  return entry != EntryId::none && (view.lexicon.flags_of(entry) & (lexicon::needs_context | lexicon::weak)) == 0;
}

bool is_word_span(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  for (std::uint32_t i = a; i < b; ++i)
    if (!view.capital(i) && !view.hyphen(i) && !view.is(i, ClassId::name_particle) &&
        !(view.word_is(i, view.literals.of) && opens(view, a, b)) && !view.inner_possessive(i) &&
        !(i == a && view.ordinal_number(i)))
      return false;
  return true;
}

/// Letters as in a brand ("BioLab"), or as in an acronym ("ILO", where the dictionaries know the town of Ilo).
bool written_oddly(const SentenceView& view, std::uint32_t a, bool listed) {
  const tokens::Token& token = view.token(a);
  if (token.shape == tokens::Shape::mixed) return !listed;
  constexpr std::uint32_t acronym = 5;  // letters
  if (token.shape != tokens::Shape::upper || token.span.size() > acronym || view.all_caps || view.title_case)
    return false;
  if (view.classes(a).any(containers)) return false;
  const EntryId city = view.entry_at(a, a + 1, ClassId::city);
  if (city == EntryId::none) return false;
  const std::string_view form = view.lexicon.entry(city).form;  // "LA" is written so
  return form.size() > 1 && form[1] >= 'a';
}

/// "North Tolm Province" from token `i` on.
bool compass_region(const SentenceView& view, std::uint32_t i) {
  return view.is(i, ClassId::compass) && view.capital(i + 1) && view.capital(i + 2) &&
         view.is(i + 2, ClassId::place_head);
}

/// True for a place without doubt at token `beyond`, the other side of a comma.
bool place_beyond(const SentenceView& view, std::uint32_t comma, std::uint32_t beyond) {
  if (beyond < view.first || beyond >= view.last || !view.capital(beyond)) return false;
  return (view.classes(beyond).any(set_of(ClassId::country, ClassId::city, ClassId::region)) &&
          !view.classes(beyond).any(person_words)) ||
         (beyond > comma && compass_region(view, beyond));
}

/// Unknown words joined to a sure place behind a preposition: "in Lagos and | Brenvik".
bool joined_to_place(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (a < view.first + 3 || !view.word_is(a - 1, view.literals.and_)) return false;
  for (std::uint32_t i = a; i < b; ++i)
    if (!view.classes(i).empty()) return false;
  const Literals& words = view.literals;
  const bool in = view.word_is(a - 3, words.in) || view.word_is(a - 3, words.from) || view.word_is(a - 3, words.at) ||
                  view.word_is(a - 3, words.to);
  return in && view.lower(a - 3) && view.capital(a - 2) &&
         view.classes(a - 2).any(set_of(ClassId::country, ClassId::city, ClassId::region)) &&
         !view.classes(a - 2).any(person_words);
}

/// "in Vik | 's view".
bool owns(const SentenceView& view, std::uint32_t b) {
  return b < view.last && view.token(b).kind == tokens::TokenKind::possessive;
}

/// A country, or a region that is no town as well: "Africa", not "Washington".
bool sure_region(const SentenceView& view, std::uint32_t i) {
  return view.is(i, ClassId::country) || (view.is(i, ClassId::region) && !view.is(i, ClassId::city));
}

void judge_context(const SentenceView& view, const NameSpan& span, bool listed, Score& score) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  const bool after_locative = span.before.has(ClassId::locative) && span.before_lower;
  score.add_if(span.described == Described::place || (b - a == 1 && view.said_place(a)), Evidence::loc_described);
  score.add_if(b - a == 1 && written_oddly(view, a, listed), Evidence::loc_camel);
  if (after_locative && listed)
    score.add(Evidence::loc_after_locative);
  else if (!listed && view.word_is(a - 1, view.literals.of) && behind_office_of_place(view, a))
    score.add(Evidence::loc_unknown_after_locative);  // "mayor of Tolm"
  else if (after_locative)  // of several words as often a person or a thing: "in Anna Vik's house", "at Harbour Pride"
    score.add(Evidence::loc_unknown_after_locative, owns(view, b) ? 0.6F : b - a == 1 ? 1.0F : 0.8F);
  if (view.mark(b, ',') && b + 1 < view.last && view.classes(b + 1).any(containers) && view.capital(b + 1))
    score.add(Evidence::loc_before_region);
  if (a >= view.first + 2 && view.mark(a - 1, ',') && view.is(a - 2, ClassId::city))
    score.add(Evidence::loc_after_city);
  if (!listed && !after_locative && joined_to_place(view, a, b)) {
    score.add(Evidence::loc_unknown_after_locative);
    score.add(Evidence::loc_in_list);
  }
  if (!listed && view.mark(a - 1, ',')) score.add_if(place_beyond(view, a - 1, a - 2), Evidence::loc_in_list);
  if (!listed && view.mark(b, ',')) score.add_if(place_beyond(view, b, b + 1), Evidence::loc_in_list);
  if (span.after.has(ClassId::say_verb) && span.after_lower) score.add(Evidence::loc_before_verb);
  if (span.before.has(ClassId::honorific) || (span.before.has(ClassId::role_title) && view.capital(a - 1)))
    score.add(Evidence::loc_after_title);
  // "Paris was born in Tolm", where the text has spoken of Anna Paris.
  score.add_if(b - a == 1 && (view.remembered(a) & seen_surname) != 0 && !after_locative &&
                   span.described != Described::place && !view.said_place(a) && !sure_region(view, a),
               Evidence::loc_person_beside);
  if (b - a == 1 && !view.is(a, ClassId::country) &&
      ((span.before.has(ClassId::given_name) && view.capital(a - 1)) ||
       (span.after.has(ClassId::surname) && view.capital(b) && view.is(a, ClassId::given_name))))
    score.add(Evidence::loc_person_beside);
}

}  // namespace

EntryId listed_place(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  for (const ClassId cls : {ClassId::country, ClassId::region, ClassId::city, ClassId::place})
    if (const EntryId entry = view.entry_at(a, b, cls); entry != EntryId::none) return entry;
  return EntryId::none;
}

Score score_location(const SentenceView& view, const NameSpan& span, EntryId& entry) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  Score score(view.weights);
  entry = judge_lists(view, span, score);
  const bool listed = entry != EntryId::none;
  if (!listed) {
    score.add(b - a == 1 ? Evidence::loc_one_word : Evidence::loc_many_words);
    if (!is_word_span(view, a, b)) {
      score.add(Evidence::loc_stop_word);
      return score;
    }
    if (b - a > 1) {
      score.add_if(view.capital(b - 1) && ends_as_place(view, a, b) && !ends_as_body(view, a, b),
                   Evidence::loc_head_last);
      judge_opening(view, a, b, score);
      if (view.is(a, ClassId::compass)) {
        score.add(Evidence::loc_compass_first);
        score.add_if(surely_listed(view, a + 1, b), Evidence::loc_compass_listed);
      }
    }
    for (std::uint32_t i = a; i < b; ++i) score.add_if(view.is(i, ClassId::stop_name), Evidence::loc_stop_word);
    score.add_if(b - a == 1 && postal_code(view, a), Evidence::loc_region);
    score.add_if(b - a == 1 && view.is(a, ClassId::common_word), Evidence::loc_common_word);
    if (view.classes(a).any(person_words) && b - a == 1) score.add(Evidence::loc_person_word);
  }
  if ((view.remembered(a) & seen_location) != 0 && b - a == 1) score.add(Evidence::loc_seen);
  judge_context(view, span, listed, score);
  return score;
}

}  // namespace dossier::recognize
