// annotate(): the steps in their order.
#include "engine/pipeline.hpp"
#include "recognize/restore.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::engine {
namespace {

void write_sentences(Job& job) {
  const tokens::TokenizedText& text = job.scratch.text;
  job.out.sentences().reserve(text.sentences.size());
  for (const tokens::Sentence& sentence : text.sentences)
    if (sentence.first < sentence.last)
      job.out.sentences().push_back({text.tokens[sentence.first].span.begin, text.tokens[sentence.last - 1].span.end});
  if (text.split_sentences != 0)
    job.out.issues().push_back(
        {"limit.sentence-tokens", "sentences that are too long were cut", {}, text.split_sentences});
}

}  // namespace

void annotate(Job& job, const Input& input) {
  const Engine::Parts& engine = job.engine;
  Scratch::Parts& scratch = job.scratch;
  job.out.share(engine.schema, engine.names);
  const text::Derived derived = read_text(job, input);
  tokens::tokenize(job.out.text(), derived.blocks, {engine.config.max_sentence_tokens}, scratch.text);
  engine.recognizers.lexicon.match(scratch.text, scratch.work.matches);
  recognize::restore_capitals(engine.recognizers.lexicon, scratch.text, scratch.work.matches);
  write_sentences(job);
  const std::optional<dates::Anchor> anchor = find_anchor(job, input, derived);
  recognize::find_candidates(scratch.text, engine.recognizers, anchor, scratch.work);
  report_impossible_dates(job);
  write_mentions(job);
  link_mentions(job);
  write_entities(job);
  if (engine.config.extents) write_extents(job);
}

}  // namespace dossier::engine
