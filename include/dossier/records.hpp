// Records: what documents contribute to a graph, as bytes that are kept in files, merged, replaced and taken out again.
//
//   dossier::RecordSorter sorter;                       // each process, over its share of the documents
//   for (const dossier::Document& doc : docs) sorter.add(dossier::to_record(doc));
//   sorter.write(file, engine.schema());
//
//   dossier::RecordReader reader(file, "part-1.records");  // one process, over the files
//   while (const dossier::DocumentRecord* record = reader.next()) graph.add(*record, reader.schema());
//   if (reader.problem()) ...
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <dossier/document.hpp>
#include <dossier/graph.hpp>
#include <dossier/schema.hpp>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// Everything a graph knows of one document. A value; the bytes are a function of the document alone and compared as
/// they stand. docs/formats.md says what is in them.
struct DocumentRecord {
  std::string id;     ///< Document::id()
  std::string bytes;  ///< made by to_record() or read by a RecordReader, never by hand
  friend auto operator<=>(const DocumentRecord&, const DocumentRecord&) = default;
};

/// The record of a document. REQUIRES: made by an engine. O(mentions + quoted sentences).
[[nodiscard]] DocumentRecord to_record(const Document& doc);

/// Writes a record file. For one thread.
class RecordWriter {
 public:
  /// Writes the head. `out` must outlive this.
  RecordWriter(std::ostream& out, const Schema& schema);
  /// REQUIRES: greater than the one before, by id, then bytes. Throws std::length_error for a record of 1 GiB or more.
  void add(const DocumentRecord& record);
  /// Writes the end, without which a file counts as cut off.
  void finish();

 private:
  std::ostream& out_;
  std::uint64_t records_ = 0;
};

/// Reads a record file, record by record, in constant memory but for the largest record. Everything is checked:
/// checksums, order, contents. For one thread.
class RecordReader {
 public:
  /// `in` must outlive this; `name` is the file to speak of.
  RecordReader(std::istream& in, std::string name);
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  /// The next record, valid until the next call; null at the end and from the first damage on.
  [[nodiscard]] const DocumentRecord* next();
  /// The types that the file declares; the built-in ones are always there.
  [[nodiscard]] const Schema& schema() const noexcept;
  /// What is wrong: "records.version", "records.damaged", "records.cut-off", "records.order". The message says at which
  /// byte of the file.
  [[nodiscard]] const std::optional<Diagnostic>& problem() const noexcept;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Takes records in any order and writes them in theirs. Memory stays below a bound: what is over goes to temporary
/// files, which are gone when this is. For one thread.
class RecordSorter {
 public:
  /// `max_bytes`: of records held in memory.
  explicit RecordSorter(std::size_t max_bytes = std::size_t{256} << 20);
  ~RecordSorter();
  RecordSorter(RecordSorter&&) noexcept;
  RecordSorter& operator=(RecordSorter&&) noexcept;

  /// The same record twice counts once. Throws std::system_error when a temporary file cannot be written.
  void add(DocumentRecord record);
  /// Writes a record file of all of them; afterwards there are none. Throws as add() does.
  void write(std::ostream& out, const Schema& schema);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// How record files are merged.
struct MergeOptions {
  bool newest = false;                   ///< of a document in several files only what the last of them has
  std::vector<std::string> remove = {};  ///< ids of documents to leave out
};

/// Gives the records of several files in order, each once, to `take`: in constant memory, O(bytes x log files). Stops
/// at the first damage, which is returned. Without `newest` any order of the files gives the same records. The schema
/// is given first: all types that the files declare.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void begin(const Schema& schema) = 0;
  virtual void take(const DocumentRecord& record) = 0;
};
[[nodiscard]] std::optional<Diagnostic> merge_records(std::span<RecordReader> files, RecordSink& sink,
                                                      const MergeOptions& options = {});

/// Writes everything that was added to a graph as a record file.
void write_records(std::ostream& out, const EntityGraph& graph);

}  // namespace dossier
