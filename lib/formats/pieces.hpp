// Text that goes to a stream while it is made, so that no more of it than a piece is held.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace dossier::formats {

/// A piece of text that is appended to, and the stream that takes it. For one thread.
class Pieces {
 public:
  /// `out` must outlive this.
  explicit Pieces(std::ostream& out) : out_(out) {}

  std::string text;  ///< what is not written yet

  /// To be called wherever an item ends: writes what there is when that is enough.
  void pass() {
    if (text.size() >= enough) finish();
  }
  /// Writes what there is: to be called at the end.
  void finish() {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
  }

 private:
  static constexpr std::size_t enough = std::size_t{1} << 16U;
  std::ostream& out_;
};

}  // namespace dossier::formats
