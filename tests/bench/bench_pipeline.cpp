// Speed of the pipeline against a yardstick: ICU's word BreakIterator over the same UTF-8 in the same process.
//
//   bench_pipeline [--rounds N] [FILE.jsonl ...]
//
// Each round runs every stage once over all documents, one document per call, so that disturbances of the machine hit
// all stages alike; medians of thread CPU time are reported, and the ratio to the yardstick. FILE holds JSON objects
// with a "text" member. Without files a synthetic text is made, whose figures say nothing and are marked so.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dossier/engine.hpp>
#include <dossier/formats.hpp>
#include <functional>
#include <string>
#include <vector>

#include "engine/english.hpp"
#include "icu_words.hpp"
#include "lexicon/lexicon.hpp"
#include "measuring.hpp"
#include "tokens/tokenizer.hpp"

namespace {

using dossier::bench::cpu_seconds;
using dossier::bench::median;
using dossier::bench::read_texts;

using dossier::Document;

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// Sentences put together from a few words; a fixed generator, so that every run has the same text.
std::vector<std::string> make_texts() {
  static constexpr const char* words[] = {"the",  "minister",  "said",  "Anna",  "Keller",  "of",   "Northern",
                                          "Bank", "in",        "Oslo",  "on",    "Tuesday", "that", "talks",
                                          "with", "President", "Okoye", "would", "resume",  "next", "week"};
  std::vector<std::string> texts(400);
  std::uint64_t state = 42;
  for (std::string& text : texts) {
    for (int i = 0; i < 400; ++i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      text += words[(state >> 33) % std::size(words)];
      text += i % 17 == 16 ? ". " : " ";
    }
  }
  return texts;
}

struct Stage {
  const char* name;
  std::function<std::uint64_t()> run;  // returns something that depends on all work
  std::vector<double> seconds = {};
};

}  // namespace

int main(int argc, char** argv) {
  int rounds = 7;
  int first = 1;
  if (argc > 2 && std::strcmp(argv[1], "--rounds") == 0) {
    rounds = std::max(1, std::atoi(argv[2]));
    first = 3;
  }
  const double before_start = cpu_seconds();
  const auto wall_start = std::chrono::steady_clock::now();
  const dossier::Engine engine = dossier::Engine::english();
  (void)engine.annotate("Warm.");
  const double start_ms = 1000.0 * (cpu_seconds() - before_start);
  const double start_wall =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall_start).count();

  std::vector<std::string> texts = read_texts(argc, argv, first);
  const bool synthetic = texts.empty();
  if (synthetic) texts = make_texts();
  double bytes = 0;
  for (const std::string& text : texts) bytes += static_cast<double>(text.size());

  dossier::Diagnostics problems;
  const auto lexicon = dossier::lexicon::Lexicon::open(dossier::engine::english_image(), problems);
  dossier::bench::IcuWords icu;
  dossier::tokens::TokenizedText tokens;
  dossier::Scratch scratch;
  std::uint64_t mentions = 0;
  std::uint64_t relations = 0;
  std::string json;
  const auto each = [&](auto&& work) {
    std::uint64_t sum = 0;
    for (const std::string& text : texts) sum += work(text);
    return sum;
  };
  dossier::lexicon::Matches matches;
  std::vector<Stage> stages;
  stages.push_back(
      {"ICU word BreakIterator", [&] { return each([&](const std::string& t) { return icu.count(t); }); }});
  stages.push_back({"tokenize", [&] {
                      return each([&](const std::string& t) {
                        dossier::tokens::tokenize(t, {}, {}, tokens);
                        return tokens.tokens.size();
                      });
                    }});
  stages.push_back({"tokenize + lexicon", [&] {
                      return each([&](const std::string& t) {
                        dossier::tokens::tokenize(t, {}, {}, tokens);
                        lexicon->match(tokens, matches);
                        return matches.phrases.size();
                      });
                    }});
  stages.push_back({"annotate", [&] {
                      mentions = relations = 0;
                      return each([&](const std::string& t) {
                        const Document doc = engine.annotate({.text = t, .date = "2024-05-14"}, scratch);
                        mentions += doc.mentions().size();
                        relations += doc.relations().size();
                        return doc.entities().size();
                      });
                    }});
  stages.push_back({"annotate + JSON lines", [&] {
                      return each([&](const std::string& t) {
                        const Document doc = engine.annotate({.text = t, .date = "2024-05-14"}, scratch);
                        json.clear();
                        dossier::append_json(json, doc);
                        return json.size();
                      });
                    }});
  std::uint64_t check = 0;
  for (int round = 0; round < rounds; ++round)
    for (Stage& stage : stages) {
      const double begin = cpu_seconds();
      check += stage.run();
      stage.seconds.push_back(cpu_seconds() - begin);
    }

  if (synthetic) std::printf("SYNTHETIC TEXT: these figures say nothing; give JSON-lines files of real texts\n");
  std::printf("%zu documents, %.2f MB, %d rounds, check %llu\n", texts.size(), bytes / 1e6, rounds,
              static_cast<unsigned long long>(check));
  dossier::bench::print_stages(stages, bytes);
  std::printf("mentions %.2f per kB, relations %.2f per kB; start-up %.1f ms CPU, %.1f ms wall; peak memory %ld kB\n",
              1000.0 * static_cast<double>(mentions) / bytes, 1000.0 * static_cast<double>(relations) / bytes, start_ms,
              start_wall, peak_kilobytes());
  return 0;
}
