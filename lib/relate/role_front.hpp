// What stands before a role and belongs to it: article, time, owners, adjectives.
#pragma once

#include <array>
#include <cstdint>

#include "relate/role_items.hpp"
#include "relate/workspace.hpp"

namespace dossier::relate {

inline constexpr std::uint32_t most_owners = 3;

/// The words before one role.
struct RoleFront {
  std::uint32_t first = 0;  ///< item where the phrase begins
  RelationFlags flags = RelationFlags::none;
  bool time = false;  ///< has a time word of its own
  bool article = false;
  bool definite = false;                    ///< the article is "the" or the like
  bool owned = false;                       ///< has an owner, be it an unknown one ("the company's")
  std::array<Owner, most_owners> owners{};  ///< nearest first
  std::uint32_t owner_count = 0;
};

/// Reads back from the role at item `role`, at most to item `barrier`. The number of words of each part is limited.
[[nodiscard]] RoleFront read_front(const RoleItems& items, std::uint32_t role, std::uint32_t barrier);

}  // namespace dossier::relate
