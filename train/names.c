/*
 * The trainer of the model of names.
 * Input: reports with marked names, and the program's own candidates for them. Output: names.model.
 *
 *   train-names PACK DATA OUT [FOLDS FOLD]
 *
 * PACK is tidings.pack, DATA the folder that holds ner/, OUT the folder for names.model. With FOLDS and FOLD each
 * report of re3d whose number leaves FOLD when divided by FOLDS is left out, to be measured on. Multinomial logistic
 * regression with the steps of AdaGrad (Duchi, Hazan and Singer, 2011), in a fixed order: the same data give the same
 * bytes.
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mention/names_model.h"
#include "random.h"
#include "records.h"

#define ROW_BITS 18u
#define SEEN_LEAST 2u /* features seen more rarely are left out */
#define EPOCHS 8u
#define RATE 0.06f
#define DECAY 0.00004f /* of a weight at each step that meets it */
#define DROPPED 0.6f   /* share of features hidden from a step: no one of them may carry all */
#define CAUTION 0.5f   /* taken from what speaks for dropping a name: losing one is worse than keeping none */
#define UNIT 0.04f     /* what one unit of the shipped numbers stands for */

typedef struct td_example {
    uint64_t *features;
    uint32_t count;
    enum td_name_choice choice;
    float weight;
} td_example;

typedef TD_ARRAY(td_example) td_example_array;

typedef struct td_gold_name {
    uint32_t start, end;
    enum td_name_choice choice;
} td_gold_name;
typedef TD_ARRAY(td_gold_name) td_gold_names;

typedef struct td_trainer {
    const td_lexicon *lexicon;
    td_text *text;
    td_arena kept, report_memory;
    td_example_array examples;
} td_trainer;

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
        *td_push(arena, &names) = (td_gold_name){span.start, span.end,
                                                 type[0] == 'P'   ? TD_CHOICE_PERSON
                                                 : type[0] == 'O' ? TD_CHOICE_ORGANISATION
                                                                  : TD_CHOICE_PLACE};
    }
    return names;
}

/* Without a leading article and a closing possessive. */
static td_span trimmed(td_view text, uint32_t start, uint32_t end) {
    td_view piece = td_view_slice(text, start, end);
    if (piece.size > 4 && td_view_equal_ascii_fold(td_view_slice(piece, 0, 4), TD_VIEW("the "))) start += 4;
    if (td_view_ends_with(piece, TD_VIEW("'s"))) end -= 2;
    if (td_view_ends_with(piece, TD_VIEW("\xE2\x80\x99s"))) end -= 4;
    return (td_span){start, end};
}

/* The choice that the marked names ask for; TD_CHOICE_COUNT where they say neither yes nor no. */
static enum td_name_choice choice_for(td_view text, td_span span, const td_gold_names *names, float *weight) {
    td_span own = trimmed(text, span.start, span.end);
    enum td_name_choice overlapping = TD_CHOICE_NONE;
    for (td_each(name, names)) {
        td_span gold = trimmed(text, name->start, name->end);
        if (gold.start == own.start && gold.end == own.end) return name->choice;
        if (gold.start < own.end && own.start < gold.end) overlapping = name->choice;
    }
    if (overlapping != TD_CHOICE_NONE) *weight *= 0.3f;
    return overlapping;
}

static void take_report(td_trainer *trainer, const cJSON *record, float set_weight) {
    td_arena *arena = &trainer->report_memory;
    td_arena_reset(arena);
    td_report *report = td_record_report(record, trainer->text, arena);
    td_gold_names names = gold_names(record, report->text, arena);
    td_naming naming = td_naming_begin(trainer->lexicon, report, arena);
    td_letter_case_read(&naming);
    td_name_spans_find(&naming);
    td_candidates_sort(&naming);
    td_name_kinds_agree(&naming);
    td_name_company company = td_name_company_of(&naming);
    for (td_index i = 0; i < naming.candidates.count; i++) {
        if (!td_name_is_open(&naming, &naming.candidates.items[i])) continue;
        float weight = set_weight;
        td_span span = td_candidate_span(&naming, &naming.candidates.items[i]);
        enum td_name_choice choice = choice_for(report->text, span, &names, &weight);
        td_name_features features;
        td_name_features_of(&naming, &company, i, &features);
        td_example *example = td_push(&trainer->kept, &trainer->examples);
        *example = (td_example){TD_NEW_ARRAY(&trainer->kept, features.count, uint64_t), features.count, choice, weight};
        memcpy(example->features, features.items, features.count * sizeof(uint64_t));
    }
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
    take_report(reading->trainer, record, reading->weight);
}

static void take_set(td_trainer *trainer, const char *data, size_t set, uint32_t folds, uint32_t fold) {
    td_view path = td_arena_format(&trainer->kept, "%s/ner/train/%s.jsonl", data, sets[set].name);
    bool parted = folds && strcmp(sets[set].name, "re3d_train") == 0;
    td_set_reading reading = {trainer, sets[set].weight, parted ? folds : 0, fold};
    td_records_each(path.bytes, take_record, &reading);
}

/* Leave out the features that hardly occur. */
static void drop_rare(td_trainer *trainer) {
    td_map counts;
    td_map_init(&counts, &trainer->kept);
    for (td_each(example, &trainer->examples))
        for (uint32_t i = 0; i < example->count; i++) (*td_map_put(&counts, example->features[i], 0, NULL))++;
    for (td_each(example, &trainer->examples)) {
        uint32_t kept = 0;
        for (uint32_t i = 0; i < example->count; i++)
            if (*td_map_get(&counts, example->features[i]) >= SEEN_LEAST)
                example->features[kept++] = example->features[i];
        example->count = kept;
    }
}

typedef float td_choice_row[TD_CHOICE_COUNT];

typedef struct td_weights {
    td_choice_row *weights, *squares; /* and sums of squared gradients */
    double loss;
} td_weights;

static void learn(td_weights *model, const td_example *example, uint64_t *random) {
    uint32_t rows[TD_NAME_FEATURES], count = 0;
    float sums[TD_CHOICE_COUNT] = {0}, total = 0;
    for (uint32_t i = 0; i < example->count; i++) {
        if (td_random_share(random) < DROPPED) continue;
        rows[count] = td_names_model_row(example->features[i], ROW_BITS);
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) sums[c] += model->weights[rows[count]][c];
        count++;
    }
    float largest = sums[0];
    for (uint32_t c = 1; c < TD_CHOICE_COUNT; c++) largest = sums[c] > largest ? sums[c] : largest;
    for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) total += sums[c] = expf(sums[c] - largest);
    model->loss -= (double)logf(sums[example->choice] / total + 1e-9f);
    for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) {
        float error = (sums[c] / total - (c == example->choice ? 1.0f : 0.0f)) * example->weight;
        for (uint32_t i = 0; i < count; i++) {
            float *weight = &model->weights[rows[i]][c], *square = &model->squares[rows[i]][c];
            float gradient = error + DECAY * *weight;
            *square += gradient * gradient;
            *weight -= RATE * gradient / (sqrtf(*square) + 1e-4f);
        }
    }
}

static td_weights train(td_trainer *trainer) {
    size_t rows = (size_t)1 << ROW_BITS;
    td_weights model = {TD_NEW_ARRAY(&trainer->kept, rows, td_choice_row),
                        TD_NEW_ARRAY(&trainer->kept, rows, td_choice_row), 0};
    memset(model.weights, 0, rows * sizeof(td_choice_row));
    memset(model.squares, 0, rows * sizeof(td_choice_row));
    uint32_t *order = TD_NEW_ARRAY(&trainer->kept, trainer->examples.count, uint32_t);
    for (uint32_t i = 0; i < trainer->examples.count; i++) order[i] = i;
    uint64_t random = 1;
    for (uint32_t epoch = 0; epoch < EPOCHS; epoch++) {
        model.loss = 0;
        td_random_shuffle(order, trainer->examples.count, &random);
        for (uint32_t i = 0; i < trainer->examples.count; i++)
            learn(&model, &trainer->examples.items[order[i]], &random);
        fprintf(stderr, "round %u: loss %.4f\n", epoch + 1, model.loss / trainer->examples.count);
    }
    /* the feature that every candidate has comes first */
    model.weights[td_names_model_row(trainer->examples.items[0].features[0], ROW_BITS)][TD_CHOICE_NONE] -= CAUTION;
    return model;
}

static int8_t cut(float weight) {
    float units = weight / UNIT;
    if (units > 127) return 127;
    if (units < -127) return -127;
    return (int8_t)lrintf(units);
}

static void write_model(const td_weights *model, const char *folder, td_arena *arena) {
    td_view path = td_arena_format(arena, "%s/names.model", folder);
    td_names_model_header header = {.magic = "tdnames", .version = TD_NAMES_MODEL_VERSION, .row_bits = ROW_BITS};
    FILE *file = fopen(path.bytes, "wb");
    if (!file || fwrite(&header, sizeof header, 1, file) != 1) td_training_stop("cannot write", path.bytes);
    for (size_t row = 0; row < (size_t)1 << ROW_BITS; row++) {
        int8_t cells[TD_CHOICE_COUNT];
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) cells[c] = cut(model->weights[row][c]);
        if (fwrite(cells, sizeof cells, 1, file) != 1) td_training_stop("cannot write", path.bytes);
    }
    if (fclose(file) != 0) td_training_stop("cannot write", path.bytes);
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
    td_arena_init(&trainer.kept, (size_t)2 << 30);
    td_arena_init(&trainer.report_memory, (size_t)1 << 30);
    uint32_t folds = count == 6 ? (uint32_t)strtoul(arguments[4], NULL, 10) : 0;
    uint32_t fold = count == 6 ? (uint32_t)strtoul(arguments[5], NULL, 10) : 0;
    for (size_t set = 0; set < sizeof sets / sizeof *sets; set++) take_set(&trainer, arguments[2], set, folds, fold);
    drop_rare(&trainer);
    td_weights model = train(&trainer);
    write_model(&model, arguments[3], &trainer.kept);
    fprintf(stderr, "%u candidates\n", trainer.examples.count);
    td_arena_release(&trainer.report_memory);
    td_arena_release(&trainer.kept);
    td_text_free(trainer.text);
    td_lexicon_free(lexicon);
    return 0;
}
