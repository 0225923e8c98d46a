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

}  // namespace

void propose_addresses(SentenceView& view) {
  for (std::uint32_t i = view.next(view.first, may_address); i < view.last; i = view.next(i + 1, may_address)) {
    switch (view.token(i).kind) {
      case TokenKind::url:
        add(view, i, TypeId::url, Proposal::url);
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
