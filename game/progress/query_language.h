// What a person types to find cards (F28), as a tree. Pure.
//
//     query   = any                         any  = all { "or" all }
//     all     = part { part }               part = [ "-" ] ( "(" any ")" | term )
//     term    = [ field ":" ] words | name ":" value | name comparison number
//     words   = word | "phrase" | ="exact"  field = prompt answer source tag
//
//     deck:bridges kind:cloze is:new|due|learning|suspended|buried|flagged|leech|edited
//     re:"regular (expression|pattern)" added:7 rated:1 rated:7:again
//     lapses>3 reps>=5 stability<7 difficulty>8 quality<0.9 due<=3
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/memory/model.h"

namespace recto::progress {

/// One condition.
struct Term {
  enum class Kind {
    Text,   ///< words in `field`
    Regex,  ///< a regular expression that prompt or answer match; Exact: case matters
    Deck,   ///< part of a deck's title, or its id
    Card,   ///< the card's kind
    Is,     ///< `mark`
    Added,  ///< its deck came within the last `number` days
    Rated,  ///< answered within the last `number` days, today is 1; with `rating` if there is one
    Number  ///< `measure` compared with `number`
  };
  enum class Field { Any, Prompt, Answer, Source, Tag };
  enum class Match {
    Prefix,  ///< words that begin so; case and accents do not matter
    Phrase,  ///< whole words one after the other; case and accents do not matter
    Exact,   ///< to the letter
  };
  enum class Mark { New, Due, Learning, Suspended, Buried, Flagged, Leech, Edited };
  enum class Measure { Lapses, Reps, Stability, Difficulty, Quality, Due };
  enum class Comparison { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };

  Kind kind = Kind::Text;
  std::string text{};
  Field field = Field::Any;
  Match match = Match::Prefix;
  Mark mark = Mark::New;
  CardKind card = CardKind::Short;
  Measure measure = Measure::Lapses;
  Comparison comparison = Comparison::Equal;
  double number = 0;  ///< Due: days from today
  std::optional<memory::Rating> rating{};

  bool operator==(const Term&) const = default;
};

struct Expression {
  enum class Kind { All, Any, Not, Term };
  Kind kind = Kind::All;            ///< All of nothing: every card
  std::vector<Expression> parts{};  ///< Not: one
  Term term{};

  bool operator==(const Expression&) const = default;
};

/// Longer queries and deeper parentheses are refused.
inline constexpr std::size_t kLongestQuery = 1000;
inline constexpr int kDeepestQuery = 20;

/// Errors: BadInput; `where` is the piece of the query that is not understood.
[[nodiscard]] Result<Expression> parse_query(std::string_view text);

}  // namespace recto::progress
