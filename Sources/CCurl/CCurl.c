#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// `struct curl_sockaddr` of libcurl's interface: what it is about to connect to.
struct target {
  int family;
  int kind;
  int protocol;
  unsigned length;
  struct sockaddr address;
};

// More numbers of its interface, for what this file sets by itself.
enum {
  OPEN_FUNCTION = 20163,
  OPEN_CONTEXT = 10164,
  WRITE_FUNCTION = 20011,
  WRITE_CONTEXT = 10001,
  HEADER_FUNCTION = 20079,
  HEADER_CONTEXT = 10029,
  PROGRESS_FUNCTION = 20219,
  PROGRESS_CONTEXT = 10057,
  GLOBAL_ALL = 3,
  BAD_SOCKET = -1,
};

static struct {
  int (*global_init)(long);
  void *(*make)(void);
  void (*free)(void *);
  int (*set)(void *, int, ...);
  int (*get)(void *, int, ...);
  int (*perform)(void *);
  const char *(*words)(int);
  void *(*append)(void *, const char *);
  void (*free_list)(void *);
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int failed = 1;
static cc_address_callback may_connect;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  struct {
    void *place;
    const char *name;
  } const symbols[] = {
    {&curl.global_init, "curl_global_init"}, {&curl.make, "curl_easy_init"},         {&curl.free, "curl_easy_cleanup"},
    {&curl.set, "curl_easy_setopt"},         {&curl.get, "curl_easy_getinfo"},       {&curl.perform, "curl_easy_perform"},
    {&curl.words, "curl_easy_strerror"},     {&curl.append, "curl_slist_append"},    {&curl.free_list, "curl_slist_free_all"},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *symbol = dlsym(library, symbols[i].name);
    if (!symbol) return;
    memcpy(symbols[i].place, &symbol, sizeof symbol);
  }
  failed = curl.global_init(GLOBAL_ALL) != 0;
}

int cc_load(cc_address_callback ask) {
  may_connect = ask;
  pthread_once(&once, load);
  return failed;
}

cc_handle *cc_make(void) { return curl.make(); }

void cc_free(cc_handle *handle) { curl.free(handle); }

int cc_set_number(cc_handle *handle, int option, long value) { return curl.set(handle, option, value); }

int cc_set_text(cc_handle *handle, int option, const char *value) { return curl.set(handle, option, value); }

int cc_set_list(cc_handle *handle, int option, cc_list *list) { return curl.set(handle, option, (void *)list); }

// The address that is really connected to: a name that resolves to another one the second time changes nothing.
static int open_socket(void *context, int purpose, struct target *target) {
  (void)purpose;
  if (!may_connect(&target->address, target->length, context)) return BAD_SOCKET;
  return socket(target->family, target->kind | SOCK_CLOEXEC, target->protocol);
}

void cc_set_callbacks(
  cc_handle *handle, cc_bytes_callback header, cc_bytes_callback body, cc_progress_callback progress, void *context) {
  curl.set(handle, HEADER_FUNCTION, header);
  curl.set(handle, HEADER_CONTEXT, context);
  curl.set(handle, WRITE_FUNCTION, body);
  curl.set(handle, WRITE_CONTEXT, context);
  curl.set(handle, PROGRESS_FUNCTION, progress);
  curl.set(handle, PROGRESS_CONTEXT, context);
  curl.set(handle, OPEN_FUNCTION, open_socket);
  curl.set(handle, OPEN_CONTEXT, context);
}

int cc_perform(cc_handle *handle) { return curl.perform(handle); }

long cc_number(cc_handle *handle, int info) {
  long value = 0;
  return curl.get(handle, info, &value) == 0 ? value : 0;
}

const char *cc_text(cc_handle *handle, int info) {
  const char *value = NULL;
  return curl.get(handle, info, &value) == 0 ? value : NULL;
}

const char *cc_words(int code) { return curl.words(code); }

cc_list *cc_append(cc_list *list, const char *text) { return curl.append(list, text); }

void cc_free_list(cc_list *list) { curl.free_list(list); }
