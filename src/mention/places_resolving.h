#ifndef TD_MENTION_PLACES_RESOLVING_H
#define TD_MENTION_PLACES_RESOLVING_H

/*
 * Which place of the gazetteer a name means, in steps, each a file:
 *
 *   places_towns.c       readings as small places for names that the text shows to be places
 *   places_containers.c  "Azaz, Aleppo province": what is told to lie in what; places inside other names
 *   places_weigh.c       how well each reading of a name fits the report
 *   places_resolve.c     the readings chosen, what leaves no doubt first
 *   places_unknown.c     places without coordinates of their own, by what holds them
 */

#include "mention/naming.h"

#define TD_MOST_READINGS 96 /* of one name that are weighed */
#define TD_MOST_ANCHORS 48  /* settled places whose nearness counts */

/* One name as it is used in the report. */
typedef struct td_toponym {
    uint64_t key;
    td_index candidate; /* the first of its mentions */
    td_index container; /* candidate, TD_NONE */
    td_index held;      /* candidate that names this as its container, TD_NONE */
    const td_phrase *phrases;
    uint32_t phrase_count;
    bool located;  /* things happen in it */
    bool evidence; /* some mention shows that a place is meant */
    bool plain;    /* one reading, or a country */
    bool settled;
    td_index entity;
} td_toponym;

typedef struct td_resolving {
    td_naming *naming;
    TD_ARRAY(td_toponym) toponyms;
    td_map by_key;            /* name, or name with container, to toponym */
    td_map region_votes;      /* first-level division to the names that may lie in it */
    uint16_t inside[26 * 26]; /* countries by the places told of that lie, or may lie, in them */
    struct {
        double latitude, longitude;
    } anchors[TD_MOST_ANCHORS];
    uint32_t anchor_count;
    td_index *numbers; /* of each candidate its toponym, TD_NONE */
} td_resolving;

/* A reading with what speaks for it. */
typedef struct td_weighed {
    td_gazetteer_place place;
    uint32_t id;
    int points;
} td_weighed;

/* places_containers.c */
void td_containers_find(td_naming *naming);
void td_inner_places_find(td_naming *naming);

/* places_weigh.c: the readings of `toponym`, heaviest first; how many. */
uint32_t td_readings_weigh(const td_resolving *resolving, const td_toponym *toponym,
                           td_weighed weighed[TD_MOST_READINGS]);
/* How many of the report's names are, or may be, in the division that `place` is or lies in; 0 where none is known. */
uint32_t td_region_votes(const td_resolving *resolving, const td_gazetteer_place *place);
uint64_t td_region_key(const char country[3], td_view region);
/* The division that a place is, or lies in; absent where none is known. */
td_view td_region_of(const td_gazetteer_place *place);

/* places_unknown.c */
void td_places_unknown(td_resolving *resolving);

#endif
