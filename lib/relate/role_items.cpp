// Questions that need the text or the dictionaries.
#include "relate/role_items.hpp"

#include <algorithm>

namespace dossier::relate {
namespace {

using lexicon::ClassId;

}  // namespace

bool RoleItems::quote(std::uint32_t i) const noexcept {
  return is(i, "\"") || is(i, "\xE2\x80\x9C") || is(i, "\xE2\x80\x9D") || is(i, "''");
}

bool RoleItems::role_noun(std::uint32_t i) const noexcept {
  if (i == 0 || items_[i].mention != MentionId::none) return false;
  return in(i - 1, Wordlist::determiner) || in(i - 1, Wordlist::pronoun_owner) || possessive(i - 1) || name(i - 1) ||
         comma(i - 1) || plain(i - 1) || in(i - 1, Wordlist::be) || time(i - 1);
}

bool RoleItems::time(std::uint32_t i) const noexcept {
  if (i >= size() || (items_[i].mention != MentionId::none && items_[i].type != TypeId::date)) return false;  // "now"
  return in(i, Wordlist::former) || in(i, Wordlist::title_time) || items_[i].classes.has(ClassId::role_time);
}

RelationFlags RoleItems::time_flags(std::uint32_t i) const noexcept {
  if (!time(i)) return RelationFlags::none;
  if (in(i, Wordlist::former)) return RelationFlags::former;
  const std::vector<tokens::Token>& tokens = reading_.text.tokens;
  const auto token = std::lower_bound(
      tokens.begin(), tokens.end(), items_[i].span.begin,
      [](const tokens::Token& candidate, std::uint32_t begin) { return candidate.span.begin < begin; });
  if (token == tokens.end() || token->span != items_[i].span) return RelationFlags::none;
  for (const lexicon::EntryId entry : reading_.lexicon.entries(*token)) {
    const std::string_view flag = reading_.lexicon.attribute(entry, "flag");
    if (flag == "former") return RelationFlags::former;
    if (flag == "planned") return RelationFlags::planned;
  }
  return RelationFlags::none;
}

}  // namespace dossier::relate
