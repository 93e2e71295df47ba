#ifndef TD_BASE_VIEW_H
#define TD_BASE_VIEW_H

/* A borrowed run of bytes. It owns nothing and need not end in a zero byte. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct td_view {
    const char *bytes; /* NULL for "absent", as opposed to "" for empty */
    size_t size;
} td_view;

#define TD_VIEW_ABSENT ((td_view){NULL, 0})
#define TD_VIEW(literal) ((td_view){"" literal, sizeof(literal) - 1})
/* The pair of arguments that "%.*s" takes. */
#define TD_VIEW_ARGUMENTS(view) (int)(view).size, (view).bytes ? (view).bytes : ""

static inline td_view td_view_of(const char *string) {
    return string ? (td_view){string, strlen(string)} : TD_VIEW_ABSENT;
}
static inline bool td_view_present(td_view view) {
    return view.bytes != NULL;
}
static inline bool td_view_equal(td_view a, td_view b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.bytes, b.bytes, a.size) == 0);
}

/* The bytes from `start` to before `end`; both are clamped to the view. */
td_view td_view_slice(td_view view, size_t start, size_t end);
/* Without leading and trailing ASCII white space. */
td_view td_view_trim(td_view view);
bool td_view_starts_with(td_view view, td_view prefix);
bool td_view_ends_with(td_view view, td_view suffix);
/* ASCII letters compared without regard to case. */
bool td_view_equal_ascii_fold(td_view a, td_view b);
/* Offset of the first occurrence of `needle` at or after `from`, or SIZE_MAX. */
size_t td_view_find(td_view view, td_view needle, size_t from);
/* Byte order, a prefix first; for qsort and bsearch. */
int td_view_compare(td_view a, td_view b);
/*
 * Cut the part before the next `separator` off the front of `*rest` and put it
 * in `*part`. False, with `*part` unchanged, once `*rest` is absent.
 */
bool td_view_split(td_view *rest, char separator, td_view *part);
/* A decimal whole number, sign allowed, nothing else around it. */
bool td_view_to_integer(td_view view, int64_t *value);
/* A decimal number as in JSON, nothing else around it; independent of the locale. */
bool td_view_to_number(td_view view, double *value);

#endif
