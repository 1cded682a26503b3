#include "content/base/container.h"

#include <cassert>

#include "content/base/bytes.h"

namespace recto {
namespace {

constexpr std::string_view kMagic = "RectoBox";
constexpr std::uint64_t kByteOrderMark = 0xFEFF;
constexpr std::uint64_t kSwappedByteOrderMark = 0xFFFE;
constexpr std::uint64_t kLayout = 1;
constexpr std::size_t kHeaderSize = 64;
constexpr std::size_t kEntrySize = 64;
constexpr std::size_t kKindSize = 16;
constexpr std::size_t kNameSize = 32;

std::string_view without_padding(std::string_view field) {
  return field.substr(0, field.find('\0'));
}

void append_padded(std::string& out, std::string_view text, std::size_t size) {
  assert(!text.empty() && text.size() < size);
  out.append(text).append(size - text.size(), '\0');
}

std::size_t aligned(std::size_t size) {
  return (size + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

tl::unexpected<Error> damaged(std::string what, std::string_view where = {}) {
  return fail(Error::Kind::BadInput, std::move(what), std::string(where), "install the file again");
}

Result<void> check_header(std::string_view bytes, const ContainerKind& kind) {
  if (bytes.size() < kHeaderSize || !bytes.starts_with(kMagic))
    return damaged("it is no data file of Recto");
  const std::uint64_t order = little_endian(bytes, 8, 2);
  if (order == kSwappedByteOrderMark)
    return fail(Error::Kind::Unsupported, "its numbers have another byte order");
  if (order != kByteOrderMark) return damaged("its byte-order mark is none");
  if (without_padding(bytes.substr(12, kKindSize)) != kind.name)
    return damaged("it is another kind of data file than \"" + std::string(kind.name) + "\"");
  if (little_endian(bytes, 10, 2) != kLayout || little_endian(bytes, 28, 2) != kind.version)
    return fail(Error::Kind::Unsupported, "it is of another version than this program", {},
                "install program and data together");
  if (little_endian(bytes, 32, 8) != bytes.size()) return damaged("it is cut off or too long");
  const std::size_t count = little_endian(bytes, 30, 2);
  if (count > kMostSections || bytes.size() - kHeaderSize < count * kEntrySize)
    return damaged("its table is larger than the file");
  const std::string_view table = bytes.substr(kHeaderSize, count * kEntrySize);
  if (crc32c(table) != little_endian(bytes, 40, 4)) return damaged("its table is damaged");
  return {};
}

}  // namespace

std::string write_container(const ContainerKind& kind, const Sections& sections) {
  assert(sections.size() <= kMostSections);
  std::string table;
  std::string content;
  const std::size_t begin = kHeaderSize + sections.size() * kEntrySize;
  for (const auto& [name, bytes] : sections) {
    append_padded(table, name, kNameSize);
    append_little_endian(table, begin + content.size(), 8);
    append_little_endian(table, bytes.size(), 8);
    append_little_endian(table, crc32c(bytes), 4);
    table.append(kEntrySize - table.size() % kEntrySize, '\0');
    content += bytes;
    content.resize(aligned(content.size()), '\0');
  }
  std::string out(kMagic);
  append_little_endian(out, kByteOrderMark, 2);
  append_little_endian(out, kLayout, 2);
  append_padded(out, kind.name, kKindSize);
  append_little_endian(out, kind.version, 2);
  append_little_endian(out, sections.size(), 2);
  append_little_endian(out, begin + content.size(), 8);
  append_little_endian(out, crc32c(table), 4);
  out.resize(kHeaderSize, '\0');
  return out + table + content;
}

Result<Container> Container::open(std::string_view bytes, const ContainerKind& kind) {
  RECTO_TRY(check_header(bytes, kind));
  const Container container(bytes, little_endian(bytes, 30, 2));
  RECTO_TRY(container.check_table());
  return container;
}

std::string_view Container::entry(std::size_t i) const {
  return bytes_.substr(kHeaderSize + i * kEntrySize, kEntrySize);
}

std::string_view Container::section_name(std::size_t i) const {
  return without_padding(entry(i).substr(0, kNameSize));
}

std::string_view Container::content(std::size_t i) const {
  return bytes_.substr(little_endian(entry(i), 32, 8), little_endian(entry(i), 40, 8));
}

Result<void> Container::check_table() const {
  for (std::size_t i = 0; i < count_; ++i) {
    const std::uint64_t offset = little_endian(entry(i), 32, 8);
    const std::uint64_t size = little_endian(entry(i), 40, 8);
    if (offset % kSectionAlignment != 0 || offset > bytes_.size() || size > bytes_.size() - offset)
      return damaged("a section lies outside the file", section_name(i));
    if (i > 0 && section_name(i - 1) >= section_name(i))
      return damaged("its sections are not sorted", section_name(i));
  }
  return {};
}

std::string_view Container::section(std::string_view name) const {
  std::size_t begin = 0;
  std::size_t end = count_;
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (section_name(middle) < name)
      begin = middle + 1;
    else
      end = middle;
  }
  return begin < count_ && section_name(begin) == name ? content(begin) : std::string_view{};
}

Result<void> Container::check() const {
  for (std::size_t i = 0; i < count_; ++i)
    if (crc32c(content(i)) != little_endian(entry(i), 48, 4))
      return damaged("the section is damaged", section_name(i));
  return {};
}

}  // namespace recto
