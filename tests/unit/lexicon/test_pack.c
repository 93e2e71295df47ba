/* The pack's container: round trip, and files that are none or damaged. */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "harness.h"
#include "lexicon/lexicon.h"
#include "lexicon/pack.h"
#include "pack_writer.h"

static td_arena arena;

static td_view written(void) {
    td_pack_writer writer;
    td_error error = TD_ERROR_INIT;
    td_view bytes = TD_VIEW_ABSENT;
    td_pack_writer_init(&writer, &arena);
    CHECK_INTEGER(td_pack_writer_add(&writer, TD_VIEW("zebra"), TD_VIEW("stripes"), &error), TD_OK);
    CHECK_INTEGER(td_pack_writer_add(&writer, TD_VIEW("actors/some.tsv"), TD_VIEW(""), &error), TD_OK);
    CHECK_INTEGER(td_pack_writer_add(&writer, TD_VIEW("middle"), TD_VIEW("m"), &error), TD_OK);
    td_pack_writer_finish(&writer, &bytes);
    return bytes;
}

static void test_round_trip(void) {
    td_pack pack = TD_PACK_INIT;
    td_error error = TD_ERROR_INIT;
    td_view bytes = written();
    CHECK_INTEGER(td_pack_borrow(&pack, bytes, "memory", &error), TD_OK);
    CHECK_INTEGER(pack.header->block_count, 3);
    CHECK_TEXT(td_pack_block(&pack, TD_VIEW("zebra")), "stripes");
    CHECK_TEXT(td_pack_block(&pack, TD_VIEW("middle")), "m");
    td_view empty = td_pack_block(&pack, TD_VIEW("actors/some.tsv"));
    CHECK(td_view_present(empty) && empty.size == 0);
    CHECK(!td_view_present(td_pack_block(&pack, TD_VIEW("zebr"))));
    CHECK(!td_view_present(td_pack_block(&pack, TD_VIEW(""))));
    CHECK_TEXT(td_pack_block_name(&pack, 0), "actors/some.tsv");
    CHECK_INTEGER((uintptr_t)td_pack_block(&pack, TD_VIEW("zebra")).bytes % TD_PACK_ALIGNMENT, 0);
    CHECK(td_view_equal(bytes, written())); /* the same blocks give the same bytes */
    td_pack_release(&pack);
}

static void test_names(void) {
    td_pack_writer writer;
    td_error error = TD_ERROR_INIT;
    td_pack_writer_init(&writer, &arena);
    CHECK_INTEGER(td_pack_writer_add(&writer, TD_VIEW("one"), TD_VIEW("1"), &error), TD_OK);
    CHECK_INTEGER(td_pack_writer_add(&writer, TD_VIEW("one"), TD_VIEW("2"), &error), TD_ERROR_USAGE);
    CHECK_INTEGER(td_pack_writer_add(&writer, TD_VIEW(""), TD_VIEW("2"), &error), TD_ERROR_USAGE);
    CHECK_INTEGER(td_pack_writer_add(&writer, TD_VIEW("a name that is longer than any block's name may be"),
                                     TD_VIEW("2"), &error),
                  TD_ERROR_USAGE);
}

/* A copy of the pack, aligned as a mapped file is, with one byte changed. */
static int open_changed(td_view bytes, size_t at, size_t size, td_error *error) {
    td_pack pack = TD_PACK_INIT;
    char *copy =
        aligned_alloc(TD_PACK_ALIGNMENT, (bytes.size + TD_PACK_ALIGNMENT) / TD_PACK_ALIGNMENT * TD_PACK_ALIGNMENT);
    if (!copy) return TD_ERROR_MEMORY;
    memcpy(copy, bytes.bytes, bytes.size);
    copy[at] = (char)(copy[at] ^ 0x20);
    int status = td_pack_borrow(&pack, (td_view){copy, size}, "copy", error);
    free(copy);
    return status;
}

static void test_damage(void) {
    td_view bytes = written();
    uint32_t refused = 0;
    for (size_t at = 0; at < bytes.size; at++) {
        td_error error = TD_ERROR_INIT;
        refused +=
            open_changed(bytes, at, bytes.size, &error) == TD_ERROR_INPUT && strstr(error.message, "copy: ") != NULL;
    }
    CHECK_INTEGER(refused, bytes.size);
    for (size_t size = 0; size < bytes.size; size += 13) {
        td_error error = TD_ERROR_INIT;
        if (open_changed(bytes, 0, size, &error) != TD_ERROR_INPUT) CHECK(false);
    }
}

static void write_text(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    if (!CHECK(file != NULL)) return;
    fputs(text, file);
    fclose(file);
}

static void check_file(const char *path, int expected, const char *says) {
    td_lexicon *lexicon = NULL;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_lexicon_open(path, &lexicon, &error), expected);
    CHECK(strstr(error.message, path) != NULL && strstr(error.message, says) != NULL);
}

static void test_files(void) {
    char path[] = "tidings-test-XXXXXX";
    td_error error = TD_ERROR_INIT;
    int file = mkstemp(path);
    if (!CHECK(file >= 0)) return;
    close(file);
    check_file(path, TD_ERROR_INPUT, "too short");
    write_text(path,
               "This is a letter to the editor and it is quite long, but it is surely no lexicon of any program.");
    check_file(path, TD_ERROR_INPUT, "no lexicon of Tidings");
    CHECK_INTEGER(td_pack_write_file(path, written(), &error), TD_OK);
    check_file(path, TD_ERROR_INPUT, "no block 'phrases'");
    unlink(path);
    check_file(path, TD_ERROR_FILE, "cannot be opened");
    check_file(".", TD_ERROR_INPUT, "not a file");
    CHECK_INTEGER(td_pack_write_file("/nowhere/at/all.pack", written(), &error), TD_ERROR_FILE);
}

int main(void) {
    td_arena_init(&arena, 16 << 20);
    test_round_trip();
    test_names();
    test_damage();
    test_files();
    td_arena_release(&arena);
    return td_test_finish();
}
