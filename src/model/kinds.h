#ifndef TD_MODEL_KINDS_H
#define TD_MODEL_KINDS_H

/*
 * Every closed list of the record, once: enumerator, and the label that JSON
 * and the tables carry. PLOVER names for events (github.com/openeventdata/PLOVER),
 * TIMEX3 for times, Universal Dependencies for parts of speech.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

#define TD_BOILERPLATE_KINDS(X)                                                                                \
    X(HEADLINE, "headline") X(CAPTION, "caption") X(ADVERTISEMENT, "advertisement") X(SHARE_BAR, "share_bar")  \
    X(COOKIE_NOTICE, "cookie_notice") X(COMMENT_NOTICE, "comment_notice") X(RELATED_LINKS, "related_links")    \
    X(KEYWORDS, "keywords") X(BYLINE, "byline") X(COPYRIGHT, "copyright") X(NAVIGATION, "navigation")          \
    X(SUBSCRIPTION, "subscription") X(REPEATED, "repeated")

#define TD_PARTS_OF_SPEECH(X)                                                                                  \
    X(OTHER, "X") X(ADJECTIVE, "ADJ") X(ADPOSITION, "ADP") X(ADVERB, "ADV") X(AUXILIARY, "AUX")                \
    X(COORDINATOR, "CCONJ") X(DETERMINER, "DET") X(INTERJECTION, "INTJ") X(NOUN, "NOUN") X(NUMERAL, "NUM")     \
    X(PARTICLE, "PART") X(PRONOUN, "PRON") X(PROPER_NOUN, "PROPN") X(PUNCTUATION, "PUNCT")                     \
    X(SUBORDINATOR, "SCONJ") X(SYMBOL, "SYM") X(VERB, "VERB")

#define TD_ENTITY_KINDS(X)                                                                                     \
    X(PERSON, "person") X(ORGANISATION, "organisation") X(PLACE, "place") X(FACILITY, "facility")              \
    X(EQUIPMENT, "equipment") X(GROUP, "group")                                                                      \
    X(UNKNOWN, "") /* another, or not told: null in JSON */

#define TD_MENTION_FORMS(X)                                                                                    \
    X(NAME, "name") X(NOMINAL, "nominal") X(PRONOUN, "pronoun") X(DEMONYM, "demonym") X(METONYM, "metonym")

#define TD_PRECISIONS(X)                                                                                       \
    X(NONE, "") X(POINT, "point") X(SETTLEMENT, "settlement") X(DISTRICT, "district") X(REGION, "region")      \
    X(COUNTRY, "country") X(SEA, "sea")

#define TD_TIME_TYPES(X) X(DATE, "DATE") X(TIME, "TIME") X(DURATION, "DURATION") X(SET, "SET")

#define TD_TIME_ANCHORS(X)                                                                                     \
    X(ABSOLUTE, "absolute") X(DOCUMENT, "document") X(QUOTATION, "quotation") X(PREVIOUS, "previous")

#define TD_BOUNDS(X)                                                                                           \
    X(EXACT, "exact") X(APPROX, "approx") X(ALMOST, "almost") X(RANGE, "range") X(AT_LEAST, "at_least")        \
    X(MORE_THAN, "more_than") X(AT_MOST, "at_most") X(LESS_THAN, "less_than") X(VAGUE_PLURAL, "vague_plural")  \
    X(MAJORITY, "majority") X(UNDISCLOSED, "undisclosed")

#define TD_FIGURE_CATEGORIES(X)                                                                                \
    X(OTHER, "other") X(KILLED, "killed") X(WOUNDED, "wounded") X(DISPLACED, "displaced")                      \
    X(DETAINED, "detained") X(TROOPS, "troops") X(EQUIPMENT, "equipment") X(AID_RECIPIENTS, "aid_recipients")  \
    X(VIOLATIONS, "violations") X(MONEY, "money") X(SHARE, "share")

#define TD_QUOTE_KINDS(X) X(DIRECT, "direct") X(MIXED, "mixed") X(INDIRECT, "indirect") X(FRAGMENT, "fragment")

/* What a cue says of its content. The last three are of the mind: nothing need have been said. */
#define TD_STANCES(X)                                                                                          \
    X(STATE, "state") X(CLAIM, "claim") X(DENY, "deny") X(WARN, "warn") X(HOPE, "hope") X(ASK, "ask")          \
    X(ACCUSE, "accuse") X(PROMISE, "promise") X(WELCOME, "welcome") X(REJECT, "reject") X(ORDER, "order")      \
    X(BELIEVE, "believe") X(INTEND, "intend") X(FEEL, "feel")

#define TD_EVENT_TYPES(X)                                                                                      \
    X(AGREE, "AGREE") X(CONSULT, "CONSULT") X(SUPPORT, "SUPPORT") X(CONCEDE, "CONCEDE")                        \
    X(COOPERATE, "COOPERATE") X(AID, "AID") X(RETREAT, "RETREAT") X(REQUEST, "REQUEST") X(ACCUSE, "ACCUSE")    \
    X(REJECT, "REJECT") X(THREATEN, "THREATEN") X(PROTEST, "PROTEST") X(SANCTION, "SANCTION")                  \
    X(MOBILIZE, "MOBILIZE") X(COERCE, "COERCE") X(ASSAULT, "ASSAULT")

/* In the order from most to least firm that something took place is for td_modality_rank(). */
#define TD_MODALITIES(X)                                                                                       \
    X(HAPPENED, "happened") X(ENDED, "ended") X(UNDER_WAY, "under_way") X(BEGUN, "begun")                      \
    X(ORDERED, "ordered") X(AGREED, "agreed") X(ANNOUNCED, "announced") X(PLANNED, "planned")                  \
    X(EXPECTED, "expected") X(POSSIBLE, "possible") X(ALLEGED, "alleged") X(HOPED, "hoped")                    \
    X(CALLED_FOR, "called_for") X(REFUSED, "refused") X(DENIED, "denied") X(UNDISCLOSED, "undisclosed")

#define TD_COPY_KINDS(X)                                                                                       \
    X(IDENTICAL, "identical") X(REVISED, "revised") X(EXCERPT, "excerpt") X(SHARED_PASSAGE, "shared_passage")

#define TD_CONFLICT_KINDS(X)                                                                                   \
    X(FIGURE, "figure") X(DATE, "date") X(PLACE, "place") X(ACTOR, "actor") X(SCOPE, "scope")                  \
    X(ATTRIBUTION, "attribution")

#define TD_LEDGERS(X)                                                                                          \
    X(FORCES, "forces") X(CEASEFIRE, "ceasefire") X(TALKS, "talks") X(AID, "aid") X(TOLL, "toll")              \
    X(TIMETABLE, "timetable") X(STATEMENTS, "statements")

/*
 * For each list: an enum `td_<thing>`, its number of members, the label of a
 * member (NULL for that number, which stands for none), and the member of a
 * label (false when there is none).
 */
#define TD_DECLARE_KIND(thing)                                                                                 \
    const char *td_##thing##_label(enum td_##thing kind);                                                      \
    bool td_##thing##_from_label(td_view label, enum td_##thing *kind)

#define TD_X(name, label) TD_BOILERPLATE_##name,
enum td_boilerplate_kind { TD_BOILERPLATE_KINDS(TD_X) TD_BOILERPLATE_COUNT };
#undef TD_X
#define TD_X(name, label) TD_POS_##name,
enum td_part_of_speech { TD_PARTS_OF_SPEECH(TD_X) TD_POS_COUNT };
#undef TD_X
#define TD_X(name, label) TD_ENTITY_##name,
enum td_entity_kind { TD_ENTITY_KINDS(TD_X) TD_ENTITY_COUNT };
#undef TD_X
#define TD_X(name, label) TD_FORM_##name,
enum td_mention_form { TD_MENTION_FORMS(TD_X) TD_FORM_COUNT };
#undef TD_X
#define TD_X(name, label) TD_PRECISION_##name,
enum td_precision { TD_PRECISIONS(TD_X) TD_PRECISION_COUNT };
#undef TD_X
#define TD_X(name, label) TD_TIME_##name,
enum td_time_type { TD_TIME_TYPES(TD_X) TD_TIME_COUNT };
#undef TD_X
#define TD_X(name, label) TD_ANCHOR_##name,
enum td_time_anchor { TD_TIME_ANCHORS(TD_X) TD_ANCHOR_COUNT };
#undef TD_X
#define TD_X(name, label) TD_BOUND_##name,
enum td_bound { TD_BOUNDS(TD_X) TD_BOUND_COUNT };
#undef TD_X
#define TD_X(name, label) TD_FIGURE_##name,
enum td_figure_category { TD_FIGURE_CATEGORIES(TD_X) TD_FIGURE_COUNT };
#undef TD_X
#define TD_X(name, label) TD_QUOTE_##name,
enum td_quote_kind { TD_QUOTE_KINDS(TD_X) TD_QUOTE_COUNT };
#undef TD_X
#define TD_X(name, label) TD_STANCE_##name,
enum td_stance { TD_STANCES(TD_X) TD_STANCE_COUNT };
#undef TD_X
#define TD_X(name, label) TD_EVENT_##name,
enum td_event_type { TD_EVENT_TYPES(TD_X) TD_EVENT_COUNT };
#undef TD_X
#define TD_X(name, label) TD_MODALITY_##name,
enum td_modality { TD_MODALITIES(TD_X) TD_MODALITY_COUNT };
#undef TD_X
#define TD_X(name, label) TD_COPY_##name,
enum td_copy_kind { TD_COPY_KINDS(TD_X) TD_COPY_COUNT };
#undef TD_X
#define TD_X(name, label) TD_CONFLICT_##name,
enum td_conflict_kind { TD_CONFLICT_KINDS(TD_X) TD_CONFLICT_COUNT };
#undef TD_X
#define TD_X(name, label) TD_LEDGER_##name,
enum td_ledger_kind { TD_LEDGERS(TD_X) TD_LEDGER_COUNT };
#undef TD_X

TD_DECLARE_KIND(boilerplate_kind);
TD_DECLARE_KIND(part_of_speech);
TD_DECLARE_KIND(entity_kind);
TD_DECLARE_KIND(mention_form);
TD_DECLARE_KIND(precision);
TD_DECLARE_KIND(time_type);
TD_DECLARE_KIND(time_anchor);
TD_DECLARE_KIND(bound);
TD_DECLARE_KIND(figure_category);
TD_DECLARE_KIND(quote_kind);
TD_DECLARE_KIND(stance);
TD_DECLARE_KIND(event_type);
TD_DECLARE_KIND(modality);
TD_DECLARE_KIND(copy_kind);
TD_DECLARE_KIND(conflict_kind);
TD_DECLARE_KIND(ledger_kind);

/* Is something said with this stance, rather than only thought, meant or felt? */
static inline bool td_stance_spoken(enum td_stance stance) {
    return stance < TD_STANCE_BELIEVE;
}

/*
 * How firmly a modality says that the event takes place in the world; larger
 * is firmer. The strongest of an event's modalities is the one that stands.
 */
int td_modality_rank(enum td_modality modality);

#endif
