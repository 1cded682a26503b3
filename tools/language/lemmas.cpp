#include "tools/language/lemmas.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "content/base/ascii.h"
#include "content/base/utf8.h"
#include "content/words/inflection.h"

namespace recto::language {
namespace {

/// Longer tokens are no words; they are their own lemma.
constexpr std::size_t kLongestWord = 128;

struct Closed {
  std::string_view xpos;
  std::string_view form;
  std::string_view lemma;
};

/// Closed classes, by tag.
constexpr std::array<Closed, 42> kClosed{{
    {"PRP", "me", "I"},      {"PRP", "him", "he"},       {"PRP", "her", "she"},
    {"PRP", "us", "we"},     {"PRP", "them", "they"},    {"PRP", "'em", "they"},
    {"PRP", "'s", "we"},     {"PRP", "mine", "my"},      {"PRP", "yours", "your"},
    {"PRP", "ours", "our"},  {"PRP", "theirs", "their"}, {"PRP", "hers", "her"},
    {"PRP", "u", "you"},     {"PRP", "i", "I"},          {"PRP", "thee", "thou"},
    {"DT", "an", "a"},       {"DT", "these", "this"},    {"DT", "those", "that"},
    {"RB", "n't", "not"},    {"RB", "nt", "not"},        {"RB", "n`t", "not"},
    {"WP", "whom", "who"},   {"TO", "na", "to"},         {"TO", "ta", "to"},
    {"POS", "'", "'s"},      {"POS", "s", "'s"},         {"MD", "ll", "will"},
    {"MD", "d", "would"},    {"VBP", "ve", "have"},      {"VBP", "re", "be"},
    {"VBP", "m", "be"},      {"VBZ", "s", "be"},         {"VBP", "r", "be"},
    {"NN", "pm", "p.m."},    {"NN", "am", "a.m."},       {"NN", "p.m", "p.m."},
    {"FW", "etc", "etc."},   {"IN", "thru", "through"},  {"IN", "vs", "versus"},
    {"IN", "vs.", "versus"}, {"VB", "of", "have"},       {"VBD", "'d", "have"},
}};

struct Mark {
  std::string_view mark;
  std::string_view plain;
};

/// Typographic marks.
constexpr std::array<Mark, 9> kMarks{{{"“", "\""},
                                      {"”", "\""},
                                      {"‘", "'"},
                                      {"’", "'"},
                                      {"–", "-"},
                                      {"—", "-"},
                                      {"--", "-"},
                                      {"„", "\""},
                                      {"``", "\""}}};

struct Inflection {
  std::string_view xpos;
  PartOfSpeech part;
  Slot slot;
};

using enum PartOfSpeech;

constexpr std::array<Inflection, 10> kInflections{{{"NNS", Noun, Slot::Plural},
                                                   {"NNPS", Noun, Slot::Plural},
                                                   {"VBD", Verb, Slot::Past},
                                                   {"VBG", Verb, Slot::Gerund},
                                                   {"VBN", Verb, Slot::Participle},
                                                   {"VBZ", Verb, Slot::Third},
                                                   {"JJR", Adjective, Slot::Comparative},
                                                   {"JJS", Adjective, Slot::Superlative},
                                                   {"RBR", Adverb, Slot::Comparative},
                                                   {"RBS", Adverb, Slot::Superlative}}};

/// In lower case, apostrophes plain.
std::string plain(std::string_view form) {
  std::string key;
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = next_code_point(form, at);
    const bool apostrophe = c == U'’' || c == U'‘' || c == U'`';
    append_utf8(key,
                apostrophe ? U'\'' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
  return key;
}

/// "states" as "States" is written: "State".
std::string written_as(std::string lemma, std::string_view form) {
  for (std::size_t i = 0; i < lemma.size() && i < form.size(); ++i)
    if (ascii_lower(form[i]) == lemma[i]) lemma[i] = form[i];
  return lemma;
}

/// "200,000" → "200000"; "1,5" stays.
std::string without_separators(std::string_view number) {
  std::string digits;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const bool separator = number[i] == ',' && i > 0 && i + 4 <= number.size();
    if (!separator) digits += number[i];
  }
  return digits;
}

/// "60", "1990": "60s" and "1990's" are their own lemmas.
bool is_decade(std::string_view key) {
  return key.size() > 2 && key[0] >= '0' && key[0] <= '9' && key.ends_with('s');
}

const Inflection* inflection_of(std::string_view xpos) {
  const auto* const found = std::find_if(kInflections.begin(), kInflections.end(),
                                         [&](const Inflection& one) { return one.xpos == xpos; });
  return found == kInflections.end() ? nullptr : found;
}

bool has_lower_sense(const std::vector<Sense>& senses) {
  return std::any_of(senses.begin(), senses.end(),
                     [](const Sense& sense) { return sense.casing == Casing::Lower; });
}

}  // namespace

std::string Lemmas::key_of(std::string_view form, std::string_view xpos) {
  return plain(form).append(" ").append(xpos);
}

std::string Lemmas::lemma_of(std::string_view form, Tag tag) const {
  if (form.size() > kLongestWord) return std::string(form);
  const std::string_view known = exceptions_.find(key_of(form, tag.xpos));
  return known.empty() ? regular_lemma_of(form, tag) : std::string(known);
}

void Lemmas::add_lemmas(std::string_view sentence, std::vector<Token>& tokens) const {
  for (Token& token : tokens) {
    const std::string_view form =
        sentence.substr(token.span.begin, token.span.end - token.span.begin);
    token.lemma = lemma_of(form, token.tag);
    const bool perfect = token.tag.xpos == "VBZ" && token.lemma == "be" && form.ends_with('s') &&
                         form.size() < 5 && form != "is" && form != "Is" &&
                         token.relation == "aux" && token.head < tokens.size() &&
                         tokens[token.head].tag.xpos == "VBN";
    if (perfect) token.lemma = "have";
  }
}

std::string Lemmas::regular_lemma_of(std::string_view form, Tag tag) const {
  if (form.size() > kLongestWord) return std::string(form);
  if (tag.upos == "PUNCT" || tag.upos == "SYM")
    for (const Mark& mark : kMarks)
      if (form == mark.mark) return std::string(mark.plain);
  const std::string key = plain(form);
  for (const Closed& closed : kClosed)
    if (tag.xpos == closed.xpos && key == closed.form) return std::string(closed.lemma);
  if (tag.xpos == "NNP") {
    if (tag.upos != "VERB") return std::string(form);  // else "United": "Unite"
    return written_as(lemma_by_slot(key, key.ends_with("ing") ? "VBG" : "VBN"), form);
  }
  if (tag.xpos == "CD" && key == form) return without_separators(key);
  std::string lemma = lemma_by_slot(key, tag.xpos);
  const bool name = tag.xpos == "NNPS" || keeps_capitals(form, lemma, tag.xpos);
  return name ? written_as(std::move(lemma), form) : lemma;
}

/// `key` is in lower case, `xpos` any tag.
std::string Lemmas::lemma_by_slot(std::string_view key, std::string_view xpos) const {
  const Inflection* found = inflection_of(xpos);
  if (!lexicon_ || (found != nullptr && found->part == Noun && is_decade(key)))
    return std::string(key);
  if (found != nullptr) return recto::lemma_of(*lexicon_, key, found->part, found->slot);
  if (xpos == "MD" || xpos == "VBP" || xpos == "VB")
    return recto::lemma_of(*lexicon_, key, Verb, Slot::Base);
  return std::string(key);
}

/// Whether the capitals belong to the word and not to its place: "DNA", "iPod", "American", but not
/// "SHIP" and "Ship".
bool Lemmas::keeps_capitals(std::string_view form, const std::string& lemma,
                            std::string_view xpos) const {
  static constexpr std::array<std::string_view, 7> kOpen{"NN", "NNS", "JJ", "FW", "ADD", "CD", "$"};
  if (!lexicon_ || std::find(kOpen.begin(), kOpen.end(), xpos) == kOpen.end()) return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto capitals = std::count_if(form.begin(), form.end(), is_capital);
  if (capitals == 0) return false;
  const std::vector<Sense> senses =
      xpos == "JJ" ? lexicon_->senses(lemma, Adjective) : lexicon_->senses(lemma);
  const bool inner = capitals > 1 || !is_capital(form[0]);
  return !has_lower_sense(senses) && (inner || !senses.empty());
}

}  // namespace recto::language
