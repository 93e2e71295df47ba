/* Reports for tests of single finders. Input: marked sentences. Output: text, sentences, tokens. */

#include "small_report.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

td_units *small_units(const char *path, td_arena *arena) {
    td_error error = TD_ERROR_INIT;
    td_buffer buffer;
    td_buffer_init(&buffer, 1 << 20);
    td_units *units = NULL;
    int status = td_file_read(path, &buffer, &error);
    if (status >= 0) status = td_units_load(td_arena_copy(arena, td_buffer_view(&buffer)), arena, &units, &error);
    td_buffer_release(&buffer);
    if (status < 0) {
        fprintf(stderr, "%s\n", error.message);
        exit(99);
    }
    return units;
}

static const struct {
    const char *mark;
    enum td_part_of_speech part_of_speech;
    uint32_t features;
} marks[] = {
    {"PAST", TD_POS_VERB, TD_FEATURE_PAST}, {"PRESENT", TD_POS_VERB, TD_FEATURE_PRESENT}, {"PARTICIPLE", TD_POS_VERB, TD_FEATURE_PARTICIPLE},
    {"VERB", TD_POS_VERB, 0}, {"NOUN", TD_POS_NOUN, 0}, {"NAME", TD_POS_PROPER_NOUN, TD_FEATURE_CAPITAL}, {"ADJ", TD_POS_ADJECTIVE, 0},
    {"AUX", TD_POS_AUXILIARY, 0}, {"PLURAL", TD_POS_NOUN, TD_FEATURE_PLURAL},
    {"PRON", TD_POS_PRONOUN, 0}, {"GERUND", TD_POS_VERB, TD_FEATURE_GERUND},
    {"INFINITIVE", TD_POS_VERB, TD_FEATURE_INFINITIVE}, {"ADVERB", TD_POS_ADVERB, 0}, {"ADP", TD_POS_ADPOSITION, 0},
    {"PLURAL", TD_POS_NOUN, TD_FEATURE_PLURAL},
};

static void set_mark(td_token *token, const char *mark, size_t size) {
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        if (strlen(marks[k].mark) != size || strncmp(marks[k].mark, mark, size) != 0) continue;
        token->part_of_speech = marks[k].part_of_speech;
        token->features |= marks[k].features;
    }
}

td_report small_report(const char *marked, td_arena *arena) {
    td_report report = {0};
    report.published.interval = TD_INTERVAL_OPEN;
    char *text = td_arena_alloc(arena, strlen(marked) + 1);
    uint32_t size = 0, sentence_start = 0, token_start = 0;
    for (const char *at = marked; *at;) {
        size_t word = strcspn(at, " |\n");
        if (word) {
            td_token *token = td_push(arena, &report.tokens);
            memcpy(text + size, at, word);
            token->span = (td_span){size, size + (uint32_t)word};
            size += (uint32_t)word;
            at += word;
            if (*at == '|') {
                size_t mark = strcspn(at + 1, " \n");
                set_mark(token, at + 1, mark);
                at += mark + 1;
            }
        }
        if (*at == '\n' || *at == 0) {
            td_sentence *sentence = td_push(arena, &report.sentences);
            *sentence = (td_sentence){.span = {sentence_start, size}, .body = true, .token_start = token_start, .token_end = report.tokens.count};
            sentence_start = size + 1;
            token_start = report.tokens.count;
        }
        if (*at) text[size++] = *at++;
    }
    report.text = (td_view){text, size};
    return report;
}
