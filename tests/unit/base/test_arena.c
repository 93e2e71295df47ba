/* Arenas, and the arrays and maps that live in them. */

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"
#include "harness.h"

#include <stdalign.h>
#include <stddef.h>

typedef struct td_task {
    td_arena *arena;
    size_t size; /* of each block */
    int blocks;  /* to ask for */
    int made;
    int inner; /* what a nested run returned */
    td_error inner_error;
} td_task;

static int allocate(void *context) {
    td_task *task = context;
    for (int i = 0; i < task->blocks; i++) {
        td_arena_alloc(task->arena, task->size);
        task->made++;
    }
    return 7;
}

static int allocate_nested(void *context) {
    td_task *task = context;
    td_task greedy = {.arena = task->arena, .size = 1 << 20, .blocks = 100};
    task->inner = td_arena_run(task->arena, allocate, &greedy, &task->inner_error);
    task->made = greedy.made;
    td_arena_alloc(task->arena, task->size); /* the outer run still stands */
    return TD_OK;
}

static int overflow(void *context) {
    td_task *task = context;
    td_arena_alloc_array(task->arena, SIZE_MAX / 2, 3);
    return TD_OK;
}

static int wrap(void *context) {
    td_task *task = context;
    td_arena_alloc(task->arena, SIZE_MAX - 4);
    return TD_OK;
}

static void test_blocks(void) {
    td_arena arena;
    td_arena_init(&arena, 64 << 20);
    bool aligned = true, zeroed = true;
    for (size_t size = 0; size < 3000; size++) {
        unsigned char *block = td_arena_alloc(&arena, size);
        if ((uintptr_t)block % alignof(max_align_t) != 0) aligned = false;
        for (size_t i = 0; i < size; i++)
            if (block[i] != 0) zeroed = false;
        memset(block, 0xA5, size);
    }
    CHECK(aligned);
    CHECK(zeroed);
    CHECK(arena.total > 3000 * 2999 / 2);
    td_arena_reset(&arena);
    size_t kept = arena.total;
    CHECK(kept > 0);
    unsigned char *again = td_arena_alloc(&arena, 4096);
    bool clean = true;
    for (size_t i = 0; i < 4096; i++)
        if (again[i] != 0) clean = false;
    CHECK(clean); /* memory that was used before is zeroed too */
    CHECK_INTEGER(arena.total, kept);
    td_arena_release(&arena);
    CHECK_INTEGER(arena.total, 0);
    CHECK(arena.chunks == NULL);
}

static void test_text(void) {
    td_arena arena;
    td_arena_init(&arena, 1 << 20);
    char letters[] = "truce";
    td_view copy = td_arena_copy(&arena, (td_view){letters, 3});
    letters[0] = 'x';
    CHECK_TEXT(copy, "tru");
    CHECK(copy.bytes[3] == 0);
    CHECK(!td_view_present(td_arena_copy(&arena, TD_VIEW_ABSENT)));
    CHECK(td_view_present(td_arena_copy(&arena, TD_VIEW(""))));
    td_view made = td_arena_format(&arena, "%d of %s", 12, "them");
    CHECK_TEXT(made, "12 of them");
    CHECK(made.bytes[made.size] == 0);
    td_arena_release(&arena);
}

static void test_limit(void) {
    td_arena arena;
    td_error error = TD_ERROR_INIT;
    td_arena_init(&arena, 1 << 20);
    td_task task = {.arena = &arena, .size = 100 << 10, .blocks = 100};
    CHECK_INTEGER(td_arena_run(&arena, allocate, &task, &error), TD_ERROR_LIMIT);
    CHECK_INTEGER(error.code, TD_ERROR_LIMIT);
    CHECK(strstr(error.message, "split") != NULL);
    CHECK(task.made >= 5 && task.made <= 10);
    CHECK(arena.total <= arena.limit);
    CHECK(arena.rescue == NULL);
    td_arena_reset(&arena);
    task = (td_task){.arena = &arena, .size = 1000, .blocks = 100};
    CHECK_INTEGER(td_arena_run(&arena, allocate, &task, NULL), 7); /* what the work returned */
    CHECK_INTEGER(task.made, 100);
    CHECK_INTEGER(td_arena_run(&arena, overflow, &task, NULL), TD_ERROR_LIMIT);
    CHECK_INTEGER(td_arena_run(&arena, wrap, &task, NULL), TD_ERROR_LIMIT);
    td_arena_release(&arena);
}

static void test_nesting(void) {
    td_arena arena;
    td_arena_init(&arena, 4 << 20);
    td_task task = {.arena = &arena, .size = 16, .inner_error = TD_ERROR_INIT};
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_arena_run(&arena, allocate_nested, &task, &error), TD_OK);
    CHECK_INTEGER(task.inner, TD_ERROR_LIMIT);
    CHECK_INTEGER(task.inner_error.code, TD_ERROR_LIMIT);
    CHECK_INTEGER(error.code, TD_OK);
    CHECK(task.made < 4);
    td_arena_release(&arena);
}

static void test_arrays(void) {
    td_arena arena;
    td_arena_init(&arena, 16 << 20);
    TD_ARRAY(int64_t) numbers = {0};
    bool zeroed = true;
    for (int64_t i = 0; i < 1000; i++) {
        int64_t *item = td_push(&arena, &numbers);
        zeroed = zeroed && *item == 0;
        *item = i * i;
    }
    CHECK_INTEGER(numbers.count, 1000);
    CHECK(zeroed); /* each new item */
    int64_t sum = 0;
    for (td_each(number, &numbers)) sum += *number;
    CHECK_INTEGER(sum, 332833500);
    numbers.count = 10; /* a shortened array hands out zeroed items again */
    CHECK_INTEGER(*td_push(&arena, &numbers), 0);
    td_arena_release(&arena);
}

static void test_maps(void) {
    td_arena arena;
    td_arena_init(&arena, 64 << 20);
    td_map map;
    td_map_init(&map, &arena);
    CHECK(td_map_get(&map, 0) == NULL);
    bool added;
    *td_map_put(&map, 0, 5, &added) += 1;
    CHECK(added);
    CHECK_INTEGER(*td_map_put(&map, 0, 9, &added), 6);
    CHECK(!added);
    for (uint64_t i = 1; i < 20000; i++) *td_map_put(&map, i << 32, 0, NULL) = (uint32_t)(i * 3);
    bool kept = true;
    for (uint64_t i = 1; i < 20000; i++) {
        uint32_t *value = td_map_get(&map, i << 32);
        if (!value || *value != (uint32_t)(i * 3)) kept = false;
    }
    CHECK(kept);
    CHECK_INTEGER(map.count, 20000);
    CHECK(map.capacity >= map.count + map.count / 4);
    CHECK(td_map_get(&map, 77) == NULL);
    td_arena_release(&arena);
}

int main(void) {
    test_blocks();
    test_text();
    test_limit();
    test_nesting();
    test_arrays();
    test_maps();
    return td_test_finish();
}
