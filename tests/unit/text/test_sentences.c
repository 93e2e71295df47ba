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
    /* headlines, agency lines, datelines */
    {"ENVOY LEAVES CAPITAL\n\nHARAR, May 3 (Newsline) - The envoy left. He took no papers.",
     "ENVOY LEAVES CAPITAL / HARAR, May 3 (Newsline) - The envoy left. / He took no papers."},
    {"GEN. OKORO TOLD THE U.N. COUNCIL THAT THE U.S. WILL STAY. HE LEFT AT ONCE.",
     "GEN. OKORO TOLD THE U.N. COUNCIL THAT THE U.S. WILL STAY. / HE LEFT AT ONCE."},
    {"Truce in doubt as shells fall on Harat\nBy A. B. Lind\n\nShells fell on Harat.",
     "Truce in doubt as shells fall on Harat / By A. B. Lind / Shells fell on Harat."},
    /* lists with dashes, bullets, letters */
    {"The two sides agreed to:\n- free the captives;\n- open the bridge.",
     "The two sides agreed to: / - free the captives; / - open the bridge."},
    {"The plan has two parts.\n\xE2\x80\xA2 Guns go back ten kilometres\n\xE2\x80\xA2 Patrols begin in June",
     "The plan has two parts. / \xE2\x80\xA2 Guns go back ten kilometres / \xE2\x80\xA2 Patrols begin in June"},
    {"(a) The guns go. (b) The road opens.", "(a) The guns go. / (b) The road opens."},
    /* interruptions */
    {"The truce \xE2\x80\x94 if there is one \xE2\x80\x94 ended at noon. Nobody wept.",
     "The truce \xE2\x80\x94 if there is one \xE2\x80\x94 ended at noon. / Nobody wept."},
    {"\xE2\x80\x9CWe leave,\xE2\x80\x9D she said. \xE2\x80\x9CWe leave today.\xE2\x80\x9D Then she left.",
     "\xE2\x80\x9CWe leave,\xE2\x80\x9D she said. / \xE2\x80\x9CWe leave today.\xE2\x80\x9D / Then she left."},
    {"\xE2\x80\x98It is over,\xE2\x80\x99 he said. \xE2\x80\x98Go home.\xE2\x80\x99",
     "\xE2\x80\x98It is over,\xE2\x80\x99 he said. / \xE2\x80\x98Go home.\xE2\x80\x99"},
    /* initials, ranks, numbers */
    {"J.R. Osei and Lt. Col. P. Vang met. W. H. Abara did not.",
     "J.R. Osei and Lt. Col. P. Vang met. / W. H. Abara did not."},
    {"The force has 2,500 troops in the U.S. It has 300 in the U.K.",
     "The force has 2,500 troops in the U.S. / It has 300 in the U.K."},
    {"It fell by 3.4 km. The rest held, Maj. Gen. Ito said.",
     "It fell by 3.4 km. / The rest held, Maj. Gen. Ito said."},
    /* paragraphs run together, spaces lost */
    {"The talks failed.Both sides blamed the other.\xC2\xA0The envoy went home.",
     "The talks failed. / Both sides blamed the other. / The envoy went home."},
    {"It starts at 8 p.m.in Moscow and at 5 a.m.Tuesday in Quito.",
     "It starts at 8 p.m.in Moscow and at 5 a.m.Tuesday in Quito."},
    {"\xE2\x80\x9C"
     "Enough!\xE2\x80\x9DThe crowd cheered.",
     "\xE2\x80\x9C"
     "Enough!\xE2\x80\x9D / The crowd cheered."},
    {"Was it 12 or 14?No one knew.", "Was it 12 or 14? / No one knew."},
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
