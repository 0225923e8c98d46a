// The yardstick: ICU's word BreakIterator over UTF-8.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string>

namespace dossier::bench {

/// For one thread.
class IcuWords {
 public:
  /// Pieces of the text between word boundaries.
  std::uint64_t count(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_->setText(&utext, status);
    std::uint64_t words = 0;
    while (iterator_->next() != icu::BreakIterator::DONE) ++words;
    utext_close(&utext);
    return words;
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator_{
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status_)};
};

}  // namespace dossier::bench
