#include "tools/recto-deck/output.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tools/recto-deck/signals.h"

namespace recto::deck_tool {
namespace {

using Json = nlohmann::ordered_json;

std::string advice_for(int number) {
  if (number == ENOSPC || number == EFBIG || number == EDQUOT) return "make room and try again";
  if (number == EPIPE) return "the program that reads it has ended";
  return "try -o FILE";
}

Result<void> write_result(const std::string& path, const std::string& bytes) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code ignored;
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
    return fail(Error::Kind::NotFound, "there is no folder " + folder.string(), path,
                "make it first");
  const SignalsHeld held;
  return write_file(path, bytes);
}

/// Nothing is written when there is no path.
Result<void> write_or_tell(const std::string& bytes, const Delivery& delivery,
                           const Report& report) {
  const std::string& path = delivery.path;
  if (delivery.dry_run) {
    report.say("would write " + std::to_string(bytes.size()) + " bytes to " +
               (path.empty() ? "standard output" : path));
  } else if (!path.empty()) {
    RECTO_TRY(write_result(path, bytes));
    report.detail(path + ": " + std::to_string(bytes.size()) + " bytes written");
  }
  return {};
}

}  // namespace

Result<void> print(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0)
      return fail(
          Error::Kind::Failed,
          std::string("standard output could not be written (") + std::strerror(errno) + ")", {},
          advice_for(errno));
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

std::string line_of(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<void> print_line(const Json& object) {
  return print(line_of(object));
}

Result<void> print_deck_line(const Deck& deck) {
  return print_line(Json::parse(write_deck(deck)));
}

Result<void> deliver_bytes(const std::string& bytes, const Delivery& delivery, Json line,
                           const Report& report) {
  if (report.manner().json && delivery.path.empty())
    return fail(Error::Kind::BadInput, "this does not fit into a line of JSON", {},
                "name a file with -o");
  RECTO_TRY(write_or_tell(bytes, delivery, report));
  if (!report.manner().json)
    return delivery.path.empty() && !delivery.dry_run ? print(bytes) : Result<void>();
  line["output"] = delivery.path;
  if (delivery.dry_run) line["dry_run"] = true;
  return print_line(line);
}

Result<void> deliver(const Deck& deck, const Delivery& delivery, Json line, const Report& report) {
  const std::string bytes = write_deck(deck);
  if (!report.manner().json || !delivery.path.empty())
    return deliver_bytes(bytes, delivery, std::move(line), report);
  RECTO_TRY(write_or_tell(bytes, delivery, report));
  if (!delivery.dry_run) line["deck"] = Json::parse(bytes);
  if (delivery.dry_run) line["dry_run"] = true;
  return print_line(line);
}

}  // namespace recto::deck_tool
