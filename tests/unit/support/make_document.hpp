// Makes annotated documents by hand, for tests of the floors that read them.
//
//   DocumentMaker make("doc-1", "Ada Lovelace met Charles Babbage. She wrote to him.");
//   const EntityId ada = make.entity("PERSON", "Ada Lovelace");
//   make.mention(ada, "Ada Lovelace");
//   ...
//   const Document doc = make.document();
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "doc/builder.hpp"

namespace dossier::test {

/// Collects mentions in any order; document() sorts them and numbers what refers to them anew. MentionIds given out are
/// valid as arguments of this object only.
class DocumentMaker {
 public:
  DocumentMaker(std::string_view id, std::string_view text) : build_(doc_) {
    build_.id() = id;
    build_.text() = text;
    auto rules = std::make_shared<RuleNames>();
    rules->names = {"test.rule"};
    build_.share(std::make_shared<const Schema>(), rules);
    cut_sentences();
  }

  /// Direct access for what has no function here: source, maps, date, issues.
  DocumentBuilder& build() noexcept { return build_; }

  EntityId entity(std::string_view type, std::string_view name, std::initializer_list<std::string_view> aliases = {}) {
    const auto begin = static_cast<std::uint32_t>(build_.aliases().size());
    for (const std::string_view alias : aliases) build_.aliases().push_back(build_.store(alias));
    Entity entity;
    entity.type = type_of(type);
    entity.name = build_.store(name);
    entity.aliases = {begin, static_cast<std::uint32_t>(aliases.size())};
    build_.entities().push_back(entity);
    return static_cast<EntityId>(build_.entities().size() - 1);
  }

  /// The given occurrence (from 0) of `words` in the text, as a mention of the entity and of its type.
  MentionId mention(EntityId entity, std::string_view words, std::size_t occurrence = 0) {
    const MentionId id = add(build_.entities()[static_cast<std::size_t>(entity)].type, find(words, occurrence));
    at(id).entity = entity;
    return id;
  }
  /// A mention without entity.
  MentionId mention(std::string_view type, std::string_view words, std::size_t occurrence = 0) {
    return add(type_of(type), find(words, occurrence));
  }
  MentionId date(std::string_view words, TimeKind time, std::string_view value) {
    const MentionId id = add(TypeId::date, find(words, 0));
    at(id).time = time;
    at(id).value = build_.store(value);
    return id;
  }
  Mention& at(MentionId id) { return build_.mentions()[static_cast<std::size_t>(id)]; }

  Relation& relation(std::string_view type, EntityId subject, EntityId object, std::string_view label = {}) {
    Relation relation;
    relation.type = *schema_.find_relation(type);
    relation.rule = RuleId{0};
    relation.subject = subject;
    relation.object = object;
    relation.label = build_.store(label);
    build_.relations().push_back(relation);
    return build_.relations().back();
  }

  [[nodiscard]] Span find(std::string_view words, std::size_t occurrence = 0) const {
    const std::string_view text = build_.document().text();
    std::size_t at = text.find(words);
    for (; occurrence > 0 && at != std::string_view::npos; --occurrence) at = text.find(words, at + 1);
    if (at == std::string_view::npos) throw std::invalid_argument("not in the text: " + std::string(words));
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  /// Call once, last.
  [[nodiscard]] Document document() {
    sort_mentions();
    list_mentions();
    return std::move(doc_);
  }

 private:
  [[nodiscard]] TypeId type_of(std::string_view name) const { return *schema_.find_type(name); }

  MentionId add(TypeId type, Span span) {
    Mention& mention = build_.mentions().emplace_back();
    mention.span = span;
    mention.type = type;
    mention.score = 0.9F;
    mention.rule = RuleId{0};
    return static_cast<MentionId>(build_.mentions().size() - 1);
  }

  // After ". ", at line breaks.
  void cut_sentences() {
    const std::string& text = build_.text();
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
      const bool end = i == text.size() || text[i] == '\n' || (i > 0 && text[i - 1] == '.' && text[i] == ' ');
      if (!end) continue;
      if (i > begin) build_.sentences().push_back({begin, i});
      begin = i + 1;
    }
  }

  void sort_mentions() {
    const std::vector<Mention> old = build_.mentions();
    std::vector<std::size_t> order(old.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&old](std::size_t a, std::size_t b) {
      return std::pair(old[a].span.begin, ~old[a].span.end) < std::pair(old[b].span.begin, ~old[b].span.end);
    });
    std::vector<MentionId> now(old.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      now[order[i]] = static_cast<MentionId>(i);
      build_.mentions()[i] = old[order[i]];
    }
    const auto renumber = [&now](MentionId& id) {
      if (id != MentionId::none) id = now[static_cast<std::size_t>(id)];
    };
    for (Relation& relation : build_.relations()) {
      renumber(relation.subject_mention);
      renumber(relation.object_mention);
      renumber(relation.label_mention);
      renumber(relation.date);
    }
  }

  void list_mentions() {
    for (std::size_t i = 0; i < build_.entities().size(); ++i) {
      IndexRange& range = build_.entities()[i].mentions;
      range.begin = static_cast<std::uint32_t>(build_.entity_mentions().size());
      for (std::size_t k = 0; k < build_.mentions().size(); ++k)
        if (build_.mentions()[k].entity == static_cast<EntityId>(i))
          build_.entity_mentions().push_back(static_cast<MentionId>(k));
      range.size = static_cast<std::uint32_t>(build_.entity_mentions().size()) - range.begin;
    }
  }

  Schema schema_;
  Document doc_;
  DocumentBuilder build_;
};

}  // namespace dossier::test
