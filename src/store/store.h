#ifndef TD_STORE_STORE_H
#define TD_STORE_STORE_H

/*
 * The store: enduring tables (what arrived, what analysts decided) and derived
 * ones (all the rest, made again by a rebuild). SQLite is behind this file and
 * nowhere else. A store handle belongs to one thread.
 */

#include "base/arena.h"
#include "base/error.h"
#include "model/outline.h"
#include "model/record.h"
#include "model/report.h"

typedef struct td_store td_store;

enum td_store_mode { TD_STORE_READ, TD_STORE_WRITE /* made when absent, migrated when older */ };

/*
 * Open the store at `path`. TD_ERROR_STORE says whether it is no database, not
 * one of ours, of a newer schema, locked, or on a full disk, and what to do.
 */
int td_store_open(const char *path, enum td_store_mode mode, td_store **out, td_error *error);
void td_store_close(td_store *store);

/* Transactions; do not nest. What is not committed is gone. */
int td_store_begin(td_store *store, td_error *error);
int td_store_commit(td_store *store, td_error *error);
void td_store_rollback(td_store *store);

/*
 * Keep what arrived: id, source, digest, media type, title, authors, outlet,
 * agency, language, text, boilerplate, publication where given or in metadata.
 * TD_PRESENT when a report of that id is there already: then only a
 * publication that the caller gives anew is taken over, and its reading dropped.
 */
int td_store_put_report(td_store *store, const td_report *report, td_error *error);

/*
 * Keep what was read from a report: its JSON object, its outline, and rows for
 * search (running text, statements). Replaces an earlier reading. `stamp` names
 * the engine and lexicon that read it.
 */
int td_store_put_reading(td_store *store, const td_report *report, td_view json, td_view outline, td_view stamp,
                         td_error *error);

int td_store_has_report(td_store *store, td_view id, bool *present, td_error *error);
int td_store_report_count(td_store *store, uint32_t *count, td_error *error);
/* Identifiers of all reports, sorted. */
int td_store_report_ids(td_store *store, td_arena *arena, td_view_array *ids, td_error *error);
/* As it arrived. TD_ABSENT when unknown. */
int td_store_load_report(td_store *store, td_view id, td_arena *arena, td_report *report, td_error *error);
/* Its reading, as JSON. TD_ABSENT when unknown or not read yet. */
int td_store_load_reading(td_store *store, td_view id, td_arena *arena, td_view *json, td_error *error);
/* All outlines, unsorted. */
int td_store_load_outlines(td_store *store, td_arena *arena, td_outline_array *outlines, td_error *error);
/* Reports without a reading made with `stamp`, sorted. */
int td_store_unread_ids(td_store *store, td_view stamp, td_arena *arena, td_view_array *ids, td_error *error);

/*
 * The record. Putting replaces the whole and marks the store as resolved;
 * putting a report or a reading unmarks it. `report_ids` by position.
 */
int td_store_put_record(td_store *store, const td_record *record, const td_view *report_ids, uint32_t count,
                        td_error *error);
int td_store_is_resolved(td_store *store, bool *resolved, td_error *error);
int td_store_load_record(td_store *store, td_arena *arena, td_record *record, td_view_array *report_ids,
                         td_error *error);

/* Keep a decision; its number is given by the store. */
int td_store_put_decision(td_store *store, const td_decision *decision, td_error *error);
int td_store_load_decisions(td_store *store, td_arena *arena, td_decision_array *decisions, td_error *error);

/* Full-text search over report text and statements, best first. */
typedef struct td_search_hit {
    td_view report;
    td_span span;   /* of the passage in the report's text */
    bool statement; /* the hit is a statement rather than running text */
} td_search_hit;
typedef TD_ARRAY(td_search_hit) td_search_hit_array;
/* Plain words, all of which must occur; quotes make a phrase. TD_ERROR_USAGE when nothing can be searched. */
int td_store_search(td_store *store, td_view words, uint32_t most, td_arena *arena, td_search_hit_array *hits,
                    td_error *error);

/* Drop everything derived. */
int td_store_clear_derived(td_store *store, td_error *error);
/* Integrity, foreign keys, counts: one line each into `report`; TD_ERROR_STORE when something is broken. */
int td_store_examine(td_store *store, td_arena *arena, td_view_array *lines, td_error *error);

#endif
