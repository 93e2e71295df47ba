/*
 * What the readings of a report's names have in common.
 * Input: names with their readings. Output: how likely each reading is, by the countries and divisions that the report
 * is about; how much other names speak for a country or division.
 *
 * Each name has one share, which its readings divide by their points; a country's support is the sum of the shares in
 * it, and gives points back to the readings there. A few rounds of this are a mean field for "minimal coverage": that
 * few divisions explain most names (Leidner, Sinclair and Webber 2003, "Grounding spatial named entities").
 */

#include "base/hash.h"
#include "mention/places_resolving.h"

enum {
    ROUNDS = 3,
    HALVING = 5, /* points that halve a reading's share */
};

static void add_to_country(td_resolving *resolving, const td_reading *reading, uint32_t share) {
    if (reading->country >= 0) resolving->country_shares[reading->country] += share;
    if (reading->region) *td_map_put(&resolving->region_shares, reading->region, 0, NULL) += share;
}

static void take_from_country(td_resolving *resolving, const td_reading *reading) {
    if (reading->country >= 0) resolving->country_shares[reading->country] -= reading->share;
    if (reading->region) *td_map_put(&resolving->region_shares, reading->region, 0, NULL) -= reading->share;
}

/* What `toponym` itself put into a sum does not speak for it. */
uint32_t td_country_support(const td_resolving *resolving, const td_toponym *toponym, const td_reading *reading) {
    if (reading->country < 0) return 0;
    uint32_t own = 0;
    for (uint32_t i = 0; i < toponym->reading_count; i++)
        if (toponym->readings[i].country == reading->country) own += toponym->readings[i].share;
    return resolving->country_shares[reading->country] - own;
}

uint32_t td_region_support(const td_resolving *resolving, const td_toponym *toponym, const td_reading *reading) {
    const uint32_t *all = reading->region ? td_map_get(&resolving->region_shares, reading->region) : NULL;
    uint32_t own = 0;
    if (!all) return 0;
    for (uint32_t i = 0; i < toponym->reading_count; i++)
        if (toponym->readings[i].region == reading->region) own += toponym->readings[i].share;
    return *all - own;
}

uint32_t td_region_share(const td_resolving *resolving, const char country[3], td_view region) {
    const uint32_t *share = region.size ? td_map_get(&resolving->region_shares, td_region_key(country, region)) : NULL;
    return share ? *share : 0;
}

/* Divide the share of a name among its readings. */
static void divide(td_resolving *resolving, td_toponym *toponym) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < toponym->reading_count; i++) take_from_country(resolving, &toponym->readings[i]);
    for (uint32_t i = 0; i < toponym->reading_count; i++) {
        td_reading *reading = &toponym->readings[i];
        int halvings = (toponym->readings[0].points - reading->points) / HALVING;
        reading->share = halvings < 10 ? TD_WHOLE_SHARE >> halvings : 0;
        sum += reading->share;
    }
    for (uint32_t i = 0; i < toponym->reading_count; i++) {
        td_reading *reading = &toponym->readings[i];
        reading->share = reading->share * TD_WHOLE_SHARE / sum;
        add_to_country(resolving, reading, reading->share);
    }
}

void td_support_share(td_resolving *resolving) {
    for (int round = 0; round < ROUNDS; round++)
        for (td_each(toponym, &resolving->toponyms)) {
            if (toponym->reading_count == 0 || toponym->settled) continue;
            td_readings_weigh(resolving, toponym);
            divide(resolving, toponym);
        }
}

void td_support_settle(td_resolving *resolving, td_toponym *toponym) {
    for (uint32_t i = 0; i < toponym->reading_count; i++) {
        td_reading *reading = &toponym->readings[i];
        take_from_country(resolving, reading);
        reading->share = i == 0 ? TD_WHOLE_SHARE : 0;
        add_to_country(resolving, reading, reading->share);
    }
}
