// What class names, ids and styles say.
#pragma once

#include <cstdint>
#include <string_view>

namespace recto::reader {

/// Kinds of things that pages call by name in their markup.
enum class Name : std::uint8_t {
  Body,  ///< article-body, entry-content
  Post,  ///< post, entry, article, story
  Comment,
  Related,  ///< related, recommended, more, popular, teaser
  Promo,    ///< newsletter, subscribe, sign-up
  Ad,
  Share,
  Byline,      ///< author, avatar, bio
  Time,        ///< date, published
  Caption,     ///< caption, credit, gallery
  Navigation,  ///< nav, menu, breadcrumb, pagination, toc
  Header,
  Footer,
  Sidebar,
  Tags,     ///< tags, categories
  Summary,  ///< dek, standfirst, kicker, subtitle
  Title,
  Overlay,  ///< popup, cookie, modal
  Login,    ///< login, paywall
  Widget,
  Meta,    ///< meta, info, tools
  Hidden,  ///< hidden, print-only
  Video,
  Embed,      ///< tweet, instagram
  Quote,      ///< pull quote
  Reference,  ///< references, footnotes, infobox
  Product,    ///< price, buy, rating
  Question,   ///< faq, accordion
  Layout,     ///< grid, card, thumbnail
};
inline constexpr int kNames = static_cast<int>(Name::Layout) + 1;

/// A set of them, bit i for Name(i).
using Names = std::uint32_t;
[[nodiscard]] constexpr Names bit(Name name) {
  return Names{1} << static_cast<unsigned>(name);
}

/// What the words of a class or id attribute stand for. Names are split at blanks, "-", "_", ":",
/// "/" and between small and capital letters, and whole words compared: "header" is no "ad".
/// "has-sidebar", "no-comments" say nothing.
[[nodiscard]] Names names_in(std::string_view classes);

/// "sr-only", "visually-hidden": said by screen readers alone.
[[nodiscard]] bool is_for_screen_readers(std::string_view classes);

/// Whether an element with this style attribute is not shown.
[[nodiscard]] bool hides(std::string_view style);

}  // namespace recto::reader
