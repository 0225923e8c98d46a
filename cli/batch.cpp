// A batch of records is read, worked on by all threads, and handed over before the next is read.
#include "batch.hpp"

#include <atomic>
#include <thread>
#include <utility>

#include "output.hpp"

namespace dossier::cli {
namespace {

constexpr std::size_t records_per_thread = 32;
constexpr std::size_t bytes_per_batch = std::size_t{16} << 20;

/// Reads the next records; with one thread only one, so that answers come as soon as their questions.
std::vector<Record> read_batch(Inputs& inputs, unsigned threads, bool at_once) {
  std::vector<Record> records;
  const std::size_t wanted = threads == 1 ? 1 : threads * records_per_thread;
  for (std::size_t bytes = 0; records.size() < wanted && bytes < bytes_per_batch;) {
    std::optional<Record> record = inputs.next();
    if (!record) break;
    bytes += record->text.size();
    records.push_back(std::move(*record));
    if (at_once && inputs.would_wait()) break;
  }
  return records;
}

}  // namespace

Input to_input(const Record& record) {
  return {
      .text = record.text, .id = record.id, .date = record.date, .format = record.format, .encoding = record.encoding};
}

void run_batch(Inputs& inputs, const BatchOptions& options, const Work& work, const Take& take) {
  const unsigned threads = options.threads == 0 ? 1 : options.threads;
  std::vector<Scratch> scratches(threads);
  Progress progress(options.progress);
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;
  while (true) {
    std::vector<Record> records = read_batch(inputs, threads, options.at_once);
    if (records.empty()) return;
    std::vector<Result> results(records.size());
    std::atomic<std::size_t> next{0};
    const auto run = [&](Scratch& scratch) {
      for (std::size_t i = next++; i < records.size(); i = next++) results[i] = work(records[i], scratch);
    };
    {
      std::vector<std::jthread> workers;
      for (unsigned t = 1; t < threads && t < records.size(); ++t)
        workers.emplace_back([&run, &scratch = scratches[t]] { run(scratch); });
      run(scratches[0]);
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
      ++documents;
      bytes += records[i].text.size();
      if (!take(std::move(results[i]))) return;
    }
    progress.show(documents, bytes);
  }
}

}  // namespace dossier::cli
