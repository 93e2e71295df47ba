/* Modality and polarity from trees made by hand: governors, auxiliaries, negation, conditions, hedges. */

#include "event/coding.h"
#include "harness.h"
#include "tree_report.h"

static td_arena arena;
static const td_frames *frames;

#define CHAD "Chad|Chad|PROPN|2|nsubj|country:TD "

/* "Chad <governor> ... withdraw(al)": the modality that comes of it. */
static void check_modality(const char *marked, enum td_modality modality, bool negated) {
    td_report report = tree_report(marked, &arena);
    td_event_code_frames(frames, TD_HAPPENINGS_ALL, &report, &arena);
    td_event *event = NULL;
    for (uint32_t i = 0; i < report.events.count; i++)
        if (td_view_equal(report.events.items[i].mode, TD_VIEW("withdraw"))) event = &report.events.items[i];
    if (!CHECK(event != NULL)) return;
    CHECK_TEXT(td_view_of(td_modality_label(event->modality)), td_modality_label(modality));
    CHECK_INTEGER(event->negated, negated);
}

static void test_modality(void) {
    static const char infinitive[] = " to|to|PART|4|mark withdraw|withdraw|VERB+INF|2|xcomp troops|troop|NOUN|4|obj";
    static const char nominal[] =
        " the|the|DET|4|det withdrawal|withdrawal|NOUN|2|obj of|of|ADP|6|case troops|troop|NOUN|4|nmod";
    static const struct {
        const char *verb;
        const char *rest;
        enum td_modality modality;
        bool negated;
    } cases[] = {
        {"agreed|agree|VERB+PAST|0|root", infinitive, TD_MODALITY_AGREED, false},
        {"began|begin|VERB+PAST|0|root", infinitive, TD_MODALITY_BEGUN, false},
        {"continued|continue|VERB+PAST|0|root", infinitive, TD_MODALITY_UNDER_WAY, false},
        {"refused|refuse|VERB+PAST|0|root", infinitive, TD_MODALITY_REFUSED, false},
        {"failed|fail|VERB+PAST|0|root", infinitive, TD_MODALITY_HAPPENED, true},
        {"hoped|hope|VERB+PAST|0|root", infinitive, TD_MODALITY_HOPED, false},
        {"planned|plan|VERB+PAST|0|root", infinitive, TD_MODALITY_PLANNED, false},
        {"promised|promise|VERB+PAST|0|root", infinitive, TD_MODALITY_PLANNED, false},
        {"announced|announce|VERB+PAST|0|root", nominal, TD_MODALITY_ANNOUNCED, false},
        {"ordered|order|VERB+PAST|0|root", nominal, TD_MODALITY_ORDERED, false},
        {"denied|deny|VERB+PAST|0|root", nominal, TD_MODALITY_DENIED, false},
        {"expects|expect|VERB+PRES|0|root", nominal, TD_MODALITY_EXPECTED, false},
        {"demanded|demand|VERB+PAST|0|root", nominal, TD_MODALITY_CALLED_FOR, false},
        {"completed|complete|VERB+PAST|0|root", nominal, TD_MODALITY_ENDED, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_view marked = td_arena_format(&arena, CHAD "%s%s", cases[i].verb, cases[i].rest);
        check_modality(marked.bytes, cases[i].modality, cases[i].negated);
    }
    static const struct {
        const char *words;
        enum td_modality modality;
        bool negated;
    } groups[] = {
        {"will|will|AUX|3|aux withdraw|withdraw|VERB+INF|0|root", TD_MODALITY_PLANNED, false},
        {"may|may|AUX|3|aux withdraw|withdraw|VERB+INF|0|root", TD_MODALITY_POSSIBLE, false},
        {"should|should|AUX|3|aux withdraw|withdraw|VERB+INF|0|root", TD_MODALITY_CALLED_FOR, false},
        {"is|be|AUX+PRES|3|aux withdrawing|withdraw|VERB+GER|0|root", TD_MODALITY_UNDER_WAY, false},
        {"reportedly|reportedly|ADV|3|advmod withdrew|withdraw|VERB+PAST|0|root", TD_MODALITY_ALLEGED, false},
        {"never|never|ADV|3|advmod withdrew|withdraw|VERB+PAST|0|root", TD_MODALITY_HAPPENED, true},
    };
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        td_view marked =
            td_arena_format(&arena, "Chad|Chad|PROPN|3|nsubj|country:TD %s troops|troop|NOUN|3|obj", groups[i].words);
        check_modality(marked.bytes, groups[i].modality, groups[i].negated);
    }
    /* "has not ordered the withdrawal", "announced the decision to withdraw", "denied that it had withdrawn" */
    check_modality("Chad|Chad|PROPN|4|nsubj|country:TD has|have|AUX+PRES|4|aux not|not|PART|4|advmod "
                   "ordered|order|VERB+PART|0|root the|the|DET|6|det "
                   "withdrawal|withdrawal|NOUN|4|obj of|of|ADP|8|case troops|troop|NOUN|6|nmod",
                   TD_MODALITY_ORDERED, true);
    check_modality(
        CHAD "announced|announce|VERB+PAST|0|root the|the|DET|4|det decision|decision|NOUN|2|obj to|to|PART|6|mark "
             "withdraw|withdraw|VERB+INF|4|acl troops|troop|NOUN|6|obj",
        TD_MODALITY_ANNOUNCED, false);
    check_modality(
        CHAD
        "denied|deny|VERB+PAST|0|root that|that|SCONJ|6|mark it|it|PRON|6|nsubj|pronoun:Chad had|have|AUX+PAST|6|aux "
        "withdrawn|withdraw|VERB+PART|2|ccomp troops|troop|NOUN|6|obj",
        TD_MODALITY_DENIED, false);
}

/* What stacks: the outer word turns the standing that the inner one made. */
static void test_stacks(void) {
    /* "is expected to announce the withdrawal of troops" */
    check_modality("Chad|Chad|PROPN|3|nsubj:pass|country:TD is|be|AUX+PRES|3|aux:pass expected|expect|VERB+PART|0|root "
                   "to|to|PART|5|mark "
                   "announce|announce|VERB+INF|3|xcomp the|the|DET|7|det withdrawal|withdrawal|NOUN|5|obj "
                   "of|of|ADP|9|case troops|troop|NOUN|7|nmod",
                   TD_MODALITY_EXPECTED, false);
    /* "agreed to begin withdrawing troops" */
    check_modality(CHAD "agreed|agree|VERB+PAST|0|root to|to|PART|4|mark begin|begin|VERB+INF|2|xcomp "
                        "withdrawing|withdraw|VERB+GER|4|xcomp "
                        "troops|troop|NOUN|5|obj",
                   TD_MODALITY_AGREED, false);
    /* "said that it had not withdrawn troops" */
    check_modality(CHAD "said|say|VERB+PAST|0|root that|that|SCONJ|7|mark it|it|PRON|7|nsubj|pronoun:Chad "
                        "had|have|AUX+PAST|7|aux not|not|PART|7|advmod "
                        "withdrawn|withdraw|VERB+PART|2|ccomp troops|troop|NOUN|7|obj",
                   TD_MODALITY_HAPPENED, true);
    /* "did not say whether it would withdraw troops" */
    check_modality("Chad|Chad|PROPN|4|nsubj|country:TD did|do|AUX+PAST|4|aux not|not|PART|4|advmod "
                   "say|say|VERB+INF|0|root whether|whether|SCONJ|8|mark "
                   "it|it|PRON|8|nsubj|pronoun:Chad would|would|AUX|8|aux withdraw|withdraw|VERB+INF|4|ccomp "
                   "troops|troop|NOUN|8|obj",
                   TD_MODALITY_UNDISCLOSED, false);
    /* "accused Mali of withdrawing troops" */
    check_modality(CHAD "accused|accuse|VERB+PAST|0|root Mali|Mali|PROPN|2|obj|country:ML of|of|SCONJ|5|mark "
                        "withdrawing|withdraw|VERB+GER|2|advcl troops|troop|NOUN|5|obj",
                   TD_MODALITY_ALLEGED, false);
    /* "If Chad withdraws troops, talks end", "Mali acted to help withdraw troops" */
    check_modality("If|if|SCONJ|3|mark Chad|Chad|PROPN|3|nsubj|country:TD withdraws|withdraw|VERB+PRES|6|advcl "
                   "troops|troop|NOUN|3|obj ,|,|PUNCT|6|punct "
                   "rejoice|rejoice|VERB+PRES|0|root",
                   TD_MODALITY_POSSIBLE, false);
    check_modality("Mali|Mali|PROPN|2|nsubj|country:ML acted|act|VERB+PAST|0|root to|to|PART|4|mark "
                   "withdraw|withdraw|VERB+INF|2|advcl its|its|PRON|6|nmod:poss "
                   "troops|troop|NOUN|4|obj",
                   TD_MODALITY_PLANNED, false);
    /* "no troops withdrew", "a planned withdrawal of troops by Chad", "without withdrawing" */
    check_modality("No|no|DET|2|det soldiers|soldier|NOUN|3|nsubj withdrew|withdraw|VERB+PAST|0|root "
                   "from|from|ADP|5|case Mali|Mali|PROPN|3|obl|country:ML",
                   TD_MODALITY_HAPPENED, true);
    check_modality("The|the|DET|3|det planned|plan|VERB+PART|3|amod withdrawal|withdrawal|NOUN|8|nsubj "
                   "of|of|ADP|5|case troops|troop|NOUN|3|nmod by|by|ADP|7|case "
                   "Chad|Chad|PROPN|3|nmod|country:TD surprised|surprise|VERB+PAST|0|root",
                   TD_MODALITY_PLANNED, false);
    check_modality(CHAD "left|quit|VERB+PAST|0|root without|without|SCONJ|4|mark withdrawing|withdraw|VERB+GER|2|advcl "
                        "its|its|PRON|6|nmod:poss troops|troop|NOUN|4|obj",
                   TD_MODALITY_HAPPENED, true);
}

/* What only seems to be in the grasp of a word: clauses that date it, outcomes, what is kept back, ends. */
static void test_reach(void) {
    /* "ordered elections when it had withdrawn troops" */
    check_modality(CHAD "ordered|order|VERB+PAST|0|root elections|election|NOUN|2|obj when|when|SCONJ|7|advmod "
                        "it|it|PRON|7|nsubj|pronoun:Chad had|have|AUX+PAST|7|aux withdrawn|withdraw|VERB+PART|2|advcl "
                        "troops|troop|NOUN|7|obj",
                   TD_MODALITY_HAPPENED, false);
    /* but "did not say when it would withdraw troops" */
    check_modality("Chad|Chad|PROPN|4|nsubj|country:TD did|do|AUX+PAST|4|aux not|not|PART|4|advmod "
                   "say|say|VERB+INF|0|root when|when|SCONJ|8|advmod it|it|PRON|8|nsubj|pronoun:Chad "
                   "would|would|AUX|8|aux withdraw|withdraw|VERB+INF|4|advcl troops|troop|NOUN|8|obj",
                   TD_MODALITY_UNDISCLOSED, false);
    /* "declined to say how many troops it would withdraw" */
    check_modality(CHAD "declined|decline|VERB+PAST|0|root to|to|PART|4|mark say|say|VERB+INF|2|xcomp "
                        "how|how|ADV|6|advmod many|many|ADJ|7|amod troops|troop|NOUN|10|obj "
                        "it|it|PRON|10|nsubj|pronoun:Chad would|would|AUX|10|aux withdraw|withdraw|VERB+INF|4|ccomp",
                   TD_MODALITY_UNDISCLOSED, false);
    /* "not all soldiers will withdraw" */
    check_modality("Not|not|PART|2|advmod all|all|DET|3|det soldiers|soldier|NOUN|5|nsubj will|will|AUX|5|aux "
                   "withdraw|withdraw|VERB+INF|0|root from|from|ADP|7|case Mali|Mali|PROPN|5|obl|country:ML",
                   TD_MODALITY_PLANNED, true);
    /* "neither Chad nor Mali withdrew" */
    check_modality("Neither|neither|CCONJ|2|cc:preconj Chad|Chad|PROPN|5|nsubj|country:TD nor|nor|CCONJ|4|cc "
                   "Mali|Mali|PROPN|2|conj|country:ML withdrew|withdraw|VERB+PAST|0|root troops|troop|NOUN|5|obj",
                   TD_MODALITY_HAPPENED, true);
    /* "was the last to withdraw", "will be the first to withdraw" */
    check_modality("Chad|Chad|PROPN|4|nsubj|country:TD was|be|AUX+PAST|4|cop the|the|DET|4|det last|last|ADJ|0|root "
                   "to|to|PART|6|mark withdraw|withdraw|VERB+INF|4|acl troops|troop|NOUN|6|obj",
                   TD_MODALITY_HAPPENED, false);
    check_modality("Chad|Chad|PROPN|5|nsubj|country:TD will|will|AUX|5|aux be|be|AUX+INF|5|cop the|the|DET|5|det "
                   "first|first|ADJ|0|root to|to|PART|7|mark withdraw|withdraw|VERB+INF|5|advcl "
                   "troops|troop|NOUN|7|obj",
                   TD_MODALITY_PLANNED, false);
    /* "declared an end to the withdrawal of troops", "called for an end to the withdrawal of troops" */
    check_modality(CHAD "declared|declare|VERB+PAST|0|root an|a|DET|4|det end|end|NOUN|2|obj to|to|ADP|7|case "
                        "the|the|DET|7|det withdrawal|withdrawal|NOUN|4|nmod of|of|ADP|9|case troops|troop|NOUN|7|nmod",
                   TD_MODALITY_ENDED, false);
    check_modality(CHAD "called|call|VERB+PAST|0|root for|for|ADP|5|case an|a|DET|5|det end|end|NOUN|2|obl "
                        "to|to|ADP|8|case the|the|DET|8|det withdrawal|withdrawal|NOUN|5|nmod of|of|ADP|10|case "
                        "troops|troop|NOUN|8|nmod",
                   TD_MODALITY_UNDER_WAY, false);
}

/* What clauses and conjuncts take over from each other. */
static void test_clauses(void) {
    /* "must disarm and withdraw", "did not disarm or withdraw", "to disarm and withdraw" as an aim */
    check_modality("Chad|Chad|PROPN|3|nsubj|country:TD must|must|AUX|3|aux disarm|disarm|VERB+INF|0|root "
                   "and|and|CCONJ|5|cc withdraw|withdraw|VERB+PRES|3|conj troops|troop|NOUN|5|obj",
                   TD_MODALITY_CALLED_FOR, false);
    check_modality("Chad|Chad|PROPN|4|nsubj|country:TD did|do|AUX+PAST|4|aux not|not|PART|4|advmod "
                   "rest|rest|VERB+INF|0|root or|or|CCONJ|6|cc withdraw|withdraw|VERB+INF|4|conj "
                   "troops|troop|NOUN|6|obj",
                   TD_MODALITY_HAPPENED, true);
    check_modality("The|the|DET|2|det task|task|NOUN|5|nsubj is|be|AUX+PRES|5|cop to|to|PART|5|mark "
                   "rest|rest|VERB+INF|0|root and|and|CCONJ|7|cc withdraw|withdraw|VERB+INF|5|conj "
                   "troops|troop|NOUN|7|obj",
                   TD_MODALITY_PLANNED, false);
    /* "withdraws troops if talks fail", but "withdrew" though there is an "if" */
    check_modality(CHAD "withdraws|withdraw|VERB+PRES|0|root troops|troop|NOUN|2|obj if|if|SCONJ|6|mark "
                        "it|it|PRON|6|nsubj rains|rain|VERB+PRES|2|advcl",
                   TD_MODALITY_POSSIBLE, false);
    check_modality(CHAD "withdrew|withdraw|VERB+PAST|0|root troops|troop|NOUN|2|obj if|if|SCONJ|6|mark "
                        "it|it|PRON|6|nsubj rained|rain|VERB+PAST|2|advcl",
                   TD_MODALITY_HAPPENED, false);
    /* "urged Mali to act to withdraw troops": no surer than what is asked for */
    check_modality(CHAD "urged|urge|VERB+PAST|0|root Mali|Mali|PROPN|2|obj|country:ML to|to|PART|5|mark "
                        "act|act|VERB+INF|2|xcomp to|to|PART|7|mark withdraw|withdraw|VERB+INF|5|advcl "
                        "troops|troop|NOUN|7|obj",
                   TD_MODALITY_CALLED_FOR, false);
    /* "asked whether it had withdrawn troops", "asked if ..." */
    static const char *const openers[] = {"whether", "if"};
    for (int i = 0; i < 2; i++) {
        td_view marked = td_arena_format(&arena,
                                         CHAD "asked|ask|VERB+PAST|0|root %s|%s|SCONJ|6|mark "
                                              "Mali|Mali|PROPN|6|nsubj|country:ML had|have|AUX+PAST|6|aux "
                                              "withdrawn|withdraw|VERB+PART|2|ccomp troops|troop|NOUN|6|obj",
                                         openers[i], openers[i]);
        check_modality(marked.bytes, TD_MODALITY_UNDISCLOSED, false);
    }
    /* "did not know that Mali had withdrawn troops": it had */
    check_modality("Chad|Chad|PROPN|4|nsubj|country:TD did|do|AUX+PAST|4|aux not|not|PART|4|advmod "
                   "know|know|VERB+INF|0|root that|that|SCONJ|8|mark Mali|Mali|PROPN|8|nsubj|country:ML "
                   "had|have|AUX+PAST|8|aux withdrawn|withdraw|VERB+PART|4|ccomp troops|troop|NOUN|8|obj",
                   TD_MODALITY_HAPPENED, false);
    /* "was expected to say that Mali had withdrawn troops": the telling is expected */
    check_modality(
        "Chad|Chad|PROPN|3|nsubj:pass|country:TD was|be|AUX+PAST|3|aux:pass expected|expect|VERB+PART|0|root "
        "to|to|PART|5|mark say|say|VERB+INF|3|xcomp that|that|SCONJ|9|mark Mali|Mali|PROPN|9|nsubj|country:ML "
        "had|have|AUX+PAST|9|aux withdrawn|withdraw|VERB+PART|5|ccomp troops|troop|NOUN|9|obj",
        TD_MODALITY_HAPPENED, false);
    /* "Withdrawing troops, Chad announced elections": in front, and none of what was announced */
    check_modality("Withdrawing|withdraw|VERB+GER|5|advcl troops|troop|NOUN|1|obj ,|,|PUNCT|1|punct "
                   "Chad|Chad|PROPN|5|nsubj|country:TD announced|announce|VERB+PAST|0|root "
                   "elections|election|NOUN|5|obj",
                   TD_MODALITY_HAPPENED, false);
    /* "the withdrawal of troops planned for May" */
    check_modality("The|the|DET|2|det withdrawal|withdrawal|NOUN|8|nsubj of|of|ADP|4|case troops|troop|NOUN|2|nmod "
                   "by|by|ADP|6|case Chad|Chad|PROPN|2|nmod|country:TD planned|plan|VERB+PART|2|acl "
                   "surprised|surprise|VERB+PAST|0|root",
                   TD_MODALITY_PLANNED, false);
    /* "the cost of withdrawing troops": in general */
    check_modality(CHAD "counted|count|VERB+PAST|0|root the|the|DET|4|det cost|cost|NOUN|2|obj of|of|SCONJ|6|mark "
                        "withdrawing|withdraw|VERB+GER|4|acl troops|troop|NOUN|6|obj",
                   TD_MODALITY_POSSIBLE, false);
}

int main(int count, char **arguments) {
    td_arena_init(&arena, (size_t)256 << 20);
    frames = tree_frames(count - 1, arguments + 1, &arena);
    test_modality();
    test_stacks();
    test_reach();
    test_clauses();
    td_arena_release(&arena);
    return td_test_finish();
}
