// An article, read: all that language, patterns and discourse find in it, sentence by sentence.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/deck.h"
#include "content/words/lexicon.h"
#include "tools/discourse/entities.h"
#include "tools/discourse/name_words.h"
#include "tools/language/analysis.h"
#include "tools/patterns/name_types.h"
#include "tools/patterns/sentence.h"
#include "tools/patterns/values.h"

namespace recto::statements {

using discourse::EntityId;
using language::Chance;
using language::Span;
using language::WordId;
using patterns::Words;

/// What reading needs to know of English; all of it outlives what is read.
struct Knowledge {
  const Lexicon& lexicon;
  const language::Analyser& analyser;
  const discourse::NameWords& name_words;
  const language::Abbreviations& abbreviations;
  const patterns::NameTypes& name_types;
};

/// A name where it stands.
struct Mention {
  Words words;
  EntityId entity = discourse::kNoEntity;
};

/// Words that stand for a named entity: a pronoun, "the company"; or "they" for plain words.
struct StandIn {
  Words words;
  EntityId entity = discourse::kNoEntity;
  bool pronoun = false;
  std::string text{};  ///< what it stands for, where that is no entity: "babies"
  bool sure = true;    ///< false: somebody else named before might be meant
};

/// A sentence with all that is known of it. Points into its Reading and the passages.
struct ReadSentence {
  std::size_t passage = 0;  ///< index in the deck's passages
  Span span;                ///< in the passage's text
  patterns::Sentence words;
  std::vector<patterns::SentenceValue> values;
  std::vector<Mention> mentions;   ///< in order
  std::vector<StandIn> stand_ins;  ///< in order; safe ones only
  std::vector<bool> spoken;        ///< of each word: in direct speech
  double place = 0;                ///< where in the article, 0 to 1
  bool of_faq = false;             ///< of a FAQ's answer

  /// An empty one behind the last word.
  [[nodiscard]] const language::Token& token(WordId at) const;
  [[nodiscard]] const Mention* mention_at(WordId at) const;  ///< that holds the word
  [[nodiscard]] const patterns::SentenceValue* value_at(WordId at) const;
  [[nodiscard]] const StandIn* stand_in_at(WordId at) const;

  [[nodiscard]] bool has_name(Words phrase) const;  ///< whether a name begins there
  [[nodiscard]] bool has_year(Words phrase) const;  ///< whether a date with its year does
  /// What the words name, else what they stand for.
  [[nodiscard]] std::optional<EntityId> entity_in(Words phrase) const;

  /// The word of the phrase that hangs on one outside: "Lemmon" or "Ada" of "Ada Lemmon".
  [[nodiscard]] WordId top_of(Words phrase) const;
  /// "Basel" of "Basel lies on the Rhine": the subject of the sentence's root.
  [[nodiscard]] bool is_main_subject(WordId at) const;
  [[nodiscard]] std::optional<WordId> main_subject() const;
  /// Whether the main subject names the entity or stands for it.
  [[nodiscard]] bool has_subject(EntityId entity) const;
};

/// Which passages there are, and what the article is called.
struct Source {
  const std::vector<Passage>& passages;
  const std::vector<bool>& skipped;  ///< of each passage: tables, code, other languages
  const std::vector<bool>& of_faq;   ///< of each passage: question, "\n", answer
  std::string_view title;
};

/// Moves, does not copy: sentences point into it.
struct Reading {
  std::vector<std::vector<language::AnalysedSentence>> analysed;  ///< by passage that was read
  std::vector<ReadSentence> sentences;
  discourse::Entities entities;
  std::optional<EntityId> topic;  ///< the named thing that the title names
  std::string title;
  /// What stands before the topic's name where it is a place that the title is: "on" for islands,
  /// else "in". Empty: the article is not about a place.
  std::string_view at_topic;
  /// Of each entity whether the article only quotes it: what it is, nobody has to know.
  std::vector<bool> only_speaks;
  std::set<std::string, std::less<>> small_words;  ///< seen without a capital, folded
  /// Seen with a capital inside a sentence, and never without: "Flutter".
  std::set<std::string, std::less<>> capital_words;
  std::set<std::string, std::less<>> origins;  ///< heads of sentences that say where from: "Swiss"
  bool to_the_reader = false;                  ///< it says "you" again and again: whoever reads
  /// "when building a terrarium", of an article that tells how to do something; empty for others.
  std::string task;
  bool of_the_past = false;  ///< most of its dates are older than living memory

  Reading() = default;
  Reading(Reading&&) = default;
  Reading& operator=(Reading&&) = default;
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() = default;
};

/// Passages that are no English are left out. O(bytes).
[[nodiscard]] Reading read(const Source& source, const Knowledge& knowledge);

}  // namespace recto::statements
