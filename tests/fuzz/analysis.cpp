// Any text: sentences and their words cover it in order, on code points; the model makes trees of
// them; lemmas and features are found whatever tags and trees say.
#include "tools/language/analysis.h"

#include <string>
#include <vector>

#include "content/base/random.h"
#include "tests/fuzz/assets.h"
#include "tests/fuzz/checks.h"
#include "tools/language/english.h"
#include "tools/language/lemmas.h"
#include "tools/language/morphology.h"
#include "tools/language/tokens.h"

namespace {

using namespace recto;
using language::Span;
using language::Token;

const language::Lemmas& lemmas() {
  static const std::string kBytes = fuzz::asset("language", "en.lexicon");
  static const language::Lemmas kLemmas(Lexicon::open(kBytes).value(), "goods NNS\tgoods\n");
  return kLemmas;
}

/// White space as ICU has it: what sentences and words leave out.
bool is_blank(std::string_view text) {
  static constexpr std::u32string_view kBlanks =
      U"\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
      U"\u200A\u2028\u2029\u202F\u205F\u3000";
  return code_points(text).find_first_not_of(kBlanks) == std::u32string::npos;
}

void check_spans(std::string_view text, const std::vector<Span>& spans) {
  std::size_t covered = 0;
  for (const Span span : spans) {
    fuzz::check(span.begin >= covered && span.begin < span.end && span.end <= text.size(),
                "parts lie in the text, in order, and do not overlap");
    fuzz::check(is_boundary(text, span.begin) && is_boundary(text, span.end),
                "parts begin and end between code points");
    fuzz::check(is_blank(text.substr(covered, span.begin - covered)),
                "nothing but white space is left out");
    covered = span.end;
  }
  fuzz::check(is_blank(text.substr(covered)), "nothing but white space is left out at the end");
}

/// Tags and heads by chance: a model may err, a damaged one may say anything.
std::vector<Token> analysed_by_chance(const std::vector<Span>& words, Random& random) {
  static constexpr std::string_view kXpos[] = {
      "NN",   "NNS", "NNP", "NNPS", "VB", "VBD", "VBZ", "VBG", "VBN", "VBP", "MD",  "PRP",
      "PRP$", "DT",  "RB",  "RBR",  "JJ", "JJR", "JJS", "CD",  "WP",  "WDT", "WRB", "."};
  static constexpr std::string_view kUpos[] = {"NOUN", "VERB", "ADJ", "PUNCT", "PRON", "AUX"};
  static constexpr std::string_view kRelations[] = {"nsubj", "aux",  "aux:pass",  "cop",   "conj",
                                                    "root",  "mark", "acl:relcl", "xcomp", "det"};
  std::vector<Token> tokens;
  for (const Span span : words) {
    Token token;
    token.span = span;
    token.tag = {kUpos[random.below(std::size(kUpos))], kXpos[random.below(std::size(kXpos))]};
    token.relation = kRelations[random.below(std::size(kRelations))];
    token.head = static_cast<language::WordId>(random.below(words.size() + 1));
    tokens.push_back(token);
  }
  return tokens;
}

void analyse(std::string_view sentence, Random& random) {
  const std::vector<Span> words = language::tokens(sentence, fuzz::abbreviations());
  check_spans(sentence, words);
  fuzz::check(words == language::tokens(sentence, fuzz::abbreviations()),
              "the same sentence has the same words");
  std::vector<Token> tokens = analysed_by_chance(words, random);
  lemmas().add_lemmas(sentence, tokens);
  for (const Token& token : tokens) {
    fuzz::check(!token.lemma.empty() && is_utf8(token.lemma), "every word has a lemma");
    fuzz::check(token.lemma.size() <= 3 * (token.span.end - token.span.begin) + 16,
                "a lemma is not much longer than its word");
  }
  fuzz::check(language::morphology_of(sentence, tokens).size() == tokens.size(),
              "every word has features");
}

const language::Analyser& analyser() {
  static const std::string kLexicon = fuzz::asset("language", "en.lexicon");
  static const std::string kModel = fuzz::asset("language", "en.model");
  static const auto kAnalyser =
      language::Analyser::open(kModel, Lexicon::open(kLexicon).value()).value();
  return kAnalyser;
}

/// The shipped model on any text: trees with one root, names apart, chances that are some.
void check_model(std::string_view text) {
  const std::vector<std::string_view> passages = {text};
  const auto analysed = analyser().analyse(passages, fuzz::abbreviations());
  for (const language::AnalysedSentence& sentence : analysed.front()) {
    const std::size_t words = sentence.tokens.size();
    std::size_t roots = 0;
    for (const Token& token : sentence.tokens) {
      fuzz::check(token.head <= words, "a head is a word or the root");
      roots += token.head == words ? 1U : 0U;
      fuzz::check(token.arc_chance >= 0 && token.arc_chance <= 1 && token.tag_chance >= 0 &&
                      token.tag_chance <= 1,
                  "chances lie in [0,1]");
    }
    fuzz::check(words == 0 || roots == 1, "a sentence has one root");
    std::size_t end = 0;
    for (const language::Name& name : sentence.names) {
      fuzz::check(name.begin >= end && name.begin < name.end && name.end <= words,
                  "names lie in their sentence, in order, and apart");
      end = name.end;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = valid_utf8(fuzz::bytes_of(data, size));
  Random random(size);
  (void)language::is_english(text);
  check_model(text);
  for (const char* language : {"en", "de"}) {
    const std::vector<Span> sentences = language::sentences(text, language, fuzz::abbreviations());
    check_spans(text, sentences);
    for (const Span span : sentences)
      analyse(std::string_view(text).substr(span.begin, span.end - span.begin), random);
  }
  return 0;
}
