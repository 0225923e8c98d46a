// Strings that break careless writers.
#pragma once

#include <string>
#include <vector>

namespace dossier::test {

/// Valid UTF-8, each with a trap.
inline std::vector<std::string> nasty_strings() {
  using namespace std::string_literals;
  return {"plain",
          "a \"quoted\" word",
          "ends in a backslash \\",
          "two \\\\",
          "escapes \\N \\G \\E \\T \\H \\L \\n \\l \\r",
          "\\\"",
          "graph",
          "->",
          "<b>not markup</b>",
          "</script><!--",
          "AT&T and &lt;b&gt; &amp; &#65; &",
          "line\nbreak\r\nand\ttab",
          "nul\0inside"s,
          "\x01\x02\x1F\x7F",
          "line\u2028separator\u2029",
          "\uFEFFmark and \uFFFD",
          "\xEF\xBF\xBE\xEF\xBF\xBF",
          "שלום \u202Eright to left\u202C",
          "👩‍👩‍👧 e\u0301",
          "{record|port}",
          "\"",
          "//*#",
          std::string(10000, 'w') + "ä" + std::string(10000, '"')};
}

}  // namespace dossier::test
