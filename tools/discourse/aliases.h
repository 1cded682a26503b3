// Other names that the text states: "the World Health Organization (WHO)", "X, also known as Y".
#pragma once

#include <cstdint>
#include <vector>

#include "tools/discourse/article.h"
#include "tools/discourse/name_words.h"

namespace recto::discourse {

/// Two names of one thing.
struct StatedAlias {
  enum class Sort : std::uint8_t {
    Acronym,  ///< the letters fit
    Other,    ///< also known as, formerly, renamed
    Born,     ///< "born", "née": a person's earlier name
  };

  Place full;
  Place other;  ///< need not be among the sentence's names
  Sort sort = Sort::Other;
};

/// What one sentence states of its names, in order. Only what stands right behind a name, in
/// brackets or after a comma; the words of a list ("also known as Y and Z") give the first.
[[nodiscard]] std::vector<StatedAlias> stated_aliases(const AnalysedArticle& article,
                                                      SentenceId sentence, const NameWords& words);

}  // namespace recto::discourse
