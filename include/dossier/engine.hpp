// The engine: built once from dictionaries and rules, then turns texts into Documents, from as many threads as you
// like.
//
//   const dossier::Engine engine = dossier::Engine::english();
//   const dossier::Document doc = engine.annotate("Ada Lovelace met Charles Babbage in London.");
//   for (const dossier::Mention& m : doc.mentions())
//     std::cout << doc.type_name(m.type) << ' ' << doc.text(m.span) << '\n';
#pragma once

#include <cstdint>
#include <dossier/dates.hpp>
#include <dossier/diagnostics.hpp>
#include <dossier/document.hpp>
#include <dossier/input.hpp>
#include <dossier/names.hpp>
#include <dossier/schema.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// What to load and how to annotate. Every field has a default that is right for news in English.
struct Config {
  // Behaviour.
  bool english = true;                         ///< start from the built-in English dictionaries and rules
  /// Dictionary files, or folders with dictionaries (.tsv), types (.schema) and rules (.rules), loaded after the
  /// built-in ones in this order; and at most one image that compile_dictionaries() made, which stands in place of the
  /// built-in ones.
  std::vector<std::string> dictionaries = {};
  std::vector<std::string> rules = {};         ///< .rules files, or folders with .rules and .schema files, after those
  float min_score = 0.5F;                      ///< mentions below this score are left out (0..1)
  DateOptions dates = {};                      ///< how dates are read where the words leave it open
  bool nested = false;                         ///< keep mentions that lie inside others, marked `nested`
  /// Find the noun phrase of each name as well, Document::extent(), and keep places and people that are named in other
  /// names ("University of Oslo", "Anna Lindt Foundation"), marked `nested`: mentions as annotation guidelines such as
  /// ACE's mark them.
  bool extents = false;

  // Limits that keep time linear in the size of the text. A cut is counted in Document::issues().
  std::uint32_t max_sentence_tokens = 512;        ///< longer sentences are split there
  std::uint32_t max_sentence_mentions = 64;       ///< relations are looked for among this many mentions of a sentence
  std::uint32_t max_coreference_candidates = 64;  ///< entities a pronoun or noun phrase is compared with
  std::uint32_t max_markup_depth = 512;           ///< deeper nested HTML is read as if it were flat

  // Reporting.
  std::function<void(Severity, std::string_view)> log = {};  ///< called while loading; nothing is printed without it
};

/// Working memory of annotate(), reused from text to text to save allocations. For one thread at a time; results do not
/// depend on what it was used for before.
class Scratch {
 public:
  struct Parts;  // private to the library

  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

 private:
  friend class DateReader;
  friend class Engine;
  std::unique_ptr<Parts> parts_;
};

/// Why something was found: one line of the account, for people and for tools.
struct Reason {
  std::string what;     ///< "rule", "dictionary", "evidence", "coreference"
  std::string detail;   ///< rule name, dictionary entry, name of the piece of evidence
  std::string source;   ///< "en/person/given.tsv:1204", empty where there is none
  float weight = 0.0F;  ///< what it added to the score's logit, for evidence
};

/// The account of one mention, or of one place where nothing was found.
struct Explanation {
  bool found = false;
  Span span;  ///< of the mention, in the document's text
  TypeId type = TypeId::none;
  float score = 0.0F;
  std::vector<Reason> reasons;  ///< in the order in which they were used
};

/// How often a rule was tried, and how often it matched.
struct RuleCount {
  std::string name;
  std::string source;  ///< "meetings.rules:18"
  std::uint64_t tries = 0;
  std::uint64_t hits = 0;
};

/// Recognizes people, roles, organizations, locations, groups and dates, resolves who is who, and finds stated
/// relations. Immutable: one engine may be used by any number of threads at once, and copies share its data.
class Engine {
 public:
  struct Parts;  // private to the library

  /// The built-in English engine. Opens data that is inside the library: no file, no environment variable.
  [[nodiscard]] static Engine english();

  /// Throws LoadError with every problem of every file.
  [[nodiscard]] static Engine build(const Config& config);
  /// The same without exceptions: nothing when there was an error. `problems` gets errors and warnings.
  [[nodiscard]] static std::optional<Engine> build(const Config& config, Diagnostics& problems);

  /// Annotates a text. Does not fail on content: any bytes are a text; what was repaired or cut stands in
  /// Document::issues(). Time is linear in the size of the text. Same input, same result, whatever the scratch held.
  [[nodiscard]] Document annotate(const Input& input, Scratch& scratch) const;
  [[nodiscard]] Document annotate(const Input& input) const;
  [[nodiscard]] Document annotate(std::string_view text) const { return annotate(Input{.text = text}); }

  /// Annotates again and gives an account of the mention that covers `place` (a span of Document::text()); when there
  /// is none, of the best candidate that was rejected there, with `found` false.
  [[nodiscard]] Explanation explain(const Input& input, Span place) const;
  /// The same for one type: the mention or the best candidate of that type. Where nothing proposed one, the reasons are
  /// the rules for mentions of that type that came nearest.
  [[nodiscard]] Explanation explain(const Input& input, Span place, TypeId type) const;
  /// Why the text states no such edge: a name that no entity has, types that the relation does not allow, no sentence
  /// that names both; else, for the sentences that do, the rules of the relation that came nearest, with what they had
  /// matched and what they needed next ("near"). Empty when the text states the edge. Names as they stand in the text,
  /// in whatever case of ASCII letters. REQUIRES: the relation is declared in schema().
  [[nodiscard]] std::vector<Reason> why_not(const Input& input, std::string_view subject, RelationTypeId relation,
                                            std::string_view object) const;

  /// Runs the examples that the rule files carry; every one that does not hold gives an error "rules.example".
  [[nodiscard]] Diagnostics test_rules() const;
  /// For every rule, in the order of the files: what it cost and gave in all texts that this scratch was used for.
  /// REQUIRES: the scratch was used with this engine only, and is not in use.
  [[nodiscard]] std::vector<RuleCount> rule_counts(const Scratch& scratch) const;

  [[nodiscard]] const Schema& schema() const& noexcept;
  const Schema& schema() const&& = delete;

  /// Which forms of names the dictionaries call the same, for graphs. O(entries).
  [[nodiscard]] NameKnowledge names() const;

  /// Version and content hash of the dictionaries and rules in use, "en 0.1 3f9a...", for records.
  [[nodiscard]] std::string fingerprint() const;

 private:
  [[nodiscard]] Explanation explain_candidate(const Input& input, Span place, TypeId type) const;
  explicit Engine(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

/// What is doubtful in the rules of a configuration though they load: warnings "rules.no-example", "rules.unused",
/// "rules.shadowed", "rules.says-nothing" and "rules.never-matches", in the order of files and lines, for all files or
/// for the caller's own only. What keeps them from loading is reported as build() does. Safe from many threads.
[[nodiscard]] Diagnostics lint_rules(const Config& config, bool own_only = true);

/// Credits that the licences of the built-in data, and of libraries inside the program, ask for, as a text for people.
[[nodiscard]] std::string_view data_credits() noexcept;

/// "0.1.0".
[[nodiscard]] std::string_view version() noexcept;

}  // namespace dossier
