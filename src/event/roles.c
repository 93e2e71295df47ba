/*
 * Who is what to an event.
 * Input: a predicate, the phrases that hang on it and its frame. Output: actors, targets, objects, the object's phrase
 * and figures of the event. Compound parties are split; what the frame calls an object is no target.
 */

#include <string.h>

#include "event/arguments.h"

static uint32_t roles_of(const td_frame *frame, td_slot slot) {
    for (uint32_t i = 0; i < frame->role_count; i++)
        if (frame->roles[i].slot.kind == slot.kind && frame->roles[i].slot.preposition == slot.preposition)
            return frame->roles[i].roles;
    return 0;
}

/* "the withdrawal of troops" is of its object, "the departure of the envoy" of its subject. */
static uint32_t roles_of_genitive(const td_predicate *predicate) {
    uint32_t roles =
        td_has_argument(predicate, TD_SLOT_OBJECT) ? 0 : roles_of(predicate->frame, (td_slot){TD_SLOT_OBJECT, 0});
    if (!roles && !td_has_argument(predicate, TD_SLOT_SUBJECT))
        roles = roles_of(predicate->frame, (td_slot){TD_SLOT_SUBJECT, 0});
    return roles;
}

void td_arguments_assign(const td_coder *coder, td_predicate *predicate) {
    uint32_t object_roles = 0;
    for (uint32_t i = 0; i < predicate->argument_count; i++) {
        td_argument *argument = &predicate->arguments[i];
        bool genitive = predicate->nominal && argument->slot.kind == TD_SLOT_PREPOSITION &&
                        argument->slot.preposition == coder->of_key;
        argument->roles = genitive ? roles_of_genitive(predicate) : roles_of(predicate->frame, argument->slot);
        if (argument->slot.kind == TD_SLOT_OBJECT || genitive) object_roles |= argument->roles;
    }
    /* "forces withdrew": the forces leave and are what leaves; "France withdrew its forces": the forces alone are. */
    if (object_roles & TD_ROLE_OBJECT)
        for (uint32_t i = 0; i < predicate->argument_count; i++)
            if (predicate->arguments[i].slot.kind == TD_SLOT_SUBJECT)
                predicate->arguments[i].roles &= ~(uint32_t)TD_ROLE_OBJECT;
}

/* --- what the act is about ------------------------------------------------------ */

static bool is_where_it_moves(const td_predicate *predicate, uint32_t node) {
    for (uint32_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].node == node)
            return predicate->arguments[i].roles & (TD_ROLE_PLACE_FROM | TD_ROLE_PLACE_TO);
    return false;
}

/* The last dependent in front of `stop`, TD_NONE where the phrase ends with its own head. */
static uint32_t last_dependent(const td_coder *coder, uint32_t node, uint32_t stop) {
    uint32_t last = TD_NONE;
    for (td_each_child(c, &coder->tree, node))
        if (c > node && c < stop && coder->tree.nodes[c].relation != TD_RELATION_PUNCT) last = c;
    return last;
}

#define DEEPEST_TAIL 12 /* dependents at the end of an object that are looked at */

static bool is_letter_or_digit(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* "a cessation of hostilities brokered by": the whole and not the part. */
static uint32_t whole_of(const td_coder *coder, const td_predicate *predicate, uint32_t node) {
    uint32_t above = coder->tree.nodes[node].head;
    for (uint32_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].slot.kind == TD_SLOT_OBJECT && predicate->arguments[i].node == above &&
            above < node)
            return above;
    return node;
}

static void cover(td_span *phrase, td_span other) {
    if (other.start < phrase->start) phrase->start = other.start;
    if (other.end > phrase->end) phrase->end = other.end;
}

/* The phrase with the whole of its name ("al-Neel Street") and of its hyphenated words ("cease-fire", "S-400"). */
static td_span whole_words(const td_coder *coder, uint32_t node) {
    const td_node *here = &coder->tree.nodes[node];
    td_span phrase = td_tree_phrase(&coder->tree, node);
    if (here->mention != TD_NONE) cover(&phrase, coder->report->mentions.items[here->mention].span);
    if (here->joined) cover(&phrase, td_tree_span(&coder->tree, here->join_left, here->join_right));
    td_view text = coder->report->text;
    while (phrase.start > 0 && is_letter_or_digit(text.bytes[phrase.start - 1])) phrase.start--;
    return phrase;
}

/* What tells of the act and not of its object: whence, whither, when, and clauses of their own. */
static bool is_foreign(const td_coder *coder, const td_predicate *predicate, uint32_t node) {
    switch (coder->tree.nodes[node].relation) {
    case TD_RELATION_ACL:
    case TD_RELATION_ACL_RELCL:
    case TD_RELATION_ADVCL:
    case TD_RELATION_PARATAXIS:
        return true;
    case TD_RELATION_NMOD:
    case TD_RELATION_OBL:
        return is_where_it_moves(predicate, node) || td_node_is_time(coder, node);
    default:
        return false;
    }
}

/* The object's words, without what is foreign at their end. */
static td_span object_phrase(const td_coder *coder, const td_predicate *predicate, uint32_t node) {
    node = whole_of(coder, predicate, node);
    td_span phrase = whole_words(coder, node);
    /* "peace talks": what stands in front of a noun says little without it. */
    bool in_front = predicate->nominal && node < predicate->node && coder->tree.nodes[node].head == predicate->node;
    if (in_front) return (td_span){phrase.start, coder->tree.nodes[predicate->node].token->span.end};
    uint32_t stop = coder->tree.count;
    for (int depth = 0; depth < DEEPEST_TAIL; depth++) {
        uint32_t last = last_dependent(coder, node, stop);
        if (last == TD_NONE) break;
        uint32_t left = coder->tree.nodes[last].left, before = left > 0 ? left - 1 : 0;
        uint32_t end = coder->tree.nodes[before].token->span.end;
        if (before >= node && end < phrase.end && is_foreign(coder, predicate, last)) {
            phrase.end = end;
            stop = left; /* what stands in front of it may be foreign too */
        } else {
            node = last;
        }
    }
    return phrase;
}

/* --- the event's lists --------------------------------------------------------- */

static void add_figures(const td_coder *coder, td_span phrase, td_event *event) {
    const td_report *report = coder->report;
    td_span sentence = report->sentences.items[coder->tree.sentence].span;
    uint32_t low = 0, high = report->figures.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (report->figures.items[middle].span.start < sentence.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < report->figures.count && report->figures.items[low].span.start < sentence.end; low++) {
        if (!td_span_contains(phrase, report->figures.items[low].span)) continue;
        bool there = false;
        for (uint32_t k = 0; k < event->figures.count; k++) there |= event->figures.items[k] == low;
        if (!there) *td_push(coder->arena, &event->figures) = low;
    }
}

static bool holds_index(const td_index_array *list, td_index index) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == index) return true;
    return false;
}

/* "the ministry said he had left": he is a person. */
static bool may_stand_for(const td_coder *coder, uint32_t pronoun, uint32_t speaker) {
    bool person = td_node_is(coder, pronoun, "he") || td_node_is(coder, pronoun, "she");
    td_index entity = td_phrase_entity(coder, speaker, UINT64_MAX);
    return !person || entity == TD_NONE || coder->report->entities.items[entity].kind == TD_ENTITY_PERSON;
}

/* The subject of a verb or of the one that it is coordinated with: "rejected the plan and said they opposed". */
static uint32_t subject_before(const td_coder *coder, uint32_t verb) {
    uint32_t subject = TD_NONE;
    for (int steps = 0; steps < 8 && subject == TD_NONE && verb != TD_NONE; steps++) {
        subject = td_tree_child(&coder->tree, verb, TD_RELATION_NSUBJ);
        verb = coder->tree.nodes[verb].relation == TD_RELATION_CONJ ? coder->tree.nodes[verb].head : TD_NONE;
    }
    return subject;
}

/* "Chad said it had left": a pronoun that nothing else resolves stands for the speaker. */
static uint32_t speaker_for(const td_coder *coder, const td_predicate *predicate, uint32_t node) {
    static const char *const pronouns[] = {"it", "they", "he", "she"};
    bool pronoun = false;
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) pronoun |= td_node_is(coder, node, pronouns[i]);
    if (!pronoun || td_phrase_entity(coder, node, UINT64_MAX) != TD_NONE) return node;
    uint32_t here = predicate->node;
    for (int level = 0; level < 4; level++) {
        uint32_t above;
        td_slot link;
        const td_governor *governor = td_governor_of(coder, here, &above, &link);
        if (above == TD_NONE) break;
        uint32_t subject = subject_before(coder, above);
        if (governor && governor->says && subject != TD_NONE && subject != node)
            return may_stand_for(coder, node, subject) ? subject : node;
        here = above;
    }
    return node;
}

/* "demanded that the rebels leave": the subject of the clause is the one addressed. */
static uint32_t addressed(const td_coder *coder, const td_argument *argument) {
    uint32_t behind = argument->node + 1;
    bool that = coder->tree.nodes[argument->node].token->part_of_speech == TD_POS_SUBORDINATOR &&
                td_node_is(coder, argument->node, "that") && behind < coder->tree.count;
    if (that && coder->tree.nodes[behind].mention != TD_NONE)
        return behind; /* "that Chad return the land", a noun to some */
    if (argument->slot.kind != TD_SLOT_CLAUSE) return argument->node;
    uint32_t subject = td_own_subject(coder, argument->node);
    return subject == TD_NONE ? argument->node : subject;
}

static void add_targets(const td_coder *coder, const td_index_array *found, td_event *event) {
    for (uint32_t i = 0; i < found->count; i++)
        if (!holds_index(&event->actors, found->items[i]) && !holds_index(&event->targets, found->items[i]))
            *td_push(coder->arena, &event->targets) = found->items[i];
}

/* The clause that says what is promised, threatened, stopped: in the object's place, or a gerund that is the object. */
static const td_argument *clause_about(const td_coder *coder, const td_predicate *predicate) {
    const td_argument *clause = td_argument_in(predicate, (td_slot){TD_SLOT_CLAUSE, 0});
    if (clause && clause->roles & TD_ROLE_TARGET && td_tree_is_verb(&coder->tree, clause->node)) return clause;
    const td_argument *object = td_argument_in(predicate, (td_slot){TD_SLOT_OBJECT, 0});
    return object && td_tree_is_verb(&coder->tree, object->node) ? object : NULL;
}

static bool is_condition(const td_coder *coder, uint32_t node) {
    uint32_t mark = coder->tree.nodes[node].relation == TD_RELATION_ADVCL
                        ? td_tree_child(&coder->tree, node, TD_RELATION_MARK)
                        : TD_NONE;
    return mark != TD_NONE && (td_node_is(coder, mark, "if") || td_node_is(coder, mark, "unless"));
}

/* "threatened to strike unless Chad withdrew": a threat is meant for whoever could meet its condition. */
static void take_target_of_condition(const td_coder *coder, uint32_t verb, td_event *event) {
    for (uint32_t i = verb + 1; i <= coder->tree.nodes[verb].right && event->targets.count == 0; i++) {
        uint32_t subject = is_condition(coder, i) ? td_own_subject(coder, i) : TD_NONE;
        if (subject == TD_NONE) continue;
        td_index_array found = {0};
        td_phrase_entities(coder, subject, TD_CLASS_ACTOR, &found);
        add_targets(coder, &found, event);
        if (event->targets.count)
            td_reason(coder, event, "Target: \"%.*s\", whom its condition names.",
                      TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, subject)));
    }
}

static bool is_foreign_to(const td_coder *coder, const td_event *event, td_index entity) {
    const char *country = coder->report->entities.items[entity].country;
    for (uint32_t i = 0; i < event->actors.count; i++)
        if (strcmp(coder->report->entities.items[event->actors.items[i]].country, country) == 0) return false;
    return country[0] != 0;
}

/* Who is touched by what is promised or threatened, told by this argument of it: "to resume attacks in Mali". */
static void take_touched(const td_coder *coder, const td_argument *argument, td_event *event) {
    bool party = argument->slot.kind == TD_SLOT_OBJECT || argument->slot.kind == TD_SLOT_INDIRECT, abroad = false;
    if (argument->slot.kind == TD_SLOT_PREPOSITION) {
        uint64_t classes = td_frames_classes(coder->frames, argument->slot.preposition);
        party = classes & coder->towards_class;
        abroad = !party && classes & coder->place_class;
    }
    if (!party && !abroad) return;
    td_index_array found = {0};
    td_phrase_entities(coder, argument->node, party ? TD_CLASS_ACTOR : TD_CLASS_COUNTRY, &found);
    if (party && found.count == 0) /* "cut off power to the enclave" */
        td_phrase_named(coder, argument->node, TD_CLASS_OF_KIND(TD_ENTITY_PLACE), &found);
    if (abroad && (found.count == 0 || !is_foreign_to(coder, event, found.items[0]))) return;
    add_targets(coder, &found, event);
    if (event->targets.count)
        td_reason(coder, event, "Target: \"%.*s\", whom it is about.",
                  TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, argument->node)));
}

/* Whom a promise, a threat or a demand is meant for where it does not say: whoever what is promised would touch. */
static void take_target_of_clause(const td_coder *coder, const td_predicate *predicate, td_event *event) {
    const td_argument *clause = clause_about(coder, predicate);
    if (event->actors.count == 0 || event->targets.count || !clause) return;
    if (event->type == TD_EVENT_THREATEN) take_target_of_condition(coder, predicate->node, event);
    td_predicate inner = {.node = clause->node};
    td_arguments_collect(coder, &inner);
    for (uint32_t i = 0; i < inner.argument_count && event->targets.count == 0; i++)
        take_touched(coder, &inner.arguments[i], event);
}

static void record_target(const td_coder *coder, const td_argument *argument, td_event *event) {
    const uint64_t things = TD_CLASS_OF_KIND(TD_ENTITY_EQUIPMENT) | TD_CLASS_OF_KIND(TD_ENTITY_FACILITY);
    uint32_t node = addressed(coder, argument);
    td_index_array found = {0};
    td_phrase_entities(coder, node, TD_CLASS_ACTOR, &found);
    add_targets(coder, &found, event);
    if (found.count == 0 &&
        event->type != TD_EVENT_COUNT) { /* "shelled the town": what is struck where nobody is named */
        td_phrase_named(coder, node, TD_CLASS_OF_KIND(TD_ENTITY_PLACE), &found);
        add_targets(coder, &found, event);
    }
    if (found.count)
        td_reason(coder, event, "Target: \"%.*s\" is %s.", TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, node)),
                  argument->path);
    td_phrase_named(coder, node, things, &event->objects);
}

static void record_argument(const td_coder *coder, const td_predicate *predicate, const td_argument *argument,
                            td_event *event) {
    uint32_t parties = TD_ROLE_ACTOR | TD_ROLE_TARGET | TD_ROLE_OBJECT;
    if (argument->roles & TD_ROLE_ACTOR) {
        uint32_t before = event->actors.count;
        td_phrase_entities(coder, argument->node, TD_CLASS_ACTOR, &event->actors);
        if (event->actors.count > before)
            td_reason(coder, event, "Actor: \"%.*s\" is %s.",
                      TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, argument->node)), argument->path);
    }
    if (argument->roles & TD_ROLE_TARGET) record_target(coder, argument, event);
    if (argument->roles & TD_ROLE_OBJECT) {
        td_phrase_named(coder, argument->node, UINT64_MAX, &event->objects);
        bool pronoun =
            coder->tree.nodes[argument->node].token->part_of_speech == TD_POS_PRONOUN; /* "us": says nothing */
        if (!td_span_present(event->object_span) && !pronoun)
            event->object_span = object_phrase(coder, predicate, argument->node);
    }
    if (argument->roles & parties) add_figures(coder, td_tree_phrase(&coder->tree, argument->node), event);
}

/* What is struck, trained or visited is what the act is about, where the frame names nothing else. */
static void take_target_as_object(const td_coder *coder, const td_predicate *predicate, td_event *event) {
    bool deed = event->type == TD_EVENT_ASSAULT || event->type == TD_EVENT_COERCE || event->type == TD_EVENT_AID;
    if (!deed) return;
    for (uint32_t i = 0; i < predicate->argument_count && !td_span_present(event->object_span); i++) {
        const td_argument *argument = &predicate->arguments[i];
        bool thing = argument->slot.kind == TD_SLOT_OBJECT && argument->roles & TD_ROLE_TARGET &&
                     !td_tree_is_verb(&coder->tree, argument->node) &&
                     coder->tree.nodes[argument->node].token->part_of_speech != TD_POS_PRONOUN;
        if (!thing) continue;
        event->object_span = object_phrase(coder, predicate, argument->node);
        add_figures(coder, event->object_span, event);
    }
}

/* What somebody agrees to, refuses or threatens, where it is a clause: "to reduce its forces". */
static void take_clause_as_object(const td_coder *coder, const td_predicate *predicate, td_event *event) {
    bool word = event->type == TD_EVENT_AGREE || event->type == TD_EVENT_REJECT || event->type == TD_EVENT_THREATEN;
    const td_argument *clause = td_argument_in(predicate, (td_slot){TD_SLOT_CLAUSE, 0});
    if (!word || !clause || clause->node < predicate->node || td_span_present(event->object_span)) return;
    if (!td_tree_is_verb(&coder->tree, clause->node)) return;
    event->object_span = object_phrase(coder, predicate, clause->node);
}

static bool has_own_actor(const td_predicate *predicate, const td_event *event) {
    if (event->actors.count == 0) return false;
    const td_argument *subject = td_argument_in(predicate, (td_slot){TD_SLOT_SUBJECT, 0});
    return !(predicate->nominal && subject && subject->path == td_lent_path);
}

static bool is_an_end(const td_coder *coder, const td_predicate *predicate, td_index entity) {
    for (uint32_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].roles & (TD_ROLE_PLACE_FROM | TD_ROLE_PLACE_TO) &&
            td_phrase_entity(coder, predicate->arguments[i].node, UINT64_MAX) == entity)
            return true;
    return false;
}

/*
 * Whose forces move, moves them, where nobody else is said to ("the departure of most of the Chadian troops"), or
 * beside the one who orders or announces it.
 */
static void take_owner_as_actor(const td_coder *coder, const td_predicate *predicate, td_event *event) {
    bool moves = event->type == TD_EVENT_RETREAT || event->type == TD_EVENT_MOBILIZE;
    if (!moves || has_own_actor(predicate, event) || !(event->ledgers & (1U << TD_LEDGER_FORCES))) return;
    for (uint32_t i = 0; i < predicate->argument_count; i++) {
        uint32_t node = predicate->arguments[i].node;
        if (!(predicate->arguments[i].roles & TD_ROLE_OBJECT)) continue;
        td_index_array owners = {0};
        uint32_t before = event->actors.count;
        td_phrase_entities(coder, node, TD_CLASS_ACTOR, &owners);
        for (uint32_t k = 0; k < owners.count; k++) /* "some of the forces from Mali" are not Mali's */
            if (!is_an_end(coder, predicate, owners.items[k]) && !holds_index(&event->actors, owners.items[k]))
                *td_push(coder->arena, &event->actors) = owners.items[k];
        if (event->actors.count == before) continue;
        td_reason(coder, event, "Actor: whose \"%.*s\" it is.", TD_VIEW_ARGUMENTS(td_tree_text(&coder->tree, node)));
        return;
    }
}

/* Whoever is to act is whom a demand is addressed to; of a promise or a threat he is the one who makes it. */
static bool asks(enum td_event_type type) {
    return type != TD_EVENT_AGREE && type != TD_EVENT_THREATEN;
}

void td_arguments_record(const td_coder *coder, const td_predicate *predicate, td_event *event) {
    /* Objects before subjects, so that "its forces" and not "the army" is what is withdrawn; actors before targets. */
    static const uint32_t order[] = {TD_ROLE_ACTOR, TD_ROLE_OBJECT, TD_ROLE_TARGET};
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (int objects = 1; objects >= 0; objects--)
            for (uint32_t i = 0; i < predicate->argument_count; i++) {
                td_argument argument = predicate->arguments[i];
                argument.roles &= order[k];
                if (argument.slot.kind == TD_SLOT_CLAUSE && !asks(predicate->frame->type)) continue;
                if (order[k] == TD_ROLE_ACTOR) argument.node = speaker_for(coder, predicate, argument.node);
                if (argument.roles && (argument.slot.kind == TD_SLOT_OBJECT) == objects)
                    record_argument(coder, predicate, &argument, event);
            }
    take_target_as_object(coder, predicate, event);
    take_clause_as_object(coder, predicate, event);
    take_owner_as_actor(coder, predicate, event);
    take_target_of_clause(coder, predicate, event);
}
