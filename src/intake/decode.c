/*
 * Bytes to UTF-8, by ICU's converters where they are in another encoding.
 * Input: bytes, perhaps the name of their encoding. Output: well-formed UTF-8, and a note where something was lost.
 */

#include "intake/decode.h"

#include <unicode/ucnv.h>

#include "base/utf8.h"

#define LONGEST_LABEL 40

/* What a label means on the web, where ICU would take it more narrowly (WHATWG "Encoding", section 4.2). */
static const struct {
    td_view label;
    const char *converter;
} labels[] = {
    {TD_VIEW("iso-8859-1"), "windows-1252"},
    {TD_VIEW("iso8859-1"), "windows-1252"},
    {TD_VIEW("latin1"), "windows-1252"},
    {TD_VIEW("latin-1"), "windows-1252"},
    {TD_VIEW("ascii"), "windows-1252"},
    {TD_VIEW("us-ascii"), "windows-1252"},
    {TD_VIEW("iso-8859-9"), "windows-1254"},
    {TD_VIEW("iso-8859-11"), "windows-874"},
    {TD_VIEW("tis-620"), "windows-874"},
    {TD_VIEW("gb2312"), "gb18030"},
    {TD_VIEW("gbk"), "gb18030"},
    {TD_VIEW("euc-kr"), "windows-949"},
    {TD_VIEW("ks_c_5601-1987"), "windows-949"},
    {TD_VIEW("x-sjis"), "shift_jis"},
    {TD_VIEW("utf-16"), "utf-8"},
    {TD_VIEW("utf-16le"), "utf-8"},
    {TD_VIEW("utf-16be"), "utf-8"}, /* a page whose label could be read as ASCII is not UTF-16 */
    {TD_VIEW("utf8"), "utf-8"},
    {TD_VIEW("unicode"), "utf-8"},
};

/* A copy in UTF-8, or absent when the converter is unknown or the bytes too many for it. */
static td_view convert(td_arena *arena, td_view bytes, const char *converter) {
    UErrorCode code = U_ZERO_ERROR;
    if (bytes.size > INT32_MAX / 4) return TD_VIEW_ABSENT;
    int32_t size = ucnv_convert("UTF-8", converter, NULL, 0, bytes.bytes, (int32_t)bytes.size, &code);
    if (code != U_BUFFER_OVERFLOW_ERROR || size <= 0) return TD_VIEW_ABSENT;
    char *out = td_arena_alloc(arena, (size_t)size + 1);
    code = U_ZERO_ERROR;
    size = ucnv_convert("UTF-8", converter, out, size + 1, bytes.bytes, (int32_t)bytes.size, &code);
    if (U_FAILURE(code)) return TD_VIEW_ABSENT;
    return (td_view){out, (size_t)size};
}

td_view td_decode_wide(td_arena *arena, td_view bytes) {
    const char *converter = NULL;
    if (td_view_starts_with(bytes, TD_VIEW("\xFF\xFE")))
        converter = "UTF-16LE";
    else if (td_view_starts_with(bytes, TD_VIEW("\xFE\xFF")))
        converter = "UTF-16BE";
    if (!converter) return bytes;
    td_view text = convert(arena, td_view_slice(bytes, 2, bytes.size), converter);
    return td_view_present(text) ? text : bytes;
}

/* The converter of a label, in `name`; false for UTF-8. */
static bool converter_of(td_view label, char name[LONGEST_LABEL + 1]) {
    label = td_view_trim(label);
    if (label.size == 0 || label.size > LONGEST_LABEL) return false;
    memcpy(name, label.bytes, label.size);
    name[label.size] = 0;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (td_view_equal_ascii_fold(label, labels[i].label)) strcpy(name, labels[i].converter);
    return !td_view_equal_ascii_fold(td_view_of(name), TD_VIEW("utf-8"));
}

static bool has_high_bytes(td_view bytes) {
    for (size_t i = 0; i < bytes.size; i++)
        if ((unsigned char)bytes.bytes[i] >= 0x80) return true;
    return false;
}

/* Whether more sequences of high bytes are ill-formed than well-formed. */
static bool is_mostly_not_utf8(td_view bytes) {
    size_t good = 0, bad = 0, length;
    for (size_t at = 0; at < bytes.size; at += length) {
        if ((unsigned char)bytes.bytes[at] < 0x80) {
            length = 1;
            continue;
        }
        /* U+FFFD itself, well-formed, is three bytes from EF; it counts as bad, being the trace of an earlier loss. */
        if (td_utf8_decode(bytes, at, &length) == TD_UTF8_REPLACEMENT)
            bad++;
        else
            good++;
    }
    return bad > good;
}

td_view td_decode(td_arena *arena, td_view bytes, td_view label, bool guess, td_view *warning) {
    char name[LONGEST_LABEL + 1] = "";
    size_t invalid = td_utf8_first_invalid(bytes);
    bool marked = td_view_starts_with(bytes, TD_VIEW("\xEF\xBB\xBF"));
    bool foreign = !marked && converter_of(label, name);
    /* Text of another encoding is hardly ever well-formed UTF-8 by chance, and labels are often left behind. */
    if (invalid == SIZE_MAX && (!foreign || has_high_bytes(bytes))) return bytes;
    if (!foreign && !marked && guess && is_mostly_not_utf8(bytes)) {
        strcpy(name, "windows-1252");
        foreign = true;
        *warning =
            td_arena_format(arena, "no UTF-8 from byte %zu on, and no encoding named; read as Windows-1252", invalid);
    }
    if (foreign) {
        td_view text = convert(arena, bytes, name);
        /* Some converters pass on what UTF-8 has no room for. */
        if (td_view_present(text)) return td_utf8_first_invalid(text) == SIZE_MAX ? text : td_utf8_repair(arena, text);
        *warning = td_arena_format(arena, "its encoding \"%s\" is unknown; read as UTF-8", name);
        if (invalid == SIZE_MAX) return bytes;
    }
    *warning = td_arena_format(arena, "ill-formed UTF-8, the first at byte %zu; replaced by U+FFFD", invalid);
    return td_utf8_repair(arena, bytes);
}
