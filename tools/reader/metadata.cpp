#include "tools/reader/metadata.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/dates.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

constexpr std::size_t kMostTitleWords = 25;

bool is_title_piece(const Piece& piece) {
  if (piece.block.type == BlockType::Heading) return true;
  if (piece.block.type != BlockType::Paragraph && piece.block.type != BlockType::Caption &&
      piece.block.type != BlockType::List)
    return false;
  const std::size_t words = words_of(piece.block.text).size();
  static constexpr std::u32string_view kNoTitleEnds = U".。:：";
  return piece.single && words <= kMostTitleWords &&
         kNoTitleEnds.find(last_letter(piece.block.text)) == std::u32string_view::npos;
}

/// "…/my-first_article.txt" → "my first article".
std::string title_from_name(std::string_view name) {
  name = name.substr(0, name.find_first_of("?#"));
  while (name.ends_with('/'))
    name.remove_suffix(1);
  name = name.substr(name.find_last_of("/\\") + 1);
  if (const std::size_t stop = name.rfind('.'); stop != std::string_view::npos && stop > 0)
    name = name.substr(0, stop);
  std::string title = valid_utf8(name);
  std::replace(title.begin(), title.end(), '_', ' ');
  std::replace(title.begin(), title.end(), '-', ' ');
  title = one_line(title);
  return title.empty() ? "Untitled" : title;
}

bool is_name_word(std::string_view word) {
  return begins_upper(word) || word == "and" || word == "de" || word == "van" || word == "von" ||
         word == "der" || word == "la" || word == "&" || word == "|";
}

/// The people of a byline: "By Ada Lovelace and Mary Somerville". Empty for another line:
/// "By plane".
std::vector<std::string> authors_of_byline(std::string_view text) {
  const auto words = words_of(text);
  const std::string by = words.empty() ? std::string() : fold_case(words[0]);
  const bool byline = by == "by" || by == "von" || by == "par" || by == "por";
  if (!byline || words.size() < 2 || words.size() > 12 || ends_sentence(text)) return {};
  std::vector<std::string> people(1);
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (word == "|" || word == "·" || word == "•" || word == "-" || word == "–") break;
    if (!is_name_word(word)) return {};
    if (word == "and" || word == "&") {
      people.emplace_back();
      continue;
    }
    const bool next = word.ends_with(',');
    if (next) word.remove_suffix(1);
    people.back().append(people.back().empty() ? "" : " ").append(word);
    if (next) people.emplace_back();
  }
  std::erase_if(people, [](const std::string& person) { return person.empty(); });
  return people;
}

/// What a line above the text tells: "Published on 3 May 2021", "By Ada Lovelace | 3 May 2021".
struct Credits {
  std::string date;
  std::vector<std::string> authors;
};

Credits credits_of(std::string_view line) {
  constexpr std::size_t kMostWordsOfAuthor = 4;
  if (const auto date = iso_date(line)) return {*date, {}};
  if (const std::size_t by = line.rfind(" by "); by != std::string_view::npos) {
    const std::string_view author = trimmed(line.substr(by + 4));
    if (const auto date = iso_date(line.substr(0, by));
        date && words_of(author).size() <= kMostWordsOfAuthor)
      return {*date, {std::string(author)}};
  }
  Credits credits{{}, authors_of_byline(line)};
  for (std::size_t bar = line.find(" | ");
       !credits.authors.empty() && credits.date.empty() && bar != std::string_view::npos;) {
    const std::size_t end = std::min(line.find(" | ", bar + 3), line.size());
    credits.date = iso_date(line.substr(bar + 3, end - bar - 3)).value_or("");
    bar = end < line.size() ? end : std::string_view::npos;
  }
  return credits;
}

/// "Alibaba Seeks Funding by web3oclock" below "Alibaba Seeks Funding from State Firms": the title,
/// or three words of its beginning, then "by" and the author.
std::optional<std::string> author_behind_title(std::string_view text, std::string_view title) {
  const std::size_t by = text.rfind(" by ");
  if (by == std::string_view::npos) return std::nullopt;
  const std::string before = fold_case(text.substr(0, by));
  const std::string_view author = trimmed(text.substr(by + 4));
  const bool begins = fold_case(title).starts_with(before);
  if (!begins || words_of(before).size() < 3 || words_of(author).size() > 4) return std::nullopt;
  return std::string(author);
}

class Head {
 public:
  Head(Draft& draft, std::string_view name) : draft_(draft), name_(name) {}

  void take() {
    const auto below =
        std::find_if_not(draft_.pieces.begin(), draft_.pieces.end(),
                         [&](const Piece& piece) { return take_line(piece.block.text); });
    draft_.pieces.erase(draft_.pieces.begin(), below);
    take_title();
    const std::string title = fold_case(draft_.article.title);
    std::erase_if(draft_.pieces, [&](const Piece& piece) {
      return piece.block.type != BlockType::Code && fold_case(piece.block.text) == title;
    });
    // One sentence may stand between title and date: what the article is about.
    bool summary = false;
    std::size_t at = 0;
    for (std::size_t left = kHeadPieces; left > 0 && at < draft_.pieces.size(); --left) {
      if (is_text(draft_.pieces[at])) {
        if (summary || !is_summary(draft_.pieces[at])) break;
        summary = true;
      }
      if (take_line(draft_.pieces[at].block.text))
        draft_.pieces.erase(draft_.pieces.begin() + static_cast<std::ptrdiff_t>(at));
      else
        ++at;
    }
  }

 private:
  void take_title() {
    std::string& title = draft_.article.title;
    if (!title.empty()) return;
    const auto found = find_title();
    if (found == draft_.pieces.end()) {
      title = title_from_name(name_);
      return;
    }
    title = found->block.text;
    draft_.pieces.erase(above_are_menus(found) ? draft_.pieces.begin() : found, found + 1);
  }

  [[nodiscard]] bool above_are_menus(std::vector<Piece>::const_iterator title) const {
    return std::all_of(draft_.pieces.cbegin(), title,
                       [](const Piece& piece) { return is_link_row(piece.block.text); });
  }

  /// The first line, above which a drawing, a table or a menu may stand, when it looks like a
  /// title; else a marked heading of level 1 near the top.
  std::vector<Piece>::iterator find_title() {
    const auto begin = draft_.pieces.begin();
    const auto end = draft_.pieces.end();
    const auto first = std::find_if(begin, end, [](const Piece& piece) {
      return piece.block.type != BlockType::Code && piece.block.type != BlockType::Table;
    });
    const auto below =
        std::find_if(first, end, [](const Piece& piece) { return !is_link_row(piece.block.text); });
    if (below != first && below != end && is_title_piece(*below)) return below;
    const bool alone = first == end || first + 1 == end;
    if (first != end && is_title_piece(*first) &&
        (!alone || first->block.type == BlockType::Heading))
      return first;
    const auto head_end =
        begin + static_cast<std::ptrdiff_t>(std::min(kHeadPieces, draft_.pieces.size()));
    const auto heading = std::find_if(begin, head_end, [](const Piece& piece) {
      return piece.block.type == BlockType::Heading && piece.marked && piece.block.level == 1;
    });
    return heading == head_end ? end : heading;
  }

  static bool is_text(const Piece& piece) {
    return piece.block.type == BlockType::Paragraph && ends_sentence(piece.block.text) &&
           words_of(piece.block.text).size() >= 8;
  }

  static bool is_summary(const Piece& piece) {
    return piece.single && words_of(piece.block.text).size() <= kMostTitleWords;
  }

  bool take_line(std::string_view text) {
    Article& article = draft_.article;
    Credits credits = credits_of(text);
    if (const auto author = author_behind_title(text, article.title)) credits.authors = {*author};
    if (article.published.empty()) article.published = credits.date;
    const bool known = !credits.date.empty() || !credits.authors.empty();
    if (article.authors.empty()) article.authors = std::move(credits.authors);
    return known;
  }

  Draft& draft_;
  std::string_view name_;
};

}  // namespace

bool is_byline_or_date(std::string_view line) {
  const Credits credits = credits_of(line);
  return !credits.date.empty() || !credits.authors.empty();
}

void take_metadata(Draft& draft, std::string_view name) {
  Head(draft, name).take();
}

}  // namespace recto::reader
