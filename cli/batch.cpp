// Threads that each read a few records, work on them, and put the results where the one whose turn it is hands them on.
//
// 1. Records are read by one thread at a time; each portion of them has a number.
// 2. Results are handed on by one thread at a time, in the order of the numbers.
// 3. No portion is read while too many wait to be handed on, so that memory is bounded whatever a single text costs.
#include "batch.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "output.hpp"

namespace dossier::cli {
namespace {

constexpr std::size_t records_at_once = 32;
constexpr std::size_t bytes_at_once = std::size_t{64} << 10;
constexpr std::uint64_t portions_per_thread = 4;  // that were read and not yet handed on

class Batch {
 public:
  Batch(Inputs& inputs, const BatchOptions& options, const Work& work, const Take& take)
      : inputs_(inputs), options_(options), work_(work), take_(take), progress_(options.progress) {}

  /// What each thread does until nothing is left.
  void run() noexcept {
    try {
      LineParser parser(inputs_.options());
      Scratch scratch;
      while (std::optional<Portion> portion = read()) {
        portion->results.reserve(portion->records.size());
        for (Record& record : portion->records) {
          parser.parse(record);
          portion->bytes += record.text.size();
          portion->results.push_back(work_(record, scratch));
        }
        hand_on(std::move(*portion));
      }
    } catch (...) {
      const std::lock_guard lock(state_);
      failure_ = std::current_exception();
      stopped_ = true;
      handed_on_.notify_all();
    }
  }

  /// What a thread threw. To be called when all have ended.
  [[nodiscard]] std::exception_ptr failure() const noexcept { return failure_; }

 private:
  struct Portion {
    std::uint64_t number = 0;
    std::uint64_t bytes = 0;  // of the texts
    std::vector<Record> records;
    std::vector<Result> results;  // none: not there yet
  };

  /// The next records; with one thread only one, so that answers come as soon as their questions.
  [[nodiscard]] std::optional<Portion> read() {
    const std::lock_guard reading(input_);
    {
      std::unique_lock lock(state_);
      handed_on_.wait(lock, [this] { return stopped_ || read_ - given_ < portions_per_thread * options_.threads; });
    }
    Portion portion;
    const std::size_t wanted = options_.threads == 1 ? 1 : records_at_once;
    for (std::size_t bytes = 0; portion.records.size() < wanted && bytes < bytes_at_once && !stopped_;) {
      std::optional<Record> record = inputs_.next_unparsed();
      if (!record) break;
      bytes += record->text.size();
      portion.records.push_back(std::move(*record));
      if (options_.at_once && inputs_.would_wait()) break;
    }
    if (portion.records.empty()) return std::nullopt;
    portion.number = read_++;
    return portion;
  }

  /// Hands on what is next in order, this portion among it or not.
  void hand_on(Portion&& portion) {
    std::unique_lock lock(state_);
    const std::uint64_t place = portion.number - given_;
    if (waiting_.size() <= place) waiting_.resize(place + 1);
    waiting_[place] = std::move(portion);
    if (handing_on_) return;  // another thread will come to it
    handing_on_ = true;
    while (!stopped_ && !waiting_.empty() && !waiting_.front().results.empty()) {
      Portion next = std::exchange(waiting_.front(), {});
      lock.unlock();
      const bool goes_on = take_all(next);
      lock.lock();
      waiting_.pop_front();
      ++given_;
      if (!goes_on) stopped_ = true;
      handed_on_.notify_one();  // of all threads only the one that reads waits
    }
    handing_on_ = false;
  }

  [[nodiscard]] bool take_all(Portion& portion) {
    for (Result& result : portion.results)
      if (!take_(std::move(result))) return false;
    documents_ += portion.results.size();
    bytes_ += portion.bytes;
    progress_.show(documents_, bytes_);
    return true;
  }

  Inputs& inputs_;
  const BatchOptions& options_;
  const Work& work_;
  const Take& take_;

  std::mutex input_;        // of inputs_ and read_
  std::uint64_t read_ = 0;  // portions

  std::mutex state_;  // of what follows
  std::condition_variable handed_on_;
  std::deque<Portion> waiting_;  // from number given_ on
  std::uint64_t given_ = 0;      // portions handed on
  bool handing_on_ = false;      // some thread does so: take_, progress_ and what they count are its own
  std::atomic<bool> stopped_ = false;
  std::exception_ptr failure_;

  Progress progress_;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace

Input to_input(const Record& record) {
  return {
      .text = record.text, .id = record.id, .date = record.date, .format = record.format, .encoding = record.encoding};
}

void run_batch(Inputs& inputs, const BatchOptions& options, const Work& work, const Take& take) {
  const BatchOptions at_least_one = {
      .threads = std::max(options.threads, 1U), .at_once = options.at_once, .progress = options.progress};
  Batch batch(inputs, at_least_one, work, take);
  {
    std::vector<std::jthread> workers;
    for (unsigned t = 1; t < at_least_one.threads; ++t) workers.emplace_back([&batch] { batch.run(); });
    batch.run();
  }
  if (batch.failure()) std::rethrow_exception(batch.failure());
}

}  // namespace dossier::cli
