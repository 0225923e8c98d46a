// Records in any order into a sorted file: sorted in memory, and what is over in temporary files that are merged.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <dossier/records.hpp>
#include <istream>
#include <ostream>
#include <streambuf>
#include <system_error>
#include <utility>

namespace dossier {
namespace {

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category(), "temporary file of records"); }

// A temporary file as a stream; gone when it is closed.
class TemporaryFile : public std::streambuf {
 public:
  TemporaryFile() : file_(std::tmpfile()) {
    if (file_ == nullptr) fail();
  }
  ~TemporaryFile() override { std::fclose(file_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void rewind() {
    if (std::fflush(file_) != 0) fail();
    std::rewind(file_);
  }

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    const auto count = static_cast<std::size_t>(size);
    if (std::fwrite(bytes, 1, count, file_) != count) fail();
    return size;
  }
  int_type overflow(int_type byte) override {
    if (traits_type::eq_int_type(byte, traits_type::eof())) return traits_type::not_eof(byte);
    const char one = traits_type::to_char_type(byte);
    xsputn(&one, 1);
    return byte;
  }
  std::streamsize xsgetn(char* to, std::streamsize size) override {
    return static_cast<std::streamsize>(std::fread(to, 1, static_cast<std::size_t>(size), file_));
  }
  int_type underflow() override {
    const int byte = std::fgetc(file_);
    if (byte == EOF) return traits_type::eof();
    std::ungetc(byte, file_);
    return byte;
  }

 private:
  std::FILE* file_;
};

class ToWriter : public RecordSink {
 public:
  explicit ToWriter(RecordWriter& writer) : writer_(writer) {}
  void begin(const Schema&) override {}
  void take(const DocumentRecord& record) override { writer_.add(record); }

 private:
  RecordWriter& writer_;
};

}  // namespace

struct RecordSorter::Parts {
  std::size_t max_bytes = 0;
  std::size_t bytes = 0;
  std::vector<DocumentRecord> records;
  std::vector<std::unique_ptr<TemporaryFile>> runs;

  void sort() {
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
  }
  void spill() {
    sort();
    auto file = std::make_unique<TemporaryFile>();
    std::ostream out(file.get());
    RecordWriter writer(out, Schema());
    for (const DocumentRecord& record : records) writer.add(record);
    writer.finish();
    file->rewind();
    runs.push_back(std::move(file));
    records.clear();
    bytes = 0;
  }
};

RecordSorter::RecordSorter(std::size_t max_bytes) : parts_(std::make_unique<Parts>()) { parts_->max_bytes = max_bytes; }
RecordSorter::~RecordSorter() = default;
RecordSorter::RecordSorter(RecordSorter&&) noexcept = default;
RecordSorter& RecordSorter::operator=(RecordSorter&&) noexcept = default;

void RecordSorter::add(DocumentRecord record) {
  parts_->bytes += record.id.size() + record.bytes.size() + sizeof(DocumentRecord);
  parts_->records.push_back(std::move(record));
  if (parts_->bytes > parts_->max_bytes) parts_->spill();
}

void RecordSorter::write(std::ostream& out, const Schema& schema) {
  Parts& parts = *parts_;
  RecordWriter writer(out, schema);
  if (parts.runs.empty()) {
    parts.sort();
    for (const DocumentRecord& record : parts.records) writer.add(record);
  } else {
    parts.spill();
    std::vector<std::unique_ptr<std::istream>> streams;
    std::vector<RecordReader> files;
    for (const auto& run : parts.runs) {
      streams.push_back(std::make_unique<std::istream>(run.get()));
      files.emplace_back(*streams.back(), "temporary file of records");
    }
    ToWriter sink(writer);
    if (const auto problem = merge_records(files, sink))
      throw std::system_error(EIO, std::generic_category(), to_string(*problem));
  }
  writer.finish();
  parts.records.clear();
  parts.runs.clear();
  parts.bytes = 0;
}

}  // namespace dossier
