// Records and graphs: how fast record files are merged, and how long a graph of many co-occurrences takes.
//
//   bench_graph [documents [names [even]]]   made at random, with a fixed seed; 200,000 documents are 10 million
//                                            co-occurrences; names: a tenth of the documents unless told; their
//                                            frequency as in texts (the n-th a share of 1/n), or even
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dossier/records.hpp>
#include <fstream>
#include <random>
#include <sstream>
#include <string_view>
#include <vector>

#include "graph/contents.hpp"

namespace {

using namespace dossier;

// Of the processor, so that other programs do not count.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// A line of the system's account of this process: "VmRSS", or "VmHWM", the most since forget_peak().
double megabytes(std::string_view name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(name)) return std::strtod(line.c_str() + name.size() + 1, nullptr) / 1024.0;
  return 0.0;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

enum class Frequency { even, as_in_texts };

class Documents {
 public:
  Documents(std::uint32_t names, Frequency frequency) : frequency_(frequency) {
    for (std::uint32_t i = 0; i < names; ++i) {
      const std::string number = std::to_string(i);
      keys_.push_back("PERSON/ada ward" + number);
      names_.push_back("Ada Ward" + number);
    }
  }
  // Five sentences of five people: 50 co-occurrences, and two statements with a quote.
  DocumentRecord make(std::uint32_t number) {
    graph::Contents contents;
    const std::string id = "doc-" + std::to_string(number);
    contents.id = id;
    contents.date = "2024-05-03";
    contents.sentences = 12;
    for (int i = 0; i < 12; ++i) {
      const std::size_t at = pick();
      contents.entities.push_back({keys_[at], names_[at], {}, 3});
    }
    contents.quotes = {"Ada Ward met her neighbour in the old harbour on Wednesday, the council's spokesman said."};
    for (std::uint32_t i = 0; i < 2; ++i) {
      graph::StatementPart part;
      part.type = "met";
      part.source = i;
      part.target = i + 2;
      part.label = "met";
      contents.statements.push_back(part);
    }
    for (std::uint32_t s = 0; s < 5; ++s) contents.named_in.push_back({{s, s + 1, s + 3, s + 5, s + 7}, s % 2 == 0});
    return {id, graph::encode(contents)};
  }

 private:
  std::size_t pick() {
    const double share = std::generate_canonical<double, 32>(random_);
    const auto size = static_cast<double>(keys_.size());
    const double at = frequency_ == Frequency::even ? share * size : std::pow(size + 1.0, share) - 1.0;
    return std::min(static_cast<std::size_t>(at), keys_.size() - 1);
  }

  Frequency frequency_;
  std::vector<std::string> keys_;
  std::vector<std::string> names_;
  std::mt19937 random_{1};
};

class Counter : public RecordSink {
 public:
  explicit Counter(std::ostream& out) : out_(out) {}
  void begin(const Schema& schema) override { writer_.emplace(out_, schema); }
  void take(const DocumentRecord& record) override {
    writer_->add(record);
    bytes += record.bytes.size();
  }
  void finish() { writer_->finish(); }
  std::uint64_t bytes = 0;

 private:
  std::ostream& out_;
  std::optional<RecordWriter> writer_;
};

class Nowhere : public std::streambuf {
 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override { return size; }
  int_type overflow(int_type byte) override { return byte; }
};

// Joins eight files of them.
int merge(Documents& maker, std::uint32_t documents) {
  constexpr std::size_t parts = 8;
  std::vector<RecordSorter> sorters(parts);
  const Schema schema;
  for (std::uint32_t i = 0; i < documents; ++i) sorters[i % parts].add(maker.make(i));
  std::vector<std::stringstream> files(parts);
  std::vector<RecordReader> readers;
  for (std::size_t i = 0; i < parts; ++i) {
    sorters[i].write(files[i], schema);
    readers.emplace_back(files[i], "part");
  }
  Nowhere nowhere;
  std::ostream out(&nowhere);
  Counter sink(out);
  const double start = now();
  if (merge_records(readers, sink)) return 1;
  sink.finish();
  const double seconds = now() - start;
  const double size = static_cast<double>(sink.bytes) / 1e6;
  std::printf("merging %zu files, %.0f MB: %.2f s, %.0f MB/s\n", parts, size, seconds, size / seconds);
  return 0;
}

void build(Documents& maker, std::uint32_t documents) {
  EntityGraph graph;
  const Schema schema;
  for (std::uint32_t i = 0; i < documents; ++i) graph.add(maker.make(i), schema);
  const double records = megabytes("VmRSS:");
  forget_peak();
  const double start = now();
  graph.freeze();
  const double seconds = now() - start;
  const auto edges = graph.edges();
  const auto stated = std::count_if(edges.begin(), edges.end(), [](const Edge& edge) { return edge.stated; });
  std::printf(
      "graph of %u documents, %u co-occurrences: %.2f s; %zu nodes, %zu pairs, %zu stated edges; %.0f MB resident "
      "before, %.0f at most, %.0f after\n",
      documents, documents * 50, seconds, graph.nodes().size(), edges.size() - static_cast<std::size_t>(stated),
      static_cast<std::size_t>(stated), records, megabytes("VmHWM:"), megabytes("VmRSS:"));
}

}  // namespace

int main(int argc, char** argv) {
  const auto documents = static_cast<std::uint32_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200000);
  const auto names = static_cast<std::uint32_t>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : documents / 10);
  const bool even = argc > 3 && std::string_view(argv[3]) == "even";
  Documents maker(names, even ? Frequency::even : Frequency::as_in_texts);
  if (const int code = merge(maker, documents); code != 0) return code;
  build(maker, documents);
  return 0;
}
