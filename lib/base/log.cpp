// The logger: spdlog's, with one sink that calls the caller's function.
#include "base/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>

#include <mutex>
#include <string>
#include <utility>

namespace dossier::base {
namespace {

// Hands the message on as it is: no time, no level, no thread number before it.
class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit FunctionSink(Log::Sink listener) : listener_(std::move(listener)) {}

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    const Severity severity = message.level >= spdlog::level::err ? Severity::error : Severity::warning;
    listener_(severity, std::string_view(message.payload.data(), message.payload.size()));
  }
  void flush_() override {}

  Log::Sink listener_;
};

}  // namespace

Log::Log(Sink sink) {
  if (!sink) return;
  logger_ = std::make_shared<spdlog::logger>("dossier", std::make_shared<FunctionSink>(std::move(sink)));
  logger_->set_level(spdlog::level::warn);
  logger_->set_error_handler([](const std::string&) {});  // spdlog's own handler prints
}

void Log::write(Severity severity, std::string_view message) const {
  if (!enabled()) return;
  const auto level = severity == Severity::error ? spdlog::level::err : spdlog::level::warn;
  logger_->log(level, spdlog::string_view_t(message.data(), message.size()));
}

void Log::write(const Diagnostics& problems) const {
  if (!enabled()) return;
  for (const Diagnostic& problem : problems) write(problem.severity, to_string(problem));
}

}  // namespace dossier::base
