/*
 * Writing a pack.
 * Input: named blocks. Output: the container that lexicon/pack.h describes.
 */

#include "pack_writer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "lexicon/pack.h"

void td_pack_writer_init(td_pack_writer *writer, td_arena *arena) {
    *writer = (td_pack_writer){.arena = arena};
}

int td_pack_writer_add(td_pack_writer *writer, td_view name, td_view bytes, td_error *error) {
    if (name.size == 0 || name.size >= TD_PACK_NAME)
        return td_error_set(error, TD_ERROR_USAGE, "block '%.*s': a name of 1 to %u bytes is needed",
                            TD_VIEW_ARGUMENTS(name), TD_PACK_NAME - 1);
    for (td_each(block, &writer->blocks))
        if (td_view_equal(block->name, name))
            return td_error_set(error, TD_ERROR_USAGE, "block '%.*s' is given twice", TD_VIEW_ARGUMENTS(name));
    *td_push(writer->arena, &writer->blocks) = (td_named_text){name, bytes};
    return TD_OK;
}

static int compare_names(const void *a, const void *b) {
    return td_view_compare(((const td_named_text *)a)->name, ((const td_named_text *)b)->name);
}

static size_t align(size_t size) {
    return (size + TD_PACK_ALIGNMENT - 1) / TD_PACK_ALIGNMENT * TD_PACK_ALIGNMENT;
}

void td_pack_writer_finish(td_pack_writer *writer, td_view *out) {
    uint32_t count = writer->blocks.count;
    size_t first = align(sizeof(td_pack_header) + count * sizeof(td_pack_entry));
    size_t size = first;
    if (count) qsort(writer->blocks.items, count, sizeof *writer->blocks.items, compare_names);
    for (td_each(block, &writer->blocks)) size = align(size + block->text.size);

    /* One more unit of alignment, so that the bytes can be read in place before they are a file. */
    char *memory = td_arena_alloc(writer->arena, size + TD_PACK_ALIGNMENT);
    char *bytes = memory + (TD_PACK_ALIGNMENT - (uintptr_t)memory % TD_PACK_ALIGNMENT) % TD_PACK_ALIGNMENT;
    td_pack_header *header = (td_pack_header *)(void *)bytes;
    td_pack_entry *entries = (td_pack_entry *)(void *)(bytes + sizeof *header);
    size_t offset = first;
    for (uint32_t i = 0; i < count; i++) {
        const td_named_text *block = &writer->blocks.items[i];
        memcpy(entries[i].name, block->name.bytes, block->name.size);
        entries[i].offset = offset;
        entries[i].size = block->text.size;
        if (block->text.size) memcpy(bytes + offset, block->text.bytes, block->text.size);
        offset = align(offset + block->text.size);
    }
    memcpy(header->magic, TD_PACK_MAGIC, sizeof header->magic);
    header->version = TD_PACK_VERSION;
    header->byte_order = TD_PACK_BYTE_ORDER;
    header->size = size;
    header->block_count = count;
    char digest[33];
    td_digest((td_view){bytes + TD_PACK_DIGESTED, size - TD_PACK_DIGESTED}, digest);
    memcpy(header->digest, digest, sizeof header->digest);
    *out = (td_view){bytes, size};
}

int td_pack_write_file(const char *path, td_view bytes, td_error *error) {
    char temporary[4096];
    if (snprintf(temporary, sizeof temporary, "%s.part", path) >= (int)sizeof temporary)
        return td_error_set(error, TD_ERROR_USAGE, "%s: the path is too long", path);
    FILE *file = fopen(temporary, "wb");
    if (!file) return td_error_set(error, TD_ERROR_FILE, "%s: cannot be written: %s", temporary, strerror(errno));
    bool written = fwrite(bytes.bytes, 1, bytes.size, file) == bytes.size;
    written = fclose(file) == 0 && written;
    if (written && rename(temporary, path) == 0) return TD_OK;
    int status = td_error_set(error, TD_ERROR_FILE, "%s: cannot be written: %s", path, strerror(errno));
    remove(temporary);
    return status;
}
