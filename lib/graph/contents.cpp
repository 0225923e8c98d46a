// The contents of a document's record, and their bytes.
#include "graph/contents.hpp"

#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

constexpr std::uint64_t offset_limit = std::uint64_t{1} << 32U;

void put_span(std::string& out, Span span) {
  put_number(out, span.begin);
  put_number(out, span.end - span.begin);
}

void put_statement(std::string& out, const StatementPart& part) {
  put_string(out, part.type);
  put_number(out, part.source);
  put_number(out, part.target == no_entity ? 0 : std::uint64_t{part.target} + 1);
  put_number(out, static_cast<std::uint64_t>(part.flags));
  put_string(out, part.label);
  put_span(out, part.span);
  put_span(out, part.codepoints);
  put_number(out, part.quote);
  put_string(out, part.rule);
  put_string(out, part.place);
  put_string(out, part.date);
}

Span take_span(ByteReader& in) {
  const std::uint32_t begin = in.number_below(offset_limit);
  const std::uint32_t size = in.number_below(offset_limit - begin);
  return {begin, begin + size};
}

void take_entity(ByteReader& in, EntityPart& out) {
  out.key = in.string();
  out.name = in.string();
  out.aliases.resize(in.length());
  for (std::string_view& alias : out.aliases) alias = in.string();
  out.mentions = in.number();
}

void take_statement(ByteReader& in, const Contents& contents, StatementPart& out) {
  out.type = in.string();
  out.source = in.number_below(contents.entities.size());
  const std::uint32_t target = in.number_below(contents.entities.size() + 1);
  out.target = target == 0 ? no_entity : target - 1;
  out.flags = static_cast<RelationFlags>(in.number_below(256));
  out.label = in.string();
  out.span = take_span(in);
  out.codepoints = take_span(in);
  out.quote = in.number_below(contents.quotes.size());
  out.rule = in.string();
  out.place = in.string();
  out.date = in.string();
}

void take_sentence(ByteReader& in, const Contents& contents, SentencePart& out) {
  const std::uint64_t head = in.number();
  out.begins_paragraph = (head & 1U) != 0;
  out.entities.clear();
  if (head / 2 > contents.entities.size()) {
    (void)in.number_below(0);
    return;
  }
  for (std::uint64_t i = 0; i < head / 2; ++i) out.entities.push_back(in.number_below(contents.entities.size()));
}

}  // namespace

void put_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
  out += static_cast<char>(number);
}

void put_string(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

std::uint64_t ByteReader::number() noexcept {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !left_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  fail();
  return 0;
}

std::uint32_t ByteReader::number_below(std::uint64_t limit) noexcept {
  const std::uint64_t value = number();
  if (value < limit && value < offset_limit) return static_cast<std::uint32_t>(value);
  fail();
  return 0;
}

std::string_view ByteReader::string() noexcept {
  const std::uint64_t size = number();
  if (size > left_.size()) {
    fail();
    return {};
  }
  const std::string_view text = left_.substr(0, size);
  left_.remove_prefix(size);
  if (trust_ == Trust::checked || text::find_ill_formed(text) == text.size()) return text;
  fail();
  return {};
}

std::string encode(const Contents& contents) {
  std::string out;
  put_string(out, contents.id);
  put_string(out, contents.date);
  put_number(out, contents.sentences);
  put_number(out, contents.entities.size());
  for (const EntityPart& part : contents.entities) {
    put_string(out, part.key);
    put_string(out, part.name);
    put_number(out, part.aliases.size());
    for (const std::string_view alias : part.aliases) put_string(out, alias);
    put_number(out, part.mentions);
  }
  put_number(out, contents.quotes.size());
  for (const std::string_view quote : contents.quotes) put_string(out, quote);
  put_number(out, contents.statements.size());
  for (const StatementPart& part : contents.statements) put_statement(out, part);
  put_number(out, contents.named_in.size());
  for (const SentencePart& part : contents.named_in) {
    put_number(out, std::uint64_t{part.entities.size()} * 2 + (part.begins_paragraph ? 1 : 0));
    for (const std::uint32_t entity : part.entities) put_number(out, entity);
  }
  return out;
}

std::string_view decode(std::string_view bytes, Contents& out, Trust trust) {
  ByteReader in(bytes, trust);
  out.id = in.string();
  out.date = in.string();
  out.sentences = in.number();
  out.entities.resize(in.length());
  for (EntityPart& part : out.entities) {
    take_entity(in, part);
    const std::size_t slash = part.key.find('/');
    if (slash == 0 || slash == std::string_view::npos) return "a key without type";
  }
  out.quotes.resize(in.length());
  for (std::string_view& quote : out.quotes) quote = in.string();
  out.statements.resize(in.length());
  for (StatementPart& part : out.statements) take_statement(in, out, part);
  out.named_in.resize(in.length());
  for (SentencePart& part : out.named_in) take_sentence(in, out, part);
  if (out.sentences < out.named_in.size()) return "fewer sentences than are listed";
  if (in.failed()) return "a number or a string that leads outside";
  return in.at_end() ? std::string_view() : "bytes behind its end";
}

}  // namespace dossier::graph
