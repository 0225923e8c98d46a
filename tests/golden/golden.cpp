// Runs golden files: texts with their mentions in brackets and the relations they state, against the built-in English
// engine.
//
//   === a pronoun follows the nearest person
//   date 2025-03-12
//   [PERSON#1 Zoe Miller] joined [ORGANIZATION#2 Zurich Insurance]. [PERSON#1 She] left on [DATE=2025-03-11 Tuesday].
//   --- relations
//   #1 member_of #2
//
// The mentions must be exactly those in brackets; mentions with the same number must be one entity, with different
// numbers different ones; the relations must be exactly those listed ("subject type object "label" flags", "-" for no
// object, label and flags only checked where given). `golden --approve FILE` writes what is found into the file.
#include <algorithm>
#include <cstdint>
#include <dossier/engine.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using dossier::Document;
using dossier::EntityId;
using dossier::MentionId;

struct Case {
  std::string title = {};
  std::string date = {};
  std::string marked = {};                  // the text with brackets
  std::vector<std::string> relations = {};  // as written, sorted
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Case> read_cases(const std::string& file) {
  std::vector<Case> cases;
  bool in_relations = false;
  for (const std::string& line : lines_of(file)) {
    if (line.starts_with("=== ")) {
      cases.push_back({.title = line.substr(4)});
      in_relations = false;
    } else if (cases.empty()) {
      continue;
    } else if (line == "--- relations") {
      in_relations = true;
    } else if (in_relations) {
      if (!line.empty()) cases.back().relations.push_back(line);
    } else if (line.starts_with("date ") && cases.back().marked.empty()) {
      cases.back().date = line.substr(5);
    } else {
      cases.back().marked += line + "\n";
    }
  }
  for (Case& one : cases) {
    while (!one.marked.empty() && one.marked.back() == '\n') one.marked.pop_back();
    std::sort(one.relations.begin(), one.relations.end());
  }
  return cases;
}

/// The text without brackets.
std::string plain(const std::string& marked) {
  std::string text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '\\' && i + 1 < marked.size())
      text += marked[++i];
    else if (marked[i] == '[')
      i = marked.find(' ', i);
    else if (marked[i] != ']')
      text += marked[i];
  }
  return text;
}

/// Numbers of entities in the order of their first mention.
std::map<EntityId, int> number_entities(const Document& doc) {
  std::map<EntityId, int> numbers;
  for (const dossier::Mention& mention : doc.mentions())
    if (mention.entity != EntityId::none) numbers.emplace(mention.entity, 0);
  int next = 0;
  for (const dossier::Mention& mention : doc.mentions())
    if (mention.entity != EntityId::none && numbers[mention.entity] == 0) numbers[mention.entity] = ++next;
  return numbers;
}

std::string mark(const Document& doc) {
  const std::map<EntityId, int> numbers = number_entities(doc);
  std::string out;
  std::uint32_t at = 0;
  const auto copy = [&](std::uint32_t end) {
    for (char c : doc.text({at, end})) {
      if (c == '[' || c == ']' || c == '\\') out += '\\';
      out += c;
    }
    at = end;
  };
  for (const dossier::Mention& mention : doc.mentions()) {
    copy(mention.span.begin);
    out += '[';
    out += doc.type_name(mention.type);
    if (mention.entity != EntityId::none) out += '#' + std::to_string(numbers.at(mention.entity));
    if (mention.value.size != 0) out += '=' + std::string(doc.string(mention.value));
    out += ' ';
    copy(mention.span.end);
    out += ']';
  }
  copy(static_cast<std::uint32_t>(doc.text().size()));
  return out;
}

std::vector<std::string> list_relations(const Document& doc) {
  const std::map<EntityId, int> numbers = number_entities(doc);
  std::vector<std::string> out;
  for (const dossier::Relation& relation : doc.relations()) {
    std::string line =
        "#" + std::to_string(numbers.at(relation.subject)) + " " + std::string(doc.type_name(relation.type)) + " ";
    line += relation.object == EntityId::none ? "-" : "#" + std::to_string(numbers.at(relation.object));
    if (relation.label.size != 0) line += " \"" + std::string(doc.string(relation.label)) + "\"";
    for (const auto& [flag, name] : {std::pair{dossier::RelationFlags::negated, " negated"},
                                     {dossier::RelationFlags::reported, " reported"},
                                     {dossier::RelationFlags::planned, " planned"},
                                     {dossier::RelationFlags::former, " former"},
                                     {dossier::RelationFlags::questioned, " questioned"}})
      if (has(relation.flags, flag)) line += name;
    if (relation.place != EntityId::none) line += " place=#" + std::to_string(numbers.at(relation.place));
    if (relation.date != MentionId::none)
      line += " date=" + std::string(doc.string(doc.mentions()[static_cast<std::size_t>(relation.date)].value));
    out.push_back(line);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string write_case(const Case& one) {
  std::string out = "=== " + one.title + "\n";
  if (!one.date.empty()) out += "date " + one.date + "\n";
  out += one.marked + "\n";
  if (!one.relations.empty()) out += "--- relations\n" + joined(one.relations);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const bool approve = argc > 1 && std::string(argv[1]) == "--approve";
  const dossier::Engine engine = dossier::Engine::english();
  int failed = 0;
  int passed = 0;
  for (int i = approve ? 2 : 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const std::string head = bytes.substr(0, bytes.find("=== "));
    std::string rewritten = head;
    std::vector<Case> cases = read_cases(bytes);
    if (cases.empty()) {
      std::cerr << argv[i] << ": no cases\n";
      return 2;
    }
    for (const Case& expected : cases) {
      const std::string text = plain(expected.marked);
      const Document doc = engine.annotate({.text = text, .date = expected.date});
      const Case actual{expected.title, expected.date, mark(doc), list_relations(doc)};
      rewritten += (rewritten.size() == head.size() ? "" : "\n") + write_case(actual);
      const bool same = actual.marked == expected.marked && actual.relations == expected.relations;
      (same ? passed : failed) += 1;
      if (!same && !approve)
        std::cout << "expected\n" << write_case(expected) << "actual\n" << write_case(actual) << '\n';
    }
    if (approve) std::ofstream(argv[i], std::ios::binary) << rewritten;
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 || approve ? 0 : 1;
}
