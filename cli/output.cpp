// Standard output with broken pipes taken calmly, messages, colour and progress.
#include "output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace dossier::cli {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;

std::int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

Output::Output(const std::string& path) {
  if (path.empty() || path == "-") {
    file_ = STDOUT_FILENO;
    return;
  }
  file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  own_ = file_ >= 0;
  if (!own_) {
    error_ = path + ": " + std::strerror(errno);
    closed_ = true;
  }
}

Output::~Output() {
  flush();
  if (own_) ::close(file_);
}

void Output::start() {
  if (!own_) return;
  struct ::stat status = {};
  if (::fstat(file_, &status) == 0 && S_ISREG(status.st_mode) && ::ftruncate(file_, 0) != 0) {
    error_ = std::string("cannot write output: ") + std::strerror(errno);
    closed_ = true;
  }
}

bool Output::is_same_file(const std::string& path) const noexcept {
  struct ::stat mine = {};
  struct ::stat other = {};
  if (file_ < 0 || ::fstat(file_, &mine) != 0 || !S_ISREG(mine.st_mode)) return false;
  return ::stat(path.c_str(), &other) == 0 && mine.st_dev == other.st_dev && mine.st_ino == other.st_ino;
}

void Output::write(std::string_view bytes) {
  if (closed_) return;
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_size || is_terminal()) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !closed_) {
    const ssize_t written = ::write(file_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {  // somebody made the pipe non-blocking
      ::pollfd ready = {file_, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      closed_ = true;
      if (errno != EPIPE) error_ = std::string("cannot write output: ") + std::strerror(errno);
    }
  }
  buffer_.clear();
}

bool Output::is_terminal() const noexcept { return ::isatty(file_) == 1; }

void append_cell(std::string& out, std::string_view words) {
  const std::size_t before = out.size();
  out.append(words);
  for (std::size_t i = before; i < out.size(); ++i)
    if (out[i] == '\t' || out[i] == '\n' || out[i] == '\r') out[i] = ' ';
}

void message(std::string_view text) { std::cerr << "dossier: " + std::string(text) + '\n'; }

int print(std::string_view text) {
  Output output("-");
  output.write(text);
  output.flush();
  if (output.error().empty()) return ExitCode::ok;
  message(output.error());
  return ExitCode::io;
}

bool error_is_terminal() noexcept { return ::isatty(STDERR_FILENO) == 1; }

bool use_colour(Colour wish, const Output& output) {
  if (wish != Colour::automatic) return wish == Colour::always;
  const char* no_colour = std::getenv("NO_COLOR");
  return output.is_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

Progress::Progress(bool wanted) : wanted_(wanted && error_is_terminal()), start_(now_ms()) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::show(std::uint64_t documents, std::uint64_t bytes) {
  if (!wanted_) return;
  const std::int64_t now = now_ms();
  if (now - start_ < 500 || now - last_ < 100) return;
  last_ = now;
  shown_ = true;
  const double seconds = static_cast<double>(now - start_) / 1000.0;
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::cerr << "\r\x1b[K" << documents << " documents, " << static_cast<std::uint64_t>(megabytes) << " MB, "
            << static_cast<std::uint64_t>(megabytes / seconds) << " MB/s" << std::flush;
}

}  // namespace dossier::cli
