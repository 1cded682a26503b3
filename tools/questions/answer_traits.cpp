#include "tools/questions/answer_traits.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "content/base/fold.h"
#include "tools/questions/answerability.h"

namespace recto::questions {
namespace {

using patterns::WordId;

class Writer {
 public:
  Writer(const Candidate& candidate, const Told& told, Traits& traits)
      : candidate_(candidate), told_(told), lexicon_(told.knowledge.lexicon), traits_(traits) {}

  /// Where in the sentence's tree the answer hangs.
  void add_place() {
    const Statement& statement = told_.statements[*candidate_.statement];
    constexpr int kDeepest = 12;
    const auto& words = told_.sentence(statement).words;
    const Words key = candidate_.key;
    add("whole", statement.whole);
    add("left out", static_cast<double>(std::ranges::count(statement.clause.asides, true)));
    double depth = 0;
    std::map<std::string_view, bool> under;
    WordId at = key.empty() ? words.size() : told_.sentence(statement).top_of(key);
    for (int step = 0; step < kDeepest && at < words.size(); ++step) {
      under[words.relation(at)] = true;
      at = words.head(at);
      depth += 1;
    }
    add("depth", depth);
    for (const std::string_view relation : {"acl", "advcl", "appos", "conj", "nmod", "ccomp",
                                            "xcomp", "obl", "parataxis", "obj", "nsubj"})
      add("under " + std::string(relation), under.contains(relation));
    const auto behind = [&](std::string_view word) {
      return key.begin > 0 && words.is(key.begin - 1, word);
    };
    for (const std::string_view word : {"of", "in", "by", "to", "for", "the", "a", "and"})
      add("behind " + std::string(word), behind(word));
    add("before of", !key.empty() && words.is(key.end, "of"));
    add("before and", !key.empty() && words.is_one_of(key.end, {"and", ",", "or"}));
    add("ends", !key.empty() && key.end + 1 >= words.size());
    double rarest = 12;
    for (WordId one = key.begin; one < key.end; ++one)
      if (words.upos(one) == "NOUN" || words.upos(one) == "ADJ")
        rarest = std::min(
            rarest, static_cast<double>(commonness(
                        lexicon_, told_.sentence(statement).token(one).lemma,
                        words.upos(one) == "ADJ" ? PartOfSpeech::Adjective : PartOfSpeech::Noun)));
    add("answer rarest", rarest);
  }

  /// How much the article is about what the answer names, and how much about what stands beside it.
  void add_weight() {
    const Statement& statement = told_.statements[*candidate_.statement];
    const ReadSentence& sentence = told_.sentence(statement);
    const Words key = candidate_.key;
    const auto sentences = static_cast<double>(told_.reading.sentences.size());
    double often = 0;
    double beside = 0;
    bool in_title = false;
    double title_beside = 0;
    for (WordId at = 0; at < sentence.words.size(); ++at) {
      const auto found = told_.nouns.find(sentence.token(at).lemma);
      if (found == told_.nouns.end() || !statement.clause.tells(at)) continue;
      const auto places = static_cast<double>(found->second.size());
      const bool titled = told_.title.find(sentence.token(at).lemma) != std::string::npos;
      if (key.holds(at)) {
        often = std::max(often, places);
        in_title = in_title || titled;
      } else {
        beside = std::max(beside, places);
        title_beside += titled ? 1 : 0;
      }
    }
    add("dates told", told_.dates);
    add("figures told", told_.figures);
    const auto verb = told_.verbs.find(sentence.token(statement.clause.predicate).lemma);
    add("verb often", verb == told_.verbs.end() ? 0 : static_cast<double>(verb->second.size()));
    add("answer often", often);
    add("answer share", often / std::max(1.0, sentences));
    add("answer in title", in_title);
    add("beside often", beside);
    add("beside share", beside / std::max(1.0, sentences));
    add("title beside", title_beside);
    const WordId head = candidate_.asked ? candidate_.asked->head : key.begin;
    const auto& words = sentence.words;
    add("senses", static_cast<double>(
                      lexicon_.senses(sentence.token(head).lemma, PartOfSpeech::Noun).size()));
    add("one term",
        key.end > key.begin + 1 && lexicon_.knows(fold_case(words.text(key)), PartOfSpeech::Noun));
    add("adjective before", key.begin > 0 && words.upos(key.begin - 1) == "ADJ");
    add("verb before", key.begin > 0 && words.upos(key.begin - 1) == "VERB");
    add("begins", key.begin == 0);
    add("listed", words.relation(head) == "conj" ||
                      std::ranges::any_of(words.analysed().tokens, [&](const language::Token& one) {
                        return one.head == head && one.relation == "conj";
                      }));
  }

 private:
  void add(std::string name, double value) { traits_.add(std::move(name), value); }
  void add(std::string name, bool is) { traits_.add(std::move(name), is ? 1.0 : 0.0); }

  const Candidate& candidate_;
  const Told& told_;
  const Lexicon& lexicon_;
  Traits& traits_;
};

}  // namespace

void add_answer_traits(const Candidate& candidate, const Told& told, Traits& traits) {
  Writer writer(candidate, told, traits);
  writer.add_place();
  writer.add_weight();
}

}  // namespace recto::questions
