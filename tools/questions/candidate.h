// What the rules hand to the checks: a card and what it was made from.
#pragma once

#include <bitset>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/forest/forest.h"
#include "tools/language/sentences.h"
#include "tools/questions/terms.h"
#include "tools/questions/word_lists.h"
#include "tools/statements/statements.h"

namespace recto::questions {

using discourse::EntityId;
using patterns::SentenceValue;
using patterns::Words;
using statements::Piece;
using statements::ReadSentence;
using statements::Role;
using statements::Statement;

/// What an article's cards are made of. All of it outlives the making.
struct Material {
  const Article& article;
  const std::vector<Passage>& passages;
  const std::vector<std::size_t>& passage_blocks;  ///< of each passage, in article.blocks
  const language::Abbreviations& abbreviations;
  const WordLists& lists;
  const forest::Forest& ranking;  ///< traits → the chance that a card is usable
  /// What language and discourse say of it; nullptr where the article is no English.
  const statements::Reading* reading = nullptr;
  const statements::Knowledge* knowledge = nullptr;
};

/// To whom an article speaks and of what kind it is: shares of its sentences.
struct Voice {
  double reader = 0;  ///< with "you": advice, advertising
  double writer = 0;  ///< with "I" or "we": somebody's own story
  double prices = 0;  ///< with an amount of money
  double names = 0;   ///< names in a sentence, on average
  double past = 0;    ///< with a verb of the past
  double speech = 0;  ///< with direct speech
};

/// The same once it is known to be English, with the statements.
struct Told {
  /// `headings`: of the article, without its title.
  Told(const statements::Reading& read, const statements::Knowledge& known,
       const std::vector<Statement>& made, std::vector<std::string_view> headings = {});

  const statements::Reading& reading;
  const statements::Knowledge& knowledge;
  const std::vector<Statement>& statements;
  std::string title;  ///< folded
  std::vector<Value> title_values;
  bool of_games = false;  ///< a match report: goals, yards and scores in many of its sentences

  /// Of each noun, and of each verb, the sentences that have it, in order.
  using Places = std::map<std::string, std::vector<std::size_t>, std::less<>>;
  Places nouns, verbs;
  Voice voice;
  Terms terms;
  double dates = 0;    ///< with a year, in a sentence, on average
  double figures = 0;  ///< other values
  /// Of each entity its class, once it was asked for: see class_of.
  mutable std::vector<std::optional<std::string>> classes;

  [[nodiscard]] const ReadSentence& sentence(const Statement& statement) const {
    return reading.sentences[statement.sentence];
  }
};

/// What a rule saw that speaks against its card, without ruling it out. What it weighs, judges have
/// told (ranking.h).
enum class Doubt {
  TellsLittle,    ///< what is left without the answer says too little, or of one event of many
  AnswerIsTopic,  ///< the title gives the answer away
  ByMany,         ///< many do so: nothing singles the subject out
  NoObject,       ///< "Who was impressed?"
  OfPeople,       ///< done only in a manner of speaking: Seoul expects
  VagueAnswer,    ///< "results", "the system"
  SingleWord,     ///< "sent troops": one could be asked for more
  ThinVerb,       ///< "have a meeting": the object is half of the verb
  LeftBehind,     ///< "signalled her arrival | as a writer"
  OfSome,         ///< the subject is "a firm", nobody knows which
  GoesOn,         ///< "is building"
  BareEvent,      ///< "X arrived in 1859": where?
  PassingLife,    ///< birth or death of somebody of whom little else is told
  OfGames,        ///< of a match, one of many
  Elsewhere,      ///< in an article about a place, it may be about another
  ByBystander,    ///< deed of somebody who is only quoted
  Example,        ///< "for example", "like X": one of several
  WherePassed,    ///< one of several places where somebody lived or worked
  BehindOther,    ///< the name belongs to another one, or explains it
  NoNewsOfMoney,  ///< a sum without its day
  Undated,        ///< a time that limits it was left out
  Several,        ///< two dates, two causes: one of them cannot be asked for alone
  Count           ///< how many there are
};

using Doubts = std::bitset<static_cast<std::size_t>(Doubt::Count)>;

/// "by many", and for a person: "others may have done the same (C4)".
[[nodiscard]] std::string_view name_of(Doubt doubt);
[[nodiscard]] std::string_view reason_of(Doubt doubt);

/// Adds the doubt where it is one.
inline void note(Doubts& doubts, Doubt doubt, bool is) {
  if (is) doubts.set(static_cast<std::size_t>(doubt));
}

/// A card before it is checked.
struct Candidate {
  Card card;
  std::optional<std::size_t> sentence;   ///< index in Reading::sentences; none for a FAQ
  std::optional<std::size_t> statement;  ///< index in Told::statements, where it is made of one
  std::optional<Piece> asked;            ///< of the statement, only the words that are asked for
  Doubts doubts{};
  Words key;                             ///< the answer's words in the sentence; empty: none
  const SentenceValue* value = nullptr;  ///< the answer, when it is a value
  std::optional<EntityId> entity;        ///< the answer, when it is a name
  bool self_rated = false;               ///< the answer is a phrase that nobody types word for word
  std::vector<std::string> spare{};      ///< of a choice: further wrong options
  std::string refused;  ///< why the rule itself gave it up; empty: it goes to the checks
};

using Candidates = std::vector<Candidate>;

/// A card of `kind` on a sentence: evidence, fact and made_by are set.
[[nodiscard]] Card make_card(CardKind kind, const ReadSentence& sentence, std::string_view rule,
                             std::string prompt, std::string answer);

/// Notes what the candidate is made of; its fact is that of the statement.
void set_statement(const Told& told, std::size_t statement, Candidate& candidate);

/// A short-answer candidate on a statement, of which `asked` is asked for; `key` are the answer's
/// words in it.
[[nodiscard]] Candidate make_short(const Told& told, std::size_t statement, std::string_view rule,
                                   const Piece& asked, std::string prompt, std::string answer,
                                   Words key);

}  // namespace recto::questions
