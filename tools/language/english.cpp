#include "tools/language/english.h"

#include <array>
#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "content/base/utf8.h"

namespace recto::language {
namespace {

constexpr std::size_t kMostBytes = 64 << 10;

/// CLD2 needs some letters; what is shorter passes.
constexpr std::size_t kFewestLetters = 16;

/// In hundredths of the text, by CLD2's count.
constexpr int kLeastEnglish = 25;

struct Letters {
  std::size_t latin = 0;
  std::size_t other = 0;
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_isalpha(c) == 0) continue;
    UErrorCode status = U_ZERO_ERROR;
    const bool latin = c < 0x80 || uscript_getScript(c, &status) == USCRIPT_LATIN;
    ++(latin ? letters.latin : letters.other);
  }
  return letters;
}

bool is_sure_of_another(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language found =
      CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                                  languages.data(), percents.data(), &bytes, &reliable);
  if (!reliable || found == CLD2::ENGLISH || found == CLD2::UNKNOWN_LANGUAGE) return false;
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (languages.at(i) == CLD2::ENGLISH && percents.at(i) >= kLeastEnglish) return false;
  return true;
}

}  // namespace

bool is_english(std::string_view text) {
  text = prefix_utf8(text, kMostBytes);
  const Letters letters = count_letters(text);
  if (letters.other > letters.latin) return false;
  return letters.latin < kFewestLetters || !is_sure_of_another(text);
}

}  // namespace recto::language
