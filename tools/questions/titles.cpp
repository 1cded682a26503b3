// "Emirates President Tim Clark": who holds which office.
#include <algorithm>
#include <array>

#include "content/base/fold.h"
#include "tools/patterns/nominal.h"
#include "tools/questions/answerability.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

using language::NameKind;
using patterns::WordId;

constexpr language::Chance kSureKind = 0.6F;

/// Offices that one person at a time has.
bool is_office(std::string_view noun) {
  static constexpr std::array<std::string_view, 22> kOffices{
      "president",    "chairman",   "chairwoman", "chairperson", "director", "administrator",
      "ceo",          "executive",  "founder",    "secretary",   "minister", "mayor",
      "governor",     "chancellor", "king",       "queen",       "emperor",  "premier",
      "commissioner", "editor",     "coach",      "captain"};
  return std::ranges::find(kOffices, noun) != kOffices.end();
}

class Rule {
 public:
  Rule(const Told& told, std::size_t index, Candidates& out)
      : told_(told), index_(index), sentence_(told.reading.sentences[index]), out_(out) {}

  void add() {
    for (const statements::Mention& mention : sentence_.mentions) {
      if (mention.entity == discourse::kNoEntity || sentence_.spoken[mention.words.begin]) continue;
      const discourse::Entity& person = told_.reading.entities.all[mention.entity];
      if (person.kind == NameKind::Person && person.kind_chance >= kSureKind &&
          person.name.find(' ') != std::string::npos)
        add_office(mention, person.name);
    }
  }

 private:
  [[nodiscard]] bool is_word_of_office(WordId at) const {
    const std::string_view upos = sentence_.words.upos(at);
    return upos == "NOUN" || upos == "PROPN" || upos == "ADJ";
  }

  /// The office ends right before the person's name; its owner stands before it.
  void add_office(const statements::Mention& person, const std::string& name) {
    constexpr WordId kLongest = 3;
    const auto& words = sentence_.words;
    const WordId end = person.words.begin;
    if (end < 2 || !is_office(fold_case(words.word(end - 1)))) return;
    WordId begin = end - 1;
    while (begin > 0 && end - begin < kLongest && is_word_of_office(begin - 1) &&
           sentence_.mention_at(begin - 1) == nullptr)
      --begin;
    WordId owner_end = begin;
    if (owner_end > 0 && words.is_one_of(owner_end - 1, {"'s", "’s"})) --owner_end;
    const statements::Mention* owner =
        owner_end > 0 ? sentence_.mention_at(owner_end - 1) : nullptr;
    if (owner == nullptr || owner->words.end != owner_end || owner->words.begin == end) return;
    if (owner->entity == discourse::kNoEntity || owner->entity == person.entity) return;
    // Who leads a country changes faster than decks.
    const discourse::Entity& holds = told_.reading.entities.all[owner->entity];
    if (holds.kind == NameKind::Person || holds.kind == NameKind::Place) return;
    if (told_.reading.topic && *told_.reading.topic == person.entity) return;
    const bool of_topic = told_.reading.topic && *told_.reading.topic == owner->entity;
    if (!of_topic && is_bystander(told_, person.entity)) return;
    const std::string office = lowered(words.text({begin, end}));
    const std::string holder = with_article(words.text(owner->words));
    const std::string owned = holder + (holder.ends_with('s') ? "'" : "'s");
    Candidate candidate;
    candidate.card = make_card(CardKind::Short, sentence_, "office",
                               "Who is " + owned + " " + office + "?", name);
    candidate.card.explanation = name + " is " + owned + " " + office + ".";
    candidate.sentence = index_;
    candidate.key = person.words;
    candidate.entity = person.entity;
    out_.push_back(std::move(candidate));
  }

  /// "the Teachers Association"
  static std::string with_article(std::string_view name) {
    const std::string folded = fold_case(name);
    for (const std::string_view last :
         {"association", "union",  "ministry", "department", "institute",  "federation",
          "league",      "board",  "council",  "committee",  "commission", "agency",
          "bureau",      "office", "museum",   "society",    "foundation", "party",
          "church",      "army",   "navy",     "senate",     "court"})
      if (folded.ends_with(last) && folded.size() > last.size()) return "the " + std::string(name);
    return std::string(name);
  }

  static std::string lowered(std::string_view office) {
    return office.find("CEO") != std::string_view::npos ? std::string(office) : fold_case(office);
  }

  const Told& told_;
  std::size_t index_;
  const ReadSentence& sentence_;
  Candidates& out_;
};

}  // namespace

void add_titles(const Told& told, Candidates& out) {
  for (std::size_t i = 0; i < told.reading.sentences.size(); ++i)
    Rule(told, i, out).add();
}

}  // namespace recto::questions
