// What stands below figures and above tables.
#pragma once

#include <string_view>

namespace recto::reader::pdf {

/// "Figure 3: …", "Fig. 2. The …", "Table 1 The …", "Abb. 4: …"; not "Figure 3 shows …".
[[nodiscard]] bool begins_caption(std::string_view text);

}  // namespace recto::reader::pdf
