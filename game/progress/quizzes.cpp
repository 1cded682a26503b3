#include "game/progress/quizzes.h"

#include <nlohmann/json.hpp>

#include "game/progress/database.h"

namespace recto::progress {
namespace {

/// 20,000 players and 50 questions come to about 60 MB.
constexpr std::size_t kLongestBody = 256'000'000;

tl::unexpected<Error> no_such_quiz(std::int64_t id) {
  return fail(Error::Kind::NotFound, "there is no quiz with that number", std::to_string(id),
              "'recto results list' tells the numbers");
}

}  // namespace

Result<void> store_quiz(Connection& connection, const KeptQuiz& quiz, std::string_view body) {
  if (body.size() > kLongestBody)
    return fail(Error::Kind::BadInput, "the result of the quiz is too long", quiz.title);
  if (!nlohmann::json::accept(body))
    return fail(Error::Kind::BadInput, "the result of the quiz is no JSON", quiz.title);
  connection
      .query(
          "INSERT INTO quizzes(key, at, title, players, questions, body) VALUES(?, ?, ?, ?, ?, ?)"
          " ON CONFLICT(key) DO UPDATE SET title = excluded.title, players = excluded.players,"
          " questions = excluded.questions, body = excluded.body")
      .with(std::string_view(quiz.key))
      .with(quiz.at)
      .with(std::string_view(quiz.title))
      .with(static_cast<std::int64_t>(quiz.players))
      .with(static_cast<std::int64_t>(quiz.questions))
      .with(body)
      .run();
  return {};
}

Result<void> Store::keep_quiz(const KeptQuiz& quiz, std::string_view body) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    RECTO_TRY(store_quiz(connection, quiz, body));
    transaction.commit();
    return {};
  });
}

Result<std::vector<KeptQuiz>> Store::quizzes() const {
  return guarded(database_->file(), [&]() -> Result<std::vector<KeptQuiz>> {
    std::vector<KeptQuiz> kept;
    Query query = database_->connection.query(
        "SELECT id, key, at, title, players, questions FROM quizzes ORDER BY at DESC, id DESC");
    while (query.next())
      kept.push_back({query.integer(0), query.text(1), query.instant(2), query.text(3),
                      static_cast<std::size_t>(query.integer(4)),
                      static_cast<std::size_t>(query.integer(5))});
    return kept;
  });
}

Result<std::string> Store::quiz_body(std::int64_t id) const {
  return guarded(database_->file(), [&]() -> Result<std::string> {
    Query query = database_->connection.query("SELECT body FROM quizzes WHERE id = ?");
    if (!query.with(id).next()) return no_such_quiz(id);
    return query.text(0);
  });
}

Result<void> Store::forget_quiz(std::int64_t id) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    connection.execute("PRAGMA secure_delete = ON");  // names and answers of pupils
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.query("DELETE FROM quizzes WHERE id = ?").with(id).run();
    if (connection.number("SELECT changes()") == 0) return no_such_quiz(id);
    transaction.commit();
    return {};
  });
}

}  // namespace recto::progress
