#ifndef TD_TRAIN_CUT_H
#define TD_TRAIN_CUT_H

/* From floating point to the whole numbers of text/recurrent.h. */

#include "base/buffer.h"
#include "encoder_net.h"

/* The weights of a matrix, a row of inputs for each of the first `outputs` outputs. */
void td_cut_weights(const td_dense *dense, uint32_t outputs, int16_t *weights);
/* A bias that is added to a sum of products, */
void td_cut_bias(const td_dense *dense, uint32_t outputs, int32_t *bias);
/* and one that is added to values. */
void td_cut_values(const td_dense *dense, uint32_t outputs, int16_t *values);
void td_cut_sigmoid(int16_t sigmoid[TD_SIGMOID_STEPS]);
/* All layers of an encoder. */
void td_cut_layers(const td_encoder_net *net, td_lowest_layer *lowest, td_upper_layer *upper);
/* Append a table as rows; returns the scale of td_scaled(). */
int32_t td_cut_table(const td_table *table, td_buffer *out);

#endif
