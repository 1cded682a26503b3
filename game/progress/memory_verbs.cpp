// The verbs that fit the memory model to a log, and replay a log with it.
#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <thread>

#include "content/files/files.h"
#include "game/memory/calibration.h"
#include "game/memory/fit.h"
#include "game/memory/reference_fit.h"
#include "game/progress/settings.h"
#include "game/progress/verb.h"

namespace recto::progress {
namespace {

using Json = nlohmann::ordered_json;

/// Some 20 million reviews.
constexpr std::size_t kMostLogBytes = std::size_t{512} << 20U;

Result<std::vector<memory::Review>> reviews_in(const std::string& file) {
  const std::string csv =
      RECTO_TRY(file == "-" ? read_standard_input(kMostLogBytes) : read_file(file, kMostLogBytes));
  return memory::read_review_log(csv).map_error([&](Error error) {
    error.where = (file == "-" ? "standard input" : file) + ", " + error.where;
    return error;
  });
}

/// A log, and the settings it was made with.
struct Log {
  std::vector<memory::Review> reviews;
  memory::Settings settings;
};

/// Of a profile: what is studied by the default preset's settings, as most of it is.
Result<Log> log_of(const VerbOptions& options) {
  if (options.log.empty()) {
    const Store store = RECTO_TRY(open_to_look(options));
    return Log{RECTO_TRY(store.reviews()), RECTO_TRY(preset(store, kDefaultPreset)).scheduling};
  }
  memory::Settings settings;
  settings.short_term = !options.no_short_term;
  settings.relearning_steps.resize(options.relearning_steps, std::chrono::minutes(10));
  return Log{RECTO_TRY(reviews_in(options.log)), settings};
}

/// Makes `parameters` those of the default preset, which can be undone in the app.
Result<void> save(const memory::Parameters& parameters, const VerbOptions& options) {
  Store store = RECTO_TRY(open_present(options));
  Preset changed = RECTO_TRY(preset(store, kDefaultPreset));
  changed.scheduling.parameters = parameters;
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  return store.apply(RECTO_TRY(with_preset(store, kDefaultPreset, changed)), now);
}

struct Fitted {
  memory::Parameters parameters{};
  std::string note;  ///< how far they are to be trusted
};

std::string note_of(const memory::Fit& fit) {
  if (fit.trust == 0.0)
    return fit.items < 8
               ? "the defaults stay: there are too few reviews on a later day than the one "
                 "before"
               : "the defaults stay: what fits the earlier reviews best did not foretell "
                 "the later ones better";
  if (fit.trust < 1.0)
    return fmt::format(
        "the parameters go {:.0f} % of the way from the defaults to what fits best: as far as fits "
        "to earlier reviews held up on later ones",
        fit.trust * 100.0);
  return "the parameters are what fits best: fits to earlier reviews held up on later ones";
}

Result<Fitted> fitted(const memory::Histories& histories, const memory::Settings& settings,
                      const VerbOptions& options) {
  const std::size_t relearning_steps = settings.relearning_steps.size();
  const memory::Workers workers{std::max(1U, std::thread::hardware_concurrency())};
  if (options.exact) {
    memory::ReferenceOptions reference;
    reference.short_term = settings.short_term;
    reference.relearning_steps = relearning_steps;
    const memory::ReferenceFit fit =
        RECTO_TRY(memory::reference_fit(histories, histories.items(), reference, workers));
    return Fitted{fit.parameters, "fitted as fsrs-rs 6.5 does it, unchecked whether it holds up"};
  }
  const memory::Fit fit = memory::fit_parameters(histories, histories.items(),
                                                 {settings.short_term, relearning_steps}, workers);
  return Fitted{fit.parameters, note_of(fit)};
}

/// A figure of all predictions with the parameters before and after; absent without predictions.
struct Change {
  std::optional<double> before, after;
};

Change change(const memory::Accuracy& before, const memory::Accuracy& after,
              double memory::Accuracy::*figure) {
  if (before.answers == 0) return {};
  return {before.*figure, after.*figure};
}

Json json_of(const Change& change) {
  if (!change.before) return {{"before", nullptr}, {"after", nullptr}};
  return {{"before", *change.before}, {"after", *change.after}};
}

std::string row(const char* name, const Change& change, const char* meaning) {
  const auto figure = [](std::optional<double> value) {
    return value ? fmt::format("{:.4f}", *value) : "-";
  };
  return fmt::format("{:<10}{:>9}{:>9}   {}\n", name, figure(change.before), figure(change.after),
                     meaning);
}

/// Reviews of one card so far.
struct CardSoFar {
  memory::State state;
  std::int32_t day = 0;  ///< of the last one
};

/// A review, what was foretold of it, and what it led to.
struct Replayed {
  memory::Review review;
  std::optional<double> recall;  ///< the chance before the review; absent for a card's first one
  memory::State after;
};

/// Calls `tell` for each review, in the order of time.
template <class Tell>
void replay(const std::vector<memory::Review>& reviews, const memory::Scheduler& scheduler,
            Tell tell) {
  const std::vector<std::uint32_t> numbers = memory::card_numbers(reviews);
  std::vector<CardSoFar> cards(reviews.size());
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    const memory::Review& review = reviews[i];
    auto& [state, last_day] = cards[numbers[i]];
    const std::int32_t day = memory::day_of(review);
    const int elapsed = state.last_review ? std::max(0, day - last_day) : 0;
    std::optional<double> recall;
    if (state.last_review) recall = scheduler.retrievability(state, elapsed);
    state = scheduler.answer(state, Instant(std::chrono::seconds(review.time)), elapsed, 0.0,
                             review.rating);
    last_day = day;
    tell(Replayed{review, recall, state});
  }
}

std::int64_t seconds_of(Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

Json json_of(const Replayed& replayed) {
  const memory::State& state = replayed.after;
  Json json = {{"card", replayed.review.card},
               {"time", replayed.review.time},
               {"rating", static_cast<int>(replayed.review.rating)},
               {"recall", nullptr},
               {"stability", state.stability},
               {"difficulty", state.difficulty},
               {"phase", memory::name_of(state.phase)},
               {"due", seconds_of(state.due)},
               {"interval_days", state.interval_days},
               {"step", state.step},
               {"reps", state.reps},
               {"lapses", state.lapses}};
  if (replayed.recall) json["recall"] = *replayed.recall;
  return json;
}

std::string csv_of(const Replayed& replayed) {
  return fmt::format("{},{},{},{},{},{}\n", replayed.review.card, replayed.review.time,
                     static_cast<int>(replayed.review.rating), replayed.after.stability,
                     replayed.after.difficulty, seconds_of(replayed.after.due));
}

}  // namespace

Result<Outcome> do_optimize(const VerbOptions& options) {
  const auto [reviews, settings] = RECTO_TRY(log_of(options));
  const auto start = std::chrono::steady_clock::now();
  const memory::Histories histories = RECTO_TRY(memory::histories_of(reviews));
  const Fitted fit = RECTO_TRY(fitted(histories, settings, options));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;

  const auto judged = [&](const memory::Parameters& parameters) {
    return memory::accuracy(memory::predictions(histories, histories.items(), parameters));
  };
  const memory::Accuracy before = judged(settings.parameters);
  const memory::Accuracy after = judged(fit.parameters);
  const Change log_loss = change(before, after, &memory::Accuracy::log_loss);
  const Change rmse = change(before, after, &memory::Accuracy::rmse_bins);
  Outcome outcome;
  outcome.json = line_of({{"model", "FSRS-6"},
                          {"parameters", fit.parameters},
                          {"reviews", reviews.size()},
                          {"log_loss", json_of(log_loss)},
                          {"rmse_bins", json_of(rmse)},
                          {"seconds", took.count()}});
  outcome.text = fmt::format("FSRS-6, fitted to {} reviews of {} cards in {:.2f} s\n\n",
                             reviews.size(), histories.cards(), took.count()) +
                 fmt::format("{:<10}{:>9}{:>9}\n", "", "before", "after") +
                 row("log loss", log_loss, "how much the answers surprise; less is better") +
                 row("RMSE(bins)", rmse, "how far the retention foretold lies from the true one") +
                 fmt::format("\nparameters: {:.4f}\n", fmt::join(fit.parameters, ", "));
  outcome.note = fit.note;
  if (!options.save) return outcome;
  if (after.log_loss < before.log_loss) {
    RECTO_TRY(save(fit.parameters, options));
    outcome.note += "\nthe default preset has them from now on";
  } else {
    outcome.note += "\nthe default preset stays as it is: they would not foretell better";
  }
  return outcome;
}

Result<Outcome> do_replay(const VerbOptions& options) {
  memory::Settings settings;
  settings.parameters = options.parameters;
  settings.short_term = !options.no_short_term;
  settings.fuzz = false;
  const memory::Scheduler scheduler = RECTO_TRY(memory::Scheduler::make(settings));
  Outcome outcome;
  outcome.print = [reviews = RECTO_TRY(reviews_in(options.log)), scheduler,
                   json = options.json](std::ostream& out) {
    if (!json) out << "card,time,rating,stability,difficulty,due\n";
    replay(reviews, scheduler, [&](const Replayed& replayed) {
      out << (json ? line_of(json_of(replayed)) : csv_of(replayed));
    });
  };
  return outcome;
}

}  // namespace recto::progress
