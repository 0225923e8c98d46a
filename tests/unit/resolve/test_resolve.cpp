// Which names mean the same: people, organizations, places; each case is a list of names in the order of the text.
#include <string>
#include <vector>

#include "recognize/support.hpp"
#include "resolve/resolve.hpp"

using namespace dossier;

namespace {

struct Name {
  TypeId type;
  std::string words;
};

/// The cluster of each name, as digits: "0010" puts the third apart.
std::string clusters_of(const std::vector<Name>& names) {
  static const lexicon::Lexicon lexicon = test::make_lexicon({
      test::dictionary("given_name", "William|Bill\t\tsex=m\nAnna\t\tsex=f\nPeter\t\tsex=m\n"),
      test::dictionary("honorific", "Mr.\t\tsex=m\n"),
      test::dictionary("name_suffix", "Jr.\n"),
      test::dictionary("org_legal", "Inc.\nGmbH\n"),
      test::dictionary("country", "United States|U.S.|America\t\tcode=US\nNorway\t\tcode=NO\n"),
      test::dictionary("nationality", "American\t\tcode=US\n"),
      test::dictionary("organization", "United Nations|UN\n"),
  });
  std::string text;
  std::vector<Span> spans;
  for (const Name& name : names) {
    text += text.empty() ? "" : " , ";
    spans.push_back(
        {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + name.words.size())});
    text += name.words;
  }
  tokens::TokenizedText tokens;
  tokens::tokenize(text, {}, {}, tokens);
  lexicon.look_up(tokens);
  std::vector<Mention> mentions;
  std::vector<resolve::MentionTokens> places;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Mention mention;
    mention.span = spans[i];
    mention.type = names[i].type;
    mentions.push_back(mention);
    resolve::MentionTokens place;
    for (std::uint32_t t = 0; t < tokens.tokens.size(); ++t) {
      if (tokens.tokens[t].span.begin == spans[i].begin) place.first = t;
      if (tokens.tokens[t].span.end == spans[i].end) place.last = t + 1;
    }
    if (place.last - place.first == 1) {
      const auto entries = lexicon.entries(tokens.tokens[place.first]);
      if (!entries.empty() && names[i].type != TypeId::person) place.entry = entries.front();
    } else if (names[i].type == TypeId::location) {
      if (auto entry = lexicon.find(lexicon::ClassId::country, names[i].words)) place.entry = *entry;
    } else if (names[i].type == TypeId::organization) {
      if (auto entry = lexicon.find(lexicon::ClassId::organization, names[i].words)) place.entry = *entry;
    }
    places.push_back(place);
  }
  const auto clusters = resolve::resolve_names(tokens, lexicon, places, {}, mentions);
  std::string out;
  for (const Mention& mention : mentions)
    out += mention.entity == EntityId::none ? '-' : static_cast<char>('0' + static_cast<int>(mention.entity));
  return out;
}

constexpr TypeId P = TypeId::person;
constexpr TypeId O = TypeId::organization;
constexpr TypeId L = TypeId::location;
constexpr TypeId G = TypeId::group;

}  // namespace

TEST_CASE("names of one document are grouped by their forms") {
  struct Row {
    const char* why;
    std::vector<Name> names;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"equal names", {{P, "Anna Keller"}, {P, "Anna Keller"}}, "00"},
      {"a surname follows its full name", {{P, "Anna Keller"}, {P, "Keller"}}, "00"},
      {"a surname before its full name", {{P, "Keller"}, {P, "Anna Keller"}}, "00"},
      {"a given name", {{P, "Anna Keller"}, {P, "Anna"}}, "00"},
      {"two people of one surname, the nearer before counts",
       {{P, "Anna Keller"}, {P, "Peter Keller"}, {P, "Keller"}},
       "011"},
      {"the nearer before counts, between them", {{P, "Anna Keller"}, {P, "Keller"}, {P, "Peter Keller"}}, "001"},
      {"an initial", {{P, "Anna Keller"}, {P, "A. Keller"}}, "00"},
      {"another initial", {{P, "Anna Keller"}, {P, "P. Keller"}}, "01"},
      {"a nickname", {{P, "William Stone"}, {P, "Bill Stone"}}, "00"},
      {"spellings", {{P, "Yuri Orlov"}, {P, "Yury Orlov"}, {P, "Orlov"}}, "000"},
      {"spellings of a surname", {{P, "Anna Belinsky"}, {P, "Belinskyy"}}, "00"},
      {"a middle name may be missing", {{P, "Anna Maria Keller"}, {P, "Anna Keller"}}, "00"},
      {"middle names that differ", {{P, "Anna Maria Keller"}, {P, "Anna Ruth Keller"}}, "01"},
      {"a suffix is no surname", {{P, "Peter Keller Jr."}, {P, "Keller"}}, "00"},
      {"different people", {{P, "Anna Keller"}, {P, "Peter Stone"}}, "01"},
      {"a company without its legal form", {{O, "Zorblatt Inc."}, {O, "Zorblatt"}}, "00"},
      {"an acronym after its long form", {{O, "Northern Harbour Authority"}, {O, "NHA"}}, "00"},
      {"an acronym known to the dictionary", {{O, "United Nations"}, {O, "UN"}}, "00"},
      {"another acronym", {{O, "Northern Harbour Authority"}, {O, "NHB"}}, "01"},
      {"aliases of a country", {{L, "U.S."}, {L, "United States"}, {L, "Norway"}}, "001"},
      {"a place and a person of one name", {{L, "Anna"}, {P, "Anna"}}, "01"},
      {"groups by their words", {{G, "American"}, {G, "American"}}, "00"},
      {"dates and roles have no entity", {{TypeId::date, "Tuesday"}, {TypeId::role, "minister"}}, "--"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(clusters_of(row.names) == row.expected);
  }
}

TEST_CASE("nothing gives nothing") { CHECK(clusters_of({}).empty()); }
