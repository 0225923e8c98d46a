// Dictionaries by themselves: compiled to an image, looked into, checked, and matched against texts without anything
// else of the library. The engine uses the same images.
//
//   dossier::Diagnostics problems;
//   const auto ships = dossier::Dictionary::load({.english = false, .dictionaries = {"ships.tsv"}}, problems);
//   for (const dossier::DictionaryMatch& m : ships->find("The Aurora left Bergen.", dossier::Overlap::longest))
//     std::cout << ships->entry(m.entry).canonical << '\n';
#pragma once

#include <cstddef>
#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <dossier/engine.hpp>
#include <dossier/span.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// Which matches are given where several share words.
enum class Overlap : std::uint8_t {
  all,       ///< every match of every entry
  leftmost,  ///< from left to right: the longest that begins first, then what begins behind it
  longest    ///< the one with the most words first, of these the leftmost; then what shares no word with it
};

/// An entry as its dictionary states it. Strings live as long as some copy of the dictionary.
struct DictionaryEntry {
  std::string_view form;        ///< as written
  std::string_view canonical;   ///< the main form when this is an alias, else the form
  std::string_view cls;         ///< "city"
  std::string_view match;       ///< "fold", "name" or "exact"
  std::string flags;            ///< "word,ctx"; empty when there are none
  std::string_view attributes;  ///< "code=RU;sex=m"
  std::string_view file;
  std::uint32_t line = 0;    ///< 1-based
  std::uint32_t weight = 0;  ///< 0 to 1000
};

/// A place where an entry matches.
struct DictionaryMatch {
  Span span;                ///< bytes of the text that was searched
  std::uint32_t entry = 0;  ///< of Dictionary::entry()
};

/// What a dictionary file says of itself.
struct DictionarySource {
  std::string_view file;
  std::string_view source;
  std::string_view licence;
  std::string_view edit;
  std::uint32_t entries = 0;
};

/// Compiled dictionaries. Immutable; copies share their data; const members may be called from any number of threads.
class Dictionary {
 public:
  struct Parts;  // private to the library

  /// Loads what the engine would load (Config::english, dictionaries). Nothing when there was an error; `problems` gets
  /// errors and warnings. An image is mapped, so that its size does not matter.
  [[nodiscard]] static std::optional<Dictionary> load(const Config& config, Diagnostics& problems);

  /// The matches in a text, by first byte, then longest first, then the order of entries. Entries of the same words
  /// stand together. Bytes that are not UTF-8 match nothing. Time is linear in the size of the text.
  /// Only entries of the named classes take part, of all classes when none is named; unknown names are of none.
  [[nodiscard]] std::vector<DictionaryMatch> find(std::string_view text, Overlap overlap,
                                                  const std::vector<std::string>& classes = {}) const;

  /// An error "dict.unknown-class" for each name that is no class of these dictionaries, built-in or declared, with the
  /// nearest one.
  [[nodiscard]] Diagnostics unknown_classes(const std::vector<std::string>& names) const;

  [[nodiscard]] std::size_t size() const noexcept;         ///< number of entries
  [[nodiscard]] std::size_t image_bytes() const noexcept;  ///< what they take in memory or on disk
  /// REQUIRES: index < size().
  [[nodiscard]] DictionaryEntry entry(std::size_t index) const;
  [[nodiscard]] std::vector<DictionarySource> sources() const;
  /// True when the image is as it was written. O(image_bytes()).
  [[nodiscard]] bool is_intact() const noexcept;

 private:
  explicit Dictionary(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

/// One image of all that the configuration names: dictionaries, types and rules, with the built-in English unless
/// Config::english is false. Everything is checked as for an engine; empty, and errors in `problems`, when something is
/// wrong. The same files give the same bytes.
[[nodiscard]] std::vector<std::byte> compile_dictionaries(const Config& config, Diagnostics& problems);

/// What is wrong with the text of one dictionary file, by itself: errors that would keep it from loading, and warnings,
/// in the order of lines. The problems name no file.
[[nodiscard]] Diagnostics check_dictionary_text(std::string text);

/// What is doubtful in the dictionaries of a configuration though they load, as warnings in the order of files and
/// lines: "dict.common-word", "dict.too-short", "dict.only-digits", "dict.written-small", "dict.conflict",
/// "dict.unreachable", "dict.licence", "dict.unfit"; dictionaries/FORMAT.md says what each means. For the caller's
/// files only, or for the built-in ones as well. What keeps them from loading is reported as Engine::build() does.
[[nodiscard]] Diagnostics check_dictionaries(const Config& config, bool own_only = true);

}  // namespace dossier
