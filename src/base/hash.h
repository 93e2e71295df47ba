#ifndef TD_BASE_HASH_H
#define TD_BASE_HASH_H

/* 64-bit XXH3 with fixed seeds: the same on every machine and in every run. */

#include <stdint.h>

#include "base/view.h"

uint64_t td_hash(td_view bytes);
/* Continue `state` with more; used for keys made of several parts. Order counts. */
uint64_t td_hash_mix(uint64_t state, uint64_t part);
/* 128-bit digest of a file's bytes as 32 lower-case hexadecimal digits and a zero byte. */
void td_digest(td_view bytes, char hex[33]);
/* 16 lower-case hexadecimal digits and a zero byte. */
void td_hash_hex(uint64_t hash, char hex[17]);

#endif
