#ifndef TD_TESTS_JSON_READING_H
#define TD_TESTS_JSON_READING_H

/* What tests of views ask of the JSON that these write. */

#include "model/json_read.h"
#include "small_store.h"

/* The value that `text` holds; a failed check and NULL when it holds none. */
const td_json_value *json_of(td_view text, td_arena *arena);
/* Evidence anywhere inside `value`: how many there are, and that each lies in its report's text. */
uint32_t json_check_evidence(const small_store *store, const td_json_value *value);
/* Item `at` of a list, NULL past the end. */
const td_json_value *json_item(const td_json_value *list, uint32_t at);

#endif
