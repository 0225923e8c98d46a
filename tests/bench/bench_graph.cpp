// Records and graphs: how fast record files are merged, and how long a graph of many co-occurrences takes.
//
//   bench_graph [documents [names]]     made at random, with a fixed seed; 200,000 documents are 10 million
//                                       co-occurrences; names: a tenth of the documents unless told
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dossier/records.hpp>
#include <random>
#include <sstream>
#include <vector>

#include "graph/contents.hpp"

namespace {

using namespace dossier;

// Of the processor, so that other programs do not count.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double resident_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

// Names as rare as names are: a few stand everywhere, most hardly ever.
class Documents {
 public:
  explicit Documents(std::uint32_t names) {
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
      const double share = std::generate_canonical<double, 32>(random_);
      const auto at = static_cast<std::size_t>(share * share * share * static_cast<double>(keys_.size()));
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

}  // namespace

int main(int argc, char** argv) {
  const auto documents = static_cast<std::uint32_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200000);
  Documents maker(static_cast<std::uint32_t>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : documents / 10));
  constexpr std::size_t parts = 8;
  std::vector<RecordSorter> sorters(parts);
  EntityGraph graph;
  const Schema schema;
  for (std::uint32_t i = 0; i < documents; ++i) {
    DocumentRecord record = maker.make(i);
    sorters[i % parts].add(record);
    graph.add(std::move(record), schema);
  }
  std::vector<std::stringstream> files(parts);
  std::vector<RecordReader> readers;
  for (std::size_t i = 0; i < parts; ++i) {
    sorters[i].write(files[i], schema);
    readers.emplace_back(files[i], "part");
  }
  Nowhere nowhere;
  std::ostream out(&nowhere);
  Counter sink(out);
  double start = now();
  if (merge_records(readers, sink)) return 1;
  sink.finish();
  double seconds = now() - start;
  const double megabytes = static_cast<double>(sink.bytes) / 1e6;
  std::printf("merging %zu files, %.0f MB: %.2f s, %.0f MB/s\n", parts, megabytes, seconds, megabytes / seconds);
  start = now();
  graph.freeze();
  seconds = now() - start;
  std::printf("graph of %u documents, %u co-occurrences: %.2f s; %zu nodes, %zu edges; %.0f MB resident at most\n",
              documents, documents * 50, seconds, graph.nodes().size(), graph.edges().size(), resident_megabytes());
  return 0;
}
