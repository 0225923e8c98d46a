// The commands of the program, one file each.
#pragma once

namespace CLI {
class App;
}

namespace dossier::cli {

/// Each adds its subcommand with its options; the callback runs it and puts the exit code into `code`, which must
/// outlive the app.
void add_graph(CLI::App& app, int& code);
void add_merge(CLI::App& app, int& code);
void add_query(CLI::App& app, int& code);
void add_dates(CLI::App& app, int& code);
void add_extract(CLI::App& app, int& code);
void add_explain(CLI::App& app, int& code);
void add_eval(CLI::App& app, int& code);
void add_rules(CLI::App& app, int& code);
void add_dict(CLI::App& app, int& code);

}  // namespace dossier::cli
