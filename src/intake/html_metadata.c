/*
 * What a page says of itself.
 * Input: a page's tree. Output: title, authors, outlet, agency, language and day of publication.
 * The sources of each field are asked in the order of how often they are right: linked data, then the meta elements
 * of Open Graph and its kin, then markup of the visible page.
 */

#include "intake/html_metadata.h"

#include "intake/agencies.h"
#include "intake/bylines.h"
#include "intake/html_linked_data.h"
#include "intake/language.h"
#include "intake/metadata_day.h"

#define LONGEST_TITLE 400u
#define LONGEST_BYLINE 160u
#define LONGEST_NAME 80u

/* Names of meta elements (name, property or itemprop), best first; each list ends in an absent view. */
static const td_view day_names[] = {TD_VIEW("article:published_time"),
                                    TD_VIEW("og:article:published_time"),
                                    TD_VIEW("og:published_time"),
                                    TD_VIEW("datepublished"),
                                    TD_VIEW("parsely-pub-date"),
                                    TD_VIEW("sailthru.date"),
                                    TD_VIEW("cxenseparse:recs:publishtime"),
                                    TD_VIEW("article.published"),
                                    TD_VIEW("pubdate"),
                                    TD_VIEW("publishdate"),
                                    TD_VIEW("publish-date"),
                                    TD_VIEW("publish_date"),
                                    TD_VIEW("published_date"),
                                    TD_VIEW("publication_date"),
                                    TD_VIEW("dc.date.issued"),
                                    TD_VIEW("dcterms.issued"),
                                    TD_VIEW("dc.date.created"),
                                    TD_VIEW("dcterms.created"),
                                    TD_VIEW("dcterms.date"),
                                    TD_VIEW("dc.date"),
                                    TD_VIEW("dcterms.available"),
                                    TD_VIEW("originalpublicationdate"),
                                    TD_VIEW("rnews:datepublished"),
                                    TD_VIEW("article_date_original"),
                                    TD_VIEW("citation_date"),
                                    TD_VIEW("citation_publication_date"),
                                    TD_VIEW("displaydate"),
                                    TD_VIEW("ptime"),
                                    TD_VIEW("date"),
                                    TD_VIEW("datecreated"),
                                    {NULL, 0}};
static const td_view author_names[] = {TD_VIEW("author"),
                                       TD_VIEW("byl"),
                                       TD_VIEW("parsely-author"),
                                       TD_VIEW("sailthru.author"),
                                       TD_VIEW("article:author"),
                                       TD_VIEW("dc.creator"),
                                       TD_VIEW("dcterms.creator"),
                                       TD_VIEW("citation_author"),
                                       TD_VIEW("cxenseparse:author"),
                                       TD_VIEW("og:article:author"),
                                       {NULL, 0}};
static const td_view outlet_names[] = {
    TD_VIEW("og:site_name"), TD_VIEW("application-name"), TD_VIEW("cre"), TD_VIEW("dc.publisher"),
    TD_VIEW("publisher"),    TD_VIEW("copyright"),        {NULL, 0}};
static const td_view title_names[] = {TD_VIEW("og:title"),
                                      TD_VIEW("twitter:title"),
                                      TD_VIEW("headline"),
                                      TD_VIEW("dc.title"),
                                      TD_VIEW("parsely-title"),
                                      TD_VIEW("sailthru.title"),
                                      {NULL, 0}};
static const td_view language_names[] = {
    TD_VIEW("og:locale"), TD_VIEW("content-language"), TD_VIEW("language"), {NULL, 0}};

/* What a meta element is called, whichever attribute says so. */
static bool is_called(const td_html_node *node, td_view name) {
    return td_view_equal_ascii_fold(td_html_attribute_of(node, TD_VIEW("property")), name) ||
           td_view_equal_ascii_fold(td_html_attribute_of(node, TD_VIEW("name")), name) ||
           td_view_equal_ascii_fold(td_html_attribute_of(node, TD_VIEW("itemprop")), name);
}

/* The content of the first meta element of the first name that has one; `metas` lists the page's meta elements. */
static td_view meta_content(const td_html_tree *tree, const td_index_array *metas, td_view name) {
    for (td_each(number, metas)) {
        const td_html_node *node = &tree->items[*number];
        td_view content = td_view_trim(td_html_attribute_of(node, TD_VIEW("content")));
        if (content.size > 0 && is_called(node, name)) return content;
    }
    return TD_VIEW_ABSENT;
}

static td_view first_content(const td_html_tree *tree, const td_index_array *metas, const td_view *names) {
    for (; names->bytes; names++) {
        td_view content = meta_content(tree, metas, *names);
        if (content.size > 0) return content;
    }
    return TD_VIEW_ABSENT;
}

static void set_published(td_report *report, td_arena *arena, td_day day, const char *says) {
    report->published.interval = td_interval_day(day);
    report->published.origin = TD_PUBLISHED_METADATA;
    *td_push(arena, &report->published.evidence) =
        (td_publication_evidence){.span = TD_SPAN_NONE, .says = td_arena_copy(arena, td_view_of(says))};
}

/* "/2016/03/14/", "/2016-03-14-" or "/20160314/" in the page's own address. */
static bool day_of_address(td_view address, td_day *day) {
    for (size_t at = 0; at + 9 < address.size; at++) {
        if (address.bytes[at] != '/') continue;
        td_view part = td_view_slice(address, at + 1, at + 11), compact = td_view_slice(address, at + 1, at + 9);
        char behind = part.size == 10 && at + 11 < address.size ? address.bytes[at + 11] : '/';
        bool parted = part.size == 10 && strchr("/-", part.bytes[4]) && part.bytes[7] == part.bytes[4];
        if (parted && (behind < '0' || behind > '9') && td_metadata_day(part, day)) return true;
        if (address.bytes[at + 9] == '/' && td_metadata_day(compact, day)) return true;
    }
    return false;
}

static td_view own_address(const td_html_tree *tree, const td_index_array *metas) {
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->items[i].tag == TD_HTML_LINK &&
            td_view_equal_ascii_fold(td_html_attribute_of(&tree->items[i], TD_VIEW("rel")), TD_VIEW("canonical")))
            return td_html_attribute_of(&tree->items[i], TD_VIEW("href"));
    return meta_content(tree, metas, TD_VIEW("og:url"));
}

#define LONGEST_DAY 60u   /* bytes of an element that holds a day and little else */
#define HEADING_REACH 60u /* nodes behind the heading in which the day may stand without a mark */

static bool holds_any(td_view text, const td_view *list) {
    for (; list->bytes; list++)
        if (td_view_find(text, *list, 0) != SIZE_MAX) return true;
    return false;
}

/* How plainly an element says that it holds the day of publication: 0 not at all. */
static int day_mark(const td_html_node *node) {
    static const td_view plain[] = {
        TD_VIEW("published"), TD_VIEW("pubdate"),      TD_VIEW("publish-date"),  TD_VIEW("entry-date"),
        TD_VIEW("post-date"), TD_VIEW("article-date"), TD_VIEW("article__date"), {NULL, 0}};
    static const td_view loose[] = {TD_VIEW("date"),   TD_VIEW("Date"),  TD_VIEW("datum"),  TD_VIEW("timestamp"),
                                    TD_VIEW("byline"), TD_VIEW("fecha"), TD_VIEW("posted"), TD_VIEW("meta"),
                                    TD_VIEW("publi"),  {NULL, 0}};
    static const td_view other[] = {TD_VIEW("update"), TD_VIEW("modified"), TD_VIEW("comment"), TD_VIEW("related"),
                                    TD_VIEW("teaser"), TD_VIEW("widget"),   {NULL, 0}};
    td_view names = td_html_attribute_of(node, TD_VIEW("class")), id = td_html_attribute_of(node, TD_VIEW("id"));
    if (td_view_equal_ascii_fold(td_html_attribute_of(node, TD_VIEW("itemprop")), TD_VIEW("datePublished")) ||
        td_view_present(td_html_attribute_of(node, TD_VIEW("pubdate"))))
        return 3;
    if (holds_any(names, other) || holds_any(id, other)) return 0;
    if (holds_any(names, plain) || holds_any(id, plain)) return 3;
    if (node->tag == TD_HTML_TIME) return 2;
    return holds_any(names, loose) || holds_any(id, loose) ? 1 : 0;
}

static bool day_of_element(const td_html_tree *tree, uint32_t i, td_arena *arena, td_day *day) {
    td_view value = td_html_attribute_of(&tree->items[i], TD_VIEW("datetime"));
    if (value.size == 0) value = td_html_attribute_of(&tree->items[i], TD_VIEW("content"));
    if (td_metadata_day(value, day)) return true;
    td_view text = td_html_text_of(tree, i, LONGEST_DAY, arena);
    return text.size < LONGEST_DAY - 4 && td_metadata_day(text, day);
}

static bool is_short_text(const td_html_node *node) {
    return node->tag == TD_HTML_TEXT && node->text.size < LONGEST_DAY;
}

/* The most plainly marked day of the visible page, the first of those; or one right behind the heading. */
static bool day_of_markup(const td_html_tree *tree, td_arena *arena, td_day *day) {
    int best = 0;
    uint32_t heading = UINT32_MAX;
    for (uint32_t i = 0; i < tree->count && best < 3; i++) {
        const td_html_node *node = &tree->items[i];
        td_day read;
        int mark = node->attribute_count > 0 || node->tag == TD_HTML_TIME ? day_mark(node) : 0;
        if (node->tag == TD_HTML_H1 && heading == UINT32_MAX) heading = node->end;
        bool near = best == 0 && i >= heading && i < heading + HEADING_REACH && is_short_text(node);
        if ((mark > best && day_of_element(tree, i, arena, &read)) || (near && td_metadata_day(node->text, &read))) {
            *day = read;
            best = mark > 0 ? mark : 1;
        }
    }
    return best > 0;
}

static void find_day(const td_html_tree *tree, const td_index_array *metas, const td_linked_data *data, td_arena *arena,
                     td_report *report) {
    td_day day;
    if (td_metadata_day(data->published, &day)) {
        set_published(report, arena, day, "linked data of the page");
        return;
    }
    for (const td_view *name = day_names; name->bytes; name++)
        if (td_metadata_day(meta_content(tree, metas, *name), &day)) {
            set_published(report, arena, day,
                          td_arena_format(arena, "meta element \"%s\" of the page", name->bytes).bytes);
            return;
        }
    if (day_of_address(own_address(tree, metas), &day))
        set_published(report, arena, day, "address of the page");
    else if (day_of_markup(tree, arena, &day))
        set_published(report, arena, day, "time marked in the page");
}

static void keep_author(td_view name, td_arena *arena, td_report *report) {
    for (td_each(before, &report->authors))
        if (td_view_equal_ascii_fold(*before, name)) return;
    *td_push(arena, &report->authors) = td_arena_copy(arena, name);
}

/* `field`: it was written for an author's name, and is kept even where it has not the shape of one. */
static void add_authors(td_view names, bool field, td_arena *arena, td_report *report) {
    td_byline byline = {0};
    if (td_view_find(names, TD_VIEW("://"), 0) != SIZE_MAX || td_view_find(names, TD_VIEW("@"), 0) != SIZE_MAX) return;
    td_byline_read_names(names, arena, &byline);
    for (td_each(author, &byline.authors)) keep_author(*author, arena, report);
    if (!td_view_present(report->agency)) report->agency = byline.agency;
    bool other = byline.authors.count == 0 && !td_view_present(byline.agency);
    if (field && other && names.size > 1 && names.size <= LONGEST_NAME) keep_author(names, arena, report);
}

/* Elements that are marked as the author's name. */
static bool marks_author(const td_html_node *node) {
    static const td_view classes[] = {TD_VIEW("byline"), TD_VIEW("author"), TD_VIEW("writer"), TD_VIEW("posted-by"),
                                      TD_VIEW("autor")};
    if (td_view_equal_ascii_fold(td_html_attribute_of(node, TD_VIEW("rel")), TD_VIEW("author")) ||
        td_view_equal_ascii_fold(td_html_attribute_of(node, TD_VIEW("itemprop")), TD_VIEW("author")))
        return true;
    td_view names[] = {td_html_attribute_of(node, TD_VIEW("class")), td_html_attribute_of(node, TD_VIEW("id"))};
    for (size_t n = 0; n < 2; n++)
        for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
            if (td_view_find(names[n], classes[i], 0) != SIZE_MAX) return true;
    return false;
}

static void find_authors(const td_html_tree *tree, const td_index_array *metas, const td_linked_data *data,
                         td_arena *arena, td_report *report) {
    for (td_each(name, &data->authors)) add_authors(*name, true, arena, report);
    for (const td_view *name = author_names; name->bytes && report->authors.count == 0; name++)
        add_authors(meta_content(tree, metas, *name), true, arena, report);
    for (uint32_t i = 0; i < tree->count && report->authors.count == 0; i++) {
        if (tree->items[i].tag == TD_HTML_TEXT || tree->items[i].attribute_count == 0 || !marks_author(&tree->items[i]))
            continue;
        td_view text = td_html_text_of(tree, i, LONGEST_BYLINE, arena);
        if (text.size < LONGEST_BYLINE - 4) add_authors(text, false, arena, report);
    }
}

/* " | ", " - ", " – ", " — ", " :: " and the like, from `from` on; the size of the text when there is none. */
static size_t find_border(td_view title, size_t from, size_t *width) {
    static const td_view borders[] = {
        TD_VIEW(" | "),  TD_VIEW(" - "),        TD_VIEW(" \xE2\x80\x93 "), TD_VIEW(" \xE2\x80\x94 "),
        TD_VIEW(" :: "), TD_VIEW(" \xC2\xBB "), TD_VIEW(" \xE2\x80\xA2 "), TD_VIEW(" \xC2\xB7 "),
        TD_VIEW(" // ")};
    size_t best = title.size;
    *width = 0;
    for (size_t i = 0; i < sizeof borders / sizeof *borders; i++) {
        size_t at = td_view_find(title, borders[i], from);
        if (at >= best) continue;
        best = at;
        *width = borders[i].size;
    }
    return best;
}

/* The part of a title that is not the outlet's name: before the last border, if what follows is short. */
static td_view without_outlet(td_view title, td_view outlet) {
    size_t last = title.size, width, last_width = 0;
    for (size_t at = find_border(title, 0, &width); at < title.size; at = find_border(title, at + width, &width)) {
        last = at;
        last_width = width;
    }
    if (last == title.size) return title;
    td_view tail = td_view_slice(title, last + last_width, title.size), head = td_view_slice(title, 0, last);
    bool named =
        outlet.size > 0 && (td_view_equal_ascii_fold(tail, outlet) || td_view_find(tail, outlet, 0) != SIZE_MAX);
    if (named) return without_outlet(head, TD_VIEW_ABSENT);
    return tail.size * 2 < head.size && tail.size < 40 ? head : title;
}

/* The page's heading, when it is the only one of its level or stands in its title. */
static td_view heading_of(const td_html_tree *tree, td_view title, td_arena *arena) {
    td_view only = TD_VIEW_ABSENT;
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->count && count < 8; i++) {
        if (tree->items[i].tag != TD_HTML_H1) continue;
        td_view text = td_html_text_of(tree, i, LONGEST_TITLE, arena);
        if (text.size < 8) continue;
        if (td_view_find(title, text, 0) != SIZE_MAX || (title.size > 8 && td_view_find(text, title, 0) != SIZE_MAX))
            return text;
        only = text;
        count++;
    }
    return count == 1 ? only : TD_VIEW_ABSENT;
}

static void find_title(const td_html_tree *tree, const td_index_array *metas, const td_linked_data *data,
                       td_arena *arena, td_report *report) {
    td_view title = TD_VIEW_ABSENT, graph = first_content(tree, metas, title_names);
    for (uint32_t i = 0; i < tree->count && !td_view_present(title); i++)
        if (tree->items[i].tag == TD_HTML_TITLE) title = td_html_text_of(tree, i, LONGEST_TITLE, arena);
    td_view reference = graph.size > 0 ? graph : title;
    td_view heading = heading_of(tree, reference, arena);
    td_view best = heading.size > 0          ? heading
                   : graph.size > 0          ? without_outlet(graph, report->outlet)
                   : data->headline.size > 0 ? data->headline
                                             : without_outlet(title, report->outlet);
    best = td_view_trim(best);
    if (best.size > 0 && best.size <= LONGEST_TITLE) report->title = td_arena_copy(arena, best);
}

static void find_language(const td_html_tree *tree, const td_index_array *metas, const td_linked_data *data,
                          td_report *report) {
    td_view label = TD_VIEW_ABSENT;
    for (uint32_t i = 0; i < tree->count && label.size == 0; i++)
        if (tree->items[i].tag == TD_HTML_HTML) label = td_html_attribute_of(&tree->items[i], TD_VIEW("lang"));
    if (label.size == 0) label = data->language;
    if (label.size == 0) label = first_content(tree, metas, language_names);
    report->language = td_language_from_label(label);
}

void td_html_describe(const td_html_tree *tree, td_arena *arena, td_report *report) {
    td_index_array metas = {0};
    for (uint32_t i = 0; i < tree->count; i++)
        if (tree->items[i].tag == TD_HTML_META) *td_push(arena, &metas) = i;
    td_linked_data data;
    td_html_linked_data(tree, arena, &data);
    if (!td_view_present(report->outlet)) {
        td_view outlet = meta_content(tree, &metas, outlet_names[0]);
        if (outlet.size == 0)
            outlet = data.publisher.size > 0 ? data.publisher : first_content(tree, &metas, outlet_names);
        if (outlet.size > 0 && outlet.size <= 100) report->outlet = td_arena_copy(arena, outlet);
    }
    if (!td_view_present(report->title)) find_title(tree, &metas, &data, arena, report);
    if (report->authors.count == 0) find_authors(tree, &metas, &data, arena, report);
    if (!td_view_present(report->language)) find_language(tree, &metas, &data, report);
    if (!td_interval_known(report->published.interval)) find_day(tree, &metas, &data, arena, report);
    td_view agency = td_agency_named(report->outlet);
    if (!td_view_present(report->agency) && td_view_present(agency)) report->agency = agency;
}

td_view td_html_charset(td_view page) {
    td_view head = td_view_slice(page, 0, 4096);
    for (size_t at = td_view_find(head, TD_VIEW("charset"), 0); at != SIZE_MAX;
         at = td_view_find(head, TD_VIEW("charset"), at + 7)) {
        size_t start = at + 7;
        while (start < head.size && strchr(" =\"'\t\n", head.bytes[start]) && head.bytes[start]) start++;
        size_t end = start;
        while (end < head.size && !strchr(" \"';>/\t\n", head.bytes[end])) end++;
        if (start > at + 7 && end > start) return td_view_slice(head, start, end);
    }
    return TD_VIEW_ABSENT;
}
