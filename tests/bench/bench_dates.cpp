// Speed of the date recognizer alone against a yardstick: ICU's word BreakIterator over the same UTF-8 in the same
// process.
//
//   bench_dates [--rounds N] FILE.jsonl ...
//
// Each round runs every stage once over all documents, one document per call, so that disturbances of the machine hit
// all stages alike; medians of thread CPU time are reported, and the ratio to the yardstick. FILE holds JSON objects
// with a "text" member.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dossier/dates.hpp>
#include <dossier/engine.hpp>
#include <functional>
#include <string>
#include <vector>

#include "icu_words.hpp"
#include "measuring.hpp"

namespace {

struct Stage {
  const char* name;
  std::function<std::uint64_t(const std::string&)> run;  // returns something that depends on all work
  std::vector<double> seconds = {};
};

}  // namespace

int main(int argc, char** argv) {
  using dossier::bench::cpu_seconds;
  using dossier::bench::median;
  int rounds = 7;
  int first = 1;
  if (argc > 2 && std::strcmp(argv[1], "--rounds") == 0) {
    rounds = std::max(1, std::atoi(argv[2]));
    first = 3;
  }
  const std::vector<std::string> texts = dossier::bench::read_texts(argc, argv, first);
  if (texts.empty()) {
    std::fprintf(stderr, "bench_dates: give JSON-lines files of real texts\n");
    return 2;
  }
  double bytes = 0;
  for (const std::string& text : texts) bytes += static_cast<double>(text.size());

  const dossier::DateReader reader = dossier::DateReader::english();
  dossier::bench::IcuWords icu;
  dossier::Scratch scratch;
  std::vector<Stage> stages;
  stages.push_back({"ICU word BreakIterator", [&](const std::string& text) { return icu.count(text); }});
  stages.push_back({"dates", [&](const std::string& text) {
                      const dossier::Document doc = reader.read({.text = text, .date = "2024-05-14"}, scratch);
                      return doc.mentions().size();
                    }});
  std::uint64_t found = 0;
  for (int round = 0; round < rounds; ++round)
    for (Stage& stage : stages) {
      const double begin = cpu_seconds();
      found = 0;
      for (const std::string& text : texts) found += stage.run(text);
      stage.seconds.push_back(cpu_seconds() - begin);
    }

  std::printf("%zu documents, %.2f MB, %d rounds, %llu dates\n", texts.size(), bytes / 1e6, rounds,
              static_cast<unsigned long long>(found));
  dossier::bench::print_stages(stages, bytes);
  return 0;
}
