#ifndef TD_LEXICON_WORD_KEY_H
#define TD_LEXICON_WORD_KEY_H

/*
 * The key under which a word is looked up: case folded, marks (accents,
 * macrons) taken off, curly apostrophes and hyphens made plain, then hashed.
 * "Hmeimim" and "hmeimim" share a key, "Tartus" and "Tartous" do not.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/view.h"

uint64_t td_word_key(td_view word);
/* The folded form itself. */
td_view td_word_fold(td_arena *arena, td_view word);
/* The folded form, or as much of it as `room` bytes hold; returns its size. */
size_t td_word_fold_into(td_view word, char *folded, size_t room);
/* Whether a folded word is the Arabic article in one of its spellings: "al", "el", "ash". */
bool td_is_article(td_view folded);
/*
 * A coarser key for transliterated names: article (al-, el-, as-, ...) and
 * doubled letters dropped, vowels merged, k/q/kh, s/sh, t/th/d/dh alike as
 * Arabic and Russian names vary in English. For matching against known names
 * only: two names of one key are candidates, not equals.
 */
uint64_t td_transliteration_key(td_view name);

#endif
