#ifndef TD_LEDGER_ENTRY_H
#define TD_LEDGER_ENTRY_H

/* What the ledgers share: making an entry from an event, filling fields, telling kinds apart by tables. */

#include "ledger/ledger.h"

/* Where an event is told: an outline and one of its events. */
typedef struct td_telling {
    const td_outline *outline;
    const td_outline_event *event;
    td_index report;
} td_telling;

td_telling td_telling_of(const td_ledger_input *input, const td_member *member);
/* The telling with most fields filled; ties go to the earlier report. */
td_telling td_fullest_telling(const td_ledger_input *input, const td_record_event *event);

/* For each report the story it stands in, or TD_NONE. */
td_index *td_story_of_reports(const td_ledger_input *input, td_arena *arena);

/* A row of a table that sorts events by the frames they were found by. */
typedef struct td_frame_kind {
    const char *frame;  /* a whole frame, or with a dot at its end all that begin so */
    const char *entry;  /* what kind of entry it makes */
    const char *status; /* NULL: what the modality says */
} td_frame_kind;

/* The first row that fits the frame of a member, members in their order; NULL if none. */
const td_frame_kind *td_frame_kind_of(const td_ledger_input *input, const td_record_event *event,
                                      const td_frame_kind *rows, size_t count);
/* The word of a modality in a ledger: "done", "begun", "ordered", "planned", "claimed", "denied". */
const char *td_modality_status(const td_record_event *event);

/* An entry for an event: its days, modality, story, and one passage of each of its reports. `entry` is of static life.
 */
td_ledger_entry *td_entry_from_event(const td_ledger_input *input, td_arena *arena, td_ledger_entry_array *entries,
                                     enum td_ledger_kind ledger, const char *entry, td_index event);
/* An entry without an event. */
td_ledger_entry *td_entry_add(td_arena *arena, td_ledger_entry_array *entries, enum td_ledger_kind ledger,
                              const char *entry);
void td_entry_evidence(td_arena *arena, td_ledger_entry *entry, td_index report, td_span span);

/* Fields; absent text and unknown numbers become null. */
void td_entry_text(td_arena *arena, td_ledger_entry *entry, const char *name, td_view text);
void td_entry_number(td_arena *arena, td_ledger_entry *entry, const char *name, double number, bool known);
void td_entry_entity(const td_ledger_input *input, td_arena *arena, td_ledger_entry *entry, const char *name,
                     uint64_t key);
/* The names of an event's participants in one of these roles (NULL-ended list), separated by "; ". */
void td_entry_participants(const td_ledger_input *input, td_arena *arena, td_ledger_entry *entry, const char *name,
                           const td_record_event *event, const char *const *roles);
/* The same without single persons where others are named: whose forces they are, not who orders them. */
void td_entry_bodies(const td_ledger_input *input, td_arena *arena, td_ledger_entry *entry, const char *name,
                     const td_record_event *event, const char *const *roles);
/* value, low, high, bound and unit of a figure; all null for NULL. */
void td_entry_figure(td_arena *arena, td_ledger_entry *entry, const td_outline *outline,
                     const td_outline_figure *figure);

/* The first figure, members in their order, of one of these categories (bits 1 << td_figure_category). */
const td_outline_figure *td_event_figure(const td_ledger_input *input, const td_record_event *event,
                                         uint32_t categories, const td_outline **outline);

#endif
