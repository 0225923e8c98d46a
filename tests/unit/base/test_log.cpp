// Tests of the log.
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/log.hpp"

namespace {

using dossier::Severity;
using dossier::base::Log;

using Lines = std::vector<std::pair<Severity, std::string>>;

TEST_CASE("messages arrive as they were written, with their severity") {
  Lines lines;
  const Log log([&](Severity severity, std::string_view message) { lines.emplace_back(severity, message); });
  CHECK(log.enabled());
  log.write(Severity::warning, "two {} braces and a % sign");
  log.write(Severity::error, "");
  CHECK(lines == Lines{{Severity::warning, "two {} braces and a % sign"}, {Severity::error, ""}});
}

TEST_CASE("every problem is a message of its own") {
  Lines lines;
  const Log log([&](Severity severity, std::string_view message) { lines.emplace_back(severity, message); });
  log.write(dossier::Diagnostics{{"a.b", "first", "f", 1, 2, "", Severity::warning},
                                 {"c.d", "second", "", 0, 0, "", Severity::error}});
  CHECK(lines == Lines{{Severity::warning, "f:1:2: warning: first [a.b]"}, {Severity::error, "error: second [c.d]"}});
}

TEST_CASE("without a listener nothing happens") {
  const Log silent;
  const Log empty{Log::Sink{}};
  CHECK_FALSE(silent.enabled());
  CHECK_FALSE(empty.enabled());
  silent.write(Severity::error, "nobody hears this");
  empty.write(dossier::Diagnostics(3));
}

TEST_CASE("a listener that throws does not disturb") {
  int calls = 0;
  const Log log([&](Severity, std::string_view) {
    ++calls;
    throw std::runtime_error("full");
  });
  CHECK_NOTHROW(log.write(Severity::error, "one"));
  CHECK_NOTHROW(log.write(Severity::error, "two"));
  CHECK(calls == 2);
}

TEST_CASE("copies speak to the same listener") {
  int calls = 0;
  const Log log([&](Severity, std::string_view) { ++calls; });
  const Log copy = log;
  copy.write(Severity::warning, "x");
  log.write(Severity::warning, "y");
  CHECK(calls == 2);
}

}  // namespace
