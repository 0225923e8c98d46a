// One pass over the items; a role looks back over the nodes just made and ahead over the items that follow.
#include "relate/role_phrases.hpp"

#include <algorithm>

#include "relate/nodes.hpp"

namespace dossier::relate {
namespace {

using lexicon::ClassId;
using rules::Item;

constexpr std::uint32_t most_adjectives = 3;
constexpr std::uint32_t most_owners = 3;
constexpr std::uint32_t most_complement_words = 5;

constexpr rules::WordlistSet role_nouns =
    rules::lists_of(Wordlist::successor, Wordlist::predecessor, Wordlist::supporter, Wordlist::opponent,
                    Wordlist::member, Wordlist::resident, Wordlist::native);

class Finder {
 public:
  Finder(const Reading& reading, Workspace& work) : reading_(reading), work_(work), nodes_(work.nodes) {}

  void run() {
    nodes_.clear();
    for (at_ = 0; at_ < size();) {
      if (is_role(at_)) {
        phrase();
      } else {
        push(at_++);
      }
    }
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(work_.items.size()); }
  [[nodiscard]] const Item& item(std::uint32_t i) const { return work_.items[i]; }
  [[nodiscard]] bool lists(std::uint32_t i, Wordlist list) const { return i < size() && item(i).lists.has(list); }
  [[nodiscard]] bool type(std::uint32_t i, TypeId id) const { return i < size() && item(i).type == id; }
  [[nodiscard]] bool comma(std::uint32_t i) const { return i < size() && is_mark(item(i), reading_, ','); }
  [[nodiscard]] bool possessive(std::uint32_t i) const {
    return i < size() && item(i).kind == tokens::TokenKind::possessive;
  }
  [[nodiscard]] bool word_is(std::uint32_t i, std::string_view word) const {
    return reading_.text.text.substr(item(i).span.begin, item(i).span.size()) == word;
  }
  [[nodiscard]] bool verbal(std::uint32_t i) const { return i < size() && is_verbal(item(i)); }
  [[nodiscard]] bool plain(std::uint32_t i) const { return i < size() && is_plain_word(item(i)); }

  // A ROLE mention, or a lower-case word like "supporter" where an article, an owner or a comma makes it a noun.
  [[nodiscard]] bool is_role(std::uint32_t i) const {
    if (type(i, TypeId::role)) return true;
    if (item(i).mention != MentionId::none || !item(i).lists.any(role_nouns)) return false;
    if (i == 0) return false;
    const Item& before = item(i - 1);
    return before.lists.has(Wordlist::determiner) || before.lists.has(Wordlist::pronoun_owner) || possessive(i - 1) ||
           is_party(before.type) || comma(i - 1) || is_plain_word(before) || before.lists.has(Wordlist::be) ||
           before.lists.has(Wordlist::former);
  }

  void push(std::uint32_t i) {
    Node node;
    node.item = item(i);
    node.first = i;
    node.last = i + 1;
    nodes_.push_back(node);
  }

  [[nodiscard]] bool is_time(const Item& it) const {
    return it.mention == MentionId::none &&
           (it.lists.has(Wordlist::former) || it.lists.has(Wordlist::title_time) || it.classes.has(ClassId::role_time));
  }
  [[nodiscard]] bool is_former(const Item& it) const {
    if (it.mention != MentionId::none) return false;
    if (it.lists.has(Wordlist::former)) return true;
    return it.classes.has(ClassId::role_time) && has_former_entry(it);
  }
  [[nodiscard]] bool has_former_entry(const Item& it) const {
    const auto token = std::lower_bound(
        reading_.text.tokens.begin(), reading_.text.tokens.end(), it.span.begin,
        [](const tokens::Token& candidate, std::uint32_t begin) { return candidate.span.begin < begin; });
    if (token == reading_.text.tokens.end() || token->span != it.span) return false;
    for (const lexicon::EntryId entry : reading_.lexicon.entries(*token))
      if (reading_.lexicon.attribute(entry, "flag") == "former") return true;
    return false;
  }

  // What stood before the role, while nodes are taken back.
  struct Front {
    std::uint32_t first = 0;  // item
    bool former = false;
    bool time = false;  // has its own time word
    bool definite = false;
    bool indefinite = false;
    bool unknown_owner = false;
  };

  void phrase();
  Front front(std::uint32_t role, std::vector<Owner>& owners);
  bool take_owner(Front& front, std::vector<Owner>& owners, std::uint32_t role);
  void take_adjectives(Front& front, std::uint32_t most);
  void add_unit(std::uint32_t role, const Front& front, const std::vector<Owner>& owners);
  void complements();
  bool complement();
  bool coordinated();
  void finish(std::uint32_t first);
  void share_owners();
  [[nodiscard]] std::uint32_t end_of_owner(std::uint32_t i) const;
  [[nodiscard]] bool name_may_own(std::uint32_t i, std::uint32_t role) const;
  [[nodiscard]] bool further_owner(std::uint32_t i, std::uint32_t owner) const;
  void add_owner(std::uint32_t i, std::uint32_t preposition);

  [[nodiscard]] RoleUnit& unit() { return work_.units.back(); }

  const Reading& reading_;
  Workspace& work_;
  std::vector<Node>& nodes_;
  std::vector<Owner> before_;  // owners of the role at hand, nearest first
  std::uint32_t at_ = 0;
  std::uint32_t first_unit_ = 0;
  bool definite_ = false;
};

void Finder::phrase() {
  first_unit_ = static_cast<std::uint32_t>(work_.units.size());
  before_.clear();
  const Front start = front(at_, before_);
  definite_ = start.definite;
  add_unit(at_, start, before_);
  ++at_;
  complements();
  while (coordinated()) complements();
  finish(start.first);
}

// Takes back the nodes that belong to the role at item `role`.
Finder::Front Finder::front(std::uint32_t role, std::vector<Owner>& owners) {
  Front out;
  out.first = role;
  const std::size_t before_adjectives = nodes_.size();
  take_adjectives(out, most_adjectives);
  const bool adjectives = nodes_.size() < before_adjectives;
  while (owners.size() < most_owners && take_owner(out, owners, role)) take_adjectives(out, 1);
  if (!nodes_.empty() && has(nodes_.back(), Wordlist::determiner) && !has(nodes_.back(), Wordlist::subordinator)) {
    out.definite = !has(nodes_.back(), Wordlist::indefinite);
    out.indefinite = !out.definite;
    out.first = nodes_.back().first;
    nodes_.pop_back();
  } else if (adjectives && owners.empty() && !out.unknown_owner && !nodes_.empty()) {
    // Without article or owner, adjectives count only behind a verb, a preposition, a comma or "and".
    const Item& left = nodes_.back().item;
    const bool opens = is_verbal(left) || left.lists.has(Wordlist::preposition) ||
                       left.lists.has(Wordlist::coordinator) || left.kind == tokens::TokenKind::punctuation;
    while (!opens && out.first < role && is_plain_word(item(out.first))) push(out.first++);
  }
  return out;
}

void Finder::take_adjectives(Front& front, std::uint32_t most) {
  for (std::uint32_t i = 0; i < most + 2 && !nodes_.empty(); ++i) {
    const Node& left = nodes_.back();
    if (left.phrase != nothing) return;
    const bool time = is_time(left.item);
    const bool number = left.item.classes.has(ClassId::ordinal_word) && left.item.mention == MentionId::none;
    const bool adjective = i < most && is_plain_word(left.item) && (left.item.marks & (ends_s | ends_ly)) == 0;
    if (!time && !number && !adjective) return;
    front.former = front.former || is_former(left.item);
    front.time = front.time || time;
    front.first = left.first;
    nodes_.pop_back();
  }
}

bool Finder::take_owner(Front& front, std::vector<Owner>& owners, std::uint32_t role) {
  if (nodes_.empty() || nodes_.back().phrase != nothing) return false;
  std::size_t i = nodes_.size();
  if (has(nodes_[i - 1], Wordlist::organ) && i > 1 && nodes_[i - 1].item.mention == MentionId::none) --i;
  const bool possessed = nodes_[i - 1].item.kind == tokens::TokenKind::possessive;
  if (possessed) --i;
  if (i == 0) return false;
  const Node& node = nodes_[i - 1];
  if (node.phrase != nothing) return false;
  const bool pronoun = node.item.reference == MentionKind::pronoun && node.item.type == TypeId::person;
  const bool bare = !possessed && !pronoun;
  if (node.item.mention == MentionId::none) {
    if (!has(node, Wordlist::pronoun_owner)) return false;
    front.unknown_owner = true;
  } else if (!is_party(node.item.type) || node.item.type == TypeId::role || (bare && !name_may_own(node.first, role))) {
    return false;
  } else {
    owners.push_back({node.item.mention, node.item.type, true, false});
  }
  front.first = node.first;
  nodes_.resize(i - 1);
  return !front.unknown_owner;
}

// "Clinton adviser X" but not "told Clinton President X", "in Paris President X", "named Clinton envoy".
bool Finder::name_may_own(std::uint32_t i, std::uint32_t role) const {
  if (i > 0 && lists(i - 1, Wordlist::naming)) return false;
  const bool title =
      item(role).classes.has(ClassId::role_title) && item(role).shape != tokens::Shape::lower && role == i + 1;
  if (!title) return true;
  if (type(i, TypeId::person)) return false;
  return !(type(i, TypeId::location) && i > 0 && lists(i - 1, Wordlist::place_before) &&
           type(role + 1, TypeId::person));
}

void Finder::add_unit(std::uint32_t role, const Front& front, const std::vector<Owner>& owners) {
  RoleUnit next;
  next.mention = item(role).mention;
  next.label = item(role).span;
  next.lists = item(role).head_lists;
  if (item(role).classes.has(ClassId::kin)) next.lists.add(Wordlist::kin);
  next.former = front.former;
  next.owners = static_cast<std::uint32_t>(work_.owners.size());
  // "KMT's Taipei candidate": whoever sends is the owner, the place where is not.
  const bool sender = std::any_of(owners.begin(), owners.end(), [](const Owner& owner) {
    return owner.type == TypeId::organization || owner.type == TypeId::person;
  });
  for (std::size_t i = owners.size(); i-- > 0;) {
    if (sender && owners[i].type == TypeId::location && i == 0 && owners.size() > 1) {
      next.place = owners[i].mention;
    } else {
      work_.owners.push_back(owners[i]);
    }
  }
  next.owner_count = static_cast<std::uint32_t>(work_.owners.size()) - next.owners;
  work_.units.push_back(next);
}

void Finder::complements() {
  for (int i = 0; i < 3 && complement(); ++i) {
  }
}

// One "of Acme", "in Ohio", "on foreign policy"; moves at_ behind it.
bool Finder::complement() {
  if (!lists(at_, Wordlist::owner_after)) return false;
  std::uint32_t i = at_ + 1;
  if (lists(i, Wordlist::determiner)) ++i;
  std::uint32_t words = 0;
  while (i < size() && words < most_complement_words && (plain(i) || is_time(item(i)) || lists(i, Wordlist::organ)) &&
         (item(i).marks & (ends_ed | ends_ing)) == 0) {
    ++i;
    ++words;
  }
  const bool name = i < size() && is_party(item(i).type) && item(i).type != TypeId::role;
  if (!name) {
    if (words == 0 || (verbal(i) && words > 1 && lists(at_, Wordlist::place_before))) return false;
    at_ = i;
    return true;
  }
  const std::uint32_t end = end_of_owner(i);
  if (end == i) return false;
  const std::uint32_t owner = end - 1 > i && is_party(item(end - 1).type) ? end - 1 : i;
  const std::uint32_t preposition = at_;
  add_owner(owner, preposition);
  at_ = end;
  while (further_owner(at_, owner)) {
    const std::uint32_t next = at_ + (lists(at_ + 1, Wordlist::determiner) ? 2 : 1);
    add_owner(next, preposition);
    at_ = next + 1;
  }
  return true;
}

// Behind the words that the owner at item i needs: "Clinton's campaign", "the CNE's Risk Unit"; i when it is no owner.
std::uint32_t Finder::end_of_owner(std::uint32_t i) const {
  if (type(i, TypeId::group) && plain(i + 1) && (item(i + 1).marks & ends_ed) == 0) return i;
  if (possessive(i + 1)) {
    std::uint32_t next = i + 2;
    while (plain(next) && next < i + 5) ++next;
    if (type(next, TypeId::organization)) return next + 1;
    return lists(i + 2, Wordlist::organ) ? i + 3 : i;
  }
  return lists(i + 1, Wordlist::organ) ? i + 2 : i + 1;
}

// "and China" behind "ambassador to Russia", unless a verb shows that a new clause begins.
bool Finder::further_owner(std::uint32_t i, std::uint32_t owner) const {
  if (!lists(i, Wordlist::coordinator)) return false;
  const std::uint32_t next = i + (lists(i + 1, Wordlist::determiner) ? 2 : 1);
  return next < size() && item(next).type == item(owner).type && item(next).reference == MentionKind::name &&
         !verbal(next + 1) && !possessive(next + 1) && !type(next + 1, TypeId::role) && !comma(next + 1);
}

// The preposition decides what a place is: "of Ohio" whose, "from Ohio" home, "in Ohio" where, "on Ohio" none of these.
void Finder::add_owner(std::uint32_t i, std::uint32_t preposition) {
  const bool location = item(i).type == TypeId::location;
  const bool from = word_is(preposition, "from");
  const bool located = lists(preposition, Wordlist::place_before);
  const bool taken = unit().owner_count > 0;
  if (location && !from) {
    if (word_is(preposition, "on")) return;
    if (located || taken) {
      if (unit().place == MentionId::none) unit().place = item(i).mention;
      return;
    }
  }
  // A second organization behind the first is what that one belongs to.
  if (taken && located && item(i).type == TypeId::organization && !work_.owners.back().before &&
      work_.owners.back().type == TypeId::organization)
    return;
  work_.owners.push_back({item(i).mention, item(i).type, false, from && location});
  ++unit().owner_count;
}

// "and CEO", ", producer": the next role of the same person.
bool Finder::coordinated() {
  std::uint32_t i = at_;
  const bool has_comma = comma(i);
  if (has_comma) ++i;
  const bool joined = lists(i, Wordlist::coordinator);
  if (joined) ++i;
  if (!has_comma && !joined) return false;
  const std::uint32_t begin = i;
  Front own;
  bool article = false;
  std::vector<Owner> owners;
  for (; i < size() && i < begin + 6 && !is_role(i); ++i) {
    const Item& it = item(i);
    if (it.lists.has(Wordlist::determiner) && i == begin) {
      article = true;
    } else if (is_time(it) || is_adverb(it)) {
      own.time = own.time || is_time(it);
      own.former = own.former || is_former(it);
    } else if (is_party(it.type) && it.type != TypeId::person && it.reference == MentionKind::name) {
      owners.push_back({it.mention, it.type, true, false});
    } else if (!is_plain_word(it) && it.kind != tokens::TokenKind::possessive) {
      return false;
    }
  }
  if (i >= size() || i >= begin + 6) return false;
  const bool capital = item(i).shape == tokens::Shape::title;
  const bool named = type(i + 1, TypeId::person);
  if (has_comma && !joined) {  // "director, producer and founder": only bare roles in the middle
    if (i != begin || named || !(lists(i + 1, Wordlist::coordinator) || comma(i + 1))) return false;
  } else if ((named && (capital || definite_ || article)) || verbal(i + 1)) {
    return false;
  }
  std::reverse(owners.begin(), owners.end());
  if (unit().former && !own.time && !article) own.former = true;
  RoleUnit& previous = unit();
  previous.shares_owners = previous.owner_count == 0 || work_.owners[previous.owners].before;
  const bool inherits = owners.empty() && !own.time && !article;
  std::vector<Owner> inherited;
  for (std::uint32_t k = 0; inherits && k < previous.owner_count; ++k)
    if (work_.owners[previous.owners + k].before) inherited.push_back(work_.owners[previous.owners + k]);
  std::reverse(inherited.begin(), inherited.end());
  add_unit(i, own, owners.empty() ? inherited : owners);
  at_ = i + 1;
  return true;
}

// "founder and CEO of Z": the last role's complements are those of the roles before it that have none.
void Finder::share_owners() {
  for (std::size_t i = work_.units.size() - 1; i-- > first_unit_;) {
    RoleUnit& earlier = work_.units[i];
    const RoleUnit later = work_.units[i + 1];
    if (!earlier.shares_owners || earlier.owner_count > 0) continue;
    earlier.owners = static_cast<std::uint32_t>(work_.owners.size());
    for (std::uint32_t k = 0; k < later.owner_count; ++k) {
      const Owner owner = work_.owners[later.owners + k];
      if (owner.before) continue;
      work_.owners.push_back(owner);
      ++earlier.owner_count;
    }
    if (earlier.place == MentionId::none) earlier.place = later.place;
  }
}

void Finder::finish(std::uint32_t first) {
  share_owners();
  const RoleUnit& head = work_.units[first_unit_];
  Phrase phrase;
  phrase.units = first_unit_;
  phrase.unit_count = static_cast<std::uint32_t>(work_.units.size()) - first_unit_;
  phrase.members = static_cast<std::uint32_t>(work_.members.size());
  phrase.member_count = 1;
  work_.members.push_back(head.mention);
  Node node;
  for (std::uint32_t i = first; i < at_; ++i)
    if (item(i).span == head.label) node.item = item(i);
  node.item.type = TypeId::role;
  node.item.span = {item(first).span.begin, item(at_ - 1).span.end};
  node.first = first;
  node.last = at_;
  node.phrase = static_cast<std::uint32_t>(work_.phrases.size());
  work_.phrases.push_back(phrase);
  nodes_.push_back(node);
}

}  // namespace

void find_role_phrases(const Reading& reading, Workspace& work) { Finder(reading, work).run(); }

}  // namespace dossier::relate
