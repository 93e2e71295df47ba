#ifndef TD_VIEW_LINES_H
#define TD_VIEW_LINES_H

/*
 * Lines for a reader, made once by brief, timeline and findings, and written as text, JSON or page. No line without
 * evidence.
 */

#include "view/passages.h"

typedef struct td_line {
    const char *kind; /* of static life: "forces", "disputed", "statement" ... */
    td_view text;
    bool verbatim;  /* an extract of its first evidence, to be shown as a quotation */
    uint32_t level; /* indent: 0, or 1 under the line before */
    td_interval interval;
    td_view id;      /* what `why` takes, absent if nothing */
    td_index event;  /* in the record's events, TD_NONE: none */
    uint32_t weight; /* independent origins */
    td_evidence_array evidence;
} td_line;

typedef struct td_section {
    td_view title;
    td_view id;                 /* of a story, absent else */
    td_evidence title_evidence; /* report TD_NONE: none */
    td_interval interval;
    td_view note; /* "7 reports of 5 origins", absent for no story */
    TD_ARRAY(td_line) lines;
} td_section;
typedef TD_ARRAY(td_section) td_section_array;

/* The section of a story, still without lines. */
td_section *td_section_of_story(td_section_array *sections, const td_record *record, td_index story, td_arena *arena);
/* Append a line; `text` is kept as it is. */
td_line *td_section_add(td_section *section, td_arena *arena, const char *kind, td_view text);
void td_line_cite(td_line *line, td_arena *arena, td_evidence evidence);

/* "14 March 2016", "between 14 and 16 March 2016", "by 3 May 2016", "from 3 May 2016", "day unknown". */
td_view td_interval_phrase(td_interval interval, td_arena *arena);
/* "ordered", "under way", "called for"; of a negated event "not ...". */
td_view td_modality_phrase(enum td_modality modality, bool negated, td_arena *arena);

/* As text for a terminal: titles, lines wrapped to request->width, citations behind each. */
void td_sections_write_text(const td_section_array *sections, td_passages *passages, const td_view_request *request,
                            td_buffer *out);

/* Sections of the views, each made by the file of its name. */
void td_brief_make(td_passages *passages, const td_view_request *request, td_section_array *sections);
void td_timeline_make(td_passages *passages, const td_view_request *request, td_section_array *sections);
void td_findings_make(td_passages *passages, const td_view_request *request, td_section_array *sections);

/* A field of a ledger entry that is words, absent where it has none. */
td_view td_ledger_text(const td_ledger_entry *entry, const char *name);
/* All fields that are words, but those that go with the figure. */
td_view td_ledger_words(const td_ledger_entry *entry, td_arena *arena);
/* True where the entry counts a share of something, in percent. */
bool td_ledger_is_share(const td_ledger_entry *entry);
/* "at least 21", "50 to 60", "an undisclosed number". */
td_view td_ledger_bounds(const td_ledger_entry *entry, td_arena *arena);
/* The same with what is counted, "" where the entry has no number. */
td_view td_ledger_figure(const td_ledger_entry *entry, td_arena *arena);

/* The standing of an event in words: title, modality, days. */
td_view td_event_sentence(const td_record_event *event, td_arena *arena);
/* What is shown of an event: the earliest claim that does not deny or keep silent, else the earliest. */
const td_modality_claim *td_event_claim(const td_record_event *event);
/* Cite each report once that tells the event, the one of td_event_claim() first. */
void td_event_cite(const td_record_event *event, td_line *line, td_arena *arena);

#endif
