/* Random numbers (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). Input: a state. */

#include "random.h"

uint64_t td_random_next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

float td_random_share(uint64_t *state) {
    return (float)(td_random_next(state) >> 40) * (1.0f / (float)(1 << 24));
}

void td_random_shuffle(uint32_t *items, uint32_t count, uint64_t *state) {
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = (uint32_t)(td_random_next(state) % i);
        uint32_t held = items[i - 1];
        items[i - 1] = items[j];
        items[j] = held;
    }
}
