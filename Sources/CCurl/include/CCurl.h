// libcurl, opened when something is fetched for the first time: linked directly it costs every start 16 ms and 36 libraries.
// Its setopt and getinfo are variadic, which Swift cannot call, so each kind of argument has a function here.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Numbers of libcurl's interface, which it promises never to change (curl.se/libcurl/abi.html); 7.18 and later have all of them.
enum cc_option {
  CC_URL = 10002,
  CC_PROXY = 10004,
  CC_HTTPHEADER = 10023,
  CC_USERAGENT = 10018,
  CC_NOPROXY = 10177,
  CC_ACCEPT_ENCODING = 10102,
  CC_NOSIGNAL = 99,
  CC_NOPROGRESS = 43,
  CC_FOLLOWLOCATION = 52,
  CC_PROTOCOLS = 181,
  CC_TIMEOUT_MS = 155,
  CC_CONNECTTIMEOUT_MS = 156,
  CC_HTTP09_ALLOWED = 285,
};

enum cc_info {
  CC_RESPONSE_CODE = 0x200002,
  CC_REDIRECT_URL = 0x10001F,
};

enum cc_code {
  CC_OK = 0,
  CC_UNSUPPORTED_PROTOCOL = 1,
  CC_URL_MALFORMAT = 3,
  CC_COULDNT_RESOLVE_PROXY = 5,
  CC_COULDNT_RESOLVE_HOST = 6,
  CC_COULDNT_CONNECT = 7,
  CC_WEIRD_SERVER_REPLY = 8,
  CC_PARTIAL_FILE = 18,
  CC_WRITE_ERROR = 23,
  CC_OUT_OF_MEMORY = 27,
  CC_OPERATION_TIMEDOUT = 28,
  CC_SSL_CONNECT_ERROR = 35,
  CC_ABORTED_BY_CALLBACK = 42,
  CC_GOT_NOTHING = 52,
  CC_SEND_ERROR = 55,
  CC_RECV_ERROR = 56,
  CC_PEER_FAILED_VERIFICATION = 60,
  CC_BAD_CONTENT_ENCODING = 61,
  CC_SSL_CACERT_BADFILE = 77,
  CC_PROXY_ERROR = 97,
  CC_TOO_LARGE = 100,
};

typedef struct cc_handle cc_handle;
typedef struct cc_list cc_list;

/// Bytes of a header or a body; fewer taken than given ends the transfer.
typedef size_t (*cc_bytes_callback)(char *bytes, size_t size, size_t count, void *context);
/// How many bytes came over the wire so far; anything but 0 ends the transfer.
typedef int (*cc_progress_callback)(void *context, int64_t total, int64_t now, int64_t upload_total, int64_t upload_now);
/// Whether a connection to the address (a `struct sockaddr`) may be made; `context` is the transfer's.
typedef int (*cc_address_callback)(const void *address, unsigned length, void *context);

/// Opens libcurl once for the process; returns 0, or 1 where it is not there or too old. May be called from any thread. `ask`
/// is asked for each connection that any transfer makes, after names are resolved.
int cc_load(cc_address_callback ask);
cc_handle *cc_make(void);
void cc_free(cc_handle *handle);
int cc_set_number(cc_handle *handle, int option, long value);
int cc_set_text(cc_handle *handle, int option, const char *value);
int cc_set_list(cc_handle *handle, int option, cc_list *list);
/// The callbacks of a transfer and what they are given.
void cc_set_callbacks(
  cc_handle *handle, cc_bytes_callback header, cc_bytes_callback body, cc_progress_callback progress, void *context);
int cc_perform(cc_handle *handle);
long cc_number(cc_handle *handle, int info);
/// Belongs to the handle; NULL where there is none.
const char *cc_text(cc_handle *handle, int info);
const char *cc_words(int code);
cc_list *cc_append(cc_list *list, const char *text);
void cc_free_list(cc_list *list);
