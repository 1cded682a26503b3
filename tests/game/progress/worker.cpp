// A program for the tests that must be killed, starved or robbed of its rights:
//
//     progress_worker open FILE [nobody]   opens the database, as another user if wanted
//     progress_worker answer FILE SEED     answers and takes back at random in one of the decks,
//                                          until it is killed or refused; waits when there is no
//                                          deck
//     progress_worker live FILE SEED       the same, and flags, edits and undoes, which nobody else
//                                          may do meanwhile: undo takes back what was done last
//     progress_worker backup FILE TO       makes a backup
//
// Each answer is written to standard output once it is acknowledged: fact, log entries so far,
// answers, last review, stability. A refusal ends it: "refused: …", exit 1.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <unistd.h>

#include "content/base/random.h"
#include "game/progress/edits.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

constexpr unsigned kNobody = 65534;

int refuse(const Error& error) {
  std::printf("refused: %s\n", message(error).c_str());
  return 1;
}

void acknowledge(const FactId& fact, long entries, const memory::State& state) {
  const auto last = state.last_review.value_or(Instant{}).time_since_epoch().count();
  std::printf("%s %ld %d %lld %a\n", fact.text.c_str(), entries, state.reps,
              static_cast<long long>(last), state.stability);
  std::fflush(stdout);
}

study::Answered random_answer(const study::Item& item, Instant at, const Rules& rules,
                              const memory::Scheduler& scheduler, Random& random) {
  study::Answered answered{item.deck,  item.fact, item.variants.front().id, {}, at, {},
                           item.state, {}};
  answered.rating = static_cast<memory::Rating>(1 + random.below(4));
  answered.took = std::chrono::milliseconds(random.below(60'000));
  const int elapsed = item.state.last_review
                          ? study::elapsed_days(study::day_of(*item.state.last_review, rules.day),
                                                study::day_of(at, rules.day))
                          : 0;
  answered.after = scheduler.answer(item.state, at, elapsed,
                                    study::fuzz_draw(item.fact, item.state.reps), answered.rating);
  return answered;
}

/// An edit of a card and a setting in one step, undone again at times: neither is in the log.
Result<void> edit_something(Store& store, const DeckId& deck, Instant now, Random& random) {
  const Deck content = RECTO_TRY(store.deck(deck));
  Card card = content.cards.at(random.below(content.cards.size()));
  card.hint = std::to_string(random());
  Edits edits = RECTO_TRY(edited(store, deck, std::move(card)));
  for (Edit& edit : RECTO_TRY(set(store, "app/number", std::to_string(random()))))
    edits.push_back(std::move(edit));
  RECTO_TRY(store.apply(edits, now));
  if (random.below(2) == 0) RECTO_TRY(store.undo(now));
  return {};
}

study::Changed random_flag(const study::Item& item, Random& random) {
  study::Changed changed{item.deck,
                         item.fact,
                         item.variants.front().id,
                         study::Changed::Kind::Flag,
                         item.state,
                         item.state,
                         item.standing,
                         item.standing};
  changed.standing_after.flag = static_cast<study::Flag>(random.below(4));
  return changed;
}

Result<void> answer_for_ever(const char* file, std::uint64_t seed, bool alone) {
  Random random(seed);
  Store store = RECTO_TRY(Store::open(file));
  const std::vector<DeckLine> decks = RECTO_TRY(store.decks({}, {}));
  while (decks.empty())
    ::pause();
  std::vector<study::Item> items = RECTO_TRY(store.items(decks.at(seed % decks.size()).id));
  const Rules rules;
  const memory::Scheduler scheduler = RECTO_TRY(memory::Scheduler::make(rules.scheduling));
  Instant now{};
  for (const study::Item& item : items)
    now = std::max(now, item.state.last_review.value_or(Instant{}));
  study::Answered last;
  study::Item* undoable = nullptr;  // the item whose answer is taken back next
  for (long entries = 1;; ++entries) {
    now += std::chrono::seconds(1 + random.below(100'000));
    study::Item& item = undoable == nullptr ? items.at(random.below(items.size())) : *undoable;
    if (undoable != nullptr) {
      if (alone) {
        RECTO_TRY(store.undo(now));
      } else {
        RECTO_TRY(store.take_back(last, now));
      }
      item.state = last.before;
    } else if (alone && random.below(6) == 0) {
      RECTO_TRY(edit_something(store, item.deck, now, random));
      const study::Changed changed = random_flag(item, random);
      RECTO_TRY(store.change(changed, now));
      item.standing = changed.standing_after;
      acknowledge(item.fact, entries, item.state);
      continue;
    } else {
      last = random_answer(item, now, rules, scheduler, random);
      RECTO_TRY(store.record(last, rules));
      item.state = last.after;
    }
    acknowledge(item.fact, entries, item.state);
    undoable = undoable == nullptr && random.below(8) == 0 ? &item : nullptr;
  }
}

int open_once(const char* file, bool as_nobody) {
  if (as_nobody && ::getuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) return 3;
  const Result<Store> store = Store::open(file);
  if (!store) return refuse(store.error());
  std::printf("open\n");
  return 0;
}

int answer(const char* file, const char* seed, bool alone) {
  const Result<void> ended = answer_for_ever(file, std::strtoul(seed, nullptr, 10), alone);
  return ended ? 0 : refuse(ended.error());
}

Result<void> back_up(const char* file, const char* to) {
  const Store store = RECTO_TRY(Store::open(file));
  return store.backup(to);
}

}  // namespace
}  // namespace recto::progress

int main(int count, char** words) {
  using namespace recto::progress;
  const std::string verb = count > 2 ? words[1] : "";
  if (verb == "open") return open_once(words[2], count > 3);
  if ((verb == "answer" || verb == "live") && count > 3)
    return answer(words[2], words[3], verb == "live");
  if (verb == "backup" && count > 3) {
    const recto::Result<void> done = back_up(words[2], words[3]);
    return done ? 0 : refuse(done.error());
  }
  return 2;
}
