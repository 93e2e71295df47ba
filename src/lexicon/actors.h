#ifndef TD_LEXICON_ACTORS_H
#define TD_LEXICON_ACTORS_H

/*
 * Known actors: governments, ministries, forces, organisations, armed groups
 * and persons in office, from data/actors/ (public facts, dated), and the
 * words for roles.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/view.h"
#include "model/kinds.h"

typedef struct td_actors td_actors;

typedef struct td_actor {
    td_view knowledge; /* "government-ru", "person-vladimir-putin" */
    td_view name;
    enum td_entity_kind kind;
    char country[3]; /* ISO 3166-1 alpha-2, "" for none */
    td_view category; /* "government", "military", "armed_group", "international", "agency", "person" ... */
} td_actor;

/* A body that every state has: with a demonym or a country it names an organisation ("Russian Defence Ministry"). */
typedef struct td_state_body {
    td_view body;     /* "defence-ministry": joined with a country's code it makes a knowledge identifier */
    td_view name;     /* "Defence Ministry" */
    td_view category; /* "ministry", "military", "parliament" ... */
} td_state_body;

/* An office held: "president" of RU by an actor, from day to day (open: unknown or still). */
typedef struct td_office {
    td_view role;
    td_view country; /* or the organisation's knowledge identifier */
    uint32_t actor;
    td_interval held;
} td_office;

uint32_t td_actors_count(const td_actors *actors);
td_actor td_actors_get(const td_actors *actors, uint32_t id);
bool td_actors_find(const td_actors *actors, td_view knowledge, uint32_t *id);
/* The government of a country, false when there is none in the tables. */
bool td_actors_government(const td_actors *actors, const char *country, uint32_t *id);
uint32_t td_actors_office_count(const td_actors *actors);
td_office td_actors_office(const td_actors *actors, uint32_t number);
/* A role word by the id of its phrase: "president", "foreign minister". */
td_view td_actors_role(const td_actors *actors, uint32_t id);
/* What sort of office or walk of life a role is: "head_of_state", "minister", "military", "public" ... */
td_view td_actors_role_kind(const td_actors *actors, uint32_t id);
/* A body of the state by the id of its phrase. */
td_state_body td_actors_body(const td_actors *actors, uint32_t id);

#endif
