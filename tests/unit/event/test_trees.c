/* Trees: extents, joined words, repairs, what a loop does, and a sentence of nothing but nouns. */

#include "event/coding.h"
#include "harness.h"
#include "tree_report.h"

static td_arena arena;
static td_report report;
static td_tree tree;

static void read(const char *marked) {
    report = tree_report(marked, &arena);
    tree = (td_tree){0};
    td_tree_read(&tree, &report, 0, &arena);
}

static void check_node(uint32_t node, uint32_t head, enum td_relation relation) {
    CHECK_INTEGER(tree.nodes[node].head, head);
    CHECK_INTEGER(tree.nodes[node].relation, relation);
}

static void test_layout(void) {
    read("The|the|DET|2|det envoy|envoy|NOUN|5|nsubj of|of|ADP|4|case Chad|Chad|PROPN|2|nmod|country:TD "
         "spoke|speak|VERB+PAST|0|root");
    CHECK_INTEGER(tree.nodes[1].left, 0);
    CHECK_INTEGER(tree.nodes[1].right, 3);
    CHECK_INTEGER(tree.nodes[4].child, 1);
    CHECK_INTEGER(tree.nodes[3].mention, 0);
    CHECK_TEXT(td_span_text(report.text, td_tree_phrase(&tree, 1)), "The envoy of Chad");
    CHECK_INTEGER(td_tree_node_at(&tree, 4), 1);
    CHECK(td_tree_below(&tree, 3, 4) && !td_tree_below(&tree, 4, 3));
    /* A subtype that coding does not tell apart counts as its base. */
    read("They|they|PRON|2|nsubj:outer left|leave|VERB+PAST|0|root today|today|NOUN|2|obl:unmarked");
    check_node(0, 1, TD_RELATION_NSUBJ);
    check_node(2, 1, TD_RELATION_OBL);
}

static void test_repairs(void) {
    /* "the cabinet admitted monitors", read as monitors that were admitted */
    read("The|the|DET|2|det cabinet|cabinet|NOUN|3|nsubj admitted|admit|VERB+PAST|4|amod monitors|monitor|NOUN|0|root");
    check_node(2, TD_NONE, TD_RELATION_ROOT);
    check_node(3, 2, TD_RELATION_OBJ);
    /* "two armies exchanged captives": a participle that describes a noun takes no object */
    read("Two|two|NUM|2|nummod armies|army|NOUN|0|root exchanged|exchange|VERB+PART|2|acl captives|captive|NOUN|3|obj");
    check_node(2, TD_NONE, TD_RELATION_ROOT);
    check_node(1, 2, TD_RELATION_NSUBJ);
    /* "a truce agreed in May has held" */
    read("A|a|DET|2|det truce|truce|NOUN|3|nsubj agreed|agree|VERB+PART|7|advcl in|in|ADP|5|case May|May|PROPN|3|obl "
         "has|have|AUX+PRES|7|aux held|hold|VERB+PART|0|root");
    check_node(1, 6, TD_RELATION_NSUBJ);
    check_node(2, 1, TD_RELATION_ACL);
    /* "freed up to 90 men": a bound, no phrase; "a ceasefire has held": no passive without "be" */
    read("Mali|Mali|PROPN|2|nsubj freed|free|VERB+PAST|0|root up|up|ADP|2|compound:prt to|to|ADP|6|case "
         "90|90|NUM|6|nummod men|man|NOUN|2|obl");
    check_node(5, 1, TD_RELATION_OBJ);
    CHECK_INTEGER(td_tree_child(&tree, 1, TD_RELATION_COMPOUND_PRT), TD_NONE);
    read("Truces|truce|NOUN|3|nsubj:pass have|have|AUX+PRES|3|aux held|hold|VERB+PART|0|root");
    check_node(0, 2, TD_RELATION_NSUBJ);
    /* "the militia supported government forces": hung on the first word of the object */
    read("The|the|DET|5|det militia|militia|NOUN|5|compound supported|support|VERB+PAST|4|amod "
         "government|government|NOUN|5|compound forces|force|NOUN|0|root");
    check_node(2, TD_NONE, TD_RELATION_ROOT);
    check_node(1, 2, TD_RELATION_NSUBJ);
    check_node(4, 2, TD_RELATION_OBJ);
    /* "half of the herders have fled", "advisers who train the guard will stay": one subject a verb */
    read("Half|half|NOUN|6|nsubj of|of|ADP|4|case the|the|DET|4|det herders|herder|NOUN|6|nsubj "
         "have|have|AUX+PRES|6|aux fled|flee|VERB+PART|0|root");
    check_node(0, 5, TD_RELATION_NSUBJ);
    check_node(3, 0, TD_RELATION_NMOD);
    read("Advisers|adviser|NOUN|7|obl who|who|PRON|3|nsubj train|train|VERB+PRES|1|acl:relcl the|the|DET|5|det "
         "guard|guard|NOUN|7|nsubj will|will|AUX|7|aux stay|stay|VERB+INF|0|root");
    check_node(0, 6, TD_RELATION_NSUBJ);
    check_node(4, 2, TD_RELATION_OBJ);
    /* "received Chadian President Deby": the name is received */
    read("They|they|PRON|2|nsubj received|receive|VERB+PAST|0|root Chadian|chadian|ADJ|2|obj "
         "President|president|PROPN|5|nmod Deby|Deby|PROPN|3|appos");
    check_node(4, 1, TD_RELATION_OBJ);
    check_node(2, 4, TD_RELATION_AMOD);
    /* "a bomb hidden in a cart exploded" with the participle read as a clause for a subject */
    read("A|a|DET|2|det bomb|bomb|NOUN|3|nsubj hidden|hide|VERB+PART|7|csubj in|in|ADP|6|case a|a|DET|6|det "
         "cart|cart|NOUN|3|obl exploded|explode|VERB+PAST|0|root");
    check_node(1, 6, TD_RELATION_NSUBJ);
    check_node(2, 1, TD_RELATION_ACL);
    /* "by the war crimes court", "Deby on Monday left" */
    read("Indicted|indict|VERB+PAST|0|root by|by|ADP|4|case the|the|DET|5|det crimes|crime|NOUN|5|compound "
         "court|court|NOUN|1|obl");
    check_node(1, 4, TD_RELATION_CASE);
    read("Idriss|Idriss|PROPN|0|root Deby|Deby|PROPN|1|flat on|on|ADP|5|mark Monday|Monday|PROPN|5|nsubj "
         "left|leave|VERB+PAST|1|advcl Gao|Gao|PROPN|5|obj");
    check_node(4, TD_NONE, TD_RELATION_ROOT);
    check_node(0, 4, TD_RELATION_NSUBJ);
    check_node(3, 4, TD_RELATION_OBL);
    /* "hours after he had resumed talks": a clause with a subject and "had" describes no noun */
    read("Hours|hour|NOUN|0|root after|after|SCONJ|5|mark Mahamat|Mahamat|PROPN|5|nsubj had|have|AUX+PAST|5|aux "
         "resumed|resume|VERB+PART|1|acl talks|talk|NOUN|5|obj");
    check_node(4, 0, TD_RELATION_ADVCL);
    /* "planes and tanks shelled posts": no comma and no "and" in front of the verb; "the troops" are no houses */
    read("Planes|plane|NOUN|0|root and|and|CCONJ|3|cc tanks|tank|NOUN|1|conj shelled|shell|VERB+PAST|5|amod "
         "posts|post|NOUN|1|conj");
    check_node(3, TD_NONE, TD_RELATION_ROOT);
    check_node(0, 3, TD_RELATION_NSUBJ);
    check_node(4, 3, TD_RELATION_OBJ);
    read("The|the|DET|2|det troops|troop|NOUN|4|nsubj razed|raze|VERB+PAST|2|acl houses|house|NOUN|0|root");
    check_node(2, TD_NONE, TD_RELATION_ROOT);
    check_node(1, 2, TD_RELATION_NSUBJ);
    check_node(3, 2, TD_RELATION_OBJ);
    /* "left from neighbouring Chad", "telephoned Chadian President Deby" */
    read("They|they|PRON|2|nsubj left|leave|VERB+PAST|0|root from|from|ADP|4|mark "
         "neighbouring|neighbour|VERB+GER|2|advcl Chad|Chad|PROPN|4|obj");
    check_node(4, 1, TD_RELATION_OBL);
    check_node(2, 4, TD_RELATION_CASE);
    check_node(3, 4, TD_RELATION_AMOD);
    read("They|they|PRON|2|nsubj telephoned|telephone|VERB+PAST|0|root Chadian|chadian|ADJ|2|xcomp "
         "President|president|PROPN|5|nmod Deby|Deby|PROPN|3|obj");
    check_node(4, 1, TD_RELATION_OBJ);
    check_node(2, 4, TD_RELATION_AMOD);
    /* What may be right is left alone: a described noun in a clause of its own. */
    read("Abandoned|abandon|VERB+PART|2|amod posts|post|NOUN|3|nsubj burned|burn|VERB+PAST|0|root");
    check_node(0, 1, TD_RELATION_AMOD);
    read("Posts|post|NOUN|4|nsubj abandoned|abandon|VERB+PART|1|acl yesterday|yesterday|NOUN|2|obl "
         "burned|burn|VERB+PAST|0|root");
    check_node(1, 0, TD_RELATION_ACL);
}

static void test_odd(void) {
    read("one|one|NOUN|2|nmod two|two|NOUN|3|nmod three|three|NOUN|1|nmod");
    for (uint32_t i = 0; i < 3; i++) CHECK_INTEGER(tree.nodes[i].head, TD_NONE);
    td_buffer buffer;
    td_buffer_init(&buffer, 1 << 22);
    for (int i = 0; i < 20000; i++) td_buffer_add_string(&buffer, "truce|truce|NOUN|1|conj ");
    read(td_buffer_view(&buffer).bytes);
    td_buffer_release(&buffer);
    CHECK_INTEGER(tree.count, 20000);
    CHECK_INTEGER(tree.nodes[0].right, 19999);
}

int main(void) {
    td_arena_init(&arena, (size_t)1 << 30);
    test_layout();
    test_repairs();
    test_odd();
    td_arena_release(&arena);
    return td_test_finish();
}
