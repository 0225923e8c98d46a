// The map of words that the text has shown to be parts of names.
#include "recognize/workspace.hpp"

namespace dossier::recognize {

void NameMemory::clear() noexcept {
  for (std::uint32_t slot : used_) slots_[slot] = Slot{};
  used_.clear();
}

void NameMemory::add(std::uint64_t hash, Memory what) {
  if (hash == 0) return;
  if (slots_.empty() || used_.size() * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  if (slots_[at].hash == 0) {
    slots_[at].hash = hash;
    used_.push_back(static_cast<std::uint32_t>(at));
  }
  slots_[at].bits = static_cast<std::uint8_t>(slots_[at].bits | what);
}

void NameMemory::grow() {
  std::vector<Slot> old;
  old.reserve(used_.size());
  for (std::uint32_t slot : used_) old.push_back(slots_[slot]);
  slots_.assign(slots_.empty() ? 256 : slots_.size() * 2, Slot{});
  used_.clear();
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& entry : old) {
    std::size_t at = entry.hash & mask;
    while (slots_[at].hash != 0) at = (at + 1) & mask;
    slots_[at] = entry;
    used_.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace dossier::recognize
