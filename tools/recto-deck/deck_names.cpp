#include "tools/recto-deck/deck_names.h"

#include <algorithm>
#include <system_error>

#include "content/base/fold.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

constexpr std::size_t kLongestSlug = 60;

bool is_slug_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/// Two articles may share a title and with it a deck id; the same one, updated, keeps half of its
/// passages at least.
bool is_same_article(const Deck& earlier, const Deck& deck) {
  if (earlier.id != deck.id) return false;
  if (earlier.source.sha256 == deck.source.sha256) return true;
  std::set<std::string> texts;
  for (const Passage& passage : deck.passages)
    texts.insert(passage.text);
  const auto kept = std::ranges::count_if(
      earlier.passages, [&](const Passage& passage) { return texts.contains(passage.text); });
  return 2 * static_cast<std::size_t>(kept) >= earlier.passages.size();
}

bool has_hand_work(const Deck& deck) {
  return !deck.dropped.empty() || std::ranges::any_of(deck.cards, [](const Card& card) {
    return card.edited || card.made_by.empty();
  });
}

}  // namespace

std::string slug_of(const std::string& title) {
  std::string slug;
  for (const char letter : without_accents(fold_case(title))) {
    if (is_slug_letter(letter))
      slug += letter;
    else if (letter != '\'' && !slug.empty() && slug.back() != '-')
      slug += '-';
  }
  slug = slug.substr(0, kLongestSlug);
  while (slug.ends_with('-'))
    slug.pop_back();
  return slug;
}

Result<std::filesystem::path> DeckNames::name_for(const Deck& deck) {
  std::string slug = slug_of(deck.title);
  if (slug.empty()) slug = "deck-" + slug_of(deck.id.text);  // a title in another script
  for (std::size_t& number = next_[slug];;) {
    ++number;
    const std::filesystem::path path =
        folder_ / (slug + (number == 1 ? "" : "-" + std::to_string(number)) + ".deck.json");
    if (given_.contains(path)) continue;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
      const Result<Deck> earlier = load_deck(input_of(path.string()));
      if (!earlier || !is_same_article(*earlier, deck)) continue;
      if (has_hand_work(*earlier))
        return fail(Error::Kind::Failed, "this deck holds changes by hand", path.string(),
                    "to keep them: --merge " + path.string() + " -o " + path.string());
    }
    given_.insert(path);
    return path;
  }
}

}  // namespace recto::deck_tool
