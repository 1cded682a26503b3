// recto-deck make: articles → decks.
#include <deque>
#include <filesystem>
#include <future>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "content/deck/deck_file.h"
#include "content/deck/merge.h"
#include "content/files/assets.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/recto-deck/deck_names.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// Where a deck goes: standard output, one file, or a folder with names from titles.
class Destination {
 public:
  /// Errors: several inputs and no folder to put their decks into.
  static Result<Destination> make(const MakeOrder& order, std::size_t inputs) {
    std::error_code ignored;
    const bool is_folder = fs::is_directory(order.output, ignored) || order.output.ends_with('/');
    Destination destination;
    if (is_folder)
      destination.names_.emplace(order.output);
    else
      destination.file_ = order.output;
    if (inputs > 1 && !is_folder && !order.output.empty())
      return fail(Error::Kind::BadInput, "several articles need a folder to write to", order.output,
                  "make the folder, or end its name with /");
    return destination;
  }

  [[nodiscard]] Result<std::string> path_for(const Deck& deck, bool dry_run) {
    if (!names_) return file_;
    const fs::path path = names_->name_for(deck);
    std::error_code error;
    if (!dry_run) fs::create_directories(path.parent_path(), error);
    if (error)
      return fail(Error::Kind::Failed, "the folder cannot be made: " + error.message(),
                  path.parent_path().string(), "choose another folder");
    return path.string();
  }

 private:
  std::string file_;
  std::optional<DeckNames> names_;
};

struct Made {
  std::string input;
  Result<deckmaker::MadeDeck> deck;
};

class Making {
 public:
  Making(const MakeOrder& order, Report& report, deckmaker::Resources resources,
         Destination destination)
      : order_(order),
        report_(report),
        resources_(std::move(resources)),
        destination_(std::move(destination)) {
    options_.wanted = {order.kinds, order.max_cards, order.min_quality};
    options_.language = order.language;
  }

  Result<void> load_old() {
    if (!order_.merge.empty()) old_ = RECTO_TRY(load_deck(order_.merge));
    return {};
  }

  /// At most `jobs` articles are in memory; results come in the order of the inputs (X7).
  void run(const std::vector<Input>& inputs) {
    std::deque<std::future<Made>> running;
    std::size_t started = 0;
    for (std::size_t done = 0; done < inputs.size() && !interrupted; ++done) {
      for (; started < inputs.size() && running.size() < order_.jobs; ++started)
        running.push_back(std::async(std::launch::async,
                                     [this, &input = inputs[started]] { return make_one(input); }));
      take(running.front().get());
      running.pop_front();
      report_.progress(done + 1, inputs.size(), inputs[done].name);
    }
  }

 private:
  [[nodiscard]] Made make_one(const Input& input) const {
    const auto work = [&]() -> Result<deckmaker::MadeDeck> {
      RECTO_TRY(Result<void>(input.usable));
      const std::string bytes = RECTO_TRY(read_input(input.name, kLargestArticle));
      return deckmaker::make_deck(bytes, fs::path(input.name).filename().string(), options_,
                                  resources_);
    };
    return {input.name, work()};
  }

  void take(Made made) {
    if (!made.deck) return report_.failed(made.input, made.deck.error());
    Deck deck = std::move(made.deck->deck);
    if (old_) deck = merge_with_old(deck);
    if (deck.cards.empty())
      report_.warn(made.input +
                   ": no good card could be made of it, the deck is empty; longer articles with "
                   "names, dates and figures give more");
    for (const questions::Rejected& rejected : made.deck->rejected)
      report_.detail(made.input + ": left out: " + rejected.card.prompt + " (" + rejected.reason +
                     ")");
    if (const auto written = write(made.input, deck); !written)
      report_.failed(made.input, written.error());
  }

  [[nodiscard]] Deck merge_with_old(const Deck& fresh) const {
    Merge merged = recto::merge(*old_, fresh);
    report_.say(summary_of(merged));
    return std::move(merged.deck);
  }

  Result<void> write(const std::string& input, const Deck& deck) {
    const std::string path = RECTO_TRY(destination_.path_for(deck, order_.dry_run));
    const std::string bytes = write_deck(deck);
    if (!report_.manner().json) {
      RECTO_TRY(put_out(path, bytes, order_.dry_run, report_));
      if (!path.empty() && !order_.dry_run)
        report_.say(path + ": " + counted(deck.cards.size(), "card", "cards"));
      return {};
    }
    Json line = {{"input", input}, {"cards", deck.cards.size()}};
    if (path.empty())
      line["deck"] = Json::parse(bytes);
    else
      line["output"] = path;
    if (!path.empty()) RECTO_TRY(put_out(path, bytes, order_.dry_run, report_));
    return put_out({}, line.dump() + "\n", order_.dry_run, report_);
  }

  const MakeOrder& order_;
  Report& report_;
  deckmaker::Resources resources_;
  deckmaker::Options options_;
  Destination destination_;
  std::optional<Deck> old_;
};

}  // namespace

int make(const MakeOrder& order, Report& report) {
  const std::vector<Input> inputs = inputs_of(order.words);
  if (inputs.size() > 1 && !order.merge.empty()) {
    report.warn("--merge takes one article; run it once for each deck");
    return kWrongUsage;
  }
  auto destination = Destination::make(order, inputs.size());
  if (!destination) {
    report.warn(message(destination.error()));
    return kWrongUsage;
  }
  if (inputs.size() > 1 && order.output.empty() && !report.manner().json) {
    report.warn("several articles need -o FOLDER, or --json for one deck a line");
    return kWrongUsage;
  }
  const auto resources = find_assets().and_then(deckmaker::load_resources);
  if (!resources) {
    report.failed("assets", resources.error());
    return report.exit_code();
  }
  Making making(order, report, *resources, std::move(*destination));
  if (const auto loaded = making.load_old(); !loaded) {
    report.failed(order.merge, loaded.error());
    return report.exit_code();
  }
  making.run(inputs);
  return interrupted ? kInterrupted : report.exit_code();
}

}  // namespace recto::deck_tool
