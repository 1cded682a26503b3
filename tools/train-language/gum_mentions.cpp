#include "tools/train-language/gum_mentions.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace recto::train {
namespace {

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(by);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view entity_field(std::string_view misc) {
  for (const std::string_view part : split(misc, '|'))
    if (part.starts_with("Entity=")) return part.substr(7);
  return {};
}

/// Reads "(12-person-giv:act-n____-cf1-1,2-coref-Name(13-…)12)": brackets open and close mentions.
class Reader {
 public:
  explicit Reader(std::vector<GumMention>& found) : found_(found) {}

  void read(std::string_view field, std::size_t sentence, language::WordId word) {
    while (!field.empty()) {
      const bool opens = field.front() == '(';
      if (opens) field.remove_prefix(1);
      const std::size_t end = std::min(field.find_first_of("()"), field.size());
      const std::string_view content = field.substr(0, end);
      const bool closes = end < field.size() && field[end] == ')';
      if (opens) open(content, sentence, word);
      if (closes) close(content.substr(0, content.find('-')), word + 1);
      field.remove_prefix(closes ? end + 1 : end);
    }
  }

  void end_sentence() { open_.clear(); }

 private:
  struct Open {
    GumMention mention;
    std::string_view minimal;  ///< "1,2": words of the mention, counted from 1
  };

  void open(std::string_view content, std::size_t sentence, language::WordId word) {
    const auto fields = split(content, '-');
    if (fields.size() < 6) return;
    open_.push_back(
        {{sentence, word, word, std::string(fields[0]), std::string(fields[1]), {}}, fields[5]});
  }

  void close(std::string_view entity, language::WordId end) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) {
      return open.mention.entity == entity;
    });
    if (found == open_.rend()) return;
    GumMention mention = std::move(found->mention);
    mention.end = end;
    for (const std::string_view part : split(found->minimal, ',')) {
      language::WordId number = 0;
      std::from_chars(part.data(), part.data() + part.size(), number);
      if (number > 0) mention.heads.push_back(mention.begin + number - 1);
    }
    open_.erase(std::next(found).base());
    found_.push_back(std::move(mention));
  }

  std::vector<GumMention>& found_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<std::span<const TreebankSentence>> documents(const Treebank& treebank) {
  std::vector<std::span<const TreebankSentence>> all;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= treebank.size(); ++i) {
    if (i < treebank.size() && !treebank[i].begins_document) continue;
    all.push_back(std::span(treebank).subspan(begin, i - begin));
    begin = i;
  }
  return all;
}

std::vector<GumMention> gum_mentions(std::span<const TreebankSentence> document) {
  std::vector<GumMention> found;
  Reader reader(found);
  for (std::size_t sentence = 0; sentence < document.size(); ++sentence) {
    const std::vector<Word>& words = document[sentence].words;
    for (std::size_t word = 0; word < words.size(); ++word)
      reader.read(entity_field(words[word].misc), sentence, static_cast<language::WordId>(word));
    reader.end_sentence();
  }
  return found;
}

std::span<const GumMention> mentions_in(std::span<const GumMention> document,
                                        std::size_t sentence) {
  const auto first = std::ranges::lower_bound(document, sentence, {}, &GumMention::sentence);
  const auto last = std::ranges::upper_bound(document, sentence, {}, &GumMention::sentence);
  return {first, last};
}

}  // namespace recto::train
