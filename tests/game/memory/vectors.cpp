#include "tests/game/memory/vectors.h"

#include <memory>
#include <vector>
#include <zlib.h>

#include "tests/support/support.h"

namespace recto::test {
namespace {

std::string unzipped(const std::filesystem::path& path) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) FAIL("cannot open " << path.string());
  std::string text;
  std::vector<char> buffer(1 << 16);
  int read = 0;
  while ((read = gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()))) > 0)
    text.append(buffer.data(), static_cast<std::size_t>(read));
  if (read < 0) FAIL("cannot read " << path.string());
  return text;
}

}  // namespace

const nlohmann::json& optimizer_vectors() {
  static const nlohmann::json json = nlohmann::json::parse(data("fsrs/optimizer.json"));
  return json;
}

std::vector<memory::Review> collection_log(const std::string& name) {
  std::string text =
      unzipped(project_folder() / "tests/data/fsrs/collections" / (name + ".csv.gz"));
  text.replace(0, text.find('\n'), "card,time,rating");
  auto reviews = value(memory::read_review_log(text));
  for (memory::Review& review : reviews)
    review.time *= 86'400;
  return reviews;
}

memory::Histories collection(const std::string& name) {
  return value(memory::histories_of(collection_log(name)));
}

Split split(const memory::Histories& histories) {
  const auto items = histories.items();
  const std::size_t training = items.size() * 4 / 5;
  return {items.first(training), items.subspan(training)};
}

}  // namespace recto::test
