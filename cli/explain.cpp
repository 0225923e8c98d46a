// dossier explain: why something was found at a place, or why an edge is there.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>

#include "batch.hpp"
#include "commands.hpp"
#include "finish.hpp"
#include "pretty.hpp"

namespace dossier::cli {
namespace {

struct ExplainOptions {
  Common common = {};
  std::string at = {};
  std::string type = {};
  std::vector<std::string> edge = {};
  std::vector<std::string> why_not = {};
};

std::optional<LineColumn> parse_place(std::string_view text) {
  LineColumn place;
  const std::size_t colon = text.find(':');
  const auto read = [](std::string_view digits, std::uint32_t& value) {
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc() && end == digits.data() + digits.size() && value > 0;
  };
  if (!read(text.substr(0, colon), place.line)) return std::nullopt;
  if (colon != std::string_view::npos && !read(text.substr(colon + 1), place.column)) return std::nullopt;
  return place;
}

/// First byte of the document's text that was made of the source byte.
std::uint32_t text_offset(const Document& doc, std::uint32_t source) {
  std::uint32_t low = 0;
  auto high = static_cast<std::uint32_t>(doc.text().size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (doc.to_source({middle, middle + 1}).end <= source)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/// What is wrong with a place that lies outside of the text; empty when it is one of its characters, or the end of a
/// line.
std::string why_outside(const OffsetMap& places, std::string_view text, LineColumn place) {
  const auto end = static_cast<std::uint32_t>(text.size());
  const LineColumn behind = places.line_column(end);  // behind the last line end no line begins
  const std::uint32_t lines = behind.line > 1 && behind.column == 1 ? behind.line - 1 : behind.line;
  if (place.line > lines) return "no such place: the last line is " + std::to_string(lines);
  const LineColumn last = places.line_column(places.to_byte(LineColumn{place.line, ~std::uint32_t{0}}));
  if (place.column <= last.column) return {};
  return "no such place: the line ends in column " + std::to_string(last.column - 1);
}

std::string place_words(const Document& doc, const OffsetMap& places, Span span) {
  const LineColumn place = places.line_column(doc.to_source(span).begin);
  return std::string(doc.id()) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string two_decimals(float value) {
  const int hundredths = static_cast<int>(value * 100.0F + (value < 0 ? -0.5F : 0.5F));
  const int absolute = std::abs(hundredths);
  const std::string digits = std::to_string(absolute % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(absolute / 100) + "." + (digits.size() == 1 ? "0" : "") + digits;
}

void append_explanation(std::string& out, const Document& doc, const Explanation& why) {
  const OffsetMap places(doc.source());
  out += place_words(doc, places, why.span) + "  \"" + std::string(doc.text(why.span)) + "\"  ";
  out += why.found ? std::string(doc.type_name(why.type))
                   : "not a mention; best candidate " + std::string(doc.type_name(why.type));
  out += ", score " + two_decimals(why.score) + "\n";
  for (const Reason& reason : why.reasons) {
    out += "  " + reason.what + "  " + reason.detail;
    if (reason.what == "evidence")
      out += "  " + std::string(reason.weight >= 0 ? "+" : "") + two_decimals(reason.weight);
    if (!reason.source.empty()) out += "  (" + reason.source + ")";
    out += '\n';
  }
}

/// Equal but for the case of ASCII letters.
bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_named(const Document& doc, EntityId id, std::string_view name) {
  if (id == EntityId::none) return name.empty() || name == "-";
  if (same_name(doc.name(id), name)) return true;
  const auto aliases = doc.aliases(id);
  return std::any_of(aliases.begin(), aliases.end(),
                     [&](const StringRef& alias) { return same_name(doc.string(alias), name); });
}

std::string_view sentence_of(const Document& doc, Span evidence) {
  for (const Span& sentence : doc.sentences())
    if (sentence.contains(evidence)) return doc.text(sentence);
  return doc.text(evidence);
}

/// Appends the edges of the document that are asked for; how many there are.
std::uint64_t append_edges(std::string& out, const Document& doc, const std::vector<std::string>& edge) {
  std::uint64_t found = 0;
  const OffsetMap places(doc.source());
  for (const Relation& relation : doc.relations()) {
    const RelationType& type = doc.schema().relation_types()[static_cast<std::size_t>(relation.type)];
    if (type.name != edge[1]) continue;
    const bool forward = is_named(doc, relation.subject, edge[0]) && is_named(doc, relation.object, edge[2]);
    const bool backward =
        type.symmetric && is_named(doc, relation.subject, edge[2]) && is_named(doc, relation.object, edge[0]);
    if (!forward && !backward) continue;
    ++found;
    out += place_words(doc, places, relation.evidence) + "  " + relation_words(doc, relation) + "\n";
    out += "  says   " + std::string(sentence_of(doc, relation.evidence)) + "\n";
    out += "  words  " + std::string(doc.text(relation.evidence)) + "\n";
    out += "  rule   " + std::string(doc.rule_name(relation.rule));
    const std::string_view source = doc.rule_source(relation.rule);
    out += source.empty() ? "\n" : "  (" + std::string(source) + ")\n";
  }
  return found;
}

void append_misses(std::string& out, const std::string& head, const std::vector<Reason>& reasons) {
  out += head;
  for (const Reason& reason : reasons) {
    out += "  " + reason.what + "  " + reason.detail;
    if (!reason.source.empty()) out += "  (" + reason.source + ")";
    out += '\n';
  }
}

template <typename Types>
std::string names_of(const Types& types) {
  std::string out;
  for (const auto& type : types) out += (out.empty() ? " " : ", ") + type.name;
  return out;
}

int run(const ExplainOptions& options) {
  const std::optional<LineColumn> place = parse_place(options.at);
  const int asked = (options.at.empty() ? 0 : 1) + (options.edge.empty() ? 0 : 1) + (options.why_not.empty() ? 0 : 1);
  if (asked == 1 && !options.at.empty() && !place) {
    message("--at: no such place: '" + options.at + "'; write LINE:COLUMN, both from 1");
    return ExitCode::usage;
  }
  if (asked != 1) {
    message("explain needs one of --at LINE:COLUMN, --edge SUBJECT TYPE OBJECT and --why-not SUBJECT TYPE OBJECT");
    return ExitCode::usage;
  }
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  for (const std::vector<std::string>* edge : {&options.edge, &options.why_not}) {
    if (edge->empty() || engine->schema().find_relation((*edge)[1])) continue;
    message("no such relation type: " + (*edge)[1] + "; there are" + names_of(engine->schema().relation_types()));
    return ExitCode::usage;
  }
  const std::optional<TypeId> type = options.type.empty() ? TypeId::none : engine->schema().find_type(options.type);
  if (!type) {
    message("no such entity type: " + options.type + "; there are" + names_of(engine->schema().entity_types()));
    return ExitCode::usage;
  }
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  Tally tally;
  Scratch scratch;
  while (std::optional<Record> record = inputs.next()) {
    ++tally.records;
    if (!record->error_code.empty()) {
      ++tally.damaged;
      continue;
    }
    const Input input = to_input(*record);
    const Document doc = engine->annotate(input, scratch);
    std::string out;
    const OffsetMap places(doc.source());
    const std::string outside = place ? why_outside(places, doc.source(), *place) : std::string();
    if (!outside.empty()) {
      out = std::string(doc.id()) + ":" + options.at + "  " + outside + "\n";
    } else if (place) {
      const std::uint32_t at = text_offset(doc, places.to_byte(*place));
      const auto end = std::min(at + 1, static_cast<std::uint32_t>(doc.text().size()));
      const Explanation why =
          *type == TypeId::none ? engine->explain(input, {at, end}) : engine->explain(input, {at, end}, *type);
      tally.found += why.found ? 1U : 0U;
      if (why.type == TypeId::none && !why.reasons.empty())
        append_misses(out, std::string(doc.id()) + ":" + options.at + "  no " + options.type + " was proposed here\n",
                      why.reasons);
      else if (why.reasons.empty())
        out = std::string(doc.id()) + ":" + options.at + "  nothing was proposed here\n";
      else
        append_explanation(out, doc, why);
    } else if (!options.why_not.empty()) {
      const std::vector<std::string>& edge = options.why_not;
      const std::vector<Reason> reasons =
          engine->why_not(input, edge[0], *engine->schema().find_relation(edge[1]), edge[2]);
      tally.found += reasons.empty() ? 0U : 1U;
      if (reasons.empty())
        out = std::string(doc.id()) + ": the text states this edge\n";
      else
        append_misses(out, std::string(doc.id()) + ":\n", reasons);
    } else {
      const std::uint64_t found = append_edges(out, doc, options.edge);
      tally.found += found;
      if (found == 0) out = std::string(doc.id()) + ": states no such edge; --why-not tells what was missing\n";
    }
    output.write(out);
  }
  return finish(options.common, inputs, output, tally);
}

}  // namespace

void add_explain(CLI::App& app, int& code) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "Say why something was found at a place, or why an edge is there");
  command->footer(
      "Examples:\n"
      "  dossier explain article.txt --at 3:17\n"
      "  dossier explain article.txt --edge 'Ann Lee' has_role 'City Council'\n"
      "  dossier explain article.txt --edge 'Ann Lee' has_role -          # a role without owner\n"
      "  dossier explain article.txt --at 3:17 --type ORGANIZATION        # why not an organization\n"
      "  dossier explain article.txt --why-not 'Ann Lee' met 'Bob Ray'    # the rules that came nearest");
  add_input_options(*command, options->common);
  command->add_option("--at", options->at, "LINE:COLUMN in the file, both from 1, columns in characters");
  command->add_option("--edge", options->edge, "SUBJECT TYPE OBJECT; names as in the text, - for no object")
      ->expected(3)
      ->allow_extra_args(false);
  command->add_option("--type", options->type, "With --at: the account of a mention of this type, found or not");
  command->add_option("--why-not", options->why_not, "SUBJECT TYPE OBJECT that was expected and is not there")
      ->expected(3)
      ->allow_extra_args(false);
  add_output_options(*command, options->common);
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
