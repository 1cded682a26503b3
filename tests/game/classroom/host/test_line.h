// A hall with phones that have no network.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "game/classroom/host/hall.h"
#include "tests/game/classroom/rules/classroom.h"

namespace recto::classroom::sample {

/// Remembers what it was sent.
class TestLine final : public Line {
 public:
  explicit TestLine(std::string address) : address_(std::move(address)) {}

  void send(Message message) override {
    std::string text = message.own;
    if (message.shared) text += *message.shared;
    bytes += text + '\n';
    heard.push_back(nlohmann::json::parse(text));
  }
  void close(std::string_view why) override { closed = why; }
  [[nodiscard]] const std::string& address() const override { return address_; }

  /// The last message of a type; null when there was none.
  [[nodiscard]] nlohmann::json last(const std::string& type) const;

  std::vector<nlohmann::json> heard;
  std::string bytes;   ///< everything that a phone could have read
  std::string closed;  ///< why it was hung up; empty while it is open

 private:
  std::string address_;
};

inline const std::string kPin = "123456";
inline const std::string kSecret = "0123456789abcdef0123456789abcdef";

/// A token of 32 digits that ends in the number.
[[nodiscard]] std::string token(int number);

class TestHall {
 public:
  explicit TestHall(Settings settings = {}, Journal* journal = nullptr, Quiz quiz = sample_quiz());

  Millis now{0};
  Hall hall;

  std::shared_ptr<TestLine> open(const std::string& address = "192.168.1.7");
  void say(TestLine& line, nlohmann::json message);
  /// A line with a seat; must be let in.
  std::shared_ptr<TestLine> join(int number);
  /// Lets time pass with the ticks and posted tasks that a server would give.
  void pass(Millis time);
  void settle();
  void go_to(int question);

 private:
  std::deque<std::function<void()>> posted_;
};

[[nodiscard]] nlohmann::json join_message(int number, const std::string& pin = kPin);
[[nodiscard]] nlohmann::json answer_message(int question, nlohmann::json answer, int round = 1);

}  // namespace recto::classroom::sample
