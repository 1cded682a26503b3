// What is known of English: lexicon, language model, name words.
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
#include "tools/patterns/name_types.h"
#include "tools/statements/reading.h"

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
  [[nodiscard]] const patterns::NameTypes& name_types() const { return name_types_; }

 private:
  English(MappedFile lexicon_file, MappedFile model_file, const Lexicon& lexicon,
          language::Analyser analyser, discourse::NameWords name_words)
      : lexicon_file_(std::move(lexicon_file)),
        model_file_(std::move(model_file)),
        lexicon_(lexicon),
        analyser_(std::move(analyser)),
        name_words_(std::move(name_words)),
        name_types_(lexicon_) {}

  MappedFile lexicon_file_;
  MappedFile model_file_;
  Lexicon lexicon_;
  language::Analyser analyser_;
  discourse::NameWords name_words_;
  patterns::NameTypes name_types_;
};

/// Every form of the names that the article has, each once; what is one thing stands together.
[[nodiscard]] std::vector<std::string> names_of(const discourse::Entities& entities);

}  // namespace recto::deckmaker
