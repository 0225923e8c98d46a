// The compiled dictionaries: from tokens to classes, and from token sequences to entries, out of one read-only image.
#pragma once

#include "lexicon/classes.hpp"
#include "tokens/token.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dossier/diagnostics.hpp>

namespace dossier::lexicon {

/// Index of an entry in the image.
enum class EntryId : std::uint32_t { none = 0xFFFFFFFF };

/// Flags of an entry, a bit each (written in the `flags` column by these names).
enum EntryFlags : std::uint16_t {
  word = 1,          ///< also an ordinary word when written in lower case: needs evidence at a sentence start
  needs_context = 2, ///< "ctx": counts only beside other evidence
  is_person = 4,     ///< "person": also the name of a person
  is_place = 8,      ///< "place": also the name of a place
  is_org = 16,       ///< "org": also the name of an organization
  weak = 32          ///< "weak": small or rare
};

/// One dictionary entry. Strings point into the image and live as long as the lexicon.
struct Entry {
  ClassId cls = ClassId::count;
  std::uint16_t flags = 0;
  std::uint16_t weight = 0;         ///< 0..1000; list specific (population, frequency), 0 when the list has none
  std::uint32_t words = 0;          ///< number of tokens
  std::string_view form;            ///< as written in the dictionary
  std::string_view canonical;       ///< the main form when this is an alias, else the form
  std::string_view attributes;      ///< "code=RU;sex=m", empty when none
  std::string_view file;            ///< "en/place/countries.tsv"
  std::uint32_t line = 0;           ///< 1-based
};

/// A place where an entry of two or more tokens, or of one, matches.
struct PhraseMatch {
  std::uint32_t first = 0;          ///< token index
  std::uint32_t last = 0;           ///< one past the last token
  EntryId entry = EntryId::none;
};

/// Dictionaries, frozen. Copies share the image. Const and safe for many threads.
class Lexicon {
 public:
  /// Opens an image without copying it. REQUIRES: the bytes outlive every copy of the lexicon, and are aligned to 8.
  /// A damaged or foreign image gives a diagnostic ("image.*") and nothing.
  [[nodiscard]] static std::optional<Lexicon> open(std::span<const std::byte> image, Diagnostics& problems);
  /// The same for an image that the lexicon is to own.
  [[nodiscard]] static std::optional<Lexicon> adopt(std::vector<std::byte> image, Diagnostics& problems);

  /// Fills in Token::word for every token. O(tokens).
  void look_up(tokens::TokenizedText& text) const noexcept;

  /// Classes of a single token as it is written: an entry counts only where its case policy allows the token's shape.
  /// An unknown word has none.
  [[nodiscard]] ClassSet classes(const tokens::Token& token) const noexcept;
  /// True when some entry of several tokens begins with this word.
  [[nodiscard]] bool begins_phrase(tokens::WordId word) const noexcept;

  /// Entries of one token that its shape allows, best class order as loaded. The ids index entries.
  [[nodiscard]] std::span<const EntryId> entries(const tokens::Token& token) const noexcept;

  /// All entries of two or more tokens that start at token `first` and stay before `limit`, longest first; appended to `out`.
  /// Several entries (classes) of the same token sequence each give a match.
  void match_phrases(const tokens::TokenizedText& text, std::uint32_t first, std::uint32_t limit,
                     std::vector<PhraseMatch>& out) const;

  [[nodiscard]] Entry entry(EntryId id) const noexcept;
  /// Value of `key` in an entry's attributes, empty when absent.
  [[nodiscard]] std::string_view attribute(EntryId id, std::string_view key) const noexcept;
  /// The entry of this exact class whose folded form is the given words', if any (for tests, explain and attributes).
  [[nodiscard]] std::optional<EntryId> find(ClassId cls, std::string_view form) const;

  [[nodiscard]] std::size_t size() const noexcept;              ///< number of entries
  [[nodiscard]] std::string_view class_name(ClassId id) const noexcept;
  [[nodiscard]] std::uint64_t content_hash() const noexcept;    ///< of the whole image

  struct Image;  // private view of the sections

 private:
  explicit Lexicon(std::shared_ptr<const Image> image);
  std::shared_ptr<const Image> image_;
};

/// A text file that goes into an image: name as it is to be shown, and its bytes.
struct SourceFile {
  std::string name;
  std::string bytes;
};

/// Compiles dictionary files to an image. Appends every problem of every file to `problems`; empty when one of them is an
/// error. The same files in the same order give the same bytes on every machine.
[[nodiscard]] std::vector<std::byte> compile(std::span<const SourceFile> files, Diagnostics& problems);

}  // namespace dossier::lexicon
