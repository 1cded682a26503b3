// Whether a request was meant for us, or another site sends it through a pupil's browser.
#pragma once

#include <string_view>

namespace recto::classroom {

/// Whether a Host header names this machine so that no name server could have been made to: an
/// address in numbers, "localhost", or the machine's own name, also under ".local", ".lan",
/// ".home",
/// ".fritz.box" or ".home.arpa" (against DNS rebinding). `machine` is what gethostname says.
[[nodiscard]] bool is_own_host(std::string_view host, std::string_view machine);

/// Whether an Origin header is that of the page served under this Host header. Absent (empty) is
/// fine: browsers send it with every WebSocket and every POST, so it is no browser.
[[nodiscard]] bool is_own_origin(std::string_view origin, std::string_view host);

}  // namespace recto::classroom
