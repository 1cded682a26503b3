// Written by `train-language references` from the train files of GUM: do not edit.
#include "tools/discourse/references.h"

namespace recto::discourse {

const ReferenceWeights& reference_weights() {
  static constexpr ReferenceWeights kWeights{{
      87,    // Same
      15,    // Previous
      1,     // TwoAgo
      -16,   // ThreeAgo
      -105,  // FurtherAgo
      129,   // SubjectSame
      75,    // SubjectPrevious
      -50,   // SubjectBefore
      -11,   // ObjectSame
      -19,   // ObjectPrevious
      -11,   // ObjectBefore
      33,    // ObliqueSame
      -63,   // ObliquePrevious
      -8,    // ObliqueBefore
      -25,   // OwnerSame
      74,    // OwnerPrevious
      -10,   // OwnerBefore
      -31,   // OtherSame
      -53,   // OtherPrevious
      -43,   // OtherBefore
      77,    // AsSubjectSame
      21,    // AsSubjectPrevious
      -45,   // AsSubjectBefore
      24,    // AsOwnerSame
      -37,   // AsOwnerPrevious
      -55,   // AsOwnerBefore
      1,     // AsOtherSame
      31,    // AsOtherPrevious
      -20,   // AsOtherBefore
      49,    // Parallel
      101,   // NameSure
      -10,   // NameUnsure
      -115,  // NameOther
      -157,  // NounDefinite
      60,    // NounIndefinite
      47,    // NounOwned
      7,     // NounBare
      -130,  // NounMaybe
      176,   // Unresolved
      66,    // GenderKnown
      18,    // GenderByPronoun
      -67,   // GenderAgainst
      -41,   // GenderOpen
      70,    // Latest
      -10,   // SecondLatest
      -47,   // ThirdLatest
      -29,   // Older
      -40,   // Once
      -16,   // TwiceOrThrice
      8,     // Often
      47,    // VeryOften
      52,    // MostOften
      -26,   // PronounSame
      81,    // PronounPrevious
      159,   // PronounBefore
      -31,   // Outranked
      17,    // OnlyOne
      -36,   // OnlyName
      22,    // SamePassage
      -58,   // PreviousPassage
      34,    // OtherPassage
      11,    // AcrossQuote
      -75,   // Joined
      79,    // FullName
      31,    // InFirst
      1,     // None
      -51,   // NoneInQuote
      5,     // NoneName
      -74,   // NoneNear
      87,    // NoneOpening
  }};
  return kWeights;
}

std::span<const ReferenceStep> reference_steps() {
  static constexpr std::array<ReferenceStep, 22> kSteps{{
      {0.050, 0.289}, {0.100, 0.415}, {0.200, 0.565}, {0.300, 0.660}, {0.400, 0.729},
      {0.500, 0.785}, {0.600, 0.831}, {0.650, 0.853}, {0.700, 0.873}, {0.750, 0.892},
      {0.800, 0.911}, {0.850, 0.930}, {0.875, 0.940}, {0.900, 0.949}, {0.925, 0.960},
      {0.950, 0.970}, {0.960, 0.975}, {0.970, 0.980}, {0.980, 0.985}, {0.985, 0.988},
      {0.990, 0.991}, {0.995, 0.995},
  }};
  return kSteps;
}

}  // namespace recto::discourse
