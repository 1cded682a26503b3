#include "content/base/container.h"

#include "content/base/bytes.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

constexpr ContainerKind kKind{"sample", 3};

std::string sample() {
  return write_container(kKind, {{"words", "one two three"}, {"about", "{}"}, {"empty", ""}});
}

}  // namespace

TEST_CASE("base: numbers survive being written as bytes and read") {
  for (const std::uint32_t value : {0U, 1U, 127U, 128U, 300U, 16'383U, 16'384U, 0xFFFFFFFFU}) {
    CAPTURE(value);
    std::string bytes;
    append_varint(bytes, value);
    ByteReader reader(bytes);
    CHECK(reader.varint() == value);
    CHECK(reader.ok());
    CHECK(reader.left() == 0);
    std::string fixed;
    append_little_endian(fixed, value, 4);
    CHECK(little_endian(fixed, 0, 4) == value);
    CHECK(little_endian(fixed, 1, 4) == 0);
  }
}

TEST_CASE("base: what ends early or is too large is no number") {
  for (const std::string_view bytes :
       {std::string_view(""), std::string_view("\x80"), std::string_view("\xFF\xFF\xFF\xFF\x1F"),
        std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01")}) {
    ByteReader reader(bytes);
    CHECK(reader.varint() == 0);
    CHECK(!reader.ok());
  }
  ByteReader reader("abc");
  CHECK(reader.text(2) == "ab");
  CHECK(reader.text(2).empty());
  CHECK(!reader.ok());
}

TEST_CASE("base: CRC-32C of RFC 3720, appendix B.4") {
  CHECK(crc32c("123456789") == 0xE3069283);
  CHECK(crc32c(std::string(32, '\0')) == 0x8A9136AA);
  CHECK(crc32c(std::string(32, '\xFF')) == 0x62A8AB43);
  CHECK(crc32c("") == 0);
}

TEST_CASE("base: a container gives its sections back, aligned") {
  const std::string bytes = sample();
  const Container container = test::value(Container::open(bytes, kKind));
  CHECK(container.section("words") == "one two three");
  CHECK(container.section("about") == "{}");
  CHECK(container.section("empty").empty());
  CHECK(container.section("absent").empty());
  CHECK(container.section_count() == 3);
  CHECK(container.section_name(0) == "about");
  CHECK((container.section("words").data() - bytes.data()) % 64 == 0);
  CHECK(container.check());
  CHECK(bytes == sample());
}

TEST_CASE("base: a container of another kind, version or byte order is refused with a reason") {
  const std::string bytes = sample();
  CHECK(Container::open(bytes, {"other", 3}).error().kind == Error::Kind::BadInput);
  CHECK(Container::open(bytes, {"sample", 4}).error().kind == Error::Kind::Unsupported);
  std::string swapped = bytes;
  std::swap(swapped[8], swapped[9]);
  CHECK(Container::open(swapped, kKind).error().kind == Error::Kind::Unsupported);
  std::string layout = bytes;
  layout[10] = 2;
  CHECK(Container::open(layout, kKind).error().kind == Error::Kind::Unsupported);
}

TEST_CASE("base: a container that is cut off or changed anywhere is noticed") {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(Container::open(std::string_view(bytes).substr(0, size), kKind).has_value());
  CHECK_FALSE(Container::open(bytes + '\0', kKind).has_value());
  // All but padding, which nobody reads.
  const std::size_t table_end = 64 + 3 * 64;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool padding =
        (at > 18 && at < 28) || (at >= 44 && at < 64) || (at >= table_end && bytes[at] == '\0');
    if (padding) continue;
    CAPTURE(at);
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    const auto container = Container::open(changed, kKind);
    CHECK_FALSE((container && container->check()));
  }
}

TEST_CASE("base: a table with a right checksum and wrong places is refused") {
  struct Row {
    std::size_t at;
    std::uint64_t value;
  };
  for (const Row& row : {Row{64 + 32, 1}, Row{64 + 32, 1U << 20U}, Row{64 + 32, ~0ULL << 6U},
                         Row{64 + 40, 1U << 20U}, Row{64 + 40, ~0ULL}}) {
    std::string bytes = sample();
    std::string number;
    append_little_endian(number, row.value, 8);
    bytes.replace(row.at, 8, number);
    std::string crc;
    append_little_endian(crc, crc32c(std::string_view(bytes).substr(64, 192)), 4);
    bytes.replace(40, 4, crc);
    CAPTURE(row.value);
    CHECK(Container::open(bytes, kKind).error().kind == Error::Kind::BadInput);
  }
}
