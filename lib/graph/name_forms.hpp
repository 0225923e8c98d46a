// The forms of names that dictionaries know, ready for look-ups, and the plain forms under which names are compared.
#pragma once

#include <dossier/names.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::graph {

/// For one graph. Everything is folded.
class NameForms {
 public:
  NameForms() = default;
  explicit NameForms(const NameKnowledge& knowledge);

  /// Names of which this given name is a form; the name itself is not among them.
  [[nodiscard]] const std::vector<std::string>& full_of(const std::string& given, bool nickname) const;
  /// The one name that the dictionaries give for this form of that type, else the form.
  [[nodiscard]] std::string full_name(TypeId type, const std::string& form) const;
  /// The main form of a legal form ("inc" for "incorporated"), empty when it is none.
  [[nodiscard]] std::string_view legal_form(std::string_view word) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> spellings_;
  std::map<std::string, std::vector<std::string>, std::less<>> nicknames_;
  std::map<std::pair<TypeId, std::string>, std::string> full_names_;  // empty: several
  std::map<std::string, std::string, std::less<>> legal_forms_;
};

/// A name split at blanks and hyphens, folded, without full stops, commas and quotation marks.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view name);

/// What organizations' names are compared by.
struct OrganizationName {
  std::string core;         // without article and legal form
  std::string legal;        // "inc"; several with blanks between
  std::string initials;     // "wto", of three words or more; small words have none
  bool is_acronym = false;  // one word of capitals, "WTO"
};
[[nodiscard]] OrganizationName parse_organization(std::string_view name, const NameForms& forms);

/// What places, groups and other names are compared by.
[[nodiscard]] std::string plain_name(TypeId type, std::string_view name, const NameForms& forms);

}  // namespace dossier::graph
