// Reads the part of DOT that write_dot() uses, as Graphviz does: enough to see whether a file says what was meant.
#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::test {

using DotAttributes = std::map<std::string, std::string>;

struct DotEdge {
  std::string source;
  std::string target;
  DotAttributes attributes;
};

struct Dot {
  std::map<std::string, DotAttributes> defaults;  ///< of graph, node, edge
  std::map<std::string, DotAttributes> nodes;
  std::vector<DotEdge> edges;
};

/// Throws std::runtime_error for what Graphviz would not take, and for bare words where only quoted ones are safe.
class DotReader {
 public:
  explicit DotReader(std::string_view text) : text_(text) {}

  Dot read() {
    expect("digraph");
    expect("dossier");
    expect("{");
    Dot dot;
    while (true) {
      bool quoted = false;
      const std::string first = token(quoted);
      if (first == "}" && !quoted) break;
      if (!quoted) {
        dot.defaults[first] = attributes();
      } else if (peek() == '-') {
        expect("->");
        std::string target = token(quoted);
        if (!quoted) fail("bare id");
        dot.edges.push_back({first, target, attributes()});
      } else {
        dot.nodes[first] = attributes();
      }
      expect(";");
    }
    skip();
    if (at_ != text_.size()) fail("text after the graph");
    return dot;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::runtime_error(why + " at " + std::to_string(at_) + ": " + std::string(text_.substr(at_, 40)));
  }
  void skip() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ' || text_[at_] == '\n')
        ++at_;
      else if (text_.substr(at_, 2) == "//")
        at_ = std::min(text_.find('\n', at_), text_.size());
      else
        return;
    }
  }
  char peek() {
    skip();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  void expect(std::string_view word) {
    bool quoted = false;
    if (token(quoted) != word || quoted) fail("wanted " + std::string(word));
  }
  std::string token(bool& quoted) {
    quoted = peek() == '"';
    if (quoted) return string();
    if (text_[at_] == '<') return html();
    if (text_.substr(at_, 2) == "->") {
      at_ += 2;
      return "->";
    }
    std::size_t end = peek() == '-' ? at_ + 1 : at_;
    while (end < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[end])) != 0 || text_[end] == '.' || text_[end] == '_'))
      ++end;
    if (end == at_) end = std::min(at_ + 1, text_.size());
    std::string out(text_.substr(at_, end - at_));
    if (out.empty()) fail("end of file");
    at_ = end;
    return out;
  }
  // A label of the HTML kind, without its outer brackets.
  std::string html() {
    const std::size_t begin = at_ + 1;
    for (int depth = 0; at_ < text_.size();) {
      const char c = text_[at_++];
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (depth == 0) return std::string(text_.substr(begin, at_ - 1 - begin));
    }
    fail("HTML without end");
  }
  // As Graphviz's scanner: only \" is an escape here, \\ stays as it is, a backslash before a line end joins lines.
  std::string string() {
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      const std::string_view two = text_.substr(at_, 2);
      if (text_[at_] == '"') {
        ++at_;
        return out;
      }
      if (text_[at_] == '\n' || text_[at_] == '\0' || two == "\\\n") fail("control character in a string");
      if (two == "\\\"") {
        out += '"';
        ++at_;
      } else if (two == "\\\\") {
        out += two;
        ++at_;
      } else {
        out += text_[at_];
      }
    }
    fail("string without end");
  }
  DotAttributes attributes() {
    DotAttributes out;
    expect("[");
    while (true) {
      bool quoted = false;
      const std::string name = token(quoted);
      if (quoted) fail("quoted name of an attribute");
      expect("=");
      out[name] = token(quoted);
      const std::string next = token(quoted);
      if (next == "]" && !quoted) return out;
      if (next != "," || quoted) fail("wanted a comma");
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// What a label or tooltip shows: Graphviz's escString, then HTML entities. Throws for an escape other than \\ and \n.
inline std::string shown(std::string_view label) {
  std::string out;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '\\') {
      const char next = ++i < label.size() ? label[i] : '\0';
      if (next != '\\' && next != 'n') throw std::runtime_error("escape in a label: " + std::string(label));
      out += next == 'n' ? '\n' : '\\';
    } else if (label[i] == '&') {
      if (label.substr(i, 5) != "&amp;") throw std::runtime_error("bare & in a label: " + std::string(label));
      out += '&';
      i += 4;
    } else {
      out += label[i];
    }
  }
  return out;
}

}  // namespace dossier::test
