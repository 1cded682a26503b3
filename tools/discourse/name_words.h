// Words that say what a name is: assets/words/names.txt.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace recto::discourse {

/// Folded words without accents and stops.
struct NameWords {
  using Set = std::unordered_set<std::string>;

  Set he_given;       ///< given names of men
  Set she_given;      ///< given names of women
  Set he_nouns;       ///< "king"
  Set she_nouns;      ///< "queen"
  Set legal_forms;    ///< "inc"
  Set generic;        ///< may be left out at the end of an organisation's name: "group"
  Set generic_legal;  ///< the same where a legal form follows: "technologies" of "X Technologies
                      ///< Ltd"
  Set features;       ///< may be left out of a place's name: "river"
  Set organisation;   ///< "university"
  Set place;          ///< "river"
  Set event;          ///< "war"
  Set work;           ///< "album"
  Set person;         ///< nouns for people that are not first of all that: "director"
  Set either;         ///< nouns for people and organisations alike: "player", "rival"
};

/// The file's text. Words under no or an unknown heading are skipped.
[[nodiscard]] NameWords parse_name_words(std::string_view text);

}  // namespace recto::discourse
