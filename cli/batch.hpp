// Works on many records with several threads and hands the results over in the order of the input.
#pragma once

#include <cstdint>
#include <dossier/engine.hpp>
#include <dossier/records.hpp>
#include <functional>
#include <string>
#include <vector>

#include "inputs.hpp"

namespace dossier::cli {

/// What became of a record: the document and whatever was written of it.
struct Result {
  Document doc;
  DocumentRecord record;  ///< of the document, where that is enough
  std::string out;
  std::uint64_t found = 0;  ///< mentions that were asked for
  bool damaged = false;     ///< the record could not be read
};

struct BatchOptions {
  unsigned threads = 1;  ///< worker threads
  bool at_once = false;  ///< work on what has been read rather than wait for more
  bool progress = true;
};

/// Makes one result from a record; called from several threads at once, each with its own scratch.
using Work = std::function<Result(const Record&, Scratch&)>;
/// Takes the results in input order; called by one thread at a time, not always the same; false ends the work.
using Take = std::function<bool(Result&&)>;

/// Reads all records, works, hands over. Memory holds a few records per thread at a time. Results do not depend on the
/// number of threads. What `work` or `take` throws ends the work and is thrown again.
void run_batch(Inputs& inputs, const BatchOptions& options, const Work& work, const Take& take);

/// The engine's input for a record. Views of the record: REQUIRES the record to outlive it.
[[nodiscard]] Input to_input(const Record& record);

}  // namespace dossier::cli
