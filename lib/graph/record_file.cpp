// Record files: their head, their documents in order, their end.
#include <dossier/records.hpp>
#include <utility>

#include "graph/collect.hpp"
#include "graph/contents.hpp"
#include "graph/frames.hpp"
#include "graph/types.hpp"

namespace dossier {

using graph::FrameKind;

DocumentRecord to_record(const Document& doc) { return {std::string(doc.id()), graph::collect(doc)}; }

RecordWriter::RecordWriter(std::ostream& out, const Schema& schema) : out_(out) {
  out_.write(graph::file_magic.data(), static_cast<std::streamsize>(graph::file_magic.size()));
  graph::write_frame(out_, FrameKind::schema, graph::encode(schema));
}

void RecordWriter::add(const DocumentRecord& record) {
  ++records_;
  graph::write_frame(out_, FrameKind::document, record.bytes);
}

void RecordWriter::finish() {
  std::string count;
  graph::put_number(count, records_);
  graph::write_frame(out_, FrameKind::end, count);
}

struct RecordReader::Parts {
  Parts(std::istream& in, std::string file) : frames(in), name(std::move(file)) {}

  graph::FrameReader frames;
  std::string name;
  Schema schema;
  std::optional<Diagnostic> problem;
  DocumentRecord record;
  DocumentRecord last;
  graph::Contents contents;
  std::uint64_t records = 0;
  bool done = false;

  void fail(std::string code, const std::string& what) {
    Diagnostic found;
    found.code = std::move(code);
    found.message = what + " at byte " + std::to_string(frames.place());
    found.file = name;
    problem = std::move(found);
    done = true;
  }
  void begin() {
    if (!frames.read_magic()) return fail("records.version", "not a record file of this version");
    const std::optional<std::string_view> payload = next_frame();
    if (!payload) return;
    std::optional<Schema> types;
    if (payload->front() == static_cast<char>(FrameKind::schema)) types = graph::decode_schema(payload->substr(1));
    if (!types) return fail("records.damaged", "no declaration of types");
    schema = *std::move(types);
  }
  std::optional<std::string_view> next_frame() {
    const std::optional<std::string_view> payload = frames.next();
    if (frames.fault() == graph::FrameFault::cut_off) fail("records.cut-off", "the file ends inside a record");
    if (frames.fault() == graph::FrameFault::damaged) fail("records.damaged", "a record with a wrong checksum");
    return payload;
  }
  void end(std::string_view count) {
    graph::ByteReader in(count);
    const std::uint64_t wanted = in.number();
    if (in.failed() || !in.at_end() || wanted != records)
      fail("records.damaged", "the number of documents is not the one that is there");
    else if (!frames.at_end())
      fail("records.damaged", "something behind the end");
    done = true;
  }
  bool take(std::string_view bytes) {
    const std::string_view fault = graph::decode(bytes, contents);
    if (!fault.empty()) {
      fail("records.damaged", "a document with " + std::string(fault));
      return false;
    }
    std::swap(record, last);
    record.id = contents.id;
    record.bytes = bytes;
    if (records != 0 && record <= last) {
      fail("records.order", "document \"" + record.id + "\" does not stand in its order");
      return false;
    }
    ++records;
    return true;
  }
};

RecordReader::RecordReader(std::istream& in, std::string name) : parts_(std::make_unique<Parts>(in, std::move(name))) {
  parts_->begin();
}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

const DocumentRecord* RecordReader::next() {
  Parts& parts = *parts_;
  if (parts.done) return nullptr;
  const std::optional<std::string_view> payload = parts.next_frame();
  if (!payload) return nullptr;
  const std::string_view bytes = payload->substr(1);
  switch (static_cast<FrameKind>(payload->front())) {
    case FrameKind::document:
      return parts.take(bytes) ? &parts.record : nullptr;
    case FrameKind::end:
      parts.end(bytes);
      return nullptr;
    default:
      parts.fail("records.damaged", "a record of an unknown kind");
      return nullptr;
  }
}

const Schema& RecordReader::schema() const noexcept { return parts_->schema; }
const std::optional<Diagnostic>& RecordReader::problem() const noexcept { return parts_->problem; }

}  // namespace dossier
