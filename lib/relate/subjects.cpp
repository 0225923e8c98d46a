// A machine that reads the nodes from left to right and remembers the subject of the clause at hand.
#include "relate/subjects.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "relate/nodes.hpp"
#include "relate/verbs.hpp"

namespace dossier::relate {
namespace {

constexpr std::uint32_t most_skipped_phrases = 3;
constexpr std::uint32_t most_description_words = 6;

class Machine {
 public:
  Machine(const Reading& reading, Workspace& work) : reading_(reading), work_(work), nodes_(work.nodes) {}

  void run() {
    std::uint32_t verb = 0;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      while (verb < work_.verbs.size() && work_.verbs[verb].node < i) ++verb;
      if (verb < work_.verbs.size() && work_.verbs[verb].node == i) {
        settle(verb);
      } else {
        look(i);
      }
      if (!is_transparent(work_, i)) left_ = i;
    }
  }

 private:
  [[nodiscard]] bool has(std::uint32_t i, Wordlist list) const {
    return i != nothing && nodes_[i].item.lists.has(list);
  }
  [[nodiscard]] bool mark(std::uint32_t i, char c) const {
    return i != nothing && is_mark(nodes_[i].item, c);
  }
  [[nodiscard]] bool noun_phrase(std::uint32_t i) const { return i != nothing && is_noun_phrase(nodes_[i]); }
  [[nodiscard]] bool is_word(std::uint32_t i, std::string_view word) const {
    const Span span = nodes_[i].item.span;
    return reading_.text.text.substr(span.begin, span.size()) == word;
  }
  [[nodiscard]] bool is_any(std::uint32_t i, std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(i, word); });
  }
  [[nodiscard]] bool is_any_before(std::uint32_t i, std::string_view word) const {
    const std::uint32_t left = before(work_, i);
    return left != nothing && is_word(left, word);
  }
  [[nodiscard]] bool is_by(std::uint32_t i) const { return is_word(i, "by"); }
  [[nodiscard]] bool quote(std::uint32_t i) const {
    if (i == nothing || nodes_[i].item.kind != tokens::TokenKind::punctuation) return false;
    const auto c = static_cast<unsigned char>(reading_.text.text[nodes_[i].item.span.begin]);
    return c == '"' || (c == 0xE2 && nodes_[i].item.span.size() == 3 && !dash(i));
  }
  // May begin or end a clause, or name somebody: all other words are passed over, save behind what opens a clause.
  [[nodiscard]] bool matters(std::uint32_t i) const {
    const rules::Item& item = nodes_[i].item;
    return item.kind == tokens::TokenKind::punctuation || item.type != TypeId::none ||
           item.lists.has(Wordlist::subordinator);
  }
  [[nodiscard]] bool dash(std::uint32_t i) const {
    const Span span = nodes_[i].item.span;
    const std::string_view word = reading_.text.text.substr(span.begin, span.size());
    return word == "\xE2\x80\x93" || word == "\xE2\x80\x94" || word == "--";
  }
  // Ends a clause for good.
  [[nodiscard]] bool stop(std::uint32_t i) const {
    if (i == nothing || nodes_[i].item.kind != tokens::TokenKind::punctuation) return false;
    const Span span = nodes_[i].item.span;
    switch (reading_.text.text[span.begin]) {
      case ';':
      case ':':
      case '.':
      case '?':
      case '!':
        return span.size() == 1;
      case ',':
      case '(':
      case ')':
        return false;
      default:
        return quote(i) || dash(i);
    }
  }
  [[nodiscard]] bool opens_clause(std::uint32_t i) const {
    return i == nothing || stop(i) || has(i, Wordlist::subordinator);
  }
  [[nodiscard]] bool opens_sentence(std::uint32_t i) const {
    const std::uint32_t left = before(work_, i);
    return left == nothing || stop(left);
  }
  [[nodiscard]] bool governed(std::uint32_t i) const {
    return has(i, Wordlist::preposition) && !has(i, Wordlist::subordinator);
  }

  void look(std::uint32_t i);
  [[nodiscard]] RelationFlags claimed_by_noun(std::uint32_t noun, const Verb* main) const;
  [[nodiscard]] RelationFlags inherited(const Verb& verb) const;
  [[nodiscard]] bool is_base(std::uint32_t verb) const;
  [[nodiscard]] bool ranked(std::uint32_t be, std::uint32_t infinitive) const;
  [[nodiscard]] bool common_subject(std::uint32_t i, bool needs_verb) const;
  void begin_clause(std::uint32_t subject);
  void settle(std::uint32_t index);
  std::uint32_t subject_of(Verb& verb);
  std::uint32_t of_gerund(Verb& verb, std::uint32_t left);
  std::uint32_t behind_phrase(const Verb& verb, std::uint32_t left);
  std::uint32_t of_infinitive(Verb& verb);
  [[nodiscard]] std::uint32_t antecedent(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t described(std::uint32_t i) const;
  [[nodiscard]] const Verb* verb_before(std::uint32_t i) const;

  const Reading& reading_;
  Workspace& work_;
  std::vector<Node>& nodes_;
  std::uint32_t left_ = nothing;                 // the nearest node before that is not transparent
  std::uint32_t subject_ = nothing;              // of the clause so far
  std::uint32_t outer_ = nothing;                // of the clause around a relative clause
  bool main_verb_ = false;                       // the clause\'s subject has had its verb
  bool relative_ = false;                        // inside a relative clause
  bool pending_ = false;                         // verbs wait for the subject to come
  RelationFlags content_ = RelationFlags::none;  // flags of what is claimed, asked or denied
};

// A node that is no verb: does it begin a clause or name its subject?
void Machine::look(std::uint32_t i) {
  if (is_transparent(work_, i)) {
    if (!has(i, Wordlist::adverb) && !has(i, Wordlist::reportive)) return;
    const bool opens = opens_clause(left_);  // "Perhaps A met B"
    if (opens && has(i, Wordlist::reportive)) content_ |= RelationFlags::reported;
    if (opens && is_any(i, {"perhaps", "Perhaps", "maybe", "Maybe"})) content_ |= RelationFlags::questioned;
    return;
  }
  const std::uint32_t left = left_;
  if (!matters(i)) {
    if (opens_clause(left) && common_subject(i, has(left, Wordlist::preposition))) subject_ = nothing;
    return;
  }
  if (stop(i)) {
    content_ = RelationFlags::none;
    relative_ = false;
    return;
  }
  if (has(i, Wordlist::subordinator)) {
    const Verb* const main = verb_before(i);
    if (main != nullptr && left == main->node) {
      if (has(left, Wordlist::say) || has(left, Wordlist::attribute)) content_ |= RelationFlags::reported;
      if (has(left, Wordlist::deny)) content_ |= RelationFlags::reported | RelationFlags::negated;
    } else if (main != nullptr && noun_phrase(left) && has(main->node, Wordlist::say)) {
      content_ |= RelationFlags::reported;  // "told B that"
    } else if (left != nothing) {
      content_ |= claimed_by_noun(left, main);
    }
    if (has(i, Wordlist::whether)) content_ |= RelationFlags::questioned;
    return;
  }
  if (mark(i, ',') && relative_) {
    const Verb* const last = verb_before(i);
    if (last != nullptr && last->subject == subject_) {
      subject_ = outer_;
      relative_ = false;
    }
    return;
  }
  if (!noun_phrase(i) || is_owner(nodes_[i])) {
    if (opens_clause(left) && common_subject(i, has(left, Wordlist::preposition))) subject_ = nothing;
    return;
  }
  const std::uint32_t right = behind(work_, i);
  const bool verb_follows = right != nothing && is_verbal(nodes_[right].item);
  const bool clause_follows = verb_follows || mark(right, ',') || has(right, Wordlist::relative);
  if ((opens_clause(left) && clause_follows) || ((mark(left, ',') || has(left, Wordlist::coordinator)) && verb_follows))
    begin_clause(i);
}

// What a noun or adjective before "that" says of the clause behind it: "rumours that", "it is false that".
RelationFlags Machine::claimed_by_noun(std::uint32_t noun, const Verb* main) const {
  if (has(noun, Wordlist::say) ||
      is_any(noun, {"rumour",      "rumours",     "rumor",       "rumors",     "allegation",  "allegations",
                    "speculation", "accusation",  "accusations", "suggestion", "suggestions", "suspicion",
                    "suspicions",  "assertion",   "assertions",  "idea",       "notion",      "theory",
                    "belief",      "possibility", "chance",      "fears",      "fear"}))
    return RelationFlags::reported;
  if (is_any(noun, {"false", "untrue", "wrong", "incorrect"})) return RelationFlags::negated;
  const bool denied = main != nullptr && has(before(work_, noun), Wordlist::negation);
  return denied && is_any(noun, {"true", "correct"}) ? RelationFlags::negated : RelationFlags::none;
}

// A form that is no past and no third person, as far as its ending shows: "meet" of "will fly to Oslo and meet B".
bool Machine::is_base(std::uint32_t verb) const {
  if ((nodes_[verb].item.marks & (ends_ed | ends_s | ends_ing)) != 0) return false;
  return !is_any(
      verb, {"met",  "told", "said",  "spoke", "went", "came",   "flew", "held",   "gave", "took", "wrote", "left",
             "got",  "had",  "was",   "were",  "sent", "made",   "won",  "lost",   "led",  "saw",  "sat",   "found",
             "kept", "knew", "began", "drove", "rang", "became", "ran",  "bought", "sold", "paid", "swore"});
}

// What the verb before a conjunction says of this one too: "may fly to Oslo and meet B", "neither met nor called B".
RelationFlags Machine::inherited(const Verb& verb) const {
  const std::uint32_t left = before(work_, verb.first);
  const Verb* const earlier = verb_before(verb.first);
  if (earlier == nullptr || verb.infinitive || verb.gerund || verb.passive != nothing) return RelationFlags::none;
  const bool joined = has(left, Wordlist::coordinator) || mark(left, ',');
  if (!joined || earlier->subject != verb.subject) return RelationFlags::none;
  if (is_any(left, {"nor"})) return earlier->flags | RelationFlags::negated;
  if (is_any(left, {"but", "yet"})) return RelationFlags::none;
  if (is_base(verb.node)) return earlier->flags;
  RelationFlags claimed = RelationFlags::none;
  for (const RelationFlags flag : {RelationFlags::reported, RelationFlags::questioned})
    if (dossier::has(earlier->flags, flag)) claimed |= flag;
  return has(left, Wordlist::coordinator) ? claimed : RelationFlags::none;
}

// "the recording of", "his remarks suggested": nouns without a name that a verb follows, or a preposition unless they
// stand behind one themselves ("after the meeting with").
bool Machine::common_subject(std::uint32_t i, bool needs_verb) const {
  bool noun = false;
  for (std::uint32_t words = 0; i != nothing && words < most_description_words; ++words, i = behind(work_, i)) {
    const rules::Item& item = nodes_[i].item;
    const bool article = item.lists.has(Wordlist::determiner) || item.lists.has(Wordlist::pronoun_owner) ||
                         (noun_phrase(i) && is_owner(nodes_[i]));
    if (!article && noun && is_verbal(item)) return true;
    if (!article && noun && item.lists.has(Wordlist::preposition)) return !needs_verb;
    if (!article && !is_plain_word(item) && !item.lists.has(Wordlist::noun)) return false;
    noun = noun || !article || item.lists.has(Wordlist::determiner);
  }
  return false;
}

void Machine::begin_clause(std::uint32_t subject) {
  if (subject_ != subject) main_verb_ = false;
  subject_ = subject;
  if (!pending_) return;
  for (Verb& verb : work_.verbs) {
    if (verb.node >= subject) break;
    if (verb.waits && verb.subject == nothing) verb.subject = subject;
  }
  pending_ = false;
}

void Machine::settle(std::uint32_t index) {
  Verb& verb = work_.verbs[index];
  verb.subject = subject_of(verb);
  const std::uint32_t left = before(work_, verb.first);
  // "said A met B": the clause behind a verb of saying without "that".
  if (verb.subject != nothing && verb.subject == left) {
    const std::uint32_t said = before(work_, left);
    const Verb* const main = verb_before(verb.first);
    const bool says = main != nullptr && main->node == said;
    const bool claimed = has(said, Wordlist::say) && (says || !nodes_[said].item.lists.has(Wordlist::noun));
    if (claimed && said != nothing && !mark(before(work_, said), '"')) content_ |= RelationFlags::reported;
    if (mark(said, ',') && !has(left, Wordlist::relative)) content_ = RelationFlags::none;
  }
  verb.flags |= content_ | inherited(verb);
  if (verb.subject != nothing && is_any_before(verb.subject, "nor")) verb.flags |= RelationFlags::negated;
  const bool absolute = verb.gerund && verb.subject != nothing && verb.subject == left;
  if (absolute) subject_ = left;
  const bool participle = verb.subject == nothing && verb.first == verb.node && subject_ != nothing && !main_verb_ &&
                          left != nothing && !is_verbal(nodes_[left].item);
  main_verb_ = main_verb_ || (verb.subject != nothing && verb.subject == subject_ && !verb.gerund && !verb.infinitive);
  if (!verb.gerund && !verb.infinitive && !participle && verb.subject != subject_) {
    if (verb.subject != nothing && !relative_) begin_clause(verb.subject);
    subject_ = verb.subject;
  }
}

const Verb* Machine::verb_before(std::uint32_t i) const {
  const auto found = std::lower_bound(work_.verbs.begin(), work_.verbs.end(), i,
                                      [](const Verb& verb, std::uint32_t node) { return verb.node < node; });
  return found == work_.verbs.begin() ? nullptr : &*(found - 1);
}

std::uint32_t Machine::subject_of(Verb& verb) {
  const std::uint32_t left = before(work_, verb.first);
  if (verb.infinitive) return of_infinitive(verb);
  if (left == nothing) {
    const std::uint32_t right = behind(work_, verb.node);
    verb.waits = verb.gerund || (right != nothing && is_by(right));  // "Founded by A, B closed"
    pending_ = pending_ || verb.waits;
    return nothing;
  }
  const Node& node = nodes_[left];
  if (noun_phrase(left) && !is_owner(node)) return behind_phrase(verb, left);
  if (has(left, Wordlist::relative)) {
    std::uint32_t who = antecedent(before(work_, left));
    const bool thing = is_word(left, "which") || is_word(left, "that");
    const TypeId type = who == nothing ? TypeId::none : nodes_[who].item.type;
    if (thing && type != TypeId::organization && type <= TypeId::law) who = nothing;
    if (!relative_) outer_ = subject_;
    relative_ = true;
    return who;
  }
  if (verb.gerund) return of_gerund(verb, left);
  if (mark(left, ',')) {
    const std::uint32_t right = behind(work_, verb.node);
    if (right != nothing && nodes_[right].item.lists.has(Wordlist::preposition) && verb.passive == nothing &&
        (nodes_[verb.node].item.marks & ends_ed) != 0 && noun_phrase(before(work_, left)) && is_by(right))
      return before(work_, left);
    // "..., his aide, Ann Lee, told B": the phrase between the commas begins the clause.
    const std::uint32_t phrase = before(work_, left);
    if (noun_phrase(phrase) && !is_owner(nodes_[phrase]) && nodes_[phrase].item.type != TypeId::location) {
      const std::uint32_t opening = before(work_, phrase);
      if (mark(opening, ',') && (nodes_[phrase].item.marks & rules::closed) != 0) return phrase;
    }
    return subject_;
  }
  if (has(left, Wordlist::coordinator) || is_verbal(node.item)) return subject_;
  // "a plan approved by B", "a company, the maker of cars, owned by B"
  const std::uint32_t right = behind(work_, verb.node);
  if (right != nothing && is_by(right)) return described(left);
  return nothing;
}

// "meeting C": of whoever the clause, or the verb that governs it, is about. `left` is the node before the verb.
std::uint32_t Machine::of_gerund(Verb& verb, std::uint32_t left) {
  const Node& node = nodes_[left];
  const std::uint32_t governor = before(work_, left);
  const Verb* const main = verb_before(verb.first);
  // "accused B of meeting C"
  if (governed(left) && noun_phrase(governor) && main != nullptr && has(main->node, Wordlist::object_control)) {
    if (has(main->node, Wordlist::attribute)) verb.flags |= RelationFlags::reported;
    if (main->passive != nothing) return main->subject;  // "was accused by B of meeting C"
    return governor;
  }
  // "stopped B from meeting C"
  if (is_word(left, "from") && noun_phrase(governor) && main != nullptr && main->node < governor &&
      is_any(main->node, {"stop",       "stops",       "stopped", "stopping", "prevent", "prevents", "prevented",
                          "preventing", "bar",         "bars",    "barred",   "barring", "ban",      "banned",
                          "banning",    "keep",        "keeps",   "kept",     "keeping", "dissuade", "dissuaded",
                          "discourage", "discouraged", "deter",   "deterred", "block",   "blocked"})) {
    verb.flags |= RelationFlags::negated;
    return governor;
  }
  // "praised B for meeting C"
  if (is_word(left, "for") && noun_phrase(governor) && main != nullptr && main->node < governor) return governor;
  const bool asserted = has(left, Wordlist::event_in) || is_word(left, "by") || is_word(left, "without") ||
                        is_word(left, "since") || has(left, Wordlist::subordinator);
  if (governed(left) && !asserted) return nothing;
  if (is_word(left, "without")) verb.flags |= RelationFlags::negated;
  const bool allowed =
      asserted || mark(left, ',') || has(left, Wordlist::coordinator) || is_verbal(node.item) || stop(left);
  if (!allowed) return nothing;
  const bool opens = left == 0 || stop(left) || (asserted && opens_sentence(left));
  verb.waits = opens || subject_ == nothing;
  pending_ = pending_ || verb.waits;
  return opens ? nothing : subject_;
}

std::uint32_t Machine::behind_phrase(const Verb& verb, std::uint32_t left) {
  const std::uint32_t right = behind(work_, verb.node);
  if (right != nothing && verb.passive == nothing && is_by(right)) return left;
  std::uint32_t phrase = left;
  for (std::uint32_t i = 0; i < most_skipped_phrases; ++i) {
    const std::uint32_t governor = before(work_, phrase);
    if (verb.gerund || !governed(governor)) return phrase;  // "with B meeting C"
    const std::uint32_t head = before(work_, governor);
    if (!noun_phrase(head) || is_owner(nodes_[head])) return nothing;
    phrase = head;
  }
  return nothing;
}

// "was the first woman to lead B": what was done, not planned.
bool Machine::ranked(std::uint32_t be, std::uint32_t infinitive) const {
  for (std::uint32_t i = be + 1; i < infinitive && i < be + 4; ++i)
    if (is_any(i, {"first", "last", "only", "second", "third"})) return true;
  return false;
}

std::uint32_t Machine::of_infinitive(Verb& verb) {
  const std::uint32_t left = before(work_, verb.first);
  const Verb* const main = verb_before(verb.first);
  // "flew there to meet B" has not met B yet, "used a ruse to meet B" has.
  const bool done = main != nullptr && has(main->node, Wordlist::be) && ranked(main->node, verb.first);
  if (!done && (main == nullptr || !has(main->node, Wordlist::aspect))) verb.flags |= RelationFlags::planned;
  if (noun_phrase(left) && !is_owner(nodes_[left])) {
    if (main != nullptr && main->node < left && has(main->node, Wordlist::object_control) && main->passive == nothing)
      return left;
    // A headline: "Smith to meet Jones".
    if (main == nullptr || opens_clause(before(work_, left))) return left;
    return subject_;
  }
  if (left == nothing || main == nullptr || mark(left, ',')) return nothing;
  // "Smith's plan to meet Jones"
  std::uint32_t noun = left;
  for (std::uint32_t i = 0; i < 3 && noun != nothing && is_plain_word(nodes_[noun].item); ++i)
    noun = before(work_, noun);
  if (noun != left && noun_phrase(noun) && is_owner(nodes_[noun])) return noun;
  return subject_;
}

// Whom "who" refers to when it stands behind node i.
std::uint32_t Machine::antecedent(std::uint32_t i) const {
  if (i == nothing) return nothing;
  if (noun_phrase(i)) return is_owner(nodes_[i]) ? nothing : i;
  if (mark(i, ',')) {
    const std::uint32_t phrase = before(work_, i);
    return noun_phrase(phrase) && !is_owner(nodes_[phrase]) ? phrase : described(phrase);
  }
  return described(i);
}

// "Acme, a big maker of cars": the name that the words up to node i describe.
std::uint32_t Machine::described(std::uint32_t i) const {
  for (std::uint32_t words = 0; i != nothing && words < most_description_words; ++words) {
    if (has(i, Wordlist::determiner)) {
      const std::uint32_t comma = before(work_, i);
      const std::uint32_t phrase = mark(comma, ',') ? before(work_, comma) : nothing;
      return noun_phrase(phrase) && !is_owner(nodes_[phrase]) ? phrase : nothing;
    }
    const rules::Item& item = nodes_[i].item;
    constexpr rules::WordlistSet breaks =
        rules::lists_of(Wordlist::be, Wordlist::have, Wordlist::auxiliary, Wordlist::future, Wordlist::maybe,
                        Wordlist::coordinator, Wordlist::subordinator, Wordlist::relative);
    if (item.type == TypeId::none && (item.lists.any(breaks) || item.kind != tokens::TokenKind::word)) return nothing;
    i = before(work_, i);
  }
  return nothing;
}

}  // namespace

void find_subjects(const Reading& reading, Workspace& work) { Machine(reading, work).run(); }

}  // namespace dossier::relate
