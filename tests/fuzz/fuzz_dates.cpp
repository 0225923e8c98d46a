// Any bytes as a text with any day of writing: the date reader does not fail, its mentions are in order and apart, and
// every value is one that TIMEX3 allows.
//
// The first line of an input is the date that is given, when it is short; its first byte chooses the options too.
#include <algorithm>
#include <dossier/dates.hpp>
#include <dossier/engine.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "check.hpp"

namespace {

using dossier::DateOptions;
using dossier::DateReader;
using dossier::Document;
using dossier::fuzz::require;

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The month and the day of a value's date exist, where they are given in digits.
bool is_calendar(std::string_view date) {
  const auto number = [&](std::size_t at) {
    return date.size() >= at + 2 && is_digit(date[at]) && is_digit(date[at + 1])
               ? (date[at] - '0') * 10 + (date[at + 1] - '0')
               : -1;
  };
  if (date.starts_with("BC")) date.remove_prefix(2);
  if (date.size() < 7 || date[4] != '-') return true;
  if (date[5] == 'W') return number(6) <= 53 && number(6) != 0;
  const int month = number(5);
  const int day = date.size() >= 10 ? number(8) : -1;
  return month != 0 && month <= 12 && day != 0 && day <= 31;
}

bool is_value(std::string_view value) {
  constexpr std::string_view allowed = "0123456789XWETPBCFUSINTMODYQHALR_-:.+/Z";
  if (value.empty() || value.find_first_not_of(allowed) != std::string_view::npos) return false;
  if (value.ends_with("_REF")) return value == "PAST_REF" || value == "PRESENT_REF" || value == "FUTURE_REF";
  if (value.front() == 'P') return value.size() > 2;
  return is_calendar(value);
}

void check(const Document& doc) {
  std::uint32_t end = 0;
  for (const dossier::Mention& mention : doc.mentions()) {
    require(mention.span.begin >= end && mention.span.begin < mention.span.end, "mentions are in order and apart");
    end = mention.span.end;
    require(end <= doc.text().size(), "a mention lies in the text");
    require(mention.score > 0.0F && mention.score <= 1.0F, "a score is between 0 and 1");
    require(is_value(doc.string(mention.value)), "a value is one of TIMEX3", doc.string(mention.value));
  }
  for (const dossier::Issue& issue : doc.issues())
    require(issue.span.end <= doc.text().size(), "an issue lies in the text");
}

std::vector<DateReader> make_readers() {
  std::vector<DateReader> out;
  for (const dossier::DatePreference prefer : {dossier::DatePreference::automatic, dossier::DatePreference::past,
                                               dossier::DatePreference::nearest, dossier::DatePreference::future})
    for (const dossier::DateOrder order : {dossier::DateOrder::month_first, dossier::DateOrder::day_first})
      for (const dossier::DateRanges ranges : {dossier::DateRanges::apart, dossier::DateRanges::joined})
        out.push_back(DateReader::build({.prefer = prefer, .order = order, .ranges = ranges}, {}));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<DateReader> readers = make_readers();
  static dossier::Scratch scratch;  // reused, as a program that reads many texts does
  const std::string_view text = dossier::fuzz::text_of(data, size);
  constexpr std::size_t longest_date = 40;
  const std::string_view head = text.substr(0, std::min(text.find('\n'), text.size()));
  const std::string_view date = head.size() <= longest_date ? head : std::string_view();
  const DateReader& chosen = readers[text.empty() ? 0 : static_cast<unsigned char>(text.front()) % readers.size()];
  for (const DateReader* reader : {&readers.front(), &chosen}) {
    check(reader->read({.text = text}, scratch));
    check(reader->read({.text = text, .date = date}, scratch));
    check(reader->read({.text = text, .date = "2024-02-29T23:59:59"}, scratch));
  }
  return 0;
}
