#include "tests/tools/patterns/hand_tagged.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>
#include <vector>

#include "content/base/ascii.h"
#include "tools/language/tokens.h"

namespace recto::test {
namespace {

using language::Token;
using language::WordId;

struct Mark {
  std::size_t end = 0;  ///< of the word, in the clean text
  std::string_view xpos;
  std::string_view relation;
  std::string_view head;
};

bool is_tag(char c) {
  return (c >= 'A' && c <= 'Z') || c == '$';
}

std::string_view take_while(std::string_view& text, bool (*fits)(char)) {
  std::size_t length = 0;
  while (length < text.size() && fits(text[length]))
    ++length;
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(taken.size());
  return taken;
}

bool is_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c < 0;
}

/// The text without its marks.
std::string without_marks(std::string_view rest, std::vector<Mark>& marks) {
  std::string text;
  while (!rest.empty()) {
    if (rest[0] != '/' || rest.size() < 2 || !is_tag(rest[1])) {
      text += rest[0];
      rest.remove_prefix(1);
      continue;
    }
    rest.remove_prefix(1);
    Mark mark{text.size(), take_while(rest, is_tag), {}, {}};
    if (rest.starts_with("/")) {
      rest.remove_prefix(1);
      mark.relation = take_while(rest, [](char c) { return c >= 'a' && c <= 'z'; });
      rest.remove_prefix(1);
      mark.head = take_while(rest, is_letter);
    }
    marks.push_back(mark);
  }
  return text;
}

constexpr std::string_view kBe = "is was are were be been has had have";

const std::map<std::string_view, std::string_view>& closed_words() {
  static const std::map<std::string_view, std::string_view> kTags = [] {
    std::map<std::string_view, std::string_view> tags;
    const auto add = [&](std::string_view tag, std::initializer_list<std::string_view> words) {
      for (const std::string_view word : words)
        tags[word] = tag;
    };
    add("DT", {"the", "a", "an", "this", "that", "these", "some", "every", "all", "no", "another"});
    add("IN", {"of",    "in",     "on",   "at",        "by",      "for",   "from",  "with", "as",
               "after", "before", "near", "between",   "about",   "under", "over",  "into", "since",
               "until", "than",   "if",   "according", "because", "while", "during"});
    add("CC", {"and", "or", "but", "&"});
    add("PRP$", {"his", "her", "their", "its", "my", "our", "your"});
    add("PRP", {"he", "she", "it", "they", "we", "i", "you", "him", "them"});
    add("WP", {"who", "what"});
    add("WDT", {"which"});
    add("VBZ", {"is", "has", "says"});
    add("VBD", {"was", "were", "had",  "said", "told",  "wrote", "met",  "became", "went", "won",
                "saw", "came", "held", "took", "began", "left",  "rose", "grew",   "ran",  "fell"});
    add("VBP", {"are", "have", "say"});
    add("MD", {"can", "could", "will", "would", "may", "must", "should"});
    add("TO", {"to"});
    add("RB", {"not", "also", "then", "once", "most", "very", "later", "now", "there"});
    add("CD", {"one", "two", "three", "four", "five", "ten", "million", "billion"});
    add("POS", {"'s", "’s", "'"});
    add("HYPH", {"-"});
    add("-LRB-", {"(", "["});
    add("-RRB-", {")", "]"});
    add(",", {","});
    add(".", {".", "!", "?"});
    add(":", {":", ";", "–", "—", "…"});
    add("''", {"\"", "“", "”", "‘", "«", "»", "„"});
    add("JJ", {"first", "second", "former", "young", "old", "small", "large", "new", "Swiss",
               "French", "German", "Italian", "American", "British", "Dutch", "Greek"});
    return tags;
  }();
  return kTags;
}

std::string_view guessed(std::string_view word) {
  const std::string lower = ascii_lowered(word);
  const auto& closed = closed_words();
  for (const std::string_view form : {word, std::string_view(lower)})
    if (const auto found = closed.find(form); found != closed.end()) return found->second;
  if (word[0] >= '0' && word[0] <= '9') return "CD";
  if ((word[0] >= 'A' && word[0] <= 'Z') || word[0] < 0) return "NNP";
  if (word.ends_with("ed")) return "VBD";
  if (word.ends_with("ly")) return "RB";
  return word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") ? "NNS" : "NN";
}

std::string_view universal(std::string_view xpos, std::string_view word) {
  static const std::map<std::string_view, std::string_view> kTags{
      {"NN", "NOUN"},  {"NNS", "NOUN"}, {"NNP", "PROPN"}, {"NNPS", "PROPN"}, {"JJ", "ADJ"},
      {"JJR", "ADJ"},  {"JJS", "ADJ"},  {"RB", "ADV"},    {"RBR", "ADV"},    {"RBS", "ADV"},
      {"VB", "VERB"},  {"VBD", "VERB"}, {"VBZ", "VERB"},  {"VBP", "VERB"},   {"VBN", "VERB"},
      {"VBG", "VERB"}, {"MD", "AUX"},   {"DT", "DET"},    {"IN", "ADP"},     {"TO", "PART"},
      {"POS", "PART"}, {"CD", "NUM"},   {"CC", "CCONJ"},  {"PRP", "PRON"},   {"PRP$", "PRON"},
      {"WP", "PRON"},  {"WDT", "PRON"}, {"WP$", "PRON"},  {"WRB", "ADV"}};
  if (kBe.find(word) != std::string_view::npos && word.size() > 1) return "AUX";
  const auto found = kTags.find(xpos);
  return found == kTags.end() ? "PUNCT" : found->second;
}

/// Tags are views; the text that they were read from may go.
std::string_view kept(std::string_view text) {
  static std::map<std::string, int, std::less<>> texts;
  return texts.try_emplace(std::string(text)).first->first;
}

WordId word_of(const HandTagged& tagged, std::string_view form) {
  const auto& tokens = tagged.analysed.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tagged.sentence().word(static_cast<WordId>(i)) == form) return static_cast<WordId>(i);
  return static_cast<WordId>(tokens.size());
}

void set_tags(const std::vector<Mark>& marks, HandTagged& tagged) {
  for (Token& token : tagged.analysed.tokens) {
    const auto mark = std::ranges::find(marks, token.span.end, &Mark::end);
    const std::string_view word =
        std::string_view(tagged.text).substr(token.span.begin, token.span.end - token.span.begin);
    token.tag.xpos = mark == marks.end() ? guessed(word) : kept(mark->xpos);
    token.tag.upos = universal(token.tag.xpos, word);
    token.relation = "dep";
    token.head = static_cast<WordId>(tagged.analysed.tokens.size());
  }
  for (const Mark& mark : marks) {
    if (mark.relation.empty()) continue;
    const auto token = std::ranges::find(tagged.analysed.tokens, mark.end,
                                         [](const Token& one) { return one.span.end; });
    if (token == tagged.analysed.tokens.end()) continue;
    token->relation = kept(mark.relation);
    token->head = word_of(tagged, mark.head);
  }
}

void add_name(const HandName& name, HandTagged& tagged) {
  const std::size_t begin = tagged.text.find(name.text);
  const std::size_t end = begin + name.text.size();
  language::Name found;
  const auto& tokens = tagged.analysed.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].span.begin == begin) found.begin = static_cast<WordId>(i);
    if (tokens[i].span.end == end) found.end = static_cast<WordId>(i + 1);
  }
  found.kind = name.kind;
  found.chance = 1;
  tagged.analysed.names.push_back(found);
}

}  // namespace

HandTagged hand_tagged(std::string_view marked, std::initializer_list<HandName> names) {
  HandTagged tagged;
  std::vector<Mark> marks;
  tagged.text = without_marks(marked, marks);
  tagged.analysed.span = {0, tagged.text.size()};
  for (const language::Span span : language::tokens(tagged.text, {})) {
    Token token;
    token.span = span;
    tagged.analysed.tokens.push_back(std::move(token));
  }
  set_tags(marks, tagged);
  for (const HandName& name : names)
    add_name(name, tagged);
  return tagged;
}

}  // namespace recto::test
