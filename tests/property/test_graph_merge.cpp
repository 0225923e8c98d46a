// Random documents: any partition in any order gives the same bytes; adding, replacing and taking out gives what
// building anew gives.
#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/formats.hpp>
#include <dossier/records.hpp>
#include <map>
#include <random>
#include <sstream>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

constexpr unsigned rounds = 40;

// Few names, of which many are forms of others, so that documents have much to do with each other.
constexpr std::string_view people[] = {"Jonas Keller", "J. Keller",  "Jonas P. Keller", "Keller",
                                       "Julia Keller", "Marta Lind", "MARTA LIND",      "Sergei Orlov",
                                       "Sergey Orlov", "Bill Ward",  "William Ward",    "Ada Ward Jr."};
constexpr std::string_view others[] = {"Kommerz AG", "Kommerz", "World Tin Council", "WTC", "Visby", "Oslo"};
constexpr std::string_view verbs[] = {"met", "supports", "has_role"};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Document document(std::string_view id) {
    std::string text;
    std::vector<std::string_view> names;
    for (std::uint32_t sentences = 1 + below(4); sentences > 0; --sentences) {
      for (std::uint32_t count = below(4); count > 0; --count) {
        const std::uint32_t choice = below(std::size(people) + std::size(others));
        names.push_back(choice < std::size(people) ? people[choice] : others[choice - std::size(people)]);
        text += std::string(names.back()) + " x ";
      }
      text += below(4) == 0 ? "end.\n\n" : "end. ";
    }
    test::DocumentMaker make(id, text);
    if (below(2) == 0) make.build().date() = "202" + std::to_string(below(5)) + "-03-0" + std::to_string(1 + below(9));
    std::vector<EntityId> entities;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string_view name : names) {
      const bool is_person = std::find(std::begin(people), std::end(people), name) != std::end(people);
      entities.push_back(make.entity(is_person ? "PERSON" : (name.size() < 6 ? "LOCATION" : "ORGANIZATION"), name));
      make.mention(entities.back(), name);
    }
    for (std::uint32_t count = entities.empty() ? 0 : below(4); count > 0; --count)
      make.relation(verbs[below(std::size(verbs))], pick(entities), pick(entities), below(2) == 0 ? "aide" : "Aide");
    return make.document();
  }
  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  template <typename T>
  void shuffle(std::vector<T>& items) {
    std::shuffle(items.begin(), items.end(), random_);
  }

 private:
  EntityId pick(const std::vector<EntityId>& entities) { return entities[below(entities.size())]; }
  std::mt19937 random_;
};

std::string bytes_of(const EntityGraph& graph) {
  std::ostringstream out;
  write_node_link(out, graph, {.top = 0, .min_weight = 0, .isolated = true});
  write_records(out, graph);
  return out.str();
}

EntityGraph graph_of(const std::vector<const Document*>& docs) {
  EntityGraph graph;
  for (const Document* doc : docs) graph.add(*doc);
  return graph;
}

std::string file_of(const std::vector<const Document*>& docs) {
  RecordSorter sorter(2000);
  for (const Document* doc : docs) sorter.add(to_record(*doc));
  std::ostringstream out;
  sorter.write(out, Schema());
  return out.str();
}

class IntoGraph : public RecordSink {
 public:
  void begin(const Schema& types) override { schema = types; }
  void take(const DocumentRecord& record) override { graph.add(record, schema); }
  EntityGraph graph;
  Schema schema;
};

std::string merged(const std::vector<std::string>& files) {
  std::vector<std::istringstream> streams;
  std::vector<RecordReader> readers;
  streams.reserve(files.size());
  for (const std::string& bytes : files) readers.emplace_back(streams.emplace_back(bytes), "f");
  IntoGraph sink;
  REQUIRE_FALSE(merge_records(readers, sink));
  return bytes_of(sink.graph);
}

TEST_CASE("any partition in any order gives the same bytes") {
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    CAPTURE(seed);
    Maker make(seed);
    std::vector<Document> docs;
    for (int i = 0; i < 30; ++i) docs.push_back(make.document("doc-" + std::to_string(i)));
    std::vector<const Document*> all;
    for (const Document& doc : docs) all.push_back(&doc);
    const std::string wanted = bytes_of(graph_of(all));

    make.shuffle(all);
    std::vector<std::vector<const Document*>> parts(1 + make.below(5));
    for (const Document* doc : all) parts[make.below(parts.size())].push_back(doc);
    parts.back().push_back(all.front());  // one document comes twice
    EntityGraph sum;
    std::vector<std::string> files;
    for (const auto& part : parts) {
      sum.merge(graph_of(part));
      files.push_back(file_of(part));
    }
    CHECK(bytes_of(sum) == wanted);
    CHECK(merged(files) == wanted);
  }
}

TEST_CASE("adding, replacing and taking out gives what building anew gives") {
  for (unsigned seed = 1; seed <= rounds; ++seed) {
    CAPTURE(seed);
    Maker make(seed);
    std::map<std::string, Document> present;
    EntityGraph graph;
    for (int step = 0; step < 60; ++step) {
      const std::string id = "doc-" + std::to_string(make.below(12));
      if (make.below(3) == 0) {
        CHECK(graph.remove(id) == (present.erase(id) != 0));
      } else {
        present.insert_or_assign(id, make.document(id));
        graph.replace(present.at(id));
      }
      if (make.below(10) == 0) graph.freeze();
    }
    std::vector<const Document*> all;
    for (const auto& [id, doc] : present) all.push_back(&doc);
    make.shuffle(all);
    CHECK(bytes_of(graph) == bytes_of(graph_of(all)));
  }
}

}  // namespace
}  // namespace dossier
