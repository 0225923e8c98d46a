// Questions about the dictionary entries of a sentence.
#include "recognize/view.hpp"

#include "tokens/tokenizer.hpp"

namespace dossier::recognize {

Nouns Nouns::of(const lexicon::Lexicon& lexicon) {
  const auto cls = [&](std::string_view name) { return lexicon.find_class(name).value_or(lexicon::ClassId::count); };
  Nouns out{.organization = cls("org_noun"),
            .place = cls("place_noun"),
            .thing = cls("thing_noun"),
            .opener = cls("org_opener")};
  for (const lexicon::ClassId noun : {out.organization, out.place, out.thing})
    if (noun != lexicon::ClassId::count) out.telling.add(noun);
  return out;
}

Literals::Literals()
    : of(tokens::hash_folded("of")),
      and_(tokens::hash_folded("and")),
      for_(tokens::hash_folded("for")),
      the(tokens::hash_folded("the")),
      a(tokens::hash_folded("a")),
      an(tokens::hash_folded("an")),
      ampersand(tokens::hash_folded("&")),
      in(tokens::hash_folded("in")),
      at(tokens::hash_folded("at")),
      on(tokens::hash_folded("on")),
      to(tokens::hash_folded("to")),
      from(tokens::hash_folded("from")),
      by(tokens::hash_folded("by")),
      as(tokens::hash_folded("as")),
      i(tokens::hash_folded("i")),
      is(tokens::hash_folded("is")),
      was(tokens::hash_folded("was")),
      minister(tokens::hash_folded("minister")),
      secretary(tokens::hash_folded("secretary")),
      with(tokens::hash_folded("with")),
      who(tokens::hash_folded("who")),
      such(tokens::hash_folded("such")),
      like(tokens::hash_folded("like")),
      including(tokens::hash_folded("including")),
      surnamed(tokens::hash_folded("surnamed")),
      nicknamed(tokens::hash_folded("nicknamed")),
      dear(tokens::hash_folded("dear")),
      hello(tokens::hash_folded("hello")),
      hi(tokens::hash_folded("hi")),
      hey(tokens::hash_folded("hey")),
      thanks(tokens::hash_folded("thanks")),
      women(tokens::hash_folded("women")),
      men(tokens::hash_folded("men")),
      children(tokens::hash_folded("children")),
      people_(tokens::hash_folded("people")),
      girls(tokens::hash_folded("girls")),
      boys(tokens::hash_folded("boys")),
      me(tokens::hash_folded("me")),
      my(tokens::hash_folded("my")),
      you(tokens::hash_folded("you")),
      your(tokens::hash_folded("your")),
      exclamation(tokens::hash_folded("!")) {}

lexicon::EntryId SentenceView::find_entry(std::uint32_t a, std::uint32_t b, lexicon::ClassId id) const noexcept {
  if (b - a == 1) {
    if (!is(a, id)) return lexicon::EntryId::none;
    const std::span<const lexicon::EntryId> entries = lexicon.entries(all_tokens[a]);
    if (entries.size() == 1) return entries.front();
    for (lexicon::EntryId entry : entries)
      if (lexicon.class_of(entry) == id) return entry;
    return lexicon::EntryId::none;
  }
  for (const lexicon::PhraseMatch& phrase : work.matches.phrases_at(a))
    if (phrase.last == b && phrase.cls == id) return phrase.entry;
  return lexicon::EntryId::none;
}

}  // namespace dossier::recognize
