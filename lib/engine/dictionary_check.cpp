// What is doubtful in dictionaries: entries that match too much, never, or against each other, and lists that nobody
// may use.
#include <algorithm>
#include <array>
#include <dossier/dictionary.hpp>
#include <map>
#include <string>
#include <utility>

#include "base/suggest.hpp"
#include "engine/load.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/source.hpp"
#include "schema/schema_file.hpp"
#include "text/utf8.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier {
namespace {

using lexicon::ClassId;
using lexicon::EntryId;
using lexicon::FileProblems;
using lexicon::Lexicon;

/// Classes whose entries are mentions by themselves, and what else the name may be said to be.
struct NamingClass {
  ClassId cls;
  std::uint16_t flag;  ///< the EntryFlags with which others say "also one of these"
};
constexpr std::array<NamingClass, 8> naming_classes = {{{ClassId::given_name, lexicon::is_person},
                                                        {ClassId::surname, lexicon::is_person},
                                                        {ClassId::person, lexicon::is_person},
                                                        {ClassId::organization, lexicon::is_org},
                                                        {ClassId::country, lexicon::is_place},
                                                        {ClassId::city, lexicon::is_place},
                                                        {ClassId::region, lexicon::is_place},
                                                        {ClassId::place, lexicon::is_place}}};

const NamingClass* naming(ClassId cls) {
  const auto* const found =
      std::find_if(naming_classes.begin(), naming_classes.end(), [&](const NamingClass& it) { return it.cls == cls; });
  return found == naming_classes.end() ? nullptr : found;
}

bool is_one_character(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }) == 1;
}

/// Scripts without case have no small letters.
bool has_small_letter(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    const text::CodePoint point = text::decode_at(form, at);
    if (text::is_lower(point.value)) return true;
    at += point.size;
  }
  return false;
}

class Checker {
 public:
  Checker(const Lexicon& lexicon, const Schema& schema) : lexicon_(lexicon), schema_(schema) {}

  /// Checks the files that `wanted` accepts.
  template <typename Wanted>
  Diagnostics run(Wanted wanted) {
    Diagnostics out;
    std::uint32_t entry = 0;
    for (const lexicon::DictionaryFile& file : lexicon_.files()) {
      const std::uint32_t end = entry + file.entries;
      if (wanted(file.name)) {
        FileProblems problems{std::string(file.name)};
        licence(file, problems);
        for (std::uint32_t i = entry; i < end; ++i) check(EntryId{i}, problems);
        for (Diagnostic& problem : problems.take()) out.push_back(std::move(problem));
      }
      entry = end;
    }
    return out;
  }

 private:
  static void licence(const lexicon::DictionaryFile& file, FileProblems& problems) {
    for (const std::string_view word : {"GPL", "-SA", "-NC", "-ND", "ODbL", "EUPL", "CC-BY-SA", "proprietary"})
      if (file.licence.find(word) != std::string_view::npos)
        return problems.warning("dict.licence", "this licence binds those who ship what is made with the list", {1, 0},
                                file.licence);
    for (const std::string_view word : {"unknown", "none", "?", "todo", "TODO", "internet", "web"})
      for (const std::string_view value : {file.licence, file.source})
        if (value == word)
          return problems.warning("dict.licence", "nobody can tell from this whether the list may be used", {1, 0},
                                  value);
  }

  void check(EntryId id, FileProblems& problems) {
    const lexicon::Entry entry = lexicon_.entry(id);
    const bool own_class = static_cast<std::size_t>(entry.cls) >= lexicon::first_user_class;
    const FileProblems::Place place{entry.line, 1};
    if (own_class) fit(entry.cls, place, problems);
    tokens::tokenize(entry.form, {}, {}, cut_);
    if (own_class || naming(entry.cls) != nullptr) {
      danger(entry, place, problems);
      conflict(id, entry, place, problems);
    }
    if (!reachable(id, entry.form))
      problems.warning("dict.unreachable", "a text is cut into other words than this form: it can never match", place,
                       entry.form);
  }

  // A class that is nearly a type's name was meant to be it.
  void fit(ClassId cls, FileProblems::Place place, FileProblems& problems) {
    if (!seen_.insert({cls, true}).second) return;
    std::string name(lexicon_.class_name(cls));
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (schema_.find_type(name)) return;
    std::vector<std::string_view> types;
    for (const EntityType& type : schema_.entity_types()) types.push_back(type.name);
    if (const std::string_view near = base::nearest(name, types); !near.empty())
      problems.warning("dict.unfit", "no type is called " + name + "; was " + std::string(near) + " meant?", place,
                       lexicon_.class_name(cls));
  }

  void danger(const lexicon::Entry& entry, FileProblems::Place place, FileProblems& problems) {
    const bool guarded = (entry.flags & (lexicon::word | lexicon::needs_context)) != 0;
    const bool small = std::all_of(cut_.tokens.begin(), cut_.tokens.end(), [](const tokens::Token& token) {
      return token.shape == tokens::Shape::lower || token.shape == tokens::Shape::none;
    });
    const bool letters = std::any_of(cut_.tokens.begin(), cut_.tokens.end(),
                                     [](const tokens::Token& token) { return token.kind == tokens::TokenKind::word; });
    if (!letters)
      problems.warning("dict.only-digits", "numbers and signs alone are names of nothing", place, entry.form);
    else if (is_one_character(entry.form))
      problems.warning("dict.too-short", "a single letter matches initials and lists", place, entry.form);
    else if (naming(entry.cls) != nullptr && small && has_small_letter(entry.form))
      problems.warning("dict.written-small", "a name in small letters matches ordinary words; write its capitals",
                       place, entry.form);
    if (guarded || cut_.tokens.size() != 1 || entry.match == lexicon::Match::exact || small) return;
    if (lexicon_.find(ClassId::common_word, entry.form))
      problems.warning(
          "dict.common-word",
          entry.match == lexicon::Match::fold
              ? "also an ordinary word, and it would match in small letters; give it 'match' name, and flag 'word'"
              : "also an ordinary word, which begins sentences and headlines; flag it 'word' or 'ctx'",
          place, entry.form);
  }

  // The same words in a dictionary of other things.
  void conflict(EntryId id, const lexicon::Entry& entry, FileProblems::Place place, FileProblems& problems) {
    const NamingClass* own = naming(entry.cls);
    for (const NamingClass& other : naming_classes) {
      if (other.cls == entry.cls || (own != nullptr && own->flag == other.flag) || (entry.flags & other.flag) != 0)
        continue;
      const std::optional<EntryId> found = lexicon_.find(other.cls, entry.form);
      if (!found || *found == id) continue;
      const lexicon::Entry its = lexicon_.entry(*found);
      if (own != nullptr && (its.flags & own->flag) != 0) continue;
      problems.warning("dict.conflict",
                       "also a " + std::string(lexicon_.class_name(other.cls)) + " (" + std::string(its.file) + ':' +
                           std::to_string(its.line) + "); flag it 'person', 'place' or 'org', or 'ctx'",
                       place, entry.form);
      return;
    }
  }

  // Found where it stands in some sentence? What a period means depends on the words behind it.
  bool reachable(EntryId id, std::string_view form) {
    return found_before(id, form, " here.") || found_before(id, form, " 5 and so on.") ||
           found_before(id, form, " Lee.");
  }

  bool found_before(EntryId id, std::string_view form, std::string_view rest) {
    sentence_.assign("They saw ").append(form).append(rest);
    tokens::tokenize(sentence_, {}, {}, cut_);
    lexicon_.match(cut_, matches_);
    for (std::uint32_t i = 0; i < cut_.tokens.size(); ++i) {
      for (const lexicon::PhraseMatch& phrase : matches_.phrases_at(i))
        if (phrase.entry == id) return true;
      const auto entries = lexicon_.entries(cut_.tokens[i]);
      if (std::find(entries.begin(), entries.end(), id) != entries.end()) return true;
    }
    return false;
  }

  const Lexicon& lexicon_;
  const Schema& schema_;
  std::map<ClassId, bool> seen_;
  tokens::TokenizedText cut_;
  lexicon::Matches matches_;
  std::string sentence_;
};

}  // namespace

Diagnostics check_dictionaries(const Config& config, bool own_only) {
  Diagnostics problems;
  const engine::Folders own = engine::read_own(config, problems);
  const std::optional<Lexicon> lexicon = engine::load_lexicon(config, own, problems);
  if (!lexicon || has_errors(problems)) return problems;
  const Schema schema = read_schema(Schema(), engine::schema_files_of(lexicon, own), problems);
  if (!own.images.empty() && !lexicon->is_intact())
    problems.push_back({"image.damaged", "the contents do not have their checksum", own.images.front(), 0, 0, {}});
  if (has_errors(problems)) return problems;
  const Diagnostics found = Checker(*lexicon, schema).run([&](std::string_view name) {
    return !own_only || std::any_of(own.dictionaries.begin(), own.dictionaries.end(),
                                    [&](const base::SourceFile& file) { return file.name == name; });
  });
  problems.insert(problems.end(), found.begin(), found.end());
  return problems;
}

}  // namespace dossier
