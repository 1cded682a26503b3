// A statement and one of its pieces → the question that asks for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/questions/candidate.h"

namespace recto::questions {

/// What is put in place of the asked piece.
struct Wh {
  std::string words;       ///< "who", "in which city", "how many"
  Words rest{};            ///< what of the piece stays with it: "aircraft" of "270 aircraft"
  std::string stranded{};  ///< what stays where the piece was: "to" of "to Litzmannstadt"
  bool plural = false;     ///< the verb agrees with a plural
};

/// The question, with its mark (LANGUAGE.md 10, "Turning"): the wh-phrase in front; the first
/// auxiliary before the subject, "do" where there is none; the asked subject's verb agrees.
[[nodiscard]] std::string ask(const Told& told, const Statement& statement, const Piece& asked,
                              const Wh& wh);

/// "Who built X?" for "X was built by Y", asked for Y; none where the verb's form is no simple
/// passive.
[[nodiscard]] std::optional<std::string> ask_agent(const Told& told, const Statement& statement,
                                                   const Piece& agent, std::string_view wh);

/// The words as an answer: what the rest of the statement names may be a pronoun in it.
[[nodiscard]] std::string answer_of(const Told& told, const Statement& statement, Words words);

/// Who, what, which + class, for a noun phrase as subject or object.
[[nodiscard]] Wh wh_for(const Told& told, const ReadSentence& sentence, Words phrase,
                        patterns::WordId head);

}  // namespace recto::questions
