// Both look only a few words around a verb or noun.
#include "relate/claims.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "relate/nodes.hpp"
#include "relate/verbs.hpp"

namespace dossier::relate {
namespace {

constexpr std::uint32_t most_words_of_source = 5;
constexpr std::uint32_t most_words_before_event = 5;

class Sentence {
 public:
  Sentence(const Reading& reading, const Workspace& work) : reading_(reading), work_(work) {}

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(work_.nodes.size()); }
  [[nodiscard]] const rules::Item& item(std::uint32_t i) const { return work_.nodes[i].item; }
  [[nodiscard]] bool in(std::uint32_t i, Wordlist list) const { return i != nothing && item(i).lists.has(list); }
  [[nodiscard]] bool mark(std::uint32_t i, char c) const { return i != nothing && is_mark(item(i), c); }
  [[nodiscard]] bool is(std::uint32_t i, std::initializer_list<std::string_view> words) const {
    if (i == nothing) return false;
    const Span span = item(i).span;
    const std::string_view text = reading_.text.text.substr(span.begin, span.size());
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return word == text; });
  }
  [[nodiscard]] std::uint32_t left(std::uint32_t i) const { return i == nothing ? nothing : before(work_, i); }
  [[nodiscard]] std::uint32_t right(std::uint32_t i) const { return i == nothing ? nothing : behind(work_, i); }
  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    return std::any_of(work_.verbs.begin(), work_.verbs.end(), [&](const Verb& verb) { return verb.node == i; });
  }
  [[nodiscard]] bool is_name(std::uint32_t i) const { return i != nothing && is_noun_phrase(work_.nodes[i]); }

  /// A word of a noun phrase without a name: "the newspaper", "two officials".
  [[nodiscard]] bool is_common(std::uint32_t i) const {
    return i != nothing && (is_plain_word(item(i)) || in(i, Wordlist::determiner) || in(i, Wordlist::organ));
  }

  /// The comma before the source whose last word is node i; nothing when it is no ", police" or ", the mayor".
  [[nodiscard]] std::uint32_t comma_before(std::uint32_t i) const {
    if (is_name(i)) i = left(i);
    for (std::uint32_t words = 0; words < most_words_of_source && is_common(i); ++words) i = left(i);
    return mark(i, ',') ? i : nothing;
  }

  /// Nothing more is said behind verb i: the sentence ends, or only time, place or listener follow.
  [[nodiscard]] bool closes(std::uint32_t i) const {
    const std::uint32_t next = right(i);
    if (next == nothing || mark(next, '.') || is(i, {"told", "tells"})) return true;
    return in(next, Wordlist::preposition) && !in(next, Wordlist::subordinator);
  }

 private:
  const Reading& reading_;
  const Workspace& work_;
};

// The comma that closes what the last verb of the sentence reports: "A met B, C said", "A met B, said C".
std::uint32_t end_of_claim(const Sentence& sentence, const Verb& verb) {
  if (!sentence.in(verb.node, Wordlist::say) || verb.gerund || verb.infinitive) return nothing;
  const std::uint32_t left = sentence.left(verb.first);
  if (sentence.mark(left, ',')) {
    const std::uint32_t speaker = sentence.right(verb.node);
    return sentence.is_name(speaker) || sentence.in(speaker, Wordlist::determiner) ? left : nothing;
  }
  if (left == nothing || !sentence.closes(verb.node)) return nothing;
  return sentence.comma_before(left);
}

}  // namespace

void find_sources(const Reading& reading, Workspace& work) {
  work.claimed_end = 0;
  if (work.verbs.empty()) return;
  const Sentence sentence(reading, work);
  const auto flag = [&](std::uint32_t first, std::uint32_t last) {
    for (Verb& verb : work.verbs)
      if (verb.node >= first && verb.node < last && !sentence.in(sentence.left(verb.first), Wordlist::relative))
        verb.flags |= RelationFlags::reported;
  };
  constexpr std::uint32_t according = 9;  // letters
  for (std::uint32_t i = 0; i + 1 < sentence.size(); ++i) {
    if (sentence.item(i).span.size() != according || !sentence.is(i, {"according", "According"}) ||
        !sentence.is(i + 1, {"to"}))
      continue;
    if (!sentence.is(i + 2 < sentence.size() ? i + 2 : nothing, {"plan", "plans", "schedule"}))
      flag(0, sentence.size());
  }
  if (work.verbs.size() < 2) return;
  const std::uint32_t comma = end_of_claim(sentence, work.verbs.back());
  std::uint32_t opening = 0;
  while (opening < sentence.size() && is_transparent(work, opening)) ++opening;
  if (comma == nothing || sentence.in(opening, Wordlist::subordinator) || sentence.in(opening, Wordlist::preposition))
    return;
  work.claimed_end = comma;
  flag(0, comma);
}

RelationFlags event_flags(const Reading& reading, const Workspace& work, std::uint32_t node) {
  const Sentence sentence(reading, work);
  RelationFlags flags = RelationFlags::none;
  if (node == nothing || sentence.is_verb(node) || sentence.item(node).mention != MentionId::none) return flags;
  if (node < work.claimed_end) flags |= RelationFlags::reported;
  const auto governor_flags = [&](std::uint32_t i) {
    if (sentence.in(i, Wordlist::deny)) flags |= RelationFlags::negated;
    if (sentence.in(i, Wordlist::plan)) flags |= RelationFlags::planned;
    if (sentence.in(i, Wordlist::attribute)) flags |= RelationFlags::reported;
  };
  std::uint32_t i = node;
  for (std::uint32_t words = 0; words < most_words_before_event && i-- > 0; ++words) {
    const rules::Item& item = sentence.item(i);
    if (item.mention != MentionId::none || item.kind != tokens::TokenKind::word) break;
    if (sentence.in(i, Wordlist::negation)) flags |= RelationFlags::negated;
    if (sentence.in(i, Wordlist::reportive) || sentence.is(i, {"purported", "supposed", "rumoured", "rumored"}))
      flags |= RelationFlags::reported;
    if (sentence.is(i, {"upcoming", "forthcoming", "future", "possible", "potential", "prospective", "next"}))
      flags |= RelationFlags::planned;
    if (sentence.is(i, {"cancelled", "canceled", "aborted", "abortive"})) flags |= RelationFlags::negated;
    if (sentence.in(i, Wordlist::determiner) || sentence.in(i, Wordlist::pronoun_owner)) break;
    if (sentence.is_verb(i) || sentence.in(i, Wordlist::preposition)) {
      ++i;
      break;
    }
    governor_flags(i);
  }
  if (i >= sentence.size()) return flags;
  std::uint32_t governor = sentence.left(i);
  if (sentence.is(governor, {"off", "out"})) {
    const std::uint32_t verb = sentence.left(governor);
    if (sentence.is(verb, {"called", "call", "calls", "ruled", "rule", "rules", "ruling"}))
      flags |= RelationFlags::negated;
    return flags;
  }
  // "ruled out", where "out" is an adverb
  if (sentence.is(governor, {"ruled", "rules", "called"}) && governor + 1 < i &&
      sentence.is(governor + 1, {"out", "off"}))
    flags |= RelationFlags::negated;
  if (sentence.in(governor, Wordlist::preposition) && !sentence.in(governor, Wordlist::subordinator)) {
    const std::uint32_t verb = sentence.left(governor);
    if (sentence.is(governor, {"for", "on", "against"})) governor_flags(verb);
    if (sentence.is(verb, {"idea", "plan", "plans", "possibility", "prospect", "proposal", "hope", "hopes", "chance"}))
      flags |= RelationFlags::planned;
    return flags;
  }
  governor_flags(governor);
  return flags;
}

}  // namespace dossier::relate
