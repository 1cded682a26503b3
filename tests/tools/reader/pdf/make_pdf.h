// The smallest PDFs that show a text where a test wants it.
#pragma once

#include <cstddef>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace recto::reader::pdf {

/// A line in Helvetica, or in Helvetica Bold.
struct Print {
  double left = 72;
  double top = 72;  ///< of the page, 612 × 792 points, to the base of the letters
  double size = 11;
  std::string text;  ///< ASCII without brackets and backslashes
  bool bold = false;
};

using Prints = std::vector<Print>;

/// A PDF with these pages. `title` is that of the document's information.
inline std::string make_pdf(const std::vector<Prints>& pages, const std::string& title = {}) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>",
                                   {},
                                   "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                                   "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
                                   fmt::format("<< /Title ({}) >>", title)};
  std::string kids;
  for (const Prints& prints : pages) {
    std::string stream;
    for (const Print& print : prints)
      stream += fmt::format("BT /F{} {} Tf {} {} Td ({}) Tj ET\n", print.bold ? 2 : 1, print.size,
                            print.left, 792 - print.top, print.text);
    objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", stream.size(), stream));
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
                    objects.size()));
    kids += fmt::format("{} 0 R ", objects.size());
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  std::string file = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = file.size();
  return file + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, start);
}

}  // namespace recto::reader::pdf
