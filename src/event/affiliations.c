/*
 * Whose country a person, a group or a body acts for, where its name tells nothing of it.
 * Input: tokens, entities, mentions. Output: the country of entities that had none.
 *
 * Precedence, the first mention of an entity that tells a country settles it:
 *   1. the words in front of the name: "Chadian Foreign Minister X", "Chad's president, X", "the ruler of Chad, X";
 *   2. an apposition behind it: "X, head of the Chadian army", "X of Chad";
 *   3. an office at home: a person with a title, or a body such as "the Supreme Court", in a sentence that names one
 *      country alone and names it as that of a people, a vote, an opposition: "General X resigned to allow Chad's first
 *      elections"; a body further is of the dateline's country.
 * What is known to the lexicon without a country (the United Nations, Al-Qaeda) belongs to none and is left alone.
 */

#include <string.h>

#include "event/coding.h"

#define LONGEST_TITLE 8       /* words in front of a name */
#define LONGEST_APPOSITION 12 /* and behind it */
#define MOST_NEIGHBOURS 24    /* mentions that are looked at on either side */

typedef struct td_affiliations {
    const td_coder *coder;
    td_report *report;
    uint64_t posted_class;   /* "envoy": a country's name in front of it is where he is sent, not his own */
    uint64_t domestic_class; /* "election", "opposition": matters of the country that is named for them */
} td_affiliations;

static td_view word_at(const td_report *report, td_index token) {
    return td_span_text(report->text, report->tokens.items[token].span);
}

static bool is_word(const td_report *report, td_index token, const char *word) {
    return td_view_equal_ascii_fold(word_at(report, token), td_view_of(word));
}

static bool is_nominal(const td_token *token) {
    enum td_part_of_speech part = token->part_of_speech;
    return part == TD_POS_NOUN || part == TD_POS_PROPER_NOUN || part == TD_POS_ADJECTIVE;
}

static bool is_possessive(const td_report *report, td_index token) {
    td_view text = word_at(report, token);
    return td_view_equal(text, TD_VIEW("'s")) || td_view_equal(text, TD_VIEW("\xE2\x80\x99s")) ||
           td_view_equal(text, TD_VIEW("'"));
}

static bool has_class(const td_affiliations *all, td_index token, uint64_t classes) {
    return td_frames_classes(all->coder->frames, all->report->tokens.items[token].lemma_key) & classes;
}

static const td_entity *entity_of(const td_report *report, const td_mention *mention) {
    return mention->entity == TD_NONE ? NULL : &report->entities.items[mention->entity];
}

/* What tells of a country: a place in it, its people, or a body that belongs to it. */
static bool tells_country(const td_entity *entity) {
    return entity && entity->country[0] && (entity->kind == TD_ENTITY_PLACE || entity->kind == TD_ENTITY_ORGANISATION);
}

/* A body's own name may begin with what is another body's name: only a place or people tells of it. */
static bool may_tell(const td_entity *of, const td_entity *entity) {
    return of->kind == TD_ENTITY_PERSON || (entity && entity->kind == TD_ENTITY_PLACE);
}

/* The mention before number `from` that ends with `token`, the longest; NULL if none. */
static const td_mention *mention_ending(const td_report *report, td_index from, td_index token) {
    uint32_t end = report->tokens.items[token].span.end;
    const td_mention *best = NULL;
    for (td_index i = from, steps = 0; i-- > 0 && steps < MOST_NEIGHBOURS; steps++) {
        const td_mention *mention = &report->mentions.items[i];
        if (mention->span.end == end && mention->entity != TD_NONE &&
            (!best || mention->span.start < best->span.start ||
             (tells_country(entity_of(report, mention)) && !tells_country(entity_of(report, best)))))
            best = mention;
    }
    return best;
}

/* The mention from number `from` on that starts with `token`, the first; NULL if none. */
static const td_mention *mention_starting(const td_report *report, td_index from, td_index token) {
    uint32_t start = report->tokens.items[token].span.start;
    for (td_index i = from, steps = 0; i < report->mentions.count && steps < MOST_NEIGHBOURS; i++, steps++) {
        const td_mention *mention = &report->mentions.items[i];
        if (mention->span.start > start) break;
        if (mention->span.start == start && mention->entity != TD_NONE) return mention;
    }
    return NULL;
}

/* "the Syria envoy", "the envoy to Syria": sent there. */
static bool is_posting(const td_affiliations *all, const td_mention *mention, td_index behind) {
    return td_mention_is_named(mention) && has_class(all, behind, all->posted_class);
}

/* In front of token `first`: a title that names its country. NULL where it names none. */
static const td_entity *country_in_front(const td_affiliations *all, td_index number, td_index first, td_index from) {
    const td_report *report = all->report;
    for (td_index i = first, steps = 0; i-- > from && steps < LONGEST_TITLE; steps++) {
        const td_token *token = &report->tokens.items[i];
        bool comma = i + 1 == first && is_word(report, i, ",");
        if (comma && (i == from || !(has_class(all, i - 1, all->coder->party_class)))) return NULL;
        if (comma || is_possessive(report, i)) continue;
        if (!is_nominal(token)) return NULL;
        const td_mention *mention = mention_ending(report, number, i);
        if (!mention) continue;
        const td_entity *entity = entity_of(report, mention);
        if (!tells_country(entity)) return NULL;
        if (!is_posting(all, mention, i + 1)) return entity;
    }
    return NULL;
}

/* "the ruler of Chad, X": a country behind "of" whose head is an office. */
static const td_entity *country_of_office(const td_affiliations *all, td_index number, td_index first, td_index from) {
    const td_report *report = all->report;
    if (first < from + 4 || !is_word(report, first - 1, ",")) return NULL;
    const td_mention *mention = mention_ending(report, number, first - 2);
    if (!mention || !tells_country(entity_of(report, mention))) return NULL;
    td_index i = td_report_token_at(report, mention->span.start);
    if (i > from && is_word(report, i - 1, "the")) i--;
    bool office = i >= from + 2 && is_word(report, i - 1, "of") && has_class(all, i - 2, all->coder->party_class);
    return office ? entity_of(report, mention) : NULL;
}

/* Behind token `end`: "X of Chad", "X, head of the Chadian army". */
static const td_entity *country_behind(const td_affiliations *all, td_index number, td_index end, td_index stop) {
    const td_report *report = all->report;
    if (end >= stop || !(is_word(report, end, ",") || is_word(report, end, "of"))) return NULL;
    bool apposition = is_word(report, end, ","), office = !apposition;
    const td_entity *found = NULL;
    td_index last = end + LONGEST_APPOSITION < stop ? end + LONGEST_APPOSITION : stop;
    for (td_index i = end + 1; i < last; i++) {
        const td_token *token = &report->tokens.items[i];
        bool of = is_word(report, i, "of"), determiner = token->part_of_speech == TD_POS_DETERMINER;
        bool inside = is_nominal(token) || is_possessive(report, i) || of || determiner;
        if (!inside) break;
        office |= has_class(all, i, all->coder->party_class);
        const td_mention *mention = found ? NULL : mention_starting(report, number + 1, i);
        if (!mention) continue;
        const td_entity *entity = entity_of(report, mention);
        if (!tells_country(entity)) return NULL;
        td_index behind = td_report_token_at(report, mention->span.end);
        if (behind < stop && is_posting(all, mention, behind)) return NULL;
        found = entity;
        if (!apposition) break;
    }
    return office ? found : NULL;
}

/* --- at home ---------------------------------------------------------------------- */

/* The matter that a country's word at `number` describes: "Chad's first elections", "the people of Chad". */
static bool is_domestic(const td_affiliations *all, const td_mention *mention, td_index from, td_index stop) {
    const td_report *report = all->report;
    td_index first = td_report_token_at(report, mention->span.start),
             end = td_report_token_at(report, mention->span.end);
    for (td_index i = end; i < stop && i < end + 4; i++) {
        if (has_class(all, i, all->domestic_class)) return true;
        if (!is_nominal(&report->tokens.items[i]) && !is_possessive(report, i)) break;
    }
    if (first > from && is_word(report, first - 1, "the")) first--;
    return first >= from + 2 && is_word(report, first - 1, "of") && has_class(all, first - 2, all->domestic_class);
}

/* The only country that a sentence names; where `domestic`, only if it names it for a matter at home. */
static td_index home_in(const td_affiliations *all, td_index number, bool domestic) {
    const td_report *report = all->report;
    const td_sentence *sentence = &report->sentences.items[number];
    td_index home = TD_NONE;
    bool matter = !domestic;
    for (td_index i = td_report_mention_from(report, sentence->span.start); i < report->mentions.count; i++) {
        const td_mention *named = &report->mentions.items[i];
        if (named->span.start >= sentence->span.end) break;
        const td_entity *entity = entity_of(report, named);
        if (!entity || !entity->country[0]) continue;
        if (home != TD_NONE && memcmp(report->entities.items[home].country, entity->country, 3) != 0) return TD_NONE;
        if (home == TD_NONE || td_entity_classes(entity) & TD_CLASS_COUNTRY) home = named->entity;
        matter |= is_domestic(all, named, sentence->token_start, sentence->token_end);
    }
    return matter ? home : TD_NONE;
}

/* "General X": who holds office holds it somewhere. */
static bool holds_office(const td_affiliations *all, const td_entity *entity, td_index first, td_index from) {
    return entity->roles.count || (first > from && has_class(all, first - 1, all->coder->party_class));
}

static const td_entity *home_entity(const td_affiliations *all, td_index sentence, bool domestic) {
    td_index home = home_in(all, sentence, domestic);
    return home == TD_NONE ? NULL : &all->report->entities.items[home];
}

/* What the words around a mention tell of its country, by the precedence above; NULL if nothing. */
static const td_entity *country_told(const td_affiliations *all, td_index number, td_index s) {
    const td_report *report = all->report;
    const td_mention *mention = &report->mentions.items[number];
    const td_entity *entity = &report->entities.items[mention->entity];
    const td_sentence *sentence = &report->sentences.items[s];
    td_index from = sentence->token_start, dateline = all->coder->tree.dateline.place;
    td_index first = td_report_token_at(report, mention->span.start),
             end = td_report_token_at(report, mention->span.end);
    const td_entity *country = country_in_front(all, number, first, from);
    if (entity->kind == TD_ENTITY_PERSON) {
        if (!country) country = country_of_office(all, number, first, from);
        if (!country) country = country_behind(all, number, end, sentence->token_end);
        bool local = first > from && has_class(all, first - 1, all->coder->local_class); /* "Judge X" judges at home */
        return country || !holds_office(all, entity, first, from) ? country : home_entity(all, s, !local);
    }
    bool body = end > first && has_class(all, end - 1, all->coder->local_class);
    if (!country && body) country = home_entity(all, s, true);
    return country || !body || dateline == TD_NONE ? country : &report->entities.items[dateline];
}

static void affiliate(const td_affiliations *all, td_index number) {
    td_report *report = all->report;
    const td_mention *mention = &report->mentions.items[number];
    if (!td_mention_is_named(mention) || mention->entity == TD_NONE) return;
    td_entity *entity = &report->entities.items[mention->entity];
    bool party = entity->kind == TD_ENTITY_PERSON || entity->kind == TD_ENTITY_ORGANISATION;
    if (!party || entity->country[0] || td_view_present(entity->knowledge)) return;
    td_index sentence = td_report_sentence_at(report, mention->span.start);
    const td_entity *country = sentence == TD_NONE ? NULL : country_told(all, number, sentence);
    if (country && country != entity && may_tell(entity, country))
        memcpy(entity->country, country->country, sizeof entity->country);
}

static td_affiliations begin(const td_coder *coder) {
    return (td_affiliations){
        .coder = coder,
        .report = coder->report,
        .posted_class = td_frames_class(coder->frames, TD_VIEW("posted")),
        .domestic_class = td_frames_class(coder->frames, TD_VIEW("domestic")),
    };
}

td_index td_sentence_home(const td_coder *coder, td_index sentence) {
    td_affiliations all = begin(coder);
    return home_in(&all, sentence, true);
}

void td_affiliations_read(const td_coder *coder) {
    td_affiliations all = begin(coder);
    for (td_index i = 0; i < all.report->mentions.count; i++) affiliate(&all, i);
}
