// The only writer of a Document: floors above fill one through it, readers outside the library never see it.
#pragma once

#include <dossier/document.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier {

/// Fills a Document in place. For one thread; the document stays owned by the caller and outlives the builder.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(Document& doc) noexcept : doc_(doc) {}

  /// Copies `bytes` into the document's string store. Stable: never moves what was stored before.
  StringRef store(std::string_view bytes) {
    const StringRef ref{static_cast<std::uint32_t>(doc_.strings_.size()), static_cast<std::uint32_t>(bytes.size())};
    doc_.strings_.append(bytes);
    return ref;
  }

  // Direct access to the parts, for the floors that own them.
  std::string& id() noexcept { return doc_.id_; }
  std::string& text() noexcept { return doc_.text_; }
  std::string& source() noexcept { return doc_.source_; }
  SourceMap& map() noexcept { return doc_.map_; }
  SourceMap& raw_map() noexcept { return doc_.raw_map_; }
  std::string& date() noexcept { return doc_.date_; }
  DateSource& date_source() noexcept { return doc_.date_source_; }
  std::vector<Span>& sentences() noexcept { return doc_.sentences_; }
  std::vector<Mention>& mentions() noexcept { return doc_.mentions_; }
  /// One for each mention.
  std::vector<Span>& extents() noexcept { return doc_.extents_; }
  std::vector<Entity>& entities() noexcept { return doc_.entities_; }
  std::vector<StringRef>& aliases() noexcept { return doc_.aliases_; }
  std::vector<MentionId>& entity_mentions() noexcept { return doc_.entity_mentions_; }
  std::vector<Role>& roles() noexcept { return doc_.roles_; }
  std::vector<Relation>& relations() noexcept { return doc_.relations_; }
  std::vector<Issue>& issues() noexcept { return doc_.issues_; }
  void share(std::shared_ptr<const Schema> schema, std::shared_ptr<const RuleNames> rules) noexcept {
    doc_.schema_ = std::move(schema);
    doc_.rules_ = std::move(rules);
  }
  [[nodiscard]] const Document& document() const noexcept { return doc_; }

 private:
  Document& doc_;
};

}  // namespace dossier
