// The library's one way to speak: what happens while loading goes to a function of the caller, and nowhere without it.
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <functional>
#include <memory>
#include <string_view>

namespace spdlog {
class logger;
}

namespace dossier::base {

/// Hands messages to a function (Config::log). A value; copies share the function, which is called by one thread at a
/// time. Exceptions that it throws are swallowed: a log never makes loading fail.
class Log {
 public:
  using Sink = std::function<void(Severity, std::string_view)>;

  /// Silent.
  Log() = default;
  /// Silent when the function is empty.
  explicit Log(Sink sink);

  /// One message without a line break at its end. The view is valid only during the call.
  void write(Severity severity, std::string_view message) const;
  /// Every problem as a line of its own, as to_string() puts it.
  void write(const Diagnostics& problems) const;
  /// False when nobody listens, so that a message need not be put together.
  [[nodiscard]] bool enabled() const noexcept { return logger_ != nullptr; }

 private:
  std::shared_ptr<spdlog::logger> logger_;  // private: never in spdlog's registry, which belongs to the program
};

}  // namespace dossier::base
