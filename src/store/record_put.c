/*
 * The record into its tables.
 * Input: a record and the identifiers of the reports that were compared.
 * Output: the tables, whole. Rows are written in the order of the lists, so
 * that each table grows at its end.
 */

#include "store/lists.h"

typedef struct putting {
    td_store *store;
    const td_record *record;
    const td_view *report_ids;
    uint32_t count;
    td_error *error;
} putting;

static int start(const putting *work, const char *sql, uint32_t position, td_statement *statement) {
    int status = td_statement_start(work->store, sql, statement, work->error);
    if (status == 0) td_bind_integer(statement, position);
    return status;
}

static void bind_evidence(td_statement *statement, td_evidence evidence) {
    td_bind_index(statement, evidence.report);
    td_bind_index(statement, evidence.span.start);
    td_bind_index(statement, evidence.span.end);
}

static void list_evidence(td_json *list, td_evidence evidence) {
    td_list_index(list, evidence.report);
    td_list_span(list, evidence.span);
}

static int put_compared(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO compared VALUES (?, (SELECT number FROM reports WHERE id = ?), ?)";
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_text(&statement, work->report_ids[at]);
    td_bind_index(&statement, at < work->record->origins.count ? work->record->origins.items[at] : TD_NONE);
    return td_statement_run(&statement, work->error);
}

static int put_entity(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const td_store_entity *entity = &work->record->entities.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_text(&statement, entity->id);
    td_bind_integer(&statement, (int64_t)entity->key);
    td_bind_label(&statement, td_entity_kind_label(entity->kind));
    td_bind_text(&statement, entity->name);
    td_bind_text(&statement, entity->knowledge);
    td_bind_label(&statement, entity->country[0] ? entity->country : NULL);
    td_json list = td_list_begin(work->store);
    for (td_each(key, &entity->keys)) td_json_integer(&list, (int64_t)*key);
    td_list_bind(&statement, &list);
    td_list_bind_indices(&statement, &entity->reports);
    return td_statement_run(&statement, work->error);
}

static int put_story(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const td_story *story = &work->record->stories.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_text(&statement, story->id);
    td_bind_text(&statement, story->title);
    bind_evidence(&statement, story->title_evidence);
    td_bind_interval(&statement, story->interval);
    td_list_bind_indices(&statement, &story->reports);
    return td_statement_run(&statement, work->error);
}

static void bind_participants(td_statement *statement, const td_record_event *event) {
    td_json list = td_list_begin(statement->store);
    for (td_each(participant, &event->participants)) {
        td_json_array_open(&list);
        td_json_text(&list, participant->role);
        td_json_integer(&list, (int64_t)participant->entity);
        td_json_array_close(&list);
    }
    td_list_bind(statement, &list);
}

static void bind_history(td_statement *statement, const td_record_event *event) {
    td_json list = td_list_begin(statement->store);
    for (td_each(claim, &event->history)) {
        td_json_array_open(&list);
        td_json_string(&list, td_modality_label(claim->modality));
        td_json_integer(&list, claim->negated);
        td_list_day(&list, claim->published.from);
        td_list_day(&list, claim->published.to);
        list_evidence(&list, claim->evidence);
        td_json_array_close(&list);
    }
    td_list_bind(statement, &list);
}

static void bind_members(td_statement *statement, const td_member *members, uint32_t count) {
    td_json list = td_list_begin(statement->store);
    for (uint32_t at = 0; at < count; at++) {
        td_json_array_open(&list);
        td_list_index(&list, members[at].report);
        td_list_index(&list, members[at].event);
        td_json_array_close(&list);
    }
    td_list_bind(statement, &list);
}

static void bind_refusals(td_statement *statement, const td_record_event *event) {
    td_json list = td_list_begin(statement->store);
    for (td_each(refusal, &event->not_same_as)) {
        td_json_array_open(&list);
        td_list_index(&list, refusal->event);
        td_json_text(&list, refusal->why);
        td_json_array_close(&list);
    }
    td_list_bind(statement, &list);
}

static int put_event(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                              " ?)";
    const td_record_event *event = &work->record->events.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_text(&statement, event->id);
    td_bind_label(&statement, td_event_type_label(event->type));
    td_bind_text(&statement, event->mode);
    td_bind_text(&statement, event->cameo);
    td_bind_text(&statement, event->title);
    td_bind_interval(&statement, event->interval);
    td_bind_key(&statement, event->place);
    td_bind_label(&statement, td_modality_label(event->modality));
    td_bind_integer(&statement, event->negated);
    td_bind_integer(&statement, event->background);
    td_bind_integer(&statement, event->origins);
    td_bind_index(&statement, event->story);
    td_bind_integer(&statement, event->ledgers);
    bind_participants(&statement, event);
    bind_history(&statement, event);
    bind_members(&statement, event->members.items, event->members.count);
    td_list_bind_texts(&statement, &event->links);
    bind_refusals(&statement, event);
    bind_members(&statement, event->mentions.items, event->mentions.count);
    return td_statement_run(&statement, work->error);
}

static int put_happening(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO happenings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const td_record_event *happening = &work->record->happenings.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_text(&statement, happening->id);
    td_bind_text(&statement, happening->title);
    td_bind_interval(&statement, happening->interval);
    td_bind_key(&statement, happening->place);
    td_bind_label(&statement, td_modality_label(happening->modality));
    td_bind_integer(&statement, happening->negated);
    td_bind_integer(&statement, happening->origins);
    td_bind_index(&statement, happening->story);
    bind_participants(&statement, happening);
    bind_history(&statement, happening);
    bind_members(&statement, happening->mentions.items, happening->mentions.count);
    return td_statement_run(&statement, work->error);
}

static int put_copy(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO copies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const td_copy *copy = &work->record->copies.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_label(&statement, td_copy_kind_label(copy->kind));
    bind_evidence(&statement, copy->a);
    bind_evidence(&statement, copy->b);
    td_bind_index(&statement, copy->origin);
    return td_statement_run(&statement, work->error);
}

static int put_mixed(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO mixed VALUES (?, ?, ?, ?, ?)";
    const td_mixed *mixed = &work->record->mixed.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_index(&statement, mixed->report);
    td_bind_number(&statement, mixed->confidence);
    td_list_bind_indices(&statement, &mixed->stories);
    td_json list = td_list_begin(work->store);
    for (td_each(sentence, &mixed->sentences)) {
        td_json_array_open(&list);
        td_list_span(&list, sentence->span);
        td_list_index(&list, sentence->story);
        td_json_text(&list, sentence->why);
        td_json_array_close(&list);
    }
    td_list_bind(&statement, &list);
    return td_statement_run(&statement, work->error);
}

static int put_recycled(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO recycled VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const td_recycled *recycled = &work->record->recycled.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    bind_evidence(&statement, recycled->here);
    bind_evidence(&statement, recycled->first);
    td_bind_interval(&statement, recycled->claimed);
    td_bind_interval(&statement, recycled->actual);
    td_bind_key(&statement, recycled->speaker);
    return td_statement_run(&statement, work->error);
}

static int put_conflict(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?)";
    const td_conflict *conflict = &work->record->conflicts.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_text(&statement, conflict->id);
    td_bind_label(&statement, td_conflict_kind_label(conflict->kind));
    td_bind_text(&statement, conflict->about);
    td_bind_index(&statement, conflict->event);
    td_bind_integer(&statement, conflict->compatible);
    td_json list = td_list_begin(work->store);
    for (td_each(claim, &conflict->claims)) {
        td_json_array_open(&list);
        list_evidence(&list, claim->evidence);
        td_json_text(&list, claim->value);
        td_json_integer(&list, (int64_t)claim->attribution);
        td_json_array_close(&list);
    }
    td_list_bind(&statement, &list);
    return td_statement_run(&statement, work->error);
}

static void list_field(td_json *list, const td_field *field) {
    td_json_array_open(list);
    td_json_string(list, field->name);
    switch (field->type) {
    case TD_FIELD_NULL:
        td_json_null(list);
        break;
    case TD_FIELD_TEXT:
        td_json_text(list, field->text);
        break;
    case TD_FIELD_NUMBER:
        td_json_number(list, field->number);
        break;
    case TD_FIELD_FLAG:
        td_json_flag(list, field->number != 0);
        break;
    }
    td_json_array_close(list);
}

static int put_ledger_entry(const putting *work, uint32_t at) {
    static const char sql[] = "INSERT INTO ledger_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const td_ledger_entry *entry = &work->record->ledgers.items[at];
    td_statement statement;
    int status = start(work, sql, at, &statement);
    if (status < 0) return status;
    td_bind_text(&statement, entry->id);
    td_bind_label(&statement, td_ledger_kind_label(entry->ledger));
    td_bind_text(&statement, entry->entry);
    td_bind_interval(&statement, entry->interval);
    td_bind_label(&statement, td_modality_label(entry->modality));
    td_bind_text(&statement, entry->status);
    td_bind_index(&statement, entry->event);
    td_bind_index(&statement, entry->story);
    td_json list = td_list_begin(work->store);
    for (td_each(field, &entry->fields)) list_field(&list, field);
    td_list_bind(&statement, &list);
    list = td_list_begin(work->store);
    for (td_each(evidence, &entry->evidence)) {
        td_json_array_open(&list);
        list_evidence(&list, *evidence);
        td_json_array_close(&list);
    }
    td_list_bind(&statement, &list);
    return td_statement_run(&statement, work->error);
}

static int clear_record(td_store *store, td_error *error) {
    return td_store_execute(store,
                            "DELETE FROM compared; DELETE FROM entities; DELETE FROM stories; DELETE FROM events;"
                            "DELETE FROM happenings;"
                            "DELETE FROM copies; DELETE FROM mixed; DELETE FROM recycled; DELETE FROM conflicts;"
                            "DELETE FROM ledger_entries; UPDATE state SET value = 0",
                            error);
}

int td_store_clear_derived(td_store *store, td_error *error) {
    td_store_settle(store);
    int status = clear_record(store, error);
    if (status < 0) return status;
    return td_store_execute(
        store, "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM passages; DELETE FROM readings", error);
}

int td_store_put_record(td_store *store, const td_record *record, const td_view *report_ids, uint32_t count,
                        td_error *error) {
    const putting work = {.store = store, .record = record, .report_ids = report_ids, .count = count, .error = error};
    const struct {
        uint32_t count;
        int (*put)(const putting *work, uint32_t at);
    } lists[] = {
        {count, put_compared},
        {record->entities.count, put_entity},
        {record->stories.count, put_story},
        {record->events.count, put_event},
        {record->happenings.count, put_happening},
        {record->copies.count, put_copy},
        {record->mixed.count, put_mixed},
        {record->recycled.count, put_recycled},
        {record->conflicts.count, put_conflict},
        {record->ledgers.count, put_ledger_entry},
    };
    int status = td_record_check(record, count, error);
    if (status == 0) status = clear_record(store, error);
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (uint32_t at = 0; status == 0 && at < lists[k].count; at++) status = lists[k].put(&work, at);
    return status == 0 ? td_store_execute(store, "UPDATE state SET value = 1 WHERE name = 'resolved'", error) : status;
}

int td_store_is_resolved(td_store *store, bool *resolved, td_error *error) {
    static const char sql[] = "SELECT value FROM state WHERE name = 'resolved'";
    td_statement statement;
    int status = td_statement_start(store, sql, &statement, error);
    if (status == 0) status = td_statement_step(&statement, error);
    if (status < 0) return status;
    *resolved = status == 0 && td_column_integer(&statement) == 1;
    td_statement_end(&statement);
    return 0;
}
