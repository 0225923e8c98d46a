// Which people's names may be forms of one name.
#include "graph/people_links.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "graph/blocks.hpp"
#include "graph/clusters.hpp"
#include "graph/mixing.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

// People of one surname and given name that are compared with each other: middle names, suffixes.
constexpr std::size_t largest_block = 200;
// Comparisons of the initials of one surname and letter with all its names.
constexpr std::size_t most_comparisons = std::size_t{1} << 22U;

std::uint64_t hash_of(std::string_view surname, char kind, std::string_view given) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  const auto add = [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U; };
  for (const char c : surname) add(c);
  add(kind);
  for (const char c : given) add(c);
  return mixed(hash);
}

struct Entry {
  std::uint64_t block;
  std::uint32_t key;
};

// Calls `use` with the keys of each block, in their order.
template <typename Use>
void each_block(std::vector<Entry>& entries, const Use& use) {
  const auto rank = [](const Entry& entry) { return std::tie(entry.block, entry.key); };
  std::sort(entries.begin(), entries.end(), [rank](const Entry& a, const Entry& b) { return rank(a) < rank(b); });
  std::vector<std::uint32_t> keys;
  for (std::size_t i = 0; i < entries.size();) {
    keys.clear();
    const std::uint64_t block = entries[i].block;
    for (; i < entries.size() && entries[i].block == block; ++i)
      if (keys.empty() || keys.back() != entries[i].key) keys.push_back(entries[i].key);
    use(keys);
  }
}

class PeopleLinker {
 public:
  PeopleLinker(const Tallies& tallies, const std::vector<NameParts>& names, const NameForms& forms,
               std::vector<Link>& out)
      : tallies_(tallies), names_(names), forms_(forms), out_(out) {}

  void run() {
    for (std::uint32_t key = 0; key < names_.size(); ++key)
      if (names_[key].type == TypeId::person && !names_[key].lone) add(key);
    each_block(by_given_, [this](const std::vector<std::uint32_t>& keys) { compare_all(keys); });
    each_block(by_letter_, [this](const std::vector<std::uint32_t>& keys) { compare_initials(keys); });
    same_words_.finish();
    same_words_.each([this](std::span<const std::uint32_t> keys) {
      for (const std::uint32_t key : keys.subspan(1)) out_.push_back({LinkKind::name, keys[0], key});
    });
  }

 private:
  void add(std::uint32_t key);
  void add_words(std::uint32_t key);
  void compare_all(const std::vector<std::uint32_t>& keys);
  void compare_initials(const std::vector<std::uint32_t>& keys);
  void compare_pair(std::uint32_t a, std::uint32_t b);

  const Tallies& tallies_;
  const std::vector<NameParts>& names_;
  const NameForms& forms_;
  std::vector<Link>& out_;
  std::vector<Entry> by_given_;   // the surname and a form of the given name
  std::vector<Entry> by_letter_;  // the surname and the letter that the given name begins with
  Blocks same_words_;             // the words in any order
};

void PeopleLinker::add(std::uint32_t key) {
  const std::string& surname = names_[key].surname_sound;
  const std::string& given = names_[key].person.given[0];
  by_letter_.push_back({hash_of(surname, 'l', given.substr(0, text::decode_at(given, 0).size)), key});
  add_words(key);
  if (is_initial(given)) return;
  by_given_.push_back({hash_of(surname, 's', text::spelling_key(given)), key});
  by_given_.push_back({hash_of(surname, 'g', given), key});
  for (const bool nickname : {false, true})
    for (const std::string& full : forms_.full_of(given, nickname))
      by_given_.push_back({hash_of(surname, 'g', full), key});
}

void PeopleLinker::add_words(std::uint32_t key) {
  const std::string_view name = tallies_.keys[key].key.substr(tallies_.keys[key].key.find('/') + 1);
  if (std::count_if(name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; }) < 2) return;
  std::vector<std::string> words = plain_words(name);
  if (words.size() < 3) return;
  std::sort(words.begin(), words.end());
  std::string sorted;
  for (const std::string& word : words) sorted += word + ' ';
  same_words_.add(sorted, key);
}

void PeopleLinker::compare_pair(std::uint32_t a, std::uint32_t b) {
  if (names_[a].surname_sound != names_[b].surname_sound) return;
  const PersonName& one = names_[a].person;
  const PersonName& other = names_[b].person;
  const Likeness likeness = compare(one, other, forms_);
  if (likeness == Likeness::different) return;
  if (!says_less(one, other, forms_) && says_less(other, one, forms_)) std::swap(a, b);
  switch (likeness) {
    case Likeness::spelling:
      return out_.push_back({LinkKind::name, a, b});
    case Likeness::middle:
      return out_.push_back({LinkKind::middle, a, b});
    case Likeness::nickname:
      return out_.push_back({LinkKind::nickname, a, b});
    case Likeness::initials:
      return out_.push_back({LinkKind::initials, a, b});
    default:
      return out_.push_back({LinkKind::initial, a, b});
  }
}

void PeopleLinker::compare_all(const std::vector<std::uint32_t>& keys) {
  if (keys.size() > largest_block) return;
  for (std::size_t i = 0; i < keys.size(); ++i)
    for (std::size_t j = i + 1; j < keys.size(); ++j) compare_pair(keys[i], keys[j]);
}

// An initial that fits more names than one node may have fits several: nothing would come of the links.
void PeopleLinker::compare_initials(const std::vector<std::uint32_t>& keys) {
  const auto has_initial = [this](std::uint32_t key) { return is_initial(names_[key].person.given[0]); };
  const auto initials = static_cast<std::size_t>(std::count_if(keys.begin(), keys.end(), has_initial));
  if (initials * keys.size() > most_comparisons) return;
  for (const std::uint32_t key : keys) {
    if (!has_initial(key)) continue;
    const std::size_t before = out_.size();
    for (const std::uint32_t other : keys)
      if (other > key || (other != key && !has_initial(other))) compare_pair(key, other);
    if (out_.size() - before > Clusters::most_keys) out_.resize(before);
  }
}

}  // namespace

void link_people(const Tallies& tallies, const std::vector<NameParts>& names, const NameForms& forms,
                 std::vector<Link>& out) {
  PeopleLinker(tallies, names, forms, out).run();
}

}  // namespace dossier::graph
