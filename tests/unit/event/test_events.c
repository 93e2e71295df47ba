/* Events from trees made by hand: frames, arguments, modality, time, place, and what is left uncoded. */

#include "event/coding.h"
#include "harness.h"
#include "tree_report.h"

static td_arena arena;
static const td_frames *frames;
static td_report report;

static void code(const char *marked) {
    report = tree_report(marked, &arena);
    td_event_code_frames(frames, TD_HAPPENINGS_ALL, &report, &arena);
    for (uint32_t i = 0; i < report.events.count; i++) CHECK(report.events.items[i].reasons.count >= 4);
}

static td_event only(void) {
    if (!CHECK_INTEGER(report.events.count, 1))
        return (td_event){.type = TD_EVENT_COUNT, .place = TD_NONE, .source = TD_NONE, .time = TD_NONE};
    return report.events.items[0];
}

/* Names of the entities in a list, joined by '+'. */
static td_view names(td_index_array list) {
    td_view joined = TD_VIEW("");
    for (uint32_t i = 0; i < list.count; i++)
        joined = td_arena_format(&arena, "%.*s%s%.*s", TD_VIEW_ARGUMENTS(joined), i ? "+" : "",
                                 TD_VIEW_ARGUMENTS(report.entities.items[list.items[i]].name));
    return joined;
}

static td_view name(td_index entity) {
    return entity == TD_NONE ? TD_VIEW("-") : report.entities.items[entity].name;
}

static void check(const char *marked, enum td_event_type type, const char *mode, enum td_modality modality,
                  bool negated, const char *actors, const char *targets) {
    code(marked);
    td_event event = only();
    CHECK_INTEGER(event.type, type);
    CHECK_TEXT(event.mode, mode);
    CHECK_TEXT(td_view_of(td_modality_label(event.modality)), td_modality_label(modality));
    CHECK_INTEGER(event.negated, negated);
    CHECK_TEXT(names(event.actors), actors);
    CHECK_TEXT(names(event.targets), targets);
}

#define CHAD "Chad|Chad|PROPN|2|nsubj|country:TD "

static void test_arguments(void) {
    check(CHAD "withdrew|withdraw|VERB+PAST|0|root its|its|PRON|4|nmod:poss|pronoun:Chad troops|troop|NOUN|2|obj "
               "from|from|ADP|6|case Mali|Mali|PROPN|2|obl|country:ML",
          TD_EVENT_RETREAT, "withdraw", TD_MODALITY_HAPPENED, false, "Chad", "Mali");
    td_event event = only();
    CHECK_TEXT(name(event.place_from), "Mali");
    CHECK_TEXT(name(event.place), "Mali");
    CHECK_TEXT(td_span_text(report.text, event.object_span), "its troops");
    CHECK_TEXT(td_span_text(report.text, event.trigger), "withdrew");
    CHECK_INTEGER(event.ledgers, 1U << TD_LEDGER_FORCES | 1U << TD_LEDGER_TIMETABLE);

    /* Passive with an agent; a compound actor is split. */
    check("Farmers|farmer|NOUN|3|nsubj:pass were|be|AUX+PAST|3|aux:pass arrested|arrest|VERB+PART|0|root "
          "by|by|ADP|5|case Peru|Peru|PROPN|3|obl:agent|country:PE "
          "and|and|CCONJ|7|cc Chile|Chile|PROPN|5|conj|country:CL",
          TD_EVENT_COERCE, "arrest", TD_MODALITY_HAPPENED, false, "Peru+Chile", "");
    /* A relative clause: the noun it describes acts; the matrix subject does not. */
    code("Chad|Chad|PROPN|2|nsubj|country:TD praised|praise|VERB+PAST|0|root Mali|Mali|PROPN|2|obj|country:ML "
         "which|which|PRON|5|nsubj "
         "bombed|bomb|VERB+PAST|3|acl:relcl Niger|Niger|PROPN|5|obj|country:NE");
    CHECK_INTEGER(report.events.count, 2);
    CHECK_TEXT(names(report.events.items[0].targets), "Mali");
    CHECK_TEXT(names(report.events.items[1].actors), "Mali");
    CHECK_TEXT(names(report.events.items[1].targets), "Niger");
    /* Coordination lends its subject, another clause does not. */
    code(CHAD "shelled|shell|VERB+PAST|0|root Mali|Mali|PROPN|2|obj|country:ML and|and|CCONJ|5|cc "
              "bombed|bomb|VERB+PAST|2|conj Niger|Niger|PROPN|5|obj|country:NE");
    CHECK_INTEGER(report.events.count, 2);
    CHECK_TEXT(names(report.events.items[1].actors), "Chad");
    code("Chad|Chad|PROPN|2|nsubj|country:TD said|say|VERB+PAST|0|root that|that|SCONJ|6|mark "
         "gunmen|gunman|NOUN|6|nsubj had|have|AUX+PAST|6|aux "
         "bombed|bomb|VERB+PART|2|ccomp Niger|Niger|PROPN|6|obj|country:NE");
    event = only();
    CHECK_INTEGER(event.actors.count, 0);
    CHECK_TEXT(name(event.source), "Chad");
    CHECK(!event.background);
}

static void test_nouns(void) {
    /* "Chad's withdrawal of troops from Mali began on Monday" */
    check("Chad|Chad|PROPN|3|nmod:poss|country:TD 's|'s|PART|1|case withdrawal|withdrawal|NOUN|8|nsubj "
          "of|of|ADP|5|case troops|troop|NOUN|3|nmod "
          "from|from|ADP|7|case Mali|Mali|PROPN|3|nmod|country:ML began|begin|VERB+PAST|0|root on|on|ADP|10|case "
          "Monday|Monday|PROPN|8|obl|time:2014-03-03",
          TD_EVENT_RETREAT, "withdraw", TD_MODALITY_BEGUN, false, "Chad", "Mali");
    td_event event = only();
    CHECK_TEXT(name(event.place_from), "Mali");
    CHECK(event.time == 0 && event.interval.from == td_day_of(2014, 3, 3));
    /* The subject of the verb that bears it acts. */
    check(CHAD "launched|launch|VERB+PAST|0|root an|a|DET|4|det offensive|offensive|NOUN|2|obj "
               "against|against|ADP|6|case Mali|Mali|PROPN|4|nmod|country:ML",
          TD_EVENT_ASSAULT, "", TD_MODALITY_BEGUN, false, "Chad", "Mali");
    /* A noun that repeats the verb is a mention of it; one that names nothing tells nothing; "any" is generic. */
    code(CHAD "withdrew|withdraw|VERB+PAST|0|root troops|troop|NOUN|2|obj after|after|ADP|5|case "
              "withdrawals|withdrawal|NOUN|2|obl by|by|ADP|7|case Chad|Chad|PROPN|5|nmod|country:TD");
    CHECK_INTEGER(report.events.count, 1);
    code("The|the|DET|2|det withdrawal|withdrawal|NOUN|4|nsubj was|be|AUX+PAST|4|cop news|news|NOUN|0|root");
    CHECK_INTEGER(report.events.count, 0);
    code(CHAD "feared|loathe|VERB+PAST|0|root any|any|DET|4|det withdrawal|withdrawal|NOUN|2|obj by|by|ADP|6|case "
              "Mali|Mali|PROPN|4|nmod|country:ML");
    CHECK_INTEGER(report.events.count, 0);
}

static void check_happening(uint32_t at, const char *trigger, enum td_modality modality, const char *actors) {
    if (!CHECK(at < report.happenings.count)) return;
    const td_event *happening = &report.happenings.items[at];
    CHECK_INTEGER(happening->type, TD_EVENT_COUNT);
    CHECK_TEXT(td_span_text(report.text, happening->trigger), trigger);
    CHECK_INTEGER(happening->modality, modality);
    CHECK_TEXT(names(happening->actors), actors);
    CHECK(!td_view_present(happening->mode) && !td_view_present(happening->frame) && !happening->ledgers);
}

/* What no frame knows: verbs but those of states, nouns that are listed; a coded predicate is none. */
static void test_happenings(void) {
    code(CHAD "painted|paint|VERB+PAST|0|root Gao|Gao|PROPN|2|obj|place: after|after|ADP|6|case the|the|DET|6|det "
              "earthquake|earthquake|NOUN|2|obl");
    CHECK_INTEGER(report.events.count, 0);
    CHECK_INTEGER(report.happenings.count, 2);
    check_happening(0, "painted", TD_MODALITY_HAPPENED, "Chad");
    check_happening(1, "earthquake", TD_MODALITY_HAPPENED, "");
    code("Chad|Chad|PROPN|3|nsubj|country:TD may|may|AUX|3|aux paint|paint|VERB+INF|0|root a|a|DET|5|det "
         "wall|wall|NOUN|3|obj");
    CHECK_INTEGER(report.happenings.count, 1);
    check_happening(0, "paint", TD_MODALITY_POSSIBLE, "Chad");
    code(CHAD "owns|belong|VERB+PRES|0|root a|a|DET|4|det wall|wall|NOUN|2|obj");
    CHECK_INTEGER(report.happenings.count, 0);
    code(CHAD "bombed|bomb|VERB+PAST|0|root Mali|Mali|PROPN|2|obj|country:ML");
    CHECK_INTEGER(report.events.count, 1);
    CHECK_INTEGER(report.happenings.count, 0);
}

static void test_lead(void) {
    td_view text = TD_VIEW("");
    for (int i = 0; i < 9; i++)
        text = td_arena_format(&arena, "%.*s%s" CHAD "painted|paint|VERB+PAST|0|root walls|wall|NOUN|2|obj",
                               TD_VIEW_ARGUMENTS(text), i ? "\n" : "");
    code(text.bytes);
    CHECK_INTEGER(report.happenings.count, 9);
    report = tree_report(text.bytes, &arena);
    td_event_code_frames(frames, TD_HAPPENINGS_OF_LEAD, &report, &arena);
    CHECK(report.happenings.count > 0 && report.happenings.count < 9);
    CHECK_INTEGER(report.happenings.items[report.happenings.count - 1].sentence, report.happenings.count - 1);
}

static void test_time_and_history(void) {
    code("In|in|ADP|2|case 2011|2011|NUM|6|obl|time:2011-01-01..2011-12-31 Chad|Chad|PROPN|6|nsubj|country:TD "
         "had|have|AUX+PAST|6|aux already|already|ADV|6|advmod "
         "bombed|bomb|VERB+PART|0|root Mali|Mali|PROPN|6|obj|country:ML");
    td_event event = only();
    CHECK(event.background);
    CHECK_INTEGER(event.interval.from, td_day_of(2011, 1, 1));
    /* News without a time happened on the day of publication; what is still to come begins with it. */
    code(CHAD "bombed|bomb|VERB+PAST|0|root Mali|Mali|PROPN|2|obj|country:ML");
    event = only();
    CHECK(!event.background && event.time == TD_NONE);
    CHECK_INTEGER(event.interval.from, td_day_of(2014, 3, 5));
    CHECK_INTEGER(event.interval.to, td_day_of(2014, 3, 5));
    code("Chad|Chad|PROPN|3|nsubj|country:TD will|will|AUX|3|aux bomb|bomb|VERB+INF|0|root "
         "Mali|Mali|PROPN|3|obj|country:ML");
    event = only();
    CHECK_INTEGER(event.interval.from, td_day_of(2014, 3, 5));
    CHECK_INTEGER(event.interval.to, TD_DAY_UNKNOWN);
}

/* "Chad said it would sanction Mali": a threat, told by "sanction" and not by "said"; "would recognise" is a promise. */
static void test_promises(void) {
    static const struct {
        const char *rest, *trigger;
        enum td_event_type type;
    } cases[] = {
        {"would|would|AUX|5|aux sanction|sanction|VERB+INF|2|ccomp", "sanction", TD_EVENT_THREATEN},
        {"would|would|AUX|5|aux recognise|recognise|VERB+INF|2|ccomp", "recognise", TD_EVENT_AGREE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_view marked = td_arena_format(&arena,
                                         CHAD "said|say|VERB+PAST|0|root it|it|PRON|5|nsubj %s "
                                              "Mali|Mali|PROPN|5|obj|country:ML",
                                         cases[i].rest);
        code(marked.bytes);
        td_event event = only();
        CHECK_INTEGER(event.type, cases[i].type);
        CHECK_TEXT(td_span_text(report.text, event.trigger), cases[i].trigger);
        CHECK_TEXT(names(event.actors), "Chad");
        CHECK_TEXT(names(event.targets), "Mali");
        CHECK_INTEGER(event.modality, TD_MODALITY_HAPPENED);
    }
    code(CHAD "said|say|VERB+PAST|0|root it|it|PRON|6|nsubj would|would|AUX|6|aux not|not|PART|6|advmod "
              "recognise|recognise|VERB+INF|2|ccomp Mali|Mali|PROPN|6|obj|country:ML");
    CHECK_INTEGER(only().type, TD_EVENT_REJECT);
    /* Somebody else's plan is no promise. */
    code(CHAD "said|say|VERB+PAST|0|root Niger|Niger|PROPN|5|nsubj|country:NE would|would|AUX|5|aux "
              "recognise|recognise|VERB+INF|2|ccomp Mali|Mali|PROPN|5|obj|country:ML");
    td_event event = only();
    CHECK_INTEGER(event.type, TD_EVENT_SUPPORT);
    CHECK_INTEGER(event.modality, TD_MODALITY_PLANNED);
    CHECK_TEXT(name(event.source), "Chad");
}

static void test_places(void) {
    /* Whose an envoy is, and with whom one sides, is not where it happens. */
    code(CHAD "arrested|arrest|VERB+PAST|0|root the|the|DET|5|det Mali|Mali|PROPN|5|compound|country:ML "
              "envoy|envoy|NOUN|2|obj in|in|ADP|7|case solidarity|solidarity|NOUN|2|obl with|with|ADP|9|case "
              "Gao|Gao|PROPN|7|nmod|place:");
    CHECK(only().place == TD_NONE);
    /* A phrase of place on the verb, the place that the frame names, one from the clause that tells how. */
    code(CHAD "bombed|bomb|VERB+PAST|0|root rebels|rebel|NOUN|2|obj near|near|ADP|5|case Gao|Gao|PROPN|2|obl|place:");
    CHECK_TEXT(name(only().place), "Gao");
    code(CHAD "shelled|shell|VERB+PAST|0|root Gao|Gao|PROPN|2|obj|place:");
    td_event event = only();
    CHECK_TEXT(name(event.place), "Gao");
    CHECK_TEXT(names(event.targets), "Gao");
    code("Nine|nine|NUM|2|nummod villagers|villager|NOUN|3|nsubj died|die|VERB+PAST|0|root when|when|SCONJ|6|mark "
         "planes|plane|NOUN|6|nsubj flew|fly|VERB+PAST|3|advcl over|over|ADP|8|case Gao|Gao|PROPN|6|obl|place: "
         "on|on|ADP|10|case Sunday|Sunday|PROPN|6|obl|time:2014-03-02");
    event = only();
    CHECK_TEXT(name(event.place), "Gao");
    CHECK_INTEGER(event.interval.from, td_day_of(2014, 3, 2));
    /* The next event of the paragraph takes place there too; talk does not. */
    code(CHAD "shelled|shell|VERB+PAST|0|root Gao|Gao|PROPN|2|obj|place:\n"
              "Mali|Mali|PROPN|2|nsubj|country:ML bombed|bomb|VERB+PAST|0|root rebels|rebel|NOUN|2|obj\n"
              "Mali|Mali|PROPN|2|nsubj|country:ML condemned|condemn|VERB+PAST|0|root Chad|Chad|PROPN|2|obj|country:TD");
    CHECK_INTEGER(report.events.count, 3);
    CHECK_TEXT(name(report.events.items[1].place), "Gao");
    CHECK_TEXT(name(report.events.items[2].place), "-");
}

/* What is agreed, refused or demanded is part of that event, unless a ledger must have it. */
static void test_parts(void) {
    code(CHAD "agreed|agree|VERB+PAST|0|root to|to|PART|4|mark recognise|recognise|VERB+INF|2|xcomp "
              "Mali|Mali|PROPN|4|obj|country:ML");
    td_event event = only();
    CHECK_INTEGER(event.type, TD_EVENT_AGREE);
    CHECK_TEXT(names(event.targets), "Mali");
    code(CHAD
         "agreed|agree|VERB+PAST|0|root to|to|PART|4|mark withdraw|withdraw|VERB+INF|2|xcomp its|its|PRON|6|nmod:poss "
         "troops|troop|NOUN|4|obj");
    CHECK_INTEGER(report.events.count, 2);
    CHECK_TEXT(report.events.items[1].mode, "withdraw");
    /* Told to describe somebody: no news. */
    code("Men|man|NOUN|5|nsubj who|who|PRON|3|nsubj praised|praise|VERB+PAST|1|acl:relcl "
         "Mali|Mali|PROPN|3|obj|country:ML "
         "slept|sleep|VERB+PAST|0|root");
    CHECK_INTEGER(report.events.count, 0);
}

/* What the act is about ends where whence and when begin, and never inside a word or name. */
static void test_objects(void) {
    code(CHAD "withdrew|withdraw|VERB+PAST|0|root most|most|ADJ|2|obj of|of|ADP|6|case its|its|PRON|6|nmod:poss "
              "troops|troop|NOUN|3|nmod from|from|ADP|8|case Mali|Mali|PROPN|6|nmod|country:ML "
              "on|on|ADP|10|case Monday|Monday|PROPN|6|nmod|time:2014-03-03");
    CHECK_TEXT(td_span_text(report.text, only().object_span), "most of its troops");
    CHECK_TEXT(name(only().place_from), "Mali");
    /* What is struck is told where it names nobody. */
    code(CHAD "shelled|shell|VERB+PAST|0|root two|two|NUM|4|nummod villages|village|NOUN|2|obj");
    CHECK_TEXT(td_span_text(report.text, only().object_span), "two villages");
    /* "peace talks": what stands in front of a noun says little without it; a town there is no party */
    code(CHAD "resumed|resume|VERB+PAST|0|root Gao|Gao|PROPN|5|compound|place: peace|peace|NOUN|5|compound "
              "negotiations|negotiation|NOUN|2|obj");
    CHECK_TEXT(names(report.events.items[0].targets), "");
    /* What is agreed, where it is a clause. */
    code(CHAD "agreed|agree|VERB+PAST|0|root to|to|PART|4|mark recognise|recognise|VERB+INF|2|xcomp "
              "Mali|Mali|PROPN|4|obj|country:ML");
    CHECK_TEXT(td_span_text(report.text, only().object_span), "to recognise Mali");
    /* "took effect": one word, and no object */
    code("The|the|DET|2|det truce|truce|NOUN|3|nsubj took|take|VERB+PAST|0|root effect|effect|NOUN|3|obj "
         "on|on|ADP|6|case Monday|Monday|PROPN|3|obl|time:2014-03-03");
    CHECK_INTEGER(only().modality, TD_MODALITY_BEGUN);
    CHECK_TEXT(td_span_text(report.text, only().object_span), "The truce");
    /* "a cessation of hostilities brokered by Chad": the frame chooses between the two nouns */
    code("A|a|DET|2|det cessation|cessation|NOUN|8|nsubj of|of|ADP|4|case hostilities|hostility|NOUN|2|nmod "
         "brokered|broker|VERB+PART|4|acl by|by|ADP|7|case Chad|Chad|PROPN|5|obl:agent|country:TD "
         "held|hold|VERB+PAST|0|root");
    CHECK(report.events.count >= 1);
    CHECK_TEXT(report.events.items[0].mode, "ceasefire");
    CHECK_TEXT(td_span_text(report.text, report.events.items[0].object_span), "A cessation of hostilities");
}

/* Whom an act concerns where its frame names nobody: the country it is done in, who could meet a threat's condition. */
static void test_concerned(void) {
    code(CHAD "launched|launch|VERB+PAST|0|root rockets|rocket|NOUN|2|obj in|in|ADP|5|case "
              "Mali|Mali|PROPN|2|obl|country:ML");
    CHECK_TEXT(names(only().targets), "Mali");
    code(CHAD "threatened|threaten|VERB+PAST|0|root to|to|PART|4|mark protest|protest|VERB+INF|2|xcomp "
              "unless|unless|SCONJ|7|mark Mali|Mali|PROPN|7|nsubj|country:ML agrees|agree|VERB+PRES|4|advcl");
    CHECK(report.events.count >= 1);
    CHECK_INTEGER(report.events.items[0].type, TD_EVENT_THREATEN);
    CHECK_TEXT(names(report.events.items[0].targets), "Mali");
    /* "opposition groups in Mali": of the country they act in */
    code("Opposition|opposition|NOUN|2|compound groups|group|NOUN|5|nsubj in|in|ADP|4|case "
         "Mali|Mali|PROPN|2|nmod|country:ML bombed|bomb|VERB+PAST|0|root Gao|Gao|PROPN|5|obj|place:");
    CHECK_TEXT(names(only().actors), "Mali");
    /* The word itself is none of its own arguments: "the resumption of deliveries to Mali" gives nobody as giver. */
    code("They|they|PRON|2|nsubj welcomed|welcome|VERB+PAST|0|root the|the|DET|4|det resumption|resumption|NOUN|2|obj "
         "of|of|ADP|7|case aid|aid|NOUN|7|compound deliveries|delivery|NOUN|4|nmod to|to|ADP|9|case "
         "Mali|Mali|PROPN|7|nmod|country:ML");
    for (uint32_t i = 0; i < report.events.count; i++)
        if (report.events.items[i].type == TD_EVENT_AID) CHECK_TEXT(names(report.events.items[i].actors), "");
}

/* Words that look like an act and are none. */
static void test_no_acts(void) {
    code("Clashes|clash|NOUN|2|nsubj ended|end|VERB+PAST|0|root in|in|ADP|4|case "
         "March|March|PROPN|2|obl|time:2014-03-01 "
         "in|in|ADP|6|case Gao|Gao|PROPN|2|obl|place:");
    for (uint32_t i = 0; i < report.events.count; i++) CHECK(report.events.items[i].type != TD_EVENT_PROTEST);
    /* "leaving many dead" is no departure, "committed murders" no promise, "cut the supply line" no suspension */
    code("A|a|DET|2|det unit|unit|NOUN|3|nsubj leaves|leave|VERB+PRES|0|root rebels|rebel|NOUN|3|obj "
         "dead|dead|ADJ|3|xcomp");
    for (uint32_t i = 0; i < report.events.count; i++) CHECK(report.events.items[i].type != TD_EVENT_RETREAT);
    code(CHAD "committed|commit|VERB+PAST|0|root murders|murder|NOUN|2|obj");
    for (uint32_t i = 0; i < report.events.count; i++) CHECK(report.events.items[i].type != TD_EVENT_AGREE);
    code(CHAD "cut|cut|VERB+PAST|0|root the|the|DET|5|det supply|supply|NOUN|5|compound line|line|NOUN|2|obj");
    for (uint32_t i = 0; i < report.events.count; i++) CHECK(report.events.items[i].type != TD_EVENT_SANCTION);
}

/* "shot down a plane in November", told in March, was last November; "has held" runs on to the day of the report. */
static void test_days(void) {
    code(CHAD "shelled|shell|VERB+PAST|0|root Gao|Gao|PROPN|2|obj|place: in|in|ADP|5|case "
              "November|November|PROPN|2|obl|time:2014-11-01");
    CHECK_INTEGER(only().interval.from, td_day_of(2013, 11, 1));
    CHECK_INTEGER(only().modality, TD_MODALITY_HAPPENED);
    code("The|the|DET|2|det truce|truce|NOUN|4|nsubj has|have|AUX+PRES|4|aux held|hold|VERB+PART|0|root "
         "since|since|ADP|6|case Monday|Monday|PROPN|4|obl|time:2014-03-03");
    CHECK_INTEGER(only().interval.from, td_day_of(2014, 3, 3));
    CHECK_INTEGER(only().interval.to, td_day_of(2014, 3, 5));
    /* Days to come, told behind what is expected, are its own. */
    code(CHAD
         "expects|expect|VERB+PRES|0|root talks|talk|NOUN|2|obj with|with|ADP|5|case Mali|Mali|PROPN|3|nmod|country:ML "
         "in|in|ADP|7|case April|April|PROPN|2|obl|time:2014-04-01");
    CHECK_INTEGER(only().interval.from, td_day_of(2014, 4, 1));
    /* "Chad will withdraw troops on Friday and Mali will keep its base": Friday is of the first alone. */
    code("Chad|Chad|PROPN|3|nsubj|country:TD will|will|AUX|3|aux withdraw|withdraw|VERB+INF|0|root "
         "troops|troop|NOUN|3|obj on|on|ADP|6|case Friday|Friday|PROPN|3|obl|time:2014-03-07 and|and|CCONJ|10|cc "
         "Mali|Mali|PROPN|10|nsubj|country:ML will|will|AUX|10|aux keep|keep|VERB+INF|3|conj its|its|PRON|12|nmod:poss "
         "base|base|NOUN|10|obj");
    if (CHECK_INTEGER(report.events.count, 2)) {
        CHECK_INTEGER(report.events.items[0].interval.from, td_day_of(2014, 3, 7));
        CHECK_INTEGER(report.events.items[1].interval.to, TD_DAY_UNKNOWN);
    }
    /* A raid that killed is done, whatever form tells of it. */
    code(CHAD "shelled|shell|VERB+PAST|0|root Gao|Gao|PROPN|2|obj|place: ,|,|PUNCT|5|punct "
              "killing|kill|VERB+GER|3|acl nine|nine|NUM|7|nummod people|people|NOUN|5|obj");
    CHECK_INTEGER(report.events.count, 2);
    CHECK_INTEGER(report.events.items[1].modality, TD_MODALITY_HAPPENED);
}

static void test_left_alone(void) {
    code("Will|will|AUX|3|aux Chad|Chad|PROPN|3|nsubj|country:TD withdraw|withdraw|VERB+INF|0|root "
         "troops|troop|NOUN|3|obj ?|?|PUNCT|3|punct");
    CHECK_INTEGER(report.events.count, 0);
    code("");
    CHECK_INTEGER(report.events.count, 0);
    /* A tree that is a loop, and a head beyond the sentence. */
    code("Chad|Chad|PROPN|2|nsubj|country:TD bombed|bomb|VERB+PAST|3|conj Mali|Mali|PROPN|2|obj|country:ML "
         "towns|town|NOUN|99|obj");
    CHECK(report.events.count <= 1);
}

static void test_without_parser(void) {
    check("Chad|Chad|PROPN|||country:TD withdrew|withdraw|VERB+PAST its|its|PRON troops|troop|NOUN from|from|ADP "
          "Mali|Mali|PROPN|||country:ML",
          TD_EVENT_RETREAT, "withdraw", TD_MODALITY_HAPPENED, false, "Chad", "Mali");
    CHECK_TEXT(name(only().place_from), "Mali");
    check("Farmers|farmer|NOUN were|be|AUX+PAST arrested|arrest|VERB+PART", TD_EVENT_COERCE, "arrest",
          TD_MODALITY_HAPPENED, false, "", "");
}

int main(int count, char **arguments) {
    td_arena_init(&arena, (size_t)256 << 20);
    frames = tree_frames(count - 1, arguments + 1, &arena);
    CHECK(td_frames_count(frames) >= 250);
    test_arguments();
    test_nouns();
    test_happenings();
    test_lead();
    test_time_and_history();
    test_promises();
    test_places();
    test_parts();
    test_objects();
    test_concerned();
    test_no_acts();
    test_days();
    test_left_alone();
    test_without_parser();
    td_arena_release(&arena);
    return td_test_finish();
}
