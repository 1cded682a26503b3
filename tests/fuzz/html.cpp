// Any bytes as a web page: an article that holds what every article holds, or an error. The model
// is the shipped one: what it keeps of a page decides which code runs.
#include <string>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "tests/fuzz/checks.h"

namespace {

const recto::reader::Furniture& furniture() {
  static const recto::reader::Furniture kFurniture = [] {
    recto::reader::Furniture all = recto::fuzz::short_furniture();
    auto blocks = recto::find_assets()
                      .and_then([](const auto& assets) {
                        return recto::read_file(assets / "reader" / "blocks.model", 1 << 22);
                      })
                      .and_then([](const std::string& text) {
                        return recto::reader::read_block_model(text);
                      });
    recto::fuzz::check(blocks.has_value(), "the shipped model can be read");
    all.blocks = std::move(*blocks);
    return all;
  }();
  return kFurniture;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string page = "<!doctype html>";
  page += recto::fuzz::bytes_of(data, size);
  const recto::reader::Origin origin{.name = "x.html", .url = "https://example.org/a/b"};
  const auto article = recto::reader::read_article(page, origin, furniture());
  recto::fuzz::check(article == recto::reader::read_article(page, origin, furniture()),
                     "the same page gives the same article");
  // Elements that nobody closed are opened anew in each paragraph, and a thing stated may be shown
  // again: a page may give more text than it has bytes, but not without bounds.
  if (article) recto::fuzz::check_article(*article, page.size(), 64);
  return 0;
}
