#include "game/screens/palette/palette_view.h"

#include <algorithm>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

/// Whoever does not see it among these types another letter.
constexpr std::size_t kMostEntries = 60;

std::string folded(std::string_view text) {
  return without_accents(fold_case(text));
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool has_in_order(std::string_view letters, std::string_view text) {
  std::size_t found = 0;
  for (const char letter : text)
    if (found < letters.size() && letters[found] == letter) ++found;
  return found == letters.size();
}

std::optional<int> match_word(const std::string& word, const std::string& text) {
  if (text.starts_with(word)) return 0;
  if (text.find(" " + word) != std::string::npos) return 1;
  if (text.find(word) != std::string::npos) return 2;
  // A letter or two are in almost every title.
  if (word.size() >= 3 && has_in_order(word, text)) return 3;
  return std::nullopt;
}

class Finder {
 public:
  explicit Finder(std::string_view query) : query_(query) {}

  void offer(PaletteEntry entry) {
    if (const auto score = match(query_, entry.title))
      found_.emplace_back(*score, std::move(entry));
  }
  std::vector<PaletteEntry> take() {
    std::ranges::stable_sort(found_, {}, &std::pair<int, PaletteEntry>::first);
    if (found_.size() > kMostEntries) found_.resize(kMostEntries);
    std::vector<PaletteEntry> entries;
    for (auto& [score, entry] : found_)
      entries.push_back(std::move(entry));
    return entries;
  }

 private:
  std::string_view query_;
  std::vector<std::pair<int, PaletteEntry>> found_;
};

}  // namespace

std::optional<int> match(std::string_view query, std::string_view text) {
  const std::string within = folded(text);
  int sum = 0;
  for (const std::string& word : words_of(folded(query))) {
    const std::optional<int> score = match_word(word, within);
    if (!score) return std::nullopt;
    sum += *score;
  }
  return sum;
}

bool has_words(std::string_view query, std::string_view text) {
  const std::string within = folded(text);
  return std::ranges::all_of(words_of(folded(query)), [&](const std::string& word) {
    return within.find(word) != std::string::npos;
  });
}

PaletteView find_commands(std::string_view query, std::size_t chosen, const Place& place,
                          std::span<const progress::DeckLine> decks,
                          std::span<const StudyCommand> card) {
  Finder finder(query);
  for (const StudyCommand& command : card)
    finder.offer({command.icon, command.label, "this card", command.key, command.action});
  for (const Command& command : all_commands())
    if (command.id != CommandId::OpenPalette && applies(command, place))
      finder.offer({std::string(command.icon), std::string(command.title), "",
                    in_words(command.key), command.id});
  for (const progress::DeckLine& deck : decks)
    finder.offer({"library_books", title_in_words(deck.title), "study", "", deck.id});
  PaletteView view{finder.take(), 0};
  if (!view.entries.empty()) view.chosen = std::min(chosen, view.entries.size() - 1);
  return view;
}

}  // namespace recto::screens
