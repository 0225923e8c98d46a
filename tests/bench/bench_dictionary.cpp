// What a large dictionary costs: opening its image, finding its entries in texts, and the whole pipeline with and
// without.
//
//   make_dictionary.py 1000000 > big.tsv
//   dossier dict build big.tsv -o big.image && dossier dict build big.tsv --no-english -o own.image
//   bench_dictionary [--rounds N] big.image own.image FILE.jsonl ...
//
// Rounds alternate between the engines, so that disturbances of the machine hit both; medians of thread CPU time.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dossier/dictionary.hpp>
#include <dossier/formats.hpp>
#include <string>
#include <vector>

#include "measuring.hpp"

namespace {

using dossier::bench::cpu_seconds;
using dossier::bench::median;
using dossier::bench::read_texts;

template <typename Work>
double seconds_of(Work work) {
  const double before = cpu_seconds();
  work();
  return cpu_seconds() - before;
}

}  // namespace

int main(int argc, char** argv) {
  int rounds = 9;
  int first = 1;
  if (argc > 2 && std::strcmp(argv[1], "--rounds") == 0) {
    rounds = std::max(1, std::atoi(argv[2]));
    first = 3;
  }
  if (argc < first + 3) {
    std::fputs("usage: bench_dictionary [--rounds N] IMAGE IMAGE_WITHOUT_ENGLISH FILE.jsonl ...\n", stderr);
    return 2;
  }
  const std::vector<std::string> texts = read_texts(argc, argv, first + 2);
  double bytes = 0;
  for (const std::string& text : texts) bytes += static_cast<double>(text.size());

  dossier::Diagnostics problems;
  std::optional<dossier::Dictionary> own;
  const double open_own = seconds_of(
      [&] { own = dossier::Dictionary::load({.english = false, .dictionaries = {argv[first + 1]}}, problems); });
  const dossier::Engine english = dossier::Engine::english();
  std::optional<dossier::Engine> large;
  const double open_large =
      seconds_of([&] { large = dossier::Engine::build({.dictionaries = {argv[first]}}, problems); });
  for (const dossier::Diagnostic& problem : problems) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
  if (!own || !large || texts.empty()) return 2;

  dossier::Scratch scratch_english;
  dossier::Scratch scratch_large;
  std::vector<double> plain;
  std::vector<double> with;
  std::vector<double> find;
  std::size_t found = 0;
  for (int round = 0; round < rounds; ++round) {
    plain.push_back(seconds_of([&] {
      for (const std::string& text : texts) (void)english.annotate({.text = text}, scratch_english);
    }));
    with.push_back(seconds_of([&] {
      for (const std::string& text : texts) (void)large->annotate({.text = text}, scratch_large);
    }));
    find.push_back(seconds_of([&] {
      found = 0;
      for (const std::string& text : texts) found += own->find(text, dossier::Overlap::leftmost).size();
    }));
  }
  const auto rate = [&](const std::vector<double>& seconds) { return bytes / median(seconds) / 1e6; };
  std::printf("%zu entries, %.1f MB, %.1f bytes an entry; texts %.1f MB\n", own->size(),
              static_cast<double>(own->image_bytes()) / 1e6,
              static_cast<double>(own->image_bytes()) / static_cast<double>(own->size()), bytes / 1e6);
  std::printf("open the dictionary         %8.2f ms\n", 1e3 * open_own);
  std::printf("build the engine            %8.2f ms (its rules are compiled)\n", 1e3 * open_large);
  std::printf("find, leftmost              %8.1f MB/s, %zu matches\n", rate(find), found);
  std::printf("annotate, English           %8.1f MB/s\n", rate(plain));
  std::printf("annotate, and the large one %8.1f MB/s: %+.1f %% time\n", rate(with),
              100.0 * (median(with) / median(plain) - 1.0));
  return 0;
}
