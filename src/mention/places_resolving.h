#ifndef TD_MENTION_PLACES_RESOLVING_H
#define TD_MENTION_PLACES_RESOLVING_H

/*
 * Which place of the gazetteer a name means, in steps, each a file:
 *
 *   places_towns.c       readings as small places for names that the text shows to be places
 *   places_containers.c  "Azaz, Aleppo province": what is told to lie in what; places inside other names
 *   places_weigh.c       how well each reading of a name fits the report
 *   places_support.c     what the readings of all names have in common
 *   places_resolve.c     the readings chosen, what leaves no doubt first
 *   places_unknown.c     places without coordinates of their own, by what holds them
 */

#include "mention/naming.h"

#define TD_MOST_READINGS 96 /* of one name that are weighed */
#define TD_MOST_ANCHORS 48  /* settled places whose nearness counts */
#define TD_WHOLE_SHARE 1024 /* shares of a name's readings add up to about this */

/* A reading of a name, with what speaks for it. */
typedef struct td_reading {
    td_gazetteer_place place;
    uint32_t id;
    uint64_t region;  /* key of the division that it is or lies in, 0 */
    int country;      /* slot, -1 */
    int own;          /* points by itself */
    int points;       /* with what the report says besides */
    uint32_t share;   /* of TD_WHOLE_SHARE: how likely it is meant, as far as is known yet */
    bool alternative; /* by another of its names */
    bool town;        /* by a name that does not show a place by itself */
    bool ambiguous;   /* by a common word or a person's name */
} td_reading;

/* One name as it is used in the report. */
typedef struct td_toponym {
    uint64_t key;
    td_index candidate; /* the first of its mentions */
    td_index container; /* candidate, TD_NONE */
    td_index held;      /* candidate that names this as its container, TD_NONE */
    td_reading *readings;
    uint32_t reading_count;
    bool located;  /* things happen in it */
    bool evidence; /* some mention shows that a place is meant */
    bool plain;    /* one reading, or a country */
    bool settled;
    td_index entity;
} td_toponym;

typedef struct td_resolving {
    td_naming *naming;
    TD_ARRAY(td_toponym) toponyms;
    td_map by_key;                    /* name, or name with container, to toponym */
    td_map region_shares;             /* division to the shares of all names' readings in it */
    uint32_t country_shares[26 * 26]; /* the same for countries */
    struct {
        double latitude, longitude;
    } anchors[TD_MOST_ANCHORS];
    uint32_t anchor_count;
    td_index *numbers; /* of each candidate its toponym, TD_NONE */
} td_resolving;

/* places_containers.c */
void td_containers_find(td_naming *naming);
void td_inner_places_find(td_naming *naming);

/* places_support.c */
/* Share out every name among its readings, by what the readings of all names have in common. */
void td_support_share(td_resolving *resolving);
/* Take back what `toponym` has put into the sums: a name does not speak for itself. Before it is weighed. */
void td_support_withdraw(td_resolving *resolving, td_toponym *toponym);
/* `toponym`, withdrawn before, means its first reading: all of its share is that reading's. */
void td_support_settle(td_resolving *resolving, td_toponym *toponym);
/* What the names not withdrawn say for the country and for the division of a reading, in shares. */
uint32_t td_country_support(const td_resolving *resolving, const td_reading *reading);
uint32_t td_region_support(const td_resolving *resolving, const td_reading *reading);
/* Names that are, or may be, in a division. */
uint32_t td_region_share(const td_resolving *resolving, const char country[3], td_view region);

/* places_weigh.c */
uint64_t td_region_key(const char country[3], td_view region);
/* The division that a place is, or lies in; absent where none is known. */
td_view td_region_of(const td_gazetteer_place *place);
/* The readings of `toponym` from phrases, of which the first `known` show a place by themselves. */
void td_readings_begin(const td_resolving *resolving, td_toponym *toponym, const td_phrase *phrases, uint32_t count,
                       uint32_t known);
/* Points for each reading from all that is known so far, `near` with distances to what is settled; heaviest first. */
void td_readings_weigh(const td_resolving *resolving, td_toponym *toponym, bool near);
/* Is what holds the name in the text known to hold this reading? */
bool td_reading_is_held(const td_resolving *resolving, const td_toponym *toponym, const td_reading *reading);

/* places_unknown.c */
void td_places_unknown(td_resolving *resolving);

#endif
