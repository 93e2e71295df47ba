#ifndef TD_LEXICON_PACK_H
#define TD_LEXICON_PACK_H

/*
 * The pack's container: a header, a directory of named blocks in byte order of
 * their names, then the blocks, each aligned to 64 bytes. Numbers are in the
 * byte order of the machine that wrote it, which the header's mark tells.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/view.h"

#define TD_PACK_MAGIC "TIDINGS\n"
#define TD_PACK_VERSION 1U /* raise whenever the layout of any compiled block changes */
#define TD_PACK_BYTE_ORDER 0x01020304U
#define TD_PACK_ALIGNMENT 64U
#define TD_PACK_NAME 48U

typedef struct td_pack_header {
    char magic[8];
    uint32_t version;
    uint32_t byte_order;
    uint64_t size;   /* of the whole file */
    char digest[32]; /* XXH128, hexadecimal, of everything from TD_PACK_DIGESTED on */
    uint32_t block_count;
    uint32_t reserved;
} td_pack_header;

#define TD_PACK_DIGESTED offsetof(td_pack_header, block_count)

typedef struct td_pack_entry {
    char name[TD_PACK_NAME]; /* ends in a zero byte */
    uint64_t offset;         /* from the start of the file */
    uint64_t size;
} td_pack_entry;

/* A pack in memory: a mapped file, or bytes that somebody else owns. */
typedef struct td_pack {
    td_view bytes;
    const td_pack_header *header;
    const td_pack_entry *entries;
    void *mapping; /* NULL when the bytes are borrowed */
} td_pack;

#define TD_PACK_INIT         \
    {                        \
        .bytes = { NULL, 0 } \
    }

/* Map and check the file; a message names `path`, what is wrong, and what to do. */
int td_pack_open(td_pack *pack, const char *path, td_error *error);
/* The same over bytes aligned to 64 that outlive the pack; `name` stands for the path. */
int td_pack_borrow(td_pack *pack, td_view bytes, const char *name, td_error *error);
void td_pack_release(td_pack *pack);

/* A block by name, absent when there is none. */
td_view td_pack_block(const td_pack *pack, td_view name);
/* Blocks by number, 0 to header->block_count - 1, in byte order of their names. */
td_view td_pack_block_name(const td_pack *pack, uint32_t number);
td_view td_pack_block_at(const td_pack *pack, uint32_t number);

#endif
