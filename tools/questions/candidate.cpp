#include "tools/questions/candidate.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/base/fold.h"
#include "content/deck/card_id.h"
#include "tools/questions/answerability.h"

namespace recto::questions {

namespace {

struct DoubtText {
  std::string_view name;
  std::string_view reason;
};
constexpr std::array<DoubtText, static_cast<std::size_t>(Doubt::Count)> kDoubts{
    {{"tells little", "too little is left to ask about (C4)"},
     {"answer is topic", "the title gives its answer away (C6)"},
     {"by many", "others may have done the same (C4)"},
     {"no object", "it does not say done to what (C5)"},
     {"of people", "its subject does so only in a manner of speaking (C11)"},
     {"vague answer", "its answer says too little (C7)"},
     {"single word", "its answer could be told more closely (C4)"},
     {"thin verb", "its answer is half of the verb (C5)"},
     {"left behind", "its answer is only a part (C1)"},
     {"of some", "nobody knows which one it is about (C2)"},
     {"goes on", "it goes on while the article is written (C9)"},
     {"bare event", "it does not say which event (C4)"},
     {"passing life", "it is told by the way (C18)"},
     {"of games", "one match is like another (C4)"},
     {"elsewhere", "it may be about another place (C2)"},
     {"by bystander", "it is about somebody who is only quoted (C18)"},
     {"example", "it is one example of several (C4)"},
     {"where passed", "it is one of several places (C4)"},
     {"behind other", "its answer only explains another name (C7)"},
     {"no news", "its sum has no day (C9)"},
     {"undated", "a time that limits it is left out (C9)"},
     {"several", "it is one of several (C4)"}}};

/// Whether goals, yards and scores are told in many of the sentences.
bool tells_of_games(const statements::Reading& reading) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kShare = 8;  // one sentence of so many
  std::size_t count = 0;
  for (const ReadSentence& sentence : reading.sentences) {
    const bool counts = std::ranges::any_of(sentence.values, [&](const SentenceValue& value) {
      return value.measure == patterns::Measure::Score ||
             (value.counted && is_game_count(sentence.token(*value.counted).lemma));
    });
    bool plays = false;
    for (patterns::WordId at = 0; at < sentence.words.size(); ++at)
      plays = plays || (sentence.words.upos(at) == "VERB" && is_of_games(sentence.token(at).lemma));
    count += counts || plays ? 1 : 0;
  }
  return count >= kFewest && count * kShare >= reading.sentences.size();
}

Told::Places places_of(std::string_view part, const statements::Reading& reading) {
  Told::Places all;
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    const ReadSentence& sentence = reading.sentences[i];
    for (patterns::WordId at = 0; at < sentence.words.size(); ++at) {
      if (sentence.words.upos(at) != part) continue;
      std::vector<std::size_t>& places = all[sentence.token(at).lemma];
      if (places.empty() || places.back() != i) places.push_back(i);
    }
  }
  return all;
}

Voice voice_of(const statements::Reading& reading) {
  Voice voice;
  for (const ReadSentence& sentence : reading.sentences) {
    bool reader = false;
    bool writer = false;
    bool past = false;
    for (patterns::WordId at = 0; at < sentence.words.size(); ++at) {
      reader = reader || sentence.words.is_one_of(at, {"you", "your"});
      writer = writer || sentence.words.is_one_of(at, {"i", "we", "my", "our"});
      past = past || sentence.words.xpos(at) == "VBD";
    }
    voice.reader += reader ? 1 : 0;
    voice.writer += writer ? 1 : 0;
    voice.past += past ? 1 : 0;
    const bool priced = std::ranges::any_of(sentence.values, [](const SentenceValue& value) {
      return value.measure == patterns::Measure::Money;
    });
    voice.prices += priced ? 1 : 0;
    voice.names += static_cast<double>(sentence.mentions.size());
    voice.speech += std::ranges::find(sentence.spoken, true) != sentence.spoken.end() ? 1 : 0;
  }
  const auto count = std::max(1.0, static_cast<double>(reading.sentences.size()));
  for (double* share :
       {&voice.reader, &voice.writer, &voice.prices, &voice.names, &voice.past, &voice.speech})
    *share /= count;
  return voice;
}

std::vector<Value> values_of(std::string_view title) {
  std::vector<Value> values;
  for (Found& found : find_values(title))
    values.push_back(std::move(found.value));
  return values;
}

std::vector<std::string_view> with_title(std::vector<std::string_view> headings,
                                         std::string_view title) {
  headings.push_back(title);
  return headings;
}

}  // namespace

std::string_view name_of(Doubt doubt) {
  return kDoubts.at(static_cast<std::size_t>(doubt)).name;
}

std::string_view reason_of(Doubt doubt) {
  return kDoubts.at(static_cast<std::size_t>(doubt)).reason;
}

Told::Told(const statements::Reading& read, const statements::Knowledge& known,
           const std::vector<Statement>& made, std::vector<std::string_view> headings)
    : reading(read),
      knowledge(known),
      statements(made),
      title(fold_case(read.title)),
      title_values(values_of(read.title)),
      of_games(tells_of_games(read)),
      nouns(places_of("NOUN", read)),
      verbs(places_of("VERB", read)),
      voice(voice_of(read)),
      terms(read, known.lexicon, with_title(std::move(headings), read.title)),
      classes(read.entities.all.size()) {
  for (const ReadSentence& sentence : read.sentences)
    for (const SentenceValue& value : sentence.values)
      (value.measure == patterns::Measure::Date && value.value.date.year != 0 ? dates : figures) +=
          1.0 / static_cast<double>(read.sentences.size());
}

Card make_card(CardKind kind, const ReadSentence& sentence, std::string_view rule,
               std::string prompt, std::string answer) {
  Card card;
  card.kind = kind;
  card.fact = make_fact_id(answer, sentence.words.text());
  card.prompt = std::move(prompt);
  card.answer = std::move(answer);
  card.made_by = "rules/" + std::string(name_of(kind)) + "." + std::string(rule);
  card.evidence = Evidence{{}, sentence.span.begin, sentence.span.end};
  return card;
}

void set_statement(const Told& told, std::size_t statement, Candidate& candidate) {
  const Statement& from = told.statements[statement];
  candidate.sentence = from.sentence;
  candidate.statement = statement;
  // Of two clauses of a sentence each tells facts of its own: "moved to Basel and became …".
  const bool first = statement == 0 || told.statements[statement - 1].sentence != from.sentence;
  if (first || from.whole) return;
  const ReadSentence& sentence = told.sentence(from);
  candidate.card.fact = make_fact_id(candidate.card.answer,
                                     std::string(sentence.words.text()) + '\n' +
                                         std::string(sentence.words.word(from.clause.predicate)));
}

Candidate make_short(const Told& told, std::size_t statement, std::string_view rule,
                     const Piece& asked, std::string prompt, std::string answer, Words key) {
  const Statement& from = told.statements[statement];
  Candidate candidate;
  candidate.card =
      make_card(CardKind::Short, told.sentence(from), rule, std::move(prompt), std::move(answer));
  set_statement(told, statement, candidate);
  candidate.asked = asked;
  candidate.key = key;
  return candidate;
}

}  // namespace recto::questions
