/*
 * Who the speaker is.
 * Input: attributions with the words of their speakers, mentions with their entities. Output: the speakers' entities,
 * addressees and relays, and the mentions that "I" makes inside a quotation.
 *
 * Of the speaker's words those before the first preposition count: "a spokesman for the ministry" is not the
 * ministry. A statement is its author's, told beside it or where a statement was last spoken of.
 */

#include "mention/mention.h"
#include "mention/quotes.h"

static bool is_document(const td_quoting *quoting, td_index i) {
    static const char *const words[] = {"statement", "communique", "release",  "letter",
                                        "report",    "memo",       "document", NULL};
    for (int k = 0; words[k]; k++)
        if (td_quoting_is(quoting, i, words[k])) return true;
    return false;
}

/* The part of a speaker's words that names him: up to a preposition, a comma or a relative clause. */
static td_token_range core_of(const td_quoting *quoting, td_token_range range) {
    td_token_range core = range;
    for (td_index i = range.first; i < range.end; i++) {
        const td_token *token = td_quoting_token(quoting, i);
        bool stops = token->part_of_speech == TD_POS_ADPOSITION || token->part_of_speech == TD_POS_PUNCTUATION ||
                     td_quoting_is(quoting, i, "who") || td_quoting_is(quoting, i, "which");
        bool hyphen = td_quoting_is(quoting, i, "-");
        if (!stops || hyphen || i == range.first) continue;
        core.end = i;
        break;
    }
    return core;
}

/* Is the mention followed by a possessive, so that it owns the speaker rather than being him? */
static bool owns(const td_quoting *quoting, const td_mention *mention) {
    td_index next = td_report_token_at(quoting->report, mention->span.end);
    if (next >= quoting->report->tokens.count) return false;
    td_view text = td_quoting_text(quoting, next);
    return td_view_equal(text, TD_VIEW("'s")) || td_view_equal(text, TD_VIEW("\xE2\x80\x99s")) ||
           td_view_equal(text, TD_VIEW("'"));
}

static int rank_of(const td_quoting *quoting, const td_mention *mention, td_span core, uint32_t end) {
    if (mention->entity == TD_NONE || mention->form == TD_FORM_DEMONYM) return 0;
    if (mention->span.end < end && owns(quoting, mention)) return 0;
    bool at_end = mention->span.end == core.end, whole = at_end && mention->span.start <= core.start + 4;
    if (mention->form == TD_FORM_PRONOUN && !whole) return 0;
    if (mention->kind == TD_ENTITY_PERSON && at_end) return 4;
    return at_end ? 3 : mention->kind == TD_ENTITY_PERSON && mention->form == TD_FORM_NAME ? 2 : 0;
}

/* "Weiss and Okoro": several speak, and one entity would be wrong. */
static bool joins_several(const td_quoting *quoting, td_token_range core) {
    for (td_index i = core.first + 1; i + 1 < core.end; i++)
        if (td_quoting_is(quoting, i, "and") && td_quoting_token(quoting, i + 1)->features & TD_FEATURE_CAPITAL)
            return true;
    return false;
}

/* "The envoy for Yemen, Anna Weiss, who ...": the person named behind the first comma. */
static td_index apposed_person(const td_quoting *quoting, td_token_range range) {
    const td_report *report = quoting->report;
    td_index comma = range.first;
    while (comma < range.end && !td_quoting_is(quoting, comma, ",")) comma++;
    if (comma + 1 >= range.end) return TD_NONE;
    td_index n = td_report_mention_from(report, td_quoting_token(quoting, comma + 1)->span.start);
    if (n >= report->mentions.count) return TD_NONE;
    const td_mention *mention = &report->mentions.items[n];
    bool name = mention->kind == TD_ENTITY_PERSON && mention->form == TD_FORM_NAME;
    return name && mention->span.start <= td_quoting_token(quoting, comma + 1)->span.end + 8 ? mention->entity
                                                                                             : TD_NONE;
}

td_index td_quote_entity_of(const td_quoting *quoting, td_token_range range) {
    if (!td_range_present(range)) return TD_NONE;
    const td_report *report = quoting->report;
    if (range.end - range.first > 1 && td_quoting_token(quoting, range.end - 1)->part_of_speech == TD_POS_PARTICLE)
        range.end--; /* "Oslo's claim" is Oslo's */
    td_token_range core = core_of(quoting, range);
    td_span words = td_range_span(quoting, core), all = td_range_span(quoting, range);
    bool document = is_document(quoting, core.end - 1);
    td_index best = TD_NONE;
    int best_rank = 0;
    for (td_index n = td_report_mention_from(report, all.start);
         n < report->mentions.count && report->mentions.items[n].span.end <= all.end; n++) {
        const td_mention *mention = &report->mentions.items[n];
        int rank = td_span_contains(words, mention->span) ? rank_of(quoting, mention, words, all.end) : 0;
        bool author = document && mention->entity != TD_NONE &&
                      (mention->kind == TD_ENTITY_ORGANISATION || mention->kind == TD_ENTITY_PERSON);
        if (author && rank == 0) rank = 1;
        if (rank > best_rank) best = mention->entity, best_rank = rank;
    }
    if (best != TD_NONE && joins_several(quoting, core)) return TD_NONE;
    return best != TD_NONE ? best : apposed_person(quoting, range);
}

td_view td_quote_relay_of(const td_quoting *quoting, td_token_range range) {
    static const char *const carriers[] = {"agencies", "media", NULL};
    if (td_range_present(range) && td_quoting_is_any(quoting, range.end - 1, carriers))
        return td_span_text(quoting->report->text, td_range_span(quoting, range));
    td_index entity = td_quote_entity_of(quoting, range);
    if (entity == TD_NONE) return TD_VIEW_ABSENT;
    const td_entity *known = &quoting->report->entities.items[entity];
    uint32_t actor;
    if (!td_view_present(known->knowledge) || !quoting->actors ||
        !td_actors_find(quoting->actors, known->knowledge, &actor))
        return TD_VIEW_ABSENT;
    td_view category = td_actors_get(quoting->actors, actor).category;
    bool carries = td_view_equal(category, TD_VIEW("agency")) || td_view_equal(category, TD_VIEW("media"));
    return carries ? known->name : TD_VIEW_ABSENT;
}

static bool speaks_of_statement(const td_quoting *quoting, const td_attribution *attribution) {
    const td_sentence *sentence = &quoting->report->sentences.items[attribution->sentence];
    td_index end = attribution->words.end + 6 < sentence->token_end ? attribution->words.end + 6 : sentence->token_end;
    for (td_index i = attribution->cue; i < end; i++)
        if (is_document(quoting, i)) return true;
    return false;
}

void td_quote_speakers_tell(td_quoting *quoting) {
    td_index author = TD_NONE; /* of the statement last spoken of */
    for (td_index n = 0; n < quoting->attributions.count; n++) {
        td_attribution *attribution = &quoting->attributions.items[n];
        attribution->entity = td_quote_entity_of(quoting, attribution->speaker);
        bool document = td_range_present(attribution->speaker) &&
                        is_document(quoting, core_of(quoting, attribution->speaker).end - 1);
        if (document && attribution->entity == TD_NONE) attribution->entity = author;
        if (attribution->entity != TD_NONE && (document || speaks_of_statement(quoting, attribution)))
            author = attribution->entity;
    }
}

void td_quote_first_persons(td_quoting *quoting) {
    td_report *report = quoting->report;
    uint32_t before = report->mentions.count;
    for (td_index n = 0; n < quoting->stretches.count; n++) {
        const td_stretch *stretch = &quoting->stretches.items[n];
        td_index speaker =
            stretch->attribution == TD_NONE ? TD_NONE : quoting->attributions.items[stretch->attribution].entity;
        if (speaker == TD_NONE || report->entities.items[speaker].kind != TD_ENTITY_PERSON) continue;
        for (td_index i = stretch->inside.first; i < stretch->inside.end; i++) {
            const td_name_word *word = td_names_find(quoting->names, td_quoting_token(quoting, i)->key);
            if (!td_name_is(word, TD_NAME_PRONOUN) || !td_view_equal(word->values[TD_NAME_PRONOUN], TD_VIEW("i")))
                continue;
            *td_push(quoting->arena, &report->mentions) = (td_mention){.span = td_quoting_token(quoting, i)->span,
                                                                       .kind = TD_ENTITY_PERSON,
                                                                       .form = TD_FORM_PRONOUN,
                                                                       .entity = speaker};
        }
    }
    if (report->mentions.count > before) td_mentions_sort(report);
}
