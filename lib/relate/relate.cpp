// The steps of one sentence in order: items, role phrases, noun phrases, lists, verbs, subjects, clauses; rules see
// each stage.
#include "relate/relate.hpp"

#include <algorithm>
#include <string>

#include "relate/claims.hpp"
#include "relate/clauses.hpp"
#include "relate/items.hpp"
#include "relate/noun_phrases.hpp"
#include "relate/phrases.hpp"
#include "relate/role_phrases.hpp"
#include "relate/statements.hpp"
#include "relate/subjects.hpp"
#include "relate/verbs.hpp"
#include "relate/workspace.hpp"

namespace dossier::relate {
namespace {

void clear_phrases(Workspace& work) {
  work.phrases.clear();
  work.members.clear();
  work.units.clear();
  work.owners.clear();
  work.statements.clear();
}

void read_sentence(const Reading& reading, const tokens::Sentence& sentence, IndexRange mentions, Workspace& work) {
  clear_phrases(work);
  build_items(reading, sentence, mentions, work);
  apply_word_rules(reading, work);
  find_role_phrases(reading, work);
  apply_phrase_rules(reading, rules::Stage::phrases, work);
  close_noun_phrases(reading, work);
  join_lists(reading, work);
  const std::size_t before = work.nodes.size();
  apply_phrase_rules(reading, rules::Stage::lists, work);
  if (work.nodes.size() < before) join_lists(reading, work);
  // What follows serves the rules for clauses alone.
  if (!reading.rules.may_match(rules::Stage::clauses, {work.nodes, &Node::item, reading.text.text})) return;
  find_verbs(reading, work);
  find_subjects(reading, work);
  find_sources(reading, work);
  write_clauses(work);
  apply_clause_rules(reading, work);
}

// Types that take part in no relation but as its place or date.
constexpr bool is_measure(TypeId type) noexcept {
  return type == TypeId::date || type == TypeId::money || type == TypeId::percent || type == TypeId::quantity ||
         type == TypeId::email || type == TypeId::url || type == TypeId::phone || type == TypeId::handle;
}

// A relation needs a person or organization, and a second party.
bool is_worth_reading(const std::vector<Mention>& mentions, IndexRange range) {
  const auto begin = mentions.begin() + range.begin;
  const auto end = begin + range.size;
  return std::any_of(begin, end,
                     [](const Mention& it) {
                       return it.type == TypeId::person || it.type == TypeId::organization || it.type == TypeId::role ||
                              it.type > TypeId::law;
                     }) &&
         std::count_if(begin, end, [](const Mention& it) { return !is_measure(it.type); }) >= 2;
}

}  // namespace

void find_relations(const Reading& reading, const RelateOptions& options, Workspace& work, std::vector<Statement>& out,
                    std::vector<Issue>& issues) {
  const tokens::TokenizedText& text = reading.text;
  const std::vector<Mention>& mentions = reading.mentions;
  Issue cut;
  std::uint32_t next = 0;
  for (const tokens::Sentence& sentence : text.sentences) {
    if (sentence.first == sentence.last) continue;
    const Span span{text.tokens[sentence.first].span.begin, text.tokens[sentence.last - 1].span.end};
    while (next < mentions.size() && mentions[next].span.begin < span.begin) ++next;
    IndexRange range{next, 0};
    while (next < mentions.size() && mentions[next].span.begin < span.end) ++next;
    range.size = next - range.begin;
    if (!options.only.empty() && !options.only.overlaps(span)) continue;
    if (!is_worth_reading(mentions, range)) continue;
    if (range.size > options.max_sentence_mentions) {
      if (cut.span.empty()) cut.span = span;
      cut.count = cut.code.empty() ? 1 : cut.count + 1;
      cut.code = "limit.mentions-per-sentence";
      range.size = options.max_sentence_mentions;
    }
    read_sentence(reading, sentence, range, work);
    finish_statements(reading, work, out);
  }
  if (cut.code.empty()) return;
  cut.message = "relations were looked for among the first " + std::to_string(options.max_sentence_mentions) +
                " mentions of a sentence only";
  issues.push_back(std::move(cut));
}

}  // namespace dossier::relate
