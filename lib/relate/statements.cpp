// What the words of a role mean (a wife is family, a successor has succeeded) is decided here, from the word lists.
#include "relate/statements.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "relate/nodes.hpp"
#include "relate/terms.hpp"

namespace dossier::relate {
namespace {

using rules::CaptureName;

constexpr std::size_t most_statements = 200;  // of a sentence; keeps the search for doubles small

// How the last word of a role relates its bearer to its owner.
struct Meaning {
  Wordlist list;
  RelationTypeId relation;
  bool reversed = false;
};
constexpr Meaning meanings[] = {{Wordlist::kin, RelationTypeId::family},
                                {Wordlist::successor, RelationTypeId::succeeded},
                                {Wordlist::predecessor, RelationTypeId::succeeded, true},
                                {Wordlist::supporter, RelationTypeId::supports},
                                {Wordlist::opponent, RelationTypeId::opposes},
                                {Wordlist::member, RelationTypeId::member_of},
                                {Wordlist::resident, RelationTypeId::based_in},
                                {Wordlist::native, RelationTypeId::origin}};

class Maker {
 public:
  Maker(const Reading& reading, const Found& found, Workspace& work)
      : reading_(reading), found_(found), work_(work), rule_(reading.rules.rules()[found.rule]) {}

  void run();

 private:
  [[nodiscard]] const Node* node(CaptureName name) const {
    for (const rules::Capture& capture : found_.captures)
      if (capture.name == name && capture.first < capture.last) return &found_.nodes[capture.first];
    return nullptr;
  }
  [[nodiscard]] std::span<const MentionId> members(const Node* of) const {
    if (of == nullptr) return {};
    if (of->phrase == nothing) return {&of->item.mention, 1};
    const Phrase& phrase = work_.phrases[of->phrase];
    return std::span(work_.members).subspan(phrase.members, phrase.member_count);
  }
  [[nodiscard]] const Mention& mention(MentionId id) const { return reading_.mentions[static_cast<std::size_t>(id)]; }
  [[nodiscard]] TypeId type_of(MentionId id) const {
    if (id == MentionId::none) return TypeId::none;
    const TypeId type = mention(id).type;
    return type == TypeId::role ? TypeId::person : type;
  }

  void roles(const Node& label, const Node* subject);
  void unit(const RoleUnit& unit, MentionId subject);
  bool meaning(const RoleUnit& unit, MentionId subject);
  void office(const RoleUnit& unit, MentionId subject);
  bool belongs(const Owner& owner, MentionId subject);
  void titles(const RoleUnit& unit);
  void pairs(std::span<const MentionId> all);
  void add(RelationTypeId type, MentionId subject, MentionId object, const RoleUnit* role);
  [[nodiscard]] Span label_span() const;
  [[nodiscard]] Span evidence() const;

  const Reading& reading_;
  const Found& found_;
  Workspace& work_;
  const rules::Rule& rule_;
  MentionId extra_object_ = MentionId::none;  // captured beside the role: "Gov. X of Ohio"
  bool title_ = false;                        // what is stated stands in a title: the clause may deny itself, not that
  Span evidence_;
};

Span Maker::label_span() const {
  for (const rules::Capture& capture : found_.captures) {
    if (capture.name != CaptureName::label || capture.first == capture.last) continue;
    return {found_.nodes[capture.first].item.span.begin, found_.nodes[capture.last - 1].item.span.end};
  }
  return {};
}

Span Maker::evidence() const {
  Span out{0xFFFFFFFF, 0};
  for (const rules::Capture& capture : found_.captures) {
    for (std::uint32_t i = capture.first; i < capture.last; ++i) {
      out.begin = std::min(out.begin, found_.nodes[i].item.span.begin);
      out.end = std::max(out.end, found_.nodes[i].item.span.end);
    }
  }
  return out;
}

void Maker::run() {
  if (found_.captures.empty()) return;
  evidence_ = evidence();
  const Node* const label = node(CaptureName::label);
  const Node* const subject = node(CaptureName::subject);
  const Node* const object = node(CaptureName::object);
  if (label != nullptr && label->phrase != nothing && work_.phrases[label->phrase].unit_count > 0 &&
      rule_.relation == RelationTypeId::has_role) {
    if (object != nullptr) extra_object_ = object->item.mention;
    roles(*label, subject);
    return;
  }
  if (const Node* const both = node(CaptureName::both)) pairs(members(both));
  for (const MentionId a : members(subject)) {
    for (const MentionId b : members(object)) add(rule_.relation, a, b, nullptr);
    if (object == nullptr && node(CaptureName::both) == nullptr) add(rule_.relation, a, MentionId::none, nullptr);
  }
}

void Maker::pairs(std::span<const MentionId> all) {
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j) add(rule_.relation, all[i], all[j], nullptr);
}

void Maker::roles(const Node& label, const Node* subject) {
  const Phrase& phrase = work_.phrases[label.phrase];
  const std::span<const RoleUnit> units = std::span(work_.units).subspan(phrase.units, phrase.unit_count);
  for (const RoleUnit& each : units) {
    titles(each);
    if (subject == nullptr) {
      unit(each, each.mention);
    } else {
      for (const MentionId member : members(subject)) unit(each, member);
    }
  }
}

// "daughter of President Ruiz": whose she is has a role too.
void Maker::titles(const RoleUnit& unit) {
  for (std::uint32_t i = 0; i < unit.owner_count; ++i) {
    const Owner owner = work_.owners[unit.owners + i];
    if (owner.title == nothing) continue;
    const Phrase& phrase = work_.phrases[owner.title];
    title_ = true;
    for (std::uint32_t k = 0; k < phrase.unit_count; ++k) this->unit(work_.units[phrase.units + k], owner.mention);
    title_ = false;
  }
}

void Maker::unit(const RoleUnit& unit, MentionId subject) {
  if (subject == MentionId::none || meaning(unit, subject)) return;
  if (unit.mention != MentionId::none) office(unit, subject);
}

bool Maker::meaning(const RoleUnit& unit, MentionId subject) {
  for (const Meaning& meaning : meanings) {
    if (!unit.lists.has(meaning.list)) continue;
    const auto state = [&](MentionId owner) {
      if (meaning.reversed) {
        add(meaning.relation, owner, subject, &unit);
      } else {
        add(meaning.relation, subject, owner, &unit);
      }
    };
    for (std::uint32_t i = 0; i < unit.owner_count; ++i) {
      const Owner& owner = work_.owners[unit.owners + i];
      if (!belongs(owner, subject)) state(owner.mention);
    }
    if (extra_object_ != MentionId::none) state(extra_object_);
    if (unit.place != MentionId::none) state(unit.place);
    return true;
  }
  return false;
}

// States where the subject lives or comes from when that is all that the owner says.
bool Maker::belongs(const Owner& owner, MentionId subject) {
  if (owner.use == Owner::Use::object) return false;
  add(owner.use == Owner::Use::home ? RelationTypeId::based_in : RelationTypeId::origin, subject, owner.mention,
      nullptr);
  return true;
}

void Maker::office(const RoleUnit& unit, MentionId subject) {
  bool owned = false;
  const auto state = [&](MentionId owner) {
    add(RelationTypeId::has_role, subject, owner, &unit);
    owned = true;
  };
  const bool bare = subject == unit.mention;
  for (std::uint32_t i = 0; i < unit.owner_count; ++i) {
    const Owner& owner = work_.owners[unit.owners + i];
    const bool occupation = owner.before && unit.lists.has(Wordlist::occupation);
    if (belongs(owner, subject)) continue;
    if (occupation && owner.type == TypeId::location) {
      add(RelationTypeId::based_in, subject, owner.mention, nullptr);
    } else if (occupation && owner.type == TypeId::group) {
      add(RelationTypeId::origin, subject, owner.mention, nullptr);
    } else {
      state(owner.mention);
    }
  }
  if (extra_object_ != MentionId::none && !owned) state(extra_object_);
  if (!owned && !bare) add(RelationTypeId::has_role, subject, MentionId::none, &unit);
}

void Maker::add(RelationTypeId type, MentionId subject, MentionId object, const RoleUnit* role) {
  if (type == RelationTypeId::none || subject == MentionId::none || subject == object) return;
  if (!reading_.schema.allows(type, type_of(subject), type_of(object))) return;
  Statement out;
  out.type = type;
  out.rule = found_.rule;
  if (!title_) {
    out.flags = found_.flags | rule_.flags;
    if (rule_.past && !found_.lasting) out.flags |= RelationFlags::former;
  }
  out.subject = subject;
  out.object = object;
  out.place = found_.place;
  out.date = found_.date;
  out.evidence = evidence_;
  if (role != nullptr) {
    out.flags |= role->flags;
    out.label_mention = role->mention;
    out.label = role->label;
    if (out.place == MentionId::none && type == RelationTypeId::has_role) out.place = role->place;
  } else {
    out.label = label_span();
  }
  if (out.place == object || out.place == subject) out.place = MentionId::none;
  const auto cover = [&](Span span) {
    out.evidence.begin = std::min(out.evidence.begin, span.begin);
    out.evidence.end = std::max(out.evidence.end, span.end);
  };
  cover(mention(subject).span);
  if (object != MentionId::none) cover(mention(object).span);
  if (type == RelationTypeId::has_role) find_terms(reading_, out);
  if (work_.statements.size() < 4 * most_statements) work_.statements.push_back(out);
}

bool is_bare(const Statement& it) { return it.subject == it.label_mention; }

// Subject and object in an order that does not depend on who was named first where the relation does not.
std::pair<MentionId, MentionId> ends_of(const Reading& reading, const Statement& it) {
  const bool symmetric = reading.schema.relation_types()[static_cast<std::size_t>(it.type)].symmetric;
  if (symmetric && it.object < it.subject) return {it.object, it.subject};
  return {it.subject, it.object};
}

}  // namespace

void add_statements(const Reading& reading, const Found& found, Workspace& work) { Maker(reading, found, work).run(); }

void finish_statements(const Reading& reading, Workspace& work, std::vector<Statement>& out) {
  std::vector<Statement>& all = work.statements;
  if (all.empty()) return;
  const auto key = [&](const Statement& it) {
    return std::tuple(it.evidence.begin, it.evidence.end, it.type, ends_of(reading, it), it.label.begin, it.rule);
  };
  if (all.size() > 1)
    std::stable_sort(all.begin(), all.end(), [&](const Statement& a, const Statement& b) { return key(a) < key(b); });
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  for (const Statement& it : all) {
    const bool taken = is_bare(it) && std::any_of(all.begin(), all.end(), [&](const Statement& other) {
                         return other.label_mention == it.label_mention && !is_bare(other);
                       });
    const bool known = std::any_of(out.begin() + first, out.end(), [&](const Statement& other) {
      return other.type == it.type && other.label == it.label && ends_of(reading, other) == ends_of(reading, it);
    });
    // A role that was found to be somebody's does not stand for an unknown one.
    if (!taken && !known && out.size() - static_cast<std::size_t>(first) < most_statements) out.push_back(it);
  }
  all.clear();
}

}  // namespace dossier::relate
