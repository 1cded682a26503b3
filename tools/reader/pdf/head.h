// Title, authors and date of a PDF.
#pragma once

#include <vector>

#include "content/deck/article.h"
#include "tools/reader/pdf/groups.h"

namespace recto::reader::pdf {

/// Title, authors and date: of what the first page shows, the largest type is the title and names
/// below it are the authors; what the file says of itself counts where it is no name of a file or
/// program. The title, what stands above it and addresses below it leave `groups`.
void take_head(std::vector<Group>& groups, const Info& info, float body, Article& article);

}  // namespace recto::reader::pdf
