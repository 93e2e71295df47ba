/*
 * Hashes and digests that are the same on every machine: XXH3 (Yann Collet, github.com/Cyan4973/xxHash).
 * Input: bytes or numbers. Output: 64-bit hashes, 128-bit digests in hexadecimal.
 */

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/hash.h"

static void write_hexadecimal(const unsigned char *bytes, size_t count, char *hex) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < count; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    hex[2 * count] = 0;
}

uint64_t td_hash(td_view bytes) {
    return XXH3_64bits(bytes.bytes, bytes.size);
}

/* The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over an order-dependent sum. */
uint64_t td_hash_mix(uint64_t state, uint64_t part) {
    uint64_t mixed = (state << 23 | state >> 41) * 0x9E3779B97F4A7C15u + part + 0x632BE59BD9B4E019u;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

void td_digest(td_view bytes, char hex[33]) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.bytes, bytes.size));
    write_hexadecimal(canonical.digest, sizeof canonical.digest, hex);
}

void td_hash_hex(uint64_t hash, char hex[17]) {
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = (unsigned char)(hash >> (56 - 8 * i));
    write_hexadecimal(bytes, sizeof bytes, hex);
}
