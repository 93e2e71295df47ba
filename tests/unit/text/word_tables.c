/* Words and read texts for tests. Input: the folder of tables, texts. Output: reports, and what they show. */

#include "word_tables.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/file.h"
#include "text/blocks.h"
#include "text/guess.h"
#include "text/lemma.h"
#include "text/sentences.h"
#include "text/tokens.h"

static td_named_text load_table(const char *folder, const char *name, td_arena *arena) {
    td_error error = TD_ERROR_INIT;
    td_buffer buffer;
    td_buffer_init(&buffer, 8 << 20);
    td_view path = td_arena_format(arena, "%s/%s", folder, name);
    if (td_file_read(path.bytes, &buffer, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        exit(99);
    }
    td_named_text table = {td_view_of(name), td_arena_copy(arena, td_buffer_view(&buffer))};
    td_buffer_release(&buffer);
    return table;
}

const td_words *load_words(const char *folder, td_arena *arena) {
    td_error error = TD_ERROR_INIT;
    td_words *words = NULL;
    td_words_tables tables = {
        .lemmas = load_table(folder, "lemmas.tsv", arena),
        .abbreviations = load_table(folder, "abbreviations.tsv", arena),
        .contractions = load_table(folder, "contractions.tsv", arena),
        .closed = load_table(folder, "closed.tsv", arena),
        .prefixes = load_table(folder, "prefixes.tsv", arena),
    };
    if (td_words_load(&tables, arena, &words, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        exit(99);
    }
    return words;
}

td_report read_text(const td_words *words, const char *text, td_arena *arena) {
    td_report report = {.text = td_view_of(text)};
    td_block_array blocks = {0};
    td_blocks_cut(&report, arena, &blocks);
    for (td_each(block, &blocks)) {
        uint32_t first = report.tokens.count;
        td_tokens_cut(words, &report, block->span, arena);
        td_sentences_cut(words, &report, block, first, arena);
    }
    for (td_each(sentence, &report.sentences)) {
        td_token *tokens = report.tokens.items + sentence->token_start;
        uint32_t count = sentence->token_end - sentence->token_start;
        td_guess_sentence(words, report.text, tokens, count);
        for (uint32_t i = 0; i < count; i++) td_lemma_set(words, report.text, &tokens[i], arena);
    }
    return report;
}

static td_view copy_out(td_buffer *buffer, td_arena *arena) {
    td_view copy = td_arena_copy(arena, td_buffer_view(buffer));
    td_buffer_release(buffer);
    return copy;
}

td_view shown_tokens(const td_report *report, td_arena *arena) {
    td_buffer buffer;
    td_buffer_init(&buffer, 1 << 20);
    for (td_each(sentence, &report->sentences)) {
        if (sentence != report->sentences.items) td_buffer_add_string(&buffer, " / ");
        for (td_index i = sentence->token_start; i < sentence->token_end; i++) {
            if (i > sentence->token_start) td_buffer_add_byte(&buffer, ' ');
            td_buffer_add(&buffer, td_span_text(report->text, report->tokens.items[i].span));
        }
    }
    return copy_out(&buffer, arena);
}

td_view shown_sentences(const td_report *report, td_arena *arena) {
    td_buffer buffer;
    td_buffer_init(&buffer, 1 << 20);
    for (td_each(sentence, &report->sentences)) {
        if (sentence != report->sentences.items) td_buffer_add_string(&buffer, " / ");
        td_view text = td_span_text(report->text, sentence->span);
        for (size_t i = 0; i < text.size; i++) td_buffer_add_byte(&buffer, text.bytes[i] == '\n' ? ' ' : text.bytes[i]);
    }
    return copy_out(&buffer, arena);
}
