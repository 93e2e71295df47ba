/*
 * Cutting numbers. Input: a trained network. Output: whole numbers.
 *
 * Where the weights of an output are so many that a sum could overflow, all of them are made smaller; that has not
 * happened yet, and the message says when it does.
 */

#include "cut.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "rows_writer.h"

#define ROWS_MAXIMUM 200000

static int32_t nearest(float value, uint32_t bits, int32_t limit) {
    double scaled = floor((double)value * (double)(1 << bits) + 0.5);
    return scaled > limit ? limit : scaled < -limit ? -limit : (int32_t)scaled;
}

void td_cut_weights(const td_dense *dense, uint32_t outputs, int16_t *weights) {
    for (uint32_t o = 0; o < outputs; o++) {
        int16_t *row = weights + (size_t)o * dense->rows;
        for (uint32_t i = 0; i < dense->rows; i++) {
            row[i] = (int16_t)nearest(dense->turned[(size_t)o * dense->rows + i], TD_WEIGHT_BITS, INT16_MAX);
        }
        while (!td_weights_fit(row, 1, dense->rows)) {
            fprintf(stderr, "  weights of an output are too large, made smaller\n");
            for (uint32_t i = 0; i < dense->rows; i++) row[i] = (int16_t)(row[i] * 7 / 8);
        }
    }
}

void td_cut_bias(const td_dense *dense, uint32_t outputs, int32_t *bias) {
    for (uint32_t o = 0; o < outputs; o++) bias[o] = nearest(dense->value[o], TD_VALUE_BITS + TD_WEIGHT_BITS, 1 << 28);
}

void td_cut_values(const td_dense *dense, uint32_t outputs, int16_t *values) {
    for (uint32_t o = 0; o < outputs; o++) {
        values[o] = (int16_t)nearest(dense->value[o], TD_VALUE_BITS, TD_VALUE_MAXIMUM);
    }
}

void td_cut_sigmoid(int16_t sigmoid[TD_SIGMOID_STEPS]) {
    for (int32_t i = 0; i < TD_SIGMOID_STEPS; i++) {
        float middle = ((float)(i - TD_SIGMOID_STEPS / 2) + 0.5f) * (16.0f / TD_SIGMOID_STEPS);
        sigmoid[i] = (int16_t)nearest(1 / (1 + td_exponential(-middle)), TD_GATE_BITS, 1 << TD_GATE_BITS);
    }
}

void td_cut_layers(const td_encoder_net *net, td_lowest_layer *lowest, td_upper_layer *upper) {
    for (uint32_t l = 0; l < net->layers; l++) {
        for (uint32_t way = 0; way < 2; way++) {
            td_cut_weights(&net->gates[l][way], TD_GATES, l ? upper[l - 1].weights[way][0] : lowest->weights[way][0]);
            td_cut_bias(&net->bias[l][way], TD_GATES, l ? upper[l - 1].bias[way] : lowest->bias[way]);
        }
    }
}

int32_t td_cut_table(const td_table *table, td_buffer *out) {
    td_named_rows rows = {table->columns, table->count, table->features, table->value};
    float unit = td_rows_write(rows, ROWS_MAXIMUM, out);
    return nearest(unit, TD_VALUE_BITS + TD_SCALE_BITS, 1 << 15);
}
