// Any bytes as a record file: read to its end or refused with a place; what is read makes a graph, and the same file
// again.
#include <dossier/formats.hpp>
#include <dossier/records.hpp>
#include <sstream>

#include "check.hpp"
#include "graph/contents.hpp"
#include "graph/frames.hpp"

namespace {

using namespace dossier;
using fuzz::require;

// Reads all; true when the file was good.
bool read(const std::string& bytes, EntityGraph& graph) {
  std::istringstream in(bytes);
  RecordReader reader(in, "f");
  DocumentRecord last;
  bool any = false;
  while (const DocumentRecord* record = reader.next()) {
    require(!any || last < *record, "records come in order");
    last = *record;
    any = true;
    graph.add(*record, reader.schema());
  }
  if (!reader.problem()) return true;
  require(reader.problem()->code.rfind("records.", 0) == 0, "a known code", reader.problem()->code);
  require(reader.problem()->message.find("at byte ") != std::string::npos, "a place", reader.problem()->message);
  return false;
}

// The input as the payloads of frames, each with its length in two bytes in front, so that changes get past the
// checksums.
std::string framed(std::string_view input) {
  std::ostringstream out;
  out.write(graph::file_magic.data(), static_cast<std::streamsize>(graph::file_magic.size()));
  while (input.size() > 2) {
    const std::size_t size = static_cast<unsigned char>(input[0]) + 256U * static_cast<unsigned char>(input[1]);
    const std::string_view payload = input.substr(2, size);
    if (!payload.empty()) graph::write_frame(out, static_cast<graph::FrameKind>(payload[0]), payload.substr(1));
    input.remove_prefix(2 + payload.size());
  }
  return out.str();
}

void check(const std::string& bytes) {
  EntityGraph graph;
  const bool good = read(bytes, graph);
  std::ostringstream picture;
  write_node_link(picture, graph, {.top = 0, .min_weight = 0, .isolated = true});
  write_dot(picture, graph);
  if (!good) return;
  std::ostringstream again;
  write_records(again, graph);
  EntityGraph copy;
  require(read(again.str(), copy), "what is written is read");
  std::ostringstream third;
  write_records(third, copy);
  require(third.str() == again.str(), "what is read is written the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text_of(data, size);
  check(std::string(input));
  check(framed(input));
  graph::Contents contents;
  if (graph::decode(input, contents).empty()) {
    const std::string bytes = graph::encode(contents);
    graph::Contents again;
    require(graph::decode(bytes, again).empty(), "contents that were read can be written");
  }
  return 0;
}
