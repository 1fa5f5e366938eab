// A terminal in memory (libvterm), for tests only: what the program writes comes back as rows of characters. Its bit fields
// and unions do not come through to Swift, so each question the tests ask stands here as a function.
#ifndef WIREROOM_CVTERM_SHIM_H
#define WIREROOM_CVTERM_SHIM_H

#include <fcntl.h>
#include <pty.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <vterm.h>

// What the program switched on, and how often it rang the bell.
typedef struct {
  int alternate;
  int cursor_visible;
  int mouse;
  int bells;
} cv_state;

static inline int cv_settermprop(VTermProp prop, VTermValue *value, void *user) {
  cv_state *state = (cv_state *)user;
  if (prop == VTERM_PROP_ALTSCREEN) state->alternate = value->boolean;
  if (prop == VTERM_PROP_CURSORVISIBLE) state->cursor_visible = value->boolean;
  if (prop == VTERM_PROP_MOUSE) state->mouse = value->number;
  return 1;
}

static inline int cv_bell(void *user) {
  ((cv_state *)user)->bells++;
  return 1;
}

// A terminal with an alternate screen. `state` must live as long as it does.
static inline VTerm *cv_new(int rows, int columns, cv_state *state) {
  static const VTermScreenCallbacks callbacks = {.settermprop = cv_settermprop, .bell = cv_bell};
  VTerm *terminal = vterm_new(rows, columns);
  vterm_set_utf8(terminal, 1);
  VTermScreen *screen = vterm_obtain_screen(terminal);
  state->cursor_visible = 1;
  vterm_screen_set_callbacks(screen, &callbacks, state);
  vterm_screen_enable_altscreen(screen, 1);
  vterm_screen_reset(screen, 1);
  return terminal;
}

// Scalar `index` of the cell, 0 after the last; the right half of a wide character is UINT32_MAX.
static inline uint32_t cv_scalar(VTerm *terminal, int row, int column, int index) {
  VTermPos position = {.row = row, .col = column};
  VTermScreenCell cell;
  if (index >= VTERM_MAX_CHARS_PER_CELL) return 0;
  if (!vterm_screen_get_cell(vterm_obtain_screen(terminal), position, &cell)) return 0;
  return cell.chars[index];
}

// 1 bold, 2 underlined, 4 reversed, 8 with a background of its own.
static inline int cv_look(VTerm *terminal, int row, int column) {
  VTermPos position = {.row = row, .col = column};
  VTermScreenCell cell;
  if (!vterm_screen_get_cell(vterm_obtain_screen(terminal), position, &cell)) return 0;
  return (cell.attrs.bold ? 1 : 0) | (cell.attrs.underline ? 2 : 0) | (cell.attrs.reverse ? 4 : 0) |
         (VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) ? 0 : 8);
}

static inline void cv_write(VTerm *terminal, const char *bytes, size_t count) {
  vterm_input_write(terminal, bytes, count);
}

// A pseudo-terminal: its master side (closed in children, reads do not block) and, in `path`, the other's path. -1 on error.
static inline int cv_open_terminal(char *path) {
  int master, slave;
  if (openpty(&master, &slave, path, NULL, NULL) != 0) return -1;
  close(slave);
  fcntl(master, F_SETFD, FD_CLOEXEC);
  fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK);
  return master;
}

#endif
