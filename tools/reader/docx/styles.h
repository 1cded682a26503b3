// What the styles of a Word document say of paragraphs and runs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tools/reader/xml/xml.h"

namespace recto::reader {

/// What a paragraph is by its style.
enum class Role { Body, Title, Author, Date, Heading, Quote, Code, Caption, Furniture };

/// A paragraph or style that states its level alone has the number of its base.
inline constexpr int kInherited = -1;

/// A reference to the numbering of list items; `number` is w:numId or kInherited, 0 for no number.
struct Numbered {
  int number = 0;
  int level = 0;  ///< 0 to 8
};

/// A style with what it inherits. Absent: says nothing.
struct Style {
  std::optional<Role> role;
  int level = 0;  ///< Heading: 1 to 6
  std::optional<Numbered> numbered;
  std::optional<bool> bold;
  std::optional<bool> hidden;
};

/// A run's or a style's w:b, w:vanish …: present without a value means on.
[[nodiscard]] std::optional<bool> toggle(pugi::xml_node properties, std::string_view name);

/// w:numPr of a paragraph's or a style's properties.
[[nodiscard]] std::optional<Numbered> numbered_of(pugi::xml_node properties);

/// `own` where it is complete, else with what `base` says.
[[nodiscard]] std::optional<Numbered> inherited(std::optional<Numbered> own,
                                                std::optional<Numbered> base);

/// w:outlineLvl as a heading's level, 1 to 6; none for body text.
[[nodiscard]] std::optional<int> outline_level(pugi::xml_node properties);

class Styles {
 public:
  Styles() = default;

  /// Reads the root of styles.xml. Built-in styles are known by their names, which are English in
  /// every document; others by the style that they are based on.
  explicit Styles(pugi::xml_node root);

  /// A style of that id, or one that says nothing.
  [[nodiscard]] const Style& find(std::string_view id) const;

  /// Of paragraphs that name none.
  [[nodiscard]] const Style& paragraph_default() const { return find(default_); }

 private:
  std::unordered_map<std::string, Style> styles_;
  std::string default_;
};

}  // namespace recto::reader
