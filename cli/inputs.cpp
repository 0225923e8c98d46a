// Reads files, folders and JSON lines; says which could not be read and goes on.
#include "inputs.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <sstream>
#include <utility>

#include "output.hpp"

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_input = "-";

std::string lower_extension(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

bool is_text_file(const std::string& path) {
  static constexpr std::string_view known[] = {".txt", ".text",  ".md",    ".markdown", ".html",
                                               ".htm", ".xhtml", ".jsonl", ".ndjson"};
  const std::string extension = lower_extension(path);
  return std::find(std::begin(known), std::end(known), extension) != std::end(known);
}

bool is_utf16(std::string_view bytes) noexcept {
  return bytes.size() >= 2 && (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF");
}

TextFormat text_format(InputFormat format) noexcept {
  return format == InputFormat::markdown ? TextFormat::markdown
                                         : (format == InputFormat::html ? TextFormat::html : TextFormat::plain);
}

/// What went wrong with the last file, as far as it is known.
std::string reason() { return errno != 0 ? std::strerror(errno) : "cannot be read"; }

}  // namespace

std::string read_all(std::istream& in) {
  std::string bytes;
  char buffer[1 << 16];
  while (in.read(buffer, sizeof buffer) || in.gcount() > 0) bytes.append(buffer, static_cast<std::size_t>(in.gcount()));
  return bytes;
}

InputFormat format_of(const std::string& path) {
  const std::string extension = lower_extension(path);
  if (extension == ".md" || extension == ".markdown") return InputFormat::markdown;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return InputFormat::html;
  if (extension == ".jsonl" || extension == ".ndjson") return InputFormat::jsonl;
  return InputFormat::plain;
}

bool looks_binary(std::string_view bytes) noexcept {
  if (is_utf16(bytes)) return false;
  const std::string_view head = bytes.substr(0, std::size_t{1} << 16);
  std::size_t odd = 0;
  for (char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1B;
    odd += control ? 1U : 0U;
  }
  return odd * 20 > head.size();  // more than one byte in twenty
}

Inputs::Inputs(InputOptions options, const Output& output) : options_(std::move(options)), parser_(options_) {
  list_files(output);
}

void Inputs::fail(const std::string& path, const std::string& why) {
  message(path + ": " + why);
  ++failures_;
}

void Inputs::list_files(const Output& output) {
  if (options_.paths.empty()) options_.paths.emplace_back(standard_input);
  for (const std::string& path : options_.paths) {
    std::error_code fault;
    if (path == standard_input) {
      files_.push_back(path);
    } else if (fs::is_directory(path, fault)) {
      list_folder(path, output);
    } else if (output.is_same_file(path)) {
      message(path + ": is to be read and to be written");
      reads_output_ = true;
    } else if (!fs::exists(path, fault)) {
      fail(path, fault ? fault.message() : "no such file or folder");
    } else {
      files_.push_back(path);
    }
  }
}

void Inputs::list_folder(const std::string& path, const Output& output) {
  std::vector<std::string> found;
  std::error_code fault;
  auto it = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, fault);
  for (; !fault && it != fs::recursive_directory_iterator(); it.increment(fault)) {
    std::error_code ignored;
    const std::string name = it->path().filename().string();
    if (!name.empty() && name.front() == '.') {
      if (it->is_directory(ignored)) it.disable_recursion_pending();
      continue;
    }
    if (!it->is_regular_file(ignored) || !is_text_file(name)) continue;
    if (output.is_same_file(it->path().string()))
      message(it->path().string() + ": left out, the output goes there");
    else
      found.push_back(it->path().string());
  }
  if (fault) return fail(path, fault.message());
  if (found.empty()) return fail(path, "no texts in this folder (.txt, .md, .html, .jsonl)");
  std::sort(found.begin(), found.end());
  files_.insert(files_.end(), found.begin(), found.end());
}

bool Inputs::would_wait() const { return lines_ == &std::cin && std::cin.rdbuf()->in_avail() <= 0; }

void LineParser::parse(Record& record) {
  if (record.line == 0) return;
  JsonRecord json = reader_.read(record.text, record.line);
  record.id = std::move(json.id);
  record.text = std::move(json.text);
  record.date = json.date.empty() ? options_.date : std::move(json.date);
  record.passthrough = std::move(json.passthrough);
  record.encoding = Encoding::utf8;
  record.error_code = std::move(json.error_code);
  record.error = std::move(json.error);
  record.line = 0;
}

std::optional<Record> Inputs::next() {
  std::optional<Record> record = next_unparsed();
  if (record) parser_.parse(*record);
  return record;
}

std::optional<Record> Inputs::next_unparsed() {
  while (true) {
    if (lines_ != nullptr) {
      if (auto record = next_line()) return record;
      if (lines_->bad()) fail(lines_path_, reason());
      lines_ = nullptr;
    }
    if (at_ == files_.size()) return std::nullopt;
    const std::string path = files_[at_++];
    const InputFormat format = options_.format == InputFormat::automatic ? format_of(path) : options_.format;
    if (format == InputFormat::jsonl) {
      line_ = 0;
      lines_path_ = path == standard_input ? "standard input" : path;
      errno = 0;
      if (path == standard_input) {
        lines_ = &std::cin;
        continue;
      }
      file_ = std::ifstream(path, std::ios::binary);
      if (file_)
        lines_ = &file_;
      else
        fail(path, reason());
      continue;
    }
    if (auto record = read_file(path)) {
      record->format = text_format(format);
      return record;
    }
  }
}

std::optional<Record> Inputs::next_line() {
  while (std::getline(*lines_, line_text_)) {
    ++line_;
    if (!line_text_.empty() && line_text_.back() == '\r') line_text_.pop_back();
    if (line_text_.find_first_not_of(" \t") == std::string::npos) continue;
    Record record;
    record.text = line_text_;
    record.line = line_;
    return record;
  }
  return std::nullopt;
}

std::optional<Record> Inputs::read_file(const std::string& path) {
  Record record;
  record.id = path == standard_input ? "stdin" : path;
  record.date = options_.date;
  record.encoding = options_.encoding;
  errno = 0;
  std::ifstream file;
  if (path != standard_input) file.open(path, std::ios::binary);
  std::istream& in = path == standard_input ? std::cin : file;
  if (in) record.text = read_all(in);
  if (in.bad() || (path != standard_input && !in.eof())) {
    fail(path == standard_input ? "standard input" : path, reason());
    return std::nullopt;
  }
  const bool told = options_.encoding != Encoding::detect;
  if (!told && looks_binary(record.text)) {
    fail(path, "looks like a binary file, not a text; name its --encoding to read it anyway");
    return std::nullopt;
  }
  return record;
}

}  // namespace dossier::cli
