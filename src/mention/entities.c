/*
 * The finder of entities: its steps in order.
 * Input: sentences and tokens, the lexicon. Output: report->entities and report->mentions.
 */

#include "mention/coreference.h"
#include "mention/mention.h"
#include "mention/naming.h"

/* Entities without a mention are dropped, the others numbered in the order of their first mention. */
static td_index *number_entities(const td_naming *naming, td_arena *arena, td_index *kept) {
    td_index *numbers = TD_NEW_ARRAY(arena, naming->report->entities.count + 1, td_index);
    for (uint32_t i = 0; i < naming->report->entities.count; i++) numbers[i] = TD_NONE;
    *kept = 0;
    for (uint32_t i = 0; i < naming->candidates.count; i++) {
        const td_candidate *candidate = &naming->candidates.items[i];
        if (candidate->entity != TD_NONE && numbers[candidate->entity] == TD_NONE)
            numbers[candidate->entity] = (*kept)++;
        for (td_each(member, &candidate->group))
            if (numbers[*member] == TD_NONE) numbers[*member] = (*kept)++;
    }
    return numbers;
}

static void write_mention(td_naming *naming, const td_candidate *candidate, const td_index *numbers) {
    td_report *report = naming->report;
    td_mention *mention = td_push(naming->arena, &report->mentions);
    *mention = (td_mention){.span = td_candidate_span(naming, candidate),
                            .kind = candidate->kind,
                            .form = candidate->form,
                            .entity = candidate->entity == TD_NONE ? TD_NONE : numbers[candidate->entity]};
    for (td_each(member, &candidate->group)) *td_push(naming->arena, &mention->group) = numbers[*member];
}

/* A mention whose entity the text does not settle is one still, but for words that are perhaps no name. */
static bool is_mention(const td_candidate *candidate) {
    return candidate->entity != TD_NONE || candidate->form == TD_FORM_PRONOUN || candidate->form == TD_FORM_NOMINAL ||
           (candidate->form == TD_FORM_NAME && !candidate->doubtful);
}

static void write_all(td_naming *naming, const td_coreference *coreference) {
    td_report *report = naming->report;
    td_index kept;
    td_index *numbers = number_entities(naming, naming->arena, &kept);
    td_entity *entities = TD_NEW_ARRAY(naming->arena, kept + 1, td_entity);
    for (uint32_t i = 0; i < report->entities.count; i++)
        if (numbers[i] != TD_NONE) entities[numbers[i]] = report->entities.items[i];
    report->entities.items = entities;
    report->entities.count = kept;
    report->entities.capacity = kept + 1;
    for (uint32_t i = 0; i < naming->candidates.count; i++)
        if (is_mention(&naming->candidates.items[i])) write_mention(naming, &naming->candidates.items[i], numbers);
    td_coreference_write(coreference, report, numbers);
}

td_naming td_naming_begin(const td_lexicon *lexicon, td_report *report, td_arena *arena) {
    td_naming naming = {.phrases = td_lexicon_phrases(lexicon),
                        .towns = td_lexicon_towns(lexicon),
                        .places = td_lexicon_places(lexicon),
                        .actors = td_lexicon_actors(lexicon),
                        .names = td_lexicon_names(lexicon),
                        .units = td_lexicon_units(lexicon),
                        .names_model = td_lexicon_block(lexicon, TD_VIEW("names.model")),
                        .report = report,
                        .arena = arena};
    td_map *const maps[] = {&naming.small,    &naming.large,   &naming.of_actor,
                            &naming.of_place, &naming.of_name, &naming.seen_names};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) td_map_init(maps[i], arena);
    return naming;
}

void td_naming_read_names(td_naming *naming) {
    static void (*const steps[])(td_naming *) = {
        td_letter_case_read, td_name_spans_find, td_candidates_sort, td_name_kinds_agree, td_names_model_ask,
        td_towns_read,       td_metonyms_tell,   td_persons_merge,   td_names_merge,      td_places_resolve,
        td_roles_note,       td_references_find, td_candidates_sort,
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) steps[i](naming);
}

void td_find_entities(const td_lexicon *lexicon, td_report *report, td_arena *arena) {
    td_naming naming = td_naming_begin(lexicon, report, arena);
    td_naming_read_names(&naming);
    td_coreference coreference;
    td_coreference_begin(&coreference, &naming, arena);
    td_coreference_decide(&coreference, td_lexicon_block(lexicon, TD_VIEW("coreference.model")));
    td_coreference_settle(&coreference, &naming);
    td_candidates_sort(&naming);
    td_states_tell(&naming);
    write_all(&naming, &coreference);
}
