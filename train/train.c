/*
 * Makes the reader's models from treebanks and says how well they do on text
 * they have not seen.
 *
 *     train-reader DATA OUT
 *
 * DATA is the folder that holds ud/, the treebanks; OUT gets tagger.model and
 * parser.model. The same data give the same bytes.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "parser_training.h"
#include "tagger_training.h"
#include "text/parser.h"
#include "text/tagger.h"

#define MODEL_MAXIMUM ((size_t)64 << 20)
#define TAGGING_PARTS 4
#define PART_EPOCHS 5 /* enough for tags to learn from */

static const td_tagger_options tagger_options = {.epochs = 10, .batch = 16, .rate = 0.003f, .dropout = 0.2f, .seed = 1};
static const td_parser_options parser_options = {.epochs = 12, .batch = 16, .rate = 0.003f, .dropout = 0.2f, .seed = 2};

typedef struct td_banks {
    td_treebank train;
    td_treebank dev[2];
    const char *dev_names[2];
} td_banks;

static void stop_on(int status, const td_error *error) {
    if (status >= 0) return;
    fprintf(stderr, "train-reader: %s\n", error->message);
    exit(1);
}

static void read_banks(const char *data, td_arena *arena, td_banks *banks) {
    static const struct {
        const char *name;
        int dev;
        bool edited;
    } files[] = {{"ewt_train", -1, false}, {"gum_train", -1, true}, {"ewt_dev", 0, false}, {"gum_dev", 1, true}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        td_error error = TD_ERROR_INIT;
        td_view path = td_arena_format(arena, "%s/ud/%s.conllu", data, files[i].name);
        td_treebank *bank = files[i].dev < 0 ? &banks->train : &banks->dev[files[i].dev];
        if (files[i].dev >= 0) banks->dev_names[files[i].dev] = files[i].name;
        uint32_t before = bank->count;
        stop_on(td_treebank_read(path.bytes, arena, bank, &error), &error);
        for (uint32_t k = before; k < bank->count; k++) bank->items[k].edited = files[i].edited;
    }
}

static void write_file(const char *folder, const char *name, td_view bytes, td_arena *arena) {
    td_view path = td_arena_format(arena, "%s/%s", folder, name);
    FILE *file = fopen(path.bytes, "wb");
    if (!file || fwrite(bytes.bytes, 1, bytes.size, file) != bytes.size || fclose(file) != 0) {
        fprintf(stderr, "train-reader: cannot write %s\n", path.bytes);
        exit(1);
    }
    fprintf(stderr, "%s: %zu bytes\n", path.bytes, bytes.size);
}

/* The model as the program will find it: aligned to 64 bytes. */
static td_view aligned(td_view bytes, td_arena *arena) {
    char *room = td_arena_alloc(arena, bytes.size + 64);
    char *start = room + (64 - (uintptr_t)room % 64) % 64;
    memcpy(start, bytes.bytes, bytes.size);
    return (td_view){start, bytes.size};
}

static void score_tagger(const td_tagger *tagger, const td_treebank *bank, const char *name,
                         enum td_casing_change casing) {
    static const char *const casings[] = {"as written", "in capitals", "as headlines"};
    uint64_t words = 0, right = 0, verbs = 0, right_verbs = 0;
    td_arena copies, scratch;
    td_arena_init(&copies, (size_t)1 << 30);
    td_arena_init(&scratch, (size_t)1 << 30);
    for (uint32_t s = 0; s < bank->count; s++) {
        td_arena_reset(&copies);
        td_treebank_sentence sentence = td_treebank_recase(&bank->items[s], casing, &copies);
        td_tagger_tag(tagger, sentence.text, sentence.tokens, sentence.count, &scratch);
        for (uint32_t i = 0; i < sentence.count; i++) {
            const td_treebank_word *gold = &sentence.words[i];
            bool same = sentence.tokens[i].part_of_speech == gold->part_of_speech;
            words++;
            right += same;
            if (gold->part_of_speech != TD_POS_VERB) continue;
            verbs++;
            right_verbs += same && (sentence.tokens[i].features & TD_TAGGER_FEATURES) == gold->features;
        }
    }
    td_arena_release(&copies);
    td_arena_release(&scratch);
    printf("%s %s: UPOS %.2f, verbs with morphology %.2f\n", name, casings[casing], 100 * (double)right / (double)words,
           100 * (double)right_verbs / (double)verbs);
}

static td_tagger make_tagger(const td_banks *banks, const char *out, td_arena *arena) {
    td_buffer buffer;
    td_buffer_init(&buffer, MODEL_MAXIMUM);
    fprintf(stderr, "tagger\n");
    td_tagger_train(&banks->train, tagger_options, &buffer);
    td_tagger tagger;
    td_error error = TD_ERROR_INIT;
    stop_on(td_buffer_status(&buffer, &error), &error);
    td_view model = aligned(td_buffer_view(&buffer), arena);
    stop_on(td_tagger_open(model, &tagger, &error), &error);
    write_file(out, "tagger.model", model, arena);
    td_buffer_release(&buffer);
    for (int i = 0; i < 2; i++) {
        for (enum td_casing_change c = TREEBANK_AS_WRITTEN; c <= TREEBANK_HEADLINE; c++) {
            score_tagger(&tagger, &banks->dev[i], banks->dev_names[i], c);
        }
    }
    return tagger;
}

static td_tagger open_tagger(const td_buffer *buffer, td_arena *arena) {
    td_tagger tagger;
    td_error error = TD_ERROR_INIT;
    stop_on(td_buffer_status(buffer, &error), &error);
    stop_on(td_tagger_open(aligned(td_buffer_view(buffer), arena), &tagger, &error), &error);
    return tagger;
}

/*
 * Tags for the parser to learn from, each sentence tagged by a tagger that never saw it, so that the parser meets the
 * mistakes it will meet in use.
 */
static void tag_by_parts(const td_treebank *bank, td_tagged_banks *tagged, td_arena *arena) {
    for (uint32_t change = 0; change < TD_CASING_CHANGES; change++) {
        for (uint32_t s = 0; s < bank->count; s++) {
            td_treebank_sentence *copy = td_push(arena, &tagged->changes[change]);
            *copy = td_treebank_recase(&bank->items[s], change, arena);
            copy->tokens = TD_NEW_ARRAY(arena, copy->count, td_token);
            memcpy(copy->tokens, bank->items[s].tokens, copy->count * sizeof(td_token));
        }
    }
    td_arena scratch;
    td_arena_init(&scratch, (size_t)1 << 30);
    for (uint32_t part = 0; part < TAGGING_PARTS; part++) {
        td_buffer buffer;
        td_buffer_init(&buffer, MODEL_MAXIMUM);
        fprintf(stderr, "tagger for part %u\n", part + 1);
        td_tagger_options options = tagger_options;
        options.epochs = PART_EPOCHS;
        options.held_out_parts = TAGGING_PARTS;
        options.held_out = part;
        td_tagger_train(bank, options, &buffer);
        td_tagger tagger = open_tagger(&buffer, arena);
        td_buffer_release(&buffer);
        for (uint32_t change = 0; change < TD_CASING_CHANGES; change++) {
            for (uint32_t s = part; s < bank->count; s += TAGGING_PARTS) {
                td_treebank_sentence *copy = &tagged->changes[change].items[s];
                td_tagger_tag(&tagger, copy->text, copy->tokens, copy->count, &scratch);
                td_arena_reset(&scratch);
            }
        }
    }
    td_arena_release(&scratch);
}

/* The part of a relation before the colon. */
static td_view main_type(td_view relation) {
    td_view rest = relation, part = TD_VIEW_ABSENT;
    td_view_split(&rest, ':', &part);
    return part;
}

static void score_parser(const td_tagger *tagger, const td_parser *parser, const td_treebank *bank, const char *name) {
    uint64_t words = 0, attached = 0, labelled = 0;
    td_arena scratch;
    td_arena_init(&scratch, (size_t)1 << 30);
    for (uint32_t s = 0; s < bank->count; s++) {
        const td_treebank_sentence *sentence = &bank->items[s];
        td_arena_reset(&scratch);
        td_tagger_tag(tagger, sentence->text, sentence->tokens, sentence->count, &scratch);
        td_parser_parse(parser, sentence->text, sentence->tokens, sentence->count, &scratch);
        for (uint32_t i = 0; i < sentence->count; i++) {
            bool same_head = sentence->tokens[i].head == sentence->words[i].head;
            words++;
            attached += same_head;
            labelled += same_head &&
                        td_view_equal(main_type(sentence->tokens[i].relation), main_type(sentence->words[i].relation));
        }
    }
    td_arena_release(&scratch);
    printf("%s, true words: UAS %.2f, LAS %.2f\n", name, 100 * (double)attached / (double)words,
           100 * (double)labelled / (double)words);
}

static void make_parser(const td_banks *banks, const td_tagger *tagger, const char *out, td_arena *arena) {
    td_tagged_banks tagged = {0};
    tag_by_parts(&banks->train, &tagged, arena);
    td_buffer buffer;
    td_buffer_init(&buffer, MODEL_MAXIMUM);
    fprintf(stderr, "parser\n");
    td_parser_train(&tagged, parser_options, &buffer);
    td_parser parser;
    td_error error = TD_ERROR_INIT;
    stop_on(td_buffer_status(&buffer, &error), &error);
    td_view model = aligned(td_buffer_view(&buffer), arena);
    stop_on(td_parser_open(model, &parser, &error), &error);
    write_file(out, "parser.model", model, arena);
    td_buffer_release(&buffer);
    for (int i = 0; i < 2; i++) score_parser(tagger, &parser, &banks->dev[i], banks->dev_names[i]);
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: train-reader DATA OUT\n");
        return 2;
    }
    td_arena arena;
    td_arena_init(&arena, (size_t)4 << 30);
    td_banks banks = {0};
    read_banks(arguments[1], &arena, &banks);
    td_tagger tagger = make_tagger(&banks, arguments[2], &arena);
    make_parser(&banks, &tagger, arguments[2], &arena);
    td_arena_release(&arena);
    return 0;
}
