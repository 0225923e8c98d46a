// A walk ahead to the end of the clause, then one back from the verb.
#include "relate/qualifiers.hpp"

#include "relate/nodes.hpp"
#include "relate/verbs.hpp"

namespace dossier::relate {
namespace {

class Walk {
 public:
  Walk(const Reading& reading, const Workspace& work, Found& found) : reading_(reading), work_(work), found_(found) {}

  void ahead(std::uint32_t label) {
    for (std::uint32_t i = label + 1; i < work_.nodes.size() && !ends(i, label); ++i) read(i);
  }

  void back(std::uint32_t label) {
    std::uint32_t i = label;
    bool opening = false;  // between the sentence's start and its subject
    while (i-- > 0) {
      const rules::Item& item = work_.nodes[i].item;
      if (is_mark(item, ';') || is_mark(item, ':')) return;
      if (is_verb(i) && i != label) opening = true;
      if (!opening || starts_with(i)) read(i);
    }
  }

 private:
  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    for (const Verb& verb : work_.verbs)
      if (verb.node == i) return true;
    return false;
  }

  // "On Monday, ...", "In Oslo ...": the first words of the sentence.
  [[nodiscard]] static bool starts_with(std::uint32_t i) { return i <= 2; }

  // A new clause, or another verb with a subject of its own.
  [[nodiscard]] bool ends(std::uint32_t i, std::uint32_t label) const {
    const rules::Item& item = work_.nodes[i].item;
    if (is_mark(item, ';') || is_mark(item, ':') || is_mark(item, '.')) return true;
    if (item.mention != MentionId::none) return false;
    if (item.lists.has(Wordlist::relative)) return true;
    if (item.lists.has(Wordlist::subordinator) && !is_transparent(work_, i)) return true;
    for (const Verb& verb : work_.verbs)
      if (verb.node == i && verb.first > label && verb.subject != nothing) return true;
    return false;
  }

  void read(std::uint32_t i) {
    const Node& node = work_.nodes[i];
    if (node.item.type == TypeId::date) {
      const TimeKind time = reading_.mentions[static_cast<std::size_t>(node.item.mention)].time;
      const bool point = time != TimeKind::duration && time != TimeKind::set;
      if (point && found_.date == MentionId::none) found_.date = node.item.mention;
      return;
    }
    const bool place = node.item.type == TypeId::location || node.item.type == TypeId::organization;
    if (!place || found_.place != MentionId::none || i == 0 || is_owner(node)) return;
    if (has(work_.nodes[i - 1], Wordlist::place_before)) found_.place = node.item.mention;
  }

  const Reading& reading_;
  const Workspace& work_;
  Found& found_;
};

}  // namespace

void add_qualifiers(const Reading& reading, const Workspace& work, std::uint32_t label, Found& found) {
  if (label == nothing) return;
  Walk walk(reading, work, found);
  walk.ahead(label);
  walk.back(label);
}

}  // namespace dossier::relate
