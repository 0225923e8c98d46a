// Properties of tokenization on random text, and its agreement with ICU's word boundaries.
//
// Every boundary of a token is a boundary of ICU's word BreakIterator, except beside these marks, where the tokenizer
// cuts and ICU does not: apostrophes (possessives, digits), periods without a space after them ("end.The", "J.K."),
// commas between digits that are no thousands, colons between letters, underscores at the edge of a word, and Hebrew's
// double quotation mark between letters. Where ICU cuts and the tokenizer does not (hyphens, abbreviations, addresses)
// nothing is asked of it.
#include <unicode/brkiter.h>
#include <unicode/locid.h>

#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::tokens {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

/// Byte offsets of ICU's word boundaries.
std::set<std::uint32_t> icu_boundaries(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  REQUIRE(U_SUCCESS(status) != 0);
  UText bytes = UTEXT_INITIALIZER;
  utext_openUTF8(&bytes, text.data(), static_cast<int64_t>(text.size()), &status);
  words->setText(&bytes, status);
  std::set<std::uint32_t> result;
  for (int32_t at = words->first(); at != icu::BreakIterator::DONE; at = words->next()) {
    result.insert(static_cast<std::uint32_t>(at));
  }
  utext_close(&bytes);
  return result;
}

/// True beside a mark of the list above.
bool is_listed(std::string_view text, std::uint32_t at) {
  const auto marked = [](char32_t value) {
    return std::u32string_view(U"'\u2019\u2018.,:;_\"@").find(value) != std::u32string_view::npos;
  };
  return (at < text.size() && marked(text::decode_at(text, at).value)) ||
         (at > 0 && marked(text::decode_before(text, at).value));
}

/// Token boundaries that are not ICU's; those beside listed marks only when asked for.
std::vector<std::string> disagreements(std::string_view text, bool listed_too) {
  TokenizedText out;
  tokenize(text, {}, {}, out);
  const std::set<std::uint32_t> boundaries = icu_boundaries(text);
  std::vector<std::string> result;
  for (const Token& token : out.tokens) {
    for (const std::uint32_t at : {token.span.begin, token.span.end}) {
      if (boundaries.count(at) != 0 || (!listed_too && is_listed(text, at))) continue;
      result.push_back(std::string(out.text_of(token)) + " at " + std::to_string(at));
    }
  }
  return result;
}

struct Script {
  std::string_view name;
  std::vector<std::string_view> words;
};

std::vector<Script> scripts() {
  return {
      {"Latin",
       {"Zürich", "Đorđe", "naïve", "Łódź", "İstanbul", "smörgåsbord", "Čapek", "plain", "Ångström", "Nguyễn"}},
      {"Cyrillic", {"Москва", "министр", "Київ", "їжак", "Београд", "съвет", "Ёлка", "новости", "Қазақстан", "цъфтят"}},
      {"Greek", {"Αθήνα", "κυβέρνηση", "Θεσσαλονίκη", "ὁδός", "ψήφος", "ΝΑΤΟ", "ειρήνη", "Ἑλλάς"}},
      {"Arabic", {"القاهرة", "وزير", "السلام", "مُحَمَّد", "تهران", "لاہور", "پاکستان", "مدينة"}},
      {"Hebrew", {"ירושלים", "ממשלה", "שָׁלוֹם", "חדשות", "אביב", "נציג"}},
      {"Devanagari", {"दिल्ली", "मंत्री", "सरकार", "भारत", "समाचार"}},
      {"Thai", {"ประเทศไทย", "รัฐบาล", "ภาษา", "นายกรัฐมนตรี", "ข่าววันนี้"}},
      {"Chinese", {"北京", "中华人民共和国", "政府", "今天", "我们在学校学习", "世界"}},
      {"Japanese", {"東京", "日本語", "テキスト", "ひらがな", "政府は", "カタカナ"}},
      {"Korean", {"서울", "대한민국", "정부는", "오늘", "학교"}},
  };
}

std::string random_sentence(Random& random, const Script& script) {
  constexpr std::string_view separators[] = {" ",  " ",   " ",        " ",  ", ", "; ",      " (",
                                             ") ", " - ", " \u2014 ", "! ", "? ", " \u201C", "\u201D "};
  std::string text;
  const std::size_t words = 3 + below(random, 20);
  for (std::size_t i = 0; i < words; ++i) {
    text += script.words[below(random, script.words.size())];
    text += separators[below(random, std::size(separators))];
    if (below(random, 6) == 0) text += std::to_string(below(random, 3000)) + " ";
  }
  return text;
}

/// Code points of all kinds, the awkward ones often.
std::string random_text(Random& random, std::size_t size) {
  constexpr char32_t awkward[] = {U'\'',         U'\u2019',     U'.', U'-',     U'\n', U' ',      U'"',      U'\u201C',
                                  U'@',          U'#',          U'/', U':',     U',',  U'\u0301', U'\u200D', U'\u00AD',
                                  U'\u4E2D',     U'\u0E01',     U'(', U'1',     U'A',  U'a',      U'\u00C9', U'\u2028',
                                  U'\uFEFF',     U'\U0001F600', U's', U'*',     U'\r', U'\u00A0', U'\u2011', U'\u05D0',
                                  U'\U0001F1E6', U'T',          U'_', U'\u3002'};
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    char32_t value = awkward[below(random, std::size(awkward))];
    switch (below(random, 8)) {
      case 0:
        value = static_cast<char32_t>(below(random, 0x80));
        break;
      case 1:
        value = static_cast<char32_t>(0x80 + below(random, 0xD780));
        break;
      case 2:
        value = static_cast<char32_t>(0xE000 + below(random, 0x102000));
        break;
      case 3:
        value = static_cast<char32_t>('a' + below(random, 26));
        break;
      default:
        break;
    }
    text::append(text, value);
  }
  return text;
}

bool is_boundary(std::string_view text, std::uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

/// True when [begin, end) is white space and controls only.
bool is_blank(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end) {
    const text::CodePoint point = text::decode_at(text, begin);
    const text::CharClass cls = text::char_class(point.value);
    if (cls != text::CharClass::space && cls != text::CharClass::newline) return false;
    begin += point.size;
  }
  return true;
}

void check_tokens(const TokenizedText& out) {
  std::uint32_t end = 0;
  for (const Token& token : out.tokens) {
    REQUIRE(token.span.begin >= end);
    REQUIRE(token.span.end > token.span.begin);
    REQUIRE(token.span.end <= out.text.size());
    REQUIRE(is_boundary(out.text, token.span.begin));
    REQUIRE(is_boundary(out.text, token.span.end));
    REQUIRE(is_blank(out.text, end, token.span.begin));
    REQUIRE((token.flags & ~1023U) == 0);
    REQUIRE(((token.flags & space_before) != 0) == (token.span.begin == 0 || token.span.begin > end));
    end = token.span.end;
  }
  REQUIRE(is_blank(out.text, end, static_cast<std::uint32_t>(out.text.size())));
}

void check_sentences(const TokenizedText& out) {
  std::uint32_t next = 0;
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : out.sentences) {
    REQUIRE(sentence.first == next);
    REQUIRE(sentence.last > sentence.first);
    REQUIRE(sentence.paragraph >= paragraph);
    std::size_t starts = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      starts += (out.tokens[i].flags & sentence_start) != 0 ? 1U : 0U;
      REQUIRE(((out.tokens[i].flags & sentence_end) != 0) == (i + 1 == sentence.last));
    }
    REQUIRE(starts <= 1);
    next = sentence.last;
    paragraph = sentence.paragraph;
  }
  REQUIRE(next == out.tokens.size());
}

TEST_CASE("tokens are in order, cover everything visible, and sentences partition them") {
  const unsigned seed = 1001;
  CAPTURE(seed);
  Random random(seed);
  TokenizedText out;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random, below(random, 120));
    CAPTURE(round, text);
    TokenizeOptions options;
    if (round % 4 == 0) options.max_sentence_tokens = static_cast<std::uint32_t>(2 + below(random, 9));
    tokenize(text, {}, options, out);
    check_tokens(out);
    check_sentences(out);
  }
}

TEST_CASE("hashes of random tokens are those of their folded words") {
  const unsigned seed = 1002;
  CAPTURE(seed);
  Random random(seed);
  TokenizedText out;
  std::string buffer;
  for (int round = 0; round < 1000; ++round) {
    const std::string text = random_text(random, 60);
    tokenize(text, {}, {}, out);
    for (const Token& token : out.tokens) {
      CAPTURE(text, out.text_of(token));
      REQUIRE(token.hash == hash_word(out.text_of(token), buffer));
    }
  }
}

TEST_CASE("every token boundary is a boundary of ICU in all scripts") {
  const unsigned seed = 1003;
  CAPTURE(seed);
  Random random(seed);
  for (const Script& script : scripts()) {
    for (int round = 0; round < 60; ++round) {
      const std::string text = random_sentence(random, script);
      CAPTURE(script.name, text);
      CHECK(disagreements(text, true).empty());
    }
  }
}

TEST_CASE("boundaries that ICU does not have stand beside the listed marks") {
  const unsigned seed = 1004;
  CAPTURE(seed);
  Random random(seed);
  constexpr std::string_view pieces[] = {"Ann", "o",  "U.S.", "it's", "O'Hara", "5",   "1,250.5", "x_y", "'", ".", ",",
                                         "-",   " ",  " ",    ":",    "end",    "Mr.", "\u2019s", "Zoë", "(", ")", "\"",
                                         "J.",  "K.", "@ann", "a.m.", "16th",   "/"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 12; ++i) text += pieces[below(random, std::size(pieces))];
    CAPTURE(text);
    CHECK(disagreements(text, false).empty());
  }
}

// The end of a text is read by the careful path, the rest by the fast one.
TEST_CASE("the fast path and the careful path agree") {
  const unsigned seed = 1005;
  CAPTURE(seed);
  Random random(seed);
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  constexpr std::string_view marks[] = {"'", "-",   ".",      "_",      "@", ":",  "+",   "%",
                                        ",", "'s ", "\u2019", "\u00E9", " ", ". ", ".\"", "://"};
  TokenizedText fast, careful;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t part = 0; part < 2; ++part) {
      const std::size_t size = 1 + below(random, round % 10 == 0 ? 20 : 9);
      for (std::size_t i = 0; i < size; ++i) text += letters[below(random, round % 3 == 0 ? 26 : letters.size())];
      text += marks[below(random, std::size(marks))];
    }
    text += "\n\n";
    CAPTURE(text);
    tokenize(text, {}, {}, careful);
    const std::string longer = text + "and many more words that follow after the blank line";
    tokenize(longer, {}, {}, fast);
    REQUIRE(fast.tokens.size() > careful.tokens.size());
    for (std::size_t i = 0; i < careful.tokens.size(); ++i) {
      REQUIRE(fast.tokens[i].span == careful.tokens[i].span);
      REQUIRE(fast.tokens[i].hash == careful.tokens[i].hash);
      REQUIRE(fast.tokens[i].shape == careful.tokens[i].shape);
      REQUIRE(fast.tokens[i].flags == careful.tokens[i].flags);
      REQUIRE(fast.tokens[i].kind == careful.tokens[i].kind);
    }
  }
}

}  // namespace
}  // namespace dossier::tokens
