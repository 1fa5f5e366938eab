// The C side of ncursesw: Swift imports neither macros nor variadics, so each one needed stands here as a function.
#ifndef WIREROOM_CNCURSES_SHIM_H
#define WIREROOM_CNCURSES_SHIM_H

#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <term.h>
#include <wchar.h>

static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline WINDOW *nc_curscr(void) { return curscr; }
static inline int nc_colours(void) { return COLORS; }
static inline int nc_pairs(void) { return COLOR_PAIRS; }

// newterm on standard input and output: unlike initscr it comes back when the terminal is not known.
static inline SCREEN *nc_newterm(void) { return newterm(NULL, stdout, stdin); }

static inline attr_t nc_bold(void) { return WA_BOLD; }
static inline attr_t nc_dim(void) { return WA_DIM; }
static inline attr_t nc_italic(void) { return WA_ITALIC; }
static inline attr_t nc_underline(void) { return WA_UNDERLINE; }
static inline attr_t nc_reverse(void) { return WA_REVERSE; }

// The terminal's string `name`, or NULL where it has none.
static inline const char *nc_string(const char *name) {
  const char *found = tigetstr(name);
  return found == (const char *)-1 ? NULL : found;
}

// One cell: a spacing character and up to four marks in `text`, ended by 0.
static inline int nc_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)pair, NULL);
}

static inline int nc_columns(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

// Whether text leaves this program as UTF-8.
static inline int nc_is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return codeset && (codeset[0] == 'U' || codeset[0] == 'u') && (codeset[3] == '8' || codeset[4] == '8');
}

// The locale of the environment; 1 where it speaks UTF-8. Where it does not, C.UTF-8 is taken for characters alone, so
// that ncurses loses no text, and the answer is 0.
static inline int nc_set_locale(void) {
  setlocale(LC_ALL, "");
  if (nc_is_utf8()) return 1;
  setlocale(LC_CTYPE, "C.UTF-8");
  return 0;
}

#endif
