#ifndef TD_LEXICON_ACTORS_TABLE_H
#define TD_LEXICON_ACTORS_TABLE_H

/*
 * The tables of actors as they are loaded, with the forms that only the
 * builder of the phrase dictionary needs. Builder and program load the same
 * texts in the same order, so that ids agree.
 */

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/map.h"
#include "lexicon/actors.h"
#include "lexicon/table.h"

#define TD_ACTORS_FOLDER "actors/"


typedef struct td_actor_row {
    td_actor actor;
    td_view forms; /* other names, separated by '|' */
} td_actor_row;

typedef struct td_role_row {
    td_view role, kind, forms;
} td_role_row;

typedef struct td_body_row {
    td_state_body body;
    td_view forms;
} td_body_row;

/* Another name of an actor that is first of all something else's: "Moscow" for the government of Russia. */
typedef struct td_metonym_row {
    uint32_t actor;
    td_view forms;
} td_metonym_row;

struct td_actors {
    TD_ARRAY(td_actor_row) actors;
    TD_ARRAY(td_office) offices;
    TD_ARRAY(td_role_row) roles;
    TD_ARRAY(td_body_row) bodies;
    TD_ARRAY(td_metonym_row) metonyms;
    td_map by_knowledge;
};

/*
 * Load the tables whose names begin with TD_ACTORS_FOLDER, in the order given:
 * offices.tsv, roles.tsv, ministries.tsv and metonyms.tsv by their names, any
 * other as actors. The texts outlive `*out`. TD_ERROR_INPUT names table and line.
 */
int td_actors_load(const td_named_text_array *tables, td_arena *arena, td_actors **out, td_error *error);

#endif
