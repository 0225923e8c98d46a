// Variants by plain replacements; what they fold to is compared as every form is.
#include "lexicon/variants.hpp"

#include <algorithm>

#include "tokens/tokenizer.hpp"

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
    const bool after_initial =
        form[i] == '.' && i > 0 && is_upper(form[i - 1]) && (i == 1 || form[i - 2] == '.' || is_blank(form[i - 2]));
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

bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

/// Passes each word of the form on, and puts in its place what comes back.
template <typename Change>
std::string each_word(std::string_view form, Change change) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(form.find(' '), form.size());
    out += change(form.substr(0, end));
    if (end == form.size()) return out;
    out += ' ';
    form.remove_prefix(end + 1);
  }
}

/// "Coldharbour Ltd." to "Coldharbour Ltd": the periods of abbreviations go.
std::string without_periods(std::string_view form) {
  return each_word(form, [](std::string_view word) {
    const bool abbreviated =
        word.size() > 2 && word.back() == '.' && std::all_of(word.begin(), word.end() - 1, is_letter);
    return std::string(word.substr(0, word.size() - (abbreviated ? 1 : 0)));
  });
}

/// "Coldharbour Ltd" to "Coldharbour Ltd.": words that a text keeps together with their period get it.
std::string with_periods(std::string_view form) {
  tokens::TokenizedText cut;
  return each_word(form, [&](std::string_view word) {
    std::string out(word);
    if (word.size() < 2 || word.size() > 8 || !std::all_of(word.begin(), word.end(), is_letter)) return out;
    const std::string sentence = out + ". and";
    tokens::tokenize(sentence, {}, {}, cut);
    if (cut.tokens.front().span.end == word.size() + 1) out += '.';
    return out;
  });
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
    const std::string plain = without_dots(form);
    add(plain);
    add(with_dots(form));
    for (const std::string_view each : {form, std::string_view(plain)}) {
      add(without_periods(each));
      add(with_periods(each));
    }
  }
  return out;
}

}  // namespace dossier::lexicon
