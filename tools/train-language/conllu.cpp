#include "tools/train-language/conllu.h"

#include <array>
#include <charconv>
#include <optional>

namespace recto::train {
namespace {

constexpr std::size_t kColumns = 10;

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string field(std::string_view column) {
  return column == "_" ? std::string() : std::string(column);
}

class Parser {
 public:
  Result<Treebank> parse(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      RECTO_TRY(take(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    RECTO_TRY(end_sentence());
    return std::move(treebank_);
  }

 private:
  [[nodiscard]] tl::unexpected<Error> wrong(std::string what) const {
    return fail(Error::Kind::BadInput, std::move(what), "line " + std::to_string(line_));
  }

  Result<void> take(std::string_view line) {
    if (line.empty()) return end_sentence();
    if (line[0] != '#') return take_row(line);
    if (line.starts_with("# text = "))
      sentence_.text = line.substr(9);
    else if (line.starts_with("# newdoc"))
      sentence_.begins_document = true;
    else if (line.starts_with("# newpar"))
      sentence_.begins_paragraph = true;
    return {};
  }

  Result<void> take_row(std::string_view line) {
    std::array<std::string_view, kColumns> columns;
    std::size_t count = 0;
    for (std::string_view rest = line; count < kColumns; ++count) {
      const std::size_t tab = rest.find('\t');
      columns.at(count) = rest.substr(0, tab);
      rest = tab == std::string_view::npos ? std::string_view() : rest.substr(tab + 1);
      if (tab == std::string_view::npos && count + 1 < kColumns)
        return wrong("this line has fewer than ten columns");
    }
    const std::string_view id = columns[0];
    if (id.find('.') != std::string_view::npos) return {};
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos)
      return take_token(columns[1], id.substr(dash + 1));
    const auto head = whole_number(columns[6]);
    if (whole_number(id) != sentence_.words.size() + 1 || !head)
      return wrong("words are not counted from 1, or a head is no number");
    Word word{field(columns[1]), field(columns[2]), field(columns[3]),
              field(columns[4]), field(columns[5]), *head,
              field(columns[7]), field(columns[9]), {}};
    if (columns[1] == "_") word.form = "_";
    if (columns[2] == "_") word.lemma = "_";
    sentence_.words.push_back(std::move(word));
    if (sentence_.words.size() > last_of_token_)
      return place(sentence_.words.size() - 1, columns[1]);
    return place_part();
  }

  /// A written token of several words: "don't".
  Result<void> take_token(std::string_view form, std::string_view last) {
    const auto number = whole_number(last);
    if (!number) return wrong("a range of words has no end");
    last_of_token_ = *number;
    RECTO_TRY(find(form));
    token_ = {at_, at_ + form.size()};
    part_ = token_.begin;
    at_ += form.size();
    return {};
  }

  Result<void> find(std::string_view form) {
    while (at_ < sentence_.text.size() && sentence_.text[at_] == ' ')
      ++at_;
    // Blanks of other kinds (U+00A0, U+3000) and blanks inside a word ("10 000") stand in it.
    if (std::string_view(sentence_.text).substr(at_).starts_with(form)) return {};
    const std::size_t found = sentence_.text.find(form, at_);
    if (found == std::string::npos || found > at_ + 8)
      return wrong("the word '" + std::string(form) + "' does not stand in '# text'");
    at_ = found;
    return {};
  }

  Result<void> place(std::size_t word, std::string_view form) {
    RECTO_TRY(find(form));
    sentence_.words[word].span = {at_, at_ + form.size()};
    at_ += form.size();
    return {};
  }

  Result<void> place_part() {
    Word& word = sentence_.words.back();
    const std::string_view rest =
        std::string_view(sentence_.text).substr(part_, token_.end - part_);
    if (rest.starts_with(word.form)) {
      word.span = {part_, part_ + word.form.size()};
      part_ = word.span.end;
    } else {
      word.span = token_;
    }
    return {};
  }

  Result<void> end_sentence() {
    if (!sentence_.words.empty()) treebank_.push_back(std::move(sentence_));
    sentence_ = {};
    at_ = 0;
    last_of_token_ = 0;
    return {};
  }

  Treebank treebank_;
  TreebankSentence sentence_;
  std::size_t line_ = 0;
  std::size_t at_ = 0;             ///< in the text: behind the last word
  std::size_t last_of_token_ = 0;  ///< words up to here are parts of `token_`
  language::Span token_;
  std::size_t part_ = 0;
};

}  // namespace

Result<Treebank> parse_conllu(std::string_view text) {
  return Parser().parse(text);
}

}  // namespace recto::train
