// The learner's database: decks, one state a fact, and the log of every review.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "content/deck/merge.h"
#include "game/memory/review_log.h"
#include "game/memory/scheduler.h"
#include "game/progress/edits.h"
#include "game/study/day.h"
#include "game/study/session.h"

namespace recto::progress {

class Query;

/// A line of the deck list.
struct DeckLine {
  DeckId id;
  std::string title;
  std::size_t cards = 0;
  std::size_t facts = 0;
  // Of those that are neither suspended nor buried today:
  std::size_t new_facts = 0;  ///< never answered, or forgotten
  std::size_t due = 0;        ///< in Review, due before the day ends
  std::size_t learning = 0;   ///< in Learning or Relearning
  std::optional<Instant> last_studied;

  bool operator==(const DeckLine&) const = default;
};

/// What adding a deck did.
struct Added {
  bool existed = false;  ///< merged into a deck of the list with the same id
  std::size_t new_cards = 0;
  std::size_t changed = 0;
  std::size_t gone = 0;
};

/// The rules that answers are given under. The log names them, so that it can be replayed.
struct Rules {
  memory::Settings scheduling;
  study::DayRule day;

  bool operator==(const Rules&) const = default;
};

/// Whether log, memories and sums agree.
struct CheckReport {
  std::size_t facts = 0;
  std::size_t reviews = 0;
  std::vector<std::string> faults;  ///< a sentence each; empty: all is well
};

/// What was answered on one of the learner's days, each answer on the day of its own rules; answers
/// taken back do not count.
struct DayOfAnswers {
  study::Day day = 0;
  std::array<std::size_t, 4> learning{};  ///< by rating, in New, Learning or Relearning
  std::array<std::size_t, 4> review{};    ///< by rating, in Review
  std::size_t new_facts = 0;              ///< first answers; in `learning` too
  std::size_t undone = 0;                 ///< answers taken back on this day
  std::chrono::milliseconds took{};

  bool operator==(const DayOfAnswers&) const = default;
};

/// Facts that were remembered about equally well when they were answered last.
struct Strength {
  double stability = 0;  ///< days; of each within 3 %
  std::int64_t day = 0;  ///< UTC day of the last review
  std::size_t facts = 0;

  bool operator==(const Strength&) const = default;
};

/// A deck of the list that may be of the same article.
struct Kin {
  DeckId id;
  Source source;  ///< of its article as it was then
  Instant added{};

  bool operator==(const Kin&) const = default;
};

/// Figures over the whole profile.
struct Stats {
  std::size_t decks = 0, cards = 0, facts = 0, reviews = 0, undone = 0;
  std::array<std::size_t, 4> ratings{};  ///< counted answers by rating
  std::uint64_t bytes = 0;               ///< of the database, what is in its log included
};

/// A card that was looked for.
struct Hit {
  std::int64_t row = 0;  ///< where the next search goes on
  DeckId deck;
  Card card;
  memory::State state;
  study::Standing standing{};

  bool operator==(const Hit&) const = default;
};

/// A quiz with a class that was held, and what it came to.
struct KeptQuiz {
  std::int64_t id = 0;  ///< of the store; 0 for one that is to be kept
  std::string key;      ///< keeping one of the same key again replaces it
  Instant at{};         ///< when it was kept first
  std::string title;
  std::size_t players = 0, questions = 0;

  bool operator==(const KeptQuiz&) const = default;
};

/// What came of repairing a database.
struct Repaired {
  std::filesystem::path kept;     ///< the database as it was
  Stats saved;                    ///< what is in the new one
  std::vector<std::string> lost;  ///< "deck Bridges: 3 cards"; empty: nothing
};

/// One open database. Not thread-safe. Every change is one transaction and durable (fsync) on
/// return.
class Store {
 public:
  /// Opens or makes `file`; migrates older versions. Errors: Unsupported for a newer Recto's
  /// database (which stays untouched) and for a file that is no Recto database; Failed when the
  /// system refuses. `where` is the path.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& file);

  /// Opens `file` for looking, also while another program has it open, whose answers are seen; what
  /// would write is refused. Errors: as open(); NotFound; Unsupported for an older layout, too.
  [[nodiscard]] static Result<Store> open_read_only(const std::filesystem::path& file);

  Store(Store&& other) noexcept;
  Store& operator=(Store&& other) noexcept;
  ~Store();

  /// Adds a deck, or merges it into the one of the same id: progress and hand edits stay, and a
  /// backup is made first, if the last one is older than an hour (F32).
  Result<Added> add(const Deck& deck, Instant now);
  /// Takes a deck out of the list, studied or not: undo() brings it back as it was, and so does
  /// adding it again. Error: NotFound.
  Result<void> take_out(const DeckId& id);
  /// A line for each deck, in the learner's order (settings.h), else in the order of adding.
  [[nodiscard]] Result<std::vector<DeckLine>> decks(Instant now, const study::DayRule& rule) const;
  [[nodiscard]] Result<Deck> deck(const DeckId& id) const;
  /// The decks of the list with the id of `deck`, or with the title, the URL or the digest of its
  /// article, in the order of adding.
  [[nodiscard]] Result<std::vector<Kin>> kin_of(const Deck& deck) const;
  /// Every memory of a deck with its cards, in the deck's order.
  [[nodiscard]] Result<std::vector<study::Item>> items(const DeckId& id) const;
  /// Those of them that a session by the plan can ask on this day, and those with a flag: a session
  /// of these is the one of all. Of a thousand cards a day brings a few dozen, so that this is many
  /// times as fast.
  [[nodiscard]] Result<std::vector<study::Item>> items_of_day(const DeckId& id,
                                                              const study::Plan& plan, Instant now,
                                                              const study::DayRule& rule) const;

  /// The first `most` cards that a query in the language of query_language.h finds, behind the row
  /// `after`, in the order of adding. The day decides what is due. Error: BadInput for a query that
  /// is not understood, with the piece in question as `where`; Failed for one that takes longer
  /// than ten seconds.
  [[nodiscard]] Result<std::vector<Hit>> search(std::string_view text, Instant now,
                                                const study::DayRule& rule, std::size_t most = 50,
                                                std::int64_t after = 0) const;

  /// Stores an answer: log row and state in one transaction, durable on return. Errors: NotFound
  /// for an unknown deck, fact or card; Failed when `answered.before` is not the stored state or
  /// `answered.at` not later than its last review.
  Result<void> record(const study::Answered& answered, const Rules& rules);
  /// Takes back the last counted answer of a fact, which must be `answered`: a row is added to the
  /// log, the state is as before. Errors: as record(); Failed when another answer is the last one.
  Result<void> take_back(const study::Answered& answered, Instant now);

  /// Stores a decision about a fact: a row in its history and its memory in one transaction,
  /// durable on return. Errors: as record(); Failed when what it starts from is not the stored
  /// memory, or its kind does not lead to what it ends with.
  Result<void> change(const study::Changed& changed, Instant now);
  /// Takes back the last counted decision or answer about a fact, which must be `changed`.
  Result<void> take_back(const study::Changed& changed, Instant now);

  /// Does all that `edits` say, or nothing: one transaction, durable on return, undone together.
  /// Errors: NotFound; Failed where something else is stored than what is before an edit; BadInput
  /// for what cannot be kept like this.
  Result<void> apply(const Edits& edits, Instant now);
  /// Takes back the last thing that was done – an answer, a change or edits – and says what it was;
  /// empty when there is none. The last thousand can be undone, also after a restart; only a step
  /// of more than 16 MB, the merge of a huge deck, cannot. What does not follow what is stored any
  /// more is an error, Failed, and out of the way of the next undoing.
  Result<std::optional<Step>> undo(Instant now);
  /// Does again what was undone last, if nothing else was done since; an answer at its old time.
  Result<std::optional<Step>> redo(Instant now);
  /// What undo() or redo() would do.
  [[nodiscard]] Result<std::optional<Step>> next_undo() const;
  [[nodiscard]] Result<std::optional<Step>> next_redo() const;

  /// The JSON of a setting (settings.h), and the keys that begin so.
  [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view key) const;
  [[nodiscard]] Result<std::vector<std::string>> setting_keys(std::string_view begin) const;
  /// Sets what belongs to no step of undo(): windows, drafts, sessions. Absent: takes it away.
  /// Error: BadInput for what is too long or no JSON.
  Result<void> remember(std::string_view key, const std::optional<std::string>& json);

  /// Keeps a quiz until it is forgotten (L18). `body` is its result as JSON, which the store does
  /// not look into. `quiz.id` does not matter. Error: BadInput for what is too long or no JSON.
  Result<void> keep_quiz(const KeptQuiz& quiz, std::string_view body);
  /// The newest first.
  [[nodiscard]] Result<std::vector<KeptQuiz>> quizzes() const;
  /// Error: NotFound.
  [[nodiscard]] Result<std::string> quiz_body(std::int64_t id) const;
  Result<void> forget_quiz(std::int64_t id);

  /// Replays the log of every fact and compares with the stored memory and sums; also SQLite's own
  /// checks.
  [[nodiscard]] Result<CheckReport> check() const;
  [[nodiscard]] Result<Stats> stats() const;

  /// The days from `first` to `last` on which something was answered or taken back, ascending; in
  /// one deck, or in all. Error: NotFound for an unknown deck.
  [[nodiscard]] Result<std::vector<DayOfAnswers>> days(
      study::Day first, study::Day last, const std::optional<DeckId>& deck = {}) const;
  /// Facts in Review by the day they fall due: [0] today and before, up to `days` − 1 days later;
  /// in one deck, or in all (then to the quarter of an hour). Suspended ones are left out, buried
  /// ones stand at the day they come back. `days` from 1. Error: NotFound for an unknown deck.
  [[nodiscard]] Result<std::vector<std::size_t>> forecast(
      Instant now, const study::DayRule& rule, std::size_t days,
      const std::optional<DeckId>& deck = {}) const;
  /// All facts that were ever answered and have cards, grouped: what histograms of stability and
  /// retrievability are made of.
  [[nodiscard]] Result<std::vector<Strength>> strengths() const;

  /// A consistent copy of the database as one file, written beside `to` and renamed.
  Result<void> backup(const std::filesystem::path& to) const;

  /// Puts `backup` in the place of the database `file`, which nobody may have open. The backup is
  /// checked first; what was in `file` is kept beside it as "NAME.before-restore-1" (or -2 …), also
  /// when it is damaged. Gives the path of that copy, empty when there was nothing to keep. Errors:
  /// as open() for the backup; Unsupported when `file` is a newer Recto's or another program's.
  static Result<std::filesystem::path> restore(const std::filesystem::path& file,
                                               const std::filesystem::path& backup);

  /// One deck of a backup (F32): its cards, its title, its day and way of answering become what
  /// they were then, as one step of undo(), also of a deck that is not in the list any more. What
  /// is remembered stays, but that histories which go on in the backup go on here too. Gives the
  /// deck's title; the backup is checked first. Errors: as restore(); NotFound.
  Result<std::string> take_deck(const std::filesystem::path& backup, const DeckId& id, Instant now);

  /// Puts a sound database in the place of a damaged one, which nobody may have open: everything
  /// that can be read, states replayed from the log. The damaged one is kept beside it as
  /// "NAME.before-repair-1" (or -2 …). Errors: NotFound; BadInput when nothing can be read at all;
  /// Unsupported as restore(). Whatever fails, the database stays as it was.
  static Result<Repaired> repair(const std::filesystem::path& file);

  /// The whole profile as JSON text: decks (as deck files), states and log.
  [[nodiscard]] Result<std::string> export_json() const;
  /// The answers that count, in the order of time: as card a number for the fact (another one after
  /// it was forgotten), as time seconds since 1970 by the learner's clock less the hour at which
  /// the day turns.
  [[nodiscard]] Result<std::vector<memory::Review>> reviews() const;

 private:
  [[nodiscard]] Result<std::vector<study::Item>> items_where(
      const DeckId& id, const std::string& where,
      const std::function<void(Query&, std::int64_t)>& bind, std::size_t most_new) const;

  struct Database;
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace recto::progress
