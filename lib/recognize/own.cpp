// What users bring: names of their own types in dictionaries, and rules that propose mentions or speak for them.
#include <algorithm>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::EntryId;

void push_listed(SentenceView& view, std::uint32_t a, std::uint32_t b, TypeId type, EntryId entry) {
  Score score(view.weights);
  score.add(Evidence::other_dictionary);
  score.add_if(b - a == 1, Evidence::other_one_word);
  view.work.candidates.push_back({.first = a,
                                  .last = b,
                                  .type = type,
                                  .proposal = Proposal::other_name,
                                  .score = score.total(),
                                  .entry = entry,
                                  .evidence = score.bits()});
}

std::uint16_t marks_of(std::uint8_t seen) noexcept {
  unsigned marks = 0;
  if ((seen & (seen_surname | seen_given)) != 0) marks |= rules::Marks::seen_person;
  if ((seen & seen_organization) != 0) marks |= rules::Marks::seen_organization;
  if ((seen & seen_location) != 0) marks |= rules::Marks::seen_place;
  return static_cast<std::uint16_t>(marks);
}

/// One item a token, with the classes of the names it is part of.
void build_items(SentenceView& view) {
  std::vector<rules::Item>& items = view.work.items;
  items.clear();
  const std::uint16_t place = rules::marks_of(view.kind);
  for (std::uint32_t i = view.first; i < view.last; ++i) {
    const tokens::Token& token = view.token(i);
    rules::Item& item = items.emplace_back();
    item.kind = token.kind;
    item.shape = token.shape;
    item.flags = token.flags;
    item.span = token.span;
    item.classes = view.classes(i);
    item.marks = static_cast<std::uint16_t>(place | marks_of(view.remembered(i)));
    view.rules->set_word(item, token.hash);
  }
  for (std::uint32_t i = view.first; i < view.last; ++i)
    for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i))
      if (names_things(phrase.cls))
        for (std::uint32_t part = i; part < std::min(phrase.last, view.last); ++part)
          items[part - view.first].classes.add(phrase.cls);
}

}  // namespace

void propose_own_names(SentenceView& view) {
  for (std::uint32_t i = view.first; i < view.last; ++i) {
    for (const auto& [cls, type] : view.own_names) {
      if (view.is(i, cls)) push_listed(view, i, i + 1, type, view.entry_at(i, i + 1, cls));
      for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i))
        if (phrase.cls == cls) push_listed(view, i, phrase.last, type, phrase.entry);
    }
  }
}

std::span<const RuleMention> find_rule_mentions(SentenceView& view) {
  Workspace& work = view.work;
  work.rule_mentions.clear();
  if (!view.rules_may_match) return work.rule_mentions;
  build_items(view);
  view.rules->match(rules::Stage::names, {work.items, view.text.text}, work.rule_matches);
  for (const rules::Match& match : work.rule_matches.matches) {
    RuleMention mention{match.rule, view.first + match.first, view.first + match.last};
    for (const rules::Capture& capture : work.rule_matches.captures_of(match)) {
      mention.first = view.first + capture.first;
      mention.last = view.first + capture.last;
    }
    if (mention.first < mention.last) work.rule_mentions.push_back(mention);
  }
  return work.rule_mentions;
}

void apply_name_rules(SentenceView& view, std::uint32_t begin) {
  Workspace& work = view.work;
  const std::span<const RuleMention> found = find_rule_mentions(view);
  for (const RuleMention& mention : found) {
    const rules::Rule& rule = view.rules->rules()[mention.rule];
    if (!rule.hint)
      work.candidates.push_back({.first = mention.first,
                                 .last = mention.last,
                                 .type = rule.mention,
                                 .proposal = Proposal::rule,
                                 .score = rule.weight,
                                 .detail = mention.rule});
  }
  for (const RuleMention& mention : found) {  // hints reach what rules have proposed, too
    const rules::Rule& rule = view.rules->rules()[mention.rule];
    if (!rule.hint) continue;
    for (std::uint32_t i = begin; i < work.candidates.size(); ++i) {
      Candidate& candidate = work.candidates[i];
      if (candidate.first != mention.first || candidate.last != mention.last || candidate.type != rule.mention)
        continue;
      candidate.score += rule.weight;
      work.hints.push_back({i, mention.rule});
    }
  }
}

}  // namespace dossier::recognize
