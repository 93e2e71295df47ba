/*
 * The frames of events and their governors, in memory.
 * Input: the tables of data/frames. Output: lists that are found by the key of a lemma.
 */

#include "lexicon/frames.h"

#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/frames_read.h"

static int read_row(td_frames *frames, td_frames_line *at, const td_frames_kind *kind) {
    td_view cells[TD_TABLE_COLUMNS];
    int status = td_table_next(&at->table, cells, at->error);
    if (status != TD_OK) return status;
    for (uint32_t i = 0; i < kind->column_count; i++) cells[i] = td_view_trim(cells[i]);
    return kind->read(frames, at, cells);
}

static int read_table(td_frames *frames, td_named_text source, const td_frames_kind *kind, td_error *error) {
    td_frames_line at = {.error = error};
    int status = td_table_open(&at.table, source, kind->columns, kind->column_count, error);
    while (status == TD_OK) status = read_row(frames, &at, kind);
    return status < 0 ? status : TD_OK;
}

static void tell(td_frames_check *check, const td_error *fault) {
    check->faults++;
    check->wrong(check->context, fault->message);
}

/* The same to the end, whatever is wrong on the way. */
static void check_table(td_frames *frames, td_named_text source, const td_frames_kind *kind, td_frames_check *check) {
    td_error fault = TD_ERROR_INIT;
    td_frames_line at = {.error = &fault};
    if (td_table_open(&at.table, source, kind->columns, kind->column_count, &fault) < 0) {
        tell(check, &fault);
        return;
    }
    for (;;) {
        uint32_t before = frames->frames.count;
        fault = (td_error)TD_ERROR_INIT;
        int status = read_row(frames, &at, kind);
        if (status == TD_END) return;
        if (status < 0) tell(check, &fault);
        if (frames->frames.count > before)
            *td_push(frames->arena, &check->rows) = (td_frames_row){before, at.table.line};
    }
}

static int compare_numbers(uint64_t a, uint64_t b) {
    return a < b ? -1 : a > b;
}

typedef struct td_ranked_trigger {
    td_frame_trigger trigger;
    uint32_t needs, order;
} td_ranked_trigger;

/* By lemma; then with more demands before fewer, then as the tables have them. */
static int compare_triggers(const void *left, const void *right) {
    const td_ranked_trigger *a = left, *b = right;
    int order = compare_numbers(a->trigger.key, b->trigger.key);
    if (order) return order;
    order = compare_numbers(b->needs, a->needs);
    return order ? order : compare_numbers(a->order, b->order);
}

/* What must be there counts, a particle too; what must not does not. */
static uint32_t demands_of(const td_frames *frames, const td_frame_trigger *trigger) {
    const td_frame *frame = &frames->frames.items[trigger->frame];
    uint32_t demands = trigger->particle ? 1 : 0;
    for (uint32_t i = 0; i < frame->need_count; i++) demands += frame->needs[i].forbidden ? 0 : 1;
    return demands;
}

static void index_triggers(td_frames *frames) {
    uint32_t count = frames->triggers.count;
    td_ranked_trigger *ranked = TD_NEW_ARRAY(frames->arena, count, td_ranked_trigger);
    for (uint32_t i = 0; i < count; i++) {
        const td_frame_trigger *trigger = &frames->triggers.items[i];
        ranked[i] = (td_ranked_trigger){*trigger, demands_of(frames, trigger), i};
    }
    if (count) qsort(ranked, count, sizeof *ranked, compare_triggers);
    td_map_init(&frames->first_trigger, frames->arena);
    for (uint32_t i = 0; i < count; i++) {
        frames->triggers.items[i] = ranked[i].trigger;
        td_map_put(&frames->first_trigger, ranked[i].trigger.key, i, NULL);
    }
}

typedef struct td_ranked_governor {
    td_governor governor;
    uint32_t order;
} td_ranked_governor;

static int compare_governors(const void *left, const void *right) {
    const td_ranked_governor *a = left, *b = right;
    int order = compare_numbers(a->governor.key, b->governor.key);
    if (order) return order;
    if (!a->governor.particle != !b->governor.particle) return a->governor.particle ? -1 : 1;
    return compare_numbers(a->order, b->order);
}

static void index_governors(td_frames *frames) {
    uint32_t count = frames->governors.count;
    td_ranked_governor *ranked = TD_NEW_ARRAY(frames->arena, count, td_ranked_governor);
    for (uint32_t i = 0; i < count; i++) ranked[i] = (td_ranked_governor){frames->governors.items[i], i};
    if (count) qsort(ranked, count, sizeof *ranked, compare_governors);
    td_map_init(&frames->first_governor, frames->arena);
    for (uint32_t i = 0; i < count; i++) {
        frames->governors.items[i] = ranked[i].governor;
        td_map_put(&frames->first_governor, ranked[i].governor.key, i, NULL);
    }
}

static td_view file_of(td_view name) {
    size_t start = name.size;
    while (start > 0 && name.bytes[start - 1] != '/') start--;
    return td_view_slice(name, start, name.size);
}

static const td_frames_kind *kind_of(td_view name) {
    if (td_view_equal(file_of(name), TD_VIEW("classes.tsv"))) return &td_frames_kind_classes;
    if (td_view_equal(file_of(name), TD_VIEW("modality.tsv"))) return &td_frames_kind_governors;
    return &td_frames_kind_frames;
}

/* One table of the shipped ones, or `own` in its place. */
static int read_or_check(td_frames *frames, td_named_text table, const td_named_text *own, td_frames_check *check,
                         td_error *error) {
    const td_frames_kind *kind = kind_of(table.name);
    if (!own || !td_view_equal(file_of(table.name), file_of(own->name))) return read_table(frames, table, kind, error);
    check_table(frames, *own, kind, check);
    check->placed = true;
    return TD_OK;
}

/* Classes first, as frames may name them whatever the order of the tables; `own` last, where it replaces none. */
static int read_tables(td_frames *frames, const td_named_text *tables, uint32_t count, const td_named_text *own,
                       td_frames_check *check, td_error *error) {
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < count; i++) {
            bool classes = kind_of(tables[i].name) == &td_frames_kind_classes;
            int status = classes == (pass == 0) ? read_or_check(frames, tables[i], own, check, error) : TD_OK;
            if (status < 0) return status;
        }
    if (own && !check->placed) check_table(frames, *own, kind_of(own->name), check);
    return TD_OK;
}

static int load(const td_named_text *tables, uint32_t count, const td_named_text *own, td_frames_check *check,
                td_arena *arena, td_frames **out, td_error *error) {
    td_frames *frames = TD_NEW(arena, td_frames);
    frames->arena = arena;
    td_map_init(&frames->class_by_word, arena);
    td_map_init(&frames->frame_by_id, arena);
    int status = read_tables(frames, tables, count, own, check, error);
    if (status < 0) return status;
    index_triggers(frames);
    index_governors(frames);
    *out = frames;
    return TD_OK;
}

int td_frames_load(const td_named_text *tables, uint32_t count, td_arena *arena, td_frames **out, td_error *error) {
    return load(tables, count, NULL, NULL, arena, out, error);
}

int td_frames_load_checked(const td_named_text *tables, uint32_t count, td_named_text own, td_frames_check *check,
                           td_arena *arena, td_frames **out, td_error *error) {
    return load(tables, count, &own, check, arena, out, error);
}

uint32_t td_frames_count(const td_frames *frames) {
    return frames->frames.count;
}

const td_frame *td_frames_get(const td_frames *frames, uint32_t number) {
    return &frames->frames.items[number];
}

const td_frame *td_frames_find(const td_frames *frames, td_view id) {
    const uint32_t *number = td_map_get(&frames->frame_by_id, td_hash(id));
    return number ? &frames->frames.items[*number] : NULL;
}

const td_frame_trigger *td_frames_triggers(const td_frames *frames, uint64_t lemma_key, uint32_t *count) {
    *count = 0;
    const uint32_t *first = td_map_get(&frames->first_trigger, lemma_key);
    if (!first) return NULL;
    const td_frame_trigger *triggers = frames->triggers.items + *first;
    while (*first + *count < frames->triggers.count && triggers[*count].key == lemma_key) ++*count;
    return triggers;
}

const td_governor *td_frames_governors(const td_frames *frames, uint64_t lemma_key, uint32_t *count) {
    *count = 0;
    const uint32_t *first = td_map_get(&frames->first_governor, lemma_key);
    if (!first) return NULL;
    const td_governor *governors = frames->governors.items + *first;
    while (*first + *count < frames->governors.count && governors[*count].key == lemma_key) ++*count;
    return governors;
}

uint64_t td_frames_classes(const td_frames *frames, uint64_t lemma_key) {
    const uint32_t *index = td_map_get(&frames->class_by_word, lemma_key);
    return index ? frames->class_bits.items[*index] : 0;
}

uint64_t td_frames_class(const td_frames *frames, td_view name) {
    for (uint32_t i = 0; i < frames->classes.count; i++)
        if (td_view_equal(frames->classes.items[i], name)) return UINT64_C(1) << (TD_CLASS_TABLE_FIRST + i);
    return 0;
}
