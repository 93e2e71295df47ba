/*
 * The finder of times.
 * Input: sentences, tokens, report->published. Output: report->times, and
 * report->published inferred where it was unknown.
 */

#include "mention/times.h"
#include "lexicon/lexicon.h"
#include "mention/mention.h"

void td_times_read(const td_units *units, const td_actors *actors, td_report *report, td_arena *arena) {
    td_moment_array moments = {0};
    td_moments_scan(units, report, arena, &moments);
    if (!td_interval_known(report->published.interval)) td_publication_infer(&moments, actors, report, arena);
    td_moments_resolve(&moments, report, arena);
}

void td_find_times(const td_lexicon *lexicon, td_report *report, td_arena *arena) {
    td_times_read(td_lexicon_units(lexicon), td_lexicon_actors(lexicon), report, arena);
}
