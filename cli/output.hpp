// Where a command's words go: data to standard output, messages to standard error, colour and progress only on
// terminals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::cli {

/// Exit codes of the program.
enum ExitCode : int {
  ok = 0,             ///< it ran, whether or not something was found
  nothing_found = 1,  ///< only with --exit-status
  usage = 2,          ///< wrong arguments, configuration, dictionaries or rules
  damaged = 3,        ///< finished, but some records were bad; only with --strict
  io = 4              ///< a file could not be read, or output could not be written
};

enum class Colour : std::uint8_t { automatic, always, never };

/// Writes to standard output (or a file) in large pieces. A closed pipe is no error: writing stops and the program ends
/// well.
class Output {
 public:
  /// "-" or empty: standard output. A file keeps what it holds until start().
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Empties the file, once it is certain that it is not read as well.
  void start();
  void write(std::string_view bytes);
  void flush();
  /// True when the path leads to the very file that is written. Devices and pipes are never meant.
  [[nodiscard]] bool is_same_file(const std::string& path) const noexcept;
  [[nodiscard]] bool is_terminal() const noexcept;
  /// The reader went away; nothing more need be made.
  [[nodiscard]] bool closed() const noexcept { return closed_; }
  /// Empty while all went well, else what went wrong.
  [[nodiscard]] const std::string& error() const noexcept { return error_; }

 private:
  int file_ = -1;
  bool own_ = false;
  bool closed_ = false;
  std::string error_;
  std::string buffer_;
};

/// Appends words as one cell of a table: tabs and line ends become blanks.
void append_cell(std::string& out, std::string_view words);

/// One message on standard error, "dossier: ..." with a newline.
void message(std::string_view text);

/// Writes words for people (help, credits) to standard output; the exit code.
[[nodiscard]] int print(std::string_view text);

/// True when standard error is a terminal.
[[nodiscard]] bool error_is_terminal() noexcept;

/// True when output should be coloured: as told, else on a terminal without NO_COLOR in the environment.
[[nodiscard]] bool use_colour(Colour wish, const Output& output);

/// A line of progress on standard error, from half a second of work on and only when it is a terminal.
class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(std::uint64_t documents, std::uint64_t bytes);

 private:
  bool wanted_;
  bool shown_ = false;
  std::int64_t start_;
  std::int64_t last_ = 0;
};

}  // namespace dossier::cli
