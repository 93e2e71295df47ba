/* Files and folders, in a folder of the test's own. */

#include "base/file.h"
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "tidings-test-XXXXXX";
static char scratch[4][512];

/* "<folder>/<name>"; the last four answers stay valid. */
static const char *at(const char *name) {
    static int turn;
    char *path = scratch[turn++ % 4];
    snprintf(path, sizeof scratch[0], "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *bytes, size_t size) {
    FILE *file = fopen(at(name), "wb");
    bool written = file && fwrite(bytes, 1, size, file) == size;
    CHECK(written);
    if (file) fclose(file);
}

static bool mentions(const td_error *error, const char *words) {
    return strstr(error->message, words) != NULL;
}

static void test_reading(void) {
    td_buffer buffer;
    td_error error = TD_ERROR_INIT;
    td_buffer_init(&buffer, 1000);
    write_file("plain", "a\0b\n", 4);
    CHECK_INTEGER(td_file_read(at("plain"), &buffer, &error), TD_OK);
    CHECK(td_view_equal(td_buffer_view(&buffer), TD_VIEW("a\0b\n")));
    write_file("empty", "", 0);
    CHECK_INTEGER(td_file_read(at("empty"), &buffer, &error), TD_OK);
    CHECK_INTEGER(buffer.size, 0);
    char large[1001];
    memset(large, 'x', sizeof large);
    write_file("full", large, 1000);
    CHECK_INTEGER(td_file_read(at("full"), &buffer, &error), TD_OK);
    CHECK_INTEGER(buffer.size, 1000);
    write_file("over", large, 1001);
    CHECK_INTEGER(td_file_read(at("over"), &buffer, &error), TD_ERROR_LIMIT);
    CHECK(mentions(&error, at("over")) && mentions(&error, "1000 bytes") && mentions(&error, "split"));
    CHECK_INTEGER(td_file_read(at("plain"), &buffer, NULL), TD_OK); /* a failure does not stick to the buffer */
    td_buffer_release(&buffer);
}

static void test_refusals(void) {
    td_buffer buffer;
    td_buffer_init(&buffer, 1000);
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_file_read(at("missing"), &buffer, &error), TD_ERROR_FILE);
    CHECK(mentions(&error, at("missing")) && mentions(&error, "check the spelling"));
    error = (td_error)TD_ERROR_INIT;
    CHECK_INTEGER(td_file_read(folder, &buffer, &error), TD_ERROR_FILE);
    CHECK(mentions(&error, folder) && mentions(&error, "give the files in it"));
    error = (td_error)TD_ERROR_INIT;
    write_file("secret", "s", 1);
    chmod(at("secret"), 0);
    if (access(at("secret"), R_OK) != 0) { /* the superuser may read it all the same */
        CHECK_INTEGER(td_file_read(at("secret"), &buffer, &error), TD_ERROR_FILE);
        CHECK(mentions(&error, "permission"));
    }
    td_buffer_release(&buffer);
}

static void test_listing(void) {
    td_arena arena;
    td_arena_init(&arena, 1 << 20);
    mkdir(at("tree"), 0700);
    mkdir(at("tree/b"), 0700);
    mkdir(at("tree/b/deep"), 0700);
    mkdir(at("tree/.git"), 0700);
    const char *names[] = {"tree/c.txt",    "tree/B.txt",   "tree/b.txt",  "tree/b/1",
                           "tree/b/deep/2", "tree/.hidden", "tree/.git/x", "tree/b-1"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) write_file(names[i], "x", 1);
    CHECK(symlink("..", at("tree/b/loop")) == 0);
    CHECK(symlink("c.txt", at("tree/d-link")) == 0);
    CHECK(symlink("nowhere", at("tree/dangling")) == 0);
    CHECK(mkfifo(at("tree/pipe"), 0600) == 0);
    td_view_array files = {0};
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_folder_list(at("tree"), &arena, &files, &error), TD_OK);
    const char *expected[] = {"tree/B.txt",    "tree/b-1",   "tree/b.txt", "tree/b/1",
                              "tree/b/deep/2", "tree/c.txt", "tree/d-link"};
    CHECK_INTEGER(files.count, sizeof expected / sizeof *expected);
    for (uint32_t i = 0; i < files.count && i < sizeof expected / sizeof *expected; i++)
        CHECK_TEXT(files.items[i], at(expected[i]));
    CHECK_INTEGER(td_folder_list(at("tree/b/"), &arena, &files, &error), TD_OK);
    CHECK_INTEGER(files.count, 2);
    CHECK_TEXT(files.items[0], at("tree/b/1")); /* no doubled slash */
    mkdir(at("tree/none"), 0700);
    CHECK_INTEGER(td_folder_list(at("tree/none"), &arena, &files, &error), TD_OK);
    CHECK_INTEGER(files.count, 0);
    CHECK_INTEGER(td_folder_list(at("absent"), &arena, &files, &error), TD_ERROR_FILE);
    CHECK(mentions(&error, at("absent")));
    td_arena_release(&arena);
}

static void test_listing_limit(void) {
    td_arena arena;
    td_arena_init(&arena, 300); /* too little for the paths of the tree */
    td_view_array files = {0};
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_folder_list(at("tree"), &arena, &files, &error), TD_ERROR_LIMIT);
    td_arena_release(&arena);
}

static void test_paths(void) {
    CHECK_INTEGER(td_path_kind_of(at("plain")), TD_PATH_FILE);
    CHECK_INTEGER(td_path_kind_of(folder), TD_PATH_FOLDER);
    CHECK_INTEGER(td_path_kind_of(at("nothing")), TD_PATH_ABSENT);
    CHECK_INTEGER(td_path_kind_of(at("tree/pipe")), TD_PATH_OTHER);
    CHECK_TEXT(td_path_base_name(TD_VIEW("a/b/c.txt")), "c.txt");
    CHECK_TEXT(td_path_base_name(TD_VIEW("c.txt")), "c.txt");
    CHECK_TEXT(td_path_base_name(TD_VIEW("a/b//")), "b");
    CHECK_TEXT(td_path_base_name(TD_VIEW("/")), "/");
    CHECK_TEXT(td_path_base_name(TD_VIEW("")), "");
}

static void remove_tree(void) {
    const char *rest[] = {"tree/b/deep/2", "tree/b/deep",   "tree/b/1",   "tree/b/loop", "tree/b",     "tree/.git/x",
                          "tree/.git",     "tree/.hidden",  "tree/c.txt", "tree/B.txt",  "tree/b.txt", "tree/b-1",
                          "tree/d-link",   "tree/dangling", "tree/pipe",  "tree/none",   "tree",       "plain",
                          "empty",         "full",          "over",       "secret"};
    bool removed = true;
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        if (remove(at(rest[i])) != 0) removed = false;
    CHECK(removed);
    CHECK(rmdir(folder) == 0);
}

int main(void) {
    if (!CHECK(mkdtemp(folder) != NULL)) return td_test_finish();
    test_reading();
    test_refusals();
    test_listing();
    test_listing_limit();
    test_paths();
    remove_tree();
    return td_test_finish();
}
