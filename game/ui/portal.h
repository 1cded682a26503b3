// The desktop's own file chooser, asked over D-Bus (org.freedesktop.portal.FileChooser).
#pragma once

#include <stop_token>
#include <string>

#include "content/base/result.h"
#include "game/ui/file_wish.h"

namespace recto::ui {

/// Asks and waits for the answer, which a person gives in their own time: for a thread of its own.
/// `window`: the X id of the window that asks, 0 for none. `address`: of the bus; empty: the
/// session's. Stopped, it takes the chooser away and gives no files.
/// Error: Unsupported where there is no portal, none that chooses files, or where it went away
/// while it was asked.
[[nodiscard]] Result<ChosenFiles> ask_portal(const FileWish& wish, unsigned long window,
                                             const std::stop_token& stop,
                                             const std::string& address = {});

/// The pattern that fits names with this ending, however it is written: "*.[hH][tT][mM][lL]".
[[nodiscard]] std::string glob_of(const std::string& ending);

}  // namespace recto::ui
