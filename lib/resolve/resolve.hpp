// Names that mean the same: the mentions of a document grouped into entities by the forms of their names alone.
#pragma once

#include <cstdint>
#include <dossier/document.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "tokens/token.hpp"

namespace dossier::resolve {

/// The tokens [first, last) of a mention and the dictionary entry that knows it, parallel to the mentions.
struct MentionTokens {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  lexicon::EntryId entry = lexicon::EntryId::none;
};

enum class Sex : std::uint8_t { unknown, female, male };

/// An entity as its names show it.
struct Cluster {
  TypeId type = TypeId::none;
  Sex sex = Sex::unknown;           ///< of a PERSON, by title, given name or what is said of them: resolve/sex.hpp
  std::uint64_t country = 0;        ///< hash of a LOCATION's or GROUP's country code, 0 when it has none
  std::uint32_t first_mention = 0;  ///< index of the first mention
  std::uint32_t name_mention = 0;   ///< index of the mention that has the fullest name
};

struct ResolveOptions {
  std::uint32_t max_candidates = 64;  ///< names with the same surname that a name is compared with
};

/// Sets Mention::entity of every named mention of a type that has entities (all but ROLE, DATE and the fixed forms) to
/// an index into the clusters, which are returned in the order of their first mentions. Pronouns and role mentions keep
/// EntityId::none. People: equal names; the same surname with given names that are equal, initials, nicknames or
/// spellings of each other; a lone surname or given name belongs to the nearest fuller name. Others: equal names,
/// aliases in the dictionaries, acronyms and their long forms, companies without their legal form.
[[nodiscard]] std::vector<Cluster> resolve_names(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon,
                                                 const std::vector<MentionTokens>& places,
                                                 const ResolveOptions& options, std::vector<Mention>& mentions);

}  // namespace dossier::resolve
