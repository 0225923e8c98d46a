// Identity of an entity over documents: the key of its node.
#include "graph/keys.hpp"

#include <algorithm>
#include <cstddef>

#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

bool is_blank(char c) noexcept { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

// "dddd-dd" against digits and hyphens.
bool begins_as(std::string_view value, std::string_view form) noexcept {
  if (value.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == 'd' ? value[i] < '0' || value[i] > '9' : value[i] != form[i]) return false;
  return true;
}

}  // namespace

std::size_t word_count(std::string_view name) noexcept {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : name) {
    if (!is_blank(c) && !inside) ++words;
    inside = !is_blank(c);
  }
  return words;
}

std::string_view iso_date(std::string_view value) noexcept {
  for (const std::string_view form : {"dddd-dd-dd", "dddd-dd", "dddd"}) {
    if (!begins_as(value, form)) continue;
    if (value.size() == form.size() || (form.size() == 10 && value[10] == 'T')) return value.substr(0, form.size());
  }
  return {};
}

std::string clean(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (const char c : name) {
    if (!is_blank(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string folded(std::string_view name) {
  std::string form;
  text::fold(name, form);
  std::string bare = form;
  bare.erase(std::remove(bare.begin(), bare.end(), '.'), bare.end());
  std::string out = clean(bare);
  return out.empty() ? clean(form) : out;
}

std::string_view canonical_name(const Document& doc, EntityId entity) {
  std::string_view best = doc.name(entity);
  if (doc.entities()[static_cast<std::size_t>(entity)].type != TypeId::person) return best;
  std::size_t most = word_count(best);
  if (most != 1) return best;
  for (const StringRef alias : doc.aliases(entity)) {
    const std::size_t words = word_count(doc.string(alias));
    if (words <= most) continue;
    most = words;
    best = doc.string(alias);
  }
  return best;
}

std::string node_key(const Document& doc, TypeId type, std::string_view name) {
  std::string key(doc.type_name(type));
  key += '/';
  key += folded(name);
  if (type == TypeId::person && word_count(name) <= 1) {
    key += '@';
    key += doc.id();
  }
  return key;
}

}  // namespace dossier::graph
