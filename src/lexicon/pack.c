/*
 * The pack's container.
 * Input: a file written by tidings-pack. Output: its named blocks, read in place.
 * Everything is checked once on opening (sizes, digest, directory), so that
 * readers of blocks may trust what they find.
 */

#include "lexicon/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"

static int refuse(const char *name, const char *problem, td_error *error) {
    return td_error_set(error, TD_ERROR_INPUT, "%s: %s; build or install Tidings again to make a new one", name,
                        problem);
}

static int check_header(td_view bytes, const td_pack_header *header, const char *name, td_error *error) {
    char digest[33];
    if (memcmp(header->magic, TD_PACK_MAGIC, sizeof header->magic) != 0)
        return refuse(name, "this is no lexicon of Tidings", error);
    if (header->byte_order != TD_PACK_BYTE_ORDER)
        return refuse(name, "the lexicon was made on a machine of another byte order", error);
    if (header->version != TD_PACK_VERSION) return refuse(name, "the lexicon is of another version", error);
    if (header->size != bytes.size) return refuse(name, "the lexicon is cut short or has something behind it", error);
    td_digest(td_view_slice(bytes, TD_PACK_DIGESTED, bytes.size), digest);
    if (memcmp(header->digest, digest, sizeof header->digest) != 0)
        return refuse(name, "the lexicon is damaged (its digest is not that of its content)", error);
    return TD_OK;
}

static int check_directory(const td_pack *pack, const char *name, td_error *error) {
    uint64_t directory = (uint64_t)pack->header->block_count * sizeof(td_pack_entry);
    if (directory > pack->bytes.size - sizeof *pack->header)
        return refuse(name, "the lexicon's directory runs past its end", error);
    for (uint32_t i = 0; i < pack->header->block_count; i++) {
        const td_pack_entry *entry = &pack->entries[i];
        if (entry->name[TD_PACK_NAME - 1] != 0 || entry->offset % TD_PACK_ALIGNMENT != 0 ||
            entry->offset > pack->bytes.size || entry->size > pack->bytes.size - entry->offset)
            return refuse(name, "the lexicon's directory names a block that is not there", error);
        if (i > 0 && strcmp(pack->entries[i - 1].name, entry->name) >= 0)
            return refuse(name, "the lexicon's directory is out of order", error);
    }
    return TD_OK;
}

int td_pack_borrow(td_pack *pack, td_view bytes, const char *name, td_error *error) {
    if (bytes.size < sizeof(td_pack_header)) return refuse(name, "the file is too short to be a lexicon", error);
    pack->bytes = bytes;
    pack->header = (const td_pack_header *)(const void *)bytes.bytes;
    pack->entries = (const td_pack_entry *)(const void *)(bytes.bytes + sizeof(td_pack_header));
    int status = check_header(bytes, pack->header, name, error);
    return status < 0 ? status : check_directory(pack, name, error);
}

static int map_file(td_pack *pack, int file, const char *path, td_error *error) {
    struct stat status;
    if (fstat(file, &status) < 0)
        return td_error_set(error, TD_ERROR_FILE, "%s: the lexicon cannot be read: %s", path, strerror(errno));
    if (!S_ISREG(status.st_mode)) return refuse(path, "this is not a file", error);
    if ((uint64_t)status.st_size < sizeof(td_pack_header))
        return refuse(path, "the file is too short to be a lexicon", error);
    void *mapping = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (mapping == MAP_FAILED)
        return td_error_set(error, TD_ERROR_FILE, "%s: the lexicon cannot be mapped into memory: %s", path,
                            strerror(errno));
    pack->mapping = mapping;
    pack->bytes = (td_view){mapping, (size_t)status.st_size};
    return TD_OK;
}

int td_pack_open(td_pack *pack, const char *path, td_error *error) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return td_error_set(
            error, TD_ERROR_FILE,
            "%s: the lexicon cannot be opened: %s; install Tidings, or name the file tidings.pack of its "
            "build folder",
            path, strerror(errno));
    int status = map_file(pack, file, path, error);
    close(file);
    if (status == TD_OK) status = td_pack_borrow(pack, pack->bytes, path, error);
    if (status < 0) td_pack_release(pack);
    return status;
}

void td_pack_release(td_pack *pack) {
    if (pack->mapping) munmap(pack->mapping, pack->bytes.size);
    *pack = (td_pack)TD_PACK_INIT;
}

td_view td_pack_block_name(const td_pack *pack, uint32_t number) {
    return td_view_of(pack->entries[number].name);
}

td_view td_pack_block_at(const td_pack *pack, uint32_t number) {
    const td_pack_entry *entry = &pack->entries[number];
    return (td_view){pack->bytes.bytes + entry->offset, (size_t)entry->size};
}

td_view td_pack_block(const td_pack *pack, td_view name) {
    uint32_t low = 0;
    uint32_t high = pack->header->block_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = td_view_compare(td_pack_block_name(pack, middle), name);
        if (order == 0) return td_pack_block_at(pack, middle);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return TD_VIEW_ABSENT;
}
