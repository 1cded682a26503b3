// Names of people as values: "Dr J. S. Bach Jr.", "Curie, Marie", "Ludwig van Beethoven".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// The pieces of a name, as written but without commas. A name of one word, not an initial, is the
/// family name: "Einstein".
struct PersonName {
  std::vector<std::string> titles;     ///< "Dr", "Sir", "Prof."
  std::vector<std::string> given;      ///< given and middle names, initials: "Johann", "S."
  std::vector<std::string> particles;  ///< before the family name: "van", "de la"
  std::string family;  ///< "Beethoven", "García Márquez" only where a comma says so
  std::vector<std::string> suffixes;  ///< "Jr.", "III", "PhD"

  bool operator==(const PersonName&) const = default;

  [[nodiscard]] bool empty() const { return given.empty() && family.empty(); }

  /// Particles and family name: "van Beethoven".
  [[nodiscard]] std::string surname() const;

  /// Everything, in order: titles, given names, surname, suffixes.
  [[nodiscard]] std::string full() const;
};

/// Takes a name apart; blanks of any kind between the words. Text that is no name gives pieces all
/// the same: whether it names a person is for the caller to know. Names of rulers and of one word
/// have no given name: "Elizabeth II" is family "Elizabeth", suffix "II".
[[nodiscard]] PersonName read_person(std::string_view text);

/// How well one name fits another.
enum class NameFit {
  None,     ///< two people
  Given,    ///< the given name alone: "Marie" for Marie Curie
  Surname,  ///< the surname alone, with a title or suffix perhaps: "Einstein", "Madame Curie"
  Full,     ///< surname and given names or initials: "J. S. Bach" for Johann Sebastian Bach
};

/// How `shorter` fits the person named `full`: case, accents, dots and hyphens aside. Titles may
/// differ, given names may be missing or stand as initials in their order; a first given name that
/// is another ("Pierre Curie" for Marie Curie), another generation ("Jr." for Sr.) or number
/// ("Henry VII" for Henry VIII) is another person. Names that come with the surname first are
/// understood with a comma only.
[[nodiscard]] NameFit fit(const PersonName& shorter, const PersonName& full);
[[nodiscard]] NameFit fit(std::string_view shorter, std::string_view full);

/// Whether a word, dots aside, is a title ("Dr", "Sir", "President"), a particle ("von"), or a
/// suffix ("Jr", "III").
[[nodiscard]] bool is_title(std::string_view word);
[[nodiscard]] bool is_name_particle(std::string_view word);
[[nodiscard]] bool is_name_suffix(std::string_view word);

/// Whether a word is one or several initials: "J.", "J", "J.R.R.".
[[nodiscard]] bool is_initial(std::string_view word);

/// What a title says of its bearer: "he" for Mr and Sir, "she" for Mrs and Dame; empty for others.
[[nodiscard]] std::string_view pronoun_of_title(std::string_view word);

}  // namespace recto
