// The verbs of recto-deck, one .cpp each. All give the exit code.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "content/deck/deck.h"
#include "content/deck/merge.h"
#include "tools/questions/questions.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/report.h"

namespace recto::deck_tool {

struct MakeOrder {
  std::vector<std::string> words;               ///< INPUT…
  std::string output;                           ///< -o; empty: standard output
  std::set<CardKind> kinds;                     ///< empty: every kind
  std::size_t max_cards = 0;                    ///< 0: as many as are good
  double min_quality = questions::kGoodEnough;  ///< [0, 1]
  std::string language;                         ///< BCP 47; empty: found out
  std::size_t jobs = 1;
  bool ndjson = false;  ///< lines of standard input instead of words
  bool split = false;   ///< a deck for each chapter of a book
  std::string merge;    ///< --merge OLD
  bool dry_run = false;
  std::string now;  ///< ISO 8601: when pages are retrieved
};

struct ReadOrder {
  std::vector<std::string> words;
  std::string language;
  std::size_t jobs = 1;
  bool ndjson = false;
  bool text = false;
  std::string now;
};

struct MergeOrder {
  std::string old_deck;
  std::string new_deck;
  std::string output;
  bool dry_run = false;
};

struct ExportOrder {
  std::string deck;
  std::string format;  ///< "paper"
  std::string output;
  std::string page = "a4";     ///< or "letter"
  std::size_t max_cards = 20;  ///< the best ones
  bool hold_up = false;        ///< letters A to D, a page each
  bool dry_run = false;
};

int make(const MakeOrder& order, Report& report);
int read(const ReadOrder& order, Report& report);
int show(const std::string& word, Report& report);
int check(const std::vector<std::string>& words, Report& report);
int merge(const MergeOrder& order, Report& report);
int export_deck(const ExportOrder& order, Report& report);

/// A deck file, or standard input.
[[nodiscard]] Result<Deck> load_deck(const Input& input);

/// Says "39 same, 2 changed, 3 new, 1 gone, 0 kept, 0 dropped", what became of each card with
/// --verbose, and warns when no card of the old deck is left.
void tell_merge(const Merge& merged, const Report& report);

}  // namespace recto::deck_tool
