#ifndef TD_PACK_PACK_WRITER_H
#define TD_PACK_PACK_WRITER_H

/* Writing a pack: named blocks in, one file out. The same blocks give the same bytes. */

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "lexicon/table.h"

typedef struct td_pack_writer {
    td_arena *arena;
    TD_ARRAY(td_named_text) blocks;
} td_pack_writer;

void td_pack_writer_init(td_pack_writer *writer, td_arena *arena);
/* Both views are borrowed until td_pack_writer_finish(). TD_ERROR_USAGE for a name too long or given twice. */
int td_pack_writer_add(td_pack_writer *writer, td_view name, td_view bytes, td_error *error);
/* Sort the blocks by name and lay them out; `*out` is in the arena. */
void td_pack_writer_finish(td_pack_writer *writer, td_view *out);
/* Write `bytes` to `path`, whole or not at all. */
int td_pack_write_file(const char *path, td_view bytes, td_error *error);

#endif
