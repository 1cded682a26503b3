// `recto progress optimize` and `replay`, by running the program: what the reference vectors say
// must come out at the far end.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "game/memory/review_log.h"
#include "game/progress/profile.h"
#include "game/progress/settings.h"
#include "tests/game/memory/vectors.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Parameters;
using memory::Rating;
using memory::Review;
using Json = nlohmann::json;

namespace {

constexpr std::int64_t kDay = 86'400;

/// Without a display, with `log` as standard input.
test::Run ask(std::vector<std::string> words, const std::vector<Review>& log = {}) {
  words.insert(words.begin(), "progress");
  return test::run("recto", words, memory::write_review_log(log), {"DISPLAY="});
}

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    lines.push_back(Json::parse(line));
  return lines;
}

std::vector<Json> replayed(const std::vector<Review>& log, const Json& parameters) {
  const test::Run run =
      ask({"replay", "--log", "-", "--json", "--parameters", parameters.dump()}, log);
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  return lines_of(run.out);
}

/// Where in a log its items are: answers on a later day than the card's answer before.
std::vector<std::size_t> items_of(const std::vector<Review>& log) {
  std::map<std::int64_t, std::int64_t> days;
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < log.size(); ++i) {
    const std::int64_t day = log[i].time / kDay;
    const auto [last, is_first] = days.emplace(log[i].card, day);
    if (!is_first && day > last->second) items.push_back(i);
    last->second = day;
  }
  return items;
}

/// The mean log loss of what `replay` foretold of the last fifth of the items.
double loss_of_tail(const std::vector<Review>& log, const Json& parameters) {
  const std::vector<Json> lines = replayed(log, parameters);
  REQUIRE(lines.size() == log.size());
  const std::vector<std::size_t> items = items_of(log);
  const std::size_t begin = items.size() * 4 / 5;
  double sum = 0.0;
  for (std::size_t i = begin; i < items.size(); ++i) {
    const double recall = lines[items[i]].at("recall").get<double>();
    sum -= std::log(log[items[i]].rating == Rating::Again ? 1.0 - recall : recall);
  }
  return sum / static_cast<double>(items.size() - begin);
}

/// The log up to the last item that a case was trained on.
std::vector<Review> training_log(const std::vector<Review>& log) {
  const std::vector<std::size_t> items = items_of(log);
  const auto end = static_cast<std::ptrdiff_t>(items[items.size() * 4 / 5 - 1] + 1);
  return {log.begin(), log.begin() + end};
}

void check_near(const Json& value, const Json& expected, double tolerance) {
  CHECK(std::abs(value.get<double>() - expected.get<double>()) < tolerance);
}

}  // namespace

TEST_CASE("progress: optimize --exact finds what fsrs-rs finds, and its losses") {
  std::size_t cases = 0;
  for (const Json& item : test::optimizer_vectors().at("cases")) {
    const Json& options = item.at("options");
    if (item.at("reviews") > 10'000 || options.contains("training")) continue;
    CAPTURE(item.at("collection").get<std::string>());
    std::vector<std::string> words = {"optimize", "--log", "-", "--json", "--exact"};
    if (!options.at("short_term")) words.push_back("--no-short-term");
    words.push_back("--relearning-steps");
    words.push_back(options.at("relearning_steps").dump());
    const std::vector<Review> log = training_log(test::collection_log(item.at("collection")));
    const test::Run run = ask(words, log);
    REQUIRE(run.exit == 0);
    const Json json = Json::parse(run.out);
    CHECK(json.size() == 6);
    CHECK(json.at("model") == "FSRS-6");
    CHECK(json.at("reviews") == log.size());
    CHECK(json.at("seconds") >= 0.0);
    REQUIRE(json.at("parameters").size() == 21);
    for (std::size_t i = 0; i < 21; ++i)
      check_near(json.at("parameters")[i], item.at("w_oracle")[i], 1e-5);
    const Json& metrics = item.at("train_metrics");
    check_near(json.at("log_loss").at("before"), metrics.at("default").at("log_loss"), 1e-5);
    check_near(json.at("log_loss").at("after"), metrics.at("oracle").at("log_loss"), 1e-5);
    check_near(json.at("rmse_bins").at("before"), metrics.at("default").at("rmse_bins"), 1e-4);
    check_near(json.at("rmse_bins").at("after"), metrics.at("oracle").at("rmse_bins"), 1e-4);
    ++cases;
  }
  CHECK(cases == 10);
}

TEST_CASE("progress: what optimize finds foretells the rest of a log no worse than fsrs-rs does") {
  double ours = 0.0;
  double theirs = 0.0;
  for (const Json& item : test::optimizer_vectors().at("cases")) {
    if (item.at("reviews") > 10'000 || item.at("variant") != "base") continue;
    CAPTURE(item.at("collection").get<std::string>());
    const std::vector<Review> log = test::collection_log(item.at("collection"));
    const test::Run run = ask({"optimize", "--log", "-", "--json"}, training_log(log));
    REQUIRE(run.exit == 0);
    const Json& metrics = item.at("test_metrics");
    const double before = loss_of_tail(log, memory::kDefaultParameters);
    const double reference = loss_of_tail(log, item.at("w_oracle"));
    const double after = loss_of_tail(log, Json::parse(run.out).at("parameters"));
    check_near(before, metrics.at("default").at("log_loss"), 1e-5);
    // Scheduling, other than training, lets no first stability fall below 0.1.
    if (item.at("w_oracle")[0] >= 0.1)
      check_near(reference, metrics.at("oracle").at("log_loss"), 1e-5);
    CHECK(after <= std::max(before, reference) + 0.0005);
    ours += after;
    theirs += reference;
  }
  CHECK(ours < theirs);
}

TEST_CASE("progress: replay leads to the states of ts-fsrs") {
  const Json vectors = Json::parse(test::data("fsrs/memory.json"));
  std::size_t reviews = 0;
  for (std::size_t set = 0; set < vectors.at("parameter_sets").size(); ++set) {
    // One card for each case, all together as one log.
    std::vector<Review> log;
    std::vector<std::pair<double, double>> expected;
    for (const Json& item : vectors.at("cases")) {
      if (item.at("p") != set) continue;
      std::int64_t time = 0;
      for (std::size_t i = 0; i < item.at("g").size(); ++i) {
        time += kDay * item.at("dt")[i].get<std::int64_t>();
        log.push_back({static_cast<std::int64_t>(log.size() - i), time,
                       static_cast<Rating>(item.at("g")[i].get<int>())});
        expected.emplace_back(item.at("ts_s")[i], item.at("ts_d")[i]);
      }
    }
    std::vector<std::size_t> order(log.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return log[i].time; });
    const std::vector<Json> lines = replayed(log, vectors.at("parameter_sets")[set].at("w"));
    REQUIRE(lines.size() == log.size());
    for (std::size_t i = 0; i < lines.size(); ++i, ++reviews) {
      CAPTURE(lines[i].dump());
      CHECK(lines[i].at("time") == log[order[i]].time);
      CHECK(lines[i].at("stability").get<double>() ==
            doctest::Approx(expected[order[i]].first).epsilon(2e-8));
      check_near(lines[i].at("difficulty"), expected[order[i]].second, 2e-8);
    }
  }
  CHECK(reviews == 2973);
}

TEST_CASE("progress: replay tells people and machines when a card comes next") {
  const std::vector<Review> log = {
      {7, 100, Rating::Easy}, {7, 8 * kDay, Rating::Good}, {7, 8 * kDay + 5, Rating::Again}};
  const test::Run run = ask({"replay", "--log", "-"}, log);
  CHECK(run.exit == 0);
  CHECK(
      run.out.starts_with("card,time,rating,stability,difficulty,due\n7,100,4,8.2956,1,691300\n"));
  const std::vector<Json> lines = replayed(log, memory::kDefaultParameters);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == Json{{"card", 7},
                         {"time", 100},
                         {"rating", 4},
                         {"recall", nullptr},
                         {"stability", 8.2956},
                         {"difficulty", 1.0},
                         {"phase", "review"},
                         {"due", 100 + 8 * kDay},
                         {"interval_days", 8},
                         {"step", 0},
                         {"reps", 1},
                         {"lapses", 0}});
  CHECK(lines[1].at("recall").get<double>() == doctest::Approx(0.9).epsilon(0.01));
  CHECK(lines[2].at("phase") == "relearning");
  CHECK(lines[2].at("lapses") == 1);
  CHECK(lines[2].at("due") == 8 * kDay + 5 + 600);
}

TEST_CASE("progress: optimize speaks to people, and says how far it went") {
  const std::vector<Review> log = test::collection_log("c03");
  const test::Run run = ask({"optimize", "--log", "-"}, log);
  CHECK(run.exit == 0);
  CHECK(run.out.starts_with("FSRS-6, fitted to 10000 reviews of "));
  for (const char* part : {"before    after\n", "log loss ", "RMSE(bins) ", "\nparameters: 0."})
    CHECK(run.out.find(part) != std::string::npos);
  CHECK(run.err ==
        "the parameters are what fits best: fits to earlier reviews held up on later ones\n");
  CHECK(ask({"optimize", "--log", "-", "-q"}, log).err.empty());
  CHECK(ask({"optimize", "--log", "-"}, test::collection_log("c00"))
            .err.starts_with("the defaults stay: "));
}

TEST_CASE("progress: a log without a later day leaves the defaults, and nothing to judge them by") {
  for (const std::vector<Review>& log :
       {std::vector<Review>{}, std::vector<Review>{{1, 10, Rating::Good}, {1, 20, Rating::Good}}}) {
    const test::Run run = ask({"optimize", "--log", "-", "--json"}, log);
    CHECK(run.exit == 0);
    const Json json = Json::parse(run.out);
    CHECK(json.at("parameters") == Json(memory::kDefaultParameters));
    CHECK(json.at("reviews") == log.size());
    CHECK(json.at("log_loss") == Json{{"before", nullptr}, {"after", nullptr}});
    CHECK(ask({"optimize", "--log", "-", "--exact"}, log).exit == 0);
  }
  CHECK(ask({"replay", "--log", "-", "--json"}).out.empty());
}

TEST_CASE("progress: optimize fits the answers of the profile when no log is named") {
  const test::TemporaryFolder folder;
  {
    auto store = test::value(progress::open_profile(folder.path()));
    test::value(store.add(test::sample_deck("bridges", 5), test::kStart));
    test::answer(store, {"bridges"}, 0, Rating::Good, test::kStart);
    test::answer(store, {"bridges"}, 0, Rating::Easy, test::kStart + 48h);
    const auto gone = test::answer(store, {"bridges"}, 1, Rating::Easy, test::kStart + 49h);
    test::value(store.take_back(gone, test::kStart + 50h));
  }
  const test::Run run = ask({"optimize", "--profile", folder.path(), "--json"});
  CHECK(run.exit == 0);
  const Json json = Json::parse(run.out);
  CHECK(json.at("reviews") == 2);
  CHECK(json.at("log_loss").at("before") > 0.0);
  const std::filesystem::path missing = folder.path() / "missing";
  CHECK(ask({"optimize", "--profile", missing}).exit == 1);
  CHECK_FALSE(std::filesystem::exists(missing));
}

TEST_CASE("progress: --save gives the default preset what foretells better, and it can be undone") {
  const test::TemporaryFolder folder;
  const std::string profile = folder.path();
  test::value(progress::open_profile(folder.path()));
  const auto kept = [&] {
    const auto store = test::value(progress::open_profile(folder.path()));
    return test::value(progress::preset(store, progress::kDefaultPreset)).scheduling.parameters;
  };
  const auto save = [&](const std::vector<Review>& log) {
    return ask({"optimize", "--log", "-", "--json", "--save", "--profile", profile}, log);
  };
  CHECK(save(test::collection_log("c00")).err.find("the default preset stays as it is") !=
        std::string::npos);
  CHECK(kept() == memory::kDefaultParameters);
  const test::Run run = save(test::collection_log("c03"));
  CHECK(run.exit == 0);
  CHECK(run.err.find("the default preset has them from now on") != std::string::npos);
  CHECK(Json(kept()) == Json::parse(run.out).at("parameters"));
  {
    auto store = test::value(progress::open_profile(folder.path()));
    CHECK(test::value(store.undo(test::kStart)).has_value());
  }
  CHECK(kept() == memory::kDefaultParameters);
}

TEST_CASE("X3 progress: a bad log is one sentence with its line, bad usage another exit code") {
  const test::TemporaryFolder folder;
  const std::string file = folder.path() / "log.csv";
  std::ofstream(file) << "card,time,rating\n1,2,3\n1,3,9\n";
  for (const char* verb : {"optimize", "replay"}) {
    const test::Run run = ask({verb, "--log", file, "--json"});
    CHECK(run.exit == 1);
    CHECK(run.err ==
          "recto: " + file +
              ", line 3: the rating is not 1, 2, 3 or 4; write 1 for Again, 2 for Hard, 3 "
              "for Good, 4 for Easy\n");
    CHECK(Json::parse(run.out).at("input") == file + ", line 3");
    CHECK(ask({verb, "--log", folder.path() / "no.csv"}).exit == 1);
    CHECK(ask({verb, "--help"}).exit == 0);
  }
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"replay"},
           {"replay", "--log", file, "--parameters", "1,2"},
           {"replay", "--log", file, "--parameters", "a"},
           {"replay", "--log", file, "--parameters", ""},
           {"replay", "--log", file, "--exact"},
           {"optimize", "--log", file, "--relearning-steps", "-1"},
           {"optimize", "--log"}})
    CHECK(ask(words).exit == 2);
}
