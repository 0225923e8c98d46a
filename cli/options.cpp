// Shared options and the engine they ask for.
#include "options.hpp"

#include "choice.hpp"
#include "overwrite.hpp"

namespace dossier::cli {

void add_text_options(CLI::App& app, Common& common) {
  const Choices<InputFormat> formats = {{"auto", InputFormat::automatic},
                                        {"plain", InputFormat::plain},
                                        {"markdown", InputFormat::markdown},
                                        {"html", InputFormat::html},
                                        {"jsonl", InputFormat::jsonl}};
  const Choices<Encoding> encodings = {{"detect", Encoding::detect},
                                       {"utf-8", Encoding::utf8},
                                       {"utf-16le", Encoding::utf16le},
                                       {"utf-16be", Encoding::utf16be},
                                       {"windows-1252", Encoding::windows1252}};
  app.add_option("FILE", common.input.paths, "Texts: files, folders, or - for standard input (the default)");
  add_choice(
      app, "--input-format", common.input.format, formats,
      "What the texts are: by extension (auto), or as named; jsonl is one JSON object a line with id, text, date");
  add_choice(app, "--encoding", common.input.encoding, encodings,
             "How files are encoded: by byte order mark, else UTF-8 (detect), or as named; JSON is always UTF-8");
  app.add_option("--date", common.input.date,
                 "Date of texts that bring none, YYYY-MM-DD: what \"on Wednesday\" is counted from");
  const Choices<DatePreference> preferences = {{"auto", DatePreference::automatic},
                                               {"past", DatePreference::past},
                                               {"nearest", DatePreference::nearest},
                                               {"future", DatePreference::future}};
  const Choices<DateOrder> orders = {{"month-first", DateOrder::month_first}, {"day-first", DateOrder::day_first}};
  const Choices<DateRanges> ranges = {{"apart", DateRanges::apart}, {"joined", DateRanges::joined}};
  const Choices<DateScope> scopes = {{"all", DateScope::all}, {"calendar", DateScope::calendar}};
  const Choices<DateValues> values = {{"timex3", DateValues::timex3}, {"as-said", DateValues::as_said}};
  add_choice(
      app, "--prefer-dates", common.dates.prefer, preferences,
      "Which Friday \"Friday\" is when no tense tells: auto is the last one in reports, the next one in short notes");
  add_choice(app, "--date-order", common.dates.order, orders, "What 3/4/2015 is: March 4 (month-first) or April 3");
  add_choice(app, "--date-ranges", common.dates.ranges, ranges,
             "\"10-12 May\" as two dates (apart), or as one whose value is a range (joined)");
  add_choice(app, "--date-scope", common.dates.scope, scopes,
             "Lengths, repeated times and \"now\" as well (all), or only what names a day, period or hour (calendar)");
  add_choice(app, "--date-values", common.dates.values, values,
             "2024 and 2025-11-28 (timex3), or with what the words left open or named: 2024-XX-XX, 2025-11-28-WXX-5");
  app.add_option("--text-field", common.input.fields.text, "JSON member that holds the text; dots reach into objects")
      ->capture_default_str();
  app.add_option("--id-field", common.input.fields.id, "JSON member that holds the id")->capture_default_str();
  app.add_option("--date-field", common.input.fields.date, "JSON member that holds the date")->capture_default_str();
  app.add_option("--dict", common.dictionaries, "Dictionary file or folder loaded over the built-in ones (repeatable)")
      ->allow_extra_args(false);
}

void add_input_options(CLI::App& app, Common& common) {
  add_text_options(app, common);
  app.add_option("--rules", common.rules, "Rule file or folder loaded after the built-in ones (repeatable)")
      ->allow_extra_args(false);
  app.add_flag("--no-english", common.no_english, "Do without the built-in English dictionaries and rules");
  app.add_option("--min-score", common.min_score, "Leave out mentions that are less sure than this, 0 to 1")
      ->check(CLI::Range(0.0, 0.999))
      ->capture_default_str();
}

void add_output_options(CLI::App& app, Common& common) {
  app.add_option("-o,--output", common.output, "File to write, - for standard output");
  app.add_flag("-q,--quiet", common.quiet, "Say nothing but errors");
  app.add_flag("-e,--exit-status", common.exit_status, "End with 1 when nothing was found");
  app.add_flag("--strict", common.strict, "End with 3 when a record was bad");
}

void add_batch_options(CLI::App& app, Common& common) {
  app.add_option("-j,--threads", common.threads, "Threads; the output is the same for any number")
      ->check(CLI::Range(1, 256));
  app.add_flag("--no-progress", common.no_progress, "Show no progress on the terminal");
}

namespace {

/// The engine reads dates of all kinds; what it cannot read it says in the document.
bool is_date(const Engine& engine, const std::string& date) {
  const Document doc = engine.annotate(Input{.text = {}, .date = date});
  return doc.issues().empty();
}

}  // namespace

bool overwrites_data(const Common& common) {
  return would_overwrite(common.output, common.dictionaries) || would_overwrite(common.output, common.rules);
}

std::optional<Engine> make_engine(const Common& common) {
  if (overwrites_data(common)) return std::nullopt;
  Config config;
  config.english = !common.no_english;
  config.dictionaries = common.dictionaries;
  config.rules = common.rules;
  config.min_score = common.min_score;
  config.dates = common.dates;
  config.nested = common.nested;
  config.extents = common.extents;
  Diagnostics problems;
  std::optional<Engine> engine = Engine::build(config, problems);
  for (const Diagnostic& problem : problems)
    if (problem.severity == Severity::error || !common.quiet) message(to_string(problem));
  if (engine && !common.input.date.empty() && !is_date(*engine, common.input.date)) {
    message("--date: no such date: " + common.input.date);
    return std::nullopt;
  }
  return engine;
}

}  // namespace dossier::cli
