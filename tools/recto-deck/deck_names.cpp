#include "tools/recto-deck/deck_names.h"

#include <system_error>

#include "content/base/fold.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

constexpr std::size_t kLongestSlug = 60;

bool is_slug_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
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
  return slug.empty() ? "deck" : slug;
}

bool DeckNames::is_free(const std::filesystem::path& path, const Deck& deck) const {
  if (given_.contains(path)) return false;
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return true;
  const Result<Deck> there = load_deck(path.string());
  return there && there->id == deck.id;
}

std::filesystem::path DeckNames::name_for(const Deck& deck) {
  const std::string slug = slug_of(deck.title);
  std::filesystem::path path = folder_ / (slug + ".deck.json");
  for (int number = 2; !is_free(path, deck); ++number)
    path = folder_ / (slug + "-" + std::to_string(number) + ".deck.json");
  given_.insert(path);
  return path;
}

}  // namespace recto::deck_tool
