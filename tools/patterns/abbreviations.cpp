#include "tools/patterns/abbreviations.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/ascii.h"
#include "tools/patterns/brackets.h"
#include "tools/patterns/names.h"

namespace recto::patterns {
namespace {

constexpr std::size_t kMostLetters = 10;
constexpr std::size_t kManyLetters = 4;
constexpr WordId kMostWords = 24;
constexpr WordId kMostBehind = 2;  // words of a name that its abbreviation does not count

bool is_small_word(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(at, {"of",  "the", "and", "for", "on",  "in", "to", "at",  "by", "with",
                                 "a",   "an",  "&",   "-",   "–",   "de", "du", "des", "la", "le",
                                 "del", "e",   "et",  "und", "per", "y",  "ni", "\'s", "’s", ","});
}

/// The letters of a short form; empty when it is none: "WHO", "A.N.S.W.E.R.", "PFLP-GC", "NGOs".
std::string letters_of(std::string_view brief) {
  std::string letters;
  std::size_t capitals = 0;
  for (const char c : brief) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (c == '.' || c == '-' || c == '&' || c == '/') continue;
    if (!capital && !(c >= 'a' && c <= 'z')) return {};
    capitals += capital ? 1U : 0U;
    letters += c;
  }
  const bool plural = letters.size() > 2 && letters.ends_with('s') && capitals > 1 &&
                      letters[letters.size() - 2] < 'a';
  if (plural) letters.pop_back();
  const bool fits = letters.size() >= 2 && letters.size() <= kMostLetters && capitals >= 2 &&
                    letters[0] >= 'A' && letters[0] <= 'Z';
  return fits ? letters : std::string();
}

/// How many letters of `letters` from `from` on the word can stand for: its initial, and small
/// letters that go on with it.
std::size_t most_letters(std::string_view word, std::string_view letters, std::size_t from) {
  std::size_t count = 0;
  while (count < word.size() && from + count < letters.size() &&
         ascii_lower(word[count]) == ascii_lower(letters[from + count]) &&
         (count == 0 || (letters[from + count] >= 'a' && letters[from + count] <= 'z')))
    ++count;
  return count;
}

/// How many letters the initials of a word's parts stand for: "Non-governmental" for "NG"; 0 when
/// they do not.
std::size_t part_letters(std::string_view word, std::string_view letters, std::size_t from) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (at > 0 && word[at - 1] != '-') continue;
    if (from + count >= letters.size() ||
        ascii_lower(word[at]) != ascii_lower(letters[from + count]))
      return 0;
    ++count;
  }
  return count;
}

/// Which numbers of letters can be left before a word: a bit each.
using Left = std::uint32_t;

/// What can be left before the word when `behind` can be left behind it: it stands for one or more
/// of the letters, or is small and stands for none.
Left left_before(const Sentence& sentence, WordId at, std::string_view letters, Left behind) {
  Left before = is_small_word(sentence, at) ? behind : 0;
  for (std::size_t from = 0; from < letters.size(); ++from) {
    const std::size_t parts = part_letters(sentence.word(at), letters, from);
    if (parts > 1 && (behind >> (from + parts) & 1U) != 0) before |= Left{1} << from;
    for (std::size_t count = most_letters(sentence.word(at), letters, from); count > 0; --count)
      if ((behind >> (from + count) & 1U) != 0) before |= Left{1} << from;
  }
  return before;
}

/// Whether the word is one that stands for the first letters, rather than a small one before them
/// ("Italy is Popular (IP)").
bool begins(const Sentence& sentence, WordId at, WordId end, std::string_view letters,
            Left behind) {
  const bool small = !is_capital(sentence.word(at)) && is_capital(sentence.word(end - 1));
  if (is_small_word(sentence, at) || (small && sentence.word(at).size() < 4)) return false;
  const std::size_t parts = part_letters(sentence.word(at), letters, 0);
  if (parts > 1 && (behind >> parts & 1U) != 0) return true;
  const std::size_t most = most_letters(sentence.word(at), letters, 0);
  for (std::size_t count = 1; count <= most; ++count)
    if ((behind >> count & 1U) != 0) return true;
  return false;
}

/// Where the words that end at `end` begin to spell the letters.
std::optional<WordId> full_begin(const Sentence& sentence, WordId end, std::string_view letters) {
  Left behind = Left{1} << letters.size();
  for (WordId at = end; at > 0 && end - at < kMostWords; --at) {
    if (begins(sentence, at - 1, end, letters, behind)) return at - 1;
    behind = left_before(sentence, at - 1, letters, behind);
    if (behind == 0) return std::nullopt;
  }
  return std::nullopt;
}

/// At least two words, no marks; commas only within a long name: "Ministry of Trade, Industry and
/// Energy".
bool is_real(const Sentence& sentence, Words full, std::size_t letters) {
  const bool name = letters >= kManyLetters && is_capital(sentence.word(full.begin)) &&
                    is_capital(sentence.word(full.end - 1));
  WordId words = 0;
  for (WordId at = full.begin; at < full.end; ++at) {
    if (!is_small_word(sentence, at)) ++words;
    const char first = sentence.word(at).empty() ? ',' : sentence.word(at)[0];
    if ((first == ',' && !name) || first == ';' || first == '(' || first == ')' || first == '"')
      return false;
  }
  return words >= 2;
}

/// The full form before a bracket. Up to two capitalised words and a small one may follow what the
/// letters stand for.
std::optional<Words> full_before(const Sentence& sentence, WordId open, std::string_view letters) {
  WordId end = open;
  // "the Agency's (EPA)": the full form is the owner.
  if (end > 0 && sentence.xpos(end - 1) == "POS") open = --end;
  const WordId most = letters.size() > 2 ? kMostBehind : 0;
  for (WordId behind = 0; behind <= most && end > 0; ++behind) {
    const auto begin = full_begin(sentence, end, letters);
    if (begin && is_real(sentence, {*begin, open}, letters.size())) return Words{*begin, open};
    if (!is_capital(sentence.word(end - 1))) break;
    --end;
    if (end > 0 && sentence.is(end - 1, "of")) --end;
  }
  return std::nullopt;
}

/// The first piece inside a bracket: up to a comma, a semicolon or the end.
Words first_piece(const Sentence& sentence, Words bracket) {
  Words piece{bracket.begin + 1, bracket.begin + 1};
  if (sentence.is(piece.begin, "or")) piece = {piece.begin + 1, piece.begin + 1};
  while (piece.end + 1 < bracket.end && piece.end - piece.begin < kMostWords &&
         !sentence.is_one_of(piece.end, {",", ";", ":"}))
    ++piece.end;
  return piece;
}

/// A short form is one word, or words without blanks between them.
std::string letters_of(const Sentence& sentence, Words words) {
  if (words.empty() || words.end - words.begin > 2 * kMostLetters) return {};
  for (WordId at = words.begin + 1; at < words.end; ++at)
    if (!sentence.is_glued(at)) return {};
  return letters_of(sentence.text(words));
}

std::optional<Abbreviation> read_bracket(const Sentence& sentence, Words bracket) {
  const Words piece = first_piece(sentence, bracket);
  if (piece.empty() || bracket.begin == 0) return std::nullopt;
  if (const std::string letters = letters_of(sentence, piece); !letters.empty()) {
    const auto full = full_before(sentence, bracket.begin, letters);
    return full ? std::optional(Abbreviation{*full, piece}) : std::nullopt;
  }
  const Words brief{bracket.begin - 1, bracket.begin};
  const std::string letters = letters_of(sentence, brief);
  if (letters.empty()) return std::nullopt;
  const WordId begin = piece.begin + (sentence.is(piece.begin, "the") ? 1 : 0);
  const auto full = full_begin(sentence, piece.end, letters);
  if (!full || *full != begin || !is_real(sentence, {begin, piece.end}, letters.size()))
    return std::nullopt;
  return Abbreviation{{begin, piece.end}, brief};
}

}  // namespace

std::vector<Abbreviation> find_abbreviations(const Sentence& sentence) {
  std::vector<Abbreviation> found;
  for (const Words bracket : find_brackets(sentence))
    if (const auto one = read_bracket(sentence, bracket)) found.push_back(*one);
  return found;
}

}  // namespace recto::patterns
