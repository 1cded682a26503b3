#include "tools/reader/epub/package.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "content/base/fold.h"
#include "tools/reader/dates.h"
#include "tools/reader/shape.h"
#include "tools/reader/xml/xml.h"

namespace recto::reader {
namespace {

constexpr const char* kContainer = "META-INF/container.xml";
/// A nested table of contents is searched line by line for each line; books of laws have 5,000.
constexpr std::size_t kMostContents = 10'000;
constexpr std::size_t kMostNames = 100;  ///< of titles and of authors

constexpr const char* kEncryption = "META-INF/encryption.xml";

std::string line_below(pugi::xml_node node) {
  return one_line(text_below(node));
}

Result<void> read_xml(const Zip& zip, const std::string& name, Xml& xml) {
  std::string bytes = RECTO_TRY(zip.read(name));
  return parse_xml(std::move(bytes), name, xml);
}

/// Fonts may be scrambled in an open book; anything else that is encrypted is copy protection.
struct ProtectionVisitor {
  bool found = false;

  bool enter(pugi::xml_node node) {
    if (local_name(node.name()) != "EncryptionMethod") return true;
    const std::string_view algorithm = node.attribute("Algorithm").value();
    found = found || (algorithm != "http://www.idpf.org/2008/embedding" &&
                      algorithm != "http://ns.adobe.com/pdf/enc#RC");
    return true;
  }
  void leave(pugi::xml_node /*node*/) {}
};

bool is_protected(const Zip& zip) {
  Xml xml;
  ProtectionVisitor visitor;
  if (!zip.find(kEncryption).empty() && read_xml(zip, zip.find(kEncryption), xml))
    walk(xml.document.root(), visitor);
  return visitor.found;
}

/// The package file that the container names first, else the only .opf.
std::string package_of(const Zip& zip) {
  Xml xml;
  if (read_xml(zip, zip.find(kContainer), xml)) {
    const pugi::xml_node files = child_named(xml.document.document_element(), "rootfiles");
    const pugi::xml_node file = child_named(files, "rootfile");
    std::string name = zip.find(entry_at("", file.attribute("full-path").value()));
    if (!name.empty()) return name;
  }
  for (const std::string& name : zip.names())
    if (fold_case(name).ends_with(".opf")) return name;
  return {};
}

/// What <meta refines="#id" property="name"> says of the element `node`.
std::string refinement(pugi::xml_node metadata, pugi::xml_node node, std::string_view property) {
  const std::string target = std::string("#") + node.attribute("id").value();
  if (target.size() > 1)
    for (const pugi::xml_node meta : metadata.children())
      if (meta.attribute("refines").value() == target &&
          meta.attribute("property").value() == property)
        return line_below(meta);
  return {};
}

std::string title_of(pugi::xml_node metadata) {
  std::string first;
  std::size_t seen = 0;
  for (const pugi::xml_node node : metadata.children()) {
    if (local_name(node.name()) != "title" || ++seen > kMostNames) continue;
    std::string title = line_below(node);
    if (refinement(metadata, node, "title-type") == "main") return title;
    if (first.empty()) first = std::move(title);
  }
  return first;
}

std::vector<std::string> authors_of(pugi::xml_node metadata) {
  std::vector<std::string> authors;
  std::size_t seen = 0;
  for (const pugi::xml_node node : metadata.children()) {
    if (local_name(node.name()) != "creator" || ++seen > kMostNames) continue;
    std::string role(attribute_named(node, "role"));
    if (role.empty()) role = refinement(metadata, node, "role");
    std::string person = line_below(node);
    if ((role.empty() || role == "aut") && !person.empty() && fold_case(person) != "unknown")
      authors.push_back(std::move(person));
  }
  return authors;
}

/// Years below 1000 are programs' zero: "0101-01-01".
std::string date_of(pugi::xml_node metadata) {
  std::string first;
  for (const pugi::xml_node node : metadata.children()) {
    if (local_name(node.name()) != "date") continue;
    const std::string_view event = attribute_named(node, "event");
    const std::string text = line_below(node);
    const bool year = text.size() == 4 && std::all_of(text.begin(), text.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
    std::string date = year ? text : iso_date(text).value_or("");
    if (date.starts_with('0')) date.clear();
    if (event == "publication" && !date.empty()) return date;
    if (event.empty() && first.empty()) first = std::move(date);
  }
  return first;
}

/// The address of a book or article on the web, where its identifier or source is one.
std::string url_of(pugi::xml_node metadata) {
  for (const std::string_view name : {"identifier", "source"})
    for (const pugi::xml_node node : metadata.children()) {
      if (local_name(node.name()) != name) continue;
      std::string url = line_below(node);
      if (url.starts_with("url:")) url.erase(0, 4);
      if (url.starts_with("http://") || url.starts_with("https://")) return url;
    }
  return {};
}

Article about_of(pugi::xml_node metadata) {
  Article about;
  about.title = title_of(metadata);
  about.authors = authors_of(metadata);
  about.published = date_of(metadata);
  about.language = line_below(child_named(metadata, "language"));
  if (about.language == "und") about.language.clear();
  about.site = line_below(child_named(metadata, "publisher"));
  about.url = url_of(metadata);
  return about;
}

struct ManifestItem {
  std::string file;
  std::string media;
  std::string properties;
};
using Manifest = std::map<std::string, ManifestItem>;  ///< by id

Manifest manifest_of(const Zip& zip, const std::string& package, pugi::xml_node root) {
  Manifest manifest;
  for (const pugi::xml_node item : child_named(root, "manifest").children())
    manifest.emplace(
        item.attribute("id").value(),
        ManifestItem{zip.find(entry_at(package, item.attribute("href").value())),
                     item.attribute("media-type").value(), item.attribute("properties").value()});
  return manifest;
}

bool has_word(std::string_view list, std::string_view word) {
  const auto words = words_of(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Files outside the order of reading (linear="no") are notes and covers, unless all are.
std::vector<std::string> files_of(pugi::xml_node spine, const Manifest& manifest) {
  std::vector<std::string> linear;
  std::vector<std::string> all;
  std::set<std::string> known;
  for (const pugi::xml_node reference : spine.children()) {
    const auto item = manifest.find(reference.attribute("idref").value());
    if (item == manifest.end()) continue;
    const auto& [file, media, properties] = item->second;
    const bool page = media == "application/xhtml+xml" || media == "text/html" || media.empty();
    if (file.empty() || !page || has_word(properties, "nav") || !known.insert(file).second)
      continue;
    all.push_back(file);
    if (std::string_view(reference.attribute("linear").value()) != "no") linear.push_back(file);
  }
  return linear.empty() ? all : linear;
}

/// EPUB 2: <navPoint> with <navLabel> and <content src>, nested.
struct NcxVisitor {
  const Zip& zip;
  const std::string& file;
  std::vector<ContentsLine>& lines;
  int depth = 0;

  bool enter(pugi::xml_node node) {
    const std::string_view name = local_name(node.name());
    if (name == "pageList" || name == "navList" || lines.size() >= kMostContents) return false;
    if (name != "navPoint") return true;
    const std::string_view target = child_named(node, "content").attribute("src").value();
    lines.push_back(
        {line_below(child_named(node, "navLabel")), zip.find(entry_at(file, target)), depth});
    ++depth;
    return true;
  }
  void leave(pugi::xml_node node) {
    if (local_name(node.name()) == "navPoint") --depth;
  }
};

/// EPUB 3: <nav epub:type="toc"> with nested <ol>, <li> and <a> or <span>; landmarks alike.
struct NavVisitor {
  const Zip& zip;
  const std::string& file;
  std::vector<ContentsLine>& lines;
  std::set<std::string>& furniture;
  std::string_view kind;  ///< of the <nav> that is being read
  int depth = -1;

  bool enter(pugi::xml_node node) {
    const std::string_view name = local_name(node.name());
    if (name == "nav") {
      kind = attribute_named(node, "type");
      depth = -1;
    }
    if (name == "ol") ++depth;
    if (name == "a" || name == "span") return take(node);
    return true;
  }
  void leave(pugi::xml_node node) {
    if (local_name(node.name()) == "ol") --depth;
  }

 private:
  bool take(pugi::xml_node node) {
    const std::string target = zip.find(entry_at(file, node.attribute("href").value()));
    if (kind == "landmarks" && is_furniture_kind(attribute_named(node, "type")))
      furniture.insert(target);
    if (kind == "toc" && depth >= 0 && lines.size() < kMostContents)
      lines.push_back({line_below(node), target, depth});
    return false;
  }
};

void read_contents(const Zip& zip, const Manifest& manifest, Book& book) {
  std::string ncx;
  for (const auto& [id, item] : manifest) {
    Xml xml;
    if (item.media == "application/x-dtbncx+xml") ncx = item.file;
    if (!has_word(item.properties, "nav") || !read_xml(zip, item.file, xml)) continue;
    NavVisitor visitor{zip, item.file, book.contents, book.furniture, {}, -1};
    walk(xml.document.root(), visitor);
    book.furniture.insert(item.file);
  }
  Xml xml;
  if (book.contents.empty() && !ncx.empty() && read_xml(zip, ncx, xml)) {
    NcxVisitor visitor{zip, ncx, book.contents, 0};
    walk(xml.document.root(), visitor);
  }
}

void read_guide(const Zip& zip, const std::string& package, pugi::xml_node guide, Book& book) {
  for (const pugi::xml_node reference : guide.children())
    if (is_furniture_kind(reference.attribute("type").value()))
      book.furniture.insert(zip.find(entry_at(package, reference.attribute("href").value())));
}

}  // namespace

bool is_furniture_kind(std::string_view kind) {
  static constexpr std::array<std::string_view, 32> kKinds{"cover",
                                                           "titlepage",
                                                           "title-page",
                                                           "halftitlepage",
                                                           "halftitle",
                                                           "half-title",
                                                           "copyright",
                                                           "copyright-page",
                                                           "toc",
                                                           "landmarks",
                                                           "page-list",
                                                           "loi",
                                                           "lot",
                                                           "loa",
                                                           "lov",
                                                           "index",
                                                           "bibliography",
                                                           "notes",
                                                           "footnotes",
                                                           "endnotes",
                                                           "rearnotes",
                                                           "colophon",
                                                           "imprint",
                                                           "imprimatur",
                                                           "dedication",
                                                           "contributors",
                                                           "errata",
                                                           "other-credits",
                                                           "seriespage",
                                                           "keywords",
                                                           "revision-history",
                                                           "other.credits"};
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

Result<Book> read_package(const Zip& zip) {
  if (is_protected(zip))
    return fail(Error::Kind::Unsupported, "this EPUB book is protected against copying", {},
                "ask the shop for an edition without DRM");
  const std::string package = package_of(zip);
  if (package.empty())
    return fail(Error::Kind::BadInput, "this EPUB book is damaged: it has no list of its files", {},
                "download it again");
  Xml xml;
  RECTO_TRY(read_xml(zip, package, xml));
  const pugi::xml_node root = xml.document.document_element();
  const Manifest manifest = manifest_of(zip, package, root);
  Book book;
  book.about = about_of(child_named(root, "metadata"));
  book.files = files_of(child_named(root, "spine"), manifest);
  read_contents(zip, manifest, book);
  read_guide(zip, package, child_named(root, "guide"), book);
  return book;
}

}  // namespace recto::reader
