/*
 * Months that reports name.
 * Input: the words of an outline's sentences. Output: how often each month of
 * the year stands in them. Years are seldom written in news and days seldom
 * mean the same twice; months are both written and few.
 */

#include "resolve/months.h"

#include <math.h>

#include "lexicon/word_key.h"

static const char *const names[12] = {"january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december"};

td_months td_months_of(const td_outline *outline) {
    td_months months = {.total = 0};
    uint64_t keys[12];
    for (int month = 0; month < 12; month++) keys[month] = td_word_key(td_view_of(names[month]));
    bool lead = true;
    for (td_each(sentence, &outline->sentences)) {
        for (uint32_t at = sentence->terms_start; at < sentence->terms_end; at++) {
            for (int month = 0; month < 12; month++) {
                if (outline->terms.items[at] != keys[month]) continue;
                months.counts[month]++;
                months.total++;
                if (lead && sentence->body) months.lead |= 1U << month;
            }
        }
        lead = lead && !sentence->body;
    }
    return months;
}

void td_months_add(td_months *to, const td_months *more) {
    for (int month = 0; month < 12; month++) to->counts[month] += more->counts[month];
    to->total += more->total;
    to->lead |= more->lead;
}

double td_months_agree(const td_months *a, const td_months *b, double otherwise) {
    if (a->total == 0 || b->total == 0) return otherwise;
    double product = 0, length_a = 0, length_b = 0;
    for (int month = 0; month < 12; month++) {
        product += a->counts[month] * b->counts[month];
        length_a += a->counts[month] * a->counts[month];
        length_b += b->counts[month] * b->counts[month];
    }
    return product / sqrt(length_a * length_b);
}

bool td_months_lead_apart(const td_months *a, const td_months *b) {
    uint32_t next = (a->lead << 1 | a->lead >> 11) & 0xFFFU, before = (a->lead >> 1 | a->lead << 11) & 0xFFFU;
    return a->lead && b->lead && !((a->lead | next | before) & b->lead);
}
