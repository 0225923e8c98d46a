// Groups the named mentions of a document: first the full names, then the short ones that point to them.
#include "resolve/resolve.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "resolve/name_table.hpp"
#include "resolve/sex.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::resolve {
namespace {

using lexicon::ClassId;
using lexicon::EntryId;

constexpr std::uint32_t no_cluster = 0xFFFFFFFF;

bool has_entity(TypeId type) noexcept {
  return type == TypeId::person || type == TypeId::organization || type == TypeId::location || type == TypeId::group ||
         type == TypeId::event || type == TypeId::product || type == TypeId::work || type == TypeId::law ||
         static_cast<unsigned>(type) > static_cast<unsigned>(TypeId::law);
}

std::uint64_t combine(std::uint64_t seed, std::uint64_t hash) noexcept {
  return (seed ^ hash) * 0x9E3779B97F4A7C15ULL + (seed >> 29);
}

class Resolver {
 public:
  Resolver(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon, const std::vector<MentionTokens>& places,
           const ResolveOptions& options, std::vector<Mention>& mentions)
      : text_(text), lexicon_(lexicon), places_(places), options_(options), mentions_(mentions) {}

  std::vector<Cluster> run() {
    cluster_of_.assign(mentions_.size(), no_cluster);
    for (std::uint32_t i = 0; i < mentions_.size(); ++i)
      if (is_named(i) && !is_short(i)) place_full(i);
    for (std::uint32_t i = 0; i < mentions_.size(); ++i)
      if (is_named(i) && cluster_of_[i] == no_cluster) place_short(i);
    find_sexes();
    return in_order();
  }

 private:
  /// Of the people whose full names and titles say nothing.
  void find_sexes() {
    std::vector<std::uint32_t> unknown;
    const auto is_unknown = [&](std::uint32_t c) {
      return clusters_[c].type == TypeId::person && clusters_[c].sex == Sex::unknown;
    };
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].type != TypeId::person || cluster_of_[i] == no_cluster || !is_unknown(cluster_of_[i])) continue;
      clusters_[cluster_of_[i]].sex = sex_of_description(text_, lexicon_, places_[i]);
      if (places_[i].last - places_[i].first == 1) unknown.push_back(i);
    }
    for (const std::uint32_t i : unknown)
      if (is_unknown(cluster_of_[i]))
        clusters_[cluster_of_[i]].sex = sex_of_lone_name(lexicon_, text_.tokens[places_[i].first]);
  }
  bool is_named(std::uint32_t i) const {
    return mentions_[i].kind == MentionKind::name && !mentions_[i].nested && has_entity(mentions_[i].type);
  }
  /// A person's name of one word, or an acronym that a long form may explain.
  bool is_short(std::uint32_t i) const {
    const MentionTokens& place = places_[i];
    if (place.last - place.first != 1) return false;
    return mentions_[i].type == TypeId::person || mentions_[i].type == TypeId::organization;
  }
  std::uint64_t token_hash(std::uint32_t t) const { return text_.tokens[t].hash; }
  lexicon::ClassSet classes(std::uint32_t t) const { return lexicon_.classes(text_.tokens[t]); }

  std::uint64_t key_of(std::uint32_t first, std::uint32_t last) const {
    std::uint64_t key = 0;
    for (std::uint32_t t = first; t < last; ++t) key = combine(key, token_hash(t));
    return key;
  }
  std::uint64_t key_of(std::uint32_t i) const {
    const Span span = mentions_[i].span;
    if (places_[i].last - places_[i].first == 1 && span.size() < text_.tokens[places_[i].first].span.size()) {
      std::string folded;  // one of two names in a word: "Ukraine-Russia"
      text::fold(text_.text.substr(span.begin, span.size()), folded);
      return combine(0, tokens::hash_folded(folded));
    }
    return key_of(places_[i].first, places_[i].last);
  }

  /// Key by the dictionary's main form ("United States" for "U.S."), else by the words.
  std::uint64_t canonical_key(std::uint32_t i) const {
    if (places_[i].entry == EntryId::none) return key_of(i);
    std::string folded;
    text::fold(lexicon_.canonical_of(places_[i].entry), folded);
    return tokens::hash_folded(folded);
  }

  std::uint32_t surname_token(std::uint32_t i) const {
    std::uint32_t t = places_[i].last - 1;
    while (t > places_[i].first &&
           (classes(t).has(ClassId::name_suffix) || text_.tokens[t].kind != tokens::TokenKind::word))
      --t;
    return t;
  }

  std::uint32_t new_cluster(std::uint32_t i) {
    Cluster cluster;
    cluster.type = mentions_[i].type;
    cluster.first_mention = i;
    cluster.name_mention = i;
    clusters_.push_back(cluster);
    return static_cast<std::uint32_t>(clusters_.size() - 1);
  }

  void join(std::uint32_t i, std::uint32_t c) {
    cluster_of_[i] = c;
    Cluster& cluster = clusters_[c];
    cluster.first_mention = std::min(cluster.first_mention, i);
    const auto words = [&](std::uint32_t m) { return places_[m].last - places_[m].first; };
    if (words(i) > words(cluster.name_mention)) cluster.name_mention = i;
    if (cluster.type == TypeId::person && cluster.sex == Sex::unknown)
      cluster.sex = sex_of_name(text_, lexicon_, places_[i]);
    const bool has_code = cluster.type == TypeId::location || cluster.type == TypeId::group;
    if (has_code && cluster.country == 0 && places_[i].entry != EntryId::none) {
      const std::string_view code = lexicon_.attribute(places_[i].entry, "code");
      if (!code.empty()) cluster.country = tokens::hash_folded(code);
    }
  }

  // Full names.

  void place_full(std::uint32_t i) {
    switch (mentions_[i].type) {
      case TypeId::person:
        return place_person(i);
      case TypeId::organization:
        return place_organization(i);
      default:
        return place_other(i);
    }
  }

  void place_other(std::uint32_t i) {
    const KeyKind kind = mentions_[i].type == TypeId::location ? KeyKind::location : KeyKind::other;
    const std::uint64_t type = static_cast<std::uint64_t>(mentions_[i].type) + 1;
    const bool listed = mentions_[i].type == TypeId::location || mentions_[i].type > TypeId::law;  // aliases are one
    const std::uint64_t key = combine(type, listed ? canonical_key(i) : key_of(i));
    const auto known = table_.find(kind, key);
    const std::uint32_t c = known.empty() ? new_cluster(i) : known.front();
    table_.add(kind, key, c);
    join(i, c);
  }

  void place_person(std::uint32_t i) {
    const std::uint64_t key = key_of(i);
    const auto known = table_.find(KeyKind::person, key);
    std::uint32_t c = known.empty() ? no_cluster : known.front();
    const std::uint64_t surname = spelling_hash(surname_token(i));
    if (c == no_cluster) {
      std::uint32_t compared = 0;
      for (std::uint32_t other : table_.find(KeyKind::surname, surname)) {
        if (++compared > options_.max_candidates) break;
        if (same_person(clusters_[other].name_mention, i)) c = other;
      }
    }
    if (c == no_cluster) c = new_cluster(i);
    table_.add(KeyKind::person, key, c);
    table_.add(KeyKind::surname, surname, c);
    table_.add(KeyKind::given, token_hash(places_[i].first), c);
    join(i, c);
  }

  /// REQUIRES: two names of several words with the same surname.
  bool same_person(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t first_a = places_[a].first;
    const std::uint32_t first_b = places_[b].first;
    if (!same_given(first_a, first_b)) return false;
    // Middle names: those that both have must fit.
    const std::uint32_t end_a = surname_token(a);
    const std::uint32_t end_b = surname_token(b);
    if (end_a - first_a < 2 || end_b - first_b < 2) return true;
    return same_given(first_a + 1, first_b + 1);
  }

  bool same_given(std::uint32_t a, std::uint32_t b) const {
    if (token_hash(a) == token_hash(b)) return true;
    const std::string_view word_a = text_.text_of(a);
    const std::string_view word_b = text_.text_of(b);
    const bool initial = ((text_.tokens[a].flags | text_.tokens[b].flags) & tokens::initial) != 0;
    if (initial) return word_a.front() == word_b.front();
    return same_canonical(a, b) || spelling_hash(a) == spelling_hash(b);
  }

  std::uint64_t spelling_hash(std::uint32_t t) const {
    std::string folded;
    text::fold(text_.text_of(t), folded);
    return tokens::hash_folded(text::spelling_key(folded));
  }

  /// True when the dictionaries call both words forms of one given name ("Bill" and "William").
  bool same_canonical(std::uint32_t a, std::uint32_t b) const {
    for (EntryId entry_a : lexicon_.entries(text_.tokens[a])) {
      if (lexicon_.class_of(entry_a) != ClassId::given_name) continue;
      for (EntryId entry_b : lexicon_.entries(text_.tokens[b]))
        if (lexicon_.class_of(entry_b) == ClassId::given_name &&
            lexicon_.canonical_of(entry_a) == lexicon_.canonical_of(entry_b))
          return true;
    }
    return false;
  }

  void place_organization(std::uint32_t i) {
    std::uint32_t last = places_[i].last;
    while (last - places_[i].first > 1 &&
           (classes(last - 1).has(ClassId::org_legal) || text_.tokens[last - 1].kind != tokens::TokenKind::word))
      --last;
    std::uint32_t first = places_[i].first;
    static constexpr std::string_view article = "the";
    if (last - first > 1 && text_.tokens[first].span.size() == article.size() &&
        token_hash(first) == tokens::hash_folded(article))
      ++first;
    const std::uint64_t core = key_of(first, last);
    const std::uint64_t canonical = canonical_key(i);
    std::uint32_t c = no_cluster;
    for (const auto& [kind, key] :
         std::array{std::pair{KeyKind::organization, canonical}, std::pair{KeyKind::core, core}})
      if (const auto known = table_.find(kind, key); c == no_cluster && !known.empty()) c = known.front();
    if (c == no_cluster && last - first == 1)
      if (const auto known = table_.find(KeyKind::acronym, token_hash(first)); !known.empty()) c = known.front();
    if (c == no_cluster) c = new_cluster(i);
    table_.add(KeyKind::organization, canonical, c);
    table_.add(KeyKind::core, core, c);
    if (last - first >= 2) table_.add(KeyKind::acronym, acronym_hash(first, last), c);
    join(i, c);
  }

  /// Hash of the folded initials: "world trade organization" gives "wto"; small words are skipped.
  std::uint64_t acronym_hash(std::uint32_t first, std::uint32_t last) const {
    std::string letters;
    for (std::uint32_t t = first; t < last; ++t)
      if (text_.tokens[t].kind == tokens::TokenKind::word && text_.tokens[t].shape != tokens::Shape::lower) {
        const std::string_view word = text_.text_of(t);
        const text::CodePoint letter = text::decode_at(word, 0);
        text::fold(word.substr(0, letter.size), letters);
      }
    return tokens::hash_folded(letters);
  }

  // Short names.

  /// True for a short form that no dictionary knows, in parentheses right behind an organization: "... (Tolroads)".
  bool explains(std::uint32_t i) const {
    if (i == 0 || places_[i].entry != EntryId::none || cluster_of_[i - 1] == no_cluster) return false;
    if (mentions_[i - 1].type != TypeId::organization || places_[i].first != places_[i - 1].last + 1) return false;
    return text_.text_of(places_[i - 1].last) == "(" && places_[i].last < text_.tokens.size() &&
           text_.text_of(places_[i].last) == ")";
  }

  void place_explained(std::uint32_t i, std::uint32_t c) {
    table_.add(KeyKind::organization, canonical_key(i), c);
    table_.add(KeyKind::core, key_of(i), c);
    join(i, c);
  }

  void place_short(std::uint32_t i) {
    if (mentions_[i].type == TypeId::organization)
      return explains(i) ? place_explained(i, cluster_of_[i - 1]) : place_organization(i);
    const std::uint64_t hash = token_hash(places_[i].first);
    std::uint32_t c = nearest(table_.find(KeyKind::surname, spelling_hash(places_[i].first)), i);
    if (c == no_cluster) c = nearest(table_.find(KeyKind::given, hash), i);
    if (c == no_cluster) c = nearest(table_.find(KeyKind::person, hash), i);
    if (c == no_cluster) {
      c = new_cluster(i);
      table_.add(KeyKind::person, hash, c);
    }
    join(i, c);
  }

  /// Of several people with that name the one whose full name was last read before the mention, else the first after
  /// it.
  std::uint32_t nearest(const NameTable::Chain& candidates, std::uint32_t i) const {
    std::uint32_t best = no_cluster;
    std::uint32_t compared = 0;
    for (const std::uint32_t c : candidates) {
      if (++compared > options_.max_candidates) break;
      if (best == no_cluster || clusters_[c].first_mention < i) best = c;
    }
    return best;
  }

  /// Numbers the clusters by first mention and writes the numbers into the mentions.
  std::vector<Cluster> in_order() {
    std::vector<std::uint32_t> number(clusters_.size(), no_cluster);
    std::vector<Cluster> ordered;
    ordered.reserve(clusters_.size());
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const std::uint32_t c = cluster_of_[i];
      if (c == no_cluster) continue;
      if (number[c] == no_cluster) {
        number[c] = static_cast<std::uint32_t>(ordered.size());
        ordered.push_back(clusters_[c]);
      }
      mentions_[i].entity = static_cast<EntityId>(number[c]);
    }
    return ordered;
  }

  const tokens::TokenizedText& text_;
  const lexicon::Lexicon& lexicon_;
  const std::vector<MentionTokens>& places_;
  const ResolveOptions& options_;
  std::vector<Mention>& mentions_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> cluster_of_;
  NameTable table_;
};

}  // namespace

std::vector<Cluster> resolve_names(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon,
                                   const std::vector<MentionTokens>& places, const ResolveOptions& options,
                                   std::vector<Mention>& mentions) {
  return Resolver(text, lexicon, places, options, mentions).run();
}

}  // namespace dossier::resolve
