/* Reports and a record for tests of views, written by hand. */

#include "small_store.h"

#include <string.h>

static const struct {
    const char *id, *outlet, *title, *text;
    int month, day; /* of 2021; 0 unknown */
} written[SMALL_REPORTS] = {
    {"r0000000000000001", "Harbour <Courier>", "Ferries & boats leave Öreby",
     "Ferries & boats leave Öreby\n\n"
     "The last ferries left Öreby on Monday, the harbour master said. \"We <b>stop</b> here,\" said Mayor Ada Lind.\n\n"
     "At least 12 people were hurt in the storm. Nobody's boat was lost.\n",
     5, 3},
    {"r0000000000000002", "", "Mayor denies ferries left",
     "Mayor denies ferries left\r\n\r\nMayor Ada Lind denied that ferries had left. 15 people were hurt.\r\n"
     "<script>alert(\"no\")</script> \xF0\x9F\x9A\xA2 &amp; more.\r\n",
     5, 4},
    {"r0000000000000003", "Dale Post", "Snow closes the pass",
     "Snow closes the pass. The pass closed in March. \"We <b>stop</b> here,\" said Mayor Ada Lind.", 0, 0},
};

/* A sentence up to each full stop or line's end; enough for what is written above. */
static void cut_sentences(td_report *report, td_arena *arena) {
    uint32_t start = 0, paragraph = 0;
    for (uint32_t i = 0; i < report->text.size; i++) {
        char byte = report->text.bytes[i];
        bool stop = byte == '.' || byte == '\n' || i + 1 == report->text.size;
        if (start == i && (byte == ' ' || byte == '\n' || byte == '\r')) {
            start = i + 1;
            continue;
        }
        if (!stop) continue;
        *td_push(arena, &report->sentences) =
            (td_sentence){.span = {start, byte == '\n' ? i : i + 1}, .body = true, .paragraph = paragraph};
        paragraph += byte == '\n';
        start = i + 1;
    }
}

static void write_reports(small_store *store, td_arena *arena) {
    for (td_index at = 0; at < SMALL_REPORTS; at++) {
        td_report *report = &store->reports[at];
        *report = (td_report){.id = td_view_of(written[at].id),
                              .source = td_view_of("letters/one.txt"),
                              .title = td_view_of(written[at].title),
                              .outlet = td_view_of(written[at].outlet),
                              .language = TD_VIEW("en"),
                              .text = td_view_of(written[at].text)};
        report->published.interval =
            written[at].month ? td_interval_day(td_day_of(2021, written[at].month, written[at].day)) : TD_INTERVAL_OPEN;
        store->ids[at] = report->id;
        cut_sentences(report, arena);
        td_entity *mayor = td_push(arena, &report->entities);
        *mayor = (td_entity){.kind = TD_ENTITY_PERSON, .name = TD_VIEW("Ada Lind")};
        if (td_view_find(report->text, TD_VIEW("Ada Lind"), 0) == SIZE_MAX) continue;
        *td_push(arena, &report->mentions) = (td_mention){.span = small_store_at(store, at, "Ada Lind").span,
                                                          .kind = TD_ENTITY_PERSON,
                                                          .form = TD_FORM_NAME,
                                                          .entity = 0};
    }
    td_publication_evidence says = {.span = small_store_at(store, 0, "on Monday").span,
                                    .says = TD_VIEW("the Monday before")};
    *td_push(arena, &store->reports[0].published.evidence) = says;
}

td_evidence small_store_at(const small_store *store, td_index report, const char *words) {
    td_view view = td_view_of(words);
    size_t start = td_view_find(store->reports[report].text, view, 0);
    return (td_evidence){report, {(uint32_t)start, (uint32_t)(start + view.size)}};
}

static void write_entity(td_record *record, td_arena *arena) {
    td_store_entity *mayor = td_push(arena, &record->entities);
    *mayor = (td_store_entity){
        .id = TD_VIEW("n000000000000000a"), .key = 10, .kind = TD_ENTITY_PERSON, .name = TD_VIEW("Ada Lind")};
    *td_push(arena, &mayor->keys) = 10;
    for (td_index at = 0; at < SMALL_REPORTS; at++) *td_push(arena, &mayor->reports) = at;
    td_record_index(record, arena);
}

static void write_stories(small_store *store, td_arena *arena) {
    td_story *ferries = td_push(arena, &store->record.stories);
    *ferries = (td_story){.id = TD_VIEW("s0000000000000001"),
                          .title = TD_VIEW("Ferries & boats leave Öreby"),
                          .title_evidence = small_store_at(store, 0, "Ferries & boats leave Öreby"),
                          .interval = {td_day_of(2021, 5, 3), td_day_of(2021, 5, 4)}};
    *td_push(arena, &ferries->reports) = 0;
    *td_push(arena, &ferries->reports) = 1;
    td_story *snow = td_push(arena, &store->record.stories);
    *snow = (td_story){.id = TD_VIEW("s0000000000000002"),
                       .title = TD_VIEW("Snow closes the pass"),
                       .title_evidence = small_store_at(store, 2, "Snow closes the pass"),
                       .interval = TD_INTERVAL_OPEN};
    *td_push(arena, &snow->reports) = 2;
}

static td_record_event *write_event(small_store *store, td_arena *arena, const char *id, const char *title,
                                    td_interval interval, td_index story) {
    td_record_event *event = td_push(arena, &store->record.events);
    *event = (td_record_event){.id = td_view_of(id),
                               .type = TD_EVENT_RETREAT,
                               .title = td_view_of(title),
                               .interval = interval,
                               .modality = TD_MODALITY_HAPPENED,
                               .origins = 1,
                               .story = story};
    return event;
}

static void tell(small_store *store, td_arena *arena, td_record_event *event, enum td_modality modality,
                 td_evidence evidence) {
    td_report *report = &store->reports[evidence.report];
    *td_push(arena, &event->members) = (td_member){evidence.report, report->events.count};
    *td_push(arena, &event->history) = (td_modality_claim){modality, false, report->published.interval, evidence};
    td_event *told = td_push(arena, &report->events);
    *told = (td_event){.trigger = evidence.span, .clause = evidence.span, .type = event->type, .modality = modality};
    *td_push(arena, &told->reasons) = td_arena_format(arena, "the verb says %s", td_modality_label(modality));
}

static void write_events(small_store *store, td_arena *arena) {
    td_record_event *snow = write_event(store, arena, "v0000000000000001", "Pass closes",
                                        (td_interval){td_day_of(2021, 3, 1), td_day_of(2021, 3, 31)}, 1);
    tell(store, arena, snow, TD_MODALITY_HAPPENED, small_store_at(store, 2, "The pass closed in March"));
    td_record_event *left = write_event(store, arena, "v0000000000000002", "Ferries <leave> Öreby",
                                        td_interval_day(td_day_of(2021, 5, 3)), 0);
    left->ledgers = 1U << TD_LEDGER_FORCES;
    left->origins = 2;
    tell(store, arena, left, TD_MODALITY_HAPPENED, small_store_at(store, 0, "The last ferries left Öreby on Monday"));
    tell(store, arena, left, TD_MODALITY_DENIED, small_store_at(store, 1, "ferries had left"));
    *td_push(arena, &left->links) = TD_VIEW("same harbour, one day apart");
    td_record_event *said = write_event(store, arena, "v0000000000000003", "Harbour master speaks",
                                        td_interval_day(td_day_of(2021, 5, 3)), 0);
    tell(store, arena, said, TD_MODALITY_HAPPENED,
         small_store_at(store, 0, "left Öreby on Monday, the harbour master said"));
    *td_push(arena, &said->not_same_as) = (td_refusal){1, TD_VIEW("one speaks, the other leaves")};
}

static void write_findings(small_store *store, td_arena *arena) {
    td_record *record = &store->record;
    td_evidence here = small_store_at(store, 2, "We <b>stop</b> here");
    td_evidence first = small_store_at(store, 0, "We <b>stop</b> here");
    *td_push(arena, &record->copies) =
        (td_copy){.kind = TD_COPY_SHARED_PASSAGE,
                  .a = small_store_at(store, 0, "here,\" said Mayor Ada Lind.\n\nAt least 12 people"),
                  .b = here,
                  .origin = 0};
    for (td_index at = 0; at < SMALL_REPORTS; at++) *td_push(arena, &record->origins) = at;
    td_mixed *mixed = td_push(arena, &record->mixed);
    mixed->report = 2;
    mixed->confidence = 0.75;
    *td_push(arena, &mixed->stories) = 1;
    *td_push(arena, &mixed->stories) = 0;
    *td_push(arena, &mixed->sentences) = (td_mixed_sentence){here.span, 0, TD_VIEW("its words are the mayor's & old")};
    *td_push(arena, &record->recycled) = (td_recycled){.here = here,
                                                       .first = first,
                                                       .claimed = TD_INTERVAL_OPEN,
                                                       .actual = td_interval_day(td_day_of(2021, 5, 3)),
                                                       .speaker = 10};
    td_conflict *hurt = td_push(arena, &record->conflicts);
    *hurt = (td_conflict){.id = TD_VIEW("c0000000000000001"),
                          .kind = TD_CONFLICT_FIGURE,
                          .about = TD_VIEW("people hurt"),
                          .event = 1,
                          .compatible = true};
    *td_push(arena, &hurt->claims) =
        (td_claim){small_store_at(store, 0, "At least 12 people"), TD_VIEW("at least 12"), 0};
    *td_push(arena, &hurt->claims) = (td_claim){small_store_at(store, 1, "15 people"), TD_VIEW("15"), 10};
    td_conflict *denied = td_push(arena, &record->conflicts);
    *denied = (td_conflict){.id = TD_VIEW("c0000000000000002"),
                            .kind = TD_CONFLICT_ATTRIBUTION,
                            .about = TD_VIEW("ferries"),
                            .event = TD_NONE};
    *td_push(arena, &denied->claims) = (td_claim){small_store_at(store, 0, "left Öreby"), TD_VIEW("happened"), 0};
    *td_push(arena, &denied->claims) = (td_claim){small_store_at(store, 1, "denied"), TD_VIEW("denied"), 10};
}

static void add_text(td_arena *arena, td_ledger_entry *entry, const char *name, const char *text) {
    *td_push(arena, &entry->fields) =
        (td_field){.name = name, .type = text ? TD_FIELD_TEXT : TD_FIELD_NULL, .text = td_view_of(text)};
}

static void write_ledgers(small_store *store, td_arena *arena) {
    td_ledger_entry *leaves = td_push(arena, &store->record.ledgers);
    *leaves = (td_ledger_entry){.id = TD_VIEW("l0000000000000001"),
                                .ledger = TD_LEDGER_FORCES,
                                .entry = TD_VIEW("leaves"),
                                .interval = td_interval_day(td_day_of(2021, 5, 3)),
                                .modality = TD_MODALITY_HAPPENED,
                                .status = TD_VIEW("done"),
                                .event = 1,
                                .story = 0};
    add_text(arena, leaves, "force", "Ferries & boats");
    add_text(arena, leaves, "what", NULL);
    *td_push(arena, &leaves->evidence) = small_store_at(store, 0, "The last ferries left Öreby on Monday");
    *td_push(arena, &leaves->evidence) = small_store_at(store, 1, "ferries had left");
    td_ledger_entry *toll = td_push(arena, &store->record.ledgers);
    *toll = (td_ledger_entry){.id = TD_VIEW("l0000000000000002"),
                              .ledger = TD_LEDGER_TOLL,
                              .entry = TD_VIEW("wounded"),
                              .interval = td_interval_day(td_day_of(2021, 5, 3)),
                              .modality = TD_MODALITY_HAPPENED,
                              .status = TD_VIEW("current"),
                              .event = TD_NONE,
                              .story = 0};
    add_text(arena, toll, "category", "wounded");
    *td_push(arena, &toll->fields) = (td_field){.name = "value", .type = TD_FIELD_NUMBER, .number = 12};
    *td_push(arena, &toll->fields) = (td_field){.name = "low", .type = TD_FIELD_NUMBER, .number = 12};
    *td_push(arena, &toll->fields) = (td_field){.name = "high", .type = TD_FIELD_NULL};
    add_text(arena, toll, "bound", "at_least");
    add_text(arena, toll, "unit", "people");
    *td_push(arena, &toll->evidence) = small_store_at(store, 0, "At least 12 people");
    td_ledger_entry *said = td_push(arena, &store->record.ledgers);
    *said = (td_ledger_entry){.id = TD_VIEW("l0000000000000003"),
                              .ledger = TD_LEDGER_STATEMENTS,
                              .entry = TD_VIEW("quotation"),
                              .interval = td_interval_day(td_day_of(2021, 5, 3)),
                              .modality = TD_MODALITY_HAPPENED,
                              .event = TD_NONE,
                              .story = 0};
    add_text(arena, said, "speaker", "Ada Lind");
    add_text(arena, said, "content", "We <b>stop</b> here");
    add_text(arena, said, "kind", "direct");
    *td_push(arena, &said->evidence) = small_store_at(store, 0, "We <b>stop</b> here");
    *td_push(arena, &said->evidence) = small_store_at(store, 2, "We <b>stop</b> here");
}

static const td_report *report_of(void *context, td_index report) {
    small_store *store = context;
    store->reads++;
    return store->unreadable ? NULL : &store->reports[report];
}

void small_store_make(small_store *store, td_arena *arena) {
    memset(store, 0, sizeof *store);
    write_reports(store, arena);
    write_entity(&store->record, arena);
    write_stories(store, arena);
    write_events(store, arena);
    write_findings(store, arena);
    write_ledgers(store, arena);
    store->source = (td_view_source){.record = &store->record,
                                     .report_ids = store->ids,
                                     .report_count = SMALL_REPORTS,
                                     .context = store,
                                     .report = report_of,
                                     .decisions = &store->decisions};
}

void small_store_make_empty(small_store *store) {
    memset(store, 0, sizeof *store);
    store->source = (td_view_source){.record = &store->record,
                                     .report_ids = store->ids,
                                     .context = store,
                                     .report = report_of,
                                     .decisions = &store->decisions};
}
