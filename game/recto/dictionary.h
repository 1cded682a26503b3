// The English dictionary that comes with Recto, as long as somebody grades by it.
#pragma once

#include <memory>

#include "content/base/result.h"
#include "content/files/mapped_file.h"
#include "content/words/lexicon.h"

namespace recto::app {

/// The lexicon with the file that it looks into. Moves leave pointers to the lexicon valid.
class Dictionary {
 public:
  /// Maps the file of the shipped assets; nothing is read yet. Errors: NotFound, BadInput.
  [[nodiscard]] static Result<Dictionary> load();

  [[nodiscard]] const Lexicon* lexicon() const { return lexicon_.get(); }

 private:
  Dictionary(MappedFile file, const Lexicon& lexicon)
      : file_(std::move(file)), lexicon_(std::make_unique<const Lexicon>(lexicon)) {}

  MappedFile file_;
  std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace recto::app
