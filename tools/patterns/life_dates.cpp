#include "tools/patterns/life_dates.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "content/base/ascii.h"
#include "tools/patterns/brackets.h"
#include "tools/patterns/life_text.h"
#include "tools/patterns/names.h"
#include "tools/patterns/nominal.h"

namespace recto::patterns {
namespace {

constexpr std::size_t kLongestBracket = 300;
constexpr int kLeastYears = 18;  // bare years closer together are more often something else
constexpr int kLongestReign = 45;
constexpr int kMostYears = 120;

bool is_foreign(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0xE3;
}

class Finder {
 public:
  Finder(const Sentence& sentence, const Lexicon& lexicon)
      : sentence_(sentence), lexicon_(lexicon), names_(find_names(sentence, lexicon)) {}

  std::vector<LifeDates> find();

 private:
  [[nodiscard]] std::optional<NamePhrase> name_before(WordId end) const;
  [[nodiscard]] bool is_letters(WordId at) const;
  [[nodiscard]] bool is_person(const NamePhrase& name) const;
  [[nodiscard]] bool may_be_person(const NamePhrase& name, bool told) const;
  [[nodiscard]] bool is_ruler(const NamePhrase& name) const;
  [[nodiscard]] bool is_life(const NamePhrase& name, const LifeText& read) const;

  const Sentence& sentence_;
  const Lexicon& lexicon_;
  std::vector<NamePhrase> names_;
};

/// The name that ends before word `end`, a comma, "'s" and words of other scripts aside; all of
/// "Patrick Gordon of Auchleuchries", "John Hopkinson, FRS".
std::optional<NamePhrase> Finder::name_before(WordId end) const {
  if (end > 0 && sentence_.is_one_of(end - 1, {",", "'s", "’s"})) --end;
  for (int i = 0; i < 3 && end > 0 && is_foreign(sentence_.word(end - 1)); ++i)
    --end;
  if (end > 1 && is_letters(end - 1) && sentence_.upos(end - 1) != "PROPN") --end;
  const auto last = std::ranges::lower_bound(names_, end, {},
                                             [](const NamePhrase& name) { return name.words.end; });
  if (last == names_.end() || last->words.end != end) return std::nullopt;
  const bool letters = last->words.end - last->words.begin == 1 && is_letters(last->words.begin);
  if (last == names_.begin() || std::prev(last)->words.end + 1 != last->words.begin) return *last;
  NamePhrase whole = *std::prev(last);
  if (letters && sentence_.is(whole.words.end, ",")) return whole;
  if (!sentence_.is(whole.words.end, "of")) return *last;
  whole.words.end = end;
  return whole;
}

/// "FRS", "MP" behind a name.
bool Finder::is_letters(WordId at) const {
  const std::string_view word = sentence_.word(at);
  return word.size() <= 4 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool Finder::is_person(const NamePhrase& name) const {
  if (name.kind) return *name.kind == language::NameKind::Person;
  const WordId begin = name.words.begin;
  return begin > 0 && sentence_.upos(begin - 1) == "NOUN" &&
         usual_categories(lexicon_, ascii_lowered(sentence_.word(begin - 1)))
             .contains(Category::Person);
}

/// Whether nothing speaks against a person; "told": "born" or a day stands with it.
bool Finder::may_be_person(const NamePhrase& name, bool told) const {
  if (name.kind && *name.kind != language::NameKind::Person) return false;
  const WordId begin = name.words.begin;
  if (begin > 0 && sentence_.is_one_of(begin - 1, {"the", "at", "in"})) return false;
  for (WordId at = begin; at < name.words.end; ++at) {
    const std::string_view word = sentence_.word(at);
    if (word.size() < 2 || is_letters(at) || !is_common_noun(lexicon_, word)) continue;
    const auto senses = lexicon_.senses(word, PartOfSpeech::Noun);
    if (std::ranges::none_of(senses, [&](const Sense& sense) {
          return lexicon_.synset(sense.synset).category == Category::Person;
        }))
      return false;
  }
  return told || name.words.end - begin > 1;
}

/// Whether years behind the name may be a reign: "King Otto (1833–1863)".
bool Finder::is_ruler(const NamePhrase& name) const {
  const WordId begin = name.words.begin < 3 ? 0 : name.words.begin - 3;
  for (WordId at = begin; at < name.words.end; ++at)
    if (sentence_.is_one_of(at, {"king", "queen", "emperor", "empress", "pope", "tsar", "czar",
                                 "sultan", "shah", "caliph", "president", "reign", "court",
                                 "minister", "chancellor", "pharaoh", "prince", "duke"}))
      return true;
  return false;
}

bool Finder::is_life(const NamePhrase& name, const LifeText& read) const {
  const auto& [birth, death, told, reign] = read;
  const bool person = is_person(name);
  if (!person && !may_be_person(name, told)) return false;
  if (!birth || !death) return true;
  const Date& born = birth->date;
  const Date& died = death->date;
  if (std::tie(died.year, died.month, died.day) < std::tie(born.year, born.month, born.day))
    return false;
  const int years = died.year - born.year;
  if (years > kMostYears) return false;
  if (told) return years >= kLeastYears || person;
  if (!reign && is_ruler(name) && years < kLongestReign) return false;
  return years >= kLeastYears;
}

std::vector<LifeDates> Finder::find() {
  std::vector<LifeDates> found;
  Words before;  // the bracket before: "Dorothea (née Mendelssohn) (1764 – 1839)"
  std::optional<NamePhrase> named;
  for (const Words bracket : find_brackets(sentence_)) {
    const auto name = bracket.begin == before.end ? named : name_before(bracket.begin);
    before = bracket;
    named = name;
    const Span inside = sentence_.bytes({bracket.begin + 1, bracket.end - 1});
    if (!name || inside.end - inside.begin > kLongestBracket) continue;
    const auto read = read_life(sentence_.text({bracket.begin + 1, bracket.end - 1}));
    if (!read || !is_life(*name, *read)) continue;
    LifeDates life{name->words, bracket, read->birth, read->death};
    for (std::optional<LifeDate>* date : {&life.birth, &life.death})
      if (*date)
        (*date)->span = {(*date)->span.begin + inside.begin, (*date)->span.end + inside.begin};
    found.push_back(life);
  }
  return found;
}

}  // namespace

std::vector<LifeDates> find_life_dates(const Sentence& sentence, const Lexicon& lexicon) {
  return Finder(sentence, lexicon).find();
}

}  // namespace recto::patterns
