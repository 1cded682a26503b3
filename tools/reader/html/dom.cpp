#include "tools/reader/html/dom.h"

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "tools/reader/html/prepare.h"

namespace recto::reader {

/// Memory for one parse: cheap to take, given back at once. It replaces gumbo's own clean-up, which
/// is recursive, and stops a page whose tree grows out of all proportion ("<font><font>… <p><p>…"
/// repeats the former in each of the latter): the parser does not expect to get no memory, so it
/// is left by a jump, which is sound, as it is C and owns nothing else.
class Dom::Arena {
 public:
  explicit Arena(std::size_t limit) : left_(limit) {}

  static void* take(void* arena, std::size_t bytes) {
    return static_cast<Arena*>(arena)->take(bytes);
  }
  static void give_back(void* /*arena*/, void* /*memory*/) {}

  std::jmp_buf out_of_memory{};

 private:
  static constexpr std::size_t kChunk = 1 << 18;

  void* take(std::size_t bytes) {
    const std::size_t size = (bytes + 15) / 16 * 16;
    if (size > left_) std::longjmp(out_of_memory, 1);
    left_ -= size;
    if (size > free_) {
      free_ = std::max(size, kChunk);
      // NOLINTNEXTLINE(modernize-make-unique): make_unique would clear the memory
      chunks_.emplace_back(new std::byte[free_]);
      next_ = chunks_.back().get();
    }
    free_ -= size;
    return std::exchange(next_, next_ + size);
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t free_ = 0;
  std::size_t left_;
};

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

void append_collapsed(std::string& text, std::string_view more) {
  for (const char c : more) {
    if (!is_blank(c))
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
}

/// A bit for what a name begins with.
std::uint32_t bit_of(const char* name) {
  return 1U << (static_cast<unsigned char>(*name) & 31U);
}

std::uint32_t initials_of(const GumboVector& attributes) {
  std::uint32_t initials = 0;
  for (unsigned i = 0; i < attributes.length; ++i)
    initials |= bit_of(static_cast<const GumboAttribute*>(attributes.data[i])->name);
  return initials;
}

/// As gumbo_get_attribute, which compares without case, though the parser has made all names small.
const GumboAttribute* find_attribute(const GumboVector& attributes, const char* name) {
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
    if (attribute->name[0] == name[0] && std::strcmp(attribute->name, name) == 0) return attribute;
  }
  return nullptr;
}

const GumboAttribute* find_attribute(const Node& node, const char* name) {
  if ((node.initials & bit_of(name)) == 0) return nullptr;
  return find_attribute(node.element->attributes, name);
}

std::string_view id_of(const GumboNode* node) {
  if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return {};
  const GumboAttribute* id = find_attribute(node->v.element.attributes, "id");
  return id == nullptr ? std::string_view{} : std::string_view(id->value);
}

/// React sends slow parts of a page late, hidden: `<div hidden id="S:1f">` at the end, which a
/// script moves to where `<template id="B:1f">` or "P:1f" holds its place. This does it without the
/// script.
class LateParts {
 public:
  explicit LateParts(const GumboNode* root) {
    std::vector<const GumboNode*> next{root};
    while (!next.empty()) {
      const GumboNode* node = next.back();
      next.pop_back();
      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
      if (const std::string_view id = id_of(node); id.starts_with("S:"))
        parts_.try_emplace(id.substr(2), node);
      const GumboVector& children = node->v.element.children;
      for (unsigned i = 0; i < children.length; ++i)
        next.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }

  /// What stands at the place of `node`: itself, the part that it waits for, or, when it is a part
  /// that stands elsewhere already, nothing.
  const GumboNode* placed(const GumboNode* node) {
    if (parts_.empty()) return node;
    const std::string_view id = id_of(node);
    if (!id.starts_with("S:") && !id.starts_with("B:") && !id.starts_with("P:")) return node;
    const auto part = parts_.find(id.substr(2));
    if (part == parts_.end()) return node;
    if (id[0] == 'S' && part->second != node && part->second != nullptr) return node;
    return std::exchange(part->second, nullptr);
  }

 private:
  std::unordered_map<std::string_view, const GumboNode*> parts_;
};

/// nullptr when the page would need more than its share of memory.
const GumboOutput* parse_in(const GumboOptions& options, std::string_view html,
                            std::jmp_buf& out_of_memory) {
  // NOLINTNEXTLINE(bugprone-*,cert-err52-cpp): see Arena
  if (setjmp(out_of_memory) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

}  // namespace

Result<Dom> Dom::parse(std::string_view html) {
  Dom dom;
  dom.html_ = std::make_unique<const std::string>(prepared(html));
  // A usual page needs 5 to 15 bytes for a byte.
  const auto arena = std::make_shared<Arena>((std::size_t{64} << 20) + dom.html_->size() * 48);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::take;
  options.deallocator = &Arena::give_back;
  options.userdata = arena.get();
  options.max_errors = 0;
  const GumboOutput* output = parse_in(options, *dom.html_, arena->out_of_memory);
  if (output == nullptr)
    return fail(Error::Kind::BadInput, "the page's markup is too entangled to be read", {},
                "save it as text and try again");
  dom.arena_ = arena;
  dom.flatten(output->root);
  return dom;
}

void Dom::flatten(const GumboNode* root) {
  struct Open {
    const GumboNode* node;
    NodeId id;
    unsigned next_child;
  };
  std::vector<Open> open;
  LateParts late(root);
  const auto add_element = [&](const GumboNode* node) {
    Node element;
    element.tag = node->v.element.tag;
    element.element = &node->v.element;
    element.initials = initials_of(element.element->attributes);
    const auto id = static_cast<NodeId>(nodes_.size());
    element.parent = open.empty() ? id : open.back().id;
    nodes_.push_back(element);
    open.push_back({node, id, 0});
  };
  add_element(root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child == children.length) {
      nodes_[top.id].end = static_cast<NodeId>(nodes_.size());
      open.pop_back();
      continue;
    }
    const GumboNode* child =
        late.placed(static_cast<const GumboNode*>(children.data[top.next_child++]));
    if (child == nullptr) continue;
    if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
      add_element(child);
    } else if (child->type != GUMBO_NODE_COMMENT) {
      Node text;
      text.parent = top.id;
      text.text = child->v.text.text;
      text.end = static_cast<NodeId>(nodes_.size() + 1);
      nodes_.push_back(text);
    }
  }
}

std::string_view Dom::attribute(NodeId node, const char* name) const {
  const GumboAttribute* found = find_attribute(nodes_[node], name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool Dom::has_attribute(NodeId node, const char* name) const {
  return find_attribute(nodes_[node], name) != nullptr;
}

std::string Dom::text_of(NodeId node) const {
  std::string text;
  for (NodeId at = node; at < nodes_[node].end; ++at)
    append_collapsed(text, nodes_[at].text);
  while (text.ends_with(' '))
    text.pop_back();
  return text;
}

}  // namespace recto::reader
