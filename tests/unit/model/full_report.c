/* A report with something in every field. Input: a number. Output: the report. */

#include "full_report.h"

#include <stdio.h>
#include <stdlib.h>

static const char body[] = "Convoy reaches the città\n\n"
                           "By A. Writer\n\n"
                           "Envoy Zoë Quill said on 3 May that \xE2\x80\x9C"
                           "at least 40 trucks\xE2\x80\x9D left Öreby.\n"
                           "The council, \xF0\x9F\x9A\x9A in tow, \"denied\" it.\x01 \\ Nobody was hurt.\n";

td_span span_of(const td_report *report, const char *words) {
    size_t at = td_view_find(report->text, td_view_of(words), 0);
    if (at == SIZE_MAX) {
        fprintf(stderr, "no \"%s\" in the text\n", words);
        exit(99);
    }
    return (td_span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static void push_index(td_arena *arena, td_index_array *indices, td_index index) {
    *td_push(arena, indices) = index;
}

static void add_head(td_report *report, td_arena *arena, unsigned number) {
    report->source = td_arena_format(arena, "wire/convoy%u.txt", number);
    report->digest = TD_VIEW("00112233445566778899aabbccddeeff");
    report->media_type = TD_VIEW("text/plain");
    report->title = td_arena_format(arena, "Convoy %u reaches the città", number);
    *td_push(arena, &report->authors) = TD_VIEW("A. Writer");
    report->outlet = TD_VIEW("The Öreby Post");
    report->language = TD_VIEW("en");
    report->text = td_arena_format(arena, "%s#%u\n", body, number);
    report->published.interval = (td_interval){td_day_of(2014, 5, 3), td_day_of(2014, 5, 5)};
    report->published.origin = TD_PUBLISHED_INFERRED;
    *td_push(arena, &report->published.evidence) =
        (td_publication_evidence){.span = span_of(report, "3 May"), .says = TD_VIEW("told as past")};
    *td_push(arena, &report->published.evidence) =
        (td_publication_evidence){.span = TD_SPAN_NONE, .says = TD_VIEW("the page's own date")};
    *td_push(arena, &report->boilerplate) =
        (td_boilerplate){.span = span_of(report, "Convoy reaches the città"), .kind = TD_BOILERPLATE_HEADLINE};
    *td_push(arena, &report->boilerplate) =
        (td_boilerplate){.span = span_of(report, "By A. Writer"), .kind = TD_BOILERPLATE_BYLINE};
    td_report_identify(report, arena);
}

static void add_sentences(td_report *report, td_arena *arena) {
    td_span first = td_span_join(span_of(report, "Envoy Zoë"), span_of(report, "Öreby."));
    td_span second = td_span_join(span_of(report, "The council"), span_of(report, "it."));
    *td_push(arena, &report->sentences) =
        (td_sentence){.span = span_of(report, "Convoy reaches the città"), .body = false};
    *td_push(arena, &report->sentences) =
        (td_sentence){.span = first, .body = true, .paragraph = 2, .token_start = 0, .token_end = 2};
    *td_push(arena, &report->sentences) =
        (td_sentence){.span = second, .body = true, .paragraph = 2, .token_start = 2, .token_end = 3};
    *td_push(arena, &report->tokens) = (td_token){.span = span_of(report, "Envoy"),
                                                  .lemma = TD_VIEW("envoy"),
                                                  .part_of_speech = TD_POS_NOUN,
                                                  .head = 2,
                                                  .relation = TD_VIEW("nsubj")};
    *td_push(arena, &report->tokens) = (td_token){.span = span_of(report, "said"),
                                                  .lemma = TD_VIEW("say"),
                                                  .part_of_speech = TD_POS_VERB,
                                                  .features = TD_FEATURE_PAST | TD_FEATURE_PARTICIPLE,
                                                  .head = 0,
                                                  .relation = TD_VIEW("root")};
    *td_push(arena, &report->tokens) = (td_token){.span = span_of(report, "denied"),
                                                  .lemma = TD_VIEW("deny"),
                                                  .part_of_speech = TD_POS_VERB,
                                                  .features = TD_FEATURE_PAST,
                                                  .head = TD_NONE};
}

static void add_entities(td_report *report, td_arena *arena) {
    td_entity *envoy = td_push(arena, &report->entities);
    envoy->kind = TD_ENTITY_PERSON;
    envoy->name = TD_VIEW("Zoë Quill");
    *td_push(arena, &envoy->aliases) = TD_VIEW("Quill");
    *td_push(arena, &envoy->roles) = TD_VIEW("envoy");
    td_entity *town = td_push(arena, &report->entities);
    *town = (td_entity){.kind = TD_ENTITY_PLACE,
                        .name = TD_VIEW("Öreby"),
                        .country = "SE",
                        .place = {.known = true,
                                  .latitude = -59.274,
                                  .longitude = 15.0000001,
                                  .precision = TD_PRECISION_SETTLEMENT,
                                  .gazetteer = TD_VIEW("invented"),
                                  .gazetteer_id = TD_VIEW("77"),
                                  .region = TD_VIEW("Inland")},
                        .knowledge = TD_VIEW("place:oreby")};
    *td_push(arena, &town->place.alternatives) = (td_place_candidate){
        .name = TD_VIEW("Öreby, Coast, SE"), .latitude = 1.0 / 3, .longitude = 1e-7, .gazetteer_id = TD_VIEW("78")};
    td_entity *council = td_push(arena, &report->entities);
    *council = (td_entity){.kind = TD_ENTITY_ORGANISATION, .name = TD_VIEW("council")};

    *td_push(arena, &report->mentions) = (td_mention){
        .span = span_of(report, "Envoy Zoë Quill"), .kind = TD_ENTITY_PERSON, .form = TD_FORM_NAME, .entity = 0};
    *td_push(arena, &report->mentions) =
        (td_mention){.span = span_of(report, "Öreby"), .kind = TD_ENTITY_PLACE, .form = TD_FORM_NAME, .entity = 1};
    td_mention *both = td_push(arena, &report->mentions);
    *both = (td_mention){
        .span = span_of(report, "The council"), .kind = TD_ENTITY_GROUP, .form = TD_FORM_NOMINAL, .entity = TD_NONE};
    push_index(arena, &both->group, 0);
    push_index(arena, &both->group, 2);
    *td_push(arena, &report->mentions) = (td_mention){
        .span = span_of(report, "Nobody"), .kind = TD_ENTITY_PERSON, .form = TD_FORM_PRONOUN, .entity = TD_NONE};
}

static void add_times_figures_quotes(td_report *report, td_arena *arena) {
    *td_push(arena, &report->times) = (td_time){.span = span_of(report, "3 May"),
                                                .type = TD_TIME_DATE,
                                                .value = TD_VIEW("2014-05-03"),
                                                .mod = TD_VIEW("APPROX"),
                                                .interval = td_interval_day(td_day_of(2014, 5, 3)),
                                                .anchor = TD_ANCHOR_DOCUMENT};
    *td_push(arena, &report->figures) = (td_figure){.span = span_of(report, "at least 40"),
                                                    .phrase = span_of(report, "at least 40 trucks"),
                                                    .value = {0, false},
                                                    .low = {40, true},
                                                    .high = {0, false},
                                                    .bound = TD_BOUND_AT_LEAST,
                                                    .unit = TD_VIEW("trucks"),
                                                    .counts = TD_VIEW("trucks"),
                                                    .category = TD_FIGURE_EQUIPMENT,
                                                    .cumulative = true,
                                                    .as_of = {td_day_of(2014, 5, 3), TD_DAY_UNKNOWN},
                                                    .place = 1,
                                                    .attribution = 0};
    *td_push(arena, &report->quotes) = (td_quote){.kind = TD_QUOTE_MIXED,
                                                  .content = span_of(report, "at least 40 trucks"),
                                                  .speaker = 0,
                                                  .speaker_span = span_of(report, "Envoy Zoë Quill"),
                                                  .cue = span_of(report, "said"),
                                                  .stance = TD_STANCE_CLAIM,
                                                  .addressee = 2,
                                                  .relay = TD_VIEW("Öreby Wire")};
    *td_push(arena, &report->quotes) = (td_quote){.kind = TD_QUOTE_FRAGMENT,
                                                  .content = span_of(report, "denied"),
                                                  .speaker = TD_NONE,
                                                  .speaker_span = TD_SPAN_NONE,
                                                  .cue = TD_SPAN_NONE,
                                                  .stance = TD_STANCE_DENY,
                                                  .addressee = TD_NONE};
}

static void add_events(td_report *report, td_arena *arena) {
    td_event *leaving = td_push(arena, &report->events);
    *leaving = (td_event){.trigger = span_of(report, "left"),
                          .clause = td_span_join(span_of(report, "at least"), span_of(report, "Öreby")),
                          .sentence = 1,
                          .type = TD_EVENT_RETREAT,
                          .mode = TD_VIEW("withdraw"),
                          .cameo = TD_VIEW("08"),
                          .object_span = span_of(report, "at least 40 trucks"),
                          .place = TD_NONE,
                          .place_from = 1,
                          .place_to = TD_NONE,
                          .interval = td_interval_day(td_day_of(2014, 5, 3)),
                          .time = 0,
                          .modality = TD_MODALITY_ALLEGED,
                          .background = true,
                          .source = 0,
                          .quote = 0,
                          .frame = TD_VIEW("leave"),
                          .ledgers = 1u << TD_LEDGER_FORCES | 1u << TD_LEDGER_STATEMENTS};
    push_index(arena, &leaving->actors, 0);
    push_index(arena, &leaving->actors, 2);
    push_index(arena, &leaving->targets, 2);
    push_index(arena, &leaving->objects, 1);
    push_index(arena, &leaving->figures, 0);
    *td_push(arena, &leaving->reasons) = TD_VIEW("\"said\" makes it a claim");
    *td_push(arena, &report->events) = (td_event){.trigger = span_of(report, "denied"),
                                                  .clause = TD_SPAN_NONE,
                                                  .sentence = TD_NONE,
                                                  .type = TD_EVENT_REJECT,
                                                  .object_span = TD_SPAN_NONE,
                                                  .place = TD_NONE,
                                                  .place_from = TD_NONE,
                                                  .place_to = TD_NONE,
                                                  .interval = TD_INTERVAL_OPEN,
                                                  .time = TD_NONE,
                                                  .modality = TD_MODALITY_HAPPENED,
                                                  .negated = true,
                                                  .source = TD_NONE,
                                                  .quote = TD_NONE};
    *td_push(arena, &report->happenings) = (td_event){.trigger = span_of(report, "hurt"),
                                                      .clause = span_of(report, "Nobody was hurt"),
                                                      .sentence = 2,
                                                      .type = TD_EVENT_COUNT,
                                                      .object_span = TD_SPAN_NONE,
                                                      .place = 1,
                                                      .place_from = TD_NONE,
                                                      .place_to = TD_NONE,
                                                      .interval = TD_INTERVAL_OPEN,
                                                      .time = TD_NONE,
                                                      .modality = TD_MODALITY_HAPPENED,
                                                      .negated = true,
                                                      .source = TD_NONE,
                                                      .quote = TD_NONE};
}

td_report full_report(td_arena *arena, unsigned number) {
    td_report report = {0};
    add_head(&report, arena, number);
    add_sentences(&report, arena);
    add_entities(&report, arena);
    add_times_figures_quotes(&report, arena);
    add_events(&report, arena);
    return report;
}
