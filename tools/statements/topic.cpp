#include "tools/statements/topic.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "content/base/fold.h"
#include "content/words/people.h"
#include "tools/patterns/nominal.h"

namespace recto::statements {
namespace {

using discourse::Entity;
using discourse::Gender;
using language::NameKind;
using patterns::Sentence;

constexpr std::size_t kNear = 2;  ///< sentences in which a rival is looked for

enum class Pronoun { None, He, She, It };

Pronoun pronoun_at(const Sentence& sentence, WordId at) {
  if (sentence.upos(at) != "PRON" && sentence.upos(at) != "DET") return Pronoun::None;
  if (sentence.is_one_of(at, {"he", "him", "his"})) return Pronoun::He;
  if (sentence.is_one_of(at, {"she", "her", "hers"})) return Pronoun::She;
  return sentence.is_one_of(at, {"it", "its"}) ? Pronoun::It : Pronoun::None;
}

/// Nouns for organisations that any of them may be called.
constexpr std::array<std::string_view, 6> kFirms{"company",  "firm",  "corporation",
                                                 "business", "group", "organization"};

class Topic {
 public:
  Topic(const Knowledge& knowledge, Reading& reading)
      : knowledge_(knowledge),
        lexicon_(knowledge.lexicon),
        reading_(reading),
        id_(*reading.topic),
        entity_(reading.entities.all[id_]) {
    behind_name_ = nouns_behind_name();
    const bool place = entity_.kind == NameKind::Place && entity_.kind_chance >= 0.8F;
    if (place && fold_case(reading_.title) == fold_case(entity_.name))
      reading_.at_topic =
          behind_name_.contains("island") || is_class_in_lexicon(entity_, "island") ? "on" : "in";
  }

  void add() {
    if (entity_.kind == NameKind::Person && entity_.kind_chance >= 0.6F) {
      if (const Pronoun own = own_pronoun(); own != Pronoun::None) add_person(own);
      return;
    }
    for (std::size_t i = 0; i < reading_.sentences.size(); ++i) {
      add_it(i);
      add_noun(i);
      add_population(i);
    }
  }

 private:
  /// He or she, when nearly all of them in the article are the one.
  [[nodiscard]] Pronoun own_pronoun() const {
    constexpr std::size_t kFewest = 2;
    constexpr std::size_t kMajority = 4;  // to one
    if (entity_.gender == Gender::He) return Pronoun::He;
    if (entity_.gender == Gender::She) return Pronoun::She;
    std::size_t he = 0;
    std::size_t she = 0;
    for (const ReadSentence& sentence : reading_.sentences)
      for (WordId at = 0; at < sentence.words.size(); ++at) {
        he += pronoun_at(sentence.words, at) == Pronoun::He ? 1 : 0;
        she += pronoun_at(sentence.words, at) == Pronoun::She ? 1 : 0;
      }
    if (he >= kFewest && he >= kMajority * she) return Pronoun::He;
    if (she >= kFewest && she >= kMajority * he) return Pronoun::She;
    return Pronoun::None;
  }

  void add_person(Pronoun own) {
    for (std::size_t i = 0; i < reading_.sentences.size(); ++i) {
      ReadSentence& sentence = reading_.sentences[i];
      for (WordId at = 0; at < sentence.words.size(); ++at) {
        if (pronoun_at(sentence.words, at) != own || sentence.spoken[at]) continue;
        if (sentence.stand_in_at(at) != nullptr || !was_named_before(i, at)) continue;
        const Rival rival = rival_of(i, at, own);
        // The article goes on about its subject, whoever else the sentences before named.
        if (rival == Rival::None || (rival == Rival::Before && is_subject_of_root(sentence, at)))
          insert(sentence, {at, at + 1}, true, rival == Rival::None);
      }
    }
  }

  void insert(ReadSentence& sentence, Words words, bool pronoun, bool sure = true) {
    const auto behind = std::ranges::find_if(
        sentence.stand_ins, [&](const StandIn& one) { return one.words.begin > words.begin; });
    sentence.stand_ins.insert(behind, {words, id_, pronoun, {}, sure});
  }

  [[nodiscard]] bool was_named_before(std::size_t index, WordId at) const {
    for (std::size_t i = 0; i <= index; ++i)
      for (const Mention& mention : reading_.sentences[i].mentions)
        if (mention.entity == id_ && (i < index || mention.words.begin < at)) return true;
    return false;
  }

  enum class Rival { None, Before, Near };

  /// Somebody else whom the pronoun could mean: a person by name, or "his father". Near: in its own
  /// sentence, or as the subject of the one before.
  [[nodiscard]] Rival rival_of(std::size_t index, WordId at, Pronoun own) const {
    for (std::size_t back = 0; back <= std::min(kNear, index); ++back) {
      const ReadSentence& sentence = reading_.sentences[index - back];
      const WordId end = back == 0 ? at : sentence.words.size();
      for (const Mention& mention : sentence.mentions)
        if (mention.words.begin < end && is_rival(mention, own))
          return nearness(sentence, back, sentence.top_of(mention.words));
      if (back > 1) continue;
      for (WordId word = 0; word < end; ++word)
        if (is_rival_noun(sentence, word, own)) return nearness(sentence, back, word);
    }
    return Rival::None;
  }

  static Rival nearness(const ReadSentence& sentence, std::size_t back, WordId rival) {
    const bool near = back == 0 || (back == 1 && sentence.is_main_subject(rival));
    return near ? Rival::Near : Rival::Before;
  }

  [[nodiscard]] bool is_rival(const Mention& mention, Pronoun own) const {
    if (mention.entity == id_ || mention.entity == discourse::kNoEntity) return false;
    const Entity& entity = reading_.entities.all[mention.entity];
    if (entity.kind != NameKind::Person) return false;
    const Gender other = own == Pronoun::He ? Gender::She : Gender::He;
    return entity.gender != other && !is_part_of_name(entity) && !is_other_name(entity);
  }

  /// "Higuchi Natsu" beside Ichiyo Higuchi: a name of the family.
  [[nodiscard]] bool is_part_of_name(const Entity& entity) const {
    return fold_case(entity_.name).find(fold_case(entity.name)) != std::string::npos;
  }

  /// Named in the first sentence only, with a name in common: "a pen name of Natsu Higuchi".
  [[nodiscard]] bool is_other_name(const Entity& entity) const {
    if (entity.mentions.empty() || entity.mentions.back().sentence > 0) return false;
    const PersonName own = read_person(entity_.name);
    const PersonName other = read_person(entity.name);
    const auto has = [&](const std::string& word) {
      return !word.empty() && fold_case(entity_.name).find(fold_case(word)) != std::string::npos;
    };
    return has(other.family) || std::ranges::any_of(other.given, has) || own.empty();
  }

  /// A person that a common noun tells of as doing something; not what the topic itself is said to
  /// be.
  [[nodiscard]] bool is_rival_noun(const ReadSentence& sentence, WordId word, Pronoun own) const {
    const Sentence& words = sentence.words;
    if (words.xpos(word) != "NN") return false;
    const std::string_view relation = words.relation(word);
    if (relation != "nsubj" && relation != "obj" && relation != "obl") return false;
    const std::string& lemma = sentence.token(word).lemma;
    const auto& others =
        own == Pronoun::He ? knowledge_.name_words.she_nouns : knowledge_.name_words.he_nouns;
    return !others.contains(lemma) && patterns::first_category(lexicon_, lemma) == Category::Person;
  }

  /// "It …", "In 2021, it …", "Its services …": the subject of a sentence behind one about the
  /// topic, or behind a clause about it in the same sentence.
  void add_it(std::size_t index) {
    ReadSentence& sentence = reading_.sentences[index];
    const Sentence& words = sentence.words;
    if (words.size() < 3) return;
    for (WordId at = 0; at < words.size(); ++at) {
      if (pronoun_at(words, at) != Pronoun::It || sentence.stand_in_at(at) != nullptr) continue;
      if (sentence.spoken[at] || !is_subject_of_root(sentence, at) || is_empty_it(words, at))
        continue;
      const bool own = words.is(at, "its");
      const bool before = index > 0 && reading_.sentences[index - 1].passage == sentence.passage &&
                          (reading_.sentences[index - 1].has_subject(id_) ||
                           (own && at == 0 && is_only_name_near(index)));
      if (names_besides(sentence, at) || !(before || has_topic_clause(sentence, at))) continue;
      insert(sentence, {at, at + 1}, true);
      return;
    }
  }

  /// Whether a word is, or belongs as owner to, the subject of the main clause.
  static bool is_subject_of_root(const ReadSentence& sentence, WordId at) {
    const WordId head = sentence.words.is(at, "its") ? sentence.words.head(at) : at;
    return sentence.is_main_subject(head);
  }

  /// "It is known that", "It is hard to", "it was decided to": nothing is meant.
  static bool is_empty_it(const Sentence& words, WordId it) {
    if (!words.is(it, "it")) return false;
    const WordId predicate = words.head(it);
    for (WordId at = 0; at < words.size(); ++at)
      if (words.head(at) == predicate &&
          (words.relation(at) == "csubj" || words.relation(at) == "ccomp" ||
           words.relation(at) == "expl" ||
           (words.relation(at) == "xcomp" && words.relation(it) == "nsubj" &&
            words.analysed().tokens[it].relation == "nsubj:pass")))
        return true;
    return predicate < words.size() &&
           words.is_one_of(predicate, {"time", "possible", "important", "difficult", "clear"});
  }

  /// A name of something else before the pronoun in its own sentence, persons aside.
  [[nodiscard]] bool names_besides(const ReadSentence& sentence, WordId at) const {
    return std::ranges::any_of(sentence.mentions, [&](const Mention& mention) {
      if (mention.words.begin >= at || mention.entity == id_) return false;
      if (sentence.value_at(mention.words.begin) != nullptr) return false;  // "March 31"
      if (mention.entity == discourse::kNoEntity) return true;
      const Entity& entity = reading_.entities.all[mention.entity];
      return entity.kind == entity_.kind || entity.kind == NameKind::Other;
    });
  }

  /// "While X has been thriving, it …": a clause before with the topic as its subject.
  [[nodiscard]] bool has_topic_clause(const ReadSentence& sentence, WordId at) const {
    return std::ranges::any_of(sentence.mentions, [&](const Mention& mention) {
      if (mention.entity != id_ || mention.words.end > at) return false;
      return sentence.words.relation(sentence.top_of(mention.words)) == "nsubj";
    });
  }

  /// Whether the sentences right before name nothing but the topic.
  [[nodiscard]] bool is_only_name_near(std::size_t index) const {
    constexpr std::size_t kReach = 3;
    bool found = false;
    for (std::size_t back = 1; back <= std::min(kReach, index); ++back) {
      const ReadSentence& sentence = reading_.sentences[index - back];
      if (sentence.passage != reading_.sentences[index].passage) break;
      for (const Mention& mention : sentence.mentions) {
        if (mention.entity == id_)
          found = true;
        else
          return false;
      }
    }
    return found;
  }

  /// "The company" of the only firm that the article is about.
  void add_noun(std::size_t index) {
    ReadSentence& sentence = reading_.sentences[index];
    const Sentence& words = sentence.words;
    for (WordId at = 0; at + 1 < words.size(); ++at) {
      if (!words.is_one_of(at, {"the", "this"}) || words.xpos(at + 1) != "NN" ||
          sentence.stand_in_at(at) != nullptr)
        continue;
      if (words.head(at) != at + 1 || sentence.mention_at(at + 1) != nullptr) continue;
      if (!is_topic_noun(sentence.token(at + 1).lemma) || is_completed(words, at + 1)) continue;
      if (!is_last_of_kind(index, at, sentence.token(at + 1).lemma)) continue;
      insert(sentence, {at, at + 2}, false);
    }
  }

  /// "The population" in an article with a place's name for a title: of that place.
  void add_population(std::size_t index) {
    if (reading_.at_topic.empty()) return;
    ReadSentence& sentence = reading_.sentences[index];
    const Sentence& words = sentence.words;
    for (WordId at = 0; at + 1 < words.size(); ++at) {
      if (!words.is(at, "the") || words.head(at) != at + 1 || sentence.stand_in_at(at) != nullptr)
        continue;
      if (!words.is_one_of(at + 1, {"population", "economy", "climate"})) continue;
      if (is_completed(words, at + 1)) continue;
      const std::string text = "the " + sentence.token(at + 1).lemma + " of " + entity_.name;
      const auto behind = std::ranges::find_if(
          sentence.stand_ins, [&](const StandIn& one) { return one.words.begin > at; });
      sentence.stand_ins.insert(behind, {{at, at + 2}, discourse::kNoEntity, false, text});
    }
  }

  [[nodiscard]] bool is_topic_noun(const std::string& lemma) const {
    if (entity_.kind_chance < 0.6F) return false;
    if (entity_.kind == NameKind::Organisation)
      return std::ranges::find(kFirms, lemma) != kFirms.end() || lemma == entity_.noun;
    if (entity_.kind != NameKind::Place) return false;
    if (lemma == entity_.noun) return true;
    if (behind_name_.contains(lemma)) return true;
    return is_class_in_lexicon(entity_, lemma);
  }

  /// "island" for Socotra, "city" for Athens: up to three steps above the name.
  [[nodiscard]] bool is_class_in_lexicon(const Entity& entity, const std::string& noun) const {
    constexpr int kDeepest = 3;
    for (const Sense& sense : lexicon_.senses(entity.name, PartOfSpeech::Noun)) {
      if (!lexicon_.synset(sense.synset).instance) continue;
      for (const SynsetId id : lexicon_.ancestors(sense.synset, kDeepest))
        for (const std::string& name : lexicon_.names(id))
          if (name == noun) return true;
    }
    return false;
  }

  /// "Socotra Island": the article says what it is.
  [[nodiscard]] std::set<std::string> nouns_behind_name() const {
    std::set<std::string> nouns;
    const std::string name = fold_case(entity_.name) + ' ';
    for (const ReadSentence& sentence : reading_.sentences)
      for (const Mention& mention : sentence.mentions) {
        const std::string text = fold_case(sentence.words.text(mention.words));
        if (mention.entity == id_) nouns.insert(fold_case(sentence.words.word(mention.words.end)));
        if (text.starts_with(name)) nouns.insert(text.substr(name.size()));
      }
    return nouns;
  }

  static bool is_completed(const Sentence& words, WordId noun) {
    for (WordId at = noun + 1; at < words.size(); ++at) {
      if (words.head(at) != noun) continue;
      const std::string_view relation = words.relation(at);
      if (relation == "nmod" || relation == "acl" || relation == "appos" || relation == "conj")
        return true;
    }
    return words.upos(noun + 1) == "NOUN" || words.is(noun + 1, "-");
  }

  /// Whether the last one of the topic's kind that was named before is the topic, and near. In an
  /// article that has its name for a title, "the city" is it until another city is named.
  [[nodiscard]] bool is_last_of_kind(std::size_t index, WordId at, const std::string& noun) const {
    const bool title = !reading_.at_topic.empty();
    const std::size_t reach = title ? 40 : 4;
    for (std::size_t back = 0; back <= std::min(reach, index); ++back) {
      const ReadSentence& sentence = reading_.sentences[index - back];
      const WordId end = back == 0 ? at : sentence.words.size();
      bool found = false;
      for (const Mention& mention : sentence.mentions) {
        if (mention.words.begin >= end || mention.entity == discourse::kNoEntity) continue;
        const Entity& entity = reading_.entities.all[mention.entity];
        if (mention.entity == id_)
          found = true;
        else if (entity.kind == entity_.kind &&
                 (entity_.kind == NameKind::Organisation || entity.noun == noun ||
                  is_class_in_lexicon(entity, noun)))
          return false;
      }
      if (found) return true;
    }
    return title && entity_.kind == NameKind::Place;
  }

  const Knowledge& knowledge_;
  const Lexicon& lexicon_;
  Reading& reading_;
  EntityId id_;
  const Entity& entity_;
  std::set<std::string> behind_name_;
};

}  // namespace

void add_topic_stand_ins(const Knowledge& knowledge, Reading& reading) {
  if (reading.topic) Topic(knowledge, reading).add();
}

}  // namespace recto::statements
