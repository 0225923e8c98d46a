// A document for people at a terminal: the text with its mentions marked, who is who, and what is stated.
#pragma once

#include <dossier/document.hpp>
#include <string>
#include <vector>

namespace dossier::cli {

struct PrettyOptions {
  bool colour = false;
  std::vector<std::string> types = {};  ///< entity types to show; empty: all
};

/// Appends the document in readable form, ending in a newline.
void append_pretty(std::string& out, const Document& doc, const PrettyOptions& options);

/// The words of a relation: "Ann Lee -[has_role: mayor]-> Springfield (former)".
[[nodiscard]] std::string relation_words(const Document& doc, const Relation& relation);

/// Names of the flags that are set, "negated, planned"; empty for none.
[[nodiscard]] std::string flag_names(RelationFlags flags);

}  // namespace dossier::cli
