/*
 * The trainer of the model of names.
 * Input: reports with marked names, and the program's own spans over them. Output: names.model.
 *
 *   train-names PACK DATA OUT [FOLDS FOLD]
 *
 * PACK is tidings.pack, DATA the folder that holds ner/, OUT the folder for names.model. With FOLDS and FOLD each
 * report of re3d whose number leaves FOLD when divided by FOLDS is left out, to be measured on.
 *
 * The data are read twice: models of parts of them make a first choice over the other parts, from which the second
 * reading takes what echoes.
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "records.h"

#define UNIT 0.04f /* what one unit of the shipped numbers stands for */

/* The trainable sets, and how much each example of one counts. */
static const struct {
    const char *name;
    float weight;
} sets[] = {{"gum_train", 1}, {"re3d_train", 1}, {"wikigold", 1}, {"crossner_politics_train", 0.5f}, {"uner_pud", 1}};

static td_gold_names gold_names(const cJSON *record, td_view text, td_arena *arena) {
    td_gold_names names = {0};
    td_code_points points = td_code_points_of(text, arena);
    const cJSON *entity;
    cJSON_ArrayForEach(entity, cJSON_GetObjectItem(record, "entities")) {
        const char *type = cJSON_GetStringValue(cJSON_GetObjectItem(entity, "type"));
        if (!type) td_training_stop("a marked name has no", "type");
        td_span span = td_record_span(&points, entity);
        *td_push(arena, &names) = (td_gold_name){.start = span.start,
                                                 .end = span.end,
                                                 .choice = type[0] == 'P'   ? TD_CHOICE_PERSON
                                                           : type[0] == 'O' ? TD_CHOICE_ORGANISATION
                                                                            : TD_CHOICE_PLACE};
    }
    return names;
}

/* The set at hand, and the part of it that is left out. */
typedef struct td_set_reading {
    td_trainer *trainer;
    float weight;
    uint32_t folds, fold; /* folds 0: all is taken */
} td_set_reading;

static void take_record(void *context, const cJSON *record, uint32_t number) {
    const td_set_reading *reading = context;
    if (reading->folds && number % reading->folds == reading->fold) return;
    td_arena *arena = &reading->trainer->report_memory;
    td_arena_reset(arena);
    td_report *report = td_record_report(record, reading->trainer->text, arena);
    td_gold_names names = gold_names(record, report->text, arena);
    td_lessons_take(reading->trainer, report, &names, reading->weight);
}

static void take_set(td_trainer *trainer, const char *data, size_t set, uint32_t folds, uint32_t fold) {
    td_view path = td_arena_format(&trainer->kept, "%s/ner/train/%s.jsonl", data, sets[set].name);
    bool parted = folds && strcmp(sets[set].name, "re3d_train") == 0;
    td_set_reading reading = {trainer, sets[set].weight, parted ? folds : 0, fold};
    td_records_each(path.bytes, take_record, &reading);
}

static void take_all(td_trainer *trainer, const char *data, uint32_t folds, uint32_t fold) {
    trainer->reports = 0;
    for (size_t set = 0; set < sizeof sets / sizeof *sets; set++) take_set(trainer, data, set, folds, fold);
}

static int8_t cut(float weight) {
    float units = weight / UNIT;
    if (units > 127) return 127;
    if (units < -127) return -127;
    return (int8_t)lrintf(units);
}

/* The model of some weights. */
static td_names_model model_of(td_choice_row *weights, td_arena *arena) {
    size_t count = (size_t)1 << TD_NAMES_ROW_BITS;
    int8_t(*rows)[TD_CHOICE_COUNT] = td_arena_alloc_array(arena, count, sizeof *rows);
    for (size_t row = 0; row < count; row++)
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) rows[row][c] = cut(weights[row][c]);
    return (td_names_model){(const int8_t(*)[TD_CHOICE_COUNT])rows, 64 - TD_NAMES_ROW_BITS};
}

static void write_model(const td_names_model *model, const char *folder, td_arena *arena) {
    td_view path = td_arena_format(arena, "%s/names.model", folder);
    td_names_model_header header = {
        .magic = "tdnames", .version = TD_NAMES_MODEL_VERSION, .row_bits = TD_NAMES_ROW_BITS};
    size_t count = (size_t)1 << TD_NAMES_ROW_BITS;
    FILE *file = fopen(path.bytes, "wb");
    if (!file || fwrite(&header, sizeof header, 1, file) != 1) td_training_stop("cannot write", path.bytes);
    if (fwrite(model->rows, sizeof *model->rows, count, file) != count || fclose(file) != 0)
        td_training_stop("cannot write", path.bytes);
}

static void train(td_trainer *trainer, const char *data, const char *folder, uint32_t folds, uint32_t fold) {
    take_all(trainer, data, folds, fold);
    td_names_model parts[TD_NAMES_PARTS];
    for (uint32_t part = 0; part < TD_NAMES_PARTS; part++)
        parts[part] = model_of(td_lessons_learn(trainer, part), &trainer->kept);
    trainer->models = parts;
    take_all(trainer, data, folds, fold);
    td_lessons_drop_rare(trainer);
    td_names_model model = model_of(td_lessons_learn(trainer, TD_NAMES_PARTS), &trainer->kept);
    write_model(&model, folder, &trainer->kept);
    fprintf(stderr, "%u lessons, %u of %u marked names within reach\n", trainer->lessons.count, trainer->reached,
            trainer->names);
}

int main(int count, char **arguments) {
    if (count != 4 && count != 6) {
        fprintf(stderr, "usage: train-names PACK DATA OUT [FOLDS FOLD]\n");
        return 2;
    }
    td_trainer trainer = {0};
    td_lexicon *lexicon;
    td_error error = TD_ERROR_INIT;
    if (td_lexicon_open(arguments[1], &lexicon, &error) < 0) td_training_stop("no lexicon:", error.message);
    trainer.lexicon = lexicon;
    if (td_text_new(lexicon, &trainer.text, &error) < 0) td_training_stop("no reader of text:", error.message);
    td_arena_init(&trainer.kept, (size_t)4 << 30);
    td_arena_init(&trainer.report_memory, (size_t)1 << 30);
    uint32_t folds = count == 6 ? (uint32_t)strtoul(arguments[4], NULL, 10) : 0;
    uint32_t fold = count == 6 ? (uint32_t)strtoul(arguments[5], NULL, 10) : 0;
    train(&trainer, arguments[2], arguments[3], folds, fold);
    td_arena_release(&trainer.report_memory);
    td_arena_release(&trainer.kept);
    td_text_free(trainer.text);
    td_lexicon_free(lexicon);
    return 0;
}
