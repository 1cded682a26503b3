// An app with a profile of its own and a clock that is set by hand.
#pragma once

#include <optional>

#include "game/progress/profile.h"
#include "game/recto/app.h"
#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

namespace recto::test {

class Desk {
 public:
  Desk() { start(); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Ends the app without a word, as kill -9 does, and starts it again.
  void start() {
    app_.reset();
    app_.emplace(
        value(progress::open_profile(profile())), progress::Rules{}, [this] { return now; }, 7,
        app::App::Memory{});
  }
  [[nodiscard]] app::App& app() { return *app_; }
  [[nodiscard]] std::filesystem::path profile() const { return folder_.path() / "profile"; }

  void add(const Deck& deck) { app().add("deck.json", app::Opened{"deck.json", deck}); }
  void study(const DeckId& deck) {
    app().apply(screens::DecksAction{.kind = screens::DecksAction::Kind::Study, .deck = deck});
  }
  void act(screens::StudyAction::Kind kind, std::string text = {}, std::size_t index = 0) {
    app().apply(screens::StudyAction{kind, std::move(text), index, memory::Rating::Good});
  }
  /// Rates half a second after what was done before.
  void rate(memory::Rating rating) {
    now += std::chrono::milliseconds(500);
    app().apply(screens::StudyAction{screens::StudyAction::Kind::Rate, {}, 0, rating});
  }
  /// Shows the answer and rates, two seconds later.
  void answer(memory::Rating rating) {
    now += std::chrono::milliseconds(1500);
    act(screens::StudyAction::Kind::Reveal);
    rate(rating);
  }
  [[nodiscard]] screens::Page page() { return app().page(); }
  /// Empty when there is none.
  [[nodiscard]] std::string message() {
    const auto shell = app().shell();
    return shell.message ? shell.message->text : std::string();
  }
  /// Of the database, past the app. Takes a connection of its own.
  [[nodiscard]] progress::Stats stats() {
    return value(value(progress::open_profile(profile())).stats());
  }

  Instant now = kNoon;

 private:
  TemporaryFolder folder_;
  std::optional<app::App> app_;
};

}  // namespace recto::test
