// The fixed words of the rule language: attributes of items, captures, flags of relations.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/syntax.hpp"

namespace dossier::rules {

/// What a word inside brackets tests.
struct Attribute {
  std::string_view name;
  Atom::Kind kind;
  std::uint32_t mask;
  bool negated = false;
};

template <typename Enum>
[[nodiscard]] constexpr std::uint32_t bit_of(Enum value) noexcept {
  return std::uint32_t{1} << static_cast<unsigned>(value);
}

inline constexpr std::array<Attribute, 32> attributes = {{
    {"name", Atom::Kind::reference, bit_of(MentionKind::name)},
    {"nominal", Atom::Kind::reference, bit_of(MentionKind::nominal)},
    {"pronoun", Atom::Kind::reference, bit_of(MentionKind::pronoun)},
    {"lower", Atom::Kind::shape, bit_of(tokens::Shape::lower)},
    {"title", Atom::Kind::shape, bit_of(tokens::Shape::title)},
    {"upper", Atom::Kind::shape, bit_of(tokens::Shape::upper)},
    {"mixed", Atom::Kind::shape, bit_of(tokens::Shape::mixed)},
    {"word", Atom::Kind::kind, bit_of(tokens::TokenKind::word)},
    {"number", Atom::Kind::kind, bit_of(tokens::TokenKind::number)},
    {"possessive", Atom::Kind::kind, bit_of(tokens::TokenKind::possessive)},
    {"punctuation", Atom::Kind::kind, bit_of(tokens::TokenKind::punctuation)},
    {"symbol", Atom::Kind::kind, bit_of(tokens::TokenKind::symbol)},
    {"sentence-start", Atom::Kind::flag, tokens::sentence_start},
    {"line-start", Atom::Kind::flag, tokens::line_start},
    {"spaced", Atom::Kind::flag, tokens::space_before},
    {"in-quotes", Atom::Kind::flag, tokens::in_quotes},
    {"has-digit", Atom::Kind::flag, tokens::has_digit},
    {"has-hyphen", Atom::Kind::flag, tokens::has_hyphen},
    {"initial", Atom::Kind::flag, tokens::initial},
    {"owner", Atom::Kind::mark, Marks::owner},
    {"several", Atom::Kind::mark, Marks::several},
    {"one", Atom::Kind::mark, Marks::several, true},
    {"closed", Atom::Kind::mark, Marks::closed},
    {"plural", Atom::Kind::mark, Marks::plural},
    {"definite", Atom::Kind::mark, Marks::definite},
    {"verbal", Atom::Kind::mark, Marks::verbal},
    {"headline", Atom::Kind::mark, Marks::headline},
    {"list-item", Atom::Kind::mark, Marks::list_item},
    {"seen-person", Atom::Kind::mark, Marks::seen_person},
    {"seen-organization", Atom::Kind::mark, Marks::seen_organization},
    {"seen-place", Atom::Kind::mark, Marks::seen_place},
    {"capital", Atom::Kind::shape,
     bit_of(tokens::Shape::title) | bit_of(tokens::Shape::upper) | bit_of(tokens::Shape::mixed)},
}};

inline constexpr std::array<std::string_view, 7> capture_names = {"subject", "object", "both", "label",
                                                                  "place",   "date",   "name"};

struct FlagName {
  std::string_view name;
  RelationFlags flag;
};
inline constexpr std::array<FlagName, 5> flag_names = {{{"negated", RelationFlags::negated},
                                                        {"reported", RelationFlags::reported},
                                                        {"planned", RelationFlags::planned},
                                                        {"former", RelationFlags::former},
                                                        {"questioned", RelationFlags::questioned}}};

}  // namespace dossier::rules
