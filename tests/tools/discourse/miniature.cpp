#include "tests/tools/discourse/miniature.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "content/base/ascii.h"
#include "content/files/files.h"
#include "tests/support/support.h"

namespace recto::test {
namespace {

using language::AnalysedSentence;
using language::NameKind;
using language::Token;
using language::WordId;

/// Tags live as long as the program, as those of a model do.
language::Tag tag_named(std::string_view upos, std::string_view xpos) {
  static std::vector<std::unique_ptr<std::string>> names;
  const auto kept = [](std::string_view text) -> std::string_view {
    for (const auto& name : names)
      if (*name == text) return *name;
    names.push_back(std::make_unique<std::string>(text));
    return *names.back();
  };
  return {kept(upos), kept(xpos)};
}

language::Tag said_tag(const std::string& said) {
  static const std::map<std::string, std::string> kUpos{
      {"NN", "NOUN"},  {"NNS", "NOUN"}, {"NNP", "PROPN"}, {"NNPS", "PROPN"}, {"VBD", "VERB"},
      {"VBZ", "VERB"}, {"VBN", "VERB"}, {"VBG", "VERB"},  {"JJ", "ADJ"},     {"RB", "ADV"}};
  static const std::map<std::string, std::string> kXpos{
      {"NOUN", "NN"}, {"PROPN", "NNP"}, {"VERB", "VBD"}, {"ADJ", "JJ"}, {"NUM", "CD"}};
  if (const auto upos = kUpos.find(said); upos != kUpos.end()) return tag_named(upos->second, said);
  const auto xpos = kXpos.find(said);
  return tag_named(said, xpos == kXpos.end() ? said : xpos->second);
}

language::Tag tag_of(const std::string& word) {
  static const std::map<std::string, std::string> kKnown{
      {"the", "DET DT"},      {"a", "DET DT"},      {"an", "DET DT"},     {"this", "DET DT"},
      {"is", "AUX VBZ"},      {"was", "AUX VBD"},   {"are", "AUX VBP"},   {"were", "AUX VBD"},
      {"of", "ADP IN"},       {"in", "ADP IN"},     {"at", "ADP IN"},     {"by", "ADP IN"},
      {"with", "ADP IN"},     {"for", "ADP IN"},    {"from", "ADP IN"},   {"to", "ADP IN"},
      {"near", "ADP IN"},     {"as", "ADP IN"},     {"about", "ADP IN"},  {"and", "CCONJ CC"},
      {"or", "CCONJ CC"},     {"but", "CCONJ CC"},  {"not", "PART RB"},   {"also", "ADV RB"},
      {"he", "PRON PRP"},     {"she", "PRON PRP"},  {"it", "PRON PRP"},   {"they", "PRON PRP"},
      {"him", "PRON PRP"},    {"her", "PRON PRP$"}, {"his", "PRON PRP$"}, {"its", "PRON PRP$"},
      {"their", "PRON PRP$"}, {"them", "PRON PRP"}, {"i", "PRON PRP"},    {"who", "PRON WP"},
      {"we", "PRON PRP"},     {"you", "PRON PRP"},  {"when", "ADV WRB"},  {"'s", "PART POS"}};
  const auto known = kKnown.find(ascii_lowered(word));
  if (known != kKnown.end()) {
    const std::size_t blank = known->second.find(' ');
    return tag_named(known->second.substr(0, blank), known->second.substr(blank + 1));
  }
  const bool digits = word.find_first_not_of("0123456789") == std::string::npos;
  if (digits) return said_tag("NUM");
  if (word.size() == 1 || word.find_first_not_of("-—\"“”''``") == std::string::npos)
    return tag_named("PUNCT", word);
  return said_tag("NOUN");
}

NameKind kind_of(char letter) {
  switch (letter) {
    case 'P': return NameKind::Person;
    case 'O': return NameKind::Organisation;
    case 'L': return NameKind::Place;
    case 'E': return NameKind::Event;
    case 'W': return NameKind::Work;
    default: return NameKind::Other;
  }
}

/// Reads the words of one line into a text and its sentences.
class LineReader {
 public:
  explicit LineReader(float name_chance) : name_chance_(name_chance) {}

  void read(const std::string& line) {
    begin();
    std::istringstream words{line};
    for (std::string word; words >> word;)
      take(word);
    end();
  }

  std::string text;
  std::vector<AnalysedSentence> sentences;

 private:
  void begin() {
    sentence_ = {};
    sentence_.span.begin = text.size();
  }

  void end() {
    if (sentence_.tokens.empty()) return;
    sentence_.span.end = text.size() - 1;
    grow_tree();
    sentences.push_back(std::move(sentence_));
    begin();
  }

  void take(std::string word) {
    if (word.size() > 2 && word[1] == '[') {
      in_name_ = true;
      sentence_.names.push_back({count(), 0, kind_of(word[0]), name_chance_});
      word.erase(0, 2);
    }
    const bool closes = in_name_ && word.ends_with(']');
    if (closes) word.pop_back();
    add(word);
    if (closes) {
      in_name_ = false;
      sentence_.names.back().end = count();
    }
    if (word == "." || word == "?") end();
  }

  void add(std::string word) {
    language::Tag tag;
    const std::size_t slash = word.rfind('/');
    if (slash != std::string::npos && slash > 0) {
      tag = said_tag(word.substr(slash + 1));
      word.resize(slash);
    } else if (in_name_ && word != "of" && word != "the" && word != "," && word != "&") {
      tag = said_tag("PROPN");
    } else {
      tag = tag_of(word);
    }
    Token token;
    const std::size_t begin = text.size() - sentence_.span.begin;
    token.span = {begin, begin + word.size()};
    token.tag = tag;
    token.lemma = ascii_lowered(word);
    token.tag_chance = 1;
    token.arc_chance = 1;
    sentence_.tokens.push_back(token);
    text += word + " ";
  }

  [[nodiscard]] WordId count() const { return static_cast<WordId>(sentence_.tokens.size()); }

  [[nodiscard]] bool is_nominal(WordId word) const {
    const std::string_view tag = sentence_.tokens[word].tag.upos;
    const bool possessive = sentence_.tokens[word].tag.xpos == "PRP$";
    return (tag == "NOUN" || tag == "PROPN" || tag == "PRON") && !possessive;
  }

  [[nodiscard]] WordId root() const {
    for (WordId word = 0; word < count(); ++word)
      if (sentence_.tokens[word].tag.upos == "VERB") return word;
    bool be = false;
    for (WordId word = 0; word < count(); ++word) {
      const std::string_view tag = sentence_.tokens[word].tag.upos;
      be = be || tag == "AUX";
      const bool last = word + 1 == count() || !is_nominal(word + 1);
      if (be && tag == "NOUN" && last) return word;
    }
    return 0;
  }

  /// The last word of the group that a word stands in: where its determiners and parts hang.
  [[nodiscard]] WordId group_head(WordId word) const {
    for (const language::Name& name : sentence_.names)
      if (word >= name.begin && word < name.end) return name.end - 1;
    WordId at = word;
    while (at + 1 < count() && !is_nominal(at) && inside_group(at))
      ++at;
    while (at + 1 < count() && sentence_.tokens[at].tag.upos == "NOUN" &&
           sentence_.tokens[at + 1].tag.upos == "NOUN")
      ++at;
    return is_nominal(at) ? at : word;
  }

  [[nodiscard]] bool inside_group(WordId word) const {
    const std::string_view tag = sentence_.tokens[word].tag.upos;
    return tag == "DET" || tag == "ADJ" || tag == "NUM" || tag == "ADP" ||
           sentence_.tokens[word].tag.xpos == "PRP$";
  }

  void attach(WordId word, WordId head, std::string_view relation) {
    sentence_.tokens[word].head = head;
    sentence_.tokens[word].relation = relation;
  }

  void grow_tree() {
    const WordId top = root();
    bool subject = false;
    bool by_preposition = false;
    for (WordId word = 0; word < count(); ++word) {
      const std::string_view tag = sentence_.tokens[word].tag.upos;
      const WordId group = group_head(word);
      if (word == top) {
        attach(word, count(), "root");
      } else if (group != word) {
        const bool possessive = sentence_.tokens[word].tag.xpos == "PRP$";
        by_preposition = by_preposition || tag == "ADP";
        attach(word, group,
               tag == "ADP" ? "case"
                            : (tag == "DET" ? "det" : (possessive ? "nmod:poss" : "compound")));
      } else if (is_nominal(word)) {
        const bool first = !subject && word < top && !by_preposition;
        attach(word, top,
               first ? "nsubj" : (by_preposition ? "obl" : (word < top ? "dep" : "obj")));
        subject = subject || first;
        by_preposition = false;
      } else {
        attach(word, top, tag == "AUX" ? (is_nominal(top) ? "cop" : "aux") : "dep");
      }
    }
  }

  float name_chance_;
  AnalysedSentence sentence_;
  bool in_name_ = false;
};

}  // namespace

Miniature::Miniature(const std::vector<std::string>& lines, float name_chance) {
  for (const std::string& line : lines) {
    LineReader reader(name_chance);
    reader.read(line);
    texts_.push_back(std::move(reader.text));
    sentences_.push_back(std::move(reader.sentences));
  }
  std::vector<discourse::Passage> passages;
  for (std::size_t i = 0; i < texts_.size(); ++i)
    passages.push_back({texts_[i], sentences_[i]});
  article_ = std::make_unique<discourse::AnalysedArticle>(passages);
}

discourse::Nouns shipped_nouns() {
  static const std::string kBytes =
      value(read_file(project_folder() / "assets/language/en.lexicon", 16 << 20));
  static const Lexicon kLexicon = value(Lexicon::open(kBytes));
  static const discourse::NameWords kWords = discourse::parse_name_words(
      value(read_file(project_folder() / "assets/words/names.txt", 1 << 20)));
  return {kWords, kLexicon};
}

discourse::Entities entities(const Miniature& article, std::string_view title) {
  discourse::Nouns nouns = shipped_nouns();
  return discourse::find_entities(article.article(), title, nouns);
}

discourse::Entity entity_named(const discourse::Entities& entities, std::string_view name) {
  std::string all;
  for (const discourse::Entity& entity : entities.all) {
    if (entity.name == name) return entity;
    all += " " + entity.name + ";";
  }
  FAIL("no entity is called " << name << ", but" << all);
  return {};
}

}  // namespace recto::test
