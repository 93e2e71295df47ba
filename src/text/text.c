/*
 * The text stage.
 * Input: a report's text and boilerplate. Output: its sentences and tokens, tagged and lemmatised.
 */

#include "text/text.h"

#include <stdlib.h>

#include "text/blocks.h"
#include "text/guess.h"
#include "text/lemma.h"
#include "text/parser.h"
#include "text/sentences.h"
#include "text/settle.h"
#include "text/tagger.h"
#include "text/tokens.h"

struct td_text {
    const td_words *words;
    td_tagger tagger;
    td_parser parser;
    bool tags, parses; /* a pack may come without models */
    td_arena scratch;  /* of the models, for one sentence or a part of it */
};

/* The models read long sentences in parts that need a few per cent of this. */
#define SCRATCH_MAXIMUM ((size_t)64 << 20)

static int open_models(const td_lexicon *lexicon, td_text *text, td_error *error) {
    td_view tagger = td_lexicon_block(lexicon, TD_VIEW("tagger.model"));
    td_view parser = td_lexicon_block(lexicon, TD_VIEW("parser.model"));
    text->tags = td_view_present(tagger);
    text->parses = text->tags && td_view_present(parser);
    int status = text->tags ? td_tagger_open(tagger, &text->tagger, error) : TD_OK;
    if (status < 0 || !text->parses) return status;
    return td_parser_open(parser, &text->parser, error);
}

int td_text_new(const td_lexicon *lexicon, td_text **out, td_error *error) {
    td_text *text = calloc(1, sizeof *text);
    if (!text) return td_error_set(error, TD_ERROR_MEMORY, "no memory left to start reading text");
    text->words = td_lexicon_words(lexicon);
    td_arena_init(&text->scratch, SCRATCH_MAXIMUM);
    int status = open_models(lexicon, text, error);
    if (status < 0) {
        td_text_free(text);
        return status;
    }
    *out = text;
    return TD_OK;
}

void td_text_free(td_text *text) {
    if (text) td_arena_release(&text->scratch);
    free(text);
}

typedef struct sentence_work {
    td_text *text;
    td_view bytes;
    td_token *tokens;
    uint32_t count;
    bool parse;
} sentence_work;

/* What the trained models say. */
static int read_by_models(void *context) {
    const sentence_work *work = context;
    td_text *text = work->text;
    td_tagger_tag(&text->tagger, work->bytes, work->tokens, work->count, &text->scratch);
    td_settle_dateline(work->bytes, work->tokens, work->count);
    td_settle_names(work->tokens, work->count);
    if (!work->parse) return TD_OK;
    td_parser_parse(&text->parser, work->bytes, work->tokens, work->count, &text->scratch);
    td_settle_gerunds(work->tokens, work->count);
    return TD_OK;
}

static int read_sentence(td_text *text, td_report *report, const td_sentence *sentence, td_arena *arena,
                         td_error *error) {
    sentence_work work = {.text = text,
                          .bytes = report->text,
                          .tokens = report->tokens.items + sentence->token_start,
                          .count = sentence->token_end - sentence->token_start,
                          .parse = text->parses};
    int status = TD_OK;
    if (text->tags)
        status = td_arena_run(&text->scratch, read_by_models, &work, error);
    else
        td_guess_sentence(text->words, report->text, work.tokens, work.count);
    for (uint32_t i = 0; i < work.count; i++) td_lemma_set(text->words, report->text, &work.tokens[i], arena);
    return status;
}

int td_text_read(td_text *text, td_report *report, td_arena *arena, td_error *error) {
    td_block_array blocks = {0};
    td_blocks_cut(report, arena, &blocks);
    for (td_each(block, &blocks)) {
        uint32_t first = report->tokens.count;
        td_tokens_cut(text->words, report, block->span, arena);
        td_sentences_cut(text->words, report, block, first, arena);
    }
    for (td_each(sentence, &report->sentences)) {
        int status = read_sentence(text, report, sentence, arena, error);
        if (status < 0) return status;
    }
    return TD_OK;
}
