// Each verb looks back: "is not expected to meet" gives meet with flags negated and planned, beginning at "is".
#include "relate/verbs.hpp"

#include "relate/nodes.hpp"

namespace dossier::relate {
namespace {

constexpr rules::WordlistSet auxiliaries = rules::lists_of(Wordlist::be, Wordlist::have, Wordlist::auxiliary,
                                                           Wordlist::future, Wordlist::maybe, Wordlist::negation);
constexpr rules::WordlistSet governors =
    rules::lists_of(Wordlist::plan, Wordlist::deny, Wordlist::attribute, Wordlist::aspect);

class Finder {
 public:
  Finder(const Reading& reading, Workspace& work) : reading_(reading), work_(work), nodes_(work.nodes) {}

  void run() {
    find_transparent();
    work_.verbs.clear();
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (is_candidate(i)) add(i);
      remember_modal(i);
    }
  }

 private:
  void find_transparent() {
    work_.transparent.resize(nodes_.size());
    bool dated = false;  // the node behind is a date
    for (std::size_t i = nodes_.size(); i-- > 0;) {
      const rules::Item& item = nodes_[i].item;
      const bool date = item.type == TypeId::date;
      const bool preposition = dated && item.mention == MentionId::none && item.lists.has(Wordlist::preposition);
      work_.transparent[i] = date || preposition || is_adverb(item) ? 1 : 0;
      dated = date;
    }
  }
  [[nodiscard]] bool has(std::uint32_t i, Wordlist list) const {
    return i != nothing && i < nodes_.size() && nodes_[i].item.lists.has(list);
  }
  [[nodiscard]] bool ing(std::uint32_t i) const { return (nodes_[i].item.marks & ends_ing) != 0; }
  [[nodiscard]] bool is_to(std::uint32_t i) const {
    if (i == nothing) return false;
    const rules::Item& item = nodes_[i].item;
    return item.mention == MentionId::none && item.span.size() == 2 &&
           (reading_.text.text[item.span.begin] == 't' || reading_.text.text[item.span.begin] == 'T') &&
           (reading_.text.text[item.span.begin + 1] == 'o' || reading_.text.text[item.span.begin + 1] == 'O');
  }

  [[nodiscard]] bool is_candidate(std::uint32_t i) const {
    const rules::Item& item = nodes_[i].item;
    if (item.mention != MentionId::none || nodes_[i].phrase != nothing) return false;
    if (item.lists.has(Wordlist::be)) return !serves(i);
    if (item.lists.has(Wordlist::have) && has_participle(i)) return false;
    const bool unknown = (item.marks & ends_ed) != 0 && item.shape == tokens::Shape::lower && item.lists.bits == 0;
    if (!item.lists.has(Wordlist::verb) && !unknown && !(modal_ && behind_modal(i))) return false;
    return !governs(i) && !is_noun(i);
  }

  // "should act", "will not blink": whatever stands there is a verb.
  [[nodiscard]] bool behind_modal(std::uint32_t i) const {
    return is_plain_word(nodes_[i].item) && !is_adverb(nodes_[i].item);
  }
  void remember_modal(std::uint32_t i) {
    constexpr rules::WordlistSet modals = rules::lists_of(Wordlist::future, Wordlist::maybe);
    const rules::Item& item = nodes_[i].item;
    if (!is_transparent(work_, i) && !item.lists.has(Wordlist::negation))
      modal_ = item.lists.any(modals) && item.mention == MentionId::none;
  }

  // A form of "be" that only helps another verb: "is meeting", "was told", "is to meet", "is expected to".
  [[nodiscard]] bool serves(std::uint32_t i) const {
    std::uint32_t next = behind(work_, i);
    while (has(next, Wordlist::negation) || has(next, Wordlist::be)) next = behind(work_, next);
    if (next == nothing) return false;
    const rules::Item& item = nodes_[next].item;
    if (is_to(next) || item.lists.any(governors)) return true;
    return item.mention == MentionId::none && (item.lists.has(Wordlist::verb) || (item.marks & ends_ed) != 0);
  }

  // "has met", "has not been": not "has plans".
  [[nodiscard]] bool has_participle(std::uint32_t i) const {
    std::uint32_t next = behind(work_, i);
    while (has(next, Wordlist::negation)) next = behind(work_, next);
    if (next == nothing || nodes_[next].item.mention != MentionId::none) return false;
    const rules::Item& item = nodes_[next].item;
    if (item.lists.has(Wordlist::be) || (item.marks & ends_ed) != 0) return true;
    return item.lists.has(Wordlist::verb) && !item.lists.has(Wordlist::noun);
  }

  // "expected" in "expected to meet": part of the group of the verb that follows.
  [[nodiscard]] bool governs(std::uint32_t i) const {
    if (!nodes_[i].item.lists.any(governors)) return false;
    const std::uint32_t next = behind(work_, i);
    if (next == nothing) return false;
    if (is_to(next)) {
      std::uint32_t verb = behind(work_, next);
      while (has(verb, Wordlist::be) || has(verb, Wordlist::have)) verb = behind(work_, verb);
      return verb != nothing && (has(verb, Wordlist::verb) || nodes_[verb].item.lists.any(governors));
    }
    return has(next, Wordlist::verb) && ing(next);
  }

  // "the call", "his visit", "a recent meeting", "in talks".
  [[nodiscard]] bool is_noun(std::uint32_t i) const {
    const std::uint32_t left = before(work_, i);
    if (left == nothing) return false;
    const Node& node = nodes_[left];
    const bool that = has(left, Wordlist::subordinator) && !has(i, Wordlist::noun);
    if (is_owner(node) || (has(left, Wordlist::determiner) && !that) || has(left, Wordlist::pronoun_owner)) return true;
    if (is_to(left)) return false;
    if (has(left, Wordlist::preposition) && !has(left, Wordlist::subordinator)) return !ing(i);
    return has(i, Wordlist::noun) && ((has(left, Wordlist::verb) && !ing(i)) || behind_article(left));
  }

  // "a long phone", "his first": words before a noun.
  [[nodiscard]] bool behind_article(std::uint32_t i) const {
    for (std::uint32_t words = 0; i != nothing && words < 4; ++words, i = before(work_, i)) {
      const rules::Item& item = nodes_[i].item;
      if (is_owner(nodes_[i]) || has(i, Wordlist::determiner) || has(i, Wordlist::pronoun_owner)) return true;
      const bool word = item.mention == MentionId::none && item.kind == tokens::TokenKind::word;
      if (!word || item.lists.any(auxiliaries) || has(i, Wordlist::preposition) || has(i, Wordlist::coordinator))
        return words > 0;
    }
    return true;
  }

  void add(std::uint32_t i) {
    Verb verb;
    verb.node = i;
    verb.first = i;
    verb.gerund = ing(i);
    read_flags(i, verb);
    auxiliary_chain(verb);
    while (governed(verb)) auxiliary_chain(verb);
    work_.verbs.push_back(verb);
  }

  // Takes "will not have been" into the group.
  void auxiliary_chain(Verb& verb) {
    std::uint32_t left = before(work_, verb.first);
    bool nearest = verb.first == verb.node;
    while (left != nothing && nodes_[left].item.lists.any(auxiliaries) &&
           nodes_[left].item.mention == MentionId::none) {
      if (has(left, Wordlist::be)) {
        if (nearest && !ing(verb.node) && left != verb.node) verb.passive = left;
        verb.gerund = ing(left);
      } else if (has(left, Wordlist::have)) {
        verb.gerund = ing(left);
      } else if (!has(left, Wordlist::negation)) {
        verb.gerund = false;
      }
      nearest = nearest && has(left, Wordlist::negation);
      take(left, verb);
      left = before(work_, left);
    }
    adverb_flags(verb);
  }

  void take(std::uint32_t left, Verb& verb) {
    // Adverbs between belong to the group too: "has reportedly met".
    for (std::uint32_t i = left; i < verb.first; ++i) read_flags(i, verb);
    verb.first = left;
    verb.infinitive = false;
  }

  // Adverbs right before the group: "allegedly met", "never met".
  void adverb_flags(Verb& verb) {
    for (std::uint32_t i = verb.first; i-- > 0 && is_transparent(work_, i);) read_flags(i, verb);
  }

  void read_flags(std::uint32_t i, Verb& verb) const {
    if (has(i, Wordlist::negation)) verb.flags |= RelationFlags::negated;
    if (has(i, Wordlist::future)) verb.flags |= RelationFlags::planned;
    if (has(i, Wordlist::maybe)) verb.flags |= RelationFlags::questioned;
    if (has(i, Wordlist::reportive)) verb.flags |= RelationFlags::reported;
    if (is_word(i, "formerly")) verb.flags |= RelationFlags::former;
  }

  [[nodiscard]] bool is_word(std::uint32_t i, std::string_view word) const {
    const Span span = nodes_[i].item.span;
    return reading_.text.text.substr(span.begin, span.size()) == word;
  }

  // Takes "expected to", "refused to", "is to", "denied", "accused of" before the group into it.
  bool governed(Verb& verb) {
    const std::uint32_t left = before(work_, verb.first);
    if (left == nothing) return false;
    const bool to = is_to(left);
    if (to) verb.infinitive = true;
    const bool of = has(left, Wordlist::preposition) && verb.gerund;
    const std::uint32_t governor = to || of ? before(work_, left) : verb.gerund ? left : nothing;
    if (governor == nothing || nodes_[governor].item.mention != MentionId::none) {
      if (to) verb.first = left;
      return false;
    }
    const rules::WordlistSet lists = nodes_[governor].item.lists;
    if (to && lists.has(Wordlist::be)) verb.flags |= RelationFlags::planned;
    if (to && is_word(governor, "used") && has(behind(work_, left), Wordlist::be)) verb.flags |= RelationFlags::former;
    if (to && lists.has(Wordlist::negation)) {
      verb.flags |= RelationFlags::negated;
    } else if (lists.has(Wordlist::plan)) {
      verb.flags |= RelationFlags::planned;
    } else if (lists.has(Wordlist::deny)) {
      verb.flags |= RelationFlags::negated;
    } else if (lists.has(Wordlist::attribute)) {
      verb.flags |= RelationFlags::reported;
    } else if (!lists.has(Wordlist::aspect) && !(to && lists.has(Wordlist::be))) {
      if (to) verb.first = left;
      return false;
    }
    if (of && !lists.has(Wordlist::attribute) && !lists.has(Wordlist::aspect)) return false;
    verb.first = governor;
    verb.infinitive = false;
    verb.gerund = ing(governor);
    return true;
  }

  const Reading& reading_;
  Workspace& work_;
  std::vector<Node>& nodes_;
  bool modal_ = false;  // the last word, adverbs and negations aside, was "will" or the like
};

}  // namespace

void find_verbs(const Reading& reading, Workspace& work) { Finder(reading, work).run(); }

}  // namespace dossier::relate
