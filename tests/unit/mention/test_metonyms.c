/* Countries that act: by the parse, a mention that is a metonym of the same country. */

#include <stdlib.h>

#include "harness.h"
#include "mention/mention.h"
#include "named_report.h"

static td_arena arena;
static td_lexicon *lexicon;

/* Hang each token on another: "2:nsubj 0:root ...", heads 1-based, one for each token of one sentence. */
static void hang(td_report *report, const char *parse) {
    td_view rest = td_view_of(parse), link;
    for (td_index i = 0; td_view_split(&rest, ' ', &link); i++) {
        size_t colon = td_view_find(link, TD_VIEW(":"), 0);
        if (!CHECK(i < report->tokens.count && colon != SIZE_MAX)) return;
        report->tokens.items[i].head = (td_index)strtoul(link.bytes, NULL, 10);
        report->tokens.items[i].relation = td_view_slice(link, colon + 1, link.size);
    }
}

static enum td_mention_form form_of(const td_report *report, const char *text) {
    for (td_each(mention, &report->mentions))
        if (td_view_equal(td_span_text(report->text, mention->span), td_view_of(text))) return mention->form;
    return TD_FORM_PRONOUN;
}

static void check_form(const char *marked, const char *parse, const char *text, enum td_mention_form form) {
    td_report report = named_report(lexicon, marked, &arena);
    hang(&report, parse);
    td_find_entities(lexicon, &report, &arena);
    CHECK_INTEGER(form_of(&report, text), form);
}

static void test_states(void) {
    check_form("Norway helped|PAST there .", "2:nsubj 0:root 2:advmod 2:punct", "Norway", TD_FORM_METONYM);
    check_form("Chad and|COORDINATOR Norway helped|PAST .", "4:nsubj 3:cc 1:conj 0:root 4:punct", "Norway",
               TD_FORM_METONYM);
    check_form("We thank|PRESENT Norway .", "2:nsubj 0:root 2:obj 2:punct", "Norway", TD_FORM_METONYM);
    check_form("Norway 's army|NOUN left|PAST .", "3:nmod:poss 1:case 4:nsubj 0:root 4:punct", "Norway",
               TD_FORM_METONYM);
    check_form("A deal|NOUN with|ADP Norway failed|PAST .", "2:det 5:nsubj 4:case 2:nmod 0:root 5:punct", "Norway",
               TD_FORM_METONYM);
}

static void test_lands(void) {
    check_form("Norway and|COORDINATOR Chad border|PRESENT Sweden .", "4:nsubj 3:cc 1:conj 0:root 4:obj 4:punct",
               "Chad", TD_FORM_NAME);
    check_form("We left|PAST Norway .", "2:nsubj 0:root 2:obj 2:punct", "Norway", TD_FORM_NAME);
    check_form("Norway 's rivers|NOUN rose|PAST .", "3:nmod:poss 1:case 4:nsubj 0:root 4:punct", "Norway",
               TD_FORM_NAME);
    check_form("We live|PRESENT in|ADP Norway .", "2:nsubj 0:root 4:case 2:obl 2:punct", "Norway", TD_FORM_NAME);
}

/* The land and the state are one entity. */
static void test_one_entity(void) {
    td_report report = named_report(lexicon, "Norway helped|PAST in|ADP Norway .", &arena);
    hang(&report, "2:nsubj 0:root 4:case 2:obl 2:punct");
    td_find_entities(lexicon, &report, &arena);
    CHECK_INTEGER(report.entities.count, 1);
    CHECK_INTEGER(named_mention(&report, "Norway", 0), named_mention(&report, "Norway", 1));
    CHECK_INTEGER(report.mentions.items[0].form, TD_FORM_METONYM);
    CHECK_INTEGER(report.mentions.items[1].form, TD_FORM_NAME);
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, (size_t)64 << 20);
    lexicon = named_lexicon(arguments[1]);
    test_states();
    test_lands();
    test_one_entity();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
