// Variants by plain replacements; what they fold to is compared as every form is.
#include "lexicon/variants.hpp"

#include <algorithm>

namespace dossier::lexicon {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_blank(char c) { return c == ' '; }

/// Hyphens between other characters become blanks.
std::string without_hyphens(std::string_view form) {
  std::string out(form);
  for (std::size_t i = 1; i + 1 < out.size(); ++i)
    if (out[i] == '-' && !is_blank(out[i - 1]) && !is_blank(out[i + 1])) out[i] = ' ';
  return out;
}

/// Of two words one.
std::string with_hyphen(std::string_view form) {
  std::string out(form);
  if (std::count(out.begin(), out.end(), ' ') != 1 || out.find('-') != std::string::npos) return out;
  out[out.find(' ')] = '-';
  return out;
}

/// "U.S. Navy" to "US Navy": the dots behind single capitals go.
std::string without_dots(std::string_view form) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool after_initial = form[i] == '.' && i > 0 && is_upper(form[i - 1]) &&
                               (i == 1 || form[i - 2] == '.' || is_blank(form[i - 2]));
    if (!after_initial) out += form[i];
  }
  return out;
}

/// "NATO" to "N.A.T.O.".
std::string with_dots(std::string_view form) {
  const bool acronym = form.size() >= 2 && form.size() <= 5 && std::all_of(form.begin(), form.end(), is_upper);
  if (!acronym) return std::string(form);
  std::string out;
  for (const char c : form) out.append({c, '.'});
  return out;
}

}  // namespace

std::vector<std::string> variants_of(std::string_view form, std::uint8_t variants) {
  std::vector<std::string> out;
  const auto add = [&](std::string variant) {
    if (variant != form && std::find(out.begin(), out.end(), variant) == out.end()) out.push_back(std::move(variant));
  };
  if ((variants & hyphen_variants) != 0) {
    add(without_hyphens(form));
    add(with_hyphen(form));
  }
  if ((variants & dot_variants) != 0) {
    add(without_dots(form));
    add(with_dots(form));
  }
  return out;
}

}  // namespace dossier::lexicon
