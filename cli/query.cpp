// dossier query: questions to the entity graph of all texts, or of records.
#include <CLI/CLI.hpp>
#include <dossier/formats.hpp>
#include <dossier/query.hpp>
#include <dossier/records.hpp>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>

#include "choice.hpp"
#include "commands.hpp"
#include "overwrite.hpp"
#include "picture.hpp"
#include "query_text.hpp"
#include "read_graph.hpp"

namespace dossier::cli {
namespace {

enum class AnswerFormat : std::uint8_t { text, json, dot };

struct QueryCommand {
  Common common = {};
  Picture picture = {};  // who is the same
  std::vector<std::string> records = {};
  AnswerFormat format = AnswerFormat::text;
  QueryOptions edges = {};
  std::string name = {};
  std::string other = {};
  std::string type = {};
  bool first = false;
  std::uint32_t depth = 1;
  std::uint32_t count = 20;
  Importance by = Importance::degree;
  ImportanceOptions measure = {};
  double resolution = 1.0;
};

/// What a question gives: words to write, and how many things were found.
struct Answer {
  std::string text = {};
  std::uint64_t found = 0;
  bool understood = true;  ///< false: a name means nobody or several; said on standard error
};

using Ask = std::function<Answer(const EntityGraph&, const QueryCommand&)>;

constexpr std::size_t max_candidates = 12;

/// The node that is meant; nothing when there is none or several, which is said with what may help.
std::optional<NodeId> resolve(const EntityGraph& graph, const std::string& name, const QueryCommand& options) {
  const Lookup found = look_up(graph, name, options.type);
  if (found.nodes.size() == 1 || (options.first && !found.nodes.empty())) return found.nodes.front();
  if (found.nodes.empty()) {
    std::string near;
    for (const std::string& suggestion : found.suggestions) near += (near.empty() ? "; near: " : ", ") + suggestion;
    message("nobody is called '" + name + "'" + near);
    return std::nullopt;
  }
  message("'" + name + "' may be one of " + std::to_string(found.nodes.size()) +
          "; name one by its key, choose by --type, or take the most mentioned with --first:");
  for (std::size_t i = 0; i < found.nodes.size() && i < max_candidates; ++i) {
    const Node& node = graph.nodes()[static_cast<std::size_t>(found.nodes[i])];
    message("  " + node.key + "   " + node.name + ", " + std::to_string(node.mentions) + " mentions");
  }
  if (found.nodes.size() > max_candidates) message("  …");
  return std::nullopt;
}

/// The part of the graph with these nodes, as a picture or as node-link JSON.
std::string part_of(const EntityGraph& graph, const std::vector<NodeId>& nodes, const QueryCommand& options) {
  const GraphView view{.top = 0,
                       .min_weight = options.edges.min_weight,
                       .stated_only = options.edges.stated_only,
                       .isolated = true,
                       .only = nodes};
  std::ostringstream out;
  if (options.format == AnswerFormat::dot)
    write_dot(out, graph, view);
  else
    write_node_link(out, graph, view);
  return out.str();
}

Answer ask_path(const EntityGraph& graph, const QueryCommand& options) {
  const std::optional<NodeId> from = resolve(graph, options.name, options);
  const std::optional<NodeId> to = resolve(graph, options.other, options);
  if (!from || !to) return {.understood = false};
  const std::vector<Hop> path = find_path(graph, *from, *to, options.edges);
  Answer out{.found = path.size()};
  if (path.empty() && !options.common.quiet)
    message(*from == *to ? "both are the same" : "no path leads from one to the other");
  std::vector<NodeId> nodes = {*from};
  for (const Hop& hop : path) nodes.push_back(hop.to);
  if (options.format == AnswerFormat::text)
    append_path(out.text, graph, path);
  else if (options.format == AnswerFormat::json)
    append_path_json(out.text, graph, path);
  else
    out.text = part_of(graph, nodes, options);
  return out;
}

Answer ask_ego(const EntityGraph& graph, const QueryCommand& options) {
  const std::optional<NodeId> center = resolve(graph, options.name, options);
  if (!center) return {.understood = false};
  const std::vector<Near> near = ego_network(graph, *center, options.depth, options.edges);
  Answer out{.found = near.size() - 1};
  std::vector<NodeId> nodes;
  for (const Near& each : near) nodes.push_back(each.node);
  if (options.format == AnswerFormat::text)
    append_ego(out.text, graph, near);
  else
    out.text = part_of(graph, nodes, options);
  return out;
}

Answer ask_top(const EntityGraph& graph, const QueryCommand& options) {
  ImportanceOptions measures = options.measure;
  measures.edges = options.edges;
  const std::vector<double> values = importance(graph, options.by, measures);
  const std::vector<NodeId> nodes = top_nodes(values, options.count);
  if (options.by == Importance::betweenness && graph.nodes().size() > measures.exact_nodes && !options.common.quiet)
    message("betweenness is an estimate from " + std::to_string(measures.samples) + " of " +
            std::to_string(graph.nodes().size()) + " entities; --exact-nodes raises the limit");
  Answer out{.found = nodes.size()};
  if (options.format == AnswerFormat::text)
    append_top(out.text, graph, nodes, values);
  else if (options.format == AnswerFormat::json)
    append_top_json(out.text, graph, nodes, values);
  else
    out.text = part_of(graph, nodes, options);
  return out;
}

Answer ask_bridges(const EntityGraph& graph, const QueryCommand& options) {
  std::vector<Bridge> bridges = find_bridges(graph, options.edges);
  if (options.count != 0 && bridges.size() > options.count) bridges.resize(options.count);
  Answer out{.found = bridges.size()};
  if (options.format == AnswerFormat::text)
    append_bridges(out.text, graph, bridges);
  else
    append_bridges_json(out.text, graph, bridges);
  return out;
}

Answer ask_communities(const EntityGraph& graph, const QueryCommand& options) {
  const Communities found = find_communities(graph, {.edges = options.edges, .resolution = options.resolution});
  Answer out{.found = found.sizes.size()};
  if (options.format == AnswerFormat::text)
    append_communities(out.text, graph, found, options.count == 0 ? graph.nodes().size() : options.count);
  else
    append_communities_json(out.text, graph, found);
  return out;
}

Answer ask_timeline(const EntityGraph& graph, const QueryCommand& options) {
  const std::optional<NodeId> node = resolve(graph, options.name, options);
  const std::optional<NodeId> other =
      options.other.empty() ? std::optional(NodeId::none) : resolve(graph, options.other, options);
  if (!node || !other) return {.understood = false};
  const std::vector<TimelineItem> items = timeline(graph, *node, *other);
  Answer out{.found = items.size()};
  if (options.format == AnswerFormat::text)
    append_timeline(out.text, graph, items);
  else
    append_timeline_json(out.text, graph, items);
  return out;
}

/// Records of all files into the graph; an exit code when one is damaged or cannot be read, which is said.
std::optional<int> add_records(const std::vector<std::string>& files, EntityGraph& graph) {
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      message(file + ": cannot be read");
      return ExitCode::io;
    }
    RecordReader reader(in, file);
    while (const DocumentRecord* record = reader.next()) graph.add(*record, reader.schema());
    if (!reader.problem()) continue;
    message(to_string(*reader.problem()));
    return ExitCode::damaged;
  }
  return std::nullopt;
}

/// Texts are read when they are named, or no records are.
int run(const QueryCommand& options, const Ask& ask) {
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  std::optional<GraphOptions> how = graph_options(options.picture, *engine, engine->schema());
  if (!how || would_overwrite(options.common.output, {options.picture.decisions}) ||
      would_overwrite(options.common.output, options.records))
    return ExitCode::usage;
  how->cooccurrence = !options.edges.stated_only;
  EntityGraph graph(*std::move(how));
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  if (const std::optional<int> code = add_records(options.records, graph)) return *code;
  Tally tally;
  if (options.records.empty() || !options.common.input.paths.empty())
    read_graph(options.common, *engine, inputs, graph, tally);
  graph.freeze();
  report_graph(graph, options.common.quiet);
  const Answer answer = ask(graph, options);
  output.write(answer.text);
  tally.found = answer.found;
  const int code = finish(options.common, inputs, output, tally);
  return answer.understood || code != ExitCode::ok ? code : ExitCode::nothing_found;
}

/// What is different from question to question.
struct Question {
  const char* name;
  const char* help;
  Ask ask;
  std::vector<std::pair<std::string, AnswerFormat>> formats;
};

/// A question's command without its own options; positional arguments before FILE are to be added by `add_own`.
void add_question(CLI::App& parent, const Question& question, int& code,
                  const std::function<void(CLI::App&, QueryCommand&)>& add_own) {
  auto options = std::make_shared<QueryCommand>();
  CLI::App* command = parent.add_subcommand(question.name, question.help);
  add_own(*command, *options);
  add_choice(*command, "--format", options->format, question.formats, "How the answer is written (default: text)");
  command->add_flag("--stated-only", options->edges.stated_only, "Follow only what the texts state, no co-occurrence");
  command->add_option("--min-weight", options->edges.min_weight, "Leave out co-occurrences seen in fewer sentences")
      ->capture_default_str();
  command->add_option("--records", options->records, "Record file that dossier graph --partial wrote (repeatable)")
      ->allow_extra_args(false);
  add_identity_options(*command, options->picture);
  add_input_options(*command, options->common);
  add_batch_options(*command, options->common);
  add_output_options(*command, options->common);
  command->callback([options, ask = question.ask, &code] { code = run(*options, ask); });
}

void add_name_options(CLI::App& app, QueryCommand& options) {
  app.add_option("--type", options.type, "Type of the entities that are named, if several have the name: PERSON");
  app.add_flag("--first", options.first, "Of several that have the name, take the most mentioned");
}

void add_questions_of_names(CLI::App& command, int& code) {
  const std::pair<std::string, AnswerFormat> text = {"text", AnswerFormat::text};
  const std::pair<std::string, AnswerFormat> json = {"json", AnswerFormat::json};
  const std::pair<std::string, AnswerFormat> dot = {"dot", AnswerFormat::dot};
  add_question(command, {"path", "How two are connected, with the sentences", ask_path, {text, json, dot}}, code,
               [](CLI::App& app, QueryCommand& options) {
                 app.add_option("A", options.name, "One of the two: a name, an alias, or a key")->required();
                 app.add_option("B", options.other, "The other")->required();
                 add_name_options(app, options);
               });
  add_question(command, {"ego", "Who stands around somebody", ask_ego, {text, json, dot}}, code,
               [](CLI::App& app, QueryCommand& options) {
                 app.add_option("NAME", options.name, "A name, an alias, or a key")->required();
                 app.add_option("--depth", options.depth, "How many hops away")->capture_default_str();
                 add_name_options(app, options);
               });
  add_question(command, {"timeline", "What is stated of somebody, by date", ask_timeline, {text, json}}, code,
               [](CLI::App& app, QueryCommand& options) {
                 app.add_option("NAME", options.name, "A name, an alias, or a key")->required();
                 app.add_option("--with", options.other, "Only what is stated of the two");
                 add_name_options(app, options);
               });
}

void add_questions_of_all(CLI::App& command, int& code) {
  const std::pair<std::string, AnswerFormat> text = {"text", AnswerFormat::text};
  const std::pair<std::string, AnswerFormat> json = {"json", AnswerFormat::json};
  add_question(
      command, {"top", "Who matters most", ask_top, {text, json, {"dot", AnswerFormat::dot}}}, code,
      [](CLI::App& app, QueryCommand& options) {
        const Choices<Importance> measures = {{"mentions", Importance::mentions},
                                              {"degree", Importance::degree},
                                              {"betweenness", Importance::betweenness},
                                              {"pagerank", Importance::pagerank}};
        add_choice(app, "--by", options.by, measures, "By what: degree is the number of others joined with (default)");
        app.add_option("--count", options.count, "How many; 0: all")->capture_default_str();
        app.add_option("--exact-nodes", options.measure.exact_nodes, "Betweenness of larger graphs is estimated")
            ->capture_default_str();
        app.add_option("--samples", options.measure.samples, "Entities that an estimate starts from")
            ->capture_default_str();
        app.add_option("--seed", options.measure.seed, "Which entities these are")->capture_default_str();
      });
  add_question(command, {"bridges", "Connections that alone hold two parts together", ask_bridges, {text, json}}, code,
               [](CLI::App& app, QueryCommand& options) {
                 app.add_option("--count", options.count, "How many; 0: all")->capture_default_str();
               });
  add_question(command, {"communities", "Groups that hang together", ask_communities, {text, json}}, code,
               [](CLI::App& app, QueryCommand& options) {
                 app.add_option("--resolution", options.resolution, "Above 1: more and smaller groups")
                     ->check(CLI::Range(0.0001, 1000.0))
                     ->capture_default_str();
                 app.add_option("--count", options.count, "Members of each that are named in text; 0: all")
                     ->capture_default_str();
               });
}

}  // namespace

void add_query(CLI::App& app, int& code) {
  CLI::App* command = app.add_subcommand("query", "Ask the entity graph of all texts");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n"
      "  dossier query path 'Lars Vik' 'Baltic Freight' letters/      # how they are connected, with the sentences\n"
      "  dossier query ego 'Lars Vik' --depth 2 --format dot letters/ | dot -Tsvg -o vik.svg\n"
      "  dossier query top --by betweenness letters/                  # who stands between the others\n"
      "  dossier query communities --resolution 2 letters/            # who belongs together\n"
      "  dossier query bridges --stated-only letters/                 # whose loss would cut whom off\n"
      "  dossier query timeline 'Lars Vik' --with Haddad letters/     # what is stated of the two, by date\n"
      "  dossier query top --records archive.records                  # what dossier graph --partial wrote");
  add_questions_of_names(*command, code);
  add_questions_of_all(*command, code);
}

}  // namespace dossier::cli
