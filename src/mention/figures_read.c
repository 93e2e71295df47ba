/*
 * The words of a figure: a number, a range, a share, money, a majority, or the
 * statement that there is none, with the words that bound it.
 * Input: pieces of a sentence. Output: bound and numbers, as docs call them:
 * exact has all three, at_least a low, at_most a high, approx a value alone.
 */

#include "mention/figures.h"

#define LONGEST_STREET 5       /* words of a street's name */
#define LONGEST_UNDISCLOSED 14 /* pieces from "number of" to "has not been revealed" */

typedef struct td_bound_words {
    const char *words;
    enum td_bound bound;
} td_bound_words;

/* Before a number; longest first where one begins another. */
static const td_bound_words before_words[] = {
    {"no fewer than", TD_BOUND_AT_LEAST},
    {"no less than", TD_BOUND_AT_LEAST},
    {"not less than", TD_BOUND_AT_LEAST},
    {"a minimum of", TD_BOUND_AT_LEAST},
    {"at least", TD_BOUND_AT_LEAST},
    {"at the very least", TD_BOUND_AT_LEAST},
    {"no more than", TD_BOUND_AT_MOST},
    {"not more than", TD_BOUND_AT_MOST},
    {"a maximum of", TD_BOUND_AT_MOST},
    {"at most", TD_BOUND_AT_MOST},
    {"up to", TD_BOUND_AT_MOST},
    {"as many as", TD_BOUND_AT_MOST},
    {"as much as", TD_BOUND_AT_MOST},
    {"as few as", TD_BOUND_AT_LEAST},
    {"well over", TD_BOUND_MORE_THAN},
    {"just over", TD_BOUND_MORE_THAN},
    {"far more than", TD_BOUND_MORE_THAN},
    {"more than", TD_BOUND_MORE_THAN},
    {"over", TD_BOUND_MORE_THAN},
    {"above", TD_BOUND_MORE_THAN},
    {"upwards of", TD_BOUND_MORE_THAN},
    {"in excess of", TD_BOUND_MORE_THAN},
    {"exceeding", TD_BOUND_MORE_THAN},
    {"greater than", TD_BOUND_MORE_THAN},
    {"larger than", TD_BOUND_MORE_THAN},
    {"bigger than", TD_BOUND_MORE_THAN},
    {"higher than", TD_BOUND_MORE_THAN},
    {"exceeded", TD_BOUND_MORE_THAN},
    {"exceeds", TD_BOUND_MORE_THAN},
    {"exceed", TD_BOUND_MORE_THAN},
    {"surpassed", TD_BOUND_MORE_THAN},
    {"surpass", TD_BOUND_MORE_THAN},
    {"topped", TD_BOUND_MORE_THAN},
    {"greater than or equal to", TD_BOUND_AT_LEAST},
    {"less than or equal to", TD_BOUND_AT_MOST},
    {"smaller than", TD_BOUND_LESS_THAN},
    {"lower than", TD_BOUND_LESS_THAN},
    {"fewer than", TD_BOUND_LESS_THAN},
    {"less than", TD_BOUND_LESS_THAN},
    {"under", TD_BOUND_LESS_THAN},
    {"just under", TD_BOUND_LESS_THAN},
    {"below", TD_BOUND_LESS_THAN},
    {"almost", TD_BOUND_ALMOST},
    {"nearly", TD_BOUND_ALMOST},
    {"close to", TD_BOUND_ALMOST},
    {"just short of", TD_BOUND_ALMOST},
    {"about", TD_BOUND_APPROX},
    {"around", TD_BOUND_APPROX},
    {"some", TD_BOUND_APPROX},
    {"approximately", TD_BOUND_APPROX},
    {"roughly", TD_BOUND_APPROX},
    {"an estimated", TD_BOUND_APPROX},
    {"estimated", TD_BOUND_APPROX},
    {"in the region of", TD_BOUND_APPROX},
    {"circa", TD_BOUND_APPROX},
    {"an average of", TD_BOUND_APPROX},
    {"a total of", TD_BOUND_EXACT},
    {"exactly", TD_BOUND_EXACT},
    {"a further", TD_BOUND_EXACT},
    {"another", TD_BOUND_EXACT},
};

static const td_bound_words after_words[] = {
    {"or more", TD_BOUND_AT_LEAST}, {"or so", TD_BOUND_APPROX},    {"or fewer", TD_BOUND_AT_MOST},
    {"or less", TD_BOUND_AT_MOST},  {"- plus", TD_BOUND_AT_LEAST}, {"+", TD_BOUND_AT_LEAST},
    {"- odd", TD_BOUND_APPROX},
};

static uint32_t read_bound(const td_pieces *pieces, int64_t i, const td_bound_words *table, size_t count,
                           enum td_bound *bound) {
    for (size_t k = 0; k < count; k++) {
        uint32_t length = td_pieces_match(pieces, i, table[k].words);
        if (!length) continue;
        *bound = table[k].bound;
        return length;
    }
    return 0;
}

/* The three numbers of the contract from a bound and one value. */
static void set_numbers(td_figure_reading *reading, double value) {
    reading->value = reading->low = reading->high = value;
}

/* A currency before the number: $, US$, EUR. */
static uint32_t read_currency_before(const td_pieces *pieces, int64_t i, td_view *unit) {
    static const struct {
        char mark;
        const char *code;
    } marks[] = {{'$', "USD"}, {'L', "GBP"}, {'E', "EUR"}, {'Y', "JPY"}, {'R', "RUB"},
                 {'I', "INR"}, {'S', "ILS"}, {'H', "UAH"}, {'T', "TRY"}};
    uint32_t prefix = td_piece_is(pieces, i, "us") && td_piece_is_mark(pieces, i + 1, '$') ? 1 : 0;
    const td_piece *piece = td_piece_at(pieces, i + prefix);
    for (size_t k = 0; k < sizeof marks / sizeof *marks && piece->kind == TD_PIECE_MARK; k++)
        if (piece->mark == marks[k].mark) return *unit = td_view_of(marks[k].code), prefix + 1;
    /* "USD 200", "EUR125": a code of three letters */
    const td_unit_reading *code = td_piece_as(pieces, i, TD_UNIT_CURRENCY);
    bool letters = piece->kind == TD_PIECE_WORD && piece->span.end - piece->span.start == 3 && piece->capital &&
                   pieces->text.bytes[piece->span.start + 1] <= 'Z' &&
                   td_piece_at(pieces, i + 1)->kind == TD_PIECE_NUMBER;
    return code && letters ? (*unit = code->unit, 1) : 0;
}

/* "dollars", "US dollars", "Syrian pounds": what a number before it is money of. */
static uint32_t read_currency_behind(const td_pieces *pieces, int64_t i, td_view *unit) {
    const td_unit_reading *pair = td_unit_as(td_pieces_pair(pieces, i), TD_UNIT_CURRENCY);
    if (pair) return *unit = pair->unit, 2;
    uint32_t nation = td_piece_is(pieces, i, "us") ||
                              (td_piece_at(pieces, i)->kind == TD_PIECE_WORD && td_piece_at(pieces, i)->capital)
                          ? 1
                          : 0;
    const td_unit_reading *currency = td_piece_as(pieces, i, TD_UNIT_CURRENCY);
    if (currency) return *unit = currency->unit, 1;
    currency = nation ? td_piece_as(pieces, i + 1, TD_UNIT_CURRENCY) : NULL;
    return currency ? (*unit = currency->unit, 2) : 0;
}

/* "3 dollars 50 cents". */
static uint32_t read_cents(const td_pieces *pieces, int64_t i, td_figure_reading *reading) {
    static const char *const parts[] = {"cents", "cent", "pence", "kopecks", NULL};
    uint32_t link = td_piece_is(pieces, i, "and") ? 1 : 0, length;
    td_number number;
    uint32_t taken = td_number_read(pieces, i + link, &number);
    if (!taken || number.value >= 100 || td_pieces_match_any(pieces, i + link + taken, parts, &length) < 0) return 0;
    set_numbers(reading, reading->value + number.value / 100);
    return link + taken + length;
}

/* What makes a share or money of the number behind it. */
static uint32_t read_unit_behind(const td_pieces *pieces, int64_t i, td_figure_reading *reading) {
    if (td_piece_is_mark(pieces, i, '%')) return reading->share = true, reading->unit = TD_VIEW("percent"), 1;
    uint32_t percent = td_pieces_match(pieces, i, "per cent");
    if (!percent) percent = td_pieces_match(pieces, i, "percentage points");
    if (!percent) percent = td_piece_as(pieces, i, TD_UNIT_PERCENT) ? 1 : 0;
    if (percent) return reading->share = true, reading->unit = TD_VIEW("percent"), percent;
    uint32_t taken = read_currency_behind(pieces, i, &reading->unit);
    if (!taken) return 0;
    reading->money = true;
    return taken + read_cents(pieces, i + taken, reading);
}

/* "3-4 million", "$2-3bn": the first number has the second's magnitude. */
static double scaled(const td_pieces *pieces, int64_t second, double low, double high) {
    const td_piece *piece = td_piece_at(pieces, second);
    const td_unit_reading *word = td_piece_as(pieces, second, TD_UNIT_NUMBER);
    double leading = piece->kind == TD_PIECE_NUMBER ? piece->number : word ? word->number : 0;
    if (leading <= 0 || high < 100 || leading * 99 > high || low >= high / leading) return low;
    return low * (high / leading);
}

/* The second number of a range: "to 6,000", "-6", "and 6,000" behind "between". */
static uint32_t read_range_end(const td_pieces *pieces, int64_t i, bool between, td_figure_reading *reading) {
    bool dash = td_piece_is_mark(pieces, i, '-');
    bool link = dash || td_piece_is(pieces, i, between ? "and" : "to") ||
                (!between && (td_piece_is(pieces, i, "or") || td_piece_is(pieces, i, "through")));
    if (!link) return 0;
    td_view unit = reading->unit;
    uint32_t currency = read_currency_before(pieces, i + 1, &unit);
    td_number high;
    uint32_t taken = td_number_read(pieces, i + 1 + currency, &high);
    if (!taken || high.vague) return 0;
    double low = scaled(pieces, i + 1 + currency, reading->value, high.value);
    if (high.value <= low) return 0;
    /* "rose 15 percent to $400 million" is no range */
    bool percent_behind = td_piece_is_mark(pieces, i + 1 + taken, '%') ||
                          td_piece_as(pieces, i + 1 + taken, TD_UNIT_PERCENT) ||
                          td_pieces_match(pieces, i + 1 + taken, "per cent");
    if (reading->share && (currency || !percent_behind)) return 0;
    reading->bound = TD_BOUND_RANGE;
    reading->low = low;
    reading->high = high.value;
    return 1 + currency + taken;
}

static bool glued_word_before(const td_pieces *pieces, int64_t i) {
    const td_piece *piece = td_piece_at(pieces, i), *before = td_piece_at(pieces, i - 1);
    if (piece->space_before || before->kind == TD_PIECE_END) return false;
    if (before->kind == TD_PIECE_WORD) return true;
    if (before->kind == TD_PIECE_NUMBER) return true;
    bool joint = before->mark == '-' || before->mark == '/' || before->mark == ':' || before->mark == '.' ||
                 before->mark == '\'';
    return joint && !before->space_before;
}

/* "35-year-old", "aged 35", ", 35,": an age. */
static bool is_age(const td_pieces *pieces, int64_t i, int64_t end) {
    static const char *const behind[] = {"- year - old", "years old", "years of age", NULL};
    uint32_t length;
    if (td_piece_is(pieces, i - 1, "aged") || td_piece_is(pieces, i - 1, "age")) return true;
    if (td_pieces_match_any(pieces, end, behind, &length) >= 0) return true;
    bool apposed = td_piece_is_mark(pieces, i - 1, ',') && td_piece_is_mark(pieces, end, ',') &&
                   td_piece_at(pieces, i - 2)->capital;
    return apposed && td_piece_at(pieces, i)->kind == TD_PIECE_NUMBER && td_piece_at(pieces, i)->digits <= 2;
}

/* "5th", "24/7", "F-16s", "1.": digits that are part of another word, or number a list. */
static bool is_part_of_word(const td_pieces *pieces, int64_t i, int64_t end) {
    const td_piece *next = td_piece_at(pieces, end);
    if (glued_word_before(pieces, i)) return true;
    if (!next->space_before && next->kind == TD_PIECE_WORD)
        return !td_piece_as(pieces, end, TD_UNIT_MEASURE) && !td_piece_as(pieces, end, TD_UNIT_CURRENCY);
    if (!next->space_before && (next->mark == '/' || next->mark == ':')) return true;
    bool bracket = td_piece_is_mark(pieces, end, ')') || td_piece_is_mark(pieces, end, '.');
    return i == 0 && bracket && td_piece_at(pieces, end + 1)->kind != TD_PIECE_END;
}

/* "10-person tent", "60-vote majority": a number that describes; "a 40-strong delegation" counts. */
static bool is_compound(const td_pieces *pieces, int64_t end) {
    static const char *const counting[] = {"strong", "odd", "plus", "percent", NULL};
    uint32_t length;
    const td_piece *dash = td_piece_at(pieces, end), *word = td_piece_at(pieces, end + 1);
    bool glued = dash->mark == '-' && !dash->space_before && word->kind == TD_PIECE_WORD && !word->space_before;
    return glued && td_pieces_match_any(pieces, end + 1, counting, &length) < 0 &&
           !td_piece_as(pieces, end + 1, TD_UNIT_NUMBER) && !td_piece_as(pieces, end + 1, TD_UNIT_MAGNITUDE) &&
           !td_piece_as(pieces, end + 1, TD_UNIT_MEASURE);
}

/* 874-5115, 615-742-7463, (01980) 590484, 0370: telephone numbers and codes. */
static bool is_code(const td_pieces *pieces, int64_t i, int64_t end) {
    const td_piece *piece = td_piece_at(pieces, i), *before = td_piece_at(pieces, i - 1),
                   *after = td_piece_at(pieces, end);
    if (piece->kind != TD_PIECE_NUMBER || !piece->plain) return false;
    char first = pieces->text.bytes[piece->span.start];
    if (first == '0' && piece->digits > 1) return true;
    if (before->kind == TD_PIECE_NUMBER && before->plain && piece->digits > 3 && before->digits > 3) return true;
    const td_piece *other = td_piece_at(pieces, end + 1);
    bool glued = after->mark == '-' && !after->space_before && other->kind == TD_PIECE_NUMBER && !other->space_before;
    return glued && piece->digits == 3 && other->plain &&
           (other->digits == 4 || td_piece_is_mark(pieces, end + 2, '-'));
}

/* "709 Gordon Smith Boulevard", "the 2500 block of": the number of a house. */
static bool is_address(const td_pieces *pieces, int64_t i, int64_t end) {
    static const char *const ways[] = {"street",  "st",     "road",    "rd",   "avenue",  "ave",    "boulevard", "blvd",
                                       "lane",    "ln",     "drive",   "dr",   "court",   "ct",     "place",     "way",
                                       "highway", "square", "parkway", "pkwy", "terrace", "circle", "row",       NULL};
    uint32_t length;
    if (td_piece_is(pieces, end, "block")) return true;
    if (td_piece_at(pieces, i)->kind != TD_PIECE_NUMBER || !td_piece_at(pieces, i)->plain || end - i != 1) return false;
    for (int64_t k = end;
         k < end + LONGEST_STREET && td_piece_at(pieces, k)->kind == TD_PIECE_WORD && td_piece_at(pieces, k)->capital;
         k++)
        if (k > end && td_pieces_match_any(pieces, k, ways, &length) >= 0) return true;
    return false;
}

/* "the first 2016 candidate", "last year's 360 tour": four digits that are a year. */
static bool is_year(const td_pieces *pieces, int64_t i, int64_t end) {
    const td_piece *piece = td_piece_at(pieces, i), *before = td_piece_at(pieces, i - 1),
                   *next = td_piece_at(pieces, end);
    bool four = piece->kind == TD_PIECE_NUMBER && piece->plain && piece->digits == 4 && end - i == 1 &&
                piece->number >= 1900 && piece->number < 2100;
    bool governed = before->word && (before->word->classes & (1U << TD_UNIT_GOVERNOR));
    static const char *const plurals[] = {"people", "men",      "women", "children", "personnel", "troops",
                                          "police", "infantry", "dead",  "wounded",  NULL};
    uint32_t length;
    bool measured = next->word && (next->word->classes & (1U << TD_UNIT_MEASURE | 1U << TD_UNIT_GOVERNOR));
    bool plural = next->kind == TD_PIECE_WORD && (pieces->text.bytes[next->span.end - 1] == 's' ||
                                                  td_pieces_match_any(pieces, end, plurals, &length) >= 0);
    return four && !governed && !measured && !plural;
}

/* "the Six Day War": a word of number within a name. */
static bool is_in_name(const td_pieces *pieces, int64_t i, int64_t end) {
    const td_piece *piece = td_piece_at(pieces, i), *next = td_piece_at(pieces, end),
                   *before = td_piece_at(pieces, i - 1);
    return piece->kind == TD_PIECE_WORD && piece->capital && i > 0 && next->capital && before->kind == TD_PIECE_WORD &&
           !before->capital;
}

/* "a 7.0 magnitude earthquake", "20 hour days", "the age of 18", ".243 rifle". */
static bool measures_otherwise(const td_pieces *pieces, int64_t i, int64_t end) {
    static const char *const behind[] = {"magnitude", "- magnitude", "caliber", "calibre", NULL};
    uint32_t length;
    const td_unit_reading *period = td_piece_as(pieces, end, TD_UNIT_PERIOD);
    bool point = td_piece_is_mark(pieces, i - 1, '.') && !td_piece_at(pieces, i)->space_before;
    return point || td_pieces_match_any(pieces, end, behind, &length) >= 0 ||
           td_pieces_match(pieces, i - 2, "age of") || (period && !td_view_equal(period->unit, TD_VIEW("Q")));
}

static bool counts_nothing(const td_pieces *pieces, int64_t i, int64_t end) {
    return is_part_of_word(pieces, i, end) || is_age(pieces, i, end) || is_compound(pieces, end) ||
           is_code(pieces, i, end) || is_address(pieces, i, end) || is_in_name(pieces, i, end) ||
           measures_otherwise(pieces, i, end);
}

/* "Article 5", "Resolution 2254", "Channel 4": a number that names. */
static bool names_something(const td_pieces *pieces, int64_t i, int64_t end) {
    static const char *const labels[] = {
        "article", "resolution", "chapter",   "section", "page",  "no",       "number",   "channel",  "room",  "route",
        "highway", "flight",     "paragraph", "phase",   "group", "unit",     "brigade",  "division", "point", "part",
        "volume",  "plan",       "track",     "line",    "level", "category", "protocol", "annex",    NULL};
    uint32_t length;
    if (td_pieces_match_any(pieces, i - 1, labels, &length) >= 0) return true;
    if (td_piece_is_mark(pieces, i - 1, '#')) return true;
    const td_piece *before = td_piece_at(pieces, i - 1);
    const td_piece *next = td_piece_at(pieces, end);
    bool counted =
        next->word && (next->word->classes & (1U << TD_UNIT_COUNTED | 1U << TD_UNIT_MEASURE | 1U << TD_UNIT_MAGNITUDE));
    bool noun_follows = next->kind == TD_PIECE_WORD && counted;
    bool of_harm = (before->word && (before->word->classes & (1U << TD_UNIT_GOVERNOR))) ||
                   (next->word && (next->word->classes & (1U << TD_UNIT_GOVERNOR)));
    if (td_piece_is_mark(pieces, end, '%')) return false;
    if (of_harm) return false; /* "Blast Kills 14", "Army: 14 Dead" */
    return i - 1 > 0 && before->kind == TD_PIECE_WORD && before->capital &&
           td_piece_at(pieces, i)->kind == TD_PIECE_NUMBER && td_piece_at(pieces, i)->plain && end - i == 1 &&
           !noun_follows;
}

static bool read_undisclosed_end(const td_pieces *pieces, int64_t i) {
    static const char *const ends[] = {"not been",      "not yet been", "not immediately", "not known",
                                       "not clear",     "unknown",      "unclear",         "undisclosed",
                                       "not disclosed", "not revealed", "not released",    "not specified",
                                       "not given",     "n ' t been",   "never been",      NULL};
    for (int64_t k = i; k < i + LONGEST_UNDISCLOSED; k++) {
        uint32_t length;
        if (td_piece_is_mark(pieces, k, ';')) return false;
        if (td_pieces_match_any(pieces, k, ends, &length) >= 0) return true;
    }
    return false;
}

static bool withheld_before(const td_pieces *pieces, int64_t i) {
    static const char *const words[] = {"not",     "t",       "no",    "without", "refused", "declined",
                                        "unclear", "unknown", "never", "nor",     NULL};
    static const char *const verbs[] = {
        "say",     "specify", "disclose", "reveal", "give",       "provide",   "release",    "state", "elaborate",
        "details", "figures", "figure",   "saying", "specifying", "giving",    "disclosing", "clear", "unclear",
        "know",    "known",   "detail",   "said",   "disclosed",  "specified", "revealed",   NULL};
    bool verb = false;
    for (int64_t k = i - 1; k >= 0 && k > i - 12; k--) {
        uint32_t length;
        if (td_piece_is_mark(pieces, k, ';')) return false;
        if (td_pieces_match_any(pieces, k, verbs, &length) >= 0) verb = true;
        if (verb && td_pieces_match_any(pieces, k, words, &length) >= 0) return true;
    }
    return false;
}

/* "did not say how many", "the number of ... has not been revealed", "an undisclosed number of". */
static bool read_undisclosed(const td_pieces *pieces, int64_t i, td_figure_reading *reading) {
    static const char *const numbers[] = {"the exact number of", "the precise number of", "the number of",
                                          "exact numbers of",    "the total number of",   NULL};
    static const char *const openly[] = {"an undisclosed number of", "an unspecified number of", "an unknown number of",
                                         "an undisclosed amount of", "an undisclosed sum",       NULL};
    uint32_t length = 0;
    bool found = false;
    static const char *const amounts[] = {"money", "aid", "damage", "territory", "ammunition", "food",
                                          "fuel",  "it",  "they",   "was",       "had",        NULL};
    uint32_t what;
    bool much = td_pieces_match(pieces, i, "how much") && td_pieces_match_any(pieces, i + 2, amounts, &what) >= 0;
    if (much || td_pieces_match(pieces, i, "how many"))
        length = 2, found = withheld_before(pieces, i) || td_piece_is(pieces, i - 1, "unclear");
    else if (td_pieces_match_any(pieces, i, openly, &length) >= 0)
        found = true;
    else if (td_pieces_match_any(pieces, i, numbers, &length) >= 0)
        found = read_undisclosed_end(pieces, i + length) || withheld_before(pieces, i);
    if (!found) return false;
    *reading = (td_figure_reading){.first = i, .end = i + length, .bound = TD_BOUND_UNDISCLOSED, .words_only = true};
    return true;
}

/* "most of", "the majority of", "the bulk of". */
static bool read_majority(const td_pieces *pieces, int64_t i, td_figure_reading *reading) {
    static const char *const words[] = {"most of",
                                        "the vast majority of",
                                        "the overwhelming majority of",
                                        "a majority of",
                                        "the majority of",
                                        "the bulk of",
                                        "the main part of",
                                        "the larger part of",
                                        "the greater part of",
                                        "a large majority of",
                                        NULL};
    uint32_t length;
    if (td_pieces_match_any(pieces, i, words, &length) < 0) return false;
    *reading = (td_figure_reading){
        .first = i, .end = i + length, .bound = TD_BOUND_MAJORITY, .words_only = true, .share = true};
    return true;
}

/* The number itself, with currency, range and unit. */
static bool read_amount(const td_pieces *pieces, int64_t i, bool between, td_figure_reading *reading,
                        td_number *number) {
    uint32_t currency = read_currency_before(pieces, i, &reading->unit);
    reading->money = currency > 0;
    int64_t at = i + currency;
    uint32_t taken = td_number_read(pieces, at, number);
    if (!taken || (currency == 0 && (counts_nothing(pieces, i, at + taken) || names_something(pieces, i, at + taken))))
        return false;
    if (number->value > 1e15) return false;
    at += taken;
    reading->bound = number->vague ? TD_BOUND_VAGUE_PLURAL : TD_BOUND_EXACT;
    reading->words_only = number->words;
    set_numbers(reading, number->value);
    /* "tens of millions of dollars" */
    if (number->vague && td_piece_is(pieces, at, "of") && td_piece_as(pieces, at + 1, TD_UNIT_CURRENCY)) at++;
    at += read_unit_behind(pieces, at, reading);
    uint32_t range = number->vague ? 0 : read_range_end(pieces, at, between, reading);
    at += range;
    if (range && !reading->share && !reading->money)
        at += read_unit_behind(pieces, at, reading);
    else if (range && td_piece_at(pieces, at)->kind != TD_PIECE_END)
        at += read_unit_behind(pieces, at, reading);
    reading->end = at;
    return !between || range;
}

/* "one in five", "nine out of ten": so many of each such lot. */
static uint32_t read_one_in(const td_pieces *pieces, int64_t i, td_number *number) {
    td_number part, lot;
    uint32_t first = td_number_read(pieces, i, &part);
    uint32_t link = !first                                 ? 0
                    : td_piece_is(pieces, i + first, "in") ? 1
                                                           : td_pieces_match(pieces, i + first, "out of");
    uint32_t second = link ? td_number_read(pieces, i + first + link, &lot) : 0;
    bool sound = second && !part.vague && !lot.vague && part.value >= 1 && part.value < lot.value && lot.value <= 100;
    bool loose = link == 1 && (part.value != 1 || part.words != lot.words); /* "killed two in three villages" */
    if (!sound || loose || td_piece_as(pieces, i + first + link + second, TD_UNIT_PERIOD)) return 0;
    *number = (td_number){.value = part.value / lot.value, .words = part.words};
    return first + link + second;
}

static bool read_share(const td_pieces *pieces, int64_t i, bool bounded, td_figure_reading *reading) {
    static const char *const never[] = {"a",   "an",   "hour", "dozen", "million", "past",
                                        "way", "time", "year", "-",     NULL};
    td_number number;
    uint32_t taken = read_one_in(pieces, i, &number), length;
    bool one_in = taken > 0;
    if (!taken) taken = td_fraction_read(pieces, i, &number);
    bool half = bounded && taken == 1 && td_piece_is(pieces, i, "half") &&
                td_pieces_match_any(pieces, i + 1, never, &length) < 0;
    bool of =
        taken && (one_in || half || td_piece_is(pieces, i + taken, "of") || td_piece_is(pieces, i + taken, "the"));
    if (!of || td_pieces_match(pieces, i + taken, "of a")) return false;
    reading->share = true;
    reading->unit = TD_VIEW("percent");
    reading->words_only = true;
    reading->end = i + taken;
    set_numbers(reading, number.value * 100);
    return true;
}

/* A bound word joins the number's own. */
static void apply_bound(td_figure_reading *reading, enum td_bound bound) {
    if (reading->bound == TD_BOUND_EXACT) reading->bound = bound;
}

/* "one" counts before or behind a word that says so: "one civilian", "killing one", "one critically wounded". */
static bool is_pronoun_one(const td_pieces *pieces, int64_t first, int64_t end) {
    if (end - first != 1 || !td_piece_is(pieces, first, "one")) return false;
    const td_piece *next = td_piece_at(pieces, end);
    if (next->word && (next->word->classes & (1U << TD_UNIT_COUNTED | 1U << TD_UNIT_MEASURE))) return false;
    static const char *const never[] = {"of",   "another", "thing", "day", "way",  "side",
                                        "hand", "point",   "time",  "who", "that", NULL};
    uint32_t length;
    if (td_pieces_match_any(pieces, end, never, &length) >= 0) return true;
    for (int64_t k = end; k < end + 3; k++) {
        const td_unit_reading *said = td_piece_as(pieces, k, TD_UNIT_GOVERNOR);
        if (said && td_figure_is_harm(said->category)) return false;
        static const char *const between[] = {"was",   "critically", "seriously", "fatally", "person", "more",
                                              "other", "was also",   "has",       "been",    NULL};
        if (td_pieces_match_any(pieces, k, between, &length) < 0) break;
    }
    const td_unit_reading *before = td_piece_as(pieces, first - 1, TD_UNIT_GOVERNOR);
    if (before && td_figure_is_harm(before->category)) return false;
    /* "13 children and one adult", "one teacher and 14 pupils" */
    bool listed = td_piece_is(pieces, first - 1, "and") && td_piece_as(pieces, first - 2, TD_UNIT_COUNTED);
    return !listed;
}

static bool bound_is_low(enum td_bound bound) {
    return bound == TD_BOUND_MORE_THAN || bound == TD_BOUND_AT_LEAST;
}
static bool bound_is_high(enum td_bound bound) {
    return bound == TD_BOUND_LESS_THAN || bound == TD_BOUND_AT_MOST;
}

/* "more than 100 and fewer than 300": the other side of a range. */
static uint32_t read_other_bound(const td_pieces *pieces, int64_t i, td_figure_reading *reading) {
    bool low = bound_is_low(reading->bound), high = bound_is_high(reading->bound);
    bool link = td_piece_is(pieces, i, "and") || td_piece_is(pieces, i, "but");
    enum td_bound bound;
    td_number number;
    uint32_t words = link && (low || high)
                         ? read_bound(pieces, i + 1, before_words, sizeof before_words / sizeof *before_words, &bound)
                         : 0;
    uint32_t taken = words ? td_number_read(pieces, i + 1 + words, &number) : 0;
    bool other_low = bound_is_low(taken ? bound : TD_BOUND_EXACT),
         other_high = bound_is_high(taken ? bound : TD_BOUND_EXACT);
    if (!taken || number.vague ||
        !((low && other_high && number.value > reading->value) || (high && other_low && number.value < reading->value)))
        return 0;
    reading->low = low ? reading->value : number.value;
    reading->high = low ? number.value : reading->value;
    reading->bound = TD_BOUND_RANGE;
    return 1 + words + taken;
}

typedef struct td_prefix {
    enum td_bound bound;
    uint32_t length; /* pieces; 0 where no words of bound stand there */
} td_prefix;

/* The words of bound at `*i`, which moves past a first one that belongs to the verb ("turning over roughly half"). */
static td_prefix read_prefix(const td_pieces *pieces, int64_t *i) {
    td_prefix prefix = {.bound = TD_BOUND_EXACT};
    enum td_bound inner;
    prefix.length = read_bound(pieces, *i, before_words, sizeof before_words / sizeof *before_words, &prefix.bound);
    uint32_t second = prefix.length ? read_bound(pieces, *i + prefix.length, before_words,
                                                 sizeof before_words / sizeof *before_words, &inner)
                                    : 0;
    if (second && td_piece_is(pieces, *i, "over")) {
        *i += prefix.length;
        return (td_prefix){inner, second};
    }
    prefix.length += second;
    return prefix;
}

/* What stands behind the number bounds it further. */
static bool apply_words_behind(const td_pieces *pieces, td_figure_reading *reading) {
    enum td_bound behind;
    uint32_t after = read_bound(pieces, reading->end, after_words, sizeof after_words / sizeof *after_words, &behind);
    reading->end += after;
    if (after && reading->bound == TD_BOUND_APPROX) reading->bound = TD_BOUND_EXACT; /* "about 500 or more" */
    if (after) apply_bound(reading, behind);
    reading->end += read_other_bound(pieces, reading->end, reading);
    return after > 0;
}

bool td_figure_read(const td_pieces *pieces, int64_t i, td_figure_reading *reading) {
    if (read_undisclosed(pieces, i, reading) || read_majority(pieces, i, reading)) return true;
    td_prefix prefix = read_prefix(pieces, &i);
    *reading = (td_figure_reading){.first = i};
    bool between = !prefix.length && td_piece_is(pieces, i, "between");
    td_number number = {0};
    int64_t at = i + prefix.length + between;
    if (read_share(pieces, at, prefix.length > 0, reading))
        number.words = true;
    else if (!read_amount(pieces, at, between, reading, &number))
        return false;
    if (is_pronoun_one(pieces, at, reading->end)) return false;
    if (!prefix.length && !reading->money && is_year(pieces, at, reading->end)) return false;
    if (prefix.length) apply_bound(reading, prefix.bound);
    bool after = apply_words_behind(pieces, reading);
    reading->bounded = prefix.length || after;
    bool large = reading->value >= 1000 || !td_piece_at(pieces, at)->plain;
    bool strong = reading->bounded || reading->share || reading->money || reading->bound == TD_BOUND_RANGE ||
                  reading->bound == TD_BOUND_VAGUE_PLURAL;
    reading->weak = !strong && !(large && !number.words);
    return true;
}
