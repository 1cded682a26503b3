#include "tests/bench/big_profile.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "game/progress/log_row.h"
#include "game/progress/rules_text.h"
#include "tests/bench/shipped.h"

namespace recto::bench {
namespace {

namespace fs = std::filesystem;
using progress::Store;

/// 1 January 2026.
constexpr Instant kEnd{std::chrono::days(20'454)};
constexpr std::size_t kCardsInDeck = 2000;
constexpr std::size_t kFewestDecks = 10;
constexpr double kWords = 20'000;

/// SQL past the store: ten million answers in as many transactions would take an hour.
class Raw {
 public:
  explicit Raw(const fs::path& file) { require(sqlite3_open(file.c_str(), &base_)); }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;
  ~Raw() { sqlite3_close(base_); }
  void run(const char* sql) { require(sqlite3_exec(base_, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(base_, sql, -1, &statement, nullptr));
    return statement;
  }
  void step(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) require(sqlite3_errcode(base_));
    sqlite3_reset(statement);
  }

 private:
  void require(int code) {
    if (code == SQLITE_OK) return;
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(base_));
    std::abort();
  }
  sqlite3* base_ = nullptr;
};

std::string sentence(Random& random, int words) {
  std::string text = random_word(random);
  for (int i = 1; i < words; ++i)
    text += " " + random_word(random);
  return text;
}

Deck make_deck(std::size_t number, std::size_t cards, Random& random) {
  Deck deck;
  deck.id = big_deck_id(number);
  deck.title = "Deck " + std::to_string(number);
  deck.language = "en";
  for (std::size_t i = 0; i < cards; ++i) {
    if (i % 10 == 0)
      deck.passages.push_back(
          {{"p" + std::to_string(i / 10)}, "Heading", sentence(random, 80), {}});
    Card card;
    card.id = {"c" + std::to_string(number * cards + i)};
    card.kind = CardKind::Short;
    card.prompt = sentence(random, 11) + "?";
    card.answer = sentence(random, 4);
    card.evidence = Evidence{deck.passages.back().id, 0, 40};
    card.made_by = "rules/short.when";
    card.quality = 0.97;
    deck.cards.push_back(std::move(card));
  }
  return deck;
}

/// One review before it is written.
struct Review {
  Instant at{};
  std::int32_t fact = 0;
  std::int32_t number = 0;
  std::int64_t answer = 0;
};

/// The life of a fact: each answer a little after it was due, the last one within the last 95 days.
memory::State live(std::int32_t fact, const FactId& key, int reviews,
                   const memory::Scheduler& scheduler, Random& random, std::vector<Review>& log) {
  using std::chrono::milliseconds;
  memory::State state;
  const std::size_t first = log.size();
  Instant now{std::chrono::days(10'000) + milliseconds(random.below(86'400'000))};
  const study::DayRule days = big_profile_rules().day;
  for (int number = 1; number <= reviews; ++number) {
    progress::LogRow row;
    row.rating = random.below(10) == 0 ? memory::Rating::Again : memory::Rating::Good;
    row.phase = state.phase;
    row.took = milliseconds(1000 + random.below(20'000));
    const int elapsed =
        state.last_review
            ? study::elapsed_days(study::day_of(*state.last_review, days), study::day_of(now, days))
            : 0;
    state = scheduler.answer(state, now, elapsed, study::fuzz_draw(key, state.reps), row.rating);
    log.push_back({now, fact, number, progress::pack_answer(row)});
    now = state.due + milliseconds(random.below(3'600'000));
  }
  const auto ago = std::chrono::days(random.below(95));
  const auto shift = std::chrono::floor<std::chrono::days>(kEnd - *state.last_review) - ago;
  for (std::size_t i = first; i < log.size(); ++i)
    log[i].at += shift;
  state.due += shift;
  *state.last_review += shift;
  return state;
}

void write_state(Raw& raw, sqlite3_stmt* update, std::int32_t fact, const memory::State& state) {
  sqlite3_bind_int(update, 1, static_cast<int>(state.phase));
  sqlite3_bind_int64(update, 2, state.due.time_since_epoch().count());
  sqlite3_bind_int64(update, 3, state.last_review->time_since_epoch().count());
  sqlite3_bind_double(update, 4, state.stability);
  sqlite3_bind_double(update, 5, state.difficulty);
  sqlite3_bind_int(update, 6, state.interval_days);
  sqlite3_bind_int(update, 7, state.step);
  sqlite3_bind_int(update, 8, state.reps);
  sqlite3_bind_int(update, 9, state.lapses);
  sqlite3_bind_int(update, 10, fact);
  raw.step(update);
}

void write_log(Raw& raw, const std::vector<Review>& log) {
  // Here fact, card and their rows are numbered alike.
  sqlite3_stmt* insert = raw.prepare("INSERT INTO log VALUES(?1, ?2, ?3, ?1, ?4, 1)");
  for (const Review& review : log) {
    sqlite3_bind_int(insert, 1, review.fact);
    sqlite3_bind_int(insert, 2, review.number);
    sqlite3_bind_int64(insert, 3, review.at.time_since_epoch().count());
    sqlite3_bind_int64(insert, 4, review.answer);
    raw.step(insert);
  }
  sqlite3_finalize(insert);
}

void write_lives(const fs::path& file, std::size_t cards) {
  Raw raw(file);
  raw.run("PRAGMA cache_size = -2000000; PRAGMA synchronous = OFF; BEGIN; DELETE FROM rollups");
  raw.run(("INSERT INTO rules VALUES(1, '" + progress::write_rules(big_profile_rules()) + "')")
              .c_str());
  sqlite3_stmt* update = raw.prepare(
      "UPDATE facts SET phase = ?, due = ?, last_review = ?, stability = ?, difficulty = ?,"
      " interval_days = ?, step = ?, reps = ?, lapses = ? WHERE id = ?");
  const memory::Scheduler scheduler =
      value(memory::Scheduler::make(big_profile_rules().scheduling));
  Random random(1);
  std::vector<Review> log;
  for (std::size_t i = 0; i < cards; ++i) {
    if (i % 10 == 9) continue;
    const auto fact = static_cast<std::int32_t>(i + 1);
    const int reviews = i % 10 == 0 ? 12 : 11;
    const FactId key{"card/c" + std::to_string(i)};
    write_state(raw, update, fact, live(fact, key, reviews, scheduler, random, log));
  }
  sqlite3_finalize(update);
  std::ranges::stable_sort(log, {}, &Review::at);
  write_log(raw, log);
  raw.run(
      "UPDATE decks SET last_studied = (SELECT MAX(last_review) FROM facts WHERE deck = decks.id)");
  raw.run("COMMIT");
}

void make(const BigProfile& profile) {
  const fs::path draft = profile.file.string() + ".new";
  for (const char* suffix : {"", "-wal", "-shm"})
    fs::remove(draft.string() + suffix);
  {
    Store store = value(Store::open(draft));
    Random random(2);
    const std::size_t in_deck = profile.cards / profile.decks;
    for (std::size_t deck = 0; deck < profile.decks; ++deck) {
      const Deck made = make_deck(deck, in_deck, random);
      value(store.add(made, kEnd - std::chrono::days(1000)));
    }
  }
  write_lives(draft, profile.cards);
  value(Store::open(draft));  // makes the sums
  fs::rename(draft, profile.file);
}

/// Where the profiles lie.
class Folder {
 public:
  Folder() {
    if (const char* kept = std::getenv("RECTO_BENCH_FOLDER"); kept != nullptr) {
      path_ = kept;
      return;
    }
    std::string pattern = (fs::temp_directory_path() / "recto-bench.XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
    temporary_ = true;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    if (temporary_) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
  bool temporary_ = false;
};

}  // namespace

const progress::Rules& big_profile_rules() {
  // No interval above a quarter of a year: the reviews fill a year instead of a century.
  static const progress::Rules kRules = [] {
    progress::Rules rules;
    rules.scheduling.maximum_interval = 90;
    return rules;
  }();
  return kRules;
}

DeckId big_deck_id(std::size_t number) {
  return {"deck" + std::to_string(number)};
}

std::string word_of_rank(std::size_t rank) {
  static constexpr std::string_view kConsonants = "bcdfghklmnprstvz";
  static constexpr std::string_view kVowels = "aeiou";
  std::string word;
  for (std::size_t rest = rank; rest > 0; rest /= 80) {
    word += kConsonants[rest % 16];
    word += kVowels[rest / 16 % 5];
  }
  return word;
}

std::string random_word(Random& random) {
  return word_of_rank(static_cast<std::size_t>(std::pow(kWords, random.unit())));
}

const BigProfile& big_profile(std::size_t reviews) {
  static const Folder kFolder;
  static std::map<std::size_t, BigProfile> made;
  const auto [entry, is_new] = made.try_emplace(reviews);
  BigProfile& profile = entry->second;
  if (!is_new) return profile;
  profile.cards = reviews / 10;
  profile.decks = std::max(kFewestDecks, profile.cards / kCardsInDeck);
  profile.end = kEnd;
  profile.file = kFolder.path() / (std::to_string(reviews) + ".sqlite");
  if (!fs::exists(profile.file)) make(profile);
  return profile;
}

}  // namespace recto::bench
