#include "content/deck/deck_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "content/base/utf8.h"
#include "content/deck/deck_json.h"

namespace recto {

extern const char* const kDeckSchema;  // deck.schema.json, compiled in

namespace {

using Json = nlohmann::json;

/// A JSON value costs 16 bytes and more, however short it is written: "[0,0,0,…" of 256 MB must not
/// become gigabytes. A deck of 200,000 rich cards has 5 million.
constexpr std::size_t kMostValues = 12'000'000;
/// Members of any one object or list, passages and cards aside.
constexpr std::size_t kLongestList = 100'000;
constexpr int kVersion = 1;

/// Line and column, from 1, of the byte at `at`.
std::string place_of(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, std::min(at, bytes.size()));
  const auto line = 1 + std::ranges::count(before, '\n');
  const std::size_t end_of_last = before.rfind('\n');
  const std::size_t column =
      before.size() - (end_of_last == std::string_view::npos ? 0 : end_of_last + 1) + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Looks at the events of the JSON parser and keeps nothing: syntax, depth and number of values are
/// known before anything is built. (nlohmann's parser callback would look at all earlier members of
/// a list after each of them.) The parser itself does not recurse.
class Watch {
 public:
  Watch(std::string_view bytes, int depth) : bytes_(bytes), most_levels_(depth) {}

  bool null() { return value(); }
  bool boolean(bool /*value*/) { return value(); }
  bool number_integer(Json::number_integer_t /*value*/) { return value(); }
  bool number_unsigned(Json::number_unsigned_t /*value*/) { return value(); }
  bool number_float(Json::number_float_t /*value*/, const std::string& /*text*/) { return value(); }
  bool string(const std::string& /*value*/) { return value(); }
  bool binary(const Json::binary_t& /*value*/) { return value(); }
  bool key(const std::string& /*name*/) { return true; }
  bool start_object(std::size_t /*size*/) { return open(); }
  bool start_array(std::size_t /*size*/) { return open(); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string& /*token*/, const Json::exception& why) {
    if (why.id == kOutOfRange) return refuse("it holds a number that is too large");
    error_ = {Error::Kind::BadInput, "it is no JSON: " + place_of(bytes_, position - 1), "",
              "make the deck again, or mend it there"};
    return false;
  }
  [[nodiscard]] const Error& error() const { return error_; }

 private:
  static constexpr int kOutOfRange = 406;  ///< nlohmann's name for a number above 1.8e308

  bool value() { return ++values_ <= kMostValues || refuse("it has more than 12 million values"); }
  bool open() {
    if (++level_ > most_levels_)
      return refuse("it is nested deeper than " + std::to_string(most_levels_) + " levels");
    return value();
  }
  bool close() {
    --level_;
    return true;
  }
  bool refuse(std::string what) {
    error_ = {Error::Kind::BadInput, std::move(what), "", ""};
    return false;
  }

  std::string_view bytes_;
  int most_levels_;
  int level_ = 0;
  std::size_t values_ = 0;
  Error error_;
};

/// JSON with bounded depth and size; of members with the same name the last one counts. What walks
/// the result may recurse.
Result<Json> parse(std::string_view bytes, const DeckLimits& limits) {
  if (bytes.size() > limits.bytes)
    return fail(Error::Kind::BadInput,
                "the file is larger than the limit of " + std::to_string(limits.bytes) + " bytes");
  Watch watch(bytes, limits.depth);
  if (!Json::sax_parse(bytes, &watch)) return tl::unexpected<Error>(watch.error());
  return Json::parse(bytes, nullptr, false);
}

/// RFC 6901: "~" and "/" of names are written "~0" and "~1".
std::string pointer_token(std::string_view name) {
  std::string token = "/";
  for (const char letter : name) {
    if (letter == '~')
      token += "~0";
    else if (letter == '/')
      token += "~1";
    else
      token += letter;
  }
  return token;
}

/// valijson's path: "<root>", "[cards]", "[7]", …
std::string pointer_of(const std::vector<std::string>& context) {
  std::string pointer;
  for (const std::string& step : context)
    if (step.starts_with('[') && step.ends_with(']'))
      pointer += pointer_token(std::string_view(step).substr(1, step.size() - 2));
  return pointer;
}

std::string with_article(const std::string& type) {
  const bool vowel = type == "array" || type == "object" || type == "integer";
  return (vowel ? "an " : "a ") + type;
}

std::string one_of(const Json& values) {
  std::string text;
  for (const Json& value : values)
    text += (text.empty() ? "" : ", ") + value.dump();
  return text;
}

/// What the schema wants there, in words.
std::string wanted_in_words(const Json& schema, const std::string& description) {
  const std::string missing = "Missing required property '";
  if (description.starts_with(missing))
    return "the member \"" +
           description.substr(missing.size(),
                              description.find('\'', missing.size()) - missing.size()) +
           "\" is missing";
  if (schema.contains("enum")) return "this must be one of " + one_of(schema.at("enum"));
  if (schema.contains("const")) return "this must be " + schema.at("const").dump();
  if (description.starts_with("Value type") && schema.contains("type"))
    return "this must be " + with_article(schema.at("type").get<std::string>());
  if (schema.contains("minLength")) return "this must not be empty";
  if (schema.contains("maximum")) return "this must be a number from 0 to 1";
  if (schema.contains("minimum")) return "this must be at least " + schema.at("minimum").dump();
  return "this is not as the format wants it";
}

/// valijson tells a fault at the place where it is, and then again for each level above it.
bool is_echo(const std::string& description) {
  return description.starts_with("Failed to validate");
}

/// One of the definitions of deck.schema.json, ready to validate with.
class Definition {
 public:
  /// `part` is a JSON pointer into the schema; "" is the whole of it.
  explicit Definition(const char* part) : words_(Json::parse(kDeckSchema)) {
    Json document = words_;
    if (*part != '\0') {
      document = {{"definitions", words_.at("definitions")},
                  {"allOf", Json::array({{{"$ref", std::string("#") + part}}})}};
      start_ = part;
    }
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema_);
  }

  /// Appends the faults of `json`, which stands at `pointer`, until there are kMostFaults.
  void check(const Json& json, const std::string& pointer, std::vector<Fault>& faults) const {
    valijson::Validator validator;
    const valijson::adapters::NlohmannJsonAdapter target(json);
    if (validator.validate(schema_, target, nullptr)) return;
    valijson::ValidationResults results;
    validator.validate(schema_, target, &results);
    for (const valijson::ValidationResults::Error& error : results) {
      if (is_echo(error.description)) continue;
      if (faults.size() >= kMostFaults) return;
      faults.push_back({pointer + pointer_of(error.context),
                        wanted_in_words(words_at(error.context), error.description)});
    }
  }

 private:
  /// The part of the schema that speaks about the member at `context`; null where none does.
  [[nodiscard]] Json words_at(const std::vector<std::string>& context) const {
    Json at = words_.at(Json::json_pointer(start_));
    for (const std::string& step : context) {
      if (!step.starts_with('[')) continue;
      const std::string name = step.substr(1, step.size() - 2);
      if (at.contains("properties") && at["properties"].contains(name))
        at = Json(at["properties"][name]);
      else if (at.contains("items"))
        at = Json(at["items"]);
      else
        return {};
      if (at.contains("$ref"))
        at = words_.at(Json::json_pointer(at["$ref"].get<std::string>().substr(1)));
    }
    return at;
  }

  Json words_;
  std::string start_;
  valijson::Schema schema_;
};

const Definition& deck_definition() {
  static const Definition kDefinition("");
  return kDefinition;
}
const Definition& card_definition() {
  static const Definition kDefinition("/definitions/card");
  return kDefinition;
}
const Definition& passage_definition() {
  static const Definition kDefinition("/definitions/passage");
  return kDefinition;
}

/// Strings and lists that are too long, wherever they stand. Recursion is bounded by limits.depth.
void check_sizes(const Json& json, const std::string& pointer, const DeckLimits& limits,
                 std::vector<Fault>& faults) {
  if (faults.size() >= kMostFaults) return;
  if (json.is_string() && json.get_ref<const std::string&>().size() > limits.text_bytes)
    faults.push_back(
        {pointer, "this text is longer than " + std::to_string(limits.text_bytes) + " bytes"});
  if (!json.is_structured()) return;
  if (json.size() > kLongestList)
    return faults.push_back(
        {pointer, "this has more than " + std::to_string(kLongestList) + " members"});
  for (const auto& [name, value] : json.items())
    check_sizes(value, pointer + pointer_token(name), limits, faults);
}

/// Takes the list `name` out of a deck and leaves an empty one, so that its items can be checked
/// one by one and the first hundred faults end it. What is no list stays.
Json take_list(Json& json, const char* name) {
  if (!json.is_object() || !json.contains(name) || !json[name].is_array()) return Json::array();
  return std::exchange(json[name], Json::array());
}

struct Parts {  // NOLINT(bugprone-exception-escape): of Json's move, which throws only on misuse
  Json head;    ///< the deck with empty lists of passages and cards
  Json passages;
  Json cards;
};

void check_items(const Json& items, const char* name, std::size_t limit,
                 const Definition& definition, const DeckLimits& limits,
                 std::vector<Fault>& faults) {
  if (items.size() > limit)
    return faults.push_back(
        {pointer_token(name), "a deck has at most " + std::to_string(limit) + " " + name});
  std::size_t index = 0;
  for (const Json& item : items) {
    if (faults.size() >= kMostFaults) return;
    const std::string pointer = pointer_token(name) + "/" + std::to_string(index++);
    const std::size_t before = faults.size();
    check_sizes(item, pointer, limits, faults);
    if (faults.size() == before) definition.check(item, pointer, faults);
  }
}

std::vector<Fault> check_parts(const Parts& parts, const DeckLimits& limits) {
  std::vector<Fault> faults;
  check_sizes(parts.head, "", limits, faults);
  if (faults.empty()) deck_definition().check(parts.head, "", faults);
  check_items(parts.passages, "passages", limits.passages, passage_definition(), limits, faults);
  check_items(parts.cards, "cards", limits.cards, card_definition(), limits, faults);
  return faults;
}

bool is_newer(const Json& head) {
  return head.is_object() && head.contains("version") && head["version"].is_number_integer() &&
         head["version"].get<std::int64_t>() > kVersion;
}

Error error_of(const Fault& fault) {
  return {Error::Kind::BadInput, fault.what, fault.pointer, ""};
}

/// What came of reading: a deck, or why not.
struct Reading {
  Deck deck;
  std::vector<Fault> faults;
  std::optional<Error> error;  ///< no JSON at all, or from the future
};

Reading read(std::string_view bytes, const DeckLimits& limits) {
  Result<Json> json = parse(bytes, limits);
  if (!json) return {{}, {{"", json.error().what}}, json.error()};
  Parts parts;
  parts.passages = take_list(*json, "passages");
  parts.cards = take_list(*json, "cards");
  parts.head = std::move(*json);
  if (is_newer(parts.head)) {
    Error error{Error::Kind::Unsupported, "a newer Recto wrote this deck", "/version",
                "use that Recto, or make the deck again"};
    return {{}, {{error.where, error.what}}, error};
  }
  Reading reading;
  reading.faults = check_parts(parts, limits);
  if (!reading.faults.empty()) return reading;
  reading.deck = deck_of(parts.head);
  for (const Json& passage : parts.passages)
    reading.deck.passages.push_back(passage_of(passage));
  for (const Json& card : parts.cards)
    reading.deck.cards.push_back(card_of(card));
  reading.faults = faults_of(reading.deck);
  return reading;
}

/// One object of a store: the same checks, pointers relative to it.
template <class T>
Result<T> read_one(std::string_view bytes, const Definition& definition, T (*make)(const Json&)) {
  const DeckLimits limits;
  const Json json = RECTO_TRY(parse(bytes, limits));
  std::vector<Fault> faults;
  check_sizes(json, "", limits, faults);
  if (faults.empty()) definition.check(json, "", faults);
  if (!faults.empty()) return tl::unexpected<Error>(error_of(faults.front()));
  return make(json);
}

template <class T>
std::string list_text(const std::vector<T>& items) {
  std::string text = "[";
  for (const T& item : items)
    text += (text.size() == 1 ? "\n    " : ",\n    ") + json_text(item);
  return text + (items.empty() ? "]" : "\n  ]");
}

}  // namespace

std::vector<Fault> check_deck(std::string_view bytes, const DeckLimits& limits) {
  return read(bytes, limits).faults;
}

Result<Deck> read_deck(std::string_view bytes, const DeckLimits& limits) {
  Reading reading = read(bytes, limits);
  if (reading.error) return tl::unexpected<Error>(*reading.error);
  if (!reading.faults.empty()) return tl::unexpected<Error>(error_of(reading.faults.front()));
  return std::move(reading.deck);
}

std::string write_deck(const Deck& deck) {
  std::string text = "{";
  for (const auto& [name, value] : head_members(deck))
    text += (text.size() == 1 ? "\n  " : ",\n  ") + Json(name).dump() + ": " + value;
  if (!deck.passages.empty()) text += ",\n  \"passages\": " + list_text(deck.passages);
  text += ",\n  \"cards\": " + list_text(deck.cards);
  return text + "\n}\n";
}

std::string write_card(const Card& card) {
  return json_text(card);
}
std::string write_passage(const Passage& passage) {
  return json_text(passage);
}
Result<Card> read_card(std::string_view json) {
  return read_one<Card>(json, card_definition(), card_of);
}
Result<Passage> read_passage(std::string_view json) {
  return read_one<Passage>(json, passage_definition(), passage_of);
}

}  // namespace recto
