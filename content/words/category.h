// What kind of word, and what kind of thing it names.
#pragma once

#include <cstdint>
#include <string_view>

namespace recto {

enum class PartOfSpeech : std::uint8_t { Noun, Verb, Adjective, Adverb };

/// WordNet's coarse classes of senses, in the order of its "lexicographer files" (lexnames(5WN)).
/// `Tops` are the most general nouns: entity, time, person.
enum class Category : std::uint8_t {
  AdjectiveAll,
  AdjectivePertaining,
  AdverbAll,
  Tops,
  Act,
  Animal,
  Artifact,
  Attribute,
  Body,
  Cognition,
  Communication,
  Event,
  Feeling,
  Food,
  Group,
  Location,
  Motive,
  Object,
  Person,
  Phenomenon,
  Plant,
  Possession,
  Process,
  Quantity,
  Relation,
  Shape,
  State,
  Substance,
  Time,
  VerbBody,
  VerbChange,
  VerbCognition,
  VerbCommunication,
  VerbCompetition,
  VerbConsumption,
  VerbContact,
  VerbCreation,
  VerbEmotion,
  VerbMotion,
  VerbPerception,
  VerbPossession,
  VerbSocial,
  VerbStative,
  VerbWeather,
  AdjectiveParticiple,
};

inline constexpr std::size_t kCategories = 45;

/// WordNet's name without the part of speech: "person", "all", "motion".
[[nodiscard]] std::string_view name_of(Category category);

[[nodiscard]] PartOfSpeech part_of_speech(Category category);

}  // namespace recto
