// Subjects and objects.
#include <algorithm>
#include <array>

#include "tools/patterns/nominal.h"
#include "tools/questions/name_class.h"
#include "tools/questions/rules.h"
#include "tools/questions/statement_rule.h"
#include "tools/statements/standing.h"

namespace recto::questions {
namespace {

using patterns::WordId;

constexpr language::Chance kSurePiece = 0.75F;
constexpr std::size_t kMostWords = 6;

/// "was called X", "is known as X"
constexpr std::array<std::string_view, 15> kNaming{
    "call",  "name",  "rename",  "nickname",  "dub",     "title",    "entitle", "know",
    "refer", "elect", "appoint", "designate", "declare", "proclaim", "crown"};

constexpr std::size_t kMostPhrase = 15;  ///< of an object: longer than kMostWords is for rating
constexpr std::size_t kMostRated = 22;

struct Government {
  std::string_view verb;
  std::string_view preposition;
};
/// Verbs that mean something only with their preposition.
constexpr std::array<Government, 55> kGovernment{
    {{"consist", "of"},     {"lead", "to"},       {"result", "in"},    {"result", "from"},
     {"come", "from"},      {"stem", "from"},     {"derive", "from"},  {"originate", "from"},
     {"depend", "on"},      {"rely", "on"},       {"base", "on"},      {"focus", "on"},
     {"belong", "to"},      {"divide", "into"},   {"turn", "into"},    {"convert", "into"},
     {"transform", "into"}, {"develop", "into"},  {"make", "of"},      {"make", "from"},
     {"compose", "of"},     {"translate", "to"},  {"translate", "as"}, {"translate", "into"},
     {"specialize", "in"},  {"specialise", "in"}, {"engage", "in"},    {"participate", "in"},
     {"replace", "by"},     {"replace", "with"},  {"refer", "to"},     {"use", "as"},
     {"use", "for"},        {"work", "as"},       {"regard", "as"},    {"describe", "as"},
     {"name", "after"},     {"know", "for"},      {"suffer", "from"},  {"die", "of"},
     {"contribute", "to"},  {"evolve", "from"},   {"merge", "with"},   {"remember", "for"},
     {"end", "in"},         {"compare", "to"},    {"compare", "with"}, {"investigate", "for"},
     {"criticize", "for"},  {"criticise", "for"}, {"praise", "for"},   {"incorporate", "into"},
     {"fine", "for"},       {"arrest", "for"},    {"convict", "of"}}};

/// As a reader counts: without marks and asides.
std::size_t count_of(const ReadSentence& sentence, Words words, const std::vector<bool>& asides) {
  std::size_t count = 0;
  for (WordId at = words.begin; at < words.end; ++at)
    count += asides[at] || sentence.words.upos(at) == "PUNCT" ? 0 : 1;
  return count;
}

/// "the first …", "the largest …", "the theory of …": only one can be meant.
bool singles_out(const ReadSentence& sentence, const Piece& piece) {
  if (!sentence.words.is(piece.words.begin, "the")) return false;
  for (WordId at = piece.words.begin; at < piece.words.end; ++at)
    if (sentence.words.is_one_of(at, {"first", "only", "last", "of"}) ||
        sentence.words.xpos(at) == "JJS")
      return true;
  return false;
}

class Rule : public StatementRule {
 public:
  using StatementRule::StatementRule;

  void add() {
    const Piece* subject = statement_.find(Role::Subject);
    const Piece* verb = statement_.find(Role::Verb);
    if (subject == nullptr || verb == nullptr || statement_.clause.copular) return;
    if (sentence_.words.is(subject->head, "there")) return;
    add_subject(*subject);
    for (const Piece& piece : statement_.clause.pieces) {
      if (piece.role == Role::Object) add_object(*subject, *verb, piece);
      if (piece.relation == "obl:agent") add_agent(piece);
      if (piece.role == Role::Clausal) add_name(*verb, piece);
      if (piece.role == Role::Adjunct) add_name_behind(*verb, piece);
      if (piece.role == Role::Adjunct) add_oblique(*verb, piece);
      if (piece.role == Role::Clausal) add_aim(*verb, piece);
      if (piece.role == Role::Clausal) add_finding(*subject, *verb, piece);
    }
  }

 private:
  void put(std::string_view rule, const Piece& asked, std::string prompt, Words key,
           std::string answer, const Doubts& doubts = {}) {
    Candidate candidate =
        make_short(told_, index_, rule, asked, std::move(prompt), std::move(answer), key);
    candidate.doubts |= doubts;
    if (const statements::Mention* mention = name_that_is(sentence_, key))
      candidate.entity = mention->entity;
    out_.push_back(std::move(candidate));
  }

  void add_subject(const Piece& subject) {
    if (subject.chance < kLeastSure ||
        count_of(sentence_, subject.words, statement_.clause.asides) > kMostWords)
      return;
    if (sentence_.value_at(subject.words.begin) != nullptr) return;  // how many
    const statements::Mention* mention = name_that_is(sentence_, subject.words);
    if (is_empty_answer(subject) || (mention == nullptr && is_vague_noun(subject))) return;
    const Wh wh = wh_for(told_, sentence_, subject.words, subject.head);
    if (wh.words == "what" && (mention != nullptr || sentence_.words.upos(subject.head) == "PROPN"))
      return;
    Doubts doubts;
    const Piece* verb = statement_.find(Role::Verb);
    const Piece* object = statement_.find(Role::Object);
    note(doubts, Doubt::OfPeople, verb != nullptr && is_of_people(*verb));
    note(doubts, Doubt::AnswerIsTopic, is_topic(told_, sentence_, subject.words));
    note(doubts, Doubt::NoObject, object == nullptr);
    // Who did something that many do, nobody can tell: what singles one out is asked for.
    const bool unique = object != nullptr && (singles_out(sentence_, *object) || is_named(*object));
    const bool detailed = object != nullptr && is_detailed(*object);
    note(doubts, Doubt::ByMany,
         !unique && !detailed && (mention != nullptr || !is_bare_thing(subject)) &&
             !has_name_besides(subject));
    note(doubts, Doubt::TellsLittle,
         tells_little(subject, kEnoughForName) ||
             (statement_.cut && !tells_more(told_, statement_, subject)));
    put("subject", subject, ask(told_, statement_, subject, wh), subject.words,
        answer_of(told_, statement_, subject.words), doubts);
  }

  /// "the hormone cortisol": the term alone, when it is one of these by the lexicon.
  [[nodiscard]] Words term_of(const Piece& object) const {
    const auto& words = sentence_.words;
    const WordId begin = object.words.begin;
    if (object.words.end != begin + 3 || !words.is(begin, "the")) return object.words;
    if (words.upos(begin + 1) != "NOUN" || words.upos(begin + 2) != "NOUN") return object.words;
    const Lexicon& lexicon = told_.knowledge.lexicon;
    const auto above = lexicon.senses(sentence_.token(begin + 1).lemma, PartOfSpeech::Noun);
    const auto below = lexicon.senses(sentence_.token(begin + 2).lemma, PartOfSpeech::Noun);
    if (above.empty() || below.empty()) return object.words;
    if (!lexicon.is_a(below.front().synset, above.front().synset)) return object.words;
    return {begin + 2, object.words.end};
  }

  /// "Kontak has developed …": what somebody with a name has made.
  [[nodiscard]] bool is_creation(const Piece& subject, const Piece& verb) const {
    static constexpr std::array<std::string_view, 14> kMaking{
        "develop", "invent",   "create", "build",   "design", "introduce", "launch",
        "propose", "discover", "found",  "compose", "write",  "publish",   "establish"};
    if (!is_name(sentence_, subject.words)) return false;
    return std::ranges::find(kMaking, sentence_.token(verb.head).lemma) != kMaking.end() &&
           !is_topic(told_, sentence_, subject.words);
  }

  /// "a device that recycles carbon dioxide into fuels": hardly two have it.
  [[nodiscard]] bool is_detailed(const Piece& object) const {
    constexpr int kDetails = 5;
    int content = 0;
    for (WordId at = object.words.begin; at < object.words.end; ++at) {
      const std::string_view upos = sentence_.words.upos(at);
      content += upos == "NOUN" || upos == "ADJ" || upos == "VERB" || upos == "PROPN" ? 1 : 0;
    }
    return content >= kDetails;
  }

  /// "many people", "his works", "several festivals": nobody learns that.
  [[nodiscard]] bool is_empty_answer(const Piece& piece) const {
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      if (sentence_.words.xpos(at) == "PRP$" || sentence_.words.is_one_of(at, {"like", "unlike"}))
        return true;
    return sentence_.words.is_one_of(
        piece.words.begin,
        {"many", "some", "several", "most", "various", "numerous", "his", "her", "its", "their",
         "people", "local", "similar", "other", "one", "few", "a few"});
  }

  /// "Cord-cutting has eroded …": a cause, not one of several persons.
  [[nodiscard]] bool is_bare_thing(const Piece& subject) const {
    const auto& words = sentence_.words;
    if (words.upos(subject.head) != "NOUN" || words.upos(subject.words.begin) == "DET")
      return false;
    return patterns::first_category(told_.knowledge.lexicon, sentence_.token(subject.head).lemma) !=
           Category::Person;
  }

  /// "the 2004 Summer Olympic Games", "Beringia"
  [[nodiscard]] bool is_named(const Piece& piece) const {
    if (name_that_is(sentence_, piece.words) != nullptr) return true;
    if (!sentence_.words.is(piece.words.begin, "the")) return false;
    return std::ranges::any_of(sentence_.mentions, [&](const statements::Mention& mention) {
      return mention.words.end == piece.words.end && piece.words.holds(mention.words.begin);
    });
  }

  [[nodiscard]] bool has_name_besides(const Piece& subject) const {
    return std::ranges::any_of(sentence_.mentions, [&](const statements::Mention& mention) {
      return !subject.words.holds(mention.words.begin) &&
             statement_.clause.tells(mention.words.begin);
    });
  }

  /// "results", "the system"; with more words they may do.
  [[nodiscard]] bool is_vague_noun(const Piece& piece) const {
    if (sentence_.words.upos(piece.head) == "PRON") return true;
    std::size_t content = 0;
    for (WordId at = piece.words.begin; at < piece.words.end; ++at) {
      const std::string_view upos = sentence_.words.upos(at);
      content += upos == "NOUN" || upos == "ADJ" || upos == "PROPN" ? 1 : 0;
    }
    return content < 2 && statements::is_vague(sentence_.token(piece.head).lemma);
  }

  /// What towns and countries do only in a manner of speaking: Seoul expects.
  [[nodiscard]] bool is_of_people(const Piece& verb) const {
    static constexpr std::array<std::string_view, 5> kMinds{"expect", "hope", "plan", "want",
                                                            "name"};
    const std::string& lemma = sentence_.token(verb.head).lemma;
    return is_of_games(lemma) || std::ranges::find(kMinds, lemma) != kMinds.end();
  }

  void add_object(const Piece& subject, const Piece& verb, const Piece& object) {
    const std::size_t length = count_of(sentence_, object.words, statement_.clause.asides);
    if (length > kMostPhrase || !can_be_asked(subject, verb, object)) return;
    Wh wh = wh_for(told_, sentence_, object.words, object.head);
    if (wh.words == "who" && is_tool(object)) wh.words = "what";
    if (wh.words.starts_with("which") && is_list(object)) return;  // "which" of both A and B
    const Words key = term_of(object);
    if (key.begin != object.words.begin)
      wh.words = "which " + std::string(sentence_.words.word(object.words.begin + 1));
    Doubts doubts;
    note(doubts, Doubt::OfGames, is_of_games(sentence_.token(verb.head).lemma));
    note(doubts, Doubt::GoesOn, sentence_.words.xpos(verb.head) == "VBG");
    note(doubts, Doubt::OfSome,
         name_that_is(sentence_, subject.words) == nullptr &&
             sentence_.words.is_one_of(subject.words.begin, {"a", "an", "some"}));
    note(doubts, Doubt::AnswerIsTopic, is_topic(told_, sentence_, object.words));
    note(doubts, Doubt::VagueAnswer, is_vague_noun(object));
    note(doubts, Doubt::ThinVerb, is_thin(verb, object));
    note(doubts, Doubt::LeftBehind, is_completed(object));
    // "sent troops", "received a patent": anybody could be asked for more.
    const bool plain = wh.words == "what" && !is_creation(subject, verb);
    note(doubts, Doubt::ByMany,
         plain && (statement_.also || !is_list(object)) && !tells_more(told_, statement_, object));
    note(doubts, Doubt::SingleWord, plain && !is_list(object) && is_single_word(object));
    const bool telling = (is_creation(subject, verb) && is_detailed(object)) || is_list(object) ||
                         wh.words.starts_with("which");
    note(doubts, Doubt::TellsLittle,
         tells_little(object, telling ? kEnoughForValue : kEnoughForName));
    put("object", object, ask(told_, statement_, object, wh), key,
        answer_of(told_, statement_, key), doubts);
    out_.back().self_rated = length > kMostWords;
  }

  [[nodiscard]] bool is_single_word(const Piece& piece) const {
    std::size_t content = 0;
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      content += sentence_.words.upos(at) != "DET" && sentence_.words.upos(at) != "PUNCT" ? 1 : 0;
    return content < 2;
  }

  /// Whether the object can be asked for at all.
  [[nodiscard]] bool can_be_asked(const Piece& subject, const Piece& verb,
                                  const Piece& object) const {
    if (object.chance < kLeastSure || object.relation == "iobj" || is_called(verb)) return false;
    if (sentence_.words.upos(object.head) == "PRON" || has_doer(object)) return false;
    // "died the following morning": when.
    static constexpr std::array<std::string_view, 12> kIntransitive{
        "die",    "arrive",   "happen",    "occur", "exist", "emerge",
        "appear", "reemerge", "disappear", "come",  "go",    "remain"};
    if (std::ranges::find(kIntransitive, sentence_.token(verb.head).lemma) != kIntransitive.end())
      return false;
    // How many, is asked elsewhere.
    return sentence_.value_at(object.words.begin) == nullptr &&
           sentence_.value_at(subject.words.begin) == nullptr && !is_empty_answer(object);
  }

  /// "enables businesses to grow", "accuses him of …": the object is who does what follows.
  [[nodiscard]] bool has_doer(const Piece& object) const {
    return std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
      return piece.words.begin == object.words.end && piece.role == Role::Clausal &&
             piece.relation == "xcomp" && sentence_.words.is(piece.words.begin, "to");
    });
  }

  /// "have a meeting", "take place": the object is half of the verb.
  [[nodiscard]] bool is_thin(const Piece& verb, const Piece& object) const {
    const std::string& lemma = sentence_.token(verb.head).lemma;
    for (const std::string_view thin :
         {"have",  "take", "make",  "give",       "do",      "get",   "play", "see",
          "put",   "keep", "show",  "set",        "pay",     "lose",  "find", "need",
          "bring", "form", "enter", "experience", "undergo", "reach", "offer"})
      if (lemma == thin) return name_that_is(sentence_, object.words) == nullptr;
    return false;
  }

  /// "signalled her arrival as a writer": what belongs to the object would be left behind.
  [[nodiscard]] bool is_completed(const Piece& object) const {
    return std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
      return piece.words.begin == object.words.end &&
             (piece.role == Role::Clausal || piece.chance < kSurePiece ||
              sentence_.words.is_one_of(piece.words.begin, {"as", "of", "than"}));
    });
  }

  [[nodiscard]] bool is_called(const Piece& verb) const {
    return std::ranges::find(kNaming, sentence_.token(verb.head).lemma) != kNaming.end();
  }

  void add_agent(const Piece& agent) {
    if (agent.chance < kLeastSure || !sentence_.words.is(agent.words.begin, "by")) return;
    const Words phrase{agent.words.begin + 1, agent.words.end};
    const std::size_t length = count_of(sentence_, phrase, statement_.clause.asides);
    if (phrase.empty() || length > kMostPhrase) return;
    if (sentence_.value_at(phrase.begin) != nullptr) return;
    // "promoted by brevet to Major": the way it was done.
    if (sentence_.words.upos(phrase.begin + 1) == "ADP" && phrase.end > phrase.begin + 1 &&
        !sentence_.words.is(phrase.begin + 1, "of"))
      return;
    if (sentence_.words.is_one_of(phrase.begin, {"other", "many", "some", "several"})) return;
    const Wh wh = wh_for(told_, sentence_, phrase, agent.head);
    if (wh.words == "what" && sentence_.words.upos(agent.head) == "PROPN") return;
    Doubts doubts;
    note(doubts, Doubt::TellsLittle, tells_little(agent));
    note(doubts, Doubt::VagueAnswer, is_vague_noun(agent));
    note(doubts, Doubt::AnswerIsTopic, is_topic(told_, sentence_, phrase));
    note(doubts, Doubt::OfPeople, wh.words == "what" && !is_active_thing(agent));
    note(doubts, Doubt::ByMany, !tells_more(told_, statement_, agent) && !is_deed());
    if (auto prompt = ask_agent(told_, statement_, agent, wh.words)) {
      put("agent", agent, std::move(*prompt), phrase, answer_of(told_, statement_, phrase), doubts);
      out_.back().self_rated = length > kMostWords;
    }
  }

  /// What is done once, by somebody.
  [[nodiscard]] bool is_deed() const {
    const Piece* verb = statement_.find(Role::Verb);
    if (verb == nullptr) return false;
    static constexpr std::array<std::string_view, 26> kDeeds{
        "found",     "write",       "build", "discover",  "invent",  "create",  "design",
        "compose",   "direct",      "paint", "establish", "conquer", "besiege", "destroy",
        "defeat",    "occupy",      "kill",  "dominate",  "develop", "produce", "publish",
        "introduce", "assassinate", "cause", "name",      "launch"};
    return std::ranges::find(kDeeds, sentence_.token(verb->head).lemma) != kDeeds.end();
  }

  /// Mountains may dominate, an official act does not reduce.
  [[nodiscard]] bool is_active_thing(const Piece& agent) const {
    const Category category =
        patterns::first_category(told_.knowledge.lexicon, sentence_.token(agent.head).lemma);
    return category == Category::Object || category == Category::Animal ||
           category == Category::Plant || category == Category::Substance ||
           category == Category::Phenomenon || category == Category::Artifact;
  }

  /// "was called X": asked with the rest of the statement as it is.
  void add_name(const Piece& verb, const Piece& name) {
    if (statement_.undated) return;
    const bool naming =
        is_called(verb) && sentence_.token(verb.head).lemma != "know" && statement_.clause.passive;
    if (!naming || name.chance < 0.5F || sentence_.words.xpos(name.head) == "VB") return;
    if (count_of(sentence_, name.words, statement_.clause.asides) > kMostWords) return;
    put("called", name, ask(told_, statement_, name, {.words = "what"}), name.words,
        answer_of(told_, statement_, name.words));
  }

  /// "was renamed to X", "is referred to as X", "is known as X"
  void add_name_behind(const Piece& verb, const Piece& piece) {
    if (statement_.undated || !is_called(verb) || piece.words.end - piece.words.begin < 2) return;
    if (!sentence_.words.is_one_of(piece.words.begin, {"to", "as"})) return;
    WordId begin = piece.words.begin + 1;
    std::string stranded(sentence_.words.word(piece.words.begin));
    if (sentence_.words.is(begin, "as")) {  // "to as"
      stranded += " as";
      ++begin;
    }
    const Words phrase{begin, piece.words.end};
    if (phrase.empty() || count_of(sentence_, phrase, statement_.clause.asides) > kMostWords + 2)
      return;
    Doubts doubts;
    // When, is half of the fact.
    note(doubts, Doubt::BareEvent,
         sentence_.token(verb.head).lemma == "rename" && !tells_more(told_, statement_, piece));
    put("called", piece, ask(told_, statement_, piece, {.words = "what", .stranded = stranded}),
        phrase, answer_of(told_, statement_, phrase), doubts);
  }

  /// "consists of X", "leads to X": the preposition stays with its verb.
  void add_oblique(const Piece& verb, const Piece& piece) {
    if (piece.chance < kLeastSure || piece.words.end - piece.words.begin < 2) return;
    const std::string& lemma = sentence_.token(verb.head).lemma;
    const std::string preposition(sentence_.words.word(piece.words.begin));
    const auto fits = [&](const Government& one) {
      return one.verb == lemma && one.preposition == preposition;
    };
    const Words phrase{piece.words.begin + 1, piece.words.end};
    for (WordId at = phrase.begin; at < phrase.end; ++at)
      if (sentence_.words.upos(at) == "NUM") return;
    if (std::ranges::none_of(kGovernment, fits) && !is_complement(verb, piece)) return;
    if (is_called(verb) && sentence_.words.is_one_of(piece.words.begin, {"to", "as"})) return;
    for (const Piece& other : statement_.clause.pieces)
      if (other.role == Role::Adjunct && other.put.empty() &&
          sentence_.words.is(other.words.begin, "by"))
        return;
    const std::size_t length = count_of(sentence_, phrase, statement_.clause.asides);
    if (length > kMostRated || sentence_.value_at(phrase.begin) != nullptr) return;
    if (sentence_.words.xpos(piece.head) == "VBG") return;
    Doubts doubts;
    note(doubts, Doubt::AnswerIsTopic, is_topic(told_, sentence_, phrase));
    note(doubts, Doubt::TellsLittle, tells_little(piece));
    note(doubts, Doubt::LeftBehind, is_completed(piece));  // "led to X as Y"
    note(doubts, Doubt::VagueAnswer, is_vague_noun(piece));
    note(doubts, Doubt::Undated, statement_.undated);
    note(doubts, Doubt::ByMany,
         std::ranges::none_of(kGovernment, fits) && !tells_more(told_, statement_, piece));
    Wh wh = wh_for(told_, sentence_, phrase, piece.head);
    wh.stranded = preposition;
    put("oblique", piece, ask(told_, statement_, piece, wh), phrase,
        answer_of(told_, statement_, phrase), doubts);
    out_.back().self_rated = length > kMostWords;
  }

  /// "a reaper", "a printer": a machine where it is an object, though it may be somebody.
  [[nodiscard]] bool is_tool(const Piece& piece) const {
    if (sentence_.words.upos(piece.head) != "NOUN") return false;
    const auto& lexicon = told_.knowledge.lexicon;
    return std::ranges::any_of(
        lexicon.senses(sentence_.token(piece.head).lemma, PartOfSpeech::Noun),
        [&](const Sense& sense) {
          return lexicon.synset(sense.synset).category == Category::Artifact;
        });
  }

  /// Only the first of joined infinitives is told.
  [[nodiscard]] bool is_followed(const Piece& piece) const {
    return sentence_.words.is_one_of(piece.words.end, {"and", "or"}) &&
           sentence_.words.is(piece.words.end + 1, "to");
  }

  /// "The initiative aims to …": what it is for.
  [[nodiscard]] bool is_undertaking() const {
    const Piece* subject = statement_.find(Role::Subject);
    if (subject == nullptr) return false;
    for (WordId at = subject->words.begin; at < subject->words.end; ++at)
      if (sentence_.words.is_one_of(at, {"initiative", "programme", "program", "project", "mission",
                                         "campaign", "plan", "act", "treaty", "study", "law"}))
        return true;
    return false;
  }

  /// "recommends that …": "What does X recommend?"
  void add_finding(const Piece& subject, const Piece& verb, const Piece& piece) {
    static constexpr std::array<std::string_view, 14> kFinding{
        "recommend", "propose", "discover", "prove",  "predict", "require", "demand",
        "rule",      "reveal",  "confirm",  "decide", "realize", "realise", "estimate"};
    const std::string& lemma = sentence_.token(verb.head).lemma;
    if (std::ranges::find(kFinding, lemma) == kFinding.end() || piece.chance < kLeastSure) return;
    if (piece.relation != "ccomp" || !sentence_.words.is(piece.words.begin, "that")) return;
    const std::size_t length = count_of(sentence_, piece.words, statement_.clause.asides);
    if (length < 4 || length > kMostRated) return;
    Doubts doubts;
    note(doubts, Doubt::OfSome,
         name_that_is(sentence_, subject.words) == nullptr && !stands_in(subject));
    note(doubts, Doubt::ByMany, !tells_more(told_, statement_, piece));
    put("finding", piece, ask(told_, statement_, piece, {.words = "what"}), piece.words,
        answer_of(told_, statement_, piece.words), doubts);
    out_.back().self_rated = true;
  }

  [[nodiscard]] bool stands_in(const Piece& piece) const {
    return std::ranges::any_of(sentence_.stand_ins, [&](const statements::StandIn& one) {
      return piece.words.holds(one.words.begin);
    });
  }

  /// "returned to mathematics after …": what the verb, without an object, is about; not where or
  /// when it happened.
  [[nodiscard]] bool is_complement(const Piece& verb, const Piece& piece) const {
    const auto& words = sentence_.words;
    WordId begin = verb.words.end;
    while (begin < piece.words.begin && words.upos(begin) == "ADV")
      ++begin;
    if (piece.words.begin != begin || statement_.find(Role::Object) != nullptr) return false;
    if (!words.is_one_of(piece.words.begin,
                         {"to", "into", "from", "on", "for", "with", "about", "against", "of"}))
      return false;
    if (sentence_.value_at(piece.words.end - 1) != nullptr) return false;
    const statements::Mention* mention = sentence_.mention_at(piece.head);
    const bool place =
        mention != nullptr && mention->entity != discourse::kNoEntity &&
        told_.reading.entities.all[mention->entity].kind == language::NameKind::Place;
    return !place || words.is(piece.words.begin, "for");
  }

  /// "aims to V": "What does X aim to do?"
  void add_aim(const Piece& verb, const Piece& piece) {
    const std::string& lemma = sentence_.token(verb.head).lemma;
    static constexpr std::array<std::string_view, 13> kAiming{
        "aim",     "decide", "plan", "agree", "promise", "refuse", "manage",
        "attempt", "try",    "hope", "want",  "intend",  "wish"};
    if (std::ranges::find(kAiming, lemma) == kAiming.end() || piece.chance < kLeastSure) return;
    if (!sentence_.words.is(piece.words.begin, "to") || sentence_.words.xpos(piece.head) != "VB")
      return;
    const std::size_t length = count_of(sentence_, piece.words, statement_.clause.asides);
    if (length < 4 || length > kMostRated || is_followed(piece)) return;
    if (!statement_.source.empty()) return;
    Doubts doubts;
    note(doubts, Doubt::TellsLittle, tells_little(piece));
    // What somebody aims at is one of many things, unless it is told when or what for.
    note(doubts, Doubt::ByMany, !tells_more(told_, statement_, piece) && !is_undertaking());
    put("aim", piece, ask(told_, statement_, piece, {.words = "what", .stranded = "to do"}),
        piece.words, answer_of(told_, statement_, piece.words), doubts);
    out_.back().self_rated = true;
  }
};

}  // namespace

void add_who_and_what(const Told& told, Candidates& out) {
  add_by_statement<Rule>(told, out);
}

}  // namespace recto::questions
