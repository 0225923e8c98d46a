// One key for the spellings under which newspapers write one foreign name: "Yury" and "Yuri", "Zelensky" and
// "Zelenskyy".
#include "text/spelling.hpp"

namespace dossier::text {

std::string spelling_key(std::string_view folded) {
  std::string key;
  key.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char c = folded[i];
    const char next = i + 1 < folded.size() ? folded[i + 1] : '\0';
    if (c == 'y' || c == 'j') c = 'i';
    if (c == 'w') c = 'v';
    if (c == 'c' && next != 'h' && next != 'e' && next != 'i' && next != 'y') c = 'k';
    if (c == 'k' && next == 's') {
      c = 'x';
      ++i;
    }
    if ((c == 'o' && next == 'u') || (c == 'k' && next == 'h')) {  // "ou" is u, "kh" is h
      c = c == 'o' ? 'u' : 'h';
      ++i;
    }
    const bool doubled = c >= 'a' && c <= 'z' && !key.empty() && key.back() == c;  // 11 is not 1
    if (c != '\'' && !doubled) key += c;
  }
  return key;
}

}  // namespace dossier::text
