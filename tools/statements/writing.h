// Pieces of a clause → text that stands alone.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/statements/clause.h"
#include "tools/statements/reading.h"

namespace recto::statements {

/// Text that is put where words stand: a gap, a wrong date.
struct Change {
  Words words;
  std::string text;
};

/// Writes one text from words of a sentence, from left to right. Persons get their full name where
/// they are named first; pronouns and "the company" that stand for somebody named get the name,
/// unless the text has it already. Asides are left out.
class Writer {
 public:
  Writer(const Reading& reading, const ReadSentence& sentence, const std::vector<bool>& asides)
      : reading_(reading), sentence_(sentence), asides_(asides) {}

  /// From here on these words are written otherwise.
  void change(Change change) { changes_.push_back(std::move(change)); }

  /// The text knows of it already: pronouns for it stay.
  void know(EntityId entity) { told_.insert(entity); }

  void add(std::string_view text);  ///< with a blank before it
  void add(Words words);
  void add(const Piece& piece) { piece.put.empty() ? add(piece.words) : add(piece.put); }

  /// What was written, so far.
  [[nodiscard]] const std::string& text() const { return text_; }

  /// The same with a capital in front and a mark behind.
  [[nodiscard]] std::string sentence(std::string_view mark) const;

 private:
  void add_word(WordId at);
  [[nodiscard]] bool is_article_of_another(WordId at) const;
  [[nodiscard]] std::string article_before(WordId at) const;

  // What stands at a word is written; back comes the word behind it.
  WordId add_at(WordId at, WordId end);  ///< whatever it is, names up to `end`
  WordId add_change(const Change& change);
  WordId add_stand_in(const StandIn& stand_in);  ///< "the company", "it"
  WordId add_entity(EntityId entity, Words words);
  WordId add_name(const Mention& mention);  ///< "Ada Lemmon" first, then "Lemmon"

  [[nodiscard]] std::string word_inside(WordId at) const;

  const Reading& reading_;
  const ReadSentence& sentence_;
  const std::vector<bool>& asides_;
  std::vector<Change> changes_;
  std::set<EntityId> told_;
  std::set<std::string> told_texts_;
  std::string text_;
  WordId last_ = language::kNoWord;  ///< the word that was written last, if one was
};

/// Whether leaving out has torn what is left: "… and, with success.", "…, .", one of two dashes.
[[nodiscard]] bool is_torn(std::string_view text);

/// The words alone.
[[nodiscard]] std::string write_words(const Reading& reading, const ReadSentence& sentence,
                                      const std::vector<bool>& asides, Words words);

/// The fullest name of what a mention names, as prompts tell it.
[[nodiscard]] std::string full_name(const Reading& reading, const ReadSentence& sentence,
                                    const Mention& mention);

}  // namespace recto::statements
