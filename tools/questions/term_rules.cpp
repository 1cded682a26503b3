// Terms of the article: a gap for one in what is said of it, and "What do you call …?"
#include <algorithm>
#include <vector>

#include "tools/questions/rules.h"
#include "tools/questions/statement_rule.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

using patterns::WordId;

constexpr std::size_t kFewestWords = 7;
constexpr std::size_t kMostWords = 28;
constexpr std::size_t kMostGaps = 2;  ///< of a statement
constexpr float kCommon = 3.0F;       ///< of a noun that is a term only where the article says so

/// How much of a term it is: what stands in headings and again and again, and few know.
float weight_of(const Term& term) {
  const auto often = static_cast<float>(std::min<std::size_t>(term.sentences, 5));
  const auto words = static_cast<float>(term.words.end - term.words.begin);
  return (term.in_heading ? 4.0F : 0.0F) + often + words - term.common;
}

class Rule : public StatementRule {
 public:
  using StatementRule::StatementRule;

  void add() {
    const std::size_t words = count_words(statement_.text);
    if (words < kFewestWords || words > kMostWords) return;
    add_gaps();
    if (!statement_.whole) add_called();
  }

 private:
  struct Found {
    const Piece* piece = nullptr;
    Term term;
  };

  void add_gaps() {
    std::vector<Found> found;
    for (const Piece& piece : statement_.clause.pieces) {
      if (!piece.put.empty() || piece.chance < kLeastSure) continue;
      for (WordId at = piece.words.begin; at < piece.words.end; ++at)
        if (const Term term = told_.terms.at(sentence_, at); can_be_gap(piece, term))
          found.push_back({&piece, term});
    }
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
      return weight_of(a.term) > weight_of(b.term);
    });
    if (found.size() > kMostGaps) found.resize(kMostGaps);
    for (const Found& one : found)
      put_gap(one);
  }

  /// Whether it is one term, whole, told once, of which the rest says something.
  [[nodiscard]] bool can_be_gap(const Piece& piece, const Term& term) const {
    const patterns::Words gap = term.words;
    if (gap.empty() || gap.begin < piece.words.begin || gap.end > piece.words.end) return false;
    if (term.sentences < 2 && !term.in_heading && term.common > kCommon) return false;
    for (WordId at = gap.begin; at < gap.end; ++at)
      if (statement_.clause.asides[at]) return false;
    const auto& words = sentence_.words;
    const WordId noun = gap.end - 1;
    if (words.relation(noun) == "compound" || words.upos(gap.end) == "NOUN") return false;
    // "the Olmec civilization": a part of a name, or of a longer term
    if (gap.begin > 0 && words.head(gap.begin - 1) == noun && words.upos(gap.begin - 1) != "DET" &&
        words.xpos(gap.begin - 1) != "PRP$")
      return false;
    if (is_joined(gap)) return false;
    return !stands_twice(noun);
  }

  /// "power-driven", "democracy's", "ferns, moss and orchids": a part of something.
  [[nodiscard]] bool is_joined(patterns::Words gap) const {
    const auto& words = sentence_.words;
    if (words.is_one_of(gap.end, {"-", "'s", "’s", "'", "’", "/"})) return true;
    if (gap.begin > 0 && words.is_one_of(gap.begin - 1, {"-", "/"})) return true;
    const auto joins = [&](WordId at) { return words.is_one_of(at, {"and", "or", "&"}); };
    return joins(gap.end) || (gap.begin > 0 && joins(gap.begin - 1)) ||
           words.relation(gap.end - 1) == "conj";
  }

  [[nodiscard]] bool stands_twice(WordId noun) const {
    const std::string& lemma = sentence_.token(noun).lemma;
    for (WordId at = 0; at < sentence_.words.size(); ++at)
      if (at != noun && statement_.clause.tells(at) && sentence_.token(at).lemma == lemma)
        return true;
    return false;
  }

  void put_gap(const Found& one) {
    patterns::Words gap = one.term.words;
    Piece asked = *one.piece;
    asked.words = gap;
    asked.head = gap.end - 1;
    // "an ____" would tell how the answer begins.
    std::string hole(kGap);
    if (gap.begin > one.piece->words.begin &&
        sentence_.words.is_one_of(gap.begin - 1, {"a", "an"}) &&
        !statement_.clause.asides[gap.begin - 1]) {
      --gap.begin;
      hole = "a(n) " + hole;
    }
    Candidate candidate;
    candidate.asked = asked;
    candidate.card = make_card(
        CardKind::Cloze, sentence_, "term",
        with_capital(statements::write(statement_, told_.reading, {{gap, std::move(hole)}})),
        answer_of(told_, statement_, one.term.words));
    if (const WordId count = one.term.words.end - one.term.words.begin; count > 1)
      candidate.card.hint = count == 2 ? "two words" : "three words";
    note(candidate.doubts, Doubt::TellsLittle, tells_little(asked));
    note(candidate.doubts, Doubt::AnswerIsTopic,
         told_.title.find(one.term.key) != std::string::npos);
    note(candidate.doubts, Doubt::Example, is_example());
    set_statement(told_, index_, candidate);
    candidate.key = one.term.words;
    out_.push_back(std::move(candidate));
  }

  /// "A monarchy is a government in which one ruler holds power": what is such a government called?
  void add_called() {
    const Piece* subject = statement_.find(Role::Subject);
    const Piece* complement = statement_.find(Role::Complement);
    if (subject == nullptr || complement == nullptr || !statement_.clause.copular) return;
    if (!subject->put.empty() || subject->chance < kLeastSure || !is_plain_be()) return;
    const Term term = told_.terms.at(sentence_, subject->head);
    if (term.words.empty() || !is_whole_subject(*subject, term) || !is_narrow(*complement)) return;
    if (!is_whole(*complement) || is_cut(*complement)) return;
    if (stands_twice(subject->head)) return;
    Candidate candidate = make_short(told_, index_, "called", *subject,
                                     "What do you call " + text(complement->words) + '?',
                                     text(subject->words), subject->words);
    note(candidate.doubts, Doubt::AnswerIsTopic, told_.title.find(term.key) != std::string::npos);
    out_.push_back(std::move(candidate));
  }

  [[nodiscard]] bool is_plain_be() const {
    return std::ranges::count_if(
               statement_.clause.pieces,
               [&](const Piece& piece) { return piece.role == Role::Auxiliary; }) == 1 &&
           std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
             return piece.role == Role::Auxiliary && piece.put.empty() &&
                    sentence_.words.is_one_of(piece.words.begin, {"is", "are"});
           });
  }

  /// "a government in which political power | —influence over leaders— | rests": its verb is gone.
  [[nodiscard]] bool is_cut(const Piece& complement) const {
    return sentence_.words.is_one_of(complement.words.end, {"—", "–", "--", "-"});
  }

  /// "A monarchy", "direct democracy": nothing else narrows it.
  [[nodiscard]] bool is_whole_subject(const Piece& subject, const Term& term) const {
    patterns::Words words = subject.words;
    if (sentence_.words.is_one_of(words.begin, {"a", "an"})) ++words.begin;
    return words == term.words;
  }

  /// "a government in which …", "the process of turning …": a kind, and what tells it from others.
  [[nodiscard]] bool is_narrow(const Piece& complement) const {
    constexpr WordId kFewest = 6;
    const auto& words = sentence_.words;
    if (complement.words.end - complement.words.begin < kFewest) return false;
    if (words.upos(complement.head) != "NOUN") return false;
    const bool plural = words.xpos(complement.head) == "NNS";
    if (!plural && !words.is_one_of(complement.words.begin, {"a", "an", "the"})) return false;
    if (words.is_one_of(complement.words.begin, {"the"}) && !words.is(complement.head + 1, "of") &&
        !words.is(complement.head + 1, "that"))
      return false;
    bool narrows = false;
    for (WordId at = complement.head + 1; at < complement.words.end; ++at)
      narrows = narrows || words.head(at) == complement.head;
    return narrows;
  }
};

}  // namespace

void add_terms(const Told& told, Candidates& out) {
  add_by_statement<Rule>(told, out);
  add_by_statement<Rule>(told, out, Of::WholeSentences);
}

}  // namespace recto::questions
