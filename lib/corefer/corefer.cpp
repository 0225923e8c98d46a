// Links pronouns and role phrases in reading order, so that what is linked counts as seen for what follows.
#include "corefer/corefer.hpp"

#include <algorithm>
#include <compare>
#include <span>
#include <string_view>
#include <vector>

#include "corefer/pronouns.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::corefer {
namespace {

using lexicon::ClassId;
using lexicon::EntryId;

constexpr std::size_t no_index = static_cast<std::size_t>(-1);

std::size_t index(MentionId id) noexcept { return id == MentionId::none ? no_index : static_cast<std::size_t>(id); }

/// A role known of a person.
struct KnownRole {
  std::uint32_t person = 0;      // cluster
  std::uint64_t head = 0;        // hash of the label's last word
  std::size_t owner = no_index;  // cluster of the owner
  friend auto operator<=>(const KnownRole&, const KnownRole&) = default;
};

/// The country or group that stands before a person's name.
struct Belonging {
  std::uint32_t person = 0;
  std::size_t place = no_index;
  friend auto operator<=>(const Belonging&, const Belonging&) = default;
};

/// The records of one person in a vector sorted by person.
template <typename Record>
std::span<const Record> records_of(const std::vector<Record>& records, std::uint32_t person) {
  const auto before = [](const Record& record, std::uint32_t wanted) { return record.person < wanted; };
  const auto begin = std::lower_bound(records.begin(), records.end(), person, before);
  const auto end = std::lower_bound(begin, records.end(), person + 1, before);
  constexpr std::ptrdiff_t most = 64;  // nobody has more roles than that; a text made to have them costs no more for it
  return {begin, std::min(end, end - begin > most ? begin + most : end)};
}

class Linker {
 public:
  Linker(const Context& context, std::vector<Mention>& mentions) : in_(context), mentions_(mentions) {}

  void run() {
    collect_roles();
    collect_belongings();
    collect_sentences();
    Pronouns pronouns(in_, mentions_, sentence_of_);
    for (const RoleStatement& role : in_.roles)  // "her lawyer, Ann Lee"
      if (role.owner != MentionId::none && mentions_[index(role.owner)].kind == MentionKind::pronoun)
        pronouns.exclude(index(role.owner), index(role.holder));
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      Mention& mention = mentions_[i];
      if (mention.nested) continue;
      if (mention.kind == MentionKind::pronoun) mention.entity = pronouns.meant_by(i);
      if (mention.type == TypeId::role && mention.kind == MentionKind::nominal) mention.entity = role_entity(i);
      if (mention.type == TypeId::role && mention.kind == MentionKind::nominal && mention.entity == EntityId::none &&
          stands_alone_[i])
        pronouns.add_unknown(i);
      if (!is_person(i)) continue;
      seen_.push_back(i);
      pronouns.add(i);
    }
  }

 private:
  bool is_person(std::size_t i) const {
    return mentions_[i].entity != EntityId::none &&
           (mentions_[i].type == TypeId::person || mentions_[i].type == TypeId::role);
  }
  std::size_t entity(std::size_t i) const {
    return i == no_index || mentions_[i].entity == EntityId::none ? no_index
                                                                  : static_cast<std::size_t>(mentions_[i].entity);
  }
  /// Of the head word: "director" of "director of public affairs".
  std::uint64_t head_hash(std::size_t i) const {
    static const std::uint64_t of = tokens::hash_folded("of");
    static const std::uint64_t for_ = tokens::hash_folded("for");
    for (std::uint32_t t = in_.places[i].first + 1; t + 1 < in_.places[i].last; ++t)
      if (token(t).hash == of || token(t).hash == for_) return token(t - 1).hash;
    return token(in_.places[i].last - 1).hash;
  }

  void collect_roles() {
    owner_of_.assign(mentions_.size(), no_index);
    stands_alone_.assign(mentions_.size(), true);
    for (const RoleStatement& role : in_.roles) {
      const std::size_t label = index(role.label);
      if (label == no_index) continue;
      if (role.holder == role.label) {
        owner_of_[label] = index(role.owner);
        continue;
      }
      stands_alone_[label] = false;
      const std::size_t holder = entity(index(role.holder));
      if (holder == no_index || mentions_[index(role.holder)].kind != MentionKind::name) continue;
      known_.push_back({static_cast<std::uint32_t>(holder), head_hash(label), entity(index(role.owner))});
    }
    std::sort(known_.begin(), known_.end());
    known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
  }

  /// "Russia's Vladimir Putin", "French singer Zaz": a country stands before a name.
  void collect_belongings() {
    for (std::size_t i = 1; i < mentions_.size(); ++i) {
      if (mentions_[i].type != TypeId::person || mentions_[i].kind != MentionKind::name || entity(i) == no_index)
        continue;
      const std::size_t before = i - 1;
      if (entity(before) == no_index || !is_place(entity(before))) continue;
      const std::uint32_t gap = in_.places[i].first - in_.places[before].last;
      const bool owned = gap == 0 || (gap == 1 && token(in_.places[before].last).kind == tokens::TokenKind::possessive);
      if (owned) belongings_.push_back({static_cast<std::uint32_t>(entity(i)), entity(before)});
    }
    std::sort(belongings_.begin(), belongings_.end());
    belongings_.erase(std::unique(belongings_.begin(), belongings_.end()), belongings_.end());
  }

  void collect_sentences() {
    sentence_of_.resize(mentions_.size());
    std::size_t s = 0;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      while (s + 1 < in_.text.sentences.size() && in_.places[i].first >= in_.text.sentences[s].last) ++s;
      sentence_of_[i] = s;
    }
  }

  const tokens::Token& token(std::size_t t) const { return in_.text.tokens[t]; }

  // Role phrases.

  /// True for "the envoy", "the Kremlin adviser", "Ukraine's president"; false for "an envoy", "Envoy Smith".
  bool is_definite(std::size_t i) const {
    const tokens::Sentence& sentence = in_.text.sentences[sentence_of_[i]];
    static const std::uint64_t the = tokens::hash_folded("the");
    std::uint32_t t = in_.places[i].first;
    for (std::uint32_t steps = 0; t > sentence.first && steps < 6; ++steps) {
      --t;
      if (token(t).hash == the) return true;
      if (token(t).kind == tokens::TokenKind::possessive) return true;
      const bool name = token(t).kind == tokens::TokenKind::word && token(t).shape != tokens::Shape::lower;
      const bool modifier = in_.lexicon.classes(token(t)).any(
          lexicon::set_of(ClassId::role_time, ClassId::role_modifier, ClassId::role_area, ClassId::nationality));
      if (!name && !modifier) return false;
    }
    return false;
  }

  EntityId role_entity(std::size_t i) {
    if (!stands_alone_[i] || !is_definite(i)) return EntityId::none;
    const std::size_t owner = entity(owner_of_[i]);
    const std::uint64_t head = head_hash(i);
    int best_score = 0;
    std::uint32_t best = 0;
    bool tie = false;
    std::uint32_t compared = 0;
    for (auto it = seen_.rbegin(); it != seen_.rend() && compared < in_.options.max_candidates; ++it, ++compared) {
      const auto person = static_cast<std::uint32_t>(mentions_[*it].entity);
      const int score = role_score(person, head, owner);
      if (score > best_score) {
        best_score = score;
        best = person;
        tie = false;
      } else if (score == best_score && score > 0 && person != best && owner == no_index) {
        tie = tie || sentence_of_[*it] + 1 >= sentence_of_[i];
      }
    }
    return best_score == 0 || tie ? EntityId::none : static_cast<EntityId>(best);
  }

  /// 0: does not fit; more: the stronger the better.
  int role_score(std::uint32_t person, std::uint64_t head, std::size_t owner) const {
    bool same_head = false;
    bool same_owner = false;
    bool other_place = false;
    for (const KnownRole& role : records_of(known_, person)) {
      same_head = same_head || role.head == head;
      if (owner == no_index || role.owner == no_index) continue;
      if (same_or_country(role.owner, owner))
        same_owner = true;
      else if (is_place(role.owner) && is_place(owner))
        other_place = true;
    }
    if (!same_head || (other_place && !same_owner)) return 0;
    if (owner == no_index) return 2;
    if (same_owner) return 3;
    return belongs_elsewhere(person, owner) ? 0 : 1;
  }

  bool is_place(std::size_t cluster) const {
    return in_.clusters[cluster].type == TypeId::location || in_.clusters[cluster].type == TypeId::group;
  }
  bool same_or_country(std::size_t a, std::size_t b) const {
    return a == b || (in_.clusters[a].country != 0 && in_.clusters[a].country == in_.clusters[b].country);
  }

  /// "Russia's Vladimir Putin" is no U.S. president.
  bool belongs_elsewhere(std::uint32_t person, std::size_t owner) const {
    if (!is_place(owner)) return false;
    for (const Belonging& belonging : records_of(belongings_, person))
      if (!same_or_country(belonging.place, owner)) return true;
    return false;
  }

  const Context& in_;
  std::vector<Mention>& mentions_;
  std::vector<KnownRole> known_;       // by person
  std::vector<Belonging> belongings_;  // by person
  std::vector<std::size_t> owner_of_;  // per mention: the owner of a role phrase that stands by itself
  std::vector<bool> stands_alone_;     // per mention: a role that describes nobody named beside it
  std::vector<std::size_t> sentence_of_;
  std::vector<std::size_t> seen_;  // mentions of people read so far
};

}  // namespace

void link(const Context& context, std::vector<Mention>& mentions) { Linker(context, mentions).run(); }

}  // namespace dossier::corefer
