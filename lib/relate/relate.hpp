// Stated relations between the mentions of a sentence: rules give the constructions, this floor checks types,
// direction, conjunctions, negation, plans and reports, and adds place and date.
#pragma once

#include <cstdint>
#include <vector>

#include "doc/builder.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/rules.hpp"
#include "tokens/token.hpp"

namespace dossier::relate {

/// A relation between mentions; entities come later, when it is known who is who.
struct Statement {
  RelationTypeId type = RelationTypeId::none;
  RelationFlags flags = RelationFlags::none;
  std::uint32_t rule = 0;               ///< index into RuleSet::rules()
  MentionId subject = MentionId::none;  ///< a PERSON, ORGANIZATION ..., or a nominal ROLE or pronoun to be resolved
  MentionId object = MentionId::none;   ///< none where the relation type allows it
  MentionId label_mention = MentionId::none;
  Span label;  ///< the words, empty when the relation has no label
  MentionId place = MentionId::none;
  MentionId date = MentionId::none;
  MentionId since = MentionId::none;  ///< of a role: the date it began, "since 2019", "from 2010 to 2014"
  MentionId until = MentionId::none;  ///< the date it ended
  Span evidence;
};

struct Workspace;  // relate/workspace.hpp

struct RelateOptions {
  std::uint32_t max_sentence_mentions = 64;
  Span only = {};  ///< when not empty: the sentences that overlap this part of the text
};

/// What is read: the same for all sentences of a text. All of it must outlive the reading.
struct Reading {
  const tokens::TokenizedText& text;
  const lexicon::Lexicon& lexicon;
  const lexicon::Matches& matches;  ///< the lexicon's, of the text
  const rules::RuleSet& rules;
  const std::vector<Mention>& mentions;  ///< sorted, flat; pronoun candidates have kind pronoun, bare roles nominal
  const Schema& schema;
};

/// Appends statements in text order; what a limit cut is appended to `issues`. `work` is memory that is reused from
/// call to call, for one thread at a time.
void find_relations(const Reading& reading, const RelateOptions& options, Workspace& work, std::vector<Statement>& out,
                    std::vector<Issue>& issues);

}  // namespace dossier::relate
