/*
 * The tables of the store, as numbered migrations.
 * Input: a database of ours at any earlier schema, or an empty one. Output:
 * the same at the newest schema. A migration that was once released is never
 * changed; a new one is added behind it.
 *
 * Days are YYYY-MM-DD, NULL where open; spans are bytes of reports.text;
 * lists are JSON. Keys are 64-bit hashes, as signed numbers. Two kinds of table:
 *
 * - enduring: what arrived and what analysts decided. Nothing makes it again.
 * - derived: all the rest. `tidings rebuild` drops it and makes it again.
 */

#include <stdio.h>

#include "store/store_handle.h"

/* Enduring: reports, decisions. Derived from one report: readings, passages, search. */
static const char reports_schema[] =
    /* What arrived. */
    "CREATE TABLE reports ("
    " number INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE," /* 'r' and 16 hexadecimal digits of name and text */
    " source TEXT,"             /* path, address or record identifier, as given */
    " digest TEXT,"             /* of the bytes that arrived */
    " media_type TEXT,"
    " title TEXT,"
    " authors TEXT NOT NULL," /* [name] */
    " outlet TEXT, agency TEXT, language TEXT,"
    " published_from TEXT, published_to TEXT,"
    " published_origin TEXT,"            /* given, metadata; NULL where it must be inferred */
    " published_evidence TEXT NOT NULL," /* [[start, end, says]] */
    " boilerplate TEXT NOT NULL,"        /* [[start, end, kind]] */
    " text TEXT NOT NULL"
    ") STRICT;"

    /* What analysts decided. */
    "CREATE TABLE decisions ("
    " number INTEGER PRIMARY KEY AUTOINCREMENT,"
    " kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'correct', 'reject', 'undo')),"
    " subject TEXT NOT NULL," /* the identifier it is about */
    " detail TEXT,"           /* the other identifier, the corrected value ... */
    " who TEXT NOT NULL,"
    " made_at TEXT NOT NULL," /* RFC 3339, UTC */
    " why TEXT"
    ") STRICT;"

    /* Derived: what one report says. The outline stands before the long JSON, which is then not read with it. */
    "CREATE TABLE readings ("
    " report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,"
    " stamp TEXT NOT NULL,"   /* the engine and lexicon that read it */
    " outline BLOB NOT NULL," /* what the comparison across reports needs */
    " json TEXT NOT NULL"     /* what annotate prints; its \"text\" is null here: reports.text */
    ") STRICT;"

    /* Derived: what can be searched: a report's running text, and each statement. number = 4096 * report + k. */
    "CREATE TABLE passages ("
    " number INTEGER PRIMARY KEY,"
    " report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,"
    " statement INTEGER NOT NULL," /* 0 running text, 1 what somebody said */
    " span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,"
    " speaker TEXT"
    ") STRICT;"
    "CREATE VIEW searchable AS"
    " SELECT passages.number AS number,"
    " CAST(substr(CAST(reports.text AS BLOB), span_start + 1, span_end - span_start) AS TEXT) AS words"
    " FROM passages JOIN reports ON reports.number = passages.report;"
    "CREATE VIRTUAL TABLE search USING fts5 (words, content = 'searchable', content_rowid = 'number',"
    " tokenize = 'unicode61 remove_diacritics 2');"
    /* Leaves as large as our pages, merged by eights: a sixth less work to add 15,000 reports than by default. */
    "INSERT INTO search (search, rank) VALUES ('pgsz', 16000);"
    "INSERT INTO search (search, rank) VALUES ('automerge', 8);";

/* Derived: what the reports say together. Reports are named by their position among those compared. */
static const char record_schema[] =
    "CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;"
    "INSERT INTO state VALUES ('resolved', 0);" /* 1: the tables below are those of the reports above */

    "CREATE TABLE compared ("
    " position INTEGER PRIMARY KEY,"
    " report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,"
    " origin INTEGER" /* position of the report its family is named after */
    ") STRICT;"
    "CREATE TABLE entities ("
    " position INTEGER PRIMARY KEY, id TEXT NOT NULL, key INTEGER NOT NULL,"
    " kind TEXT NOT NULL, name TEXT, knowledge TEXT, country TEXT,"
    " keys TEXT NOT NULL,"   /* [key] of every spelling that it gathers */
    " reports TEXT NOT NULL" /* [position] */
    ") STRICT;"
    "CREATE TABLE stories ("
    " position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT,"
    " title_report INTEGER, title_start INTEGER, title_end INTEGER,"
    " day_from TEXT, day_to TEXT,"
    " reports TEXT NOT NULL" /* [position] */
    ") STRICT;"
    "CREATE TABLE events ("
    " position INTEGER PRIMARY KEY, id TEXT NOT NULL,"
    " type TEXT NOT NULL, mode TEXT, cameo TEXT, title TEXT,"
    " day_from TEXT, day_to TEXT,"
    " place INTEGER," /* entities.key */
    " modality TEXT NOT NULL, negated INTEGER NOT NULL, background INTEGER NOT NULL,"
    " origins INTEGER NOT NULL,"   /* number of independent sources */
    " story INTEGER,"              /* stories.position */
    " ledgers INTEGER NOT NULL,"   /* bits, in the order of the ledgers */
    " participants TEXT NOT NULL," /* [[role, entities.key]] */
    " history TEXT NOT NULL,"      /* [[modality, negated, from, to, report, start, end]] */
    " members TEXT NOT NULL,"      /* [[report, number of its event from 0]] */
    " links TEXT NOT NULL,"        /* [why], one for each member but the first */
    " not_same_as TEXT NOT NULL"   /* [[events.position, why]] */
    ") STRICT;"
    "CREATE TABLE copies ("
    " position INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
    " a_report INTEGER NOT NULL, a_start INTEGER, a_end INTEGER,"
    " b_report INTEGER NOT NULL, b_start INTEGER, b_end INTEGER,"
    " origin INTEGER"
    ") STRICT;"
    "CREATE TABLE mixed ("
    " position INTEGER PRIMARY KEY, report INTEGER NOT NULL, confidence REAL NOT NULL,"
    " stories TEXT NOT NULL,"  /* [stories.position], the report's own first */
    " sentences TEXT NOT NULL" /* [[start, end, stories.position, why]] */
    ") STRICT;"
    "CREATE TABLE recycled ("
    " position INTEGER PRIMARY KEY,"
    " report INTEGER NOT NULL, span_start INTEGER, span_end INTEGER,"
    " first_report INTEGER NOT NULL, first_start INTEGER, first_end INTEGER,"
    " claimed_from TEXT, claimed_to TEXT, actual_from TEXT, actual_to TEXT,"
    " speaker INTEGER" /* entities.key */
    ") STRICT;"
    "CREATE TABLE conflicts ("
    " position INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, about TEXT,"
    " event INTEGER," /* events.position */
    " compatible INTEGER NOT NULL,"
    " claims TEXT NOT NULL" /* [[report, start, end, value, entities.key]] */
    ") STRICT;"
    "CREATE TABLE ledger_entries ("
    " position INTEGER PRIMARY KEY, id TEXT NOT NULL, ledger TEXT NOT NULL, entry TEXT,"
    " day_from TEXT, day_to TEXT, modality TEXT NOT NULL, status TEXT,"
    " event INTEGER, story INTEGER," /* events.position, stories.position */
    " fields TEXT NOT NULL,"         /* [[name, value]] */
    " evidence TEXT NOT NULL"        /* [[report, start, end]] */
    ") STRICT;";

/* Derived from all reports together: what happens besides the coded events. */
static const char happenings_schema[] =
    "ALTER TABLE events ADD COLUMN mentions TEXT NOT NULL DEFAULT '[]';" /* [[report, number of its happening]] */
    "CREATE TABLE happenings ("
    " position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT,"
    " day_from TEXT, day_to TEXT,"
    " place INTEGER," /* entities.key */
    " modality TEXT NOT NULL, negated INTEGER NOT NULL,"
    " origins INTEGER NOT NULL, story INTEGER," /* as in events, also what follows */
    " participants TEXT NOT NULL, history TEXT NOT NULL, mentions TEXT NOT NULL"
    ") STRICT;";

/* Migration k brings schema k to k + 1: statements run in order. */
static const char *const migrations[][3] = {{reports_schema, record_schema, NULL}, {happenings_schema, NULL}};
#define SCHEMA_VERSION ((int)(sizeof migrations / sizeof *migrations))

int td_store_schema_version(void) {
    return SCHEMA_VERSION;
}

int td_store_migrate(td_store *store, td_error *error) {
    int status = td_store_execute(store, "BEGIN IMMEDIATE", error), version = 0;
    if (status < 0) return status;
    sqlite3_stmt *statement = NULL; /* another process may have been here since the store was opened */
    if (sqlite3_prepare_v2(store->database, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        version = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    for (; status == 0 && version < SCHEMA_VERSION; version++)
        for (const char *const *sql = migrations[version]; status == 0 && *sql; sql++)
            status = td_store_execute(store, *sql, error);
    char stamp[96];
    snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d", TD_STORE_APPLICATION,
             version);
    if (status == 0) status = td_store_execute(store, stamp, error);
    if (status == 0) status = td_store_execute(store, "COMMIT", error);
    if (status < 0) td_store_rollback(store);
    return status;
}
