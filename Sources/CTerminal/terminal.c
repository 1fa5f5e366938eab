// Signal handlers and the state they need. Only async-signal-safe calls below `die`: write, tcsetattr, lseek, read, raise.
#define _GNU_SOURCE
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static int terminal_fd = -1;
static struct termios remembered;
static char restore_bytes[512];
static size_t restore_count;
static volatile sig_atomic_t shown;

static int signal_pipe[2] = {-1, -1};

// Standard error as it was, and the file in memory that stands for it.
static int real_errors = -1;
static int held_errors = -1;

static void write_all(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t n = write(fd, bytes, count);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    bytes += n;
    count -= (size_t)n;
  }
}

static void show_held_errors(void) {
  if (held_errors < 0 || real_errors < 0) return;
  char chunk[1024];
  lseek(held_errors, 0, SEEK_SET);
  for (;;) {
    ssize_t n = read(held_errors, chunk, sizeof chunk);
    if (n <= 0) return;
    write_all(real_errors, chunk, (size_t)n);
  }
}

static void die(int number) {
  int saved = shown;
  shown = 0;
  if (saved && terminal_fd >= 0) {
    write_all(terminal_fd, restore_bytes, restore_count);
    // In the background the modes are the shell's, and setting them would stop the process.
    if (tcgetpgrp(terminal_fd) == getpgrp()) tcsetattr(terminal_fd, TCSANOW, &remembered);
  }
  if (saved) show_held_errors();
  // The default action is back (SA_RESETHAND): the process ends with the status of its signal.
  raise(number);
}

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

int ct_remember(int fd) {
  if (tcgetattr(fd, &remembered) != 0) return -1;
  terminal_fd = fd;
  return 0;
}

void ct_set_restore(const char *bytes, size_t count) {
  restore_count = count < sizeof restore_bytes ? count : sizeof restore_bytes;
  memcpy(restore_bytes, bytes, restore_count);
}

void ct_set_shown(int now) { shown = now; }

void ct_guard(void) {
  static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGTERM, SIGHUP, SIGQUIT, SIGINT,
                              SIGSYS, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU};
  // A stack of its own, or running out of stack would leave the terminal raw.
  static char stack[65536];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = die;
  action.sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
    struct sigaction before;
    // What the parent ignores (nohup) stays ignored.
    if (sigaction(fatal[i], NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(fatal[i], &action, NULL);
  }
  // Their default action would kill: a closed pipe and a full file are errors that are answered where they happen.
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

static void watch_signals(void) {
  static const int watched[] = {SIGWINCH, SIGTSTP, SIGCONT};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) sigaction(watched[i], &action, NULL);
}

int ct_watch(void) {
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  watch_signals();
  return signal_pipe[0];
}

int ct_next_signal(void) {
  unsigned char byte;
  if (signal_pipe[0] < 0 || read(signal_pipe[0], &byte, 1) != 1) return 0;
  return byte;
}

void ct_stop(void) {
  signal(SIGTSTP, SIG_DFL);
  // The whole job, as the terminal does it: a shell script around us stops too.
  kill(0, SIGTSTP);
  watch_signals();
}

void ct_size(int fd, int *columns, int *rows) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  ioctl(fd, TIOCGWINSZ, &size);
  *columns = size.ws_col;
  *rows = size.ws_row;
}

int ct_hold_errors(void) {
  if (held_errors >= 0 || !isatty(STDERR_FILENO)) return -1;
  int file = memfd_create("standard error", MFD_CLOEXEC);
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (file < 0 || real < 0 || dup2(file, STDERR_FILENO) < 0) {
    if (file >= 0) close(file);
    if (real >= 0) close(real);
    return -1;
  }
  real_errors = real;
  held_errors = file;
  return 0;
}

void ct_release_errors(void) {
  if (held_errors < 0) return;
  dup2(real_errors, STDERR_FILENO);
  show_held_errors();
  close(held_errors);
  close(real_errors);
  held_errors = real_errors = -1;
}
