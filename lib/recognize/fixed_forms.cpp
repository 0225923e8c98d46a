// Mentions whose form alone says what they are: addresses, amounts of money, percentages, quantities.
#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using tokens::TokenKind;

void add(SentenceView& view, std::uint32_t first, std::uint32_t last, TypeId type, Proposal proposal) {
  Score score(view.weights);
  score.add(Evidence::fixed_form);
  view.work.candidates.push_back({.first = first,
                                  .last = last,
                                  .type = type,
                                  .proposal = proposal,
                                  .score = score.total(),
                                  .evidence = score.bits()});
}

bool is_currency_sign(const SentenceView& view, std::uint32_t i) {
  if (i < view.first || i >= view.last || view.token(i).kind != TokenKind::symbol) return false;
  const std::string_view sign = view.word(i);
  return sign == "$" || sign == "£" || sign == "€" || sign == "¥" || sign == "₹" || sign == "₽" || sign == "₩" ||
         sign == "₪" || sign == "₺" || sign == "₦";
}

bool is_amount(const SentenceView& view, std::uint32_t i) {
  return i < view.last && (view.token(i).kind == TokenKind::number || view.is(i, ClassId::number_word));
}

/// One past the number that starts at `i` with its magnitudes: "1.5 million", "two hundred thousand".
std::uint32_t amount_end(const SentenceView& view, std::uint32_t i) {
  std::uint32_t end = i + 1;
  while (end < view.last && end - i < 6 && (view.is(end, ClassId::magnitude) || is_amount(view, end)) &&
         view.flag(end, tokens::space_before))
    ++end;
  return end;
}

/// Amounts that begin with a number: "28 million euros", "50 %", "12 kilometres".
void propose_amount(SentenceView& view, std::uint32_t i) {
  const std::uint32_t end = amount_end(view, i);
  if (end >= view.last) return;
  if (view.mark(end, '%')) return add(view, i, end + 1, TypeId::percent, Proposal::percent);
  const std::string_view word = view.word(end);
  if (word == "percent") return add(view, i, end + 1, TypeId::percent, Proposal::percent);
  if (word == "per" && end + 1 < view.last && view.word(end + 1) == "cent")
    return add(view, i, end + 2, TypeId::percent, Proposal::percent);
  if (view.is(end, ClassId::currency)) return add(view, i, end + 1, TypeId::money, Proposal::money);
  if (view.has(end + 1, ClassId::currency) && view.has(end, ClassId::nationality))
    return add(view, i, end + 2, TypeId::money, Proposal::money);
  if (view.is(end, ClassId::unit)) return add(view, i, end + 1, TypeId::quantity, Proposal::quantity);
}

/// Amounts that begin with a sign: "$28 million", "US$5", "€1.2bn".
void propose_signed_amount(SentenceView& view, std::uint32_t sign) {
  if (!is_amount(view, sign + 1)) return;
  std::uint32_t first = sign;
  if (sign > view.first && view.capital(sign - 1) && !view.flag(sign, tokens::space_before) &&
      view.token(sign - 1).span.size() <= 3)
    first = sign - 1;  // "US$", "A$", "HK$"
  add(view, first, amount_end(view, sign + 1), TypeId::money, Proposal::money);
}

}  // namespace

void propose_fixed_forms(SentenceView& view) {
  for (std::uint32_t i = view.next(view.first, may_form); i < view.last; i = view.next(i + 1, may_form)) {
    switch (view.token(i).kind) {
      case TokenKind::word:
      case TokenKind::number:
        propose_amount(view, i);
        break;
      case TokenKind::url:
        add(view, i, i + 1, TypeId::url, Proposal::url);
        break;
      case TokenKind::email:
        add(view, i, i + 1, TypeId::email, Proposal::email);
        break;
      case TokenKind::handle:
        add(view, i, i + 1, TypeId::handle, Proposal::handle);
        break;
      case TokenKind::symbol:
        if (is_currency_sign(view, i)) propose_signed_amount(view, i);
        break;
      default:
        break;
    }
  }
}

}  // namespace dossier::recognize
