/*
 * A report back from the object that td_report_write_json() made.
 * Input: JSON. Output: the report without its tokens, offsets in bytes, checked
 * as td_report_check() does. The first field that is not as written is named.
 */

#include "base/utf8.h"
#include "model/json_read.h"
#include "model/report_json.h"

typedef struct reading {
    td_report *report;
    td_arena *arena;
    td_utf8_index points;
    uint32_t point_count;
    const char *list;           /* at hand, for messages */
    uint32_t at;                /* its member at hand, from 1 */
    const td_json_value *ahead; /* where the next member of the object at hand should stand */
    int status;                 /* the first failure sticks */
    td_error *error;
} reading;

static void refuse(reading *r, const char *field, const char *what) {
    if (r->status < 0) return;
    r->status = td_error_set(r->error, TD_ERROR_INPUT, "%s %u, field \"%s\": %s", r->list, r->at, field, what);
}

/* The member of that name, which must be there. Members stand in the order of our writing, so it is next. */
static const td_json_value *member(reading *r, const td_json_value *object, const char *field) {
    td_view key = td_view_of(field);
    const td_json_value *found = r->ahead;
    if (!found || !td_view_equal(found->key, key)) found = td_json_member(object, key);
    if (!found) refuse(r, field, "is missing");
    r->ahead = found ? found->next : NULL;
    return found;
}

static bool is_null(const td_json_value *value) {
    return !value || value->type == TD_JSON_NULL;
}

/* Into an object, and back to what follows it. */
static const td_json_value *enter(reading *r, const td_json_value *object) {
    const td_json_value *after = r->ahead;
    r->ahead = object ? object->first : NULL;
    return after;
}

static td_view read_text(reading *r, const td_json_value *object, const char *field) {
    const td_json_value *value = member(r, object, field);
    if (is_null(value)) return TD_VIEW_ABSENT;
    if (value->type != TD_JSON_STRING) refuse(r, field, "should be a string or null");
    return td_arena_copy(r->arena, td_json_string_of(value));
}

/* A string that lives as long as the input: labels, identifiers, days. */
static td_view peek_text(reading *r, const td_json_value *object, const char *field) {
    const td_json_value *value = member(r, object, field);
    if (!is_null(value) && value->type != TD_JSON_STRING) refuse(r, field, "should be a string or null");
    return td_json_string_of(value);
}

/* The label of one of the closed lists. */
#define READ_KIND(r, object, field, thing, target)                              \
    do {                                                                        \
        enum td_##thing kind_;                                                  \
        if (td_##thing##_from_label(peek_text((r), (object), (field)), &kind_)) \
            (target) = kind_;                                                   \
        else                                                                    \
            refuse((r), (field), "is none of the labels known");                \
    } while (0)

static bool read_flag(reading *r, const td_json_value *object, const char *field) {
    const td_json_value *value = member(r, object, field);
    if (value && value->type != TD_JSON_FLAG) refuse(r, field, "should be true or false");
    return value && value->flag;
}

static const td_json_value *read_array(reading *r, const td_json_value *object, const char *field) {
    const td_json_value *value = member(r, object, field);
    if (value && value->type == TD_JSON_ARRAY) return value;
    refuse(r, field, "should be a list");
    return NULL;
}

static td_quantity read_quantity(reading *r, const td_json_value *object, const char *field) {
    const td_json_value *value = member(r, object, field);
    td_quantity quantity = {0};
    if (is_null(value)) return quantity;
    quantity.known = td_json_number_of(value, &quantity.number);
    if (!quantity.known) refuse(r, field, "should be a number or null");
    return quantity;
}

static uint32_t read_count(reading *r, const td_json_value *object, const char *field) {
    int64_t number = 0;
    const td_json_value *value = member(r, object, field);
    if (!td_json_integer_of(value, &number) || number < 0 || number >= UINT32_MAX) {
        refuse(r, field, "should be a whole number");
        return 0;
    }
    return (uint32_t)number;
}

static void read_texts(reading *r, const td_json_value *object, const char *field, td_view_array *texts) {
    const td_json_value *array = read_array(r, object, field);
    if (!array) return;
    for (const td_json_value *item = array->first; item; item = item->next) {
        if (item->type != TD_JSON_STRING) refuse(r, field, "should hold strings");
        *td_push(r->arena, texts) = td_arena_copy(r->arena, item->text);
    }
}

static td_day read_day(reading *r, const td_json_value *object, const char *field) {
    td_day day = TD_DAY_UNKNOWN;
    td_view text = peek_text(r, object, field);
    if (td_view_present(text) && !td_day_parse(text, &day)) refuse(r, field, "should be a day, YYYY-MM-DD");
    return day;
}

static td_interval read_interval(reading *r, const td_json_value *object, const char *field) {
    const td_json_value *value = member(r, object, field), *after = enter(r, value);
    td_interval interval = {.from = read_day(r, value, "from"), .to = read_day(r, value, "to")};
    r->ahead = after;
    return interval;
}

/* "start" and "end" of `object`; both null where there is no span. */
static td_span read_offsets(reading *r, const td_json_value *object) {
    const td_json_value *start = member(r, object, "start"), *end = member(r, object, "end");
    if (is_null(start) && is_null(end)) return TD_SPAN_NONE;
    int64_t from, to;
    bool sound = td_json_integer_of(start, &from) && td_json_integer_of(end, &to) && from >= 0 && from <= to &&
                 to <= r->point_count;
    if (!sound) {
        refuse(r, "start", "and \"end\" should be offsets into the text");
        return TD_SPAN_NONE;
    }
    return (td_span){(uint32_t)td_utf8_offset_of(&r->points, (uint32_t)from),
                     (uint32_t)td_utf8_offset_of(&r->points, (uint32_t)to)};
}

static td_span read_span(reading *r, const td_json_value *object, const char *field) {
    const td_json_value *value = member(r, object, field);
    if (is_null(value)) return TD_SPAN_NONE;
    const td_json_value *after = enter(r, value);
    td_span span = read_offsets(r, value);
    r->ahead = after;
    return span;
}

/* The number behind the letter of an identifier, from 0. */
static td_index parse_id(reading *r, const td_json_value *value, const char *field, char letter, uint32_t count) {
    int64_t number = 0;
    if (is_null(value)) return TD_NONE;
    td_view id = td_json_string_of(value);
    bool sound = id.size > 1 && id.bytes[0] == letter && td_view_to_integer(td_view_slice(id, 1, id.size), &number) &&
                 number >= 1 && number <= count;
    if (sound) return (td_index)number - 1;
    refuse(r, field, "names nothing in this report");
    return TD_NONE;
}

static td_index read_id(reading *r, const td_json_value *object, const char *field, char letter, uint32_t count) {
    return parse_id(r, member(r, object, field), field, letter, count);
}

static td_index read_entity_id(reading *r, const td_json_value *object, const char *field) {
    return read_id(r, object, field, 'e', r->report->entities.count);
}

static void parse_ids(reading *r, const td_json_value *array, const char *field, char letter, uint32_t count,
                      td_index_array *indices) {
    if (!array) return;
    for (const td_json_value *item = array->first; item; item = item->next) {
        td_index index = parse_id(r, item, field, letter, count);
        if (index == TD_NONE) refuse(r, field, "holds null");
        *td_push(r->arena, indices) = index;
    }
}

static void read_entity_ids(reading *r, const td_json_value *object, const char *field, td_index_array *indices) {
    parse_ids(r, read_array(r, object, field), field, 'e', r->report->entities.count, indices);
}

/* Every member of the list at `field` of `object` into `list` by read_member(r, value, item). */
#define READ_LIST(r, object, field, target, read_member)                                                 \
    do {                                                                                                 \
        const td_json_value *array_ = read_array((r), (object), (field)), *after_ = (r)->ahead;          \
        const char *outer_list_ = (r)->list;                                                             \
        uint32_t outer_at_ = (r)->at;                                                                    \
        (r)->list = (field);                                                                             \
        (target)->capacity = array_ ? array_->count : 0;                                                 \
        (target)->items = td_arena_alloc_array((r)->arena, (target)->capacity, sizeof *(target)->items); \
        (target)->count = 0;                                                                             \
        for (const td_json_value *item_ = array_ ? array_->first : NULL; item_; item_ = item_->next) {   \
            (r)->at = (target)->count + 1;                                                               \
            (r)->ahead = item_->first;                                                                   \
            read_member((r), item_, &(target)->items[(target)->count++]);                                \
        }                                                                                                \
        (r)->list = outer_list_;                                                                         \
        (r)->at = outer_at_;                                                                             \
        (r)->ahead = after_;                                                                             \
    } while (0)

static void read_evidence(reading *r, const td_json_value *object, td_publication_evidence *evidence) {
    evidence->span = read_offsets(r, object);
    evidence->says = read_text(r, object, "says");
}

static void read_published(reading *r, const td_json_value *object, td_publication *published) {
    published->interval.from = read_day(r, object, "from");
    published->interval.to = read_day(r, object, "to");
    if (!td_publication_origin_from_label(peek_text(r, object, "origin"), &published->origin))
        refuse(r, "origin", "is none of the labels known");
    READ_LIST(r, object, "evidence", &published->evidence, read_evidence);
}

static void read_head(reading *r, const td_json_value *object) {
    td_report *report = r->report;
    /* The text first: every offset is one of its. */
    report->text = read_text(r, object, "text");
    if (!td_view_present(report->text) || report->text.size >= UINT32_MAX ||
        td_utf8_first_invalid(report->text) != SIZE_MAX) {
        report->text = TD_VIEW("");
        refuse(r, "text", "should be well-formed UTF-8 of less than 4 GiB");
    }
    td_utf8_index_init(&r->points, r->arena, report->text);
    r->point_count = td_utf8_points_before(&r->points, report->text.size);
    r->ahead = object->first;
    report->id = read_text(r, object, "id");
    report->source = read_text(r, object, "source");
    report->digest = read_text(r, object, "digest");
    report->media_type = read_text(r, object, "media_type");
    report->title = read_text(r, object, "title");
    read_texts(r, object, "authors", &report->authors);
    report->outlet = read_text(r, object, "outlet");
    report->agency = read_text(r, object, "agency");
    report->language = read_text(r, object, "language");
    const td_json_value *published = member(r, object, "published");
    enter(r, published);
    read_published(r, published, &report->published);
}

static void read_boilerplate(reading *r, const td_json_value *object, td_boilerplate *part) {
    part->span = read_offsets(r, object);
    READ_KIND(r, object, "kind", boilerplate_kind, part->kind);
}

static void read_sentence(reading *r, const td_json_value *object, td_sentence *sentence) {
    sentence->span = read_offsets(r, object);
    sentence->body = read_flag(r, object, "body");
    sentence->paragraph = read_count(r, object, "paragraph");
}

static void read_candidate(reading *r, const td_json_value *object, td_place_candidate *candidate) {
    candidate->name = read_text(r, object, "name");
    candidate->latitude = read_quantity(r, object, "latitude").number;
    candidate->longitude = read_quantity(r, object, "longitude").number;
    candidate->gazetteer_id = read_text(r, object, "gazetteer_id");
}

static void read_place(reading *r, const td_json_value *object, td_place *place) {
    const td_json_value *value = member(r, object, "place");
    if (is_null(value)) return;
    const td_json_value *after = enter(r, value);
    td_quantity latitude = read_quantity(r, value, "latitude"), longitude = read_quantity(r, value, "longitude");
    place->known = latitude.known && longitude.known;
    place->latitude = latitude.number;
    place->longitude = longitude.number;
    td_view precision = peek_text(r, value, "precision");
    if (td_view_present(precision) && !td_precision_from_label(precision, &place->precision))
        refuse(r, "precision", "is none of the labels known");
    place->gazetteer = read_text(r, value, "gazetteer");
    place->gazetteer_id = read_text(r, value, "gazetteer_id");
    place->region = read_text(r, value, "region");
    READ_LIST(r, value, "alternatives", &place->alternatives, read_candidate);
    r->ahead = after;
}

/* Null where the kind is not known. */
static enum td_entity_kind read_entity_kind(reading *r, const td_json_value *object) {
    enum td_entity_kind kind = TD_ENTITY_UNKNOWN;
    if (!is_null(member(r, object, "kind"))) READ_KIND(r, object, "kind", entity_kind, kind);
    return kind;
}

static void read_entity(reading *r, const td_json_value *object, td_entity *entity) {
    member(r, object, "id");
    entity->kind = read_entity_kind(r, object);
    entity->name = read_text(r, object, "name");
    read_texts(r, object, "aliases", &entity->aliases);
    td_view country = peek_text(r, object, "country");
    if (country.size < sizeof entity->country)
        memcpy(entity->country, country.size ? country.bytes : "", country.size);
    else
        refuse(r, "country", "should be two letters");
    read_texts(r, object, "roles", &entity->roles);
    read_place(r, object, &entity->place);
    entity->knowledge = read_text(r, object, "knowledge");
    entity->unnamed = !read_flag(r, object, "named");
}

static void read_mention(reading *r, const td_json_value *object, td_mention *mention) {
    uint32_t entities = r->report->entities.count;
    member(r, object, "id");
    mention->span = read_offsets(r, object);
    mention->kind = read_entity_kind(r, object);
    READ_KIND(r, object, "form", mention_form, mention->form);
    const td_json_value *entity = member(r, object, "entity");
    bool group = entity && entity->type == TD_JSON_ARRAY;
    mention->entity = group ? TD_NONE : parse_id(r, entity, "entity", 'e', entities);
    if (group) parse_ids(r, entity, "entity", 'e', entities, &mention->group);
}

static void read_time(reading *r, const td_json_value *object, td_time *time) {
    member(r, object, "id");
    time->span = read_offsets(r, object);
    READ_KIND(r, object, "type", time_type, time->type);
    time->value = read_text(r, object, "value");
    time->mod = read_text(r, object, "mod");
    time->interval = read_interval(r, object, "interval");
    READ_KIND(r, object, "anchor", time_anchor, time->anchor);
}

static void read_figure(reading *r, const td_json_value *object, td_figure *figure) {
    member(r, object, "id");
    figure->span = read_offsets(r, object);
    figure->phrase = read_span(r, object, "phrase");
    figure->value = read_quantity(r, object, "value");
    figure->low = read_quantity(r, object, "low");
    figure->high = read_quantity(r, object, "high");
    READ_KIND(r, object, "bound", bound, figure->bound);
    figure->unit = read_text(r, object, "unit");
    figure->counts = read_text(r, object, "counts");
    READ_KIND(r, object, "category", figure_category, figure->category);
    figure->cumulative = read_flag(r, object, "cumulative");
    figure->as_of = read_interval(r, object, "as_of");
    figure->place = read_entity_id(r, object, "place");
    figure->attribution = read_entity_id(r, object, "attribution");
    figure->attribution_span = read_span(r, object, "attribution_span");
}

static void read_quote(reading *r, const td_json_value *object, td_quote *quote) {
    member(r, object, "id");
    READ_KIND(r, object, "kind", quote_kind, quote->kind);
    quote->content = read_span(r, object, "content");
    quote->speaker = read_entity_id(r, object, "speaker");
    quote->speaker_span = read_span(r, object, "speaker_span");
    quote->cue = read_span(r, object, "cue");
    READ_KIND(r, object, "stance", stance, quote->stance);
    quote->addressee = read_entity_id(r, object, "addressee");
    quote->relay = read_text(r, object, "relay");
}

static void read_ledgers(reading *r, const td_json_value *object, td_event *event) {
    const td_json_value *array = read_array(r, object, "ledgers");
    for (const td_json_value *item = array ? array->first : NULL; item; item = item->next) {
        enum td_ledger_kind ledger;
        if (td_ledger_kind_from_label(td_json_string_of(item), &ledger))
            event->ledgers |= 1u << ledger;
        else
            refuse(r, "ledgers", "holds none of the labels known");
    }
}

static void read_event_arguments(reading *r, const td_json_value *object, td_event *event) {
    read_entity_ids(r, object, "actors", &event->actors);
    read_entity_ids(r, object, "targets", &event->targets);
    read_entity_ids(r, object, "objects", &event->objects);
    event->object_span = read_span(r, object, "object_span");
    event->place = read_entity_id(r, object, "place");
    event->place_from = read_entity_id(r, object, "place_from");
    event->place_to = read_entity_id(r, object, "place_to");
    event->interval = read_interval(r, object, "interval");
    event->time = read_id(r, object, "time", 't', r->report->times.count);
}

/* A happening has none. */
static enum td_event_type read_event_type(reading *r, const td_json_value *object) {
    enum td_event_type type = TD_EVENT_COUNT;
    td_view label = peek_text(r, object, "type");
    if (td_view_present(label) && !td_event_type_from_label(label, &type))
        refuse(r, "type", "is none of the labels known");
    return type;
}

static void read_event(reading *r, const td_json_value *object, td_event *event) {
    const td_report *report = r->report;
    member(r, object, "id");
    event->trigger = read_span(r, object, "trigger");
    event->clause = read_span(r, object, "clause");
    const td_json_value *sentence = member(r, object, "sentence");
    int64_t number = TD_NONE;
    if (!is_null(sentence) &&
        (!td_json_integer_of(sentence, &number) || number < 0 || number >= report->sentences.count))
        refuse(r, "sentence", "names no sentence of this report");
    event->sentence = (td_index)number;
    event->type = read_event_type(r, object);
    event->mode = read_text(r, object, "mode");
    event->cameo = read_text(r, object, "cameo");
    read_event_arguments(r, object, event);
    READ_KIND(r, object, "modality", modality, event->modality);
    event->negated = read_flag(r, object, "negated");
    event->background = read_flag(r, object, "background");
    event->source = read_entity_id(r, object, "source");
    event->quote = read_id(r, object, "quote", 'q', report->quotes.count);
    parse_ids(r, read_array(r, object, "figures"), "figures", 'f', report->figures.count, &event->figures);
    event->frame = read_text(r, object, "frame");
    read_ledgers(r, object, event);
    read_texts(r, object, "reasons", &event->reasons);
}

int td_report_read_json(td_view json, td_arena *arena, td_report *report, td_error *error) {
    reading r = {.report = report, .arena = arena, .list = "report", .at = 1, .error = error};
    *report = (td_report){0};
    const td_json_value *root;
    r.status = td_json_parse(json, arena, &root, error);
    if (r.status < 0) return r.status;
    r.ahead = root->first;
    const td_json_value *head = member(&r, root, "report");
    if (!head || head->type != TD_JSON_OBJECT) refuse(&r, "report", "should be an object");
    if (r.status < 0) return r.status;
    enter(&r, head);
    read_head(&r, head);
    r.ahead = head->next;
    READ_LIST(&r, root, "boilerplate", &report->boilerplate, read_boilerplate);
    READ_LIST(&r, root, "sentences", &report->sentences, read_sentence);
    READ_LIST(&r, root, "entities", &report->entities, read_entity);
    READ_LIST(&r, root, "mentions", &report->mentions, read_mention);
    READ_LIST(&r, root, "times", &report->times, read_time);
    READ_LIST(&r, root, "figures", &report->figures, read_figure);
    READ_LIST(&r, root, "quotes", &report->quotes, read_quote);
    TD_ARRAY(td_event) events = {0};
    READ_LIST(&r, root, "events", &events, read_event);
    if (r.status < 0) return r.status;
    for (td_each(event, &events)) {
        if (event->type == TD_EVENT_COUNT)
            *td_push(arena, &report->happenings) = *event;
        else
            *td_push(arena, &report->events) = *event;
    }
    td_error breach = TD_ERROR_INIT;
    if (td_report_check(report, &breach) < 0) return td_error_set(error, TD_ERROR_INPUT, "%s", breach.message);
    return 0;
}
