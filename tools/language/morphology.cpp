#include "tools/language/morphology.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/base/ascii.h"

namespace recto::language {
namespace {

/// How many heads are climbed in search of what a word shares with them.
constexpr int kMostSteps = 8;

struct Pronoun {
  std::string_view form;
  std::uint8_t person;
  Number number;
  Gender gender;
};

constexpr std::array<Pronoun, 40> kPronouns{{
    {"i", 1, Number::Singular, Gender::None},
    {"me", 1, Number::Singular, Gender::None},
    {"my", 1, Number::Singular, Gender::None},
    {"mine", 1, Number::Singular, Gender::None},
    {"myself", 1, Number::Singular, Gender::None},
    {"we", 1, Number::Plural, Gender::None},
    {"us", 1, Number::Plural, Gender::None},
    {"'s", 1, Number::Plural, Gender::None},
    {"our", 1, Number::Plural, Gender::None},
    {"ours", 1, Number::Plural, Gender::None},
    {"ourselves", 1, Number::Plural, Gender::None},
    {"you", 2, Number::None, Gender::None},
    {"u", 2, Number::None, Gender::None},
    {"your", 2, Number::None, Gender::None},
    {"yours", 2, Number::None, Gender::None},
    {"yourself", 2, Number::Singular, Gender::None},
    {"yourselves", 2, Number::Plural, Gender::None},
    {"he", 3, Number::Singular, Gender::Masculine},
    {"him", 3, Number::Singular, Gender::Masculine},
    {"his", 3, Number::Singular, Gender::Masculine},
    {"himself", 3, Number::Singular, Gender::Masculine},
    {"she", 3, Number::Singular, Gender::Feminine},
    {"her", 3, Number::Singular, Gender::Feminine},
    {"hers", 3, Number::Singular, Gender::Feminine},
    {"herself", 3, Number::Singular, Gender::Feminine},
    {"it", 3, Number::Singular, Gender::Neuter},
    {"its", 3, Number::Singular, Gender::Neuter},
    {"itself", 3, Number::Singular, Gender::Neuter},
    {"one", 3, Number::Singular, Gender::None},
    {"one's", 3, Number::Singular, Gender::None},
    {"oneself", 3, Number::Singular, Gender::None},
    {"they", 3, Number::Plural, Gender::None},
    {"them", 3, Number::Plural, Gender::None},
    {"'em", 3, Number::Plural, Gender::None},
    {"their", 3, Number::Plural, Gender::None},
    {"theirs", 3, Number::Plural, Gender::None},
    {"themselves", 3, Number::Plural, Gender::None},
    {"this", 3, Number::Singular, Gender::None},
    {"these", 3, Number::Plural, Gender::None},
    {"those", 3, Number::Plural, Gender::None},
}};

struct Kind {
  std::string_view form;
  PronounType type;
  bool adverb = false;  ///< as an adverb, too
};

/// Determiners, pronouns and adverbs that say how many or which.
constexpr std::array<Kind, 45> kKinds{{
    {"the", PronounType::Article},
    {"a", PronounType::Article},
    {"an", PronounType::Article},
    {"this", PronounType::Demonstrative},
    {"that", PronounType::Demonstrative},
    {"these", PronounType::Demonstrative},
    {"those", PronounType::Demonstrative},
    {"some", PronounType::Indefinite},
    {"any", PronounType::Indefinite},
    {"another", PronounType::Indefinite},
    {"either", PronounType::Indefinite},
    {"quite", PronounType::Indefinite},
    {"such", PronounType::Indefinite},
    {"half", PronounType::Indefinite},
    {"many", PronounType::Indefinite},
    {"no", PronounType::Negative},
    {"neither", PronounType::Negative},
    {"none", PronounType::Negative},
    {"all", PronounType::Total},
    {"every", PronounType::Total},
    {"each", PronounType::Total},
    {"both", PronounType::Total},
    {"something", PronounType::Indefinite},
    {"anything", PronounType::Indefinite},
    {"someone", PronounType::Indefinite},
    {"anyone", PronounType::Indefinite},
    {"somebody", PronounType::Indefinite},
    {"anybody", PronounType::Indefinite},
    {"nothing", PronounType::Negative},
    {"nobody", PronounType::Negative},
    {"everything", PronounType::Total},
    {"everyone", PronounType::Total},
    {"everybody", PronounType::Total},
    {"then", PronounType::Demonstrative, true},
    {"there", PronounType::Demonstrative, true},
    {"now", PronounType::Demonstrative, true},
    {"here", PronounType::Demonstrative, true},
    {"never", PronounType::Negative, true},
    {"nowhere", PronounType::Negative, true},
    {"always", PronounType::Total, true},
    {"everywhere", PronounType::Total, true},
    {"ever", PronounType::Indefinite, true},
    {"sometimes", PronounType::Indefinite, true},
    {"somewhere", PronounType::Indefinite, true},
    {"anywhere", PronounType::Indefinite, true},
}};

bool is_a(std::string_view relation, std::string_view kind) {
  return relation.substr(0, relation.find(':')) == kind;
}

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Reads a sentence's features; subjects and auxiliaries are looked up once.
class Reader {
 public:
  Reader(std::string_view sentence, const std::vector<Token>& tokens)
      : sentence_(sentence), tokens_(tokens), clauses_(tokens.size()) {
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (tokens[i].head < tokens.size()) note_child(clauses_[tokens[i].head], i);
  }

  std::vector<Morphology> read() const {
    std::vector<Morphology> found;
    found.reserve(tokens_.size());
    for (WordId i = 0; i < tokens_.size(); ++i)
      found.push_back(of(i));
    return found;
  }

 private:
  /// What hangs on a word.
  struct Clause {
    WordId subject = kNoWord;
    bool modal = false;  ///< an auxiliary that an infinitive follows, or "to"
    bool be = false;
    bool have = false;
    bool passive = false;
    bool marked = false;    ///< a conjunction or preposition opens it
    bool relative = false;  ///< a relative clause hangs on it
    bool together = false;  ///< "and" joins more to it
  };

  void note_child(Clause& clause, std::size_t child) {
    const Token& token = tokens_[child];
    const std::string_view relation = token.relation;
    const bool subject = is_a(relation, "nsubj") || is_a(relation, "csubj") || relation == "expl";
    if (subject && clause.subject == kNoWord) clause.subject = static_cast<WordId>(child);
    if (is_a(relation, "aux")) note_auxiliary(clause, token);
    clause.modal = clause.modal || token.tag.xpos == "TO";
    clause.marked = clause.marked || relation == "mark" || relation == "case";
    clause.relative = clause.relative || relation.ends_with(":relcl");
    clause.together = clause.together || relation == "conj";
  }

  static void note_auxiliary(Clause& clause, const Token& token) {
    clause.passive = clause.passive || token.relation == "aux:pass";
    clause.be = clause.be || (token.lemma == "be" && token.relation == "aux");
    clause.have = clause.have || token.lemma == "have";
    const bool bare_do = token.lemma == "do" && token.tag.xpos == "VB";
    clause.modal = clause.modal || token.tag.xpos == "MD" || (token.lemma == "do" && !bare_do);
  }

  [[nodiscard]] Morphology of(WordId word) const {
    const std::string_view xpos = tokens_[word].tag.xpos;
    if (xpos.starts_with('V')) return verb(word);
    Morphology found;
    if (xpos == "MD") found.verb = VerbForm::Finite;
    if (xpos == "NN" || xpos == "NNP") found.number = Number::Singular;
    if (xpos == "NNS" || xpos == "NNPS") found.number = Number::Plural;
    if (xpos == "NNP" && tokens_[word].tag.upos != "PROPN") found.number = Number::None;
    const bool adjective = tokens_[word].tag.upos == "ADJ";  // in a name: "Red Sea"
    if (xpos == "JJ" || (xpos == "NNP" && adjective)) found.degree = Degree::Positive;
    if (xpos == "JJR" || xpos == "RBR") found.degree = Degree::Comparative;
    if (xpos == "JJS" || xpos == "RBS") found.degree = Degree::Superlative;
    if (xpos.starts_with("PRP")) read_personal(word, found);
    if (xpos.starts_with('W')) found.pronoun = relative_or_not(word);
    if (xpos == "WP$") found.possessive = true;
    if (is_among(xpos, std::array<std::string_view, 4>{"DT", "PDT", "NN", "RB"}))
      read_kind(word, found);
    return found;
  }

  [[nodiscard]] std::string form(WordId word) const {
    const Span span = tokens_[word].span;
    std::string lower = ascii_lowered(sentence_.substr(span.begin, span.end - span.begin));
    if (lower.starts_with("’")) lower.replace(0, std::string_view("’").size(), "'");
    return lower;
  }

  void read_personal(WordId word, Morphology& found) const {
    const std::string lower = form(word);
    found.pronoun = PronounType::Personal;
    found.possessive = tokens_[word].tag.xpos == "PRP$" || lower == "mine" ||
                       (lower.ends_with("rs") && lower.size() < 7) || lower == "his";
    if (const Pronoun* known = find_pronoun(lower); known != nullptr) {
      found.person = known->person;
      found.number = known->number;
      found.gender = known->gender;
    }
  }

  static const Pronoun* find_pronoun(std::string_view lower) {
    const auto* const known = std::find_if(kPronouns.begin(), kPronouns.end(),
                                           [&](const Pronoun& one) { return one.form == lower; });
    return known == kPronouns.end() ? nullptr : known;
  }

  void read_kind(WordId word, Morphology& found) const {
    const std::string lower = form(word);
    const auto* const kind = std::find_if(kKinds.begin(), kKinds.end(),
                                          [&](const Kind& one) { return one.form == lower; });
    if (kind == kKinds.end()) return;
    const bool determiner = tokens_[word].tag.xpos.ends_with("DT");
    if (tokens_[word].tag.xpos == "NN" && tokens_[word].tag.upos != "PRON") return;
    if (tokens_[word].tag.xpos == "RB" && !kind->adverb) return;
    found.pronoun = kind->type;
    if (lower == "the") found.definite = Definiteness::Definite;
    if (lower == "a" || lower == "an") found.definite = Definiteness::Indefinite;
    if (determiner && kind->type == PronounType::Demonstrative)
      found.number = lower.ends_with("se") ? Number::Plural : Number::Singular;
    if (lower == "each" && word + 1 < tokens_.size() && form(word + 1) == "other")
      found.pronoun = PronounType::Reciprocal;
  }

  /// "what he said" and "the mill that stood" are relative, "what he asked" in a question is not.
  [[nodiscard]] PronounType relative_or_not(WordId word) const {
    const Token& token = tokens_[word];
    if (clauses_[word].relative) return PronounType::Relative;
    if (token.tag.xpos == "WDT") {
      const bool that = form(word) == "that";
      return token.tag.upos == "PRON" || that ? PronounType::Relative : PronounType::Interrogative;
    }
    WordId at = word;
    for (int steps = 0; steps < kMostSteps; ++steps) {
      const std::string_view relation = tokens_[at].relation;
      if (at != word && relation.ends_with(":relcl")) return PronounType::Relative;
      static constexpr std::array<std::string_view, 6> kClauses{"ccomp",     "advcl", "csubj",
                                                                "parataxis", "conj",  "xcomp"};
      if (at != word && is_among(relation.substr(0, relation.find(':')), kClauses)) break;
      at = tokens_[at].head;
      if (at >= tokens_.size()) break;
    }
    return PronounType::Interrogative;
  }

  [[nodiscard]] Morphology verb(WordId word) const {
    const std::string_view xpos = tokens_[word].tag.xpos;
    Morphology found;
    if (xpos == "VB") read_bare(word, found);
    if (xpos == "VBG") {
      found.verb = gerund_or_participle(word);
      if (found.verb == VerbForm::Participle) found.tense = Tense::Present;
    }
    if (xpos == "VBN") {
      found.verb = VerbForm::Participle;
      found.tense = Tense::Past;
      found.passive = is_passive(word);
    }
    if (xpos == "VBD" || xpos == "VBP" || xpos == "VBZ") read_finite(word, found);
    return found;
  }

  /// The word whose children speak for a verb: an auxiliary's or copula's head.
  [[nodiscard]] WordId clause_head(WordId word) const {
    const Token& token = tokens_[word];
    const bool helps = is_a(token.relation, "aux") || token.relation == "cop";
    return helps && token.head < tokens_.size() ? token.head : word;
  }

  /// Up the chain of words joined by "and" while `goes_on`; the last one reached.
  template <class Predicate>
  [[nodiscard]] WordId climb(WordId word, Predicate goes_on) const {
    for (int steps = 0; steps < kMostSteps && tokens_[word].relation == "conj" &&
                        tokens_[word].head < tokens_.size() && goes_on(word);
         ++steps)
      word = tokens_[word].head;
    return word;
  }

  /// Infinitive or imperative.
  void read_bare(WordId word, Morphology& found) const {
    const bool helps = clause_head(word) != word;
    const WordId head = climb(clause_head(word), [&](WordId at) {
      return !clauses_[at].modal && clauses_[at].subject == kNoWord;
    });
    const Clause& clause = clauses_[head];
    const Token& token = tokens_[head];
    const bool copula = tokens_[word].relation == "cop";
    const bool asks = !clause.modal && !clause.marked && clause.subject == kNoWord &&
                      !is_a(token.relation, "xcomp") && !is_a(token.relation, "ccomp") &&
                      (token.tag.xpos == "VB" || copula) &&
                      (!helps || copula || tokens_[word].lemma == "do");
    found.verb = asks ? VerbForm::Finite : VerbForm::Infinitive;
    if (asks) found.mood = Mood::Imperative;
  }

  [[nodiscard]] VerbForm gerund_or_participle(WordId word) const {
    static constexpr std::array<std::string_view, 10> kGerunds{
        "acl", "amod", "xcomp", "csubj", "ccomp", "obj", "nsubj", "compound", "nmod", "appos"};
    if (clauses_[word].be) return VerbForm::Participle;
    const WordId at = climb(word, [&](WordId one) { return !clauses_[one].be; });
    if (at != word && (clauses_[at].be || tokens_[at].tag.xpos != "VBG"))
      return VerbForm::Participle;
    const std::string_view relation = tokens_[at].relation;
    return is_among(relation.substr(0, relation.find(':')), kGerunds) ? VerbForm::Gerund
                                                                      : VerbForm::Participle;
  }

  [[nodiscard]] bool is_passive(WordId word) const {
    const std::string_view relation = tokens_[word].relation;
    if (is_a(relation, "aux") || relation == "cop") return false;
    const auto decides = [&](WordId at) {
      return clauses_[at].passive || clauses_[at].have || clauses_[at].be;
    };
    const WordId at = climb(word, [&](WordId one) { return !decides(one); });
    return clauses_[at].passive || !clauses_[at].have;
  }

  void read_finite(WordId word, Morphology& found) const {
    const std::string_view xpos = tokens_[word].tag.xpos;
    found.verb = VerbForm::Finite;
    found.mood = Mood::Indicative;
    found.tense = xpos == "VBD" ? Tense::Past : Tense::Present;
    found.number = Number::Singular;
    found.person = 3;
    if (xpos == "VBZ") return;
    read_agreement(word, found);
    const std::string lower = form(word);
    if (lower == "was" || lower == "am" || lower == "'m") found.number = Number::Singular;
    if (lower == "am" || lower == "'m") found.person = 1;
    const bool plural = lower == "were" || xpos == "VBP";
    if (plural && found.person == 3) found.number = Number::Plural;
  }

  /// Number and person of the subject, for a verb that does not show them.
  void read_agreement(WordId word, Morphology& found) const {
    const WordId head =
        climb(clause_head(word), [&](WordId at) { return clauses_[at].subject == kNoWord; });
    WordId subject = clauses_[head].subject;
    if (subject == kNoWord && tokens_[word].tag.xpos == "VBP") found.person = 1;  // "Thank you"
    if (subject == kNoWord) return;
    if (tokens_[subject].tag.xpos.starts_with('W') && tokens_[head].relation.ends_with(":relcl") &&
        tokens_[head].head < tokens_.size())
      subject = tokens_[head].head;  // "the mills that stood"
    const std::string_view xpos = tokens_[subject].tag.xpos;
    const Pronoun* pronoun = find_pronoun(form(subject));
    if (pronoun != nullptr && (xpos.starts_with("PRP") || xpos == "DT")) {
      found.person = pronoun->person;
      found.number = pronoun->number == Number::None ? Number::Singular : pronoun->number;
    }
    const bool plural =
        xpos == "NNS" || xpos == "NNPS" || xpos == "CD" || clauses_[subject].together;
    if (plural) found.number = Number::Plural;
  }

  std::string_view sentence_;
  const std::vector<Token>& tokens_;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Morphology> morphology_of(std::string_view sentence, const std::vector<Token>& tokens) {
  return Reader(sentence, tokens).read();
}

}  // namespace recto::language
