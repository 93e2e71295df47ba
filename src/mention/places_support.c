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

void td_support_withdraw(td_resolving *resolving, td_toponym *toponym) {
    for (uint32_t i = 0; i < toponym->reading_count; i++) {
        td_reading *reading = &toponym->readings[i];
        if (reading->share == 0) continue;
        if (reading->country >= 0) resolving->country_shares[reading->country] -= reading->share;
        if (reading->region) *td_map_put(&resolving->region_shares, reading->region, 0, NULL) -= reading->share;
        reading->share = 0;
    }
}

uint32_t td_country_support(const td_resolving *resolving, const td_reading *reading) {
    return reading->country < 0 ? 0 : resolving->country_shares[reading->country];
}

uint32_t td_region_support(const td_resolving *resolving, const td_reading *reading) {
    const uint32_t *all = reading->region ? td_map_get(&resolving->region_shares, reading->region) : NULL;
    return all ? *all : 0;
}

uint32_t td_region_share(const td_resolving *resolving, const char country[3], td_view region) {
    const uint32_t *share = region.size ? td_map_get(&resolving->region_shares, td_region_key(country, region)) : NULL;
    return share ? *share : 0;
}

/* Divide the share of a name, withdrawn before, among its readings. */
static void divide(td_resolving *resolving, td_toponym *toponym) {
    uint32_t sum = 0;
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
            td_support_withdraw(resolving, toponym);
            td_readings_weigh(resolving, toponym, false);
            divide(resolving, toponym);
        }
}

void td_support_settle(td_resolving *resolving, td_toponym *toponym) {
    toponym->readings[0].share = TD_WHOLE_SHARE;
    add_to_country(resolving, &toponym->readings[0], TD_WHOLE_SHARE);
}
