// Written by `train-language references` from the train files of GUM: do not edit.
// clang-format off
#include "tools/discourse/references.h"

namespace recto::discourse {

const ReferenceWeights& reference_weights() {
  static constexpr ReferenceWeights kWeights{{
      64,  // Same
      20,  // Previous
      -22,  // TwoAgo
      2,  // ThreeAgo
      -97,  // FurtherAgo
      61,  // SubjectSame
      40,  // SubjectPrevious
      -55,  // SubjectBefore
      -29,  // ObjectSame
      -56,  // ObjectPrevious
      -24,  // ObjectBefore
      -8,  // ObliqueSame
      58,  // ObliquePrevious
      9,  // ObliqueBefore
      23,  // OwnerSame
      39,  // OwnerPrevious
      -23,  // OwnerBefore
      27,  // OtherSame
      -59,  // OtherPrevious
      -27,  // OtherBefore
      65,  // AsSubjectSame
      19,  // AsSubjectPrevious
      -38,  // AsSubjectBefore
      -4,  // AsOwnerSame
      -17,  // AsOwnerPrevious
      -39,  // AsOwnerBefore
      15,  // AsOtherSame
      19,  // AsOtherPrevious
      -42,  // AsOtherBefore
      50,  // Parallel
      60,  // NameSure
      -50,  // NameUnsure
      -95,  // NameOther
      -69,  // NounDefinite
      88,  // NounIndefinite
      80,  // NounOwned
      -62,  // NounBare
      -194,  // NounMaybe
      205,  // Unresolved
      47,  // GenderKnown
      -15,  // GenderByPronoun
      -42,  // GenderAgainst
      -25,  // GenderOpen
      51,  // Latest
      -4,  // SecondLatest
      10,  // ThirdLatest
      -81,  // Older
      -51,  // Once
      -29,  // TwiceOrThrice
      -12,  // Often
      71,  // VeryOften
      70,  // MostOften
      -22,  // PronounSame
      64,  // PronounPrevious
      150,  // PronounBefore
      -39,  // Outranked
      37,  // OnlyOne
      -58,  // OnlyName
      12,  // SamePassage
      -50,  // PreviousPassage
      21,  // OtherPassage
      -128,  // AcrossQuote
      -55,  // Joined
      41,  // FullName
      43,  // InFirst
      15,  // None
      -58,  // NoneInQuote
      -39,  // NoneName
      -95,  // NoneNear
      84,  // NoneOpening
  }};
  return kWeights;
}

std::span<const ReferenceStep> reference_steps() {
  static constexpr std::array<ReferenceStep, 22> kSteps{{
      {0.050, 0.390},
      {0.100, 0.501},
      {0.200, 0.620},
      {0.300, 0.693},
      {0.400, 0.746},
      {0.500, 0.789},
      {0.600, 0.827},
      {0.650, 0.845},
      {0.700, 0.862},
      {0.750, 0.879},
      {0.800, 0.896},
      {0.850, 0.914},
      {0.875, 0.923},
      {0.900, 0.933},
      {0.925, 0.944},
      {0.950, 0.956},
      {0.960, 0.962},
      {0.970, 0.968},
      {0.980, 0.975},
      {0.985, 0.979},
      {0.990, 0.983},
      {0.995, 0.989},
  }};
  return kSteps;
}

}  // namespace recto::discourse
// clang-format on
