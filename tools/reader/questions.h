// What a line asks, names or answers, told by its words alone.
#pragma once

#include <string_view>

namespace recto::reader {

/// Ends in a question mark.
[[nodiscard]] bool asks(std::string_view line);

/// Asks in the middle ("Why are there workarounds? C++ allows them!"), or begins like a question
/// and ends without a stop ("How do I list all tables"). For lines that stand where questions do.
[[nodiscard]] bool asks_loosely(std::string_view line);

/// A question of a few words that its writer does not mean to be asked: "What's next?", "So what?"
[[nodiscard]] bool is_rhetorical(std::string_view line);

/// What a heading or title promises.
enum class Promise {
  None,
  Faq,        ///< "Frequently asked questions"
  Questions,  ///< "Questions and answers": a FAQ or an interview
  Test,       ///< "Quiz", "Exercises", "Survey": questions that the reader shall answer
};
[[nodiscard]] Promise promise_of(std::string_view heading);

/// "What first attracted you to ants?": asked of a person.
[[nodiscard]] bool asks_somebody(std::string_view line);

/// "How can I …?", "Where is my …?": asked by the reader.
[[nodiscard]] bool asks_for_oneself(std::string_view line);

/// "I grew up …": somebody tells of themselves, quotes and code aside.
[[nodiscard]] bool tells_of_oneself(std::string_view text);

/// "Yes, …", "No. …"
[[nodiscard]] bool says_yes_or_no(std::string_view text);

/// "a) oak b) phragmites"
[[nodiscard]] bool offers_choices(std::string_view text);

/// A place to write into or to choose from: "____", "[ ] yes", "Your answer", "Describe …".
[[nodiscard]] bool asks_for_input(std::string_view text);

/// What stands behind the last answer: "Still have questions?", "Contact us"
[[nodiscard]] bool closes_faq(std::string_view line);

}  // namespace recto::reader
