// Compiles the lexicon.
#pragma once

#include <filesystem>
#include <string>

#include "content/base/result.h"

namespace recto::train {

/// Where the sources stand; the defaults are those of Debian, seen from the project's folder.
struct LexiconSources {
  std::filesystem::path wordnet = "/usr/share/wordnet";
  std::filesystem::path iso_codes = "/usr/share/iso-codes/json";
  std::filesystem::path countries = "tools/train-language/lexicon_countries.txt";
};

/// The bytes of `en.lexicon`. Same sources and ICU, same bytes.
[[nodiscard]] Result<std::string> make_lexicon(const LexiconSources& sources);

/// What a lexicon holds, for people: `about`, sections with sizes, numbers of words and synsets.
/// Every checksum is compared.
[[nodiscard]] Result<std::string> describe_lexicon(const std::string& bytes);

}  // namespace recto::train
