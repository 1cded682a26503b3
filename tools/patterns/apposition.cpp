#include "tools/patterns/apposition.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "content/base/ascii.h"
#include "content/words/inflection.h"
#include "tools/patterns/nominal.h"

namespace recto::patterns {
namespace {

using language::NameKind;

constexpr WordId kLongestDescription = 40;

/// What the noun's usual senses allow.
bool can_be(NameKind kind, Category category) {
  switch (kind) {
    case NameKind::Person: return category == Category::Person;
    case NameKind::Place:
      return category == Category::Location || category == Category::Object ||
             category == Category::Artifact;
    case NameKind::Organisation:
      return category == Category::Group || category == Category::Artifact ||
             category == Category::Communication;
    case NameKind::Event: return category == Category::Event || category == Category::Act;
    case NameKind::Work:
      return category == Category::Communication || category == Category::Artifact ||
             category == Category::Cognition || category == Category::Act;
    case NameKind::Other: break;
  }
  switch (category) {
    case Category::Time:
    case Category::Quantity:
    case Category::Attribute:
    case Category::Feeling:
    case Category::Motive:
    case Category::Relation:
    case Category::Shape:
    case Category::Body:
    case Category::Possession:
    case Category::Act:
    case Category::State:
    case Category::Process:
    case Category::Phenomenon: return false;
    default: return true;
  }
}

/// Nouns that say too little about a name, or that stand before names as parts of them.
bool is_vague(std::string_view lemma) {
  constexpr std::array<std::string_view, 26> kVague{
      "one",   "other",  "thing",  "part", "side",   "way",  "place", "kind",   "type",
      "group", "number", "series", "pair", "home",   "rest", "set",   "end",    "point",
      "area",  "front",  "back",   "top",  "bottom", "lot",  "case",  "example"};
  return std::ranges::find(kVague, lemma) != kVague.end();
}

/// What a noun beside a name means, where another sense is the most usual one elsewhere.
std::optional<Category> meaning_beside_name(std::string_view lemma) {
  constexpr std::array<std::pair<std::string_view, Category>, 30> kMeanings{
      {{"head", Category::Person},        {"founder", Category::Person},
       {"co-founder", Category::Person},  {"cofounder", Category::Person},
       {"queen", Category::Person},       {"star", Category::Person},
       {"tenor", Category::Person},       {"legend", Category::Person},
       {"village", Category::Location},   {"capital", Category::Location},
       {"country", Category::Location},   {"republic", Category::Location},
       {"colony", Category::Location},    {"kingdom", Category::Location},
       {"peak", Category::Location},      {"nation", Category::Location},
       {"bank", Category::Group},         {"subsidiary", Category::Group},
       {"startup", Category::Group},      {"airline", Category::Group},
       {"newspaper", Category::Group},    {"arm", Category::Group},
       {"unit", Category::Group},         {"division", Category::Group},
       {"branch", Category::Group},       {"affiliate", Category::Group},
       {"maker", Category::Group},        {"provider", Category::Group},
       {"manufacturer", Category::Group}, {"retailer", Category::Group}}};
  const auto* const found =
      std::ranges::find(kMeanings, lemma, [](const auto& one) { return one.first; });
  return found == kMeanings.end() ? std::nullopt : std::optional(found->second);
}

/// A noun with what it can describe.
struct Role {
  bool person = false;  ///< among its usual senses
  bool work = false;    ///< "film", "word"
  bool told = false;    ///< its first sense is a person, place, group or work: the noun alone tells
  Category first = Category::Tops;
};

/// Nouns before the name of a work or before a word that is spoken of.
bool is_work(std::string_view lemma) {
  constexpr std::array<std::string_view, 42> kWorks{
      "film",     "movie",    "book",      "novel",   "song",     "album",       "single",
      "poem",     "play",     "opera",     "ballet",  "musical",  "symphony",    "series",
      "show",     "episode",  "magazine",  "journal", "article",  "newspaper",   "essay",
      "story",    "game",     "term",      "word",    "name",     "programme",   "pseudonym",
      "nickname", "comedy",   "drama",     "trilogy", "sitcom",   "documentary", "website",
      "treatise", "painting", "sculpture", "hashtag", "thriller", "anthology",   "ship"};
  return std::ranges::find(kWorks, lemma) != kWorks.end();
}

class Finder {
 public:
  Finder(const Sentence& sentence, const Lexicon& lexicon)
      : sentence_(sentence), lexicon_(lexicon), names_(find_names(sentence, lexicon)) {}

  std::vector<Apposition> find();

 private:
  bool find_behind(const NamePhrase& name, WordId mark);
  void find_before(const Nominal& nominal);
  void find_close(const Nominal& nominal);

  [[nodiscard]] const NamePhrase* name_at(WordId at) const;
  [[nodiscard]] WordId begin_of(const Nominal& nominal) const;
  [[nodiscard]] std::optional<WordId> description_end(WordId from) const;
  [[nodiscard]] std::optional<WordId> bracket_end(WordId open) const;
  [[nodiscard]] std::optional<Role> role_of(const NamePhrase& name, const Nominal& nominal) const;
  [[nodiscard]] std::optional<Nominal> conjunct_before(const Nominal& nominal,
                                                       const NamePhrase& name) const;
  [[nodiscard]] bool is_mark(WordId at) const;
  [[nodiscard]] bool is_end(WordId at) const;
  [[nodiscard]] WordId mark_behind(Words name) const;
  [[nodiscard]] bool is_led(const NamePhrase& name) const;
  [[nodiscard]] bool is_naming(WordId at) const;
  [[nodiscard]] bool is_listed(Words all) const;
  [[nodiscard]] bool joins(std::string_view relation, Words name, WordId head) const;

  const Sentence& sentence_;
  const Lexicon& lexicon_;
  std::vector<NamePhrase> names_;
  std::vector<Apposition> found_;
  std::optional<std::size_t> last_before_;  ///< in found_: the last of form Before
  std::optional<Nominal> last_;             ///< the noun phrase before the one at hand
};

const NamePhrase* Finder::name_at(WordId at) const {
  const auto found = std::ranges::lower_bound(
      names_, at, {}, [](const NamePhrase& name) { return name.words.begin; });
  return found != names_.end() && found->words.begin == at ? &*found : nullptr;
}

/// Where the phrase begins when its first word is the end of a name: "the Bank of Canada governor".
WordId Finder::begin_of(const Nominal& nominal) const {
  const WordId begin = nominal.words.begin;
  const auto next = std::ranges::upper_bound(
      names_, begin, {}, [](const NamePhrase& name) { return name.words.begin; });
  if (next == names_.begin() || !std::prev(next)->words.holds(begin)) return begin;
  WordId whole = std::prev(next)->words.begin;
  while (whole > 0 && (sentence_.upos(whole - 1) == "ADJ" || sentence_.upos(whole - 1) == "PROPN"))
    --whole;
  return whole > 0 && sentence_.is_one_of(whole - 1, {"the", "a", "an"}) ? whole - 1 : whole;
}

/// A mark that opens an addition.
bool Finder::is_mark(WordId at) const {
  return sentence_.is_one_of(at, {",", "(", "–", "—", "--"});
}

/// A mark that ends one, or the sentence's end.
bool Finder::is_end(WordId at) const {
  return at >= sentence_.size() ||
         sentence_.is_one_of(at, {",", ".", ";", ":", ")", "–", "—", "--", "!", "?"});
}

std::optional<WordId> Finder::bracket_end(WordId open) const {
  for (WordId at = open + 1; at < open + kLongestDescription && at < sentence_.size(); ++at)
    if (sentence_.word(at) == ")") return at;
  return std::nullopt;
}

/// The mark behind a description whose nouns end before `from`: the closing one, or a bracket right
/// before it. None when a verb comes first.
std::optional<WordId> Finder::description_end(WordId from) const {
  bool relative = false;
  bool free = false;
  WordId opened = 0;     // a bracket …
  WordId bracketed = 0;  // … and what follows it
  for (WordId at = from; at < from + kLongestDescription; ++at) {
    if (is_end(at)) return at == bracketed ? opened : at;
    if (sentence_.word(at) == "(") {
      const auto close = bracket_end(at);
      if (!close) return std::nullopt;
      opened = at;
      bracketed = *close + 1;
      at = *close;
      continue;
    }
    const std::string_view xpos = sentence_.xpos(at);
    // A relative clause has one finite verb, and another behind "and".
    if (xpos == "WDT" || xpos == "WP" || xpos == "WP$" || xpos == "WRB") relative = free = true;
    free = free || (relative && xpos == "CC");
    const bool finite = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD";
    if (finite && !free) return std::nullopt;
    if (finite) free = false;
  }
  return std::nullopt;
}

/// None when the noun cannot describe the name.
std::optional<Role> Finder::role_of(const NamePhrase& name, const Nominal& nominal) const {
  if (nominal.plural) return std::nullopt;
  const std::string lemma =
      lemma_of(lexicon_, sentence_.word(nominal.head), PartOfSpeech::Noun, Slot::Base);
  if (is_vague(lemma)) return std::nullopt;
  std::set<Category> categories = usual_categories(lexicon_, lemma);
  const auto meaning = meaning_beside_name(lemma);
  if (meaning) categories.insert(*meaning);
  if (categories.empty()) return std::nullopt;
  const NameKind kind = name.kind.value_or(NameKind::Other);
  if (std::ranges::none_of(categories, [&](Category one) { return can_be(kind, one); }))
    return std::nullopt;
  Role role;
  role.first = meaning ? *meaning : first_category(lexicon_, lemma);
  role.person = categories.contains(Category::Person);
  role.work = is_work(lemma);
  role.told = (role.first == Category::Person || role.first == Category::Location ||
               role.first == Category::Group || role.first == Category::Communication) &&
              can_be(kind, role.first);
  // "the right-wing N": an adjective.
  if (role.first != Category::Person && nominal.head > 0 && sentence_.is_glued(nominal.head) &&
      sentence_.word(nominal.head - 1) == "-")
    return std::nullopt;
  if (sentence_.xpos(name.words.end - 1) == "NNPS" && role.first != Category::Group)
    return std::nullopt;
  return role;
}

/// Whether the tree joins name and noun so.
bool Finder::joins(std::string_view relation, Words name, WordId head) const {
  if (sentence_.relation(head) == relation && name.holds(sentence_.head(head))) return true;
  for (WordId at = name.begin; at < name.end; ++at)
    if (sentence_.relation(at) == relation && sentence_.head(at) == head) return true;
  return false;
}

/// "They named their robot "Ada"": nothing that it was called before.
bool Finder::is_naming(WordId at) const {
  return sentence_.is_one_of(at, {"named", "called", "dubbed", "titled", "nicknamed", "christened",
                                  "name", "call", "names", "calls", "naming", "calling"});
}

/// Whether marks or words around say that more of the same comes.
bool Finder::is_listed(Words all) const {
  return sentence_.is_one_of(all.end + 1, {"and", "or"}) ||
         (all.begin > 0 && is_mark(all.begin - 1));
}

/// Behind a name with its years or age: "Ada (1815-1852), a", "Ada, 36, a".
WordId Finder::mark_behind(Words name) const {
  if (sentence_.word(name.end) == "(") {
    const auto close = bracket_end(name.end);
    if (close && sentence_.is(*close + 1, ",")) return *close + 1;
  }
  const bool age = sentence_.is(name.end, ",") && sentence_.upos(name.end + 1) == "NUM" &&
                   sentence_.is(name.end + 2, ",");
  return age ? name.end + 2 : sentence_.size();
}

/// Whether what follows may belong to something before the name: "a hall in Basel, the site of",
/// "the painter Ada, guests and".
bool Finder::is_led(const NamePhrase& name) const {
  const WordId begin = name.words.begin;
  if (begin == 0) return false;
  if (sentence_.upos(begin - 1) == "NOUN") return true;
  if (sentence_.upos(begin - 1) != "ADP") return false;
  return !name.kind || (begin >= 2 && (sentence_.upos(begin - 2) == "NOUN" ||
                                       sentence_.upos(begin - 2) == "PROPN"));
}

bool Finder::find_behind(const NamePhrase& name, WordId mark) {
  if (!is_mark(mark)) return false;
  const auto nominal = nominal_at(sentence_, mark + 1);
  if (!nominal || name_at(nominal->words.end) != nullptr) return false;
  const auto end = description_end(nominal->words.end);
  const auto role = role_of(name, *nominal);
  if (!end || !role || joins("conj", name.words, nominal->head)) return false;
  if (is_capital(sentence_.word(nominal->head)) && !role->person) return false;
  const bool bare = nominal->determiner == Determiner::None;
  const bool tree = joins("appos", name.words, nominal->head);
  if (bare && role->first != Category::Person) return false;
  // "VIENNA — The house …, he said"
  const bool dash = sentence_.word(mark) != "," && sentence_.word(mark) != "(";
  if (dash && sentence_.word(*end) == ",") return false;
  const bool led = is_led(name);
  const bool joined = bare && sentence_.is(nominal->words.end, "and");
  if (!tree && (!role->told || led || joined || is_listed({name.words.begin, *end}))) return false;
  found_.push_back({AppositionForm::Behind, name.words, {mark + 1, *end}, nominal->head});
  return true;
}

void Finder::find_before(const Nominal& nominal) {
  const auto mark = description_end(nominal.words.end);
  if (!mark || !is_mark(*mark) || name_at(nominal.words.end) != nullptr) return;
  const NamePhrase* name = name_at(sentence_.is(*mark + 1, "the") ? *mark + 2 : *mark + 1);
  if (name == nullptr || !is_end(name->words.end)) return;
  const auto role = role_of(*name, nominal);
  if (!role || joins("conj", name->words, nominal.head)) return;
  const bool person = role->first == Category::Person;
  if (is_capital(sentence_.word(nominal.head)) && nominal.head > 0) return;
  const bool known =
      nominal.determiner == Determiner::Definite || nominal.determiner == Determiner::Owner;
  if (!(known && person) && sentence_.word(*mark) == "(") return;
  if (!known && !person) return;
  const bool alone = known && person && sentence_.word(*mark) != "(" &&
                     name->words.begin == *mark + 1 &&
                     !is_listed({nominal.words.begin, name->words.end});
  if (!joins("appos", name->words, nominal.head) && !alone) return;
  // "The tower in Pisa, Italy": an address.
  if (!person && sentence_.upos(*mark - 1) == "PROPN") return;
  // "the friend of Ada's husband, N": the nearer one.
  if (last_before_ && found_[*last_before_].name == name->words)
    found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(*last_before_));
  last_before_ = found_.size();
  found_.push_back({AppositionForm::Before, name->words, {begin_of(nominal), *mark}, nominal.head});
}

std::optional<Nominal> Finder::conjunct_before(const Nominal& nominal,
                                               const NamePhrase& name) const {
  if (nominal.determiner != Determiner::None || !last_ || nominal.words.begin == 0 ||
      last_->words.end + 1 != nominal.words.begin || !sentence_.is(last_->words.end, "and"))
    return std::nullopt;
  const auto role = role_of(name, *last_);
  return role && role->first == Category::Person ? last_ : std::nullopt;
}

void Finder::find_close(const Nominal& nominal) {
  const bool quoted = sentence_.is_one_of(nominal.words.end, {"\"", "“", "``"});
  const NamePhrase* name = name_at(nominal.words.end + (quoted ? 1 : 0));
  if (name == nullptr || nominal.determiner == Determiner::Indefinite) return;
  const WordId behind = name->words.end;
  if (sentence_.upos(behind) == "NOUN" || sentence_.word(behind) == "-") return;
  if (quoted && is_naming(nominal.words.begin - 1)) return;
  if (is_capital(sentence_.word(nominal.head)) && nominal.head > 0) return;
  const auto role = role_of(*name, nominal);
  if (!role || joins("conj", name->words, nominal.head)) return;
  const bool person = role->first == Category::Person;
  if (nominal.determiner == Determiner::None && !person && !role->work) return;
  const bool whole = nominal.determiner == Determiner::Definite &&
                     !is_common_noun(lexicon_, sentence_.word(name->words.end - 1));
  if (!joins("appos", name->words, nominal.head) &&
      !(role->told && (person || role->work || whole)))
    return;
  Apposition found{
      AppositionForm::Close, name->words, {begin_of(nominal), nominal.words.end}, nominal.head};
  // "the activist and philosopher N": the first noun is the head.
  if (const auto first = conjunct_before(nominal, *name)) {
    found.description.begin = begin_of(*first);
    found.head = first->head;
  }
  found_.push_back(found);
}

std::vector<Apposition> Finder::find() {
  for (const NamePhrase& name : names_)
    if (!find_behind(name, name.words.end)) find_behind(name, mark_behind(name.words));
  for (WordId at = 0; at < sentence_.size(); ++at) {
    const auto nominal = nominal_at(sentence_, at);
    if (!nominal) continue;
    find_before(*nominal);
    find_close(*nominal);
    last_ = nominal;
    at = nominal->head;
  }
  std::ranges::stable_sort(found_, {}, [](const Apposition& one) { return one.name.begin; });
  return std::move(found_);
}

}  // namespace

std::vector<Apposition> find_appositions(const Sentence& sentence, const Lexicon& lexicon) {
  return Finder(sentence, lexicon).find();
}

}  // namespace recto::patterns
