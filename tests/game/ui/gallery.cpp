// Every widget in every state, in a window: what the theme and the drawing are judged by.
//   ui_gallery [--screen NAME] [--theme NAME] [--zoom Z] [--size W H]
//              [--picture FILE.png] [--dump FILE.json] [--measure SECONDS] | --list
// --list names the screens. With --screen it shows that screen with sample content instead. With
// --picture it draws, writes the picture and ends. With --measure it tells how long frames take,
// half of them and 99 in 100, what processor time they take, the software renderer's included, and
// what standing still for so long cost, and ends.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "game/ui/widgets.h"
#include "game/ui/window.h"
#include "tests/game/ui/samples.h"

namespace {

using namespace recto::ui;

struct State {
  std::string typed = "Portugal and Castile";
  std::string empty;
  int pressed = 0;
};

void draw_type(Ui& ui, Flow& flow) {
  struct Row {
    const char* name;
    TextStyle style;
  };
  for (const Row& row :
       {Row{"Figure 36", kFigure}, Row{"Prompt 28", kPrompt}, Row{"Title 22", kTitle},
        Row{"Lead 18", kLead}, Row{"Reading 18", kReading}, Row{"Body 15", kBody},
        Row{"Body bold 15", kBodyBold}, Row{"Small 13", kSmall}, Row{"Small bold 13", kSmallBold}})
    ui.label(flow.take(row.style.size * 1.5F),
             std::string(row.name) + " — Which two kingdoms, AVATAR 1494?", row.style,
             ui.color(Role::Text));
  flow.skip(kGap16);
}

void draw_icons(Ui& ui, Flow& flow) {
  constexpr float kCell = 40;
  for (const float size : {22.0F, 48.0F}) {
    const float cell = kCell + size - 22;
    Rect row = flow.take(cell);
    float x = row.x;
    for (const std::string_view name : icons()) {
      if (x + cell > row.right()) {
        row = flow.take(cell);
        x = row.x;
      }
      ui.icon({x, row.y, cell, cell}, name, size, ui.color(Role::Text));
      x += cell;
    }
    flow.skip(kGap16);
  }
}

void draw_buttons(Ui& ui, Flow& flow, State& state) {
  const Rect row = flow.take(kTarget, kGap16);
  const ButtonLook looks[] = {{"Show answer", "Space", "", Weight::Filled},
                              {"Undo", "U", "undo", Weight::Outlined},
                              {"Leave", "Esc", "", Weight::Plain},
                              {"Not now", "", "", Weight::Outlined, true}};
  float x = row.x;
  int number = 0;
  for (const ButtonLook& look : looks) {
    const float width = button_width(ui, look);
    if (button(ui, "button" + std::to_string(number++), {x, row.y, width, row.h}, look))
      ++state.pressed;
    x += width + kGap12;
  }
  const Rect ratings = flow.take(kRatingHeight, kGap24);
  const RatingButtonLook all[] = {{"Again", "forgot", "10 min", "1", Role::Bad},
                                  {"Hard", "with effort", "2 days", "2", Role::Warning},
                                  {"Good", "recalled", "6 days", "3", Role::Good, true},
                                  {"Easy", "at once", "15 days", "4", Role::Accent}};
  const float width = (ratings.w - 3 * kGap12) / 4;
  for (int i = 0; i < 4; ++i)
    rating_button(
        ui, "rating" + std::to_string(i),
        {ratings.x + static_cast<float>(i) * (width + kGap12), ratings.y, width, ratings.h},
        all[i]);
}

void draw_options(Ui& ui, Flow& flow) {
  using Mark = OptionButtonLook::Mark;
  const OptionButtonLook looks[] = {
      {"The Crown of Castile", "1"},
      {"A rather long option that does not fit into one line of the column, because somebody "
       "wrote a whole sentence where a name would have done",
       "2"},
      {"The Kingdom of Portugal", "3", Mark::Right, "Right", true},
      {"The Republic of Venice", "4", Mark::Wrong, "Your answer", true},
      {"The Holy See", "5", Mark::Dim, "", true}};
  int number = 0;
  for (const OptionButtonLook& look : looks) {
    const Rect rect = flow.take(option_height(ui, look, flow.width), kGap8);
    option_button(ui, "option" + std::to_string(number++), rect, look);
  }
  flow.skip(kGap16);
}

void draw_text(Ui& ui, Flow& flow, State& state) {
  text_field(ui, "field", flow.take(kFieldHeight, kGap12), state.typed, {"Type the answer"});
  text_field(ui, "field.empty", flow.take(kFieldHeight, kGap24), state.empty, {"Type the answer"});
  const std::string passage =
      "The Treaty of Tordesillas, signed on 7 June 1494, divided the newly discovered lands "
      "outside "
      "Europe between the Kingdom of Portugal and the Crown of Castile, along a meridian 370 "
      "leagues "
      "west of the Cape Verde islands.";
  const std::size_t begin = passage.find("between"), end = passage.find(", along");
  const Rect surface = flow.take(ui.height_of(passage, kReading, flow.width - 64) + 64, kGap32);
  card(ui, surface);
  paragraph(ui, "passage", {surface.x + 32, surface.y + 32}, surface.w - 64, passage,
            {.style = kReading, .marked = {begin, end}});
  for (const char* text :
       {"Ελληνικά, русский, Tiếng Việt, Łódź, ẞ, ½, → ≤ ≠ ∞, “quotes” – dashes — …",
        "漢字とかな, 한국어, 中文标点，。 𠀀 𝔸 𝒻", "العربية من اليمين إلى اليسار, עברית",
        "हिन्दी देवनागरी, ไทย, தமிழ், አማርኛ"})
    ui.label(flow.take(28), text, kBody, ui.color(Role::Text));
  flow.skip(kGap24);
}

void draw_lists(Ui& ui, Flow& flow) {
  const DeckRowLook looks[] = {
      {"The Treaty of Tordesillas", "42 cards", "24 cards, about 6 minutes", 12, 12, true},
      {"A title that is much longer than any column could be, on the history of the discovery of "
       "vulcanised rubber in the nineteenth century",
       "120 cards", "4 cards, under a minute", 4, 0, true},
      {"Coral reefs", "18 cards", "Nothing due", 0, 0, false}};
  int number = 0;
  for (const DeckRowLook& look : looks)
    deck_row(ui, "deck" + std::to_string(number++), flow.take(kDeckRowHeight, kGap12), look);
  flow.skip(kGap16);
  progress_bar(ui, flow.take(6, kGap32), 0.6F, "12 of 20");
  flow.skip(empty_state(ui, {flow.x, flow.y}, flow.width, "library_books", "No decks yet",
                        "Open a deck file, or make one of an article with recto-deck make."));
  flow.skip(kGap32);
}

void draw_gallery(Ui& ui, State& state) {
  ui.recorder().set_screen("gallery");
  const Rect area = ui.area();
  const Rect side{0, 0, 216, area.h};
  ui.fill(side, ui.color(Role::Side));
  nav_item(ui, "nav.decks", {12, 72, 192, kTarget}, "library_books", "Decks", true, false);
  nav_item(ui, "nav.study", {12, 116, 192, kTarget}, "school", "Study", false, false);
  const Rect frame{216, 0, area.w - 216, area.h};
  Flow flow = column_in(ui.begin_scroll("gallery", frame));
  flow.skip(kGap24);
  draw_type(ui, flow);
  draw_icons(ui, flow);
  draw_buttons(ui, flow, state);
  draw_options(ui, flow);
  draw_text(ui, flow, state);
  draw_lists(ui, flow);
  const KeyHint hints[] = {{"Space", "show answer"}, {"U", "undo"}, {"Esc", "leave"}};
  key_hints(ui, flow.take(32, 80), hints);
  ui.end_scroll(flow.y);
  toast(ui, frame, {"Took back the answer to “Which two kingdoms?”", "Undo"});
}

double seconds_of(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Draws a while, stands still a while, and tells both as JSON.
class Measure {
 public:
  Measure(Window& window, double still, double started)
      : window_(&window), still_(still), started_(started) {}

  void frame(Ui& ui) {
    constexpr std::uint64_t kSettled = 30, kDrawn = 430;
    const double now = seconds_of(CLOCK_MONOTONIC);
    ++frames_;
    if (frames_ == 2) first_ms_ = (now - started_) * 1000;  // the first is on the screen
    if (frames_ > kSettled && frames_ <= kDrawn) frame_ms_.push_back((now - last_) * 1000);
    if (frames_ == kSettled) cpu_ = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    last_ = now;
    if (frames_ < kDrawn) {
      ui.redraw_in(0);
    } else if (frames_ == kDrawn) {
      std::ranges::sort(frame_ms_);
      frame_cpu_ms_ = (seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu_) * 1000 /
                      static_cast<double>(frame_ms_.size());
      ui.redraw_in(0.2);  // the frames that are still due are not part of standing still
    } else if (!still_since_) {
      still_since_ = now;
      cpu_ = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
      frames_ = kDrawn + 1;
      ui.redraw_in(still_);
    } else if (now - *still_since_ >= still_) {
      const double cpu_ms = (seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu_) * 1000;
      std::cout << "{\"first_frame_ms\": " << first_ms_ << ", \"frame_p50_ms\": " << at(0.5)
                << ", \"frame_p99_ms\": " << at(0.99) << ", \"frame_cpu_ms\": " << frame_cpu_ms_
                << ", \"idle_s\": " << still_ << ", \"idle_frames\": " << frames_ - kDrawn - 2
                << ", \"idle_cpu_ms\": " << cpu_ms << "}\n";
      window_->close();
    } else {
      ui.redraw_in(still_ - (now - *still_since_));
    }
  }

 private:
  [[nodiscard]] double at(double share) const {
    return frame_ms_[static_cast<std::size_t>(share * static_cast<double>(frame_ms_.size() - 1))];
  }

  Window* window_;
  double still_, started_, first_ms_ = 0;
  std::uint64_t frames_ = 0;
  double last_ = 0, cpu_ = 0, frame_cpu_ms_ = 0;
  std::vector<double> frame_ms_;
  std::optional<double> still_since_;
};

struct Arguments {
  Window::Options options{.title = "Recto widgets", .look = {"light", 1}};
  std::string picture, screen;
  double measure = 0;
};

Arguments read_arguments(std::span<char*> words) {
  Arguments arguments;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string name = words[i];
    if (name == "--theme") arguments.options.look.theme = words[++i];
    if (name == "--zoom") arguments.options.look.zoom = std::strtof(words[++i], nullptr);
    if (name == "--picture") arguments.picture = words[++i];
    if (name == "--screen") arguments.screen = words[++i];
    if (name == "--dump") arguments.options.dump = words[++i];
    if (name == "--measure") arguments.measure = std::strtod(words[++i], nullptr);
    if (name == "--size" && i + 2 < words.size()) {
      arguments.options.width = std::atoi(words[++i]);
      arguments.options.height = std::atoi(words[++i]);
    }
  }
  return arguments;
}

}  // namespace

int main(int argc, char** argv) {
  const double started = seconds_of(CLOCK_MONOTONIC);
  if (argc == 2 && std::string_view(argv[1]) == "--list") {
    for (const std::string_view name : recto::test::screen_names())
      std::cout << name << '\n';
    return 0;
  }
  const Arguments arguments = read_arguments({argv, static_cast<std::size_t>(argc)});
  auto window = Window::open(arguments.options);
  if (!window) {
    std::cerr << "ui_gallery: " << recto::message(window.error()) << '\n';
    return 1;
  }
  for (const std::string& note : window->notes())
    std::cerr << "ui_gallery: " << note << '\n';
  State state;
  Measure measure(*window, arguments.measure, started);
  int frames = 0;
  window->run([&](Ui& ui) {
    if (arguments.screen.empty())
      draw_gallery(ui, state);
    else
      recto::test::draw_sample(ui, arguments.screen);
    if (arguments.measure > 0) measure.frame(ui);
    if (arguments.picture.empty()) return;
    constexpr int kSettled = 20;  // frames, until what moves has come to rest
    if (++frames == kSettled) window->take_picture(arguments.picture);
    if (frames > kSettled + 1) window->close();
    ui.redraw_in(0.016);
  });
  return 0;
}
