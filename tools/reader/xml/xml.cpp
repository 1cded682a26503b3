#include "tools/reader/xml/xml.h"

#include <algorithm>
#include <utility>

#include "content/base/utf8.h"

namespace recto::reader {
namespace {

struct TextVisitor {
  std::string text;

  bool enter(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    return true;
  }
  void leave(pugi::xml_node /*node*/) {}
};

}  // namespace

Result<void> parse_xml(std::string bytes, std::string_view name, Xml& xml) {
  const std::string quoted = "\"" + std::string(name) + "\"";
  const auto tags = std::count(bytes.begin(), bytes.end(), '<');
  if (static_cast<std::size_t>(tags) > kMostXmlTags)
    return fail(Error::Kind::BadInput, quoted + " inside is too large for an article", {},
                "save the document in parts");
  xml.bytes = std::move(bytes);
  const pugi::xml_parse_result parsed = xml.document.load_buffer_inplace(
      xml.bytes.data(), xml.bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed)
    return fail(Error::Kind::BadInput, quoted + " inside is damaged", {},
                "open the file in the program that made it and save it again");
  return {};
}

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children())
    if (local_name(child.name()) == name) return child;
  return {};
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes())
    if (local_name(attribute.name()) == name) return attribute.value();
  return {};
}

std::string text_below(pugi::xml_node node) {
  TextVisitor visitor;
  walk(node, visitor);
  return valid_utf8(visitor.text);
}

}  // namespace recto::reader
