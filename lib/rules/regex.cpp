// RE2 with the limits that expressions of rules have.
#include "rules/regex.hpp"

#include <re2/re2.h>

#include <cstdint>
#include <utility>

namespace dossier::rules {
namespace {

std::unique_ptr<const re2::RE2> make(const Expression& expression) {
  constexpr std::int64_t most_memory = std::int64_t{1} << 20;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(most_memory);
  options.set_case_sensitive(!expression.either_case);
  return std::make_unique<const re2::RE2>(expression.text, options);
}

}  // namespace

std::string problem_of(const Expression& expression) { return make(expression)->error(); }

Regex::Regex(Expression expression) : expression_(std::move(expression)) {}
Regex::~Regex() = default;

bool Regex::matches(std::string_view words) const {
  std::call_once(once_, [this] { made_ = make(expression_); });
  return re2::RE2::FullMatch(re2::StringPiece(words.data(), words.size()), *made_);
}

}  // namespace dossier::rules
