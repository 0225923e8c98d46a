// Tests of looking up words and matching phrases: the engine against a slow one that knows nothing of tables and
// hashes.
#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "make_lexicon.hpp"
#include "text/utf8.hpp"

namespace {

using dossier::lexicon::EntryId;
using dossier::lexicon::Lexicon;
using dossier::lexicon::PhraseMatch;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::lexicon_of;
using dossier::lexicon::test::Looked;
using dossier::lexicon::test::phrases_in;
using dossier::tokens::Shape;
using dossier::tokens::Token;
using dossier::tokens::TokenizedText;

using Found = std::vector<std::string>;

std::string folded(std::string_view word) {
  std::string out;
  dossier::text::fold(word, out);
  return out;
}

// A dictionary as a list that is gone through from its beginning.
class SlowMatcher {
 public:
  void add(const std::string& cls, const std::string& form, const std::string& match) {
    Row row{cls, match, form, {}, {}, {}};
    TokenizedText cut;
    dossier::tokens::tokenize(row.form, {}, {}, cut);
    for (const Token& token : cut.tokens) {
      row.words.emplace_back(cut.text_of(token));
      row.folded.push_back(folded(cut.text_of(token)));
      row.shapes.push_back(token.shape);
    }
    rows_.erase(std::remove_if(rows_.begin(), rows_.end(),
                               [&](const Row& other) {
                                 const bool both_exact = other.match == "exact" && match == "exact";
                                 return other.cls == cls && other.folded == row.folded &&
                                        !(both_exact && other.form != form);
                               }),
                rows_.end());
    rows_.push_back(std::move(row));
  }

  // Of two tokens or more at `first` before `limit`, longest first: "length class form".
  [[nodiscard]] Found phrases(const TokenizedText& text, std::size_t first, std::size_t limit) const {
    Found out;
    for (std::size_t size = std::min<std::size_t>(limit - first, 12); size >= 2; --size)
      for (const std::string& each : matches(text, first, size)) out.push_back(std::to_string(size) + ' ' + each);
    return out;
  }
  [[nodiscard]] Found matches(const TokenizedText& text, std::size_t first, std::size_t size) const {
    Found out;
    for (const Row& row : rows_)
      if (row.words.size() == size && allows(row, text, first)) out.push_back(row.cls + ' ' + row.form);
    return out;
  }

 private:
  struct Row {
    std::string cls;
    std::string match;
    std::string form;
    std::vector<std::string> words;
    Found folded;
    std::vector<Shape> shapes;
  };

  static bool is_capitalised(Shape shape) {
    return shape == Shape::title || shape == Shape::upper || shape == Shape::mixed;
  }

  static bool allows(const Row& row, const TokenizedText& text, std::size_t first) {
    for (std::size_t i = 0; i < row.words.size(); ++i) {
      const Token& token = text.tokens[first + i];
      const std::string word(text.text_of(token));
      if (folded(word) != row.folded[i]) return false;
      if (row.match == "name" && is_capitalised(row.shapes[i]) && !is_capitalised(token.shape)) return false;
      if (row.match == "exact" && token.shape != row.shapes[i]) return false;
      if (row.match == "exact" && token.shape == Shape::mixed && word != row.words[i]) return false;
    }
    return true;
  }

  std::vector<Row> rows_;
};

// Words with few folded forms in many spellings, so that prefixes and classes are shared.
class RandomWords {
 public:
  explicit RandomWords(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string word() {
    static const std::vector<std::string> words = {"new",  "york", "bank",   "of", "the",
                                                   "ebay", "u.s",  "o'neil", "a",  "7"};
    std::string word = words[below(words.size())];
    const std::size_t style = below(4);
    for (std::size_t i = 0; i < word.size(); ++i) {
      const bool up = style == 2 || (style == 1 && i == 0) || (style == 3 && below(2) == 0);
      if (up && word[i] >= 'a' && word[i] <= 'z') word[i] = static_cast<char>(word[i] - 32);
    }
    return word;
  }
  std::string words(std::size_t count, std::size_t line) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
      if (i != 0) out += line != 0 && below(line) == 0 ? '\n' : ' ';
      out += word();
    }
    return out;
  }

 private:
  std::mt19937 random_;
};

struct Pair {
  Lexicon fast;
  SlowMatcher slow;
};

Pair random_dictionary(RandomWords& random) {
  const char* classes[] = {"city", "organization", "role"};
  const char* policies[] = {"fold", "name", "exact"};
  std::string rows;
  SlowMatcher slow;
  for (std::size_t i = random.below(120); i > 0; --i) {
    const std::string cls = classes[random.below(3)];
    const std::string match = policies[random.below(3)];
    const std::string form = random.words(1 + random.below(random.below(8) == 0 ? 12 : 4), 0);
    rows += form + '\t' + cls + '\t' + match + '\n';
    slow.add(cls, form, match);
  }
  return {lexicon_of({dictionary("city", rows, "#! columns: form class match\n")}), std::move(slow)};
}

std::string described(const Lexicon& lexicon, EntryId id) {
  const auto entry = lexicon.entry(id);
  return std::string(lexicon.class_name(entry.cls)) + ' ' + std::string(entry.form);
}

Found described(const Lexicon& lexicon, const std::vector<PhraseMatch>& matches) {
  Found out;
  for (const PhraseMatch& match : matches)
    out.push_back(std::to_string(match.last - match.first) + ' ' + described(lexicon, match.entry));
  return out;
}

void compare(const Pair& pair, const TokenizedText& text) {
  TokenizedText again = text;
  dossier::lexicon::Matches matches;
  pair.fast.match(again, matches);
  const std::vector<PhraseMatch>& whole = matches.phrases;
  REQUIRE(matches.classes.size() == text.tokens.size());
  REQUIRE(matches.phrase_begin.size() == text.tokens.size() + 1);
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    CHECK(again.tokens[i].word == text.tokens[i].word);
    CHECK(matches.classes[i] == pair.fast.classes(text.tokens[i]));
    for (const PhraseMatch& match : matches.phrases_at(i)) CHECK(match.first == i);
  }
  CHECK(matches.phrase_begin.back() == whole.size());
  std::vector<PhraseMatch> one_by_one;
  for (const auto& sentence : text.sentences) {
    for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
      std::vector<PhraseMatch> here;
      pair.fast.match_phrases(text, first, sentence.last, here);
      REQUIRE(described(pair.fast, here) == pair.slow.phrases(text, first, sentence.last));
      if (!here.empty()) CHECK(pair.fast.begins_phrase(text.tokens[first]));
      if (!here.empty()) CHECK(pair.fast.begins_phrase(text.tokens[first].word));
      one_by_one.insert(one_by_one.end(), here.begin(), here.end());

      Found single;
      dossier::lexicon::ClassSet classes;
      for (const EntryId id : pair.fast.entries(text.tokens[first])) {
        single.push_back(described(pair.fast, id));
        classes.add(pair.fast.entry(id).cls);
      }
      REQUIRE(single == pair.slow.matches(text, first, 1));
      REQUIRE(pair.fast.classes(text.tokens[first]) == classes);
    }
  }
  const auto same = [](const PhraseMatch& a, const PhraseMatch& b) {
    return a.first == b.first && a.last == b.last && a.entry == b.entry;
  };
  REQUIRE(std::equal(whole.begin(), whole.end(), one_by_one.begin(), one_by_one.end(), same));
}

TEST_CASE("random dictionaries match random texts as the slow matcher does") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    INFO("seed " << seed);
    RandomWords random(seed);
    const Pair pair = random_dictionary(random);
    for (int i = 0; i < 4; ++i) {
      const Looked looked(pair.fast, random.words(60, 10));
      compare(pair, looked.tokens());
    }
  }
}

TEST_CASE("longer matches come first, classes in the order of their files") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "New York\nNew York City\n", {}, "a.tsv"),
                                      dictionary("organization", "New York City\nYork City\n", {}, "b.tsv")});
  CHECK(phrases_in(lexicon, "in New York City now") ==
        Found{"New York City/city", "New York City/organization", "New York/city", "York City/organization"});
}

TEST_CASE("a phrase stays within its sentence and its limit") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "New York City\nNew York\n")});
  CHECK(phrases_in(lexicon, "New\n\nYork City") == Found{});
  const Looked looked(lexicon, "New York City");
  struct Case {
    std::uint32_t first;
    std::uint32_t limit;
    std::size_t matches;
  };
  const Case cases[] = {{0, 3, 2}, {0, 2, 1}, {0, 1, 0}, {0, 0, 0}, {1, 3, 0},
                        {2, 3, 0}, {3, 3, 0}, {9, 3, 0}, {0, 99, 2}};
  for (const Case& each : cases) {
    INFO(each.first << ' ' << each.limit);
    std::vector<PhraseMatch> found;
    lexicon.match_phrases(looked.tokens(), each.first, each.limit, found);
    CHECK(found.size() == each.matches);
  }
}

TEST_CASE("matches are appended to what is there") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "New York\n")});
  const Looked looked(lexicon, "New York");
  std::vector<PhraseMatch> found(1);
  lexicon.match_phrases(looked.tokens(), 0, 2, found);
  REQUIRE(found.size() == 2);
  CHECK(found[1].first == 0);
  CHECK(found[1].last == 2);
}

TEST_CASE("the longest form is found in a longer text") {
  const std::string form = "a b c d e f g h i j k l";
  const Lexicon lexicon = lexicon_of({dictionary("work", form + "\na b\n")});
  CHECK(phrases_in(lexicon, "x " + form + " m n") == Found{form + "/work", "a b/work"});
}

TEST_CASE("marks within a form are tokens of it") {
  const Lexicon lexicon = lexicon_of({dictionary("organization", "Smith & Sons\nYahoo!\nAT&T\n")});
  CHECK(phrases_in(lexicon, "from Smith & Sons to").size() == 1);
  CHECK(phrases_in(lexicon, "from Smith &\nSons to").size() <= 1);
  CHECK(lexicon.find(dossier::lexicon::ClassId::organization, "smith  & sons"));
}

TEST_CASE("many phrases in a row are all found, in order") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "New York\n")});
  std::string text;
  for (int i = 0; i < 100; ++i) text += "New York ";
  const Looked looked(lexicon, text);
  REQUIRE(looked.phrases().size() == 100);
  for (std::uint32_t i = 0; i < 100; ++i) CHECK(looked.phrases()[i].first == 2 * i);
}

TEST_CASE("an unknown word has no class, no entry and begins nothing") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "Rome\n")});
  const Looked looked(lexicon, "Carthage Rome");
  CHECK(looked[0].word == dossier::tokens::WordId::unknown);
  CHECK(looked[1].word != dossier::tokens::WordId::unknown);
  CHECK(lexicon.classes(looked[0]).empty());
  CHECK(lexicon.entries(looked[0]).empty());
  CHECK_FALSE(lexicon.begins_phrase(looked[0]));
  CHECK_FALSE(lexicon.begins_phrase(looked[1].word));
}

TEST_CASE("a lower-case word begins no name that wants a capital") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "Of Rome\nthe Hague\n")});
  const Looked looked(lexicon, "of Of the THE");
  CHECK(lexicon.begins_phrase(looked[0].word));
  CHECK_FALSE(lexicon.begins_phrase(looked[0]));
  CHECK(lexicon.begins_phrase(looked[1]));
  CHECK(lexicon.begins_phrase(looked[2]));
  CHECK(lexicon.begins_phrase(looked[3]));
}

}  // namespace
