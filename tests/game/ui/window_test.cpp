// The real window under Xvfb: keys of several keyboards, and what drawing nothing costs.
#include <nlohmann/json.hpp>

#include "content/files/files.h"
#include "tests/support/support.h"

namespace recto::ui {
namespace {

bool can_show_windows() {
  for (const char* program : {"/usr/bin/xvfb-run", "/usr/bin/xdotool", "/usr/bin/setxkbmap"})
    if (!std::filesystem::exists(program)) {
      MESSAGE("skipped: " << program << " is not installed");
      return false;
    }
  return true;
}

/// What `script` prints with a display of its own; $gallery is the program of the widgets.
std::string printed(const std::string& script) {
  const std::string gallery = (test::programs_folder() / "ui_gallery").string();
  const test::Run run = test::run(
      "/usr/bin/xvfb-run", {"-a", "-s", "-screen 0 1400x1000x24 -noreset", "/bin/sh", "-c", script},
      {}, {"gallery=" + gallery});
  CAPTURE(run.err);
  CHECK(run.exit == 0);
  return run.out;
}

TEST_CASE("U13 window: every keyboard's characters arrive whole and are erased one at a time") {
  if (!can_show_windows()) return;
  const test::TemporaryFolder folder;
  const std::string dump = (folder.path() / "dump.json").string();
  const std::string said = printed("dump='" + dump + R"sh('
"$gallery" --screen study-type --dump "$dump" & app=$!
window=$(timeout 20 xdotool search --sync --onlyvisible --name '^Recto widgets$' | head -1)
timeout 20 xdotool windowfocus --sync "$window"; sleep 0.5
show() { sleep 0.7; sed -n 's/.*"value": "\([^"%]*\)",*$/\1/p' "$dump" | grep -v current; }
xdotool type --delay 150 'éß漢😀ő'; show
xdotool key BackSpace BackSpace BackSpace; show
setxkbmap us -variant intl; sleep 0.5; xdotool key ctrl+a BackSpace dead_acute e; show
setxkbmap de; sleep 0.5; xdotool key ISO_Level3_Shift+q adiaeresis; show
setxkbmap ru; sleep 0.5; xdotool key Cyrillic_ef; show
kill $app)sh");
  CHECK(said == "éß漢😀ő\néß\né\né@ä\né@äф\n");
}

TEST_CASE("U6 window: standing still draws no frame and waits asleep") {
  if (!can_show_windows()) return;
  const auto told = nlohmann::json::parse(
      printed(R"("$gallery" --screen study-type-shown --size 1280 800 --measure 3)"));
  MESSAGE("measured: " << told.dump());
  CHECK(told["idle_frames"] == 0);
  // A loop that spins takes 3,000 ms. What waiting costs, near 25 ms, is for --measure to say: the
  // figure of one run depends on the machine.
  CHECK(told["idle_cpu_ms"].get<double>() < 1000);
}

}  // namespace
}  // namespace recto::ui
