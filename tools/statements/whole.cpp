#include "tools/statements/whole.h"

#include <algorithm>
#include <set>
#include <utility>

#include "tools/patterns/apposition.h"
#include "tools/statements/asides.h"
#include "tools/statements/standing.h"
#include "tools/statements/tree.h"

namespace recto::statements {
namespace {

using patterns::Sentence;

constexpr std::size_t kMostWords = 60;    ///< of a sentence that is worth pruning
constexpr std::size_t kMostVersions = 6;  ///< of one sentence

class Maker {
 public:
  Maker(const Reading& reading, const Knowledge& knowledge, std::size_t index)
      : reading_(reading),
        knowledge_(knowledge),
        index_(index),
        read_(reading.sentences[index]),
        sentence_(read_.words),
        tree_(sentence_) {}

  void add_all(std::vector<Statement>& out) const {
    const std::optional<WordId> root = asserted_root();
    if (!root) return;
    const auto subject = subject_row(*root);
    if (!subject) return;
    const std::vector<Words> rows = rows_that_can_go(*root);
    std::set<std::vector<bool>> masks{mask_of(rows, sentence_.size(), std::nullopt)};
    std::vector<WordId> gaps;
    for (const patterns::SentenceValue& value : read_.values)
      gaps.push_back(value.words.begin);
    for (const Mention& mention : read_.mentions)
      gaps.push_back(mention.words.end - 1);
    for (const WordId gap : gaps)
      if (masks.size() < kMostVersions) masks.insert(mask_of(rows, sentence_.size(), gap));
    for (const std::vector<bool>& mask : masks)
      out.push_back(statement_of(*root, *subject, mask));
  }

 private:
  /// The main verb, or what something is, of a sentence that tells something.
  [[nodiscard]] std::optional<WordId> asserted_root() const {
    const WordId size = sentence_.size();
    if (size > kMostWords || size < 2 || !sentence_.is(size - 1, ".")) return std::nullopt;
    if (std::ranges::find(read_.spoken, true) != read_.spoken.end()) return std::nullopt;
    for (WordId at = 0; at < size; ++at)
      if (sentence_.head(at) == size && tree_.is_predicate(at) && !tree_.has_child(at, "mark"))
        return at;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Piece> subject_row(WordId root) const {
    const auto head = tree_.subject_of(root);
    if (!head) return std::nullopt;
    const auto row = tree_.row_below(*head, std::vector<bool>(sentence_.size(), false));
    if (!row) return std::nullopt;
    return Piece{Role::Subject, *row, *head, "nsubj", sentence_.analysed().tokens[*head].arc_chance,
                 false,         {}};
  }

  /// Asides, and clauses between commas that say something more: what is left stays true.
  [[nodiscard]] std::vector<Words> rows_that_can_go(WordId root) const {
    const auto appositions = patterns::find_appositions(sentence_, knowledge_.lexicon);
    std::vector<Words> rows = find_asides(read_, appositions);
    if (sentence_.upos(0) == "CCONJ") rows.push_back({0, sentence_.is(1, ",") ? WordId{2} : 1});
    for (WordId at = 0; at < sentence_.size(); ++at)
      if (const auto row = loose_clause(at, root)) rows.push_back(*row);
    return rows;
  }

  /// "…, making it the largest", "…, and moved to Basel", "While they met, …"
  [[nodiscard]] std::optional<Words> loose_clause(WordId at, WordId root) const {
    const std::string_view relation = sentence_.relation(at);
    const bool joined = relation == "conj" && sentence_.head(at) == root && is_verb(at);
    if ((relation != "advcl" || limits(at)) && !joined) return std::nullopt;
    auto row = tree_.row_below(at, std::vector<bool>(sentence_.size(), false));
    if (!row || row->holds(root)) return std::nullopt;
    const bool comma_before = row->begin > 0 && is_comma(sentence_, row->begin - 1);
    const bool comma_behind = is_comma(sentence_, row->end);
    const bool last = row->end + 1 == sentence_.size();
    if (row->begin == 0 && comma_behind) return Words{0, row->end + 1};
    if (comma_before && last) return Words{row->begin - 1, row->end};
    if (comma_before && comma_behind) return Words{row->begin - 1, row->end + 1};
    // "collected and burned every book": the object is of both.
    if (joined && tree_.has_child(at, "obj") && !tree_.has_child(root, "obj")) return std::nullopt;
    if (joined && last && sentence_.is_one_of(row->begin, {"and", "but"})) return row;
    return std::nullopt;
  }

  [[nodiscard]] bool is_verb(WordId at) const {
    return sentence_.upos(at) == "VERB" || tree_.has_child(at, "cop");
  }

  /// Whether the main clause holds only under it: "if it is hot", "unless …", "when it rains".
  [[nodiscard]] bool limits(WordId clause) const {
    return std::ranges::any_of(tree_.children(clause), [&](WordId child) {
      return sentence_.is_one_of(child, {"if", "unless", "when", "whenever", "where", "until",
                                         "once", "without", "except", "provided", "so", "than"});
    });
  }

  [[nodiscard]] bool is_part_of_verb(WordId at, WordId root) const {
    return at == root ||
           (at < sentence_.size() && sentence_.head(at) == root && sentence_.upos(at) == "AUX");
  }

  [[nodiscard]] Statement statement_of(WordId root, const Piece& subject,
                                       std::vector<bool> mask) const {
    Statement statement;
    statement.sentence = index_;
    statement.whole = true;
    Clause& clause = statement.clause;
    clause.predicate = root;
    clause.copular = tree_.has_child(root, "cop");
    clause.passive = sentence_.relation(subject.head) == "nsubj" &&
                     tree_.whole_relation(subject.head) == "nsubj:pass";
    clause.chance = subject.chance;
    clause.asides = std::move(mask);
    // "Athens (…), is the capital": the comma goes with what stood before it.
    WordId comma = subject.words.end;
    while (comma < sentence_.size() && clause.asides[comma])
      ++comma;
    if (comma < sentence_.size() && clause.asides[comma - 1] && sentence_.is(comma, ",") &&
        is_part_of_verb(comma + 1, root))
      clause.asides[comma] = true;
    const auto add_rest = [&](WordId begin, WordId end) {
      if (begin < end)
        clause.pieces.push_back({Role::Rest, {begin, end}, root, "root", 1, false, {}});
      for (WordId at = begin; at < end; ++at)
        if (clause.tells(at) && !clause.asides[at])
          clause.pieces.back().chance =
              std::min(clause.pieces.back().chance, sentence_.analysed().tokens[at].arc_chance);
    };
    add_rest(0, subject.words.begin);
    clause.pieces.push_back(subject);
    add_rest(subject.words.end, sentence_.size() - 1);
    find_fault(statement, subject.words);
    statement.text = write(statement, reading_);
    if (!statement.fault && is_torn(statement.text))
      statement.fault = "a piece of it is torn (C11)";
    return statement;
  }

  void find_fault(Statement& statement, Words subject) const {
    const Standing standing{
        reading_, read_, statement.clause.asides, knowledge_.lexicon, subject, std::nullopt, true};
    const Words all{0, sentence_.size() - 1};
    if (const auto fault = open_reference(standing, all)) {
      if (fault->weakness)
        note(*fault->weakness, fault->why, statement);
      else
        statement.fault = fault->why;
    }
    const bool unsure = std::ranges::any_of(read_.stand_ins, [&](const StandIn& one) {
      return !one.sure && statement.clause.tells(one.words.begin);
    });
    if (unsure)
      note(Weakness::UnsureMeant, "who is meant by a pronoun is not sure (C2)", statement);
  }

  static void note(Weakness weakness, std::string_view why, Statement& statement) {
    statement.weaknesses.set(static_cast<std::size_t>(weakness));
    if (statement.doubt.empty()) statement.doubt = why;
  }

  const Reading& reading_;
  const Knowledge& knowledge_;
  std::size_t index_;
  const ReadSentence& read_;
  const Sentence& sentence_;
  Tree tree_;
};

}  // namespace

void add_whole_sentences(const Reading& reading, const Knowledge& knowledge,
                         std::vector<Statement>& out) {
  for (std::size_t i = 0; i < reading.sentences.size(); ++i)
    Maker(reading, knowledge, i).add_all(out);
}

}  // namespace recto::statements
