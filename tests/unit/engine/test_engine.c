/* The library as a program outside meets it: through tidings.h alone. */

#include <string.h>
#include <unistd.h>

#include "harness.h"
#include "tidings.h"

typedef struct received {
    char text[1 << 16];
    size_t size, pieces;
} received;

static int receive(void *context, const char *bytes, size_t size) {
    received *all = context;
    all->pieces++;
    if (size > sizeof all->text - 1 - all->size) size = sizeof all->text - 1 - all->size;
    memcpy(all->text + all->size, bytes, size);
    all->text[all->size += size] = 0;
    return 0;
}

static int refuse(void *context, const char *bytes, size_t size) {
    (void)context, (void)bytes, (void)size;
    return 1;
}

static void test_annotate(td_engine *engine) {
    static received found;
    const char text[] = "Soldiers left the town of Abyei on Monday, witnesses said.";
    found.size = found.pieces = 0;
    CHECK_INTEGER(td_engine_annotate(engine, "a.txt", text, sizeof text - 1, "2012-05-29", receive, &found),
                  TD_RESULT_DONE);
    CHECK_INTEGER(found.pieces, 1);
    CHECK(strstr(found.text, "\"RETREAT\"") != NULL);
    CHECK(strstr(found.text, "2012-05-28") != NULL);
    CHECK(td_engine_message(engine)[0] == 0);

    CHECK_INTEGER(td_engine_annotate(engine, "a.txt", text, sizeof text - 1, "2012-13-29", receive, &found),
                  TD_RESULT_USAGE);
    CHECK(strstr(td_engine_message(engine), "2012-13-29") != NULL);
    CHECK_INTEGER(td_engine_annotate(engine, "a.txt", text, sizeof text - 1, NULL, refuse, NULL), TD_RESULT_USAGE);
    CHECK_INTEGER(td_engine_annotate(engine, "empty.txt", "", 0, NULL, receive, &found), TD_RESULT_FAILED);
    CHECK(strstr(td_engine_message(engine), "empty.txt") != NULL);
}

static void test_store(td_engine *engine, const char *store, const char *folder) {
    static received found;
    found.size = found.pieces = 0;
    unlink(store);
    CHECK_INTEGER(td_engine_add(engine, store, folder, NULL), TD_RESULT_DONE);
    CHECK_INTEGER(td_engine_export(engine, store, receive, &found), TD_RESULT_DONE);
    CHECK(found.pieces > 0);
    CHECK(strncmp(found.text, "{\"reports\":[", 12) == 0);
    unlink(store);
}

int main(int count, char **words) {
    td_engine *engine = NULL;
    if (count != 4) return 2;
    CHECK_INTEGER(td_engine_open("/nowhere/tidings.pack", &engine), TD_RESULT_FAILED);
    CHECK(strstr(td_engine_message(engine), "/nowhere/tidings.pack") != NULL);
    td_engine_close(engine);
    CHECK_INTEGER(td_engine_open(words[1], &engine), TD_RESULT_DONE);
    test_annotate(engine);
    test_store(engine, words[2], words[3]);
    td_engine_close(engine);
    return td_test_finish();
}
