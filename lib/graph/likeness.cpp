// Which keys have names that may be forms of one name.
#include "graph/likeness.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "graph/blocks.hpp"
#include "graph/clusters.hpp"
#include "graph/keys.hpp"
#include "graph/people_links.hpp"
#include "text/spelling.hpp"

namespace dossier::graph {
namespace {

class LinkFinder {
 public:
  LinkFinder(const Tallies& tallies, const std::vector<NameParts>& names, const NameForms& forms)
      : tallies_(tallies), names_(names), forms_(forms) {}
  std::vector<Link> run();

 private:
  void block_organization(std::uint32_t key);
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
  Blocks cores_;
  Blocks initials_;
  Blocks plain_;
  std::vector<std::uint32_t> acronyms_;
  std::vector<Link> links_;
};

void LinkFinder::block_organization(std::uint32_t key) {
  const OrganizationName& name = names_[key].organization;
  cores_.add(name.core, key);
  if (name.is_acronym) acronyms_.push_back(key);
  if (!name.initials.empty()) initials_.add(name.initials, key);
}

void LinkFinder::link_equal(const Blocks& blocks) {
  blocks.each([this](std::span<const std::uint32_t> keys) {
    for (const std::uint32_t key : keys.subspan(1)) add(LinkKind::name, keys[0], key);
  });
}

// The same core with the same legal form is the same; one without legal form fits the one that has one.
void LinkFinder::link_cores() {
  cores_.each([this](std::span<const std::uint32_t> keys) {
    if (keys.size() == 1) return;
    std::map<std::string_view, std::uint32_t> first_of;
    for (const std::uint32_t key : keys) {
      const auto [place, is_new] = first_of.try_emplace(names_[key].organization.legal, key);
      if (!is_new) add(LinkKind::name, place->second, key);
    }
    const auto bare = first_of.find("");
    if (bare == first_of.end()) return;
    for (const auto& [legal, key] : first_of)
      if (!legal.empty()) add(LinkKind::legal_form, bare->second, key);
  });
}

// Letters that fit more names than one node may have fit several: nothing would come of the links.
void LinkFinder::link_acronyms() {
  for (const std::uint32_t key : acronyms_) {
    const std::string& letters = names_[key].organization.core;
    const std::span<const std::uint32_t> full = initials_.find(letters);
    if (full.size() > Clusters::most_keys) continue;
    const LinkKind kind = letters.size() > 3 ? LinkKind::acronym : LinkKind::short_acronym;
    for (const std::uint32_t other : full) add(kind, key, other);
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
    if (!names_[key].lone && names_[key].type != TypeId::none) by_form.add(plain_form(key), key);
  by_form.finish();
  for (std::uint32_t key = 0; key < names_.size(); ++key) {
    if (names_[key].lone || names_[key].type == TypeId::none) continue;
    for (const std::string_view alias : tallies_.keys[key].aliases) {
      if (!is_good_alias(names_[key].type, alias)) continue;
      for (const std::uint32_t other : by_form.find(plain_form(names_[key].type, alias)))
        if (other != key) add(LinkKind::alias, other, key);
    }
  }
}

std::vector<Link> LinkFinder::run() {
  for (std::uint32_t key = 0; key < names_.size(); ++key) {
    const NameParts& name = names_[key];
    if (name.type == TypeId::none || name.type == TypeId::person || name.lone) continue;
    if (name.type == TypeId::organization)
      block_organization(key);
    else
      plain_.add(name.plain, key);
  }
  for (Blocks* blocks : {&cores_, &initials_, &plain_}) blocks->finish();
  link_people(tallies_, names_, forms_, links_);
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
      out[i].surname_sound = text::spelling_key(out[i].person.surname);
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
    return a.surname_sound == b.surname_sound && compare(a.person, b.person, forms) == Likeness::different;
  if (a.type != TypeId::organization) return false;
  return a.organization.core == b.organization.core && !a.organization.legal.empty() && !b.organization.legal.empty() &&
         a.organization.legal != b.organization.legal;
}

}  // namespace dossier::graph
