// Abbreviations and other names that a sentence explains.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "content/base/fold.h"
#include "tools/patterns/abbreviations.h"
#include "tools/patterns/aliases.h"
#include "tools/patterns/names.h"
#include "tools/questions/answerability.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

using patterns::WordId;

void put(const Told& told, std::size_t index, std::string_view rule, std::string prompt,
         Words answer, Candidates& out) {
  const ReadSentence& sentence = told.reading.sentences[index];
  Candidate candidate;
  candidate.card = make_card(CardKind::Short, sentence, rule, std::move(prompt),
                             std::string(sentence.words.text(answer)));
  candidate.sentence = index;
  candidate.key = answer;
  out.push_back(std::move(candidate));
}

/// Words with a capital first letter that the article has more than once.
std::set<std::string_view> repeated_words(const statements::Reading& reading) {
  std::set<std::string_view> seen;
  std::set<std::string_view> repeated;
  for (const ReadSentence& sentence : reading.sentences)
    for (WordId at = 0; at < sentence.words.size(); ++at) {
      const std::string_view word = sentence.words.word(at);
      if (!patterns::is_capital(word)) continue;
      if (!seen.insert(word).second) repeated.insert(word);
    }
  return repeated;
}

/// "APIs", not "CMS": several of what the capitals stand for.
bool is_plural(std::string_view brief) {
  return brief.size() > 2 && brief.ends_with('s') && brief[brief.size() - 2] >= 'A' &&
         brief[brief.size() - 2] <= 'Z';
}

/// A name's short form; of a term one of four letters that the article uses again: "SST" has a
/// dozen readings.
bool is_worth_knowing(const Told& told, const std::set<std::string_view>& repeated,
                      const ReadSentence& sentence, const patterns::Abbreviation& found) {
  constexpr std::size_t kTelling = 4;
  const std::string_view brief = sentence.words.text(found.brief);
  bool name = true;
  for (WordId at = found.full.begin; at < found.full.end; ++at) {
    const std::string_view upos = sentence.words.upos(at);
    const std::string_view word = sentence.words.word(at);
    if (upos != "ADP" && upos != "DET" && upos != "CCONJ" && upos != "PUNCT")
      name = name && patterns::is_capital(word);
  }
  if (name) return true;
  if (brief.size() - (is_plural(brief) ? 1 : 0) < kTelling) return false;
  return told.reading.sentences.size() <= kShortArticle || repeated.contains(brief);
}

/// "West (Turner Turnpike)": a word of the language is no name.
bool is_word(const Lexicon& lexicon, const std::string& name) {
  if (name.find(' ') != std::string::npos) return false;
  return std::ranges::any_of(
      lexicon.senses(fold_case(name), PartOfSpeech::Noun),
      [&](const Sense& sense) { return !lexicon.synset(sense.synset).instance; });
}

/// Whether the other name can be asked for and typed: of a place only where it is the topic.
bool can_be_asked(const Told& told, const ReadSentence& sentence, const patterns::Alias& alias) {
  const std::string name(sentence.words.text(alias.name));
  const std::string_view other = sentence.words.text(alias.other);
  if (alias.former && name.find(' ') == std::string::npos) return false;
  const bool latin = other.size() > 2 && static_cast<unsigned char>(other.front()) < 0x80;
  if (!latin || other.ends_with('.') || is_word(told.knowledge.lexicon, name)) return false;
  const statements::Mention* mention = sentence.mention_at(alias.name.begin);
  if (mention == nullptr || mention->entity == discourse::kNoEntity) return true;
  return told.reading.entities.all[mention->entity].kind != language::NameKind::Place ||
         (told.reading.topic && *told.reading.topic == mention->entity);
}

}  // namespace

void add_other_names(const Told& told, Candidates& out) {
  const std::set<std::string_view> repeated = repeated_words(told.reading);
  for (std::size_t i = 0; i < told.reading.sentences.size(); ++i) {
    const ReadSentence& sentence = told.reading.sentences[i];
    for (const patterns::Abbreviation& found : patterns::find_abbreviations(sentence.words))
      if (is_worth_knowing(told, repeated, sentence, found)) {
        const std::string brief(sentence.words.text(found.brief));
        put(told, i, "stands-for",
            (is_plural(brief) ? "What do " : "What does ") + brief + " stand for?", found.full,
            out);
      }
    for (const patterns::Alias& alias :
         patterns::find_aliases(sentence.words, told.knowledge.lexicon)) {
      if (!can_be_asked(told, sentence, alias)) continue;
      const std::string name(sentence.words.text(alias.name));
      put(told, i, "also-known",
          alias.former ? "What was " + name + " formerly called?"
                       : "By what other name is " + name + " known?",
          alias.other, out);
    }
  }
}

}  // namespace recto::questions
