// From the role outwards: adjectives, owners (each may have adjectives before it), article.
#include "relate/role_front.hpp"

namespace dossier::relate {
namespace {

using lexicon::ClassId;

constexpr std::uint32_t most_adjectives = 3;

class Reader {
 public:
  Reader(const RoleItems& items, std::uint32_t role, std::uint32_t barrier)
      : items_(items), role_(role), barrier_(barrier) {}

  RoleFront run() {
    out_.first = role_;
    adjectives(most_adjectives);
    const bool described = out_.first < role_;
    while (out_.owner_count < most_owners && owner()) adjectives(1);
    if (out_.first > barrier_ && items_.determiner(out_.first - 1)) {
      --out_.first;
      out_.article = true;
      out_.definite = !items_.in(out_.first, Wordlist::indefinite);
      if (items_.in(out_.first, Wordlist::negation)) out_.flags |= RelationFlags::negated;
      time_before_article();
    } else if (described && !out_.owned) {
      give_back();
    }
    no_longer();
    return out_;
  }

 private:
  // Moves over "former", "first", "senior"; at most `most` adjectives.
  void adjectives(std::uint32_t most) {
    for (std::uint32_t i = 0; i < most + 2 && out_.first > barrier_; ++i) {
      const std::uint32_t left = out_.first - 1;
      const bool time = items_.time(left);
      const bool number = items_[left].mention == MentionId::none && items_[left].classes.has(ClassId::ordinal_word);
      const bool adjective = i < most && (items_.plain(left) || items_.is(left, "state")) &&
                             (items_[left].marks & ends_s) == 0 && !items_.in(left, Wordlist::organ);
      const bool age =
          items_.is(left, TypeId::date) && (items_[left].flags & tokens::has_hyphen) != 0;  // "30-year-old"
      if (!time && !number && !adjective && !age) return;
      out_.flags |= items_.time_flags(left);
      out_.time = out_.time || time;
      out_.first = left;
    }
  }

  bool add(std::uint32_t item, std::uint32_t first, Owner::Use use) {
    Owner owner;
    owner.mention = items_[item].mention;
    owner.type = items_[item].type;
    owner.before = true;
    owner.use = use;
    out_.owners[out_.owner_count++] = owner;
    out_.owned = true;
    out_.first = first;
    return true;
  }

  // Moves over one owner; false when there is none.
  bool owner() {
    if (out_.first == barrier_) return false;
    std::uint32_t last = out_.first - 1;
    if (items_.in(last, Wordlist::organ) && items_[last].mention == MentionId::none && last > barrier_) {
      --last;
      if (!items_.possessive(last) && !items_.name(last)) {  // "said company president Ann Lee"
        if (items_.is(role_ + 1, TypeId::person)) meant_by(last + 1);
        return false;
      }
    }
    if (items_.in(last, Wordlist::pronoun_owner) && !items_.name(last)) {
      out_.owned = true;
      out_.first = last;
      const bool apposed = items_.is(last, "whose") && last > 1 && items_.comma(last - 1);
      if (apposed && items_.is(last - 2, TypeId::person)) add(last - 2, last, Owner::Use::object);  // "Ann, whose wife"
      if (items_.in(last, Wordlist::thing_owner)) body_meant_by(last);
      return false;
    }
    const bool hyphen = items_.in(last, Wordlist::seat) || items_.in(last, Wordlist::birth);
    if (hyphen && last > barrier_ && (items_.is(last - 1, TypeId::location) || items_.is(last - 1, TypeId::group)))
      return add(last - 1, last - 1, items_.in(last, Wordlist::seat) ? Owner::Use::home : Owner::Use::origin);
    if (items_.possessive(last)) return last > barrier_ && possessed(last - 1);
    if (!items_.name(last)) return false;
    const bool pronoun = items_[last].reference == MentionKind::pronoun;
    return (pronoun || may_own(last)) && add(last, last, Owner::Use::object);
  }

  // The owner before a possessive mark: a name, or a common noun that stays unknown.
  bool possessed(std::uint32_t owner) {
    if (items_.name(owner)) return add(owner, owner, Owner::Use::object);
    if (!items_.plain(owner) && !items_.in(owner, Wordlist::organ) && !items_.in(owner, Wordlist::place_noun))
      return false;
    out_.owned = true;
    out_.first = owner;
    if (items_.in(owner, Wordlist::organ)) meant_by(owner);
    if (items_.in(owner, Wordlist::place_noun)) place_meant_by(owner);
    adjectives(2);
    return false;
  }

  // "the company's chief": the organization named last before it in the sentence.
  void meant_by(std::uint32_t noun) {
    for (std::uint32_t i = noun; i-- > 0;) {
      if (!items_.is(i, TypeId::organization)) continue;
      add(i, out_.first, Owner::Use::object);
      return;
    }
  }

  // "Acme named its president": the only name before it in the sentence that is no person's.
  void body_meant_by(std::uint32_t pronoun) {
    std::uint32_t body = nothing;
    for (std::uint32_t i = pronoun; i-- > 0;) {
      if (items_.is(i, TypeId::person) || !items_.name(i)) continue;
      if (body != nothing || (!items_.is(i, TypeId::organization) && !items_.is(i, TypeId::location))) return;
      body = i;
    }
    if (body != nothing) add(body, out_.first, Owner::Use::object);
  }

  // "the state's governor": the only place named before it in the sentence.
  void place_meant_by(std::uint32_t noun) {
    std::uint32_t place = nothing;
    for (std::uint32_t i = noun; i-- > 0;) {
      if (!items_.is(i, TypeId::location) || (place != nothing && items_[i].mention != items_[place].mention)) continue;
      if (place != nothing) return;
      place = i;
    }
    if (place != nothing) add(place, out_.first, Owner::Use::object);
  }

  // "Clinton adviser X" but not "told Clinton President X", "in Paris President X", "named Clinton envoy".
  [[nodiscard]] bool may_own(std::uint32_t name) const {
    if (name > 0 && items_.in(name - 1, Wordlist::naming)) return false;
    const bool title = items_[role_].word != rules::WordIndex::none || items_[role_].lists.bits != 0;
    const bool one_word = title || items_[role_].mention == MentionId::none;
    const bool capital = items_[role_].classes.has(ClassId::role_title) &&
                         items_[role_].shape != tokens::Shape::lower && role_ == name + 1 && one_word;
    if (!capital) return true;
    if (items_.is(name, TypeId::person)) return false;
    return !(items_.is(name, TypeId::location) && name > 0 && items_.in(name - 1, Wordlist::place_before) &&
             items_.is(role_ + 1, TypeId::person));
  }

  // "is no longer the mayor"
  void no_longer() {
    const std::uint32_t longer = out_.first - 1;
    if (out_.first < barrier_ + 2 || !items_.is(longer, "longer") || !items_.in(longer - 1, Wordlist::negation)) return;
    out_.flags |= RelationFlags::former;
    out_.first = longer - 1;
  }

  // ", once the ambassador", "and now the director": adverbs of time before the article.
  void time_before_article() {
    if (out_.first < barrier_ + 1) return;
    const std::uint32_t left = out_.first - 1;
    const bool opens = left > 0 && (items_.comma(left - 1) || items_.in(left - 1, Wordlist::coordinator));
    if (!items_.time(left) || (!opens && left > barrier_)) return;
    out_.flags |= items_.time_flags(left);
    out_.time = true;
    out_.first = left;
  }

  // Without article or owner, adjectives count only behind a verb, a preposition, a comma, "and" or at the start.
  void give_back() {
    const std::uint32_t left = out_.first;
    const bool opens = left == 0 || items_.verbal(left - 1) || items_.in(left - 1, Wordlist::preposition) ||
                       items_.in(left - 1, Wordlist::coordinator) ||
                       items_[left - 1].kind == tokens::TokenKind::punctuation;
    while (!opens && out_.first < role_ && items_.plain(out_.first) && !items_.time(out_.first)) ++out_.first;
  }

  const RoleItems& items_;
  std::uint32_t role_;
  std::uint32_t barrier_;
  RoleFront out_;
};

}  // namespace

RoleFront read_front(const RoleItems& items, std::uint32_t role, std::uint32_t barrier) {
  return Reader(items, role, barrier).run();
}

}  // namespace dossier::relate
