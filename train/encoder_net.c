/*
 * Training the encoder. Input: features of words and, on the way back, the gradient of what it said of them. Output:
 * encoded words; moved parameters. Backpropagation through time by hand.
 */

#include "encoder_net.h"

#include <string.h>

#include "random.h"

/* A word seen n times counts as unknown in this / (this + n) of its uses (Kiperwasser and Goldberg, 2016). */
#define WORD_DROP 0.3f
/* Words seen once have no row: they are what the unknown is learned from. */
#define WORD_USES_MINIMUM 2

void td_encoder_net_init(td_encoder_net *net, uint32_t layers, float dropout, uint64_t seed) {
    *net = (td_encoder_net){.layers = layers, .random = seed, .dropout = dropout};
    td_table_init(&net->words, TD_WIDTH, WORD_USES_MINIMUM);
    for (uint32_t l = 0; l < layers; l++) {
        for (uint32_t way = 0; way < 2; way++) {
            td_dense_init(&net->gates[l][way], l ? TD_BOTH : TD_WIDTH, TD_GATES, false, &net->random);
            td_dense_init(&net->bias[l][way], 1, TD_GATES, true, &net->random);
        }
    }
}

void td_encoder_net_release(td_encoder_net *net) {
    td_table_release(&net->words);
    for (uint32_t l = 0; l < net->layers; l++) {
        for (uint32_t way = 0; way < 2; way++) {
            td_dense_release(&net->gates[l][way]);
            td_dense_release(&net->bias[l][way]);
        }
    }
}

void td_drop(float share, uint64_t *random, float *x, float *mask, size_t count) {
    float scale = 1 / (1 - share);
    uint32_t limit = (uint32_t)((1 - share) * 65536);
    for (size_t i = 0; i < count; i += 4) {
        uint64_t bits = td_random_next(random);
        for (size_t k = 0; k < 4 && i + k < count; k++) {
            mask[i + k] = (bits >> (16 * k) & 0xFFFF) < limit ? scale : 0;
            x[i + k] *= mask[i + k];
        }
    }
}

void td_softmax(float *scores, uint32_t count, const bool *allowed) {
    float top = -1e30f, sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        if ((!allowed || allowed[i]) && scores[i] > top) top = scores[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        scores[i] = !allowed || allowed[i] ? td_exponential(scores[i] - top) : 0;
        sum += scores[i];
    }
    for (uint32_t i = 0; i < count; i++) scores[i] /= sum;
}

static float *numbers(td_arena *arena, size_t count) {
    return TD_NEW_ARRAY(arena, count, float);
}

static uint32_t width_of(uint32_t layer) {
    return layer ? TD_BOTH : TD_WIDTH;
}

static void embed(td_encoder_net *net, td_word_features features, td_encoding *e) {
    for (uint32_t t = 0; t < e->length; t++) {
        float *x = e->x[0] + (size_t)t * TD_WIDTH;
        bool unknown = false;
        for (uint32_t i = 0; i < features.width; i++) {
            uint32_t row = td_table_find(&net->words, features.items[(size_t)t * features.width + i]);
            if (row == UINT32_MAX) continue;
            if (i == 0) {
                unknown = td_random_share(&net->random) < WORD_DROP / (WORD_DROP + (float)net->words.uses[row]);
            }
            if (unknown && i < features.lexical) continue;
            e->rows[(size_t)t * features.width + e->row_count[t]++] = row;
            const float *value = td_table_value(&net->words, row);
            for (uint32_t c = 0; c < TD_WIDTH; c++) x[c] += value[c];
        }
    }
}

static void run_layer(td_encoder_net *net, td_encoding *e, uint32_t l, uint32_t way, td_arena *scratch) {
    uint32_t length = e->length, inputs = width_of(l);
    float *gates = e->gates[l][way] = numbers(scratch, (size_t)length * TD_GATES);
    float *states = e->states[l][way] = numbers(scratch, (size_t)(length + 1) * TD_WIDTH); /* the first is zero */
    for (uint32_t t = 0; t < length; t++) {
        memcpy(gates + (size_t)t * TD_GATES, net->bias[l][way].value, TD_GATES * sizeof(float));
    }
    td_multiply_add(length, inputs, TD_GATES, e->x[l], net->gates[l][way].value, gates);
    for (uint32_t step = 0; step < length; step++) {
        size_t t = way ? length - 1 - step : step;
        float *value = gates + t * TD_GATES, *forget = value + TD_WIDTH, *pass = forget + TD_WIDTH;
        td_sigmoid(forget, 2 * TD_WIDTH);
        const float *before = states + (size_t)step * TD_WIDTH;
        float *state = states + (size_t)(step + 1) * TD_WIDTH;
        const float *x = e->x[l] + t * inputs + (l ? way * TD_WIDTH : 0);
        float *h = e->x[l + 1] + t * TD_BOTH + way * TD_WIDTH;
        for (uint32_t i = 0; i < TD_WIDTH; i++) {
            state[i] = forget[i] * before[i] + (1 - forget[i]) * value[i];
            h[i] = pass[i] * state[i] + (1 - pass[i]) * x[i];
        }
    }
}

void td_encoder_net_forward(td_encoder_net *net, td_word_features features, td_arena *scratch, td_encoding *e) {
    uint32_t length = features.length;
    *e = (td_encoding){.length = length, .width = features.width};
    e->rows = TD_NEW_ARRAY(scratch, (size_t)length * features.width, uint32_t);
    e->row_count = TD_NEW_ARRAY(scratch, length, uint32_t);
    for (uint32_t l = 0; l <= net->layers; l++) {
        size_t size = (size_t)length * width_of(l);
        e->x[l] = numbers(scratch, size);
        e->dx[l] = numbers(scratch, size);
        e->mask[l] = numbers(scratch, size);
    }
    embed(net, features, e);
    td_drop(net->dropout, &net->random, e->x[0], e->mask[0], (size_t)length * TD_WIDTH);
    for (uint32_t l = 0; l < net->layers; l++) {
        for (uint32_t way = 0; way < 2; way++) run_layer(net, e, l, way, scratch);
        td_drop(net->dropout, &net->random, e->x[l + 1], e->mask[l + 1], (size_t)length * TD_BOTH);
    }
}

static void layer_back(td_encoder_net *net, td_encoding *e, uint32_t l, uint32_t way, td_arena *scratch) {
    uint32_t length = e->length, inputs = width_of(l);
    float *dgates = numbers(scratch, (size_t)length * TD_GATES), *dbias = net->bias[l][way].gradient;
    float carry[TD_WIDTH] = {0};
    for (uint32_t step = length; step-- > 0;) {
        size_t t = way ? length - 1 - step : step, own = t * inputs + (l ? way * TD_WIDTH : 0);
        const float *value = e->gates[l][way] + t * TD_GATES, *forget = value + TD_WIDTH, *pass = forget + TD_WIDTH;
        const float *before = e->states[l][way] + (size_t)step * TD_WIDTH, *state = before + TD_WIDTH;
        const float *x = e->x[l] + own, *dh = e->dx[l + 1] + t * TD_BOTH + way * TD_WIDTH;
        float *dx = e->dx[l] + own;
        float *dvalue = dgates + t * TD_GATES, *dforget = dvalue + TD_WIDTH, *dpass = dforget + TD_WIDTH;
        for (uint32_t i = 0; i < TD_WIDTH; i++) {
            dpass[i] = dh[i] * (state[i] - x[i]) * pass[i] * (1 - pass[i]);
            dx[i] += dh[i] * (1 - pass[i]);
            float dstate = carry[i] + dh[i] * pass[i];
            dforget[i] = dstate * (before[i] - value[i]) * forget[i] * (1 - forget[i]);
            dvalue[i] = dstate * (1 - forget[i]);
            carry[i] = dstate * forget[i];
        }
        for (uint32_t i = 0; i < TD_GATES; i++) dbias[i] += dvalue[i];
    }
    td_gradient_add(length, inputs, TD_GATES, e->x[l], dgates, net->gates[l][way].gradient);
    td_multiply_add(length, TD_GATES, inputs, dgates, net->gates[l][way].turned, e->dx[l]);
}

void td_encoder_net_back(td_encoder_net *net, td_encoding *e, td_arena *scratch) {
    for (uint32_t l = net->layers; l-- > 0;) {
        for (size_t i = 0; i < (size_t)e->length * TD_BOTH; i++) e->dx[l + 1][i] *= e->mask[l + 1][i];
        for (uint32_t way = 0; way < 2; way++) layer_back(net, e, l, way, scratch);
    }
    for (size_t i = 0; i < (size_t)e->length * TD_WIDTH; i++) e->dx[0][i] *= e->mask[0][i];
    for (uint32_t t = 0; t < e->length; t++) {
        for (uint32_t i = 0; i < e->row_count[t]; i++) {
            td_table_add_gradient(&net->words, e->rows[(size_t)t * e->width + i], e->dx[0] + (size_t)t * TD_WIDTH);
        }
    }
}

void td_encoder_net_update(td_encoder_net *net, const td_adam *adam) {
    td_table_update(&net->words, adam);
    for (uint32_t l = 0; l < net->layers; l++) {
        for (uint32_t way = 0; way < 2; way++) {
            td_dense_update(&net->gates[l][way], adam);
            td_dense_update(&net->bias[l][way], adam);
        }
    }
}
