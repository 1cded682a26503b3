#include "content/words/sorted_lines.h"

#include <algorithm>

#include "tests/support/support.h"

using namespace recto;

TEST_CASE("words: lines are found by their key, with all their values") {
  const std::string text =
      write_sorted_lines({{"b", "2"}, {"a", "1"}, {"b", "1"}, {"ab", ""}, {"b", "2"}});
  CHECK(text == "a\t1\nab\t\nb\t1\nb\t2\n");
  const SortedLines lines(text);
  CHECK(lines.find("a") == "1");
  CHECK(lines.find("ab").empty());
  CHECK(lines.line("ab").first == "ab");
  CHECK(lines.find("b") == "1");
  CHECK(lines.all("b") == std::vector<std::string_view>{"1", "2"});
  CHECK(lines.all("c").empty());
  CHECK(lines.find("").empty());
  CHECK(lines.lines().size() == 4);
  CHECK(split_fields("x\t\ty") == std::vector<std::string_view>{"x", "", "y"});
}

TEST_CASE("words: every line of a table is found") {
  test::for_seeds(200, [](Random& random) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (std::size_t i = random.below(30); i > 0; --i)
      rows.emplace_back(std::string(1 + random.below(5), static_cast<char>('a' + random.below(4))),
                        std::string(random.below(5), 'x'));
    const std::string text = write_sorted_lines(rows);
    const SortedLines lines(text);
    for (const auto& [key, value] : rows) {
      const auto all = lines.all(key);
      CHECK(std::find(all.begin(), all.end(), value) != all.end());
      CHECK(lines.find(key) == all.front());
    }
    CHECK(lines.find("e").empty());
  });
}

TEST_CASE("words: text that is no table is searched without harm") {
  for (const std::string_view text : {std::string_view("\n\n\n"), std::string_view("abc"),
                                      std::string_view("\tx\n\t"), std::string_view("z\ny\nx\n")}) {
    const SortedLines lines(text);
    CHECK(lines.find("q").empty());
    CHECK(lines.all("q").empty());
  }
}
