// Runs a fuzz target without a fuzzer: on its seeds and on a fixed number of changes of them, so that every build with
// any compiler repeats the same inputs in a few seconds.
//
//   fuzz_rules_replay [-mutations=N] [-dict=FILE] PATH ...     PATH: an input, or a folder of seeds
//
// The input under way stands in fuzz_rules_replay.input in the working folder until it has passed, so that a crash or a
// hang leaves behind what caused it; given as PATH it is run again. An input that takes longer than five seconds fails.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "mutate.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds longest{5};

struct Arguments {
  std::vector<std::filesystem::path> paths = {};
  std::string dictionary = {};
  std::size_t mutations = 0;  // of each seed
};

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

Arguments parse(int count, char** values) {
  Arguments out;
  for (int i = 1; i < count; ++i) {
    const std::string value = values[i];
    if (value.starts_with("-mutations="))
      out.mutations = std::stoul(value.substr(11));
    else if (value.starts_with("-dict="))
      out.dictionary = value.substr(6);
    else
      out.paths.emplace_back(value);
  }
  return out;
}

// Files by name, those of a folder sorted: folders are walked in another order on each machine.
std::vector<std::filesystem::path> files_in(const std::vector<std::filesystem::path>& paths) {
  std::vector<std::filesystem::path> out;
  for (const std::filesystem::path& path : paths) {
    if (!std::filesystem::is_directory(path)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::filesystem::path> inside;
    for (const auto& entry : std::filesystem::directory_iterator(path))
      if (entry.is_regular_file()) inside.push_back(entry.path());
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

// The pieces of a libFuzzer dictionary: a line is "..." with \" \\ and \xHH, or a comment.
std::vector<std::string> pieces_of(const std::string& dictionary) {
  std::vector<std::string> out;
  if (dictionary.empty()) return out;
  std::ifstream in(dictionary);
  if (!in) throw std::runtime_error("cannot read " + dictionary);
  for (std::string line; std::getline(in, line);) {
    if (line.size() < 2 || line.front() != '"' || line.back() != '"') continue;
    std::string piece;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      if (line[i] != '\\') {
        piece += line[i];
      } else if (line[++i] == 'x') {
        piece += static_cast<char>(std::stoi(line.substr(i + 1, 2), nullptr, 16));
        i += 2;
      } else {
        piece += line[i];
      }
    }
    out.push_back(piece);
  }
  return out;
}

class Runner {
 public:
  explicit Runner(std::string under_way) : under_way_(std::move(under_way)) {}

  void run(const std::string& input, const std::string& name) {
    std::ofstream(under_way_, std::ios::binary) << input;
    const Clock::time_point begin = Clock::now();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    const Clock::duration took = Clock::now() - begin;
    if (took > longest) throw std::runtime_error(name + " takes longer than 5 seconds");
    if (took > slowest_) {
      slowest_ = took;
      slowest_name_ = name;
    }
    ++inputs_;
  }
  void report() const {
    std::filesystem::remove(under_way_);
    std::cout << inputs_ << " inputs, the slowest took "
              << std::chrono::duration_cast<std::chrono::microseconds>(slowest_).count() << " us: " << slowest_name_
              << '\n';
  }

 private:
  std::string under_way_;
  Clock::duration slowest_{};
  std::string slowest_name_;
  std::size_t inputs_ = 0;
};

void replay(const Arguments& arguments, Runner& runner) {
  const std::vector<std::filesystem::path> files = files_in(arguments.paths);
  if (files.empty()) throw std::runtime_error("there are no inputs");
  std::vector<std::string> seeds;
  for (const std::filesystem::path& file : files) {
    seeds.push_back(read(file));
    runner.run(seeds.back(), file.filename().string());
  }
  if (arguments.mutations == 0) return;
  runner.run("", "the empty input");
  const std::vector<std::string> pieces = pieces_of(arguments.dictionary);
  for (std::size_t seed = 0; seed < seeds.size(); ++seed) {
    // A number for each seed: another seed more changes the inputs of the others only where it is spliced in.
    dossier::fuzz::Mutator mutated(seeds, pieces, static_cast<unsigned>(seed + 1));
    for (std::size_t i = 0; i < arguments.mutations; ++i)
      runner.run(mutated(seeds[seed]), files[seed].filename().string() + " changed, number " + std::to_string(i));
  }
}

}  // namespace

int main(int count, char** values) try {
  const std::filesystem::path program = values[0];
  Runner runner(program.stem().string() + ".input");
  replay(parse(count, values), runner);
  runner.report();
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
