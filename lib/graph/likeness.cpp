// Which keys have names that may be forms of one name.
#include "graph/likeness.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/keys.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

constexpr std::size_t largest_block = 200;  // people of one surname and initial that are compared with each other

// Keys by what they have in common.
using Blocks = std::map<std::string, std::vector<std::uint32_t>>;

class LinkFinder {
 public:
  LinkFinder(const Tallies& tallies, const std::vector<NameParts>& names, const NameForms& forms)
      : tallies_(tallies), names_(names), forms_(forms) {}
  std::vector<Link> run();

 private:
  void block_person(std::uint32_t key);
  void block_organization(std::uint32_t key);
  void link_people();
  void link_pair_of_people(std::uint32_t a, std::uint32_t b);
  void link_cores();
  void link_acronyms();
  void link_aliases();
  void link_equal(const Blocks& blocks);
  [[nodiscard]] bool is_good_alias(TypeId type, std::string_view alias) const;
  [[nodiscard]] std::string plain_form(std::uint32_t key) const;
  [[nodiscard]] std::string plain_form(TypeId type, std::string_view name) const;
  void add(LinkKind kind, std::uint32_t less, std::uint32_t more) { links_.push_back({kind, less, more}); }

  const Tallies& tallies_;
  const std::vector<NameParts>& names_;
  const NameForms& forms_;
  Blocks people_;
  Blocks same_words_;  // people, by their words in any order
  Blocks cores_;
  Blocks initials_;
  Blocks acronyms_;
  Blocks plain_;
  std::vector<Link> links_;
};

std::string first_letter(const std::string& word) { return word.substr(0, text::decode_at(word, 0).size); }

void LinkFinder::block_person(std::uint32_t key) {
  const PersonName& name = names_[key].person;
  const std::string surname = text::spelling_key(name.surname) + '/';
  std::set<std::string> letters = {first_letter(name.given[0]),
                                   first_letter(text::spelling_key(name.given[0]) + name.given[0])};
  for (const bool nickname : {false, true})
    for (const std::string& full : forms_.full_of(name.given[0], nickname))
      letters.insert(first_letter(text::spelling_key(full) + full));
  for (const std::string& letter : letters) people_[surname + letter].push_back(key);
  std::vector<std::string> words = plain_words(tallies_.keys[key].key.substr(tallies_.keys[key].key.find('/') + 1));
  if (words.size() < 3) return;
  std::sort(words.begin(), words.end());
  std::string sorted;
  for (const std::string& word : words) sorted += word + ' ';
  same_words_[sorted].push_back(key);
}

void LinkFinder::block_organization(std::uint32_t key) {
  const OrganizationName& name = names_[key].organization;
  cores_[name.core].push_back(key);
  if (name.is_acronym) acronyms_[name.core].push_back(key);
  if (!name.initials.empty()) initials_[name.initials].push_back(key);
}

void LinkFinder::link_pair_of_people(std::uint32_t a, std::uint32_t b) {
  const PersonName& one = names_[a].person;
  const PersonName& other = names_[b].person;
  const Likeness likeness = compare(one, other, forms_);
  if (likeness == Likeness::different) return;
  if (!says_less(one, other, forms_) && says_less(other, one, forms_)) std::swap(a, b);
  switch (likeness) {
    case Likeness::spelling:
      return add(LinkKind::name, a, b);
    case Likeness::middle:
      return add(LinkKind::middle, a, b);
    case Likeness::nickname:
      return add(LinkKind::nickname, a, b);
    case Likeness::initials:
      return add(LinkKind::initials, a, b);
    default:
      return add(LinkKind::initial, a, b);
  }
}

void LinkFinder::link_people() {
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const auto& [block, keys] : people_) {
    if (keys.size() > largest_block) continue;
    for (std::size_t i = 0; i < keys.size(); ++i)
      for (std::size_t j = i + 1; j < keys.size(); ++j)
        if (seen.insert({std::min(keys[i], keys[j]), std::max(keys[i], keys[j])}).second)
          link_pair_of_people(keys[i], keys[j]);
  }
  link_equal(same_words_);
}

void LinkFinder::link_equal(const Blocks& blocks) {
  for (const auto& [block, keys] : blocks)
    for (std::size_t i = 1; i < keys.size(); ++i) add(LinkKind::name, keys[0], keys[i]);
}

// The same core with the same legal form is the same; one without legal form fits the one that has one.
void LinkFinder::link_cores() {
  for (const auto& [core, keys] : cores_) {
    std::map<std::string, std::uint32_t> first_of;
    for (const std::uint32_t key : keys) {
      const auto [place, is_new] = first_of.try_emplace(names_[key].organization.legal, key);
      if (!is_new) add(LinkKind::name, place->second, key);
    }
    const auto bare = first_of.find("");
    if (bare == first_of.end()) continue;
    for (const auto& [legal, key] : first_of)
      if (!legal.empty()) add(LinkKind::legal_form, bare->second, key);
  }
}

void LinkFinder::link_acronyms() {
  for (const auto& [letters, keys] : acronyms_) {
    const auto full = initials_.find(letters);
    if (full == initials_.end()) continue;
    const LinkKind kind = letters.size() > 3 ? LinkKind::acronym : LinkKind::short_acronym;
    for (const std::uint32_t key : keys)
      for (const std::uint32_t other : full->second) add(kind, key, other);
  }
}

// A lone word calls many organizations ("the Bank"); an acronym or several words call one.
bool LinkFinder::is_good_alias(TypeId type, std::string_view alias) const {
  if (type == TypeId::location || type == TypeId::group) return true;
  if (word_count(alias) > 1) return true;
  return type == TypeId::organization && alias.size() > 1 && parse_organization(alias, forms_).is_acronym;
}

std::string LinkFinder::plain_form(TypeId type, std::string_view name) const {
  std::string form(1, static_cast<char>('0' + static_cast<int>(type)));
  if (type == TypeId::organization) return form + parse_organization(name, forms_).core;
  if (type == TypeId::person) return form + folded(name);
  return form + plain_name(type, name, forms_);
}

std::string LinkFinder::plain_form(std::uint32_t key) const {
  const KeyTally& tally = tallies_.keys[key];
  if (names_[key].type == TypeId::person) return plain_form(TypeId::person, tally.names.commonest());
  if (names_[key].type == TypeId::organization)
    return std::string(1, static_cast<char>('0' + static_cast<int>(TypeId::organization))) +
           names_[key].organization.core;
  return names_[key].plain;
}

void LinkFinder::link_aliases() {
  Blocks by_form;
  for (std::uint32_t key = 0; key < names_.size(); ++key)
    if (!names_[key].lone && names_[key].type != TypeId::none) by_form[plain_form(key)].push_back(key);
  for (std::uint32_t key = 0; key < names_.size(); ++key) {
    if (names_[key].lone || names_[key].type == TypeId::none) continue;
    for (const std::string_view alias : tallies_.keys[key].aliases) {
      if (!is_good_alias(names_[key].type, alias)) continue;
      const auto place = by_form.find(plain_form(names_[key].type, alias));
      if (place == by_form.end()) continue;
      for (const std::uint32_t other : place->second)
        if (other != key) add(LinkKind::alias, other, key);
    }
  }
}

std::vector<Link> LinkFinder::run() {
  for (std::uint32_t key = 0; key < names_.size(); ++key) {
    const NameParts& name = names_[key];
    if (name.type == TypeId::none || name.lone) continue;
    if (name.type == TypeId::person)
      block_person(key);
    else if (name.type == TypeId::organization)
      block_organization(key);
    else
      plain_[name.plain].push_back(key);
  }
  link_people();
  link_cores();
  link_equal(plain_);
  link_acronyms();
  link_aliases();
  const auto rank = [](const Link& link) { return std::tie(link.kind, link.less, link.more); };
  std::sort(links_.begin(), links_.end(), [rank](const Link& a, const Link& b) { return rank(a) < rank(b); });
  const auto same = [rank](const Link& a, const Link& b) { return rank(a) == rank(b); };
  links_.erase(std::unique(links_.begin(), links_.end(), same), links_.end());
  return std::move(links_);
}

}  // namespace

std::string_view to_string(LinkKind kind) noexcept {
  switch (kind) {
    case LinkKind::decided:
      return "decision";
    case LinkKind::name:
      return "same name";
    case LinkKind::legal_form:
      return "legal form";
    case LinkKind::middle:
      return "middle name";
    case LinkKind::nickname:
      return "nickname";
    case LinkKind::initials:
      return "initials";
    case LinkKind::alias:
      return "called so in a text";
    case LinkKind::acronym:
    case LinkKind::short_acronym:
      return "acronym";
    case LinkKind::initial:
      return "initial";
  }
  return {};
}

std::vector<NameParts> parse_names(const Tallies& tallies, const std::vector<TypeId>& types, const NameForms& forms) {
  std::vector<NameParts> out(tallies.keys.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::string_view name = tallies.keys[i].names.commonest();
    out[i].type = types[i];
    if (types[i] == TypeId::person) {
      out[i].person = parse_person(name);
      // "Al-Rai" is one word as well.
      out[i].lone = word_count(name) < 2 || out[i].person.given.empty() || out[i].person.surname.empty();
    } else if (types[i] == TypeId::organization) {
      out[i].organization = parse_organization(name, forms);
      out[i].lone = out[i].organization.core.empty();
    } else if (types[i] != TypeId::none) {
      out[i].plain =
          std::string(1, static_cast<char>('0' + static_cast<int>(types[i]))) + plain_name(types[i], name, forms);
      out[i].lone = out[i].plain.size() < 2;
    }
  }
  return out;
}

std::vector<Link> find_links(const Tallies& tallies, const std::vector<NameParts>& names, const NameForms& forms) {
  return LinkFinder(tallies, names, forms).run();
}

bool are_different(const NameParts& a, const NameParts& b, const NameForms& forms) {
  if (a.type != b.type || a.lone || b.lone) return false;
  if (a.type == TypeId::person)
    return text::spelling_key(a.person.surname) == text::spelling_key(b.person.surname) &&
           compare(a.person, b.person, forms) == Likeness::different;
  if (a.type != TypeId::organization) return false;
  return a.organization.core == b.organization.core && !a.organization.legal.empty() && !b.organization.legal.empty() &&
         a.organization.legal != b.organization.legal;
}

}  // namespace dossier::graph
