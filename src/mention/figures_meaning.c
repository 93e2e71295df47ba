/*
 * What a figure counts, as of when and where.
 * Input: the words of a number, its sentence with tokens, and the times,
 * mentions and quotations found before. Output: a figure of the record.
 */

#include "mention/figures.h"

#define LONGEST_COUNTED 9 /* tokens of a noun phrase */
#define GOVERNOR_REACH 12 /* pieces around a figure in which words say that it is a total so far */
#define NUMBERED_REACH 20 /* pieces between "the number of" and the number */
#define NEIGHBOURS 48     /* mentions looked at around a figure */

static bool is_nominal(const td_token *token) {
    return token->part_of_speech == TD_POS_NOUN || token->part_of_speech == TD_POS_PROPER_NOUN;
}

static bool is_function_word(td_view text) {
    static const char *const words[] = {"of", "the",   "a",     "an",  "its", "his", "their", "'s", "\xE2\x80\x99s",
                                        "-",  "these", "those", "all", "our", "my",  "your",  "any"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (td_view_equal_ascii_fold(text, td_view_of(words[k]))) return true;
    return false;
}

/* Tokens that may stand inside a noun phrase before its head. */
static bool continues_phrase(const td_report *report, const td_token *token, uint32_t number) {
    td_view text = td_span_text(report->text, token->span);
    if (is_nominal(token) || token->part_of_speech == TD_POS_ADJECTIVE) return true;
    bool dash =
        td_view_equal(text, TD_VIEW("-")) && token->span.start > 0 && report->text.bytes[token->span.start - 1] != ' ';
    if (dash || td_view_equal(text, TD_VIEW("'s")) || td_view_equal(text, TD_VIEW("\xE2\x80\x99s"))) return number > 0;
    if (number < 2 && is_function_word(text)) return true; /* "of the", "of its" */
    bool compound =
        token->span.start > 0 && report->text.bytes[token->span.start - 1] == '-'; /* "government-approved" */
    if (compound && token->part_of_speech == TD_POS_VERB) return true;
    return token->part_of_speech == TD_POS_VERB && number < 2 &&
           (token->features & (TD_FEATURE_PARTICIPLE | TD_FEATURE_GERUND));
}

bool td_figure_in_time(const td_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->times.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (report->times.items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < report->times.count && report->times.items[low].span.start <= offset;
}

/* The noun phrase behind byte `offset` up to its head; TD_SPAN_NONE where there is none. */
static td_span noun_phrase(const td_report *report, td_index sentence, uint32_t offset) {
    const td_sentence *s = &report->sentences.items[sentence];
    td_index at = td_report_token_at(report, offset);
    td_span phrase = TD_SPAN_NONE;
    for (uint32_t k = 0; k < LONGEST_COUNTED && at + k < s->token_end; k++) {
        const td_token *token = &report->tokens.items[at + k];
        td_view text = td_span_text(report->text, token->span);
        if (!continues_phrase(report, token, k) || td_figure_in_time(report, token->span.start)) break;
        if (!td_span_present(phrase) && td_view_equal_ascii_fold(text, TD_VIEW("including"))) break;
        if (is_nominal(token))
            phrase = td_span_join(td_span_present(phrase) ? phrase : token->span, token->span);
        else if (!td_span_present(phrase) && !is_function_word(text))
            phrase = token->span;
    }
    if (!td_span_present(phrase)) return phrase;
    /* a run of adjectives alone counts nothing */
    td_index last = td_report_token_at(report, phrase.start);
    for (; last < s->token_end && report->tokens.items[last].span.start < phrase.end; last++)
        if (is_nominal(&report->tokens.items[last])) return phrase;
    return TD_SPAN_NONE;
}

/* The reading, as something counted, of the last word of `phrase` that has one; the head comes last. */
static const td_unit_reading *unit_of(const td_pieces *pieces, int64_t from, td_span phrase, bool *head_capital) {
    const td_unit_reading *found = NULL;
    *head_capital = false;
    for (int64_t i = from; td_piece_at(pieces, i)->kind != TD_PIECE_END; i++) {
        const td_piece *piece = td_piece_at(pieces, i);
        if (piece->span.start < phrase.start) continue;
        if (piece->span.end > phrase.end) break;
        if (piece->kind == TD_PIECE_WORD) *head_capital = piece->capital;
        const td_unit_reading *reading = td_unit_as(piece->word, TD_UNIT_COUNTED);
        if (!reading) reading = td_unit_as(piece->word, TD_UNIT_MEASURE);
        if (reading) found = reading;
    }
    return found;
}

/* A governed category may only overrule what is counted where the two fit. */
static enum td_figure_category settle(enum td_figure_category counted, enum td_figure_category given, bool people,
                                      bool share) {
    if (td_figure_is_harm(counted)) return counted; /* "19 bodies", whatever else befell them */
    bool harm = td_figure_is_harm(given);
    if (people && harm) return given;
    if (share && harm) return given;
    if (counted == TD_FIGURE_OTHER && people && given == TD_FIGURE_AID_RECIPIENTS) return given;
    if (counted != TD_FIGURE_OTHER) return counted;
    if (share) return TD_FIGURE_SHARE;
    return given == TD_FIGURE_VIOLATIONS ? given : TD_FIGURE_OTHER;
}

static bool is_cumulative(const td_pieces *pieces, int64_t first, int64_t end) {
    static const char *const words[] = {"so far",      "since",      "in total",    "a total",       "total",
                                        "toll",        "altogether", "overall",     "to date",       "until now",
                                        "cumulative",  "has killed", "have killed", "has displaced", "have been killed",
                                        "has claimed", NULL};
    for (int64_t k = first - GOVERNOR_REACH; k < end + GOVERNOR_REACH; k++) {
        uint32_t length;
        if (k >= 0 && td_pieces_match_any(pieces, k, words, &length) >= 0) return true;
    }
    return false;
}

/* The time of the clause: the nearest day or dates of the sentence; publication where there is none. */
static td_interval as_of(const td_report *report, const td_sentence *sentence, td_span span) {
    td_interval best = report->published.interval;
    uint32_t least = UINT32_MAX, low = 0, high = report->times.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (report->times.items[middle].span.start < sentence->span.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t n = low, seen = 0; n < report->times.count && seen < NEIGHBOURS; n++, seen++) {
        const td_time *time = &report->times.items[n];
        if (time->span.start >= sentence->span.end) break;
        if ((time->type != TD_TIME_DATE && time->type != TD_TIME_TIME) || !td_interval_known(time->interval)) continue;
        uint32_t gap = time->span.start > span.end   ? time->span.start - span.end
                       : span.start > time->span.end ? span.start - time->span.end
                                                     : 0;
        if (gap < least) best = time->interval, least = gap;
    }
    return best;
}

typedef struct td_neighbourhood {
    uint32_t first, end; /* mentions of the sentence, at most NEIGHBOURS each side of the figure */
} td_neighbourhood;

static td_neighbourhood mentions_around(const td_report *report, const td_sentence *sentence, td_span span) {
    uint32_t low = td_report_mention_from(report, span.start);
    td_neighbourhood around = {low, low};
    while (around.first > 0 && low - around.first < NEIGHBOURS &&
           report->mentions.items[around.first - 1].span.start >= sentence->span.start)
        around.first--;
    while (around.end < report->mentions.count && around.end - low < NEIGHBOURS &&
           report->mentions.items[around.end].span.start < sentence->span.end)
        around.end++;
    return around;
}

/* The nearest place of the sentence, one behind the figure before one ahead of it. */
static td_index place_of(const td_report *report, td_neighbourhood around, td_span span) {
    td_index best = TD_NONE;
    uint32_t least = UINT32_MAX;
    for (uint32_t n = around.first; n < around.end; n++) {
        const td_mention *mention = &report->mentions.items[n];
        bool place = mention->kind == TD_ENTITY_PLACE || mention->kind == TD_ENTITY_FACILITY;
        if (!place || mention->entity == TD_NONE || mention->form == TD_FORM_DEMONYM ||
            mention->form == TD_FORM_METONYM)
            continue;
        uint32_t gap =
            mention->span.start >= span.end ? mention->span.start - span.end : 2 * (span.start - mention->span.start);
        if (gap < least) best = mention->entity, least = gap;
    }
    return best;
}

/* "Syrians", "Iraqis", "Kurds": the endings of English plurals of nationals. */
static bool names_nationals(td_view phrase) {
    static const char *const endings[] = {"ans", "is", "rds", "abs", "ese"};
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
        if (td_view_ends_with(phrase, td_view_of(endings[k]))) return true;
    return false;
}

static void set_numbers(const td_figure_reading *reading, td_figure *figure) {
    static const struct {
        bool value, low, high;
    } known[TD_BOUND_COUNT] = {
        [TD_BOUND_EXACT] = {true, true, true},          [TD_BOUND_APPROX] = {true, false, false},
        [TD_BOUND_ALMOST] = {true, false, true},        [TD_BOUND_RANGE] = {false, true, true},
        [TD_BOUND_AT_LEAST] = {true, true, false},      [TD_BOUND_MORE_THAN] = {true, true, false},
        [TD_BOUND_AT_MOST] = {true, false, true},       [TD_BOUND_LESS_THAN] = {true, false, true},
        [TD_BOUND_VAGUE_PLURAL] = {false, true, false},
    };
    if (known[reading->bound].value) figure->value = (td_quantity){reading->value, true};
    if (known[reading->bound].low) figure->low = (td_quantity){reading->low, true};
    if (known[reading->bound].high) figure->high = (td_quantity){reading->high, true};
}

/* "20 wounded Monday", "31 injured in": what befell them rather than what they are; "20 wounded soldiers" counts these.
 */
static bool predicate_follows(const td_pieces *pieces, int64_t end) {
    const td_unit_reading *reading = td_piece_as(pieces, end, TD_UNIT_GOVERNOR);
    if (!reading || !td_figure_is_harm(reading->category) || td_piece_as(pieces, end, TD_UNIT_COUNTED)) return false;
    const td_piece *next = td_piece_at(pieces, end + 1);
    bool noun = next->word && (next->word->classes & (1U << TD_UNIT_COUNTED));
    return !noun;
}

/* "the number of countries ... is stable at 46", "taking the tally to 203": the word for what is numbered. */
static const td_unit_reading *numbered_before(const td_pieces *pieces, const td_figure_reading *reading,
                                              bool *numbered) {
    static const char *const links[] = {"to",      "at",      "is",       "was",       "of", "totalled",
                                        "totaled", "reached", "stood at", "stands at", "by", NULL};
    static const char *const heads[] = {"number of", "total of", "tally", "total", "toll", "count", NULL};
    uint32_t length;
    *numbered = false;
    if (td_pieces_match_any(pieces, reading->first - 1, links, &length) < 0) return NULL;
    for (int64_t k = 2; k < NUMBERED_REACH; k++) {
        const td_piece *piece = td_piece_at(pieces, reading->first - k);
        if (piece->kind == TD_PIECE_END || piece->kind == TD_PIECE_NUMBER || piece->mark == ';') return NULL;
        int head = td_pieces_match_any(pieces, reading->first - k, heads, &length);
        if (head < 0) continue;
        *numbered = true;
        for (int64_t i = reading->first - k + length; i < reading->first; i++)
            if (td_piece_as(pieces, i, TD_UNIT_COUNTED)) return td_piece_as(pieces, i, TD_UNIT_COUNTED);
        return NULL;
    }
    return NULL;
}

/* "most of them", "the majority of whom". */
static bool pronoun_follows(const td_pieces *pieces, int64_t i) {
    static const char *const words[] = {"them", "whom", "those", "these", "us", "which", NULL};
    uint32_t length;
    return td_pieces_match_any(pieces, i, words, &length) >= 0;
}

/* "13 children and one adult", "one man and two women". */
static bool in_list(const td_pieces *pieces, const td_figure_reading *reading) {
    td_number number;
    bool before =
        td_piece_is(pieces, reading->first - 1, "and") && td_piece_as(pieces, reading->first - 2, TD_UNIT_COUNTED);
    bool behind = td_piece_is(pieces, reading->end + 1, "and") && td_number_read(pieces, reading->end + 2, &number);
    return before || behind;
}

/* The words counted where the parser saw no noun in them: "most of the IS militants", "killing one civilian". */
static td_span counted_by_table(const td_pieces *pieces, int64_t end) {
    int64_t first = end;
    bool compound =
        td_piece_is_mark(pieces, end, '-') && td_piece_as(pieces, end + 1, TD_UNIT_MEASURE); /* "a 500-mile pipeline" */
    if (compound || td_piece_as(pieces, end, TD_UNIT_MEASURE))
        return td_pieces_span(pieces, end + compound, end + compound + 1);
    while (td_piece_is(pieces, first, "of") || td_piece_is(pieces, first, "the") || td_piece_is(pieces, first, "its"))
        first++;
    for (int64_t i = first; i < first + 4; i++) {
        const td_piece *piece = td_piece_at(pieces, i);
        if (piece->kind != TD_PIECE_WORD || td_piece_as(pieces, i, TD_UNIT_PERIOD)) break;
        if (td_piece_as(pieces, i, TD_UNIT_COUNTED)) return td_pieces_span(pieces, first, i + 1);
        if (!piece->capital) break;
    }
    return TD_SPAN_NONE;
}

/* "the two sides", "the two", "one resident said": references rather than counts. */
static bool refers_back(const td_pieces *pieces, const td_figure_reading *reading, const td_unit_reading *unit,
                        bool phrase, enum td_figure_category given) {
    static const char *const definite[] = {"the", "these", "those", "both", "their", "his", "its", "our", "all", NULL};
    uint32_t length;
    bool harm = td_figure_is_harm(given), people = unit && td_view_equal(unit->unit, TD_VIEW("people"));
    if (!reading->words_only || reading->value > 10) return false;
    if (reading->value == 1 && !reading->bounded && people && !harm && !in_list(pieces, reading)) return true;
    if (!phrase && !unit && td_piece_is(pieces, reading->first - 1, "the")) return true;
    return !harm && td_pieces_match_any(pieces, reading->first - 1, definite, &length) >= 0;
}

/* A bare number that counts nothing is no figure. */
static bool worth_keeping(const td_pieces *pieces, const td_figure_reading *reading, const td_unit_reading *unit,
                          bool phrase, enum td_figure_category given) {
    if (reading->bound == TD_BOUND_MAJORITY) return phrase || unit || pronoun_follows(pieces, reading->end);
    if (!reading->weak) return true;
    return !refers_back(pieces, reading, unit, phrase, given) && (phrase || unit || given != TD_FIGURE_OTHER);
}

/* "square kilometres", "cubic metres"; absent where the measure is a length. */
static td_view squared_unit(const td_pieces *pieces, int64_t i, td_arena *arena) {
    const td_unit_reading *measure = td_piece_as(pieces, i + 1, TD_UNIT_MEASURE);
    const char *word = td_piece_is(pieces, i, "square") ? "square" : td_piece_is(pieces, i, "cubic") ? "cubic" : NULL;
    if (!measure || !word) return TD_VIEW_ABSENT;
    return td_arena_format(arena, "%s %.*s", word, TD_VIEW_ARGUMENTS(measure->unit));
}

/* Are people counted, whether or not a word of the table says so? */
static bool counts_people(const td_report *report, td_span phrase, const td_unit_reading *unit, bool capital,
                          enum td_figure_category given, bool close) {
    if (unit) return td_view_equal(unit->unit, TD_VIEW("people"));
    if (!td_span_present(phrase)) return given != TD_FIGURE_OTHER && given != TD_FIGURE_VIOLATIONS;
    if (capital && names_nationals(td_span_text(report->text, phrase))) return true;
    bool plural = report->text.bytes[phrase.end - 1] == 's';
    return plural && close && td_figure_is_harm(given);
}

/* As of when, where and according to whom. */
static void set_circumstances(const td_report *report, const td_sentence *sentence, td_figure *figure) {
    figure->as_of = as_of(report, sentence, figure->span);
    td_neighbourhood around = mentions_around(report, sentence, figure->span);
    figure->place = place_of(report, around, figure->phrase);
    td_figure_set_source(report, sentence, figure);
}

/* What a figure counts, as far as the words behind it say. */
typedef struct td_counted {
    td_span phrase; /* TD_SPAN_NONE: no words for it */
    const td_unit_reading *unit;
    bool capital; /* its head is written with one */
    int64_t end;  /* the piece behind it */
} td_counted;

static td_counted read_counted(const td_pieces *pieces, const td_figure_reading *reading, const td_report *report,
                               td_span number) {
    td_counted counted = {.phrase = TD_SPAN_NONE, .end = reading->end};
    bool compound = td_piece_is_mark(pieces, reading->end, '-');
    if (!predicate_follows(pieces, reading->end) && !compound)
        counted.phrase = noun_phrase(report, pieces->sentence, number.end);
    if (!td_span_present(counted.phrase) && !reading->money) counted.phrase = counted_by_table(pieces, reading->end);
    if (!td_span_present(counted.phrase)) return counted;
    counted.unit = unit_of(pieces, reading->end, counted.phrase, &counted.capital);
    while (td_piece_at(pieces, counted.end)->kind != TD_PIECE_END &&
           td_piece_at(pieces, counted.end)->span.start < counted.phrase.end)
        counted.end++;
    return counted;
}

/* The unit in words; of money and shares the reading has set it. */
static void set_unit(const td_pieces *pieces, const td_figure_reading *reading, const td_counted *counted, bool people,
                     td_arena *arena, td_figure *figure) {
    td_view squared = squared_unit(pieces, reading->end, arena);
    if (td_view_present(squared))
        figure->unit = squared;
    else if (!td_view_present(figure->unit) && counted->unit)
        figure->unit = counted->unit->unit;
    else if (!td_view_present(figure->unit) && people)
        figure->unit = TD_VIEW("people");
}

bool td_figure_understand(const td_pieces *pieces, const td_figure_reading *reading, const td_report *report,
                          td_arena *arena, td_figure *figure) {
    *figure = (td_figure){.bound = reading->bound, .place = TD_NONE, .attribution = TD_NONE, .unit = reading->unit};
    figure->span = td_pieces_span(pieces, reading->first, reading->end);
    td_counted counted = read_counted(pieces, reading, report, figure->span);
    bool worded = td_span_present(counted.phrase), numbered = false;
    enum td_figure_category given = td_figure_governed(pieces, reading->first, counted.end);
    if (!worded && !reading->money && !reading->share) counted.unit = numbered_before(pieces, reading, &numbered);
    if (!numbered && !worth_keeping(pieces, reading, counted.unit, worded, given)) return false;
    set_numbers(reading, figure);
    if (reading->money) worded = false;
    figure->phrase = worded ? td_span_join(figure->span, counted.phrase) : figure->span;
    if (worded) figure->counts = td_arena_copy(arena, td_span_text(report->text, counted.phrase));
    bool close = td_figure_governed_closely(pieces, reading->first, counted.end);
    bool crowd = !worded && !counted.unit && reading->bound == TD_BOUND_VAGUE_PLURAL &&
                 !reading->money; /* "inspired millions" */
    bool people = crowd || counts_people(report, counted.phrase, counted.unit, counted.capital, given, close) ||
                  td_pieces_match(pieces, reading->first - 2, "population of");
    set_unit(pieces, reading, &counted, people, arena, figure);
    enum td_figure_category of_unit = counted.unit ? counted.unit->category : TD_FIGURE_OTHER;
    figure->category = reading->money ? TD_FIGURE_MONEY : settle(of_unit, given, people, reading->share);
    figure->cumulative = is_cumulative(pieces, reading->first, counted.end);
    set_circumstances(report, &report->sentences.items[pieces->sentence], figure);
    return true;
}
