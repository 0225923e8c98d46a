// Texts to records, and to one entity graph.
#include "read_graph.hpp"

#include <utility>

#include "batch.hpp"
#include "output.hpp"

namespace dossier::cli {

void read_texts(const Common& common, const Engine& engine, Inputs& inputs, Tally& tally,
                const std::function<void(DocumentRecord&&)>& take) {
  run_batch(
      inputs, {.threads = common.threads, .progress = !common.no_progress},
      [&](const Record& record, Scratch& scratch) {
        Result result;
        result.damaged = !record.error_code.empty();
        if (result.damaged)
          result.out = record.id + ": " + record.error;
        else
          result.record = to_record(engine.annotate(to_input(record), scratch));
        return result;
      },
      [&](Result&& result) {
        ++tally.records;
        tally.damaged += result.damaged ? 1U : 0U;
        if (!result.damaged)
          take(std::move(result.record));
        else if (!common.quiet)
          message(result.out);
        return true;
      });
}

void read_graph(const Common& common, const Engine& engine, Inputs& inputs, EntityGraph& graph, Tally& tally) {
  read_texts(common, engine, inputs, tally,
             [&](DocumentRecord&& record) { graph.add(std::move(record), engine.schema()); });
  graph.freeze();
  tally.found = graph.nodes().size();
}

}  // namespace dossier::cli
