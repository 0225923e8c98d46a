// Deterministic changes of seeds: what a fuzzer would do, the same on every machine, so that a replay needs no fuzzer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::fuzz {

/// Makes inputs out of seeds. The same seeds, pieces and number give the same sequence of inputs.
class Mutator {
 public:
  static constexpr std::size_t max_bytes = std::size_t{1} << 16U;

  /// `seeds` and `pieces` must outlive the mutator. REQUIRES: at least one seed.
  Mutator(const std::vector<std::string>& seeds, const std::vector<std::string>& pieces, unsigned number)
      : seeds_(seeds), pieces_(pieces), random_(number) {}

  /// A changed copy with one to six edits.
  [[nodiscard]] std::string operator()(std::string text) {
    for (std::size_t edits = 1 + below(6); edits > 0; --edits) edit(text);
    if (text.size() > max_bytes) text.resize(max_bytes);
    return text;
  }

 private:
  // Modulo instead of a std distribution: those differ between standard libraries.
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  std::size_t place(const std::string& text) { return below(text.size() + 1); }
  std::size_t length(const std::string& text, std::size_t from, std::size_t most) {
    return std::min(below(most) + 1, text.size() - from);
  }

  void edit(std::string& text) {
    switch (below(8)) {
      case 0:
        return flip(text);
      case 1:
        return insert_piece(text);
      case 2:
        return insert_bytes(text);
      case 3:
        return erase(text);
      case 4:
        return copy_within(text);
      case 5:
        return splice(text);
      case 6:
        text.resize(place(text));  // the end is missing, as of a damaged file
        return;
      default:
        return replace_by_piece(text);
    }
  }

  void flip(std::string& text) {
    if (text.empty()) return;
    char& byte = text[below(text.size())];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << below(8)));
  }
  void insert_piece(std::string& text) {
    if (!pieces_.empty()) text.insert(place(text), pieces_[below(pieces_.size())]);
  }
  void insert_bytes(std::string& text) {
    static constexpr char bytes_of_note[] = "\0\n\r\t \"\\{}()[]|\xC3\xE2\xED\xF0\xFE\xFF\x80\xBF";
    constexpr std::string_view awkward(bytes_of_note, sizeof bytes_of_note - 1);
    std::string bytes;
    for (std::size_t i = below(4) + 1; i > 0; --i)
      bytes += below(2) == 0 ? awkward[below(awkward.size())] : static_cast<char>(below(256));
    text.insert(place(text), bytes);
  }
  void erase(std::string& text) {
    const std::size_t from = place(text);
    text.erase(from, length(text, from, 40));
  }
  void copy_within(std::string& text) {
    const std::size_t from = place(text);
    const std::string part = text.substr(from, length(text, from, 60));
    const std::size_t at = place(text);
    for (std::size_t times = below(12) + 1; times > 0 && text.size() < max_bytes; --times) text.insert(at, part);
  }
  void splice(std::string& text) {
    const std::string& other = seeds_[below(seeds_.size())];
    const std::size_t from = place(other);
    text.replace(place(text), std::string::npos, other.substr(from));
  }
  void replace_by_piece(std::string& text) {
    if (pieces_.empty()) return;
    const std::size_t from = place(text);
    text.replace(from, length(text, from, 12), pieces_[below(pieces_.size())]);
  }

  const std::vector<std::string>& seeds_;
  const std::vector<std::string>& pieces_;
  std::mt19937 random_;
};

}  // namespace dossier::fuzz
