// Addresses: URLs, e-mail addresses and handles, which the tokenizer has found already.
#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using tokens::TokenKind;

void add(SentenceView& view, std::uint32_t i, TypeId type, Proposal proposal) {
  Score score(view.weights);
  score.add(Evidence::fixed_form);
  view.work.candidates.push_back({.first = i,
                                  .last = i + 1,
                                  .type = type,
                                  .proposal = proposal,
                                  .score = score.total(),
                                  .evidence = score.bits()});
}

/// A company that is called by its address: "Harven.com said ...". Written with a capital, without path or "www".
bool propose_company(SentenceView& view, std::uint32_t i) {
  const std::string_view word = view.word(i);
  if (word.front() < 'A' || word.front() > 'Z' || word.find_first_of("/:@") != std::string_view::npos ||
      word.find('.') != word.rfind('.') || !word.ends_with(".com"))
    return false;
  Score score(view.weights);
  score.add(Evidence::org_one_word);
  score.add(Evidence::org_camel);
  view.work.candidates.push_back({.first = i,
                                  .last = i + 1,
                                  .type = TypeId::organization,
                                  .proposal = Proposal::organization_name,
                                  .score = score.total(),
                                  .entry = view.entry_at(i, i + 1, lexicon::ClassId::organization),
                                  .evidence = score.bits()});
  return true;
}

}  // namespace

void propose_addresses(SentenceView& view) {
  for (std::uint32_t i = view.next(view.first, may_address); i < view.last; i = view.next(i + 1, may_address)) {
    switch (view.token(i).kind) {
      case TokenKind::url:
        if (!propose_company(view, i)) add(view, i, TypeId::url, Proposal::url);
        break;
      case TokenKind::email:
        add(view, i, TypeId::email, Proposal::email);
        break;
      case TokenKind::handle:
        add(view, i, TypeId::handle, Proposal::handle);
        break;
      default:
        break;
    }
  }
}

}  // namespace dossier::recognize
