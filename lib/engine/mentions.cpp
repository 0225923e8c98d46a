// Chosen candidates become mentions; statements and coreference tell whom they mean.
#include <algorithm>
#include <utility>

#include "engine/pipeline.hpp"
#include "relate/extents.hpp"

namespace dossier::engine {
namespace {

using recognize::Candidate;
using recognize::Proposal;

MentionKind kind_of(const Candidate& candidate) noexcept {
  if (candidate.proposal == Proposal::pronoun) return MentionKind::pronoun;
  return candidate.type == TypeId::role ? MentionKind::nominal : MentionKind::name;
}

Mention make_mention(Job& job, const Candidate& candidate) {
  const std::vector<tokens::Token>& all = job.scratch.text.tokens;
  Mention mention;
  mention.span = {all[candidate.first].span.begin, all[candidate.last - 1].span.end};
  mention.type = candidate.type;
  mention.kind = kind_of(candidate);
  mention.nested = !candidate.chosen;
  mention.score = recognize::probability(recognize::log_odds(candidate));
  mention.rule = candidate.proposal == Proposal::rule
                     ? static_cast<RuleId>(recognize::proposal_count + candidate.detail)
                     : static_cast<RuleId>(candidate.proposal);
  if (candidate.type == TypeId::date) {
    const dates::TimeMention& date = job.scratch.work.dates[candidate.detail];
    if (!date.span.empty()) mention.span = date.span;  // it may begin inside a token: "mid-2014"
    mention.time = date.kind;
    mention.mod = date.mod;
    mention.score = date.score;
    mention.value = job.out.store(date.value);
  }
  return mention;
}

/// The dates that share the candidate's only word: "Friday" of "Monday-Friday".
void add_dates_of_word(Job& job, const Candidate& candidate) {
  if (candidate.proposal != Proposal::date) return;
  const std::span<const dates::TimeMention> dates = job.scratch.work.dates;
  for (std::uint32_t i = candidate.detail + 1; i < dates.size() && recognize::shares_word(dates[i - 1], dates[i]);
       ++i) {
    Candidate next = candidate;
    next.detail = i;
    job.out.mentions().push_back(make_mention(job, next));
    job.scratch.places.push_back({candidate.first, candidate.last, candidate.entry});
  }
}

/// True for a place that another name is made with ("University of | Oslo", "| Norway | Chess Union"), and for a body
/// that an event or a product is named after. A dictionary has them.
bool names_within(const Job& job, const Candidate& inner, const Candidate& around) {
  if (inner.entry == lexicon::EntryId::none) return false;
  const bool event = around.type == TypeId::event;
  if (inner.type == TypeId::organization)
    return (event || around.type == TypeId::product) && inner.first == around.first;
  if (inner.type != TypeId::location || (!event && around.type != TypeId::organization)) return false;
  if (inner.first == around.first) return true;
  const recognize::Literals& words = job.engine.recognizers.literals;
  const std::uint64_t before = job.scratch.text.tokens[inner.first - 1].hash;
  return before == words.of || before == words.in || before == words.at || before == words.for_ || before == words.the;
}

/// Indices of the candidates that lie in one of the chosen, which are sorted. Those from `people` on are people in
/// names.
std::vector<std::uint32_t> select_nested(const Job& job, const std::vector<std::uint32_t>& chosen, std::size_t people) {
  const std::vector<Candidate>& candidates = job.scratch.work.candidates;
  const Config& config = job.engine.config;
  std::vector<std::uint32_t> nested;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    const Candidate& inner = candidates[i];
    if (inner.chosen || inner.proposal == Proposal::pronoun) continue;
    const bool sure = recognize::log_odds(inner) > job.engine.recognizers.threshold;
    if (!sure && !config.extents) continue;
    auto outer = std::upper_bound(chosen.begin(), chosen.end(), inner.first,
                                  [&](std::uint32_t token, std::uint32_t c) { return token < candidates[c].first; });
    if (outer == chosen.begin()) continue;
    const Candidate& around = candidates[*(outer - 1)];
    if (inner.last > around.last || inner.last - inner.first >= around.last - around.first) continue;
    const bool within = i >= people ? sure : names_within(job, inner, around);
    if ((config.nested && sure) || (config.extents && within)) nested.push_back(i);
  }
  return nested;
}

/// Indices of the candidates that become mentions, in text order, longer ones first.
std::vector<std::uint32_t> select(Job& job) {
  recognize::Workspace& work = job.scratch.work;
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < work.candidates.size(); ++i)
    if (work.candidates[i].chosen) chosen.push_back(i);
  const auto before = [&](std::uint32_t x, std::uint32_t y) {
    const Candidate& a = work.candidates[x];
    const Candidate& b = work.candidates[y];
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    return a.chosen != b.chosen ? a.chosen : (a.type != b.type ? a.type < b.type : x < y);
  };
  std::sort(chosen.begin(), chosen.end(), before);
  if (!job.engine.config.nested && !job.engine.config.extents) return chosen;
  const std::size_t people = work.candidates.size();
  recognize::propose_inner_people(job.scratch.text, job.engine.recognizers, work);
  const std::vector<std::uint32_t> nested = select_nested(job, chosen, people);
  chosen.insert(chosen.end(), nested.begin(), nested.end());
  std::sort(chosen.begin(), chosen.end(), before);
  const auto same = [&](std::uint32_t x, std::uint32_t y) {
    const Candidate& a = work.candidates[x];
    const Candidate& b = work.candidates[y];
    return a.first == b.first && a.last == b.last && a.type == b.type;
  };
  chosen.erase(std::unique(chosen.begin(), chosen.end(), same), chosen.end());
  return chosen;
}

/// Role words that describe somebody named beside them are names of roles; the others stand for a person.
void settle_roles(Job& job) {
  std::vector<Mention>& mentions = job.out.mentions();
  job.scratch.roles.clear();
  for (const relate::Statement& statement : job.scratch.statements) {
    if (statement.label_mention == MentionId::none) continue;
    const bool role = statement.type == RelationTypeId::has_role;
    if (!role && statement.type != RelationTypeId::family) continue;
    const auto label = static_cast<std::size_t>(statement.label_mention);
    if (statement.subject != statement.label_mention) mentions[label].kind = MentionKind::name;
    if (role) job.scratch.roles.push_back({statement.subject, statement.label_mention, statement.object});
  }
}

/// Takes out the pronouns that mean nobody known, and renumbers what points to mentions.
void drop_open_pronouns(Job& job) {
  std::vector<Mention>& mentions = job.out.mentions();
  std::vector<MentionId> number(mentions.size(), MentionId::none);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].kind == MentionKind::pronoun && mentions[i].entity == EntityId::none) continue;
    number[i] = static_cast<MentionId>(kept);
    mentions[kept] = mentions[i];
    job.scratch.places[kept] = job.scratch.places[i];
    ++kept;
  }
  mentions.resize(kept);
  job.scratch.places.resize(kept);
  const auto renumber = [&](MentionId& id) {
    if (id != MentionId::none) id = number[static_cast<std::size_t>(id)];
  };
  // The mentions of a cluster are names: none of them was dropped.
  for (resolve::Cluster& cluster : job.scratch.clusters) {
    cluster.first_mention = static_cast<std::uint32_t>(number[cluster.first_mention]);
    cluster.name_mention = static_cast<std::uint32_t>(number[cluster.name_mention]);
  }
  std::vector<relate::Statement>& statements = job.scratch.statements;
  std::erase_if(statements, [&](relate::Statement& statement) {
    const bool without_object = statement.object == MentionId::none;
    for (MentionId* id :
         {&statement.subject, &statement.object, &statement.label_mention, &statement.place, &statement.date})
      renumber(*id);
    // "her aide Ann Lee": she is an aide, whoever "her" is
    const bool aide = statement.type == RelationTypeId::has_role && statement.subject != statement.label_mention;
    return statement.subject == MentionId::none || (!without_object && statement.object == MentionId::none && !aide);
  });
}

}  // namespace

void write_mentions(Job& job) {
  std::vector<Mention>& mentions = job.out.mentions();
  std::vector<resolve::MentionTokens>& places = job.scratch.places;
  places.clear();
  const std::vector<std::uint32_t> chosen = select(job);
  mentions.reserve(chosen.size());
  for (std::uint32_t index : chosen) {
    const Candidate& candidate = job.scratch.work.candidates[index];
    mentions.push_back(make_mention(job, candidate));
    places.push_back({candidate.first, candidate.last, candidate.entry});
    if (candidate.type == TypeId::date) add_dates_of_word(job, candidate);
    if (candidate.split == 0) continue;  // "Ukraine-Russia": two names, one word
    Mention second = mentions.back();
    mentions.back().span.end = mentions.back().span.begin + candidate.split;
    second.span.begin = mentions.back().span.end + 1;
    second.type = candidate.second_type;
    mentions.push_back(second);
    places.push_back({candidate.first, candidate.last, candidate.second});
  }
}

void link_mentions(Job& job) {
  Scratch::Parts& scratch = job.scratch;
  const Config& config = job.engine.config;
  const lexicon::Lexicon& lexicon = job.engine.recognizers.lexicon;
  scratch.clusters = resolve::resolve_names(scratch.text, lexicon, scratch.places, {config.max_coreference_candidates},
                                            job.out.mentions());
  scratch.statements.clear();
  relate::find_relations(
      {scratch.text, lexicon, scratch.work.matches, job.engine.rules, job.out.mentions(), *job.engine.schema},
      {config.max_sentence_mentions}, scratch.relating, scratch.statements, job.out.issues());
  settle_roles(job);
  const corefer::Context context{.text = scratch.text,
                                 .lexicon = lexicon,
                                 .places = scratch.places,
                                 .clusters = scratch.clusters,
                                 .roles = scratch.roles,
                                 .weights = job.engine.pronouns,
                                 .options = {.max_candidates = config.max_coreference_candidates}};
  corefer::link(context, job.out.mentions());
  drop_open_pronouns(job);
}

void write_extents(Job& job) {
  Scratch::Parts& scratch = job.scratch;
  job.out.extents() = relate::find_extents({scratch.text, job.engine.recognizers.lexicon, scratch.work.matches,
                                            job.engine.rules, job.out.mentions(), *job.engine.schema});
}

}  // namespace dossier::engine
