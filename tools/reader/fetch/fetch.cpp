#include "tools/reader/fetch/fetch.h"

#include <utility>

#include "tools/reader/fetch/address.h"
#include "tools/reader/fetch/response.h"
#include "tools/reader/fetch/transfer.h"

namespace recto::fetch {
namespace {

Fetched fetched_of(Answer answer, const std::string& address) {
  Fetched fetched;
  const ContentType type = parse_content_type(answer.content_type);
  fetched.origin.url = public_address(address);
  fetched.origin.media = type.media;
  fetched.origin.charset = type.charset;
  fetched.origin.name = parse_file_name(answer.disposition);
  if (fetched.origin.name.empty()) fetched.origin.name = name_in_address(address);
  fetched.bytes = std::move(answer.bytes);
  return fetched;
}

/// The way on that an HTML page names in place of text.
std::string refresh_of(const Answer& answer) {
  const std::string media = parse_content_type(answer.content_type).media;
  const bool may_be_html = media.empty() || media.find("html") != std::string::npos;
  return may_be_html ? find_refresh(answer.bytes).value_or("") : "";
}

/// Where an answer sends on to, as written; empty when it is the page itself.
std::string way_on(const Answer& answer, const std::string& address, bool may_refresh) {
  if (!answer.location.empty() || !may_refresh) return answer.location;
  const std::string target = refresh_of(answer);
  // A page that reloads itself is where we wanted to go.
  const auto resolved = resolve_address(address, target);
  return resolved && *resolved != address ? target : "";
}

}  // namespace

Result<Fetched> fetch(std::string_view address, const Options& options) {
  std::string place = RECTO_TRY(read_address(address));
  Client client(options);
  bool refreshed = false;
  for (int hop = 0; hop <= options.redirects; ++hop) {
    Answer answer = RECTO_TRY(client.get(place));
    const std::string target = way_on(answer, place, !refreshed);
    if (target.empty()) return fetched_of(std::move(answer), place);
    refreshed = refreshed || answer.location.empty();
    place = RECTO_TRY(resolve_address(place, target));
  }
  return fail(
      Error::Kind::Failed,
      "the server sends on and on, more than " + std::to_string(options.redirects) + " times", {},
      "open the page in your browser, save it there and import the file");
}

}  // namespace recto::fetch
