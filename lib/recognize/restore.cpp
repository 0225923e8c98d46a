// The text is looked up as if it were written in capitals. What then is a name without doubt gets its capitals back:
// whole names of the dictionaries, given names and the surnames behind them, surnames behind a title. Everything that
// may as well be an ordinary word stays small; who writes without capitals means the word more often than the name.
#include "recognize/restore.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::EntryId;
using lexicon::Lexicon;
using lexicon::set_of;
using tokens::Shape;
using tokens::Token;
using tokens::TokenKind;

constexpr std::size_t few_words = 4;  // shorter texts say nothing about how their writer treats capitals
constexpr std::uint16_t doubtful = lexicon::word | lexicon::needs_context | lexicon::weak;

constexpr ClassSet ordinary_words =
    set_of(ClassId::common_word, ClassId::stop_name, ClassId::pronoun, ClassId::locative, ClassId::say_verb,
           ClassId::person_verb, ClassId::org_verb);
constexpr ClassSet people = set_of(ClassId::given_name, ClassId::surname);
constexpr ClassSet places = set_of(ClassId::country, ClassId::city, ClassId::region);
/// Entries of these classes are names by themselves.
constexpr ClassSet whole_names = set_of(ClassId::person, ClassId::organization, ClassId::country, ClassId::city,
                                        ClassId::region, ClassId::place, ClassId::nationality, ClassId::group);

bool is_small(const tokens::TokenizedText& text) {
  std::size_t words = 0;
  for (const Token& token : text.tokens) {
    if (token.shape == Shape::title || token.shape == Shape::upper || token.shape == Shape::mixed) return false;
    words += static_cast<std::size_t>(token.kind == TokenKind::word);
  }
  return words >= few_words;
}

/// Decides word by word, of a text that was looked up in capitals.
class Restorer {
 public:
  Restorer(const Lexicon& lexicon, const tokens::TokenizedText& text, const lexicon::Matches& matches)
      : lexicon_(lexicon), tokens_(text.tokens), matches_(matches), shapes_(text.tokens.size(), Shape::lower) {}

  std::vector<Shape> shapes() && {
    for (std::size_t i = 0; i < tokens_.size();)
      if (tokens_[i].kind == TokenKind::word)
        i = std::max(phrase_at(i), std::max(full_name_at(i), word_at(i)));
      else
        ++i;
    return std::move(shapes_);
  }

 private:
  [[nodiscard]] bool has(std::size_t i, ClassId id) const { return i < tokens_.size() && matches_.classes[i].has(id); }
  [[nodiscard]] bool ordinary(std::size_t i) const { return matches_.classes[i].any(ordinary_words); }
  [[nodiscard]] EntryId entry(std::size_t i, ClassId id) const {
    for (const EntryId entry : lexicon_.entries(tokens_[i]))
      if (lexicon_.class_of(entry) == id) return entry;
    return EntryId::none;
  }
  [[nodiscard]] bool without_doubt(EntryId entry) const {
    return entry != EntryId::none && (lexicon_.flags_of(entry) & doubtful) == 0;
  }
  void capitalise(std::size_t i, EntryId entry) {
    shapes_[i] =
        entry != EntryId::none && lexicon_.entry(entry).match == lexicon::Match::exact ? Shape::upper : Shape::title;
  }

  /// A listed name of several words, the longest: one past it, or `i` + 1.
  std::size_t phrase_at(std::size_t i) {
    for (const lexicon::PhraseMatch& phrase : matches_.phrases_at(i)) {
      if (!whole_names.has(phrase.cls) || !without_doubt(phrase.entry)) continue;
      const std::size_t known = static_cast<std::size_t>(
          std::count_if(matches_.classes.begin() + phrase.first, matches_.classes.begin() + phrase.last,
                        [](ClassSet classes) { return !classes.any(ordinary_words); }));
      if (known == 0 && phrase.cls != ClassId::organization) continue;
      for (std::size_t t = phrase.first; t < phrase.last; ++t)
        if (tokens_[t].kind == TokenKind::word && !small_inside(t)) capitalise(t, EntryId::none);
      return phrase.last;
    }
    return i + 1;
  }

  /// "of", "the", "and", "de": words that names have in small letters.
  [[nodiscard]] bool small_inside(std::size_t i) const {
    return matches_.classes[i].any(set_of(ClassId::locative, ClassId::name_particle, ClassId::pronoun)) ||
           (has(i, ClassId::stop_name) && tokens_[i].span.size() <= 3);
  }

  /// A given name that is no word, and the surname behind it, one that no list has included; or a usual given name
  /// alone. One past them, or `i` + 1.
  std::size_t full_name_at(std::size_t i) {
    constexpr std::uint16_t usual = 550;  // 150 x log10 of births
    const EntryId given = entry(i, ClassId::given_name);
    if (given == EntryId::none || has(i, ClassId::stop_name)) return i + 1;
    if (ordinary(i) || !without_doubt(given)) {  // "mike keller", not "mike brown"
      if (lexicon_.weight_of(given) < usual || !surname(i + 1) || ordinary(i + 1)) return i + 1;
      shapes_[i] = shapes_[i + 1] = Shape::title;
      return i + 2;
    }
    std::size_t last = i + 1;
    while (last < tokens_.size() && last - i < 3 && has(last, ClassId::name_particle)) ++last;
    if (surname(last) || (last == i + 1 && unheard_of(last))) {
      shapes_[i] = shapes_[last] = Shape::title;
      return last + 1;
    }
    if (lexicon_.weight_of(given) >= usual && !matches_.classes[i].any(places)) shapes_[i] = Shape::title;
    return i + 1;
  }

  /// A word of some length that no dictionary has.
  [[nodiscard]] bool unheard_of(std::size_t i) const {
    constexpr std::size_t slang = 3;  // letters
    return i < tokens_.size() && tokens_[i].kind == TokenKind::word && tokens_[i].span.size() > slang &&
           matches_.classes[i].empty();
  }

  /// A surname where one stands: no ordinary word, unless it is a very common name.
  [[nodiscard]] bool surname(std::size_t i) const {
    constexpr std::uint16_t very_common = 700;
    if (!has(i, ClassId::surname)) return false;
    if (!ordinary(i)) return true;
    return !matches_.classes[i].any(set_of(ClassId::stop_name, ClassId::say_verb, ClassId::person_verb)) &&
           lexicon_.weight_of(entry(i, ClassId::surname)) >= very_common;
  }

  /// A name of one word, or a surname behind a title: `i` + 1.
  std::size_t word_at(std::size_t i) {
    if (ordinary(i)) return i + 1;
    const ClassSet classes = matches_.classes[i];
    constexpr ClassSet titles = set_of(ClassId::honorific, ClassId::role_title);
    if (i > 0 && matches_.classes[i - 1].any(titles) && classes.has(ClassId::surname)) shapes_[i] = Shape::title;
    for (const EntryId entry : lexicon_.entries(tokens_[i])) {
      const ClassId cls = lexicon_.class_of(entry);
      if (!whole_names.has(cls) || !without_doubt(entry)) continue;
      if (places.has(cls) && classes.any(people) && cls != ClassId::country) continue;
      if (cls == ClassId::organization && classes.any(people)) continue;
      capitalise(i, entry);
      return i + 1;
    }
    return i + 1;
  }

  const Lexicon& lexicon_;
  std::span<const Token> tokens_;
  const lexicon::Matches& matches_;
  std::vector<Shape> shapes_;
};

}  // namespace

void restore_capitals(const Lexicon& lexicon, tokens::TokenizedText& text, lexicon::Matches& matches) {
  if (!is_small(text)) return;
  for (Token& token : text.tokens)
    if (token.kind == TokenKind::word && token.shape == Shape::lower) token.shape = Shape::upper;
  lexicon.match(text, matches);
  const std::vector<Shape> shapes = Restorer(lexicon, text, matches).shapes();
  for (std::size_t i = 0; i < shapes.size(); ++i)
    if (text.tokens[i].kind == TokenKind::word && text.tokens[i].shape == Shape::upper)
      text.tokens[i].shape = shapes[i];
  lexicon.match(text, matches);
}

}  // namespace dossier::recognize
