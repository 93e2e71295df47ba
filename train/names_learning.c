/*
 * Weights for the model of names.
 * Input: lessons. Output: a row of weights for each row of the model.
 *
 * A conditional random field over segments (Sarawagi and Cohen, "Semi-Markov conditional random fields", 2004): the
 * likelihood of all ways through a lesson that its marks allow among all ways, climbed with the steps of AdaGrad
 * (Duchi, Hazan and Singer, 2011) in a fixed order, so that the same data give the same weights. In each step most
 * features are hidden, that no one of them may carry all (Wang and Manning, "Fast dropout training", 2013).
 */

#include <math.h>
#include <stdio.h>

#include "names.h"
#include "random.h"

#define SEEN_LEAST 2u /* features seen more rarely are left out */
#define EPOCHS 12u
#define RATE 0.06f
#define DECAY 0.00004f         /* of a weight at each step that meets it */
#define DROPPED 0.55f          /* share of features hidden from a step */
#define ECHOING 0.5f           /* share of steps that hear what echoes: a first choice has to do without */
#define LEAST_GRADIENT 0.0005f /* a choice as sure as this teaches nothing */
#define CAUTION 0.3f           /* taken from what speaks for no name: losing one is worse than keeping none */
#define NEVER (-1e30f)         /* the logarithm of nothing */

void td_lessons_drop_rare(td_trainer *trainer) {
    td_map counts;
    td_map_init(&counts, &trainer->kept);
    for (td_each(lesson, &trainer->lessons))
        for (uint32_t k = 0; k < lesson->count; k++)
            for (uint32_t i = 0; i < lesson->spans[k].count; i++)
                (*td_map_put(&counts, lesson->spans[k].features[i], 0, NULL))++;
    for (td_each(lesson, &trainer->lessons)) {
        for (uint32_t k = 0; k < lesson->count; k++) {
            td_lesson_span *span = &lesson->spans[k];
            uint32_t kept = 0, own = span->own;
            for (uint32_t i = 0; i < span->count; i++) {
                if (i == own) span->own = kept;
                if (*td_map_get(&counts, span->features[i]) >= SEEN_LEAST) span->features[kept++] = span->features[i];
            }
            if (own == span->count) span->own = kept;
            span->count = kept;
        }
    }
}

/* Room for the numbers of one lesson. */
typedef struct td_work {
    td_choice_row *weights, *squares;  /* of the model, and sums of squared gradients */
    td_choice_row *scores, *gradients; /* of each span and choice */
    float *forward, *backward;         /* logarithms of sums over the ways to and from a token */
    float *none;                       /* score of each token as none of a name */
    double loss;
} td_work;

static float add_logs(float a, float b) {
    float large = a > b ? a : b, small = a > b ? b : a;
    return small <= NEVER ? large : large + logf(1 + expf(small - large));
}

/* The sums over the ways from the lesson's start to each token. */
static void sum_forward(const td_lesson *lesson, td_work *work, bool allowed_only) {
    float *forward = work->forward;
    for (uint32_t i = 0; i <= lesson->tokens; i++) forward[i] = i ? NEVER : 0;
    for (uint32_t i = 0, k = 0; i < lesson->tokens; i++) {
        bool unnamed = !allowed_only || lesson->unnamed[i];
        if (unnamed) forward[i + 1] = add_logs(forward[i + 1], forward[i] + work->none[i]);
        for (; k < lesson->count && lesson->spans[k].first == i; k++) {
            float *end = &forward[lesson->spans[k].end];
            for (uint32_t c = 0; c < TD_CHOICE_NONE; c++)
                if (!allowed_only || lesson->spans[k].allowed[c])
                    *end = add_logs(*end, forward[i] + work->scores[k][c]);
        }
    }
}

/* And from each token to its end. */
static void sum_backward(const td_lesson *lesson, td_work *work, bool allowed_only) {
    float *backward = work->backward;
    for (uint32_t i = 0; i <= lesson->tokens; i++) backward[i] = i < lesson->tokens ? NEVER : 0;
    for (uint32_t i = lesson->tokens, k = lesson->count; i-- > 0;) {
        bool unnamed = !allowed_only || lesson->unnamed[i];
        if (unnamed) backward[i] = backward[i + 1] + work->none[i];
        for (; k > 0 && lesson->spans[k - 1].first == i; k--) {
            float end = backward[lesson->spans[k - 1].end];
            for (uint32_t c = 0; c < TD_CHOICE_NONE; c++)
                if (!allowed_only || lesson->spans[k - 1].allowed[c])
                    backward[i] = add_logs(backward[i], end + work->scores[k - 1][c]);
        }
    }
}

/*
 * The logarithm of the sum over all ways through a lesson, or over those that its marks allow; adds `sign` times the
 * share of each choice to the gradients.
 */
static float share_ways(const td_lesson *lesson, td_work *work, bool allowed_only, float sign) {
    sum_forward(lesson, work, allowed_only);
    sum_backward(lesson, work, allowed_only);
    float all = work->forward[lesson->tokens];
    if (all <= NEVER) return all;
    for (uint32_t k = 0; k < lesson->count; k++) {
        const td_lesson_span *span = &lesson->spans[k];
        float around = work->forward[span->first] + work->backward[span->end] - all;
        for (uint32_t c = 0; c < TD_CHOICE_NONE; c++)
            if (!allowed_only || span->allowed[c]) work->gradients[k][c] += sign * expf(around + work->scores[k][c]);
        bool unnamed = !allowed_only || lesson->unnamed[span->first];
        if (span->end == span->first + 1 && unnamed)
            work->gradients[k][TD_CHOICE_NONE] += sign * expf(around + work->none[span->first]);
    }
    return all;
}

/* Which features a step does not see: the same for all spans of a lesson. */
static bool is_hidden(uint64_t feature, uint64_t seed) {
    uint64_t mixed = (feature ^ seed) * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 29;
    mixed *= 0xBF58476D1CE4E5B9U;
    return (float)(mixed >> 40) < DROPPED * (float)(1 << 24);
}

static void score_spans(const td_lesson *lesson, td_work *work, bool echoing, uint64_t seed) {
    for (uint32_t i = 0; i < lesson->tokens; i++) work->none[i] = 0;
    for (uint32_t k = 0; k < lesson->count; k++) {
        const td_lesson_span *span = &lesson->spans[k];
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) work->scores[k][c] = work->gradients[k][c] = 0;
        for (uint32_t i = 0; i < (echoing ? span->count : span->own); i++) {
            if (is_hidden(span->features[i], seed)) continue;
            const float *row = work->weights[td_names_model_row(span->features[i], TD_NAMES_ROW_BITS)];
            for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) work->scores[k][c] += row[c];
        }
        if (span->end == span->first + 1) work->none[span->first] = work->scores[k][TD_CHOICE_NONE];
    }
}

static void step(td_work *work, uint32_t row, const td_choice_row gradients, float share) {
    for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) {
        float *weight = &work->weights[row][c], *square = &work->squares[row][c];
        float gradient = gradients[c] * share + DECAY * *weight;
        *square += gradient * gradient;
        *weight -= RATE * gradient / (sqrtf(*square) + 1e-4f);
    }
}

static void learn(const td_lesson *lesson, td_work *work, uint64_t *random) {
    uint64_t seed = td_random_next(random);
    bool echoing = td_random_share(random) < ECHOING;
    score_spans(lesson, work, echoing, seed);
    float allowed = share_ways(lesson, work, true, -1);
    if (allowed <= NEVER) return;
    work->loss += (double)(share_ways(lesson, work, false, 1) - allowed);
    for (uint32_t k = 0; k < lesson->count; k++) {
        const td_lesson_span *span = &lesson->spans[k];
        float largest = 0;
        for (uint32_t c = 0; c < TD_CHOICE_COUNT; c++) largest = fmaxf(largest, fabsf(work->gradients[k][c]));
        if (largest < LEAST_GRADIENT) continue;
        for (uint32_t i = 0; i < (echoing ? span->count : span->own); i++)
            if (!is_hidden(span->features[i], seed))
                step(work, td_names_model_row(span->features[i], TD_NAMES_ROW_BITS), work->gradients[k],
                     lesson->weight);
    }
}

static td_work work_for(const td_lesson_array *lessons, td_arena *kept) {
    size_t rows = (size_t)1 << TD_NAMES_ROW_BITS;
    uint32_t spans = 0, tokens = 0;
    for (td_each(lesson, lessons)) {
        spans = lesson->count > spans ? lesson->count : spans;
        tokens = lesson->tokens > tokens ? lesson->tokens : tokens;
    }
    return (td_work){.weights = TD_NEW_ARRAY(kept, rows, td_choice_row),
                     .squares = TD_NEW_ARRAY(kept, rows, td_choice_row),
                     .scores = TD_NEW_ARRAY(kept, spans, td_choice_row),
                     .gradients = TD_NEW_ARRAY(kept, spans, td_choice_row),
                     .forward = TD_NEW_ARRAY(kept, tokens + 1, float),
                     .backward = TD_NEW_ARRAY(kept, tokens + 1, float),
                     .none = TD_NEW_ARRAY(kept, tokens + 1, float)};
}

td_choice_row *td_lessons_learn(td_trainer *trainer, uint32_t left_out) {
    const td_lesson_array *lessons = &trainer->lessons;
    td_work work = work_for(lessons, &trainer->kept);
    uint32_t *order = TD_NEW_ARRAY(&trainer->kept, lessons->count, uint32_t);
    for (uint32_t i = 0; i < lessons->count; i++) order[i] = i;
    uint64_t random = 1;
    for (uint32_t epoch = 0; epoch < EPOCHS; epoch++) {
        work.loss = 0;
        td_random_shuffle(order, lessons->count, &random);
        for (uint32_t i = 0; i < lessons->count; i++)
            if (lessons->items[order[i]].part != left_out) learn(&lessons->items[order[i]], &work, &random);
    }
    fprintf(stderr, "loss %.4f a lesson\n", work.loss / lessons->count);
    /* the feature that every span has comes first */
    if (lessons->count)
        work.weights[td_names_model_row(lessons->items[0].spans[0].features[0], TD_NAMES_ROW_BITS)][TD_CHOICE_NONE] -=
            CAUTION;
    return work.weights;
}
