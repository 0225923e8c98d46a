// The parts of `dossier dict` that have files of their own.
#pragma once

namespace CLI {
class App;
}

namespace dossier::cli {

/// Adds `import csv` and `import ftm` to the command `dict`: tables and entity files of others to dictionary files.
void add_dict_import(CLI::App& dict, int& code);
/// Adds `find`: the entries that stand in texts.
void add_dict_find(CLI::App& dict, int& code);

}  // namespace dossier::cli
