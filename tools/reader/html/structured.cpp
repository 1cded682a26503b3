#include "tools/reader/html/structured.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "content/base/fold.h"
#include "tools/reader/html/json_values.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

using Json = nlohmann::json;

/// "https://schema.org/NewsArticle" → "NewsArticle".
std::string without_vocabulary(std::string_view name) {
  for (const std::string_view vocabulary :
       {"http://schema.org/", "https://schema.org/", "http://www.schema.org/",
        "https://www.schema.org/", "schema:"})
    if (name.starts_with(vocabulary)) name.remove_prefix(vocabulary.size());
  return std::string(name);
}

void add_types(std::string_view names, Thing& thing) {
  for (const std::string_view name : words_of(names))
    thing.types.push_back(without_vocabulary(name));
}

/// Takes a value of JSON-LD down into flat things as the parser meets it, so that nesting costs
/// nothing and what stands before a fault is kept.
class JsonLd : public nlohmann::json_sax<Json> {
 public:
  explicit JsonLd(std::vector<Thing>& things) : things_(things) {}

  bool null() override { return true; }
  bool boolean(bool value) override { return add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return add(text); }
  bool string(string_t& text) override { return add(std::move(text)); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override {
    if (!open_.empty()) {
      Value value;
      value.thing = things_.size();
      things_[open_.back().thing].properties.emplace_back(open_.back().key, std::move(value));
    }
    open_.push_back({things_.size(), {}});
    things_.emplace_back();
    return true;
  }
  bool key(string_t& name) override {
    open_.back().key = without_vocabulary(name);
    return true;
  }
  bool end_object() override {
    open_.pop_back();
    return true;
  }
  // The values of an array are values of the property that it stands for.
  bool start_array(std::size_t /*size*/) override { return true; }
  bool end_array() override { return true; }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const Json::exception& /*fault*/) override {
    return false;
  }

 private:
  struct Open {
    ThingId thing;
    std::string key;
  };

  bool add(std::string text) {
    if (open_.empty()) return true;
    Thing& thing = things_[open_.back().thing];
    const std::string& key = open_.back().key;
    if (key == "@type" || key == "type") {
      add_types(text, thing);
    } else if (key == "@id") {
      thing.id = std::move(text);
    } else {
      Value value;
      value.text = std::move(text);
      thing.properties.emplace_back(key, std::move(value));
    }
    return true;
  }

  std::vector<Thing>& things_;
  std::vector<Open> open_;
};

bool is_json_ld(const Dom& dom, NodeId node) {
  return dom[node].tag == GUMBO_TAG_SCRIPT &&
         fold_case(dom.attribute(node, "type")).starts_with("application/ld+json");
}

void read_json_ld(const Dom& dom, std::vector<Thing>& things) {
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (!is_json_ld(dom, node)) continue;
    for (NodeId text = node + 1; text < dom[node].end; ++text) {
      for (const std::string& value : json_values(dom[text].text)) {
        JsonLd reader(things);
        Json::sax_parse(value, &reader);
      }
    }
  }
}

/// "Values" of the HTML standard, section microdata; RDFa puts "content" on any element.
Value value_of(const Dom& dom, NodeId node) {
  Value value;
  for (const char* name : {"content", "datetime"}) {
    if (!dom.has_attribute(node, name)) continue;
    value.text = dom.attribute(node, name);
    return value;
  }
  const char* name = nullptr;
  switch (dom[node].tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_LINK: name = "href"; break;
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO: name = "src"; break;
    case GUMBO_TAG_DATA: name = "value"; break;
    default: break;
  }
  if (name != nullptr) value.text = dom.attribute(node, name);
  // A link's words are what it shows: pages put names on links more often than addresses.
  if (name == nullptr || dom[node].tag == GUMBO_TAG_A) value.node = node;
  return value;
}

/// Walks over elements in order, with the things that are open around them.
class Markup {
 public:
  Markup(const Dom& dom, StructuredData& data) : dom_(dom), data_(data) {}

  void read() {
    for (NodeId node = 0; node < dom_.size(); ++node) {
      if (dom_[node].is_text()) continue;
      while (!open_.empty() && node >= dom_[open_.back().node].end)
        open_.pop_back();
      const bool microdata = dom_.has_attribute(node, "itemscope");
      const bool rdfa = !microdata && dom_.has_attribute(node, "typeof");
      Value value;
      if (microdata || rdfa) {
        value.thing = data_.things.size();
        data_.things.push_back(thing_of(node, microdata));
      }
      add_property(node, std::move(value));
      if (microdata || rdfa) open_.push_back({node, data_.things.size() - 1, rdfa});
    }
  }

 private:
  struct Open {
    NodeId node;
    ThingId thing;
    bool rdfa;
  };

  [[nodiscard]] Thing thing_of(NodeId node, bool microdata) const {
    Thing thing;
    thing.node = node;
    add_types(dom_.attribute(node, microdata ? "itemtype" : "typeof"), thing);
    thing.id = dom_.attribute(node, microdata ? "itemid" : "resource");
    return thing;
  }

  void add_property(NodeId node, Value value) {
    const bool in_rdfa = !open_.empty() && open_.back().rdfa;
    const auto names = words_of(dom_.attribute(node, in_rdfa ? "property" : "itemprop"));
    if (names.empty()) return;
    if (!value.thing) value = value_of(dom_, node);
    Thing& owner = open_.empty() ? data_.page : data_.things[open_.back().thing];
    for (const std::string_view name : names)
      owner.properties.emplace_back(without_vocabulary(name), value);
  }

  const Dom& dom_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  StructuredData& data_;
  std::vector<Open> open_;
};

/// Values that are nothing but an "@id" shall name the thing that says most under that id.
void resolve_references(std::vector<Thing>& things) {
  std::map<std::string_view, ThingId> fullest;
  for (ThingId id = 0; id < things.size(); ++id) {
    if (things[id].id.empty()) continue;
    const auto [found, fresh] = fullest.emplace(things[id].id, id);
    if (!fresh && things[found->second].properties.size() < things[id].properties.size())
      found->second = id;
  }
  for (Thing& thing : things) {
    for (auto& [name, value] : thing.properties) {
      if (!value.thing || !things[*value.thing].properties.empty()) continue;
      const auto found = fullest.find(things[*value.thing].id);
      if (found != fullest.end()) value.thing = found->second;
    }
  }
}

}  // namespace

bool Thing::is(std::string_view type) const {
  return std::find(types.begin(), types.end(), type) != types.end();
}

const Value* Thing::find(std::string_view name) const {
  for (const auto& [key, value] : properties)
    if (key == name) return &value;
  return nullptr;
}

std::vector<const Value*> Thing::all(std::string_view name) const {
  std::vector<const Value*> values;
  for (const auto& [key, value] : properties)
    if (key == name) values.push_back(&value);
  return values;
}

std::string StructuredData::text_of(const Value& value, const Dom& dom) const {
  if (value.node) return one_line(dom.text_of(*value.node));
  if (!value.thing) return plain_text(value.text);
  const Thing& thing = things[*value.thing];
  for (const char* name : {"name", "@value"}) {
    const Value* inner = thing.find(name);
    if (inner == nullptr || inner->thing) continue;
    return inner->node ? one_line(dom.text_of(*inner->node)) : plain_text(inner->text);
  }
  return {};
}

StructuredData read_structured(const Dom& dom) {
  StructuredData data;
  read_json_ld(dom, data.things);
  Markup(dom, data).read();
  resolve_references(data.things);
  return data;
}

std::string plain_text(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) return one_line(html);
  // "The <picture> element" is a title, not markup.
  const bool markup = html.find("</") != std::string_view::npos ||
                      html.find("<br") != std::string_view::npos ||
                      html.find("/>") != std::string_view::npos;
  std::string escaped;
  for (const char c : html)
    escaped.append(c == '<' && !markup ? "&lt;" : std::string_view(&c, 1));
  const auto dom = Dom::parse(escaped);
  return dom ? one_line(dom->text_of(0)) : std::string();
}

}  // namespace recto::reader
