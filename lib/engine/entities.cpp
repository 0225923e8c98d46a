// Entities with their names and roles, and the statements lifted to relations between them.
#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "engine/pipeline.hpp"

namespace dossier::engine {
namespace {

EntityId entity_of(const Job& job, MentionId id) {
  return id == MentionId::none ? EntityId::none : job.out.mentions()[static_cast<std::size_t>(id)].entity;
}

std::string_view surface(const Job& job, const Mention& mention) {
  return std::string_view(job.out.text()).substr(mention.span.begin, mention.span.size());
}

/// A name as it is shown: line breaks and runs of blanks are one blank.
std::string tidy(std::string_view words) {
  const auto is_odd = [&](std::size_t i) {
    const char c = words[i];
    if (c > ' ') return false;
    return c == '\n' || c == '\r' || c == '\t' || (c == ' ' && (i == 0 || words[i - 1] == ' '));
  };
  std::size_t plain = 0;
  while (plain < words.size() && !is_odd(plain)) ++plain;
  if (plain == words.size()) return std::string(words);
  std::string out;
  for (char c : words) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

void write_names(Job& job, EntityId id, Entity& entity) {
  DocumentBuilder& out = job.out;
  const resolve::Cluster& cluster = job.scratch.clusters[static_cast<std::size_t>(id)];
  const std::string_view words = surface(job, out.mentions()[cluster.name_mention]);
  const std::string name = tidy(words);
  entity.name = out.store(name);
  std::vector<std::string> seen;
  entity.aliases.begin = static_cast<std::uint32_t>(out.aliases().size());
  for (std::uint32_t i = 0; i < entity.mentions.size; ++i) {
    const Mention& mention = out.mentions()[static_cast<std::size_t>(out.entity_mentions()[entity.mentions.begin + i])];
    if (mention.kind != MentionKind::name || mention.type == TypeId::role) continue;
    const std::string_view others = surface(job, mention);
    if (others == words) continue;  // nearly always
    std::string form = tidy(others);
    if (form == name || std::find(seen.begin(), seen.end(), form) != seen.end()) continue;
    out.aliases().push_back(out.store(form));
    seen.push_back(std::move(form));
    if (seen.size() > 63) break;  // an entity with more spellings than that is a list, not a name
  }
  entity.aliases.size = static_cast<std::uint32_t>(out.aliases().size()) - entity.aliases.begin;
}

void group_mentions(Job& job) {
  DocumentBuilder& out = job.out;
  std::vector<Entity>& entities = out.entities();
  for (const Mention& mention : out.mentions())
    if (mention.entity != EntityId::none) ++entities[static_cast<std::size_t>(mention.entity)].mentions.size;
  std::uint32_t begin = 0;
  for (Entity& entity : entities) {
    entity.mentions.begin = begin;
    begin += entity.mentions.size;
    entity.mentions.size = 0;
  }
  out.entity_mentions().resize(begin);
  for (std::size_t i = 0; i < out.mentions().size(); ++i) {
    const EntityId id = out.mentions()[i].entity;
    if (id == EntityId::none) continue;
    Entity& entity = entities[static_cast<std::size_t>(id)];
    out.entity_mentions()[entity.mentions.begin + entity.mentions.size++] = static_cast<MentionId>(i);
  }
}

/// The named mention of the same entity in the sentence, if there is one, else the mention itself.
MentionId named_in_sentence(const Job& job, MentionId id) {
  if (id == MentionId::none) return id;
  const std::vector<Mention>& mentions = job.out.mentions();
  const auto at = static_cast<std::size_t>(id);
  const Mention& mention = mentions[at];
  if (mention.kind == MentionKind::name || mention.entity == EntityId::none) return id;
  const std::vector<Span>& sentences = job.out.sentences();
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), mention.span.begin,
                                      [](std::uint32_t byte, const Span& sentence) { return byte < sentence.begin; });
  if (after == sentences.begin()) return id;
  const Span sentence = *(after - 1);
  const auto fits = [&](std::size_t i) {
    return mentions[i].entity == mention.entity && mentions[i].kind == MentionKind::name &&
           mentions[i].type != TypeId::role;
  };
  for (std::size_t i = at; i-- > 0 && mentions[i].span.begin >= sentence.begin;)
    if (fits(i)) return static_cast<MentionId>(i);
  for (std::size_t i = at + 1; i < mentions.size() && mentions[i].span.begin < sentence.end; ++i)
    if (fits(i)) return static_cast<MentionId>(i);
  return id;
}

void write_relation(Job& job, const relate::Statement& statement) {
  DocumentBuilder& out = job.out;
  Relation relation;
  relation.type = statement.type;
  relation.flags = statement.flags;
  relation.rule = static_cast<RuleId>(recognize::proposal_count + statement.rule);
  relation.subject = entity_of(job, statement.subject);
  relation.object = entity_of(job, statement.object);
  if (relation.subject == EntityId::none) return;
  const bool unknown = statement.object != MentionId::none && relation.object == EntityId::none;
  MentionId object = statement.object;
  if (unknown || relation.subject == relation.object) {
    // "her aide Ann Lee": she is an aide, whoever "her" is
    const bool pronoun = statement.type == RelationTypeId::has_role && object != MentionId::none &&
                         out.mentions()[static_cast<std::size_t>(object)].kind == MentionKind::pronoun;
    if (!pronoun) return;
    relation.object = EntityId::none;
    object = MentionId::none;
  }
  const TypeId subject_type = out.entities()[static_cast<std::size_t>(relation.subject)].type;
  const TypeId object_type =
      relation.object == EntityId::none ? TypeId::none : out.entities()[static_cast<std::size_t>(relation.object)].type;
  if (!job.engine.schema->allows(statement.type, subject_type, object_type)) return;
  relation.subject_mention = named_in_sentence(job, statement.subject);
  relation.object_mention = named_in_sentence(job, object);
  relation.label_mention = statement.label_mention;
  const std::string label = tidy(std::string_view(out.text()).substr(statement.label.begin, statement.label.size()));
  relation.label = out.store(label);
  relation.place = entity_of(job, statement.place);
  relation.date = statement.date;
  relation.evidence = statement.evidence;
  relation.score = 1.0F;
  for (MentionId id : {statement.subject, object})
    if (id != MentionId::none)
      relation.score = std::min(relation.score, out.mentions()[static_cast<std::size_t>(id)].score);
  out.relations().push_back(relation);
}

void order_relations(Job& job) {
  std::vector<Relation>& relations = job.out.relations();
  const auto key = [](const Relation& r) {
    return std::tuple(r.evidence.begin, r.evidence.end, r.type, r.subject, r.object, r.label_mention, r.label.begin);
  };
  std::stable_sort(relations.begin(), relations.end(),
                   [&](const Relation& a, const Relation& b) { return key(a) < key(b); });
  const auto same = [&](const Relation& a, const Relation& b) {
    return a.type == b.type && a.subject == b.subject && a.object == b.object && a.label_mention == b.label_mention &&
           a.evidence == b.evidence && job.out.document().string(a.label) == job.out.document().string(b.label);
  };
  for (std::size_t i = relations.size(); i-- > 1;)  // two rules said it: no denial and no doubt is lost
    if (same(relations[i - 1], relations[i])) relations[i - 1].flags |= relations[i].flags;
  relations.erase(std::unique(relations.begin(), relations.end(), same), relations.end());
}

bool label_before(const relate::Statement* a, MentionId label) { return a->label_mention < label; }

/// The statements of roles that say since when or until when, by their labels.
std::vector<const relate::Statement*> dated_roles(const Job& job) {
  std::vector<const relate::Statement*> out;
  for (const relate::Statement& it : job.scratch.statements)
    if (it.type == RelationTypeId::has_role && (it.since != MentionId::none || it.until != MentionId::none))
      out.push_back(&it);
  std::stable_sort(out.begin(), out.end(), [](const relate::Statement* a, const relate::Statement* b) {
    return a->label_mention < b->label_mention;
  });
  return out;
}

/// Since when and until when, from the statement that the relation was made of.
void write_term(const Job& job, const std::vector<const relate::Statement*>& dated, MentionId label, Role& role) {
  const auto value = [&](MentionId date) {
    return date == MentionId::none ? StringRef{} : job.out.mentions()[static_cast<std::size_t>(date)].value;
  };
  const auto found = std::lower_bound(dated.begin(), dated.end(), label, label_before);
  if (found == dated.end() || (*found)->label_mention != label) return;
  role.since = value((*found)->since);
  role.until = value((*found)->until);
}

/// Roles of people, from the has_role relations, each (label, object, flags) once.
void write_roles(Job& job) {
  DocumentBuilder& out = job.out;
  const std::vector<const relate::Statement*> dated = dated_roles(job);
  std::vector<const Relation*> found;
  for (const Relation& relation : out.relations())
    if (relation.type == RelationTypeId::has_role && !has(relation.flags, RelationFlags::negated))
      found.push_back(&relation);
  std::stable_sort(found.begin(), found.end(),
                   [](const Relation* a, const Relation* b) { return a->subject < b->subject; });
  for (const Relation* relation : found) {
    Entity& entity = out.entities()[static_cast<std::size_t>(relation->subject)];
    if (entity.roles.size == 0) entity.roles.begin = static_cast<std::uint32_t>(out.roles().size());
    const std::string_view label = out.document().string(relation->label);
    const auto known = std::any_of(out.roles().begin() + entity.roles.begin, out.roles().end(), [&](const Role& role) {
      return role.object == relation->object && role.flags == relation->flags &&
             out.document().string(role.label) == label;
    });
    if (known) continue;
    Role role{.label = relation->label, .object = relation->object, .flags = relation->flags};
    write_term(job, dated, relation->label_mention, role);
    out.roles().push_back(role);
    ++entity.roles.size;
  }
}

}  // namespace

void write_entities(Job& job) {
  DocumentBuilder& out = job.out;
  out.entities().resize(job.scratch.clusters.size());
  for (std::size_t i = 0; i < out.entities().size(); ++i) out.entities()[i].type = job.scratch.clusters[i].type;
  group_mentions(job);
  for (std::size_t i = 0; i < out.entities().size(); ++i) write_names(job, static_cast<EntityId>(i), out.entities()[i]);
  for (const relate::Statement& statement : job.scratch.statements) write_relation(job, statement);
  order_relations(job);
  write_roles(job);
}

}  // namespace dossier::engine
