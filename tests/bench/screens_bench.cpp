// What a frame costs before anything is painted: the page laid out, its text shaped, and the draw
// list made, at 1280×800. The pixels come on top: `ui_gallery --measure` tells those.
//
// `page/NAME` is a page with sample content, `app/…` the app itself with a profile of 100,000
// cards. DESIGN.md promises its first frame in 0.25 s; a frame may take 2 ms of ours.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "game/recto/app.h"
#include "game/screens/decks/decks_draw.h"
#include "game/screens/settings/settings_draw.h"
#include "game/screens/shell/shell_draw.h"
#include "game/screens/study/study_draw.h"
#include "game/screens/today/today_draw.h"
#include "tests/bench/big_profile.h"
#include "tests/game/ui/samples.h"

using namespace recto;
using screens::CommandId;
using screens::Page;

namespace {

constexpr std::size_t kReviews = 1'000'000;  ///< a tenth as many cards

/// A ui without a window.
class Sheet {
 public:
  explicit Sheet(std::function<void(ui::Ui&)> draw) : draw_(std::move(draw)), ui_(open()) {}

  void frame() {
    now_ += 0.016;
    ui_.begin({}, {1280, 800}, 1, now_);
    draw_(ui_);
    ui_.end();
  }
  /// Glyphs and what is kept of the text are there, and what moves has come to rest.
  void settle() {
    for (int frames = 0; frames < 30; ++frames)
      frame();
  }

 private:
  static ui::Ui open() {
    auto theme = ui::load_theme("light");
    auto made = theme ? ui::Ui::make(std::move(*theme)) : tl::unexpected(theme.error());
    if (!made) std::abort();
    return std::move(*made);
  }

  std::function<void(ui::Ui&)> draw_;
  ui::Ui ui_;
  double now_ = 0;
};

void page(benchmark::State& state, std::string_view name) {
  Sheet sheet([&](ui::Ui& ui) { test::draw_sample(ui, name); });
  sheet.settle();
  for (auto _ : state)
    sheet.frame();
}

app::App big_app() {
  const bench::BigProfile& profile = bench::big_profile(kReviews);
  auto store = progress::Store::open(profile.file);
  if (!store) std::abort();
  return {std::move(*store), bench::big_profile_rules(), [&] { return profile.end; }, 1, {}};
}

void draw(app::App& app, ui::Ui& ui) {
  const auto drawn = screens::draw(app.shell(), ui, [&](const ui::Rect& area) {
    switch (app.page()) {
      case Page::Decks: screens::draw(app.decks(), ui, area); break;
      case Page::Settings: screens::draw(app.settings(), ui, area); break;
      case Page::Study: screens::draw(app.study(), ui, area); break;
      default: screens::draw(app.today(), ui, area); break;
    }
  });
  benchmark::DoNotOptimize(drawn);
}

/// From an open window on: the database opened, the day read, Today laid out once.
void first_frame(benchmark::State& state) {
  (void)bench::big_profile(kReviews);  // made before the clock runs
  for (auto _ : state) {
    app::App app = big_app();
    Sheet([&](ui::Ui& ui) { draw(app, ui); }).frame();
  }
}
BENCHMARK(first_frame)->Name("app/first_frame")->Unit(benchmark::kMillisecond);

/// Start on Today: all that is due of all decks, until its first card.
void start_day(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto app = std::make_unique<app::App>(big_app());
    state.ResumeTiming();
    app->apply(screens::TodayAction{.kind = screens::TodayAction::Kind::Start});
    if (app->page() != Page::Study) state.SkipWithError("nothing is due");
    state.PauseTiming();
    app.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(start_day)->Name("app/start_day")->Unit(benchmark::kMillisecond);

/// A frame of a page of the app, its values made anew, as every frame does.
void frame(benchmark::State& state, CommandId command) {
  app::App app = big_app();
  if (command == CommandId::ShowStudy)
    app.apply(screens::TodayAction{.kind = screens::TodayAction::Kind::Start});
  app.apply(screens::run(command));
  Sheet sheet([&](ui::Ui& ui) { draw(app, ui); });
  sheet.settle();
  for (auto _ : state)
    sheet.frame();
}
BENCHMARK_CAPTURE(frame, today, CommandId::ShowToday)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(frame, decks, CommandId::ShowDecks)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(frame, settings, CommandId::ShowSettings)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(frame, study, CommandId::ShowStudy)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int argc, char** argv) {
  for (const std::string_view name : test::screen_names())
    benchmark::RegisterBenchmark(("page/" + std::string(name)).c_str(),
                                 [name](benchmark::State& state) { page(state, name); })
        ->Unit(benchmark::kMicrosecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
