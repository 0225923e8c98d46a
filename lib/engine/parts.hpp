// The frozen insides of an engine and the working memory of one annotation.
#pragma once

#include <dossier/engine.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corefer/corefer.hpp"
#include "recognize/recognize.hpp"
#include "relate/workspace.hpp"
#include "resolve/resolve.hpp"
#include "rules/rules.hpp"
#include "text/markup.hpp"
#include "tokens/token.hpp"

namespace dossier {

/// Everything an engine knows; immutable and shared by its copies.
struct Engine::Parts {
  Config config;
  std::shared_ptr<const Schema> schema;
  recognize::Recognizers recognizers;
  corefer::Weights pronouns;
  rules::RuleSet rules;
  std::shared_ptr<const RuleNames> names;  // the proposals, then the relation rules
  std::string fingerprint;
};

/// Working memory of annotate(); nothing in it outlives a call but its capacity.
struct Scratch::Parts {
  tokens::TokenizedText text;
  recognize::Workspace work;
  std::vector<resolve::MentionTokens> places;  // parallel to the mentions
  std::vector<resolve::Cluster> clusters;
  relate::Workspace relating;
  std::vector<relate::Statement> statements;
  std::vector<corefer::RoleStatement> roles;
};

}  // namespace dossier
