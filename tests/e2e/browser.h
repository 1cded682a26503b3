// Real browsers without a window, as pupils' phones and teachers' screens: Chromium, steered by the
// W3C WebDriver protocol through Debian's chromedriver.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/e2e/stage.h"

namespace recto::test {

/// One chromedriver for the whole test program, started when first asked for.
class Driver {
 public:
  /// nullptr when Chromium or chromedriver is not installed, which is said on standard error.
  [[nodiscard]] static Driver* shared();

  explicit Driver(const std::filesystem::path& folder);

  /// One command; gives its "value". Fails the test with what the driver says.
  Json ask(const std::string& method, const std::string& path, const Json& body = Json::object());

 private:
  Process server_;
  std::string url_;
};

/// How a phone is set up by its owner.
struct PhoneLook {
  int width = 390, height = 844;
  bool dark = false;
  int text_percent = 100;
  std::string language = "en-GB";
};

/// A browser of its own: its storage is gone with it.
class Phone {
 public:
  Phone(Driver& driver, const PhoneLook& look);
  Phone(const Phone&) = delete;
  Phone& operator=(const Phone&) = delete;
  ~Phone();

  void open(const std::string& url);
  void reload();
  /// Runs before each page that is opened from now on.
  void run_first(const std::string& script);
  /// Where the browser puts what it downloads.
  void download_to(const std::filesystem::path& folder);

  /// What a person reads on the page.
  [[nodiscard]] std::string text();
  void wait_for(const std::string& words);
  void wait_while(const std::string& words);
  /// Taps the first button whose name holds the words; waits until it is there and can be tapped.
  void tap(const std::string& words);
  /// Taps what a CSS selector finds; waits until it is there and can be tapped.
  void tap_on(const std::string& selector);
  /// Empties a field and types.
  void type(const std::string& selector, const std::string& text);
  /// A key that is pressed wherever the focus is: "\uE004" is Tab, "\uE007" Enter.
  void key(const std::string& key);
  /// Drags the middle of what one selector finds to the middle of what another does.
  void drag(const std::string& from, const std::string& to);
  /// Turns the phone on its side, or back.
  void turn();
  /// The value of a script's `return`.
  Json run(const std::string& script);

  /// A picture of the whole page, however long.
  void picture(const std::filesystem::path& file);
  /// What is wrong with the page as it stands: wider than the phone, text cut off, targets under
  /// 44 px, requests to elsewhere. One line each; empty when nothing is.
  [[nodiscard]] std::string faults();

 private:
  Json ask(const std::string& method, const std::string& path, const Json& body = Json::object());
  void show_size();
  void devtools(const std::string& command, const Json& parameters);

  Driver& driver_;
  PhoneLook look_;
  std::string session_;
};

}  // namespace recto::test
