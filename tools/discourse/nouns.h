// What a noun says about the thing it is said of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "content/words/lexicon.h"
#include "tools/discourse/name_words.h"
#include "tools/language/analysed.h"

namespace recto::discourse {

using language::NameKind;

/// Which pronoun a person is spoken of with, as far as the article says.
enum class Gender : std::uint8_t { Unknown, He, She };

/// The nouns of the lists and of the lexicon, which both outlive it. Remembers what it was asked,
/// so that every noun of an article is looked up once: not for several threads.
class Nouns {
 public:
  Nouns(const NameWords& words, const Lexicon& lexicon) : words_(words), lexicon_(lexicon) {}

  [[nodiscard]] const NameWords& words() const { return words_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

  /// The singular of a folded noun, and itself where the lexicon knows none.
  [[nodiscard]] const std::string& singular(const std::string& noun);

  /// The kind of name that a folded singular noun is the class of: person for "physicist", place
  /// for "city". The lists first, then the lexicon's first sense where that is a person, group or
  /// location; none for other nouns.
  [[nodiscard]] std::optional<NameKind> kind(const std::string& noun);

  /// Whether a person may be meant: `kind`, or any usual sense of the lexicon.
  [[nodiscard]] bool may_be_person(const std::string& noun);

  /// "he" for king, "she" for queen; a compound's last part counts: "grandmother", "salesman".
  [[nodiscard]] Gender gender(const std::string& noun) const;

  /// The kind of a name that the lexicon knows, "Vistula" or "Marie Curie", if all it knows of
  /// that name is of one kind.
  [[nodiscard]] std::optional<NameKind> known_name(const std::string& name);

 private:
  struct Facts {
    std::string singular;
    std::optional<NameKind> kind;
    bool person = false;
  };
  [[nodiscard]] const Facts& facts(const std::string& noun);

  const NameWords& words_;
  const Lexicon& lexicon_;
  std::unordered_map<std::string, Facts> known_;
  std::unordered_map<std::string, std::optional<NameKind>> names_;
};

}  // namespace recto::discourse
