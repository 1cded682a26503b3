#include "game/recto/class_room.h"

#include <mutex>
#include <thread>
#include <utility>

namespace recto::app {
namespace {

/// Made in two steps: what the hall calls back must be there before the hall.
class ClassThread final : public ClassRoom {
 public:
  explicit ClassThread(std::function<void()> wake) : wake_(std::move(wake)) {}
  ClassThread(const ClassThread&) = delete;
  ClassThread& operator=(const ClassThread&) = delete;
  ~ClassThread() override {
    if (!thread_.joinable()) return;
    hosting_->server().stop();
    thread_.join();
  }

  Result<void> open(const HostPlan& plan, const std::filesystem::path& assets,
                    const Lexicon* lexicon) {
    hosting_ = RECTO_TRY(Hosting::open(plan, assets, lexicon, [this] { look_around(); }));
    look_around();
    thread_ = std::thread([this] { hosting_->server().serve(hosting_->hall()); });
    return {};
  }

  void say(classroom::Event event) override {
    hosting_->server().post([this, event = std::move(event)] { obey(event); });
  }

  std::optional<RoomNews> take_news() override {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, std::nullopt);
  }

  [[nodiscard]] const WayIn& way_in() const override { return hosting_->way_in(); }
  [[nodiscard]] const std::string& key() const override { return hosting_->key(); }

 private:
  // In the server's thread, or before it runs.

  void obey(const classroom::Event& event) {
    const auto effect = hosting_->hall().command(event);
    refusal_ = effect ? effect->refusal : std::nullopt;
    look_around();
  }

  void look_around() {
    if (!hosting_) return;
    classroom::Hall& hall = hosting_->hall();
    RoomNews news = news_of(hall.room(), hall.now());
    if (hall.trouble()) news.wall.trouble = message(*hall.trouble());
    news.refusal = refusal_;
    {
      const std::lock_guard lock(mutex_);
      news_ = std::move(news);
    }
    wake_();
  }

  std::function<void()> wake_;
  std::unique_ptr<Hosting> hosting_;
  std::optional<classroom::Refusal> refusal_;
  std::mutex mutex_;
  std::optional<RoomNews> news_;
  std::thread thread_;
};

}  // namespace

RoomNews news_of(const classroom::Room& room, classroom::Millis now) {
  RoomNews news{screens::look(room, now), {}, {}};
  const bool over =
      room.stage() == classroom::Stage::Podium || room.stage() == classroom::Stage::Finished;
  if (over) news.result = classroom::result_of(room);
  return news;
}

Result<std::unique_ptr<ClassRoom>> open_class_room(const HostPlan& plan,
                                                   const std::filesystem::path& assets,
                                                   const Lexicon* lexicon,
                                                   std::function<void()> wake) {
  auto room = std::make_unique<ClassThread>(std::move(wake));
  RECTO_TRY(room->open(plan, assets, lexicon));
  return std::unique_ptr<ClassRoom>(std::move(room));
}

}  // namespace recto::app
