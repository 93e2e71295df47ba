#ifndef TD_TEXT_RELATIONS_H
#define TD_TEXT_RELATIONS_H

/*
 * The relations that the parser tells apart: those of Universal Dependencies, with the subtypes that matter to who
 * did what to whom. Their order is that of the columns of the model: add at the end only, and train anew.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

#define TD_RELATIONS(X)                                                                                                \
    X("root")                                                                                                          \
    X("acl")                                                                                                           \
    X("acl:relcl") X("advcl") X("advmod") X("amod") X("appos") X("aux") X("aux:pass") X("case") X("cc") X("ccomp")     \
        X("compound") X("compound:prt") X("conj") X("cop") X("csubj") X("dep") X("det") X("discourse") X("dislocated") \
            X("expl") X("fixed") X("flat") X("goeswith") X("iobj") X("list") X("mark") X("nmod") X("nmod:poss")        \
                X("nsubj") X("nsubj:pass") X("nummod") X("obj") X("obl") X("obl:agent") X("orphan") X("parataxis")     \
                    X("punct") X("reparandum") X("vocative") X("xcomp")

#define TD_RELATION_ROOT 0u

uint32_t td_relation_count(void);
/* Its label, a static string. */
td_view td_relation_label(uint32_t relation);
/* The relation of a label; an unlisted subtype ("nmod:tmod") counts as its main type. False when there is neither. */
bool td_relation_from_label(td_view label, uint32_t *relation);

#endif
