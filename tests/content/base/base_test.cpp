#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <vector>

#include "content/base/digest.h"
#include "content/base/edit_distance.h"
#include "content/base/fold.h"
#include "content/base/id.h"
#include "content/base/random.h"
#include "content/base/result.h"
#include "content/base/utf8.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(Error::Kind::BadInput, "odd", "/n", "add one");
  return number / 2;
}

Result<void> check_half(int number) {
  RECTO_TRY(half(number));
  return {};
}

Result<int> quarter(int number) {
  RECTO_TRY(check_half(number));
  return half(RECTO_TRY(half(number)));
}

char32_t random_code_point(Random& random) {
  static constexpr std::array<char32_t, 4> kTop = {0x80, 0x800, 0x10000, 0x110000};
  while (true) {
    const auto point = static_cast<char32_t>(random.below(kTop[random.below(4)]));
    if (point < 0xD800 || point > 0xDFFF) return point;
  }
}

}  // namespace

TEST_CASE("result: RECTO_TRY gives the value or returns the error") {
  CHECK(quarter(8) == Result<int>(2));
  const auto odd = quarter(6);
  REQUIRE_FALSE(odd);
  CHECK(message(odd.error()) == "/n: odd; add one");
  CHECK(message(Error{Error::Kind::Failed, "no room", "", ""}) == "no room");
}

TEST_CASE("id: ids of one kind order by their text") {
  CHECK(CardId{"a"} < CardId{"b"});
  CHECK(CardId{}.empty());
  static_assert(!std::is_convertible_v<CardId, DeckId>);
}

TEST_CASE("utf8: what is no UTF-8 is found and replaced byte by byte") {
  struct Row {
    std::string_view bytes;
    std::string_view valid;
  };
  for (const Row& row : {
           Row{"Zürich", "Zürich"}, Row{"漢😀", "漢😀"}, Row{"\xC0\xAF", "\uFFFD\uFFFD"},  // overlong
           Row{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // surrogate
           Row{"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // above U+10FFFF
           Row{"a\xE2\x82", "a\uFFFD\uFFFD"},                    // cut off
           Row{"\xE9t\xE9", "\uFFFDt\uFFFD"},                    // Latin-1
       }) {
    CAPTURE(row.bytes);
    CHECK(is_utf8(row.bytes) == (row.bytes == row.valid));
    CHECK(valid_utf8(row.bytes) == row.valid);
  }
}

TEST_CASE("utf8: any code points survive UTF-8, any bytes become valid") {
  test::for_seeds(200, [](Random& random) {
    std::u32string points;
    std::string bytes;
    for (int i = 0; i < 20; ++i) {
      points += random_code_point(random);
      bytes += static_cast<char>(random.below(256));
    }
    CHECK(code_points(to_utf8(points)) == points);
    CHECK(count_code_points(to_utf8(points)) == points.size());
    CHECK(is_utf8(valid_utf8(bytes)));
  });
}

TEST_CASE("utf8: prefixes and blanks are cut between code points") {
  CHECK(prefix_utf8("aé", 2) == "a");
  CHECK(prefix_utf8("aé", 3) == "aé");
  CHECK(is_boundary("aé", 1));
  CHECK_FALSE(is_boundary("aé", 2));
  CHECK(is_boundary("aé", 3));
  CHECK_FALSE(is_boundary("aé", 4));
  CHECK(trimmed(" \t\u00A0a b\u00A0\n") == "a b");
  CHECK(trimmed(" \u00A0 ").empty());
}

TEST_CASE("fold: texts that a person calls the same become the same") {
  CHECK(fold_spelling("  “Tongyi\u00A0 Wanxiang” – it’s\n") == "\"Tongyi Wanxiang\" - it's");
  CHECK(fold_spelling("co\u00ADoperate") == "cooperate");
  CHECK(fold_spelling("ﬁve") == "five");
  CHECK(fold_case("STRASSE") == fold_case("straße"));
  CHECK(fold_case("É") == fold_case("e\u0301"));
  CHECK(without_accents("São Tomé, Łódź, Ørsted") == "Sao Tome, Lodz, Orsted");
}

TEST_CASE("fold: folding twice is folding once") {
  test::for_seeds(300, [](Random& random) {
    std::u32string points;
    for (int i = 0; i < 12; ++i)
      points += random_code_point(random);
    const std::string once = fold_case(to_utf8(points));
    CHECK(fold_case(once) == once);
  });
}

TEST_CASE("edit distance: known distances") {
  struct Row {
    std::u32string_view a;
    std::u32string_view b;
    int distance;
  };
  for (const Row& row : {Row{U"", U"", 0}, Row{U"abc", U"", 3}, Row{U"kitten", U"sitting", 3},
                         Row{U"Castile", U"Castille", 1}, Row{U"form", U"from", 1},
                         Row{U"ca", U"abc", 3}, Row{U"Łódź", U"Lodz", 3}}) {
    CHECK(edit_distance(row.a, row.b) == row.distance);
    CHECK(edit_distance(row.b, row.a) == row.distance);
  }
  CHECK(likeness("", "") == 1.0);
  CHECK(likeness("abcd", "abce") == doctest::Approx(0.75));
}

TEST_CASE("random: draws are the same everywhere and without bias") {
  Random random(42);
  CHECK(random() == 13930160852258120406ULL);  // std::mt19937_64, seed 42, first output
  std::array<int, 6> faces{};
  for (int i = 0; i < 60'000; ++i)
    ++faces[random.below(6)];
  for (const int count : faces)
    CHECK(std::abs(count - 10'000) < 500);
  std::vector<int> numbers(100);
  std::iota(numbers.begin(), numbers.end(), 0);
  std::vector<int> shuffled = numbers;
  random.shuffle(shuffled);
  CHECK(shuffled != numbers);
  std::ranges::sort(shuffled);
  CHECK(shuffled == numbers);
  for (int i = 0; i < 1000; ++i) {
    const double draw = random.unit();
    CHECK((draw >= 0.0 && draw < 1.0));
  }
}

TEST_CASE("digest: SHA-256, FIPS 180-4 examples") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(short_digest("abc") == "xj4bnp4pahh6");
}
