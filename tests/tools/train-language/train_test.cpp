// Learns a language of our own, small enough that a perfect model exists.
#include <array>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "tests/support/support.h"
#include "tools/train-language/evaluate.h"
#include "tools/train-language/train_model.h"

namespace recto::train {
namespace {

template <std::size_t N>
std::string one_of(const std::array<const char*, N>& words, Random& random) {
  return words.at(random.below(N));
}

/// "The old ship carried the salt of a town in the evening .": "of" hangs on the noun before it,
/// "in" on the verb.
class Writer {
 public:
  explicit Writer(Random& random) : random_(random) {}

  std::string sentence() {
    const std::size_t subject = noun_phrase("nsubj");
    const std::size_t verb = add(one_of(kVerbs, random_), "VERB", "VBD", 0, "root");
    rows_[subject - 1].head = verb;
    const std::size_t object = noun_phrase("obj");
    rows_[object - 1].head = verb;
    if (random_.below(2) == 0) phrase("of", "nmod", object);
    if (random_.below(2) == 0) phrase("in", "obl", verb);
    add(".", "PUNCT", ".", verb, "punct");
    return written();
  }

 private:
  struct Row {
    std::string form, upos, xpos;
    std::size_t head;
    std::string relation;
  };

  static constexpr std::array kVerbs{"carried", "sold", "found", "lost", "painted", "watched"};
  static constexpr std::array kNouns{"ship", "town", "salt", "harbour", "river", "captain",
                                     "mill", "tide", "net",  "lamp",    "bell",  "stone"};
  static constexpr std::array kAdjectives{"old", "green", "small", "quiet"};
  static constexpr std::array kArticles{"the", "a", "this"};

  std::size_t add(const std::string& form, const char* upos, const char* xpos, std::size_t head,
                  const char* relation) {
    rows_.push_back({form, upos, xpos, head, relation});
    return rows_.size();
  }

  std::size_t noun_phrase(const char* relation) {
    const std::size_t article = add(one_of(kArticles, random_), "DET", "DT", 0, "det");
    const std::size_t adjective =
        random_.below(2) == 0 ? add(one_of(kAdjectives, random_), "ADJ", "JJ", 0, "amod") : 0;
    const std::size_t noun = add(one_of(kNouns, random_), "NOUN", "NN", 0, relation);
    rows_[article - 1].head = noun;
    if (adjective > 0) rows_[adjective - 1].head = noun;
    return noun;
  }

  void phrase(const char* preposition, const char* relation, std::size_t head) {
    const std::size_t before = add(preposition, "ADP", "IN", 0, "case");
    const std::size_t noun = noun_phrase(relation);
    rows_[before - 1].head = noun;
    rows_[noun - 1].head = head;
  }

  [[nodiscard]] std::string written() const {
    std::string text = "# text =";
    for (const Row& row : rows_)
      text += " " + row.form;
    text += "\n";
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Row& row = rows_[i];
      text += std::to_string(i + 1) + "\t" + row.form + "\t" + row.form + "\t" + row.upos + "\t" +
              row.xpos + "\t_\t" + std::to_string(row.head) + "\t" + row.relation + "\t_\t_\n";
    }
    return text + "\n";
  }

  Random& random_;
  std::vector<Row> rows_;
};

Treebank written(int sentences, std::uint64_t seed) {
  Random random(seed);
  std::string text;
  for (int i = 0; i < sentences; ++i)
    text += Writer(random).sentence();
  return test::value(parse_conllu(text));
}

ModelOptions quick() {
  ModelOptions options;
  options.tagger = {.rounds = 3, .seed = 1, .least_updates = 1};
  options.parser = {.rounds = 4, .seed = 1, .least_updates = 1};
  options.folds = 2;
  options.fold_rounds = 2;
  return options;
}

std::string trained(std::uint64_t seed) {
  ModelOptions options = quick();
  options.parser.seed = seed;
  return test::value(train_model(written(200, 7), {}, options, [](std::string_view) {}));
}

}  // namespace

TEST_CASE("train: a small language is learned, and the same data give the same bytes") {
  const std::string model = trained(1);
  CHECK(model == trained(1));
  CHECK(model != trained(2));
  const auto analyser = test::value(language::Analyser::open(model, {}));
  const Scores scores = evaluate(written(100, 8), analyser, {});
  CHECK(scores.words > 700);
  CHECK(scores.cut == scores.words);
  CHECK(scores.found == scores.words);
  CHECK(scores.upos == scores.words);
  CHECK(scores.xpos == scores.words);
  CHECK(scores.arcs * 100 >= scores.words * 98);
  CHECK(scores.heads >= scores.arcs);
}

TEST_CASE("train: every sentence gets one root and no circles") {
  const std::string model = trained(1);
  const auto analyser = test::value(language::Analyser::open(model, {}));
  std::string long_one;
  for (int i = 0; i < 5'000; ++i)
    long_one += i % 3 == 0 ? "the ship " : "of Łódź , ";
  for (const std::string& text : {std::string(), std::string("."), std::string("🙂 ?! ((("),
                                  std::string("SOLD SOLD SOLD"), long_one}) {
    const auto tokens = analyser.analyse(text, language::Abbreviations{});
    std::size_t roots = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      roots += tokens[i].head == tokens.size() ? 1U : 0U;
      std::size_t steps = 0;
      for (std::size_t at = i; at < tokens.size() && steps <= tokens.size(); ++steps)
        at = tokens[at].head;
      CHECK(steps <= tokens.size());
    }
    CHECK(roots == (tokens.empty() ? 0 : 1));
  }
}

TEST_CASE("language: a damaged model is refused or analyses nonsense, but does not break") {
  const std::string model = trained(1);
  CHECK_FALSE(language::Analyser::open({}, {}).has_value());
  CHECK_FALSE(language::Analyser::open(model.substr(0, model.size() / 2), {}).has_value());
  test::for_seeds(60, [&](Random& random) {
    std::string damaged = model;
    for (int i = 0; i < 40; ++i)
      damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
    const auto analyser = language::Analyser::open(damaged, {});
    if (!analyser) return;
    const auto tokens =
        analyser->analyse("the old ship sold the salt of a town .", language::Abbreviations{});
    CHECK(tokens.size() == 10);
  });
}

}  // namespace recto::train
