#include "tools/questions/answerability.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "content/base/fold.h"
#include "content/words/people.h"
#include "tools/questions/name_class.h"

namespace recto::questions {

using language::NameKind;
using patterns::WordId;

namespace {

/// Verbs that say next to nothing by themselves.
constexpr std::array<std::string_view, 22> kLight{
    "be",  "have", "get", "do",      "make", "take",    "give",   "go",   "come", "see",  "put",
    "use", "keep", "set", "include", "show", "contain", "become", "need", "want", "know", "find"};

bool is_light(std::string_view lemma) {
  return std::ranges::find(kLight, lemma) != kLight.end();
}

/// "LLMs", "777": what stands for one thing by itself.
bool is_mark_of_one(std::string_view word) {
  constexpr std::ptrdiff_t kDigits = 3;
  const auto capitals = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool digits = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  return capitals > 1 || (digits && std::ssize(word) == kDigits);
}

/// "Chronic stress can …": true of all such things, and of more than a bare noun.
bool is_generic(const Told& told, const Statement& statement, const Piece& asked) {
  const ReadSentence& sentence = told.sentence(statement);
  const Piece* subject = statement.find(Role::Subject);
  if (subject == nullptr || subject->head == asked.head) return false;
  // Only what it leads to or comes from holds of all such things.
  if (asked.role != Role::Adjunct || sentence.words.upos(asked.words.begin) != "ADP") return false;
  const auto& words = sentence.words;
  if (words.upos(subject->head) != "NOUN" || words.upos(subject->words.begin) == "DET")
    return false;
  int content = 0;
  for (WordId at = subject->words.begin; at < subject->words.end; ++at) {
    const std::string_view upos = words.upos(at);
    if (upos == "NUM" || upos == "PRON") return false;
    if (words.is_one_of(at, {"many", "some", "most", "several", "few", "other", "more"}))
      return false;
    content += upos == "NOUN" || (upos == "ADJ" && at < subject->head) ? 1 : 0;
  }
  if (content < 2) return false;
  for (const Piece& piece : statement.clause.pieces) {
    if (piece.role != Role::Auxiliary && piece.role != Role::Verb) continue;
    const std::string_view form = words.xpos(piece.head);
    return form == "VBZ" || form == "VBP" || words.is(piece.head, "can");
  }
  return false;
}

bool has_word_of_title(const Told& told, const ReadSentence& sentence, Words words,
                       const std::vector<bool>& asides) {
  for (WordId at = words.begin; at < words.end; ++at) {
    if (asides[at] || sentence.words.upos(at) != "NOUN") continue;
    const std::string& lemma = sentence.token(at).lemma;
    if (lemma.size() > 3 && told.title.find(lemma) != std::string::npos) return true;
  }
  return false;
}

/// What is done once to its object, whoever does it.
bool is_done_once(std::string_view verb) {
  static constexpr std::array<std::string_view, 12> kOnce{
      "found",  "write",  "discover", "invent", "compose", "paint",
      "design", "create", "build",    "direct", "appoint", "develop"};
  return std::ranges::find(kOnce, verb) != kOnce.end();
}

bool is_about_person_of_title(const Told& told, const ReadSentence& sentence,
                              const Statement& statement) {
  if (!told.reading.topic ||
      told.reading.entities.all[*told.reading.topic].kind != NameKind::Person)
    return false;
  return std::ranges::any_of(statement.clause.pieces, [&](const Piece& piece) {
    return is_topic(told, sentence, piece.words);
  });
}

/// "Basel", "it", not "the stampede in Basel".
bool has_named_subject(const ReadSentence& sentence, const Statement& statement) {
  const Piece* subject = statement.find(Role::Subject);
  if (subject == nullptr) return false;
  return name_that_is(sentence, subject->words) != nullptr ||
         sentence.stand_in_at(subject->words.begin) != nullptr;
}

}  // namespace

bool is_pinned(const Told& told, const Statement& statement, const Piece& asked) {
  const ReadSentence& sentence = told.sentence(statement);
  if (!is_past(sentence.words, statement.clause) || !statement.source.empty()) return true;
  if ((!told.of_games && is_about_person_of_title(told, sentence, statement)) ||
      is_done_once(sentence.token(statement.clause.predicate).lemma))
    return true;
  const auto is_told = [&](Words words) {
    return !asked.words.holds(words.begin) && statement.clause.tells(words.begin);
  };
  for (const SentenceValue& value : sentence.values)
    if (value.measure == patterns::Measure::Date && value.value.date.year != 0 &&
        is_told(value.words))
      return true;
  // The same teams meet again; who else did it, the article does not say.
  if (told.of_games || asked.role == Role::Subject) return false;
  std::set<std::string> names;
  for (const statements::Mention& mention : sentence.mentions)
    if (is_told(mention.words)) names.insert(std::string(sentence.words.text(mention.words)));
  for (const statements::StandIn& one : sentence.stand_ins)
    if (is_told(one.words))
      names.insert(one.text.empty() ? told.reading.entities.all[one.entity].name : one.text);
  // "When was X founded?": where and when a named thing did it, one name is enough.
  const std::size_t enough =
      asked.role == Role::Adjunct && has_named_subject(sentence, statement) ? 1 : 2;
  return names.size() >= enough;
}

namespace {

/// What a statement tells, beside what it is asked for.
struct Content {
  int words = 0;          ///< that carry meaning; a name counts for two
  bool anchored = false;  ///< a name, or a mark of one thing, says what it is about
};

void add_content(const ReadSentence& sentence, WordId at, Content& content) {
  const statements::Mention* mention = sentence.mention_at(at);
  const bool stands_in = sentence.stand_in_at(at) != nullptr;
  if (mention != nullptr || stands_in) {
    content.anchored = true;
    if (stands_in || mention->words.begin == at) content.words += 2;
    return;
  }
  const std::string_view word = sentence.words.word(at);
  const std::string_view upos = sentence.words.upos(at);
  content.anchored = content.anchored || is_mark_of_one(word);
  constexpr std::size_t kShortWord = 6;
  const bool direction = upos == "ADV" && word.size() > kShortWord && !word.ends_with("ly");
  const bool heavy =
      direction || upos == "NOUN" || upos == "ADJ" || upos == "NUM" || upos == "PROPN";
  if (heavy || (upos == "VERB" && !is_light(sentence.token(at).lemma))) ++content.words;
}

Content content_beside(const Told& told, const Statement& statement, const Piece& asked) {
  const ReadSentence& sentence = told.sentence(statement);
  const std::vector<bool>& asides = statement.clause.asides;
  Content content;
  content.anchored = !statement.source.empty();
  for (const Piece& piece : statement.clause.pieces) {
    if (piece.head == asked.head && piece.words == asked.words) continue;
    // The topic, put in: "on Socotra".
    if (piece.role == Role::Adjunct && !piece.put.empty() && piece.words.empty()) {
      content.anchored = true;
      content.words += 2;
    }
    if (!piece.put.empty() && piece.words.empty()) continue;
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      if (!asides[at] && !asked.words.holds(at)) add_content(sentence, at, content);
    content.anchored = content.anchored || has_word_of_title(told, sentence, piece.words, asides);
  }
  return content;
}

}  // namespace

bool tells_enough(const Told& told, const Statement& statement, const Piece& asked, int least) {
  const Content content = content_beside(told, statement, asked);
  // An event among few names is one of many, unless much is told of it.
  constexpr int kEnoughForEvent = 5;
  const bool much = content.words >= kEnoughForEvent && !told.of_games &&
                    asked.role != Role::Subject &&
                    has_named_subject(told.sentence(statement), statement);
  const bool pinned = much || is_pinned(told, statement, asked);
  return pinned && content.words >= least &&
         (content.anchored || is_generic(told, statement, asked));
}

bool is_topic(const Told& told, const ReadSentence& sentence, Words words) {
  // Whatever else of it the title names, the learner sees.
  if (const statements::Mention* mention = name_that_is(sentence, words); mention != nullptr) {
    const std::string& name = told.reading.entities.all[mention->entity].name;
    if (name.size() > 2 && told.title.find(fold_case(name)) != std::string::npos) return true;
  }
  if (!told.reading.topic) return false;
  for (WordId at = words.begin; at < words.end; ++at) {
    const statements::Mention* mention = sentence.mention_at(at);
    if (mention != nullptr && mention->entity == *told.reading.topic) return true;
  }
  return std::ranges::any_of(sentence.stand_ins, [&](const statements::StandIn& one) {
    return one.entity == *told.reading.topic && words.holds(one.words.begin);
  });
}

bool is_at_home(const Told& told, const Statement& statement) {
  if (told.reading.at_topic.empty()) return true;
  const auto& all = told.reading.entities.all;
  const discourse::Entity& topic = all[*told.reading.topic];
  const ReadSentence& sentence = told.sentence(statement);
  return std::ranges::any_of(statement.clause.pieces, [&](const Piece& piece) {
    if (is_topic(told, sentence, piece.words) || piece.put.find(topic.name) != std::string::npos)
      return true;
    // "the population of X"
    if (std::ranges::any_of(sentence.stand_ins, [&](const statements::StandIn& one) {
          return piece.words.holds(one.words.begin) &&
                 one.text.find(topic.name) != std::string::npos;
        }))
      return true;
    return std::ranges::any_of(sentence.mentions, [&](const statements::Mention& mention) {
      return piece.words.holds(mention.words.begin) && mention.entity != discourse::kNoEntity &&
             all[mention.entity].kind == NameKind::Place;
    });
  });
}

bool is_bare_event(const Told& told, const Statement& statement, const Piece& when) {
  if (statement.clause.copular || statement.clause.passive) return false;
  const ReadSentence& sentence = told.sentence(statement);
  const auto is_time = [&](const Piece& piece) {
    const SentenceValue* value = sentence.value_at(piece.words.end - 1);
    return value != nullptr && piece.role == Role::Adjunct &&
           (value->measure == patterns::Measure::Age || value->measure == patterns::Measure::Date);
  };
  const bool bare = std::ranges::all_of(statement.clause.pieces, [&](const Piece& piece) {
    return piece.role == Role::Subject || piece.role == Role::Verb ||
           piece.role == Role::Auxiliary || piece.role == Role::Adverb || piece.head == when.head ||
           is_time(piece);
  });
  if (!bare) return false;
  static constexpr std::array<std::string_view, 13> kWhole{
      "die",      "open",  "begin",   "end",  "start", "retire", "marry",
      "graduate", "close", "explode", "sink", "erupt", "resign"};
  const std::string& lemma = sentence.token(statement.clause.predicate).lemma;
  return std::ranges::find(kWhole, lemma) == kWhole.end();
}

bool is_count_of_people(const Told& told, const Statement& statement) {
  const ReadSentence& sentence = told.sentence(statement);
  for (patterns::WordId at = 0; at < sentence.words.size(); ++at)
    if (statement.clause.tells(at) &&
        sentence.words.is_one_of(at, {"population", "populations", "inhabitants", "subscribers"}))
      return true;
  return false;
}

bool is_passing_life(const Told& told, const Statement& statement) {
  const ReadSentence& sentence = told.sentence(statement);
  const std::string& lemma = sentence.token(statement.clause.predicate).lemma;
  const Piece* subject = statement.find(Role::Subject);
  if (subject == nullptr || (lemma != "die" && lemma != "bear")) return false;
  if (told.reading.sentences.size() <= kShortArticle) return false;
  const statements::Mention* mention = sentence.mention_at(subject->words.end - 1);
  if (mention == nullptr || mention->entity == discourse::kNoEntity) return false;
  return (!told.reading.topic || mention->entity != *told.reading.topic) &&
         told.reading.entities.all[mention->entity].mentions.size() < kOftenNamed;
}

bool is_price_or_dated(const Told& told, const Statement& statement) {
  static constexpr std::array<std::string_view, 7> kGains{"raise",   "earn", "generate", "spend",
                                                          "receive", "lose", "save"};
  const ReadSentence& sentence = told.sentence(statement);
  const std::string& lemma = sentence.token(statement.clause.predicate).lemma;
  if (std::ranges::find(kGains, lemma) == kGains.end()) return true;
  return std::ranges::any_of(sentence.values, [&](const SentenceValue& value) {
    return value.measure == patterns::Measure::Date && statement.clause.tells(value.words.begin);
  });
}

bool is_of_games(std::string_view verb) {
  static constexpr std::array<std::string_view, 13> kGames{
      "defeat", "beat",  "score", "rush",   "stop", "outscore",  "edge",
      "rout",   "trail", "top",   "assist", "snap", "substitute"};
  return std::ranges::find(kGames, verb) != kGames.end();
}

bool is_game_count(std::string_view noun) {
  static constexpr std::array<std::string_view, 22> kCounts{
      "goal", "assist",  "save",   "shot",         "touchdown", "yard",     "point",  "rebound",
      "run",  "inning",  "hit",    "snap",         "carry",     "catch",    "tackle", "sack",
      "foul", "penalty", "wicket", "interception", "turnover",  "reception"};
  return std::ranges::find(kCounts, noun) != kCounts.end();
}

bool is_bystander(const Told& told, EntityId id) {
  const discourse::Entity& entity = told.reading.entities.all[id];
  if (entity.kind != NameKind::Person || !told.reading.only_speaks[id]) return false;
  return told.title.find(fold_case(read_person(entity.name).family)) == std::string::npos;
}

bool tells_more(const Told& told, const Statement& statement, const Piece& asked) {
  constexpr int kEnough = 2;
  const ReadSentence& sentence = told.sentence(statement);
  const auto weight = [&](WordId at) {
    if (statement.clause.asides[at] || asked.words.holds(at)) return 0;
    const std::string_view upos = sentence.words.upos(at);
    const bool full =
        upos == "NOUN" || upos == "ADJ" || (upos == "VERB" && !is_light(sentence.token(at).lemma));
    const bool name = sentence.mention_at(at) != nullptr || upos == "NUM";
    return (name ? 2 : 0) + (full ? 1 : 0);
  };
  int content = 0;
  for (const Piece& piece : statement.clause.pieces) {
    // "when building a terrarium" holds for all of the article.
    const bool of_task =
        !told.reading.task.empty() && piece.put.find(told.reading.task) != std::string::npos;
    if (piece.role == Role::Adjunct && !piece.put.empty() && !of_task) content += 2;
    if (piece.head == asked.head && piece.words == asked.words) continue;
    if (piece.role == Role::Subject || piece.role == Role::Verb) continue;
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      content += weight(at);
  }
  return content >= kEnough;
}

float commonness(const Lexicon& lexicon, std::string_view lemma, PartOfSpeech part) {
  double count = 0;
  for (const Sense& sense : lexicon.senses(lemma, part))
    count += sense.count;
  return static_cast<float>(std::log1p(count));
}

}  // namespace recto::questions
