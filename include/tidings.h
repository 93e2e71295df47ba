#ifndef TIDINGS_H
#define TIDINGS_H

/*
 * libtidings: reads reports and keeps the record of what they say.
 *
 * What comes out is the JSON that tidings-jsonl(5) describes. A handle belongs to one thread at a time; different
 * handles may be used by different threads at once. Functions return 0 when they did what they say; else one of the
 * codes below, and td_engine_message() tells what was wrong, where, and what to do.
 */

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct td_engine td_engine;

enum td_result {
    TD_RESULT_DONE = 0,
    TD_RESULT_SOME_REFUSED = 1, /* some inputs could not be read; the others are done */
    TD_RESULT_USAGE = 2,        /* a value that makes no sense: a day that is none, an interval that ends before it begins */
    TD_RESULT_FAILED = 3,       /* nothing could be done */
};

/* Receives `size` bytes of UTF-8, borrowed until it returns. A non-zero return ends the work, which then fails. */
typedef int td_receive(void *context, const char *bytes, size_t size);

/* The version of the library, as "0.1.0". */
const char *td_version(void);

/*
 * Make an engine over the lexicon at `pack`; NULL stands for the one that was installed with the library. `*out` is
 * the caller's, to td_engine_close(), also after a failure, when it still tells what was wrong; it is NULL only when no
 * memory was left.
 */
int td_engine_open(const char *pack, td_engine **out);
void td_engine_close(td_engine *engine);

/* What was wrong with the last call, or ""; with several refusals, one a line. Borrowed until the next call. */
const char *td_engine_message(const td_engine *engine);

/*
 * Read each report in `bytes` (plain text, an HTML page, or JSON lines) alone, and give its JSON object to `receive`, one
 * call a report. `name` becomes report.source. `published` is a day "YYYY-MM-DD", an interval "FROM..TO", or NULL where
 * the caller does not know.
 */
int td_engine_annotate(td_engine *engine, const char *name, const void *bytes, size_t size, const char *published,
                       td_receive *receive, void *context);

/* Bring the reports at `path` (a file or folder) into the store at `store`, made when absent, and compare them with its others. */
int td_engine_add(td_engine *engine, const char *store, const char *path, const char *published);

/* The whole record of a store as one JSON object, piece by piece. */
int td_engine_export(td_engine *engine, const char *store, td_receive *receive, void *context);

#ifdef __cplusplus
}
#endif

#endif
