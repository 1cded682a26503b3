#include "tools/patterns/aliases.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/ascii.h"
#include "content/words/countries.h"
#include "tools/patterns/brackets.h"
#include "tools/patterns/names.h"

namespace recto::patterns {
namespace {

constexpr WordId kMostWords = 12;
constexpr std::size_t kLikeLetters = 3;

bool is_quote(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(at, {"\"", "“", "”", "``", "''", "'", "‘", "’"});
}

/// What introduces another name.
struct Naming {
  WordId end = 0;  ///< behind it
  bool former = false;
};

/// "also known in German as", "formerly called", "née" at word `at`.
std::optional<Naming> naming_at(const Sentence& sentence, WordId at) {
  Naming naming{at, false};
  while (sentence.is_one_of(
      naming.end, {"also", "often", "sometimes", "commonly", "popularly", "better", "best",
                   "formerly", "previously", "locally", "originally", "widely", "usually",
                   "generally", "now", "or", "then"})) {
    naming.former = naming.former || sentence.is_one_of(naming.end, {"formerly", "previously",
                                                                     "originally", "then"});
    if (sentence.is_one_of(naming.end, {"now", "or"}) && naming.end > at) return std::nullopt;
    ++naming.end;
  }
  if (sentence.is_one_of(naming.end, {"known", "referred", "abbreviated"})) {
    for (WordId next = naming.end + 1; next < naming.end + 5; ++next)
      if (sentence.is(next, "as") || (sentence.is(next, "by") && next == naming.end + 1))
        return Naming{next + 1, naming.former};
    return std::nullopt;
  }
  if (sentence.is_one_of(naming.end, {"called", "nicknamed", "dubbed", "a.k.a.", "aka"}))
    return Naming{naming.end + 1, naming.former};
  if (sentence.is_one_of(naming.end, {"née", "né", "nee"})) return Naming{naming.end + 1, true};
  const bool bare = naming.end == at + 1 && naming.former && !sentence.is(at, "then");
  return bare ? std::optional(naming) : std::nullopt;
}

/// Whether something ends before the word.
bool is_end(const Sentence& sentence, WordId at) {
  return at >= sentence.size() || sentence.is_one_of(at, {",", ".", ";", ":", ")", "(", "–", "—"});
}

/// A script that is not Latin: Greek and on.
bool is_foreign(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0xCD &&
         static_cast<unsigned char>(word[0]) != 0xE2;
}

bool has_letters_like(std::string_view a, std::string_view b) {
  return a.size() >= kLikeLetters && b.size() >= kLikeLetters && a != b &&
         ascii_lowered(a.substr(0, kLikeLetters)) == ascii_lowered(b.substr(0, kLikeLetters));
}

/// Whether two names of several words each have one in common.
bool shares_word(const Sentence& sentence, Words a, Words b) {
  if (a.end - a.begin < 2 || b.end - b.begin < 2 || b.end - a.begin > 3 * kMostWords) return false;
  for (WordId i = a.begin; i < a.end; ++i)
    for (WordId j = b.begin; j < b.end; ++j)
      if (sentence.word(i).size() > kLikeLetters && sentence.word(i) == sentence.word(j))
        return sentence.text(a) != sentence.text(b);
  return false;
}

class Finder {
 public:
  Finder(const Sentence& sentence, const Lexicon& lexicon)
      : sentence_(sentence), lexicon_(lexicon), names_(find_names(sentence, lexicon)) {}

  std::vector<Alias> find();

 private:
  [[nodiscard]] const NamePhrase* name_at(WordId at) const;
  [[nodiscard]] std::optional<Words> other_name(WordId at) const;
  [[nodiscard]] std::optional<Words> foreign_name(WordId at, WordId end) const;
  [[nodiscard]] std::optional<Alias> after_naming(const NamePhrase& name, WordId at) const;
  [[nodiscard]] std::optional<Alias> in_bracket(const NamePhrase& name, Words bracket) const;

  const Sentence& sentence_;
  const Lexicon& lexicon_;
  std::vector<NamePhrase> names_;
};

const NamePhrase* Finder::name_at(WordId at) const {
  const auto found = std::ranges::lower_bound(
      names_, at, {}, [](const NamePhrase& name) { return name.words.begin; });
  return found != names_.end() && found->words.begin == at ? &*found : nullptr;
}

/// A whole name at word `at`, perhaps in quotes or after "the", with a mark behind it.
std::optional<Words> Finder::other_name(WordId at) const {
  if (sentence_.is(at, "the")) ++at;
  if (is_quote(sentence_, at)) {
    WordId end = at + 1;
    while (end < sentence_.size() && end < at + kMostWords && !is_quote(sentence_, end))
      ++end;
    return is_quote(sentence_, end) && end > at + 1 ? std::optional(Words{at + 1, end})
                                                    : std::nullopt;
  }
  const NamePhrase* name = name_at(at);
  if (name == nullptr) return std::nullopt;
  const bool ended =
      is_end(sentence_, name->words.end) || sentence_.is_one_of(name->words.end, {"and", "or"});
  return ended ? std::optional(name->words) : std::nullopt;
}

/// The first name of a list that goes up to `end`: "Αθήνα, Athína".
std::optional<Words> Finder::foreign_name(WordId at, WordId end) const {
  if (is_quote(sentence_, at) || sentence_.is(at, "the")) return other_name(at);
  Words words{at, at};
  while (words.end < end && words.end < at + kMostWords && !is_end(sentence_, words.end))
    ++words.end;
  const std::string_view first = sentence_.word(at);
  const bool name =
      is_capital(first) || (!first.empty() && static_cast<unsigned char>(first[0]) >= 0x80);
  return name && !words.empty() ? std::optional(words) : std::nullopt;
}

std::optional<Alias> Finder::after_naming(const NamePhrase& name, WordId at) const {
  const auto naming = naming_at(sentence_, at);
  if (!naming) return std::nullopt;
  const auto other = other_name(naming->end);
  return other ? std::optional(Alias{name.words, *other, naming->former}) : std::nullopt;
}

std::optional<Alias> Finder::in_bracket(const NamePhrase& name, Words bracket) const {
  const WordId first = bracket.begin + 1;
  const WordId last = bracket.end - 1;
  if (auto alias = after_naming(name, first)) return alias;
  if (is_foreign(sentence_.word(first))) {
    const auto other = foreign_name(first, last);
    return other ? std::optional(Alias{name.words, *other, false}) : std::nullopt;
  }
  // "German: Zürich", "Serbian Cyrillic: …", but not "German pronunciation: …".
  for (WordId at = first + 1; at <= first + 2 && at < last; ++at) {
    if (!sentence_.is(at, ":")) continue;
    if (sentence_.is(at - 1, "pronunciation") || !find_language(lexicon_, sentence_.word(first)))
      return std::nullopt;
    const auto other = foreign_name(at + 1, last);
    return other ? std::optional(Alias{name.words, *other, false}) : std::nullopt;
  }
  const NamePhrase* other = name_at(first);
  const bool whole =
      other != nullptr && other->words.end == last && name.kind != language::NameKind::Person;
  if (whole && (shares_word(sentence_, name.words, other->words) ||
                has_letters_like(sentence_.word(name.words.begin), sentence_.word(first))))
    return Alias{name.words, other->words, false};
  return std::nullopt;
}

std::vector<Alias> Finder::find() {
  std::vector<Alias> found;
  const std::vector<Words> brackets = find_brackets(sentence_);
  for (const NamePhrase& name : names_) {
    WordId end = name.words.end;
    if (is_quote(sentence_, end)) ++end;
    const auto bracket = std::ranges::lower_bound(brackets, end, {}, &Words::begin);
    const bool bracketed = bracket != brackets.end() && bracket->begin == end;
    if (bracketed) {
      if (const auto alias = in_bracket(name, *bracket)) found.push_back(*alias);
      end = bracket->end;
    }
    // "a desert near Antioch, known as": perhaps the desert.
    const WordId begin = name.words.begin;
    const bool led =
        begin >= 2 && sentence_.upos(begin - 1) == "ADP" && sentence_.upos(begin - 2) != "VERB";
    if (!sentence_.is(end, ",") || led) continue;
    const auto alias = after_naming(name, end + 1);
    if (alias) found.push_back(*alias);
  }
  return found;
}

}  // namespace

std::vector<Alias> find_aliases(const Sentence& sentence, const Lexicon& lexicon) {
  return Finder(sentence, lexicon).find();
}

}  // namespace recto::patterns
