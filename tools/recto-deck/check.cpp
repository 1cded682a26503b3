// recto-deck check: every fault of a deck file, with its JSON pointer.
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/terminal.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

using Json = nlohmann::ordered_json;

std::string json_of(const std::string& input, const std::vector<Fault>& faults) {
  Json line = {{"input", input}, {"valid", faults.empty()}, {"faults", Json::array()}};
  for (const Fault& fault : faults)
    line["faults"].push_back({{"pointer", fault.pointer}, {"what", fault.what}});
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text_of_faults(const std::string& input, const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults)
    text +=
        printable(input + ": " + (fault.pointer.empty() ? "" : fault.pointer + ": ") + fault.what) +
        "\n";
  return text;
}

Result<void> check_one(const std::string& input, Report& report) {
  const std::string bytes = RECTO_TRY(read_input(input, DeckLimits{}.bytes));
  const std::vector<Fault> faults = check_deck(bytes);
  if (!faults.empty()) report.mark_fault();
  if (report.manner().json) return put_out({}, json_of(input, faults), false, report);
  if (faults.empty()) report.say(input + ": no fault found");
  return put_out({}, text_of_faults(input, faults), false, report);
}

}  // namespace

int check(const std::vector<std::string>& words, Report& report) {
  for (const std::string& word : words) {
    const std::string input = word == "-" ? kStandardInput : word;
    if (const auto done = check_one(input, report); !done) report.failed(input, done.error());
  }
  return report.exit_code();
}

}  // namespace recto::deck_tool
