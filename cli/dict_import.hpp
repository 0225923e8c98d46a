// dossier dict import: tables and entity files of others to dictionary files.
#pragma once

namespace CLI {
class App;
}

namespace dossier::cli {

/// Adds `import csv` and `import ftm` to the command `dict`.
void add_dict_import(CLI::App& dict, int& code);

}  // namespace dossier::cli
