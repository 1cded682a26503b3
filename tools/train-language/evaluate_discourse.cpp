#include "tools/train-language/evaluate_discourse.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace recto::train {
namespace {

/// "de": between two proper nouns it is part of a name.
bool joins(const std::vector<language::Token>& tokens, const TreebankSentence& sentence,
           std::size_t word) {
  const std::string& form = sentence.words[word].form;
  const bool inner = form == "de" || form == "-" || form == "von" || form == "van" || form == "&";
  return inner && tokens[word].tag.upos != "PROPN";
}

bool is_calendar_word(std::string_view word) {
  constexpr std::array<std::string_view, 19> kWords{
      "January",   "February",  "March",   "April",    "May",      "June",   "July",
      "August",    "September", "October", "November", "December", "Monday", "Tuesday",
      "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};
  return std::ranges::find(kWords, word) != kWords.end();
}

std::vector<language::Name> runs_of_proper_nouns(const std::vector<language::Token>& tokens,
                                                 const TreebankSentence& sentence) {
  std::vector<language::Name> names;
  const auto proper = [&](std::size_t word) {
    return word < tokens.size() && !is_calendar_word(sentence.words[word].form) &&
           (tokens[word].tag.upos == "PROPN" || tokens[word].tag.xpos.starts_with("NNP"));
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!proper(at)) continue;
    std::size_t end = at + 1;
    while (end < tokens.size()) {
      std::size_t next = end;
      while (next < tokens.size() && next < end + 2 && joins(tokens, sentence, next))
        ++next;
      if (!proper(next)) break;
      end = next + 1;
    }
    names.push_back({static_cast<language::WordId>(at), static_cast<language::WordId>(end),
                     language::NameKind::Other, 0});
    at = end;
  }
  return names;
}

bool has_names(const AnalysedDocument& document) {
  for (const auto& passage : document.sentences)
    for (const language::AnalysedSentence& sentence : passage)
      if (!sentence.names.empty()) return true;
  return false;
}

void add_runs(std::span<const TreebankSentence> document, AnalysedDocument& analysed) {
  std::size_t sentence = 0;
  for (auto& passage : analysed.sentences)
    for (language::AnalysedSentence& found : passage)
      found.names = runs_of_proper_nouns(found.tokens, document[sentence++]);
}

std::string_view type_of(language::NameKind kind) {
  switch (kind) {
    case language::NameKind::Person: return "person";
    case language::NameKind::Organisation: return "organization";
    case language::NameKind::Place: return "place";
    default: return "";
  }
}

/// How many of a name's words a mention is known by.
std::size_t known_words(const GumMention& mention, const discourse::Place& name) {
  return static_cast<std::size_t>(std::ranges::count_if(
      mention.heads, [&](language::WordId head) { return head >= name.begin && head < name.end; }));
}

const GumMention* mention_of_name(const AnalysedDocument& document, const discourse::Place& name) {
  const auto mentions = mentions_in(document.mentions, name.sentence);
  const auto best = std::ranges::max_element(
      mentions, {}, [&](const GumMention& mention) { return known_words(mention, name); });
  const bool known =
      best != mentions.end() && 2 * known_words(*best, name) >= name.end - name.begin;
  return known ? &*best : nullptr;
}

/// Counts a name's kind where people's is of the three that we have in common.
void count_kind(const GumMention& mention, const discourse::Entity& entity, EntityScores& scores) {
  constexpr language::Chance kSure = 0.8F;
  if (mention.type != "person" && mention.type != "organization" && mention.type != "place") return;
  ++scores.kinds;
  if (entity.kind_chance < kSure) return;
  ++scores.kinds_sure;
  scores.kinds_right += type_of(entity.kind) == mention.type ? 1U : 0U;
}

}  // namespace

std::vector<discourse::Passage> AnalysedDocument::passages() const {
  std::vector<discourse::Passage> all;
  for (std::size_t i = 0; i < texts.size(); ++i)
    all.push_back({texts[i], sentences[i]});
  return all;
}

AnalysedDocument analyse_document(std::span<const TreebankSentence> document,
                                  const language::Analyser& analyser) {
  AnalysedDocument made;
  made.mentions = gum_mentions(document);
  for (const TreebankSentence& sentence : document) {
    if (made.texts.empty() || sentence.begins_paragraph) {
      made.texts.emplace_back();
      made.sentences.emplace_back();
    }
    std::string& text = made.texts.back();
    const std::size_t begin = text.size();
    std::vector<language::Span> spans;
    for (const Word& word : sentence.words) {
      spans.push_back({text.size() - begin, text.size() - begin + word.form.size()});
      text += word.form + " ";
    }
    language::AnalysedSentence analysed =
        std::move(analyser.analyse({{std::string_view(text).substr(begin), spans}}).front());
    analysed.span = {begin, text.size()};
    made.sentences.back().push_back(std::move(analysed));
  }
  if (!has_names(made)) add_runs(document, made);
  return made;
}

std::string entity_of_name(const AnalysedDocument& document, const discourse::Place& name) {
  const GumMention* mention = mention_of_name(document, name);
  return mention == nullptr ? std::string() : mention->entity;
}

void EntityScores::add(const EntityScores& other) {
  names += other.names;
  links += other.links;
  right += other.right;
  possible += other.possible;
  kinds += other.kinds;
  kinds_sure += other.kinds_sure;
  kinds_right += other.kinds_right;
}

EntityScores evaluate_entities(const AnalysedDocument& document, discourse::Nouns& nouns) {
  const std::vector<discourse::Passage> passages = document.passages();
  const discourse::AnalysedArticle article(passages);
  const discourse::Entities entities = discourse::find_entities(article, "", nouns);
  EntityScores scores;
  std::map<std::string, std::size_t> named;
  for (const discourse::Entity& entity : entities.all) {
    std::string first;
    for (const discourse::Place& place : entity.mentions) {
      const GumMention* mention = mention_of_name(document, place);
      if (mention == nullptr) continue;
      ++scores.names;
      ++named[mention->entity];
      if (first.empty()) {
        first = mention->entity;
      } else {
        ++scores.links;
        scores.right += first == mention->entity ? 1U : 0U;
      }
      count_kind(*mention, entity, scores);
    }
  }
  for (const auto& [entity, count] : named)
    scores.possible += count - 1;
  return scores;
}

}  // namespace recto::train
