// Causes, purposes and means: asked for a phrase that the learner rates.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "tools/questions/rules.h"
#include "tools/questions/statement_rule.h"

namespace recto::questions {
namespace {

using patterns::WordId;

constexpr WordId kLongest = 22;
constexpr WordId kShortest = 3;

/// "plans to", "the right to": the infinitive belongs to the noun.
bool takes_infinitive(std::string_view noun) {
  static constexpr std::array<std::string_view, 83> kNouns{
      "plan",       "directive",  "order",          "right",       "effort",      "attempt",
      "ability",    "decision",   "desire",         "need",        "opportunity", "chance",
      "way",        "permission", "intention",      "proposal",    "duty",        "tendency",
      "failure",    "refusal",    "promise",        "agreement",   "time",        "power",
      "authority",  "commitment", "responsibility", "call",        "pressure",    "reason",
      "deal",       "bid",        "license",        "incentive",   "offer",       "campaign",
      "movement",   "law",        "place",          "conspiracy",  "threat",      "pledge",
      "vow",        "push",       "battle",         "fight",       "race",        "struggle",
      "demand",     "request",    "obligation",     "mandate",     "mission",     "tool",
      "technology", "device",     "space",          "room",        "money",       "courage",
      "strength",   "capacity",   "potential",      "willingness", "invitation",  "urge",
      "drive",      "job",        "task",           "goal",        "aim",         "dream",
      "ambition",   "hope",       "method",         "means",       "process",     "system",
      "program",    "charge",     "talent",         "freedom",     "option"};
  return std::ranges::find(kNouns, noun) != kNouns.end();
}

bool quotes(const ReadSentence& sentence, const Piece& piece) {
  for (WordId at = piece.words.begin; at < piece.words.end; ++at)
    if (sentence.words.is_one_of(at, {"\"", "“", "”", "‘"})) return true;
  return false;
}

/// Of "to V": somebody does something in order to; things have no purpose.
bool is_purpose(const Told& told, const Statement& statement, const Piece& piece) {
  const ReadSentence& sentence = told.sentence(statement);
  if (!sentence.words.is(piece.words.begin, "to")) return true;
  const Piece* subject = statement.find(Role::Subject);
  const Piece* verb = statement.find(Role::Verb);
  if (subject == nullptr || verb == nullptr || statement.clause.copular) return false;
  // "used the telescope to study" says nothing that "telescope" does not.
  const std::string& lemma = sentence.token(verb->head).lemma;
  if (lemma == "use" || lemma == "originate" || lemma == "continue" || lemma == "go") return false;
  // "expects producers to raise …": what they are to do.
  for (const std::string_view one :
       {"expect",   "want",  "ask",      "require",  "allow", "enable",    "help",
        "force",    "lead",  "persuade", "cause",    "urge",  "encourage", "order",
        "tell",     "teach", "permit",   "get",      "need",  "invite",    "recommend",
        "instruct", "train", "inspire",  "convince", "push",  "design",    "find"})
    if (lemma == one) return false;
  return statement.find(Role::Object) != nullptr || statement.find(Role::Clausal) != nullptr;
}

/// "why", "how", or empty.
std::string_view wh_of(const ReadSentence& sentence, const Piece& piece) {
  const auto& words = sentence.words;
  const WordId first = piece.words.begin;
  const bool clause = words.relation(piece.head) == "advcl";
  if (clause && words.is(first, "because")) return "why";
  const bool present = words.xpos(piece.head) == "VBP" || words.xpos(piece.head) == "VBZ";
  if (clause && piece.loose && present && words.is_one_of(first, {"as", "since"})) return "why";
  if (!clause &&
      (words.is(first, "because") || (words.is(first, "due") && words.is(first + 1, "to"))))
    return "why";
  if (clause && words.is(first, "by") && words.xpos(piece.head) == "VBG") {
    // "charged him by publishing": he published.
    const WordId verb = words.head(piece.head);
    if (verb < words.size() && sentence.token(verb).lemma != "charge" &&
        sentence.token(verb).lemma != "accuse" && sentence.token(verb).lemma != "convict" &&
        sentence.token(verb).lemma != "blame")
      return "how";
    return {};
  }
  const bool manner = !clause && piece.relation == "obl" && words.is(first, "by") &&
                      words.upos(piece.head) == "NOUN" && sentence.value_at(piece.head) == nullptr;
  if (manner &&
      words.is_one_of(words.head(piece.head),
                      {"learn", "learns", "work", "works", "spread", "spreads", "reproduce",
                       "travel", "move", "communicate", "hunt", "breathe", "feed"}))
    return "how";
  if (clause && words.is(first, "to") && words.xpos(piece.head) == "VB" && first > 0 &&
      !takes_infinitive(sentence.token(first - 1).lemma))
    return "why";
  if (clause && words.is(first, "in") && words.is(first + 1, "order")) return "why";
  return {};
}

/// Whether the piece tells a cause, purpose or means that one can ask for.
bool is_asked(const Told& told, const Statement& statement, const Piece& piece,
              std::string_view wh) {
  const ReadSentence& sentence = told.sentence(statement);
  // In what somebody says the reason may be his for saying so.
  if (!statement.source.empty() && sentence.words.is_one_of(piece.words.begin, {"because", "as"}))
    return false;
  if (std::ranges::any_of(statement.clause.pieces, [&](const Piece& other) {
        return sentence.words.is_one_of(other.words.begin, {"partly", "partially", "in part"});
      }))
    return false;
  return !quotes(sentence, piece) && (wh != "why" || is_purpose(told, statement, piece));
}

void add_reasons(const Told& told, std::size_t index, Candidates& out) {
  const Statement& statement = told.statements[index];
  const ReadSentence& sentence = told.sentence(statement);
  std::vector<Piece> pieces = statement.clause.pieces;
  pieces.insert(pieces.end(), statement.beside.begin(), statement.beside.end());
  for (const Piece& piece : pieces) {
    if (piece.role != Role::Adjunct || piece.chance < kLeastSure) continue;
    const WordId length = piece.words.end - piece.words.begin;
    const std::string_view wh = wh_of(sentence, piece);
    if (wh.empty() || length < kShortest || length > kLongest) continue;
    if (!is_asked(told, statement, piece, wh)) continue;
    Candidate candidate =
        make_short(told, index, wh, piece, ask(told, statement, piece, {.words = std::string(wh)}),
                   answer_of(told, statement, piece.words), piece.words);
    note(candidate.doubts, Doubt::TellsLittle,
         !tells_enough(told, statement, piece, kEnoughForValue));
    // "How did she experiment?" asks for anything.
    note(candidate.doubts, Doubt::NoObject,
         statement.find(Role::Object) == nullptr && statement.find(Role::Clausal) == nullptr &&
             !statement.clause.copular && piece.relation != "obl" &&
             !tells_more(told, statement, piece));
    candidate.self_rated = true;
    out.push_back(std::move(candidate));
  }
}

}  // namespace

void add_why_and_how(const Told& told, Candidates& out) {
  for (std::size_t i = 0; i < told.statements.size(); ++i)
    if (!told.statements[i].fault && !told.statements[i].whole &&
        !told.sentence(told.statements[i]).of_faq)
      add_reasons(told, i, out);
}

}  // namespace recto::questions
