/*
 * A report as the object that `tidings annotate` prints (tidings-jsonl(5)).
 * Input: a report. Output: JSON, every key present, null where the text gives
 * nothing, offsets in code points. Keys beyond the documented ones
 * ("object_span", "clause" ...) are what reading the report back needs.
 */

#include <stdio.h>

#include "base/utf8.h"
#include "model/report_json.h"

typedef struct writing {
    td_json *json;
    const td_report *report;
    const td_report_json_options *options;
    td_utf8_index points;
} writing;

static void write_text(writing *w, const char *key, td_view text) {
    td_json_key(w->json, key);
    td_json_text(w->json, text);
}

static void write_label(writing *w, const char *key, const char *label) {
    td_json_key(w->json, key);
    td_json_string(w->json, label);
}

static void write_entity_kind(writing *w, enum td_entity_kind kind) {
    write_label(w, "kind", kind == TD_ENTITY_UNKNOWN ? NULL : td_entity_kind_label(kind));
}

static void write_flag(writing *w, const char *key, bool value) {
    td_json_key(w->json, key);
    td_json_flag(w->json, value);
}

static void write_texts(writing *w, const char *key, const td_view_array *texts) {
    td_json_key(w->json, key);
    td_json_array_open(w->json);
    for (uint32_t at = 0; at < texts->count; at++) td_json_text(w->json, texts->items[at]);
    td_json_array_close(w->json);
}

static void write_interval(writing *w, const char *key, td_interval interval) {
    td_json_key(w->json, key);
    td_json_interval(w->json, interval);
}

/* "start" and "end" of the object at hand. */
static void write_offsets(writing *w, td_span span) {
    bool present = td_span_present(span);
    td_json_key(w->json, "start");
    if (present)
        td_json_integer(w->json, td_utf8_points_before(&w->points, span.start));
    else
        td_json_null(w->json);
    td_json_key(w->json, "end");
    if (present)
        td_json_integer(w->json, td_utf8_points_before(&w->points, span.end));
    else
        td_json_null(w->json);
}

static void write_span(writing *w, const char *key, td_span span) {
    td_json_key(w->json, key);
    if (!td_span_present(span)) {
        td_json_null(w->json);
        return;
    }
    td_json_object_open(w->json);
    write_offsets(w, span);
    td_json_object_close(w->json);
}

/* The identifier of a list's member: a letter and its number from 1. */
static void write_id(td_json *json, char letter, td_index index) {
    if (index == TD_NONE) {
        td_json_null(json);
        return;
    }
    char id[16];
    int size = snprintf(id, sizeof id, "%c%u", letter, index + 1);
    td_json_text(json, (td_view){id, (size_t)size});
}

static void write_entity_id(writing *w, td_index entity) {
    const td_view *given = w->options->entity_ids;
    if (given && entity != TD_NONE && td_view_present(given[entity]))
        td_json_text(w->json, given[entity]);
    else
        write_id(w->json, 'e', entity);
}

static void write_entity(writing *w, const char *key, td_index entity) {
    td_json_key(w->json, key);
    write_entity_id(w, entity);
}

static void write_entity_list(writing *w, const td_index_array *entities) {
    td_json_array_open(w->json);
    for (uint32_t at = 0; at < entities->count; at++) write_entity_id(w, entities->items[at]);
    td_json_array_close(w->json);
}

static void write_published(writing *w) {
    const td_publication *published = &w->report->published;
    td_json *json = w->json;
    td_json_key(json, "published");
    td_json_object_open(json);
    const td_day days[] = {published->interval.from, published->interval.to};
    for (int side = 0; side < 2; side++) {
        td_json_key(json, side == 0 ? "from" : "to");
        char day[11];
        if (days[side] == TD_DAY_UNKNOWN) {
            td_json_null(json);
            continue;
        }
        td_day_format(days[side], day);
        td_json_string(json, day);
    }
    write_label(w, "origin", td_publication_origin_label(published->origin));
    td_json_key(json, "evidence");
    td_json_array_open(json);
    for (td_each(evidence, &published->evidence)) {
        td_json_object_open(json);
        write_offsets(w, evidence->span);
        write_text(w, "says", evidence->says);
        td_json_object_close(json);
    }
    td_json_array_close(json);
    td_json_object_close(json);
}

static void write_head(writing *w) {
    const td_report *report = w->report;
    td_json_key(w->json, "report");
    td_json_object_open(w->json);
    write_text(w, "id", report->id);
    write_text(w, "source", report->source);
    write_text(w, "digest", report->digest);
    write_text(w, "media_type", report->media_type);
    write_text(w, "title", report->title);
    write_texts(w, "authors", &report->authors);
    write_text(w, "outlet", report->outlet);
    write_text(w, "agency", report->agency);
    write_text(w, "language", report->language);
    write_published(w);
    if (td_view_present(w->options->origin)) write_text(w, "origin", w->options->origin);
    write_text(w, "text", report->text);
    td_json_object_close(w->json);
}

static void write_boilerplate(writing *w, const td_boilerplate *part) {
    write_offsets(w, part->span);
    write_label(w, "kind", td_boilerplate_kind_label(part->kind));
}

static void write_sentence(writing *w, const td_sentence *sentence) {
    write_offsets(w, sentence->span);
    write_flag(w, "body", sentence->body);
    td_json_key(w->json, "paragraph");
    td_json_integer(w->json, sentence->paragraph);
}

/* Universal Dependencies features, in the order of their names. */
static td_view features_text(const td_token *token, char text[128]) {
    static const struct {
        uint32_t bit;
        const char *feature, *value;
    } table[] = {
        {TD_FEATURE_PLURAL, "Number", "Plur"},       {TD_FEATURE_THIRD, "Number", "Sing"},
        {TD_FEATURE_THIRD, "Person", "3"},           {TD_FEATURE_PAST | TD_FEATURE_PARTICIPLE, "Tense", "Past"},
        {TD_FEATURE_PRESENT, "Tense", "Pres"},       {TD_FEATURE_PAST | TD_FEATURE_PRESENT, "VerbForm", "Fin"},
        {TD_FEATURE_GERUND, "VerbForm", "Ger"},      {TD_FEATURE_INFINITIVE, "VerbForm", "Inf"},
        {TD_FEATURE_PARTICIPLE, "VerbForm", "Part"},
    };
    const char *last = "";
    int size = 0;
    for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
        if (!(token->features & table[k].bit)) continue;
        if (strcmp(last, table[k].feature) == 0)
            size += snprintf(text + size, 128 - (size_t)size, ",%s", table[k].value);
        else
            size +=
                snprintf(text + size, 128 - (size_t)size, "%s%s=%s", size ? "|" : "", table[k].feature, table[k].value);
        last = table[k].feature;
    }
    return size ? (td_view){text, (size_t)size} : TD_VIEW_ABSENT;
}

static void write_token(writing *w, const td_token *token) {
    char features[128];
    td_json_object_open(w->json);
    write_offsets(w, token->span);
    write_text(w, "text", td_span_text(w->report->text, token->span));
    write_text(w, "lemma", token->lemma);
    write_label(w, "upos", td_part_of_speech_label(token->part_of_speech));
    write_text(w, "feats", features_text(token, features));
    td_json_key(w->json, "head");
    if (token->head == TD_NONE)
        td_json_null(w->json);
    else
        td_json_integer(w->json, token->head);
    write_text(w, "deprel", token->relation);
    td_json_object_close(w->json);
}

/* One list of tokens a sentence. */
static void write_tokens(writing *w) {
    td_json_key(w->json, "tokens");
    td_json_array_open(w->json);
    for (td_each(sentence, &w->report->sentences)) {
        td_json_array_open(w->json);
        for (td_index at = sentence->token_start; at < sentence->token_end; at++)
            write_token(w, &w->report->tokens.items[at]);
        td_json_array_close(w->json);
    }
    td_json_array_close(w->json);
}

static void write_degrees(writing *w, bool known, double latitude, double longitude) {
    td_json_key(w->json, "latitude");
    if (known)
        td_json_number(w->json, latitude);
    else
        td_json_null(w->json);
    td_json_key(w->json, "longitude");
    if (known)
        td_json_number(w->json, longitude);
    else
        td_json_null(w->json);
}

static void write_place(writing *w, const td_place *place) {
    td_json *json = w->json;
    td_json_key(json, "place");
    if (!place->known && place->alternatives.count == 0) {
        td_json_null(json);
        return;
    }
    td_json_object_open(json);
    write_degrees(w, place->known, place->latitude, place->longitude);
    write_label(w, "precision", place->precision == TD_PRECISION_NONE ? NULL : td_precision_label(place->precision));
    write_text(w, "gazetteer", place->gazetteer);
    write_text(w, "gazetteer_id", place->gazetteer_id);
    write_text(w, "region", place->region);
    td_json_key(json, "alternatives");
    td_json_array_open(json);
    for (td_each(other, &place->alternatives)) {
        td_json_object_open(json);
        write_text(w, "name", other->name);
        write_degrees(w, true, other->latitude, other->longitude);
        write_text(w, "gazetteer_id", other->gazetteer_id);
        td_json_object_close(json);
    }
    td_json_array_close(json);
    td_json_object_close(json);
}

static void write_entity_members(writing *w, const td_entity *entity) {
    write_entity_kind(w, entity->kind);
    write_text(w, "name", entity->name);
    write_texts(w, "aliases", &entity->aliases);
    write_label(w, "country", entity->country[0] ? entity->country : NULL);
    write_texts(w, "roles", &entity->roles);
    write_place(w, &entity->place);
    write_text(w, "knowledge", entity->knowledge);
    write_flag(w, "named", !entity->unnamed);
}

static void write_mention(writing *w, const td_mention *mention) {
    write_offsets(w, mention->span);
    write_entity_kind(w, mention->kind);
    write_label(w, "form", td_mention_form_label(mention->form));
    td_json_key(w->json, "entity");
    if (mention->group.count > 0)
        write_entity_list(w, &mention->group);
    else
        write_entity_id(w, mention->entity);
}

static void write_time(writing *w, const td_time *time) {
    write_offsets(w, time->span);
    write_label(w, "type", td_time_type_label(time->type));
    write_text(w, "value", time->value);
    write_text(w, "mod", time->mod);
    write_interval(w, "interval", time->interval);
    write_label(w, "anchor", td_time_anchor_label(time->anchor));
}

static void write_quantity(writing *w, const char *key, td_quantity quantity) {
    td_json_key(w->json, key);
    if (quantity.known)
        td_json_number(w->json, quantity.number);
    else
        td_json_null(w->json);
}

static void write_figure(writing *w, const td_figure *figure) {
    write_offsets(w, figure->span);
    write_span(w, "phrase", figure->phrase);
    write_quantity(w, "value", figure->value);
    write_quantity(w, "low", figure->low);
    write_quantity(w, "high", figure->high);
    write_label(w, "bound", td_bound_label(figure->bound));
    write_text(w, "unit", figure->unit);
    write_text(w, "counts", figure->counts);
    write_label(w, "category", td_figure_category_label(figure->category));
    write_flag(w, "cumulative", figure->cumulative);
    write_interval(w, "as_of", figure->as_of);
    write_entity(w, "place", figure->place);
    write_entity(w, "attribution", figure->attribution);
    write_span(w, "attribution_span", figure->attribution_span);
}

static void write_quote(writing *w, const td_quote *quote) {
    write_label(w, "kind", td_quote_kind_label(quote->kind));
    write_span(w, "content", quote->content);
    write_entity(w, "speaker", quote->speaker);
    write_span(w, "speaker_span", quote->speaker_span);
    write_span(w, "cue", quote->cue);
    write_label(w, "stance", td_stance_label(quote->stance));
    write_entity(w, "addressee", quote->addressee);
    write_text(w, "relay", quote->relay);
}

static void write_event_arguments(writing *w, const td_event *event) {
    td_json_key(w->json, "actors");
    write_entity_list(w, &event->actors);
    td_json_key(w->json, "targets");
    write_entity_list(w, &event->targets);
    td_json_key(w->json, "objects");
    write_entity_list(w, &event->objects);
    write_span(w, "object_span", event->object_span);
    write_entity(w, "place", event->place);
    write_entity(w, "place_from", event->place_from);
    write_entity(w, "place_to", event->place_to);
    write_interval(w, "interval", event->interval);
    td_json_key(w->json, "time");
    write_id(w->json, 't', event->time);
}

static void write_event_sources(writing *w, const td_event *event) {
    td_json *json = w->json;
    write_entity(w, "source", event->source);
    td_json_key(json, "quote");
    write_id(json, 'q', event->quote);
    td_json_key(json, "figures");
    td_json_array_open(json);
    for (td_each(figure, &event->figures)) write_id(json, 'f', *figure);
    td_json_array_close(json);
    write_text(w, "frame", event->frame);
    td_json_key(json, "ledgers");
    td_json_array_open(json);
    for (unsigned k = 0; k < TD_LEDGER_COUNT; k++)
        if (event->ledgers & 1u << k) td_json_string(json, td_ledger_kind_label((enum td_ledger_kind)k));
    td_json_array_close(json);
    write_texts(w, "reasons", &event->reasons);
}

static void write_event(writing *w, const td_event *event) {
    write_span(w, "trigger", event->trigger);
    write_span(w, "clause", event->clause);
    td_json_key(w->json, "sentence");
    if (event->sentence == TD_NONE)
        td_json_null(w->json);
    else
        td_json_integer(w->json, event->sentence);
    write_label(w, "type", td_event_type_label(event->type));
    write_text(w, "mode", event->mode);
    write_text(w, "cameo", event->cameo);
    write_event_arguments(w, event);
    write_label(w, "modality", td_modality_label(event->modality));
    write_flag(w, "negated", event->negated);
    write_flag(w, "background", event->background);
    write_event_sources(w, event);
}

/* A list whose members have no identifiers. */
#define WRITE_LIST(w, name, list, write_member) \
    do {                                        \
        td_json_key((w)->json, name);           \
        td_json_array_open((w)->json);          \
        for (td_each(member, list)) {           \
            td_json_object_open((w)->json);     \
            write_member((w), member);          \
            td_json_object_close((w)->json);    \
        }                                       \
        td_json_array_close((w)->json);         \
    } while (0)

/* A list whose members are called by `letter` and their number. */
#define WRITE_NAMED_LIST(w, name, letter, list, write_member)                \
    do {                                                                     \
        td_json_key((w)->json, name);                                        \
        td_json_array_open((w)->json);                                       \
        for (td_each(member, list)) {                                        \
            td_json_object_open((w)->json);                                  \
            td_json_key((w)->json, "id");                                    \
            write_id((w)->json, letter, (td_index)(member - (list)->items)); \
            write_member((w), member);                                       \
            td_json_object_close((w)->json);                                 \
        }                                                                    \
        td_json_array_close((w)->json);                                      \
    } while (0)

static void write_entities(writing *w) {
    td_json_key(w->json, "entities");
    td_json_array_open(w->json);
    for (td_each(entity, &w->report->entities)) {
        td_json_object_open(w->json);
        write_entity(w, "id", (td_index)(entity - w->report->entities.items));
        write_entity_members(w, entity);
        td_json_object_close(w->json);
    }
    td_json_array_close(w->json);
}

static void write_event_object(writing *w, char letter, const td_event *event, const td_event *first) {
    td_json_object_open(w->json);
    td_json_key(w->json, "id");
    write_id(w->json, letter, (td_index)(event - first));
    write_event(w, event);
    td_json_object_close(w->json);
}

/* Events and happenings in one list, in text order. */
static void write_events(writing *w) {
    const td_event *event = w->report->events.items, *happening = w->report->happenings.items;
    const td_event *last_event = event + w->report->events.count;
    const td_event *last_happening = happening + w->report->happenings.count;
    td_json_key(w->json, "events");
    td_json_array_open(w->json);
    while (event < last_event || happening < last_happening) {
        bool coded = happening == last_happening ||
                     (event < last_event && event->trigger.start <= happening->trigger.start);
        if (coded)
            write_event_object(w, 'v', event++, w->report->events.items);
        else
            write_event_object(w, 'h', happening++, w->report->happenings.items);
    }
    td_json_array_close(w->json);
}

void td_report_write_json(td_json *json, const td_report *report, const td_report_json_options *options,
                          td_arena *scratch) {
    writing w = {.json = json, .report = report, .options = options};
    td_utf8_index_init(&w.points, scratch, report->text);
    td_json_object_open(json);
    write_head(&w);
    WRITE_LIST(&w, "boilerplate", &report->boilerplate, write_boilerplate);
    WRITE_LIST(&w, "sentences", &report->sentences, write_sentence);
    if (options->tokens) write_tokens(&w);
    write_entities(&w);
    WRITE_NAMED_LIST(&w, "mentions", 'm', &report->mentions, write_mention);
    WRITE_NAMED_LIST(&w, "times", 't', &report->times, write_time);
    WRITE_NAMED_LIST(&w, "figures", 'f', &report->figures, write_figure);
    WRITE_NAMED_LIST(&w, "quotes", 'q', &report->quotes, write_quote);
    write_events(&w);
    td_json_object_close(json);
}
