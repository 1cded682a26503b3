#include "game/classroom/host/pages.h"

#include <array>
#include <zlib.h>

#include "content/files/files.h"

namespace recto::classroom {
namespace {

constexpr std::size_t kLargestPage = 1 << 20;
constexpr int kGzipWindow = 15 + 16;  // zlib: 16 more asks for a gzip head
constexpr int kMemory = 9;

struct Entry {
  const char *target, *file, *type;
};
constexpr std::array<Entry, 9> kEntries = {{
    {"/", "index.html", "text/html; charset=utf-8"},
    {"/phone.css", "phone.css", "text/css; charset=utf-8"},
    {"/elements.js", "elements.js", "text/javascript; charset=utf-8"},
    {"/line.js", "line.js", "text/javascript; charset=utf-8"},
    {"/phone.js", "phone.js", "text/javascript; charset=utf-8"},
    {"/words.js", "words.js", "text/javascript; charset=utf-8"},
    {"/teach", "teach.html", "text/html; charset=utf-8"},
    {"/teach.js", "teach.js", "text/javascript; charset=utf-8"},
    {"/icon.svg", "icon.svg", "image/svg+xml"},
}};

/// Empty when zlib refuses: then the page goes out as it is.
std::string zipped(const std::string& text) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string bytes(deflateBound(&stream, text.size()), '\0');
  // zlib reads through a pointer to what is not const, and writes nothing there.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  bytes.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return bytes;
}

}  // namespace

Result<Pages> Pages::load(const std::filesystem::path& folder) {
  Pages pages;
  for (const Entry& entry : kEntries) {
    std::string body = RECTO_TRY(read_file(folder / entry.file, kLargestPage));
    std::string small = zipped(body);
    pages.pages_[entry.target] = {entry.type, std::move(body), std::move(small)};
  }
  return pages;
}

const Page* Pages::find(std::string_view target) const {
  const auto found = pages_.find(target.substr(0, target.find('?')));
  return found == pages_.end() ? nullptr : &found->second;
}

std::size_t Pages::weight() const {
  std::size_t weight = 0;
  for (const auto& [target, page] : pages_)
    weight += page.body.size();
  return weight;
}

std::vector<std::pair<std::string, std::string>> security_headers(std::string_view host) {
  return {
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
       "connect-src 'self' ws://" +
           std::string(host) + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
      {"Cache-Control", "no-store"},
  };
}

}  // namespace recto::classroom
