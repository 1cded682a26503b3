// A display without a monitor, a program in its window, eyes (the program's debug dump) and hands.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace recto::test {

using Json = nlohmann::json;

/// Nothing that is waited for takes this long, unless it never comes.
inline constexpr std::chrono::seconds kPatience{20};

/// A sample: "smallpox/article.md".
[[nodiscard]] std::filesystem::path article(const std::string& name);

/// A program of ours that runs beside the test; killed at the end.
class Process {
 public:
  /// `output`: the file for standard output and error. `environment` is added to ours.
  Process(const std::filesystem::path& program, const std::vector<std::string>& arguments,
          const std::filesystem::path& output, const std::vector<std::string>& environment = {});
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// Ends it at once, without a chance to tidy up.
  void kill_9();
  /// Its exit code, 128 + signal when it was killed; waits for it.
  int wait_for_exit();
  /// Whether it is still there.
  [[nodiscard]] bool runs();
  /// Time that it has spent on the processor.
  [[nodiscard]] std::chrono::milliseconds processor_time() const;
  [[nodiscard]] std::string output() const;

 private:
  pid_t id_ = -1;
  std::optional<int> exit_;
  std::filesystem::path output_;
};

/// One Xvfb for the whole test program, started when first asked for.
class Display {
 public:
  /// nullptr when Xvfb or xdotool is not installed, which is said on standard error.
  [[nodiscard]] static Display* shared();

  /// "DISPLAY=:7"
  [[nodiscard]] std::string setting() const { return "DISPLAY=" + name_; }
  /// Runs xdotool with these words on this display; gives its standard output.
  std::string hands(const std::vector<std::string>& words) const;

  explicit Display(const std::filesystem::path& folder);

 private:
  Process server_;
  std::string name_;
};

/// What one frame showed.
class Seen {
 public:
  explicit Seen(Json dump) : dump_(std::move(dump)) {}

  [[nodiscard]] std::string screen() const { return dump_.value("screen", ""); }
  [[nodiscard]] std::string focus() const { return dump_.value("focus", ""); }
  [[nodiscard]] int frames() const { return dump_.value("frames", 0); }
  /// The widget of that name; null when there is none.
  [[nodiscard]] Json widget(const std::string& name) const;
  [[nodiscard]] bool has(const std::string& name) const { return !widget(name).is_null(); }
  [[nodiscard]] std::string text(const std::string& name) const;
  /// Whether these words can be read anywhere.
  [[nodiscard]] bool reads(const std::string& words) const;
  /// Names that begin so, in the order of reading.
  [[nodiscard]] std::vector<std::string> names(const std::string& beginning) const;
  /// All that can be read, a line a widget: for messages of failing tests.
  [[nodiscard]] std::string all() const;

 private:
  Json dump_;
};

/// The app in its window.
class Stage {
 public:
  /// Starts `recto` with `arguments` on `profile` and waits for its first frame.
  Stage(Display& display, const std::filesystem::path& folder, const std::filesystem::path& profile,
        std::vector<std::string> arguments, const std::vector<std::string>& environment = {});

  /// The last frame.
  [[nodiscard]] Seen look() const;
  /// The first frame that fulfils `wish`; fails the test, with what it saw, when none comes.
  Seen wait_until(const std::string& wish_in_words, const std::function<bool(const Seen&)>& wish);
  Seen wait_for_screen(const std::string& name);
  Seen wait_for_text(const std::string& words);
  Seen wait_for_widget(const std::string& name);

  void key(const std::string& key);
  void type(const std::string& text);
  void hold(const std::string& key, std::chrono::milliseconds time);
  /// Clicks the middle of the widget.
  void click(const std::string& name);

  /// Its number on the display.
  [[nodiscard]] unsigned long window() const { return std::stoul(window_); }
  [[nodiscard]] Process& process() { return process_; }
  /// From starting the program to its first frame.
  [[nodiscard]] std::chrono::milliseconds first_frame() const { return first_frame_; }
  /// Ctrl+Q, and the exit code.
  int quit();

 private:
  Display& display_;
  std::filesystem::path dump_;
  std::chrono::steady_clock::time_point started_;
  Process process_;
  std::chrono::milliseconds first_frame_{};
  std::string window_;
};

}  // namespace recto::test
