// The items of a sentence as the finder of role phrases asks about them.
#pragma once

#include <string_view>

#include "relate/nodes.hpp"
#include "relate/workspace.hpp"

namespace dossier::relate {

/// Indices past the end answer no to everything. Lives while Workspace::items stay as they are.
class RoleItems {
 public:
  RoleItems(const Reading& reading, const std::vector<rules::Item>& items) : reading_(reading), items_(items) {}

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(items_.size()); }
  [[nodiscard]] const rules::Item& operator[](std::uint32_t i) const noexcept { return items_[i]; }
  [[nodiscard]] bool in(std::uint32_t i, Wordlist list) const noexcept {
    return i < size() && items_[i].lists.has(list);
  }
  [[nodiscard]] bool is(std::uint32_t i, TypeId type) const noexcept { return i < size() && items_[i].type == type; }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view word) const noexcept {
    return i < size() && reading_.text.text.substr(items_[i].span.begin, items_[i].span.size()) == word;
  }
  [[nodiscard]] bool is(std::uint32_t i, char mark) const noexcept { return i < size() && items_[i].mark == mark; }
  [[nodiscard]] bool comma(std::uint32_t i) const noexcept { return is(i, ','); }
  [[nodiscard]] bool possessive(std::uint32_t i) const noexcept {
    return i < size() && items_[i].kind == tokens::TokenKind::possessive;
  }
  [[nodiscard]] bool verbal(std::uint32_t i) const noexcept { return i < size() && is_verbal(items_[i]); }
  [[nodiscard]] bool plain(std::uint32_t i) const noexcept { return i < size() && is_plain_word(items_[i]); }
  /// An article or the like; "that" may begin a clause and is none.
  [[nodiscard]] bool determiner(std::uint32_t i) const noexcept {
    return in(i, Wordlist::determiner) && !in(i, Wordlist::subordinator);
  }
  [[nodiscard]] bool quote(std::uint32_t i) const noexcept;
  /// A name or pronoun of a person, organization, place or group.
  [[nodiscard]] bool name(std::uint32_t i) const noexcept {
    return i < size() && is_party(items_[i].type) && items_[i].type != TypeId::role;
  }
  /// A ROLE mention, or a lower-case word like "supporter" where an article, an owner or a comma makes it a noun.
  [[nodiscard]] bool role(std::uint32_t i) const noexcept {
    if (i >= size()) return false;
    if (items_[i].type == TypeId::role) return true;
    return items_[i].lists.any(role_nouns) && role_noun(i);
  }

  /// A word like "former" or "acting", by list or by dictionary class role_time.
  [[nodiscard]] bool time(std::uint32_t i) const noexcept;
  /// What a time word says: former, planned, or nothing.
  [[nodiscard]] RelationFlags time_flags(std::uint32_t i) const noexcept;

 private:
  static constexpr rules::WordlistSet role_nouns =
      rules::lists_of(Wordlist::successor, Wordlist::predecessor, Wordlist::supporter, Wordlist::opponent,
                      Wordlist::member, Wordlist::resident, Wordlist::native);

  [[nodiscard]] bool role_noun(std::uint32_t i) const noexcept;

  const Reading& reading_;
  const std::vector<rules::Item>& items_;
};

}  // namespace dossier::relate
