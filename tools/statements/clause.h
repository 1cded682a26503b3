// A clause as pieces that can be moved about: who does what, when, where.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/statements/reading.h"

namespace recto::statements {

enum class Role {
  Subject,
  Auxiliary,  ///< of tense, voice, mood; "is" of "is a city", too
  Negation,   ///< "not"
  Adverb,     ///< one word beside the verb: "jointly"
  Verb,
  Particle,    ///< "up" of "set up"
  Complement,  ///< what something is: "a city on the Rhine"
  Object,
  Clausal,  ///< "to move", "that it fell"
  Adjunct,  ///< when, where, why, by whom
  Rest,     ///< of a whole sentence: all but its subject
};

/// A piece of a clause: whole words of the sentence in a row.
struct Piece {
  Role role = Role::Adjunct;
  Words words;
  WordId head = 0;
  std::string_view relation;  ///< of its head, with subtype: "obl:agent"
  Chance chance = 1;          ///< that it hangs where the tree has it
  bool loose = false;  ///< between commas or before the subject: the clause stands without it
  std::string put{};   ///< what is written instead: "is" of an apposition, "flourished"
};

/// What became of a clause's subject.
enum class SubjectFrom {
  Own,
  Shared,     ///< of the clause that this one is joined to, or whose participle it is
  Antecedent  ///< what "who" or "which" stands for
};

/// What speaks against a clause without ruling it out. What it weighs is for others to say.
enum class Weakness {
  OpenNoun,       ///< "the bridge": which?
  VagueSubject,   ///< "a city", "researchers"
  OpenCount,      ///< "most", "both" alone
  OpenCompared,   ///< "larger", without "than"
  UnsureCore,     ///< the analysis may be wrong
  UnsureSubject,  ///< … of where the subject belongs
  GoesOn,         ///< "is building"
  NoFact,         ///< "seems", "fears"
  UnsureMeant,    ///< "he" may be somebody else
  OtherTime,      ///< "had": before something that is told elsewhere
  LooksBack,      ///< a pronoun that may mean something in the same sentence
  Count           ///< how many there are
};

using Weaknesses = std::bitset<static_cast<std::size_t>(Weakness::Count)>;

/// Why a clause makes no statement; with a weakness, why it makes a doubtful one.
struct Fault {
  std::string why;  ///< in words for a person: "nobody knows who or what 'it' is (C2)"
  std::optional<Weakness> weakness{};
};

/// One assertion of a sentence. Pieces stand as a plain statement has them: subject, auxiliaries,
/// verb, the rest in their order.
struct Clause {
  WordId predicate = 0;  ///< the verb, or the head of the complement
  bool copular = false;  ///< "X is Y"
  bool passive = false;
  SubjectFrom subject_from = SubjectFrom::Own;
  std::vector<Piece> pieces;
  std::optional<Words> source;  ///< whose claim it is: "Tarr"
  std::vector<bool> asides;     ///< of each word of the sentence: not told in this clause
  Chance chance = 1;            ///< least of the arcs that hold its core together

  [[nodiscard]] const Piece* find(Role role) const;
  [[nodiscard]] bool tells(WordId at) const;  ///< in one of its pieces, and no aside
};

/// "conquered", "was built", "had lost"
[[nodiscard]] bool is_past(const patterns::Sentence& sentence, const Clause& clause);

}  // namespace recto::statements
