/* A record of three reports, written by hand. Input: nothing. Output: the record. */

#include "small_record.h"

static void push_index(td_arena *arena, td_index_array *indices, td_index index) {
    *td_push(arena, indices) = index;
}

static void add_entities(td_record *record, td_arena *arena) {
    for (uint64_t key = 10; key <= 30; key += 10) {
        td_store_entity *entity = td_push(arena, &record->entities);
        entity->id = td_arena_format(arena, "n%016llx", (unsigned long long)key);
        entity->key = key;
        entity->name = td_arena_format(arena, "Namn №%llu", (unsigned long long)key);
        *td_push(arena, &entity->keys) = key;
        push_index(arena, &entity->reports, 0);
    }
    td_store_entity *merged = &record->entities.items[1];
    *td_push(arena, &merged->keys) = UINT64_MAX - 1; /* past what a signed number holds */
    merged->kind = TD_ENTITY_PLACE;
    merged->knowledge = TD_VIEW("place:oreby");
    memcpy(merged->country, "SE", 3);
    push_index(arena, &merged->reports, 2);
    td_record_index(record, arena);
}

static void add_stories(td_record *record, td_arena *arena) {
    for (td_index number = 0; number < 2; number++) {
        td_story *story = td_push(arena, &record->stories);
        story->id = td_arena_format(arena, "s%016x", number + 1);
        story->title = number ? TD_VIEW("Second story") : TD_VIEW_ABSENT;
        story->title_evidence = (td_evidence){.report = number, .span = {4, 19}};
        story->interval = (td_interval){td_day_of(2014, 5, 3) + (td_day)number, TD_DAY_UNKNOWN};
        push_index(arena, &story->reports, number);
        push_index(arena, &story->reports, 2);
    }
}

static void add_events(td_record *record, td_arena *arena) {
    for (td_index number = 0; number < 2; number++) {
        td_record_event *event = td_push(arena, &record->events);
        event->id = td_arena_format(arena, "v%016x", number + 7);
        event->type = number ? TD_EVENT_AID : TD_EVENT_RETREAT;
        event->mode = number ? TD_VIEW_ABSENT : TD_VIEW("withdraw");
        event->title = TD_VIEW("Trucks left Öreby");
        event->interval = td_interval_day(td_day_of(2014, 5, 3));
        event->modality = number ? TD_MODALITY_DENIED : TD_MODALITY_HAPPENED;
        event->negated = number;
        event->background = number;
        event->origins = 2 - number;
        event->story = number ? TD_NONE : 1;
        *td_push(arena, &event->members) = (td_member){.report = number, .event = number};
        *td_push(arena, &event->history) = (td_modality_claim){.modality = event->modality,
                                                               .negated = number,
                                                               .published = TD_INTERVAL_OPEN,
                                                               .evidence = {.report = number, .span = {5, 9}}};
    }
    td_record_event *happening = td_push(arena, &record->happenings);
    happening->id = TD_VIEW("h0000000000000001");
    happening->type = TD_EVENT_COUNT;
    happening->title = TD_VIEW("hurt");
    happening->interval = td_interval_day(td_day_of(2014, 5, 3));
    happening->origins = 2;
    happening->story = 1;
    *td_push(arena, &happening->mentions) = (td_member){.report = 0, .event = 0};
    *td_push(arena, &happening->mentions) = (td_member){.report = 2, .event = 0};
    *td_push(arena, &happening->history) =
        (td_modality_claim){.modality = TD_MODALITY_HAPPENED, .negated = true, .evidence = {0, {3, 9}}};
    td_record_event *first = &record->events.items[0];
    *td_push(arena, &first->mentions) = (td_member){.report = 1, .event = 0};
    first->cameo = TD_VIEW("08");
    first->place = UINT64_MAX - 1;
    first->ledgers = 1u << TD_LEDGER_FORCES | 1u << TD_LEDGER_TOLL;
    *td_push(arena, &first->participants) = (td_participant){.role = TD_VIEW("actor"), .entity = 10};
    *td_push(arena, &first->participants) = (td_participant){.role = TD_VIEW("object"), .entity = 30};
    *td_push(arena, &first->members) = (td_member){.report = 2, .event = 4};
    *td_push(arena, &first->links) = TD_VIEW("same day, same town");
    *td_push(arena, &first->not_same_as) = (td_refusal){.event = 1, .why = TD_VIEW("one is denied")};
}

static void add_findings(td_record *record, td_arena *arena) {
    *td_push(arena, &record->copies) = (td_copy){
        .kind = TD_COPY_EXCERPT, .a = {.report = 0, .span = {0, 40}}, .b = {.report = 2, .span = {8, 48}}, .origin = 0};
    for (td_index report = 0; report < 3; report++) push_index(arena, &record->origins, report == 2 ? 0 : report);
    td_mixed *mixed = td_push(arena, &record->mixed);
    mixed->report = 2;
    mixed->confidence = 0.875;
    push_index(arena, &mixed->stories, 1);
    push_index(arena, &mixed->stories, 0);
    *td_push(arena, &mixed->sentences) =
        (td_mixed_sentence){.span = {10, 22}, .story = 0, .why = TD_VIEW("another day")};
    *td_push(arena, &record->recycled) = (td_recycled){.here = {.report = 2, .span = {3, 8}},
                                                       .first = {.report = 1, .span = {1, 6}},
                                                       .claimed = td_interval_day(td_day_of(2014, 5, 4)),
                                                       .actual = td_interval_day(td_day_of(2013, 1, 1)),
                                                       .speaker = 10};
    td_conflict *conflict = td_push(arena, &record->conflicts);
    *conflict = (td_conflict){.id = TD_VIEW("c0000000000000001"),
                              .kind = TD_CONFLICT_FIGURE,
                              .about = TD_VIEW("trucks"),
                              .event = 0,
                              .compatible = true};
    *td_push(arena, &conflict->claims) =
        (td_claim){.evidence = {.report = 0, .span = {2, 4}}, .value = TD_VIEW("40"), .attribution = 10};
    *td_push(arena, &conflict->claims) =
        (td_claim){.evidence = {.report = 1, .span = {2, 4}}, .value = TD_VIEW("at least 30"), .attribution = 0};
}

static void add_ledgers(td_record *record, td_arena *arena) {
    td_ledger_entry *leaves = td_push(arena, &record->ledgers);
    *leaves = (td_ledger_entry){.id = TD_VIEW("l0000000000000001"),
                                .ledger = TD_LEDGER_FORCES,
                                .entry = TD_VIEW("leaves"),
                                .interval = td_interval_day(td_day_of(2014, 5, 3)),
                                .modality = TD_MODALITY_HAPPENED,
                                .event = 0,
                                .story = 1};
    *td_push(arena, &leaves->fields) = (td_field){.name = "force", .type = TD_FIELD_TEXT, .text = TD_VIEW("trucks")};
    *td_push(arena, &leaves->fields) = (td_field){.name = "event", .type = TD_FIELD_TEXT, .text = TD_VIEW("hidden")};
    *td_push(arena, &leaves->evidence) = (td_evidence){.report = 0, .span = {5, 9}};
    *td_push(arena, &leaves->evidence) = (td_evidence){.report = 2, .span = {6, 10}};
    td_ledger_entry *toll = td_push(arena, &record->ledgers);
    *toll = (td_ledger_entry){.id = TD_VIEW("l0000000000000002"),
                              .ledger = TD_LEDGER_TOLL,
                              .entry = TD_VIEW("killed"),
                              .interval = TD_INTERVAL_OPEN,
                              .modality = TD_MODALITY_ALLEGED,
                              .status = TD_VIEW("disputed"),
                              .event = TD_NONE,
                              .story = TD_NONE};
    *td_push(arena, &toll->fields) = (td_field){.name = "category", .type = TD_FIELD_TEXT, .text = TD_VIEW("killed")};
    *td_push(arena, &toll->fields) = (td_field){.name = "low", .type = TD_FIELD_NUMBER, .number = 2};
    *td_push(arena, &toll->fields) = (td_field){.name = "bound", .type = TD_FIELD_TEXT, .text = TD_VIEW("exact")};
    *td_push(arena, &toll->fields) = (td_field){.name = "unit", .type = TD_FIELD_TEXT, .text = TD_VIEW("people")};
    *td_push(arena, &toll->fields) = (td_field){.name = "value", .type = TD_FIELD_NUMBER, .number = 2.5};
    *td_push(arena, &toll->fields) = (td_field){.name = "high", .type = TD_FIELD_NULL};
    *td_push(arena, &toll->fields) = (td_field){.name = "cumulative", .type = TD_FIELD_FLAG, .number = 1};
    *td_push(arena, &toll->evidence) = (td_evidence){.report = 1, .span = {5, 9}};
}

td_record small_record(td_arena *arena) {
    td_record record = {0};
    add_entities(&record, arena);
    add_stories(&record, arena);
    add_events(&record, arena);
    add_findings(&record, arena);
    add_ledgers(&record, arena);
    return record;
}
