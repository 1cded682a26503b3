#include "tools/train-language/evaluate_morphology.h"

#include <array>

namespace recto::train {
namespace {

using language::Morphology;

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

/// Our features as Universal Dependencies name them; empty for none.
std::map<std::string_view, std::string_view> features_of(const Morphology& found) {
  constexpr std::array<std::string_view, 3> kNumbers{"", "Sing", "Plur"};
  constexpr std::array<std::string_view, 4> kPersons{"", "1", "2", "3"};
  constexpr std::array<std::string_view, 4> kGenders{"", "Masc", "Fem", "Neut"};
  constexpr std::array<std::string_view, 3> kTenses{"", "Pres", "Past"};
  constexpr std::array<std::string_view, 5> kVerbForms{"", "Fin", "Inf", "Part", "Ger"};
  constexpr std::array<std::string_view, 3> kMoods{"", "Ind", "Imp"};
  constexpr std::array<std::string_view, 4> kDegrees{"", "Pos", "Cmp", "Sup"};
  constexpr std::array<std::string_view, 3> kDefinite{"", "Def", "Ind"};
  constexpr std::array<std::string_view, 10> kPronouns{"",    "Art", "Prs", "Dem", "Int",
                                                       "Rel", "Ind", "Neg", "Tot", "Rcp"};
  return {{"Number", name_in(kNumbers, found.number)},
          {"Person", name_in(kPersons, found.person)},
          {"Gender", name_in(kGenders, found.gender)},
          {"Tense", name_in(kTenses, found.tense)},
          {"VerbForm", name_in(kVerbForms, found.verb)},
          {"Mood", name_in(kMoods, found.mood)},
          {"Voice", found.passive ? "Pass" : ""},
          {"Degree", name_in(kDegrees, found.degree)},
          {"Definite", name_in(kDefinite, found.definite)},
          {"PronType", name_in(kPronouns, found.pronoun)},
          {"Poss", found.possessive ? "Yes" : ""}};
}

/// The value in "Number=Sing|Tense=Past"; words that are only plural count as plural, emphatic
/// pronouns as personal ones, degrees of adverbs in the positive as none.
std::string_view value_of(const Word& word, std::string_view name) {
  std::string_view rest = word.feats;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const std::size_t equals = one.find('=');
    if (one.substr(0, equals) != name) continue;
    const std::string_view value = one.substr(equals + 1);
    if (value == "Ptan") return "Plur";
    if (value == "Emp") return "Prs";
    return value == "Pos" && word.upos == "ADV" ? "" : value;
  }
  return {};
}

}  // namespace

void count_features(const TreebankSentence& sentence, const std::vector<Morphology>& found,
                    FeatureCounts& counts) {
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const auto& [name, ours] : features_of(found[i])) {
      const std::string_view theirs = value_of(sentence.words[i], name);
      Counts& count = counts[name];
      count.gold += theirs.empty() ? 0U : 1U;
      count.found += ours.empty() ? 0U : 1U;
      count.right += !ours.empty() && ours == theirs ? 1U : 0U;
    }
}

std::vector<std::string> differing_features(const Word& word, const Morphology& found) {
  std::vector<std::string> differing;
  for (const auto& [name, ours] : features_of(found))
    if (const std::string_view theirs = value_of(word, name); ours != theirs)
      differing.push_back(
          std::string(name).append("=").append(theirs).append(", not ").append(ours));
  return differing;
}

}  // namespace recto::train
