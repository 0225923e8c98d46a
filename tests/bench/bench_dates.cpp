// Speed of the date recognizer alone against a yardstick: ICU's word BreakIterator over the same UTF-8 in the same
// process.
//
//   bench_dates [--rounds N] FILE.jsonl ...
//
// Each round runs every stage once over all documents, one document per call, so that disturbances of the machine hit
// all stages alike; medians of thread CPU time are reported, and the ratio to the yardstick. The stages before the last
// are parts of it: what each costs is the difference to the one before. At the end stands how much of the texts lies in
// sentences with a word or digits that may be a time, and with a date: what a reader that skips the others must read.
// FILE holds JSON objects with a "text" member.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dossier/dates.hpp>
#include <dossier/engine.hpp>
#include <functional>
#include <string>
#include <vector>

#include "dates/items.hpp"
#include "engine/load.hpp"
#include "icu_words.hpp"
#include "measuring.hpp"
#include "tokens/tokenizer.hpp"

namespace {

using dossier::Document;
namespace dates = dossier::dates;
namespace lexicon = dossier::lexicon;
namespace tokens = dossier::tokens;

struct Stage {
  const char* name;
  std::function<std::uint64_t(const std::string&)> run;  // returns something that depends on all work
  std::vector<double> seconds = {};
};

/// Bytes in sentences that may have a date, and that have one.
struct Shares {
  std::uint64_t triggered = 0;
  std::uint64_t dated = 0;

  void add(const Document& doc, const dates::Source& source) {
    dates::ItemMemory memory;
    dates::ItemMaker maker(source, memory);
    std::size_t next = 0;  // of the mentions
    for (std::uint32_t i = 0; i < source.text.sentences.size(); ++i) {
      const tokens::Sentence& sentence = source.text.sentences[i];
      const std::uint32_t begin = source.text.tokens[sentence.first].span.begin;
      const std::uint32_t end = source.text.tokens[sentence.last - 1].span.end;
      if (!maker.find_windows(i, i + 1).empty()) triggered += end - begin;
      const std::size_t before = next;
      while (next < doc.mentions().size() && doc.mentions()[next].span.begin < end) ++next;
      if (next != before) dated += end - begin;
    }
  }
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
  dossier::Diagnostics problems;
  const auto parts = dossier::engine::load_dates({}, problems);
  if (!parts) return 1;
  const lexicon::Lexicon& dictionaries = parts->recognizers.lexicon;
  tokens::TokenizedText cut;
  lexicon::Matches matches;
  dossier::Scratch scratch;
  std::vector<Stage> stages;
  stages.push_back({"ICU word BreakIterator", [&](const std::string& text) { return icu.count(text); }});
  stages.push_back({"tokens and sentences", [&](const std::string& text) {
                      tokens::tokenize(text, {}, {}, cut);
                      return cut.sentences.size();
                    }});
  stages.push_back({"and dictionaries", [&](const std::string& text) {
                      tokens::tokenize(text, {}, {}, cut);
                      dictionaries.match(cut, matches);
                      return matches.classes.size();
                    }});
  stages.push_back({"dates", [&](const std::string& text) {
                      const Document doc = reader.read({.text = text, .date = "2024-05-14"}, scratch);
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
  Shares shares;
  for (const std::string& text : texts) {
    const Document doc = reader.read({.text = text, .date = "2024-05-14"}, scratch);
    tokens::tokenize(doc.text(), {}, {}, cut);
    dictionaries.match(cut, matches);
    shares.add(doc, {cut, dictionaries, matches});
  }
  std::printf("in sentences that may have a date %.0f %%, that have one %.0f %%\n",
              100.0 * static_cast<double>(shares.triggered) / bytes, 100.0 * static_cast<double>(shares.dated) / bytes);
  return 0;
}
