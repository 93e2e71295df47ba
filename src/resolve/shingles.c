/*
 * Winnowed shingles.
 * Input: the words of a report's body as written. Output: of every run of
 * TD_SHINGLE_WINDOW consecutive shingles the smallest, each once.
 * Schleimer, Wilkerson, Aiken: Winnowing: Local Algorithms for Document
 * Fingerprinting, SIGMOD 2003; the robust variant, which keeps the last
 * choice for as long as it stays a minimum.
 */

#include "resolve/shingles.h"

#include "base/hash.h"

typedef struct word {
    uint64_t key;
    td_span span;
} word;
typedef TD_ARRAY(word) word_array;

static void collect_words(const td_report *report, td_arena *arena, word_array *words) {
    for (td_each(sentence, &report->sentences)) {
        if (!sentence->body) continue;
        for (td_index at = sentence->token_start; at < sentence->token_end; at++) {
            const td_token *token = &report->tokens.items[at];
            if (token->features & TD_FEATURE_PUNCTUATION || token->part_of_speech == TD_POS_PUNCTUATION) continue;
            *td_push(arena, words) = (word){token->key, token->span};
        }
    }
}

static uint64_t shingle_key(const word *words) {
    uint64_t key = 0;
    for (uint32_t at = 0; at < TD_SHINGLE_WORDS; at++) key = td_hash_mix(key, words[at].key);
    return key;
}

void td_shingles_make(const td_report *report, td_arena *arena, td_outline *outline) {
    word_array words = {0};
    collect_words(report, arena, &words);
    outline->body_words = words.count;
    if (words.count < TD_SHINGLE_WORDS) return;

    uint32_t count = words.count - TD_SHINGLE_WORDS + 1;
    uint64_t *keys = TD_NEW_ARRAY(arena, count, uint64_t);
    for (uint32_t at = 0; at < count; at++) keys[at] = shingle_key(&words.items[at]);

    uint32_t kept = UINT32_MAX;
    uint32_t windows = count > TD_SHINGLE_WINDOW ? count - TD_SHINGLE_WINDOW + 1 : 1;
    for (uint32_t start = 0; start < windows; start++) {
        uint32_t end = start + TD_SHINGLE_WINDOW < count ? start + TD_SHINGLE_WINDOW : count;
        uint32_t least = kept != UINT32_MAX && kept >= start ? kept : start;
        for (uint32_t at = start; at < end; at++)
            if (keys[at] < keys[least]) least = at;
        if (least == kept) continue;
        kept = least;
        td_span span = {words.items[least].span.start, words.items[least + TD_SHINGLE_WORDS - 1].span.end};
        *td_push(arena, &outline->shingles) = (td_outline_shingle){keys[least], span};
    }
}
