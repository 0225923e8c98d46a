// Identity of an entity over documents: the key of its node.
#pragma once

#include <dossier/document.hpp>
#include <string>
#include <string_view>

namespace dossier::graph {

/// The name with every run of white space and control characters as one space, none at the ends.
[[nodiscard]] std::string clean(std::string_view name);

/// The form under which names and labels are the same: text::fold, cleaned, without full stops ("U.S." is "us").
/// A name of nothing but full stops keeps them.
[[nodiscard]] std::string folded(std::string_view name);

/// The name that identifies the entity: its name; for a person of one word the alias with the most words, if one has
/// more (the first of those). The view lives as long as the document.
[[nodiscard]] std::string_view canonical_name(const Document& doc, EntityId entity);

/// "TYPE/folded name". A person known by one word only gets "PERSON/putin@DOCUMENT": a lone surname says nothing about
/// other documents.
[[nodiscard]] std::string node_key(const Document& doc, TypeId type, std::string_view name);

/// The date of a TIMEX3 value, "2019-05-03" of "2019-05-03T14:00"; years and months stay ("2019", "2019-05"). Empty
/// when it is none: weeks, decades, "XXXX-WXX-3".
[[nodiscard]] std::string_view iso_date(std::string_view value) noexcept;

/// Number of words between blanks.
[[nodiscard]] std::size_t word_count(std::string_view name) noexcept;

}  // namespace dossier::graph
