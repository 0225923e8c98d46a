// dossier merge: files of records as one, or as a graph.
#include <CLI/CLI.hpp>
#include <dossier/records.hpp>
#include <fstream>
#include <memory>

#include "choice.hpp"
#include "commands.hpp"
#include "overwrite.hpp"
#include "picture.hpp"

namespace dossier::cli {
namespace {

struct MergeCommand {
  std::vector<std::string> files = {};
  std::string output = "-";
  Picture picture = {.format = GraphFormat::records};
  MergeOptions merge = {};
  std::vector<std::string> dictionaries = {};
  bool no_english = false;
  bool quiet = false;
};

/// Records to a file, as they come.
class ToFile : public RecordSink {
 public:
  explicit ToFile(Output& output) : out_(output) {}
  void begin(const Schema& schema) override { writer_.emplace(out_, schema); }
  void take(const DocumentRecord& record) override { writer_->add(record); }
  void finish() { writer_->finish(); }

 private:
  OutputStream out_;
  std::optional<RecordWriter> writer_;
};

class ToGraph : public RecordSink {
 public:
  explicit ToGraph(EntityGraph& graph) : graph_(graph) {}
  void begin(const Schema& schema) override { schema_ = schema; }
  void take(const DocumentRecord& record) override { graph_.add(record, schema_); }

 private:
  EntityGraph& graph_;
  Schema schema_;
};

/// A graph with the names of the same dictionaries as dossier graph, so that it comes out the same.
std::optional<EntityGraph> make_graph(const MergeCommand& options, std::span<const RecordReader> readers) {
  Config config;
  config.english = !options.no_english;
  config.dictionaries = options.dictionaries;
  Diagnostics problems;
  const std::optional<Engine> engine = Engine::build(config, problems);
  for (const Diagnostic& problem : problems) message(to_string(problem));
  if (!engine) return std::nullopt;
  Schema schema;
  for (const RecordReader& reader : readers)
    for (const EntityType& type : reader.schema().entity_types()) schema = schema.with_type(type);
  std::optional<GraphOptions> how = graph_options(options.picture, *engine, schema);
  if (!how) return std::nullopt;
  return EntityGraph(*std::move(how));
}

int merge(const MergeCommand& options, std::span<RecordReader> readers, Output& output) {
  std::optional<Diagnostic> problem;
  if (options.picture.format == GraphFormat::records) {
    ToFile sink(output);
    problem = merge_records(readers, sink, options.merge);
    if (!problem) sink.finish();
  } else {
    std::optional<EntityGraph> graph = make_graph(options, readers);
    if (!graph) return ExitCode::usage;
    ToGraph sink(*graph);
    problem = merge_records(readers, sink, options.merge);
    if (!problem) write_picture(output, *graph, options.picture, options.quiet);
  }
  if (problem) {
    message(to_string(*problem));
    return ExitCode::damaged;
  }
  output.flush();
  if (output.error().empty()) return ExitCode::ok;
  message(output.error());
  return ExitCode::io;
}

int run(MergeCommand& options) {
  if (const std::optional<int> code = choose_files(options.picture, options.output, options.files)) return *code;
  if (would_overwrite(options.output, options.files)) return ExitCode::usage;
  Output output(options.output);
  if (options.picture.format == GraphFormat::records && output.is_terminal()) {
    message("records are no text for a terminal; name a file with -o, or a --format");
    return ExitCode::usage;
  }
  std::vector<std::ifstream> streams;
  std::vector<RecordReader> readers;
  streams.reserve(options.files.size());
  for (const std::string& file : options.files) {
    std::ifstream& in = streams.emplace_back(file, std::ios::binary);
    if (!in || in.peek() == std::ifstream::traits_type::eof()) {
      message(file + ": " + (in.is_open() ? "no records in it" : "cannot be read"));
      return ExitCode::io;
    }
    readers.emplace_back(in, file);
    if (readers.back().problem()) {
      message(to_string(*readers.back().problem()));
      return ExitCode::damaged;
    }
  }
  if (output.error().empty()) output.start();
  if (!output.error().empty()) {
    message(output.error());
    return ExitCode::io;
  }
  return merge(options, readers, output);
}

}  // namespace

void add_merge(CLI::App& app, int& code) {
  auto options = std::make_shared<MergeCommand>();
  CLI::App* command = app.add_subcommand("merge", "Join files of records, which dossier graph --partial wrote");
  command->footer(
      "Examples:\n"
      "  dossier graph --partial a.records a/ && dossier graph --partial b.records b/\n"
      "  dossier merge a.records b.records --format dot | dot -Tsvg -o all.svg\n"
      "  dossier merge a.records b.records -o all.records\n"
      "  dossier merge --newest all.records corrected.records -o new.records    # documents that came again\n"
      "  dossier merge --remove letters/17.txt all.records -o fewer.records");
  command->add_option("RECORDS", options->files, "Record files; their order does not matter without --newest")
      ->required();
  Choices<GraphFormat> formats = graph_formats();
  formats.emplace_back("records", GraphFormat::records);
  add_choice(*command, "--format", options->picture.format, formats,
             "Records again (the default), or the graph as dossier graph writes it");
  command->add_flag("--newest", options->merge.newest, "Of a document in several files keep what the last of them has");
  command->add_option("--remove", options->merge.remove, "Leave out the document of this id (repeatable)")
      ->allow_extra_args(false);
  add_view_options(*command, options->picture);
  command
      ->add_option("--dict", options->dictionaries,
                   "Dictionary that dossier graph was given (repeatable): for nicknames")
      ->allow_extra_args(false);
  command->add_flag("--no-english", options->no_english, "Do without the built-in dictionaries");
  command->add_option("-o,--output", options->output, "File to write, - for standard output");
  command->add_flag("-q,--quiet", options->quiet, "Say nothing but errors");
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
