// Another program on the display: it drags something onto a window, and it owns the clipboard.
#pragma once

#include <map>
#include <memory>
#include <string>

namespace recto::test {

class Giver {
 public:
  /// `display`: ":7". `forms`: what it offers, bytes by their form ("text/uri-list").
  Giver(const std::string& display, std::map<std::string, std::string> forms);
  Giver(const Giver&) = delete;
  Giver& operator=(const Giver&) = delete;
  ~Giver();

  /// Owns the clipboard until the end of its life. No drop after that.
  void copy();
  /// A whole drag and drop onto the window (XDND, version 5), as its proxy answers. Whether it was
  /// taken and everything was fetched.
  [[nodiscard]] bool drop_on(unsigned long window);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace recto::test
