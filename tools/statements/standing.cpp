#include "tools/statements/standing.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "content/base/fold.h"
#include "content/words/date.h"
#include "tools/patterns/names.h"
#include "tools/patterns/nominal.h"

namespace recto::statements {
namespace {

using patterns::Sentence;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

/// "The …" that there is once in the world, or that is meant in general.
constexpr std::array<std::string_view, 66> kUnique{
    "world",       "sun",         "moon",        "earth",         "sky",       "sea",
    "ocean",       "universe",    "internet",    "web",           "equator",   "public",
    "media",       "press",       "past",        "future",        "present",   "brain",
    "heart",       "atmosphere",  "environment", "economy",       "law",       "night",
    "morning",     "evening",     "afternoon",   "day",           "north",     "south",
    "east",        "west",        "northeast",   "northwest",     "southeast", "southwest",
    "middle",      "renaissance", "reformation", "enlightenment", "bible",     "pope",
    "olympics",    "poor",        "rich",        "elderly",       "blind",     "deaf",
    "liver",       "stomach",     "blood",       "skin",          "planet",    "globe",
    "countryside", "wild",        "summer",      "winter",        "spring",    "autumn",
    "thyroid",     "rest",        "mind",        "air",           "body",      "ear"};

/// Nouns that their modifiers make unique: "the textile industry", "the Jewish community".
constexpr std::array<std::string_view, 22> kKinds{
    "industry", "sector",  "market",   "era",      "period",   "world",  "system", "economy",
    "region",   "coast",   "climate",  "language", "church",   "empire", "army",   "navy",
    "race",     "kingdom", "standard", "alphabet", "calendar", "age"};

constexpr std::array<std::string_view, 64> kVague{
    "study",        "report",    "researcher",  "scientist", "team",     "official",  "author",
    "expert",       "critic",    "result",      "finding",   "analysis", "survey",    "company",
    "article",      "paper",     "event",       "case",      "plan",     "move",      "deal",
    "effort",       "approach",  "project",     "group",     "member",   "colleague", "source",
    "spokesperson", "spokesman", "spokeswoman", "statement", "decision", "process",   "change",
    "problem",      "issue",     "thing",       "way",       "fact",     "reason",    "example",
    "part",         "time",      "place",       "area",      "number",   "lot",       "difference",
    "situation",    "story",     "idea",        "step",      "picture",  "work",      "system",
    "data",         "evidence",  "participant", "resident",  "figure",   "table",     "section",
    "chapter"};

constexpr std::array<std::string_view, 16> kPointers{
    "this", "these",    "those",   "such",  "here",  "now",   "today",     "yesterday",
    "ago",  "tomorrow", "tonight", "above", "below", "again", "elsewhere", "thereafter"};

constexpr Chance kSurelyPerson = 0.6F;

constexpr std::array<std::string_view, 7> kWeekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

std::string quoted(std::string_view word) {
  return "'" + std::string(word) + "'";
}

class Judge {
 public:
  Judge(const Standing& standing, Words words)
      : all_(standing),
        read_(standing.sentence),
        sentence_(standing.sentence.words),
        words_(words) {}

  std::optional<Fault> first_fault() const {
    std::optional<Fault> weakness;
    for (WordId at = words_.begin; at < words_.end; ++at) {
      if (all_.asides[at] || read_.stand_in_at(at) != nullptr || all_.known == at) continue;
      auto fault = fault_at(at);
      if (!fault) continue;
      if (!fault->weakness) return fault;
      if (!weakness) weakness = std::move(fault);
    }
    return weakness;
  }

 private:
  [[nodiscard]] std::optional<Fault> fault_at(WordId at) const {
    const std::string_view upos = sentence_.upos(at);
    if (read_.mention_at(at) != nullptr) return std::nullopt;
    if (auto fault = personal_fault(at)) return fault;
    const std::string word = quoted(sentence_.word(at));
    if (is_pointer(at)) return Fault{word + " points outside the sentence (C2)"};
    if (is_relative_time(at)) return Fault{word + " depends on the day of writing (C9)"};
    if (sentence_.is(at, "the") && upos == "DET" && is_definite_open(at))
      return open_noun(noun_of(at));
    if (is_bare(at)) return Fault{word + " leaves open what it counts (C2)", Weakness::OpenCount};
    if (is_compared_with_nothing(at))
      return Fault{word + " leaves open what it is compared with (C2)", Weakness::OpenCompared};
    return std::nullopt;
  }

  /// "the bridge" may be understood in an article about bridges, "the company" and "the teacher"
  /// are never.
  [[nodiscard]] Fault open_noun(WordId noun) const {
    Fault fault{"it does not say which is meant by 'the " + std::string(sentence_.word(noun)) +
                "' (C2)"};
    const std::string& lemma = read_.token(noun).lemma;
    const bool person = sentence_.xpos(noun) == "NN" &&
                        patterns::first_category(all_.lexicon, lemma) == Category::Person;
    if (!person && !is_one_of(kVague, lemma)) fault.weakness = Weakness::OpenNoun;
    return fault;
  }

  /// "he", "its", "we": whose nobody knows.
  [[nodiscard]] std::optional<Fault> personal_fault(WordId at) const {
    const bool reader = sentence_.is_one_of(at, {"you", "your", "yours", "yourself"});
    if (reader && all_.reading.to_the_reader) return std::nullopt;
    const bool first = reader || sentence_.is_one_of(at, {"i", "we", "us", "me", "my", "our",
                                                          "ours", "mine", "myself", "ourselves"});
    if (first) return Fault{quoted(sentence_.word(at)) + " is whoever speaks (C2)"};
    const bool owner = sentence_.is_one_of(at, {"his", "her", "its", "their"});
    const bool other = sentence_.is_one_of(
        at, {"he", "she", "it", "they", "him", "them", "hers", "theirs", "one", "ones"});
    const bool self =
        sentence_.is_one_of(at, {"himself", "herself", "itself", "themselves", "oneself"});
    if (!owner && !other && !self) return std::nullopt;
    if (sentence_.is(at, "one") && sentence_.upos(at) == "NUM" && has_noun_behind(at))
      return std::nullopt;
    if (sentence_.is(at, "one") && sentence_.is(at + 1, "of")) return std::nullopt;
    if (!other && is_of_subject(at)) return std::nullopt;
    Fault fault{"nobody knows who or what " + quoted(sentence_.word(at)) + " is (C2)"};
    if (all_.whole && looks_back(at)) fault.weakness = Weakness::LooksBack;
    return fault;
  }

  /// Whether a noun or name that a pronoun may mean stands before it and is told.
  [[nodiscard]] bool looks_back(WordId pronoun) const {
    const bool person = sentence_.is_one_of(
        pronoun, {"he", "she", "him", "her", "his", "hers", "himself", "herself"});
    const bool plural =
        sentence_.is_one_of(pronoun, {"they", "them", "their", "theirs", "themselves"});
    for (WordId at = words_.begin; at < pronoun; ++at) {
      if (all_.asides[at]) continue;
      const Mention* mention = read_.mention_at(at);
      const bool named = mention != nullptr && mention->entity != discourse::kNoEntity;
      const bool of_person =
          named && all_.reading.entities.all[mention->entity].kind == language::NameKind::Person;
      if (person && of_person) return true;
      if (person) continue;
      const bool many = sentence_.xpos(at) == "NNS" || sentence_.xpos(at) == "NNPS";
      const bool noun = sentence_.upos(at) == "NOUN" || (named && !of_person);
      if (noun && (many == plural || (plural && named))) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_noun_behind(WordId at) const {
    return sentence_.head(at) > at && sentence_.head(at) < sentence_.size();
  }

  /// Whether the owner behind the subject can only be the subject.
  [[nodiscard]] bool is_of_subject(WordId at) const {
    // "Due to its harbour, Basel …": before the subject it may be meant as well.
    if (!all_.subject || all_.subject->holds(at)) return false;
    const std::optional<EntityId> named = read_.entity_in(*all_.subject);
    const bool person = sentence_.is_one_of(at, {"his", "her", "himself", "herself"});
    const bool plural = sentence_.is_one_of(at, {"their", "themselves"});
    if (named) {
      const discourse::Entity& entity = all_.reading.entities.all[*named];
      const bool is_person =
          entity.kind == language::NameKind::Person && entity.kind_chance >= kSurelyPerson;
      if (person != is_person && !plural) return false;
      const bool people =
          sentence_.is(all_.subject->begin, "the") && all_.subject->end - all_.subject->begin == 2;
      if (plural && !entity.plural && !people && entity.kind != language::NameKind::Organisation)
        return false;
    } else if (person) {
      return false;
    }
    // Nobody else before it whom it could mean.
    return std::ranges::none_of(read_.mentions, [&](const Mention& mention) {
      if (mention.words.begin < all_.subject->end || mention.words.begin >= at) return false;
      if (mention.entity == discourse::kNoEntity) return !person;
      const bool is_person =
          all_.reading.entities.all[mention.entity].kind == language::NameKind::Person;
      return is_person == person;
    });
  }

  [[nodiscard]] bool is_pointer(WordId at) const {
    const std::string_view word = sentence_.word(at);
    // "a third campaign", "a further 200 shirts": after which?
    if (at > 0 && sentence_.is_one_of(at - 1, {"a", "an"}) &&
        sentence_.is_one_of(at, {"further", "second", "third", "fourth", "fifth", "sixth"}))
      return sentence_.relation(at) == "amod" || sentence_.relation(at) == "advmod";
    if (sentence_.is(at, "that"))
      return sentence_.xpos(at) == "DT" && sentence_.upos(at) != "SCONJ";
    if (sentence_.is(at, "there")) return sentence_.xpos(at) != "EX";
    if (sentence_.is_one_of(at, {"another", "former", "latter", "same", "aforementioned", "other",
                                 "others", "latest", "so-called", "respective", "respectively",
                                 "similar", "said", "aforesaid"}) &&
        (!sentence_.is(at, "said") || sentence_.upos(at) == "ADJ") &&
        !(sentence_.is(at, "similar") && sentence_.is(at + 1, "to")))
      return !(sentence_.is_one_of(at, {"other", "former"}) && is_harmless(at));
    if (sentence_.is(at, "then"))
      return sentence_.head(at) > at && sentence_.upos(at + 1) != "VERB";
    if (sentence_.is(at, "above") || sentence_.is(at, "below"))
      return sentence_.relation(at) != "case";
    if (sentence_.is(at, "such")) return !(sentence_.is(at + 1, "as"));
    // "remained so": how, stands before
    if (sentence_.is(at, "so") && at > 0)
      return sentence_.is_one_of(at - 1, {"remain", "remained", "remains", "do", "did", "does",
                                          "done", "doing", "became", "become"});
    // "those from Enceladus"
    if (sentence_.is_one_of(at, {"those", "that"}) && sentence_.upos(at) == "PRON")
      for (WordId behind = at + 1; behind < words_.end; ++behind)
        if (sentence_.head(behind) == at &&
            (sentence_.relation(behind) == "nmod" || sentence_.relation(behind) == "acl"))
          return false;
    return std::ranges::any_of(kPointers, [&](std::string_view one) {
      return sentence_.is(at, one) && word.size() == one.size();
    });
  }

  /// "other than", "each other", "former president", "other countries" behind "than any".
  [[nodiscard]] bool is_harmless(WordId at) const {
    if (sentence_.is(at, "former")) return !(at > 0 && sentence_.is(at - 1, "the"));
    if (at == 0) return false;
    return sentence_.is(at + 1, "than") ||
           sentence_.is_one_of(at - 1, {"each", "any", "and", "or", "most", "many", "all", "some"});
  }

  /// "October" without its year.
  [[nodiscard]] bool is_bare_month(WordId at) const {
    if (!is_month_name(sentence_.word(at)) || sentence_.upos(at) != "PROPN") return false;
    if (const patterns::SentenceValue* value = read_.value_at(at); value != nullptr)
      return value->measure == patterns::Measure::Date && value->value.date.year == 0;
    // "July 14", without its year
    const auto is_year = [&](WordId other) {
      return sentence_.upos(other) == "NUM" && sentence_.word(other).size() == 4;
    };
    // "from June to August" tells when, in any year.
    const bool season = sentence_.is_one_of(at + 1, {"to", "till", "until", "through"}) ||
                        (at > 0 && sentence_.is_one_of(at - 1, {"to", "till", "until", "through"}));
    return !season && !is_year(at + 1) && !is_year(at + 2) && !is_year(at + 3);
  }

  [[nodiscard]] bool is_relative_time(WordId at) const {
    if (sentence_.is(at, "so") && sentence_.is(at + 1, "far")) return true;
    if (is_bare_month(at)) return true;
    // "in October", "July 14": of which year?
    if (const patterns::SentenceValue* value = read_.value_at(at);
        value != nullptr && value->measure == patterns::Measure::Date && value->words.begin == at &&
        value->value.date.year == 0)
      return true;
    if (is_one_of(kWeekdays, sentence_.word(at))) return true;
    if (sentence_.is_one_of(at, {"recent", "coming", "upcoming", "previous", "current"}))
      return sentence_.upos(at) == "ADJ";
    const bool pointer = sentence_.is_one_of(at, {"last", "next", "past", "following"});
    return pointer && (sentence_.is_one_of(
                           at + 1, {"year",   "month",  "week",   "night",   "decade", "century",
                                    "summer", "winter", "spring", "autumn",  "fall",   "years",
                                    "months", "weeks",  "days",   "decades", "season", "few",
                                    "day",    "two",    "three",  "several", "time"}) ||
                       is_one_of(kWeekdays, sentence_.word(at + 1)));
  }

  [[nodiscard]] WordId noun_of(WordId the) const {
    const WordId head = sentence_.head(the);
    return head < sentence_.size() ? head : the + 1;
  }

  /// A name, number, clause or further noun that says which.
  [[nodiscard]] bool is_told_which(WordId the, WordId noun) const {
    for (WordId at = the + 1; at <= noun; ++at) {
      if (sentence_.upos(at) == "PROPN" || read_.mention_at(at) != nullptr) return true;
      if (sentence_.is_one_of(at, {"first", "last", "only", "main", "whole", "entire"}))
        return true;
      if ((sentence_.xpos(at) == "JJS" || sentence_.xpos(at) == "RBS") && has_name()) return true;
      if (sentence_.upos(at) == "NUM" && sentence_.word(at).size() >= 3) return true;
    }
    for (WordId at = noun + 1; at < words_.end; ++at) {
      if (sentence_.head(at) != noun || all_.asides[at]) continue;
      const std::string_view relation = sentence_.relation(at);
      // "the problem by developing …" tells how, not which.
      if (relation == "acl" && sentence_.xpos(at) == "VBG" && at > noun + 1 &&
          sentence_.upos(noun + 1) == "SCONJ")
        continue;
      if (relation == "nmod" || relation == "acl" || relation == "appos" || relation == "nummod")
        return true;
    }
    return false;
  }

  [[nodiscard]] bool has_name() const {
    return !read_.mentions.empty() || !read_.stand_ins.empty();
  }

  /// "the Australian", one person of a country.
  [[nodiscard]] bool is_inhabitant(WordId noun) const {
    const std::string_view word = sentence_.word(noun);
    const bool origin = word.ends_with("ian") || word.ends_with("ican") || word.ends_with("man") ||
                        word.ends_with("woman");
    return origin && sentence_.xpos(noun) != "NNS" && sentence_.xpos(noun) != "NNPS" &&
           (sentence_.xpos(noun) == "NNP" || sentence_.xpos(noun) == "NN") &&
           (read_.mention_at(noun) == nullptr ||
            read_.mention_at(noun)->entity == discourse::kNoEntity) &&
           sentence_.relation(noun) != "compound";
  }

  /// "the Society", "the Act": of the many of that name.
  [[nodiscard]] bool is_short_name(WordId the, WordId noun) const {
    static constexpr std::array<std::string_view, 28> kShort{
        "society",     "lodge",  "company",  "league",     "committee",   "council", "commission",
        "board",       "act",    "treaty",   "agreement",  "university",  "college", "school",
        "institute",   "museum", "bank",     "club",       "foundation",  "court",   "convention",
        "association", "party",  "ministry", "department", "corporation", "centre",  "center"};
    const std::string_view word = sentence_.word(noun);
    if (noun != the + 1 || !patterns::is_capital(word)) return false;
    if (sentence_.is_one_of(noun + 1, {"of", "for", "on"}) || sentence_.upos(noun + 1) == "PROPN")
      return false;
    const Mention* mention = read_.mention_at(noun);
    if (mention != nullptr && mention->entity != discourse::kNoEntity &&
        all_.reading.entities.all[mention->entity].name.find(' ') != std::string::npos)
      return false;
    return read_.stand_in_at(noun) == nullptr && is_one_of(kShort, fold_case(word));
  }

  [[nodiscard]] bool is_definite_open(WordId the) const {
    const WordId noun = noun_of(the);
    if (noun <= the || noun >= sentence_.size()) return true;
    if (is_inhabitant(noun) || is_short_name(the, noun)) return true;
    if (is_told_which(the, noun)) return false;
    const std::string& lemma = read_.token(noun).lemma;
    if (is_one_of(kUnique, lemma)) return false;
    if (sentence_.upos(noun) == "ADJ" || sentence_.upos(noun) == "NUM") return false;
    if (read_.value_at(noun) != nullptr) return false;  // "the 19th century"
    if (patterns::first_category(all_.lexicon, lemma) == Category::Body && all_.subject)
      return false;  // "was shot in the arm"
    // "the textile industry": what kind it is says which.
    if (noun > the + 1 && is_one_of(kKinds, lemma)) return false;
    // "the human brain", "the solar system": one thing, for whoever speaks of such things.
    if (noun == the + 2 && sentence_.upos(the + 1) != "VERB") {
      const std::string both =
          std::string(sentence_.word(the + 1)) + ' ' + std::string(sentence_.word(noun));
      if (all_.lexicon.knows(both, PartOfSpeech::Noun)) return false;
    }
    if (is_of_place(lemma)) return false;
    // A step of a task names its parts: "the foam oasis".
    if (!all_.reading.task.empty() &&
        (noun > the + 1 || all_.reading.task.find(lemma) != std::string::npos))
      return false;
    for (WordId at = 0; at < the; ++at)
      if (read_.token(at).lemma == lemma && !all_.asides[at] && inside_text(at)) return false;
    return true;
  }

  /// "the airport" in an article about a place: its own.
  [[nodiscard]] bool is_of_place(const std::string& lemma) const {
    static constexpr std::array<std::string_view, 8> kOnce{
        "airport", "monsoon", "coast", "interior", "mainland", "coastline", "capital", "harbour"};
    return !all_.reading.at_topic.empty() && is_one_of(kOnce, lemma);
  }

  [[nodiscard]] bool inside_text(WordId at) const {
    return words_.holds(at) || (all_.subject && all_.subject->holds(at));
  }

  /// "most", "both", "some" alone.
  [[nodiscard]] bool is_bare(WordId at) const {
    const std::string_view relation = sentence_.relation(at);
    if (sentence_.upos(at) != "PRON" && sentence_.upos(at) != "DET" && sentence_.upos(at) != "ADJ")
      return false;
    if (!sentence_.is_one_of(at, {"most", "many", "some", "both", "all", "each", "several", "few",
                                  "none", "any", "either", "neither", "much", "half"}))
      return false;
    const bool heads = relation == "nsubj" || relation == "obj" || relation == "obl" ||
                       relation == "nmod" || relation == "root" || relation == "conj";
    if (!heads) return false;
    for (WordId behind = at + 1; behind < words_.end; ++behind)
      if (sentence_.head(behind) == at && sentence_.relation(behind) == "nmod") return false;
    return true;
  }

  /// "larger", "more efficient", without "than".
  [[nodiscard]] bool is_compared_with_nothing(WordId at) const {
    // "a wider range of fuels" in an object says enough.
    if (sentence_.is(at, "more") && at > 0 && sentence_.upos(at - 1) == "NUM") return true;
    const WordId noun = sentence_.head(at);
    if (all_.subject && sentence_.relation(at) == "amod" && noun < sentence_.size() &&
        sentence_.relation(noun) != "nsubj" && sentence_.relation(noun) != "root" &&
        !sentence_.is_one_of(at, {"more", "less", "fewer"}))
      return false;
    if (all_.subject && sentence_.relation(at) == "advmod" && noun < sentence_.size() &&
        sentence_.relation(noun) == "amod")
      return false;
    if (sentence_.xpos(at) != "JJR" && sentence_.xpos(at) != "RBR") return false;
    if (sentence_.is_one_of(at, {"more", "less", "fewer"}) &&
        (sentence_.is(at + 1, "than") || read_.value_at(at) != nullptr))
      return false;
    if (read_.value_at(at) != nullptr) return false;
    if (sentence_.is_one_of(at, {"younger", "older", "elder", "eldest"}) &&
        patterns::first_category(
            all_.lexicon,
            read_.token(sentence_.head(at) < sentence_.size() ? sentence_.head(at) : at).lemma) ==
            Category::Person)
      return false;
    if (sentence_.is_one_of(at,
                            {"upper", "lower", "inner", "outer", "further", "later", "earlier"}))
      return sentence_.upos(at) == "ADV";
    for (WordId behind = at + 1; behind < words_.end; ++behind)
      if (sentence_.is(behind, "than")) return false;
    return true;
  }

  const Standing& all_;
  const ReadSentence& read_;
  const Sentence& sentence_;
  Words words_;
};

}  // namespace

bool is_vague(std::string_view lemma) {
  return is_one_of(kVague, lemma);
}

std::optional<Fault> open_reference(const Standing& standing, Words words) {
  return Judge(standing, words).first_fault();
}

}  // namespace recto::statements
