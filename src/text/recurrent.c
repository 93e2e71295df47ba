/*
 * Recurrent layers in whole numbers. Input: a value vector for each word. Output: one that knows its neighbours.
 *
 * Simple recurrent units (Lei and others, "Simple recurrent units for highly parallelizable recurrence", 2018): the
 * products with the weights do not depend on the word before, only a cheap sum is carried along.
 */

#include "text/recurrent.h"

#include <stdlib.h>

#include "text/wide.h"

/* So large may the weights of one output be, all together, and its bias. */
#define BIAS_MAXIMUM (1 << 28)
#define WEIGHT_SUM_MAXIMUM ((INT32_MAX - 2 * BIAS_MAXIMUM) / TD_VALUE_MAXIMUM)
#define SCALE_MAXIMUM (1 << 15)

/* `inputs` is a constant wherever these are called, so that compilers make vector code of the loops. */

/* Four outputs at a time, so that the inputs are loaded once for all. */
INLINE void sum_products(const int16_t *weights, uint32_t outputs, uint32_t inputs, const int16_t *x, int32_t *sums) {
    for (uint32_t o = 0; o < outputs; o += 4) {
        const int16_t *w = weights + (size_t)o * inputs;
        int32_t a = 0, b = 0, c = 0, d = 0;
        for (uint32_t i = 0; i < inputs; i++) {
            a += (int32_t)w[i] * x[i];
            b += (int32_t)w[i + inputs] * x[i];
            c += (int32_t)w[i + 2 * inputs] * x[i];
            d += (int32_t)w[i + 3 * inputs] * x[i];
        }
        sums[o] = a;
        sums[o + 1] = b;
        sums[o + 2] = c;
        sums[o + 3] = d;
    }
}

INLINE void values_of(const int32_t *sums, uint32_t count, int16_t *values) {
    for (uint32_t i = 0; i < count; i++) {
        values[i] = td_saturate((sums[i] + (1 << (TD_WEIGHT_BITS - 1))) >> TD_WEIGHT_BITS);
    }
}

INLINE int16_t gate(const int16_t *sigmoid, int16_t value) {
    int32_t step = (value + TD_VALUE_MAXIMUM + 1) >> 4; /* saturated, so within the table */
    return sigmoid[step];
}

/* `share` of `a` and the rest of `b`. */
INLINE int16_t blend(int32_t share, int32_t a, int32_t b) {
    return (int16_t)((share * a + ((1 << TD_GATE_BITS) - share) * b + (1 << (TD_GATE_BITS - 1))) >> TD_GATE_BITS);
}

/* One step of one direction: the new state, and what is passed on of it and of the input. */
INLINE void step(const int16_t *sigmoid, const int16_t *values, const int16_t *x, int16_t *state, int16_t *h) {
    int16_t gates[2 * TD_WIDTH];
    for (uint32_t i = 0; i < 2 * TD_WIDTH; i++) gates[i] = gate(sigmoid, values[TD_WIDTH + i]);
    for (uint32_t i = 0; i < TD_WIDTH; i++) state[i] = blend(gates[i], state[i], values[i]);
    for (uint32_t i = 0; i < TD_WIDTH; i++) h[i] = blend(gates[TD_WIDTH + i], state[i], x[i]);
}

typedef struct one_layer {
    const int16_t *sigmoid, *weights;
    const int32_t *bias;
    uint32_t inputs; /* TD_WIDTH or TD_BOTH */
} one_layer;

INLINE void run(const one_layer *layer, uint32_t inputs, uint32_t length, const int16_t *x, int16_t *h) {
    for (uint32_t way = 0; way < 2; way++) {
        const int16_t *weights = layer->weights + (size_t)way * TD_GATES * inputs;
        const int32_t *bias = layer->bias + (size_t)way * TD_GATES;
        /* A unit passes its own direction's half of its input by. */
        size_t own = inputs == TD_BOTH ? (size_t)way * TD_WIDTH : 0;
        int16_t state[TD_WIDTH] = {0}, values[TD_GATES];
        int32_t sums[TD_GATES];
        for (uint32_t i = 0; i < length; i++) {
            size_t t = way ? length - 1 - i : i;
            const int16_t *in = x + t * inputs;
            sum_products(weights, TD_GATES, inputs, in, sums);
            for (uint32_t k = 0; k < TD_GATES; k++) sums[k] += bias[k];
            values_of(sums, TD_GATES, values);
            step(layer->sigmoid, values, in + own, state, h + t * TD_BOTH + way * TD_WIDTH);
        }
    }
}

static WIDE void run_wide(const one_layer *layer, uint32_t length, const int16_t *x, int16_t *h) {
    if (layer->inputs == TD_BOTH)
        run(layer, TD_BOTH, length, x, h);
    else
        run(layer, TD_WIDTH, length, x, h);
}

static void run_plain(const one_layer *layer, uint32_t length, const int16_t *x, int16_t *h) {
    if (layer->inputs == TD_BOTH)
        run(layer, TD_BOTH, length, x, h);
    else
        run(layer, TD_WIDTH, length, x, h);
}

static one_layer layer_of(const td_layers *layers, uint32_t index) {
    if (index == 0) {
        return (one_layer){layers->sigmoid, &layers->lowest->weights[0][0][0], &layers->lowest->bias[0][0], TD_WIDTH};
    }
    const td_upper_layer *upper = &layers->upper[index - 1];
    return (one_layer){layers->sigmoid, &upper->weights[0][0][0], &upper->bias[0][0], TD_BOTH};
}

const int16_t *td_layers_run(td_layers layers, uint32_t length, const int16_t *x, td_arena *scratch) {
    int16_t *rooms[2];
    for (uint32_t i = 0; i < 2; i++) rooms[i] = TD_NEW_ARRAY(scratch, (size_t)length * TD_BOTH, int16_t);
    for (uint32_t l = 0; l <= layers.upper_count; l++) {
        one_layer layer = layer_of(&layers, l);
        int16_t *h = rooms[l % 2];
        if (HAS_WIDE)
            run_wide(&layer, length, x, h);
        else
            run_plain(&layer, length, x, h);
        x = h;
    }
    return x;
}

#define PROJECT_STEP 64 /* outputs at a time */

INLINE void project(const int16_t *weights, uint32_t outputs, uint32_t length, const int16_t *x, int16_t *y) {
    int32_t sums[PROJECT_STEP];
    for (uint32_t o = 0; o < outputs; o += PROJECT_STEP) {
        for (size_t t = 0; t < length; t++) {
            sum_products(weights + (size_t)o * TD_BOTH, PROJECT_STEP, TD_BOTH, x + t * TD_BOTH, sums);
            values_of(sums, PROJECT_STEP, y + t * outputs + o);
        }
    }
}

static WIDE void project_wide(const int16_t *weights, uint32_t outputs, uint32_t length, const int16_t *x, int16_t *y) {
    project(weights, outputs, length, x, y);
}

static void project_plain(const int16_t *weights, uint32_t outputs, uint32_t length, const int16_t *x, int16_t *y) {
    project(weights, outputs, length, x, y);
}

void td_project(const int16_t *weights, uint32_t outputs, uint32_t length, const int16_t *x, int16_t *y) {
    if (HAS_WIDE)
        project_wide(weights, outputs, length, x, y);
    else
        project_plain(weights, outputs, length, x, y);
}

INLINE uint32_t best(const int16_t *weights, const int32_t *bias, uint32_t first, uint32_t outputs, uint32_t inputs,
                     const int16_t *x) {
    uint32_t found = first;
    int32_t top = INT32_MIN;
    for (uint32_t o = first; o < outputs; o++) {
        const int16_t *w = weights + (size_t)o * inputs;
        int32_t sum = bias[o];
        for (uint32_t i = 0; i < inputs; i++) sum += (int32_t)w[i] * x[i];
        if (sum <= top) continue;
        found = o;
        top = sum;
    }
    return found;
}

static WIDE uint32_t best_wide(const td_output *output, const int16_t *x) {
    if (output->inputs == TD_BOTH) return best(output->weights, output->bias, output->first, output->end, TD_BOTH, x);
    return best(output->weights, output->bias, output->first, output->end, TD_WIDTH, x);
}

static uint32_t best_plain(const td_output *output, const int16_t *x) {
    if (output->inputs == TD_BOTH) return best(output->weights, output->bias, output->first, output->end, TD_BOTH, x);
    return best(output->weights, output->bias, output->first, output->end, TD_WIDTH, x);
}

uint32_t td_output_best(const td_output *output, const int16_t *x) {
    return HAS_WIDE ? best_wide(output, x) : best_plain(output, x);
}

bool td_weights_fit(const int16_t *weights, uint32_t outputs, uint32_t inputs) {
    for (uint32_t o = 0; o < outputs; o++) {
        int64_t sum = 0;
        for (uint32_t i = 0; i < inputs; i++) sum += abs(weights[(size_t)o * inputs + i]);
        if (sum > WEIGHT_SUM_MAXIMUM) return false;
    }
    return true;
}

bool td_biases_fit(const int32_t *biases, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (biases[i] > BIAS_MAXIMUM || biases[i] < -BIAS_MAXIMUM) return false;
    }
    return true;
}

static bool gates_fit(const int16_t sigmoid[TD_SIGMOID_STEPS]) {
    for (uint32_t i = 0; i < TD_SIGMOID_STEPS; i++) {
        if (sigmoid[i] < 0 || sigmoid[i] > 1 << TD_GATE_BITS) return false;
    }
    return true;
}

bool td_layers_fit(td_layers layers) {
    bool fit = gates_fit(layers.sigmoid);
    for (uint32_t l = 0; l <= layers.upper_count; l++) {
        one_layer layer = layer_of(&layers, l);
        fit &= td_weights_fit(layer.weights, 2 * TD_GATES, layer.inputs) && td_biases_fit(layer.bias, 2 * TD_GATES);
    }
    return fit;
}

bool td_scale_fits(int32_t scale) {
    return scale >= 0 && scale <= SCALE_MAXIMUM;
}
