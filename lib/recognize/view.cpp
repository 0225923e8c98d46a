// Dictionary phrases of a sentence and the questions asked of them.
#include "recognize/view.hpp"

#include "tokens/tokenizer.hpp"

namespace dossier::recognize {

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
      i(tokens::hash_folded("i")) {}

lexicon::EntryId SentenceView::find_entry(std::uint32_t a, std::uint32_t b, lexicon::ClassId id) const noexcept {
  if (b - a == 1) {
    for (lexicon::EntryId entry : lexicon.entries(text.tokens[a]))
      if (lexicon.class_of(entry) == id) return entry;
    return lexicon::EntryId::none;
  }
  const std::uint32_t at = a - first;
  for (std::uint32_t i = work.phrase_begin[at]; i < work.phrase_begin[at + 1]; ++i)
    if (work.phrases[i].last == b && lexicon.class_of(work.phrases[i].entry) == id) return work.phrases[i].entry;
  return lexicon::EntryId::none;
}

void find_phrases(SentenceView& view) {
  Workspace& work = view.work;
  work.phrases.clear();
  work.phrase_begin.clear();
  for (std::uint32_t i = view.first; i < view.last; ++i) {
    work.phrase_begin.push_back(static_cast<std::uint32_t>(work.phrases.size()));
    if (view.lexicon.begins_phrase(view.token(i))) view.lexicon.match_phrases(view.text, i, view.last, work.phrases);
  }
  work.phrase_begin.push_back(static_cast<std::uint32_t>(work.phrases.size()));
}

}  // namespace dossier::recognize
