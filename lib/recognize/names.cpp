// Proposes spans that may be names: dictionary phrases, and every stretch inside a run of capitalised words.
#include <algorithm>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::EntryId;
using lexicon::set_of;

constexpr std::int32_t keep_from = -1500;  // of Weights::units: weaker candidates are not even kept for the account of what was rejected
constexpr std::uint32_t max_run = 24;   // tokens of one run; longer ones (lists in capitals) are cut there
constexpr std::uint32_t max_words = 10;  // tokens of one name

constexpr ClassSet name_classes = set_of(
    ClassId::given_name, ClassId::surname, ClassId::person, ClassId::organization, ClassId::country, ClassId::city,
    ClassId::region, ClassId::place, ClassId::nationality, ClassId::group, ClassId::org_head, ClassId::org_modifier,
    ClassId::place_head, ClassId::place_head_first, ClassId::org_head_of, ClassId::role_title, ClassId::role);
constexpr ClassSet openers =
    set_of(ClassId::role, ClassId::role_title, ClassId::honorific, ClassId::nationality, ClassId::group,
           ClassId::country, ClassId::role_time, ClassId::kin, ClassId::weekday, ClassId::month);

constexpr ClassSet groups = set_of(ClassId::nationality, ClassId::group);

/// Ordinary words that may be part of a name in a headline: "Harbour National Park".
constexpr ClassSet headline_words = set_of(ClassId::org_head, ClassId::country, ClassId::nationality,
                                           ClassId::org_modifier, ClassId::place_head, ClassId::place_head_first);

void push(SentenceView& view, std::uint32_t a, std::uint32_t b, TypeId type, const Score& score, EntryId entry) {
  if (score.units() < keep_from) return;
  constexpr std::array proposals = {Proposal::person_name, Proposal::role_phrase, Proposal::organization_name,
                                    Proposal::location_name, Proposal::group_word};
  const auto index = static_cast<std::size_t>(type);
  Candidate& made = view.work.candidates.emplace_back();  // field by field: a whole one would be put together elsewhere
  made.first = a;
  made.last = b;
  made.type = type;
  made.proposal = index < proposals.size() ? proposals[index] : Proposal::other_name;
  made.score = score.total();
  made.entry = entry;
  made.evidence = score.bits();
}

/// Values of Workspace::name_words.
constexpr std::uint8_t name_word = 1;
constexpr std::uint8_t particle_word = 2;  // "van", "de"

/// A noun that is no name by itself but the field of a body: "Bureau of Statistics".
bool is_field(const SentenceView& view, std::uint32_t i) {
  return (view.word_is(i - 1, view.literals.of) || view.word_is(i - 1, view.literals.for_)) && view.capital(i - 2) &&
         view.is(i - 2, ClassId::org_head_of) && view.is(i, ClassId::common_word) &&
         !view.classes(i).any(set_of(ClassId::weekday, ClassId::month));
}

/// A word that is no name but fills that of a body, as its head stands behind: "Tolm Revenue Authority", "Acme AG".
bool fills_body(const SentenceView& view, std::uint32_t i) {
  if (view.flag(i, tokens::sentence_start) || view.is(i, ClassId::pronoun)) return false;
  if (view.is(i, ClassId::org_legal))
    return view.capital(i - 1) && !view.capital(i + 1) &&
           !view.classes(i - 1).any(
               set_of(ClassId::country, ClassId::region, ClassId::nationality, ClassId::stop_name));
  constexpr std::uint32_t short_word = 1;                                   // letters: "A Watch"
  const std::uint32_t next = view.inner_possessive(i + 1) ? i + 2 : i + 1;  // "Prosecutors' Office"
  return view.token(i).span.size() > short_word && view.is(i, ClassId::common_word) && view.capital(next) &&
         view.is(next, ClassId::org_head) && (view.capital(i - 1) || view.word_is(i - 1, view.literals.the));
}

/// One of two words that are a given name and a surname side by side, the other being no ordinary word: "Anna Manning",
/// "Heather Lindqvist".
bool in_full_name(const SentenceView& view, std::uint32_t i) {
  const auto sure = [&](std::uint32_t at, ClassId id) {
    return view.capital(at) && view.is(at, id) && !view.is(at, ClassId::common_word);
  };
  return (view.is(i, ClassId::surname) && sure(i - 1, ClassId::given_name)) ||
         (view.is(i, ClassId::given_name) && sure(i + 1, ClassId::surname));
}

/// What is_name_word() tells, without memory of it. In a headline in title case an ordinary word may not, unless the
/// text uses it as a name elsewhere.
bool judge_name_word(const SentenceView& view, std::uint32_t i) {
  if (!view.capital(i)) return view.name_tail(i);
  const ClassSet classes = view.classes(i);
  const std::uint64_t hash = view.token(i).hash;
  if (classes.has(ClassId::ordinal_word)) return view.capital(i + 1);  // "Third Army"
  if (classes.has(ClassId::pronoun) || hash == view.literals.the || hash == view.literals.i) return false;
  if (view.title_case || view.all_caps) {
    const bool ordinary =
        classes.has(ClassId::common_word) || classes.has(ClassId::say_verb) || classes.has(ClassId::stop_name);
    return !ordinary || view.remembered(i) != 0 || classes.any(headline_words) ||
           (view.capital(i + 1) && view.is(i + 1, ClassId::place_head)) || (view.title_case && in_full_name(view, i));
  }
  return !classes.has(ClassId::stop_name) || classes.any(name_classes) || is_field(view, i) || fills_body(view, i);
}

void find_name_words(SentenceView& view) {
  std::vector<std::uint8_t>& out = view.work.name_words;
  std::vector<std::uint32_t>& capitals = view.work.capitals;
  out.assign(view.last - view.first + 1, 0);
  for (std::uint32_t i = view.next(view.first, may_name); i < view.last; i = view.next(i + 1, may_name)) {
    std::uint8_t& kind = out[i - view.first];
    if (view.token(i).shape != tokens::Shape::lower) {
      if (capitals.empty() || capitals.back() < i) capitals.push_back(i);  // not when it is read again
      if (!judge_name_word(view, i)) continue;
      kind = name_word;
      if (i > view.first && view.ordinal_number(i - 1)) out[i - 1 - view.first] = name_word;
    } else if (view.name_tail(i) || view.classes(i).any(written_small)) {
      kind = name_word;
    } else if (view.is(i, ClassId::name_particle)) {
      kind = particle_word;
    }
  }
}

/// True when the word may be part of a name. REQUIRES: view.first <= i <= view.last.
bool is_name_word(const SentenceView& view, std::uint32_t i) {
  return view.work.name_words[i - view.first] == name_word;
}

/// True between an organization's last word, or a minister's field, and the given name of one of its people: "Harbour
/// Forum | Anna Vik", "Minister of Trade and Culture | Anna Vik".
bool employs(const SentenceView& view, std::uint32_t organization, std::uint32_t person) {
  if (!view.is(person, ClassId::given_name) ||
      view.classes(person).any(set_of(ClassId::common_word, ClassId::country, ClassId::region)))
    return false;
  const bool head =
      view.classes(organization).any(set_of(ClassId::org_head, ClassId::org_legal, ClassId::organization));
  if (!head && !(view.is(organization, ClassId::role_area) && view.is(organization - 1, ClassId::common_word)))
    return false;
  if (view.is(organization, ClassId::given_name) && view.token(organization).shape != tokens::Shape::upper)
    return false;
  if (view.is(person, ClassId::city) && !view.capital(person + 1)) return false;  // "Imperial College | London"
  return !view.is(person + 1, ClassId::org_legal) &&                              // "Lockheed | Martin Corp."
         view.entry_at(organization, person + 1, ClassId::organization) == EntryId::none;
}

/// True when capitalised neighbours outside the span belong to the same run, so that the span cuts a longer name.
bool cuts_left(const SentenceView& view, std::uint32_t a) {
  if (a == view.first || !is_name_word(view, a - 1)) return false;
  if (employs(view, a - 1, a)) return false;
  return !view.classes(a - 1).any(openers) &&
         !(view.flag(a - 1, tokens::sentence_start) && view.is(a - 1, ClassId::common_word));
}

/// A title of several words: "Manhattan | District Attorney"; not the middle of "Office of the UN High Commissioner for
/// ...".
bool title_begins(const SentenceView& view, std::uint32_t i) {
  if (!view.begins_phrase(i)) return false;
  for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i))
    if (phrase.cls == ClassId::role_title && view.capital(phrase.last - 1) &&
        !view.word_is(phrase.last, view.literals.for_))
      return true;
  return false;
}

bool cuts_right(const SentenceView& view, std::uint32_t b) {
  return is_name_word(view, b) && !view.is(b, ClassId::say_verb) && !view.is(b, ClassId::role) &&
         !view.is(b, ClassId::role_title) && !employs(view, b - 1, b) && !title_begins(view, b);
}

/// Words that close a name which a span before them would cut: "Tolm | Council".
constexpr ClassSet closing_words = set_of(ClassId::org_head, ClassId::org_legal, ClassId::place_head);

/// True when a dictionary has exactly these tokens as a name.
bool listed_name(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(a))
    if (phrase.last == b && name_classes.has(phrase.cls)) return true;
  return false;
}

/// Nothing but ordinary words, and no phrase of a dictionary. Where all is in capitals they are most likely no name,
/// and neither are a people and the words behind it ("CHINESE SECURITY") or what begins as some phrase ("CENTRAL
/// GOVERNMENT OFFICE").
bool ordinary(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (view.begins_phrase(a) && (!view.all_caps || listed_name(view, a, b))) return false;
  for (std::uint32_t i = a; i < b; ++i) {
    if (!view.capital(i)) continue;
    const bool people = view.all_caps && i == a && view.classes(i).any(groups);
    if ((!view.is(i, ClassId::common_word) && !people) || view.remembered(i) != 0) return false;
  }
  return true;
}

/// Whether a span cuts a longer name at its ends.
struct Cuts {
  bool left;
  bool right;
};

/// Where a span stands, which matters to every type alike.
Score judge_setting(const SentenceView& view, std::uint32_t a, std::uint32_t b, Cuts cuts) {
  Score score(view.weights);
  score.add_if(cuts.left, Evidence::cut_left);
  score.add_if(cuts.right, Evidence::cut_right);
  score.add_if(cuts.right && view.classes(b).any(closing_words), Evidence::before_head);
  score.add_if(view.title_case && b - a > 1, Evidence::headline);
  score.add_if(view.all_caps && b - a > 1 && ordinary(view, a, b), Evidence::all_capitals);
  if (!view.flag(a, tokens::sentence_start) || !view.is(a, ClassId::common_word) || view.remembered(a) != 0)
    return score;
  if (view.is(a, ClassId::ordinal_word) && b - a > 2) return score;  // "Fourth Air Force"
  score.add(Evidence::sentence_start_word);
  // "Tough Times", not "National Bank", "Bill Hill"
  constexpr ClassSet first_words = set_of(ClassId::org_modifier, ClassId::given_name);
  score.add_if(b - a > 1 && !view.classes(a).any(first_words) && ordinary(view, a, b), Evidence::sentence_start_phrase);
  return score;
}

/// "the ship Gorvana", "Quorva is a video game", and Quorva wherever it stands alone afterwards.
void judge_thing(const SentenceView& view, const NameSpan& span, Score& setting) {
  const bool one = span.last - span.first == 1;
  if (span.described == Described::thing) {
    setting.add(Evidence::thing);
    constexpr ClassSet people = set_of(ClassId::given_name, ClassId::surname);
    const bool is = view.word_is(span.last, view.literals.is) || view.word_is(span.last, view.literals.was);
    if (one && is && !view.classes(span.first).any(people)) view.learn(span.first, said_thing);
  } else {
    setting.add_if(one && view.said_thing(span.first) && span.described == Described::unsaid, Evidence::thing);
  }
}

/// True for one word of a longer name that is no name of anything by itself, as far as dictionaries and the text know:
/// "Anna" of "Anna Vik". Whatever stands around, it never outweighs being cut.
bool mere_part(const SentenceView& view, std::uint32_t a) {
  constexpr ClassSet whole_names =
      set_of(ClassId::person, ClassId::organization, ClassId::country, ClassId::city, ClassId::region, ClassId::place,
             ClassId::nationality, ClassId::group, ClassId::event, ClassId::product, ClassId::work, ClassId::law);
  return view.token(a).shape == tokens::Shape::title && view.remembered(a) == 0 && !view.classes(a).any(whole_names);
}

/// True for an ordinary word that has a capital because it begins a sentence: "Police said", "Harbours are".
bool mere_beginning(const SentenceView& view, std::uint32_t a) {
  return view.flag(a, tokens::sentence_start) && view.is(a, ClassId::common_word) &&
         !view.classes(a).any(set_of(ClassId::given_name, ClassId::surname, ClassId::org_head)) && mere_part(view, a);
}

/// True for several words that may be somebody's name but show nothing that makes a body or a place of them: no head
/// word, no "&", no phrase of a dictionary. When they cut a longer name, nothing around them outweighs that.
bool only_person(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  constexpr ClassSet makers = set_of(ClassId::org_head, ClassId::org_head_of, ClassId::org_legal, ClassId::place_head,
                                     ClassId::place_head_first, ClassId::compass, ClassId::organization);
  for (std::uint32_t i = a; i < b; ++i)
    if (view.classes(i).any(makers) || view.begins_phrase(i) || view.is(i, view.nouns.opener) || view.mark(i, '&'))
      return false;
  return true;
}

void propose_group(SentenceView& view, const NameSpan& span) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  if (!span.listed.any(groups)) return;
  EntryId entry = view.entry_of(span, ClassId::nationality);
  const bool nationality = entry != EntryId::none;
  if (!nationality) entry = view.entry_of(span, ClassId::group);
  if (entry == EntryId::none) return;
  Score score(view.weights);
  score.add(nationality ? Evidence::group_nationality : Evidence::group_group);
  if (!nationality && (view.lexicon.flags_of(entry) & (lexicon::word | lexicon::needs_context)) != 0)
    score.add(Evidence::group_word);
  if (span.after.any(set_of(ClassId::role, ClassId::role_title)))
    score.add(Evidence::group_before_role);
  else if (span.after.any(set_of(ClassId::org_modifier, ClassId::org_head)) && view.capital(b))
    score.add(Evidence::group_before_org);
  push(view, a, b, TypeId::group, score, entry);
}

void propose_other(SentenceView& view, const NameSpan& span, const Score& setting) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  constexpr std::array<std::pair<ClassId, TypeId>, 4> lists = {{{ClassId::event, TypeId::event},
                                                                {ClassId::product, TypeId::product},
                                                                {ClassId::work, TypeId::work},
                                                                {ClassId::law, TypeId::law}}};
  for (const auto& [cls, type] : lists) {
    if (!span.listed.has(cls)) continue;
    const EntryId entry = view.entry_of(span, cls);
    Score score(view.weights);
    score.add(Evidence::other_dictionary);
    score.add_if(b - a == 1, Evidence::other_one_word);
    score.add(setting);
    push(view, a, b, type, score, entry);
  }
}

void propose_span(SentenceView& view, std::uint32_t a, std::uint32_t b, Cuts cuts) {
  // From the middle of a run: nothing but a phrase of a dictionary outweighs being cut on both sides.
  const bool middle = cuts.left && cuts.right && !view.begins_phrase(a);
  if (middle && (b - a > 1 || !view.classes(a).any(groups))) return;
  const bool cut = cuts.left || cuts.right;
  if (b - a == 1 && (cut ? mere_part(view, a) : mere_beginning(view, a))) return;
  NameSpan span = view.name_span(a, b);
  if (middle) return propose_group(view, span);
  Score setting = judge_setting(view, a, b, cuts);
  span.described = describe(view, a, b);
  judge_thing(view, span, setting);
  Score person = score_person(view, span);
  person.add(setting);
  push(view, a, b, TypeId::person, person, view.entry_of(span, ClassId::person));
  if (cut && b - a > 1 && only_person(view, a, b)) return;
  Score organization = score_organization(view, span);
  organization.add(setting);
  const bool open = !cut && !span.listed.has(ClassId::organization);
  if (open && has_office(view, span))
    organization.add(Evidence::org_office, organization.has(Evidence::org_of_role) ? 0.5F : 1.0F);
  push(view, a, b, TypeId::organization, organization, view.entry_of(span, ClassId::organization));
  EntryId place = EntryId::none;
  Score location = score_location(view, span, place);
  location.add(setting);
  push(view, a, b, TypeId::location, location, place);
  propose_group(view, span);
  propose_other(view, span, setting);
}

/// Words that may stand between the capitalised words of one name: "of", "and", "&", "van", "bin", a hyphen.
bool is_connector(const SentenceView& view, std::uint32_t i) {
  const std::uint64_t hash = view.token(i).hash;
  return hash == view.literals.of || hash == view.literals.and_ || hash == view.literals.for_ ||
         hash == view.literals.the || view.mark(i, '&') || view.hyphen(i) ||
         (view.lower(i) && view.is(i, ClassId::name_particle)) || view.inner_possessive(i) || view.opens_nickname(i) ||
         view.closes_nickname(i) || (hash == view.literals.on && view.is(i - 1, ClassId::org_head_of));
}

/// True for a comma in the fields of a body: "Ministry of Roads, Ports and Railways".
bool parts_fields(const SentenceView& view, std::uint32_t begin, std::uint32_t comma) {
  bool body = false;  // an organization's head word and "of" stand before
  for (std::uint32_t i = begin; i + 1 < comma && !body; ++i)
    body = view.is(i, ClassId::org_head_of) && view.lower(i + 1);
  const auto field = [&](std::uint32_t i) {
    return view.capital(i) && view.classes(i).any(set_of(ClassId::common_word, ClassId::role_area)) &&
           (!view.is(i, ClassId::given_name) || view.is(i + 1, ClassId::common_word));  // "Marine Science"
  };
  const auto rare_field = [&](std::uint32_t i) { return view.capital(i) && view.classes(i).empty(); };
  if (!body || !(field(comma - 1) || rare_field(comma - 1))) return false;
  for (std::uint32_t i = comma + 1; i < view.last && i - comma < max_words; ++i) {
    if (view.word_is(i, view.literals.and_)) return field(i + 1);
    if (!field(i) && !rare_field(i) && !view.mark(i, ',')) return false;
  }
  return false;
}

/// One past the run of capitalised words and connectors that starts at `begin`.
std::uint32_t run_end(const SentenceView& view, std::uint32_t begin) {
  std::uint32_t end = begin + 1;
  for (std::uint32_t i = end; i < view.last && i - begin < max_run; ++i) {
    if (is_name_word(view, i)) {
      end = i + 1;
    } else if (view.mark(i, ',') && view.is(i + 1, ClassId::org_legal)) {
      end = ++i + 1;
    } else if (view.mark(i, ',') && parts_fields(view, begin, i)) {
      continue;
    } else if (view.token(i).kind == tokens::TokenKind::number && end == i && !view.title_case) {
      continue;  // "Channel 4 News"
    } else if (!is_connector(view, i) || i - end >= 2) {
      break;
    }
  }
  return end;
}

void propose_run(SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  std::array<bool, max_run + 3> right{};  // by where a span ends
  for (std::uint32_t b = begin + 1; b <= end; ++b) right[b - begin] = cuts_right(view, b);
  for (std::uint32_t a = begin; a < end; ++a) {
    const bool particle = !view.capital(a) && view.is(a, ClassId::name_particle) && a + 1 < end;
    if ((!is_name_word(view, a) || view.name_tail(a)) && !particle) continue;
    const bool left = cuts_left(view, a);
    const std::uint32_t stop = std::min(end, a + max_words);
    for (std::uint32_t b = a + 1; b <= stop; ++b)
      if (is_name_word(view, b - 1) && !(b < end && view.name_tail(b + 1)))
        propose_span(view, a, b, {left, right[b - begin]});
  }
}

/// "Lindqvist, Rasmus" in quotation marks, as mail programs write somebody.
void propose_inverted(SentenceView& view, std::uint32_t i) {
  if (!view.mark(i + 1, ',') || !view.capital(i + 2) || !view.is(i + 2, ClassId::given_name)) return;
  if (!view.quote(i - 1) || !view.quote(i + 3) || !view.capital(i) || view.is(i, ClassId::common_word)) return;
  Score score(view.weights);
  score.add(Evidence::person_two_words);
  score.add(Evidence::person_given_first);
  score.add(Evidence::person_surname_given_order);
  push(view, i, i + 3, TypeId::person, score, EntryId::none);
}

/// Phrases that no run covers (with an apostrophe, a comma, a lower-case word) are proposed as they stand.
void propose_phrases(SentenceView& view) {
  const lexicon::Matches& matches = view.work.matches;
  for (std::uint32_t i = matches.phrase_begin[view.first]; i < matches.phrase_begin[view.last]; ++i) {
    const lexicon::PhraseMatch& phrase = matches.phrases[i];
    bool plain = phrase.last - phrase.first <= max_words;
    for (std::uint32_t t = phrase.first; plain && t < phrase.last; ++t) plain = is_name_word(view, t);
    if (plain) continue;  // the runs propose it
    const ClassId cls = phrase.cls;
    if (cls == ClassId::role || cls == ClassId::role_title || cls == ClassId::role_area) continue;
    const Cuts cuts = {cuts_left(view, phrase.first), cuts_right(view, phrase.last)};
    propose_span(view, phrase.first, phrase.last, cuts);
  }
}

}  // namespace

void propose_names(SentenceView& view) {
  find_name_words(view);
  propose_phrases(view);
  const std::vector<std::uint8_t>& kinds = view.work.name_words;
  for (std::uint32_t i = view.next(view.first, may_name); i < view.last; i = view.next(i, may_name)) {
    const std::uint8_t kind = kinds[i - view.first];
    const bool particle = kind == particle_word && i + 1 < view.last &&
                          (is_name_word(view, i + 1) || (view.hyphen(i + 1) && is_name_word(view, i + 2)));
    if (!particle && kind != name_word) {
      ++i;
      continue;
    }
    learn_acronym(view, i);
    propose_inverted(view, i);
    if (view.flag(i, tokens::has_hyphen)) propose_pair(view, i);
    const std::uint32_t end = run_end(view, i);
    const bool numbered = i > view.first && kinds[i - 1 - view.first] == name_word && view.ordinal_number(i - 1);
    propose_run(view, numbered ? i - 1 : i, end);
    i = end;
  }
}

}  // namespace dossier::recognize
