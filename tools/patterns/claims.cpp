#include "tools/patterns/claims.h"

#include <algorithm>
#include <utility>

#include "tools/patterns/quote_marks.h"
#include "tools/patterns/speech.h"

namespace recto::patterns {
namespace {

constexpr WordId kLongestAddressee = 16;
constexpr WordId kLongestSource = 20;
constexpr WordId kLeastClaim = 3;

bool is_last_mark(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(at, {".", "!", "?", "\"", "”", "''", ")"});
}

bool is_quote(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(at, {"\"", "“", "”", "``", "''"});
}

bool is_finite(const Sentence& sentence, WordId at) {
  return sentence.xpos(at) == "VBD" || sentence.xpos(at) == "VBZ" || sentence.xpos(at) == "VBP" ||
         sentence.xpos(at) == "MD";
}

/// "According to plan": no one says it.
bool is_measure(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(
      at, {"plan",        "plans",      "schedule",  "rule",      "rules",        "law",
           "laws",        "prompt",     "prompts",   "need",      "needs",        "preference",
           "preferences", "custom",     "tradition", "principle", "principles",   "order",
           "size",        "age",        "type",      "taste",     "tastes",       "standard",
           "standards",   "guidelines", "wish",      "wishes",    "instructions", "ability",
           "factor",      "factors",    "criteria",  "rank",      "merit"});
}

class Finder {
 public:
  Finder(const Sentence& sentence, const Lexicon& lexicon)
      : sentence_(sentence), lexicon_(lexicon), quotes_(find_quote_marks(sentence.text())) {
    for (WordId at = 0; at < sentence.size(); ++at)
      if (sentence.relation(at) == "ccomp" && sentence.head(at) < at)
        clauses_.emplace_back(sentence.head(at), at);
    std::ranges::sort(clauses_);
    cut();
  }

  std::vector<Claim> find() {
    for (WordId at = 0; at < sentence_.size(); ++at) {
      if (sentence_.is(at, "according") && sentence_.is(at + 1, "to")) according(at);
      if (!is_saying(sentence_, at, lexicon_)) continue;
      if (!said_before(at)) said_behind(at);
    }
    return std::move(found_);
  }

 private:
  /// Parts between semicolons, without their closing marks.
  void cut() {
    for (WordId begin = 0; begin < sentence_.size();) {
      WordId next = begin;
      while (next < sentence_.size() && sentence_.word(next) != ";")
        ++next;
      WordId end = next;
      while (end > begin && is_last_mark(sentence_, end - 1))
        --end;
      parts_.push_back({begin, end});
      begin = next + 1;
    }
    finite_.push_back(0);
    for (WordId at = 0; at < sentence_.size(); ++at)
      finite_.push_back(finite_.back() + (is_finite(sentence_, at) ? 1U : 0U));
  }

  [[nodiscard]] Words part_of(WordId at) const {
    const auto next = std::ranges::upper_bound(parts_, at, {}, &Words::begin);
    return next == parts_.begin() ? Words{} : *std::prev(next);
  }

  /// From a word up to the end of its part; from the start of its part up to before a word.
  [[nodiscard]] Words claim_from(WordId begin) const {
    return {begin, std::max(begin, part_of(begin).end)};
  }
  [[nodiscard]] Words claim_up_to(WordId end) const {
    return {end == 0 ? 0 : part_of(end - 1).begin, end};
  }

  void add(Words source, Words claim, std::optional<WordId> verb) {
    if (sentence_.word(claim.begin) == "," || sentence_.word(claim.begin) == ":") ++claim.begin;
    if (claim.begin + kLeastClaim > claim.end || is_quote(sentence_, claim.begin)) return;
    for (WordId at = claim.begin; at < claim.begin + kLongestAddressee; ++at)
      if (sentence_.word(at) == ":" && is_quote(sentence_, at + 1)) return;
    if (sentence_.is_one_of(source.begin, {"i", "we", "you"}) || is_quoted(source.begin)) return;
    found_.push_back({source, claim, verb});
  }

  [[nodiscard]] bool is_quoted(WordId at) const {
    const std::size_t byte = sentence_.bytes({at, at + 1}).begin;
    const auto next = std::ranges::upper_bound(quotes_, byte, {},
                                               [](const QuoteMarks& one) { return one.span.end; });
    return next != quotes_.end() && next->span.begin < byte;
  }

  /// "According to Tarr, it fell", "it fell, according to Tarr".
  void according(WordId at) {
    const auto source = speaker_at(sentence_, at + 2);
    if (!source || is_measure(sentence_, source->end - 1)) return;
    const bool opens = at == 0 || sentence_.is_one_of(at - 1, {";", ":"});
    if (!opens) {
      const bool comma = sentence_.word(at - 1) == ",";
      add(*source, claim_up_to(comma ? at - 1 : at), std::nullopt);
    } else if (const auto begin = behind_source(source->end)) {
      add(*source, claim_from(*begin), std::nullopt);
    }
  }

  /// Where a claim begins behind its source and what belongs to that: "a report by the firm,".
  [[nodiscard]] std::optional<WordId> behind_source(WordId at) const {
    const std::string_view next = sentence_.upos(at);
    if (next == "PRON" || next == "DET") return at;
    for (const WordId last = at + kLongestSource; at < last && at < sentence_.size(); ++at) {
      if (sentence_.word(at) == ",") return is_quote(sentence_, at + 1) ? at + 2 : at + 1;
      if (is_finite(sentence_, at)) return std::nullopt;
    }
    return std::nullopt;
  }

  /// Behind an addressee: "told the court that".
  [[nodiscard]] std::optional<WordId> behind_that(WordId verb) const {
    for (WordId at = verb + 1; at <= verb + kLongestAddressee && at < sentence_.size(); ++at) {
      if (sentence_.is(at, "that") && (sentence_.xpos(at) == "IN" || sentence_.word(at + 1) == ","))
        return at + 1;
      if (is_finite(sentence_, at) || sentence_.word(at) == ";") return std::nullopt;
    }
    return std::nullopt;
  }

  /// "Tarr said that it fell", "Tarr said it fell".
  bool said_before(WordId verb) {
    if (sentence_.xpos(verb + 1) == "TO") return true;  // "says to go"
    const auto begin = clause_behind(verb);
    const auto source = begin ? subject_before(sentence_, verb) : std::nullopt;
    if (!source) return false;
    const bool inserted = sentence_.word(verb + 1) == "," && !is_quote(sentence_, verb + 2) &&
                          source->begin > 0 && sentence_.word(source->begin - 1) == ",";
    if (inserted) {
      // "It, Tarr said, fell": both sides.
      const WordId first = claim_up_to(source->begin - 1).begin;
      add(*source, claim_from(first), verb);
      return true;
    }
    add(*source, claim_from(*begin), verb);
    return true;
  }

  /// Where the clause under a verb begins: behind "that", else with the first word that the tree
  /// puts under the clause's verb ("tell us every claim counts").
  [[nodiscard]] std::optional<WordId> clause_behind(WordId verb) const {
    if (const auto that = behind_that(verb)) return that;
    const auto clause =
        std::ranges::lower_bound(clauses_, verb, {}, [](const auto& one) { return one.first; });
    if (clause == clauses_.end() || clause->first != verb) return std::nullopt;
    if (!sentence_.is_one_of(verb, {"tell", "tells", "told", "telling"})) return verb + 1;
    for (WordId at = verb + 1; at < clause->second && at < verb + kLongestAddressee; ++at)
      if (is_below(sentence_, at, clause->second)) return at;
    return clause->second;
  }

  /// "it fell, Tarr said", "it fell, said Tarr".
  void said_behind(WordId verb) {
    const auto subject = subject_before(sentence_, verb);
    if (subject && is_closed(verb + 1)) {
      if (subject->begin > 0 && sentence_.word(subject->begin - 1) == ",")
        add_before(*subject, subject->begin - 1, verb);
      return;
    }
    if (verb == 0 || sentence_.word(verb - 1) != "," || !is_finite(sentence_, verb)) return;
    const auto source = speaker_at(sentence_, verb + 1);
    if (source && is_closed(source->end)) add_before(*source, verb - 1, verb);
  }

  /// Whether an attribution ends before the word: "Tarr said", "Tarr said in a letter".
  [[nodiscard]] bool is_closed(WordId at) const {
    return at >= sentence_.size() || is_last_mark(sentence_, at) || sentence_.word(at) == "," ||
           sentence_.upos(at) == "ADP";
  }

  /// What stands before an attribution is its claim when it is a clause by itself.
  void add_before(Words source, WordId end, WordId verb) {
    const Words claim = claim_up_to(end);
    const std::string_view first = sentence_.xpos(claim.begin);
    const bool finite = finite_[claim.end] > finite_[claim.begin];
    if (finite && first != "IN" && first != "WRB") add(source, claim, verb);
  }

  const Sentence& sentence_;
  const Lexicon& lexicon_;
  std::vector<std::pair<WordId, WordId>> clauses_;  ///< verbs and the clauses behind them, sorted
  std::vector<QuoteMarks> quotes_;
  std::vector<Words> parts_;    ///< between semicolons
  std::vector<WordId> finite_;  ///< how many finite verbs stand before each word
  std::vector<Claim> found_;
};

}  // namespace

std::vector<Claim> find_claims(const Sentence& sentence, const Lexicon& lexicon) {
  return Finder(sentence, lexicon).find();
}

}  // namespace recto::patterns
