// Whether an office of a body stands beside a name: "Zelvo chief executive", "Zelvo's founder", "a director at Zelvo".
// Companies are too many for dictionaries; the offices that only bodies have are few.
#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::set_of;

constexpr ClassSet roles = set_of(ClassId::role, ClassId::role_title);
constexpr ClassSet before_roles = set_of(ClassId::role_modifier, ClassId::role_time);
constexpr ClassSet opens_role = roles | before_roles;
constexpr std::uint32_t most_role_words = 3;
constexpr std::uint32_t most_words_before_quote = 6;

/// Words that describe a role and are no name by themselves: "Former", "Deputy", "Foreign", "Monday".
constexpr ClassSet no_names = set_of(
    ClassId::role, ClassId::role_title, ClassId::role_modifier, ClassId::role_time, ClassId::role_area, ClassId::kin,
    ClassId::honorific, ClassId::stop_name, ClassId::weekday, ClassId::month, ClassId::ordinal_word,
    ClassId::number_word, ClassId::nationality, ClassId::group, ClassId::country, ClassId::region, ClassId::compass);

/// An entry for a role that bodies give: of business, the media, schools, clubs; or one that says so (attribute of).
bool of_body(const SentenceView& view, lexicon::EntryId role) {
  if (role == lexicon::EntryId::none) return false;
  if (view.lexicon.attribute(role, "of") == "body") return true;
  if (view.lexicon.attribute(role, "office") != "yes") return false;
  const std::string_view area = view.lexicon.attribute(role, "area");
  return area == "business" || area == "media" || area == "academia" || area == "sport" || area == "arts";
}

bool role_begins(const SentenceView& view, std::uint32_t i) {
  if (i >= view.last) return false;
  if (of_body(view, view.entry_at(i, i + 1, ClassId::role))) return true;
  for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i))
    if (phrase.cls == ClassId::role && of_body(view, phrase.entry)) return true;
  return false;
}

bool role_ends(const SentenceView& view, std::uint32_t end) {
  for (std::uint32_t words = 1; words <= most_role_words && end >= view.first + words; ++words)
    if (of_body(view, view.entry_at(end - words, end, ClassId::role))) return true;
  return false;
}

/// "Zelvo", "Harbour Trust"; not "Former", "Deputy", "Marketing and Sales", "Anna Vik".
bool may_employ(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (view.is(a, ClassId::given_name) && !view.is(a, ClassId::common_word)) return false;
  if (view.is(a, ClassId::group) && view.is(a + 1, ClassId::given_name)) return false;  // "Republican Anna Vik"
  if (view.is(b - 1, ClassId::org_head) && b - a > 1) return true;
  if (view.classes(a).any(roles) || view.classes(b - 1).any(no_names)) return false;
  for (std::uint32_t i = a; i < b; ++i)
    if (view.capital(i) && !view.classes(i).any(no_names) && !view.is(i, ClassId::common_word)) return true;
  return false;
}

/// The office that begins at `i`: "former chief executive".
bool office_behind(const SentenceView& view, std::uint32_t i) {
  for (std::uint32_t words = 0; words < 2 && view.lower(i) && view.classes(i).any(before_roles) &&
                                !view.classes(i).any(roles) && !view.begins_phrase(i);
       ++words)
    ++i;
  return i < view.last && view.classes(i).any(opens_role) && role_begins(view, i);
}

/// The office that ends at `link`, a preposition: "a director | at", "CEO | of".
bool office_before(const SentenceView& view, std::uint32_t link) {
  const std::uint64_t word = view.token(link).hash;
  const bool links =
      word == view.literals.of || word == view.literals.for_ || word == view.literals.at || word == view.literals.with;
  return links && link > view.first && view.classes(link - 1).any(roles) && role_ends(view, link);
}

/// Behind a quotation mark whose words go back to an office: "host of the quiz show "The Orchard"".
bool shown_by(const SentenceView& view, std::uint32_t quote) {
  for (std::uint32_t i = quote; i > view.first + 1 && quote - i < most_words_before_quote && view.lower(i - 1); --i) {
    if (view.word_is(i - 1, view.literals.on) && view.is(i - 2, ClassId::role)) return role_ends(view, i - 1);
    if (office_before(view, i - 1)) return true;
  }
  return false;
}

}  // namespace

bool behind_office_of_place(const SentenceView& view, std::uint32_t i) {
  if (i < view.first + 2 || !view.word_is(i - 1, view.literals.of) || !view.classes(i - 2).any(roles)) return false;
  for (std::uint32_t words = 1; words <= 2 && i - 1 >= view.first + words; ++words) {
    const lexicon::EntryId role = view.entry_at(i - 1 - words, i - 1, ClassId::role);
    if (role != lexicon::EntryId::none && view.lexicon.attribute(role, "of") == "place") return true;
  }
  return false;
}

bool has_office(const SentenceView& view, const NameSpan& span) {
  constexpr ClassSet role_words = opens_role | set_of(ClassId::role_area);
  if (span.last - span.first > 1 && span.after_lower && span.after.any(role_words) &&
      view.is(span.last - 1, ClassId::org_head))
    return true;  // "Harbour University law professor"
  if (span.first > view.first && !span.before_lower) {
    const std::uint32_t quote = view.word_is(span.first - 1, view.literals.the) ? span.first - 2 : span.first - 1;
    if (view.quote(quote)) return shown_by(view, quote);
  }
  bool found = false;
  const std::uint32_t b = span.last;
  if (span.after.any(opens_role)) {
    found = office_behind(view, b);
  } else if (b < view.last && view.token(b).kind == tokens::TokenKind::possessive) {
    found = office_behind(view, b + 1);
  }
  if (!found && span.before_lower) {
    const std::uint32_t before = span.first - 1;
    const bool article = view.token(before).hash == view.literals.the && before > view.first;
    found = office_before(view, article ? before - 1 : before);
  }
  return found && !view.title_case && !view.all_caps && may_employ(view, span.first, b);
}

}  // namespace dossier::recognize
