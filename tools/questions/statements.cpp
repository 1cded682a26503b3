#include "tools/questions/statements.h"

#include <algorithm>
#include <array>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::questions {
namespace {

constexpr std::size_t kFewestWords = 6;
constexpr std::size_t kMostWords = 40;
constexpr std::size_t kLongestSentence = 1000;  ///< bytes; longer ones make no card
constexpr std::size_t kSentencesBack = 3;       ///< in which a rival of "he" is looked for

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

/// Without "[4]" and "[12]".
std::string without_footnotes(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') {
      const std::size_t close = text.find_first_not_of("0123456789", at + 1);
      if (close != std::string_view::npos && close > at + 1 && text[close] == ']') {
        at = close;
        continue;
      }
    }
    result += text[at];
  }
  return result;
}

/// Without what stands in round brackets, nested ones too; unchanged when they do not match.
std::string without_brackets(const std::string& text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) result += c;
    if (c == ')' && --depth < 0) return text;
  }
  return depth == 0 ? result : text;
}

/// One blank between words, none before a mark.
std::string tidy(std::string_view text) {
  std::string result;
  const std::string_view whole = trimmed(text);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const char c = whole[at];
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (blank && (result.empty() || result.back() == ' ')) continue;
    const bool decimal = at + 1 < whole.size() && whole[at + 1] >= '0' && whole[at + 1] <= '9';
    const bool mark = (c == ',' || c == '.' || c == ';') && !decimal;
    if (mark && !result.empty() && result.back() == ' ') result.pop_back();
    result += blank ? ' ' : c;
  }
  return result;
}

/// Without "However, " at the head.
std::string without_connective(const std::string& text, const WordLists& lists) {
  const Words words = words_of(text);
  const std::size_t length = match(lists.connectives, words, 0);
  if (length == 0 || length + 1 >= words.size() || !words[length].is(",")) return text;
  return with_capital(std::string_view(text).substr(words[length + 1].span.begin));
}

/// "X also wrote Y" → "X wrote Y"; "but also", "also known as" stay. "therefore" goes alike.
std::string without_also(const std::string& text) {
  const Words words = words_of(text);
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (!(words[at].is("also") || words[at].is("therefore")) || words[at - 1].is("but") ||
        words[at - 1].kind == Word::Kind::Mark || words[at + 1].is("known") ||
        words[at + 1].is("called") || words[at + 1].is("spelled"))
      continue;
    return text.substr(0, words[at].span.begin) + text.substr(words[at + 1].span.begin);
  }
  return text;
}

struct Replacement {
  language::Span span;
  std::string text;
};

std::string replaced(const std::string& text, const std::vector<Replacement>& from_the_left) {
  std::string result;
  std::size_t copied = 0;
  for (const Replacement& change : from_the_left) {
    result += text.substr(copied, change.span.begin - copied) + change.text;
    copied = change.span.end;
  }
  return result + text.substr(copied);
}

/// The first mention of each person by its full name.
std::string with_full_names(const std::string& text, const NameBook& book, const WordLists& lists) {
  const Words words = words_of(text);
  std::vector<Replacement> changes;
  std::set<std::string, std::less<>> told;
  for (const Name& name : names_of(text, words, book, lists)) {
    const auto full = book.full_names.find(name_key(name.text));
    const std::string& whole = full == book.full_names.end() ? name.text : full->second;
    if (!told.insert(name_key(whole)).second || full == book.full_names.end()) continue;
    const bool titled = name.first > 0 && has(lists.titles, words[name.first - 1].folded);
    // A name before a noun ("the Galois theory") is part of another name.
    const bool modifier = name.last < words.size() && words[name.last].kind == Word::Kind::Plain &&
                          !words[name.last].is("'s") &&
                          !is_function_word(words[name.last].folded) &&
                          !words[name.last].folded.ends_with("ed") &&
                          !lists.verbs_by_past.contains(words[name.last].folded);
    const bool principle = name.last + 1 < words.size() && words[name.last].is("'s") &&
                           has(lists.organisations, words[name.last + 1].folded);
    if (titled || modifier || principle) continue;
    changes.push_back({{words[name.first].span.begin, words[name.last - 1].span.end}, whole});
  }
  return replaced(text, changes);
}

/// "Regina Ip In the Hong Kong …": a caption and a sentence run together.
bool has_inner_head(const Words& words) {
  constexpr std::array<std::string_view, 18> kHeads{
      "in",  "on",   "at",    "from", "with", "after", "when", "while", "and",
      "but", "this", "there", "he",   "she",  "they",  "it",   "its",   "his"};
  for (std::size_t at = 1; at < words.size(); ++at)
    if (words[at].capital && is_one_of(kHeads, words[at].folded) &&
        words[at].span.end - words[at].span.begin > 1 && words[at - 1].kind == Word::Kind::Plain)
      return true;
  return false;
}

/// "Daniel Bernoulli FRS was" → "Daniel Bernoulli was".
std::string without_letters(std::string text, const NameBook& book) {
  if (book.topic_kind != NameKind::Person || !text.starts_with(book.topic + " ")) return text;
  const std::size_t begin = book.topic.size();
  std::size_t end = begin + 1;
  while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z')
    ++end;
  const bool letters = end - begin > 2 && end < text.size() && text[end] == ' ';
  return letters ? text.erase(begin, end - begin) : text;
}

std::optional<std::string> fault_of_shape(const std::string& text, const Words& words) {
  constexpr std::array<std::string_view, 30> kBadHeads{
      "and",   "but",    "or",      "so",  "because", "since",  "although", "though",
      "while", "when",   "whereas", "as",  "after",   "before", "despite",  "if",
      "who",   "that",   "which",   "why", "how",     "what",   "once",     "until",
      "like",  "unlike", "not",     "due", "such",    "other"};
  constexpr std::string_view kBadMarks = ":;\"“”„«»…@|*_<>[]{}()=#/+'‘’";
  if (text.size() > kLongestSentence || count_words(text) > kMostWords)
    return "the sentence is too long (C11)";
  if (count_words(text) < kFewestWords) return "the sentence is too short (C11)";
  if (text.back() != '.' || text.ends_with("..")) return "it is no full sentence (C11)";
  if (!words.front().capital && words.front().kind != Word::Kind::Number)
    return "it does not begin like a sentence (C11)";
  if (is_one_of(kBadHeads, words.front().folded))
    return "it begins with '" + words.front().folded + "' (C2)";
  if (has_inner_head(words)) return "two pieces of text seem to be joined (C11)";
  for (const Word& word : words)
    if (word.kind == Word::Kind::Mark &&
        kBadMarks.find(text.substr(word.span.begin, word.span.end - word.span.begin)) !=
            std::string_view::npos)
      return "it has a quotation, a list or brackets (C11)";
  return std::nullopt;
}

/// "comes", "reaches" of a known verb.
bool is_third_person(const Word& word, const WordLists& lists) {
  const std::string_view folded = word.folded;
  if (word.capital || folded.size() < 4 || !folded.ends_with('s')) return false;
  return has(lists.verb_bases, folded.substr(0, folded.size() - 1)) ||
         (folded.ends_with("es") && has(lists.verb_bases, folded.substr(0, folded.size() - 2)));
}

bool is_finite(const Word& word, const WordLists& lists) {
  constexpr std::array<std::string_view, 11> kAuxiliaries{
      "is", "are", "was", "were", "has", "had", "have", "does", "did", "do", "became"};
  return is_one_of(kAuxiliaries, word.folded) || lists.verbs_by_past.contains(word.folded) ||
         is_third_person(word, lists) ||
         (!word.capital && word.kind == Word::Kind::Plain && word.folded.ends_with("ed"));
}

/// "Athens, is the capital", "In 1902 that Coron was", "In 1912 was founded", "In 2014 it has
/// changed": slips of the writer.
bool is_slip(const Statement& statement) {
  const Words& words = statement.words;
  const auto comma = std::ranges::find_if(words, [](const Word& word) { return word.is(","); });
  if (comma != words.end() && comma + 1 != words.end() &&
      (comma[1].is("is") || comma[1].is("was") || comma[1].is("are") || comma[1].is("were")))
    return true;
  const Value* time = value_at(statement.values, 1);
  if (time == nullptr || (time->kind != ValueKind::Year && time->kind != ValueKind::Date))
    return false;
  if (time->last < words.size() &&
      (words[time->last].is("that") || words[time->last].is("was") || words[time->last].is("were")))
    return true;
  return words[0].is("in") && std::ranges::any_of(words, [](const Word& word) {
           return word.is("has") || word.is("have");
         });
}

/// "In July" without its year, "Nov. 18".
bool has_open_date(const Statement& statement) {
  // One end of "from February 2016 through May 2017" has its year all the same.
  const auto has_year = [&](const Value& value) {
    return statement.words[value.last - 1].folded.size() == 4 &&
           statement.words[value.last - 1].kind == Word::Kind::Number;
  };
  for (const Value& value : statement.values)
    if (value.kind == ValueKind::Other && !has_year(value))
      for (std::size_t at = value.first; at < value.last; ++at)
        if (month_of(statement.words[at].folded) > 0) return true;
  for (std::size_t at = 0; at < statement.words.size(); ++at) {
    const bool inside = std::ranges::any_of(
        statement.values, [&](const Value& value) { return value.first <= at && at < value.last; });
    if (!inside && statement.words[at].capital && month_of(statement.words[at].folded) > 0)
      return true;
  }
  return false;
}

/// "Researchers observed …": which ones?
bool has_open_people(const Words& words, const WordLists& lists) {
  const std::string& first = words.front().folded;
  const bool plural = first.ends_with('s') && has(lists.persons, first.substr(0, first.size() - 1));
  return plural || first == "officials" || first == "authorities";
}

/// "Apsara joins …": a small word in -s right behind the name that opens the sentence.
bool opens_with_deed(const Statement& statement) {
  if (statement.names.empty() || statement.names.front().first > 1) return false;
  const std::size_t verb = statement.names.front().last;
  if (verb + 1 >= statement.words.size()) return false;
  const Word& word = statement.words[verb];
  return !word.capital && word.kind == Word::Kind::Plain && word.folded.size() > 3 &&
         word.folded.ends_with('s') && !is_function_word(word.folded);
}

/// "Pierre slipped …": a given name whose full form the article does not tell for certain.
std::optional<std::string> open_given_name(const Statement& statement, const NameBook& book,
                                           const WordLists& lists) {
  for (const Name& name : statement.names) {
    const bool bare = name.last - name.first == 1 && name.kind != NameKind::Country;
    const std::string key = name_key(name.text);
    if (!bare || !has(lists.given_names, key) || key == name_key(book.topic)) continue;
    const bool titled =
        name.first > 0 && (has(lists.titles, statement.words[name.first - 1].folded) ||
                           statement.words[name.first - 1].capital);
    const bool shared = std::ranges::any_of(book.entries, [&](const auto& entry) {
      return entry.first.starts_with(key + ' ') && entry.second.kind == NameKind::Person;
    });
    const bool told = std::ranges::any_of(statement.names, [&](const Name& other) {
      return other.first < name.first && other.last - other.first > 1 &&
             name_key(other.text).starts_with(key + ' ');
    });
    const bool subject =
        name.first == 0 || statement.words[name.first - 1].kind != Word::Kind::Plain;
    if (!titled && !told && (shared || subject))
      return "it does not say which '" + name.text + "' (C2)";
  }
  return std::nullopt;
}

std::optional<std::string> fault_of(const Statement& statement, const NameBook& book,
                                    const WordLists& lists, Claims claims) {
  const Words& words = statement.words;
  if (words.empty()) return "the sentence is too short (C11)";
  if (auto fault = fault_of_shape(statement.text, words)) return fault;
  if (std::ranges::none_of(words, [&](const Word& word) { return is_finite(word, lists); }) &&
      !opens_with_deed(statement))
    return "it has no verb (C11)";
  if (is_slip(statement)) return "it is not quite grammatical (C11)";
  if (has_open_date(statement)) return "a date lacks its year (C9)";
  if (has_open_people(words, lists)) return "it does not say who they are (C2)";
  if (auto fault = open_given_name(statement, book, lists)) return fault;
  return open_reference(words, statement.names, lists, claims);
}

/// Reads sentence after sentence; remembers what the last ones were about.
class StatementReader {
 public:
  StatementReader(const Sources& sources, Statements& result)
      : sources_(sources), result_(result) {}

  void read() {
    collect();
    std::vector<PlainSentence> plain;
    plain.reserve(result_.all.size());
    for (const Statement& statement : result_.all)
      plain.push_back({statement.raw, words_of(statement.raw)});
    result_.book =
        make_name_book(sources_.article.title, plain, sources_.lists, sources_.known_kinds);
    for (std::size_t i = 0; i < result_.all.size(); ++i)
      finish(i, plain);
  }

 private:
  void collect() {
    for (std::size_t i = 0; i < sources_.passages.size(); ++i) {
      const BlockType type = sources_.article.blocks[sources_.passage_blocks[i]].type;
      if (type != BlockType::Paragraph) continue;
      const std::string& text = sources_.passages[i].text;
      for (const language::Span& span :
           language::sentences(text, sources_.article.language, sources_.abbreviations)) {
        Statement statement;
        statement.passage = i;
        statement.span = span;
        statement.raw = text.substr(span.begin, span.end - span.begin);
        result_.all.push_back(std::move(statement));
      }
    }
    const auto count = static_cast<double>(std::max<std::size_t>(result_.all.size(), 1));
    for (std::size_t i = 0; i < result_.all.size(); ++i)
      result_.all[i].place = static_cast<double>(i) / count;
  }

  void finish(std::size_t index, const std::vector<PlainSentence>& plain) {
    Statement& statement = result_.all[index];
    const WordLists& lists = sources_.lists;
    std::string text = tidy(without_brackets(without_footnotes(statement.raw)));
    text = without_also(without_connective(text, lists));
    auto resolved = person_meant(index, plain, text);
    if (!resolved) resolved = thing_meant(index, text);
    if (resolved) {
      text = *resolved;
      statement.resolved = true;
    }
    statement.text = without_letters(with_full_names(text, result_.book, lists), result_.book);
    statement.words = words_of(statement.text);
    statement.names = names_of(statement.text, statement.words, result_.book, lists);
    statement.values = values_of(statement.text, statement.words, lists);
    statement.fault = fault_of(statement, result_.book, lists, Claims::Refused);
    // "According to X, …" is X's to tell, whatever is asked of it.
    statement.claim = statement.fault && !statement.words.empty() &&
                      !statement.words.front().is("according") &&
                      !fault_of(statement, result_.book, lists, Claims::Kept);
  }

  /// "He moved to Paris." with the article's person for "He", when nobody else was named in this
  /// and the last sentences (right in 97 of 100 where exactly one person fits).
  [[nodiscard]] std::optional<std::string> person_meant(std::size_t index,
                                                        const std::vector<PlainSentence>& plain,
                                                        const std::string& text) const {
    if (result_.book.topic_kind != NameKind::Person) return std::nullopt;
    const Words words = words_of(text);
    const std::size_t at = pronoun_at_head(words);
    if (at == words.size() || (rival_near(index, plain) && !goes_on_about_topic(index)))
      return std::nullopt;
    const bool his = words[at].is("his") || words[at].is("her");
    const std::string name = result_.book.topic + (his ? "'s" : "");
    return text.substr(0, words[at].span.begin) + name + text.substr(words[at].span.end);
  }

  /// Whether the sentence before, in the same paragraph, has the topic as its subject: a pronoun as
  /// the next subject goes on about it, whoever else was named in between.
  [[nodiscard]] bool goes_on_about_topic(std::size_t index) const {
    if (index == 0 || result_.all[index - 1].passage != result_.all[index].passage) return false;
    const Statement& before = result_.all[index - 1];
    if (before.names.empty() || before.names.front().first != 0) return false;
    const Name& name = before.names.front();
    const bool owner = name.last < before.words.size() && before.words[name.last].is("'s");
    return !owner && name_key(name.text) == name_key(result_.book.topic);
  }

  /// "It opened in 1990." with the article's topic for "It", when its paragraph has named nothing
  /// else so far and the sentence before speaks of it.
  [[nodiscard]] std::optional<std::string> thing_meant(std::size_t index,
                                                       const std::string& text) const {
    const NameBook& book = result_.book;
    if (book.topic.empty() || book.topic_kind == NameKind::Person) return std::nullopt;
    if (!speaks_of_topic_alone(index)) return std::nullopt;
    const Words words = words_of(text);
    std::size_t at = 0;
    if (words.size() > 4 && words[0].is("in") && words[1].kind == Word::Kind::Number)
      at = words[2].is(",") ? 3 : 2;
    if (words.size() < at + 3 || !(words[at].is("it") || words[at].is("its"))) return std::nullopt;
    if (words[at].is("it") && is_impersonal(words, at)) return std::nullopt;
    const std::string name = book.topic + (words[at].is("its") ? "'s" : "");
    return text.substr(0, words[at].span.begin) + name + text.substr(words[at].span.end);
  }

  [[nodiscard]] bool is_topic(const Name& name) const {
    return name_key(name.text) == name_key(result_.book.topic);
  }

  /// Whether the sentences before in the same paragraph name the topic and nothing else, and the
  /// last of them speaks of it.
  [[nodiscard]] bool speaks_of_topic_alone(std::size_t index) const {
    constexpr std::size_t kFarthest = 12;
    bool named = false;
    for (std::size_t i = index;
         i > 0 && index - i < kFarthest && result_.all[i - 1].passage == result_.all[index].passage;
         --i) {
      const Statement& before = result_.all[i - 1];
      for (const Name& name : before.names) {
        if (!is_topic(name)) return false;
        named = true;
      }
      const bool last = i == index;
      const bool it = std::ranges::any_of(
          before.words, [](const Word& word) { return word.is("it") || word.is("its"); });
      if (last && before.names.empty() && !it) return false;
    }
    return named;
  }

  /// "It is clear that", "It took years to".
  static bool is_impersonal(const Words& words, std::size_t it) {
    constexpr std::array<std::string_view, 5> kVerbs{"took", "takes", "seems", "appears", "rains"};
    if (is_one_of(kVerbs, words[it + 1].folded)) return true;
    for (std::size_t at = it + 2; at < std::min(words.size(), it + 7); ++at)
      if (words[at].is("that") || words[at].is("until") || (words[at].is("to") && at <= it + 3))
        return true;
    return false;
  }

  /// The place of "he", "his" … as first word or behind "In 1890," and the like; else the end.
  [[nodiscard]] std::size_t pronoun_at_head(const Words& words) const {
    for (std::size_t at = 0; at < std::min<std::size_t>(words.size(), 6); ++at) {
      const Word& word = words[at];
      const char pronoun = result_.book.topic_pronoun;
      const bool fits = (pronoun == 'h' && (word.is("he") || word.is("his"))) ||
                        (pronoun == 's' && (word.is("she") || word.is("her")));
      if (fits)
        return at == 0 || words[at - 1].is(",") || words[at - 1].kind == Word::Kind::Number
                   ? at
                   : words.size();
      if (at == 0 && !word.is("in") && !word.is("on") && !word.is("at")) break;
    }
    return words.size();
  }

  /// Whether one of the last sentences, or this one before its pronoun, names or means another
  /// person than the topic.
  [[nodiscard]] bool rival_near(std::size_t index, const std::vector<PlainSentence>& plain) const {
    const NameBook& book = result_.book;
    const std::size_t first = index > kSentencesBack ? index - kSentencesBack : 0;
    for (std::size_t i = first; i <= index; ++i) {
      if (result_.all[i].passage != result_.all[index].passage) continue;
      for (const Name& name : names_of(plain[i].text, plain[i].words, book, sources_.lists)) {
        const auto full = book.full_names.find(name_key(name.text));
        const std::string& whole = full == book.full_names.end() ? name.text : full->second;
        const bool behind = i == index && name.first > pronoun_at_head(plain[i].words);
        if (name.kind == NameKind::Person && whole != book.topic && !behind) return true;
      }
      if (i == index) continue;
      for (const Word& word : plain[i].words)
        if (is_relative(word.folded)) return true;
    }
    return false;
  }

  static bool is_relative(std::string_view folded) {
    constexpr std::array<std::string_view, 16> kRelatives{
        "father", "mother", "brother", "sister", "wife",   "husband", "son",     "daughter",
        "friend", "uncle",  "aunt",    "cousin", "nephew", "king",    "teacher", "mentor"};
    return is_one_of(kRelatives, folded);
  }

  const Sources& sources_;
  Statements& result_;
};

}  // namespace

Statements read_statements(const Sources& sources) {
  Statements result;
  StatementReader(sources, result).read();
  return result;
}

}  // namespace recto::questions
