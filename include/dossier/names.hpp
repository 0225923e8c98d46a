// What dictionaries know of names apart from any text: which forms are forms of one name.
#pragma once

#include <dossier/schema.hpp>
#include <string>
#include <vector>

namespace dossier {

/// Another form of a name, both folded: "bill" of "william", "wto" of "world trade organization".
struct NameForm {
  std::string form;
  std::string full;
  TypeId type = TypeId::person;  ///< of what; for PERSON the forms are given names unless they have several words
  bool nickname = false;         ///< of given names: a short or pet form rather than a spelling
  friend auto operator<=>(const NameForm&, const NameForm&) = default;
};

/// Given to a graph, which has no dictionaries, so that it can tell who is the same. Engine::names() makes it.
struct NameKnowledge {
  std::vector<NameForm> forms;        ///< sorted
  std::vector<NameForm> legal_forms;  ///< "incorporated" of "inc"; a form of itself where there is no other
};

}  // namespace dossier
