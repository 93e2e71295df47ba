#ifndef TD_LEXICON_LEXICON_H
#define TD_LEXICON_LEXICON_H

/*
 * The shipped knowledge: one file, `tidings.pack`, made from the tables under
 * data/ and mapped into memory. It is read-only and may be shared by threads.
 *
 * Large tables (places, phrases) lie in the pack ready for use; small ones lie
 * in it as their tab-separated text and are indexed when it is opened, each by
 * its own file of this layer.
 */

#include "base/error.h"
#include "lexicon/actors.h"
#include "lexicon/frames.h"
#include "lexicon/names.h"
#include "lexicon/phrases.h"
#include "lexicon/places.h"
#include "lexicon/units.h"
#include "lexicon/words.h"

typedef struct td_lexicon td_lexicon;

/*
 * Map the pack at `path`. TD_ERROR_FILE or TD_ERROR_INPUT names the path and
 * what is wrong with it. `*out` is the caller's, to td_lexicon_free().
 */
int td_lexicon_open(const char *path, td_lexicon **out, td_error *error);
void td_lexicon_free(td_lexicon *lexicon);
/* Digest of the pack: part of what decides whether derived data are current. */
td_view td_lexicon_digest(const td_lexicon *lexicon);

/*
 * A block of the pack by the name that its builder gave it ("reader.model"), aligned to 64 bytes; absent when the
 * pack has none. Trained models are read in place from such blocks by the stage that uses them.
 */
td_view td_lexicon_block(const td_lexicon *lexicon, td_view name);

/* The tables of the pack whose names begin with `folder` ("frames/"), in byte order of their names; in `arena`. */
td_named_text_array td_lexicon_tables(const td_lexicon *lexicon, td_view folder, td_arena *arena);

/* Borrowed from the lexicon. */
const td_phrases *td_lexicon_phrases(const td_lexicon *lexicon);
/* Every settlement and part of a division, however small, for names that the text itself shows to be places. */
const td_phrases *td_lexicon_towns(const td_lexicon *lexicon);
const td_places *td_lexicon_places(const td_lexicon *lexicon);
const td_actors *td_lexicon_actors(const td_lexicon *lexicon);
const td_words *td_lexicon_words(const td_lexicon *lexicon);
const td_units *td_lexicon_units(const td_lexicon *lexicon);
const td_frames *td_lexicon_frames(const td_lexicon *lexicon);
const td_names *td_lexicon_names(const td_lexicon *lexicon);

#endif
