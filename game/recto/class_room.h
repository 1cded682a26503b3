// A hosted quiz in a thread of its own, as the window sees it: it says what is to happen, and takes
// what the wall shows.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "game/classroom/rules/results.h"
#include "game/classroom/rules/roster.h"
#include "game/recto/hosting.h"
#include "game/screens/classroom/wall_view.h"

namespace recto::app {

/// What has become of a room since somebody asked last.
struct RoomNews {
  screens::WallView wall;
  std::optional<classroom::QuizResult> result;  ///< from the podium on
  std::optional<classroom::Refusal> refusal;    ///< of the last thing that was said
};

class ClassRoom {
 public:
  ClassRoom() = default;
  ClassRoom(const ClassRoom&) = delete;
  ClassRoom& operator=(const ClassRoom&) = delete;
  /// Sends the phones away. What the journal has stays.
  virtual ~ClassRoom() = default;

  /// Neither of these waits for anything.
  virtual void say(classroom::Event event) = 0;
  [[nodiscard]] virtual std::optional<RoomNews> take_news() = 0;

  [[nodiscard]] virtual const WayIn& way_in() const = 0;
  /// Of this quiz alone, the same after it was resumed.
  [[nodiscard]] virtual const std::string& key() const = 0;
};

/// Opens one with a server. `wake` is called in its thread when there are news. Errors: as
/// Hosting::open.
[[nodiscard]] Result<std::unique_ptr<ClassRoom>> open_class_room(
    const HostPlan& plan, const std::filesystem::path& assets, const Lexicon* lexicon,
    std::function<void()> wake);

/// What the wall shows of a room, and its result once there is one.
[[nodiscard]] RoomNews news_of(const classroom::Room& room, classroom::Millis now);

}  // namespace recto::app
