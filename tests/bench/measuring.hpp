// What the benchmarks share: time, medians, texts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <dossier/formats.hpp>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace dossier::bench {

/// Of this thread.
inline double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// REQUIRES: there are values.
inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// The member "text" of every line of the files argv[first] and on.
inline std::vector<std::string> read_texts(int argc, char** argv, int first) {
  std::vector<std::string> texts;
  JsonLineReader reader;
  for (int i = first; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    std::uint64_t number = 0;
    for (std::string line; std::getline(file, line);) {
      JsonRecord record = reader.read(line, ++number);
      if (record.error_code.empty()) texts.push_back(std::move(record.text));
    }
  }
  return texts;
}

/// A line for each stage (members `name` and `seconds`, one a round); the first stage is the yardstick. Medians.
template <typename Stages>
void print_stages(const Stages& stages, double bytes) {
  const double yardstick = median(stages.front().seconds);
  for (const auto& stage : stages) {
    const double seconds = median(stage.seconds);
    std::printf("%-24s %8.1f MB/s  %5.2f x yardstick   (best %.1f, worst %.1f)\n", stage.name, bytes / seconds / 1e6,
                yardstick / seconds, bytes / *std::min_element(stage.seconds.begin(), stage.seconds.end()) / 1e6,
                bytes / *std::max_element(stage.seconds.begin(), stage.seconds.end()) / 1e6);
  }
}

}  // namespace dossier::bench
