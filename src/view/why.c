/*
 * The chain from an entry to the characters it comes from.
 * Input: an identifier. Output: what it names, each step of the reasoning, each passage marked in its sentence.
 * JSON: {"id", "what", "reasons": [..], "passages": [{"report", "start", "end", "text", "says"}]}.
 */

#include "view/lines.h"

#include "view/source.h"

/* One passage and what it is taken for. */
typedef struct td_why_passage {
    td_evidence evidence;
    td_view says;
} td_why_passage;

typedef struct td_why {
    td_passages *passages;
    td_arena *arena;
    const td_record *record;
    td_view id;
    td_view what; /* absent until something is found */
    td_view_array reasons;
    TD_ARRAY(td_why_passage) list;
} td_why;

static void add_reason(td_why *why, td_view text) {
    *td_push(why->arena, &why->reasons) = text;
}

static void add_passage(td_why *why, td_evidence evidence, td_view says) {
    if (evidence.report >= why->passages->source->report_count) return; /* a title that no report gives */
    *td_push(why->arena, &why->list) = (td_why_passage){evidence, says};
}

static td_view days(td_why *why, td_interval interval) {
    return td_interval_phrase(interval, why->arena);
}

static const td_report *report_of(td_why *why, td_index at) {
    const td_view_source *source = why->passages->source;
    td_passages_report(why->passages, at); /* first: it may read the report too */
    return source->report(source->context, at);
}

/* The reasons that reading one report gave for an event of it, each with the passage that it is about. */
static void add_reading_reasons(td_why *why, td_index at, const td_event *event) {
    td_evidence evidence = {at, td_span_present(event->clause) ? event->clause : event->trigger};
    td_view citation = td_passages_citation(why->passages, evidence);
    for (td_each(reason, &event->reasons))
        add_reason(why,
                   td_arena_format(why->arena, "%.*s  %.*s", TD_VIEW_ARGUMENTS(citation), TD_VIEW_ARGUMENTS(*reason)));
}

static void explain_event(td_why *why, const td_record_event *event) {
    td_arena *arena = why->arena;
    for (td_each(claim, &event->history))
        add_passage(why, claim->evidence,
                    td_arena_format(arena, "says it is %.*s; published %.*s",
                                    TD_VIEW_ARGUMENTS(td_modality_phrase(claim->modality, claim->negated, arena)),
                                    TD_VIEW_ARGUMENTS(days(why, claim->published))));
    for (td_each(member, &event->members)) {
        const td_report *report = report_of(why, member->report);
        if (report && member->event < report->events.count)
            add_reading_reasons(why, member->report, &report->events.items[member->event]);
    }
    for (td_each(mention, &event->mentions)) {
        const td_report *report = report_of(why, mention->report);
        if (report && mention->event < report->happenings.count)
            add_reading_reasons(why, mention->report, &report->happenings.items[mention->event]);
    }
    for (td_each(link, &event->links))
        add_reason(why, td_arena_format(arena, "Same event: %.*s", TD_VIEW_ARGUMENTS(*link)));
    for (td_each(refusal, &event->not_same_as)) {
        const td_record_event *other = &why->record->events.items[refusal->event];
        add_reason(why, td_arena_format(arena, "Not the same as %.*s \xE2\x80\x9C%.*s\xE2\x80\x9D: %.*s",
                                        TD_VIEW_ARGUMENTS(other->id), TD_VIEW_ARGUMENTS(other->title),
                                        TD_VIEW_ARGUMENTS(refusal->why)));
    }
}

/* What a happening says, where it says it. */
static bool find_happening(td_why *why) {
    for (td_each(happening, &why->record->happenings)) {
        if (!td_view_equal(happening->id, why->id)) continue;
        why->what =
            td_arena_format(why->arena, "Happening that no type of event fits: %.*s Told %u times by %u %s.",
                            TD_VIEW_ARGUMENTS(td_event_sentence(happening, why->arena)), happening->mentions.count,
                            happening->origins, happening->origins == 1 ? "origin" : "independent origins");
        explain_event(why, happening);
        if (happening->mentions.count > 1)
            add_reason(why, TD_VIEW("Its mentions are named alike within one story, and no day, place or party that "
                                    "they give speaks against it."));
        return true;
    }
    return false;
}

static bool find_event(td_why *why) {
    for (td_each(event, &why->record->events)) {
        if (!td_view_equal(event->id, why->id)) continue;
        why->what =
            td_arena_format(why->arena, "Event, %s: %.*s Told by %u %s of %u independent %s.",
                            td_event_type_label(event->type), TD_VIEW_ARGUMENTS(td_event_sentence(event, why->arena)),
                            event->members.count, event->members.count == 1 ? "passage" : "passages", event->origins,
                            event->origins == 1 ? "origin" : "origins");
        explain_event(why, event);
        return true;
    }
    return false;
}

static bool find_ledger_entry(td_why *why) {
    for (td_each(entry, &why->record->ledgers)) {
        if (!td_view_equal(entry->id, why->id)) continue;
        why->what = td_arena_format(
            why->arena, "Entry of the ledger %s, %.*s: %.*s %.*s (%.*s).", td_ledger_kind_label(entry->ledger),
            TD_VIEW_ARGUMENTS(entry->entry), TD_VIEW_ARGUMENTS(td_ledger_words(entry, why->arena)),
            TD_VIEW_ARGUMENTS(td_ledger_figure(entry, why->arena)), TD_VIEW_ARGUMENTS(days(why, entry->interval)));
        for (td_each(evidence, &entry->evidence)) add_passage(why, *evidence, TD_VIEW("says so"));
        if (entry->event < why->record->events.count) {
            const td_record_event *event = &why->record->events.items[entry->event];
            add_reason(why, td_arena_format(why->arena, "It stands for the event %.*s \xE2\x80\x9C%.*s\xE2\x80\x9D",
                                            TD_VIEW_ARGUMENTS(event->id), TD_VIEW_ARGUMENTS(event->title)));
            explain_event(why, event);
        }
        return true;
    }
    return false;
}

static bool find_conflict(td_why *why) {
    for (td_each(conflict, &why->record->conflicts)) {
        if (!td_view_equal(conflict->id, why->id)) continue;
        why->what = td_arena_format(why->arena, "%s about %.*s (%s).",
                                    conflict->compatible ? "Different but compatible accounts" : "Contradiction",
                                    TD_VIEW_ARGUMENTS(conflict->about), td_conflict_kind_label(conflict->kind));
        for (td_each(claim, &conflict->claims))
            add_passage(why, claim->evidence,
                        td_arena_format(why->arena, "claims %.*s", TD_VIEW_ARGUMENTS(claim->value)));
        return true;
    }
    return false;
}

static bool find_story(td_why *why) {
    for (td_each(story, &why->record->stories)) {
        if (!td_view_equal(story->id, why->id)) continue;
        why->what = td_arena_format(why->arena, "Story \xE2\x80\x9C%.*s\xE2\x80\x9D (%.*s) of %u %s.",
                                    TD_VIEW_ARGUMENTS(story->title), TD_VIEW_ARGUMENTS(days(why, story->interval)),
                                    story->reports.count, story->reports.count == 1 ? "report" : "reports");
        add_passage(why, story->title_evidence, TD_VIEW("gives the story its title"));
        td_index at = (td_index)(story - why->record->stories.items);
        for (td_each(report, &story->reports))
            add_reason(why, td_arena_format(why->arena, "It gathers report %.*s (%.*s)",
                                            TD_VIEW_ARGUMENTS(why->passages->source->report_ids[*report]),
                                            TD_VIEW_ARGUMENTS(td_passages_report(why->passages, *report)->label)));
        for (td_each(event, &why->record->events))
            if (event->story == at && event->history.count)
                add_passage(why, event->history.items[0].evidence,
                            td_arena_format(why->arena, "tells %.*s", TD_VIEW_ARGUMENTS(event->title)));
        return true;
    }
    return false;
}

/* An entity's mentions in the reports that name it. */
static bool find_entity(td_why *why) {
    const td_view_source *source = why->passages->source;
    for (td_each(entity, &why->record->entities)) {
        if (!td_view_equal(entity->id, why->id)) continue;
        why->what = td_arena_format(why->arena, "Entity, %s: %.*s%s%s.", td_entity_kind_label(entity->kind),
                                    TD_VIEW_ARGUMENTS(entity->name), entity->country[0] ? ", " : "", entity->country);
        for (td_each(at, &entity->reports)) {
            const td_report *report = source->report(source->context, *at);
            if (!report) continue;
            for (td_each(mention, &report->mentions)) {
                td_view name = td_source_entity_name(report, mention->entity);
                if (td_view_equal_ascii_fold(name, entity->name))
                    add_passage(why, (td_evidence){*at, mention->span},
                                td_view_of(td_mention_form_label(mention->form)));
            }
        }
        return true;
    }
    return false;
}

static void explain_publication(td_why *why, td_index at) {
    const td_view_source *source = why->passages->source;
    const td_report *report = source->report(source->context, at);
    if (!report) return;
    for (td_each(evidence, &report->published.evidence)) {
        td_view says = td_arena_copy(why->arena, evidence->says);
        if (td_span_present(evidence->span))
            add_passage(why, (td_evidence){at, evidence->span}, says);
        else
            add_reason(why, td_arena_format(why->arena, "Published: %.*s", TD_VIEW_ARGUMENTS(says)));
    }
}

static bool find_report(td_why *why) {
    const td_view_source *source = why->passages->source;
    for (td_index at = 0; at < source->report_count; at++) {
        if (!td_view_equal(source->report_ids[at], why->id)) continue;
        const td_cited_report *report = td_passages_report(why->passages, at);
        td_span whole = report->sentences.count ? report->sentences.items[0].span : (td_span){0, 0};
        why->what =
            td_arena_format(why->arena, "Report of %.*s, %.*s; published %.*s.", TD_VIEW_ARGUMENTS(report->label),
                            TD_VIEW_ARGUMENTS(report->source), TD_VIEW_ARGUMENTS(days(why, report->published)));
        explain_publication(why, at);
        add_passage(why, (td_evidence){at, whole}, TD_VIEW("begins the report"));
        for (td_each(story, &why->record->stories))
            for (td_each(own, &story->reports))
                if (*own == at)
                    add_reason(why,
                               td_arena_format(why->arena, "It stands in the story %.*s \xE2\x80\x9C%.*s\xE2\x80\x9D",
                                               TD_VIEW_ARGUMENTS(story->id), TD_VIEW_ARGUMENTS(story->title)));
        for (td_each(mixed, &why->record->mixed)) {
            if (mixed->report != at) continue;
            for (td_each(sentence, &mixed->sentences))
                add_passage(why, (td_evidence){at, sentence->span}, td_arena_copy(why->arena, sentence->why));
        }
        return true;
    }
    return false;
}

static void write_passage(td_why *why, const td_why_passage *passage, bool colour, td_buffer *out) {
    const td_cited_report *report = td_passages_report(why->passages, passage->evidence.report);
    td_span span = passage->evidence.span, around = td_passages_sentence(why->passages, passage->evidence);
    td_span points = td_passages_points(why->passages, passage->evidence);
    td_view before = td_passage_text(report->text, (td_span){around.start, span.start}, why->arena);
    td_view after = td_passage_text(report->text, (td_span){span.end, around.end}, why->arena);
    bool space = span.start > around.start && report->text.bytes[span.start - 1] == ' ';
    bool gap = span.end < around.end && report->text.bytes[span.end] == ' ';
    td_buffer_add_string(out, "  ");
    td_source_print(out, td_passages_citation(why->passages, passage->evidence));
    td_buffer_format(out, ", characters %u to %u of %.*s: ", points.start, points.end,
                     TD_VIEW_ARGUMENTS(why->passages->source->report_ids[passage->evidence.report]));
    td_source_print(out, passage->says);
    td_buffer_add_string(out, "\n      ");
    td_source_print(out, before);
    td_buffer_format(out, "%s%s", space ? " " : "", colour ? "\033[1;4m" : "[");
    td_source_print(out, td_passages_text(why->passages, passage->evidence, 0));
    td_buffer_format(out, "%s%s", colour ? "\033[0m" : "]", gap ? " " : "");
    td_source_print(out, after);
    td_buffer_add_byte(out, '\n');
}

static void write_text(td_why *why, bool colour, td_buffer *out) {
    td_source_print(out, why->what);
    td_buffer_add_byte(out, '\n');
    if (why->reasons.count) td_buffer_add_string(out, "\nBecause\n");
    for (td_each(reason, &why->reasons)) {
        td_buffer_add_string(out, "  - ");
        td_source_print(out, *reason);
        td_buffer_add_byte(out, '\n');
    }
    if (why->list.count) td_buffer_add_string(out, "\nThe characters\n");
    for (td_each(passage, &why->list)) write_passage(why, passage, colour, out);
}

static void write_json(td_why *why, td_buffer *out) {
    td_json json;
    td_json_init(&json, out);
    td_json_object_open(&json);
    td_json_key(&json, "id");
    td_json_text(&json, why->id);
    td_json_key(&json, "what");
    td_json_text(&json, why->what);
    td_json_key(&json, "reasons");
    td_json_array_open(&json);
    for (td_each(reason, &why->reasons)) td_json_text(&json, *reason);
    td_json_array_close(&json);
    td_json_key(&json, "passages");
    td_json_array_open(&json);
    for (td_each(passage, &why->list)) {
        td_span points = td_passages_points(why->passages, passage->evidence);
        td_json_object_open(&json);
        td_json_key(&json, "report");
        td_json_text(&json, why->passages->source->report_ids[passage->evidence.report]);
        td_json_key(&json, "start");
        td_json_integer(&json, points.start);
        td_json_key(&json, "end");
        td_json_integer(&json, points.end);
        td_json_key(&json, "text");
        td_json_text(&json, td_passages_text(why->passages, passage->evidence, 0));
        td_json_key(&json, "says");
        td_json_text(&json, passage->says);
        td_json_object_close(&json);
    }
    td_json_array_close(&json);
    td_json_object_close(&json);
    td_buffer_add_byte(out, '\n');
}

int td_view_why(const td_view_source *source, td_view id, const td_view_request *request, td_arena *arena,
                td_buffer *out, td_error *error) {
    static bool (*const finders[])(td_why *) = {find_event, find_happening, find_ledger_entry, find_conflict,
                                                find_story, find_entity,    find_report};
    td_passages passages;
    td_passages_init(&passages, source, arena);
    td_why why = {.passages = &passages, .arena = arena, .record = source->record, .id = id};
    bool found = false;
    for (size_t i = 0; i < sizeof finders / sizeof *finders && !found; i++) found = finders[i](&why);
    if (!found) return TD_ABSENT;
    if (request->format == TD_FORMAT_JSON)
        write_json(&why, out);
    else
        write_text(&why, request->colour, out);
    return td_passages_status(&passages, error);
}
