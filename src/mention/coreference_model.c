/*
 * The trained model that links phrases.
 * Input: the block "coreference.model", phrases. Output: for each phrase the one before it that suits best, or none.
 *
 * Mention ranking (Denis and Baldridge, "Specialized models and ranking for coreference resolution", 2008): one choice
 * a phrase, among the phrases before it and none; the chains so far are known to the choice.
 */

#include "mention/coreference_model.h"

#include <string.h>

bool td_coreference_model_open(td_view block, td_coreference_model *model) {
    td_coreference_model_header header;
    if (!td_view_present(block) || block.size < sizeof header) return false;
    memcpy(&header, block.bytes, sizeof header);
    if (memcmp(header.magic, "tdcoref", sizeof header.magic) != 0 || header.version != TD_COREFERENCE_MODEL_VERSION)
        return false;
    if (header.row_bits != TD_COREFERENCE_ROW_BITS) return false;
    if (block.size < sizeof header + ((size_t)1 << header.row_bits)) return false;
    model->rows = (const int8_t *)block.bytes + sizeof header;
    return true;
}

static int32_t score(const td_coreference_model *model, const td_coreference_features *features) {
    int32_t sum = 0;
    for (uint32_t i = 0; i < features->count; i++) sum += model->rows[features->rows[i]];
    return sum;
}

bool td_coreference_decide(td_coreference *coreference, td_view block) {
    td_coreference_model model;
    if (!td_coreference_model_open(block, &model)) return false;
    td_antecedent antecedents[TD_MOST_ANTECEDENTS];
    for (td_index i = 0; i < coreference->phrases.count; i++) {
        td_coreference_features features;
        td_coreference_features_alone(coreference, i, &features);
        int32_t best = score(&model, &features);
        td_index chosen = TD_NONE;
        uint32_t count = td_coreference_antecedents(coreference, i, antecedents);
        for (uint32_t n = 0; n < count; n++) {
            td_coreference_features_pair(coreference, i, &antecedents[n], &features);
            int32_t sum = score(&model, &features);
            if (sum > best) best = sum, chosen = antecedents[n].phrase;
        }
        if (chosen != TD_NONE) td_coreference_link(coreference, i, chosen);
    }
    return true;
}
