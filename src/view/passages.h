#ifndef TD_VIEW_PASSAGES_H
#define TD_VIEW_PASSAGES_H

/* The reports behind a view, each read once: texts, sentences, names to cite them by. */

#include "base/utf8.h"
#include "view/view.h"

/* A day that the body of a report names. */
typedef struct td_named_day {
    td_day day;
    td_span span;
} td_named_day;

/* What views need of a report. Memory of the view. */
typedef struct td_cited_report {
    bool read;
    td_view text, label, title, outlet, agency, language, source; /* label: outlet, agency or name of the file */
    td_interval published;
    TD_ARRAY(td_sentence) sentences;
    TD_ARRAY(td_boilerplate) boilerplate;
    TD_ARRAY(td_named_day) days;
    td_utf8_index index;
} td_cited_report;

typedef struct td_passages {
    const td_view_source *source;
    td_arena *arena;
    td_cited_report *reports; /* by position */
    bool failed;              /* some report could not be read */
} td_passages;

void td_passages_init(td_passages *passages, const td_view_source *source, td_arena *arena);
/* The report; an empty one, with `failed` set, where it cannot be read. */
const td_cited_report *td_passages_report(td_passages *passages, td_index report);
/* 0, or TD_ERROR_STORE with `error` set where a report could not be read. */
int td_passages_status(const td_passages *passages, td_error *error);

/* The same characters as code points. */
td_span td_passages_points(td_passages *passages, td_evidence evidence);
/* The sentences that the passage touches, joined; the passage itself where it stands in none. */
td_span td_passages_sentence(td_passages *passages, td_evidence evidence);
/* Number of the sentence the passage begins in, from 1; 0 where it stands in none. */
uint32_t td_passages_sentence_number(td_passages *passages, td_evidence evidence);
/* The whole sentence of a passage, on one line and cut like td_passages_text(). */
td_view td_passages_sentence_text(td_passages *passages, td_evidence evidence, size_t most);
/* The characters on one line, cut at a word behind `most` bytes (0: not cut). */
td_view td_passages_text(td_passages *passages, td_evidence evidence, size_t most);
/* "Harbour Courier 2016-03-14:3": label, day where an outlet or agency is named, sentence. */
td_view td_passages_citation(td_passages *passages, td_evidence evidence);

/* {"report", "start", "end"}, offsets in code points. */
void td_passages_write_json(td_passages *passages, td_evidence evidence, td_json *json);

#endif
