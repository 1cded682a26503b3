#include "tools/statements/previous_subject.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace recto::statements {
namespace {

using discourse::Entity;
using language::NameKind;
using patterns::Sentence;

/// The plural name that the main clause's subject is: "the Olmec built"; already resolved, too.
std::optional<EntityId> plural_subject(const ReadSentence& sentence) {
  const Sentence& words = sentence.words;
  for (WordId at = 0; at < words.size(); ++at) {
    if (!sentence.is_main_subject(at)) continue;
    for (const StandIn& one : sentence.stand_ins)
      if (one.words.holds(at) && one.text.empty() && words.is(at, "they")) return one.entity;
    for (const Mention& mention : sentence.mentions) {
      if (!mention.words.holds(at) || mention.entity == discourse::kNoEntity) continue;
      const bool people = words.xpos(at) == "NNPS" ||
                          (mention.words.begin > 0 && words.is(mention.words.begin - 1, "the") &&
                           mention.words.end - mention.words.begin == 1);
      if (people && mention.words.end == at + 1) return mention.entity;
    }
  }
  return std::nullopt;
}

bool is_plural_noun(const Sentence& words, WordId at) {
  return words.xpos(at) == "NNS" || words.xpos(at) == "NNPS";
}

/// Where "young babies" begins, of its word "babies".
WordId begin_of_noun(const Sentence& words, WordId noun) {
  WordId begin = noun;
  while (begin > 0 && words.head(begin - 1) == noun &&
         (words.relation(begin - 1) == "amod" || words.relation(begin - 1) == "compound"))
    --begin;
  return begin;
}

/// "Often babies", not "the babies" or "two babies".
bool is_bare(const Sentence& words, WordId begin) {
  if (begin == 0) return true;
  const std::string_view before = words.upos(begin - 1);
  return before == "PUNCT" || before == "CCONJ" || before == "ADV";
}

/// Whether "they" may be something else, too, or only some of the plural: "Babies like toys",
/// "Babies of a year", not "Babies are people".
bool has_other_plural(const Sentence& words, WordId subject) {
  for (WordId other = 0; other < words.size(); ++other) {
    const bool meant = other == subject || other == words.head(subject) ||
                       patterns::is_below(words, other, subject);
    if (!meant && is_plural_noun(words, other)) return true;
    if (words.head(other) == subject && words.relation(other) == "nmod") return true;
  }
  return false;
}

/// Without the capital of a sentence's head: "babies", but "LLMs".
std::string without_capital(std::string text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() > 1 && is_capital(text[0]) && !is_capital(text[1])) text[0] += 'a' - 'A';
  return text;
}

/// The bare plural that the main clause's subject is, when nothing else in the sentence is plural
/// but what the subject is said to be: "Babies", "LLMs"; already resolved, too.
std::string plural_words(const ReadSentence& sentence) {
  const Sentence& words = sentence.words;
  constexpr WordId kLongest = 4;
  const std::optional<WordId> subject = sentence.main_subject();
  if (!subject) return {};
  for (const StandIn& one : sentence.stand_ins)
    if (one.words.holds(*subject) && !one.text.empty() && words.is(*subject, "they"))
      return one.text;
  if (!is_plural_noun(words, *subject)) return {};
  const WordId begin = begin_of_noun(words, *subject);
  if (!is_bare(words, begin) || *subject + 1 - begin > kLongest) return {};
  if (has_other_plural(words, *subject)) return {};
  std::string text(words.text({begin, *subject + 1}));
  return begin == 0 && words.upos(0) != "PROPN" ? without_capital(std::move(text)) : text;
}

/// The name that the main clause's subject is, when the sentence has no other but of people and
/// places: "Keystone Tower Systems".
std::optional<Words> only_firm(const Reading& reading, const ReadSentence& sentence) {
  const Mention* found = nullptr;
  for (const Mention& mention : sentence.mentions) {
    if (mention.entity != discourse::kNoEntity) {
      const Entity& entity = reading.entities.all[mention.entity];
      const bool sure = entity.kind_chance >= 0.6F;
      if (sure && (entity.kind == NameKind::Person || entity.kind == NameKind::Place)) continue;
    }
    if (found != nullptr) return std::nullopt;
    found = &mention;
  }
  if (found == nullptr) return std::nullopt;
  return sentence.is_main_subject(sentence.top_of(found->words)) ? std::optional(found->words)
                                                                 : std::nullopt;
}

/// Whether both sentences have the same firm as subject.
bool same_words(const ReadSentence& a, const ReadSentence& b, const Reading& reading) {
  const auto first = only_firm(reading, a);
  const auto second = only_firm(reading, b);
  return first && second && a.words.text(*first) == b.words.text(*second);
}

/// "The company …" right behind a sentence with one firm as its subject.
std::optional<StandIn> firm_meant(const Reading& reading, std::size_t index) {
  const ReadSentence& sentence = reading.sentences[index];
  const ReadSentence& before = reading.sentences[index - 1];
  const Sentence& words = sentence.words;
  if (!words.is_one_of(1, {"company", "firm", "startup", "corporation", "manufacturer",
                           "organization", "organisation", "agency", "airline", "bank"}) ||
      words.head(0) != 1)
    return std::nullopt;
  // Two firms told of in turn: "the company" may be either.
  if (index > 1 && reading.sentences[index - 2].passage == sentence.passage &&
      only_firm(reading, reading.sentences[index - 2]) &&
      !same_words(reading.sentences[index - 2], before, reading))
    return std::nullopt;
  const auto firm = only_firm(reading, before);
  if (!firm) return std::nullopt;
  return StandIn{{0, 2}, discourse::kNoEntity, false, std::string(before.words.text(*firm))};
}

/// What is made, placed or founded: "It was published in 1892." tells of a work, "It was founded"
/// of a firm, hardly of anything else in the sentence before.
bool is_of_things(const std::string& lemma) {
  static constexpr std::array<std::string_view, 22> kVerbs{
      "publish",   "release", "write",  "build",  "found",       "establish", "open",   "locate",
      "construct", "design",  "create", "launch", "situate",     "name",      "record", "premiere",
      "film",      "compose", "paint",  "invent", "manufacture", "discover"};
  return std::ranges::find(kVerbs, lemma) != kVerbs.end();
}

/// "the story “Umoregi” of 1892" of its word "story": from the first to the last word below it.
Words words_around(const Sentence& words, WordId top) {
  Words around{top, top + 1};
  for (WordId word = 0; word < words.size(); ++word) {
    if (!patterns::is_below(words, word, top)) continue;
    around.begin = std::min(around.begin, word);
    around.end = std::max(around.end, word + 1);
  }
  return around;
}

/// Whether words name one thing that is no person: not "the story and “Umoregi”", "Ada's story".
bool names_a_thing(const Reading& reading, const ReadSentence& sentence, Words words) {
  bool named = false;
  for (WordId at = words.begin; at < words.end; ++at) {
    if (sentence.words.is_one_of(at, {",", "(", "and", "'s", "’s"}) ||
        sentence.words.upos(at) == "PRON")
      return false;
    const Mention* mention = sentence.mention_at(at);
    if (mention == nullptr || mention->entity == discourse::kNoEntity) continue;
    if (reading.entities.all[mention->entity].kind == NameKind::Person) return false;
    named = true;
  }
  return named;
}

/// The subject of the main clause, when it holds a name that is no person's: "the story “Umoregi”".
std::string thing_subject(const Reading& reading, const ReadSentence& sentence) {
  const Sentence& words = sentence.words;
  constexpr WordId kLongest = 7;
  const std::optional<WordId> subject = sentence.main_subject();
  if (!subject || words.xpos(*subject) == "NNS") return {};
  const Words around = words_around(words, *subject);
  if (around.end - around.begin > kLongest || !names_a_thing(reading, sentence, around)) return {};
  std::string text(words.text(around));
  if (around.begin == 0 && words.is(0, "the")) text[0] = 't';
  return text;
}

/// "It was published in …" behind a sentence about a named thing.
std::optional<StandIn> thing_meant(const Reading& reading, std::size_t index) {
  const ReadSentence& sentence = reading.sentences[index];
  const ReadSentence& before = reading.sentences[index - 1];
  const WordId verb = sentence.words.head(0);
  if (verb >= sentence.words.size() || sentence.token(0).relation != "nsubj:pass" ||
      !is_of_things(sentence.token(verb).lemma))
    return std::nullopt;
  if (reading.topic && before.has_subject(*reading.topic)) return std::nullopt;  // see topic.h
  std::string thing = thing_subject(reading, before);
  if (thing.empty()) return std::nullopt;
  return StandIn{{0, 1}, discourse::kNoEntity, true, std::move(thing)};
}

/// "They" at a sentence's head behind one about a people: "The Olmec … They …".
std::optional<StandIn> people_meant(const Reading& reading, std::size_t index) {
  const ReadSentence& before = reading.sentences[index - 1];
  if (reading.sentences[index].words.relation(0) != "nsubj") return std::nullopt;
  if (const auto people = plural_subject(before)) return StandIn{{0, 1}, *people, true, {}};
  std::string many = plural_words(before);
  if (many.empty()) return std::nullopt;
  return StandIn{{0, 1}, discourse::kNoEntity, true, std::move(many)};
}

std::optional<StandIn> meant(const Reading& reading, std::size_t index) {
  constexpr WordId kShortest = 3;
  const ReadSentence& sentence = reading.sentences[index];
  if (reading.sentences[index - 1].passage != sentence.passage ||
      sentence.stand_in_at(0) != nullptr || sentence.words.size() < kShortest)
    return std::nullopt;
  if (sentence.words.is(0, "the")) return firm_meant(reading, index);
  if (sentence.words.is(0, "they")) return people_meant(reading, index);
  return sentence.words.is(0, "it") ? thing_meant(reading, index) : std::nullopt;
}

}  // namespace

void add_stand_ins_for_subjects(Reading& reading) {
  for (std::size_t i = 1; i < reading.sentences.size(); ++i)
    if (auto one = meant(reading, i))
      reading.sentences[i].stand_ins.insert(reading.sentences[i].stand_ins.begin(),
                                            std::move(*one));
}

}  // namespace recto::statements
