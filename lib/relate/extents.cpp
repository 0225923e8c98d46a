// Two passes over the units of a sentence, which are its mentions and the words between them: from the last to the
// first for what follows a name, because "Vik of the Board in Oslo" needs the phrase of the Board; from the first to
// the last for what stands before it, because "the Board's envoy Vik" does.
#include "relate/extents.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "relate/nodes.hpp"

namespace dossier::relate {
namespace {

using lexicon::ClassId;
using lexicon::set_of;

constexpr std::uint32_t most_modifiers = 4;  // words in small letters before a name
constexpr lexicon::ClassSet larger_places = set_of(ClassId::region, ClassId::country);

/// A mention, or a token of none.
struct Unit {
  rules::Item item;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  bool larger = false;      // the name of a country or region
  std::uint32_t begin = 0;  // of its phrase: units [begin, end)
  std::uint32_t end = 0;
};

class Extender {
 public:
  explicit Extender(const Reading& reading) : reading_(reading) {
    extents_.reserve(reading.mentions.size());
    for (const Mention& mention : reading.mentions) extents_.push_back(mention.span);
  }

  std::vector<Span> run() {
    for (const tokens::Sentence& sentence : reading_.text.sentences) {
      build(sentence);
      for (std::uint32_t i = size(); i-- > 0;) units_[i].end = behind(i);
      for (std::uint32_t i = 0; i < size(); ++i) units_[i].begin = before(i);
      for (std::uint32_t i = 0; i < size(); ++i) write(i);
    }
    return std::move(extents_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }
  [[nodiscard]] const rules::Item& item(std::uint32_t i) const { return units_[i].item; }
  [[nodiscard]] const tokens::Token& token(std::uint32_t i) const { return reading_.text.tokens[i]; }
  [[nodiscard]] std::string_view text(std::uint32_t i) const {
    return reading_.text.text.substr(item(i).span.begin, item(i).span.size());
  }

  void build(const tokens::Sentence& sentence) {
    units_.clear();
    const std::vector<Mention>& mentions = reading_.mentions;
    for (std::uint32_t at = sentence.first; at < sentence.last;) {
      while (next_ < mentions.size() && (mentions[next_].nested || mentions[next_].span.end <= token(at).span.begin))
        ++next_;
      Unit& unit = units_.emplace_back();
      unit.first = at++;
      rules::Item& made = unit.item;
      if (next_ < mentions.size() && mentions[next_].span.begin < token(unit.first).span.end) {
        const Mention& mention = mentions[next_];
        while (at < sentence.last && token(at).span.begin < mention.span.end) ++at;
        made.mention = static_cast<MentionId>(next_++);
        made.type = mention.type;
        made.reference = mention.kind;
        unit.larger = is_larger(unit.first, at);
      } else {
        reading_.rules.set_word(made, token(unit.first).hash);
      }
      unit.last = at;
      made.span = {token(unit.first).span.begin, token(at - 1).span.end};
      made.kind = token(unit.first).kind;
      made.shape = token(unit.first).shape;
      made.classes = reading_.matches.classes[at - 1];
      if (made.kind == tokens::TokenKind::punctuation && made.span.size() == 1)
        made.mark = reading_.text.text[made.span.begin];
    }
  }

  [[nodiscard]] bool is_larger(std::uint32_t first, std::uint32_t last) const {
    if (last - first == 1) return reading_.matches.classes[first].any(larger_places);
    const auto phrases = reading_.matches.phrases_at(first);
    return std::any_of(phrases.begin(), phrases.end(), [&](const lexicon::PhraseMatch& phrase) {
      return phrase.last == last && (phrase.cls == ClassId::region || phrase.cls == ClassId::country);
    });
  }

  // What a unit is.
  [[nodiscard]] bool name(std::uint32_t i) const {
    const TypeId type = i < size() ? item(i).type : TypeId::none;
    return item_is_name(i) && (type == TypeId::person || body_or_place(i) || type == TypeId::group);
  }
  [[nodiscard]] bool item_is_name(std::uint32_t i) const {
    return i < size() && item(i).mention != MentionId::none && item(i).reference == MentionKind::name;
  }
  [[nodiscard]] bool body_or_place(std::uint32_t i) const {
    return is_type(i, TypeId::organization) || is_type(i, TypeId::location);
  }
  [[nodiscard]] bool is_type(std::uint32_t i, TypeId type) const {
    return i < size() && item(i).mention != MentionId::none && item(i).type == type;
  }
  [[nodiscard]] bool possessive(std::uint32_t i) const {
    return i < size() && item(i).kind == tokens::TokenKind::possessive;
  }
  [[nodiscard]] bool in(std::uint32_t i, Wordlist list) const {
    return i < size() && item(i).mention == MentionId::none && item(i).lists.has(list);
  }
  [[nodiscard]] bool word_is(std::uint32_t i, std::string_view word) const {
    return i < size() && item(i).mention == MentionId::none && text(i) == word;
  }
  [[nodiscard]] bool article(std::uint32_t i) const {
    return in(i, Wordlist::determiner) && !in(i, Wordlist::subordinator);
  }
  /// A word in small letters that may be an adjective or noun before another.
  [[nodiscard]] bool modifier(std::uint32_t i) const {
    if (item(i).mention != MentionId::none || item(i).kind != tokens::TokenKind::word ||
        item(i).shape != tokens::Shape::lower)
      return false;
    constexpr rules::WordlistSet nouns_too = rules::lists_of(
        Wordlist::noun, Wordlist::occupation, Wordlist::organ, Wordlist::kin, Wordlist::supporter, Wordlist::opponent,
        Wordlist::member, Wordlist::resident, Wordlist::native, Wordlist::title_time, Wordlist::former,
        Wordlist::not_adverb, Wordlist::plural_s, Wordlist::place_noun, Wordlist::event_noun);
    constexpr lexicon::ClassSet verbs = set_of(ClassId::person_verb, ClassId::org_verb, ClassId::say_verb);
    rules::WordlistSet others = item(i).lists;
    others.bits &= ~nouns_too.bits;
    if (others.bits != 0 || item(i).classes.any(verbs) || item(i).classes.has(ClassId::pronoun)) return false;
    const std::string_view word = text(i);
    return !word.ends_with("ing") && !word.ends_with("ly");
  }
  /// A noun for people that no dictionary has: "cosplayer", "archivist".
  [[nodiscard]] bool agent(std::uint32_t i) const {
    if (!modifier(i)) return false;
    if (item(i).classes.any(set_of(ClassId::role, ClassId::kin))) return true;
    constexpr std::array<std::string_view, 6> endings = {"er", "or", "ist", "man", "woman", "ian"};
    const std::string_view word = text(i);
    return word.size() > 5 &&
           std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
  }

  // What follows a name.
  [[nodiscard]] std::uint32_t behind(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    if (!name(i)) return end;
    if (body_or_place(i)) end = larger_place(i, end);
    end = joined(i, end);
    return possessive(end) ? end + 1 : end;
  }

  /// "Tolm, Norland"; not in a list of countries, nor of towns.
  [[nodiscard]] std::uint32_t larger_place(std::uint32_t i, std::uint32_t end) const {
    const bool apart = !is_type(i, TypeId::location) || end + 1 >= size() || item(end).mark != ',' ||
                       !is_type(end + 1, TypeId::location) || !units_[end + 1].larger;
    if (apart) return end;
    const bool country = units_[i].larger && !reading_.matches.classes[units_[i].first].has(ClassId::region);
    if (country || in(end + 2, Wordlist::coordinator)) return end;
    return without_owner(end + 1);
  }

  /// "of the Harbour Board" and the like.
  [[nodiscard]] std::uint32_t joined(std::uint32_t i, std::uint32_t end) const {
    const bool person = is_type(i, TypeId::person);
    const bool of = word_is(end, "of");
    const bool from = person && word_is(end, "from");
    const bool where = is_type(i, TypeId::organization) && (word_is(end, "in") || word_is(end, "at"));
    if (!of && !from && !where) return end;
    std::uint32_t at = end + 1;
    if (article(at)) ++at;
    if (!body_or_place(at) || !item_is_name(at)) return end;
    if (possessive(at + 1)) {  // "of Tolm's Harbour Board"
      if (!body_or_place(at + 2)) return end;
      at += 2;
    }
    return without_owner(at);
  }

  [[nodiscard]] std::uint32_t without_owner(std::uint32_t i) const {
    const std::uint32_t end = units_[i].end;
    return possessive(end - 1) ? end - 1 : end;
  }

  // What stands before a name.
  [[nodiscard]] std::uint32_t before(std::uint32_t i) const {
    if (!name(i)) return i;
    std::uint32_t begin = is_type(i, TypeId::person) ? before_person(i) : before_other(i);
    if (begin > 0 && article(begin - 1)) --begin;
    return begin;
  }

  /// The owner at `at` - 1 is "'s": where its phrase begins.
  [[nodiscard]] std::uint32_t owner(std::uint32_t at) const {
    if (at < 2 || !possessive(at - 1)) return at;
    if (name(at - 2)) return units_[at - 2].begin;
    return at;
  }

  [[nodiscard]] std::uint32_t before_person(std::uint32_t i) const {
    std::uint32_t at = i;
    std::uint32_t words = 0;
    bool role = false;
    while (at > 0) {
      const std::uint32_t p = at - 1;
      const bool title = is_type(p, TypeId::role) || in(p, Wordlist::honorific) ||
                         item(p).classes.has(ClassId::honorific) || (!role && agent(p));
      if (title || is_type(p, TypeId::group) || (role && body_or_place(p))) {
        role = role || title;
        at = p;
      } else if (role && words < most_modifiers && modifier(p)) {
        at = p;
        ++words;
      } else {
        break;
      }
    }
    if (at == i || !role) at = std::min(at, role_of(at));
    const std::uint32_t begin = owner(at);
    if (begin != at) return begin;
    const bool apposed = at < i && at > 0 && (article(at - 1) || in(at - 1, Wordlist::pronoun_owner));
    return apposed && item(at).shape == tokens::Shape::lower ? i : at;  // "the captain | Lars Vik"
  }

  /// "Minister of Roads | Lars Vik", "envoy to Norland | Lars Vik": where the role begins; `at` when there is none.
  [[nodiscard]] std::uint32_t role_of(std::uint32_t at) const {
    if (at < 3 || !body_or_place(at - 1)) return at;
    std::uint32_t link = at - 2;
    if (article(link)) --link;
    if (link == 0 || link >= size() || !in(link, Wordlist::owner_after) || !is_type(link - 1, TypeId::role)) return at;
    return before_person(link);
  }

  [[nodiscard]] std::uint32_t before_other(std::uint32_t i) const {
    std::uint32_t at = i;
    while (at > 0 && is_type(at - 1, TypeId::group)) --at;
    const std::uint32_t begin = owner(at);
    if (begin != at) return begin;
    std::uint32_t words = at;
    while (words > 0 && at - words < most_modifiers && modifier(words - 1)) --words;
    const bool noun = words < at && is_type(i, TypeId::organization) && in(at - 1, Wordlist::organ);
    const bool behind_preposition =
        words > 0 && words + 2 >= at && in(words - 1, Wordlist::preposition) && !in(words - 1, Wordlist::subordinator);
    return noun || behind_preposition ? words : at;
  }

  void write(std::uint32_t i) {
    if (!name(i)) return;
    Span& extent = extents_[static_cast<std::size_t>(item(i).mention)];
    const Unit& unit = units_[i];
    if (unit.begin < i) extent.begin = item(unit.begin).span.begin;
    if (unit.end > i + 1) extent.end = item(unit.end - 1).span.end;
  }

  const Reading& reading_;
  std::vector<Span> extents_;
  std::vector<Unit> units_;  // of the sentence
  std::uint32_t next_ = 0;   // mention
};

}  // namespace

std::vector<Span> find_extents(const Reading& reading) { return Extender(reading).run(); }

}  // namespace dossier::relate
