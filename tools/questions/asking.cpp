#include "tools/questions/asking.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/base/fold.h"
#include "content/words/inflection.h"
#include "tools/patterns/names.h"
#include "tools/patterns/nominal.h"
#include "tools/questions/name_class.h"
#include "tools/statements/writing.h"

namespace recto::questions {
namespace {

using language::NameKind;
using patterns::Sentence;
using patterns::WordId;
using statements::Writer;

constexpr language::Chance kSureKind = 0.6F;

/// A be that stands alone as verb: "there are".
bool is_be(const ReadSentence& sentence, const Piece& piece) {
  return piece.role == Role::Verb && sentence.token(piece.head).lemma == "be";
}

bool is_auxiliary(const ReadSentence& sentence, const Piece& piece) {
  return piece.role == Role::Auxiliary || is_be(sentence, piece);
}

/// "’s" and "’ve" in full: they cannot stand before the subject.
std::string_view form_of(const ReadSentence& sentence, const Piece& piece) {
  if (!piece.put.empty()) return piece.put;
  const std::string_view form = sentence.words.text(piece.words);
  if (!form.starts_with("'") && !form.starts_with("’")) return form;
  const bool be = sentence.token(piece.head).lemma == "be";
  if (form.ends_with("s")) return be ? "is" : "has";
  if (form.ends_with("re")) return "are";
  return form.ends_with("ve") ? "have" : form;
}

/// How the verb is written: "did" goes with "flourished" as with a word of the sentence.
std::string_view tag_of(const Told& told, const ReadSentence& sentence, const Piece& verb) {
  if (verb.put.empty()) return sentence.words.xpos(verb.head);
  const std::string& lemma = sentence.token(verb.head).lemma;
  if (verb.put == inflect(told.knowledge.lexicon, lemma, Slot::Past)) return "VBD";
  return verb.put == lemma ? "VBP" : "VBZ";
}

/// "are" → "is" behind who and what.
std::string singular_form(const Told& told, const ReadSentence& sentence, const Piece& piece) {
  std::string form(form_of(sentence, piece));
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kForms{
      {{"are", "is"}, {"were", "was"}, {"have", "has"}, {"do", "does"}}};
  for (const auto& [plural, singular] : kForms)
    if (form == plural) return std::string(singular);
  if (piece.role == Role::Verb && sentence.words.xpos(piece.head) == "VBP")
    return inflect(told.knowledge.lexicon, sentence.token(piece.head).lemma, Slot::Third);
  return form;
}

std::string_view helper_for(std::string_view xpos) {
  if (xpos == "VBD") return "did";
  if (xpos == "VBZ") return "does";
  return xpos == "VBP" ? "do" : std::string_view();
}

class Asking {
 public:
  Asking(const Told& told, const Statement& statement, const Piece& asked, const Wh& wh)
      : told_(told),
        statement_(statement),
        sentence_(told.sentence(statement)),
        asked_(asked),
        wh_(wh),
        writer_(told.reading, sentence_, statement.clause.asides) {}

  std::string write() {
    if (!statement_.source.empty()) {
      writer_.add(statement_.source);
      writer_.add(",");
    }
    writer_.add(wh_.words);
    if (!wh_.rest.empty()) writer_.add(wh_.rest);
    if (asked_.role == Role::Subject)
      add_behind_subject();
    else if (!add_inverted())
      return {};
    return writer_.sentence("?");
  }

 private:
  [[nodiscard]] const std::vector<Piece>& pieces() const { return statement_.clause.pieces; }

  void add_behind_subject() {
    bool finite = true;
    for (const Piece& piece : pieces()) {
      if (&piece == &asked_ || piece.head == asked_.head) continue;
      const bool verb = piece.role == Role::Verb || piece.role == Role::Auxiliary;
      if (finite && verb && !wh_.plural) {
        writer_.add(singular_form(told_, sentence_, piece));
      } else {
        writer_.add(piece);
      }
      if (verb) finite = false;
    }
  }

  /// "had" and a participle, nothing else.
  [[nodiscard]] bool is_pluperfect() const {
    std::size_t auxiliaries = 0;
    bool had = false;
    for (const Piece& piece : pieces()) {
      if (piece.role != Role::Auxiliary) continue;
      ++auxiliaries;
      had = had || form_of(sentence_, piece) == "had";
    }
    return auxiliaries == 1 && had && !statement_.clause.copular;
  }

  /// False where no auxiliary can be put before the subject.
  bool add_inverted() {
    const Piece* subject = statement_.find(Role::Subject);
    const Piece* verb = statement_.find(Role::Verb);
    const auto found = std::ranges::find_if(
        pieces(), [&](const Piece& piece) { return is_auxiliary(sentence_, piece); });
    const Piece* helper = found == pieces().end() ? nullptr : &*found;
    // "had caught" leans on another past: "did she catch".
    const bool pluperfect = is_pluperfect();
    std::string_view first;
    if (pluperfect)
      first = "did";
    else if (helper != nullptr)
      first = form_of(sentence_, *helper);
    else if (verb != nullptr)
      first = helper_for(tag_of(told_, sentence_, *verb));
    if (first.empty() || subject == nullptr) return false;
    writer_.add(first);
    writer_.add(*subject);
    for (const Piece& piece : pieces()) {
      if (&piece == helper || &piece == subject) continue;
      if (piece.head == asked_.head && piece.words == asked_.words) {
        writer_.add(wh_.stranded);
        continue;
      }
      if (&piece == verb && (helper == nullptr || pluperfect))
        writer_.add(sentence_.token(piece.head).lemma);
      else
        writer_.add(piece);
    }
    return true;
  }

  const Told& told_;
  const Statement& statement_;
  const ReadSentence& sentence_;
  const Piece& asked_;
  const Wh& wh_;
  Writer writer_;
};

}  // namespace

std::string ask(const Told& told, const Statement& statement, const Piece& asked, const Wh& wh) {
  return Asking(told, statement, asked, wh).write();
}

std::optional<std::string> ask_agent(const Told& told, const Statement& statement,
                                     const Piece& agent, std::string_view wh) {
  const ReadSentence& sentence = told.sentence(statement);
  const Piece* helper = nullptr;
  const Piece* verb = nullptr;
  const Piece* subject = nullptr;
  for (const Piece& piece : statement.clause.pieces) {
    if (piece.role == Role::Auxiliary && helper != nullptr) return std::nullopt;
    if (piece.role == Role::Auxiliary) helper = &piece;
    if (piece.role == Role::Verb) verb = &piece;
    if (piece.role == Role::Subject) subject = &piece;
  }
  if (helper == nullptr || verb == nullptr || subject == nullptr) return std::nullopt;
  const std::string_view form = form_of(sentence, *helper);
  const bool past = form == "was" || form == "were";
  if (!past && form != "is" && form != "are") return std::nullopt;
  Writer writer(told.reading, sentence, statement.clause.asides);
  if (!statement.source.empty()) {
    writer.add(statement.source);
    writer.add(",");
  }
  writer.add(wh);
  for (const Piece& piece : statement.clause.pieces)
    if (piece.role == Role::Adverb) writer.add(piece);
  writer.add(inflect(told.knowledge.lexicon, sentence.token(verb->head).lemma,
                     past ? Slot::Past : Slot::Third));
  writer.add(*subject);
  for (const Piece& piece : statement.clause.pieces)
    if (&piece != helper && &piece != verb && &piece != subject && piece.head != agent.head &&
        piece.role != Role::Adverb)
      writer.add(piece);
  return writer.sentence("?");
}

std::string answer_of(const Told& told, const Statement& statement, Words words) {
  const ReadSentence& sentence = told.sentence(statement);
  Writer writer(told.reading, sentence, statement.clause.asides);
  for (const Piece& piece : statement.clause.pieces) {
    for (const statements::Mention& mention : sentence.mentions)
      if (piece.words.holds(mention.words.begin) && !words.holds(mention.words.begin))
        writer.know(mention.entity);
    for (const statements::StandIn& one : sentence.stand_ins)
      if (one.text.empty() && piece.words.holds(one.words.begin) && !words.holds(one.words.begin))
        writer.know(one.entity);
  }
  writer.add(words);
  return writer.text();
}

namespace {

/// A surname alone may be a firm's.
bool is_sure_person(const discourse::Entity& entity) {
  return entity.kind == NameKind::Person && entity.kind_chance >= kSureKind &&
         (entity.name.find(' ') != std::string::npos ||
          entity.gender != discourse::Gender::Unknown);
}

/// "the Spanish", "the Olmec", "Mesoamericans"
bool is_people(const Told& told, const ReadSentence& sentence, Words phrase) {
  const WordId last = phrase.end - 1;
  if (sentence.words.xpos(last) == "NNPS") return true;
  const std::string_view word = sentence.words.word(last);
  if (phrase.end - phrase.begin != 2 || !sentence.words.is(phrase.begin, "the") ||
      !patterns::is_capital(word))
    return false;
  // "the Rhine crosses" is one thing, "the British", "the Olmec built" are many.
  const WordId verb = sentence.words.head(last);
  const bool singular = sentence.words.xpos(verb) == "VBZ";
  return !singular &&
         (sentence.words.upos(last) == "ADJ" || told.knowledge.name_types.is_nationality(word));
}

}  // namespace

Wh wh_for(const Told& told, const ReadSentence& sentence, Words phrase, WordId head) {
  Wh wh;
  if (name_that_is(sentence, phrase) == nullptr && is_people(told, sentence, phrase)) {
    wh.words = "who";
    return wh;
  }
  if (const statements::Mention* mention = name_that_is(sentence, phrase)) {
    const discourse::Entity& entity = told.reading.entities.all[mention->entity];
    if (is_sure_person(entity)) {
      wh.words = "who";
      return wh;
    }
    if (const std::string noun = class_of(told, mention->entity); !noun.empty())
      wh.words = "which " + noun;
    else if (is_people(told, sentence, phrase))
      wh.words = "who";
    else if (entity.kind == NameKind::Organisation && entity.kind_chance >= kSureKind &&
             entity.name.find(' ') != std::string::npos)
      wh.words = "which organisation";
    else
      wh.words = "what";
    return wh;
  }
  const std::string& lemma = sentence.token(head).lemma;
  // "Ada Lemmon and her colleagues"
  if (const statements::Mention* mention = sentence.mention_at(head);
      mention != nullptr && mention->entity != discourse::kNoEntity &&
      told.reading.entities.all[mention->entity].kind == NameKind::Person) {
    wh.words = "who";
    return wh;
  }
  // "the English East India Company", whatever else is known of it
  const std::string last = fold_case(sentence.words.word(head));
  if (sentence.words.upos(head) == "PROPN" && is_class(last)) {
    wh.words = "which " + last;
    return wh;
  }
  static constexpr std::array<std::string_view, 7> kPeople{"police", "public", "people", "army",
                                                           "crew",   "crowd",  "fan"};
  const bool people = std::ranges::find(kPeople, lemma) != kPeople.end();
  const bool person =
      people || (sentence.words.upos(head) == "NOUN" &&
                 patterns::first_category(told.knowledge.lexicon, lemma) == Category::Person);
  wh.words = person ? "who" : "what";
  if (!person && phrase.end - phrase.begin == 1 && sentence.words.xpos(head) == "NN")
    if (const std::string noun = class_of_noun(told.knowledge.lexicon, lemma); !noun.empty())
      wh.words = "which " + noun;
  return wh;
}

}  // namespace recto::questions
