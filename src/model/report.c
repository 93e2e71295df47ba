/*
 * What every stage asks of a report: its identifier, and what stands at an offset.
 * Input: a report. Output: an identifier, an index, a yes or no.
 */

#include "model/report.h"

#include "base/hash.h"

static const char *const origin_labels[] = {
    [TD_PUBLISHED_UNKNOWN] = NULL,
    [TD_PUBLISHED_GIVEN] = "given",
    [TD_PUBLISHED_METADATA] = "metadata",
    [TD_PUBLISHED_INFERRED] = "inferred",
};

const char *td_publication_origin_label(enum td_publication_origin origin) {
    return origin_labels[origin];
}

bool td_publication_origin_from_label(td_view label, enum td_publication_origin *origin) {
    for (unsigned k = 0; k < sizeof origin_labels / sizeof *origin_labels; k++) {
        td_view known = td_view_of(origin_labels[k]);
        if (td_view_present(known) != td_view_present(label) || !td_view_equal(known, label)) continue;
        *origin = (enum td_publication_origin)k;
        return true;
    }
    return false;
}

/* RFC 3986: a scheme is a letter, then letters, digits, '+', '-', '.'. */
static bool is_address(td_view source) {
    size_t colon = td_view_find(source, TD_VIEW("://"), 0);
    if (colon == SIZE_MAX || colon == 0) return false;
    for (size_t at = 0; at < colon; at++) {
        unsigned char byte = (unsigned char)source.bytes[at];
        bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        bool other = (byte >= '0' && byte <= '9') || byte == '+' || byte == '-' || byte == '.';
        if (!letter && !(other && at > 0)) return false;
    }
    return true;
}

void td_report_identify(td_report *report, td_arena *arena) {
    td_view name = is_address(report->source) ? report->source : td_path_base_name(report->source);
    char hex[17];
    td_hash_hex(td_hash_mix(td_hash(name), td_hash(report->text)), hex);
    report->id = td_arena_format(arena, "r%s", hex);
}

td_index td_report_sentence_at(const td_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->sentences.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->sentences.items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = low < report->sentences.count && report->sentences.items[low].span.start <= offset;
    return inside ? low : TD_NONE;
}

td_index td_report_token_at(const td_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->tokens.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->tokens.items[middle].span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

td_index td_report_mention_from(const td_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->mentions.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->mentions.items[middle].span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool td_report_in_boilerplate(const td_report *report, td_span span) {
    /* Boilerplate does not overlap and is in text order, so its ends rise too. */
    uint32_t low = 0, high = report->boilerplate.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->boilerplate.items[middle].span.end <= span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < report->boilerplate.count && td_span_overlaps(report->boilerplate.items[low].span, span);
}
