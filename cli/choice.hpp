// Options that are one of a few words: help and messages name the words alone.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dossier::cli {

/// The words an option may have, and what each means, in the order of the help.
template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// Adds an option whose value is one of the words, in upper or lower case. REQUIRES: `value` outlives the app.
template <typename Value>
void add_choice(CLI::App& app, const std::string& name, Value& value, const Choices<Value>& choices,
                const std::string& help) {
  std::vector<std::string> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  const auto set = [&value, choices](const std::string& word) {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&word](const auto& choice) { return choice.first == word; });
    if (found != choices.end()) value = found->second;
  };
  app.add_option_function<std::string>(name, set, help)
      ->type_name("WORD")
      ->transform(CLI::IsMember(std::move(words), CLI::ignore_case));
}

}  // namespace dossier::cli
