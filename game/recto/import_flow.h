// Importing (F4–F8, F14): what is on its way, the drafts that wait, and the one that is looked
// through. Tested without threads: whoever runs the queue brings what came of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "game/draft/draft.h"
#include "game/recto/common.h"
#include "game/recto/draft_box.h"
#include "game/recto/import_queue.h"
#include "game/recto/preview_flow.h"
#include "game/recto/seen_before.h"
#include "game/screens/import/import_view.h"
#include "game/screens/import/preview_view.h"
#include "game/screens/shell/shell_view.h"

namespace recto::app {

class ImportFlow {
 public:
  explicit ImportFlow(Common& common) : common_(&common) {}

  /// Where drafts wait from one start to the next. They are read when they are first needed.
  void keep_in(DraftBox box) { box_ = std::move(box); }

  // What the queue is to do, and what came of it.
  void add(std::vector<ImportInput> inputs);
  [[nodiscard]] std::vector<ImportJob> take_jobs();
  [[nodiscard]] std::vector<std::uint64_t> take_cancelled();
  void progressed(std::uint64_t id, const ImportProgress& progress);
  [[nodiscard]] bool is_busy() const;

  /// What came of an input.
  struct Arrived {
    std::optional<Deck> deck{};          ///< a deck as it is, to be added
    std::optional<std::string> draft{};  ///< the title of the draft that waits now
    bool was_alone =
        false;  ///< nothing else was asked for with it: its draft is to be looked through
  };
  Arrived arrived(const ImportDone& done);

  // The screens.
  [[nodiscard]] const screens::ImportView& import();
  [[nodiscard]] const screens::PreviewView& preview();  ///< only while a draft is open
  [[nodiscard]] bool has_open() const { return preview_ != nullptr; }
  /// Opens the draft that came last.
  void open_newest();

  /// What is left to do for the app.
  struct Next {
    std::optional<screens::Page> page{};
    std::optional<Deck> saved{};  ///< it is in the database
    progress::Added added{};
    bool study = false;
    bool choose_files = false, paste = false;  ///< the window's part
  };
  Next apply(const screens::ImportAction& action);
  Next apply(const screens::PreviewAction& action);

  /// The deck that was saved last was taken out of the list again: its draft waits as before.
  void bring_back(const DeckId& deck);

  /// Writes what has changed in the open draft once that is a moment old.
  void tick();
  void write_now();
  [[nodiscard]] std::optional<Instant> wakes_at() const;

 private:
  struct Line {
    ImportJob job;
    ImportProgress progress;
    bool alone = false;
    std::optional<Error> failed{};
  };
  struct Waiting {
    std::string id;
    draft::Draft draft;
    std::optional<SeenBefore> seen{};
    std::uint64_t written = 0;  ///< revision
  };

  void load_drafts();
  [[nodiscard]] std::optional<SeenBefore> seen(const draft::Draft& draft);
  [[nodiscard]] std::string seen_in_words(const Waiting& waiting) const;
  Waiting& take_in(draft::Proposal proposal);
  [[nodiscard]] Waiting* find(const std::string& id);
  void open(Waiting& waiting);
  void close();
  void write(Waiting& waiting);
  Next save(PreviewFlow::Outcome outcome);
  void retry(std::uint64_t id);
  void throw_away(const std::string& id);

  Common* common_;
  DraftBox box_;
  std::uint64_t last_id_ = 0;
  std::vector<Line> lines_;
  std::vector<ImportJob> jobs_;
  std::vector<std::uint64_t> cancelled_;
  bool loaded_ = false;
  std::vector<std::unique_ptr<Waiting>> drafts_;  ///< the newest first
  std::unique_ptr<Waiting> thrown_away_;
  std::unique_ptr<Waiting> saved_;  ///< the draft of `saved_deck_`
  DeckId saved_deck_;
  Waiting* open_ = nullptr;
  std::unique_ptr<PreviewFlow> preview_;
  std::uint64_t previews_ = 0;  ///< that were opened
  std::optional<Instant> write_at_;
  screens::ImportView view_;
};

}  // namespace recto::app
