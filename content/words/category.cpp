#include "content/words/category.h"

#include <array>

namespace recto {
namespace {

constexpr std::array<std::string_view, kCategories> kNames = {
    "all",           "pert",       "all",           "Tops",        "act",
    "animal",        "artifact",   "attribute",     "body",        "cognition",
    "communication", "event",      "feeling",       "food",        "group",
    "location",      "motive",     "object",        "person",      "phenomenon",
    "plant",         "possession", "process",       "quantity",    "relation",
    "shape",         "state",      "substance",     "time",        "body",
    "change",        "cognition",  "communication", "competition", "consumption",
    "contact",       "creation",   "emotion",       "motion",      "perception",
    "possession",    "social",     "stative",       "weather",     "ppl"};

}  // namespace

std::string_view name_of(Category category) {
  return kNames[static_cast<std::size_t>(category)];
}

PartOfSpeech part_of_speech(Category category) {
  if (category == Category::AdverbAll) return PartOfSpeech::Adverb;
  if (category <= Category::AdjectivePertaining || category == Category::AdjectiveParticiple)
    return PartOfSpeech::Adjective;
  return category < Category::VerbBody ? PartOfSpeech::Noun : PartOfSpeech::Verb;
}

}  // namespace recto
