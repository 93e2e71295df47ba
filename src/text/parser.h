#ifndef TD_TEXT_PARSER_H
#define TD_TEXT_PARSER_H

/*
 * Heads and relations (Universal Dependencies) of the tokens of one sentence, by a trained model that is read in place
 * (td_lexicon_block(lexicon, "parser.model"); data/models/reader.md says how it was made).
 */

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/view.h"
#include "model/report.h"
#include "text/feature_rows.h"
#include "text/network.h"

/* A view of the model: it owns nothing, is never written after it was opened and may be shared by threads. */
typedef struct td_parser {
    const td_network_block *network;
    td_feature_rows words, actions, labels;
} td_parser;

/*
 * Check `model` (aligned to 64 bytes, to outlive the parser) and point `parser` into it. TD_ERROR_INPUT says what is
 * wrong with it: absent, of another version, damaged.
 */
int td_parser_open(td_view model, td_parser *parser, td_error *error);

/*
 * Fill head and relation of the `count` tokens of one sentence, whose spans (into `text`), part_of_speech and
 * morphology must be set. Relations are static strings. Every token gets a head, exactly one token the head 0, and
 * following heads always ends there. Time is linear in `count`. `scratch` is emptied and used for no more than a part
 * of a long sentence at a time: it must be the caller's for this purpose alone.
 */
void td_parser_parse(const td_parser *parser, td_view text, td_token *tokens, uint32_t count, td_arena *scratch);

#endif
