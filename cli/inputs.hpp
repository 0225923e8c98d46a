// The texts a command works on: files, folders, standard input, or lines of JSON, one record after the other.
#pragma once

#include <cstdint>
#include <dossier/formats.hpp>
#include <dossier/input.hpp>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dossier::cli {

class Output;

enum class InputFormat : std::uint8_t { automatic, plain, markdown, html, jsonl };

struct InputOptions {
  std::vector<std::string> paths = {};  ///< files, folders, "-"; empty: standard input
  InputFormat format =
      InputFormat::automatic;  ///< automatic: by the file's extension, plain text for others and for standard input
  Encoding encoding = Encoding::detect;
  std::string date = {};  ///< for texts that bring none
  JsonFields fields = {};
};

/// One text to work on, or the reason why it could not be read (`error` set).
struct Record {
  std::string id;
  std::string text;
  std::string date;
  std::string passthrough;
  TextFormat format = TextFormat::plain;
  Encoding encoding = Encoding::detect;
  std::uint64_t line = 0;  ///< number of the line of JSON that `text` holds until it is parsed; else 0
  std::string error_code;
  std::string error;
};

/// Makes records of lines of JSON. For one thread; several may do so at once, each with its own.
class LineParser {
 public:
  /// REQUIRES: `options` outlive it.
  explicit LineParser(const InputOptions& options) : options_(options), reader_(options.fields) {}
  /// Leaves a record alone that holds no line.
  void parse(Record& record);

 private:
  const InputOptions& options_;
  JsonLineReader reader_;
};

/// Gives records in order: paths as named, files of a folder sorted by path. Reads one file (or one line) at a time.
class Inputs {
 public:
  /// The file of `output` is not read: it is left out of folders, and to name it is a mistake.
  Inputs(InputOptions options, const Output& output);
  Inputs(const Inputs&) = delete;
  Inputs& operator=(const Inputs&) = delete;
  /// The next record, nothing at the end. Files that cannot be read are reported on standard error and counted.
  [[nodiscard]] std::optional<Record> next();
  /// The same, but lines of JSON are left for a LineParser.
  [[nodiscard]] std::optional<Record> next_unparsed();
  [[nodiscard]] const InputOptions& options() const noexcept { return options_; }
  /// True when the next record has not arrived yet: somebody is still writing it to standard input.
  [[nodiscard]] bool would_wait() const;
  /// How many paths could not be read.
  [[nodiscard]] std::uint64_t failures() const noexcept { return failures_; }
  /// True when the file that is written is named among those to read (reported already).
  [[nodiscard]] bool reads_output() const noexcept { return reads_output_; }

 private:
  void list_files(const Output& output);
  void list_folder(const std::string& path, const Output& output);
  [[nodiscard]] std::optional<Record> next_line();
  [[nodiscard]] std::optional<Record> read_file(const std::string& path);
  void fail(const std::string& path, const std::string& why);

  InputOptions options_;
  LineParser parser_;
  std::vector<std::string> files_;
  std::size_t at_ = 0;
  std::uint64_t failures_ = 0;
  bool reads_output_ = false;
  std::uint64_t line_ = 0;
  std::ifstream file_;
  std::istream* lines_ = nullptr;  // the stream whose lines are being read
  std::string lines_path_;
  std::string line_text_;
};

/// All that is left of a stream; afterwards the stream is bad() when reading failed.
[[nodiscard]] std::string read_all(std::istream& in);

/// Format that a path's extension names, plain for others.
[[nodiscard]] InputFormat format_of(const std::string& path);

/// True when bytes look like no text: control characters and ill-formed sequences beyond what a damaged text has.
[[nodiscard]] bool looks_binary(std::string_view bytes) noexcept;

}  // namespace dossier::cli
