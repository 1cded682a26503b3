// Births and deaths, from life dates in brackets behind a name.
#include "content/base/fold.h"
#include "tools/patterns/life_dates.h"
#include "tools/questions/answerability.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

using patterns::LifeDate;

std::string when(const Date& date) {
  return date.precision == Date::Precision::Year ? "In what year " : "On what date ";
}

void put(const Told& told, std::size_t index, std::string_view rule, std::string prompt,
         const LifeDate& date, Candidates& out) {
  const ReadSentence& sentence = told.reading.sentences[index];
  const std::string_view text = sentence.words.text();
  Candidate candidate;
  candidate.card =
      make_card(CardKind::Short, sentence, rule, std::move(prompt),
                std::string(text.substr(date.span.begin, date.span.end - date.span.begin)));
  candidate.sentence = index;
  for (const SentenceValue& value : sentence.values)
    if (value.measure == patterns::Measure::Date && value.span.begin <= date.span.begin &&
        date.span.end <= value.span.end && !value.value.until_date)
      candidate.value = &value;
  out.push_back(std::move(candidate));
}

}  // namespace

void add_lives(const Told& told, Candidates& out) {
  for (std::size_t i = 0; i < told.reading.sentences.size(); ++i) {
    const ReadSentence& sentence = told.reading.sentences[i];
    for (const patterns::LifeDates& life :
         patterns::find_life_dates(sentence.words, told.knowledge.lexicon)) {
      const statements::Mention* mention = sentence.mention_at(life.name.begin);
      // Of somebody named in passing nobody has to know the dates.
      const bool passing = mention == nullptr || mention->entity == discourse::kNoEntity ||
                           told.reading.entities.all[mention->entity].mentions.size() < kOftenNamed;
      const std::string last = fold_case(sentence.words.word(life.name.end - 1));
      const bool topic = told.title.find(last) != std::string::npos;
      if (passing && !topic && told.reading.sentences.size() > kShortArticle) continue;
      const std::string name = mention != nullptr && mention->entity != discourse::kNoEntity
                                   ? told.reading.entities.all[mention->entity].name
                                   : std::string(sentence.words.text(life.name));
      // A rough date is no answer: "c. 1412".
      if (life.birth && !life.birth->about)
        put(told, i, "born", when(life.birth->date) + "was " + name + " born?", *life.birth, out);
      if (life.death && !life.death->about)
        put(told, i, "died", when(life.death->date) + "did " + name + " die?", *life.death, out);
    }
  }
}

}  // namespace recto::questions
