#include "game/ui/window.h"

#include <GL/gl.h>
#include <SFML/System/Err.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Cursor.hpp>
#include <SFML/Window/Event.hpp>
#include <SFML/Window/Window.hpp>
#include <algorithm>
#include <array>
#include <backends/imgui_impl_opengl2.h>
#include <chrono>
#include <cmath>
#include <poll.h>
#include <set>
#include <stb_image_write.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "content/files/files.h"
#include "game/ui/desktop.h"
#include "game/ui/ui_parts.h"

namespace recto::ui {
namespace {

constexpr int kFramesAfterEvent = 2;  ///< Dear ImGui shows the effect of a click in the second
constexpr int kBlindWait = 50;        ///< ms between looks where SFML's socket was not found
constexpr Vec kLeast{480, 400};       ///< pixels, smallest window
constexpr float kZooms[] = {0.75F, 0.9F, 1, 1.1F, 1.25F, 1.5F, 1.75F, 2, 2.5F, 3};
constexpr std::array<const char*, 3> kThemes = {"light", "dark", "contrast"};

double seconds_now() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

bool leads_to_x(int descriptor) {
  sockaddr_un address{};
  socklen_t length = sizeof address;
  if (getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0) return false;
  if (address.sun_family != AF_UNIX) return true;  // a remote display
  const std::size_t used = length - offsetof(sockaddr_un, sun_path);
  return std::string_view(address.sun_path, used).find("X11-unix") != std::string_view::npos;
}

/// The open sockets that lead to the X server. SFML does not tell its own: it is the new one.
std::set<int> x_sockets() {
  std::set<int> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
    const int descriptor = std::atoi(entry.path().filename().c_str());
    if (leads_to_x(descriptor)) found.insert(descriptor);
  }
  return found;
}

std::optional<MouseButton> button_of(sf::Mouse::Button button) {
  if (button == sf::Mouse::Left) return MouseButton::Left;
  if (button == sf::Mouse::Right) return MouseButton::Right;
  if (button == sf::Mouse::Middle) return MouseButton::Middle;
  return std::nullopt;
}

Vec place_of(int x, int y) {
  return {static_cast<float>(x), static_cast<float>(y)};
}

}  // namespace

void Waker::operator()() const {
  const std::uint64_t one = 1;
  // The counter cannot be full: the loop empties it on every turn.
  [[maybe_unused]] const auto written = write(*event_, &one, sizeof one);
}

struct Window::Parts {
  Parts(Desktop own, Ui made) : desktop(std::move(own)), ui(std::move(made)) {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts();

  Desktop desktop;
  Ui ui;
  sf::Window window;
  int socket = -1;              ///< SFML's; -1 when it was not found
  std::shared_ptr<int> waking;  ///< an eventfd
  std::array<sf::Cursor, 3> cursors;
  Cursor cursor = Cursor::Arrow;
  InputQueue queue;
  Look look;
  std::string shown_theme;
  float desktop_scale = 1;
  int frames_due = kFramesAfterEvent;
  std::uint64_t frames = 0;
  std::uint64_t texture_generation = 0;
  bool closing = false;
  std::filesystem::path dump;
  std::filesystem::path picture;

  void drain();
  void drain_sfml();
  void take(const sf::Event& event);
  void wait();
  void draw(const std::function<void(Ui&)>& frame);
  void apply_shortcuts();
  void zoom(int steps);
  void choose_theme(const std::string& name);
  void follow_desktop();
  void upload();
  void show();
  void save_picture();
};

Window::Parts::~Parts() {
  if (window.isOpen()) {
    window.setActive(true);
    ImGui::SetCurrentContext(ui.parts().context);
    if (ImGui::GetIO().BackendRendererUserData != nullptr) ImGui_ImplOpenGL2_Shutdown();
  }
  if (waking) ::close(*waking);
}

void Window::Parts::take(const sf::Event& event) {
  Event mouse;
  switch (event.type) {
    case sf::Event::Closed: closing = true; return;
    case sf::Event::Resized:
    case sf::Event::GainedFocus: frames_due = kFramesAfterEvent; return;
    default: break;
  }
  if (desktop.has_pointer()) return;
  switch (event.type) {
    case sf::Event::MouseMoved: mouse.at = place_of(event.mouseMove.x, event.mouseMove.y); break;
    case sf::Event::MouseLeft: mouse.kind = Event::Kind::MouseLeave; break;
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased: {
      const auto button = button_of(event.mouseButton.button);
      if (!button) return;
      mouse.kind = event.type == sf::Event::MouseButtonPressed ? Event::Kind::MousePress
                                                               : Event::Kind::MouseRelease;
      mouse.button = *button;
      mouse.at = place_of(event.mouseButton.x, event.mouseButton.y);
      break;
    }
    case sf::Event::MouseWheelScrolled:
      if (event.mouseWheelScroll.wheel != sf::Mouse::VerticalWheel) return;
      mouse.kind = Event::Kind::Wheel;
      mouse.wheel = event.mouseWheelScroll.delta;
      break;
    default: return;  // keys and text come through our own connection
  }
  queue.push(std::move(mouse));
}

void Window::Parts::drain_sfml() {
  sf::Event event{};
  while (window.pollEvent(event))
    take(event);
}

void Window::Parts::drain() {
  drain_sfml();
  drain_sfml();  // SFML's answer to another program's paste stays unflushed without a second round
  const Desktop::Happened happened = desktop.drain(queue);
  if (happened.exposed || happened.brought) frames_due = kFramesAfterEvent;
  if (happened.settings) follow_desktop();
}

void Window::Parts::follow_desktop() {
  const float scale = desktop.scale();
  if (scale != desktop_scale) frames_due = kFramesAfterEvent;
  desktop_scale = scale;
  if (look.theme.empty()) choose_theme(desktop.dark().value_or(false) ? "dark" : "light");
}

void Window::Parts::choose_theme(const std::string& name) {
  if (name == shown_theme) return;
  if (auto theme = load_theme(name)) {  // a theme that was damaged meanwhile leaves the old one
    ui.set_theme(std::move(*theme));
    shown_theme = name;
    frames_due = kFramesAfterEvent;
  }
}

void Window::Parts::zoom(int steps) {
  const auto* const here = std::min_element(
      std::begin(kZooms), std::end(kZooms),
      [&](float a, float b) { return std::abs(a - look.zoom) < std::abs(b - look.zoom); });
  const auto index =
      std::clamp(here - std::begin(kZooms) + steps, std::ptrdiff_t{0}, std::ssize(kZooms) - 1);
  look.zoom = kZooms[index];
  frames_due = kFramesAfterEvent;
}

void Window::Parts::apply_shortcuts() {
  if (ui.pressed(U'+', kCtrl) || ui.pressed(U'+', kCtrlShift) || ui.pressed(U'=', kCtrl)) zoom(+1);
  if (ui.pressed(U'-', kCtrl)) zoom(-1);
  if (ui.pressed(U'0', kCtrl)) {
    look.zoom = 1;
    frames_due = kFramesAfterEvent;
  }
  if (ui.pressed(U'l', kCtrlShift)) {
    const auto* const shown = std::find(kThemes.begin(), kThemes.end(), shown_theme);
    const bool last = shown == kThemes.end() || shown + 1 == kThemes.end();
    look.theme = last ? kThemes.front() : *(shown + 1);
    choose_theme(look.theme);
  }
}

void Window::Parts::wait() {
  std::array<pollfd, 3> sources{
      {{desktop.socket(), POLLIN, 0}, {*waking, POLLIN, 0}, {socket, POLLIN, 0}}};
  int timeout = socket < 0 ? kBlindWait : -1;
  if (const auto at = ui.next_frame_at()) {
    const double left = std::max(0.0, *at - seconds_now());
    const int wanted = static_cast<int>(std::ceil(left * 1000));
    timeout = timeout < 0 ? wanted : std::min(timeout, wanted);
  }
  poll(sources.data(), socket < 0 ? 2 : 3, timeout);
  std::uint64_t count = 0;
  if ((sources[1].revents & POLLIN) != 0 && read(*waking, &count, sizeof count) > 0)
    frames_due = kFramesAfterEvent;
}

void Window::Parts::draw(const std::function<void(Ui&)>& frame) {
  const sf::Vector2u size = window.getSize();
  const Vec pixels{static_cast<float>(size.x), static_cast<float>(size.y)};
  const bool had_input = !queue.empty();
  ui.begin(queue.take_frame(ui.typing()), pixels, desktop_scale * look.zoom, seconds_now());
  frame(ui);
  apply_shortcuts();
  ui.end();
  if (had_input) frames_due = kFramesAfterEvent;
  if (frames_due > 0) --frames_due;
  if (queue.empty() && desktop.is_mapped()) show();
}

/// Brings the glyphs that are new in this frame to the graphics card.
void Window::Parts::upload() {
  Atlas& atlas = ui.parts().atlas;
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  const Dirty dirty = atlas.take_dirty();
  if (texture_generation != atlas.generation()) {
    ImGui_ImplOpenGL2_DestroyFontsTexture();
    ImGui_ImplOpenGL2_CreateFontsTexture();
    texture_generation = atlas.generation();
    return;
  }
  if (dirty.empty()) return;
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(fonts.TexID)));
  glPixelStorei(GL_UNPACK_ROW_LENGTH, fonts.TexWidth);
  glTexSubImage2D(GL_TEXTURE_2D, 0, dirty.left, dirty.top, dirty.right - dirty.left,
                  dirty.bottom - dirty.top, GL_RGBA, GL_UNSIGNED_BYTE,
                  fonts.TexPixelsRGBA32 + dirty.top * fonts.TexWidth + dirty.left);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void Window::Parts::show() {
  window.setActive(true);
  upload();
  const Color page = ui.color(Role::Page);
  const sf::Vector2u size = window.getSize();
  glViewport(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y));
  glClearColor(static_cast<float>(page.r) / 255, static_cast<float>(page.g) / 255,
               static_cast<float>(page.b) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL2_RenderDrawData(ImGui::GetDrawData());
  if (!picture.empty()) save_picture();
  window.display();
  ++frames;
  if (cursor != ui.cursor()) {
    cursor = ui.cursor();
    window.setMouseCursor(cursors[static_cast<std::size_t>(cursor)]);
  }
  // A dump is for tests: what cannot be written is missed by the test.
  if (!dump.empty()) (void)write_file(dump, ui.recorder().json());
}

void Window::Parts::save_picture() {
  const sf::Vector2u size = window.getSize();
  std::vector<unsigned char> pixels(std::size_t{4} * size.x * size.y);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y), GL_RGBA,
               GL_UNSIGNED_BYTE, pixels.data());
  for (std::size_t i = 3; i < pixels.size(); i += 4)
    pixels[i] = 255;
  stbi_flip_vertically_on_write(1);
  stbi_write_png(picture.c_str(), static_cast<int>(size.x), static_cast<int>(size.y), 4,
                 pixels.data(), static_cast<int>(size.x) * 4);
  picture.clear();
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const Options& options) {
  sf::err().rdbuf(nullptr);  // it reports missing vertical sync and the like to the terminal
  Desktop desktop = RECTO_TRY(Desktop::open());
  const bool dark = desktop.dark().value_or(false);
  const std::string name = !options.look.theme.empty() ? options.look.theme
                           : dark                      ? "dark"
                                                       : "light";
  Theme theme = RECTO_TRY(load_theme(name));
  Ui ui = RECTO_TRY(Ui::make(std::move(theme)));
  const std::set<int> before = x_sockets();
  const sf::Cursor first;  // connects SFML, whose windows and cursors share one connection
  const std::set<int> after = x_sockets();
  auto parts = std::make_unique<Parts>(std::move(desktop), std::move(ui));
  for (const int descriptor : after)
    if (!before.contains(descriptor)) parts->socket = descriptor;
  parts->look = options.look;
  parts->shown_theme = name;
  parts->dump = options.dump;
  parts->desktop_scale = parts->desktop.scale();
  const float scale = parts->desktop_scale;
  const auto width = static_cast<unsigned>(static_cast<float>(options.width) * scale);
  const auto height = static_cast<unsigned>(static_cast<float>(options.height) * scale);
  parts->window.create({width, height}, options.title, sf::Style::Default);
  if (!parts->window.isOpen())
    return fail(Error::Kind::Failed, "no window can be opened on this display");
  parts->desktop.attach(parts->window.getSystemHandle(), kLeast);
  parts->waking = std::make_shared<int>(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  parts->window.setVerticalSyncEnabled(true);
  parts->cursors[0].loadFromSystem(sf::Cursor::Arrow);
  parts->cursors[1].loadFromSystem(sf::Cursor::Hand);
  parts->cursors[2].loadFromSystem(sf::Cursor::Text);
  ImGui::SetCurrentContext(parts->ui.parts().context);
  if (!ImGui_ImplOpenGL2_Init()) return fail(Error::Kind::Failed, "OpenGL does not start");
  parts->ui.set_clipboard(
      [] {
        const auto bytes = sf::Clipboard::getString().toUtf8();
        return std::string(bytes.begin(), bytes.end());
      },
      [](const std::string& text) {
        sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
      });
  return Window(std::move(parts));
}

void Window::run(const std::function<void(Ui&)>& frame) {
  Parts& parts = *parts_;
  while (!parts.closing) {
    parts.drain();
    const auto timer = parts.ui.next_frame_at();
    const bool timer_due = timer && *timer <= seconds_now();
    const bool visible = parts.desktop.is_mapped();
    if (!parts.queue.empty() || (visible && (parts.frames_due > 0 || timer_due)))
      parts.draw(frame);
    else
      parts.wait();
  }
}

void Window::close() {
  parts_->closing = true;
}

Waker Window::waker() const {
  Waker waker;
  waker.event_ = parts_->waking;
  return waker;
}

unsigned long Window::id() const {
  return parts_->window.getSystemHandle();
}

void Window::raise() {
  parts_->window.requestFocus();
}
const Look& Window::look() const {
  return parts_->look;
}
const std::vector<std::string>& Window::notes() const {
  return parts_->ui.notes();
}
void Window::switch_theme() {
  parts_->look.theme = parts_->ui.theme().dark ? "light" : "dark";
  parts_->choose_theme(parts_->look.theme);
}
void Window::set_theme(const std::string& name) {
  parts_->look.theme = name;
  if (name.empty())
    parts_->follow_desktop();
  else
    parts_->choose_theme(name);
}
void Window::zoom(int steps) {
  parts_->zoom(steps);
}
void Window::set_zoom(float zoom) {
  parts_->look.zoom = std::clamp(zoom, std::begin(kZooms)[0], *std::prev(std::end(kZooms)));
  parts_->frames_due = kFramesAfterEvent;
}
void Window::paste() {
  parts_->desktop.paste();
}
std::vector<Brought> Window::take_brought() {
  return parts_->desktop.take_brought();
}
void Window::take_picture(std::filesystem::path file) {
  parts_->picture = std::move(file);
  parts_->frames_due = kFramesAfterEvent;
}
std::uint64_t Window::frames() const {
  return parts_->frames;
}

}  // namespace recto::ui
