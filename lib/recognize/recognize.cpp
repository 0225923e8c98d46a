// The order of work on a text: every sentence once, then, with what the names found say, those that they concern again.
#include "recognize/recognize.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::set_of;

constexpr lexicon::ClassSet opening_words = set_of(ClassId::common_word, ClassId::stop_name);

/// Where two dates meet inside one token ("31 May-1 June", "July-November 1954"), each gets what it has alone, so that
/// both can be chosen.
void part_dates(Candidate& first, Candidate& second) {
  if (first.last <= second.first) return;
  if (second.last > first.last)
    second.first = first.last;
  else if (first.first < second.first)
    first.last = second.first;
}

void add_dates(SentenceView& view) {
  Workspace& work = view.work;
  const std::size_t begin = work.candidates.size();
  auto it = std::lower_bound(work.dates.begin(), work.dates.end(), view.first,
                             [](const dates::TimeMention& date, std::uint32_t token) { return date.first < token; });
  for (; it != work.dates.end() && it->first < view.last; ++it) {
    if (it->last > view.last || it->invalid) continue;
    if (it != work.dates.begin() && shares_word(it[-1], *it)) continue;
    Score score(view.weights);
    score.add(Evidence::fixed_form);
    work.candidates.push_back({.first = it->first,
                               .last = it->last,
                               .type = TypeId::date,
                               .proposal = Proposal::date,
                               .score = score.total(),
                               .detail = static_cast<std::uint32_t>(it - work.dates.begin()),
                               .evidence = score.bits()});
    if (work.candidates.size() - begin >= 2) part_dates(work.candidates.end()[-2], work.candidates.back());
  }
}

void read_sentence(SentenceView view) {
  const auto begin = static_cast<std::uint32_t>(view.work.candidates.size());
  if ((view.all_signs & may_address) != 0) propose_addresses(view);
  add_dates(view);
  propose_names(view);
  propose_roles(view);
  if ((view.all_signs & may_pronoun) != 0) propose_pronouns(view);
  if (!view.own_names.empty()) propose_own_names(view);
  if (view.rules != nullptr) apply_name_rules(view, begin);
  choose(view, begin);
}

/// First words of organizations that do not stand for the whole.
constexpr lexicon::ClassSet no_short_forms =
    set_of(ClassId::common_word, ClassId::country, ClassId::nationality, ClassId::region, ClassId::city, ClassId::place,
           ClassId::group, ClassId::given_name, ClassId::stop_name, ClassId::org_modifier, ClassId::org_head_of);

bool family_name_first(lexicon::ClassSet first_word) {
  return first_word.has(ClassId::surname) && !first_word.any(set_of(ClassId::given_name, ClassId::stop_name));
}

/// "| Tolm | is a town", "| Tolm |, a town", "the town of | Tolm |"; not "the | Tolm | city", which is said of people,
/// too.
bool says_what_it_is(const tokens::TokenizedText& text, const Candidate& name) {
  const std::string_view before = name.first == 0 ? std::string_view() : text.text_of(name.first - 1);
  const std::string_view after = name.last < text.tokens.size() ? text.text_of(name.last) : std::string_view();
  if (before == "the" || before == "The") return false;
  return before == "of" || after == "," || after == "is" || after == "was";
}

constexpr auto bit_of_described = static_cast<unsigned>(Evidence::loc_described);

/// Takes a chosen name into the memory of the text.
void remember(const tokens::TokenizedText& text, Workspace& work, const Candidate& candidate) {
  const auto hash = [&](std::uint32_t i) { return text.tokens[i].hash; };
  const std::uint32_t last = candidate.last - 1;
  if (candidate.type == TypeId::person && candidate.last - candidate.first >= 2 && candidate.score > 0.4F) {
    std::uint32_t surname = last;
    if (work.matches.classes[surname].has(ClassId::name_suffix) && surname > candidate.first) --surname;
    if (!work.matches.classes[surname].has(ClassId::stop_name)) work.memory.add(hash(surname), seen_surname);
    for (std::uint32_t i = candidate.first + 1; i < surname; ++i)  // "Merlo" of "Juan Merlo Arias"
      if (family_name_first(work.matches.classes[i]) && !work.matches.classes[i].has(ClassId::common_word))
        work.memory.add(hash(i), seen_surname);
    if (family_name_first(work.matches.classes[candidate.first]))
      work.memory.add(hash(candidate.first), seen_surname);  // "Liu" of "Liu Wenhai"
    if (!work.matches.classes[candidate.first].any(opening_words) ||
        work.matches.classes[candidate.first].has(ClassId::given_name))
      work.memory.add(hash(candidate.first), seen_given);
  } else if (candidate.type == TypeId::organization && candidate.score > 0.4F) {
    if (candidate.first == last && !work.matches.classes[last].has(ClassId::common_word))
      work.memory.add(hash(last), seen_organization);
    // "Acme" for "Acme Corp.", "Harven" for "Harven Voss"
    if (candidate.first < last && !work.matches.classes[candidate.first].any(no_short_forms))
      work.memory.add(hash(candidate.first), seen_organization);
  } else if (candidate.type == TypeId::location && candidate.first == last && candidate.score > 1.0F) {
    work.memory.add(hash(last), seen_location);
    const bool described = (candidate.evidence[bit_of_described / 64] >> (bit_of_described % 64) & 1U) != 0;
    if (described && says_what_it_is(text, candidate)) work.memory.add(hash(last), said_place);
  }
}

/// True when a sentence has a capitalised word that names of the text explain and that is no mention yet, or one whose
/// reading the memory may change: a lone word, or a headline. `capitals` and `chosen` are the sentence's.
bool worth_second_reading(const tokens::TokenizedText& text, const Workspace& work,
                          std::span<const std::uint32_t> capitals, std::span<const std::uint32_t> chosen,
                          bool rules_remember) {
  for (const std::uint32_t i : capitals) {
    const std::uint8_t seen = work.memory.find(text.tokens[i].hash);
    if (seen == 0) continue;
    if (rules_remember) return true;  // some rule may ask for it
    const auto covers = [&](std::uint32_t candidate) {
      const Candidate& c = work.candidates[candidate];
      if (i < c.first || i >= c.last) return false;
      if (c.last - c.first > 1) return true;
      return (c.type == TypeId::person && (seen & (seen_surname | seen_given | seen_person)) != 0) ||
             (c.type == TypeId::organization && seen == seen_organization) ||
             (c.type == TypeId::location && (seen & ~unsigned{said_place}) == seen_location);
    };
    if (std::none_of(chosen.begin(), chosen.end(), covers)) return true;
  }
  return false;
}

/// What kind and shape of a token say of it.
struct Look {
  static constexpr unsigned upper = 21;  // first bits of the fields of `counts`; words stand in the lowest
  static constexpr unsigned capital = 42;
  static constexpr std::uint64_t count_mask = (1U << upper) - 1;
  std::uint8_t signs = 0;
  std::uint8_t if_joined =
      0;  // signs of words in lower case that are glued to the token before, or part of names even so
  std::uint8_t looks = 0;  // Cell::Looks
  std::uint64_t counts = 0;
};

constexpr std::size_t kinds = static_cast<std::size_t>(tokens::TokenKind::hashtag) + 1;
constexpr std::size_t shapes = static_cast<std::size_t>(tokens::Shape::none) + 1;

constexpr std::array<std::array<Look, shapes>, kinds> make_looks() {
  std::array<std::array<Look, shapes>, kinds> table{};
  for (const tokens::TokenKind kind : {tokens::TokenKind::url, tokens::TokenKind::email, tokens::TokenKind::handle})
    for (Look& look : table[static_cast<std::size_t>(kind)]) look.signs = may_address;
  for (Look& look : table[static_cast<std::size_t>(tokens::TokenKind::punctuation)]) look.looks = Cell::punctuation;
  for (Look& look : table[static_cast<std::size_t>(tokens::TokenKind::possessive)]) look.looks = Cell::possessive;
  for (std::size_t shape = 0; shape < shapes; ++shape) {
    Look& look = table[static_cast<std::size_t>(tokens::TokenKind::word)][shape];
    look.counts = 1;
    if (shape == static_cast<std::size_t>(tokens::Shape::lower)) {
      look.if_joined = may_name;
      look.looks = Cell::lower;
      continue;
    }
    if (shape != static_cast<std::size_t>(tokens::Shape::none)) look.looks = Cell::capital;
    look.signs = may_name;
    look.counts |= std::uint64_t{1} << Look::capital;
    if (shape == static_cast<std::size_t>(tokens::Shape::upper)) look.counts |= std::uint64_t{1} << Look::upper;
  }
  return table;
}

constexpr std::array<std::array<Look, shapes>, kinds> looks = make_looks();

/// A rule may begin with the name of several words that starts at one of the tokens.
bool admits_phrase(const rules::StageFilter& filter, const lexicon::Matches& matches, std::uint32_t first,
                   std::uint32_t last) {
  const lexicon::ClassSet asked = filter.classes | filter.capital_classes;
  if (asked.empty()) return false;
  const auto phrases =
      std::span(matches.phrases)
          .subspan(matches.phrase_begin[first], matches.phrase_begin[last] - matches.phrase_begin[first]);
  return std::any_of(phrases.begin(), phrases.end(), [&](const lexicon::PhraseMatch& phrase) {
    return names_things(phrase.cls) && asked.has(phrase.cls);
  });
}

}  // namespace

bool shares_word(const dates::TimeMention& first, const dates::TimeMention& second) noexcept {
  return first.first == second.first && first.last == second.last && first.first + 1 == first.last && !first.invalid &&
         !second.invalid;
}

SentenceView make_view(const tokens::TokenizedText& text, const Recognizers& parts, Workspace& work,
                       const tokens::Sentence& sentence) {
  const std::uint32_t size = sentence.last - sentence.first;
  work.cells.resize(size + std::size_t{2} * Cell::margin);
  std::fill_n(work.cells.begin(), Cell::margin, Cell{});
  std::fill_n(work.cells.end() - Cell::margin, Cell::margin, Cell{});
  SentenceView view{.text = text,
                    .all_tokens = text.tokens.data(),
                    .cell_of_zero = reinterpret_cast<std::uintptr_t>(work.cells.data() + Cell::margin) -
                                    std::uintptr_t{sentence.first} * sizeof(Cell),
                    .lexicon = parts.lexicon,
                    .weights = parts.weights,
                    .literals = parts.literals,
                    .work = work,
                    .first = sentence.first,
                    .last = sentence.last,
                    .kind = sentence.kind,
                    .threshold = parts.threshold,
                    .rules = parts.rules && parts.rules->has(rules::Stage::names) ? &*parts.rules : nullptr,
                    .own_names = parts.own_names,
                    .nouns = parts.nouns};
  constexpr lexicon::ClassSet may_be_small = written_small | set_of(ClassId::name_particle);
  constexpr lexicon::ClassSet roles = set_of(ClassId::role, ClassId::role_title, ClassId::kin);
  std::uint8_t all_signs = 0;
  work.signs.resize(std::size_t{size} + 8);  // SentenceView::next() reads eight at once
  std::uint8_t* const signs = work.signs.data();
  const tokens::Token* const all = view.all_tokens + view.first;
  const lexicon::ClassSet* const classes = work.matches.classes.data() + view.first;
  Cell* const cells = work.cells.data() + Cell::margin;
  const std::uint32_t* const phrases = work.matches.phrase_begin.data() + view.first;
  std::uint64_t counts = 0;
  static constexpr rules::StageFilter no_rules;
  const rules::StageFilter& filter = view.rules != nullptr ? view.rules->filter(rules::Stage::names) : no_rules;
  bool rules_may_match = false;
  for (std::uint32_t i = 0; i < size; ++i) {  // without branches: what words are like is hard to foresee
    const Look& look = looks[static_cast<std::size_t>(all[i].kind)][static_cast<std::size_t>(all[i].shape)];
    const int one_byte = all[i].span.size() == 1 ? 1 : 0;
    Cell& cell = cells[i];  // field by field: a whole one would be put together elsewhere first
    cell.classes = classes[i];
    cell.hash = all[i].hash;
    cell.looks = look.looks;
    cell.seen = 0;
    cell.mark = static_cast<char>(text.text[all[i].span.begin] * one_byte);
    const unsigned joined =
        static_cast<unsigned>((all[i].flags & tokens::space_before) == 0) |
        static_cast<unsigned>(((classes[i].low & may_be_small.low) | (classes[i].high & may_be_small.high)) != 0);
    const unsigned role = static_cast<unsigned>(((classes[i].low & roles.low) | (classes[i].high & roles.high)) != 0) |
                          static_cast<unsigned>(phrases[i] != phrases[i + 1]);
    const unsigned pronoun = classes[i].has(ClassId::pronoun);
    signs[i] = static_cast<std::uint8_t>(look.signs | (look.if_joined & (0U - joined)) | role * may_role |
                                         pronoun * may_pronoun);
    all_signs |= signs[i];
    rules_may_match |= filter.admits(all[i], classes[i]);
    counts += look.counts & (std::uint64_t{0} - static_cast<std::uint64_t>(all[i].span.size() >= 4));
  }
  if (!work.memory.empty())
    for (std::uint32_t i = 0; i < size; ++i) cells[i].seen = work.memory.find(cells[i].hash);
  view.all_signs = all_signs;
  view.rules_may_match = rules_may_match || admits_phrase(filter, work.matches, view.first, view.last);
  const std::uint64_t words = counts & Look::count_mask;
  const std::uint64_t upper = (counts >> Look::upper) & Look::count_mask;
  const std::uint64_t capital = counts >> Look::capital;
  view.all_caps = words >= 3 && upper * 4 >= words * 3;
  view.title_case =
      !view.all_caps && sentence.kind != tokens::SentenceKind::body && words >= 3 && capital * 10 >= words * 7;
  return view;
}

void find_candidates(const tokens::TokenizedText& text, const Recognizers& recognizers,
                     const std::optional<dates::Anchor>& anchor, Workspace& work) {
  work.candidates.clear();
  work.sentence_begin.clear();
  work.hints.clear();
  work.memory.clear();
  work.message.reset();
  work.pronouns.clear();
  work.capitals.clear();
  work.chosen.clear();
  work.dates =
      dates::find_dates({text, recognizers.lexicon, work.matches}, anchor, recognizers.dates, work.date_memory);
  for (const tokens::Sentence& sentence : text.sentences) {
    work.sentence_begin.push_back(static_cast<std::uint32_t>(work.candidates.size()));
    read_sentence(make_view(text, recognizers, work, sentence));
  }
  work.sentence_begin.push_back(static_cast<std::uint32_t>(work.candidates.size()));
  const std::size_t chosen_first = work.chosen.size();  // by the first reading
  for (std::size_t i = 0; i < chosen_first; ++i) remember(text, work, work.candidates[work.chosen[i]]);
  remember_shown(text, chosen_first, work);
  if (work.memory.empty()) return;
  const bool rules_remember = recognizers.rules && recognizers.rules->remembers();
  const std::vector<std::uint32_t>& capitals = work.capitals;  // further readings add none
  std::size_t next = 0;
  std::size_t next_chosen = 0;
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    const std::uint32_t begin = work.sentence_begin[s];
    const std::uint32_t end = work.sentence_begin[s + 1];
    const std::size_t first = next;
    while (next < capitals.size() && capitals[next] < text.sentences[s].last) ++next;
    const auto here = std::span(capitals).subspan(first, next - first);
    const std::size_t chosen = next_chosen;
    while (next_chosen < chosen_first && work.chosen[next_chosen] < end) ++next_chosen;
    const auto chosen_here = std::span(work.chosen).subspan(chosen, next_chosen - chosen);
    if (!worth_second_reading(text, work, here, chosen_here, rules_remember)) continue;
    for (std::uint32_t i = begin; i < end; ++i) work.candidates[i].chosen = false;
    read_sentence(make_view(text, recognizers, work, text.sentences[s]));  // its new candidates stand at the end
  }
}

}  // namespace dossier::recognize
