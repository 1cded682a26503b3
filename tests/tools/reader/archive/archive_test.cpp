#include "tools/reader/archive/archive.h"

#include <zlib.h>

#include "tests/support/support.h"
#include "tests/tools/reader/zip_writer.h"

namespace recto::reader {
namespace {

using test::zip_of;

Zip opened(std::string_view bytes, const ArchiveLimits& limits = {}) {
  return test::value(Zip::open(bytes, limits));
}

std::string gzip_of(std::string text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

TEST_CASE("reader: a zip archive gives its files by name") {
  const std::string bytes = zip_of({{"a.txt", "reed"}, {"Text/Bé.html", "willow"}, {"empty", ""}});
  const Zip zip = opened(bytes);
  CHECK(zip.names() == std::vector<std::string>{"a.txt", "Text/Bé.html", "empty"});
  CHECK(test::value(zip.read("Text/Bé.html")) == "willow");
  CHECK(test::value(zip.read("a.txt")) == "reed");
  CHECK(test::value(zip.read("empty")).empty());
  CHECK(zip.find("text/bé.HTML") == "Text/Bé.html");
  CHECK(zip.find("b.txt").empty());
  CHECK(zip.size_of("a.txt") == 4);
  CHECK(zip.read("b.txt").error().kind == Error::Kind::NotFound);
}

TEST_CASE("reader: names that lead out of a zip archive do not exist") {
  const std::string bytes = zip_of({{"../a.txt", "1"},
                                    {"x/../../b.txt", "2"},
                                    {"/etc/c.txt", "3"},
                                    {"C:\\d.txt", "4"},
                                    {"..\\e.txt", "5"},
                                    {"new\nline.txt", "6"},
                                    {"dir\\f.txt", "7"},
                                    {"./g.txt", "8"},
                                    {"folder/", ""}});
  CHECK(opened(bytes).names() == std::vector<std::string>{"dir/f.txt", "g.txt"});
}

TEST_CASE("reader: of two entries with one name the first counts") {
  const std::string bytes =
      test::patched(zip_of({{"one.txt", "first"}, {"two.txt", "second"}}), "two.txt", "one.txt");
  const Zip zip = opened(bytes);
  CHECK(zip.names() == std::vector<std::string>{"one.txt"});
  CHECK(test::value(zip.read("one.txt")) == "first");
}

TEST_CASE("F6 reader: zip bombs are refused before they fill the memory") {
  const std::string zeros(8 << 20, '\0');
  const std::string bytes = zip_of({{"bomb", zeros}, {"text", "reed"}});
  const Zip zip = opened(bytes);
  const auto bomb = zip.read("bomb");
  REQUIRE_FALSE(bomb.has_value());
  CHECK(bomb.error().kind == Error::Kind::BadInput);
  CHECK(test::value(zip.read("text")) == "reed");

  const Zip small = opened(bytes, {.entry_bytes = 3});
  CHECK_FALSE(small.read("text").has_value());
  const Zip twice = opened(bytes, {.total_bytes = 6});
  CHECK(twice.read("text").has_value());
  CHECK_FALSE(twice.read("text").has_value());
}

TEST_CASE("F6 reader: an entry that unpacks to more than it states is refused") {
  // "reed" stored in 4 bytes, stated as 3 in the local header and the directory.
  const std::string four("\4\0\0\0\4\0\0\0", 8);
  const std::string three("\4\0\0\0\3\0\0\0", 8);
  const std::string bytes = test::patched(zip_of({{"text", "reed"}}), four, three);
  CHECK_FALSE(opened(bytes).read("text").has_value());
}

TEST_CASE("F6 reader: an archive of 65,536 entries is refused") {
  test::ZipFiles files;
  for (int i = 0; i < 65'536; ++i)
    files.emplace_back(std::to_string(i), "");
  const std::string bytes = zip_of(files);
  const auto zip = Zip::open(bytes);
  REQUIRE_FALSE(zip.has_value());
  CHECK(zip.error().what == "this zip archive has 65536 entries, too many for an article");
}

TEST_CASE("F6 reader: a protected zip archive is refused with the reason") {
  const std::string bytes = zip_of({{"a.txt", "reed"}}, "secret");
  const auto text = opened(bytes).read("a.txt");
  REQUIRE_FALSE(text.has_value());
  CHECK(text.error().kind == Error::Kind::Unsupported);
  CHECK(text.error().what == "this file is protected by a password");
}

TEST_CASE("F6 reader: every cut of a zip archive gives an error or its files") {
  const std::string whole = zip_of({{"a.txt", "reed"}, {"b.txt", std::string(300, 'x')}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(Zip::open(std::string_view(whole).substr(0, size)).has_value());
  }
}

TEST_CASE("F6 reader: damaged zip archives never break the reader") {
  const std::string whole = zip_of({{"a.txt", "reed"}, {"b.txt", std::string(300, 'x')}});
  test::for_seeds(2000, [&](Random& random) {
    std::string bytes = whole;
    for (int i = 0; i < 3; ++i)
      bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
    const auto zip = Zip::open(bytes);
    if (!zip) return;
    for (const std::string& name : zip->names())
      if (const auto text = zip->read(name)) CHECK(text->size() == zip->size_of(name));
  });
}

TEST_CASE("reader: gzip gives what it holds, all members of it") {
  const std::string packed = gzip_of("The reed ") + gzip_of("grows.");
  CHECK(test::value(gunzip(packed)) == "The reed grows.");
  CHECK(test::value(gunzip(packed + std::string(512, '\0'))) == "The reed grows.");
  CHECK(test::value(gunzip(gzip_of(""))).empty());
}

TEST_CASE("F6 reader: gzip that is cut off, damaged or a bomb is refused") {
  const std::string packed = gzip_of("The reed grows in water.");
  for (std::size_t size = 0; size < packed.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(gunzip(std::string_view(packed).substr(0, size)).has_value());
  }
  std::string damaged = packed;
  damaged[damaged.size() - 6] ^= 1;  // its checksum
  CHECK_FALSE(gunzip(damaged).has_value());
  const auto bomb = gunzip(gzip_of(std::string(8 << 20, '\0')));
  REQUIRE_FALSE(bomb.has_value());
  CHECK(bomb.error().what == "it unpacks to more than an article needs");
}

TEST_CASE("reader: links between the files of an archive") {
  struct Row {
    const char* from;
    const char* target;
    const char* entry;
  };
  for (const Row& row :
       {Row{"OEBPS/text/1.xhtml", "../toc.ncx#top", "OEBPS/toc.ncx"},
        Row{"content.opf", "a%20b.html?x", "a b.html"},
        Row{"OEBPS/content.opf", "text/./1.xhtml", "OEBPS/text/1.xhtml"},
        Row{"a/b.xml", "/word/document.xml", "word/document.xml"},
        Row{"a/b.xml", "../../etc/passwd", ""}, Row{"a/b.xml", "%2e%2e/%2e%2e/c", ""},
        Row{"a/b.xml", "https://example.org/x", ""}, Row{"a/b.xml", "#top", ""},
        Row{"a/b.xml", "100%.html", "a/100%.html"}}) {
    CAPTURE(row.target);
    CHECK(entry_at(row.from, row.target) == row.entry);
  }
}

}  // namespace recto::reader
