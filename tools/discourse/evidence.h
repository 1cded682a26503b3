// What the words around a name say about it: its kind, what it is, which pronoun it takes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "tools/discourse/article.h"
#include "tools/discourse/name_form.h"
#include "tools/discourse/nouns.h"

namespace recto::discourse {

inline constexpr std::size_t kNameKinds = 6;

/// Votes for kinds of names, in quarters of a bit: 4 more make a kind twice as likely.
struct KindVotes {
  std::array<std::int64_t, kNameKinds> votes{};

  void add(NameKind kind, std::int64_t quarters) {
    votes.at(static_cast<std::size_t>(kind)) += quarters;
  }

  /// The kind with most votes, the first of several, and its share of all chances; Other without
  /// any vote.
  [[nodiscard]] std::pair<NameKind, language::Chance> verdict() const;
};

/// What the name itself says, wherever it stands: trigger words (Inc., University, River), titles,
/// given names, what the lexicon knows of it.
[[nodiscard]] KindVotes votes_of_form(const NameForm& form, Nouns& nouns);

/// What one occurrence says.
struct Evidence {
  KindVotes kinds;                  ///< of the words around it
  std::optional<std::string> noun;  ///< "is a Swiss mathematician": mathematician, folded
  WordId noun_at = language::kNoWord;
  Gender gender = Gender::Unknown;
  int plural = 0;  ///< above 0 for "the Beatles were", below for "was"
};

/// Apposition ("X, a Swiss mathematician,"; "the mathematician X"), copula ("X was a …"),
/// prepositions before the name, what it does. The tree is trusted for subjects only. O(1).
[[nodiscard]] Evidence evidence_of(const AnalysedArticle& article, const Place& place,
                                   Nouns& nouns);

}  // namespace recto::discourse
