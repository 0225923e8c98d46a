// From dictionary files to an image: reads them all, merges their rows, builds the tables, writes the sections.
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <deque>
#include <string>
#include <utility>

#include "base/hash_index.hpp"
#include "base/image.hpp"
#include "lexicon/drafts.hpp"
#include "lexicon/extract.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/source.hpp"
#include "lexicon/sparse_column.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/variants.hpp"

namespace dossier::lexicon {
namespace {

// Strings of an image. One that is added again is stored once, but for the rare case that another has its hash.
class StringStore {
 public:
  std::uint32_t add(std::string_view text) {
    if (bytes_.size() + text.size() > most_bytes) {
      is_full_ = true;
      return 0;
    }
    std::uint32_t& known = offsets_[base::checksum(std::as_bytes(std::span(text)))];
    if (known != base::HashIndex::nothing && is_at(known, text)) return known;
    known = static_cast<std::uint32_t>(bytes_.size());
    std::size_t size = text.size();
    for (; size >= 0x80U; size >>= 7U) bytes_.push_back(static_cast<std::byte>((size & 0x7FU) | 0x80U));
    bytes_.push_back(static_cast<std::byte>(size));
    const std::span<const std::byte> content = std::as_bytes(std::span(text));
    bytes_.insert(bytes_.end(), content.begin(), content.end());
    return known;
  }
  [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }
  /// True when something did not fit.
  [[nodiscard]] bool is_full() const noexcept { return is_full_; }

 private:
  static constexpr std::size_t most_bytes = 0xFFFF0000;

  // True when the text is stored there. Its size is before it: short ones, that is nearly all, are compared at once.
  [[nodiscard]] bool is_at(std::uint32_t offset, std::string_view text) const {
    std::size_t at = offset;
    std::size_t size = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = std::to_integer<std::size_t>(bytes_[at++]);
      size |= (byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) break;
    }
    return size == text.size() && (size == 0 || std::memcmp(&bytes_[at], text.data(), size) == 0);
  }

  base::HashIndex offsets_;  // by checksum
  std::vector<std::byte> bytes_;
  bool is_full_ = false;
};

// An entry of an image as if it had just been read from its file.
SourceForm form_of(const Entry& entry) {
  SourceForm form;
  form.form = entry.form;
  form.canonical = entry.canonical;
  form.attributes = entry.attributes;
  form.line = entry.line;
  form.cls = entry.cls;
  form.flags = entry.flags;
  form.weight = entry.weight;
  form.match = entry.match;
  form.has_flags = true;
  form.has_weight = true;
  return form;
}

// One file on its way into the image.
struct FileDraft {
  std::string_view name;
  SourceHeader header;
  std::uint32_t entries = 0;
};

class Compiler {
 public:
  explicit Compiler(Diagnostics& problems) : problems_(problems), problems_before_(problems.size()) {}

  // The entries and files of an image that is extended; it must outlive the compiler.
  void take_over(const Lexicon& lexicon) {
    take_over(lexicon, {~std::uint64_t{0}, ~std::uint64_t{0}});
    carried_ = lexicon.raw_files({});
    for (const SourceFile& file : carried_) add_raw(file);
  }

  // The entries of these classes, with their files.
  void take_over(const Lexicon& lexicon, ClassSet classes) {
    for (std::size_t i = first_user_class; !lexicon.class_name(static_cast<ClassId>(i)).empty(); ++i)
      classes_.declare(lexicon.class_name(static_cast<ClassId>(i)));
    FileProblems none{{}};
    std::uint32_t next = 0;
    for (const DictionaryFile& file : lexicon.files()) {
      FileDraft draft;
      draft.name = file.name;
      draft.header.source = file.source;
      draft.header.licence = file.licence;
      draft.header.edit = file.edit;
      draft.header.note = file.note;
      const auto index = static_cast<std::uint32_t>(files_.size());
      files_.push_back(std::move(draft));
      for (const std::uint32_t end = next + file.entries; next < end; ++next)  // entries are in the order of files
        if (classes.has(lexicon.class_of(EntryId{next})))
          drafts_.add(form_of(lexicon.entry(EntryId{next})), index, none);
    }
  }

  void read(std::span<const SourceFile> files) {
    std::vector<const SourceFile*> dictionaries;
    std::vector<FileProblems> found;
    const std::size_t first = files_.size();
    for (const SourceFile& file : files) {
      if (is_raw(file)) {
        add_raw(file);
        continue;
      }
      if (is_utf16(file.bytes)) {
        problems_.push_back({"dict.bad-utf8", "this file is UTF-16; save it as UTF-8", file.name, 1, 0, {}});
        continue;
      }
      dictionaries.push_back(&file);
      found.emplace_back(file.name);
      files_.push_back({file.name, read_header(file.bytes, found.back()), 0});
      declare(files_.back().header, found.back());
    }
    for (std::size_t i = 0; i < dictionaries.size(); ++i) {
      read_file(*dictionaries[i], static_cast<std::uint32_t>(first + i), found[i]);
      for (Diagnostic& problem : found[i].take()) problems_.push_back(std::move(problem));
    }
  }

  [[nodiscard]] std::vector<std::byte> finish() {
    drafts_.settle();
    if (files_.size() > 0xFFFF) too_large("there are more than 65535 dictionaries");
    if (has_failed()) return {};
    if (std::any_of(drafts_.entries().begin(), drafts_.entries().end(),
                    [](const Draft& draft) { return draft.line > EntryRecord::max_line; })) {
      too_large("a dictionary file has at most 4194303 lines; write two files");
      return {};
    }
    const Tables tables = build_tables(drafts_);
    if (!tables.problem.empty()) too_large(tables.problem);
    std::vector<std::byte> image = write(tables);
    if (strings_.is_full()) too_large("the entries have more than 4 GB of text");
    return has_failed() ? std::vector<std::byte>() : image;
  }

 private:
  [[nodiscard]] bool has_failed() const {
    return std::any_of(problems_.begin() + static_cast<std::ptrdiff_t>(problems_before_), problems_.end(),
                       [](const Diagnostic& problem) { return problem.severity == Severity::error; });
  }

  void declare(const SourceHeader& header, FileProblems& found) {
    if (!header.declares || header.cls.empty()) return;
    const auto is_name_character = [](char byte) {
      return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' || byte == '.';
    };
    if (!std::all_of(header.cls.begin(), header.cls.end(), is_name_character))
      found.error("dict.bad-header", "a new class is named with a-z, 0-9, _ and .", header.cls_place, header.cls);
    else if (!classes_.declare(header.cls))
      found.error("dict.too-many-classes", "there are 32 new classes already", header.cls_place, header.cls);
  }

  // Once all files have declared their classes.
  void read_file(const SourceFile& source, std::uint32_t file, FileProblems& found) {
    const SourceHeader& header = files_[file].header;
    if (!header.cls.empty() && !header.declares && !classes_.find(header.cls))
      found.error("dict.unknown-class",
                  "there is no such class; a new one needs '#! declare: yes'" + classes_.suggestion(header.cls),
                  header.cls_place, header.cls);
    FileProblems none{{}};
    for (const SourceForm& form : read_rows(source.bytes, header, classes_, found)) {
      drafts_.add(form, file, found);
      if (header.variants == 0) continue;
      for (std::string& variant : variants_of(form.form, header.variants)) {
        SourceForm alias = form;
        alias.form = made_forms_.emplace_back(std::move(variant));
        alias.leads = true;  // gives way where the file states it as well
        drafts_.add(alias, file, none);
      }
    }
  }

  void add_raw(const SourceFile& file) {
    const auto same =
        std::find_if(raw_.begin(), raw_.end(), [&](const SourceFile* each) { return each->name == file.name; });
    if (same != raw_.end()) raw_.erase(same);
    raw_.push_back(&file);
  }

  void too_large(std::string message) {
    Diagnostic problem;
    problem.code = "dict.too-large";
    problem.message = std::move(message);
    problems_.push_back(std::move(problem));
  }

  // In the order in which they are used: an engine is built on the first sections while the system still reads the
  // others.
  std::vector<std::byte> write(const Tables& tables) {
    const std::vector<EntryRecord> entries = entry_records(tables);
    base::ImageWriter out;
    out.add_table(sections::meta, std::vector<Meta>{tables.meta});
    out.add_table(sections::files, file_records());
    out.add_table(sections::classes, class_records());
    add_raw_sections(out);
    out.add(sections::strings, strings_.take());
    out.add_table(sections::word_places, tables.word_places);
    out.add_table(sections::profiles, tables.profiles);
    out.add_table(sections::words, tables.words);
    out.add_table(sections::phrase_places, tables.phrase_places);
    out.add_table(sections::phrases, tables.phrases);
    out.add_table(sections::lists, tables.lists);
    out.add_table(sections::entries, entries);
    add_column(out, sections::canonical_blocks, sections::canonical, canonical_);
    add_column(out, sections::attribute_blocks, sections::attributes, attributes_);
    add_column(out, sections::exact_blocks, sections::exact, tables.exact);
    return out.finish();
  }

  std::vector<EntryRecord> entry_records(const Tables& tables) {
    strings_.add({});
    std::vector<EntryRecord> records;
    records.reserve(drafts_.entries().size());
    for (const Draft& draft : drafts_.entries()) {
      const std::uint32_t capitalised = draft.match == Match::name ? tables.capitalised[records.size()] : 0U;
      const std::uint32_t facts = capitalised | static_cast<std::uint32_t>(draft.match) << 12U |
                                  std::uint32_t{draft.flags} << 14U | static_cast<std::uint32_t>(draft.cls) << 20U |
                                  std::uint32_t{draft.words} << 27U;
      records.push_back({strings_.add(draft.form), facts, draft.line | std::uint32_t{draft.weight} << 22U});
      add_string(canonical_, draft.canonical == draft.form ? std::string_view() : draft.canonical);
      add_string(attributes_, draft.attributes);
      ++files_[draft.file].entries;
    }
    return records;
  }

  void add_string(SparseColumnWriter<std::uint32_t>& column, std::string_view text) {
    if (text.empty())
      column.skip();
    else
      column.add(strings_.add(text));
  }

  template <typename Value>
  static void add_column(base::ImageWriter& out, base::SectionId blocks, base::SectionId values,
                         const SparseColumnWriter<Value>& column) {
    out.add_table(blocks, column.blocks());
    out.add_table(values, column.values());
  }

  std::vector<FileRecord> file_records() {
    std::vector<FileRecord> records;
    std::uint32_t first = 0;
    for (const FileDraft& file : files_) {
      records.push_back({strings_.add(file.name), strings_.add(file.header.source), strings_.add(file.header.licence),
                         strings_.add(file.header.edit), strings_.add(file.header.note), file.entries, first});
      first += file.entries;
    }
    return records;
  }

  std::vector<std::uint32_t> class_records() {
    std::vector<std::uint32_t> records;
    for (const std::string& name : classes_.declared()) records.push_back(strings_.add(name));
    return records;
  }

  void add_raw_sections(base::ImageWriter& out) {
    std::vector<RawRecord> records;
    std::vector<std::byte> bytes;
    for (const SourceFile* file : raw_) {
      records.push_back({strings_.add(file->name), 0, bytes.size(), file->bytes.size()});
      const std::span<const std::byte> content = std::as_bytes(std::span(file->bytes));
      bytes.insert(bytes.end(), content.begin(), content.end());
    }
    out.add_table(sections::raw_files, records);
    out.add(sections::raw_bytes, std::move(bytes));
  }

  Diagnostics& problems_;
  std::size_t problems_before_;
  ClassNames classes_;
  std::vector<FileDraft> files_;
  std::vector<SourceFile> carried_;
  std::vector<const SourceFile*> raw_;
  std::deque<std::string> made_forms_;  // variants; never moved
  Drafts drafts_;
  StringStore strings_;
  SparseColumnWriter<std::uint32_t> canonical_;
  SparseColumnWriter<std::uint32_t> attributes_;
};

}  // namespace

std::vector<std::byte> compile(std::span<const SourceFile> files, Diagnostics& problems) {
  Compiler compiler(problems);
  compiler.read(files);
  return compiler.finish();
}

std::vector<std::byte> extend(const Lexicon& lexicon, std::span<const SourceFile> files, Diagnostics& problems) {
  Compiler compiler(problems);
  compiler.take_over(lexicon);
  compiler.read(files);
  return compiler.finish();
}

std::vector<std::byte> extract(const Lexicon& lexicon, ClassSet classes, Diagnostics& problems) {
  Compiler compiler(problems);
  compiler.take_over(lexicon, classes);
  return compiler.finish();
}

}  // namespace dossier::lexicon
