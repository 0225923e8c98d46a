// The program: reads its arguments, runs one command, turns every ending into an exit code.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <csignal>
#include <dossier/engine.hpp>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
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

struct Command {
  std::string_view name;
  void (*add)(CLI::App& app, int& code);
};
constexpr std::array commands = {
    Command{"graph", cli::add_graph},     Command{"merge", cli::add_merge}, Command{"query", cli::add_query},
    Command{"extract", cli::add_extract}, Command{"dates", cli::add_dates}, Command{"explain", cli::add_explain},
    Command{"eval", cli::add_eval},       Command{"rules", cli::add_rules}, Command{"dict", cli::add_dict}};
constexpr std::array<std::string_view, 5> flags = {"-h", "--help", "--version", "--licenses", "--help-all"};

/// `dossier FILE...` means `dossier graph FILE...`.
std::vector<std::string> with_command(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto is_first = [&](std::string_view name) { return arguments.front() == name; };
  const auto is_command = [&](const Command& command) { return is_first(command.name); };
  if (arguments.empty() || (std::none_of(commands.begin(), commands.end(), is_command) &&
                            std::none_of(flags.begin(), flags.end(), is_first)))
    arguments.insert(arguments.begin(), "graph");
  return arguments;
}

/// The options of one command only are declared, because those of all take as long as a short text does: of the one
/// that the arguments begin with, or of all when they begin with a flag that may ask for any.
void add_commands(CLI::App& app, const std::string& first, int& code) {
  const bool any = first.starts_with('-');
  for (const Command& command : commands)
    if (any || command.name == first) command.add(app, code);
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
  const std::string version_line = "dossier " + std::string(version());
  if (argc == 2 && argv[1] == std::string_view("--version")) return cli::print(version_line + '\n');  // at once
  CLI::App app{"dossier: who is in a text, what they are, how they are connected, and which words say so.", "dossier"};
  app.footer(examples);
  app.require_subcommand(0, 1);
  app.failure_message(usage_message);
  app.set_help_all_flag("--help-all", "Help of all commands");
  app.set_version_flag("--version", version_line);
  bool licenses = false;
  app.add_flag("--licenses", licenses, "Credits of the built-in dictionaries");
  int code = cli::ExitCode::ok;
  const bool alone = argc == 1 && ::isatty(STDIN_FILENO) == 1;
  std::vector<std::string> arguments = with_command(argc, argv);
  add_commands(app, alone ? "--help" : arguments.front(), code);
  if (alone) {
    std::cerr << app.help();
    return cli::ExitCode::usage;
  }
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(arguments);
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
