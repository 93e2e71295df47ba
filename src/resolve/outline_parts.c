/*
 * Entities, quotations, events and figures of an outline.
 * Input: the same of a report. Output: keys instead of indices, one list each;
 * places in a list equal those in the report's, but for entities, which stand
 * once for each key.
 */

#include "resolve/outline_parts.h"

#include "base/map.h"
#include "lexicon/word_key.h"
#include "resolve/content_words.h"
#include "resolve/resolve.h"

#define NAME_BYTES 120
#define LABEL_BYTES 60
#define OBJECT_BYTES 120
#define QUOTE_BYTES 400
#define CLAUSE_BYTES 90
#define CLAUSE_BEFORE 60 /* of these at most before the trigger */
/* A quotation is told by its first words; what follows them would only cost. */
#define QUOTE_TERMS 64
/* Of a sentence, for the day of a quotation. */
#define TIMES_LOOKED_AT 32

static td_view last_word(td_view name) {
    size_t start = name.size;
    while (start > 0 && name.bytes[start - 1] != ' ') start--;
    return td_view_slice(name, start, name.size);
}

static void describe_entity(td_outline_work *work, const td_entity *entity, td_outline_entity *made) {
    made->name = td_outline_keep(work, entity->name, NAME_BYTES);
    made->knowledge = td_outline_keep(work, entity->knowledge, NAME_BYTES);
    made->kind = (uint8_t)entity->kind;
    memcpy(made->country, entity->country, sizeof made->country);
    if (entity->kind == TD_ENTITY_PERSON) made->surname = td_word_key(last_word(entity->name));
    made->precision = (uint8_t)entity->place.precision;
    made->has_place = entity->place.known;
    if (entity->place.known) {
        made->latitude = entity->place.latitude;
        made->longitude = entity->place.longitude;
    }
}

void td_outline_entities(td_outline_work *work) {
    const td_report *report = work->report;
    work->entity_keys = TD_NEW_ARRAY(work->arena, report->entities.count, uint64_t);
    uint32_t *positions = TD_NEW_ARRAY(work->arena, report->entities.count, uint32_t);
    td_map known;
    td_map_init(&known, work->arena);
    for (td_index at = 0; at < report->entities.count; at++) {
        const td_entity *entity = &report->entities.items[at];
        positions[at] = TD_NONE;
        if (entity->unnamed) continue; /* "the talks": of this report alone */
        uint64_t key = work->entity_keys[at] = td_entity_key(entity);
        bool added;
        positions[at] = *td_map_put(&known, key, work->outline->entities.count, &added);
        if (!added) continue;
        td_outline_entity *made = td_push(work->arena, &work->outline->entities);
        made->key = key;
        describe_entity(work, entity, made);
    }
    for (td_each(mention, &report->mentions)) {
        if (td_report_in_boilerplate(report, mention->span)) continue;
        if (mention->entity < report->entities.count && positions[mention->entity] != TD_NONE)
            work->outline->entities.items[positions[mention->entity]].mentions++;
        for (td_each(member, &mention->group))
            if (*member < report->entities.count) work->outline->entities.items[positions[*member]].mentions++;
    }
}

/* The first time that ends after byte `offset`; times are in text order. */
static uint32_t first_time_after(const td_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->times.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->times.items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The day that the words around a quotation give it, not those inside. */
static td_interval said_on(const td_report *report, const td_quote *quote, td_index sentence) {
    if (sentence == TD_NONE) return TD_INTERVAL_OPEN;
    td_span span = report->sentences.items[sentence].span;
    uint32_t first = first_time_after(report, span.start);
    for (uint32_t at = first; at < report->times.count && at - first < TIMES_LOOKED_AT; at++) {
        const td_time *time = &report->times.items[at];
        if (time->span.start >= span.end) break;
        if (td_span_overlaps(time->span, quote->content)) continue;
        if (time->type == TD_TIME_DATE && td_interval_exact(time->interval)) return time->interval;
    }
    return TD_INTERVAL_OPEN;
}

void td_outline_quotes(td_outline_work *work) {
    const td_report *report = work->report;
    for (td_index at = 0; at < report->quotes.count; at++) {
        const td_quote *quote = &report->quotes.items[at];
        if (!td_stance_spoken(quote->stance)) continue; /* no statement */
        td_outline_quote *made = td_push(work->arena, &work->outline->quotes);
        made->index = at;
        made->sentence = td_report_sentence_at(report, quote->content.start);
        made->content = quote->content;
        made->cue = quote->cue;
        made->speaker = td_outline_entity_key(work, quote->speaker);
        made->addressee = td_outline_entity_key(work, quote->addressee);
        made->kind = (uint8_t)quote->kind;
        made->stance = (uint8_t)quote->stance;
        made->content_text = td_outline_keep(work, td_span_text(report->text, quote->content), QUOTE_BYTES);
        made->said = said_on(report, quote, made->sentence);
        made->terms_start = work->outline->terms.count;
        for (td_index token = td_report_token_at(report, quote->content.start);
             token < report->tokens.count && report->tokens.items[token].span.end <= quote->content.end; token++) {
            if (work->outline->terms.count - made->terms_start == QUOTE_TERMS) break;
            if (td_is_content_word(&report->tokens.items[token]))
                *td_push(work->arena, &work->outline->terms) = report->tokens.items[token].lemma_key;
        }
        made->terms_end = work->outline->terms.count;
    }
}

static void copy_arguments(const td_outline_work *work, const td_index_array *entities, uint64_t *keys) {
    uint32_t kept = 0;
    for (uint32_t at = 0; at < entities->count && kept < TD_OUTLINE_ARGUMENTS; at++) {
        uint64_t key = td_outline_entity_key(work, entities->items[at]);
        if (key) keys[kept++] = key;
    }
}

/* A verb by its lemma; a noun with the preposition that binds it to its object: "withdraw", "withdrawal of". */
static td_outline_text name_act(td_outline_work *work, const td_event *event, td_index at) {
    const td_token *trigger = &work->report->tokens.items[at];
    const td_token *next = at + 1 < work->report->tokens.count ? trigger + 1 : NULL;
    bool bound = trigger->part_of_speech == TD_POS_NOUN && next && next->part_of_speech == TD_POS_ADPOSITION &&
                 td_span_present(event->object_span) && event->object_span.start > next->span.end;
    td_outline_text text = td_outline_keep(work, trigger->lemma, LABEL_BYTES);
    if (!bound) return text;
    text.size += td_outline_keep(work, TD_VIEW(" "), 1).size;
    text.size += td_outline_keep(work, td_span_text(work->report->text, next->span), LABEL_BYTES).size;
    return text;
}

static bool has_three_words(td_view words) {
    size_t first = td_view_find(words, TD_VIEW(" "), 0);
    return first != SIZE_MAX && td_view_find(words, TD_VIEW(" "), first + 1) != SIZE_MAX;
}

/* Does the clause begin with what it speaks of, rather than with a word that hangs on others, or its verb? */
static bool stands_alone(const td_report *report, const td_event *event) {
    if (!td_span_present(event->clause) || !has_three_words(td_span_text(report->text, event->clause))) return false;
    td_index first = td_report_token_at(report, event->clause.start);
    if (first >= report->tokens.count || td_span_overlaps(report->tokens.items[first].span, event->trigger))
        return false;
    switch (report->tokens.items[first].part_of_speech) {
    case TD_POS_DETERMINER:
    case TD_POS_NOUN:
    case TD_POS_PROPER_NOUN:
    case TD_POS_ADJECTIVE:
    case TD_POS_NUMERAL:
        return true;
    default:
        return false;
    }
}

/* The latest that a title may begin: at a break of the sentence if there is one, else at a word. */
static size_t late_start(td_view text, size_t earliest, size_t trigger) {
    for (size_t at = earliest; at + 1 < trigger; at++) {
        bool breaks = strchr(",;:\"-", text.bytes[at]) != NULL && text.bytes[at] && text.bytes[at + 1] == ' ';
        if (breaks) return at + 2;
    }
    size_t start = earliest;
    while (start < trigger && text.bytes[start] != ' ') start++;
    return start < trigger ? start + 1 : trigger;
}

/* The end of a dateline, "QAMRA, 7 March (Meridian) - ", or `start`. */
static size_t after_dateline(td_view text, size_t start, size_t trigger) {
    size_t stop = start + CLAUSE_BEFORE < trigger ? start + CLAUSE_BEFORE : trigger;
    size_t dash = td_view_find(td_view_slice(text, start, stop), TD_VIEW(" - "), 0);
    return dash == SIZE_MAX ? start : start + dash + 3;
}

/* The words that tell an event, as they stand: its clause or sentence, as much around its trigger as a title holds. */
static td_outline_text keep_clause(td_outline_work *work, const td_event *event) {
    const td_report *report = work->report;
    td_span whole = event->trigger;
    if (stands_alone(report, event))
        whole = event->clause;
    else if (event->sentence < report->sentences.count)
        whole = report->sentences.items[event->sentence].span;
    size_t start = after_dateline(report->text, whole.start, event->trigger.start);
    if (event->trigger.start > start + CLAUSE_BEFORE)
        start = late_start(report->text, event->trigger.start - CLAUSE_BEFORE, event->trigger.start);
    td_view words = td_view_trim(td_view_slice(report->text, start, whole.end));
    while (words.size && (words.bytes[words.size - 1] == '.' || words.bytes[words.size - 1] == ',')) words.size--;
    td_outline_text kept = td_outline_keep(work, words, CLAUSE_BYTES);
    while (kept.size && strchr(", ", work->strings.items[kept.start + kept.size - 1])) kept.size--;
    return kept;
}

void td_outline_events(td_outline_work *work) {
    const td_report *report = work->report;
    for (td_index at = 0; at < report->events.count; at++) {
        const td_event *event = &report->events.items[at];
        td_index token = td_report_token_at(report, event->trigger.start);
        const td_token *trigger = token < report->tokens.count ? &report->tokens.items[token] : NULL;
        td_outline_event *made = td_push(work->arena, &work->outline->events);
        *made = (td_outline_event){.index = at,
                                   .sentence = event->sentence,
                                   .trigger = event->trigger,
                                   .clause = event->clause,
                                   .object_span = event->object_span,
                                   .interval = event->interval,
                                   .trigger_lemma = trigger ? trigger->lemma_key : 0,
                                   .trigger_act = trigger ? td_outline_act(trigger->lemma) : 0,
                                   .place = td_outline_entity_key(work, event->place),
                                   .place_from = td_outline_entity_key(work, event->place_from),
                                   .place_to = td_outline_entity_key(work, event->place_to),
                                   .source = td_outline_entity_key(work, event->source),
                                   .quote = event->quote,
                                   .ledgers = event->ledgers,
                                   .type = (uint8_t)event->type,
                                   .modality = (uint8_t)event->modality,
                                   .negated = event->negated,
                                   .background = event->background,
                                   .dated = event->time != TD_NONE,
                                   .verbal = trigger && trigger->part_of_speech == TD_POS_VERB};
        copy_arguments(work, &event->actors, made->actors);
        copy_arguments(work, &event->targets, made->targets);
        copy_arguments(work, &event->objects, made->objects);
        made->mode = td_outline_keep(work, event->mode, LABEL_BYTES);
        made->cameo = td_outline_keep(work, event->cameo, LABEL_BYTES);
        made->frame = td_outline_keep(work, event->frame, LABEL_BYTES);
        if (trigger) made->trigger_text = name_act(work, event, token);
        made->clause_text = keep_clause(work, event);
        made->object_text = td_outline_keep(work, td_span_text(report->text, event->object_span), OBJECT_BYTES);
        for (uint32_t slot = 0; slot < TD_OUTLINE_FIGURES; slot++)
            made->figures[slot] = slot < event->figures.count ? event->figures.items[slot] : TD_NONE;
    }
}

/* The head of what a figure counts: the last noun of the first run of nouns behind the number. */
static uint64_t counted_noun(const td_report *report, const td_figure *figure) {
    uint64_t head = 0;
    for (td_index at = td_report_token_at(report, figure->span.end);
         at < report->tokens.count && report->tokens.items[at].span.end <= figure->phrase.end; at++) {
        const td_token *token = &report->tokens.items[at];
        bool noun = token->part_of_speech == TD_POS_NOUN || token->part_of_speech == TD_POS_PROPER_NOUN;
        if (noun)
            head = token->lemma_key;
        else if (head)
            break;
    }
    if (!head && td_view_present(figure->counts) && figure->counts.size) head = td_word_key(last_word(figure->counts));
    return head;
}

void td_outline_figures(td_outline_work *work) {
    const td_report *report = work->report;
    for (td_index at = 0; at < report->figures.count; at++) {
        const td_figure *figure = &report->figures.items[at];
        td_outline_figure *made = td_push(work->arena, &work->outline->figures);
        *made = (td_outline_figure){.index = at,
                                    .sentence = td_report_sentence_at(report, figure->span.start),
                                    .span = figure->span,
                                    .phrase = figure->phrase,
                                    .value = figure->value.number,
                                    .low = figure->low.number,
                                    .high = figure->high.number,
                                    .value_known = figure->value.known,
                                    .low_known = figure->low.known,
                                    .high_known = figure->high.known,
                                    .bound = (uint8_t)figure->bound,
                                    .category = (uint8_t)figure->category,
                                    .cumulative = figure->cumulative,
                                    .unit = td_view_present(figure->unit) ? td_word_key(figure->unit) : 0,
                                    .counts = counted_noun(report, figure),
                                    .place = td_outline_entity_key(work, figure->place),
                                    .attribution = td_outline_entity_key(work, figure->attribution),
                                    .as_of = figure->as_of,
                                    .event = TD_NONE};
        made->unit_text = td_outline_keep(work, figure->unit, LABEL_BYTES);
        made->counts_text = td_outline_keep(work, figure->counts, NAME_BYTES);
    }
    for (td_index event = 0; event < report->events.count; event++)
        for (td_each(figure, &report->events.items[event].figures))
            if (*figure < work->outline->figures.count && work->outline->figures.items[*figure].event == TD_NONE)
                work->outline->figures.items[*figure].event = event;
}
