// Learns a language of our own, small enough that a perfect model exists.
#include <array>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tools/language/tokens.h"
#include "tools/train-language/evaluate.h"
#include "tools/train-language/learn_network.h"

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

/// "Captain Salt sold the Old Ship .": people stand first, in capitals, places after "in".
NamedSentences named(int sentences, std::uint64_t seed) {
  Random random(seed);
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    const char* ship = random.below(2) == 0 ? "Anna" : "Bert";
    const char* town = random.below(2) == 0 ? "Riverton" : "Saltby";
    text += std::string(ship) + "\tB-PER\nMiller\tI-PER\nsold\tO\nthe\tO\nlamp\tO\nin\tO\n" + town +
            "\tB-LOC\n.\tO\n\n";
  }
  return test::value(parse_iob2(text));
}

Corpora written_corpora(int sentences, std::uint64_t seed) {
  Corpora corpora;
  corpora.trees.push_back({"trees", written(sentences, seed)});
  corpora.names.push_back({"names", language::NameSource::Wikigold, named(sentences / 2, seed)});
  return corpora;
}

std::string trained(std::uint64_t seed, int rounds) {
  NetworkOptions options;
  options.seed = seed;
  options.rounds = rounds;
  options.batch_words = 100;
  options.rate = 0.01F;
  options.state = 16;
  options.name_state = 16;
  options.arc = 16;
  options.relation = 16;
  options.name = 16;
  options.tag_vector = 8;
  const Sections sections = learn_network(written_corpora(200, 7), test::shipped_lexicon(), options,
                                          [](int, double, const std::string&) { return true; });
  return write_container(language::kModelKind, sections);
}

/// Learned once for all cases.
const std::string& model() {
  static const std::string kModel = trained(1, 20);
  return kModel;
}

}  // namespace

TEST_CASE("train: a small language is learned from trees and names together") {
  const auto analyser = test::value(language::Analyser::open(model(), test::shipped_lexicon()));
  const Scores scores = evaluate(written(100, 8), analyser);
  CHECK(scores.words > 700);
  CHECK(scores.upos * 100 >= scores.words * 99);
  CHECK(scores.xpos * 100 >= scores.words * 99);
  CHECK(scores.arcs * 100 >= scores.words * 97);
  CHECK(scores.heads >= scores.arcs);
  language::NameWeights weights{};
  weights[static_cast<std::size_t>(language::NameSource::Wikigold)] = 1;
  CHECK(evaluate_names(named(50, 9), analyser, weights).f1() > 0.95);
}

TEST_CASE("train: the same corpora, options and seed give the same bytes") {
  const std::string twice = trained(5, 1);
  CHECK(twice == trained(5, 1));
  CHECK(twice != trained(6, 1));
}

TEST_CASE("language: every sentence gets one root and no circles") {
  const auto analyser = test::value(language::Analyser::open(model(), test::shipped_lexicon()));
  std::string long_one;
  for (int i = 0; i < 5'000; ++i)
    long_one += i % 3 == 0 ? "the ship " : "of Łódź , ";
  for (const std::string& text : {std::string(), std::string("."), std::string("🙂 ?! ((("),
                                  std::string("SOLD SOLD SOLD"), std::string("one"), long_one}) {
    const language::CutSentence sentence{text, language::tokens(text, {})};
    const auto analysed = analyser.analyse({sentence});
    REQUIRE(analysed.size() == 1);
    const auto& tokens = analysed.front().tokens;
    REQUIRE(tokens.size() == sentence.words.size());
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

TEST_CASE("language: a sentence is read alike, alone and among others") {
  const auto analyser = test::value(language::Analyser::open(model(), test::shipped_lexicon()));
  std::vector<std::string> texts;
  for (const TreebankSentence& sentence : written(60, 11))
    texts.push_back(sentence.text);
  std::vector<language::CutSentence> all;
  for (const std::string& text : texts)
    all.push_back({text, language::tokens(text, {})});
  const auto together = analyser.analyse(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto alone = analyser.analyse({all[i]});
    for (std::size_t word = 0; word < all[i].words.size(); ++word) {
      CHECK(alone.front().tokens[word].head == together[i].tokens[word].head);
      CHECK(alone.front().tokens[word].relation == together[i].tokens[word].relation);
      CHECK(alone.front().tokens[word].arc_chance == together[i].tokens[word].arc_chance);
    }
  }
}

TEST_CASE("language: a damaged model is refused or analyses nonsense, but does not break") {
  CHECK_FALSE(language::Analyser::open({}, test::shipped_lexicon()).has_value());
  CHECK_FALSE(
      language::Analyser::open(model().substr(0, model().size() / 2), test::shipped_lexicon())
          .has_value());
  std::size_t opened = 0;
  test::for_seeds(60, [&](Random& random) {
    std::string damaged = model();
    for (int i = 0; i < 40; ++i)
      damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
    const auto analyser = language::Analyser::open(damaged, test::shipped_lexicon());
    if (!analyser) return;
    ++opened;
    const std::string text = "the old ship sold the salt of a town .";
    const auto analysed = analyser->analyse({{text, language::tokens(text, {})}});
    CHECK(analysed.front().tokens.size() == 10);
  });
  CHECK(opened > 0);
}

}  // namespace recto::train
