/*
 * The record out of its tables.
 * Input: the tables, by position. Output: the record as it was put, checked:
 * a store that another hand has changed gives an error, never a crash.
 */

#include "store/lists.h"

#define LIST_MEMORY ((size_t)1 << 30)

typedef struct loading {
    td_store *store;
    td_arena *arena;
    td_arena lists; /* one row's lists */
    td_record *record;
    td_view_array *report_ids;
    td_error *error;
} loading;

static td_evidence column_evidence(td_statement *row) {
    td_evidence evidence;
    evidence.report = td_column_index(row);
    evidence.span.start = td_column_index(row);
    evidence.span.end = td_column_index(row);
    return evidence;
}

static td_evidence take_evidence(const td_json_value **cell) {
    td_evidence evidence;
    evidence.report = td_take_index(cell);
    evidence.span = td_take_span(cell);
    return evidence;
}

static int read_indices(loading *work, td_statement *row, td_index_array *indices) {
    return td_list_read_indices(row, &work->lists, work->arena, indices, work->error);
}

/* The list in the next column into `target`, each item by take_item(work, item, member); nothing once `status` failed.
 */
#define LOAD_LIST(work, row, status, target, take_item)                                           \
    do {                                                                                          \
        const td_json_value *list_ = NULL;                                                        \
        if ((status) == 0) (status) = td_list_read((row), &(work)->lists, &list_, (work)->error); \
        if ((status) != 0) break;                                                                 \
        TD_RESERVE((work)->arena, (target), list_->count);                                        \
        for (const td_json_value *item_ = list_->first; item_; item_ = item_->next)               \
            take_item((work), item_, td_push((work)->arena, (target)));                           \
    } while (0)

static int load_compared(loading *work, td_statement *row) {
    *td_push(work->arena, work->report_ids) = td_column_text(row, work->arena);
    td_index origin = td_column_index(row);
    if (origin != TD_NONE) *td_push(work->arena, &work->record->origins) = origin;
    return 0;
}

static void take_key(loading *work, const td_json_value *item, uint64_t *key) {
    (void)work;
    *key = (uint64_t)td_take_integer(&item);
}

static int load_entity(loading *work, td_statement *row) {
    td_store_entity *entity = td_push(work->arena, &work->record->entities);
    entity->id = td_column_text(row, work->arena);
    entity->key = td_column_key(row);
    TD_COLUMN_LABEL(row, entity_kind, entity->kind);
    entity->name = td_column_text(row, work->arena);
    entity->knowledge = td_column_text(row, work->arena);
    td_view country = td_column_peek(row);
    if (country.size == 2) memcpy(entity->country, country.bytes, 2);
    int status = 0;
    LOAD_LIST(work, row, status, &entity->keys, take_key);
    return status == 0 ? read_indices(work, row, &entity->reports) : status;
}

static int load_story(loading *work, td_statement *row) {
    td_story *story = td_push(work->arena, &work->record->stories);
    story->id = td_column_text(row, work->arena);
    story->title = td_column_text(row, work->arena);
    story->title_evidence = column_evidence(row);
    story->interval = td_column_interval(row);
    return read_indices(work, row, &story->reports);
}

static void take_participant(loading *work, const td_json_value *item, td_participant *participant) {
    const td_json_value *cell = item->first;
    participant->role = td_take_text(&cell, work->arena);
    participant->entity = (uint64_t)td_take_integer(&cell);
}

static void take_claim_of_modality(loading *work, const td_json_value *item, td_modality_claim *claim) {
    (void)work;
    const td_json_value *cell = item->first;
    td_modality_from_label(td_take_label(&cell), &claim->modality);
    claim->negated = td_take_integer(&cell) != 0;
    claim->published.from = td_take_day(&cell);
    claim->published.to = td_take_day(&cell);
    claim->evidence = take_evidence(&cell);
}

static void take_member(loading *work, const td_json_value *item, td_member *member) {
    (void)work;
    const td_json_value *cell = item->first;
    member->report = td_take_index(&cell);
    member->event = td_take_index(&cell);
}

static void take_refusal(loading *work, const td_json_value *item, td_refusal *refusal) {
    const td_json_value *cell = item->first;
    refusal->event = td_take_index(&cell);
    refusal->why = td_take_text(&cell, work->arena);
}

static int load_event(loading *work, td_statement *row) {
    td_record_event *event = td_push(work->arena, &work->record->events);
    event->id = td_column_text(row, work->arena);
    TD_COLUMN_LABEL(row, event_type, event->type);
    event->mode = td_column_text(row, work->arena);
    event->cameo = td_column_text(row, work->arena);
    event->title = td_column_text(row, work->arena);
    event->interval = td_column_interval(row);
    event->place = td_column_key(row);
    TD_COLUMN_LABEL(row, modality, event->modality);
    event->negated = td_column_integer(row) != 0;
    event->background = td_column_integer(row) != 0;
    event->origins = (uint32_t)td_column_integer(row);
    event->story = td_column_index(row);
    event->ledgers = (uint32_t)td_column_integer(row);
    int status = 0;
    LOAD_LIST(work, row, status, &event->participants, take_participant);
    LOAD_LIST(work, row, status, &event->history, take_claim_of_modality);
    LOAD_LIST(work, row, status, &event->members, take_member);
    if (status == 0) status = td_list_read_texts(row, &work->lists, work->arena, &event->links, work->error);
    LOAD_LIST(work, row, status, &event->not_same_as, take_refusal);
    LOAD_LIST(work, row, status, &event->mentions, take_member);
    return status;
}

static int load_happening(loading *work, td_statement *row) {
    td_record_event *happening = td_push(work->arena, &work->record->happenings);
    happening->id = td_column_text(row, work->arena);
    happening->type = TD_EVENT_COUNT;
    happening->title = td_column_text(row, work->arena);
    happening->interval = td_column_interval(row);
    happening->place = td_column_key(row);
    TD_COLUMN_LABEL(row, modality, happening->modality);
    happening->negated = td_column_integer(row) != 0;
    happening->origins = (uint32_t)td_column_integer(row);
    happening->story = td_column_index(row);
    int status = 0;
    LOAD_LIST(work, row, status, &happening->participants, take_participant);
    LOAD_LIST(work, row, status, &happening->history, take_claim_of_modality);
    LOAD_LIST(work, row, status, &happening->mentions, take_member);
    return status;
}

static int load_copy(loading *work, td_statement *row) {
    td_copy *copy = td_push(work->arena, &work->record->copies);
    TD_COLUMN_LABEL(row, copy_kind, copy->kind);
    copy->a = column_evidence(row);
    copy->b = column_evidence(row);
    copy->origin = td_column_index(row);
    return 0;
}

static void take_mixed_sentence(loading *work, const td_json_value *item, td_mixed_sentence *sentence) {
    const td_json_value *cell = item->first;
    sentence->span = td_take_span(&cell);
    sentence->story = td_take_index(&cell);
    sentence->why = td_take_text(&cell, work->arena);
}

static int load_mixed(loading *work, td_statement *row) {
    td_mixed *mixed = td_push(work->arena, &work->record->mixed);
    mixed->report = td_column_index(row);
    mixed->confidence = td_column_number(row);
    int status = read_indices(work, row, &mixed->stories);
    LOAD_LIST(work, row, status, &mixed->sentences, take_mixed_sentence);
    return status;
}

static int load_recycled(loading *work, td_statement *row) {
    td_recycled *recycled = td_push(work->arena, &work->record->recycled);
    recycled->here = column_evidence(row);
    recycled->first = column_evidence(row);
    recycled->claimed = td_column_interval(row);
    recycled->actual = td_column_interval(row);
    recycled->speaker = td_column_key(row);
    return 0;
}

static void take_claim(loading *work, const td_json_value *item, td_claim *claim) {
    const td_json_value *cell = item->first;
    claim->evidence = take_evidence(&cell);
    claim->value = td_take_text(&cell, work->arena);
    claim->attribution = (uint64_t)td_take_integer(&cell);
}

static int load_conflict(loading *work, td_statement *row) {
    td_conflict *conflict = td_push(work->arena, &work->record->conflicts);
    conflict->id = td_column_text(row, work->arena);
    TD_COLUMN_LABEL(row, conflict_kind, conflict->kind);
    conflict->about = td_column_text(row, work->arena);
    conflict->event = td_column_index(row);
    conflict->compatible = td_column_integer(row) != 0;
    int status = 0;
    LOAD_LIST(work, row, status, &conflict->claims, take_claim);
    return status;
}

static void take_field(loading *work, const td_json_value *item, td_field *field) {
    const td_json_value *cell = item->first;
    td_view name = td_take_text(&cell, work->arena);
    field->name = td_view_present(name) ? name.bytes : ""; /* a copy, with a zero byte behind it */
    if (!cell) return;
    switch (cell->type) {
    case TD_JSON_STRING:
        field->type = TD_FIELD_TEXT;
        field->text = td_arena_copy(work->arena, cell->text);
        break;
    case TD_JSON_NUMBER:
        field->type = td_json_number_of(cell, &field->number) ? TD_FIELD_NUMBER : TD_FIELD_NULL;
        break;
    case TD_JSON_FLAG:
        field->type = TD_FIELD_FLAG;
        field->number = cell->flag;
        break;
    default:
        field->type = TD_FIELD_NULL;
        break;
    }
}

static void take_entry_evidence(loading *work, const td_json_value *item, td_evidence *evidence) {
    (void)work;
    const td_json_value *cell = item->first;
    *evidence = take_evidence(&cell);
}

static int load_ledger_entry(loading *work, td_statement *row) {
    td_ledger_entry *entry = td_push(work->arena, &work->record->ledgers);
    entry->id = td_column_text(row, work->arena);
    TD_COLUMN_LABEL(row, ledger_kind, entry->ledger);
    entry->entry = td_column_text(row, work->arena);
    entry->interval = td_column_interval(row);
    TD_COLUMN_LABEL(row, modality, entry->modality);
    entry->status = td_column_text(row, work->arena);
    entry->event = td_column_index(row);
    entry->story = td_column_index(row);
    int status = 0;
    LOAD_LIST(work, row, status, &entry->fields, take_field);
    LOAD_LIST(work, row, status, &entry->evidence, take_entry_evidence);
    return status;
}

/* Every table, and what makes a list member of one of its rows. */
static const struct {
    const char *sql;
    int (*load)(loading *work, td_statement *row);
} tables[] = {
    {"SELECT reports.id, origin FROM compared JOIN reports ON report = number ORDER BY position", load_compared},
    {"SELECT id, key, kind, name, knowledge, country, keys, reports FROM entities ORDER BY position", load_entity},
    {"SELECT id, title, title_report, title_start, title_end, day_from, day_to, reports FROM stories ORDER BY position",
     load_story},
    {"SELECT id, type, mode, cameo, title, day_from, day_to, place, modality, negated, background, origins, story,"
     " ledgers, participants, history, members, links, not_same_as, mentions FROM events ORDER BY position",
     load_event},
    {"SELECT id, title, day_from, day_to, place, modality, negated, origins, story, participants, history, mentions"
     " FROM happenings ORDER BY position",
     load_happening},
    {"SELECT kind, a_report, a_start, a_end, b_report, b_start, b_end, origin FROM copies ORDER BY position",
     load_copy},
    {"SELECT report, confidence, stories, sentences FROM mixed ORDER BY position", load_mixed},
    {"SELECT report, span_start, span_end, first_report, first_start, first_end, claimed_from, claimed_to, actual_from,"
     " actual_to, speaker FROM recycled ORDER BY position",
     load_recycled},
    {"SELECT id, kind, about, event, compatible, claims FROM conflicts ORDER BY position", load_conflict},
    {"SELECT id, ledger, entry, day_from, day_to, modality, status, event, story, fields, evidence FROM ledger_entries"
     " ORDER BY position",
     load_ledger_entry},
};

static int load_table(loading *work, size_t table) {
    td_statement row;
    int status = td_statement_start(work->store, tables[table].sql, &row, work->error);
    while (status == 0 && (status = td_statement_step(&row, work->error)) == 0) {
        td_arena_reset(&work->lists);
        status = tables[table].load(work, &row);
    }
    if (status < 0) td_statement_end(&row);
    return status == TD_END ? 0 : status;
}

static int load_all(void *context) {
    loading *work = context;
    int status = 0;
    for (size_t k = 0; status == 0 && k < sizeof tables / sizeof *tables; k++) status = load_table(work, k);
    if (status == 0) td_record_index(work->record, work->arena);
    return status;
}

/* Memory of the caller that runs out inside comes back here first, so that ours is given back. */
static int load_in_arena(void *context) {
    loading *work = context;
    return td_arena_run(&work->lists, load_all, work, work->error);
}

int td_store_load_record(td_store *store, td_arena *arena, td_record *record, td_view_array *report_ids,
                         td_error *error) {
    loading work = {.store = store, .arena = arena, .record = record, .report_ids = report_ids, .error = error};
    *record = (td_record){0};
    *report_ids = (td_view_array){0};
    td_arena_init(&work.lists, LIST_MEMORY);
    int status = td_arena_run(arena, load_in_arena, &work, error);
    td_arena_release(&work.lists);
    td_error breach = TD_ERROR_INIT;
    if (status == 0 && td_record_check(record, report_ids->count, &breach) < 0)
        return td_error_set(error, TD_ERROR_STORE, "store %s: %s; run `tidings rebuild`", store->path, breach.message);
    return status;
}
