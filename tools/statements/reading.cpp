#include "tools/statements/reading.h"

#include <algorithm>
#include <map>

#include "content/base/fold.h"
#include "content/words/inflection.h"
#include "tools/discourse/descriptions.h"
#include "tools/discourse/references.h"
#include "tools/language/english.h"
#include "tools/patterns/claims.h"
#include "tools/patterns/names.h"
#include "tools/patterns/quotations.h"
#include "tools/patterns/speech.h"
#include "tools/statements/previous_subject.h"
#include "tools/statements/topic.h"

namespace recto::statements {
namespace {

/// He and she are the title's person from here on, and anybody else from kOtherPronoun on: on GUM
/// 97 of 100 were right from 0.5 on (tools/discourse/README.md).
constexpr Chance kTitlePronoun = 0.5F;
constexpr Chance kOtherPronoun = 0.9F;

/// "The city" is the title's from here on; of other names only where the noun meant nothing else.
constexpr Chance kTitleDescription = 0.7F;
constexpr Chance kOtherDescription = 0.8F;

bool covers(const std::vector<std::string>& forms, std::string_view folded_title) {
  return std::ranges::any_of(forms, [&](const std::string& form) {
    const std::string folded = fold_case(form);
    const std::size_t at = folded_title.find(folded);
    return at != std::string_view::npos && folded.size() > 1;
  });
}

/// The entity named in the title, of several the one named most often.
std::optional<EntityId> topic_of(const discourse::Entities& entities, std::string_view title) {
  const std::string folded = fold_case(title);
  std::optional<EntityId> best;
  for (EntityId id = 0; id < entities.all.size(); ++id) {
    const discourse::Entity& entity = entities.all[id];
    if (!covers(entity.forms, folded)) continue;
    if (!best || entity.mentions.size() > entities.all[*best].mentions.size()) best = id;
  }
  return best;
}

/// Of its forms the longest that the title has: "Daniel Bernoulli", not "Daniel Bernoulli FRS".
void name_topic(Reading& reading) {
  if (!reading.topic) return;
  discourse::Entity& entity = reading.entities.all[*reading.topic];
  const std::string title = fold_case(reading.title);
  std::string name;
  for (const std::string& form : entity.forms)
    if (form.size() > name.size() && title.find(fold_case(form)) != std::string::npos) name = form;
  // "Curie: a life": the surname alone is no better.
  const bool shorter_person =
      entity.kind == language::NameKind::Person && name.find(' ') == std::string::npos;
  if (!name.empty() && !shorter_person) entity.name = name;
}

/// How many bytes at a passage's head are a dateline: "DUBAI, United Arab Emirates — ".
std::size_t dateline_length(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  constexpr std::size_t kFewestCapitals = 3;
  std::size_t capitals = 0;
  while (capitals < text.size() && text[capitals] >= 'A' && text[capitals] <= 'Z')
    ++capitals;
  if (capitals < kFewestCapitals) return 0;
  for (const std::string_view dash : {" — ", " – ", " -- ", " - "}) {
    const std::size_t at = text.substr(0, kLongest).find(dash);
    if (at != std::string_view::npos) return at + dash.size();
  }
  return 0;
}

/// "Claude showed his lights": whoever else is meant elsewhere, the subject owns them.
bool has_other_owner(const ReadSentence& sentence, WordId at, EntityId entity) {
  if (sentence.words.xpos(at) != "PRP$") return false;
  // "John was his father"
  for (WordId word = 0; word < at; ++word)
    if (sentence.words.relation(word) == "cop" &&
        sentence.words.head(word) == sentence.words.head(at))
      return false;
  return std::ranges::any_of(sentence.mentions, [&](const Mention& mention) {
    if (mention.words.end > at || mention.entity == entity) return false;
    return sentence.words.relation(sentence.top_of(mention.words)) == "nsubj";
  });
}

/// "Clara Stone was her teacher": nobody is her own teacher.
bool is_of_itself(const ReadSentence& sentence, const discourse::Reference& reference) {
  if (has_other_owner(sentence, reference.place.begin, reference.entity)) return true;
  const patterns::Sentence& words = sentence.words;
  const WordId at = reference.place.begin;
  if (words.xpos(at) != "PRP$" || !reference.in_sentence()) return false;
  const WordId noun = words.head(at);
  for (WordId child = 0; child < words.size(); ++child)
    if (words.head(child) == noun && words.relation(child) == "nsubj")
      for (const Mention& mention : sentence.mentions)
        if (mention.words.holds(child) && mention.entity == reference.entity) return true;
  return false;
}

/// Whose every mention says something, or stands in a sentence with somebody's words.
std::vector<bool> find_speakers(const Reading& reading, const Lexicon& lexicon) {
  std::vector<bool> only(reading.entities.all.size(), true);
  for (const ReadSentence& sentence : reading.sentences) {
    const bool quotes = std::ranges::find(sentence.spoken, true) != sentence.spoken.end();
    std::vector<bool> speaks(sentence.words.size(), false);
    for (const patterns::Claim& claim : patterns::find_claims(sentence.words, lexicon))
      for (WordId at = claim.source.begin; at < claim.source.end; ++at)
        speaks[at] = true;
    for (const Mention& mention : sentence.mentions) {
      if (mention.entity == discourse::kNoEntity) continue;
      const WordId head = mention.words.end - 1;
      const WordId verb = sentence.words.head(mention.words.begin);
      const bool says =
          (verb < sentence.words.size() && patterns::is_saying(sentence.words, verb, lexicon));
      if (!quotes && !speaks[head] && !says) only[mention.entity] = false;
    }
  }
  return only;
}

bool speaks_to_the_reader(const Reading& reading) {
  constexpr std::size_t kOften = 150;  // one word in so many
  std::size_t words = 0;
  std::size_t you = 0;
  for (const ReadSentence& sentence : reading.sentences)
    for (WordId at = 0; at < sentence.words.size(); ++at) {
      ++words;
      if (!sentence.spoken[at] && sentence.words.is_one_of(at, {"you", "your", "yourself"})) ++you;
    }
  return you > 2 && you * kOften >= words;
}

/// "How to Build a Terrarium" → "when building a terrarium"
std::string task_of(std::string_view title, const Lexicon& lexicon) {
  constexpr std::size_t kLongest = 50;
  const std::string folded = fold_case(title);
  const std::size_t begin = folded.find("how to ");
  if (begin != 0 || folded.size() > kLongest) return {};
  const std::string task = folded.substr(7);
  const std::size_t blank = task.find(' ');
  if (blank == std::string::npos || task.find_first_of(":,;|–—-") != std::string::npos) return {};
  const std::string verb = task.substr(0, blank);
  if (!lexicon.knows(verb, PartOfSpeech::Verb)) return {};
  std::string rest = task.substr(blank);
  // "restore and refinish furniture"
  constexpr std::string_view kAnd = " and ";
  if (rest.starts_with(kAnd)) {
    const std::size_t end = std::min(rest.find(' ', kAnd.size()), rest.size());
    const std::string second = rest.substr(kAnd.size(), end - kAnd.size());
    if (lexicon.knows(second, PartOfSpeech::Verb))
      rest = std::string(kAnd) + inflect(lexicon, second, Slot::Gerund) + rest.substr(end);
  }
  return "when " + inflect(lexicon, verb, Slot::Gerund) + rest;
}

/// Whether the article has more dates of long ago than newer ones.
bool tells_of_the_past(const Reading& reading) {
  constexpr int kLongAgo = 1940;
  constexpr int kLastCentury = 21;  // the year of "19th century" is 19
  std::size_t old = 0;
  std::size_t recent = 0;
  for (const ReadSentence& sentence : reading.sentences)
    for (const patterns::SentenceValue& value : sentence.values)
      if (value.measure == patterns::Measure::Date && value.value.date.year > kLastCentury)
        ++(value.value.date.year < kLongAgo ? old : recent);
  return old > recent;
}

std::vector<bool> spoken_words(const language::AnalysedSentence& sentence,
                               const std::vector<patterns::Quotation>& quotations) {
  std::vector<bool> spoken(sentence.tokens.size(), false);
  for (const patterns::Quotation& quotation : quotations) {
    if (!quotation.speech) continue;
    for (std::size_t i = 0; i < spoken.size(); ++i) {
      const std::size_t at = sentence.span.begin + sentence.tokens[i].span.begin;
      if (quotation.span.begin <= at && at < quotation.span.end) spoken[i] = true;
    }
  }
  return spoken;
}

class Reader {
 public:
  Reader(const Source& source, const Knowledge& knowledge)
      : source_(source), knowledge_(knowledge), nouns_(knowledge.name_words, knowledge.lexicon) {}

  Reading read() {
    Reading reading;
    reading.title = std::string(source_.title);
    const std::vector<std::string_view> texts = find_texts();
    reading.analysed = knowledge_.analyser.analyse(texts, knowledge_.abbreviations);
    std::vector<discourse::Passage> analysed;
    for (std::size_t i = 0; i < texts.size(); ++i)
      analysed.push_back({texts[i], reading.analysed[i]});
    const discourse::AnalysedArticle article(analysed);
    reading.entities = discourse::find_entities(article, source_.title, nouns_);
    const auto references = discourse::find_references(article, reading.entities, nouns_);
    discourse::add_genders(references, article, reading.entities);
    reading.topic = topic_of(reading.entities, source_.title);
    add_sentences(texts, reading);
    name_topic(reading);
    add_pronouns(references, reading);
    add_descriptions(discourse::find_descriptions(article, reading.entities, nouns_), reading);
    for (ReadSentence& sentence : reading.sentences)
      std::ranges::sort(sentence.stand_ins, {},
                        [](const StandIn& stand_in) { return stand_in.words.begin; });
    add_stand_ins_for_subjects(reading);
    add_topic_stand_ins(knowledge_, reading);
    add_origins(reading);
    add_small_words(reading);
    add_capital_words(reading);
    reading.only_speaks = find_speakers(reading, knowledge_.lexicon);
    reading.of_the_past = tells_of_the_past(reading);
    reading.to_the_reader = speaks_to_the_reader(reading);
    reading.task = task_of(reading.title, knowledge_.lexicon);
    return reading;
  }

 private:
  /// The passages that are read, without datelines; `passages_` and `skipped_` tell which they are.
  std::vector<std::string_view> find_texts() {
    std::vector<std::string_view> texts;
    for (std::size_t i = 0; i < source_.passages.size(); ++i) {
      const std::string& text = source_.passages[i].text;
      if (source_.skipped[i] || !language::is_english(text)) continue;
      skipped_.push_back(dateline_length(text));
      texts.push_back(std::string_view(text).substr(skipped_.back()));
      passages_.push_back(i);
    }
    return texts;
  }

  /// "He" and "her", where they are surely a person's.
  static void add_pronouns(const std::vector<discourse::Reference>& references, Reading& reading) {
    for (const discourse::Reference& reference : references) {
      const Chance least = is_of_title(reference, reading) ? kTitlePronoun : kOtherPronoun;
      if (is_person(reading.entities.all[reference.entity]) && reference.chance >= least &&
          !is_of_itself(reading.sentences[reference.place.sentence], reference))
        add(reference, true, reading);
    }
  }

  /// "The city", where it is surely a name's.
  static void add_descriptions(const std::vector<discourse::Reference>& references,
                               Reading& reading) {
    for (const discourse::Reference& reference : references) {
      const Chance least = is_of_title(reference, reading) ? kTitleDescription : kOtherDescription;
      if (reference.chance >= least) add(reference, false, reading);
    }
  }

  static bool is_of_title(const discourse::Reference& reference, const Reading& reading) {
    return reading.topic && reference.entity == *reading.topic;
  }

  /// Somebody with a full name, or whom the model is sure to be one.
  static bool is_person(const discourse::Entity& entity) {
    constexpr Chance kSure = 0.8F;
    return entity.kind == language::NameKind::Person &&
           (entity.kind_chance >= kSure || entity.name.find(' ') != std::string::npos);
  }

  /// "Swiss watches are …" → "Swiss"
  void add_origins(Reading& reading) const {
    for (const ReadSentence& sentence : reading.sentences)
      if (const std::string_view head = sentence.words.word(0);
          sentence.words.upos(0) != "PROPN" && knowledge_.name_types.is_nationality(head))
        reading.origins.emplace(head);
  }

  /// "smallpox", not "Basel" or "the"
  static void add_small_words(Reading& reading) {
    for (const ReadSentence& sentence : reading.sentences)
      for (WordId at = 0; at < sentence.words.size(); ++at)
        if (const std::string_view word = sentence.words.word(at);
            word.size() > 3 && word.front() >= 'a' && word.front() <= 'z')
          reading.small_words.emplace(word);
  }

  /// Titles with a capital on every word tell nothing.
  void add_capital_words(Reading& reading) const {
    for (const ReadSentence& sentence : reading.sentences) {
      std::vector<std::string_view> capitals;
      std::size_t small = 0;
      for (WordId at = 1; at < sentence.words.size(); ++at) {
        const std::string_view word = sentence.words.word(at);
        if (word.front() >= 'a' && word.front() <= 'z') ++small;
        const std::string_view part = sentence.words.upos(at);
        if (patterns::is_capital(word) && (part == "PROPN" || part == "NOUN") &&
            sentence.words.upos(at - 1) != "PUNCT")
          capitals.push_back(word);
      }
      if (small < capitals.size()) continue;
      // "Squarespace is a website builder": no word of English.
      const std::string_view head = sentence.words.word(0);
      const bool known = sentence.words.upos(0) != "NOUN" ||
                         knowledge_.lexicon.knows(sentence.token(0).lemma, PartOfSpeech::Noun);
      if (!known && patterns::is_capital(head)) capitals.push_back(head);
      for (const std::string_view word : capitals)
        if (std::string folded = fold_case(word); !reading.small_words.contains(folded))
          reading.capital_words.emplace(word);
    }
  }

  void add_sentences(const std::vector<std::string_view>& texts, Reading& reading) {
    std::size_t count = 0;
    for (const auto& passage : reading.analysed)
      count += passage.size();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto& sentences = reading.analysed[i];
      const auto quotations = patterns::find_quotations(texts[i], sentences, knowledge_.lexicon);
      for (const language::AnalysedSentence& analysed : sentences) {
        const std::string_view text =
            texts[i].substr(analysed.span.begin, analysed.span.end - analysed.span.begin);
        const std::size_t number = reading.sentences.size();
        ReadSentence sentence{
            .passage = passages_[i],
            .span = {analysed.span.begin + skipped_[i], analysed.span.end + skipped_[i]},
            .words = patterns::Sentence(text, analysed),
            .values = {},
            .mentions = {},
            .stand_ins = {},
            .spoken = spoken_words(analysed, quotations),
            .place = static_cast<double>(number) / static_cast<double>(count),
            .of_faq = source_.of_faq[passages_[i]]};
        sentence.values = patterns::find_values(sentence.words);
        for (std::size_t name = 0; name < analysed.names.size(); ++name)
          sentence.mentions.push_back({{analysed.names[name].begin, analysed.names[name].end},
                                       reading.entities.of_names[number][name]});
        add_plain_names(sentence);
        reading.sentences.push_back(std::move(sentence));
      }
    }
  }

  /// Runs of proper nouns that the model calls no names: "the 2004 Summer Olympic Games".
  void add_plain_names(ReadSentence& sentence) const {
    for (const patterns::NamePhrase& phrase :
         patterns::find_names(sentence.words, knowledge_.lexicon)) {
      const bool known = std::ranges::any_of(sentence.mentions, [&](const Mention& mention) {
        return mention.words.begin < phrase.words.end && phrase.words.begin < mention.words.end;
      });
      if (!known) sentence.mentions.push_back({phrase.words, discourse::kNoEntity});
    }
    std::ranges::sort(sentence.mentions, {},
                      [](const Mention& mention) { return mention.words.begin; });
  }

  static void add(const discourse::Reference& reference, bool pronoun, Reading& reading) {
    reading.sentences[reference.place.sentence].stand_ins.push_back(
        {{reference.place.begin, reference.place.end}, reference.entity, pronoun, {}});
  }

  const Source& source_;
  const Knowledge& knowledge_;
  discourse::Nouns nouns_;
  std::vector<std::size_t> passages_;
  std::vector<std::size_t> skipped_;  ///< bytes at the head of each
};

}  // namespace

const language::Token& ReadSentence::token(WordId at) const {
  static const language::Token kNone{};
  const auto& tokens = words.analysed().tokens;
  return at < tokens.size() ? tokens[at] : kNone;
}

const Mention* ReadSentence::mention_at(WordId at) const {
  const auto found = std::ranges::find_if(
      mentions, [&](const Mention& mention) { return mention.words.holds(at); });
  return found == mentions.end() ? nullptr : &*found;
}

const patterns::SentenceValue* ReadSentence::value_at(WordId at) const {
  const auto found = std::ranges::find_if(
      values, [&](const patterns::SentenceValue& value) { return value.words.holds(at); });
  return found == values.end() ? nullptr : &*found;
}

const StandIn* ReadSentence::stand_in_at(WordId at) const {
  const auto found =
      std::ranges::find_if(stand_ins, [&](const StandIn& one) { return one.words.holds(at); });
  return found == stand_ins.end() ? nullptr : &*found;
}

bool ReadSentence::has_name(Words phrase) const {
  return std::ranges::any_of(
      mentions, [&](const Mention& mention) { return phrase.holds(mention.words.begin); });
}

bool ReadSentence::has_year(Words phrase) const {
  return std::ranges::any_of(values, [&](const patterns::SentenceValue& value) {
    return value.measure == patterns::Measure::Date && phrase.holds(value.words.begin) &&
           value.value.date.year != 0;
  });
}

std::optional<EntityId> ReadSentence::entity_in(Words phrase) const {
  for (const Mention& mention : mentions)
    if (phrase.holds(mention.words.begin) && mention.entity != discourse::kNoEntity)
      return mention.entity;
  for (const StandIn& one : stand_ins)
    if (phrase.holds(one.words.begin) && one.text.empty()) return one.entity;
  return std::nullopt;
}

WordId ReadSentence::top_of(Words phrase) const {
  WordId top = phrase.end - 1;
  while (phrase.holds(words.head(top)))
    top = words.head(top);
  return top;
}

bool ReadSentence::is_main_subject(WordId at) const {
  return words.relation(at) == "nsubj" && words.head(at) < words.size() &&
         words.relation(words.head(at)) == "root";
}

std::optional<WordId> ReadSentence::main_subject() const {
  for (WordId at = 0; at < words.size(); ++at)
    if (is_main_subject(at)) return at;
  return std::nullopt;
}

bool ReadSentence::has_subject(EntityId entity) const {
  for (WordId at = 0; at < words.size(); ++at) {
    if (!is_main_subject(at)) continue;
    const auto is_it = [&](const auto& one) { return one.entity == entity && one.words.holds(at); };
    if (std::ranges::any_of(mentions, is_it) || std::ranges::any_of(stand_ins, is_it)) return true;
  }
  return false;
}

Reading read(const Source& source, const Knowledge& knowledge) {
  return Reader(source, knowledge).read();
}

}  // namespace recto::statements
