/* Whose country somebody acts for: titles, appositions, offices at home; people and places named no further. */

#include "event/coding.h"
#include "harness.h"
#include "tree_report.h"

static td_arena arena;
static const td_frames *frames;
static td_report report;

static void code(const char *marked) {
    report = tree_report(marked, &arena);
    td_event_code_frames(frames, TD_HAPPENINGS_OF_LEAD, &report, &arena);
    uint32_t kept = 0; /* what no frame knows is of no interest here */
    for (uint32_t i = 0; i < report.events.count; i++)
        if (report.events.items[i].type != TD_EVENT_COUNT) report.events.items[kept++] = report.events.items[i];
    report.events.count = kept;
}

static void check_country(const char *entity, const char *country) {
    for (uint32_t i = 0; i < report.entities.count; i++)
        if (td_view_equal(report.entities.items[i].name, td_view_of(entity))) {
            CHECK_TEXT(td_view_of(report.entities.items[i].country), country);
            return;
        }
    CHECK(false);
}

static void check_parties(const char *actor, const char *target) {
    if (!CHECK_INTEGER(report.events.count, 1)) return;
    const td_event *event = &report.events.items[0];
    td_view first = event->actors.count ? report.entities.items[event->actors.items[0]].name : TD_VIEW("");
    td_view other = event->targets.count ? report.entities.items[event->targets.items[0]].name : TD_VIEW("");
    CHECK(event->actors.count <= 1 && event->targets.count <= 1);
    CHECK_TEXT(first, actor);
    CHECK_TEXT(other, target);
}

#define CHADIAN "Chadian|chadian|ADJ|3|amod|demonym:Chad "
#define CHAD "Chad|Chad|PROPN|2|nsubj|country:TD "

static void test_titles(void) {
    code(CHAD "waited|wait|VERB+PAST|0|root\n" CHADIAN "Minister|minister|NOUN|3|nmod "
              "Abakar|Abakar|PROPN|4|nsubj|person: resigned|resign|VERB+PAST|0|root");
    check_country("Abakar", "TD");
    code("Chad|Chad|PROPN|3|nmod:poss|country:TD 's|'s|PART|1|case president|president|NOUN|6|nsubj ,|,|PUNCT|5|punct "
         "Idris|Idris|PROPN|3|appos|person: resigned|resign|VERB+PAST|0|root");
    check_country("Idris", "TD");
    code("The|the|DET|2|det ruler|leader|NOUN|7|nsubj of|of|ADP|4|case Chad|Chad|PROPN|2|nmod|country:TD "
         ",|,|PUNCT|6|punct "
         "Idris|Idris|PROPN|2|appos|person: resigned|resign|VERB+PAST|0|root");
    check_country("Idris", "TD");
    /* "after talks in Chad, Idris left" tells nothing of him; nor does the country that an envoy is sent to. */
    code("After|after|ADP|2|case talks|talks|NOUN|7|obl in|in|ADP|4|case Chad|Chad|PROPN|2|nmod|country:TD "
         ",|,|PUNCT|2|punct "
         "Idris|Idris|PROPN|7|nsubj|person: resigned|resign|VERB+PAST|0|root");
    check_country("Idris", "");
    code("Chad|Chad|PROPN|2|compound|country:TD envoy|envoy|NOUN|3|nmod Idris|Idris|PROPN|4|nsubj|person: "
         "resigned|resign|VERB+PAST|0|root");
    check_country("Idris", "");
}

static void test_appositions(void) {
    code("Idris|Idris|PROPN|8|nsubj|person: ,|,|PUNCT|3|punct chief|chief|NOUN|1|appos of|of|ADP|6|case "
         "the|the|DET|6|det Chad|Chad|PROPN|3|nmod|country:TD ,|,|PUNCT|1|punct resigned|resign|VERB+PAST|0|root");
    check_country("Idris", "TD");
    code("Idris|Idris|PROPN|7|nsubj|person: ,|,|PUNCT|3|punct envoy|envoy|NOUN|1|appos for|for|ADP|5|case "
         "Chad|Chad|PROPN|3|nmod|country:TD ,|,|PUNCT|1|punct resigned|resign|VERB+PAST|0|root");
    check_country("Idris", "");
}

static void test_home(void) {
    /* The one country of the sentence, named for a matter at home, is that of an office holder. */
    code("General|general|NOUN|2|nmod Idris|Idris|PROPN|3|nsubj|person: resigned|resign|VERB+PAST|0|root "
         "before|before|ADP|7|case Chad|Chad|PROPN|7|nmod:poss|country:TD 's|'s|PART|5|case "
         "elections|election|NOUN|3|obl");
    check_country("Idris", "TD");
    code("General|general|NOUN|2|nmod Idris|Idris|PROPN|3|nsubj|person: visited|visit|VERB+PAST|0|root "
         "Chad|Chad|PROPN|3|obj|country:TD");
    check_country("Idris", "");
    /* Two countries settle nothing. */
    code("General|general|NOUN|2|nmod Idris|Idris|PROPN|3|nsubj|person: resigned|resign|VERB+PAST|0|root "
         "before|before|ADP|7|case Chad|Chad|PROPN|7|nmod:poss|country:TD 's|'s|PART|5|case "
         "elections|election|NOUN|3|obl "
         "in|in|ADP|9|case Mali|Mali|PROPN|3|obl|country:ML");
    check_country("Idris", "");
    /* People who act at home are of the country in which they act; gunmen may come from anywhere. */
    code("Police|police|NOUN|2|nsubj arrested|arrest|VERB+PAST|0|root farmers|farmer|NOUN|2|obj in|in|ADP|5|case "
         "Chad|Chad|PROPN|2|obl|country:TD");
    check_parties("Chad", "");
    code("Gunmen|gunman|NOUN|2|nsubj arrested|arrest|VERB+PAST|0|root farmers|farmer|NOUN|2|obj in|in|ADP|5|case "
         "Chad|Chad|PROPN|2|obl|country:TD");
    check_parties("", "");
}

static void test_abroad(void) {
    /* Troops that come to another's country or leave it concern that country; a move at home concerns nobody else. */
    code(CHAD "withdrew|withdraw|VERB+PAST|0|root troops|troop|NOUN|2|obj from|from|ADP|5|case "
              "Mali|Mali|PROPN|2|obl|country:ML");
    check_parties("Chad", "Mali");
    code(CHAD
         "deployed|deploy|VERB+PAST|0|root troops|troop|NOUN|2|obj in|in|ADP|5|case Chad|Chad|PROPN|2|obl|country:TD");
    check_parties("Chad", "");
    /* "ethnic Malians" in Chad are not Mali's. */
    code("Mali|Mali|PROPN|2|nsubj|country:ML slept|sleep|VERB+PAST|0|root\n"
         "Ethnic|ethnic|ADJ|2|amod Malians|Malian|NOUN|5|nsubj|demonym:Mali in|in|ADP|4|case "
         "Chad|Chad|PROPN|2|nmod|country:TD protested|protest|VERB+PAST|0|root");
    check_parties("Chad", "");
}

/* The dateline is no part of the clause behind it; it places the lead's deeds and tells where police is at home. */
static void test_dateline(void) {
    code("Gao|Gao|PROPN|6|nsubj|place: ,|,|PUNCT|3|punct Mali|Mali|PROPN|1|appos|country:ML —|—|PUNCT|6|punct "
         "Police|police|NOUN|1|nmod arrested|arrest|VERB+PAST|0|root farmers|farmer|NOUN|6|obj");
    check_parties("", "");
    if (report.events.count == 1) {
        CHECK_TEXT(report.entities.items[report.events.items[0].place].name, "Gao");
        CHECK_TEXT(td_span_text(report.text, report.events.items[0].clause), "Police arrested farmers");
    }
    /* What foreigners do need not be done where the report was written. */
    code("Gao|Gao|PROPN|4|dep|country:ML —|—|PUNCT|4|punct Chad|Chad|PROPN|4|nsubj|country:TD "
         "shelled|shell|VERB+PAST|0|root rebels|rebel|NOUN|4|obj");
    CHECK_INTEGER(report.events.count, 1);
    if (report.events.count == 1) CHECK(report.events.items[0].place == TD_NONE);
    code("Mali|Mali|PROPN|4|dep|country:ML —|—|PUNCT|4|punct Police|police|NOUN|4|nsubj "
         "arrested|arrest|VERB+PAST|0|root farmers|farmer|NOUN|4|obj");
    check_parties("Mali", "");
    /* A dash behind a verb opens nothing. */
    code("Gao|Gao|PROPN|2|nsubj|place: slept|sleep|VERB+PAST|0|root —|—|PUNCT|2|punct police|police|NOUN|5|nsubj "
         "arrested|arrest|VERB+PAST|2|parataxis farmers|farmer|NOUN|5|obj");
    CHECK_INTEGER(report.events.count, 1);
    if (report.events.count == 1) CHECK(report.events.items[0].place == TD_NONE);
}

/* A threat is meant for whoever its condition names, however deep it stands, or whose country it would touch. */
static void test_threats(void) {
    code(CHAD "threatened|threaten|VERB+PAST|0|root to|to|PART|4|mark stop|stop|VERB+INF|2|xcomp talks|talk|NOUN|4|obj "
              "if|if|SCONJ|8|mark Mali|Mali|PROPN|8|nsubj|country:ML attacks|attack|VERB+PRES|4|advcl");
    CHECK(report.events.count >= 1);
    CHECK_INTEGER(report.events.items[0].type, TD_EVENT_THREATEN);
    CHECK_INTEGER(report.events.items[0].targets.count, 1);
    code(CHAD "threatened|threaten|VERB+PAST|0|root to|to|PART|4|mark resume|resume|VERB+INF|2|xcomp "
              "raids|raid|NOUN|4|obj in|in|ADP|7|case Mali|Mali|PROPN|4|obl|country:ML");
    check_parties("Chad", "Mali"); /* and what is only threatened is no event beside the threat */
    CHECK_INTEGER(report.events.items[0].type, TD_EVENT_THREATEN);
}

int main(int count, char **paths) {
    td_arena_init(&arena, (size_t)64 << 20);
    frames = tree_frames(count - 1, paths + 1, &arena);
    test_titles();
    test_appositions();
    test_home();
    test_abroad();
    test_dateline();
    test_threats();
    td_arena_release(&arena);
    return td_test_finish();
}
