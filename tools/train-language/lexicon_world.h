// Countries, regions, currencies and languages out of iso-codes and ICU.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "content/base/result.h"

namespace recto::train {

/// The sections that content/words/countries.h reads. `iso` is the folder of iso-codes' JSON files,
/// `by_hand` the text of lexicon_countries.txt, `adjectives` those of read_wordnet. Names are
/// CLDR's, as the ICU at hand has them. Error: a file is missing or not as expected.
[[nodiscard]] Result<std::map<std::string, std::string>> make_world(
    const std::filesystem::path& iso, const std::string& by_hand,
    const std::map<std::string, std::string>& adjectives);

}  // namespace recto::train
