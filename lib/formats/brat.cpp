// Writes a document as brat standoff annotations. Offsets count code points of the text that brat shows.
//
//   T1  PERSON 0 12  Yasmin Haddad        R1  met Arg1:T1 Arg2:T4        *  Alias T1 T7
#include <algorithm>
#include <cstddef>
#include <dossier/formats.hpp>
#include <dossier/offsets.hpp>

#include "formats/json_flags.hpp"
#include "formats/json_text.hpp"

namespace dossier {
namespace {

using formats::append_number;

class BratWriter {
 public:
  BratWriter(std::string& out, const Document& doc, const std::vector<std::string>& types)
      : out_(out), doc_(doc), offsets_(doc.text()), all_types_(types.empty()) {
    for (const std::string& name : types)
      if (const std::optional<TypeId> type = doc.schema().find_type(name)) types_.add(*type);
  }
  void run();

 private:
  void add_mention(const Mention& mention, std::size_t number);
  void add_place(Span span);
  void add_words(Span span);
  void add_aliases(EntityId entity);
  void add_relation(const Relation& relation);
  void add_note(char kind, std::size_t number, std::string_view note);
  [[nodiscard]] std::vector<Span> pieces(Span span) const;
  [[nodiscard]] bool keeps(MentionId id) const noexcept {
    if (id == MentionId::none) return false;
    return all_types_ || types_.has(doc_.mentions()[static_cast<std::size_t>(id)].type);
  }
  void add_mention_name(MentionId id) {
    out_ += 'T';
    append_number(out_, static_cast<std::size_t>(id) + 1);
  }

  std::string& out_;
  const Document& doc_;
  OffsetMap offsets_;
  bool all_types_;
  TypeSet types_;
  std::size_t relations_ = 0;
  std::size_t attributes_ = 0;
  std::size_t notes_ = 0;
};

void BratWriter::run() {
  for (std::size_t i = 0; i < doc_.mentions().size(); ++i)
    if (keeps(static_cast<MentionId>(i))) add_mention(doc_.mentions()[i], i + 1);
  for (std::size_t i = 0; i < doc_.entities().size(); ++i) add_aliases(static_cast<EntityId>(i));
  for (const Relation& relation : doc_.relations()) add_relation(relation);
}

// The lines of a span, without white space at their ends. Never empty: a span holds more than white space.
std::vector<Span> BratWriter::pieces(Span span) const {
  constexpr std::string_view blanks = " \t\r\n";
  const std::string_view words = doc_.text(span);
  std::vector<Span> out;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find('\n', begin), words.size());
    const std::string_view line = words.substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(blanks);
    if (first != std::string_view::npos) {
      const std::size_t last = line.find_last_not_of(blanks) + 1;
      out.push_back({span.begin + static_cast<std::uint32_t>(begin + first),
                     span.begin + static_cast<std::uint32_t>(begin + last)});
    }
    begin = end + 1;
  }
  if (out.empty()) out.push_back(span);
  return out;
}

// "0 12", or "0 5;6 12" over a line end.
void BratWriter::add_place(Span span) {
  bool first = true;
  for (const Span piece : pieces(span)) {
    const Span place = offsets_.convert(piece, OffsetUnit::codepoint);
    out_ += first ? ' ' : ';';
    first = false;
    append_number(out_, place.begin);
    out_ += ' ';
    append_number(out_, place.end);
  }
}

void BratWriter::add_words(Span span) {
  bool first = true;
  for (const Span piece : pieces(span)) {
    if (!first) out_ += ' ';
    first = false;
    out_ += doc_.text(piece);
  }
}

void BratWriter::add_mention(const Mention& mention, std::size_t number) {
  out_ += 'T';
  append_number(out_, number);
  out_ += '\t';
  out_ += doc_.type_name(mention.type);
  add_place(mention.span);
  out_ += '\t';
  add_words(mention.span);
  out_ += '\n';
  if (mention.value.size != 0) add_note('T', number, doc_.string(mention.value));
}

// The mentions that mean one entity.
void BratWriter::add_aliases(EntityId entity) {
  std::vector<MentionId> mentions;
  for (const MentionId id : doc_.mentions_of(entity))
    if (keeps(id)) mentions.push_back(id);
  if (mentions.size() < 2) return;
  out_ += "*\tAlias";
  for (const MentionId id : mentions) {
    out_ += ' ';
    add_mention_name(id);
  }
  out_ += '\n';
}

// A role without object ("President Putin") leads to its words.
void BratWriter::add_relation(const Relation& relation) {
  const MentionId object =
      relation.object_mention != MentionId::none ? relation.object_mention : relation.label_mention;
  if (!keeps(relation.subject_mention) || !keeps(object) || object == relation.subject_mention) return;
  const std::size_t number = ++relations_;
  out_ += 'R';
  append_number(out_, number);
  out_ += '\t';
  out_ += doc_.type_name(relation.type);
  out_ += " Arg1:";
  add_mention_name(relation.subject_mention);
  out_ += " Arg2:";
  add_mention_name(object);
  out_ += '\n';
  for (const auto& [flag, name] : formats::flag_names) {
    if (!has(relation.flags, flag)) continue;
    out_ += 'A';
    append_number(out_, ++attributes_);
    out_ += '\t';
    out_ += name;
    out_ += " R";
    append_number(out_, number);
    out_ += '\n';
  }
  std::string note(doc_.string(relation.label));
  if (const std::string_view rule = doc_.rule_name(relation.rule); !rule.empty()) {
    if (!note.empty()) note += ' ';
    note += '[';
    note += rule;
    note += ']';
  }
  if (!note.empty()) add_note('R', number, note);
}

void BratWriter::add_note(char kind, std::size_t number, std::string_view note) {
  out_ += '#';
  append_number(out_, ++notes_);
  out_ += "\tAnnotatorNotes ";
  out_ += kind;
  append_number(out_, number);
  out_ += '\t';
  for (const char c : note) out_ += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  out_ += '\n';
}

}  // namespace

void append_brat(std::string& out, const Document& doc, const std::vector<std::string>& types) {
  BratWriter(out, doc, types).run();
}

void append_brat_configuration(std::string& out, const Schema& schema) {
  out += "[entities]\n";
  for (const EntityType& type : schema.entity_types()) out += type.name + '\n';
  out += "[relations]\nAlias Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n";
  for (const RelationType& type : schema.relation_types()) {
    out += type.name + " Arg1:<ENTITY>, Arg2:<ENTITY>";
    if (type.symmetric) out += ", <REL-TYPE>:symmetric";
    out += '\n';
  }
  out += "[events]\n[attributes]\n";
  for (const auto& [flag, name] : formats::flag_names) out.append(name).append(" Arg:<RELATION>\n");
}

}  // namespace dossier
