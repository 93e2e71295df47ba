#ifndef TD_FUZZ_TARGET_H
#define TD_FUZZ_TARGET_H

/*
 * A fuzz target: any bytes go in, and nothing but a result or an error may come of it. Built with libFuzzer by
 * `make fuzz`; with driver.c it reads a corpus as an ordinary test.
 */

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
