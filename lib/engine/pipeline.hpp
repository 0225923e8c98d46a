// The steps of annotating one text, in their order.
#pragma once

#include <dossier/engine.hpp>

#include "doc/builder.hpp"
#include "engine/parts.hpp"

namespace dossier::engine {

/// What the steps share. All must outlive it.
struct Job {
  const Engine::Parts& engine;
  Scratch::Parts& scratch;
  DocumentBuilder& out;
};

/// Decodes, removes markup, and fills id, text, source and maps; gives the blocks of the markup and the date it names.
[[nodiscard]] text::Derived read_text(Job& job, const Input& input);
/// The date that anchors relative expressions: the caller's, the markup's, or the text's own; written into the
/// document.
[[nodiscard]] std::optional<dates::Anchor> find_anchor(Job& job, const Input& input, const text::Derived& derived);
/// Puts the days that no calendar has into the document's issues.
void report_impossible_dates(Job& job);
/// Turns chosen candidates into the document's mentions (with job.scratch.places beside them).
void write_mentions(Job& job);
/// Statements between mentions, who is meant by pronouns and role phrases; drops pronouns that stay open.
void link_mentions(Job& job);
/// The noun phrases of names. After link_mentions().
void write_extents(Job& job);
/// Entities, aliases, roles and relations between entities.
void write_entities(Job& job);

/// All of it.
void annotate(Job& job, const Input& input);

}  // namespace dossier::engine
