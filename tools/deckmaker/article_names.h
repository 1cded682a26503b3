// The names of an article, by the language model.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "content/files/mapped_file.h"
#include "content/words/lexicon.h"
#include "tools/discourse/name_words.h"
#include "tools/language/analysis.h"
#include "tools/questions/names.h"

namespace recto::deckmaker {

/// What is known of English, over files that are mapped as long as it lives.
class English {
 public:
  /// Reads assets/language and assets/words/names.txt. Errors name the file.
  [[nodiscard]] static Result<std::shared_ptr<const English>> load(
      const std::filesystem::path& assets);

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const language::Analyser& analyser() const { return analyser_; }
  [[nodiscard]] const discourse::NameWords& name_words() const { return name_words_; }

 private:
  English(MappedFile lexicon_file, MappedFile model_file, const Lexicon& lexicon,
          language::Analyser analyser, discourse::NameWords name_words)
      : lexicon_file_(std::move(lexicon_file)),
        model_file_(std::move(model_file)),
        lexicon_(lexicon),
        analyser_(std::move(analyser)),
        name_words_(std::move(name_words)) {}

  MappedFile lexicon_file_;
  MappedFile model_file_;
  Lexicon lexicon_;
  language::Analyser analyser_;
  discourse::NameWords name_words_;
};

struct ArticleNames {
  std::vector<std::string> all;  ///< every form, each once; what is one thing stands together
  questions::KnownKinds kinds;   ///< of the forms whose kind is certain
};

/// The names of an English article's passages; passages in other languages have none.
[[nodiscard]] ArticleNames article_names(const std::vector<Passage>& passages,
                                         std::string_view title, const English& english,
                                         const language::Abbreviations& abbreviations);

}  // namespace recto::deckmaker
