// The options that commands share, and how they are read from the command line.
#pragma once

#include <dossier/engine.hpp>
#include <dossier/formats.hpp>
#include <optional>
#include <string>
#include <vector>

#include "inputs.hpp"
#include "output.hpp"

namespace CLI {
class App;
}

namespace dossier::cli {

/// Options of all commands that read texts.
struct Common {
  InputOptions input = {};
  std::string output = "-";
  unsigned threads = 1;
  float min_score = 0.5F;
  DateOptions dates = {};
  bool nested = false;
  bool extents = false;
  bool no_english = false;
  bool no_progress = false;
  bool quiet = false;
  bool strict = false;
  bool exit_status = false;
  std::vector<std::string> dictionaries = {};
  std::vector<std::string> rules = {};
  Colour colour = Colour::automatic;
};

/// Adds the options that say what is read, how dates are, and which dictionaries are loaded.
void add_text_options(CLI::App& app, Common& common);
/// The same, and those that say with which rules and what is left out.
void add_input_options(CLI::App& app, Common& common);
/// Adds the options that say where output goes and what counts as failure.
void add_output_options(CLI::App& app, Common& common);
/// Adds the options of commands that work on many texts at once.
void add_batch_options(CLI::App& app, Common& common);

/// True, and said on standard error, when the output is one of the dictionaries or rules that are to be loaded.
[[nodiscard]] bool overwrites_data(const Common& common);

/// Builds the engine, or reports every problem of dictionaries, rules and configuration on standard error.
[[nodiscard]] std::optional<Engine> make_engine(const Common& common);

}  // namespace dossier::cli
