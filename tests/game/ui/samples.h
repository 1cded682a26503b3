// Screens full of content, for pictures and for checks of the layout: made up values in the shape
// that the real ones have, with titles and passages of every length.
#pragma once

#include "game/screens/import/import_draw.h"
#include "game/screens/import/preview_draw.h"
#include "game/screens/shell/shell_draw.h"
#include "game/screens/study/study_draw.h"
#include "game/screens/summary/summary_draw.h"

namespace recto::test {

enum class Asked { Reveal, Type, Choose, Cloze, Long };
[[nodiscard]] screens::StudyView study_sample(Asked asked, bool revealed);

[[nodiscard]] screens::SummaryView summary_sample(bool with_missed);

[[nodiscard]] screens::ImportView import_sample();
enum class Previewed { Usual, Seen, Filtered, Edited, Empty };
[[nodiscard]] screens::PreviewView preview_sample(Previewed previewed);

/// One screen with its side bar, by name: "decks", "decks-empty", "study-reveal", … ; see
/// `screen_names`. What was pressed is thrown away.
void draw_sample(ui::Ui& ui, std::string_view name);
[[nodiscard]] std::span<const std::string_view> screen_names();

}  // namespace recto::test
