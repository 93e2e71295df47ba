#ifndef TD_TESTS_NAMED_REPORT_H
#define TD_TESTS_NAMED_REPORT_H

/*
 * Small reports as the finders of entities and quotations need them: words with keys, letter case, lemmas and
 * quotation marks. Words without a mark are taken as names where they have a capital, as the closed class that the
 * lexicon says, else as nouns. Words are parted by spaces, marks and clitics too: "Putin 's army|NOUN ."
 */

#include "lexicon/lexicon.h"
#include "small_report.h"

/* The pack at `path`, or the program ends. */
td_lexicon *named_lexicon(const char *path);
/* As small_report(), with published open and no parse. */
td_report named_report(const td_lexicon *lexicon, const char *marked, td_arena *arena);

/* Heads and relations: for each token its head in its sentence, from 1, a colon and its relation, parted by spaces. */
void named_parse(td_report *report, const char *parse);

/* The first entity of that name or alias, or NULL. */
const td_entity *named_entity(const td_report *report, const char *name);
/* The entity of the mention of exactly this text, number `number` from 0 among them; TD_NONE where there is none. */
td_index named_mention(const td_report *report, const char *text, int number);

#endif
