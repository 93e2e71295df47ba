/*
 * tidings search: words in reports and statements.
 * Input: a store. Output: the passages that hold all of the words, best first, each in its sentence.
 */

#include "cli/desk.h"

#define MOST_HITS 20 /* where --most says nothing */

/* The operands as one text. */
static td_view join(const td_arguments *arguments, td_arena *arena) {
    td_view words = TD_VIEW("");
    for (int i = 0; i < arguments->operand_count; i++)
        words = td_arena_format(arena, "%.*s%s%s", TD_VIEW_ARGUMENTS(words), i ? " " : "", arguments->operands[i]);
    return words;
}

static int show(td_desk *desk, const td_view_source *source, const td_view_request *request) {
    td_search_hit_array hits = {0};
    td_evidence_array passages = {0};
    uint32_t most = request->most ? request->most : MOST_HITS;
    td_view words = join(desk->arguments, &desk->arena);
    int status = td_store_search(desk->store, words, most, &desk->arena, &hits, &desk->error);
    if (status < 0) return status;
    for (td_each(hit, &hits)) {
        td_index report = td_reader_find(desk->reader, hit->report);
        if (report != TD_NONE) *td_push(&desk->arena, &passages) = (td_evidence){report, hit->span};
    }
    if (passages.count == 0) fprintf(stderr, "tidings: no report holds all of: %s\n", words.bytes);
    return td_list_passages(source, request, passages.items, passages.count, &desk->arena, &desk->out, &desk->error);
}

static int run(const td_arguments *arguments) {
    return td_desk_show(arguments, show);
}

const td_command td_command_search = {
    .name = "search",
    .operands = "WORD ...",
    .summary = "passages that hold all of the words",
    .detail = "A phrase in double quotes must occur as it stands. Case and accents do not matter.\n",
    .examples = "  tidings search aid convoy\n"
                "  tidings search '\"main part\" withdrawal' --most 5 --json\n",
    .options = TD_TAKES_STORE | TD_TAKES(JSON) | TD_TAKES(MOST) | TD_TAKES(COLOUR),
    .least = 1,
    .most = -1,
    .run = run,
};
