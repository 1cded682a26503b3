#include "tools/reader/fetch/response.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>
#include <vector>

#include "content/base/ascii.h"
#include "content/base/utf8.h"

namespace recto::fetch {
namespace {

constexpr const char* kSaveIt = "save the page in your browser and import the file";

/// What stands in quotes, or up to the next semicolon; `at` moves behind it.
std::string parameter_value(std::string_view header, std::size_t& at) {
  if (at >= header.size() || header[at] != '"') {
    const std::size_t begin = at;
    at = std::min(header.find(';', at), header.size());
    return std::string(trimmed(header.substr(begin, at - begin)));
  }
  std::string value;
  for (++at; at < header.size() && header[at] != '"'; ++at) {
    if (header[at] == '\\' && at + 1 < header.size()) ++at;
    value += header[at];
  }
  at = std::min(header.find(';', at), header.size());
  return value;
}

struct Parameter {
  std::string name;  ///< in small letters
  std::string value;
};

/// The parameters of "first; name=value; name=\"value\"".
std::vector<Parameter> parameters_of(std::string_view header) {
  std::vector<Parameter> parameters;
  for (std::size_t at = header.find(';'); at < header.size();) {
    ++at;
    const std::size_t end = header.find_first_of("=;", at);
    if (end == std::string_view::npos) break;
    Parameter parameter{ascii_lowered(trimmed(header.substr(at, end - at))), {}};
    at = end;
    if (header[end] == ';') continue;
    at = std::min(header.find_first_not_of(" \t", end + 1), header.size());
    parameter.value = parameter_value(header, at);
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

std::string value_of(const std::vector<Parameter>& parameters, std::string_view name) {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter& each) { return each.name == name; });
  return found == parameters.end() ? "" : found->value;
}

/// "%C3%A4" → "ä"; what is no escape stays.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      decoded += static_cast<char>(byte);
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

/// "UTF-8''r%C3%B6hricht.html" of RFC 5987 → "röhricht.html".
std::string extended_value(std::string_view value) {
  const std::size_t first = value.find('\'');
  const std::size_t second = first == std::string_view::npos ? first : value.find('\'', first + 1);
  return second == std::string_view::npos ? "" : percent_decoded(value.substr(second + 1));
}

/// "60", of the header Retry-After, in words: "in a minute". Dates and nonsense: "later".
std::string waiting_time(std::string_view retry_after) {
  int seconds = 0;
  const auto [end, error] =
      std::from_chars(retry_after.data(), retry_after.data() + retry_after.size(), seconds);
  if (error != std::errc() || end != retry_after.data() + retry_after.size() || seconds <= 0)
    return "later";
  if (seconds <= 90) return "in " + std::to_string(seconds) + " seconds";
  return "in " + std::to_string((seconds + 59) / 60) + " minutes";
}

std::string answered(long status) {
  return "the server answered " + std::to_string(status);
}

/// Small enough to hold nothing but the way on. Whole pages that reload themselves are larger.
constexpr std::size_t kLargestRefreshPage = 8'192;
constexpr int kLongestRefreshDelay = 10;  ///< seconds; above, the page is meant to be read

/// The value of an attribute of a tag in small letters and as written; empty when it has none.
std::string attribute(std::string_view tag, std::string_view name) {
  const std::string folded = ascii_lowered(tag);
  for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at)) {
    const bool begins = at > 0 && (std::isspace(static_cast<unsigned char>(folded[at - 1])) != 0 ||
                                   folded[at - 1] == '"' || folded[at - 1] == '\'');
    at += name.size();
    const std::size_t equals = folded.find_first_not_of(" \t\r\n", at);
    if (!begins || equals == std::string::npos || folded[equals] != '=') continue;
    const std::size_t begin = folded.find_first_not_of(" \t\r\n", equals + 1);
    if (begin == std::string::npos) return {};
    const char quote = tag[begin];
    if (quote != '"' && quote != '\'')
      return std::string(tag.substr(begin, tag.find_first_of(" \t\r\n>", begin) - begin));
    return std::string(tag.substr(begin + 1, tag.find(quote, begin + 1) - begin - 1));
  }
  return {};
}

/// "0; url='next.html'" → "next.html"; nothing without an address or with a long delay.
std::optional<std::string> refresh_target(std::string_view content) {
  content = trimmed(content);
  int delay = 0;
  const char* end = std::from_chars(content.data(), content.data() + content.size(), delay).ptr;
  if (delay > kLongestRefreshDelay) return {};
  content.remove_prefix(static_cast<std::size_t>(end - content.data()));
  const std::size_t begin = content.find_first_not_of("0123456789.;, \t\r\n");
  if (begin == std::string_view::npos) return {};
  content.remove_prefix(begin);
  const std::size_t equals = content.find_first_not_of(" \t", 3);
  if (ascii_lowered(content.substr(0, 3)) == "url" && equals != std::string_view::npos &&
      content[equals] == '=')
    content.remove_prefix(equals + 1);
  content = trimmed(content);
  if (!content.empty() && (content.front() == '"' || content.front() == '\'')) {
    const char quote = content.front();
    content = content.substr(1, content.find(quote, 1) - 1);
  }
  if (content.empty()) return {};
  std::string target(content);
  for (std::size_t at = target.find("&amp;"); at != std::string::npos;
       at = target.find("&amp;", at + 1))
    target.erase(at + 1, 4);
  return target;
}

std::string without_comments(std::string_view html) {
  std::string rest;
  while (true) {
    const std::size_t begin = html.find("<!--");
    rest += html.substr(0, begin);
    const std::size_t end = begin == std::string_view::npos ? begin : html.find("-->", begin + 4);
    if (end == std::string_view::npos) return rest;
    html.remove_prefix(end + 3);
  }
}

struct Unreadable {
  std::string_view media;  ///< whole, or the beginning when it ends in '/'
  std::string_view what;
};

/// Media types that no reader of ours makes an article of. What is not named here, octet streams
/// and archives too, is told by its bytes.
constexpr std::array kUnreadable{
    Unreadable{"image/", "an image"},
    Unreadable{"video/", "a video"},
    Unreadable{"audio/", "a sound recording"},
    Unreadable{"font/", "a font"},
    Unreadable{"text/css", "a style sheet"},
    Unreadable{"text/javascript", "a program"},
    Unreadable{"application/javascript", "a program"},
    Unreadable{"application/json", "data for programs"},
    Unreadable{"application/vnd.apple.mpegurl", "a video"},
    Unreadable{"application/dash+xml", "a video"},
};

constexpr std::size_t kLongestMediaType = 127;  // twice, with a slash: RFC 6838, 4.2

}  // namespace

ContentType parse_content_type(std::string_view header) {
  ContentType type;
  type.media =
      ascii_lowered(trimmed(header.substr(0, header.find(';')))).substr(0, kLongestMediaType);
  type.charset = ascii_lowered(value_of(parameters_of(header), "charset"));
  return type;
}

std::string parse_file_name(std::string_view header) {
  const std::vector<Parameter> parameters = parameters_of(header);
  std::string name = extended_value(value_of(parameters, "filename*"));
  if (name.empty()) name = value_of(parameters, "filename");
  name.erase(0, name.find_last_of("/\\") + 1);
  return valid_utf8(name);
}

Result<void> check_status(long status, std::string_view retry_after) {
  if (status >= 200 && status < 300) return {};
  if (status == 404 || status == 410)
    return fail(Error::Kind::NotFound, "there is no such page, " + answered(status), {},
                "check the address; the page may have moved");
  if (status == 401 || status == 407)
    return fail(Error::Kind::Failed, answered(status) + ": it asks to log in", {},
                status == 407
                    ? "check the settings of your proxy"
                    : "log in with your browser, save the page there and import the file");
  if (status == 402)
    return fail(Error::Kind::Failed, answered(status) + ": it asks to pay", {},
                "if you can read the page in your browser, save it there and import the file");
  if (status == 429)
    return fail(Error::Kind::Failed, answered(status) + ": too many requests", {},
                "try again " + waiting_time(retry_after) + ", or " + kSaveIt);
  if (status == 451)
    return fail(Error::Kind::Failed, answered(status) + ": the law keeps it from giving the page",
                {}, kSaveIt);
  if (status >= 500)
    return fail(Error::Kind::Failed, answered(status) + ": it has trouble of its own", {},
                "try again " + waiting_time(retry_after) + ", or " + kSaveIt);
  return fail(Error::Kind::Failed, answered(status), {}, kSaveIt);
}

Result<void> check_media(std::string_view media) {
  if (media.ends_with("rss+xml") || media.ends_with("atom+xml") || media.ends_with("feed+json"))
    return fail(Error::Kind::BadInput, "this is a news feed, not an article", {},
                "give the address of one of its articles");
  for (const Unreadable& unreadable : kUnreadable)
    if (media == unreadable.media ||
        (unreadable.media.ends_with('/') && media.starts_with(unreadable.media)))
      return fail(Error::Kind::BadInput,
                  "this is " + std::string(unreadable.what) + " (" + std::string(media) +
                      "), not an article",
                  {}, "give the address of the page with the text");
  return {};
}

std::optional<std::string> find_refresh(std::string_view html) {
  if (html.size() > kLargestRefreshPage) return {};
  const std::string page = without_comments(html);
  const std::string folded = ascii_lowered(page);
  for (std::size_t at = folded.find("<meta"); at != std::string::npos;
       at = folded.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(page).substr(at, page.find('>', at) - at);
    if (ascii_lowered(trimmed(attribute(tag, "http-equiv"))) != "refresh") continue;
    if (auto target = refresh_target(attribute(tag, "content"))) return target;
  }
  return {};
}

}  // namespace recto::fetch
