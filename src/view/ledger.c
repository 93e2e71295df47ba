/*
 * One ledger as a table.
 * Input: the entries of a ledger. Output: a row each, by day: what, how it stands, the reports that say so.
 */

#include "model/record_json.h"
#include "view/ledger_columns.h"
#include "view/lines.h"
#include "view/source.h"
#include "view/table.h"

#define MOST_CITATIONS 3
#define MOST_COLUMNS 16

static bool is_wanted(const td_ledger_entry *entry, enum td_ledger_kind ledger, const td_view_request *request) {
    return entry->ledger == ledger && (request->story == TD_NONE || entry->story == request->story);
}

static td_view sources_of(td_passages *passages, const td_ledger_entry *entry) {
    td_view text = TD_VIEW("");
    uint32_t shown = entry->evidence.count < MOST_CITATIONS ? entry->evidence.count : MOST_CITATIONS;
    for (uint32_t i = 0; i < shown; i++)
        text = td_arena_format(passages->arena, "%.*s%s[%.*s]", TD_VIEW_ARGUMENTS(text), i ? " " : "",
                               TD_VIEW_ARGUMENTS(td_passages_citation(passages, entry->evidence.items[i])));
    if (entry->evidence.count <= shown) return text;
    return td_arena_format(passages->arena, "%.*s and %u more", TD_VIEW_ARGUMENTS(text), entry->evidence.count - shown);
}

static const char *upper(const char *name, td_arena *arena) {
    size_t size = strlen(name);
    char *copy = td_arena_alloc(arena, size + 1);
    for (size_t i = 0; i < size; i++)
        copy[i] = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - ('a' - 'A')) : name[i];
    return copy;
}

/* The ledger's own columns between those that all have. */
static uint32_t make_columns(const td_ledger_columns *own, td_column columns[MOST_COLUMNS], td_arena *arena) {
    uint32_t count = 0;
    columns[count++] = (td_column){.name = "DAYS"};
    columns[count++] = (td_column){.name = "ENTRY"};
    for (uint32_t i = 0; i < own->count; i++) {
        bool figure = strcmp(own->items[i].field, "figure") == 0;
        columns[count++] = (td_column){.name = upper(own->items[i].name, arena), .shrink = !figure};
    }
    if (own->standing) columns[count++] = (td_column){.name = "STATUS"};
    columns[count++] = (td_column){.name = "SOURCES", .shrink = true};
    columns[count++] = (td_column){.name = "ID"};
    return count;
}

static td_view cell_of(td_passages *passages, const td_ledger_entry *entry, const td_ledger_column *column) {
    td_view text = td_ledger_cell(entry, column, passages->arena);
    /* who carried it first may have no name but that of a file; evidence begins with it */
    if (strcmp(column->field, "first_carried_by") == 0 && text.size)
        return td_passages_report(passages, entry->evidence.items[0].report)->label;
    return td_passage_text(text, (td_span){0, (uint32_t)text.size}, passages->arena);
}

static void add_row(td_passages *passages, const td_ledger_columns *own, const td_ledger_entry *entry,
                    td_view_array *cells) {
    td_arena *arena = passages->arena;
    td_view days = td_interval_text(entry->interval, arena);
    *td_push(arena, cells) = days.size ? days : TD_VIEW("unknown");
    *td_push(arena, cells) = entry->entry;
    for (uint32_t i = 0; i < own->count; i++) {
        td_view cell = cell_of(passages, entry, &own->items[i]);
        *td_push(arena, cells) = cell;
    }
    if (own->standing) {
        td_view standing = entry->status.size ? entry->status : td_modality_phrase(entry->modality, false, arena);
        *td_push(arena, cells) = standing;
    }
    td_view sources = sources_of(passages, entry);
    *td_push(arena, cells) = sources;
    *td_push(arena, cells) = entry->id;
}

static td_span to_points(void *context, td_index report, td_span span) {
    return td_passages_points(context, (td_evidence){report, span});
}

typedef TD_ARRAY(const td_ledger_entry *) td_entry_list;

static td_entry_list wanted_entries(const td_record *record, enum td_ledger_kind ledger, const td_view_request *request,
                                    td_arena *arena) {
    td_entry_list wanted = {0};
    for (td_each(entry, &record->ledgers)) {
        if (request->most && wanted.count == request->most) break;
        if (is_wanted(entry, ledger, request)) *td_push(arena, &wanted) = entry;
    }
    return wanted;
}

/* One list, whole even where the ledger is empty. */
static void write_json(td_passages *passages, const td_entry_list *entries, td_buffer *out) {
    const td_view_source *source = passages->source;
    const td_span_converter converter = {passages, to_points};
    td_json json;
    td_json_init(&json, out);
    td_json_array_open(&json);
    for (td_each(entry, entries))
        td_ledger_entry_write_json(&json, *entry, source->record, source->report_ids, converter);
    td_json_array_close(&json);
    td_buffer_add_byte(out, '\n');
}

int td_view_ledger(const td_view_source *source, enum td_ledger_kind ledger, const td_view_request *request,
                   td_arena *arena, td_buffer *out, td_error *error) {
    td_passages passages;
    td_passages_init(&passages, source, arena);
    td_entry_list entries = wanted_entries(source->record, ledger, request, arena);
    if (request->format == TD_FORMAT_JSON) {
        write_json(&passages, &entries, out);
        return td_passages_status(&passages, error);
    }
    const td_ledger_columns *own = td_ledger_columns_of(ledger);
    td_column columns[MOST_COLUMNS];
    td_view_array cells = {0};
    uint32_t count = make_columns(own, columns, arena);
    for (td_each(entry, &entries)) add_row(&passages, own, *entry, &cells);
    int status = td_passages_status(&passages, error);
    if (status < 0) return status;
    return td_table_write(columns, count, cells.items, entries.count, request->width, arena, out, error);
}
