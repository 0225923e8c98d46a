// The date recognizer alone: the same steps as annotate() up to the dates, and no others.
#include <dossier/dates.hpp>
#include <utility>

#include "engine/load.hpp"
#include "engine/pipeline.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier {

struct DateReader::Parts {
  std::shared_ptr<const Engine::Parts> engine;
};

DateReader::DateReader(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

DateReader DateReader::english(const DateOptions& options) { return build(options, {}); }

DateReader DateReader::build(const DateOptions& options, const std::vector<std::string>& dictionaries) {
  Diagnostics problems;
  std::shared_ptr<const Engine::Parts> engine =
      engine::load_dates({.dictionaries = dictionaries, .dates = options}, problems);
  if (!engine) throw LoadError(std::move(problems));
  return DateReader(std::make_shared<const Parts>(Parts{std::move(engine)}));
}

Document DateReader::read(const Input& input, Scratch& scratch) const {
  Document doc;
  DocumentBuilder out(doc);
  const Engine::Parts& engine = *parts_->engine;
  Scratch::Parts& memory = *scratch.parts_;
  engine::Job job{engine, memory, out};
  out.share(engine.schema, engine.names);
  const text::Derived derived = engine::read_text(job, input);
  tokens::tokenize(out.text(), derived.blocks, {engine.config.max_sentence_tokens}, memory.text);
  engine.recognizers.lexicon.match(memory.text, memory.work.matches);
  memory.work.dates = dates::find_dates({memory.text, engine.recognizers.lexicon, memory.work.matches},
                                        find_anchor(job, input, derived), engine.config.dates, memory.work.date_memory);
  engine::report_impossible_dates(job);
  out.mentions().reserve(memory.work.dates.size());
  for (const dates::TimeMention& date : memory.work.dates) {
    if (date.invalid) continue;
    Mention& mention = out.mentions().emplace_back();
    mention.span = date.span;
    mention.type = TypeId::date;
    mention.time = date.kind;
    mention.mod = date.mod;
    mention.score = date.score;
    mention.value = out.store(date.value);
  }
  return doc;
}

Document DateReader::read(const Input& input) const {
  Scratch scratch;
  return read(input, scratch);
}

}  // namespace dossier
