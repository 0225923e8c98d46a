// What the patterns of a rule set may refer to: lists, lets, the schema; and the syntax they are put into.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/parser.hpp"
#include "rules/scanner.hpp"
#include "rules/source.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

/// Lives while the files are parsed; views point into the source.
class Context {
 public:
  Context(const Source& source, const Schema& schema, const lexicon::Lexicon* lexicon, Reporter& report, Parsed& out)
      : source_(source), schema_(schema), lexicon_(lexicon), report_(report), out_(out) {}

  void read_lists();
  void read_lets();
  /// The pattern of a let, parsed when it is first used; none when it is unknown or refers to itself.
  NodeId let(std::string_view name, const Lexeme& at);
  /// Lists and lets asked for by name count as used.
  [[nodiscard]] SetId list(std::string_view name) {
    const auto found = lists_.find(name);
    if (found == lists_.end()) return SetId::none;
    used_.insert(found->first);
    return found->second;
  }
  [[nodiscard]] bool is_used(std::string_view name) const { return used_.contains(name); }
  [[nodiscard]] bool has_let(std::string_view name) const { return lets_.contains(name); }
  SetId literal(std::string_view word);
  SetId add_set(WordSet set);
  [[nodiscard]] std::vector<std::string_view> reference_names() const;

  [[nodiscard]] std::optional<lexicon::ClassId> find_class(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> class_names() const;
  [[nodiscard]] const Schema& schema() const { return schema_; }
  [[nodiscard]] Reporter& report() { return report_; }
  [[nodiscard]] Syntax& syntax() { return out_.syntax; }

 private:
  struct Let {
    const Declaration* declaration = nullptr;
    NodeId node = NodeId::none;
    bool open = false;  // is being parsed
    bool done = false;
  };
  [[nodiscard]] std::string first_place(const Declaration& declaration) const;
  void grammar(Wordlist list, const WordSet& words);
  void add_words(const Declaration& declaration, WordSet& words);

  const Source& source_;
  const Schema& schema_;
  const lexicon::Lexicon* lexicon_;  // none: built-in classes only
  Reporter& report_;
  Parsed& out_;
  std::string buffer_;
  std::map<std::string_view, SetId> lists_;
  std::set<std::string_view> used_;
  std::uint32_t open_lets_ = 0;
  bool full_ = false;  // no further set of words can be numbered: reported once
  std::map<std::string_view, Let> lets_;
  std::map<WordSet, SetId> sets_;
};

}  // namespace dossier::rules
