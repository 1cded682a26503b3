#include "game/recto/command_line.h"

#include <sstream>

#include "tests/support/support.h"

using namespace recto::app;

namespace {

struct Read {
  std::variant<Order, int> order;
  std::string out, err;
};

Read read(const std::vector<std::string>& arguments) {
  std::ostringstream out, err;
  auto order = read_command_line(arguments, out, err);
  return {std::move(order), out.str(), err.str()};
}

}  // namespace

TEST_CASE("recto: files, profile and dump are taken from the command line, in any order") {
  struct Row {
    std::vector<std::string> arguments;
    Order order;
  };
  for (const Row& row :
       {Row{{}, {}}, Row{{"a.txt", "b.deck.json"}, {{"a.txt", "b.deck.json"}, {}, {}}},
        Row{{"--profile", "p", "a.txt"}, {{"a.txt"}, "p", {}}},
        Row{{"a.txt", "--profile=p", "--debug-dump", "d.json"}, {{"a.txt"}, "p", "d.json"}},
        Row{{"--", "--odd name.txt"}, {{"--odd name.txt"}, {}, {}}}}) {
    const Read got = read(row.arguments);
    REQUIRE(std::holds_alternative<Order>(got.order));
    CHECK(std::get<Order>(got.order) == row.order);
    CHECK(got.err.empty());
  }
}

TEST_CASE("X2 recto: --help shows examples, --version the version, both end with 0") {
  const Read help = read({"--help"});
  CHECK(std::get<int>(help.order) == 0);
  CHECK(help.out.find("recto article.txt") != std::string::npos);
  CHECK(help.out.find("recto progress") != std::string::npos);
  const Read version = read({"--version"});
  CHECK(std::get<int>(version.order) == 0);
  CHECK(version.out.find("recto 0.") == 0);
}

TEST_CASE("X3 recto: wrong usage is one line on standard error and exit 2") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--no-such-option"}, {"--profile"}, {"-x", "a.txt"}}) {
    const Read got = read(arguments);
    REQUIRE(std::holds_alternative<int>(got.order));
    CHECK(std::get<int>(got.order) == 2);
    CHECK(got.out.empty());
    CHECK(got.err.find("recto: ") == 0);
    CHECK(got.err.find("--help") != std::string::npos);
    CHECK(std::count(got.err.begin(), got.err.end(), '\n') == 1);
  }
}
