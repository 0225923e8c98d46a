// The account of something that was not found: of an edge, the conditions that fail one after the other, and last the
// rules that came nearest.
#include <algorithm>
#include <dossier/engine.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/suggest.hpp"
#include "doc/builder.hpp"
#include "engine/parts.hpp"
#include "engine/pipeline.hpp"

namespace dossier {
namespace {

constexpr std::size_t most_misses = 3;  // of one sentence

/// Equal but for the case of ASCII letters.
bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_called(const Document& doc, EntityId id, std::string_view name) {
  const auto aliases = doc.aliases(id);
  return same_name(doc.name(id), name) || std::any_of(aliases.begin(), aliases.end(), [&](const StringRef& alias) {
           return same_name(doc.string(alias), name);
         });
}

std::vector<EntityId> called(const Document& doc, std::string_view name) {
  std::vector<EntityId> out;
  for (std::size_t i = 0; i < doc.entities().size(); ++i)
    if (is_called(doc, static_cast<EntityId>(i), name)) out.push_back(static_cast<EntityId>(i));
  return out;
}

/// The words that a sentence has for the entities, in its order.
std::vector<std::string_view> words_of(const Document& doc, Span sentence,
                                       std::initializer_list<const std::vector<EntityId>*> entities) {
  std::vector<std::string_view> out;
  for (const Mention& mention : doc.mentions())
    for (const std::vector<EntityId>* ids : entities)
      if (sentence.contains(mention.span) && std::find(ids->begin(), ids->end(), mention.entity) != ids->end())
        out.push_back(doc.text(mention.span));
  return out;
}

bool names_one(const Document& doc, Span sentence, const std::vector<EntityId>& entities) {
  return std::any_of(doc.mentions().begin(), doc.mentions().end(), [&](const Mention& mention) {
    return sentence.contains(mention.span) &&
           std::find(entities.begin(), entities.end(), mention.entity) != entities.end();
  });
}

/// The nearest misses: those whose words name the most of `names`, then those with the most items.
void add_misses(const rules::RuleSet& rules, const rules::Trace& trace, const std::vector<std::string_view>& names,
                std::vector<Reason>& out) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < trace.misses.size(); ++i)
    if (trace.misses[i].matched > 0) order.push_back(i);
  const auto named = [&](std::size_t i) {
    return std::count_if(names.begin(), names.end(),
                         [&](std::string_view name) { return trace.misses[i].words.find(name) != std::string::npos; });
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(named(a), trace.misses[a].matched) > std::pair(named(b), trace.misses[b].matched);
  });
  if (order.size() > most_misses) order.resize(most_misses);
  for (const std::size_t i : order) {
    const rules::Rule& rule = rules.rules()[i];
    const rules::NearMiss& miss = trace.misses[i];
    out.push_back({"near",
                   rule.name + " matched \"" + miss.words + "\", then needed " + miss.needed + " and found " +
                       (miss.found.empty() ? std::string("the end") : '"' + miss.found + '"'),
                   rule.file + ':' + std::to_string(rule.line), 0.0F});
  }
}

rules::Trace make_trace(const rules::RuleSet& rules, RelationTypeId relation) {
  rules::Trace trace;
  for (const rules::Rule& rule : rules.rules()) trace.wanted.push_back(rule.relation == relation ? 1 : 0);
  trace.misses.resize(trace.wanted.size());
  return trace;
}

/// Says that nothing has the name, and what has one like it.
Reason missing(const Document& doc, std::string_view name) {
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < doc.entities().size(); ++i) known.push_back(doc.name(static_cast<EntityId>(i)));
  return {"missing", "no entity is called \"" + std::string(name) + '"' + base::suggestion(name, known), {}, 0.0F};
}

std::string type_names(const Document& doc, const std::vector<EntityId>& ids) {
  std::string out;
  for (const EntityId id : ids) {
    const std::string_view name = doc.type_name(doc.entities()[static_cast<std::size_t>(id)].type);
    if (out.find(name) == std::string::npos) out += (out.empty() ? "" : " or ") + std::string(name);
  }
  return out;
}

}  // namespace

std::vector<Reason> Engine::why_not(const Input& input, std::string_view subject, RelationTypeId relation,
                                    std::string_view object) const {
  Scratch scratch;
  Document doc;
  DocumentBuilder builder(doc);
  engine::Job job{*parts_, *scratch.parts_, builder};
  engine::annotate(job, input);
  std::vector<Reason> out;
  const std::vector<EntityId> subjects = called(doc, subject);
  const std::vector<EntityId> objects = called(doc, object);
  if (subjects.empty()) out.push_back(missing(doc, subject));
  if (objects.empty()) out.push_back(missing(doc, object));
  if (!out.empty()) return out;
  const auto has = [](const std::vector<EntityId>& ids, EntityId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  const bool symmetric = parts_->schema->relation_types()[static_cast<std::size_t>(relation)].symmetric;
  for (const Relation& it : doc.relations())
    if (it.type == relation && ((has(subjects, it.subject) && has(objects, it.object)) ||
                                (symmetric && has(subjects, it.object) && has(objects, it.subject))))
      return out;
  const auto type_of = [&](EntityId id) { return doc.entities()[static_cast<std::size_t>(id)].type; };
  const bool allowed = std::any_of(subjects.begin(), subjects.end(), [&](EntityId s) {
    return std::any_of(objects.begin(), objects.end(),
                       [&](EntityId o) { return parts_->schema->allows(relation, type_of(s), type_of(o)); });
  });
  const std::string name(parts_->schema->name(relation));
  if (!allowed) {
    out.push_back({"types",
                   name + " does not hold from " + type_names(doc, subjects) + " to " + type_names(doc, objects),
                   {},
                   0.0F});
    return out;
  }
  for (const Span sentence : doc.sentences()) {
    if (!names_one(doc, sentence, subjects) || !names_one(doc, sentence, objects)) continue;
    out.push_back({"sentence", std::string(doc.text(sentence)), {}, 0.0F});
    rules::Trace trace = make_trace(parts_->rules, relation);
    relate::Workspace work;
    work.matches.trace = &trace;
    std::vector<relate::Statement> statements;
    std::vector<Issue> issues;
    relate::find_relations({scratch.parts_->text, parts_->recognizers.lexicon, scratch.parts_->work.matches,
                            parts_->rules, doc.mentions(), *parts_->schema},
                           {.max_sentence_mentions = parts_->config.max_sentence_mentions, .only = sentence}, work,
                           statements, issues);
    const std::size_t before = out.size();
    add_misses(parts_->rules, trace, words_of(doc, sentence, {&subjects, &objects}), out);
    for (std::size_t rule = 0; rule < work.matches.counts.size(); ++rule) {
      const rules::Rule& it = parts_->rules.rules()[rule];
      if (trace.wanted[rule] != 0 && work.matches.counts[rule].hits != 0)
        out.push_back(
            {"near", it.name + " matched other words of the sentence", it.file + ':' + std::to_string(it.line), 0.0F});
    }
    if (out.size() == before) out.push_back({"near", "no rule of " + name + " was even begun", {}, 0.0F});
  }
  if (out.empty()) out.push_back({"sentence", "no sentence names both", {}, 0.0F});
  return out;
}

Explanation Engine::explain(const Input& input, Span place, TypeId type) const {
  Explanation out = explain_candidate(input, place, type);
  if (!out.reasons.empty()) return out;
  const Document doc = annotate(input);
  const auto sentence = std::find_if(doc.sentences().begin(), doc.sentences().end(),
                                     [&](Span it) { return it.contains(place) || it.overlaps(place); });
  if (sentence == doc.sentences().end()) return out;
  Scratch scratch;
  rules::Trace trace;
  for (const rules::Rule& rule : parts_->rules.rules()) trace.wanted.push_back(rule.mention == type ? 1 : 0);
  trace.misses.resize(trace.wanted.size());
  scratch.parts_->work.rule_matches.trace = &trace;
  static_cast<void>(annotate(Input{.text = doc.text(*sentence)}, scratch));
  add_misses(parts_->rules, trace, {}, out.reasons);
  return out;
}

}  // namespace dossier
