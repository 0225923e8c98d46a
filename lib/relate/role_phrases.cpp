// One pass over the items; a role looks back over the nodes just made and ahead over the items that follow.
#include "relate/role_phrases.hpp"

#include <algorithm>

#include "relate/role_front.hpp"
#include "relate/role_items.hpp"

namespace dossier::relate {
namespace {

constexpr std::uint32_t most_complements = 3;
constexpr std::uint32_t most_complement_words = 5;
constexpr std::uint32_t most_words_before_next_role = 6;

class Finder {
 public:
  Finder(const Reading& reading, Workspace& work) : items_(reading, work.items), work_(work), nodes_(work.nodes) {}

  void run() {
    nodes_.clear();
    while (at_ < items_.size()) {
      if (items_.is(at_, '(') && items_.in(at_ + 1, Wordlist::birth) && behind_remark() != at_) {
        at_ = behind_remark();  // "(born 1954 in Oslo)" has said what it says
      } else if (items_.role(at_)) {
        phrase();
      } else {
        push(at_++);
      }
    }
  }

 private:
  void push(std::uint32_t i) { nodes_.push_back({.item = items_[i], .first = i, .last = i + 1}); }
  [[nodiscard]] std::uint32_t behind_remark() const {
    for (std::uint32_t i = at_ + 1; i < items_.size() && i < at_ + longest_remark; ++i)
      if (items_.is(i, ')')) return i + 1;
    return at_;
  }
  [[nodiscard]] RoleDraft& now() { return work_.drafts.back(); }

  void phrase();
  void title_before(std::uint32_t& first);
  [[nodiscard]] RoleDraft draft(std::uint32_t role, const RoleFront& front) const;
  void store(const RoleDraft& draft);
  void complements();
  void participle();
  bool complement();
  void body_named_before(std::uint32_t preposition);
  [[nodiscard]] std::uint32_t behind_adjective(std::uint32_t i) const;
  [[nodiscard]] bool describes(std::uint32_t i) const;
  bool apposed_owner();
  std::uint32_t titled(std::uint32_t i);
  [[nodiscard]] std::uint32_t role_ahead(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t end_of_owner(std::uint32_t i, std::uint32_t& owner) const;
  [[nodiscard]] bool further_owner(std::uint32_t i, std::uint32_t owner) const;
  void add_owner(std::uint32_t i, std::uint32_t preposition);
  bool coordinated();
  void inherit(RoleFront& front) const;
  void share_owners();
  void finish(std::uint32_t first, std::uint32_t role);

  const RoleItems items_;
  Workspace& work_;
  std::vector<Node>& nodes_;
  std::uint32_t at_ = 0;       // item
  std::uint32_t barrier_ = 0;  // behind the last role phrase
  bool definite_ = false;      // the phrase at hand begins with "the"
  bool bare_ = false;          // it has neither article nor owner before its first role
};

void Finder::phrase() {
  const std::uint32_t role = at_;
  const RoleFront front = read_front(items_, role, barrier_);
  std::uint32_t first = front.first;
  while (!nodes_.empty() && nodes_.back().first >= first) nodes_.pop_back();
  definite_ = front.definite;
  bare_ = !front.article && !front.owned;
  work_.drafts.assign(1, draft(role, front));
  title_before(first);
  ++at_;
  complements();
  apposed_owner();
  while (coordinated()) complements();
  finish(first, role);
  barrier_ = at_;
}

void Finder::complements() {
  participle();
  for (std::uint32_t i = 0; i < most_complements && complement(); ++i) {
  }
}

// "a researcher studying whales at Acme", "a lawyer who works for Acme": moves at_ to the preposition before the name.
void Finder::participle() {
  const bool gerund = at_ < items_.size() && items_[at_].mention == MentionId::none &&
                      (items_[at_].marks & ends_ing) != 0 && !items_.in(at_, Wordlist::preposition);
  if (!gerund) return;
  for (std::uint32_t i = at_ + 1; i < at_ + most_complement_words; ++i) {
    if (items_.in(i, Wordlist::owner_after) && !items_.is(i, "of") && !items_.is(i, "to") && !items_.is(i, "in")) {
      const std::uint32_t name = i + (items_.determiner(i + 1) ? 2 : 1);
      if (items_.is(name, TypeId::organization)) at_ = i;
      return;
    }
    if (!items_.plain(i) && !items_.in(i, Wordlist::noun)) return;  // "launch technology"
  }
}

// "nominee Bob Ray's wife": the role phrase right before a person who owns this role describes that person.
void Finder::title_before(std::uint32_t& first) {
  if (nodes_.empty() || nodes_.back().phrase == nothing || nodes_.back().last != first || now().owner_count == 0)
    return;
  Owner& owner = now().owners[0];
  if (!items_.is(first, TypeId::person) || owner.mention != items_[first].mention) return;
  owner.title = nodes_.back().phrase;
  first = nodes_.back().first;
  nodes_.pop_back();
}

RoleDraft Finder::draft(std::uint32_t role, const RoleFront& front) const {
  RoleDraft out;
  out.unit.mention = items_[role].mention;
  out.unit.label = items_[role].span;
  out.unit.lists = items_[role].head_lists;
  if (items_[role].classes.has(lexicon::ClassId::kin)) out.unit.lists.add(Wordlist::kin);
  out.unit.flags = front.flags;
  // "KMT's Taipei candidate": whoever sends is the owner, the place where is not.
  const auto* const end = front.owners.begin() + front.owner_count;
  const bool sender = std::any_of(front.owners.begin(), end, [](const Owner& owner) {
    return owner.type == TypeId::organization || owner.type == TypeId::person;
  });
  for (std::uint32_t i = front.owner_count; i-- > 0;) {
    const Owner& owner = front.owners[i];
    // "Norway's Foreign Ministry spokeswoman": the place is the ministry's
    const bool of_owner = i > 0 && front.owners[i - 1].type == TypeId::organization;
    if (of_owner && owner.type == TypeId::location && owner.use == Owner::Use::object) continue;
    const bool place = sender && i == 0 && front.owner_count > 1 && owner.use == Owner::Use::object;
    if (place && owner.type == TypeId::location) {
      out.unit.place = owner.mention;
    } else {
      out.add(owner);
    }
  }
  return out;
}

// Puts a draft among the units of the sentence.
void Finder::store(const RoleDraft& draft) {
  work_.units.push_back(draft.unit);
  work_.units.back().owners = static_cast<std::uint32_t>(work_.owners.size());
  work_.units.back().owner_count = draft.owner_count;
  work_.owners.insert(work_.owners.end(), draft.owners.begin(), draft.owners.begin() + draft.owner_count);
}

// One "of Acme", "in Ohio", "on foreign policy"; moves at_ behind it.
bool Finder::complement() {
  if (!items_.in(at_, Wordlist::owner_after)) return false;
  const std::uint32_t preposition = at_;
  std::uint32_t i = at_ + 1;
  if (items_.determiner(i)) ++i;
  if (const std::uint32_t end = titled(i); end != i) {
    at_ = end;
    now().has_complement = true;
    if (further_owner(at_, end - 1) && !items_.comma(at_ + 2)) {
      add_owner(at_ + 1, preposition);
      at_ += 2;
    }
    return true;
  }
  i = behind_adjective(i);
  const std::uint32_t begin = i;
  while (i < begin + most_complement_words && describes(i)) ++i;
  if (items_.possessive(i) && i > begin) {  // "of the ministry's Press Office"
    ++i;
    while (i < begin + most_complement_words && describes(i)) ++i;
  }
  const bool words = i > begin;
  const std::uint32_t title = items_.determiner(i + 1) ? i + 2 : i + 1;  // "The Orchard"
  const bool quoted = items_.quote(i) && items_.name(title);
  if (quoted) i = title;
  if (items_.is(i, TypeId::group) && items_.is(i + 1, TypeId::person)) ++i;  // "for Republican Bob Ray"
  if (!items_.name(i)) {
    if (words && i == begin + 1 && begin > preposition + 1) body_named_before(preposition);
    if (!words || (items_.verbal(i) && items_.in(preposition, Wordlist::place_before))) return false;
    at_ = i;
    return items_[i - 1].shape == tokens::Shape::lower;  // "at the Academy of Tolm" is not "of Tolm"
  }
  std::uint32_t owner = i;
  const std::uint32_t end = end_of_owner(i, owner);
  if (end == i) return false;
  now().has_complement = true;
  if (owner != nothing) add_owner(owner, preposition);
  at_ = end;
  if (quoted && items_.comma(at_) && items_.quote(at_ + 1)) ++at_;
  if (quoted && items_.quote(at_)) at_ += items_.plain(at_ + 1) ? 2 : 1;
  while (owner != nothing && further_owner(at_, owner)) {
    const std::uint32_t next = at_ + (items_.determiner(at_ + 1) ? 2 : 1);
    add_owner(next, preposition);
    at_ = next + 1;
  }
  return true;
}

// "at Norwegian broker Zelvo", "at Oslo-based Zelvo": behind what tells where the organization is at home.
std::uint32_t Finder::behind_adjective(std::uint32_t i) const {
  if (items_.is(i, TypeId::location) && items_.in(i + 1, Wordlist::seat)) return i + 2;
  if (!items_.is(i, TypeId::group)) return i;
  std::uint32_t name = i + 1;
  while (name < i + most_complement_words && describes(name)) ++name;
  return name > i + 1 && items_.is(name, TypeId::organization) ? i + 1 : i;
}

// "a spokesman for the company": the only organization that the sentence names before it.
void Finder::body_named_before(std::uint32_t preposition) {
  if (!items_.in(preposition + 2, Wordlist::organ) || items_.in(preposition + 1, Wordlist::indefinite)) return;
  std::uint32_t body = nothing;
  for (std::uint32_t i = preposition; i-- > 0;) {
    if (!items_.is(i, TypeId::organization)) continue;
    if (body != nothing) return;
    body = i;
  }
  if (body != nothing && now().owner_count == 0) add_owner(body, preposition);
}

// A word between a preposition and the name that it leads to: "the conservative PAC Acme".
bool Finder::describes(std::uint32_t i) const {
  if (i >= items_.size()) return false;
  const rules::Item& item = items_[i];
  // "of coalition partner Acme": a role that describes an organization
  if (items_.is(i, TypeId::role) && items_.is(i + 1, TypeId::organization)) return true;
  const bool word =
      item.kind == tokens::TokenKind::word && item.mention == MentionId::none && item.type == TypeId::none;
  // "shipping company", "of the ruling Unity Party"
  const bool noun = items_.in(i + 1, Wordlist::organ) ||
                    (items_.is(i + 1, TypeId::organization) && i > 0 && items_.determiner(i - 1));
  const bool adjective = (item.flags & tokens::has_hyphen) != 0;  // "state-backed"
  if (!word || ((item.marks & ends_ed) != 0 && !adjective) || ((item.marks & ends_ing) != 0 && !noun)) return false;
  if (items_.plain(i) || items_.time(i)) return true;
  constexpr rules::WordlistSet allowed = rules::lists_of(Wordlist::noun, Wordlist::organ);
  return item.lists.bits == 0 || item.lists.any(allowed);
}

// ", director, Harbour Hospital, said": an organization between commas behind a role that has no owner.
bool Finder::apposed_owner() {
  if (now().owner_count > 0 || !bare_ || !items_.comma(at_) || !items_.is(at_ + 1, TypeId::organization)) return false;
  const bool closed = items_.comma(at_ + 2) || items_.is(at_ + 2, '.') || at_ + 2 == items_.size();
  const bool apposed = !nodes_.empty() && items_.comma(nodes_.back().first);
  if (!closed || !apposed) return false;
  add_owner(at_ + 1, at_);
  at_ += 2;
  return true;
}

// The role that stands within a few words of item i with nothing but its own front in between.
std::uint32_t Finder::role_ahead(std::uint32_t i) const {
  for (const std::uint32_t begin = i; i < items_.size() && i < begin + most_words_before_next_role; ++i) {
    if (items_.role(i)) return i;
    const bool passes = items_.name(i) || items_.plain(i) || items_.time(i) || items_.possessive(i) ||
                        (i == begin && items_.determiner(i)) || items_.in(i, Wordlist::organ) ||
                        items_.in(i, Wordlist::place_noun);  // "state Senate candidate"
    if (!passes) return nothing;
  }
  return nothing;
}

// Behind "former President Bob Ray" when that starts at item i; the person becomes an owner with a title.
std::uint32_t Finder::titled(std::uint32_t i) {
  const std::uint32_t role = role_ahead(i);
  if (role == nothing || !items_.is(role + 1, TypeId::person) || items_.possessive(role + 2)) return i;
  const RoleFront front = read_front(items_, role, i);
  if (front.first != i) return i;
  Phrase phrase;
  phrase.units = static_cast<std::uint32_t>(work_.units.size());
  phrase.unit_count = 1;
  store(draft(role, front));
  Owner owner;
  owner.mention = items_[role + 1].mention;
  owner.type = TypeId::person;
  owner.title = static_cast<std::uint32_t>(work_.phrases.size());
  work_.phrases.push_back(phrase);
  now().add(owner);
  return role + 2;
}

// Behind the words that the owner at item i needs: "Clinton's campaign", "the CNE's Risk Unit"; i when it is no owner.
// `owner` becomes the item that really owns, or nothing.
std::uint32_t Finder::end_of_owner(std::uint32_t i, std::uint32_t& owner) const {
  const bool noun = items_.plain(i + 1) && (items_[i + 1].marks & (ends_ed | ends_ing | ends_ly)) == 0;
  if (items_.is(i, TypeId::group)) return noun ? i : i + 1;
  if (items_.possessive(i + 1)) {
    std::uint32_t next = i + 2;
    while (!items_.in(next, Wordlist::organ) &&
           (items_.plain(next) || items_.is(next, TypeId::date) || items_.in(next, Wordlist::kin)) && next < i + 5)
      ++next;
    if (items_.is(next, TypeId::organization) || (next == i + 2 && items_.is(next, TypeId::location))) {
      owner = next;  // "Acme's Press Office", "Bavaria's Fürth County"
      return next + 1;
    }
    if (items_.in(next, Wordlist::organ)) {
      const bool named =
          items_.comma(next + 1) && items_.is(next + 2, TypeId::organization);  // "Acme's parent firm, Big"
      if (named) owner = next + 2;
      return named ? next + 3 : next + 1;
    }
    if (next == i + 2) return i;
    owner = nothing;
    return next;
  }
  if (items_.in(i + 1, Wordlist::organ)) return i + 2;
  const bool region = noun && items_[i].type != TypeId::person && (items_.comma(i + 2) || items_.is(i + 2, '.'));
  if (region) return i + 2;  // "the Lombardy region,"
  // "an advocate of Norway salmon farming,": the place only describes
  const bool describes = noun && items_[i].type == TypeId::location && items_.plain(i + 2) &&
                         (items_.comma(i + 3) || items_.is(i + 3, '.'));
  if (!describes) return i + 1;
  owner = nothing;
  return i + 3;
}

// "and China" behind "ambassador to Russia", unless a verb shows that a new clause begins.
bool Finder::further_owner(std::uint32_t i, std::uint32_t owner) const {
  if (!items_.in(i, Wordlist::coordinator)) return false;
  const std::uint32_t next = i + (items_.determiner(i + 1) ? 2 : 1);
  return next < items_.size() && items_[next].type == items_[owner].type &&
         items_[next].reference == MentionKind::name && !items_.verbal(next + 1) && !items_.possessive(next + 1) &&
         !items_.role(next + 1);
}

// The preposition decides what a place is: "of Ohio" whose, "from Ohio" home, "in Ohio" where, "on Ohio" none of these.
void Finder::add_owner(std::uint32_t i, std::uint32_t preposition) {
  Owner owner;
  owner.mention = items_[i].mention;
  owner.type = items_[i].type;
  const bool location = owner.type == TypeId::location;
  const bool located = items_.in(preposition, Wordlist::place_before);
  // "Democratic chairman of Bucks County": a party's and a place's
  const bool of = items_.is(preposition, "of");
  const bool taken = std::any_of(now().owners.begin(), now().owners.begin() + now().owner_count,
                                 [&](const Owner& it) { return !of || it.type != TypeId::group; });
  if (location && items_.is(preposition, "from")) owner.use = Owner::Use::home;
  if (location && owner.use == Owner::Use::object) {
    if (items_.is(preposition, "on")) return;
    if (located || taken) {
      if (now().unit.place == MentionId::none) now().unit.place = owner.mention;
      return;
    }
  }
  // "Africa director at Acme": the place is what the director is for
  if (owner.type == TypeId::organization && items_.is(preposition, "at") && now().owner_count == 1 &&
      now().owners[0].before && now().owners[0].type == TypeId::location && now().unit.place == MentionId::none) {
    now().unit.place = now().owners[0].mention;
    now().owner_count = 0;
    now().add(owner);
    return;
  }
  // A second organization behind the first is what that one belongs to.
  const Owner& last = now().owners[taken ? now().owner_count - 1 : 0];
  if (taken && located && owner.type == TypeId::organization && !last.before && last.type == TypeId::organization)
    return;
  now().add(owner);
}

// "and CEO", ", producer": the next role of the same person.
bool Finder::coordinated() {
  std::uint32_t i = at_;
  const bool has_comma = items_.comma(i);
  if (has_comma) ++i;
  const bool joined = items_.in(i, Wordlist::coordinator);
  if (joined) ++i;
  if (!has_comma && !joined) return false;
  if (i < items_.size() && is_adverb(items_[i]) && !items_.time(i)) ++i;
  const std::uint32_t role = role_ahead(items_.time(i) && items_.determiner(i + 1) ? i + 1 : i);
  if (role == nothing) return false;
  RoleFront front = read_front(items_, role, i);
  if (front.first != i) return false;
  const bool named = items_.is(role + 1, TypeId::person);
  if (has_comma && !joined) {  // "director, producer and founder": only bare roles in the middle
    const bool more = items_.in(role + 1, Wordlist::coordinator) || items_.comma(role + 1);
    if (role != i || named || !more) return false;
  } else {
    const bool capital = items_[role].shape == tokens::Shape::title;
    if ((named && (capital || definite_ || front.article)) || items_.verbal(role + 1)) return false;
  }
  inherit(front);
  now().shares_owners = true;
  work_.drafts.push_back(draft(role, front));
  at_ = role + 1;
  return true;
}

// A further role without words of its own shares the owners and the time before the first: "Acme founder and CEO".
void Finder::inherit(RoleFront& front) const {
  if (front.time || front.article) return;
  const RoleDraft& previous = work_.drafts.back();
  front.flags |= previous.unit.flags;
  if (front.owned) return;
  for (std::uint32_t i = previous.owner_count; i-- > 0;)
    if (previous.owners[i].before && front.owner_count < most_owners)
      front.owners[front.owner_count++] = previous.owners[i];
}

// "founder and CEO of Z": the last role's complements are also those of the roles before it that have none.
void Finder::share_owners() {
  for (std::size_t i = work_.drafts.size() - 1; i-- > 0;) {
    RoleDraft& earlier = work_.drafts[i];
    const RoleDraft& later = work_.drafts[i + 1];
    if (!earlier.shares_owners || earlier.has_complement || earlier.owner_count > 0) continue;
    for (std::uint32_t k = 0; k < later.owner_count; ++k)
      if (!later.owners[k].before) earlier.add(later.owners[k]);
    if (earlier.unit.place == MentionId::none) earlier.unit.place = later.unit.place;
  }
}

void Finder::finish(std::uint32_t first, std::uint32_t role) {
  share_owners();
  Phrase phrase;
  phrase.units = static_cast<std::uint32_t>(work_.units.size());
  phrase.unit_count = static_cast<std::uint32_t>(work_.drafts.size());
  for (const RoleDraft& draft : work_.drafts) store(draft);
  phrase.members = static_cast<std::uint32_t>(work_.members.size());
  phrase.member_count = 1;
  work_.members.push_back(items_[role].mention);
  Node node;
  node.item = items_[role];
  node.item.type = TypeId::role;
  node.item.span = {items_[first].span.begin, items_[at_ - 1].span.end};
  if (!bare_) node.item.marks |= rules::definite;
  if ((node.item.marks & ends_s) != 0 && !node.item.lists.has(Wordlist::plural_s)) node.item.marks |= rules::plural;
  node.first = first;
  node.last = at_;
  node.phrase = static_cast<std::uint32_t>(work_.phrases.size());
  work_.phrases.push_back(phrase);
  nodes_.push_back(node);
}

}  // namespace

void find_role_phrases(const Reading& reading, Workspace& work) { Finder(reading, work).run(); }

}  // namespace dossier::relate
