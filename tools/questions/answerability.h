// Whether a statement, asked for one of its pieces, has one answer that is worth knowing.
#pragma once

#include <cstddef>
#include <string_view>

#include "tools/questions/candidate.h"

namespace recto::questions {

inline constexpr int kEnoughForValue = 3;  ///< see tells_enough
inline constexpr int kEnoughForName = 4;
/// Of articles with no more sentences nothing is by the way.
inline constexpr std::size_t kShortArticle = 8;
/// Times that somebody must be named in longer ones for his life to be worth knowing.
inline constexpr std::size_t kOftenNamed = 3;

/// Whether what is left of a statement without a piece says enough to be asked about: a name or the
/// article's subject, and something that is said of it.
/// `least` counts names twice, other nouns, adjectives, numbers and verbs once. A past event must
/// be pinned (is_pinned), or much must be told of it.
[[nodiscard]] bool tells_enough(const Told& told, const Statement& statement, const Piece& asked,
                                int least = kEnoughForName);

/// Whether words name or stand for what the title names: a learner sees the title.
[[nodiscard]] bool is_topic(const Told& told, const ReadSentence& sentence, Words words);

/// In an article about a place, what names no place may be about anywhere: false then.
[[nodiscard]] bool is_at_home(const Told& told, const Statement& statement);

/// Verbs of matches, of which there are many.
[[nodiscard]] bool is_of_games(std::string_view verb);

/// Whether a past event is told so that one can know which: with its date, about the person of the
/// title, or with two names beside the asked piece. What is, holds by itself.
[[nodiscard]] bool is_pinned(const Told& told, const Statement& statement, const Piece& asked);

/// "X reemerged in 1859": as what? "X arrived at the age of 23": where? `when` is the date.
[[nodiscard]] bool is_bare_event(const Told& told, const Statement& statement, const Piece& when);

/// "had a population of 2,900,000 in 2015": nobody asks for the year.
[[nodiscard]] bool is_count_of_people(const Told& told, const Statement& statement);

/// Birth or death of somebody of whom the article tells little else.
[[nodiscard]] bool is_passing_life(const Told& told, const Statement& statement);

/// What something costs, holds; what somebody has raised or lost, up to a day that must be told.
[[nodiscard]] bool is_price_or_dated(const Told& told, const Statement& statement);

/// How often WordNet's tagged texts have the word, as a logarithm: 0 for unknown ones.
[[nodiscard]] float commonness(const Lexicon& lexicon, std::string_view lemma, PartOfSpeech part);

/// What players make in a game, each game anew: "assist", "yard".
[[nodiscard]] bool is_game_count(std::string_view noun);

/// Whether the article only quotes a person, who is none of the title's.
[[nodiscard]] bool is_bystander(const Told& told, EntityId id);

/// Whether the statement tells more than subject and verb beside the asked piece: a name, a figure
/// or two further words. "What did Athens suffer?" has many answers.
[[nodiscard]] bool tells_more(const Told& told, const Statement& statement, const Piece& asked);

}  // namespace recto::questions
