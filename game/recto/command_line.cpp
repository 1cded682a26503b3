#include "game/recto/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

namespace recto::app {
namespace {

constexpr const char* kVersion = "recto " RECTO_VERSION;
constexpr const char* kFooter = R"(
The learner's database, without a window:
  recto progress backup|restore|check|export|stats|optimize|replay; see recto progress --help
A live quiz for phones in the same network:
  recto host DECK; see recto host --help
Typed answers, tried on a table of cases:
  recto grade --cases TSV; see recto grade --help

Examples:
  recto
  recto article.txt
  recto article.deck.json --profile ~/spanish
  recto progress stats

Exit codes: 0 done, 1 an input or the display is at fault, 2 wrong usage.)";

}  // namespace

std::variant<Order, int> read_command_line(const std::vector<std::string>& arguments,
                                           std::ostream& out, std::ostream& err) {
  CLI::App app("Makes you remember what you read: studies question decks.", "recto");
  app.footer(kFooter);
  app.set_version_flag("--version", kVersion);
  Order order;
  app.add_option("FILE", order.files,
                 "Decks (*.deck.json) are added; articles are shown with their cards")
      ->type_name("");
  app.add_option("--profile", order.profile, "Folder of the progress (default: XDG data folder)")
      ->type_name("DIR");
  app.add_option("--debug-dump", order.debug_dump,
                 "After each frame, write what stands on the screen to this file, as JSON")
      ->type_name("FILE");
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants it
    app.parse(std::move(reversed));
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked, out, err);
  } catch (const CLI::ParseError& error) {
    err << "recto: " << error.what() << "; recto --help tells how\n";
    return kWrongUsage;
  }
  return order;
}

}  // namespace recto::app
