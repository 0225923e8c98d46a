// hash_folded and hash_word: the library's names for the hash of words.
#include "tokens/hash.hpp"

#include "text/utf8.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::tokens {

std::uint64_t hash_folded(std::string_view folded) noexcept { return hashing::hash<hashing::Case::as_is>(folded); }

std::uint64_t hash_word(std::string_view word, std::string& buffer) {
  if (text::find_non_ascii(word) == word.size()) return hashing::hash<hashing::Case::lower>(word);
  buffer.clear();
  text::fold(word, buffer);
  return hash_folded(buffer);
}

}  // namespace dossier::tokens
