// The parts of a person's name, and how like two names are.
#include "graph/person_names.hpp"

#include <algorithm>
#include <array>

#include "text/spelling.hpp"
#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

constexpr std::array<std::string_view, 34> particles = {
    "van", "von", "der", "den", "de",  "del", "della", "di",   "da",  "dos", "das", "do",
    "du",  "la",  "le",  "al",  "el",  "bin", "ibn",   "bint", "ben", "abu", "ter", "ten",
    "te",  "zu",  "zur", "st",  "mac", "san", "ould",  "lo",   "af",  "av"};
constexpr std::array<std::string_view, 7> suffixes = {"jr", "sr", "ii", "iii", "iv", "junior", "senior"};

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& list, std::string_view word) noexcept {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool begin_alike(std::string_view a, std::string_view b) noexcept {
  return text::decode_at(a, 0).value == text::decode_at(b, 0).value;
}

// Words as written, with "J.P." as two.
std::vector<std::string> words_of(std::string_view name) {
  std::string spaced;
  for (std::size_t i = 0; i < name.size(); ++i) {
    spaced += name[i];
    if (name[i] == '.' && i + 1 < name.size()) spaced += ' ';
  }
  std::vector<std::string> words = plain_words(spaced);
  words.erase(std::remove(words.begin(), words.end(), std::string()), words.end());
  return words;
}

bool has_name(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// True when one is a form of the other, or both of a third.
bool are_forms(const std::string& a, const std::string& b, const NameForms& forms, bool nickname) {
  const std::vector<std::string>& of_a = forms.full_of(a, nickname);
  const std::vector<std::string>& of_b = forms.full_of(b, nickname);
  if (has_name(of_a, b) || has_name(of_b, a)) return true;
  return std::any_of(of_a.begin(), of_a.end(), [&of_b](const std::string& full) { return has_name(of_b, full); });
}

// How two given names fit.
Likeness compare_given(const std::string& a, const std::string& b, const NameForms& forms) {
  if (a == b) return Likeness::spelling;
  if (is_initial(a) || is_initial(b)) return begin_alike(a, b) ? Likeness::initial : Likeness::different;
  const bool i_or_j = (a[0] == 'i' && b[0] == 'j') || (a[0] == 'j' && b[0] == 'i');  // Ian is not Jan
  if ((!i_or_j && text::spelling_key(a) == text::spelling_key(b)) || are_forms(a, b, forms, false))
    return Likeness::spelling;
  return are_forms(a, b, forms, true) ? Likeness::nickname : Likeness::different;
}

}  // namespace

bool is_initial(std::string_view word) noexcept {
  return !word.empty() && text::decode_at(word, 0).size == word.size();
}

PersonName parse_person(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  PersonName out;
  while (words.size() > 2 && is_in(suffixes, words.back())) {
    out.suffix = words.back() == "junior" ? "jr" : (words.back() == "senior" ? "sr" : words.back());
    words.pop_back();
  }
  if (words.empty()) return out;
  std::size_t first = words.size() - 1;
  for (std::size_t i = 1; i < first; ++i)
    if (is_in(particles, words[i])) first = i;
  out.given.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  if ((words[first] == "al" || words[first] == "el") && first + 1 < words.size()) ++first;
  for (std::size_t i = first; i < words.size(); ++i) out.surname += words[i];
  return out;
}

Likeness compare(const PersonName& a, const PersonName& b, const NameForms& forms) {
  if (a.suffix != b.suffix) return Likeness::different;
  const Likeness first = compare_given(a.given[0], b.given[0], forms);
  if (first == Likeness::different) return first;
  const std::size_t both = std::min(a.given.size(), b.given.size());
  bool middle_fits = both > 1;
  for (std::size_t i = 1; i < both; ++i)
    if (compare_given(a.given[i], b.given[i], forms) == Likeness::different) return Likeness::different;
  if (first == Likeness::initial) return middle_fits ? Likeness::initials : Likeness::initial;
  if (first == Likeness::nickname) return first;
  return a.given.size() == b.given.size() ? Likeness::spelling : Likeness::middle;
}

bool says_less(const PersonName& a, const PersonName& b, const NameForms& forms) {
  if (is_initial(a.given[0]) != is_initial(b.given[0])) return is_initial(a.given[0]);
  if (a.given.size() != b.given.size()) return a.given.size() < b.given.size();
  return has_name(forms.full_of(a.given[0], true), b.given[0]);
}

}  // namespace dossier::graph
