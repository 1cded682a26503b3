// recto-deck make: articles → decks.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "content/deck/article.h"
#include "content/deck/merge.h"
#include "content/files/assets.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/recto-deck/articles.h"
#include "tools/recto-deck/deck_names.h"
#include "tools/recto-deck/in_order.h"
#include "tools/recto-deck/output.h"
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
  explicit Destination(const std::string& output) {
    std::error_code ignored;
    if (fs::is_directory(output, ignored) || output.ends_with('/'))
      names_.emplace(output);
    else
      file_ = output;
  }
  [[nodiscard]] bool is_folder() const { return names_.has_value(); }

  [[nodiscard]] Result<std::string> path_for(const Deck& deck, bool dry_run) {
    if (!names_) return file_;
    const fs::path path = RECTO_TRY(names_->name_for(deck));
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
    if (!order_.merge.empty()) old_ = RECTO_TRY(load_deck(input_of(order_.merge)));
    return {};
  }

  /// Results come in the order of the items (X7).
  void run(Items items) {
    std::size_t done = 0;
    in_order<Item>(
        order_.jobs, [&] { return items.next(); },
        [this](const Item& item) { return make_one(item); },
        [&](const Item&, const Made& made) {
          if (!made.decks) report_.failed(made.name, made.decks.error());
          for (const deckmaker::MadeDeck& deck : made.decks.value_or(Decks{}))
            take(made.name, deck);
          report_.progress(++done, items.count(), made.name);
        });
  }

 private:
  using Decks = std::vector<deckmaker::MadeDeck>;
  struct Made {
    std::string name;
    Result<Decks> decks;
  };

  [[nodiscard]] Made make_one(const Item& item) const {
    Reading reading = read_item(item, options_, resources_, order_.now);
    auto decks = std::move(reading.sourced).and_then([&](Sourced&& sourced) {
      return decks_of(std::move(sourced));
    });
    return {std::move(reading.name), std::move(decks)};
  }

  [[nodiscard]] Result<Decks> decks_of(Sourced sourced) const {
    std::vector<Article> articles;
    if (order_.split)
      articles = chapters_of(sourced.article);
    else
      articles.push_back(std::move(sourced.article));
    Decks decks;
    decks.reserve(articles.size());
    for (Article& article : articles)
      decks.push_back(RECTO_TRY(
          deckmaker::make_deck_of(std::move(article), sourced.source, options_, resources_)));
    return decks;
  }

  void take(const std::string& input, const deckmaker::MadeDeck& made) {
    for (const questions::Rejected& rejected : made.rejected)
      report_.detail(input + ": left out: " + rejected.card.prompt + " (" + rejected.reason + ")");
    if (!made.deck.language.empty() && !made.deck.language.starts_with("en"))
      report_.say(input + ": the article is not English (" + made.deck.language +
                  "); only its own questions, figures and dates are asked");
    const Deck deck = old_ ? merge_with_old(made.deck) : made.deck;
    if (deck.cards.empty())
      report_.warn(input +
                   ": no good card could be made of it, the deck is empty; longer articles with "
                   "names, dates and figures give more");
    if (const auto written = write(input, deck); !written) report_.failed(input, written.error());
  }

  [[nodiscard]] Deck merge_with_old(const Deck& fresh) const {
    Merge merged = recto::merge(*old_, fresh);
    tell_merge(merged, report_);
    return std::move(merged.deck);
  }

  Result<void> write(const std::string& input, const Deck& deck) {
    if (order_.ndjson) return print_deck_line(deck);
    const std::string path = RECTO_TRY(destination_.path_for(deck, order_.dry_run));
    RECTO_TRY(deliver(deck, {path, order_.dry_run},
                      {{"input", input}, {"cards", deck.cards.size()}}, report_));
    if (!path.empty() && !order_.dry_run)
      report_.say(path + ": " + counted(deck.cards.size(), "card", "cards"));
    return {};
  }

  const MakeOrder& order_;
  Report& report_;
  deckmaker::Resources resources_;
  deckmaker::Options options_;
  Destination destination_;
  std::optional<Deck> old_;
};

/// What the command line cannot tell by itself; empty when all is well.
std::string wrong_usage(const MakeOrder& order, std::size_t inputs, const Destination& destination,
                        bool json) {
  if (order.ndjson && (!order.output.empty() || !order.merge.empty() || order.dry_run))
    return "--ndjson writes decks to standard output; it goes not with -o, --merge and --dry-run";
  if (std::string wrong = wrong_source(order.words, order.ndjson); !wrong.empty()) return wrong;
  if (order.split && !order.merge.empty())
    return "--merge takes one article, --split gives several; leave one of them out";
  if (order.split && !destination.is_folder() && !json && !order.ndjson)
    return "--split gives a deck for each chapter: say -o FOLDER/, or --json for one deck a line";
  if (inputs < 2) return {};
  if (!order.merge.empty()) return "--merge takes one article; run it once for each deck";
  if (destination.is_folder()) return {};
  if (!order.output.empty())
    return "several articles need a folder to write to; make the folder " + order.output +
           ", or end its name with /";
  if (!json) return "several articles need -o FOLDER, or --json for one deck a line";
  return {};
}

}  // namespace

int make(const MakeOrder& order, Report& report) {
  const Items items = items_of(order.words, order.ndjson);
  const Destination destination(order.output);
  if (const std::string wrong =
          wrong_usage(order, items.count(), destination, report.manner().json);
      !wrong.empty()) {
    print_error(wrong);
    return kWrongUsage;
  }
  const auto resources = find_assets().and_then(deckmaker::load_resources);
  if (!resources) {
    report.failed("assets", resources.error());
    return report.exit_code();
  }
  Making making(order, report, *resources, destination);
  if (const auto loaded = making.load_old(); !loaded) {
    report.failed(input_of(order.merge).name, loaded.error());
    return report.exit_code();
  }
  making.run(items);
  return report.exit_code();
}

}  // namespace recto::deck_tool
