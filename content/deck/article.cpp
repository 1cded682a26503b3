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

namespace {

/// The article without its blocks.
Article about_of(const Article& article) {
  Article about;
  about.title = article.title;
  about.authors = article.authors;
  about.published = article.published;
  about.language = article.language;
  about.site = article.site;
  about.url = article.url;
  return about;
}

}  // namespace

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

std::vector<Article> chapters_of(const Article& article) {
  std::vector<Article> chapters;
  const Article about = about_of(article);
  std::string open;
  for (const Block& block : article.blocks) {
    if (block.chapter.empty()) continue;
    if (block.chapter != open) {
      open = block.chapter;
      chapters.push_back(about);
      chapters.back().title += ": " + open;
      if (!article.url.empty()) chapters.back().url += "#" + open;
    }
    const bool names_it = block.type == BlockType::Heading && block.text == open;
    if (!names_it) chapters.back().blocks.push_back(block);
  }
  std::erase_if(chapters, [](const Article& chapter) { return chapter.blocks.empty(); });
  if (chapters.empty()) chapters.push_back(article);
  return chapters;
}

}  // namespace recto
