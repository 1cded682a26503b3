#include "game/ui/breaks.h"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace recto::ui {
namespace {

std::unique_ptr<icu::BreakIterator> make_iterator(Breaks kind) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& locale = icu::Locale::getRoot();
  switch (kind) {
    case Breaks::Character:
      return std::unique_ptr<icu::BreakIterator>(
          icu::BreakIterator::createCharacterInstance(locale, status));
    case Breaks::Word:
      return std::unique_ptr<icu::BreakIterator>(
          icu::BreakIterator::createWordInstance(locale, status));
    case Breaks::Line:
      return std::unique_ptr<icu::BreakIterator>(
          icu::BreakIterator::createLineInstance(locale, status));
  }
  return nullptr;
}

/// Making an iterator reads rules (a tenth of a millisecond): one of each kind and thread is kept.
icu::BreakIterator* iterator_of(Breaks kind) {
  thread_local std::unique_ptr<icu::BreakIterator> kept[3];
  auto& iterator = kept[static_cast<std::size_t>(kind)];
  if (!iterator) iterator = make_iterator(kind);
  return iterator.get();
}

}  // namespace

std::vector<std::size_t> breaks_of(std::string_view text, Breaks kind) {
  std::vector<std::size_t> found{0};
  if (text.empty()) return found;
  icu::BreakIterator* const iterator = iterator_of(kind);
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (iterator != nullptr && U_SUCCESS(status) != 0) {
    iterator->setText(&utext, status);
    iterator->first();
    for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next())
      found.push_back(static_cast<std::size_t>(at));
  }
  utext_close(&utext);
  if (found.back() != text.size()) found.push_back(text.size());
  return found;
}

}  // namespace recto::ui
