// Texts to one entity graph.
#include "read_graph.hpp"

#include <string>

#include "batch.hpp"
#include "output.hpp"

namespace dossier::cli {

void read_graph(const Common& common, const Engine& engine, Inputs& inputs, EntityGraph& graph, Tally& tally) {
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
        } else {
          graph.add(result.doc);
        }
        return true;
      });
  graph.freeze();
  tally.found = graph.nodes().size();
  if (graph.dropped_pairs() != 0 && !common.quiet)
    message(std::to_string(graph.dropped_pairs()) +
            " sentences name more entities than are paired; see docs/formats.md");
}

}  // namespace dossier::cli
