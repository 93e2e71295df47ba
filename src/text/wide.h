#ifndef TD_TEXT_WIDE_H
#define TD_TEXT_WIDE_H

/*
 * For the few loops where the reader spends its time: each is compiled twice from one text, the second time for
 * processors with AVX2, and chosen when it runs. They count in whole numbers, so that both give the same. Include in
 * source files only, after all other headers.
 */

#define INLINE static inline __attribute__((always_inline))

#if defined(__x86_64__) && defined(__GNUC__)
#define WIDE __attribute__((target("avx2")))
#define HAS_WIDE (__builtin_cpu_supports("avx2") != 0)
#else
#define WIDE
#define HAS_WIDE false
#endif

#if defined(__GNUC__) && !defined(__clang__)
/* At less, this compiler leaves such loops scalar. */
#pragma GCC optimize("O3")
#endif

#endif
