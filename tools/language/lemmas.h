// Token and tag → lemma.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/words/lexicon.h"
#include "content/words/sorted_lines.h"
#include "tools/language/analysed.h"

namespace recto::language {

/// Knows lemmas as the Universal Dependencies treebanks EWT and GUM write them: of nouns the
/// singular, of verbs the infinitive ("'s" → be), of pronouns the nominative ("them" → they), "n't"
/// → not, "an" → a, typographic marks as plain ones. In lower case but for names, "I" and what
/// the lexicon writes with capitals: "American", "DNA".
/// Immutable: may be used by several threads.
class Lemmas {
 public:
  /// `exceptions`: what rules and lexicon get wrong, SortedLines "form XPOS<TAB>lemma" with the
  /// form in lower case and plain apostrophes; the bytes outlive this. Without a lexicon words are
  /// taken for regular ones.
  explicit Lemmas(std::optional<Lexicon> lexicon = {}, std::string_view exceptions = {})
      : lexicon_(lexicon), exceptions_(exceptions) {}

  /// Where a form's line would stand among the exceptions.
  [[nodiscard]] static std::string key_of(std::string_view form, std::string_view xpos);

  /// Always answers; the form itself where nothing is known.
  [[nodiscard]] std::string lemma_of(std::string_view form, Tag tag) const;

  /// Sets the lemma of every token of a sentence, whose tags and tree are known: "'s" is have
  /// before a participle in the active, else be.
  void add_lemmas(std::string_view sentence, std::vector<Token>& tokens) const;

  /// As `lemma_of`, by rules and lexicon alone.
  [[nodiscard]] std::string regular_lemma_of(std::string_view form, Tag tag) const;

 private:
  [[nodiscard]] std::string lemma_by_slot(std::string_view key, std::string_view xpos) const;
  [[nodiscard]] bool keeps_capitals(std::string_view form, const std::string& lemma,
                                    std::string_view xpos) const;

  std::optional<Lexicon> lexicon_;
  SortedLines exceptions_;
};

}  // namespace recto::language
