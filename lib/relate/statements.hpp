// From a match of a rule to statements: every subject with every object, every role with everyone it belongs to.
#pragma once

#include <span>

#include "relate/workspace.hpp"

namespace dossier::relate {

/// A match over nodes, and what is known of it beyond the rule.
struct Found {
  std::uint32_t rule = 0;
  std::span<const rules::Capture> captures;
  std::span<const Node> nodes;
  RelationFlags flags = RelationFlags::none;
  bool lasting = false;  ///< a past that may last: "said she was", "has served"
  MentionId place = MentionId::none;
  MentionId date = MentionId::none;
};

/// Appends the statements that the schema allows to Workspace::statements. A ROLE mention counts as a person.
void add_statements(const Reading& reading, const Found& found, Workspace& work);

/// Sorts Workspace::statements, drops doubles and bare roles that turned out to be somebody's, and appends the rest to
/// `out`.
void finish_statements(const Reading& reading, Workspace& work, std::vector<Statement>& out);

}  // namespace dossier::relate
