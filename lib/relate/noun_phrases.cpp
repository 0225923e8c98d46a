// Two passes over the nodes, in place: what is joined takes less room.
#include "relate/noun_phrases.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "relate/nodes.hpp"

namespace dossier::relate {
namespace {

constexpr std::size_t most_description_words = 3;
constexpr std::size_t longest_parenthesis = 14;
constexpr std::size_t most_members = 16;

class Closer {
 public:
  Closer(const Reading& reading, Workspace& work) : reading_(reading), in_(work.nodes) {}

  void run() {
    for (std::size_t i = 0; i < in_.size();) i = next(i);
    in_.resize(out_);
  }

 private:
  [[nodiscard]] bool plain(std::size_t i) const { return i < in_.size() && is_plain_word(in_[i].item); }
  [[nodiscard]] bool possessive(std::size_t i) const {
    return i < in_.size() && in_[i].item.kind == tokens::TokenKind::possessive;
  }

  std::size_t next(std::size_t i) {
    if (is_mark(in_[i].item, '(')) {
      const std::size_t end = parenthesis(i);
      if (end != i) return end;
    }
    if (!is_noun_phrase(in_[i])) {
      if (out_ != i) in_[out_] = in_[i];
      ++out_;
      return i + 1;
    }
    Node node = in_[i];
    ++i;
    const bool pronoun = node.item.reference == MentionKind::pronoun;
    if (possessive(i) && !pronoun) {
      node.item.marks |= rules::owner;
      node.last = in_[i++].last;
    } else if (possessive(i)) {
      in_[i].item.lists.add(Wordlist::be);  // "he's"
    } else if (pronoun) {
      if (owns(node, i)) node.item.marks |= rules::owner;
    } else if (modifies(node, i)) {
      node.item.type = TypeId::none;
    }
    describe(node, i);
    in_[out_++] = node;
    return i;
  }

  [[nodiscard]] std::size_t parenthesis(std::size_t i) const {
    for (std::size_t j = i + 1; j < in_.size() && j < i + longest_parenthesis; ++j)
      if (is_mark(in_[j].item, ')')) return j + 1;
    return i;
  }

  // "his" always, "her" before a noun.
  [[nodiscard]] bool owns(const Node& node, std::size_t behind) const {
    if (has(node, Wordlist::pronoun_owner)) return true;
    const std::string_view word = reading_.text.text.substr(node.item.span.begin, node.item.span.size());
    const bool her = word == "her" || word == "Her";
    return her && behind < in_.size() && (plain(behind) || in_[behind].item.lists.has(Wordlist::event_noun));
  }

  // "Trump supporters", "Google headquarters"; a participle behind the name is none.
  [[nodiscard]] bool modifies(const Node& node, std::size_t behind) const {
    if (behind >= in_.size()) return false;
    if (node.item.type == TypeId::role) return false;
    const rules::Item& noun = in_[behind].item;
    const bool title = noun.kind == tokens::TokenKind::word && noun.shape == tokens::Shape::title &&
                       noun.mention == MentionId::none && noun.lists.bits == 0;  // of a headline: "Keller Deal"
    const bool body = node.item.type == TypeId::organization;  // "the Acme delegation" acts as Acme does
    if (noun.lists.has(Wordlist::organ) || title) return !body || title;
    const bool measures = behind + 1 < in_.size() && in_[behind + 1].item.lists.has(Wordlist::subordinator) &&
                          in_[behind + 1].item.lists.has(Wordlist::preposition);  // "met Ann hours after the vote"
    return plain(behind) && !measures && (noun.marks & (ends_ed | ends_ing)) == 0 && !is_adverb(noun) &&
           !noun.classes.has(lexicon::ClassId::person_verb) && !noun.classes.has(lexicon::ClassId::org_verb) &&
           !noun.classes.has(lexicon::ClassId::say_verb);
  }

  // Takes "the business newspaper" before a name into its phrase.
  void describe(Node& node, std::size_t behind) {
    if (node.item.reference == MentionKind::pronoun || out_ == 0) return;
    std::size_t words = 0;
    while (words < out_ && words < most_description_words && is_plain_word(in_[out_ - 1 - words].item)) ++words;
    if (words == out_) words = 0;
    const Node& before = in_[out_ - 1 - words];
    const bool article =
        has(before, Wordlist::determiner) && !has(before, Wordlist::subordinator) && before.phrase == nothing;
    const bool subject = behind < in_.size() && is_verbal(in_[behind].item);
    if (words > 0 && subject) return;
    if (article) {
      node.first = before.first;
      out_ -= words + 1;
    } else if (words > 0 && words < 3 && (in_[out_ - 1].item.marks & ends_s) == 0 && opens(before)) {
      node.first = in_[out_ - words].first;
      out_ -= words;
    }
  }

  [[nodiscard]] static bool opens(const Node& before) {
    return is_verbal(before.item) || has(before, Wordlist::preposition) || has(before, Wordlist::coordinator);
  }

  const Reading& reading_;
  std::vector<Node>& in_;
  std::size_t out_ = 0;  // nodes written: they take the places of those read
};

class Joiner {
 public:
  Joiner(const Reading& reading, Workspace& work) : reading_(reading), work_(work), in_(work.nodes) {}

  void run() {
    std::size_t out = 0;  // nodes written: they take the places of those read
    for (std::size_t i = 0; i < in_.size();) {
      if (element(i) && list_at(i)) {
        in_[out++] = joined(i);
        i = end_;
      } else {
        if (out != i) in_[out] = in_[i];
        ++out;
        ++i;
      }
    }
    in_.resize(out);
  }

 private:
  // A name or a role phrase that does not lead to a name ("his sisters Ann and Eve" waits for its names).
  [[nodiscard]] bool element(std::size_t i) const {
    if (i >= in_.size() || !is_noun_phrase(in_[i]) || in_[i].item.type == TypeId::group) return false;
    if (in_[i].item.type != TypeId::role || i + 1 >= in_.size()) return true;
    // "the directors, Ann and Eve": the names say who they are
    const bool apposed = (in_[i].item.marks & rules::plural) != 0 && comma(i + 1) && i + 2 < in_.size() &&
                         in_[i + 2].item.type == TypeId::person;
    return in_[i + 1].item.type != TypeId::person && !apposed;
  }
  [[nodiscard]] bool comma(std::size_t i) const { return i < in_.size() && is_mark(in_[i].item, ','); }
  [[nodiscard]] bool coordinator(std::size_t i) const {
    if (i >= in_.size() || !has(in_[i], Wordlist::coordinator)) return false;
    const std::uint32_t begin = in_[i].item.span.begin;
    const std::string_view text = reading_.text.text;
    return text[begin] == 'a' || text[begin] == 'o' || text[begin] == '&' || text[begin] == 'A';  // and, or, &
  }
  [[nodiscard]] bool as_well_as(std::size_t i) const {
    return word_is(i, "as") && word_is(i + 1, "well") && word_is(i + 2, "as");
  }
  [[nodiscard]] bool word_is(std::size_t i, std::string_view word) const {
    return i < in_.size() && reading_.text.text.substr(in_[i].item.span.begin, in_[i].item.span.size()) == word;
  }
  [[nodiscard]] bool fits(std::size_t a, std::size_t b) const {
    const auto actor = [&](std::size_t i) { return in_[i].item.type != TypeId::location; };
    return in_[a].item.type == in_[b].item.type || (actor(a) && actor(b));
  }

  // Finds elements_ and end_ of a list that starts at i; false when there is none.
  bool list_at(std::size_t i) {
    if (!comma(i + 1) && !coordinator(i + 1) && !as_well_as(i + 1)) return false;
    count_ = 0;
    elements_[count_++] = i;
    bool joined = false;
    bool last = is_owner(in_[i]);
    bool first_by_comma = false;
    std::size_t at = i + 1;
    while (!last && count_ < most_members) {
      std::size_t next = at;
      const bool by_comma = comma(next);
      if (by_comma) ++next;
      const bool by_word = coordinator(next) || as_well_as(next);
      if (by_word) next += coordinator(next) ? 1 : 3;
      if ((!by_comma && !by_word) || !element(next) || !fits(i, next)) break;
      if (joined && !by_word) break;
      // "A, and B" are two clauses more often than a list, unless the comma closes a description of A.
      if (by_comma && by_word && count_ == 1 && (in_[i].item.marks & rules::closed) == 0) break;
      joined = joined || by_word;
      if (count_ == 1) first_by_comma = by_comma && !by_word;
      elements_[count_++] = next;
      last = is_owner(in_[next]);
      at = next + 1;
    }
    if (!joined) return false;
    std::size_t behind = at;
    while (behind < in_.size() && is_adverb(in_[behind].item)) ++behind;
    const bool verb = behind < in_.size() && is_verbal(in_[behind].item);
    if (verb && !last && in_object_position(i)) {
      if (first_by_comma) return false;  // "with A, B and C met": B and C are found from B on
      if (--count_ < 2) return false;
    }
    end_ = elements_[count_ - 1] + 1;
    return true;
  }

  [[nodiscard]] bool in_object_position(std::size_t i) const {
    if (i == 0) return false;
    const Node& before = in_[i - 1];
    if (has(before, Wordlist::say) || has(before, Wordlist::between)) return false;
    return is_verbal(before.item) || (has(before, Wordlist::preposition) && !has(before, Wordlist::subordinator));
  }

  Node joined(std::size_t i) {
    Node node = in_[i];
    Phrase phrase;
    phrase.members = static_cast<std::uint32_t>(work_.members.size());
    bool person = false;
    bool same = true;
    for (const std::size_t element : std::span(elements_).first(count_)) {
      const Node& member = in_[element];
      person = person || member.item.type == TypeId::person;
      same = same && member.item.type == node.item.type;
      const std::uint32_t begin = member.phrase == nothing ? 0 : work_.phrases[member.phrase].members;
      if (member.phrase == nothing) {
        work_.members.push_back(member.item.mention);
      } else {
        for (std::uint32_t k = 0; k < work_.phrases[member.phrase].member_count; ++k)
          work_.members.push_back(work_.members[begin + k]);
      }
    }
    phrase.member_count = static_cast<std::uint32_t>(work_.members.size()) - phrase.members;
    const Node& last = in_[elements_[count_ - 1]];
    if (!same) node.item.type = person ? TypeId::person : TypeId::organization;
    node.item.marks = static_cast<std::uint16_t>((last.item.marks & rules::owner) | rules::several | rules::closed);
    node.item.reference = MentionKind::name;
    node.item.span.end = last.item.span.end;
    node.item.word = node.item.head = rules::WordIndex::none;
    node.item.anchors = 0;
    node.last = last.last;
    node.phrase = static_cast<std::uint32_t>(work_.phrases.size());
    work_.phrases.push_back(phrase);
    return node;
  }

  const Reading& reading_;
  Workspace& work_;
  std::vector<Node>& in_;
  std::array<std::size_t, most_members> elements_{};
  std::size_t count_ = 0;  // of elements_
  std::size_t end_ = 0;
};

}  // namespace

void close_noun_phrases(const Reading& reading, Workspace& work) { Closer(reading, work).run(); }

void join_lists(const Reading& reading, Workspace& work) { Joiner(reading, work).run(); }

}  // namespace dossier::relate
