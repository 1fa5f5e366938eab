// What must be C because it runs inside signal handlers: the terminal is put back on a crash, signals become bytes in a
// pipe, and what is written to standard error while the screen is drawn is held until the screen is gone.
#ifndef WIREROOM_TERMINAL_H
#define WIREROOM_TERMINAL_H

#include <stddef.h>

/// Remembers the modes of the terminal `fd` as they are now. 0, or -1 where it is no terminal.
int ct_remember(int fd);
/// The bytes that put the terminal back (at most 512 are kept).
void ct_set_restore(const char *bytes, size_t count);
/// Installs handlers for crashes and for the signals that end a program; they restore a shown screen and die of the signal.
void ct_guard(void);
/// Whether a screen is shown that a handler would have to clear away.
void ct_set_shown(int shown);

/// Turns SIGWINCH, SIGTSTP and SIGCONT into bytes in a pipe; returns its reading end, or -1.
int ct_watch(void);
/// The next signal that came, 0 where none is left.
int ct_next_signal(void);
/// Stops the whole job as Ctrl-Z does, and returns when it is continued.
void ct_stop(void);

/// The size of the terminal; 0 where it is not known.
void ct_size(int fd, int *columns, int *rows);

/// Holds back what is written to standard error, if that is a terminal. 0, or -1 where nothing is held.
int ct_hold_errors(void);
/// Writes what was held and lets standard error be itself again.
void ct_release_errors(void);

#endif
