#include "tools/reader/docx/package.h"

namespace recto::reader {

/// Relationships of "word/document.xml" stand in "word/_rels/document.xml.rels".
std::string related_part(const Zip& zip, std::string_view part, std::string_view kind) {
  const std::size_t folder = part.rfind('/') + 1;
  const std::string rels =
      std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
  Result<std::string> bytes = zip.read(zip.find(rels));
  Xml xml;
  if (!bytes || !parse_xml(std::move(*bytes), rels, xml)) return {};
  for (const pugi::xml_node relation : xml.document.document_element().children()) {
    const std::string_view type = relation.attribute("Type").value();
    if (type.substr(type.rfind('/') + 1) == kind)
      return zip.find(entry_at(part, relation.attribute("Target").value()));
  }
  return {};
}

bool read_related(const Zip& zip, std::string_view part, std::string_view kind, Xml& xml) {
  const std::string name = related_part(zip, part, kind);
  if (name.empty()) return false;
  Result<std::string> bytes = zip.read(name);
  return bytes && parse_xml(std::move(*bytes), name, xml);
}

}  // namespace recto::reader
