// recto-deck read: the cleaned article alone.
#include <nlohmann/json.hpp>
#include <utility>

#include "content/files/assets.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/recto-deck/article_json.h"
#include "tools/recto-deck/articles.h"
#include "tools/recto-deck/in_order.h"
#include "tools/recto-deck/output.h"
#include "tools/recto-deck/terminal.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

std::string plain_text(const Article& article) {
  std::string text = article.title.empty() ? "" : article.title + "\n\n";
  return printable(text + text_of(article)) + "\n";
}

/// An article as it is printed.
struct Printed {
  std::string name;
  Result<std::string> text;
};

/// Reads and prints article after article.
class Reader {
 public:
  Reader(const ReadOrder& order, Report& report, deckmaker::Resources resources)
      : order_(order), report_(report), resources_(std::move(resources)) {
    options_.language = order.language;
  }

  void run(Items items) {
    const bool is_named = items.count() != 1;
    std::size_t done = 0;
    in_order<Item>(
        order_.jobs, [&] { return items.next(); },
        [&](const Item& item) { return read_one(item, is_named); },
        [&](const Item&, const Printed& printed) {
          take(printed, done > 0);
          report_.progress(++done, items.count(), printed.name);
        });
  }

 private:
  [[nodiscard]] Printed read_one(const Item& item, bool is_named) const {
    Reading reading = read_item(item, options_, resources_, order_.now);
    auto text = reading.sourced.map([&](const Sourced& sourced) {
      if (!report_.manner().json) return plain_text(sourced.article);
      nlohmann::ordered_json line;
      if (is_named) line["input"] = reading.name;
      line.update(article_json(sourced.article));
      return line_of(line);
    });
    return {std::move(reading.name), std::move(text)};
  }

  void take(const Printed& printed, bool is_later) {
    const auto done = printed.text.and_then([&](const std::string& text) {
      return print((is_later && !report_.manner().json ? "\n" : "") + text);
    });
    if (!done) report_.failed(printed.name, done.error());
  }

  const ReadOrder& order_;
  Report& report_;
  deckmaker::Resources resources_;
  deckmaker::Options options_;
};

/// What the command line cannot tell by itself; empty when all is well.
std::string wrong_usage(const ReadOrder& order, bool json) {
  if (order.text && order.ndjson) return "--text goes not with --ndjson; choose one";
  if (order.text && json) return "--text goes not with --json; choose one";
  return wrong_source(order.words, order.ndjson);
}

}  // namespace

int read(const ReadOrder& order, Report& report) {
  if (const std::string wrong = wrong_usage(order, report.manner().json); !wrong.empty()) {
    print_error(wrong);
    return kWrongUsage;
  }
  const auto resources = find_assets().and_then(deckmaker::load_resources);
  if (!resources) {
    report.failed("assets", resources.error());
    return report.exit_code();
  }
  Reader(order, report, *resources).run(items_of(order.words, order.ndjson));
  return report.exit_code();
}

}  // namespace recto::deck_tool
