// Is this JSON? A scanner by RFC 8259 with a stack of bits, for values that are copied through unread.
#include <cstddef>
#include <vector>

#include "formats/json_text.hpp"

namespace dossier::formats {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  // One round reads a scalar or opens a container, then closes what ends behind it.
  bool run() {
    while (true) {
      skip_space();
      if (take('{')) {
        objects_.push_back(true);
        if (!closes('}')) {
          if (!key()) return false;
          continue;
        }
      } else if (take('[')) {
        objects_.push_back(false);
        if (!closes(']')) continue;
      } else if (!scalar()) {
        return false;
      }
      if (!go_on()) return false;
      if (objects_.empty()) return at_ == json_.size();
    }
  }

 private:
  [[nodiscard]] char next() const noexcept { return at_ < json_.size() ? json_[at_] : '\0'; }
  bool take(char c) noexcept {
    if (next() != c || at_ == json_.size()) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) noexcept {
    if (json_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  void skip_space() noexcept {
    while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r') ++at_;
  }
  // After the opening of a container: an immediate end.
  bool closes(char end) {
    skip_space();
    if (!take(end)) return false;
    objects_.pop_back();
    return true;
  }

  // After a value: closes containers until a comma asks for one more value, or all are closed.
  bool go_on() {
    while (true) {
      skip_space();
      if (objects_.empty()) return true;
      if (take(',')) {
        skip_space();
        return !objects_.back() || key();
      }
      if (!take(objects_.back() ? '}' : ']')) return false;
      objects_.pop_back();
    }
  }

  bool key() {
    if (!string()) return false;
    skip_space();
    return take(':');
  }

  bool scalar() {
    if (next() == '"') return string();
    return take("true") || take("false") || take("null") || number();
  }

  // Many bytes a step while none of them is a quote, a backslash or a control character: a loop without branches, of
  // which compilers make vector code.
  void skip_plain() noexcept {
    constexpr std::size_t step = 32;
    for (; at_ + step <= json_.size(); at_ += step) {
      const char* const bytes = json_.data() + at_;
      unsigned char found = 0;
      for (std::size_t i = 0; i < step; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        found |= static_cast<unsigned char>((byte == '"') | (byte == '\\') | (byte < 0x20));
      }
      if (found != 0) return;
    }
  }

  bool string() {
    if (!take('"')) return false;
    skip_plain();
    while (at_ < json_.size()) {
      const char c = json_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') continue;
      if (!escape()) return false;
      skip_plain();
    }
    return false;
  }

  bool escape() {
    const char c = next();
    if (at_ == json_.size() || std::string_view("\"\\/bfnrtu").find(c) == std::string_view::npos) return false;
    ++at_;
    if (c != 'u') return true;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char low = static_cast<char>(next() | 0x20);
      if (!is_digit(next()) && !(low >= 'a' && low <= 'f')) return false;
    }
    return true;
  }

  bool digits() {
    if (!is_digit(next())) return false;
    while (is_digit(next())) ++at_;
    return true;
  }

  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('+')) take('-');
    return digits();
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::vector<bool> objects_;  // of each open container: object or array
};

}  // namespace

bool is_json_value(std::string_view json) { return Scanner(json).run(); }

}  // namespace dossier::formats
