// The verbs of recto-deck, one .cpp each. All give the exit code.
#pragma once

#include <atomic>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "content/deck/deck.h"
#include "content/deck/merge.h"
#include "tools/recto-deck/report.h"

namespace recto::deck_tool {

struct MakeOrder {
  std::vector<std::string> words;  ///< INPUT…
  std::string output;              ///< -o; empty: standard output
  std::set<CardKind> kinds;
  std::size_t max_cards = 0;
  double min_quality = 0.0;
  std::string language;
  std::size_t jobs = 1;
  std::string merge;  ///< --merge OLD
  bool dry_run = false;
};

struct ReadOrder {
  std::vector<std::string> words;
  std::string language;
};

struct MergeOrder {
  std::string old_deck;
  std::string new_deck;
  std::string output;
  bool dry_run = false;
};

/// Set by an interrupt: what is under way is finished or left, never half written.
extern std::atomic<bool> interrupted;

int make(const MakeOrder& order, Report& report);
int read(const ReadOrder& order, Report& report);
int show(const std::string& deck, Report& report);
int check(const std::vector<std::string>& words, Report& report);
int merge(const MergeOrder& order, Report& report);

/// A deck file, or standard input for "-".
[[nodiscard]] Result<Deck> load_deck(const std::string& word);

/// "39 same, 2 changed, 3 new, 1 gone, 0 kept, 0 dropped".
[[nodiscard]] std::string summary_of(const Merge& merged);

/// Writes a result: to standard output when `path` is empty. Says so, or what it would do.
[[nodiscard]] Result<void> put_out(const std::string& path, const std::string& bytes, bool dry_run,
                                   const Report& report);

}  // namespace recto::deck_tool
