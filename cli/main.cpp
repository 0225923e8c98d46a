// The program: reads its arguments, runs one command, turns every ending into an exit code.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <dossier/engine.hpp>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "commands.hpp"
#include "output.hpp"

namespace {

using namespace dossier;

constexpr const char* examples =
    "Examples:\n"
    "  dossier article.txt | dot -Tsvg -o article.svg      # the entity graph of a text, as a picture\n"
    "  dossier extract article.txt                         # who, what, where, and how they are connected\n"
    "  dossier explain article.txt --at 3:17               # why\n"
    "  dossier query path 'Lars Vik' 'Haddad' letters/     # how two are connected\n"
    "  dossier extract --input-format jsonl docs.jsonl     # one JSON object a line in, one out\n"
    "\n"
    "Exit codes: 0 it ran; 1 nothing found (with -e); 2 wrong arguments, dictionaries or rules; 3 bad records (with "
    "--strict);\n"
    "4 a file could not be read or written.";

/// `dossier FILE...` means `dossier graph FILE...`.
std::vector<std::string> with_command(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  static const std::vector<std::string> known = {"graph",   "merge",     "query",      "extract",   "dates",
                                                 "explain", "eval",      "rules",      "dict",      "-h",
                                                 "--help",  "--version", "--licenses", "--help-all"};
  if (arguments.empty() || std::find(known.begin(), known.end(), arguments.front()) == known.end())
    arguments.insert(arguments.begin(), "graph");
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  return arguments;
}

/// The innermost command that was named.
const CLI::App& named_command(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

/// What is wrong with the arguments. A word where a command is wanted is an unknown command.
std::string usage_message(const CLI::App* app, const CLI::Error& error) {
  const CLI::App& command = named_command(*app);
  const std::vector<std::string> rest = command.remaining();
  std::string names;
  for (const CLI::App* it : command.get_subcommands([](const CLI::App*) { return true; }))
    names += (names.empty() ? "" : ", ") + it->get_name();
  const bool wants_command = command.get_require_subcommand_min() > 0 && command.get_subcommands().empty();
  std::string what = error.what();
  if (wants_command && !rest.empty())
    what = command.get_name() + " has no command '" + rest.front() + "'; there are " + names;
  else if (wants_command)
    what = command.get_name() + " needs a command: " + names;
  for (std::size_t at = 0; (at = what.find('\n', at)) != std::string::npos;) what.replace(at, 1, "; ");
  return "dossier: " + what + "; --help shows how\n";
}

int run(int argc, char** argv) {
  CLI::App app{"dossier: who is in a text, what they are, how they are connected, and which words say so.", "dossier"};
  app.footer(examples);
  app.require_subcommand(0, 1);
  app.failure_message(usage_message);
  app.set_help_all_flag("--help-all", "Help of all commands");
  app.set_version_flag("--version", std::string("dossier ") + std::string(version()));
  bool licenses = false;
  app.add_flag("--licenses", licenses, "Credits of the built-in dictionaries");
  int code = cli::ExitCode::ok;
  cli::add_graph(app, code);
  cli::add_merge(app, code);
  cli::add_query(app, code);
  cli::add_extract(app, code);
  cli::add_dates(app, code);
  cli::add_explain(app, code);
  cli::add_eval(app, code);
  cli::add_rules(app, code);
  cli::add_dict(app, code);
  if (argc == 1 && ::isatty(STDIN_FILENO) == 1) {
    std::cerr << app.help();
    return cli::ExitCode::usage;
  }
  try {
    app.parse(with_command(argc, argv));
  } catch (const CLI::ParseError& error) {
    std::ostringstream help;
    return app.exit(error, help, std::cerr) == 0 ? cli::print(help.str()) : cli::ExitCode::usage;
  }
  return licenses ? cli::print(data_credits()) : code;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away ends the work, not the program
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    dossier::cli::message(error.what());
    return dossier::cli::ExitCode::io;
  }
}
