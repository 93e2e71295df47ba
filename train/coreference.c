/*
 * The trainer of the model of coreference.
 * Input: reports with marked chains, and the program's own phrases in them. Output: coreference.model.
 *
 *   train-coreference PACK DATA OUT [FOLDS FOLD]
 *
 * PACK is tidings.pack, DATA the folder that holds coref/, OUT the folder for coreference.model. With FOLDS and FOLD
 * each report whose number leaves FOLD when divided by FOLDS is left out, to be measured on. Each phrase is one
 * choice among those before it and none; all phrases of its chain are right (Durrett and Klein 2013), wrong choices
 * cost by their kind. The chains that earlier choices made are part of what a choice sees, so they are made while
 * training too. Steps of AdaGrad (Duchi, Hazan and Singer, 2011), in a fixed order: the same data give the same bytes.
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mention/coreference_model.h"
#include "random.h"
#include "records.h"

#define MODELS 6u
#define EPOCHS 8u
#define RATE 0.08f
#define DECAY 0.00003f
#define DROPPED 0.15f
#define COST_FALSE_LINK 0.1f /* linked although it begins a chain or stands alone */
#define COST_MISSED_LINK 3.0f
#define COST_WRONG_LINK 1.0f
#define UNIT 0.03f /* what one unit of the shipped numbers stands for */

#define ROWS ((size_t)1 << TD_COREFERENCE_ROW_BITS)

typedef struct td_document {
    td_naming naming;
    td_coreference coreference;
    uint32_t *gold; /* chain of each phrase, TD_NONE */
} td_document;

typedef struct td_trainer {
    const td_lexicon *lexicon;
    td_text *text;
    td_arena kept, chains;
    TD_ARRAY(td_document *) documents;
    float *weights, *squares;
    double loss;
    uint64_t random;
    uint32_t folds, fold; /* folds 0: all is taken */
} td_trainer;

/* ---- documents ---- */

static td_span phrase_span(const td_document *document, const td_referring *phrase) {
    return (td_span){td_naming_token(&document->naming, phrase->first)->span.start,
                     td_naming_token(&document->naming, phrase->end - 1)->span.end};
}

/* The phrase with the marked span, else the first that has the marked head and no mark yet. */
static td_index phrase_marked(const td_document *document, td_span span, td_span head) {
    td_index same_head = TD_NONE;
    for (td_index i = 0; i < document->coreference.phrases.count; i++) {
        const td_referring *phrase = &document->coreference.phrases.items[i];
        td_span own = phrase_span(document, phrase);
        if (own.start == span.start && own.end == span.end) return i;
        bool heads = td_naming_token(&document->naming, phrase->head)->span.start == head.start;
        if (heads && !phrase->joined && same_head == TD_NONE && document->gold[i] == TD_NONE) same_head = i;
    }
    return same_head;
}

static void mark(td_document *document, const cJSON *record, td_arena *arena) {
    td_code_points points = td_code_points_of(document->naming.report->text, arena);
    uint32_t chain = 0;
    const cJSON *cluster, *mention;
    document->gold = TD_NEW_ARRAY(arena, document->coreference.phrases.count + 1, uint32_t);
    for (td_index i = 0; i < document->coreference.phrases.count; i++) document->gold[i] = TD_NONE;
    cJSON_ArrayForEach(cluster, cJSON_GetObjectItem(record, "clusters")) {
        cJSON_ArrayForEach(mention, cluster) {
            td_span span = td_record_span(&points, mention);
            td_span head = td_record_span(&points, cJSON_GetObjectItem(mention, "head"));
            td_index phrase = phrase_marked(document, span, head);
            if (phrase != TD_NONE) document->gold[phrase] = chain;
        }
        chain++;
    }
}

static void take_record(void *context, const cJSON *record, uint32_t number) {
    td_trainer *trainer = context;
    if (trainer->folds && number % trainer->folds == trainer->fold) return;
    td_document *document = TD_NEW(&trainer->kept, td_document);
    td_report *report = td_record_report(record, trainer->text, &trainer->kept);
    document->naming = td_naming_begin(trainer->lexicon, report, &trainer->kept);
    td_naming_read_names(&document->naming);
    td_coreference_begin(&document->coreference, &document->naming, &trainer->kept);
    mark(document, record, &trainer->kept);
    *td_push(&trainer->kept, &trainer->documents) = document;
}

/* ---- learning ---- */

/* The choices for one phrase: none first. */
typedef struct td_choices {
    td_coreference_features features[TD_MOST_ANTECEDENTS + 1];
    float sums[TD_MOST_ANTECEDENTS + 1];
    float shares[TD_MOST_ANTECEDENTS + 1];
    bool right[TD_MOST_ANTECEDENTS + 1];
    td_antecedent antecedents[TD_MOST_ANTECEDENTS];
    uint32_t count;
} td_choices;

static void gather(const td_document *document, td_index phrase, td_choices *choices) {
    const td_coreference *coreference = &document->coreference;
    choices->count = 1 + td_coreference_antecedents(coreference, phrase, choices->antecedents);
    td_coreference_features_alone(coreference, phrase, &choices->features[0]);
    bool linked = false;
    for (uint32_t n = 1; n < choices->count; n++) {
        td_index before = choices->antecedents[n - 1].phrase;
        td_coreference_features_pair(coreference, phrase, &choices->antecedents[n - 1], &choices->features[n]);
        choices->right[n] = document->gold[phrase] != TD_NONE && document->gold[before] == document->gold[phrase];
        linked |= choices->right[n];
    }
    choices->right[0] = !linked;
}

static void hide(td_trainer *trainer, td_coreference_features *features) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < features->count; i++)
        if (td_random_share(&trainer->random) >= DROPPED) features->rows[kept++] = features->rows[i];
    features->count = kept;
}

static float sum_of(const td_trainer *trainer, const td_coreference_features *features) {
    float sum = 0;
    for (uint32_t i = 0; i < features->count; i++) sum += trainer->weights[features->rows[i]];
    return sum;
}

static void step(td_trainer *trainer, uint32_t row, float error) {
    float *weight = &trainer->weights[row], *square = &trainer->squares[row];
    float gradient = error + DECAY * *weight;
    *square += gradient * gradient;
    *weight -= RATE * gradient / (sqrtf(*square) + 1e-4f);
}

/* Of the choices the best, as the weights now are. */
static uint32_t best_of(const td_trainer *trainer, const td_choices *choices) {
    uint32_t best = 0;
    float most = sum_of(trainer, &choices->features[0]);
    for (uint32_t n = 1; n < choices->count; n++) {
        float sum = sum_of(trainer, &choices->features[n]);
        if (sum > most) most = sum, best = n;
    }
    return best;
}

static void learn(td_trainer *trainer, td_choices *choices) {
    float largest = -1e30f, total = 0, right = 0;
    for (uint32_t n = 0; n < choices->count; n++) {
        hide(trainer, &choices->features[n]);
        float cost = choices->right[n]   ? 0
                     : n == 0            ? COST_MISSED_LINK
                     : choices->right[0] ? COST_FALSE_LINK
                                         : COST_WRONG_LINK;
        choices->sums[n] = sum_of(trainer, &choices->features[n]) + cost;
        if (choices->sums[n] > largest) largest = choices->sums[n];
    }
    for (uint32_t n = 0; n < choices->count; n++) {
        choices->shares[n] = expf(choices->sums[n] - largest);
        total += choices->shares[n];
        if (choices->right[n]) right += choices->shares[n];
    }
    trainer->loss -= (double)logf(right / total + 1e-9f);
    for (uint32_t n = 0; n < choices->count; n++) {
        float error = choices->shares[n] / total - (choices->right[n] ? choices->shares[n] / right : 0);
        if (fabsf(error) < 1e-5f) continue;
        for (uint32_t i = 0; i < choices->features[n].count; i++) step(trainer, choices->features[n].rows[i], error);
    }
}

static void read_document(td_trainer *trainer, td_document *document) {
    td_coreference *coreference = &document->coreference;
    static td_choices choices;
    td_arena_reset(&trainer->chains);
    coreference->arena = &trainer->chains;
    memset(&coreference->chains, 0, sizeof coreference->chains);
    for (td_index i = 0; i < coreference->phrases.count; i++) coreference->phrases.items[i].chain = TD_NONE;
    for (td_index i = 0; i < coreference->phrases.count; i++) {
        gather(document, i, &choices);
        uint32_t best = best_of(trainer, &choices);
        learn(trainer, &choices);
        if (best) td_coreference_link(coreference, i, choices.antecedents[best - 1].phrase);
    }
}

/* One model from nothing, in an order of its own. */
static void train_once(td_trainer *trainer, uint32_t *order) {
    uint32_t count = trainer->documents.count;
    memset(trainer->weights, 0, ROWS * sizeof(float));
    memset(trainer->squares, 0, ROWS * sizeof(float));
    for (uint32_t i = 0; i < count; i++) order[i] = i;
    for (uint32_t epoch = 0; epoch < EPOCHS; epoch++) {
        trainer->loss = 0;
        td_random_shuffle(order, count, &trainer->random);
        for (uint32_t i = 0; i < count; i++) read_document(trainer, trainer->documents.items[order[i]]);
    }
}

/* The mean of several models is steadier than each. */
static float *train(td_trainer *trainer) {
    uint32_t phrases = 0;
    trainer->weights = TD_NEW_ARRAY(&trainer->kept, ROWS, float);
    trainer->squares = TD_NEW_ARRAY(&trainer->kept, ROWS, float);
    float *mean = TD_NEW_ARRAY(&trainer->kept, ROWS, float);
    memset(mean, 0, ROWS * sizeof(float));
    uint32_t *order = TD_NEW_ARRAY(&trainer->kept, trainer->documents.count + 1, uint32_t);
    for (td_each(document, &trainer->documents)) phrases += (*document)->coreference.phrases.count;
    for (uint32_t model = 0; model < MODELS; model++) {
        train_once(trainer, order);
        for (size_t row = 0; row < ROWS; row++) mean[row] += trainer->weights[row] / MODELS;
        fprintf(stderr, "model %u: loss %.4f\n", model + 1, trainer->loss / phrases);
    }
    fprintf(stderr, "%u documents, %u phrases\n", trainer->documents.count, phrases);
    return mean;
}

static int8_t cut(float weight) {
    float units = weight / UNIT;
    if (units > 127) return 127;
    if (units < -127) return -127;
    return (int8_t)lrintf(units);
}

static void write_model(td_trainer *trainer, const float *weights, const char *folder) {
    td_view path = td_arena_format(&trainer->kept, "%s/coreference.model", folder);
    td_coreference_model_header header = {
        .magic = "tdcoref", .version = TD_COREFERENCE_MODEL_VERSION, .row_bits = TD_COREFERENCE_ROW_BITS};
    int8_t *rows = TD_NEW_ARRAY(&trainer->kept, ROWS, int8_t);
    for (size_t row = 0; row < ROWS; row++) rows[row] = cut(weights[row]);
    FILE *file = fopen(path.bytes, "wb");
    if (!file || fwrite(&header, sizeof header, 1, file) != 1 || fwrite(rows, ROWS, 1, file) != 1 || fclose(file) != 0)
        td_training_stop("cannot write", path.bytes);
}

int main(int count, char **arguments) {
    if (count != 4 && count != 6) {
        fprintf(stderr, "usage: train-coreference PACK DATA OUT [FOLDS FOLD]\n");
        return 2;
    }
    td_trainer trainer = {.random = 1};
    if (count == 6) {
        trainer.folds = (uint32_t)strtoul(arguments[4], NULL, 10);
        trainer.fold = (uint32_t)strtoul(arguments[5], NULL, 10);
    }
    td_lexicon *lexicon;
    td_error error = TD_ERROR_INIT;
    if (td_lexicon_open(arguments[1], &lexicon, &error) < 0) td_training_stop("no lexicon:", error.message);
    trainer.lexicon = lexicon;
    if (td_text_new(lexicon, &trainer.text, &error) < 0) td_training_stop("no reader of text:", error.message);
    td_arena_init(&trainer.kept, (size_t)4 << 30);
    td_arena_init(&trainer.chains, (size_t)1 << 30);
    td_view path = td_arena_format(&trainer.kept, "%s/coref/ontogum_train.jsonl", arguments[2]);
    td_records_each(path.bytes, take_record, &trainer);
    write_model(&trainer, train(&trainer), arguments[3]);
    td_arena_release(&trainer.chains);
    td_arena_release(&trainer.kept);
    td_text_free(trainer.text);
    td_lexicon_free(lexicon);
    return 0;
}
