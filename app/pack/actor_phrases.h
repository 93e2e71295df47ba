#ifndef TD_PACK_ACTOR_PHRASES_H
#define TD_PACK_ACTOR_PHRASES_H

/* The names of actors, roles and bodies of the state among the phrases, and the government of every country. */

#include "gazetteer.h"
#include "lexicon/actors_table.h"

/*
 * A table like data/actors/organisations.tsv with a row for the government of each country of the gazetteer
 * that has a demonym, named after it ("Syrian government").
 */
td_view td_governments_table(const td_gazetteer *gazetteer, td_named_text demonyms);
/* Enter every actor, role, body and metonym. */
void td_add_actor_phrases(td_phrase_builder *phrases, const td_actors *actors);
/* Enter the capital of each country as a metonym of its government. */
void td_add_capitals(const td_gazetteer *gazetteer, const td_actors *actors);

#endif
