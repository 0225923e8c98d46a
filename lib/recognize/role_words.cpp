// Function words are few and listed here; everything else is asked of the dictionaries.
#include "recognize/role_words.hpp"

#include <algorithm>
#include <bitset>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "tokens/tokenizer.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::set_of;

constexpr std::uint32_t most_field_words = 3;
constexpr std::uint32_t most_area_words = 6;
constexpr std::uint32_t most_title_area_words = 10;

/// Words by their hashes; a set of bits turns nearly all others away (Bloom, 1970).
class Words {
 public:
  Words(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      hashes_.push_back(tokens::hash_folded(word));
      likely_.set(hashes_.back() % likely_.size());
    }
    std::sort(hashes_.begin(), hashes_.end());
  }
  [[nodiscard]] bool has(std::uint64_t hash) const {
    return likely_[hash % likely_.size()] && std::binary_search(hashes_.begin(), hashes_.end(), hash);
  }

 private:
  std::vector<std::uint64_t> hashes_;
  std::bitset<2048> likely_;
};

/// Neither nouns nor adjectives.
const Words& function_words() {
  static const Words words{
      "of",    "in",      "on",      "at",      "by",      "for",       "from",     "with",    "to",      "into",
      "onto",  "about",   "over",    "under",   "after",   "before",    "since",    "until",   "as",      "than",
      "per",   "via",     "like",    "near",    "off",     "out",       "up",       "down",    "against", "among",
      "amid",  "between", "during",  "through", "within",  "without",   "toward",   "towards", "despite", "including",
      "and",   "or",      "but",     "nor",     "that",    "which",     "who",      "whom",    "whose",   "when",
      "while", "where",   "because", "if",      "whether", "although",  "though",   "so",      "then",    "not",
      "never", "no",      "also",    "both",    "is",      "are",       "was",      "were",    "be",      "been",
      "being", "am",      "has",     "have",    "had",     "do",        "does",     "did",     "will",    "would",
      "can",   "could",   "should",  "may",     "might",   "must",      "shall",    "he",      "she",     "it",
      "they",  "we",      "i",       "you",     "him",     "them",      "us",       "me",      "there",   "here",
      "now",   "just",    "still",   "even",    "only",    "very",      "too",      "more",    "most",    "less",
      "least", "longer",  "much",    "what",    "how",     "why",       "once",     "ago",     "away",    "back",
      "again", "already", "soon",    "later",   "today",   "yesterday", "tomorrow", "all",     "none",    "ex",
      "made",  "became",  "become",  "becomes", "said",    "says",      "told",     "asked",   "named",   "called",
      "met",   "sent",    "put",     "let",     "got",     "get",       "gave",     "took",    "saw",     "knew",
      "left",  "won",     "lost",    "led",     "kept",    "held",      "found",    "brought", "thought", "paid",
      "ran"};
  return words;
}

const Words& determiners() {
  static const Words words{"the", "a",  "an",   "this", "that",    "these", "those", "his", "her",   "its", "their",
                           "our", "my", "your", "one",  "another", "some",  "any",   "no",  "every", "each"};
  return words;
}

/// Whose role it is, or what a name is, rather than a field: "company president Ann Lee", "head of drone firm Acme".
const Words& bodies() {
  static const Words words{"company",      "firm",         "group",       "agency",
                           "organization", "organisation", "corporation", "maker"};
  return words;
}

/// Words behind which the people of a role in the plural are named, or which tell of somebody named.
const Words& including_words() {
  static const Words words{"including", "like", "such", "are", "were", "became", "become", "as"};
  return words;
}

/// What names no field of work.
constexpr ClassSet no_field =
    set_of(ClassId::role_time, ClassId::kin, ClassId::pronoun, ClassId::locative, ClassId::number_word,
           ClassId::ordinal_word, ClassId::nationality, ClassId::group, ClassId::month, ClassId::weekday,
           ClassId::time_unit, ClassId::currency, ClassId::magnitude, ClassId::honorific);
constexpr ClassSet verbs = set_of(ClassId::say_verb, ClassId::person_verb, ClassId::org_verb);
constexpr ClassSet modifiers = set_of(ClassId::role_modifier, ClassId::role_area);
constexpr ClassSet names_of_things = set_of(ClassId::organization, ClassId::country, ClassId::city, ClassId::region,
                                            ClassId::given_name, ClassId::org_legal);

bool ends_in(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

bool is_determiner_word(const SentenceView& view, std::uint32_t i) {
  return view.token(i).kind == tokens::TokenKind::possessive || determiners().has(view.token(i).hash);
}

/// A noun in lower case, as far as that can be seen, that no list of words claims.
bool is_field_word(const SentenceView& view, std::uint32_t i) {
  if (!view.lower(i) || view.word(i).size() < 3 || view.classes(i).any(no_field) || view.flag(i, tokens::has_hyphen))
    return false;
  if (view.classes(i).any(modifiers)) return !is_outside(view, i);
  const std::uint64_t hash = view.token(i).hash;
  if (function_words().has(hash) || determiners().has(hash)) return false;
  return !ends_in(view.word(i), {"ly", "ed", "ing", "ful", "ous", "ish", "less", "able", "ible", "est"});
}

bool may_be_verb(const SentenceView& view, std::uint32_t i) {
  return view.classes(i).any(verbs) || (view.word(i).ends_with('s') && !view.word(i).ends_with("ss"));
}

/// What may follow the last word of a role (attribute takes): "office" and "field" an area in capitals or not, "topic"
/// also one behind "on" and "in", "lower" one in lower case only; empty for roles that take none.
std::string_view takes(const SentenceView& view, std::uint32_t end) {
  for (const ClassId cls : {ClassId::role, ClassId::role_title}) {
    const lexicon::EntryId entry = view.entry_at(end - 1, end, cls);
    if (entry == lexicon::EntryId::none) continue;
    const std::string_view value = view.lexicon.attribute(entry, "takes");
    if (!value.empty()) return value;
  }
  return {};
}

/// Words of an area in lower case from `i` on: "corporate affairs", "sales and travel".
std::uint32_t lower_area_end(const SentenceView& view, std::uint32_t i) {
  std::uint32_t reached = i;
  for (const std::uint32_t begin = i; i < view.last && i - begin < most_area_words;) {
    const bool adjective = view.lower(i) && view.is(i, ClassId::role_modifier);
    if (!adjective && (!is_field_word(view, i) || view.is(i, ClassId::role))) break;
    reached = ++i;
    if (view.word_is(i, view.literals.and_) || view.word_is(i, view.literals.ampersand)) ++i;
  }
  return reached;
}

/// The area [begin, end) leads on to a name ("head of drone firm Acme", "president of retailer Acme") or is a body
/// itself.
bool describes_name(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  if (view.capital(end) || view.is(end, ClassId::organization)) return true;
  if (end < view.last && view.token(end).kind == tokens::TokenKind::possessive) return true;
  return view.is(end - 1, ClassId::org_head) || bodies().has(view.token(end - 1).hash) ||
         (end - begin == 1 && view.classes(begin).any(names_of_things));
}

/// An area in capitals from `i` on: "Youth, Labour and Social Progress"; `i` when it may be the name of a body.
std::uint32_t title_area_end(const SentenceView& view, std::uint32_t i, bool minister) {
  const std::uint32_t begin = i;
  std::uint32_t reached = i;
  std::uint32_t first = i;  // end of what stands before the first comma
  bool joined = false;
  while (i < view.last && i - begin < most_title_area_words && view.capital(i)) {
    const bool field = minister && view.is(i, ClassId::role_area) && view.is(i, ClassId::common_word);  // "Labour"
    if ((view.classes(i).any(names_of_things) && !field) || view.is(i, ClassId::stop_name)) break;
    const bool ordinary = view.is(i, ClassId::common_word) && !view.is(i, ClassId::org_head);
    if (!minister && !ordinary && !view.is(i, ClassId::role_area)) return begin;
    reached = ++i;
    if (first == begin && !view.capital(i)) first = reached;
    std::uint32_t next = i;
    const bool comma = view.mark(next, ',');
    if (comma) ++next;
    if (view.word_is(next, view.literals.and_) || view.word_is(next, view.literals.ampersand)) {
      if (joined || !view.capital(next + 1)) break;
      joined = true;
      i = next + 1;
    } else if (comma) {
      if (joined || !minister || !view.capital(next)) break;
      i = next;
    }
  }
  if (view.capital(i) && !minister) return begin;
  return joined || first == begin ? reached : first;  // "Minister for Labour, Ann Lee": a list needs its "and"
}

}  // namespace

bool is_outside(const SentenceView& view, std::uint32_t i) {
  const lexicon::EntryId entry = view.entry_at(i, i + 1, ClassId::role_modifier);
  return entry != lexicon::EntryId::none && view.lexicon.attribute(entry, "outside") == "yes";
}

bool is_describing(const SentenceView& view, std::uint32_t i) {
  if (!view.lower(i)) return false;
  constexpr ClassSet counted =
      set_of(ClassId::role_time, ClassId::role_modifier, ClassId::number_word, ClassId::ordinal_word);
  if (view.classes(i).any(counted)) return true;
  const std::uint64_t hash = view.token(i).hash;
  return !function_words().has(hash) && !determiners().has(hash) &&
         !view.classes(i).any(set_of(ClassId::pronoun, ClassId::locative, ClassId::say_verb));
}

std::uint32_t field_begin(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  while (at > view.first && begin - at < most_field_words && is_field_word(view, at - 1) &&
         !bodies().has(view.token(at - 1).hash))
    --at;
  if (at == begin || at == view.first) return begin;
  const std::uint32_t before = at - 1;
  const bool placed =
      before >= view.first + 2 && view.mark(before - 1, '-') && view.capital(before - 2);  // "Oslo-based"
  if (placed || is_determiner_word(view, before))
    return at;  // "a marine biology expert", though "marine" may be a role
  for (std::uint32_t i = begin; i-- > at;)
    if (view.is(i, ClassId::role)) return begin;
  const bool named = view.capital(end) && !view.is(end, ClassId::stop_name);
  const bool described = is_outside(view, before) || view.is(before, ClassId::role_time);
  const bool bounded = described || view.mark(before, ',') || view.capital(before) ||
                       (named && (function_words().has(view.token(before).hash) || view.is(before, ClassId::say_verb) ||
                                  view.is(before, ClassId::locative)));
  if (!bounded) return begin;
  // Behind a name or a comma the words may hold the verb: "Acme hires engineer Ann Lee".
  for (std::uint32_t i = begin; i-- > at;)
    if (!described && may_be_verb(view, i) && !view.classes(i).any(modifiers)) return i + 1;
  return at;
}

std::uint32_t area_end(const SentenceView& view, std::uint32_t end) {
  // "director of research | and policy at Acme", where the dictionary has "director of research"
  if (view.word_is(end, view.literals.and_) && view.word_is(end - 2, view.literals.of) && end + 2 < view.last &&
      !view.is(end + 1, ClassId::role) && !view.is(end + 2, ClassId::role)) {
    const bool closed =
        view.word_is(end + 2, view.literals.at) || view.word_is(end + 2, view.literals.for_) || view.mark(end + 2, ',');
    const bool area = view.is(end + 1, ClassId::role_area) && view.capital(end + 1) && view.capital(end - 1);
    if (area || (closed && is_field_word(view, end + 1))) return end + 2;
  }
  const bool of = view.word_is(end, view.literals.of);
  const bool for_ = view.word_is(end, view.literals.for_);
  const bool on = view.word_is(end, view.literals.on);
  if (!of && !for_ && !on && !view.word_is(end, view.literals.in)) return end;
  std::uint32_t i = end + 1;
  std::uint32_t reached = end;
  while ((of || for_ || on) && i < view.last && i - end < 7) {
    std::uint32_t next = i;
    const bool fits = view.is(i, ClassId::role_area) && !view.is(i, ClassId::country);
    if (fits && view.capital(i) == view.capital(end - 1)) next = i + 1;
    for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i))
      if (phrase.cls == ClassId::role_area && phrase.last > next) next = phrase.last;
    if (next == i) break;
    reached = i = next;
    if (view.word_is(i, view.literals.and_)) ++i;
  }
  const std::string_view taken = takes(view, end);
  if (taken.empty()) return reached;
  i = end + 1;
  if (view.capital(end - 1) && (of || for_) && taken != "lower") {
    const bool minister = taken == "office";
    if (for_ && view.word_is(i, view.literals.the)) ++i;
    if (view.capital(i)) {
      const std::uint32_t area = minister || of ? title_area_end(view, i, minister) : i;
      return area == i ? reached : std::max(reached, area);
    }
  }
  if (on && taken == "topic" && view.capital(i) && view.classes(i).any(set_of(ClassId::country, ClassId::region)) &&
      !view.capital(i + 1))
    return i + 1;
  if (!view.lower(i) || (view.word_is(end, view.literals.in) && taken != "topic")) return reached;
  const std::uint32_t area = lower_area_end(view, i);
  if (area == i || area <= reached) return reached;
  if (describes_name(view, i, area)) return end;
  const bool sure = of || area - i > 1 || reached > end;  // "asked the director for help"
  return sure ? area : reached;
}

bool is_plural(const SentenceView& view, std::uint32_t first, std::uint32_t last) {
  if (!view.lower(first)) return false;
  const lexicon::EntryId entry = view.entry_at(first, last, ClassId::role);
  return entry != lexicon::EntryId::none && view.lexicon.attribute(entry, "number") == "plural";
}

bool names_people(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  // "who chairs Acme": a verb unless something shows a noun
  const bool noun = begin > view.first && (is_determiner_word(view, begin - 1) || is_describing(view, begin - 1));
  if (view.classes(end - 1).any(verbs) && end - begin == 1 && !noun) return false;
  const bool owner = begin > view.first && view.capital(begin - 1) && !noun;
  if (view.capital(end) && !view.is(end, ClassId::stop_name)) return !owner || !view.classes(end - 1).any(verbs);
  const std::uint32_t next = view.mark(end, ',') ? end + 1 : end;
  if (next < view.last && including_words().has(view.token(next).hash)) return true;
  static const std::uint64_t one = tokens::hash_folded("one");
  for (std::uint32_t i = begin; i-- > view.first && begin - i < 7;) {
    if (view.mark(i, ',') || including_words().has(view.token(i).hash)) return true;
    if (view.token(i).hash == one && view.word_is(i + 1, view.literals.of)) return true;
  }
  return false;
}

bool begins_rank(const SentenceView& view, std::uint32_t first, std::uint32_t i) {
  if (!view.capital(i) || view.is(i - 1, ClassId::role_modifier)) return false;
  lexicon::EntryId entry = view.entry_at(i, i + 1, ClassId::role_title);
  for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i))  // "Maj. Gen."
    if (entry == lexicon::EntryId::none && phrase.cls == ClassId::role_title)
      entry = phrase.entry;
  const bool acronym = view.token(i - 1).shape == tokens::Shape::upper && !view.mark(i - 1, '.');  // "CEO Sheikh Ali"
  if (acronym && entry != lexicon::EntryId::none && view.token(i).shape == tokens::Shape::title) return true;
  return first < i && entry != lexicon::EntryId::none && view.lexicon.attribute(entry, "area") == "military" &&
         view.lexicon.attribute(view.entry_at(i - 1, i, ClassId::role_title), "area") != "military";
}

}  // namespace dossier::recognize
