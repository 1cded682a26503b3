#include "tools/questions/traits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "content/base/fold.h"
#include "tools/patterns/names.h"
#include "tools/patterns/nominal.h"
#include "tools/questions/answer_traits.h"
#include "tools/questions/answerability.h"
#include "tools/questions/name_class.h"
#include "tools/questions/words.h"
#include "tools/statements/standing.h"

namespace recto::questions {
namespace {

using language::NameKind;
using patterns::Measure;
using patterns::WordId;

constexpr std::array<std::string_view, 11> kWeaknessNames{
    "open noun", "vague subject", "open count",   "open compared", "unsure core", "unsure subject",
    "goes on",   "no fact",       "unsure meant", "other time",    "looks back"};
static_assert(kWeaknessNames.size() == static_cast<std::size_t>(statements::Weakness::Count));

constexpr std::array<std::string_view, 16> kRules{
    "subject", "object", "agent", "oblique", "called", "when", "where",      "how-many",
    "share",   "why",    "how",   "role",    "value",  "name", "definition", "term"};

constexpr std::array<std::pair<std::string_view, Category>, 13> kCategories{
    {{"act", Category::Act},
     {"artifact", Category::Artifact},
     {"attribute", Category::Attribute},
     {"cognition", Category::Cognition},
     {"communication", Category::Communication},
     {"event", Category::Event},
     {"group", Category::Group},
     {"location", Category::Location},
     {"object", Category::Object},
     {"person", Category::Person},
     {"possession", Category::Possession},
     {"state", Category::State},
     {"time", Category::Time}}};

class Writer {
 public:
  Writer(const Candidate& candidate, const Told& told)
      : candidate_(candidate), told_(told), lexicon_(told.knowledge.lexicon) {}

  Traits write() {
    add_kind();
    add_doubts();
    add_article();
    if (candidate_.statement) {
      const Statement& statement = told_.statements[*candidate_.statement];
      add_analysis(statement);
      add_words_told(statement);
      add_content(statement);
      add_asked(statement);
      add_answer_traits(candidate_, told_, traits_);
      add_subject(statement);
      add_verb(statement);
      add_open_nouns(statement);
      add_surroundings(statement);
    }
    return std::move(traits_);
  }

 private:
  void add(std::string name, double value) { traits_.add(std::move(name), value); }
  void add(std::string name, bool is) { traits_.add(std::move(name), is ? 1.0 : 0.0); }

  void add_kind() {
    const Card& card = candidate_.card;
    add("choice", card.kind == CardKind::Choice);
    add("true or false", card.kind == CardKind::TrueFalse);
    add("cloze", card.kind == CardKind::Cloze);
    const std::string_view rule = std::string_view(card.made_by).substr(card.made_by.find('.') + 1);
    for (const std::string_view one : kRules)
      add("rule " + std::string(one), rule == one);
    const std::string prompt = fold_case(card.prompt);
    for (const std::string_view wh : {"who", "what", "which", "where", "how many"})
      add("asks " + std::string(wh), prompt.starts_with(wh));
    add("asks in which", prompt.starts_with("in ") || prompt.starts_with("on "));
    add("prompt words", static_cast<double>(count_words(card.prompt)));
    add("answer words", static_cast<double>(count_words(card.answer)));
    add("self-rated", candidate_.self_rated);
    add("commas", static_cast<double>(std::ranges::count(card.prompt, ',')));
  }

  void add_doubts() {
    for (std::size_t i = 0; i < candidate_.doubts.size(); ++i)
      add("doubt " + std::string(name_of(static_cast<Doubt>(i))), candidate_.doubts.test(i));
    add("doubts", static_cast<double>(candidate_.doubts.count()));
  }

  void add_article() {
    add("sentences", static_cast<double>(told_.reading.sentences.size()));
    add("of games", told_.of_games);
    add("of the past", told_.reading.of_the_past);
    add("to the reader", told_.reading.to_the_reader);
    add("speaks to reader", told_.voice.reader);
    add("speaks of writer", told_.voice.writer);
    add("tells prices", told_.voice.prices);
    add("tells names", told_.voice.names);
    add("tells past", told_.voice.past);
    add("tells speech", told_.voice.speech);
    add("place as title", !told_.reading.at_topic.empty());
    add("topic", told_.reading.topic.has_value());
    add("person as title",
        told_.reading.topic && entity(*told_.reading.topic).kind == NameKind::Person);
    if (!candidate_.sentence) return;
    const ReadSentence& sentence = told_.reading.sentences[*candidate_.sentence];
    add("place", sentence.place);
    add("sentence words", static_cast<double>(sentence.words.size()));
    add("in faq", sentence.of_faq);
  }

  [[nodiscard]] const discourse::Entity& entity(EntityId id) const {
    return told_.reading.entities.all[id];
  }

  void add_analysis(const Statement& statement) {
    for (std::size_t i = 0; i < kWeaknessNames.size(); ++i)
      add("weak " + std::string(kWeaknessNames.at(i)), statement.weaknesses.test(i));
    add("weaknesses", static_cast<double>(statement.weaknesses.count()));
    const statements::Clause& clause = statement.clause;
    add("clause chance", clause.chance);
    add("asked chance", candidate_.asked ? candidate_.asked->chance : 0);
    double least = 1;
    for (const Piece& piece : clause.pieces)
      least = std::min(least, static_cast<double>(piece.chance));
    add("least chance", least);
    add("copular", clause.copular);
    add("passive", clause.passive);
    add("subject shared", clause.subject_from == statements::SubjectFrom::Shared);
    add("subject antecedent", clause.subject_from == statements::SubjectFrom::Antecedent);
    add("source", !statement.source.empty());
    add("undated", statement.undated);
    add("also", statement.also);
    add("cut", statement.cut);
    add("beside", static_cast<double>(statement.beside.size()));
    double words = 0;
    for (const Piece& piece : clause.pieces)
      for (WordId at = piece.words.begin; at < piece.words.end; ++at)
        words += clause.asides[at] ? 0 : 1;
    add("told words", words);
    const ReadSentence& sentence = told_.sentence(statement);
    add("told share", words / std::max<double>(1, static_cast<double>(sentence.words.size())));
  }

  /// How sure the analysis is of all words, and how many of them look elsewhere or are no words.
  void add_words_told(const Statement& statement) {
    const ReadSentence& sentence = told_.sentence(statement);
    double told = 0;
    double sum = 0;
    double unsure = 0;
    double least_tag = 1;
    double unknown = 0;
    double elsewhere = 0;
    for (WordId at = 0; at < sentence.words.size(); ++at) {
      if (!statement.clause.tells(at) || sentence.words.upos(at) == "PUNCT") continue;
      const language::Token& token = sentence.token(at);
      told += 1;
      sum += token.arc_chance;
      unsure += token.arc_chance < 0.7F ? 1 : 0;
      least_tag = std::min(least_tag, static_cast<double>(token.tag_chance));
      elsewhere += sentence.words.is_one_of(
                       at, {"next", "other", "another", "same",    "latter",   "former",
                            "then", "again", "later",   "earlier", "previous", "following",
                            "new",  "more",  "further", "also",    "so",       "too",
                            "both", "each",  "all",     "these",   "those"})
                       ? 1
                       : 0;
      if (sentence.words.upos(at) == "NOUN" && !lexicon_.knows(token.lemma, PartOfSpeech::Noun))
        unknown += 1;
      if (sentence.words.upos(at) == "VERB" && !lexicon_.knows(token.lemma, PartOfSpeech::Verb))
        unknown += 1;
    }
    add("mean chance", sum / std::max(1.0, told));
    add("unsure words", unsure);
    add("least tag chance", least_tag);
    add("unknown words", unknown);
    add("words that look elsewhere", elsewhere);
  }

  /// What the statement says beside what is asked for.
  void add_content(const Statement& statement) {
    const ReadSentence& sentence = told_.sentence(statement);
    const Piece asked = candidate_.asked.value_or(Piece{});
    const auto is_beside = [&](WordId at) {
      return statement.clause.tells(at) && !asked.words.holds(at);
    };
    double dates = 0;
    double values = 0;
    for (const SentenceValue& value : sentence.values) {
      if (!is_beside(value.words.begin)) continue;
      const bool dated = value.measure == Measure::Date && value.value.date.year != 0;
      (dated ? dates : values) += 1;
    }
    add_count("names beside", sentence.mentions,
              [&](const statements::Mention& one) { return is_beside(one.words.begin); });
    add("dates beside", dates);
    add("values beside", values);
    add_nouns(statement, asked);
    add_count("stand-ins", sentence.stand_ins, [&](const statements::StandIn& one) {
      return statement.clause.tells(one.words.begin);
    });
    add_count("pronouns", sentence.stand_ins, [&](const statements::StandIn& one) {
      return one.pronoun && statement.clause.tells(one.words.begin);
    });
    add_count("adjuncts", statement.clause.pieces,
              [](const Piece& piece) { return piece.role == Role::Adjunct; });
    add("object", statement.find(Role::Object) != nullptr);
    add("clausal", statement.find(Role::Clausal) != nullptr);
    add("pinned", is_pinned(told_, statement, asked));
    add("tells 3", tells_enough(told_, statement, asked, 3));
    add("tells 5", tells_enough(told_, statement, asked, 5));
    add("tells more", tells_more(told_, statement, asked));
    add("at home", is_at_home(told_, statement));
    add("about topic", std::ranges::any_of(statement.clause.pieces, [&](const Piece& piece) {
          return piece.words != asked.words && is_topic(told_, sentence, piece.words);
        }));
  }

  template <typename All, typename Test>
  void add_count(std::string name, const All& all, const Test& is_counted) {
    add(std::move(name), static_cast<double>(std::ranges::count_if(all, is_counted)));
  }

  void add_nouns(const Statement& statement, const Piece& asked) {
    constexpr double kCommonest = 12;
    const ReadSentence& sentence = told_.sentence(statement);
    double nouns = 0;
    double rarest = kCommonest;
    for (WordId at = 0; at < sentence.words.size(); ++at) {
      if (sentence.words.upos(at) != "NOUN" || asked.words.holds(at) || !statement.clause.tells(at))
        continue;
      const float common = commonness(lexicon_, sentence.token(at).lemma, PartOfSpeech::Noun);
      nouns += 1;
      rarest = std::min(rarest, static_cast<double>(common));
    }
    add("nouns beside", nouns);
    add("rarest noun", rarest);
  }

  void add_asked(const Statement& statement) {
    const ReadSentence& sentence = told_.sentence(statement);
    const Piece asked = candidate_.asked.value_or(Piece{});
    const std::array<std::pair<std::string_view, Role>, 5> roles{{{"subject", Role::Subject},
                                                                  {"object", Role::Object},
                                                                  {"adjunct", Role::Adjunct},
                                                                  {"complement", Role::Complement},
                                                                  {"clausal", Role::Clausal}}};
    for (const auto& [name, role] : roles)
      add("asked " + std::string(name), candidate_.asked && asked.role == role);
    add("asked loose", asked.loose);
    add_asked_value();
    add_asked_name();
    add_asked_term(sentence, asked);
    add_answer(sentence, asked);
  }

  void add_asked_term(const ReadSentence& sentence, const Piece& asked) {
    const Term term = candidate_.asked ? told_.terms.at(sentence, asked.head) : Term{};
    add("term", !term.words.empty());
    add("term sentences", static_cast<double>(term.sentences));
    add("term in heading", term.in_heading);
    add("term words", static_cast<double>(term.words.end - term.words.begin));
    add("term common", term.words.empty() ? -1 : term.common);
  }

  void add_asked_value() {
    const bool value = candidate_.value != nullptr;
    const Measure measure = value ? candidate_.value->measure : Measure::Score;
    add("value", value);
    add("value date", value && measure == Measure::Date);
    add("value count", value && measure == Measure::Count);
    add("value money", value && measure == Measure::Money);
    add("value percent", value && measure == Measure::Percent);
    const bool dated = value && measure == Measure::Date;
    add("value precision",
        dated ? static_cast<double>(candidate_.value->value.date.precision) : -1);
    add("value duration", value && measure == Measure::Duration);
    add("value hedged", value && candidate_.value->value.hedge != Hedge::None);
  }

  [[nodiscard]] bool is_name_asked() const {
    return candidate_.entity && *candidate_.entity != discourse::kNoEntity;
  }

  void add_asked_name() {
    const bool name = is_name_asked();
    add("name", name);
    const auto is_kind = [&](NameKind kind) {
      return name && entity(*candidate_.entity).kind == kind;
    };
    add("name person", is_kind(NameKind::Person));
    add("name place", is_kind(NameKind::Place));
    add("name organisation", is_kind(NameKind::Organisation));
    add("name chance", name ? entity(*candidate_.entity).kind_chance : 0);
    add("name mentions",
        name ? static_cast<double>(entity(*candidate_.entity).mentions.size()) : 0);
    add("name class", name && !class_of(told_, *candidate_.entity).empty());
  }

  void add_answer(const ReadSentence& sentence, const Piece& asked) {
    add("list", std::ranges::any_of(candidate_.card.answer, [](char c) { return c == ','; }) ||
                    candidate_.card.answer.find(" and ") != std::string::npos);
    const std::string_view first = sentence.words.word(candidate_.key.begin);
    add("answer the", fold_case(first) == "the");
    add("answer a", fold_case(first) == "a" || fold_case(first) == "an");
    double capitals = 0;
    for (WordId at = candidate_.key.begin; at < candidate_.key.end; ++at)
      capitals += patterns::is_capital(sentence.words.word(at)) ? 1 : 0;
    add("answer capitals", capitals);
    const std::string& lemma = sentence.token(asked.head).lemma;
    add("answer common", commonness(lexicon_, lemma, PartOfSpeech::Noun));
    add("answer plural", sentence.words.xpos(asked.head) == "NNS");
    add("answer vague", statements::is_vague(lemma));
    const Category category = patterns::first_category(lexicon_, lemma);
    const bool noun = candidate_.value == nullptr && !is_name_asked() &&
                      sentence.words.upos(asked.head) == "NOUN";
    for (const auto& [label, one] : kCategories)
      add("answer " + std::string(label), noun && category == one);
  }

  void add_subject(const Statement& statement) {
    const ReadSentence& sentence = told_.sentence(statement);
    const Piece* subject = statement.find(Role::Subject);
    const bool known = subject != nullptr && subject->words.begin < subject->words.end;
    const statements::Mention* mention = known ? name_that_is(sentence, subject->words) : nullptr;
    const auto head_is = [&](std::string_view upos) {
      return known && sentence.words.upos(subject->head) == upos;
    };
    add("subject name", mention != nullptr);
    add("subject stands in", known && sentence.stand_in_at(subject->words.begin) != nullptr);
    add("subject topic", known && is_topic(told_, sentence, subject->words));
    add("subject noun", head_is("NOUN"));
    add("subject pronoun", head_is("PRON"));
    add("subject the", known && sentence.words.is(subject->words.begin, "the"));
    add("subject a",
        known && sentence.words.is_one_of(subject->words.begin, {"a", "an", "some", "many"}));
    add("subject plural", known && (sentence.words.xpos(subject->head) == "NNS" ||
                                    sentence.words.xpos(subject->head) == "NNPS"));
    add("subject words",
        known ? static_cast<double>(subject->words.end - subject->words.begin) : 0);
    add_subject_name(mention);
    add("subject vague", known && statements::is_vague(sentence.token(subject->head).lemma));
    add("subject chance", known ? subject->chance : 0);
  }

  void add_subject_name(const statements::Mention* mention) {
    const bool named = mention != nullptr && mention->entity != discourse::kNoEntity;
    add("subject mentions",
        named ? static_cast<double>(entity(mention->entity).mentions.size()) : 0);
    add("subject person", named && entity(mention->entity).kind == NameKind::Person);
    add("subject place", named && entity(mention->entity).kind == NameKind::Place);
    add("subject single name",
        named && entity(mention->entity).name.find(' ') == std::string::npos);
    add("subject bystander", named && is_bystander(told_, mention->entity));
  }

  void add_verb(const Statement& statement) {
    const ReadSentence& sentence = told_.sentence(statement);
    const WordId predicate = statement.clause.predicate;
    const std::string& lemma = sentence.token(predicate).lemma;
    const std::string_view form = sentence.words.xpos(predicate);
    add("past", statements::is_past(sentence.words, statement.clause));
    add("verb present", form == "VBZ" || form == "VBP");
    add("verb gerund", form == "VBG");
    add("verb common", commonness(lexicon_, lemma, PartOfSpeech::Verb));
    add("verb of games", is_of_games(lemma));
    bool modal = false;
    for (const Piece& piece : statement.clause.pieces)
      modal = modal || (piece.role == Role::Auxiliary && sentence.words.xpos(piece.head) == "MD");
    add("modal", modal);
    Category category = Category::Tops;
    const auto senses = lexicon_.senses(lemma, PartOfSpeech::Verb);
    if (!senses.empty()) category = lexicon_.synset(senses.front().synset).category;
    const std::array<std::pair<std::string_view, Category>, 8> categories{
        {{"change", Category::VerbChange},
         {"cognition", Category::VerbCognition},
         {"communication", Category::VerbCommunication},
         {"creation", Category::VerbCreation},
         {"motion", Category::VerbMotion},
         {"possession", Category::VerbPossession},
         {"social", Category::VerbSocial},
         {"stative", Category::VerbStative}}};
    for (const auto& [name, one] : categories)
      add("verb " + std::string(name), category == one);
  }

  /// Nouns with "the" that nothing behind them narrows: has the article named such a thing before?
  void add_open_nouns(const Statement& statement) {
    const ReadSentence& sentence = told_.sentence(statement);
    const auto& words = sentence.words;
    double count = 0;
    double in_title = 0;
    double least_before = 9;
    double modified = 0;
    for (WordId at = 0; at + 1 < words.size(); ++at) {
      if (!words.is(at, "the") || words.upos(at) != "DET" || !statement.clause.tells(at)) continue;
      const WordId noun = words.head(at);
      if (noun >= words.size() || words.upos(noun) != "NOUN" || is_narrowed(words, noun)) continue;
      const std::string& lemma = sentence.token(noun).lemma;
      count += 1;
      modified += noun > at + 1 ? 1 : 0;
      in_title += told_.title.find(lemma) != std::string::npos ? 1 : 0;
      const std::vector<std::size_t>& places = told_.nouns.find(lemma)->second;
      const auto before = std::ranges::lower_bound(places, statement.sentence) - places.begin();
      least_before = std::min(least_before, static_cast<double>(before));
    }
    add("open nouns", count);
    add("open nouns modified", modified);
    add("open nouns of title", in_title);
    add("open noun before", count > 0 ? least_before : 9);
  }

  static bool is_narrowed(const patterns::Sentence& words, WordId noun) {
    for (WordId at = noun + 1; at < words.size(); ++at)
      if (words.head(at) == noun) {
        const std::string_view relation = words.relation(at);
        if (relation == "nmod" || relation.starts_with("acl") || relation == "appos") return true;
      }
    return false;
  }

  void add_surroundings(const Statement& statement) {
    const ReadSentence& sentence = told_.sentence(statement);
    const auto& words = sentence.words;
    const bool opens = statement.sentence == 0 ||
                       told_.reading.sentences[statement.sentence - 1].passage != sentence.passage;
    add("opens paragraph", opens);
    add("connective", words.is_one_of(0, {"however", "but", "and", "also", "then", "so", "still",
                                          "instead", "meanwhile", "moreover", "though", "yet"}));
    double single = 0;
    double unknown = 0;
    double of_topic = 0;
    double most = 0;
    for (const statements::Mention& mention : sentence.mentions) {
      if (!statement.clause.tells(mention.words.begin)) continue;
      if (mention.entity == discourse::kNoEntity) {
        unknown += 1;
        continue;
      }
      const discourse::Entity& one = entity(mention.entity);
      const bool known = told_.title.find(fold_case(one.name)) != std::string::npos;
      const bool brief = one.name.find(' ') == std::string::npos;
      single += brief && !known && one.kind == NameKind::Person ? 1 : 0;
      of_topic += told_.reading.topic && mention.entity == *told_.reading.topic ? 1 : 0;
      most = std::max(most, static_cast<double>(one.mentions.size()));
    }
    add("single names", single);
    add("unknown names", unknown);
    add("names of topic", of_topic);
    add("most mentioned", most);
    const std::string& prompt = candidate_.card.prompt;
    add("quotes", prompt.find('"') != std::string::npos || prompt.find("“") != std::string::npos);
    double capitals = 0;
    double owners = 0;
    for (const Word& word : words_of(prompt)) {
      capitals += word.capital ? 1 : 0;
      owners += word.is("his") || word.is("her") || word.is("its") || word.is("their") ? 1 : 0;
    }
    add("prompt capitals", capitals);
    add("prompt owners", owners);
    add("ends in preposition",
        prompt.size() > 4 &&
            (prompt.ends_with(" to?") || prompt.ends_with(" with?") || prompt.ends_with(" for?") ||
             prompt.ends_with(" from?") || prompt.ends_with(" on?") || prompt.ends_with(" of?")));
  }

  const Candidate& candidate_;
  const Told& told_;
  const Lexicon& lexicon_;
  Traits traits_;
};

}  // namespace

void Traits::add(std::string name, double value) {
  std::ranges::replace(name, ' ', '_');  // a model's file has blanks between its names
  names.push_back(std::move(name));
  values.push_back(static_cast<float>(value));
}

Traits traits_of(const Candidate& candidate, const Told& told) {
  return Writer(candidate, told).write();
}

}  // namespace recto::questions
