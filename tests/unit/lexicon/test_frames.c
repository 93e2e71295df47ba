/* Frames and governors: what is read, what is found first, and what is refused with table, line and column. */

#include <stdio.h>
#include <string.h>

#include "harness.h"
#include "lexicon/frames.h"
#include "lexicon/word_key.h"

static td_arena arena;

#define CLASSES "class\twords\nvessels\tboat, ship\n"
#define GOVERNORS "words\tpart\tlinks\teffect\tmodality\tcontrol\tsays\n"
#define FRAMES "frame\tverbs\tnouns\tneeds\ttype\tmode\tcameo\troles\tledgers\taspect\texample\n"

static int load(const char *classes, const char *governors, const char *table, td_frames **frames, td_error *error) {
    td_named_text tables[] = {
        {TD_VIEW("frames/sea.tsv"), td_view_of(table)},
        {TD_VIEW("frames/modality.tsv"), td_view_of(governors)},
        {TD_VIEW("frames/classes.tsv"), td_view_of(classes)},
    };
    return td_frames_load(tables, 3, &arena, frames, error);
}

static void test_reading(void) {
    td_error error = TD_ERROR_INIT;
    td_frames *frames = NULL;
    uint32_t count;
    CHECK_INTEGER(load(CLASSES,
                       GOVERNORS "order, command\tverb\tclause object\tembed\tordered\tobject\t\n"
                                 "come\tverb\tunder\tcarry\t\tundergoes\t\n",
                       FRAMES
                       "sail\tsail, cast off\tvoyage\t\tMOBILIZE\ttroops\t15\tsubject=actor "
                       "to=place_to+target\tforces\tunder_way\tShe sailed.\n"
                       "sink\tsail\t\tsubject:@vessels; !to under:home *\tASSAULT\t\t18\tobject=target\t\t\tIt sank.\n",
                       &frames, &error),
                  TD_OK);
    if (!CHECK(frames != NULL)) return;
    CHECK_INTEGER(td_frames_count(frames), 2);
    /* Of two frames of one verb the more demanding comes first. */
    const td_frame_trigger *triggers = td_frames_triggers(frames, td_word_key(TD_VIEW("sail")), &count);
    if (CHECK_INTEGER(count, 2)) CHECK_TEXT(td_frames_get(frames, triggers[0].frame)->id, "sink");
    triggers = td_frames_triggers(frames, td_word_key(TD_VIEW("cast")), &count);
    if (CHECK_INTEGER(count, 1)) CHECK(triggers[0].particle == td_word_key(TD_VIEW("off")));
    CHECK(td_frames_triggers(frames, td_word_key(TD_VIEW("row")), &count) == NULL && count == 0);
    const td_frame *sail = td_frames_find(frames, TD_VIEW("sail"));
    if (CHECK(sail != NULL)) {
        CHECK_INTEGER(sail->ledgers, 1U << TD_LEDGER_FORCES);
        CHECK_INTEGER(sail->aspect, TD_MODALITY_UNDER_WAY);
        CHECK_INTEGER(sail->role_count, 2);
        CHECK_INTEGER(sail->roles[1].roles, TD_ROLE_PLACE_TO | TD_ROLE_TARGET);
    }
    const td_frame *sink = td_frames_find(frames, TD_VIEW("sink"));
    if (CHECK(sink != NULL && sink->need_count == 2)) {
        CHECK(sink->needs[0].classes == td_frames_class(frames, TD_VIEW("vessels")) && !sink->needs[0].forbidden);
        CHECK(sink->needs[1].forbidden && sink->needs[1].any && sink->needs[1].slot_count == 2);
        CHECK(!td_view_present(sink->mode));
        CHECK_INTEGER(sink->aspect, TD_MODALITY_HAPPENED);
    }
    CHECK(td_frames_classes(frames, td_word_key(TD_VIEW("Ship"))) == td_frames_class(frames, TD_VIEW("vessels")));
    CHECK_INTEGER(td_frames_classes(frames, td_word_key(TD_VIEW("car"))), 0);
    const td_governor *governors = td_frames_governors(frames, td_word_key(TD_VIEW("command")), &count);
    if (CHECK_INTEGER(count, 1)) {
        CHECK(governors[0].effect == TD_GOVERNOR_EMBED && governors[0].modality == TD_MODALITY_ORDERED);
        CHECK(governors[0].control == TD_SLOT_OBJECT && governors[0].link_count == 2);
    }
    governors = td_frames_governors(frames, td_word_key(TD_VIEW("come")), &count);
    if (CHECK_INTEGER(count, 1)) CHECK(governors[0].passive && governors[0].links[0].kind == TD_SLOT_PREPOSITION);
}

static void refused(const char *classes, const char *governors, const char *table, const char *message) {
    td_error error = TD_ERROR_INIT;
    td_frames *frames = NULL;
    CHECK_INTEGER(load(classes, governors, table, &frames, &error), TD_ERROR_INPUT);
    CHECK_TEXT(td_view_of(error.message), message);
}

static void test_refusing(void) {
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\t\tWAR\t\t\t\t\t\tx\n",
            "frames/sea.tsv, line 2, column 5 (type): 'WAR' is no PLOVER type");
    refused(CLASSES, GOVERNORS, FRAMES "# note\na\trow\t\tobject:@fleets\tAID\t\t\t\t\t\tx\n",
            "frames/sea.tsv, line 3, column 4 (needs): '@fleets' is no class of frames/classes.tsv");
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\tobject\tAID\t\t\t\t\t\tx\n",
            "frames/sea.tsv, line 2, column 4 (needs): 'object' should be slot:words");
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\t\tAID\t\t\tsubject=rower\t\t\tx\n",
            "frames/sea.tsv, line 2, column 8 (roles): 'rower' is no role");
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\t\tAID\t\t\tsubject\t\t\tx\n",
            "frames/sea.tsv, line 2, column 8 (roles): 'subject' should be slot=role");
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\t\tAID\t\t\t\tlogbook\t\tx\n",
            "frames/sea.tsv, line 2, column 9 (ledgers): 'logbook' is no ledger");
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\t\tAID\t\t\t\t\tsometimes\tx\n",
            "frames/sea.tsv, line 2, column 10 (aspect): 'sometimes' is no modality");
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\t\tAID\t\t\t\t\t\t\n",
            "frames/sea.tsv, line 2, column 11 (example): 'a' has no example");
    refused(CLASSES, GOVERNORS, FRAMES "a\t\t\t\tAID\t\t\t\t\t\tx\n",
            "frames/sea.tsv, line 2, column 2 (verbs): 'a' has neither verbs nor nouns");
    refused(CLASSES, GOVERNORS, FRAMES "a\trow\t\t\tAID\t\t\t\t\t\tx\na\tsteer\t\t\tAID\t\t\t\t\t\tx\n",
            "frames/sea.tsv, line 3, column 1 (frame): 'a' is empty or stands twice");
    refused(CLASSES, GOVERNORS "row\tverb\tclause\tembed\t\t\t\n", FRAMES,
            "frames/modality.tsv, line 2, column 5 (modality): 'embed' needs a modality");
    refused(CLASSES, GOVERNORS "row\tverb\tclause\tpush\t\t\t\n", FRAMES,
            "frames/modality.tsv, line 2, column 4 (effect): 'push' is no effect");
    refused(CLASSES, GOVERNORS "row\tverb\ta b c d e f g\tcarry\t\t\t\n", FRAMES,
            "frames/modality.tsv, line 2, column 3 (links): 'g' is one link too many");
    refused("class\twords\nplace\tport\n", GOVERNORS, FRAMES,
            "frames/classes.tsv, line 2, column 1 (class): 'place' is the name of a kind of entity");
}

static char told[1024];

static void tell(void *context, const char *message) {
    uint32_t *count = context;
    ++*count;
    snprintf(told + strlen(told), sizeof told - strlen(told), "%s\n", message);
}

/* A table that is checked: every fault is told, what can be read is, and it stands in for one of its name. */
static void test_checking(void) {
    static const char own[] = FRAMES "sail\tsail\t\t\tMOBILIZE\t\t15\tsubject=actor\t\t\tShe sailed.\n"
                                     "row\tRow\t\t\tMOBILIZE\t\t15\t\t\t\tHe rowed.\n"
                                     "dive\tdive\t\t\tMOBILIZE\t\t21\t\t\t\tHe dived.\n"
                                     "swim\tswim\t\tobjet:*\tMOBILIZE\t\t15\t\t\t\tHe swam.\n"
                                     "wade\twade\n"
                                     "steer\tsteer\tsteering wheel\t\tMOBILIZE\t\t15\t\t\t\tHe steered.\n"
                                     "moor\tmoor\t\t\tMOBILIZE\t\t15\tto=place_to\t\t\tIt moored.\n";
    static const char classes[] = "class\twords\npreposition\tto, from\n";
    td_named_text tables[] = {
        {TD_VIEW("frames/sea.tsv"), TD_VIEW(FRAMES "sail\tsail\t\t\tAID\t\t\t\t\t\tx\n")},
        {TD_VIEW("frames/classes.tsv"), td_view_of(classes)},
    };
    td_error error = TD_ERROR_INIT;
    td_frames *frames = NULL;
    uint32_t count = 0;
    td_frames_check check = {.context = &count, .wrong = tell};
    td_named_text table = {TD_VIEW("desk/sea.tsv"), td_view_of(own)};
    CHECK_INTEGER(td_frames_load_checked(tables, 2, table, &check, &arena, &frames, &error), TD_OK);
    CHECK_INTEGER(count, 5);
    CHECK_INTEGER(check.faults, 5);
    CHECK_TEXT(
        td_view_of(told),
        "desk/sea.tsv, line 3, column 2 (verbs): 'Row' should be a lemma, in lower case\n"
        "desk/sea.tsv, line 4, column 7 (cameo): '21' is no CAMEO root: 01 to 20\n"
        "desk/sea.tsv, line 5, column 4 (needs): 'objet' is no dependent: say subject, object, indirect, clause, "
        "kind or a preposition\n"
        "desk/sea.tsv, line 6, column 3: 2 cells where 11 columns are named\n"
        "desk/sea.tsv, line 7, column 3 (nouns): 'steering wheel' should be one word\n");
    if (!CHECK_INTEGER(check.rows.count, 2)) return;
    CHECK_INTEGER(check.rows.items[1].line, 8);
    CHECK_TEXT(td_frames_get(frames, check.rows.items[1].frame)->id, "moor");
    CHECK_INTEGER(td_frames_count(frames), 2);
    CHECK_INTEGER(td_frames_find(frames, TD_VIEW("sail"))->type, TD_EVENT_MOBILIZE);
    /* Without its columns nothing can be read. */
    table.text = TD_VIEW("frame\tverb\n");
    check = (td_frames_check){.context = &count, .wrong = tell};
    CHECK_INTEGER(td_frames_load_checked(tables, 2, table, &check, &arena, &frames, &error), TD_OK);
    CHECK_INTEGER(check.faults, 1);
}

int main(void) {
    td_arena_init(&arena, (size_t)64 << 20);
    test_reading();
    test_refusing();
    test_checking();
    td_arena_release(&arena);
    return td_test_finish();
}
