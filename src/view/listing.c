/* What the lists share. */

#include "view/listing.h"

bool td_listing_wants(const td_view_source *source, const td_view_request *request, const td_listing_filter *filter,
                      td_index report) {
    if (filter->report != TD_NONE) return report == filter->report;
    if (request->story == TD_NONE) return true;
    const td_story *story = &source->record->stories.items[request->story];
    for (td_each(member, &story->reports))
        if (*member == report) return true;
    return false;
}
