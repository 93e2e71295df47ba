#ifndef TD_EVENT_ARGUMENTS_H
#define TD_EVENT_ARGUMENTS_H

/* Who hangs on a predicate (arguments.c), and what each is to the event (roles.c). */

#include "event/coding.h"

/* Fill predicate->arguments, roles aside. */
void td_arguments_collect(const td_coder *coder, td_predicate *predicate);
/* Where a verb has no object yet, the noun that its participle or relative clause describes. */
void td_arguments_describe(const td_coder *coder, td_predicate *predicate);
/* Give each argument the roles of the predicate's frame. */
void td_arguments_assign(const td_coder *coder, td_predicate *predicate);
/* The first argument in a slot, or NULL. */
const td_argument *td_argument_in(const td_predicate *predicate, td_slot slot);
/* Put actors, targets, objects, object_span and figures into the event. */
void td_arguments_record(const td_coder *coder, const td_predicate *predicate, td_event *event);

static inline bool td_has_argument(const td_predicate *predicate, enum td_slot_kind kind) {
    return td_argument_in(predicate, (td_slot){kind, 0}) != NULL;
}
/* The subject that a verb has itself; "who" and "which" give way to the noun they stand for. TD_NONE if none. */
uint32_t td_own_subject(const td_coder *coder, uint32_t verb);
/* The path of a subject that a governing word lends a noun. */
extern const char td_lent_path[];

#endif
