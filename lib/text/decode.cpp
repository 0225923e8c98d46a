// Bytes in any of the known encodings to valid UTF-8, with a map back to the bytes.
#include <algorithm>
#include <array>
#include <utility>

#include "text/map_builder.hpp"
#include "text/utf8.hpp"
#include "text/utf8_sequence.hpp"

namespace dossier::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

// What Windows-1252 has at 0x80 to 0x9F; bytes it does not define keep their number, as browsers do.
constexpr std::array<char32_t, 32> windows1252_high = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr std::size_t size_of(char32_t value) noexcept {
  return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

// Writes a Decoded from the first byte on; refuses what would make the text longer than allowed.
class Writer {
 public:
  Writer(std::string_view bytes, std::uint64_t max_bytes) : bytes_(bytes), max_bytes_(max_bytes) {}

  // Takes bytes that are UTF-8 as they stand. Shortens them when they are too many; false then.
  bool copy(std::size_t begin, std::size_t end) {
    const bool fits = end - begin <= room();
    if (!fits) {
      end = begin + static_cast<std::size_t>(room());
      while (end > begin && (static_cast<unsigned char>(bytes_[end]) & 0xC0U) == 0x80U) --end;
    }
    if (end > begin) {
      out_.text.append(bytes_.substr(begin, end - begin));
      take(begin, end, end - begin);
    }
    return fits;
  }

  // Writes one character that stands for the bytes [begin, end); false when there is no room.
  bool put(char32_t value, std::size_t begin, std::size_t end) {
    if (room() < size_of(value)) return false;
    const std::size_t before = out_.text.size();
    append(out_.text, value);
    take(begin, end, out_.text.size() - before);
    return true;
  }

  // Writes ASCII of `bytes` units for each of its characters.
  bool put_ascii(std::string_view ascii, std::size_t begin, std::size_t end) {
    if (room() < ascii.size()) return false;
    out_.text.append(ascii);
    take(begin, end, ascii.size());
    return true;
  }

  bool replace(std::size_t begin, std::size_t end) {
    const auto at = static_cast<std::uint32_t>(out_.text.size());
    if (!put(replacement, begin, end)) return false;
    if (out_.ill_formed++ == 0) out_.first_ill_formed = {at, at + 3};
    return true;
  }

  Decoded finish(Encoding encoding) && {
    out_.encoding = encoding;
    out_.dropped = bytes_.size() - used_;
    out_.map =
        std::move(map_).finish(static_cast<std::uint32_t>(std::min<std::uint64_t>(bytes_.size(), max_text_bytes)));
    return std::move(out_);
  }

  void skip(std::size_t size) { used_ = size; }
  void reserve(std::size_t size) {
    out_.text.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(size, max_bytes_)));
  }

 private:
  [[nodiscard]] std::uint64_t room() const noexcept { return max_bytes_ - out_.text.size(); }

  void take(std::size_t begin, std::size_t end, std::size_t written) {
    map_.add(static_cast<std::uint32_t>(written), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    used_ = end;
  }

  std::string_view bytes_;
  std::uint64_t max_bytes_;
  std::size_t used_ = 0;
  MapBuilder map_;
  Decoded out_;
};

void decode_utf8(std::string_view bytes, std::size_t at, Writer& writer) {
  while (at < bytes.size()) {
    const std::size_t end = find_ill_formed_from(bytes, at);
    if (!writer.copy(at, end)) return;
    if (end == bytes.size()) return;
    const Sequence broken = sequence_at(bytes, end);
    if (!writer.replace(end, end + broken.size)) return;
    at = end + broken.size;
  }
}

void decode_windows1252(std::string_view bytes, Writer& writer) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = at + find_non_ascii(bytes.substr(at));
    if (!writer.copy(at, end)) return;
    for (at = end; at < bytes.size(); ++at) {
      const auto byte = static_cast<unsigned char>(bytes[at]);
      if (byte < 0x80U) break;
      const char32_t value = byte < 0xA0U ? windows1252_high[byte - 0x80U] : byte;
      if (!writer.put(value, at, at + 1)) return;
    }
  }
}

class Utf16Reader {
 public:
  Utf16Reader(std::string_view bytes, bool little) : bytes_(bytes), low_(little ? 0 : 1) {}

  [[nodiscard]] char32_t unit(std::size_t at) const noexcept {
    const auto byte = [this](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes_[i])); };
    return byte(at + low_) | byte(at + 1 - low_) << 8U;
  }

  // The ASCII characters from `at` on, put into `buffer` as far as it reaches.
  [[nodiscard]] std::size_t ascii(std::size_t at, std::array<char, 256>& buffer) const noexcept {
    std::size_t size = 0;
    for (; size < buffer.size() && at + 1 < bytes_.size(); at += 2, ++size) {
      const char32_t value = unit(at);
      if (value >= 0x80U) break;
      buffer[size] = static_cast<char>(value);
    }
    return size;
  }

 private:
  std::string_view bytes_;
  std::size_t low_;
};

void decode_utf16(std::string_view bytes, std::size_t at, bool little, Writer& writer) {
  const Utf16Reader reader(bytes, little);
  std::array<char, 256> buffer{};
  while (at + 1 < bytes.size()) {
    if (const std::size_t run = reader.ascii(at, buffer); run > 0) {
      if (!writer.put_ascii({buffer.data(), run}, at, at + 2 * run)) return;
      at += 2 * run;
      continue;
    }
    const char32_t first = reader.unit(at);
    if (first < 0xD800 || first > 0xDFFF) {
      if (!writer.put(first, at, at + 2)) return;
      at += 2;
      continue;
    }
    const char32_t second = first < 0xDC00 && at + 3 < bytes.size() ? reader.unit(at + 2) : 0;
    const bool pair = second >= 0xDC00 && second <= 0xDFFF;
    const std::size_t end = at + (pair ? 4 : 2);
    if (!(pair ? writer.put(0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), at, end)
               : writer.replace(at, end))) {
      return;
    }
    at = end;
  }
  if (at < bytes.size()) writer.replace(at, bytes.size());
}

Encoding detect(std::string_view bytes) noexcept {
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  return Encoding::utf8;
}

std::size_t mark_size(std::string_view bytes, Encoding encoding) noexcept {
  if (encoding == Encoding::utf8) return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (encoding == Encoding::utf16le) return bytes.starts_with("\xFF\xFE") ? 2 : 0;
  if (encoding == Encoding::utf16be) return bytes.starts_with("\xFE\xFF") ? 2 : 0;
  return 0;
}

}  // namespace

Decoded decode(std::string_view bytes, Encoding encoding, std::uint64_t max_bytes) {
  const std::uint64_t limit = std::min(max_bytes, max_text_bytes);
  const std::uint64_t too_many = bytes.size() > limit ? bytes.size() - limit : 0;
  std::string_view read = bytes.substr(0, static_cast<std::size_t>(limit));
  if (encoding == Encoding::detect) encoding = detect(bytes);
  if (too_many > 0 && encoding == Encoding::utf8) {  // do not cut a character in two
    std::size_t end = read.size();
    for (int back = 0; back < 3 && end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U; ++back) --end;
    read = read.substr(0, end);
  }
  if (too_many > 0 && (encoding == Encoding::utf16le || encoding == Encoding::utf16be)) {
    read = read.substr(0, read.size() & ~std::size_t{1});
  }
  Writer writer(read, limit);
  writer.reserve(read.size());
  const std::size_t mark = mark_size(read, encoding);
  writer.skip(mark);
  if (encoding == Encoding::windows1252) {
    decode_windows1252(read, writer);
  } else if (encoding == Encoding::utf8) {
    decode_utf8(read, mark, writer);
  } else {
    decode_utf16(read, mark, encoding == Encoding::utf16le, writer);
  }
  Decoded out = std::move(writer).finish(encoding);
  out.dropped += bytes.size() - read.size();
  return out;
}

}  // namespace dossier::text
