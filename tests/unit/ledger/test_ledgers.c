/* The seven ledgers: one entry an event, its fields, its status, its evidence. */

#include "harness.h"
#include "small_record.h"

static td_arena arena;

static small_record start(void) {
    return (small_record){.arena = &arena};
}

static void test_forces(void) {
    small_record made = start();
    td_index first = small_outline(&made, "r1", "1998-04-02"), second = small_outline(&made, "r2", "1998-04-03");
    uint64_t veldania = small_name(&made, "Veldania"), orsa = small_name(&made, "Orsa");
    td_outline_event *event =
        small_outline_event(&made, first, "withdraw.forces", TD_EVENT_RETREAT, TD_MODALITY_ORDERED, "the marines");
    event->actors[0] = veldania;
    event->place_from = orsa;
    small_outline_figure(&made, first, TD_FIGURE_TROOPS, 900);
    small_outline_event(&made, second, "withdraw.leave", TD_EVENT_RETREAT, TD_MODALITY_BEGUN, "");
    td_record_event *known = small_record_event(&made, first, TD_LEDGER_FORCES, "1998-04-01", "1998-04-02");
    known->modality = TD_MODALITY_BEGUN;
    small_member(&made, second);
    td_outline_event *stays =
        small_outline_event(&made, second, "stay.keep", TD_EVENT_MOBILIZE, TD_MODALITY_UNDER_WAY, "its base");
    stays->place = orsa;
    small_record_event(&made, second, TD_LEDGER_FORCES, "1998-04-03", NULL);
    small_keep(&made);

    CHECK_INTEGER(small_entries(&made, TD_LEDGER_FORCES), 2);
    const td_ledger_entry *entry = small_entry(&made, TD_LEDGER_FORCES, 0);
    CHECK_TEXT(entry->entry, "leaves");
    CHECK_TEXT(entry->status, "begun");
    CHECK_INTEGER(entry->evidence.count, 2);
    CHECK_INTEGER(entry->event, 0);
    CHECK_TEXT(small_text(entry, "force"), "Veldania");
    CHECK_TEXT(small_text(entry, "what"), "the marines");
    CHECK_TEXT(small_text(entry, "from"), "Orsa");
    CHECK(small_field(entry, "to")->type == TD_FIELD_NULL);
    CHECK_INTEGER(small_field(entry, "value")->number, 900);
    CHECK_TEXT(small_text(entry, "unit"), "people");
    entry = small_entry(&made, TD_LEDGER_FORCES, 1);
    CHECK_TEXT(entry->entry, "stays");
    CHECK_TEXT(small_text(entry, "place"), "Orsa");
    CHECK(small_field(entry, "value")->type == TD_FIELD_NULL);
}

/* Whose forces, not who orders them; who will not leave stays, unless it is denied that they leave. */
static void test_forces_that_stay(void) {
    static const enum td_modality modalities[] = {TD_MODALITY_PLANNED, TD_MODALITY_DENIED};
    for (int at = 0; at < 2; at++) {
        small_record made = start();
        td_index report = small_outline(&made, "r1", "1998-04-02");
        uint64_t veldania = small_name(&made, "Veldania"), almeida = small_name(&made, "Almeida");
        made.record.entities.items[0].kind = TD_ENTITY_ORGANISATION;
        made.record.entities.items[1].kind = TD_ENTITY_PERSON;
        td_outline_event *event =
            small_outline_event(&made, report, "withdraw.leave", TD_EVENT_RETREAT, modalities[at], "not all marines");
        event->actors[0] = almeida;
        event->actors[1] = veldania;
        td_record_event *known = small_record_event(&made, report, TD_LEDGER_FORCES, "1998-04-02", NULL);
        known->modality = modalities[at];
        known->negated = true;
        small_keep(&made);
        if (!CHECK_INTEGER(small_entries(&made, TD_LEDGER_FORCES), 1)) continue;
        const td_ledger_entry *entry = small_entry(&made, TD_LEDGER_FORCES, 0);
        CHECK_TEXT(entry->entry, at == 0 ? "stays" : "leaves");
        CHECK_TEXT(entry->status, at == 0 ? "planned" : "denied");
        CHECK_TEXT(small_text(entry, "force"), "Veldania");
    }
}

/* Left out by name, or not covered. */
static void test_exclusions(void) {
    small_record made = start();
    td_index report = small_outline(&made, "r1", "1998-04-02");
    small_outline_event(&made, report, "ceasefire.exclude", TD_EVENT_REJECT, TD_MODALITY_HAPPENED, "the sect");
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-04-01", "1998-04-01");
    small_outline_event(&made, report, "ceasefire.cover", TD_EVENT_RETREAT, TD_MODALITY_UNDER_WAY, "the sect");
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-04-02", "1998-04-02")->negated = true;
    small_keep(&made);
    if (!CHECK_INTEGER(small_entries(&made, TD_LEDGER_CEASEFIRE), 2)) return;
    for (uint32_t at = 0; at < 2; at++) {
        CHECK_TEXT(small_entry(&made, TD_LEDGER_CEASEFIRE, at)->entry, "exclusion");
        CHECK_TEXT(small_entry(&made, TD_LEDGER_CEASEFIRE, at)->status, "excluded");
    }
}

static void test_ceasefire(void) {
    small_record made = start();
    td_index report = small_outline(&made, "r1", "1998-04-02");
    uint64_t veldania = small_name(&made, "Veldania"), islanders = small_name(&made, "Islanders");
    td_outline_event *event =
        small_outline_event(&made, report, "ceasefire.hold", TD_EVENT_RETREAT, TD_MODALITY_UNDER_WAY, "a truce");
    event->actors[0] = veldania;
    event->targets[0] = islanders;
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-02-27", NULL);
    small_outline_event(&made, report, "ceasefire.violate", TD_EVENT_ASSAULT, TD_MODALITY_ALLEGED, "the truce");
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-03-10", "1998-03-10");
    small_outline_event(&made, report, "ceasefire.collapse", TD_EVENT_ASSAULT, TD_MODALITY_ENDED, "the truce");
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-04-01", "1998-04-01");
    small_outline_event(&made, report, "fight.shell", TD_EVENT_ASSAULT, TD_MODALITY_HAPPENED, "the port");
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-04-02", "1998-04-02");
    /* Fighting of nobody and nothing, and fighting that is only planned, say nothing of a truce. */
    small_outline_event(&made, report, "fight.clash", TD_EVENT_ASSAULT, TD_MODALITY_HAPPENED, "");
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-04-02", "1998-04-02");
    small_outline_event(&made, report, "fight.shell", TD_EVENT_ASSAULT, TD_MODALITY_PLANNED, "the pier");
    small_record_event(&made, report, TD_LEDGER_CEASEFIRE, "1998-04-02", "1998-04-02")->modality = TD_MODALITY_PLANNED;
    small_keep(&made);
    if (!CHECK(small_entries(&made, TD_LEDGER_CEASEFIRE) == 4)) return;
    CHECK_TEXT(small_entry(&made, TD_LEDGER_CEASEFIRE, 3)->entry, "fighting");
    const td_ledger_entry *truce = small_entry(&made, TD_LEDGER_CEASEFIRE, 0);
    CHECK_TEXT(truce->entry, "truce");
    CHECK_TEXT(truce->status, "in force");
    CHECK_TEXT(small_text(truce, "since"), "1998-02-27");
    CHECK_TEXT(small_text(truce, "parties"), "Veldania; Islanders");
    CHECK_TEXT(small_entry(&made, TD_LEDGER_CEASEFIRE, 1)->entry, "violation");
    CHECK_TEXT(small_entry(&made, TD_LEDGER_CEASEFIRE, 1)->status, "claimed");
    CHECK_TEXT(small_entry(&made, TD_LEDGER_CEASEFIRE, 2)->entry, "collapse");
    CHECK_TEXT(small_entry(&made, TD_LEDGER_CEASEFIRE, 2)->status, "over");
}

static void test_talks_and_timetable(void) {
    small_record made = start();
    td_index report = small_outline(&made, "r1", "1998-04-02");
    uint64_t lisbon = small_name(&made, "Lisbon"), envoy = small_name(&made, "The envoy"),
             rebels = small_name(&made, "Rebels");
    td_outline_event *opened =
        small_outline_event(&made, report, "talk.open", TD_EVENT_CONSULT, TD_MODALITY_BEGUN, "a third round of talks");
    opened->place = lisbon;
    small_record_event(&made, report, TD_LEDGER_TALKS, "1998-04-01", "1998-04-01");
    td_outline_event *ahead =
        small_outline_event(&made, report, "talk.resume_self", TD_EVENT_CONSULT, TD_MODALITY_PLANNED, "talks");
    ahead->place = lisbon;
    small_record_event(&made, report, TD_LEDGER_TALKS, "1998-05-10", "1998-05-12");
    td_outline_event *mediated =
        small_outline_event(&made, report, "talk.mediate", TD_EVENT_CONSULT, TD_MODALITY_HAPPENED, "");
    mediated->actors[0] = envoy;
    mediated->targets[0] = rebels;
    small_record_event(&made, report, TD_LEDGER_TALKS, NULL, NULL);
    small_outline_event(&made, report, "rule.election", TD_EVENT_COOPERATE, TD_MODALITY_PLANNED, "elections");
    small_record_event(&made, report, TD_LEDGER_TIMETABLE, "1998-09-01", "1998-09-30");
    small_outline_event(&made, report, "withdraw.forces", TD_EVENT_RETREAT, TD_MODALITY_HAPPENED, "troops");
    small_record_event(&made, report, TD_LEDGER_TIMETABLE, "1998-03-01", "1998-03-01");
    small_keep(&made);

    if (!CHECK(small_entries(&made, TD_LEDGER_TALKS) == 3)) return;
    const td_ledger_entry *round = small_entry(&made, TD_LEDGER_TALKS, 0);
    CHECK_TEXT(round->entry, "round");
    CHECK_TEXT(round->status, "opened");
    CHECK_TEXT(small_text(round, "round"), "third");
    CHECK_TEXT(small_text(round, "place"), "Lisbon");
    CHECK_TEXT(small_text(round, "next"), "1998-05-10");
    CHECK_TEXT(small_entry(&made, TD_LEDGER_TALKS, 1)->status, "scheduled");
    CHECK(small_field(small_entry(&made, TD_LEDGER_TALKS, 1), "next")->type == TD_FIELD_NULL);
    const td_ledger_entry *mediation = small_entry(&made, TD_LEDGER_TALKS, 2);
    CHECK_TEXT(small_text(mediation, "mediators"), "The envoy");
    CHECK_TEXT(small_text(mediation, "participants"), "Rebels");

    /* the talks ahead and the election, not the withdrawal that is over */
    if (!CHECK(small_entries(&made, TD_LEDGER_TIMETABLE) == 2)) return;
    CHECK_TEXT(small_entry(&made, TD_LEDGER_TIMETABLE, 0)->entry, "talks");
    const td_ledger_entry *election = small_entry(&made, TD_LEDGER_TIMETABLE, 1);
    CHECK_TEXT(election->entry, "election");
    CHECK_TEXT(small_text(election, "from"), "1998-09-01");
    CHECK_TEXT(small_text(election, "by"), "1998-09-30");
}

static void test_aid(void) {
    small_record made = start();
    td_index report = small_outline(&made, "r1", "1998-04-02");
    uint64_t convoy = small_name(&made, "Red Cross"), town = small_name(&made, "Besh");
    td_outline_event *event =
        small_outline_event(&made, report, "aid.deliver", TD_EVENT_AID, TD_MODALITY_HAPPENED, "flour");
    event->actors[0] = convoy;
    event->place = town;
    small_outline_figure(&made, report, TD_FIGURE_AID_RECIPIENTS, 5000);
    small_record_event(&made, report, TD_LEDGER_AID, "1998-04-01", "1998-04-01");
    small_outline_event(&made, report, "aid.block", TD_EVENT_COERCE, TD_MODALITY_HAPPENED, "a convoy");
    small_record_event(&made, report, TD_LEDGER_AID, "1998-04-02", "1998-04-02");
    small_keep(&made);
    if (!CHECK(small_entries(&made, TD_LEDGER_AID) == 2)) return;
    const td_ledger_entry *entry = small_entry(&made, TD_LEDGER_AID, 0);
    CHECK_TEXT(entry->entry, "delivery");
    CHECK_TEXT(small_text(entry, "by"), "Red Cross");
    CHECK_TEXT(small_text(entry, "place"), "Besh");
    CHECK_INTEGER(small_field(entry, "value")->number, 5000);
    CHECK_TEXT(small_entry(&made, TD_LEDGER_AID, 1)->entry, "blocked");
}

static void test_toll(void) {
    small_record made = start();
    const char *days[] = {"1998-04-01", "1998-04-01", "1998-04-02"};
    const double killed[] = {21, 21, 26};
    for (int at = 0; at < 3; at++) {
        td_index report = small_outline(&made, at == 0 ? "r1" : at == 1 ? "r2" : "r3", days[at]);
        small_outline_event(&made, report, "fight.kill", TD_EVENT_ASSAULT, TD_MODALITY_HAPPENED, "");
        small_outline_figure(&made, report, TD_FIGURE_KILLED, killed[at]);
        if (at == 0)
            small_record_event(&made, report, TD_LEDGER_TOLL, "1998-04-01", "1998-04-01");
        else
            small_member(&made, report);
    }
    small_outline_figure(&made, 2, TD_FIGURE_WOUNDED, 40);
    small_keep(&made);

    if (!CHECK(small_entries(&made, TD_LEDGER_TOLL) == 3)) return;
    for (uint32_t at = 0; at < 3; at++) {
        const td_ledger_entry *entry = small_entry(&made, TD_LEDGER_TOLL, at);
        CHECK_INTEGER(entry->event, 0);
        double value = small_field(entry, "value")->number;
        CHECK_TEXT(small_text(entry, "category"), value == 40 ? "wounded" : "killed");
        CHECK_TEXT(entry->status, value == 21 ? "superseded" : "current");
        CHECK_INTEGER(entry->evidence.count, value == 21 ? 2 : 1);
        CHECK_TEXT(small_text(entry, "bound"), "exact");
    }
}

/* "The toll rose to 33" in a headline is of the dead that the next sentence tells of. */
static void test_toll_of_headline(void) {
    small_record made = start();
    for (int at = 0; at < 2; at++) {
        td_index report = small_outline(&made, at ? "r2" : "r1", at ? "1998-04-02" : "1998-04-01");
        small_outline_event(&made, report, "fight.kill", TD_EVENT_ASSAULT, TD_MODALITY_HAPPENED, "")->ledgers =
            1U << TD_LEDGER_TOLL;
        made.outlines[report].events.items[0].sentence = 1;
        td_outline_figure *figure = small_outline_figure(&made, report, TD_FIGURE_KILLED, at ? 33 : 21);
        figure->sentence = at ? 0 : 1;
        figure->event = at ? TD_NONE : 0;
        figure->cumulative = at != 0;
        if (at == 0)
            small_record_event(&made, report, TD_LEDGER_TOLL, "1998-04-01", "1998-04-01");
        else
            small_member(&made, report);
    }
    small_keep(&made);
    if (!CHECK_INTEGER(small_entries(&made, TD_LEDGER_TOLL), 2)) return;
    for (uint32_t at = 0; at < 2; at++) {
        const td_ledger_entry *entry = small_entry(&made, TD_LEDGER_TOLL, at);
        CHECK_INTEGER(entry->event, 0);
        CHECK_TEXT(entry->status, small_field(entry, "value")->number == 21 ? "superseded" : "current");
    }
}

static void test_disputed_toll(void) {
    small_record made = start();
    for (int at = 0; at < 2; at++) {
        td_index report = small_outline(&made, at ? "r2" : "r1", "1998-04-01");
        small_outline_event(&made, report, "fight.kill", TD_EVENT_ASSAULT, TD_MODALITY_HAPPENED, "");
        small_outline_figure(&made, report, TD_FIGURE_KILLED, at ? 90 : 12);
        if (at == 0)
            small_record_event(&made, report, TD_LEDGER_TOLL, "1998-04-01", "1998-04-01");
        else
            small_member(&made, report);
    }
    td_conflict *conflict = td_push(&arena, &made.record.conflicts);
    conflict->kind = TD_CONFLICT_FIGURE;
    for (td_index at = 0; at < 2; at++)
        td_push(&arena, &conflict->claims)->evidence = (td_evidence){at, made.outlines[at].figures.items[0].span};
    small_keep(&made);
    CHECK_TEXT(small_entry(&made, TD_LEDGER_TOLL, 0)->status, "disputed");
    CHECK_TEXT(small_entry(&made, TD_LEDGER_TOLL, 1)->status, "disputed");
}

static void test_statements(void) {
    small_record made = start();
    td_index first = small_outline(&made, "r1", "1998-04-01"), second = small_outline(&made, "r2", "1998-04-02");
    uint64_t almeida = small_name(&made, "Governor Almeida"), rebels = small_name(&made, "Rebels");
    made.outlines[0].outlet = TD_VIEW("Harbour News");
    small_outline_quote(&made, first, almeida, "garrison leaves before autumn");
    small_outline_quote(&made, second, almeida, "garrison leaves before autumn")->addressee = rebels;
    small_outline_quote(&made, second, 0, "nobody known says these words");
    td_outline_event *event =
        small_outline_event(&made, second, "say.warn", TD_EVENT_THREATEN, TD_MODALITY_HAPPENED, "any raid");
    event->actors[0] = almeida;
    event->targets[0] = rebels;
    small_record_event(&made, second, TD_LEDGER_STATEMENTS, "1998-04-02", "1998-04-02");
    small_keep(&made);
    if (!CHECK(small_entries(&made, TD_LEDGER_STATEMENTS) == 2)) return;
    const td_ledger_entry *quotation = small_entry(&made, TD_LEDGER_STATEMENTS, 0);
    CHECK_TEXT(quotation->entry, "quotation");
    CHECK_TEXT(small_text(quotation, "speaker"), "Governor Almeida");
    CHECK_TEXT(small_text(quotation, "first_carried_by"), "Harbour News");
    CHECK_INTEGER(quotation->evidence.count, 2);
    const td_ledger_entry *warning = small_entry(&made, TD_LEDGER_STATEMENTS, 1);
    CHECK_TEXT(warning->entry, "warning");
    CHECK_TEXT(small_text(warning, "addressee"), "Rebels");
    CHECK_TEXT(small_text(warning, "content"), "any raid");
}

/* Every entry has evidence and an identifier of its own; the same record gives the same ones. */
static void test_identifiers(void) {
    td_view ids[2];
    for (int turn = 0; turn < 2; turn++) {
        small_record made = start();
        td_index report = small_outline(&made, "r1", "1998-04-02");
        small_outline_event(&made, report, "stay.keep", TD_EVENT_MOBILIZE, TD_MODALITY_UNDER_WAY, "its base");
        small_record_event(&made, report, TD_LEDGER_FORCES, "1998-04-03", NULL);
        small_keep(&made);
        const td_ledger_entry *entry = small_entry(&made, TD_LEDGER_FORCES, 0);
        CHECK(entry->evidence.count >= 1);
        ids[turn] = entry->id;
    }
    CHECK(td_view_equal(ids[0], ids[1]));
    CHECK_INTEGER(ids[0].size, 17);
    CHECK(ids[0].bytes[0] == 'l');
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 28);
    test_forces();
    test_forces_that_stay();
    test_exclusions();
    test_ceasefire();
    test_talks_and_timetable();
    test_aid();
    test_toll();
    test_toll_of_headline();
    test_disputed_toll();
    test_statements();
    test_identifiers();
    td_arena_release(&arena);
    return td_test_finish();
}
