// Tokens become items in one pass; what says nothing about relations is then left out in a second.
#include "relate/items.hpp"

#include <algorithm>

#include "relate/nodes.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::relate {
namespace {

using rules::Item;

std::uint16_t endings_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto ends = [&](std::string_view ending) { return word.size() > ending.size() + 1 && word.ends_with(ending); };
  switch (word.back()) {
    case 'g':
    case 'G':
      return ends("ing") || ends("ING") ? ends_ing : 0;
    case 'd':
    case 'D':
      return ends("ed") || ends("ED") ? ends_ed : 0;
    case 's':
      if (word[word.size() - 2] == 'u' && word[word.size() - 3] == 'o') return 0;  // "famous"
      return word[word.size() - 2] != 's' || word.size() == 3 ? ends_s : 0;
    case 'S':
      return ends_s;
    case 'y':
      return ends("ly") ? ends_ly : 0;
    default:
      return 0;
  }
}

class Builder {
 public:
  Builder(const Reading& reading, Workspace& work) : reading_(reading), work_(work) {}

  void run(const tokens::Sentence& sentence, IndexRange mentions) {
    work_.items.clear();
    work_.items.reserve(sentence.last - sentence.first);
    end_ = mentions.begin + mentions.size;
    go_to(mentions.begin);
    for (std::uint32_t token = sentence.first; token < sentence.last;) token = add(token, sentence.last);
    const std::uint16_t place = rules::marks_of(sentence.kind);
    if (place == 0) return;
    for (Item& item : work_.items) item.marks = static_cast<std::uint16_t>(item.marks | place);
  }

 private:
  [[nodiscard]] const tokens::Token& token(std::uint32_t index) const { return reading_.text.tokens[index]; }

  void go_to(std::uint32_t mention) {
    next_ = mention;
    next_begin_ = mention < end_ ? reading_.mentions[mention].span.begin : nothing;
  }
  void skip_nested(std::uint32_t from) {
    std::uint32_t next = next_;
    while (next < end_ && (reading_.mentions[next].nested || reading_.mentions[next].span.end <= from)) ++next;
    go_to(next);
  }

  // Adds the item that begins at the token; gives the token behind it.
  std::uint32_t add(std::uint32_t at, std::uint32_t last) {
    const tokens::Token& first = token(at);
    if (next_begin_ < first.span.end) skip_nested(first.span.begin);
    if (next_begin_ >= first.span.end) {
      add_word(at);
      return at + 1;
    }
    const Mention& mention = reading_.mentions[next_];
    if (mention.span.begin > first.span.begin) add_part({first.span.begin, mention.span.begin}, first);
    std::uint32_t behind = at + 1;
    while (behind < last && token(behind).span.begin < mention.span.end) ++behind;
    add_mention(mention, static_cast<MentionId>(next_), at, behind);
    if (mention.span.end < token(behind - 1).span.end)
      add_part({mention.span.end, token(behind - 1).span.end}, token(behind - 1));
    go_to(next_ + 1);
    return behind;
  }

  void fill(Item& item, const tokens::Token& from) const {
    item.kind = from.kind;
    item.shape = from.shape;
    item.flags = from.flags;
    item.span = from.span;
    if (from.kind == tokens::TokenKind::punctuation && from.span.size() == 1)
      item.mark = reading_.text.text[from.span.begin];
  }

  void add_word(std::uint32_t at) {
    const tokens::Token& from = token(at);
    Item& item = work_.items.emplace_back();
    fill(item, from);
    reading_.rules.set_word(item, from.hash);
    item.classes = reading_.matches.classes[at];
    if (from.kind == tokens::TokenKind::word) item.marks = endings_of(reading_.text.text_of(from));
    if (is_verbal(item)) item.marks |= rules::verbal;
  }

  void add_mention(const Mention& mention, MentionId id, std::uint32_t first, std::uint32_t last) {
    const tokens::Token& head = token(mention.type == TypeId::role ? head_of(first, last) : last - 1);
    Item& item = work_.items.emplace_back();
    fill(item, token(first));
    item.span = mention.span;
    item.type = mention.type;
    item.reference = mention.kind;
    item.mention = id;
    if (last == first + 1)
      reading_.rules.set_word(item, head.hash);
    else
      reading_.rules.set_head(item, head.hash);
    item.classes = reading_.matches.classes[static_cast<std::size_t>(&head - reading_.text.tokens.data())];
    if (mention.type == TypeId::role && is_plural(head, item.head_lists)) item.marks |= rules::plural;
  }

  // "director" of "director of public affairs": the last word before a preposition.
  [[nodiscard]] std::uint32_t head_of(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
      const std::string_view word = reading_.text.text_of(i);
      if (word == "of" || word == "for" || word == "on" || word == "in" || word == "to" || word == "at") return i - 1;
    }
    return last - 1;
  }

  [[nodiscard]] bool is_plural(const tokens::Token& head, rules::WordlistSet lists) const {
    const std::string_view word = reading_.text.text_of(head);
    const bool ends = word.ends_with('.') ? word.size() == 5 && word[3] == 's'
                                          : word.ends_with('s') || word.ends_with('S');  // "Sens."
    return ends && !word.ends_with("ss") && !lists.has(Wordlist::plural_s);
  }

  // The rest of a hyphenated word: "based" of "Boston-based", "ex" of "ex-president".
  void add_part(Span span, const tokens::Token& from) {
    std::string_view word = reading_.text.text.substr(span.begin, span.size());
    while (!word.empty() && (word.front() == '-' || static_cast<unsigned char>(word.front()) >= 0x80))
      word.remove_prefix(1);
    while (!word.empty() && (word.back() == '-' || static_cast<unsigned char>(word.back()) >= 0x80))
      word.remove_suffix(1);
    if (word.empty()) return;
    Item item;
    fill(item, from);
    item.span = span;
    item.shape = tokens::Shape::lower;
    reading_.rules.set_word(item, tokens::hash_word(word, work_.buffer));
    item.marks = endings_of(word);
    work_.items.push_back(item);
  }

  const Reading& reading_;
  Workspace& work_;
  std::uint32_t next_ = 0;  // mention
  std::uint32_t next_begin_ = nothing;
  std::uint32_t end_ = 0;
};

// Decides which items stay.
class Filter {
 public:
  Filter(const Reading& reading, std::vector<Item>& items) : reading_(reading), items_(items) {}

  void run() {
    std::size_t out = 0;
    for (std::size_t i = 0; i < items_.size();) {
      const std::size_t gone = skipped(i);
      if (gone == 0) {
        if (out != i) items_[out] = items_[i];
        ++out;
        ++i;
      } else {
        i += gone;
      }
    }
    items_.resize(out);
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return reading_.text.text.substr(items_[i].span.begin, items_[i].span.size());
  }
  [[nodiscard]] bool is(std::size_t i, char mark) const { return i < items_.size() && items_[i].mark == mark; }
  [[nodiscard]] bool has_type(std::size_t i, TypeId type) const { return i < items_.size() && items_[i].type == type; }

  // How many items from here on say nothing.
  [[nodiscard]] std::size_t skipped(std::size_t i) const {
    const Item& item = items_[i];
    if (item.mention != MentionId::none) return 0;
    if (item.lists.has(Wordlist::honorific) || item.classes.has(lexicon::ClassId::honorific))
      return has_type(i + 1, TypeId::person) || is_honorific(i + 1) ? 1 : 0;
    if (item.kind != tokens::TokenKind::punctuation) return 0;
    if (is(i, '-') && i > 0 && items_[i - 1].lists.has(Wordlist::former))
      return glued(i) && glued(i + 1) ? 1 : 0;  // "ex-"
    if (is(i, '-') && i > 0 && items_[i - 1].mention != MentionId::none) return glued(i) && glued(i + 1) ? 1 : 0;
    if (is(i, '(')) return remark(i);
    if (is(i, ',') && i > 0 && has_type(i - 1, TypeId::person)) {
      const std::size_t party = party_letter(i);
      return party != 0 ? party : age(i);
    }
    return 0;
  }

  // No space before it: the hyphen of "Boston-based".
  [[nodiscard]] bool glued(std::size_t i) const {
    return i > 0 && i < items_.size() && items_[i].span.begin == items_[i - 1].span.end;
  }

  [[nodiscard]] bool is_honorific(std::size_t i) const {
    return i < items_.size() && items_[i].classes.has(lexicon::ClassId::honorific) && has_type(i + 1, TypeId::person);
  }

  [[nodiscard]] std::size_t remark(std::size_t i) const {
    if (i + 1 < items_.size() && items_[i + 1].lists.has(Wordlist::birth)) return 0;  // rules read "(born in Oslo)"
    const bool title = i > 0 && has_type(i - 1, TypeId::role) && is(i + 2, ')') && has_type(i + 3, TypeId::person);
    if (title && items_[i + 1].lists.has(Wordlist::former)) return 0;  // "Gen. (retd) Ann Lee"
    for (std::size_t j = i + 1; j < items_.size() && j < i + longest_remark; ++j) {
      if (has_type(j, TypeId::role)) return 0;
      if (is(j, ')')) return j + 1 - i;
    }
    return 0;
  }

  // ", R-Texas" before another comma or the end: party and state of an American politician.
  [[nodiscard]] std::size_t party_letter(std::size_t i) const {
    if (i + 1 >= items_.size() || items_[i + 1].kind != tokens::TokenKind::word) return 0;
    const std::string_view letters = word(i + 1);
    const bool party = letters.size() > 3 && letters[1] == '-' && letters[2] >= 'A' && letters[2] <= 'Z' &&
                       (letters[0] == 'D' || letters[0] == 'R' || letters[0] == 'I');
    if (!party) return 0;
    const std::size_t next = is(i + 2, '.') ? i + 3 : i + 2;
    return next >= items_.size() || is(next, ',') ? next - i : 0;
  }

  // ", 54" before another comma or the end.
  [[nodiscard]] std::size_t age(std::size_t i) const {
    const bool number =
        i + 1 < items_.size() && items_[i + 1].kind == tokens::TokenKind::number && word(i + 1).size() <= 3;
    if (!number) return 0;
    const bool closed = i + 2 == items_.size() || is(i + 2, ',') || is(i + 2, '.') || is(i + 2, ')');
    // "Ann Lee, 54, and Bob Ray": the comma behind the age goes with it
    const bool list = is(i + 2, ',') && i + 3 < items_.size() && items_[i + 3].lists.has(Wordlist::coordinator);
    return closed ? (list ? 3 : 2) : 0;
  }

  const Reading& reading_;
  std::vector<Item>& items_;
};

}  // namespace

void build_items(const Reading& reading, const tokens::Sentence& sentence, IndexRange mentions, Workspace& work) {
  Builder(reading, work).run(sentence, mentions);
  Filter(reading, work.items).run();
}

}  // namespace dossier::relate
