// Zip archives made in memory, for tests of the formats that are some.
#pragma once

#include <doctest/doctest.h>
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace recto::test {

using ZipFiles = std::vector<std::pair<std::string, std::string>>;  ///< name, content

/// `password`: encrypts every file when it is not empty.
inline std::string zip_of(const ZipFiles& files, const std::string& password = {}) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  REQUIRE(target != nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  REQUIRE(archive != nullptr);
  for (const auto& [name, content] : files) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    REQUIRE(index >= 0);
    if (!password.empty())
      REQUIRE(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                      password.c_str()) == 0);
  }
  REQUIRE(zip_close(archive) == 0);
  zip_stat_t stat{};
  REQUIRE(zip_source_stat(target, &stat) == 0);
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  REQUIRE(zip_source_open(target) == 0);
  REQUIRE(zip_source_read(target, bytes.data(), bytes.size()) ==
          static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

/// All places of `from` in `bytes` become `to`, which is as long.
inline std::string patched(std::string bytes, const std::string& from, const std::string& to) {
  REQUIRE(from.size() == to.size());
  for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1))
    bytes.replace(at, to.size(), to);
  return bytes;
}

}  // namespace recto::test
