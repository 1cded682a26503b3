// Deck, Card, Evidence: what is learned, as values.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/id.h"

namespace recto {

/// Members of the deck file that this version does not know: name → JSON text without white space.
/// They are written back as they came.
using Extras = std::map<std::string, std::string>;

enum class CardKind { Faq, Short, Cloze, Choice, TrueFalse, Several, Order, Poll };

/// Where a card was made from: bytes [begin, end) of a passage's text, on code point boundaries.
struct Evidence {
  PassageId passage;
  std::size_t begin = 0;
  std::size_t end = 0;
  Extras extras{};

  bool operator==(const Evidence&) const = default;
};

/// One block of the article as the deck carries it.
struct Passage {
  PassageId id;
  std::string heading;  ///< the heading it stands under; empty for none
  std::string text;     ///< UTF-8; never changed after evidence points into it
  Extras extras;

  bool operator==(const Passage&) const = default;
};

/// How strictly a typed answer is compared. Absent members mean the usual rules (PRODUCT.md, 5).
struct Grading {
  std::optional<bool> exact_case;      ///< file: "case": "exact" | "fold"
  std::optional<bool> exact_accents;   ///< file: "accents": "exact" | "fold"
  std::optional<bool> exact_spelling;  ///< file: "spelling": "exact" | "forgive"
  std::optional<double> tolerance;     ///< for numbers: largest difference that is right, ≥ 0
  Extras extras;

  bool operator==(const Grading&) const = default;
};

/// One thing to ask.
struct Card {
  CardId id;
  FactId fact;  ///< variants share it and, with it, one memory; empty: the card is its own fact
  CardKind kind = CardKind::Short;
  std::string prompt;  ///< Cloze: `____` stands where the answer goes
  /// TrueFalse: "true" or "false". Empty for Several, Order and Poll.
  std::string answer;
  std::vector<std::string> answers;      ///< Several: all right options; Order: the right order
  std::vector<std::string> accept;       ///< further right answers to type
  std::vector<std::string> distractors;  ///< wrong options, best first; Poll: its options
  std::string hint;
  std::string explanation;  ///< TrueFalse: the truth; long Faq: the full answer
  std::optional<Evidence> evidence;
  Grading grading;
  std::vector<std::string> tags;
  std::optional<double> quality;  ///< chance that a teacher would keep the card, [0, 1]
  std::string made_by;            ///< the rule that wrote it: "rules/short.when"
  bool edited = false;            ///< a person changed it: merging never does
  Extras extras;

  bool operator==(const Card&) const = default;
};

/// What the deck was made from.
struct Source {
  std::string title;
  std::string url;
  std::vector<std::string> authors;
  std::string published;  ///< ISO 8601
  std::string retrieved;  ///< ISO 8601; only for a URL
  std::string sha256;     ///< of the bytes read
  Extras extras;

  bool operator==(const Source&) const = default;
};

/// What has to hold: ids of passages and of cards are unique; evidence lies inside its passage;
/// what a kind needs is there (see `faults_of`, deck_file.h).
struct Deck {
  DeckId id;
  std::string title;
  std::string language;  ///< BCP 47
  Source source;
  std::vector<Passage> passages;   ///< in the order of reading
  std::vector<std::string> names;  ///< names in the article: rivals when typed answers are graded
  std::vector<CardId> dropped;     ///< cards a person threw out: merging never brings them back
  std::vector<Card> cards;
  Grading grading;
  Extras extras;

  bool operator==(const Deck&) const = default;
};

/// What stands for the gap of a Cloze prompt.
inline constexpr std::string_view kGap = "____";

[[nodiscard]] std::string_view name_of(CardKind kind);  ///< "faq", "short", … as in the deck file
[[nodiscard]] std::optional<CardKind> card_kind_named(std::string_view name);

/// What scheduling state hangs on: the card's fact, or the card itself where it has none.
/// Both have an own prefix, so that a fact and a card never share a memory by accident.
[[nodiscard]] FactId memory_key(const Card& card);

/// nullptr when there is none of that id.
[[nodiscard]] const Passage* find_passage(const Deck& deck, const PassageId& id);
[[nodiscard]] const Card* find_card(const Deck& deck, const CardId& id);

/// The text that `evidence` points at; empty when the passage is missing or the range is not in it.
[[nodiscard]] std::string_view evidence_text(const Deck& deck, const Evidence& evidence);

}  // namespace recto
