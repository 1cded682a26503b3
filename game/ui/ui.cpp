#include "game/ui/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "content/base/utf8.h"
#include "game/ui/ui_parts.h"

namespace recto::ui {
namespace {

constexpr int kFirstPage = 1024;    ///< pixels; room for about 3,000 glyphs of reading size
constexpr int kLargestPage = 4096;  ///< what every OpenGL 2 driver takes
constexpr float kNotch = 60;        ///< units that one notch of the wheel scrolls
constexpr float kFade = 24;         ///< units in which the end of a scrolled page fades out
constexpr float kAround = 12;       ///< units of air kept around what is scrolled into view

bool is_letter(char32_t c) {
  return c >= U'a' && c <= U'z';
}

bool fits(const Mods& wanted, const Stroke& stroke) {
  return wanted.ctrl == stroke.mods.ctrl && wanted.alt == stroke.mods.alt &&
         ((!wanted.ctrl && !wanted.shift) || wanted.shift == stroke.mods.shift);
}

/// By the layout in use where that has a character of ASCII, else by the place of the key. Digits
/// count by their place too: a French keyboard has them under Shift.
bool means(const Stroke& stroke, char32_t wanted) {
  if (stroke.character == wanted) return true;
  const bool foreign = stroke.character == 0 || stroke.character > 0x7F;
  const bool digit = wanted >= U'0' && wanted <= U'9';
  const bool by_place = (foreign && is_letter(wanted)) || (digit && !is_letter(stroke.character));
  return by_place && stroke.us_character == wanted;
}

}  // namespace

Ui::Parts::~Parts() {
  if (context == nullptr) return;
  ImGui::SetCurrentContext(context);
  ImGui::DestroyContext(context);
}

float Ui::Parts::px(float units) const {
  return std::round(units * scale);
}
ImVec2 Ui::Parts::point(Vec at) const {
  return {px(at.x), px(at.y)};
}

bool Ui::Parts::focus_is_field() const {
  return std::any_of(last_stops.begin(), last_stops.end(),
                     [&](const Stop& stop) { return stop.field && stop.id == focus; });
}

Result<Ui> Ui::make(Theme theme) {
  auto parts = std::make_unique<Parts>(RECTO_TRY(Faces::find()));
  parts->theme = std::move(theme);
  parts->context = ImGui::CreateContext();
  ImGui::SetCurrentContext(parts->context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  style.AntiAliasedLinesUseTex = false;
  parts->atlas.build(*io.Fonts, kFirstPage);
  return Ui(std::move(parts));
}

Ui::Ui(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Ui::Ui(Ui&&) noexcept = default;
Ui& Ui::operator=(Ui&&) noexcept = default;
Ui::~Ui() = default;

namespace {

/// Tab and Shift+Tab: the stop after or before the one with the focus, around at the ends.
void move_focus(Ui::Parts& parts, bool back) {
  const auto& stops = parts.last_stops;
  if (stops.empty()) return;
  const auto found = std::find_if(stops.begin(), stops.end(),
                                  [&](const Stop& stop) { return stop.id == parts.focus; });
  const auto count = static_cast<std::ptrdiff_t>(stops.size());
  std::ptrdiff_t index = found - stops.begin();
  if (found == stops.end()) index = back ? count : -1;
  index = (index + (back ? count - 1 : 1)) % count;
  parts.focus = stops[static_cast<std::size_t>(index)].id;
  parts.ring = true;
  parts.reveal_focus = true;
}

/// Takes Tab, and Enter and Space for the button that has the focus.
void apply_focus_keys(Ui::Parts& parts) {
  parts.activated.clear();
  std::erase_if(parts.strokes, [&](const Stroke& stroke) {
    if (stroke.mods.ctrl || stroke.mods.alt) return false;
    if (stroke.key == Key::Tab) {
      move_focus(parts, stroke.mods.shift);
      return true;
    }
    const bool presses = stroke.key == Key::Enter || stroke.key == Key::Space;
    if (!presses || parts.focus.empty() || !parts.ring || parts.focus_is_field()) return false;
    if (!stroke.repeat) parts.activated = parts.focus;
    return true;
  });
}

void begin_window(const ImVec2& size) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("recto", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
}

}  // namespace

void Ui::begin(const FrameInput& input, Vec size, float scale, double now) {
  Parts& parts = *parts_;
  ImGui::SetCurrentContext(parts.context);
  ImGuiIO& io = ImGui::GetIO();
  if (parts.atlas.is_full())
    parts.atlas.build(*io.Fonts, std::min(2 * parts.atlas.side(), kLargestPage));
  else if (scale != parts.scale)
    parts.atlas.build(*io.Fonts, parts.atlas.side());
  parts.scale = scale;
  io.DeltaTime = std::clamp(static_cast<float>(now - parts.now), 1e-4F, 1.0F);
  parts.now = now;
  io.DisplaySize = {size.x, size.y};
  const bool inside = input.mouse.x >= 0 && input.mouse.y >= 0;
  io.MousePos = inside ? ImVec2(input.mouse.x, input.mouse.y) : ImVec2(-FLT_MAX, -FLT_MAX);
  std::copy(input.down.begin(), input.down.end(), io.MouseDown);
  parts.wheel = input.wheel;
  parts.strokes = input.strokes;
  parts.is_deaf = false;
  parts.modal_is_gone = std::exchange(parts.has_modal, false);
  parts.wake.reset();
  parts.cursor = Cursor::Arrow;
  parts.stops.clear();
  parts.used_edits.clear();
  for (auto& [id, scroll] : parts.scrolls)
    scroll.drawn = false;
  parts.recorder.begin_frame(parts.recorder.screen());
  apply_focus_keys(parts);
  ImGui::NewFrame();
  begin_window(io.DisplaySize);
  parts.clips = {area()};
}

void Ui::end() {
  Parts& parts = *parts_;
  const auto focus = std::find_if(parts.stops.begin(), parts.stops.end(),
                                  [&](const Stop& stop) { return stop.id == parts.focus; });
  if (focus == parts.stops.end()) parts.focus.clear();
  parts.reveal_focus = false;
  parts.modal_is_gone = false;
  parts.last_stops = parts.stops;
  std::erase_if(parts.edits,
                [&](const auto& entry) { return !parts.used_edits.contains(entry.first); });
  std::erase_if(parts.scrolls, [](const auto& entry) { return !entry.second.drawn; });
  const std::uint64_t frame = parts.recorder.frames();
  std::erase_if(parts.appearing, [&](const auto& entry) { return entry.second.frame != frame; });
  ImGui::End();
  ImGui::Render();
  if (parts.atlas.is_full()) redraw_in(0);  // with a new page
}

std::optional<double> Ui::next_frame_at() const {
  return parts_->wake;
}
Cursor Ui::cursor() const {
  return parts_->cursor;
}
void Ui::set_theme(Theme theme) {
  parts_->theme = std::move(theme);
}
void Ui::set_still(bool still) {
  parts_->is_still = still;
}
const std::vector<std::string>& Ui::notes() const {
  return parts_->typesetter.faces().notes();
}

void Ui::set_clipboard(std::function<std::string()> read, std::function<void(std::string)> write) {
  parts_->read_clipboard = std::move(read);
  parts_->write_clipboard = std::move(write);
}

Rect Ui::area() const {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  return {0, 0, size.x / parts_->scale, size.y / parts_->scale};
}

float Ui::scale() const {
  return parts_->scale;
}
double Ui::now() const {
  return parts_->now;
}
const Theme& Ui::theme() const {
  return parts_->theme;
}
Recorder& Ui::recorder() {
  return parts_->recorder;
}
const Recorder& Ui::recorder() const {
  return parts_->recorder;
}

void Ui::redraw_in(double seconds) {
  const double at = parts_->now + seconds;
  parts_->wake = std::min(at, parts_->wake.value_or(at));
}

bool Ui::pressed(Key key, Mods mods) {
  if (typing() && !mods.ctrl && !mods.alt && key != Key::Escape) return false;
  return std::erase_if(parts_->strokes, [&](const Stroke& stroke) {
           return stroke.key == key && fits(mods, stroke) && !stroke.repeat;
         }) > 0;
}

bool Ui::pressed(char32_t character, Mods mods) {
  if (typing() && !mods.ctrl && !mods.alt) return false;
  return std::erase_if(parts_->strokes, [&](const Stroke& stroke) {
           return means(stroke, character) && fits(mods, stroke) && !stroke.repeat;
         }) > 0;
}

bool Ui::pressed_any() {
  return std::erase_if(parts_->strokes, [](const Stroke& stroke) {
           return !stroke.mods.ctrl && !stroke.mods.alt && !stroke.repeat &&
                  stroke.character != U'?';
         }) > 0;
}

bool Ui::stepped(Key key) {
  return std::erase_if(parts_->strokes, [&](const Stroke& stroke) {
           return stroke.key == key && fits({}, stroke);
         }) > 0;
}

bool Ui::typing() const {
  return !parts_->modal_is_gone && parts_->focus_is_field();
}

Touch Ui::touch(std::string_view id, const Rect& rect, Focusable focusable, Cursor cursor) {
  Parts& parts = *parts_;
  const std::string name(id);
  if (focusable != Focusable::No && !parts.is_deaf)
    parts.stops.push_back({name, focusable == Focusable::Field});
  Touch touch;
  touch.focused = focusable != Focusable::No && parts.focus == id;
  const ImVec2 begin = parts.point({rect.x, rect.y});
  const ImVec2 end = parts.point({rect.right(), rect.bottom()});
  const ImVec2 size(std::max(1.0F, end.x - begin.x), std::max(1.0F, end.y - begin.y));
  ImGui::SetCursorScreenPos(begin);
  touch.clicked = ImGui::InvisibleButton(name.c_str(), size);
  touch.hovered = ImGui::IsItemHovered();
  touch.held = ImGui::IsItemActive();
  touch.pressed = ImGui::IsItemActivated();
  touch.released = ImGui::IsItemDeactivated();
  touch.right_clicked = touch.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
  if (touch.hovered) parts.cursor = cursor;
  if (touch.pressed) {
    parts.focus = focusable == Focusable::Field ? name : std::string();
    parts.ring = false;
    touch.focused = focusable == Focusable::Field;
  }
  if (touch.focused && parts.activated == id) touch.clicked = true;
  touch.ring = touch.focused && parts.ring;
  if (touch.focused && parts.reveal_focus) bring_into_view(rect);
  return touch;
}

void Ui::set_focus(std::string_view id, Ring ring) {
  if (parts_->is_deaf) return;
  parts_->focus = id;
  parts_->ring = ring == Ring::Shown;
  parts_->reveal_focus = true;
}

bool Ui::has_focus(std::string_view id) const {
  return parts_->focus == id;
}

bool Ui::was_there(std::string_view id) const {
  return std::any_of(parts_->last_stops.begin(), parts_->last_stops.end(),
                     [&](const Stop& stop) { return stop.id == id; });
}

void Ui::record(Recorded widget) {
  widget.clip = parts_->clips.back();
  widget.behind = parts_->is_deaf;
  parts_->recorder.add(std::move(widget));
}

std::vector<Stroke> Ui::take_strokes() {
  return std::exchange(parts_->strokes, {});
}

void Ui::give_back(Stroke stroke) {
  parts_->strokes.push_back(std::move(stroke));
}

TextEdit& Ui::edit(std::string_view id, const std::string& text, TextEdit::Lines lines) {
  parts_->used_edits.emplace(id);
  const auto found = parts_->edits.find(id);
  if (found != parts_->edits.end() && found->second.text() == text) return found->second;
  return parts_->edits.insert_or_assign(std::string(id), TextEdit(text, lines)).first->second;
}

std::string Ui::field_text(std::string_view id) const {
  const auto found = parts_->edits.find(id);
  return found == parts_->edits.end() ? std::string() : found->second.text();
}

Range Ui::selected(std::string_view id) const {
  if (parts_->selection_id != id) return {};
  const auto [begin, end] = std::minmax(parts_->anchor, parts_->chosen);
  return {begin, end};
}

void Ui::select(std::string_view id, std::size_t anchor, std::size_t cursor) {
  parts_->selection_id = id;
  parts_->anchor = anchor;
  parts_->chosen = cursor;
}

std::size_t Ui::selection_anchor() const {
  return parts_->anchor;
}

void Ui::copy(std::string text) {
  if (parts_->write_clipboard)
    parts_->write_clipboard(std::move(text));
  else
    parts_->own_clipboard = std::move(text);
}

std::string Ui::pasted() {
  return valid_utf8(parts_->read_clipboard ? parts_->read_clipboard() : parts_->own_clipboard);
}

Vec Ui::mouse() const {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return {at.x / parts_->scale, at.y / parts_->scale};
}

bool Ui::double_clicked() const {
  return ImGui::GetIO().MouseClickedLastCount[ImGuiMouseButton_Left] > 1;
}

Rect Ui::begin_scroll(std::string_view id, const Rect& frame) {
  Parts& parts = *parts_;
  parts.scrolling = id;
  Scrolled& scroll = parts.scrolls[parts.scrolling];
  scroll.frame = frame;
  scroll.drawn = true;
  const float page = frame.h - 2 * kBody.size;
  if (frame.contains(mouse())) scroll.offset -= std::exchange(parts.wheel, 0.0F) * kNotch;
  if (stepped(Key::PageDown)) scroll.offset += page;
  if (stepped(Key::PageUp)) scroll.offset -= page;
  if (!typing() && stepped(Key::Down)) scroll.offset += kNotch;
  if (!typing() && stepped(Key::Up)) scroll.offset -= kNotch;
  scroll.offset = std::clamp(scroll.offset, 0.0F, std::max(0.0F, scroll.content - frame.h));
  scroll.offset = parts.px(scroll.offset) / parts.scale;
  push_clip(frame);
  return frame.moved(0, -scroll.offset);
}

void Ui::end_scroll(float bottom, Role ground) {
  Parts& parts = *parts_;
  pop_clip();
  const std::string id = std::exchange(parts.scrolling, {});
  Scrolled& scroll = parts.scrolls[id];
  const Rect frame = scroll.frame;
  const float content = bottom - (frame.y - scroll.offset);
  if (content != scroll.content) redraw_in(0);
  scroll.content = content;
  if (content <= frame.h + 0.5F) return;
  const float below = content - frame.h - scroll.offset;
  fade({frame.x, frame.bottom() - kFade, frame.w, kFade}, color(ground),
       std::min(1.0F, below / kFade));
  const float length = std::max(32.0F, frame.h * frame.h / content);
  const float room = frame.h - length, hidden = content - frame.h;
  const Rect bar{frame.right() - 10, frame.y + room * std::min(1.0F, scroll.offset / hidden), 8,
                 length};
  const Touch touch = this->touch(id + ".bar", bar, Focusable::No, Cursor::Arrow);
  if (touch.held && ImGui::GetIO().MouseDelta.y != 0 && room > 0) {
    scroll.offset += ImGui::GetIO().MouseDelta.y / parts.scale * hidden / room;
    redraw_in(0);
  }
  fill(bar.inset(1, 0), color(touch.hovered || touch.held ? Role::Muted : Role::Control), 3);
}

void Ui::bring_into_view(const Rect& rect) {
  if (parts_->scrolling.empty()) return;
  Scrolled& scroll = parts_->scrolls[parts_->scrolling];
  const float above = scroll.frame.y + kAround - rect.y;
  const float below = rect.bottom() + kAround - scroll.frame.bottom();
  if (above <= 0 && below <= 0) return;
  // What is taller than the frame shows its beginning.
  scroll.offset += above > 0 ? -above : std::min(below, -above);
  redraw_in(0);
}

void Ui::begin_above() {
  ImGui::GetWindowDrawList()->ChannelsSplit(2);
  ImGui::GetWindowDrawList()->ChannelsSetCurrent(1);
}

void Ui::go_behind() {
  ImGui::GetWindowDrawList()->ChannelsSetCurrent(0);
}
void Ui::end_above() {
  ImGui::GetWindowDrawList()->ChannelsMerge();
}

void Ui::begin_overlay(std::string_view id, const Rect& rect) {
  const ImVec2 begin = parts_->point({rect.x, rect.y});
  const ImVec2 end = parts_->point({rect.right(), rect.bottom()});
  ImGui::SetNextWindowPos(begin);
  ImGui::SetNextWindowSize({end.x - begin.x, end.y - begin.y});
  ImGui::Begin(std::string(id).c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  // A shadow may leave the rectangle.
  ImGui::PushClipRect({0, 0}, ImGui::GetIO().DisplaySize, false);
}

void Ui::end_overlay() {
  ImGui::PopClipRect();
  ImGui::End();
}

void Ui::begin_modal(std::string_view id, const Rect& panel) {
  Parts& parts = *parts_;
  parts.panel = panel;
  parts.has_modal = true;
  parts.modal_is_gone = false;
  parts.stops.clear();
  parts.recorder.put_behind();
  begin_overlay(id, area());
  fill(area(), color(Role::Shadow));
}

bool Ui::end_modal() {
  Parts& parts = *parts_;
  // What stands on the panel was offered the mouse before it, and it before what is beside.
  (void)touch("modal.panel", parts.panel, Focusable::No, Cursor::Arrow);
  const bool beside = touch("modal.beside", area(), Focusable::No, Cursor::Arrow).clicked;
  end_overlay();
  const bool escaped = pressed(Key::Escape);
  parts.strokes.clear();
  parts.wheel = 0;
  parts.is_deaf = true;
  return beside || escaped;
}

float Ui::appear(std::string_view id, double seconds) {
  auto& entry = parts_->appearing.try_emplace(std::string(id), Parts::Appearing{parts_->now, 0})
                    .first->second;
  entry.frame = parts_->recorder.frames();
  const double share = seconds <= 0 || parts_->is_still ? 1 : (parts_->now - entry.since) / seconds;
  if (share >= 1) return 1;
  redraw_in(0.016);
  const auto left = static_cast<float>(1 - share);
  return 1 - left * left * left;
}

}  // namespace recto::ui
