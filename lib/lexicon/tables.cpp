// Building the tables of words and phrases. Everything is sorted before it is placed, so that equal entries give equal
// bytes.
#include "lexicon/tables.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace dossier::lexicon {
namespace {

// Puts slots where a perfect hash of their keys wants them. Empty when two keys are equal.
template <typename Slot>
std::vector<base::Displacement> place(std::vector<Slot>& slots) {
  std::vector<std::uint64_t> keys;
  keys.reserve(slots.size());
  for (const Slot& slot : slots) keys.push_back(slot.key);
  base::PerfectHashTable table = base::make_perfect_hash(keys);
  if (table.displacements.empty()) return {};
  const base::PerfectHash hash(table.displacements, table.places);
  std::vector<Slot> placed(table.places);
  for (const Slot& slot : slots) placed[hash.place_of(slot.key)] = slot;
  slots = std::move(placed);
  return std::move(table.displacements);
}

// An entry of one token, or the first token of a longer one.
struct WordItem {
  std::uint64_t key = 0;
  std::uint64_t spelling = 0;  // of an entry that wants exactly these letters of a mixed word
  EntryId entry = EntryId::none;
  ClassId cls = ClassId::count;
  std::uint8_t rows = 0;    // shapes with which the entry counts
  std::uint8_t begins = 0;  // shapes with which a longer entry begins
  std::uint64_t next = 0;   // its second token
};

class WordTable {
 public:
  explicit WordTable(Tables& tables) : tables_(tables) {}

  void build(std::vector<WordItem> items) {
    std::sort(items.begin(), items.end(), [](const WordItem& a, const WordItem& b) {
      return std::pair(a.key, a.entry) < std::pair(b.key, b.entry);
    });
    for (std::size_t first = 0; first < items.size();) {
      std::size_t last = first + 1;
      while (last < items.size() && items[last].key == items[first].key) ++last;
      add_word(std::span(items).subspan(first, last - first));
      first = last;
    }
    if (tables_.profiles.size() >= (std::size_t{1} << WordSlot::profile_bits))
      tables_.problem = "the words have too many different combinations of classes";
    tables_.word_places = place(tables_.words);
  }

 private:
  // One slot for the word, and one for each spelling that an entry insists on.
  void add_word(std::span<const WordItem> items) {
    std::vector<std::uint64_t> spellings;
    WordSlot slot;
    for (const WordItem& item : items) {
      slot.profile |= std::uint32_t{item.begins} << WordSlot::profile_bits;
      if (item.begins != 0) slot.add_next(item.next);
      if (item.spelling != 0) spellings.push_back(item.spelling);
    }
    std::sort(spellings.begin(), spellings.end());
    spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
    for (const std::uint64_t spelling : spellings) {
      slot.key = spelling;
      add_slot(slot, items, spelling);
    }
    slot.key = items.front().key;
    if (!spellings.empty()) slot.profile |= WordSlot::spelling_bit;
    add_slot(slot, items, 0);
  }

  // With the profile and the list that the entries give the word when it is spelled so; 0: in any other way.
  void add_slot(WordSlot slot, std::span<const WordItem> items, std::uint64_t spelling) {
    list_.clear();
    for (const WordItem& item : items)
      if (item.entry != EntryId::none && item.rows != 0) list_.push_back(item.entry);
    Profile profile;
    profile.total = static_cast<std::uint32_t>(list_.size());
    for (std::size_t row = 0; row < shape_rows; ++row) {
      row_.clear();
      for (const WordItem& item : items) {
        if ((item.rows >> row & 1U) == 0 || (item.spelling != 0 && item.spelling != spelling)) continue;
        profile.classes[row].add(item.cls);
        row_.push_back(item.entry);
      }
      auto found = std::search(list_.begin(), list_.end(), row_.begin(), row_.end());
      profile.begin[row] = static_cast<std::uint16_t>(found - list_.begin());
      profile.size[row] = static_cast<std::uint16_t>(row_.size());
      if (found == list_.end()) list_.insert(list_.end(), row_.begin(), row_.end());
    }
    slot.profile |= index_of(profile);
    slot.list = static_cast<std::uint32_t>(tables_.lists.size());
    tables_.words.push_back(slot);
    tables_.lists.insert(tables_.lists.end(), list_.begin(), list_.end());
  }

  std::uint32_t index_of(const Profile& profile) {
    std::string bytes(sizeof profile, '\0');
    std::memcpy(bytes.data(), &profile, sizeof profile);
    const auto [at, is_new] =
        profiles_.try_emplace(std::move(bytes), static_cast<std::uint32_t>(tables_.profiles.size()));
    if (is_new) tables_.profiles.push_back(profile);
    return at->second;
  }

  Tables& tables_;
  std::map<std::string, std::uint32_t> profiles_;
  std::vector<EntryId> list_;
  std::vector<EntryId> row_;
};

// A beginning of an entry of several tokens; the whole of it where `entry` is one.
struct PhraseItem {
  std::uint64_t key = 0;
  EntryId entry = EntryId::none;
  std::uint32_t next = 0;
};

void build_phrases(std::vector<PhraseItem> items, Tables& tables) {
  std::sort(items.begin(), items.end(), [](const PhraseItem& a, const PhraseItem& b) {
    return std::pair(a.key, a.entry) < std::pair(b.key, b.entry);
  });
  for (std::size_t first = 0; first < items.size();) {
    PhraseSlot slot{items[first].key, EntryId{0}, 0};
    const std::size_t list = tables.lists.size();
    std::uint32_t count = 0;
    for (; first < items.size() && items[first].key == slot.key; ++first) {
      slot.next |= items[first].next;
      if (items[first].entry == EntryId::none) continue;
      if (count++ == 0) tables.lists.push_back(EntryId{0});
      tables.lists.push_back(items[first].entry);
    }
    if (count == 1) {
      slot.list = tables.lists.back();
      slot.next |= PhraseSlot::one_entry;
      tables.lists.resize(list);
    } else if (count != 0) {
      tables.lists[list] = EntryId{count};
      slot.list = EntryId{static_cast<std::uint32_t>(list) + 1};
    }
    tables.phrases.push_back(slot);
  }
  tables.phrase_places = place(tables.phrases);
}

// What the entry asks of the case of a text; with `exact` it is a record of its own.
void add_policy(const Draft& draft, std::span<const tokens::Shape> shapes, Tables& tables) {
  ShapeRun run;
  for (std::uint32_t i = 0; i < shapes.size(); ++i) run.set(i, shapes[i]);
  tables.capitalised.push_back(static_cast<std::uint16_t>(run.capitalised));
  if (draft.match == Match::exact)
    tables.exact.add({run.shapes, draft.spelling});
  else
    tables.exact.skip();
}

}  // namespace

Tables build_tables(const Drafts& drafts) {
  Tables tables;
  std::vector<WordItem> words;
  std::vector<PhraseItem> phrases;
  words.reserve(drafts.entries().size());
  for (std::size_t i = 0; i < drafts.entries().size(); ++i) {
    const Draft& draft = drafts.entries()[i];
    const EntryId entry{static_cast<std::uint32_t>(i)};
    const std::span hashes = drafts.hashes(draft);
    const std::span shapes = drafts.shapes(draft);
    add_policy(draft, shapes, tables);
    const std::uint8_t rows = allowed_rows(draft.match, shapes.front());
    if (hashes.size() == 1) {
      words.push_back({key_of(hashes[0]), draft.spelling, entry, draft.cls, rows, 0, 0});
      continue;
    }
    words.push_back({key_of(hashes[0]), 0, EntryId::none, ClassId::count, 0, rows, hashes[1]});
    std::uint64_t sequence = hashes[0];
    for (std::size_t k = 1; k < hashes.size(); ++k) {
      sequence = extended(sequence, hashes[k]);
      const bool is_whole = k + 1 == hashes.size();
      phrases.push_back({sequence, is_whole ? entry : EntryId::none, is_whole ? 0 : next_bit(hashes[k + 1])});
    }
  }
  WordTable(tables).build(std::move(words));
  build_phrases(std::move(phrases), tables);
  tables.meta.build = fingerprint();
  if (tables.word_places.empty() || tables.phrase_places.empty()) tables.problem = "two words have the same hash";
  return tables;
}

}  // namespace dossier::lexicon
