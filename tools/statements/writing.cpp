#include "tools/statements/writing.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "content/base/ascii.h"
#include "content/base/utf8.h"
#include "content/words/inflection.h"
#include "content/words/people.h"
#include "tools/patterns/names.h"

namespace recto::statements {
namespace {

constexpr Chance kSurelyPerson = 0.7F;

bool is_person(const discourse::Entity& entity) {
  return entity.kind == language::NameKind::Person && entity.kind_chance >= kSurelyPerson;
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

std::string with_small_head(std::string_view word) {
  std::string small(word);
  std::size_t next = 0;
  const char32_t first = next_code_point(word, next);
  small.clear();
  append_utf8(small, static_cast<char32_t>(u_tolower(static_cast<UChar32>(first))));
  return small.append(word.substr(next));
}

bool has_small_letter(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string full_name(const Reading& reading, const ReadSentence& sentence,
                      const Mention& mention) {
  std::string as_written(sentence.words.text(mention.words));
  if (mention.entity == discourse::kNoEntity) return as_written;
  const discourse::Entity& entity = reading.entities.all[mention.entity];
  const WordId head = mention.words.end - 1;
  const bool inside_noun =
      sentence.words.relation(head) == "compound" || sentence.words.relation(head) == "flat" ||
      (mention.words.begin > 0 && is_title(sentence.words.word(mention.words.begin - 1)));
  // The topic's name is as the title has it: without "FRS".
  const bool topic = reading.topic && *reading.topic == mention.entity;
  const bool fuller = words_in(entity.name) > words_in(as_written) ||
                      (topic && as_written.starts_with(entity.name));
  return is_person(entity) && fuller && !inside_noun ? entity.name : as_written;
}

/// A word as it stands inside a sentence: without the capital that it has at the head of one.
std::string Writer::word_inside(WordId at) const {
  const patterns::Sentence& words = sentence_.words;
  const std::string_view word = words.word(at);
  // "Step 2: Some teachers …"
  const bool behind_mark = at > 0 && words.is_one_of(at - 1, {":", "–", "—", "•"});
  const bool head = at == 0 || behind_mark || (at == 1 && words.is_one_of(0, {"\"", "“"}));
  const bool name = words.upos(at) == "PROPN" || sentence_.mention_at(at) != nullptr ||
                    words.is(at, "i") || words.upos(at) == "X";
  // "Smallpox" at the head of a sentence, "smallpox" elsewhere.
  const bool common =
      at == 0 && words.upos(1) != "PROPN" && reading_.small_words.contains(with_small_head(word));
  if (!head || (name && !common) || !has_small_letter(word)) {
    if (!(head && !name && word == "A")) return std::string(word);
  }
  if (reading_.origins.contains(word)) return std::string(word);
  const bool noun = words.upos(at) == "NOUN" || words.upos(at) == "ADJ";
  if (at == 0 && noun && reading_.capital_words.contains(word)) return std::string(word);
  if (word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z') return std::string(word);
  // "Blue Origin"
  const std::string_view next = words.word(at + 1);
  if (patterns::is_capital(next) && words.upos(at) != "DET" &&
      (words.upos(at) == "ADJ" || words.upos(at) == "NOUN"))
    return std::string(word);
  return with_small_head(word);
}

void Writer::add(std::string_view text) {
  if (text.empty()) return;
  if (!text_.empty() && text != "," && !text.starts_with("'s")) text_ += ' ';
  text_ += text;
  last_ = language::kNoWord;
}

WordId Writer::add_entity(EntityId entity, Words words) {
  const std::string& name = reading_.entities.all[entity].name;
  std::string text = name;
  // "They" stands for "the Olmec".
  if (sentence_.words.is_one_of(words.begin, {"they", "them", "their"})) text = "the " + text;
  const bool owner = sentence_.words.xpos(words.end - 1) == "PRP$";
  if (owner) text += name.ends_with('s') ? "'" : "'s";
  add(text);
  last_ = words.end - 1;
  told_.insert(entity);
  return words.end;
}

/// "an impressive tower" without "impressive".
bool Writer::is_article_of_another(WordId at) const {
  return sentence_.words.is_one_of(at, {"a", "an"}) && sentence_.words.upos(at) == "DET" &&
         at + 1 < asides_.size() && asides_[at + 1];
}

std::string Writer::article_before(WordId at) const {
  while (at < asides_.size() && asides_[at])
    ++at;
  return std::string(indefinite_article(sentence_.words.word(at)));
}

void Writer::add_word(WordId at) {
  const bool glued = last_ != language::kNoWord && last_ + 1 == at && sentence_.words.is_glued(at);
  const bool mark =
      sentence_.words.is_one_of(at, {"'s", "’s"}) ||
      (sentence_.words.is_one_of(at, {",", ".", ";", "%"}) && sentence_.words.is_glued(at));
  if (!text_.empty() && !glued && !mark) text_ += ' ';
  text_ += is_article_of_another(at) ? article_before(at + 1) : word_inside(at);
  last_ = at;
}

WordId Writer::add_change(const Change& change) {
  const bool glued = sentence_.words.is_glued(change.words.begin) && last_ != language::kNoWord;
  if (glued)
    text_ += change.text;
  else
    add(change.text);
  last_ = change.words.end - 1;
  // A pronoun behind it means what stands there now, or would give the gap away.
  if (const Mention* mention = sentence_.mention_at(change.words.begin);
      mention != nullptr && mention->entity != discourse::kNoEntity)
    told_.insert(mention->entity);
  return change.words.end;
}

WordId Writer::add_stand_in(const StandIn& stand_in) {
  const bool of_entity = stand_in.text.empty();
  if (of_entity && !told_.contains(stand_in.entity))
    return add_entity(stand_in.entity, stand_in.words);
  if (!of_entity && told_texts_.insert(stand_in.text).second) {
    add(stand_in.text);
    last_ = stand_in.words.end - 1;
    return stand_in.words.end;
  }
  add_word(stand_in.words.begin);
  return stand_in.words.begin + 1;
}

WordId Writer::add_name(const Mention& mention) {
  const bool first = told_.insert(mention.entity).second;
  const std::string name = first ? full_name(reading_, sentence_, mention) : std::string();
  if (!first || name == sentence_.words.text(mention.words)) {
    add_word(mention.words.begin);
    return mention.words.begin + 1;
  }
  add(name);
  last_ = mention.words.end - 1;
  return mention.words.end;
}

WordId Writer::add_at(WordId at, WordId end) {
  const auto begins = [&](const auto& one) { return one.words.begin == at; };
  if (const auto change = std::ranges::find_if(changes_, begins); change != changes_.end())
    return add_change(*change);
  if (at < asides_.size() && asides_[at]) return at + 1;
  if (const auto stand_in = std::ranges::find_if(sentence_.stand_ins, begins);
      stand_in != sentence_.stand_ins.end())
    return add_stand_in(*stand_in);
  if (const Mention* mention = sentence_.mention_at(at);
      mention != nullptr && mention->words.begin == at && mention->entity != discourse::kNoEntity &&
      mention->words.end <= end)
    return add_name(*mention);
  add_word(at);
  return at + 1;
}

void Writer::add(Words words) {
  for (WordId at = words.begin; at < words.end;)
    at = add_at(at, words.end);
}

std::string Writer::sentence(std::string_view mark) const {
  std::string text = text_;
  // "iPhone" keeps its small letter.
  const bool own = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
  if (!text.empty() && !own) {
    std::size_t next = 0;
    const char32_t first = next_code_point(text, next);
    std::string head;
    append_utf8(head, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
    text = head + text.substr(next);
  }
  // "the U.S." brings its own stop.
  if (mark == "." && (text.ends_with('.') || text.ends_with(".\"") || text.ends_with(".”")))
    return text;
  return text + std::string(mark);
}

bool is_torn(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kTorn{
      " and,", " or,", " and.", " or.", ",.", ", ,", ",,", " ,", " of.", " the.", " )", "( "};
  const auto count = [&](std::string_view piece) {
    std::size_t found = 0;
    for (std::size_t at = text.find(piece); at != std::string_view::npos;
         at = text.find(piece, at + piece.size()))
      ++found;
    return found;
  };
  return std::ranges::any_of(kTorn, [&](std::string_view torn) { return count(torn) > 0; }) ||
         count(" - ") % 2 != 0 || text.ends_with(" -.") || text.ends_with("—.");
}

std::string write_words(const Reading& reading, const ReadSentence& sentence,
                        const std::vector<bool>& asides, Words words) {
  Writer writer(reading, sentence, asides);
  writer.add(words);
  return writer.text();
}

}  // namespace recto::statements
