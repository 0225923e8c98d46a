// A folder that a command writes into.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::cli {

/// Makes the folder if it is not there. False, and said on standard error with the format's name, when none is named
/// ("-") or it cannot be made.
[[nodiscard]] bool make_folder(const std::string& path, std::string_view format);

/// True, and said on standard error, when one of the inputs is the folder, lies in it, or holds it: what is written
/// would be read, now or the next time.
[[nodiscard]] bool reads_folder(const std::string& folder, const std::vector<std::string>& inputs);

/// The id of a text as the name of a file, different for each call: path separators and whatever else file systems or
/// shells stumble over become "_", long ids are cut, and names that are taken get a number. For one thread.
class FileNames {
 public:
  [[nodiscard]] std::string name(std::string_view id);

 private:
  std::vector<std::string> taken_;  // sorted, in lower case: some file systems know no case
};

}  // namespace dossier::cli
