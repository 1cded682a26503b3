// Bad input gets one clear sentence and exit code 1, nothing crashes, nothing is lost.
#include <algorithm>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tests/tools/recto-deck/tool.h"

using namespace recto;
using test::put_file;
using test::Run;
using test::tool;

namespace {

namespace fs = std::filesystem;

/// One sentence that names the input: what is wrong; what to do.
void check_refusal(const Run& run, const std::string& input) {
  CAPTURE(run.err);
  CHECK(run.exit == 1);
  CHECK(run.out.empty());
  CHECK(run.err.starts_with("recto-deck: " + input + ": "));
  CHECK(std::ranges::count(run.err, '\n') == 1);
  CHECK(run.err.find("; ") != std::string::npos);
  CHECK(run.err.find("exception") == std::string::npos);
}

}  // namespace

TEST_CASE("recto-deck: files that are no articles are refused in one sentence") {
  const test::TemporaryFolder folder;
  const std::string zeros(4000, '\0');
  for (const std::string& path :
       {(folder.path() / "missing.txt").string(), put_file(folder, "empty.txt", ""),
        put_file(folder, "blank.txt", " \n\t\n "), put_file(folder, "zeros.txt", zeros),
        put_file(folder, "image.png", "\x89PNG\r\n\x1a\n" + zeros),
        put_file(folder, "paper.pdf", "%PDF-1.4\n1 0 obj\n<<>>"),
        put_file(folder, "book.epub", "PK\x03\x04" + zeros),
        put_file(folder, "page.html", "<!DOCTYPE html><html><body><p>Words.</p></body></html>"),
        std::string("/bin/ls")}) {
    CAPTURE(path);
    for (const char* verb : {"make", "read"})
      check_refusal(tool({verb, path}), path);
  }
}

TEST_CASE("recto-deck: an unreadable file is refused") {
  const test::TemporaryFolder folder;
  const std::string path = put_file(folder, "secret.txt", "Words.");
  fs::permissions(path, fs::perms::none);
  if (::geteuid() == 0) {
    MESSAGE("skipped: root may read everything");
    return;
  }
  check_refusal(tool({"make", path}), path);
}

TEST_CASE("recto-deck: a file that the system does not read is refused") {
  const Run run = tool({"make", "/proc/self/mem"});
  CHECK(run.exit == 1);
  CHECK(run.err == "recto-deck: /proc/self/mem: cannot read it (Input/output error)\n");
  const test::TemporaryFolder folder;
  CHECK(tool({"make", folder.path().string()}).err.find("no article") != std::string::npos);
  CHECK(tool({"show", folder.path().string()}).err.find("is a folder") != std::string::npos);
}

TEST_CASE("recto-deck: text in other encodings is read") {
  const std::string latin1 =
      "Caf\xe9 Z\xfcrich was founded in 1921. It is a well known place "
      "where writers met, and the caf\xe9 still serves them today.\n";
  CHECK(tool({"read", "-"}, latin1).out.find("Café Zürich") != std::string::npos);
  std::string utf16 = "\xff\xfe";
  for (const char letter : std::string("The Institute was founded in 1921 by Ada Brookes."))
    utf16 += std::string{letter, '\0'};
  CHECK(tool({"read", "-"}, utf16).out.find("founded in 1921") != std::string::npos);
}

TEST_CASE("recto-deck: a file of 200 MB is refused before it is read") {
  const test::TemporaryFolder folder;
  const std::string path = put_file(folder, "large.txt", "Words.");
  fs::resize_file(path, 200'000'000);
  // 64 MB of memory for everything: the file does not fit.
  const Run run = test::run("/bin/sh", {"-c", "ulimit -v 262144; exec \"$0\" make \"$1\"",
                                        (test::programs_folder() / "recto-deck").string(), path});
#ifdef __SANITIZE_ADDRESS__
  MESSAGE("skipped: the sanitizer needs the address space");
#else
  check_refusal(run, path);
#endif
}

TEST_CASE("recto-deck: a deck that is broken is refused with the place") {
  const test::TemporaryFolder folder;
  const std::string path = put_file(folder, "a.deck.json", R"({"format": "recto-deck", "version": 1,
      "id": "d", "title": 5, "cards": []})");
  const Run run = tool({"show", path});
  CHECK(run.exit == 1);
  CHECK(run.err == "recto-deck: " + path +
                       ": /title: this must be a string; recto-deck check tells every fault\n");
  CHECK(tool({"merge", path, path}).exit == 1);
  CHECK(tool({"check", "-"}, "no deck").out == "standard input: it is no JSON: line 1, column 2\n");
  const std::string newer =
      put_file(folder, "b.deck.json",
               R"({"format":"recto-deck","version":9,"id":"d","title":"","cards":[]})");
  CHECK(tool({"show", newer}).err.find("a newer Recto") != std::string::npos);
}

TEST_CASE("recto-deck: what cannot be written leaves the old file and no other") {
  const test::TemporaryFolder folder;
  std::string words = "# Long\n\n";
  for (int i = 0; i < 200; ++i)
    words += "The Ketterby Institute of Works number " + std::to_string(i) + " was founded in 19" +
             std::to_string(10 + i % 80) + ".\n\n";
  const std::string article = put_file(folder, "a.md", words);
  const std::string deck = put_file(folder, "a.deck.json", "the old one");

  const Run full =
      test::run("/bin/sh", {"-c", "ulimit -f 8; exec \"$0\" make \"$1\" --min-quality 0 -o \"$2\"",
                            (test::programs_folder() / "recto-deck").string(), article, deck});
  CAPTURE(full.err);
  CHECK(full.exit == 1);
  CHECK(full.err.starts_with("recto-deck: "));
  CHECK(test::value(read_file(deck, 1000)) == "the old one");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 2);

  const std::string nowhere = (folder.path() / "no" / "x.json").string();
  const Run run = tool({"make", article, "--min-quality", "0", "-o", nowhere});
  CHECK(run.exit == 1);
  CHECK(run.err == "recto-deck: " + article + ": " + nowhere + ": there is no folder " +
                       (folder.path() / "no").string() + "; make it first\n");
  CHECK(!fs::exists(folder.path() / "no"));
}

TEST_CASE("recto-deck: a full standard output is an error, not a crash") {
  const Run run = test::run(
      "/bin/sh",
      {"-c", "exec \"$0\" make - >/dev/full", (test::programs_folder() / "recto-deck").string()},
      "The Ketterby Institute was founded in 1921.\n");
  CHECK(run.exit == 1);
  CHECK(run.err.find("standard output could not be written") != std::string::npos);
  CHECK(run.err.find("make room") != std::string::npos);
}

TEST_CASE("X3 recto-deck: an interrupt ends it with 130, also while it waits for input") {
  const test::TemporaryFolder folder;
  const Run run = test::shell(
      folder.path(),
      "sleep 1 | timeout --preserve-status -s INT 0.3 recto-deck make - -o a.deck.json");
  CHECK(run.exit == 130);
  CHECK(test::names_in(folder.path()).empty());
}

TEST_CASE("X3 recto-deck: an interrupt at any moment leaves whole decks and nothing else") {
  const test::TemporaryFolder folder;
  for (int i = 0; i < 60; ++i)
    put_file(folder, "in/" + std::to_string(i) + ".md",
             "# Article " + std::to_string(i) +
                 "\n\nThe Ketterby Institute was founded in 1921 by Ada Brookes.\n");
  std::size_t interrupted = 0;
  for (int round = 0; round < 12; ++round) {
    const Run run = test::shell(folder.path(), "rm -rf out; timeout --preserve-status -s INT 0.0" +
                                                   std::to_string(10 + 5 * round) +
                                                   " recto-deck make in -o out/ --jobs " +
                                                   std::to_string(1 + round % 3));
    interrupted += run.exit == 130 ? 1U : 0U;
    CHECK((run.exit == 130 || run.exit == 0));
    if (!fs::exists(folder.path() / "out")) continue;
    for (const std::string& name : test::names_in(folder.path() / "out")) {
      CHECK(name.ends_with(".deck.json"));
      CHECK(read_deck(test::value(read_file(folder.path() / "out" / name, 1'000'000))));
    }
  }
  CHECK(interrupted > 0);
}
