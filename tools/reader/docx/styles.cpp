#include "tools/reader/docx/styles.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/base/fold.h"

namespace recto::reader {
namespace {

constexpr int kDeepestHeading = 6;

/// Style names of Word, LibreOffice, Google Docs and pandoc, folded.
constexpr std::array<std::pair<std::string_view, Role>, 40> kRoles{{
    {"title", Role::Title},
    {"author", Role::Author},
    {"authors", Role::Author},
    {"date", Role::Date},
    {"quote", Role::Quote},
    {"intense quote", Role::Quote},
    {"quotations", Role::Quote},
    {"block text", Role::Quote},
    {"block quote", Role::Quote},
    {"blockquote", Role::Quote},
    {"html preformatted", Role::Code},
    {"preformatted text", Role::Code},
    {"source code", Role::Code},
    {"code", Role::Code},
    {"code block", Role::Code},
    {"macro", Role::Code},
    {"macro text", Role::Code},
    {"caption", Role::Caption},
    {"illustration", Role::Caption},
    {"drawing", Role::Caption},
    {"figure", Role::Caption},
    {"header", Role::Furniture},
    {"footer", Role::Furniture},
    {"header left", Role::Furniture},
    {"header right", Role::Furniture},
    {"footer left", Role::Furniture},
    {"footer right", Role::Furniture},
    {"footnote", Role::Furniture},
    {"footnote text", Role::Furniture},
    {"endnote", Role::Furniture},
    {"endnote text", Role::Furniture},
    {"bibliography", Role::Furniture},
    {"toc heading", Role::Furniture},
    {"contents heading", Role::Furniture},
    {"index heading", Role::Furniture},
    {"table of figures", Role::Furniture},
    {"table of authorities", Role::Furniture},
    {"toa heading", Role::Furniture},
    {"comment text", Role::Furniture},
    {"annotation text", Role::Furniture},
}};

/// The number behind `word`: 3 of "heading 3"; 0 for another name.
int number_behind(std::string_view name, std::string_view word) {
  if (!name.starts_with(word) || name.size() != word.size() + 1) return 0;
  const char digit = name.back();
  return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

/// What the style says by itself.
Style own_style(pugi::xml_node node) {
  Style style;
  const std::string name = fold_case(attribute_named(child_named(node, "name"), "val"));
  const auto* const known = std::find_if(kRoles.begin(), kRoles.end(),
                                         [&](const auto& entry) { return entry.first == name; });
  const pugi::xml_node paragraph = child_named(node, "pPr");
  const std::optional<int> outline = outline_level(paragraph);
  if (known != kRoles.end()) {
    style.role = known->second;
  } else if (const int level = number_behind(name, "heading "); level > 0 || outline) {
    style.role = Role::Heading;
    style.level = std::min(level > 0 ? level : *outline, kDeepestHeading);
  } else if (number_behind(name, "toc ") > 0 || number_behind(name, "contents ") > 0 ||
             number_behind(name, "index ") > 0) {
    style.role = Role::Furniture;
  } else if (name.ends_with("caption")) {  // "Image Caption", "TableCaption"
    style.role = Role::Caption;
  } else if (name == "normal" || name == "subtitle") {
    style.role = Role::Body;
  }
  style.numbered = numbered_of(paragraph);
  const pugi::xml_node run = child_named(node, "rPr");
  style.bold = toggle(run, "b");
  style.hidden = toggle(run, "vanish");
  return style;
}

void inherit(Style& style, const Style& base) {
  if (!style.role) {
    style.role = base.role;
    style.level = base.level;
  }
  style.numbered = inherited(style.numbered, base.numbered);
  if (!style.bold) style.bold = base.bold;
  if (!style.hidden) style.hidden = base.hidden;
}

}  // namespace

std::optional<bool> toggle(pugi::xml_node properties, std::string_view name) {
  const pugi::xml_node node = child_named(properties, name);
  if (!node) return std::nullopt;
  const std::string_view value = attribute_named(node, "val");
  return value != "0" && value != "false" && value != "off";
}

std::optional<Numbered> numbered_of(pugi::xml_node properties) {
  const pugi::xml_node node = child_named(properties, "numPr");
  const pugi::xml_node number = child_named(node, "numId");
  const pugi::xml_node level = child_named(node, "ilvl");
  if (!number && !level) return std::nullopt;
  return Numbered{number ? number.first_attribute().as_int() : kInherited,
                  std::clamp(level.first_attribute().as_int(), 0, 8)};
}

std::optional<Numbered> inherited(std::optional<Numbered> own, std::optional<Numbered> base) {
  if (!own || !base || own->number != kInherited) return own ? own : base;
  return Numbered{base->number, own->level};
}

std::optional<int> outline_level(pugi::xml_node properties) {
  const pugi::xml_node node = child_named(properties, "outlineLvl");
  const int level = node.first_attribute().as_int(9);
  if (!node || level < 0 || level > 8) return std::nullopt;
  return std::min(level + 1, kDeepestHeading);
}

Styles::Styles(pugi::xml_node root) {
  std::unordered_map<std::string, std::string> bases;
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node.name()) != "style") continue;
    const std::string id(attribute_named(node, "styleId"));
    const std::string_view is_default = attribute_named(node, "default");
    if (attribute_named(node, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
      default_ = id;
    bases[id] = attribute_named(child_named(node, "basedOn"), "val");
    styles_[id] = own_style(node);
  }
  // Own values first: what a style inherits must not depend on the order of the file.
  const std::unordered_map<std::string, Style> own = styles_;
  for (auto& [id, style] : styles_) {
    const std::string* base = &bases[id];
    for (int depth = 0; depth < 20; ++depth) {  // ends rings, too
      const auto found = own.find(*base);
      if (found == own.end()) break;
      inherit(style, found->second);
      base = &bases[*base];
    }
  }
}

const Style& Styles::find(std::string_view id) const {
  static const Style kSilent;
  const auto found = styles_.find(std::string(id));
  return found == styles_.end() ? kSilent : found->second;
}

}  // namespace recto::reader
