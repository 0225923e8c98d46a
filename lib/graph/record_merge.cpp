// Many sorted files of records as one: a heap of their first records.
#include <algorithm>
#include <dossier/records.hpp>
#include <queue>
#include <set>
#include <vector>

#include "graph/types.hpp"

namespace dossier {
namespace {

class Merger {
 public:
  Merger(std::span<RecordReader> files, RecordSink& sink, const MergeOptions& options)
      : files_(files), sink_(sink), newest_(options.newest), remove_(options.remove.begin(), options.remove.end()) {}
  std::optional<Diagnostic> run();

 private:
  struct Head {
    const DocumentRecord* record;
    std::size_t file;
  };
  // std::push_heap keeps the greatest in front: the greatest is the first record, of equal ids the last file when the
  // newest is wanted.
  [[nodiscard]] bool is_later(const Head& a, const Head& b) const {
    if (!newest_) return *b.record < *a.record;
    const int order = a.record->id.compare(b.record->id);
    if (order != 0) return order > 0;
    return a.file != b.file ? a.file < b.file : b.record->bytes < a.record->bytes;
  }
  // The next record of the file comes to the heap; false when the file is damaged.
  bool advance(std::size_t file);
  void give(const Head& head);

  std::span<RecordReader> files_;
  RecordSink& sink_;
  bool newest_;
  std::set<std::string, std::less<>> remove_;
  std::vector<Head> heap_;
  DocumentRecord last_;
  std::size_t last_file_ = 0;
  bool any_ = false;
};

bool Merger::advance(std::size_t file) {
  if (const DocumentRecord* record = files_[file].next()) {
    heap_.push_back({record, file});
    std::push_heap(heap_.begin(), heap_.end(), [this](const Head& a, const Head& b) { return is_later(a, b); });
  }
  return !files_[file].problem();
}

void Merger::give(const Head& head) {
  const DocumentRecord& record = *head.record;
  if (any_ && record == last_) return;
  if (newest_ && any_ && record.id == last_.id && head.file != last_file_) return;
  any_ = true;
  last_ = record;
  last_file_ = head.file;
  if (remove_.find(record.id) == remove_.end()) sink_.take(record);
}

std::optional<Diagnostic> Merger::run() {
  Schema schema;
  for (const RecordReader& file : files_) {
    if (file.problem()) return file.problem();
    schema = graph::joined(schema, file.schema());
  }
  sink_.begin(schema);
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (!advance(i)) return files_[i].problem();
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), [this](const Head& a, const Head& b) { return is_later(a, b); });
    const Head head = heap_.back();
    heap_.pop_back();
    give(head);
    if (!advance(head.file)) return files_[head.file].problem();
  }
  return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> merge_records(std::span<RecordReader> files, RecordSink& sink, const MergeOptions& options) {
  return Merger(files, sink, options).run();
}

}  // namespace dossier
