// Markdown's dialects → CommonMark with GitHub's tables.
#pragma once

#include <string>
#include <string_view>

namespace recto::reader {

/// `text` without what only one program or the other understands, outside of code: footnotes
/// ("[^1]", "[^1]: …" with what is indented below it, "^[…]"), shortcodes and templates ("{{< …
/// >}}",
/// "{% … %}", "{{ … }}"), notes shown inside of others ("![[…]]"), attributes ("{#id .class}", "{:
/// …}"), emoji (":tada:"), marks around highlights ("==…=="), places for contents ("[TOC]"), lines
/// of hashtags, imports and exports of MDX. Admonitions ("!!! note", ":::tip") lose their fence and
/// their indent; one with a title becomes <details> with it as its <summary>. O(bytes). Sources:
/// the manuals of GitHub, Pandoc, kramdown, MkDocs, Docusaurus, VitePress, Hugo, Jekyll, Obsidian,
/// MDX.
[[nodiscard]] std::string common_markdown(std::string_view text);

}  // namespace recto::reader
