/* Phrases that stand for one thing: what may be linked, what a chain stands for, and the mentions that come of it. */

#include <stdlib.h>

#include "harness.h"
#include "mention/coreference_model.h"
#include "mention/mention.h"
#include "named_report.h"

static td_arena arena;
static td_lexicon *lexicon;

/* A report of one parsed sentence, read to the end. */
static td_report read_parsed(const char *marked, const char *parse) {
    td_report report = named_report(lexicon, marked, &arena);
    named_parse(&report, parse);
    td_find_entities(lexicon, &report, &arena);
    td_mention_complete(&report, &arena);
    return report;
}

static const td_mention *mention_of(const td_report *report, const char *text) {
    for (td_each(mention, &report->mentions))
        if (td_view_equal(td_span_text(report->text, mention->span), td_view_of(text))) return mention;
    return NULL;
}

static void test_chain_without_name(void) {
    td_report report =
        read_parsed("The villagers|PLURAL said|VERB they left|VERB .", "2:det 3:nsubj 0:root 5:nsubj 3:ccomp 3:punct");
    const td_mention *they = mention_of(&report, "they"), *villagers = mention_of(&report, "The villagers");
    if (!CHECK(they && villagers && they->entity != TD_NONE)) return;
    CHECK_INTEGER(they->entity, villagers->entity);
    CHECK_INTEGER(villagers->form, TD_FORM_NOMINAL);
    CHECK(report.entities.items[they->entity].unnamed);
    CHECK_TEXT(report.entities.items[they->entity].name, "The villagers");
}

/* What stands once is no chain: it is neither mention nor entity. */
static void test_alone(void) {
    td_report report = read_parsed("A lorry|NOUN hit|VERB a wall|NOUN .", "2:det 3:nsubj 0:root 5:det 3:obj 3:punct");
    CHECK_INTEGER(report.mentions.count, 0);
    CHECK_INTEGER(report.entities.count, 0);
}

static void test_name_grows(void) {
    td_report report = read_parsed("Okonedo 's car|NOUN stopped|VERB .", "3:nmod:poss 1:case 4:nsubj 0:root 4:punct");
    const td_mention *name = mention_of(&report, "Okonedo 's");
    if (CHECK(name)) CHECK_INTEGER(name->form, TD_FORM_NAME);
    report = read_parsed("They visited|VERB the Ostrava Institute .", "2:nsubj 0:root 5:det 5:compound 2:obj 2:punct");
    name = mention_of(&report, "the Ostrava Institute");
    if (CHECK(name)) CHECK_INTEGER(name->form, TD_FORM_NAME);
}

static void test_group(void) {
    td_report report = read_parsed("Maria Okonedo and Peter Halvers said|VERB they agreed|VERB .",
                                   "6:nsubj 1:flat 4:cc 1:conj 4:flat 0:root 8:nsubj 6:ccomp 6:punct");
    const td_mention *both = mention_of(&report, "Maria Okonedo and Peter Halvers"),
                     *they = mention_of(&report, "they");
    if (!CHECK(both && they)) return;
    CHECK_INTEGER(they->group.count, 2);
    CHECK_INTEGER(they->entity, TD_NONE);
    CHECK_INTEGER(both->group.count, 2);
}

/* ---- what may be linked ---- */

static td_coreference *phrases_in(const char *marked, const char *parse) {
    td_report *report = TD_NEW(&arena, td_report);
    *report = named_report(lexicon, marked, &arena);
    named_parse(report, parse);
    td_naming *naming = TD_NEW(&arena, td_naming);
    *naming = td_naming_begin(lexicon, report, &arena);
    td_naming_read_names(naming);
    td_coreference *coreference = TD_NEW(&arena, td_coreference);
    td_coreference_begin(coreference, naming, &arena);
    return coreference;
}

static td_index phrase_with_form(const td_coreference *coreference, enum td_referring_form form) {
    for (td_index i = 0; i < coreference->phrases.count; i++)
        if (coreference->phrases.items[i].form == form) return i;
    return TD_NONE;
}

static void test_barred(void) {
    td_coreference *coreference = phrases_in("Maria Okonedo saw|VERB the road|NOUN and he closed|VERB it .",
                                             "3:nsubj 1:flat 0:root 5:det 3:obj 8:cc 8:nsubj 3:conj 8:obj 3:punct");
    td_antecedent antecedents[TD_MOST_ANTECEDENTS];
    td_index he = phrase_with_form(coreference, TD_REFERS_HE), it = phrase_with_form(coreference, TD_REFERS_IT);
    if (!CHECK(he != TD_NONE && it != TD_NONE)) return;
    for (uint32_t n = td_coreference_antecedents(coreference, he, antecedents); n-- > 0;)
        CHECK(coreference->phrases.items[antecedents[n].phrase].form != TD_REFERS_NAME); /* Maria is a woman's name */
    for (uint32_t n = td_coreference_antecedents(coreference, it, antecedents); n-- > 0;)
        CHECK(coreference->phrases.items[antecedents[n].phrase].kind != TD_ENTITY_PERSON + 1);
}

static void test_forms(void) {
    td_coreference *coreference =
        phrases_in("This road|NOUN , a ford|NOUN and their boats|PLURAL pleased|VERB you .",
                   "2:det 9:nsubj 5:punct 5:det 2:conj 8:cc 8:nmod:poss 2:conj 0:root 9:obj 9:punct");
    CHECK(phrase_with_form(coreference, TD_REFERS_DEMONSTRATIVE) != TD_NONE);
    CHECK(phrase_with_form(coreference, TD_REFERS_INDEFINITE) != TD_NONE);
    CHECK(phrase_with_form(coreference, TD_REFERS_POSSESSED) != TD_NONE);
    CHECK(phrase_with_form(coreference, TD_REFERS_YOU) != TD_NONE);
}

/* ---- the model ---- */

static void test_block(void) {
    size_t size = sizeof(td_coreference_model_header) + ((size_t)1 << TD_COREFERENCE_ROW_BITS);
    char *block = td_arena_alloc(&arena, size);
    memset(block, 0, size);
    td_coreference_model_header header = {
        .magic = "tdcoref", .version = TD_COREFERENCE_MODEL_VERSION, .row_bits = TD_COREFERENCE_ROW_BITS};
    memcpy(block, &header, sizeof header);
    td_coreference_model model;
    CHECK(td_coreference_model_open((td_view){block, size}, &model));
    CHECK(!td_coreference_model_open((td_view){block, size - 1}, &model));
    CHECK(!td_coreference_model_open(TD_VIEW_ABSENT, &model));
    block[0] = 'x';
    CHECK(!td_coreference_model_open((td_view){block, size}, &model));
}

/* Weights of nothing link nothing: a link must be better than none. */
static void test_no_weights(void) {
    size_t size = sizeof(td_coreference_model_header) + ((size_t)1 << TD_COREFERENCE_ROW_BITS);
    char *block = td_arena_alloc(&arena, size);
    memset(block, 0, size);
    td_coreference_model_header header = {
        .magic = "tdcoref", .version = TD_COREFERENCE_MODEL_VERSION, .row_bits = TD_COREFERENCE_ROW_BITS};
    memcpy(block, &header, sizeof header);
    td_coreference *coreference =
        phrases_in("The envoy|NOUN said|VERB he left|VERB .", "2:det 3:nsubj 0:root 5:nsubj 3:ccomp 3:punct");
    CHECK(td_coreference_decide(coreference, (td_view){block, size}));
    CHECK_INTEGER(coreference->chains.count, 0);
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 28);
    lexicon = named_lexicon(arguments[1]);
    test_chain_without_name();
    test_alone();
    test_name_grows();
    test_group();
    test_barred();
    test_forms();
    test_block();
    test_no_weights();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
