/*
 * Marking what is not the report in plain text.
 * Input: a report's text. Output: spans of boilerplate, whole paragraphs, each with its kind.
 *
 * A paragraph is judged by its words (intake/furniture.h) and then by its shape and place: the headline, bylines,
 * lists of keywords, credits and captions, paragraphs that stand twice, names that sign the end. Better miss a
 * caption than lose a sentence: shape counts only where no report's sentence has it.
 */

#include "base/hash.h"
#include "base/map.h"
#include "intake/agencies.h"
#include "intake/bylines.h"
#include "intake/furniture.h"
#include "intake/intake.h"
#include "intake/paragraphs.h"

#define TOP 8               /* paragraphs in which a byline or keywords may open a report */
#define BOTTOM 4            /* paragraphs in which a signature may close it */
#define LONGEST_HEADLINE 24 /* words */
#define LONGEST_CAPTION 45
#define NOT_MARKED TD_BOILERPLATE_COUNT

typedef struct td_marking {
    td_arena *arena;
    td_paragraph_array paragraphs;
    enum td_boilerplate_kind *kinds; /* one for each paragraph, NOT_MARKED for the report itself */
} td_marking;

static bool ends_with_any(td_view text, const td_view *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (td_view_ends_with(text, list[i])) return true;
    return false;
}
static bool holds_any(td_view plain, const td_view *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (td_phrase_within(plain, list[i])) return true;
    return false;
}
#define ENDS_WITH_ANY(text, list) ends_with_any((text), (list), sizeof(list) / sizeof *(list))
#define HOLDS_ANY(plain, list) holds_any((plain), (list), sizeof(list) / sizeof *(list))

/* Somebody speaks: then it is no caption, whatever else it looks like. */
static bool reports_speech(const td_paragraph *paragraph) {
    static const td_view verbs[] = {TD_VIEW("said"), TD_VIEW("says"), TD_VIEW("told"), TD_VIEW("added"),
                                    TD_VIEW("according to")};
    return paragraph->quoted || HOLDS_ANY(paragraph->plain, verbs);
}

/* "Smoke over the port. Picture by Jane Doe/Agency": a credit behind what the picture shows. */
static bool holds_credit(const td_paragraph *paragraph) {
    static const td_view credits[] = {TD_VIEW("photo by"),     TD_VIEW("picture by"), TD_VIEW("photograph by"),
                                      TD_VIEW("image by"),     TD_VIEW("photo:"),     TD_VIEW("picture:"),
                                      TD_VIEW("photograph:"),  TD_VIEW("image:"),     TD_VIEW("credit:"),
                                      TD_VIEW("photo credit"), TD_VIEW("file photo"), TD_VIEW("file pic"),
                                      TD_VIEW("handout via"),  TD_VIEW("ap photo"),   TD_VIEW("getty images"),
                                      TD_VIEW("afp photo"),    TD_VIEW("courtesy of")};
    static const td_view endings[] = {TD_VIEW("/reuters"),    TD_VIEW("/afp"),      TD_VIEW("/ap"),
                                      TD_VIEW("/getty"),      TD_VIEW("/epa"),      TD_VIEW("/tass"),
                                      TD_VIEW("pa wire"),     TD_VIEW("pa images"), TD_VIEW("via ap"),
                                      TD_VIEW("via reuters"), TD_VIEW("via afp"),   TD_VIEW("/shutterstock")};
    return HOLDS_ANY(paragraph->plain, credits) || ENDS_WITH_ANY(paragraph->plain, endings) ||
           td_view_find(paragraph->text, TD_VIEW("REUTERS/"), 0) != SIZE_MAX;
}

/* "The carrier leaves port [Jane Doe/Reuters]": a short line whose end is an agency in square brackets. */
static bool ends_in_bracketed_source(td_view text) {
    if (!td_view_ends_with(text, TD_VIEW("]"))) return false;
    size_t open = text.size;
    while (open > 0 && text.bytes[open - 1] != '[') open--;
    if (open == 0) return false;
    td_view rest = td_view_slice(text, open, text.size - 1), part;
    bool file = td_view_starts_with(rest, TD_VIEW("File"));
    while (td_view_split(&rest, '/', &part))
        if (td_view_present(td_agency_named(part)) || td_view_equal(part, TD_VIEW("Getty Images"))) return true;
    return file;
}

static bool is_caption(const td_paragraph *paragraph) {
    if (paragraph->words == 0 || paragraph->words > LONGEST_CAPTION || reports_speech(paragraph)) return false;
    return holds_credit(paragraph) || ends_in_bracketed_source(paragraph->text);
}

/* "Jane Doe/Reuters", "Jane Doe / AFP": nothing but who took the picture. */
static bool is_bare_credit(const td_paragraph *paragraph) {
    if (paragraph->words > 8 || paragraph->stopped) return false;
    td_view rest = paragraph->text, part;
    if (td_view_find(rest, TD_VIEW("/"), 0) == SIZE_MAX) return false;
    bool agency = false;
    while (td_view_split(&rest, '/', &part)) {
        if (td_view_present(td_agency_named(part)) || td_view_equal(td_view_trim(part), TD_VIEW("Getty Images")))
            agency = true;
        else if (!td_byline_is_person(part))
            return false;
    }
    return agency;
}

/* What the parts of a comma-separated line are like. */
typedef struct td_list_shape {
    uint32_t parts, small, longest; /* parts; those all in lower case; words of the longest */
    bool begins_small;              /* the first part is in lower case */
    bool clean;                     /* no part is empty or holds a word that only a sentence has */
} td_list_shape;

static td_list_shape shape_of_list(td_view text, char separator) {
    td_list_shape shape = {.clean = true};
    td_view rest = text, part;
    while (td_view_split(&rest, separator, &part)) {
        part = td_view_trim(part);
        uint32_t words = part.size > 0 ? 1 : 0;
        bool small = part.size > 0;
        for (size_t i = 0; i < part.size; i++) {
            if (part.bytes[i] == ' ') words++;
            if (part.bytes[i] >= 'A' && part.bytes[i] <= 'Z') small = false;
            if (strchr(".!?:\"(", part.bytes[i])) shape.clean = false;
        }
        /* "Girl, 12, found alive", "2 held, 1 sought" are headlines. */
        bool number = part.size > 0 && part.bytes[0] >= '0' && part.bytes[0] <= '9';
        if (part.size == 0 || number || td_view_starts_with(part, TD_VIEW("and "))) shape.clean = false;
        if (shape.parts == 0) shape.begins_small = small;
        shape.parts++;
        shape.small += small;
        if (words > shape.longest) shape.longest = words;
    }
    return shape;
}

/* "#truce #aid": nothing but tags. */
static bool is_tag_line(td_view text) {
    td_view rest = text, word;
    uint32_t tags = 0;
    while (td_view_split(&rest, ' ', &word)) {
        if (word.size > 0 && (word.size == 1 || word.bytes[0] != '#')) return false;
        tags += word.size > 0;
    }
    return tags > 1;
}

/* "truce, talks, aid convoy": short parts, mostly small, and no stop. Or hashtags. */
static bool is_keyword_line(const td_paragraph *paragraph) {
    static const char separators[] = {',', ';', '|'};
    if (paragraph->stopped || paragraph->words == 0 || paragraph->words > 40) return false;
    if (is_tag_line(paragraph->text)) return true;
    for (size_t i = 0; i < sizeof separators; i++) {
        td_list_shape shape = shape_of_list(paragraph->text, separators[i]);
        bool mostly_small = shape.begins_small && shape.small * 3 >= shape.parts * 2;
        if (shape.clean && mostly_small && shape.parts >= 3 && shape.longest <= 3) return true;
    }
    return false;
}

static bool is_copyright(const td_paragraph *paragraph) {
    size_t sign = td_view_find(paragraph->text, TD_VIEW("\xC2\xA9"), 0);
    return sign != SIZE_MAX && paragraph->words <= 60 &&
           (sign < 12 || td_phrase_within(paragraph->plain, TD_VIEW("copyright")));
}

/* "By Jane Doe in Beirut"; near the top or the end, where a sentence would have a stop. */
static bool is_byline(const td_marking *marking, uint32_t i) {
    const td_paragraph *paragraph = &marking->paragraphs.items[i];
    bool near = i < TOP || i + BOTTOM >= marking->paragraphs.count;
    if (!near || paragraph->stopped || paragraph->words > 20) return false;
    td_byline byline;
    return td_byline_read(paragraph->text, marking->arena, &byline);
}

/* The last lines, when they are names alone: of the reporter, of the agency. */
static bool is_signature(const td_marking *marking, uint32_t i) {
    const td_paragraph *paragraph = &marking->paragraphs.items[i];
    if (i == 0 || i + 2 < marking->paragraphs.count || paragraph->words > 6) return false;
    td_view text = paragraph->text;
    while (text.size > 0 && text.bytes[0] && strchr("-([", text.bytes[0])) text = td_view_slice(text, 1, text.size);
    while (text.size > 0 && text.bytes[text.size - 1] && strchr(")].", text.bytes[text.size - 1])) text.size--;
    text = td_view_trim(text);
    if (td_view_present(td_agency_named(text))) return true;
    return !paragraph->stopped && i + 1 == marking->paragraphs.count && td_byline_is_person(text);
}

/* An agency's name alone, near the top: "Reuters", "AFP". */
static bool is_agency_line(const td_marking *marking, uint32_t i) {
    const td_paragraph *paragraph = &marking->paragraphs.items[i];
    return i < TOP && paragraph->words <= 4 && td_view_present(td_agency_named(paragraph->text));
}

static void judge_each(td_marking *marking) {
    for (uint32_t i = 0; i < marking->paragraphs.count; i++) {
        const td_paragraph *paragraph = &marking->paragraphs.items[i];
        enum td_boilerplate_kind *kind = &marking->kinds[i];
        if (!td_view_present(paragraph->plain) || td_furniture_by_words(paragraph, kind)) continue;
        if (is_copyright(paragraph))
            *kind = TD_BOILERPLATE_COPYRIGHT;
        else if (is_byline(marking, i) || is_agency_line(marking, i) || is_signature(marking, i))
            *kind = TD_BOILERPLATE_BYLINE;
        else if (is_caption(paragraph) || is_bare_credit(paragraph))
            *kind = TD_BOILERPLATE_CAPTION;
        else if (is_keyword_line(paragraph))
            *kind = TD_BOILERPLATE_KEYWORDS;
    }
}

/* The first paragraph of the report itself. */
static uint32_t first_unmarked(const td_marking *marking) {
    uint32_t i = 0;
    while (i < marking->paragraphs.count && marking->kinds[i] != NOT_MARKED) i++;
    return i;
}

/*
 * Whether paragraph `i`, which stands once more right behind itself, is a caption and the picture's description. Not
 * where it opens the report: then it is the headline; nor where it closes it, or is long, or tells what somebody said.
 */
static bool is_doubled_caption(const td_marking *marking, uint32_t i, uint32_t opening) {
    const td_paragraph *paragraph = &marking->paragraphs.items[i];
    if (marking->kinds[i] != NOT_MARKED || paragraph->words > LONGEST_CAPTION) return false;
    if (i == opening && !paragraph->stopped) return false;
    return i + 2 < marking->paragraphs.count && !reports_speech(paragraph);
}

/*
 * The same paragraph twice. Right behind each other it may be a caption, unless the text has markup, which would have
 * said so. Else the later is a pull quote, a teaser, or an error of whoever saved the page. Short ones may be dialogue.
 */
static void mark_repeated(td_marking *marking, bool markup) {
    td_map seen;
    td_map_init(&seen, marking->arena);
    uint32_t opening = first_unmarked(marking);
    for (uint32_t i = 0; i < marking->paragraphs.count; i++) {
        const td_paragraph *paragraph = &marking->paragraphs.items[i];
        bool added;
        uint32_t first = *td_map_put(&seen, td_hash(paragraph->text), i, &added);
        if (added || !td_view_equal(marking->paragraphs.items[first].text, paragraph->text)) continue;
        if (marking->kinds[i] != NOT_MARKED || paragraph->words < 4) continue;
        marking->kinds[i] = TD_BOILERPLATE_REPEATED;
        if (!markup && first + 1 == i && is_doubled_caption(marking, first, opening))
            marking->kinds[first] = TD_BOILERPLATE_CAPTION;
    }
}

static bool may_be_headline(const td_paragraph *paragraph) {
    td_view text = paragraph->text;
    if (paragraph->words < 2 || paragraph->words > LONGEST_HEADLINE) return false;
    if (text.bytes[0] >= 'a' && text.bytes[0] <= 'z') return false;
    char last = text.bytes[text.size - 1];
    return !paragraph->stopped || last == '?' || last == '!';
}

/* Most words begin with a capital: "Army Leaves Northern Base". */
static bool is_title_case(const td_paragraph *paragraph) {
    return paragraph->words >= 3 && paragraph->capitals * 4 >= paragraph->words * 3;
}

/*
 * The first line that is not furniture, when it is short and has no stop, and prose comes after it. A second line
 * of that shape is a standfirst, which says something: only one in title case is a headline too.
 */
static void mark_headline(td_marking *marking, const td_report *report) {
    const td_paragraph_array *paragraphs = &marking->paragraphs;
    uint32_t first = first_unmarked(marking);
    bool prose = false;
    for (uint32_t i = first + 1; i < paragraphs->count; i++)
        if (paragraphs->items[i].stopped && paragraphs->items[i].words > 8) prose = true;
    if (!prose) return;
    const td_paragraph *line = &paragraphs->items[first];
    bool titled = td_view_present(report->title) && td_view_equal(td_view_trim(report->title), line->text);
    if (!titled && !may_be_headline(line)) return;
    marking->kinds[first] = TD_BOILERPLATE_HEADLINE;
    if (first + 1 >= paragraphs->count || marking->kinds[first + 1] != NOT_MARKED) return;
    const td_paragraph *second = &paragraphs->items[first + 1];
    if (may_be_headline(second) && is_title_case(second) && first + 2 < paragraphs->count)
        marking->kinds[first + 1] = TD_BOILERPLATE_HEADLINE;
}

/*
 * Lists of links in a text without markup: at the end, two or more lines in a row of a headline's shape. The
 * report's own last lines end in stops.
 */
static void mark_closing_links(td_marking *marking) {
    const td_paragraph_array *paragraphs = &marking->paragraphs;
    uint32_t start = paragraphs->count, lines = 0;
    bool prose = false; /* a text without any stop is no proof that its last lines are links */
    for (uint32_t i = paragraphs->count; i-- > 1 && !prose;) {
        const td_paragraph *paragraph = &paragraphs->items[i];
        if (marking->kinds[i] == NOT_MARKED) {
            prose =
                paragraph->stopped || paragraph->words < 4 || paragraph->words > LONGEST_HEADLINE || paragraph->quoted;
            lines += !prose;
        }
        if (!prose) start = i;
    }
    if (!prose || lines < 2) return;
    for (uint32_t i = start; i < paragraphs->count; i++)
        if (marking->kinds[i] == NOT_MARKED) marking->kinds[i] = TD_BOILERPLATE_RELATED_LINKS;
}

/* What is marked already (by a page's markup) stays; a paragraph that touches it is left alone. */
static void merge(td_report *report, td_marking *marking) {
    uint32_t old = report->boilerplate.count, next = 0;
    td_boilerplate *before = report->boilerplate.items;
    report->boilerplate.items = NULL;
    report->boilerplate.count = report->boilerplate.capacity = 0;
    for (uint32_t i = 0; i < marking->paragraphs.count; i++) {
        td_span span = marking->paragraphs.items[i].span;
        while (next < old && before[next].span.end <= span.start)
            *td_push(marking->arena, &report->boilerplate) = before[next++];
        if (marking->kinds[i] == NOT_MARKED || (next < old && td_span_overlaps(before[next].span, span))) continue;
        *td_push(marking->arena, &report->boilerplate) = (td_boilerplate){.span = span, .kind = marking->kinds[i]};
    }
    while (next < old) *td_push(marking->arena, &report->boilerplate) = before[next++];
}

void td_intake_mark_boilerplate(td_report *report, td_arena *arena) {
    td_marking marking = {.arena = arena};
    td_paragraphs_cut(arena, report->text, &marking.paragraphs);
    marking.kinds = TD_NEW_ARRAY(arena, marking.paragraphs.count, enum td_boilerplate_kind);
    for (uint32_t i = 0; i < marking.paragraphs.count; i++) marking.kinds[i] = NOT_MARKED;
    judge_each(&marking);
    mark_repeated(&marking, td_view_equal(report->media_type, TD_VIEW("text/html")));
    mark_headline(&marking, report);
    mark_closing_links(&marking);
    merge(report, &marking);
}
