#include "tests/game/classroom/host/test_line.h"

#include <cstdio>
#include <utility>

#include "tests/support/support.h"

namespace recto::classroom::sample {

using nlohmann::json;

json TestLine::last(const std::string& type) const {
  for (auto at = heard.rbegin(); at != heard.rend(); ++at)
    if (at->value("type", "") == type) return *at;
  return {};
}

std::string token(int number) {
  const std::string digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

TestHall::TestHall(Settings settings, Journal* journal, Quiz quiz)
    : hall(Room(std::move(quiz), std::move(settings)), journal, {kPin, kSecret},
           {[this] { return now; },
            [this](std::function<void()> task) { posted_.push_back(std::move(task)); }}) {}

std::shared_ptr<TestLine> TestHall::open(const std::string& address) {
  auto line = std::make_shared<TestLine>(address);
  hall.opened(line);
  return line;
}

void TestHall::say(TestLine& line, json message) {
  message["v"] = kProtocolVersion;
  hall.heard(line, message.dump());
  settle();
}

std::shared_ptr<TestLine> TestHall::join(int number) {
  auto line = open();
  say(*line, join_message(number));
  REQUIRE(line->last("state").is_object());
  return line;
}

void TestHall::settle() {
  while (!posted_.empty()) {
    const auto task = std::move(posted_.front());
    posted_.pop_front();
    task();
  }
}

void TestHall::pass(Millis time) {
  const Millis until = now + time;
  for (auto due = hall.next_deadline(); due && *due <= until; due = hall.next_deadline()) {
    now = std::max(now, *due);
    hall.tick();
    settle();
  }
  now = until;
}

void TestHall::go_to(int question) {
  while (hall.room().question() != question || hall.room().stage() != Stage::Answering) {
    const auto effect = hall.command(event::Next{});
    REQUIRE(effect);
    REQUIRE_FALSE(effect->refusal);
    settle();
  }
}

json join_message(int number, const std::string& pin) {
  return {{"type", "join"}, {"token", token(number)}, {"pin", pin}, {"name", name_number(number)}};
}

json answer_message(int question, json answer, int round) {
  return {
      {"type", "answer"}, {"question", question}, {"round", round}, {"answer", std::move(answer)}};
}

}  // namespace recto::classroom::sample
