#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <zip.h>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/archive/archive.h"

namespace recto::reader {
namespace {

constexpr const char* kAgain = "copy or download the file again";

struct EntryClose {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// Archives made on Windows may separate folders by "\".
std::optional<std::string> safe_name(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  while (name.starts_with("./"))
    name.erase(0, 2);
  const bool drive = name.size() > 1 && name[1] == ':';
  const bool odd = std::any_of(name.begin(), name.end(),
                               [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  const std::string framed = "/" + name + "/";
  if (name.empty() || name.starts_with('/') || drive || odd || !is_utf8(name) ||
      framed.find("/../") != std::string::npos)
    return std::nullopt;
  return name;
}

struct Entry {
  zip_uint64_t index = 0;
  std::size_t size = 0;    ///< unpacked, as the archive states
  std::size_t packed = 0;  ///< bytes in the archive
  bool encrypted = false;
};

Entry entry_of(zip_uint64_t index, const zip_stat_t& stat) {
  return {index, static_cast<std::size_t>(stat.size), static_cast<std::size_t>(stat.comp_size),
          stat.encryption_method != ZIP_EM_NONE};
}

std::size_t most_bytes(const ArchiveLimits& limits, std::size_t packed) {
  return std::min(limits.entry_bytes, limits.free_bytes + limits.ratio * packed);
}

}  // namespace

struct Zip::Open {
  zip_t* archive = nullptr;
  ArchiveLimits limits;
  std::vector<std::string> names;
  std::unordered_map<std::string, Entry> entries;
  std::unordered_map<std::string, std::string> folded;  ///< folded name → name
  std::size_t total = 0;                                ///< bytes unpacked so far
};

void Zip::Close::operator()(Open* open) const {
  if (open->archive != nullptr) zip_discard(open->archive);
  delete open;
}

Result<Zip> Zip::open(std::string_view bytes, const ArchiveLimits& limits) {
  Zip zip(std::unique_ptr<Open, Close>(new Open));
  Open& open = *zip.open_;
  open.limits = limits;
  const auto damaged =
      fail(Error::Kind::BadInput, "this zip archive is damaged or cut off", {}, kAgain);
  if (bytes.empty()) return damaged;  // for libzip a new archive
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return fail(Error::Kind::Failed, "there is no memory left to unpack it");
  open.archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (open.archive == nullptr) {
    zip_source_free(source);
    return damaged;
  }
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(open.archive, 0));
  if (count > limits.entries)
    return fail(
        Error::Kind::BadInput,
        "this zip archive has " + std::to_string(count) + " entries, too many for an article", {},
        "unpack it and name the article's file");
  for (zip_uint64_t index = 0; index < count; ++index) {
    zip_stat_t stat{};
    const char* raw = zip_get_name(open.archive, index, ZIP_FL_ENC_GUESS);
    if (raw == nullptr || zip_stat_index(open.archive, index, 0, &stat) != 0) continue;
    const std::optional<std::string> name = safe_name(raw);
    if (!name || name->ends_with('/')) continue;
    if (!open.entries.emplace(*name, entry_of(index, stat)).second) continue;
    open.folded.emplace(fold_case(*name), *name);
    open.names.push_back(*name);
  }
  return zip;
}

const std::vector<std::string>& Zip::names() const {
  return open_->names;
}

std::size_t Zip::size_of(std::string_view name) const {
  const auto found = open_->entries.find(std::string(name));
  return found == open_->entries.end() ? 0 : found->second.size;
}

std::string Zip::find(std::string_view name) const {
  if (open_->entries.contains(std::string(name))) return std::string(name);
  const auto found = open_->folded.find(fold_case(name));
  return found == open_->folded.end() ? std::string() : found->second;
}

Result<std::string> Zip::read(std::string_view name) const {
  const auto found = open_->entries.find(std::string(name));
  if (found == open_->entries.end())
    return fail(Error::Kind::NotFound, "the archive has no \"" + std::string(name) + "\"");
  const Entry& entry = found->second;
  if (entry.encrypted)
    return fail(Error::Kind::Unsupported, "this file is protected by a password", {},
                "remove the password and try again");
  const std::size_t most =
      std::min(most_bytes(open_->limits, entry.packed), open_->limits.total_bytes - open_->total);
  const auto too_large = fail(Error::Kind::BadInput,
                              "\"" + std::string(name) + "\" unpacks to more than an article needs",
                              {}, "unpack the file and name the article inside it");
  if (entry.size > most) return too_large;
  const std::unique_ptr<zip_file_t, EntryClose> file(
      zip_fopen_index(open_->archive, entry.index, 0));
  if (file == nullptr) {
    const int code = zip_error_code_zip(zip_get_error(open_->archive));
    if (code == ZIP_ER_COMPNOTSUPP || code == ZIP_ER_ENCRNOTSUPP)
      return fail(Error::Kind::Unsupported, "this zip archive is packed in an unusual way", {},
                  "unpack it and name the article's file");
    return fail(Error::Kind::BadInput, "this zip archive is damaged", {}, kAgain);
  }
  std::string bytes;
  // One byte more than stated: an entry that lies about its size is caught by that byte.
  bytes.resize(entry.size + 1);
  std::size_t size = 0;
  while (size < bytes.size()) {
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0) return fail(Error::Kind::BadInput, "this zip archive is damaged", {}, kAgain);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size != entry.size)
    return fail(Error::Kind::BadInput, "this zip archive is damaged", {}, kAgain);
  bytes.resize(size);
  open_->total += size;
  return bytes;
}

}  // namespace recto::reader
