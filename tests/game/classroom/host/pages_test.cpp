// The files of the phone page, as text.
#include <array>
#include <filesystem>
#include <regex>
#include <string>

#include "content/files/files.h"
#include "tests/support/support.h"

using namespace recto;

TEST_CASE("L1 phone page: only syntax, calls and styles of browsers six years old") {
  // What came later than the middle of 2020, or is newer than the scripts' own rule (2019).
  constexpr std::array<const char*, 27> kScript = {"=>",
                                                   "`",
                                                   "async ",
                                                   "await ",
                                                   "let ",
                                                   "const ",
                                                   "class ",
                                                   "import ",
                                                   "export ",
                                                   "...",
                                                   "?.",
                                                   "??",
                                                   "**",
                                                   "replaceAll",
                                                   ".at(",
                                                   "structuredClone",
                                                   "Promise.any",
                                                   "serviceWorker",
                                                   "navigator.clipboard",
                                                   "crypto.subtle",
                                                   "randomUUID",
                                                   "wakeLock",
                                                   "matchAll",
                                                   "globalThis",
                                                   "fetch(",
                                                   "Object.fromEntries",
                                                   "innerHTML"};
  constexpr std::array<const char*, 14> kStyle = {
      "gap:", "aspect-ratio", ":is(", ":where(",   ":has(",  "inset:",         "min(",
      "max(", "clamp(",       "dvh",  "color-mix", "@layer", ":focus-visible", "@container"};
  int scripts = 0, styles = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(test::project_folder() / "assets" / "phone")) {
    std::string text = test::value(read_file(entry.path(), 1'000'000));
    const std::string extension = entry.path().extension();
    CAPTURE(entry.path().filename().string());
    if (extension == ".css") ++styles;
    if (extension == ".js") ++scripts;
    if (extension == ".js")
      text = std::regex_replace(text, std::regex("(^|\\n) *//[^\\n]*|  //[^\\n]*"), "");
    if (extension == ".js")
      text = std::regex_replace(text, std::regex("\"[^\"\\n]*\""), "\"\"");  // what it says is free
    for (const char* token : kScript) {
      CAPTURE(token);
      if (extension == ".js") CHECK(text.find(token) == std::string::npos);
    }
    for (const char* token : kStyle) {
      CAPTURE(token);
      if (extension == ".css") CHECK(text.find(token) == std::string::npos);
    }
  }
  CHECK(scripts == 5);
  CHECK(styles == 1);
}
