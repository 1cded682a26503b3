// Written by `train-language references` from the train files of GUM: do not edit.
// clang-format off
#include "tools/discourse/references.h"

namespace recto::discourse {

const ReferenceWeights& reference_weights() {
  static constexpr ReferenceWeights kWeights{{
      89,  // Same
      6,  // Previous
      -3,  // TwoAgo
      -18,  // ThreeAgo
      -106,  // FurtherAgo
      125,  // SubjectSame
      65,  // SubjectPrevious
      -44,  // SubjectBefore
      -20,  // ObjectSame
      -16,  // ObjectPrevious
      -31,  // ObjectBefore
      34,  // ObliqueSame
      -38,  // ObliquePrevious
      5,  // ObliqueBefore
      -36,  // OwnerSame
      60,  // OwnerPrevious
      -29,  // OwnerBefore
      -3,  // OtherSame
      -66,  // OtherPrevious
      -33,  // OtherBefore
      77,  // AsSubjectSame
      39,  // AsSubjectPrevious
      -54,  // AsSubjectBefore
      34,  // AsOwnerSame
      -30,  // AsOwnerPrevious
      -53,  // AsOwnerBefore
      -7,  // AsOtherSame
      -3,  // AsOtherPrevious
      -21,  // AsOtherBefore
      77,  // Parallel
      78,  // NameSure
      -28,  // NameUnsure
      -121,  // NameOther
      -152,  // NounDefinite
      87,  // NounIndefinite
      40,  // NounOwned
      9,  // NounBare
      -123,  // NounMaybe
      181,  // Unresolved
      60,  // GenderKnown
      25,  // GenderByPronoun
      -69,  // GenderAgainst
      -48,  // GenderOpen
      51,  // Latest
      -5,  // SecondLatest
      -22,  // ThirdLatest
      -47,  // Older
      -26,  // Once
      -4,  // TwiceOrThrice
      -7,  // Often
      25,  // VeryOften
      99,  // MostOften
      -13,  // PronounSame
      45,  // PronounPrevious
      173,  // PronounBefore
      -43,  // Outranked
      -5,  // OnlyOne
      15,  // OnlyName
      16,  // SamePassage
      -61,  // PreviousPassage
      32,  // OtherPassage
      6,  // AcrossQuote
      -78,  // Joined
      90,  // FullName
      27,  // InFirst
      13,  // None
      -45,  // NoneInQuote
      -3,  // NoneName
      -56,  // NoneNear
      80,  // NoneOpening
  }};
  return kWeights;
}

std::span<const ReferenceStep> reference_steps() {
  static constexpr std::array<ReferenceStep, 22> kSteps{{
      {0.050, 0.353},
      {0.100, 0.474},
      {0.200, 0.609},
      {0.300, 0.691},
      {0.400, 0.751},
      {0.500, 0.798},
      {0.600, 0.839},
      {0.650, 0.857},
      {0.700, 0.875},
      {0.750, 0.892},
      {0.800, 0.910},
      {0.850, 0.927},
      {0.875, 0.936},
      {0.900, 0.946},
      {0.925, 0.955},
      {0.950, 0.966},
      {0.960, 0.971},
      {0.970, 0.976},
      {0.980, 0.982},
      {0.985, 0.985},
      {0.990, 0.989},
      {0.995, 0.993},
  }};
  return kSteps;
}

}  // namespace recto::discourse
// clang-format on
