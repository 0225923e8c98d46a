// The classes that dictionaries give to words and phrases, as the recognizers know them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dossier::lexicon {

/// A class of words or phrases. The names in dictionary headers ("#! class: given_name") are those of the enumerators;
/// a dictionary may declare up to 32 further classes, numbered after `count`.
enum class ClassId : std::uint8_t {
  // Parts of people's names.
  given_name,       // "Yuri"; attribute sex=f|m
  surname,          // "Witkoff"
  person,           // a whole name: "Vladimir Putin", "Madonna"
  name_particle,    // "van", "bin", "de la"
  name_suffix,      // "Jr.", "III"
  honorific,        // "Mr.", "Dr.", "Sir": before a name, not a role
  // Roles.
  role,             // a position, occupation or function, one word or several: "adviser", "prime minister"
  role_title,       // a role that stands before a name without article: "President", "Gen.", "Sen."
  role_modifier,    // stays inside the role: "deputy", "senior", "chief", "special"
  role_area,        // field of a role: "foreign policy", "economic", "human rights"
  role_time,        // stays outside and becomes a flag: "former", "acting", "then", "late", "current"; attribute flag=former
  kin,              // "wife", "brother"
  // Organizations.
  organization,     // a whole name: "NATO", "Kommersant"; attribute kind=media|party|company|government|...
  org_head,         // last word of many organizations' names: "University", "Ministry", "Corp"
  org_head_of,      // first word before "of": "University of", "Bank of", "Ministry of"
  org_legal,        // "Inc.", "Ltd", "GmbH": closes a company's name
  org_modifier,     // typical inside organizations' names: "National", "International", "Federal"
  // Places.
  country,          // attribute code=RU
  city,             // attribute country=RU
  region,           // state, province, part of the world
  place,            // any other: sea, river, building, street
  place_head,       // last word: "River", "Island", "Street", "Airport"
  place_head_first, // first word: "Lake", "Mount", "Cape", "Port"
  compass,          // "northern", "southeast", "central"
  // Groups.
  nationality,      // adjective or noun of a country or region: "Russian", "Swiss", "Europeans"; attribute code=RU
  group,            // religions, peoples, parties' adherents: "Muslim", "Kurds", "Democrat"
  // Other names.
  event,            // "World War II", "Olympics"
  event_head,       // last word: "Cup", "Championship", "Festival"
  product,
  work,
  law,
  law_head,         // "Act", "Treaty", "Accord"
  // Dates and numbers.
  month,            // attribute number=1..12
  weekday,          // attribute number=1..7, Monday first
  season,
  holiday,
  time_unit,        // "day", "weeks"; attribute unit=D
  day_part,         // "morning", "tonight"
  number_word,      // "seven", "twenty"; attribute value=7
  ordinal_word,     // "third"; attribute value=3
  currency,         // "dollars", "euro"; attribute code=USD
  magnitude,        // "million", "bn"; attribute value=1000000
  unit,             // "kilometres", "kg"
  // Context.
  common_word,      // an ordinary English word, lower case in running text
  stop_name,        // capitalised but never an entity by itself: "Monday", "The", "However"
  say_verb,         // "said", "told", "added"
  person_verb,      // verbs whose subject is mostly a person: "resigned", "married", "smiled"
  org_verb,         // verbs whose subject is mostly an organization: "acquired", "merged"
  locative,         // prepositions before places: "in", "near", "across"
  pronoun,          // "he", "her", "they"; attributes sex=f|m, case=subject|object|possessive
  count             // not a class: how many there are
};

inline constexpr std::size_t built_in_classes = static_cast<std::size_t>(ClassId::count);
/// Number of the first class that a dictionary declares: ClassId::count itself stands for no class.
inline constexpr std::size_t first_user_class = built_in_classes + 1;

/// Name of each built-in class, in the order of ClassId.
inline constexpr std::array<std::string_view, built_in_classes> class_names = {
    "given_name", "surname", "person", "name_particle", "name_suffix", "honorific", "role", "role_title",
    "role_modifier", "role_area", "role_time", "kin", "organization", "org_head", "org_head_of", "org_legal",
    "org_modifier", "country", "city", "region", "place", "place_head", "place_head_first", "compass", "nationality",
    "group", "event", "event_head", "product", "work", "law", "law_head", "month", "weekday", "season", "holiday",
    "time_unit", "day_part", "number_word", "ordinal_word", "currency", "magnitude", "unit", "common_word", "stop_name",
    "say_verb", "person_verb", "org_verb", "locative", "pronoun"};

/// The built-in class of that exact name.
[[nodiscard]] constexpr std::optional<ClassId> find_class(std::string_view name) noexcept {
  for (std::size_t i = 0; i < class_names.size(); ++i)
    if (class_names[i] == name) return static_cast<ClassId>(i);
  return std::nullopt;
}

/// A set of classes.
struct ClassSet {
  std::uint64_t low = 0;
  std::uint64_t high = 0;  // user classes from 64 on

  [[nodiscard]] constexpr bool has(ClassId id) const noexcept {
    const auto bit = static_cast<unsigned>(id);
    return bit < 64 ? ((low >> bit) & 1U) != 0 : ((high >> (bit - 64)) & 1U) != 0;
  }
  constexpr void add(ClassId id) noexcept {
    const auto bit = static_cast<unsigned>(id);
    (bit < 64 ? low : high) |= std::uint64_t{1} << (bit & 63U);
  }
  [[nodiscard]] constexpr bool any(ClassSet other) const noexcept {
    return ((low & other.low) | (high & other.high)) != 0;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return (low | high) == 0; }
  friend constexpr ClassSet operator|(ClassSet a, ClassSet b) noexcept { return {a.low | b.low, a.high | b.high}; }
  friend constexpr bool operator==(ClassSet, ClassSet) = default;
};

/// The set of the classes given: `set_of(ClassId::city, ClassId::country)`.
template <typename... Ids>
[[nodiscard]] constexpr ClassSet set_of(Ids... ids) noexcept {
  ClassSet set;
  (set.add(ids), ...);
  return set;
}

}  // namespace dossier::lexicon
