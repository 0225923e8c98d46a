// The account of a mention: what proposed it, which dictionary lines know it, which evidence spoke for and against it.
#include <cmath>
#include <dossier/engine.hpp>
#include <string>

#include "doc/builder.hpp"
#include "engine/parts.hpp"
#include "engine/pipeline.hpp"

namespace dossier {
namespace {

using recognize::Candidate;

Span span_of(const Scratch::Parts& scratch, const Candidate& candidate) {
  return {scratch.text.tokens[candidate.first].span.begin, scratch.text.tokens[candidate.last - 1].span.end};
}

/// The chosen candidate (of that type, unless none) that covers the place, else the best rejected one; null when
/// nothing was proposed there.
const Candidate* find(const Scratch::Parts& scratch, Span place, TypeId type) {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : scratch.work.candidates) {
    if (type != TypeId::none && candidate.type != type) continue;
    const Span span = span_of(scratch, candidate);
    if (!span.contains(place) && !(place.size() != 0 && span.overlaps(place))) continue;
    if (best == nullptr || (candidate.chosen && !best->chosen) ||
        (candidate.chosen == best->chosen && candidate.score > best->score))
      best = &candidate;
  }
  return best;
}

void add_entries(const engine::Job& job, const Candidate& candidate, Explanation& out) {
  const lexicon::Lexicon& lexicon = job.engine.recognizers.lexicon;
  const auto add = [&](lexicon::EntryId id) {
    const lexicon::Entry entry = lexicon.entry(id);
    out.reasons.push_back({"dictionary",
                           std::string(lexicon.class_name(entry.cls)) + " \"" + std::string(entry.form) + '"',
                           std::string(entry.file) + ':' + std::to_string(entry.line), 0.0F});
  };
  if (candidate.last - candidate.first > 1 && candidate.entry != lexicon::EntryId::none) add(candidate.entry);
  for (std::uint32_t t = candidate.first; t < candidate.last; ++t)
    for (lexicon::EntryId id : lexicon.entries(job.scratch.text.tokens[t])) add(id);
}

/// What proposed the candidate, and the rules that spoke for or against it.
void add_rules(const engine::Job& job, const Candidate& candidate, std::uint32_t index, Explanation& out) {
  const auto add = [&](std::uint32_t rule) {
    const rules::Rule& it = job.engine.rules.rules()[rule];
    out.reasons.push_back({it.hint ? "hint" : "rule", it.name, it.file + ':' + std::to_string(it.line), it.weight});
  };
  if (candidate.proposal == recognize::Proposal::rule)
    add(candidate.detail);
  else
    out.reasons.push_back(
        {"rule", std::string(recognize::proposal_names[static_cast<std::size_t>(candidate.proposal)]), {}, 0.0F});
  for (const recognize::Hint& hint : job.scratch.work.hints)
    if (hint.candidate == index) add(hint.rule);
}

void add_evidence(const engine::Job& job, const Candidate& candidate, Explanation& out) {
  const recognize::Weights& weights = job.engine.recognizers.weights;
  for (std::size_t i = 0; i < recognize::evidence_count; ++i) {
    if (((candidate.evidence[i >> 6] >> (i & 63U)) & 1U) == 0) continue;
    const auto evidence = static_cast<recognize::Evidence>(i);
    out.reasons.push_back({"evidence", std::string(recognize::name(evidence)),
                           "en/evidence.tsv:" + std::to_string(weights.line(evidence)), recognize::Weights::log_odds(weights[evidence])});
  }
}

void add_entity(const Document& doc, Span span, Explanation& out) {
  for (const Mention& mention : doc.mentions()) {
    if (mention.span != span || mention.entity == EntityId::none) continue;
    const std::size_t count = doc.mentions_of(mention.entity).size();
    out.reasons.push_back({"entity",
                           std::string(doc.name(mention.entity)) + " (" + std::to_string(count) +
                               (count == 1 ? " mention)" : " mentions)"),
                           {},
                           0.0F});
    return;
  }
}

/// ", counted from 2025-11-26, the day of writing"; empty for a date that says all itself.
std::string counted_from(const dates::TimeMention& date, const Document& doc) {
  if (!date.relative) return {};
  if (!date.told_from.empty()) return ", counted from " + date.told_from + ", spoken of before";
  return doc.date().empty() ? std::string() : ", counted from " + std::string(doc.date()) + ", the day of writing";
}

}  // namespace

Explanation Engine::explain(const Input& input, Span place) const {
  return explain_candidate(input, place, TypeId::none);
}

Explanation Engine::explain_candidate(const Input& input, Span place, TypeId type) const {
  Scratch scratch;
  Document doc;
  DocumentBuilder builder(doc);
  engine::Job job{*parts_, *scratch.parts_, builder};
  engine::annotate(job, input);
  Explanation out;
  const Candidate* candidate = find(*scratch.parts_, place, type);
  if (candidate == nullptr) return out;
  out.span = span_of(*scratch.parts_, *candidate);
  for (const Mention& mention : doc.mentions())
    out.found = out.found || (mention.type == candidate->type &&
                              (mention.span == out.span || (candidate->split != 0 && out.span.contains(mention.span))));
  out.type = candidate->type;
  out.score = recognize::probability(recognize::log_odds(*candidate));
  const std::vector<recognize::Candidate>& candidates = scratch.parts_->work.candidates;
  add_rules(job, *candidate, static_cast<std::uint32_t>(candidate - candidates.data()), out);
  if (candidate->type == TypeId::date) {
    const dates::TimeMention& date = scratch.parts_->work.dates[candidate->detail];
    out.score = date.score;
    out.reasons.push_back({"date", std::string(date.rule) + " = " + date.value + counted_from(date, doc), {}, 0.0F});
  }
  add_entries(job, *candidate, out);
  add_evidence(job, *candidate, out);
  add_entity(doc, out.span, out);
  return out;
}

}  // namespace dossier
