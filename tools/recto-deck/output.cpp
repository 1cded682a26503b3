// Decks in and results out, as every verb does it.
#include <iostream>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {

Result<Deck> load_deck(const std::string& word) {
  const std::string name = word == "-" ? kStandardInput : word;
  const std::string bytes = RECTO_TRY(read_input(name, DeckLimits{}.bytes));
  return read_deck(bytes);
}

Result<void> put_out(const std::string& path, const std::string& bytes, bool dry_run,
                     const Report& report) {
  const std::string place = path.empty() ? "standard output" : path;
  const std::string size = std::to_string(bytes.size()) + " bytes";
  if (dry_run) {
    report.say("would write " + size + " to " + place);
    return {};
  }
  if (!path.empty()) {
    RECTO_TRY(write_file(path, bytes));
    report.detail("wrote " + size + " to " + place);
    return {};
  }
  std::cout << bytes << std::flush;
  if (!std::cout)
    return fail(Error::Kind::Failed, "standard output could not be written", {},
                "is the disk full, or the reader gone?");
  return {};
}

}  // namespace recto::deck_tool
