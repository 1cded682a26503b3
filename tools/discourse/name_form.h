// A name as it is written somewhere, taken apart for comparing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/discourse/nouns.h"

namespace recto::discourse {

/// "the late Dr. Marie Curie's" gives words {marie, curie}, a title, text "Dr. Marie Curie".
struct NameForm {
  std::string text;  ///< as written, without a leading article and a possessive ending
  /// Folded, without accents and stops, titles and legal forms, split at blanks and commas. All
  /// words where nothing else would be left.
  std::vector<std::string> words;
  std::string initials;             ///< first letters of the words in capitals, in small: "who"
  bool legal_form = false;          ///< "Inc." was among them
  bool title = false;               ///< "Dr" was among them
  Gender gender = Gender::Unknown;  ///< of the title: Mrs

  /// The words between blanks: what is equal in all spellings of one name. Gendered titles before a
  /// single word stay apart ("Mrs Curie", "Mr Curie").
  [[nodiscard]] std::string key() const;
};

/// Reads a name. Words that are titles of people only now and then ("General Motors") are taken for
/// titles where `person` says that a person's name is meant. Text of more than 16 words is cut
/// there: that is no name.
[[nodiscard]] NameForm read_name(std::string_view text, bool person, const NameWords& words);

/// Whether a text could be an acronym: two to eight letters, at least two of them and more than
/// half capital.
[[nodiscard]] bool looks_like_acronym(std::string_view text);

}  // namespace recto::discourse
