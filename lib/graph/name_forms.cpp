// The forms of names that dictionaries know, and the plain forms under which names are compared.
#include "graph/name_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

const std::vector<std::string> no_names;

constexpr std::array<std::string_view, 12> small_words = {"of", "the", "and", "for", "in", "on",
                                                          "at", "de",  "la",  "du",  "to", "a"};

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& list, std::string_view word) noexcept {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) out += ' ';
    out += words[i];
  }
  return out;
}

// British spellings as American ones: "labour" labor, "centre" center, "defence" defense, "organisation" organization.
std::string one_spelling(std::string word) {
  const auto ends = [&word](std::string_view end) {
    return word.size() > end.size() + 2 && std::string_view(word).substr(word.size() - end.size()) == end;
  };
  const auto swap = [&word](std::size_t cut, std::string_view end) {
    word.resize(word.size() - cut);
    word += end;
  };
  if (ends("isation") || ends("isations"))
    word[word.rfind("isation") + 1] = 'z';
  else if (word == "labour" || word == "harbour" || word == "honour" || word == "neighbour")
    swap(2, "r");
  else if (word == "centre" || word == "theatre")
    swap(2, "er");
  else if (word == "defence")
    swap(2, "se");
  else if (word == "programme")
    swap(2, "");
  return word;
}

void remove_article(std::vector<std::string>& words) {
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
}

}  // namespace

NameForms::NameForms(const NameKnowledge& knowledge) {
  for (const NameForm& form : knowledge.forms) {
    if (form.type == TypeId::person && form.form.find(' ') == std::string::npos) {
      (form.nickname ? nicknames_ : spellings_)[form.form].push_back(form.full);
      continue;
    }
    const auto [place, is_new] = full_names_.try_emplace({form.type, form.form}, form.full);
    if (!is_new && place->second != form.full) place->second.clear();
  }
  for (const NameForm& form : knowledge.legal_forms) legal_forms_.try_emplace(form.form, form.full);
}

const std::vector<std::string>& NameForms::full_of(const std::string& given, bool nickname) const {
  const auto& forms = nickname ? nicknames_ : spellings_;
  const auto place = forms.find(given);
  return place == forms.end() ? no_names : place->second;
}

std::string NameForms::full_name(TypeId type, const std::string& form) const {
  const auto place = full_names_.find({type, form});
  return place == full_names_.end() || place->second.empty() ? form : place->second;
}

std::string_view NameForms::legal_form(std::string_view word) const {
  const auto place = legal_forms_.find(word);
  return place == legal_forms_.end() ? std::string_view() : std::string_view(place->second);
}

std::vector<std::string> plain_words(std::string_view name) {
  std::string form;
  text::fold(name, form);
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : form) {
    if (c == '.' || c == ',' || c == '"') continue;
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '-';
    if (!blank && !inside) words.emplace_back();
    if (!blank) words.back() += c;
    inside = !blank;
  }
  return words;
}

OrganizationName parse_organization(std::string_view name, const NameForms& forms) {
  OrganizationName out;
  std::vector<std::string> words = plain_words(name);
  out.is_acronym = name.size() >= 2 && name.size() <= 6 &&
                   std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  remove_article(words);
  for (std::string& word : words) word = word == "&" ? "and" : one_spelling(std::move(word));
  std::size_t end = words.size();
  while (end > 1) {
    const std::size_t pair = end > 2 && !forms.legal_form(joined(words, end - 2, end)).empty() ? 2 : 1;
    const std::string_view legal = forms.legal_form(joined(words, end - pair, end));
    if (legal.empty()) break;
    out.legal = std::string(legal) + (out.legal.empty() ? "" : " " + out.legal);
    end -= pair;
  }
  while (end > 1 && words[end - 1] == "and") --end;
  for (std::size_t i = 0; i < end; ++i)
    if (!is_in(small_words, words[i])) out.initials += words[i].substr(0, text::decode_at(words[i], 0).size);
  if (out.initials.size() < 3) out.initials.clear();
  out.core = forms.full_name(TypeId::organization, joined(words, 0, end));
  return out;
}

std::string plain_name(TypeId type, std::string_view name, const NameForms& forms) {
  std::vector<std::string> words = plain_words(name);
  remove_article(words);
  if (type == TypeId::location && words.size() > 1) {
    if (words[0] == "st") words[0] = "saint";
    if (words[0] == "mt") words[0] = "mount";
    if (words[0] == "ft") words[0] = "fort";
  }
  std::string plain = forms.full_name(type, joined(words, 0, words.size()));
  if (type == TypeId::group && plain.size() > 4 && plain.back() == 's' && plain[plain.size() - 2] != 's') {
    plain.pop_back();
    plain = forms.full_name(type, plain);
  }
  return plain;
}

}  // namespace dossier::graph
