/*
 * The kind of a figure by the words that govern it: "killed 20", "20 were
 * wounded", "a toll of 20".
 * Input: pieces of a sentence and where in them the figure stands with what it
 * counts. Output: a category; other where nothing governs it.
 */

#include "mention/figures.h"

#define REACH 16      /* pieces before or behind a figure in which a word may govern it */
#define TOLL_REACH 30 /* a toll is named at the head of its sentence: "The death toll from ... has risen to 18" */
#define LONGEST_BRACKET 10

static const char *const passives[] = {"was", "were", "been", "being", "is", "are", "be", "got", NULL};

static bool stops_search(const td_piece *piece) {
    return piece->kind == TD_PIECE_END ||
           (piece->kind == TD_PIECE_MARK && (piece->mark == ';' || piece->mark == '<' || piece->mark == '>'));
}

bool td_figure_is_harm(enum td_figure_category category) {
    return category == TD_FIGURE_KILLED || category == TD_FIGURE_WOUNDED || category == TD_FIGURE_DISPLACED ||
           category == TD_FIGURE_DETAINED;
}

static const td_unit_reading *harm_at(const td_pieces *pieces, int64_t i) {
    const td_unit_reading *reading = td_piece_as(pieces, i, TD_UNIT_GOVERNOR);
    return reading && td_figure_is_harm(reading->category) ? reading : NULL;
}

static bool negation_near(const td_pieces *pieces, int64_t i) {
    return td_piece_is(pieces, i - 1, "not") || td_piece_is(pieces, i - 1, "without");
}

static bool is_adverb(const td_pieces *pieces, int64_t i) {
    const td_piece *piece = td_piece_at(pieces, i);
    uint32_t size = piece->span.end - piece->span.start;
    const char *end = pieces->text.bytes + piece->span.end;
    return piece->kind == TD_PIECE_WORD && size > 4 && end[-2] == 'l' && end[-1] == 'y';
}

/* "wounded 30 others", "injuring at least six": a word whose number stands behind it governs no other. */
static bool has_own_number(const td_pieces *pieces, int64_t i) {
    static const char *const bounds[] = {"at least", "more than", "up to",  "as many as", "over",   "about",
                                         "some",     "another",   "nearly", "almost",     "around", NULL};
    uint32_t length = 0;
    td_number number;
    td_pieces_match_any(pieces, i + 1, bounds, &length);
    return td_number_read(pieces, i + 1 + length, &number) > 0;
}

/* What the governor at `i` means with the words behind it: "shot dead" is killed. */
static enum td_figure_category category_at(const td_pieces *pieces, int64_t i, const td_unit_reading *reading) {
    static const char *const fatal[] = {"dead", "to death", "and killed", "and fatally", NULL};
    uint32_t length;
    if (reading->category == TD_FIGURE_WOUNDED && td_pieces_match_any(pieces, i + 1, fatal, &length) >= 0)
        return TD_FIGURE_KILLED;
    return reading->category;
}

/*
 * "... has been displaced", "... killed": what is said of the figure itself outranks a word before it. `*settled` is
 * set where another thing is said of it ("... were sent home").
 */
static bool governed_directly(const td_pieces *pieces, int64_t end, enum td_figure_category *category, bool *settled) {
    static const char *const helpers[] = {"has", "have", "had", "also", "already", "now", "who", "that", NULL};
    static const char *const said[] = {"reported", "confirmed", "feared", "believed",   "found",    "among",
                                       "not",      "left",      "said",   "pronounced", "declared", "presumed",
                                       "thought",  "known",     "listed", NULL};
    uint32_t length;
    bool passive = false;
    for (;; end += length) {
        if (td_pieces_match_any(pieces, end, passives, &length) >= 0)
            passive = true;
        else if (td_pieces_match_any(pieces, end, helpers, &length) < 0)
            length = is_adverb(pieces, end) ? 1 : 0;
        if (!length) break;
    }
    const td_unit_reading *reading = harm_at(pieces, end);
    if (reading && !has_own_number(pieces, end)) return *category = category_at(pieces, end, reading), true;
    *settled = passive && td_piece_at(pieces, end)->kind == TD_PIECE_WORD &&
               td_pieces_match_any(pieces, end, said, &length) < 0;
    return false;
}

/* "was killed and six others": said of what stands before it. */
static bool looks_back(const td_pieces *pieces, int64_t governor, int64_t first) {
    uint32_t length;
    int64_t before = governor - 1;
    while (is_adverb(pieces, before)) before--;
    if (td_pieces_match_any(pieces, before, passives, &length) < 0) return false;
    for (int64_t i = governor + 1; i < first; i++)
        if (td_piece_is(pieces, i, "and") || td_piece_is_mark(pieces, i, ',') || td_piece_is(pieces, i, "by"))
            return true;
    return false;
}

/* The nearest governor before the figure, and how far it is. */
static enum td_figure_category before_figure(const td_pieces *pieces, int64_t first, int64_t *distance) {
    *distance = REACH;
    if (td_piece_is(pieces, first - 1, "by") || td_pieces_match(pieces, first - 2, "population of"))
        return TD_FIGURE_OTHER;
    if (td_pieces_match(pieces, first - 2, "shooting of")) return *distance = 1, TD_FIGURE_WOUNDED;
    for (int64_t k = 1; k < REACH; k++) {
        const td_piece *piece = td_piece_at(pieces, first - k);
        if (stops_search(piece)) break;
        const td_unit_reading *reading = td_unit_as(piece->word, TD_UNIT_GOVERNOR);
        if (!reading || negation_near(pieces, first - k)) continue;
        if (looks_back(pieces, first - k, first)) break;
        *distance = k;
        return reading->category;
    }
    return TD_FIGURE_OTHER;
}

/* Past what stands in brackets at `i`. */
static int64_t past_bracket(const td_pieces *pieces, int64_t i) {
    if (!td_piece_is_mark(pieces, i, '(')) return i;
    for (int64_t k = 1; k < LONGEST_BRACKET; k++)
        if (td_piece_is_mark(pieces, i + k, ')')) return i + k + 1;
    return i;
}

/* Past further members of a list: ", women and children". */
static int64_t past_list(const td_pieces *pieces, int64_t i) {
    for (;;) {
        bool link = td_piece_is_mark(pieces, i, ',') || td_piece_is(pieces, i, "and") || td_piece_is(pieces, i, "or");
        const td_unit_reading *member = link ? td_piece_as(pieces, i + 1, TD_UNIT_COUNTED) : NULL;
        if (!member || !td_view_equal(member->unit, TD_VIEW("people")) || harm_at(pieces, i + 1)) return i;
        i += 2;
    }
}

/* The nearest governor behind the figure, and how far it is. */
static enum td_figure_category behind_figure(const td_pieces *pieces, int64_t end, int64_t *distance) {
    *distance = REACH;
    for (int64_t i = end; i < end + REACH; i++) {
        i = past_bracket(pieces, i);
        const td_piece *piece = td_piece_at(pieces, i);
        if (stops_search(piece) || (piece->mark == ',' && !harm_at(pieces, i + 1))) break;
        if (piece->kind == TD_PIECE_NUMBER && i > end) break;
        const td_unit_reading *reading = td_unit_as(piece->word, TD_UNIT_GOVERNOR);
        if (!reading || has_own_number(pieces, i)) continue;
        *distance = i - end + 1;
        return category_at(pieces, i, reading);
    }
    return TD_FIGURE_OTHER;
}

/* "The death toll ... has risen to 18." */
static bool ends_a_toll(const td_pieces *pieces, int64_t first) {
    static const char *const before[] = {"to", "at", "is", "was", "reached", "of", "hit", "passed", "topped", NULL};
    uint32_t length;
    if (td_pieces_match_any(pieces, first - 1, before, &length) < 0) return false;
    for (int64_t k = 2; k < TOLL_REACH; k++) {
        if (stops_search(td_piece_at(pieces, first - k))) return false;
        if (td_piece_is(pieces, first - k, "toll")) return true;
    }
    return false;
}

enum td_figure_category td_figure_governed(const td_pieces *pieces, int64_t first, int64_t end) {
    enum td_figure_category direct = TD_FIGURE_OTHER;
    int64_t before_distance, behind_distance;
    bool settled = false;
    end = past_list(pieces, end);
    if (governed_directly(pieces, end, &direct, &settled)) return direct;
    enum td_figure_category before = before_figure(pieces, first, &before_distance);
    enum td_figure_category behind = TD_FIGURE_OTHER;
    if (!settled)
        behind = behind_figure(pieces, end, &behind_distance);
    else
        behind_distance = REACH;
    if (before == TD_FIGURE_OTHER && behind == TD_FIGURE_OTHER && ends_a_toll(pieces, first)) return TD_FIGURE_KILLED;
    return behind != TD_FIGURE_OTHER && behind_distance <= before_distance ? behind : before;
}

bool td_figure_governed_closely(const td_pieces *pieces, int64_t first, int64_t end) {
    enum td_figure_category direct;
    bool settled;
    return harm_at(pieces, first - 1) != NULL || governed_directly(pieces, end, &direct, &settled);
}
