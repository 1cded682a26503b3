#include "game/ui/recorder.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace recto::ui {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(const Rect& rect) {
  return {rect.x, rect.y, rect.w, rect.h};
}

ordered_json json_of(const Recorded& widget) {
  ordered_json json = {{"kind", widget.kind}};
  if (!widget.name.empty()) json["name"] = widget.name;
  if (!widget.text.empty()) json["text"] = widget.text;
  if (!widget.value.empty()) json["value"] = widget.value;
  json["rect"] = json_of(widget.rect);
  if (common(widget.rect, widget.clip) != widget.rect) json["clip"] = json_of(widget.clip);
  if (widget.focused) json["focused"] = true;
  if (widget.hovered) json["hovered"] = true;
  if (widget.disabled) json["disabled"] = true;
  if (widget.cut) json["cut"] = true;
  if (widget.behind) json["behind"] = true;
  return json;
}

}  // namespace

void Recorder::begin_frame(std::string_view screen) {
  widgets_.clear();
  screen_ = screen;
  ++frames_;
}

void Recorder::put_behind() {
  for (Recorded& widget : widgets_)
    widget.behind = true;
}

const Recorded* Recorder::find(std::string_view name_or_text) const {
  for (const auto member : {&Recorded::name, &Recorded::text}) {
    const auto found = std::find_if(widgets_.begin(), widgets_.end(), [&](const Recorded& widget) {
      return widget.*member == name_or_text;
    });
    if (found != widgets_.end()) return &*found;
  }
  return nullptr;
}

std::string Recorder::json() const {
  std::string focus;
  ordered_json list = ordered_json::array();
  for (const Recorded& widget : widgets_) {
    if (widget.focused) focus = widget.name;
    list.push_back(json_of(widget));
  }
  const ordered_json dump = {
      {"screen", screen_}, {"frames", frames_}, {"focus", focus}, {"widgets", list}};
  return dump.dump(1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace recto::ui
