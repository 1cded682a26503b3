#include "tools/reader/markdown/raw_html.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "content/base/ascii.h"
#include "tools/reader/html/dom.h"

namespace recto::reader {
namespace {

bool is_name(char c) {
  return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

std::string small_name(std::string_view tag) {
  const auto* const end = std::find_if_not(tag.begin(), tag.end(), is_name);
  return ascii_lowered(tag.substr(0, static_cast<std::size_t>(end - tag.begin())));
}

/// Behind the tag that begins at `at`: quoted values may hold a ">".
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return at;
}

bool is_hidden(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kHidden{"script",   "style",  "svg",
                                                           "template", "iframe", "noscript"};
  return std::find(kHidden.begin(), kHidden.end(), name) != kHidden.end();
}

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  std::vector<HtmlScrap> scraps() {
    while (at_ < html_.size())
      if (!skip_comment() && !take_tag()) take_text();
    return std::move(scraps_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return html_.substr(at_); }

  bool skip_comment() {
    if (!rest().starts_with("<!--")) return false;
    const std::size_t end = html_.find("-->", at_ + 4);
    at_ = end == std::string_view::npos ? html_.size() : end + 3;
    return true;
  }

  bool take_tag() {
    const bool closes = rest().starts_with("</");
    const std::size_t name_at = at_ + (closes ? 2 : 1);
    if (html_[at_] != '<' || name_at >= html_.size() || !is_name(html_[name_at])) return false;
    std::string name = small_name(html_.substr(name_at));
    at_ = end_of_tag(html_, name_at);
    if (!hidden_.empty()) {
      if (closes && name == hidden_) hidden_.clear();
      return true;
    }
    if (!closes && is_hidden(name) && !html_.substr(0, at_).ends_with("/>")) hidden_ = name;
    scraps_.push_back(
        {closes ? HtmlScrap::Kind::Close : HtmlScrap::Kind::Open, std::move(name), {}});
    return true;
  }

  void take_text() {
    const bool declares = rest().starts_with("<!") || rest().starts_with("<?");
    const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
    if (hidden_.empty() && !declares)
      scraps_.push_back({HtmlScrap::Kind::Text, {}, html_.substr(at_, end - at_)});
    at_ = end;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string hidden_;  ///< the element whose content is passed over
  std::vector<HtmlScrap> scraps_;
};

}  // namespace

std::vector<HtmlScrap> html_scraps(std::string_view html) {
  return Scanner(html).scraps();
}

std::string decoded_entity(std::string_view entity) {
  // Between letters, so that a blank that it stands for is not cut off.
  const auto dom = Dom::parse("<p>x" + std::string(entity) + "x</p>");
  const std::string text = dom ? dom->text_of(0) : std::string();
  return text.size() < 2 ? std::string() : text.substr(1, text.size() - 2);
}

}  // namespace recto::reader
