#ifndef TD_CLI_DESK_H
#define TD_CLI_DESK_H

/* What a command works at: the lexicon, the store, its record, and a buffer for the result. */

#include "base/arena.h"
#include "base/buffer.h"
#include "cli/command.h"
#include "pipeline/pipeline.h"
#include "pipeline/reader.h"
#include "view/listing.h"
#include "view/view.h"

typedef struct td_desk {
    const td_arguments *arguments;
    td_error error;
    td_pipeline *pipeline;
    td_store *store;
    td_reader *reader;
    td_arena arena; /* for one view or listing */
    td_buffer out;
} td_desk;

/* Map the lexicon. Each td_desk_ function returns 0 or a negative code, the message in desk->error. */
int td_desk_open_pipeline(td_desk *desk, const td_arguments *arguments);
/* The same, and open the store for writing, made when absent. */
int td_desk_open_writing(td_desk *desk, const td_arguments *arguments);
/* The same, with the store that must exist, brought up to date if it is not, and its record loaded. */
int td_desk_open_reading(td_desk *desk, const td_arguments *arguments);
void td_desk_close(td_desk *desk);

/* The error, told; the exit status that goes with it. */
int td_desk_fail(const td_desk *desk);
/* Write desk->out to standard output and empty it. */
int td_desk_print(td_desk *desk);

/* What views read. */
td_view_source td_desk_source(td_desk *desk);
/* Format, colour, width and story as the arguments and the terminal say; TD_ERROR_USAGE for what is not there. */
int td_desk_request(td_desk *desk, td_view_request *request);
/* One report by --report, one type by --type; TD_ERROR_USAGE for what is not there. */
int td_desk_filter(td_desk *desk, td_listing_filter *filter);

/*
 * The whole of a command that shows one view of a store: open, let `show` write into desk->out inside the desk's
 * arena, print, close. Returns the exit status.
 */
int td_desk_show(const td_arguments *arguments, int (*show)(td_desk *desk, const td_view_source *source, const td_view_request *request));

/* True where colours are wanted on this stream. */
bool td_desk_colour(enum td_colour colour, FILE *stream);

#endif
