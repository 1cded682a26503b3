#include "tools/train-language/train_lemmas.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "content/base/ascii.h"
#include "content/words/sorted_lines.h"

namespace recto::train {
namespace {

constexpr std::size_t kLeastDocuments = 2;

/// A tag that fewer of a form's uses have (one in so many) is that of a misspelling: "to" for "do".
/// A tagger that gives it is more likely to err.
constexpr std::size_t kRarestTag = 50;

struct Uses {
  std::size_t words = 0;
  std::size_t documents = 0;
  std::size_t last_document = 0;
};

/// Of a form with a tag: its lemmas, and how it was met first.
struct FormUses {
  std::string form;
  language::Tag tag;  ///< of the treebank
  std::map<std::string, Uses> lemmas;

  [[nodiscard]] std::size_t words() const {
    std::size_t sum = 0;
    for (const auto& [lemma, uses] : lemmas)
      sum += uses.words;
    return sum;
  }
};

/// Parts of a word that was torn apart carry the whole word's lemma, or none.
bool is_usable(const Word& word) {
  return word.lemma != "_" && word.xpos != "GW" && word.xpos != "ADD" && word.xpos != "AFX" &&
         word.form.find_first_of("\t\n") == std::string::npos;
}

std::string_view form_of(std::string_view key) {
  return key.substr(0, key.rfind(' '));
}

std::map<std::string, FormUses> uses_of(const Treebank& treebank) {
  std::map<std::string, FormUses> uses;
  std::size_t document = 0;
  for (const TreebankSentence& sentence : treebank) {
    if (sentence.begins_document) ++document;
    for (const Word& word : sentence.words) {
      if (!is_usable(word)) continue;
      FormUses& form = uses[language::Lemmas::key_of(word.form, word.xpos)];
      if (form.lemmas.empty()) form = {word.form, {word.upos, word.xpos}, {}};
      Uses& lemma = form.lemmas[word.lemma];
      ++lemma.words;
      if (lemma.documents == 0 || lemma.last_document != document) ++lemma.documents;
      lemma.last_document = document;
    }
  }
  return uses;
}

}  // namespace

std::string train_lemmas(const Treebank& treebank, const language::Lemmas& rules) {
  std::vector<std::pair<std::string, std::string>> rows;
  const std::map<std::string, FormUses> uses = uses_of(treebank);
  std::map<std::string_view, std::size_t> words;  // of a form, with any tag
  for (const auto& [key, form] : uses)
    words[form_of(key)] += form.words();
  for (const auto& [key, form] : uses) {
    if (form.words() * kRarestTag < words[form_of(key)]) continue;
    const auto best = std::max_element(
        form.lemmas.begin(), form.lemmas.end(),
        [](const auto& a, const auto& b) { return a.second.words < b.second.words; });
    if (best->second.documents < kLeastDocuments) continue;
    const std::string regular = rules.regular_lemma_of(form.form, form.tag);
    if (ascii_lowered(regular) != ascii_lowered(best->first)) rows.emplace_back(key, best->first);
  }
  return write_sorted_lines(std::move(rows));
}

}  // namespace recto::train
