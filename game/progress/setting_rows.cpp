#include "game/progress/setting_rows.h"

#include <nlohmann/json.hpp>

#include "game/progress/answers.h"
#include "game/progress/database.h"
#include "game/progress/settings.h"

namespace recto::progress {

std::optional<std::string> load_setting(Connection& connection, std::string_view key) {
  Query query = connection.query("SELECT value FROM settings WHERE key = ?");
  if (!query.with(key).next()) return {};
  return query.text(0);
}

Result<void> store_setting(Connection& connection, std::string_view key,
                           const std::optional<std::string>& json) {
  if (key.empty() || key.size() > kLongestSettingKey)
    return fail(Error::Kind::BadInput, "a setting's name is empty or too long",
                std::string(key.substr(0, kLongestSettingKey)));
  if (!json) {
    connection.query("DELETE FROM settings WHERE key = ?").with(key).run();
    return {};
  }
  if (json->size() > kLongestSetting)
    return fail(Error::Kind::BadInput, "the setting is too long", std::string(key));
  if (!nlohmann::json::accept(*json))
    return fail(Error::Kind::BadInput, "the setting is no JSON", std::string(key));
  connection
      .query(
          "INSERT INTO settings(key, value) VALUES(?, ?)"
          " ON CONFLICT(key) DO UPDATE SET value = excluded.value")
      .with(key)
      .with(*json)
      .run();
  return {};
}

Result<void> put(Connection& connection, const SettingEdit& edit) {
  if (load_setting(connection, edit.key) != edit.before)
    return tl::unexpected<Error>(out_of_step(connection, "the setting " + edit.key));
  return store_setting(connection, edit.key, edit.after);
}

Result<std::optional<std::string>> Store::setting(std::string_view key) const {
  return guarded(database_->file(), [&]() -> Result<std::optional<std::string>> {
    return load_setting(database_->connection, key);
  });
}

Result<std::vector<std::string>> Store::setting_keys(std::string_view begin) const {
  return guarded(database_->file(), [&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> keys;
    Query query =
        database_->connection.query("SELECT key FROM settings WHERE key >= ? ORDER BY key");
    for (query.with(begin); query.next() && query.text(0).starts_with(begin);)
      keys.push_back(query.text(0));
    return keys;
  });
}

Result<void> Store::remember(std::string_view key, const std::optional<std::string>& json) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    RECTO_TRY(store_setting(connection, key, json));
    transaction.commit();
    return {};
  });
}

}  // namespace recto::progress
