// The promises of a document, each as a check.
#include "doc/invariants.hpp"

#include <tuple>
#include <utility>

#include "text/utf8.hpp"

namespace dossier {
namespace {

class Checker {
 public:
  explicit Checker(const Document& doc) : doc_(doc) {}

  std::vector<std::string> run() && {
    if (text::find_ill_formed(doc_.text()) != doc_.text().size()) broken_.push_back("the text is not valid UTF-8");
    if (text::find_ill_formed(doc_.source()) != doc_.source().size())
      broken_.push_back("the source is not valid UTF-8");
    if (!broken_.empty()) return std::move(broken_);
    check_sentences();
    for (std::size_t i = 0; i < doc_.mentions().size(); ++i) check_mention(i);
    for (std::size_t i = 0; i < doc_.entities().size(); ++i) check_entity(i);
    for (std::size_t i = 0; i < doc_.relations().size(); ++i) check_relation(i);
    for (const Issue& issue : doc_.issues()) expect_span(issue.span, "issue " + issue.code);
    return std::move(broken_);
  }

 private:
  void expect(bool holds, const std::string& what) {
    if (!holds) broken_.push_back(what);
  }

  [[nodiscard]] static bool is_boundary(std::string_view text, std::uint32_t offset) noexcept {
    return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
  }

  [[nodiscard]] static bool lies_in(Span span, std::string_view text) noexcept {
    return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
           is_boundary(text, span.end);
  }

  // False when the span does not lie in the text, and with it everything that is read from it.
  bool expect_span(Span span, const std::string& what) {
    const bool inside = lies_in(span, doc_.text());
    expect(inside, what + ": span is not one of whole characters of the text");
    if (inside) expect(lies_in(doc_.to_source(span), doc_.source()), what + ": span has no place in the source");
    return inside;
  }

  template <class Id>
  void expect_id(Id id, std::size_t size, const std::string& what) {
    expect(id == Id::none || static_cast<std::size_t>(id) < size, what + " does not exist");
  }

  void check_sentences() {
    std::uint32_t end = 0;
    for (const Span sentence : doc_.sentences()) {
      expect_span(sentence, "sentence");
      expect(sentence.begin >= end, "sentence: out of order or overlaps the one before");
      end = sentence.end;
    }
  }

  void check_mention(std::size_t index) {
    const Mention& mention = doc_.mentions()[index];
    const std::string what = "mention " + std::to_string(index);
    expect_span(mention.span, what);
    expect(!mention.span.empty(), what + ": empty span");
    expect(mention.type != TypeId::none, what + ": no type");
    expect(mention.score >= 0.0F && mention.score <= 1.0F, what + ": score is not between 0 and 1");
    expect_id(mention.entity, doc_.entities().size(), what + ": entity");
    if (index == 0) return;
    const Mention& before = doc_.mentions()[index - 1];
    const bool in_order = before.span.begin < mention.span.begin ||
                          (before.span.begin == mention.span.begin && before.span.end >= mention.span.end);
    expect(in_order, what + ": not sorted by begin, then longest first");
  }

  void check_entity(std::size_t index) {
    const Entity& entity = doc_.entities()[index];
    const std::string what = "entity " + std::to_string(index);
    expect(entity.type != TypeId::none, what + ": no type");
    const MentionId* before = nullptr;
    for (const MentionId& id : doc_.mentions_of(static_cast<EntityId>(index))) {
      const bool exists = static_cast<std::size_t>(id) < doc_.mentions().size();
      expect(exists, what + ": mention does not exist");
      expect(!exists || doc_.mentions()[static_cast<std::size_t>(id)].entity == static_cast<EntityId>(index),
             what + ": mention belongs to another entity");
      expect(before == nullptr || *before < id, what + ": mentions are not in text order");
      before = &id;
    }
    for (const Role& role : doc_.roles_of(static_cast<EntityId>(index))) {
      expect_id(role.object, doc_.entities().size(), what + ": object of a role");
    }
  }

  void check_relation(std::size_t index) {
    const Relation& relation = doc_.relations()[index];
    const std::string what = "relation " + std::to_string(index);
    expect(relation.type != RelationTypeId::none, what + ": no type");
    expect(relation.subject != EntityId::none, what + ": no subject");
    for (const EntityId id : {relation.subject, relation.object, relation.place}) {
      expect_id(id, doc_.entities().size(), what + ": entity");
    }
    for (const MentionId id :
         {relation.subject_mention, relation.object_mention, relation.label_mention, relation.date}) {
      expect_id(id, doc_.mentions().size(), what + ": mention");
    }
    expect_span(relation.evidence, what);
    expect(!relation.evidence.empty(), what + ": no evidence");
    if (index > 0) expect(key_of(doc_.relations()[index - 1]) <= key_of(relation), what + ": out of order");
  }

  [[nodiscard]] static std::tuple<Span, RelationTypeId, EntityId, EntityId> key_of(const Relation& relation) noexcept {
    return {relation.evidence, relation.type, relation.subject, relation.object};
  }

  const Document& doc_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_invariants(const Document& doc) { return Checker(doc).run(); }

}  // namespace dossier
