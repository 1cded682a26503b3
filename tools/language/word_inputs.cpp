#include "tools/language/word_inputs.h"

#include <algorithm>
#include <optional>
#include <string>

#include "content/words/countries.h"
#include "content/words/lexicon.h"
#include "content/words/word_class.h"
#include "tools/language/forms.h"

namespace recto::language {
namespace {

constexpr std::size_t kLongestName = 5;  ///< words of a name that is looked up
constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kClassTable = 7;

/// What lists say of a name.
enum class Listed : std::uint16_t { No, Person, Place, Group, Thing, Country, Language };

Listed listed_as(const Synset& synset) {
  switch (synset.category) {
    case Category::Person: return Listed::Person;
    case Category::Location: return Listed::Place;
    case Category::Group: return Listed::Group;
    default: return Listed::Thing;
  }
}

/// What lists know of words that are written so. Of WordNet's only names count, which are written
/// with capitals there.
Listed listed(const std::string& name, const Lexicon& lexicon) {
  if (find_country(lexicon, name)) return Listed::Country;
  if (find_language(lexicon, name)) return Listed::Language;
  for (const Sense& sense : lexicon.senses(name, PartOfSpeech::Noun))
    if (sense.casing != Casing::Lower) return listed_as(lexicon.synset(sense.synset));
  return Listed::No;
}

/// Or with a letter beyond ASCII.
bool begins_with_capital(std::string_view word) {
  return !word.empty() && (word.front() < 0 || (word.front() >= 'A' && word.front() <= 'Z'));
}

/// How a sentence uses capitals.
enum class Style : std::uint8_t { Sentence, Title, Capitals };

Style style_of(std::span<const std::string_view> words) {
  std::size_t letters = 0;  // words that begin with a letter of ASCII
  std::size_t capital = 0;
  std::size_t small = 0;  // words with a small letter in them
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const std::string_view word : words) {
    if (word.empty() || !(is_small(word.front()) || (word.front() >= 'A' && word.front() <= 'Z')))
      continue;
    ++letters;
    capital += is_small(word.front()) ? 0U : 1U;
    small += std::any_of(word.begin(), word.end(), is_small) ? 1U : 0U;
  }
  if (letters < 3) return Style::Sentence;
  if (small * 4 <= letters) return Style::Capitals;
  return capital * 10 >= letters * 7 ? Style::Title : Style::Sentence;
}

/// Small words that names go on behind.
bool may_join(std::string_view word) {
  constexpr std::array<std::string_view, 6> kJoining = {"of", "the", "and", "'s", "-", "de"};
  return std::find(kJoining.begin(), kJoining.end(), word) != kJoining.end();
}

/// A name from lists.
struct ListedName {
  std::size_t length = 0;  ///< words; 0 for none
  Listed kind = Listed::No;
};

/// The longest name that begins at word `at`.
ListedName longest_name(std::span<const std::string_view> words, std::size_t at,
                        const Lexicon& lexicon) {
  ListedName longest;
  if (!begins_with_capital(words[at])) return longest;
  std::string name;
  for (std::size_t length = 1; length <= kLongestName && at + length <= words.size(); ++length) {
    const std::string_view word = words[at + length - 1];
    const bool joins = length > 1 && may_join(word);
    if (word.size() > kLongestWord || !(joins || begins_with_capital(word))) break;
    name += (length == 1 || word.starts_with('\'') ? "" : " ") + std::string(word);
    const Listed kind = joins ? Listed::No : listed(name, lexicon);
    if (kind != Listed::No) longest = {length, kind};
  }
  return longest;
}

/// Marks names: first word or further one, and of what kind.
std::vector<std::uint16_t> name_marks(std::span<const std::string_view> words,
                                      const Lexicon& lexicon) {
  std::vector<std::uint16_t> marks(words.size(), 0);
  for (std::size_t at = 0; at < words.size();) {
    const ListedName name = longest_name(words, at, lexicon);
    for (std::size_t i = 0; i < name.length; ++i)
      marks[at + i] =
          static_cast<std::uint16_t>(2 * static_cast<std::uint16_t>(name.kind) + (i == 0 ? 0 : 1));
    at += std::max<std::size_t>(name.length, 1);
  }
  return marks;
}

}  // namespace

std::uint16_t class_row(std::string_view word, const Lexicon& lexicon) {
  return static_cast<std::uint16_t>(mixed(kClassTable, word_class(lexicon, word).code()) %
                                    kInputTables.at(kClassTable).rows);
}

std::vector<WordInput> word_inputs(std::span<const std::string_view> words, const KnownWords& known,
                                   const Lexicon& lexicon) {
  const std::vector<std::uint16_t> marks = name_marks(words, lexicon);
  const auto style = static_cast<std::uint64_t>(style_of(words));
  std::vector<WordInput> inputs;
  inputs.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Form form = form_of(words[i]);
    const auto row = [](std::uint64_t hash, std::size_t table) {
      return static_cast<std::uint16_t>(mixed(table, hash) % kInputTables.at(table).rows);
    };
    // A capital tells little at the start of a sentence, in a headline, and where all are capitals.
    const std::uint64_t shape = mixed(form.shape, 2 * style + (i == 0 ? 1U : 0U));
    const auto known_class = known.classes.find(form.exact);
    inputs.push_back({known.vocabulary.find(form.folded).value_or(std::uint16_t{0}),
                      row(form.prefix[0], 1), row(form.prefix[1], 2), row(form.suffix[0], 3),
                      row(form.suffix[1], 4), row(form.suffix[2], 5), row(shape, 6),
                      known_class ? *known_class : class_row(words[i], lexicon), marks[i]});
  }
  return inputs;
}

}  // namespace recto::language
