#include "game/recto/messages.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace recto::app {
namespace {

using screens::Message;

/// How long a line about what was done stays (U9).
constexpr std::chrono::seconds kNoticeStays{8};

}  // namespace

std::optional<Message> Messages::shown() const {
  if (!problems_.empty()) return Message{Message::Kind::Problem, problems_.front().text, false};
  if (!working_.empty()) return Message{Message::Kind::Working, working_, false};
  if (notice_)
    return Message{Message::Kind::Done, notice_->text,
                   !notice_->added.empty() || notice_->undoes_last};
  return std::nullopt;
}

void Messages::tell(std::string text, Instant now) {
  tell(Notice{std::move(text)}, now);
}

void Messages::tell(Notice notice, Instant now) {
  notice.until = now + kNoticeStays;
  notice_ = std::move(notice);
}

std::optional<Notice> Messages::take_notice() {
  return std::exchange(notice_, std::nullopt);
}

void Messages::show_problem(std::string text) {
  problems_.push_back({std::move(text)});
}

void Messages::fail_with(const Error& error, const std::string& consequence, About about) {
  Problem problem{consequence + " " + message(error) + ".", about};
  const bool known = std::ranges::any_of(
      problems_, [&](const Problem& other) { return other.text == problem.text; });
  if (known) return;
  // What stops the learner now is told first.
  problems_.insert(about == About::Answer ? problems_.begin() : problems_.end(),
                   std::move(problem));
}

void Messages::answer_is_taken() {
  std::erase_if(problems_, [](const Problem& problem) { return problem.about == About::Answer; });
}

void Messages::dismiss() {
  if (!problems_.empty())
    problems_.pop_front();
  else
    notice_.reset();
}

void Messages::tick(Instant now) {
  if (notice_ && notice_->until <= now) notice_.reset();
}

}  // namespace recto::app
