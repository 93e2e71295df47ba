/* Ends of sentences and of paragraphs. */

#include "harness.h"
#include "text/blocks.h"
#include "word_tables.h"

static const struct {
    const char *text, *sentences;
} cases[] = {
    {"The convoy left. It carried flour.", "The convoy left. / It carried flour."},
    {"Did it leave? Yes! It did.", "Did it leave? / Yes! / It did."},
    /* abbreviations, initials, "U.S." before a name and before a new sentence */
    {"Gen. Petrov met Dr. Haddad and J. K. Marsh in St. Petersburg.",
     "Gen. Petrov met Dr. Haddad and J. K. Marsh in St. Petersburg."},
    {"He spoke to the U.S. Senate. She left the U.S. The envoy stayed.",
     "He spoke to the U.S. Senate. / She left the U.S. / The envoy stayed."},
    {"Talks open at 5 p.m. Monday. They end at 9 p.m. Delegates then rest.",
     "Talks open at 5 p.m. Monday. / They end at 9 p.m. / Delegates then rest."},
    {"Point No. 5 was left out, i.e. the buffer zone.", "Point No. 5 was left out, i.e. the buffer zone."},
    /* the closing mark belongs to the sentence; a speaker that follows goes on with it */
    {"\"We will leave.\" The room fell silent.", "\"We will leave.\" / The room fell silent."},
    {"\"Will you leave?\" she asked. \"No.\"", "\"Will you leave?\" she asked. / \"No.\""},
    {"He said: \xE2\x80\x9CIt is over.\xE2\x80\x9D Nobody answered.",
     "He said: \xE2\x80\x9CIt is over.\xE2\x80\x9D / Nobody answered."},
    {"(Nobody was hurt.) The road reopened.", "(Nobody was hurt.) / The road reopened."},
    /* a space that is missing, dots that go on, lower case that follows */
    {"The army left Homs.The rebels came back.", "The army left Homs. / The rebels came back."},
    {"They waited... and waited. Then came rain...Nobody moved.",
     "They waited... and waited. / Then came rain... / Nobody moved."},
    {"Prices rose 3.5 percent in a day.", "Prices rose 3.5 percent in a day."},
    {"It was agreed in 1991. [12] Later it failed.", "It was agreed in 1991. [12] / Later it failed."},
    /* lines and paragraphs */
    {"Truce holds\n\nThe truce held on Friday.", "Truce holds / The truce held on Friday."},
    {"Truce holds for a day\nThe truce held on Friday, the army said.",
     "Truce holds for a day / The truce held on Friday, the army said."},
    {"1. Withdraw the guns.\n2. Open the road.", "1. Withdraw the guns. / 2. Open the road."},
    {"The road to the town was closed,\nand nobody could leave.",
     "The road to the town was closed, and nobody could leave."},
    {"   \n\t\n", ""},
    {"", ""},
};

/* Text wrapped by hand: full lines are joined, the short one that ends a paragraph is not. */
static void check_wrapped(const td_words *words, td_arena *arena) {
    td_report report = read_text(words,
                                 "The two sides met for a third day in the capital and agreed\n"
                                 "to let Red Cross lorries pass the bridge at Nahr before the\n"
                                 "end of the week, an official who was in the room told this\n"
                                 "newspaper. He gave no names.\n"
                                 "Nothing was signed, and neither delegation would say at the\n"
                                 "time whether it was to return.\n",
                                 arena);
    CHECK_INTEGER(report.sentences.count, 3);
    CHECK_INTEGER(report.sentences.items[1].paragraph, 0);
    CHECK_INTEGER(report.sentences.items[2].paragraph, 1);
}

static void check_boilerplate(td_arena *arena) {
    td_report report = {.text = TD_VIEW("Guns fall silent. Share this. The truce holds.")};
    *td_push(arena, &report.boilerplate) = (td_boilerplate){.span = {18, 29}, .kind = TD_BOILERPLATE_SHARE_BAR};
    td_block_array blocks = {0};
    td_blocks_cut(&report, arena, &blocks);
    CHECK_INTEGER(blocks.count, 3);
    CHECK(blocks.items[0].body && !blocks.items[1].body && blocks.items[2].body);
    CHECK_TEXT(td_span_text(report.text, blocks.items[1].span), "Share this.");
    CHECK_TEXT(td_span_text(report.text, blocks.items[2].span), "The truce holds.");
}

int main(int count, char **arguments) {
    td_arena arena;
    td_arena_init(&arena, (size_t)256 << 20);
    if (count < 2) return 99;
    const td_words *words = load_words(arguments[1], &arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_report report = read_text(words, cases[i].text, &arena);
        CHECK_TEXT(shown_sentences(&report, &arena), cases[i].sentences);
    }
    check_wrapped(words, &arena);
    check_boilerplate(&arena);
    td_arena_release(&arena);
    return td_test_finish();
}
