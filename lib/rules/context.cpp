// Lists and lets: read first, so that rules may use them before and across files.
#include "rules/context.hpp"

#include <algorithm>
#include <utility>

#include "base/suggest.hpp"
#include "rules/pattern.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::rules {
namespace {

constexpr std::uint32_t max_open_lets = 100;
constexpr std::size_t max_sets = 60000;  // SetId has 16 bits

}  // namespace

SetId Context::literal(std::string_view word) { return add_set(WordSet{tokens::hash_word(word, buffer_)}); }

SetId Context::add_set(WordSet set) {
  if (out_.syntax.sets.size() >= max_sets) {
    const auto known = sets_.find(set);
    if (known != sets_.end()) return known->second;
    if (!full_) report_.error("rules.too-large", "a rule set has at most 60000 different words and lists", {}, {});
    full_ = true;
    return SetId{0};
  }
  const auto [found, added] = sets_.try_emplace(set, static_cast<SetId>(out_.syntax.sets.size()));
  if (added) out_.syntax.sets.push_back(std::move(set));
  return found->second;
}

void Context::add_words(const Declaration& declaration, WordSet& words) {
  std::set<std::uint64_t> seen(words.begin(), words.end());
  for (const Lexeme& lexeme : scan(declaration.body, report_)) {
    if (lexeme.kind == LexemeKind::end) break;
    if (lexeme.kind != LexemeKind::word && lexeme.kind != LexemeKind::type) {
      report_.error("rules.syntax", "a list holds words only", lexeme.place, lexeme.source);
      continue;
    }
    if (lexeme.text == "," && !lexeme.quoted) {
      report_.error("rules.syntax", "the words of a list are separated by blanks; quote a comma that is meant",
                    lexeme.place, lexeme.source);
      continue;
    }
    if (lexeme.text.find(' ') != std::string::npos) {
      report_.error("rules.syntax", "a list holds single words", lexeme.place, lexeme.source);
      continue;
    }
    const std::uint64_t hash = tokens::hash_word(lexeme.text, buffer_);
    if (!seen.insert(hash).second)
      report_.warning("rules.double-word", "this word is in the list already", lexeme.place, lexeme.source);
    else
      words.push_back(hash);
    if (declaration.verbs) out_.grammar[static_cast<std::size_t>(Wordlist::verb)].push_back(hash);
  }
}

// Where the name is declared first: "meetings.rules:18".
std::string Context::first_place(const Declaration& declaration) const {
  const auto first = std::find_if(source_.declarations.begin(), source_.declarations.end(), [&](const Declaration& it) {
    return it.kind != Declaration::Kind::rule && it.kind != Declaration::Kind::extend && it.name == declaration.name;
  });
  return first == source_.declarations.end() ? std::string() : report_.text_of(first->place);
}

void Context::grammar(Wordlist list, const WordSet& words) {
  WordSet& all = out_.grammar[static_cast<std::size_t>(list)];
  all.insert(all.end(), words.begin(), words.end());
}

void Context::read_lists() {
  std::map<std::string_view, WordSet> words;
  for (const Declaration& declaration : source_.declarations) {
    if (declaration.kind != Declaration::Kind::list) continue;
    if (words.contains(declaration.name))
      report_.error("rules.double-name",
                    "this list exists already in " + first_place(declaration) + "; add to it with '+='",
                    declaration.place, declaration.name);
    add_words(declaration, words[declaration.name]);
  }
  for (const Declaration& declaration : source_.declarations) {
    if (declaration.kind != Declaration::Kind::extend) continue;
    const auto found = words.find(declaration.name);
    if (found == words.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, set] : words) names.push_back(name);
      report_.error("rules.unknown-name",
                    "'+=' adds to a list that does not exist" + base::suggestion(declaration.name, names),
                    declaration.place, declaration.name);
      continue;
    }
    add_words(declaration, found->second);
  }
  for (auto& [name, set] : words) {
    std::sort(set.begin(), set.end());
    lists_[name] = add_set(set);
    const auto known = std::find(wordlist_names.begin(), wordlist_names.end(), name);
    if (known != wordlist_names.end()) grammar(static_cast<Wordlist>(known - wordlist_names.begin()), set);
  }
}

void Context::read_lets() {
  for (const Declaration& declaration : source_.declarations) {
    if (declaration.kind != Declaration::Kind::let) continue;
    if (lists_.contains(declaration.name) || lets_.contains(declaration.name)) {
      report_.error("rules.double-name", "a list or let of this name exists already in " + first_place(declaration),
                    declaration.place, declaration.name);
      continue;
    }
    lets_[declaration.name].declaration = &declaration;
  }
  for (auto& [name, let] : lets_) {
    if (let.done) continue;
    Lexeme at;
    at.place = let.declaration->place;
    static_cast<void>(this->let(name, at));
  }
}

NodeId Context::let(std::string_view name, const Lexeme& at) {
  const auto found = lets_.find(name);
  Let& let = found->second;
  if (!at.source.empty()) used_.insert(found->first);  // read_lets() asks without a place in a pattern
  if (let.open) {
    report_.error("rules.circular", "this let uses itself", at.place, at.source);
    return NodeId::none;
  }
  if (let.done) return let.node;
  if (open_lets_ == max_open_lets) {
    report_.error("rules.too-deep", "lets that use lets are nested too deeply", at.place, at.source);
    return NodeId::none;
  }
  let.open = true;
  ++open_lets_;
  const std::vector<Lexeme> lexemes = scan(let.declaration->body, report_);
  PatternParser parser(*this, lexemes);
  const NodeId node = parser.pattern();
  --open_lets_;
  let.open = false;
  let.done = true;
  if (parser.failed()) return NodeId::none;
  if (parser.peek().kind != LexemeKind::end) {
    parser.error("rules.syntax", "a let ends here; this does not belong to its pattern");
    return NodeId::none;
  }
  return let.node = node;
}

std::vector<std::string_view> Context::reference_names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, set] : lists_) names.push_back(name);
  for (const auto& [name, let] : lets_) names.push_back(name);
  return names;
}

std::optional<lexicon::ClassId> Context::find_class(std::string_view name) const {
  return lexicon_ != nullptr ? lexicon_->find_class(name) : lexicon::find_class(name);
}

std::vector<std::string_view> Context::class_names() const {
  std::vector<std::string_view> names(lexicon::class_names.begin(), lexicon::class_names.end());
  if (lexicon_ == nullptr) return names;
  for (std::size_t i = lexicon::first_user_class;; ++i) {
    const std::string_view name = lexicon_->class_name(static_cast<lexicon::ClassId>(i));
    if (name.empty()) return names;
    names.push_back(name);
  }
}

}  // namespace dossier::rules
