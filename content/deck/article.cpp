#include "content/deck/article.h"

namespace recto {

std::string_view name_of(BlockType type) {
  switch (type) {
    case BlockType::Heading: return "heading";
    case BlockType::Paragraph: return "paragraph";
    case BlockType::List: return "list";
    case BlockType::Quote: return "quote";
    case BlockType::Code: return "code";
    case BlockType::Table: return "table";
    case BlockType::Caption: return "caption";
    case BlockType::Faq: return "faq";
  }
  return "paragraph";
}

std::string text_of(const Article& article) {
  std::string text;
  for (const Block& block : article.blocks) {
    if (block.type == BlockType::Caption) continue;
    if (!text.empty()) text += "\n\n";
    if (block.type == BlockType::Faq) text += block.question + "\n";
    text += block.text;
  }
  return text;
}

std::vector<FaqEntry> faq_of(const Article& article) {
  std::vector<FaqEntry> entries;
  for (const Block& block : article.blocks)
    if (block.type == BlockType::Faq) entries.push_back({block.question, block.text});
  return entries;
}

}  // namespace recto
