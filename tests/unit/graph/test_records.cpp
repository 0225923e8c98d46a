#include <catch2/catch.hpp>
#include <dossier/records.hpp>
#include <sstream>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

DocumentRecord record(std::string_view id, std::string_view place = "Visby") {
  test::DocumentMaker make(id, place);
  make.mention(make.entity("LOCATION", place), place);
  return to_record(make.document());
}

std::string file_of(std::vector<DocumentRecord> records, const Schema& schema = Schema()) {
  RecordSorter sorter;
  for (DocumentRecord& one : records) sorter.add(std::move(one));
  std::ostringstream out;
  sorter.write(out, schema);
  return out.str();
}

// What is wrong with a file: "code message".
std::string fault_of(const std::string& bytes) {
  std::istringstream in(bytes);
  RecordReader reader(in, "f");
  while (reader.next() != nullptr) {
  }
  return reader.problem() ? reader.problem()->code + ' ' + reader.problem()->message : "";
}

class Ids : public RecordSink {
 public:
  void begin(const Schema& types) override { schema = types; }
  void take(const DocumentRecord& one) override { ids += one.id + std::to_string(one.bytes.size() % 10) + ' '; }
  Schema schema;
  std::string ids;
};

std::string merged(const std::vector<std::string>& files, const MergeOptions& options = {}) {
  std::vector<std::istringstream> streams;
  std::vector<RecordReader> readers;
  streams.reserve(files.size());
  for (const std::string& bytes : files) readers.emplace_back(streams.emplace_back(bytes), "f");
  Ids sink;
  const auto problem = merge_records(readers, sink, options);
  return problem ? to_string(*problem) : sink.ids;
}

TEST_CASE("records are written in order, each once, and read again") {
  const std::string bytes = file_of({record("b"), record("c"), record("a"), record("b")});
  std::istringstream in(bytes);
  RecordReader reader(in, "f");
  for (const std::string_view id : {"a", "b", "c"}) {
    const DocumentRecord* next = reader.next();
    REQUIRE(next != nullptr);
    CHECK(*next == record(id));
  }
  CHECK(reader.next() == nullptr);
  CHECK_FALSE(reader.problem());
  CHECK(fault_of(file_of({})) == "");
}

TEST_CASE("a sorter without room gives the same bytes") {
  std::vector<DocumentRecord> records;
  for (int i = 0; i < 50; ++i) records.push_back(record("d" + std::to_string(i * 7 % 50)));
  RecordSorter sorter(300);
  for (const DocumentRecord& one : records) sorter.add(one);
  std::ostringstream out;
  sorter.write(out, Schema());
  CHECK(out.str() == file_of(records));
}

TEST_CASE("a file that is cut off anywhere is refused") {
  const std::string bytes = file_of({record("a"), record("b")});
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK(fault_of(bytes.substr(0, size)) != "");
  CHECK(fault_of("") == "records.version not a record file of this version at byte 0");
  CHECK(fault_of(bytes.substr(0, bytes.size() - 1)).find("records.cut-off the file ends inside a record at byte ") ==
        0);
  CHECK(fault_of(bytes + "x").find("records.damaged something behind the end at byte ") == 0);
}

TEST_CASE("a changed byte is found wherever it stands") {
  const std::string bytes = file_of({record("a"), record("b")});
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    CHECK(fault_of(changed) != "");
  }
}

TEST_CASE("documents out of order are refused") {
  std::ostringstream out;
  RecordWriter writer(out, Schema());
  writer.add(record("b"));
  writer.add(record("a"));
  writer.finish();
  CHECK(fault_of(out.str()).find("records.order document \"a\" does not stand in its order at byte ") == 0);
}

TEST_CASE("files merge to one in any order; what stands in several counts once") {
  const std::string one = file_of({record("a"), record("c")});
  const std::string two = file_of({record("b"), record("c")});
  const std::string three = file_of({});
  CHECK(merged({one, two, three}) == merged({three, two, one}));
  CHECK(merged({one, two}) == merged({file_of({record("a"), record("b"), record("c")})}));
  CHECK(merged({}) == "");
}

TEST_CASE("documents that differ under one id are all kept, or the last file's only") {
  const std::string old = file_of({record("a"), record("b"), record("c")});
  const std::string newer = file_of({record("b", "Kalmar")});
  CHECK(merged({old, newer}) == merged({newer, old}));
  CHECK(merged({old, newer}) == merged({file_of({record("a"), record("b"), record("b", "Kalmar"), record("c")})}));
  CHECK(merged({old, newer}, {.newest = true}) == merged({file_of({record("a"), record("b", "Kalmar"), record("c")})}));
  CHECK(merged({newer, old}, {.newest = true}) == merged({old}));
  CHECK(merged({old}, {.remove = {"b", "x"}}) == merged({file_of({record("a"), record("c")})}));
}

TEST_CASE("the first damaged file is named") {
  const std::string bytes = file_of({record("a")});
  CHECK(merged({bytes, bytes.substr(0, bytes.size() - 3)}).find("f: error: the file ends inside a record") == 0);
  CHECK(merged({bytes, "text"}).find("not a record file") != std::string::npos);
}

TEST_CASE("types of one's own come with the file, the same from any order") {
  const Schema ship = Schema().with_type({"SHIP", true});
  const Schema ferry = Schema()
                           .with_type({"FERRY", true})
                           .with_relation({.name = "carries", .domain = {1U << 17U}, .range = {1}, .symmetric = true});
  const auto schema_of = [](const std::vector<std::string>& files) {
    std::vector<std::istringstream> streams;
    std::vector<RecordReader> readers;
    streams.reserve(files.size());
    for (const std::string& bytes : files) readers.emplace_back(streams.emplace_back(bytes), "f");
    Ids sink;
    CHECK_FALSE(merge_records(readers, sink));
    return file_of({}, sink.schema);
  };
  const std::string one = file_of({}, ship);
  const std::string two = file_of({}, ferry);
  CHECK(schema_of({one, two}) == schema_of({two, one}));
  std::istringstream in(schema_of({one, two}));
  const RecordReader reader(in, "f");
  const Schema& both = reader.schema();
  REQUIRE(both.find_type("SHIP"));
  REQUIRE(both.find_relation("carries"));
  const RelationType& carries = both.relation_types()[static_cast<std::size_t>(*both.find_relation("carries"))];
  CHECK(carries.symmetric);
  CHECK(carries.domain.has(*both.find_type("FERRY")));
  CHECK_FALSE(carries.domain.has(*both.find_type("SHIP")));
}

}  // namespace
}  // namespace dossier
