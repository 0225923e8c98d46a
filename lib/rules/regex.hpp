// Regular expressions on the words of one item.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "rules/syntax.hpp"

namespace re2 {
class RE2;
}

namespace dossier::rules {

/// Why RE2 does not take the expression; empty when it does.
[[nodiscard]] std::string problem_of(const Expression& expression);

/// An expression that is made ready when it is first asked: few texts have an item that it is asked of, and making one
/// costs more than all else when rules are opened. Const and safe for many threads.
class Regex {
 public:
  explicit Regex(Expression expression);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  /// True when all of the words match.
  [[nodiscard]] bool matches(std::string_view words) const;

 private:
  Expression expression_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const re2::RE2> made_;
};

}  // namespace dossier::rules
