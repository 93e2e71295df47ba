/*
 * Cutting a sentence into letters, numbers and marks.
 * Input: the text of one sentence. Output: its pieces, each with what the table of units says of it.
 */

#include "mention/pieces.h"

typedef struct td_piece_cursor {
    const char *bytes;
    uint32_t at, end;
} td_piece_cursor;

#define QUARTERS 'Q' /* likeness of the signs for a quarter, a half and three quarters */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
static bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The ASCII likeness of U+2000 to U+206F, which is all punctuation and spaces. */
static char likeness(unsigned char low, unsigned char middle) {
    if (middle != 0x80) return '?';
    if (low <= 0x8B || low == 0xAF) return ' ';
    if (low >= 0x90 && low <= 0x95) return '-';
    switch (low) {
    case 0x98:
    case 0x99:
    case 0x9B:
        return '\'';
    case 0x9C:
        return '<';
    case 0x9D:
        return '>';
    case 0x9E:
    case 0x9F:
        return '"';
    case 0xA6:
        return '.';
    default:
        return '?';
    }
}

/* The likeness of U+20A0 to U+20BF, signs of money. */
static char money_likeness(unsigned char low) {
    switch (low) {
    case 0xAA:
        return 'S';
    case 0xAC:
        return 'E';
    case 0xB4:
        return 'H';
    case 0xB9:
        return 'I';
    case 0xBA:
        return 'T';
    case 0xBD:
        return 'R';
    default:
        return '?';
    }
}

/* The likeness of U+00A0 to U+00BF. */
static char latin_likeness(unsigned char low) {
    static const struct {
        unsigned char low;
        char like;
    } signs[] = {{0xA0, ' '}, {0xA3, 'L'},      {0xA5, 'Y'},      {0xAB, '<'},
                 {0xBB, '>'}, {0xBC, QUARTERS}, {0xBD, QUARTERS}, {0xBE, QUARTERS}};
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (signs[k].low == low) return signs[k].like;
    return '?';
}

/* The mark at the cursor and its length; 0 where a letter stands there. */
static char mark_at(const td_piece_cursor *cursor, uint32_t *length) {
    const unsigned char *p = (const unsigned char *)cursor->bytes + cursor->at;
    uint32_t left = cursor->end - cursor->at;
    *length = 1;
    if (p[0] < 0x80) return is_ascii_letter((char)p[0]) ? 0 : (char)p[0];
    if (p[0] == 0xC2 && left >= 2) return *length = 2, latin_likeness(p[1]);
    if (p[0] != 0xE2 || left < 3) return 0;
    bool money = p[1] == 0x82 && p[2] >= 0xA0, minus = p[1] == 0x88 && p[2] == 0x92;
    if (p[1] != 0x80 && !money && !minus) return 0;
    *length = 3;
    return money ? money_likeness(p[2]) : minus ? '-' : likeness(p[2], p[1]);
}

static void read_word(td_piece_cursor *cursor, td_piece *piece) {
    uint32_t length;
    piece->kind = TD_PIECE_WORD;
    char first = cursor->bytes[cursor->at];
    piece->capital = (first >= 'A' && first <= 'Z') || (unsigned char)first >= 0x80;
    while (cursor->at < cursor->end) {
        char c = cursor->bytes[cursor->at];
        if (is_ascii_letter(c))
            cursor->at++;
        else if ((unsigned char)c >= 0x80 && mark_at(cursor, &length) == 0)
            cursor->at++;
        else
            break;
    }
}

#define LARGEST_NUMBER 1e15 /* larger ones are no counts, and a double no longer holds them exactly */

/* The fraction behind a decimal point at `*i`, which moves behind it; 0 where there is none. */
static double read_decimals(const td_piece_cursor *cursor, uint32_t *i) {
    const char *b = cursor->bytes;
    uint32_t after = *i + 1;
    while (after < cursor->end && is_digit(b[after])) after++;
    bool decimal = after > *i + 1 && b[*i] == '.';
    uint32_t start = cursor->at;
    bool dotted_before = start >= 2 && b[start - 1] == '.' && is_digit(b[start - 2]); /* the 03 of 14.03.2016 */
    bool dotted_again = after + 1 < cursor->end && b[after] == '.' && is_digit(b[after + 1]);
    if (!decimal || dotted_before || dotted_again) return 0;
    double tail = 0, divisor = 1;
    for (uint32_t k = *i + 1; k < after && divisor < 1e12; k++) tail = tail * 10 + (b[k] - '0'), divisor *= 10;
    *i = after;
    return tail / divisor;
}

static bool is_group(const td_piece_cursor *cursor, uint32_t i) {
    const char *b = cursor->bytes;
    if (i + 3 >= cursor->end || b[i] != ',') return false;
    bool three = is_digit(b[i + 1]) && is_digit(b[i + 2]) && is_digit(b[i + 3]);
    return three && !(i + 4 < cursor->end && is_digit(b[i + 4]));
}

/* Digits with ',' between groups of three, and a decimal part. */
static void read_number(td_piece_cursor *cursor, td_piece *piece) {
    uint32_t i = cursor->at, digits = 0;
    double value = 0;
    piece->kind = TD_PIECE_NUMBER;
    piece->plain = true;
    for (;;) {
        for (; i < cursor->end && is_digit(cursor->bytes[i]); i++, digits++)
            if (value < LARGEST_NUMBER) value = value * 10 + (cursor->bytes[i] - '0');
        if (!is_group(cursor, i) || (piece->plain && digits > 3)) break;
        piece->plain = false;
        i++;
    }
    uint32_t whole_end = i;
    value += read_decimals(cursor, &i);
    if (i != whole_end) piece->plain = false;
    piece->number = value < LARGEST_NUMBER ? value : LARGEST_NUMBER;
    piece->digits = (uint8_t)(digits > 255 ? 255 : digits);
    cursor->at = i;
}

/* Two letters as one number; a word of one letter, and a mark, is followed by a space. */
static uint16_t lead_of(char first, char second) {
    return (uint16_t)((unsigned char)first << 8 | (unsigned char)(second ? second : ' '));
}

static void set_lead(const td_pieces *pieces, td_piece *piece) {
    const char *b = pieces->text.bytes + piece->span.start;
    bool single = piece->span.end - piece->span.start == 1;
    if (piece->kind == TD_PIECE_MARK) piece->lead = lead_of(piece->mark, ' ');
    if (piece->kind == TD_PIECE_WORD) piece->lead = lead_of((char)(b[0] | 0x20), single ? ' ' : (char)(b[1] | 0x20));
}

static void note_quote(td_pieces *pieces, td_piece *piece) {
    bool opens = piece->mark == '<', closes = piece->mark == '>', either = piece->mark == '"';
    if (!opens && !closes && !either) return;
    piece->quoted = false;
    pieces->quoted = opens || (either && !pieces->quoted);
}

/* Classes whose words are written small; a capital within a sentence makes a name of them ("the Daily News", "Mr
 * Weeks"). */
#define SMALL_CLASSES                                                                                    \
    (1U << TD_UNIT_PERIOD | 1U << TD_UNIT_FREQUENCY | 1U << TD_UNIT_DAY_PART | 1U << TD_UNIT_REFERENCE | \
     1U << TD_UNIT_TIME_NOUN | 1U << TD_UNIT_ORDINAL)

/* True for a sentence, such as a headline, that writes most of its words with capitals. */
static bool mostly_capitals(const td_pieces *pieces) {
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = 0; i < pieces->list.count; i++) {
        if (pieces->list.items[i].kind != TD_PIECE_WORD) continue;
        words++;
        capitals += pieces->list.items[i].capital;
    }
    return capitals * 2 > words;
}

static void forget_names(td_pieces *pieces) {
    if (mostly_capitals(pieces)) return;
    for (uint32_t i = 1; i < pieces->list.count; i++) {
        td_piece *piece = &pieces->list.items[i];
        const td_piece *before = piece - 1;
        bool name = piece->capital && piece->word && (piece->word->classes & ~SMALL_CLASSES) == 0;
        bool opens =
            before->kind == TD_PIECE_MARK || before->kind == TD_PIECE_NUMBER;    /* a quotation, a list, "3 Years" */
        bool of_time = before->word && (before->word->classes & ~SMALL_CLASSES); /* "Monday Night" */
        if (name && !opens && !of_time) piece->word = NULL;
    }
}

void td_pieces_read(td_pieces *pieces, const td_units *units, const td_report *report, td_index sentence,
                    td_arena *arena) {
    const td_sentence *s = &report->sentences.items[sentence];
    pieces->text = report->text;
    pieces->units = units;
    pieces->list.count = 0;
    pieces->sentence = sentence;
    if (s->paragraph != pieces->paragraph) pieces->quoted = false; /* an unclosed quotation ends with its paragraph */
    pieces->paragraph = s->paragraph;
    td_piece_cursor cursor = {report->text.bytes, s->span.start, s->span.end};
    bool space = true;
    while (cursor.at < cursor.end) {
        uint32_t start = cursor.at, length = 1;
        char mark = mark_at(&cursor, &length);
        if (mark == ' ' || (mark >= '\t' && mark <= '\r')) {
            cursor.at += length;
            space = true;
            continue;
        }
        td_piece *piece = td_push(arena, &pieces->list);
        *piece = (td_piece){.space_before = space, .quoted = pieces->quoted};
        space = false;
        if (mark == 0) {
            read_word(&cursor, piece);
        } else if (is_digit(mark)) {
            read_number(&cursor, piece);
        } else if (mark == QUARTERS) {
            piece->kind = TD_PIECE_NUMBER;
            piece->number = 0.25 * ((unsigned char)cursor.bytes[cursor.at + 1] - 0xBB);
            cursor.at += length;
        } else {
            piece->kind = TD_PIECE_MARK;
            piece->mark = mark;
            cursor.at += length;
        }
        piece->span = (td_span){start, cursor.at};
        if (piece->kind != TD_PIECE_NUMBER) piece->word = td_units_find(units, td_span_text(report->text, piece->span));
        set_lead(pieces, piece);
        note_quote(pieces, piece);
    }
    forget_names(pieces);
}

const td_piece *td_piece_at(const td_pieces *pieces, int64_t i) {
    static const td_piece outside = {.kind = TD_PIECE_END};
    return i >= 0 && i < (int64_t)pieces->list.count ? &pieces->list.items[i] : &outside;
}

bool td_piece_is(const td_pieces *pieces, int64_t i, const char *word) {
    const td_piece *piece = td_piece_at(pieces, i);
    if (piece->lead != lead_of(word[0], word[1]) || piece->kind != TD_PIECE_WORD) return false;
    const char *b = pieces->text.bytes + piece->span.start;
    uint32_t size = piece->span.end - piece->span.start;
    for (uint32_t k = 0; k < size; k++)
        if (word[k] == 0 || (b[k] | 0x20) != word[k]) return false;
    return word[size] == 0;
}

bool td_piece_is_mark(const td_pieces *pieces, int64_t i, char mark) {
    const td_piece *piece = td_piece_at(pieces, i);
    return piece->kind == TD_PIECE_MARK && piece->mark == mark;
}

const td_unit_reading *td_piece_as(const td_pieces *pieces, int64_t i, enum td_unit_class class) {
    return td_unit_as(td_piece_at(pieces, i)->word, class);
}

/* The end of the first word of `words` where piece `i` is that word, else NULL. */
static const char *match_word(const td_pieces *pieces, int64_t i, const char *words) {
    const td_piece *piece = td_piece_at(pieces, i);
    if (piece->kind == TD_PIECE_MARK)
        return piece->mark == words[0] && (words[1] == ' ' || words[1] == 0) ? words + 1 : NULL;
    if (piece->kind != TD_PIECE_WORD) return NULL;
    const char *letter = pieces->text.bytes + piece->span.start, *end = pieces->text.bytes + piece->span.end;
    for (; letter < end; letter++, words++)
        if ((*letter | 0x20) != *words) return NULL; /* the end of a word is no letter, so it stops this too */
    return *words == ' ' || *words == 0 ? words : NULL;
}

uint32_t td_pieces_match(const td_pieces *pieces, int64_t i, const char *words) {
    uint32_t taken = 0;
    if (td_piece_at(pieces, i)->lead != lead_of(words[0], words[1])) return 0;
    for (;;) {
        words = match_word(pieces, i + taken, words);
        if (!words) return 0;
        taken++;
        if (*words == 0) return taken;
        words++;
    }
}

int td_pieces_match_any(const td_pieces *pieces, int64_t i, const char *const *phrases, uint32_t *length) {
    uint16_t lead = td_piece_at(pieces, i)->lead;
    for (int k = 0; phrases[k]; k++) {
        if (lead != lead_of(phrases[k][0], phrases[k][1])) continue;
        *length = td_pieces_match(pieces, i, phrases[k]);
        if (*length) return k;
    }
    *length = 0;
    return -1;
}

const td_unit_word *td_pieces_pair(const td_pieces *pieces, int64_t i) {
    const td_piece *first = td_piece_at(pieces, i), *second = td_piece_at(pieces, i + 1);
    if (first->kind != TD_PIECE_WORD || second->kind != TD_PIECE_WORD || second->span.start != first->span.end + 1)
        return NULL;
    return td_units_find(pieces->units, td_view_slice(pieces->text, first->span.start, second->span.end));
}

td_span td_pieces_span(const td_pieces *pieces, int64_t first, int64_t end) {
    return (td_span){td_piece_at(pieces, first)->span.start, td_piece_at(pieces, end - 1)->span.end};
}
