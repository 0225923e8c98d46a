// Texts into a folder of brat.
#include "brat.hpp"

#include <dossier/formats.hpp>

#include "batch.hpp"
#include "finish.hpp"
#include "folder.hpp"

namespace dossier::cli {
namespace {

/// Empty when all went well.
std::string write_file(const std::string& path, std::string_view bytes) {
  Output file(path);
  if (!file.error().empty()) return file.error();
  file.start();
  file.write(bytes);
  file.flush();
  return file.error().empty() ? std::string() : path + ": " + file.error();
}

/// The text as it was annotated, and its annotations.
std::string write_document(const std::string& path, const Document& doc, const std::vector<std::string>& types) {
  std::string error = write_file(path + ".txt", doc.text());
  if (!error.empty()) return error;
  std::string annotations;
  append_brat(annotations, doc, types);
  return write_file(path + ".ann", annotations);
}

}  // namespace

int write_brat(const Common& common, const Engine& engine, const std::vector<std::string>& types) {
  if (reads_folder(common.output, common.input.paths)) return ExitCode::usage;
  if (!make_folder(common.output, "brat")) return common.output == "-" ? ExitCode::usage : ExitCode::io;
  const Output none("-");
  Inputs inputs(common.input, none);
  std::string configuration;
  append_brat_configuration(configuration, engine.schema());
  std::string error = write_file(common.output + "/annotation.conf", configuration);
  Tally tally;
  FileNames names;
  run_batch(
      inputs, {.threads = common.threads, .progress = !common.no_progress},
      [&](const Record& record, Scratch& scratch) {
        Result result;
        result.damaged = !record.error_code.empty();
        if (!result.damaged)
          result.doc = engine.annotate(to_input(record), scratch);
        else
          result.out = record.id + ": " + record.error;
        return result;
      },
      [&](Result&& result) {
        ++tally.records;
        if (result.damaged) {
          ++tally.damaged;
          if (!common.quiet) message(result.out);
          return error.empty();
        }
        tally.found += result.doc.mentions().size();
        if (error.empty()) error = write_document(common.output + '/' + names.name(result.doc.id()), result.doc, types);
        return error.empty();
      });
  if (!error.empty()) {
    message(error);
    return ExitCode::io;
  }
  Output nothing("-");
  return finish(common, inputs, nothing, tally);
}

}  // namespace dossier::cli
