/*
 * The columns of ledgers.
 * Input: a ledger, an entry. Output: names of columns, the words that stand in them.
 */

#include "view/ledger_columns.h"

#include "view/lines.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const td_ledger_column forces[] = {
    {"Force", "force"}, {"What", "what"}, {"Number", "figure"}, {"Where", "where"}};
static const td_ledger_column ceasefire[] = {
    {"Parties", "parties"}, {"What", "what"}, {"Place", "place"}, {"Since", "since"}, {"Number", "figure"}};
static const td_ledger_column talks[] = {{"Participants", "participants"},
                                         {"Mediators", "mediators"},
                                         {"What", "what"},
                                         {"Round", "round"},
                                         {"Place", "place"},
                                         {"Next", "next"}};
static const td_ledger_column aid[] = {
    {"By", "by"}, {"What", "what"}, {"For", "recipients"}, {"Number", "figure"}, {"Place", "place"}};
static const td_ledger_column toll[] = {
    {"Number", "figure"}, {"Who", "counts"}, {"Place", "place"}, {"According to", "attribution"}};
static const td_ledger_column timetable[] = {{"Who", "who"}, {"What", "what"}, {"Place", "place"}};
static const td_ledger_column statements[] = {{"Speaker", "speaker"},
                                              {"Stance", "stance"},
                                              {"Words", "content"},
                                              {"To", "addressee"},
                                              {"First carried by", "first_carried_by"}};

static const td_ledger_columns all[TD_LEDGER_COUNT] = {
    [TD_LEDGER_FORCES] = {"Forces", "What leaves, what stays, what arrives.", forces, COUNT(forces), true},
    [TD_LEDGER_CEASEFIRE] = {"Ceasefire", "Truces, who keeps them and who breaks them.", ceasefire, COUNT(ceasefire),
                             true},
    [TD_LEDGER_TALKS] = {"Talks", "Rounds, meetings, mediation, agreements.", talks, COUNT(talks), true},
    [TD_LEDGER_AID] = {"Aid", "What is delivered, promised or kept out.", aid, COUNT(aid), true},
    [TD_LEDGER_TOLL] = {"Toll", "Killed, wounded, displaced, detained, with the bounds that reports give.", toll,
                        COUNT(toll), true},
    [TD_LEDGER_TIMETABLE] = {"Timetable", "What is bound to a day.", timetable, COUNT(timetable), true},
    [TD_LEDGER_STATEMENTS] = {"Statements", "Who said what, and who carried it first.", statements, COUNT(statements),
                              false},
};

const td_ledger_columns *td_ledger_columns_of(enum td_ledger_kind ledger) {
    return &all[ledger];
}

/* "from Syria to Voronezh"; the place alone where neither end is known. */
static td_view way_of(const td_ledger_entry *entry, td_arena *arena) {
    td_view from = td_ledger_text(entry, "from"), to = td_ledger_text(entry, "to");
    if (!from.size && !to.size) return td_ledger_text(entry, "place");
    return td_arena_format(arena, "%s%.*s%s%s%.*s", from.size ? "from " : "", TD_VIEW_ARGUMENTS(from),
                           from.size && to.size ? " " : "", to.size ? "to " : "", TD_VIEW_ARGUMENTS(to));
}

td_view td_ledger_cell(const td_ledger_entry *entry, const td_ledger_column *column, td_arena *arena) {
    if (strcmp(column->field, "figure") == 0) return td_ledger_figure(entry, arena);
    if (strcmp(column->field, "where") == 0) return way_of(entry, arena);
    return td_ledger_text(entry, column->field);
}
