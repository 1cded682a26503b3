// recto-deck check: every fault of a deck file, with its JSON pointer.
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/output.h"
#include "tools/recto-deck/terminal.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const std::string& input, const std::vector<Fault>& faults) {
  Json line = {{"input", input}, {"valid", faults.empty()}, {"faults", Json::array()}};
  for (const Fault& fault : faults)
    line["faults"].push_back({{"pointer", fault.pointer}, {"what", fault.what}});
  return line;
}

std::string text_of_faults(const std::string& input, const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults)
    text +=
        printable(input + ": " + (fault.pointer.empty() ? "" : fault.pointer + ": ") + fault.what) +
        "\n";
  return text;
}

Result<void> check_one(const Input& input, Report& report) {
  const std::string bytes = RECTO_TRY(read_input(input, DeckLimits{}.bytes));
  const std::vector<Fault> faults = check_deck(bytes);
  if (!faults.empty()) report.mark_fault();
  if (report.manner().json) return print_line(json_of(input.name, faults));
  if (faults.empty()) report.say(input.name + ": no fault found");
  if (faults.size() == kMostFaults)
    report.say(input.name + ": the first " + std::to_string(kMostFaults) + " faults are told");
  return print(text_of_faults(input.name, faults));
}

}  // namespace

int check(const std::vector<std::string>& words, Report& report) {
  const std::vector<Input> inputs = inputs_of(words, Wanted::Decks);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (const auto done = check_one(inputs[i], report); !done)
      report.failed(inputs[i].name, done.error());
    report.progress(i + 1, inputs.size(), inputs[i].name);
  }
  return report.exit_code();
}

}  // namespace recto::deck_tool
