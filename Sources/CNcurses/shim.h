// The C side of ncursesw: Swift imports neither macros nor variadics, so each one needed stands here as a function.
#ifndef WIREROOM_CNCURSES_SHIM_H
#define WIREROOM_CNCURSES_SHIM_H

#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>

static inline WINDOW *nc_stdscr(void) { return stdscr; }

#endif
