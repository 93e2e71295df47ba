/*
 * Ends of sentences.
 * Input: the tokens of a block, stops apart from their words. Output: sentences; abbreviations with their stops.
 * The decision at a stop looks at the word before it and the words behind it, after the table of abbreviations and
 * the idea of Grefenstette and Tapanainen (1994) that what may begin a sentence tells most: a capital, and for
 * abbreviations before names a word that is not a name.
 */

#include "text/sentences.h"

#include "lexicon/word_key.h"
#include "text/signs.h"

#define LONGEST_ITEM_NUMBER 3 /* digits of "12." that number a list item */
#define RULE_LENGTH 4         /* marks of which a run is a line drawn across ("-----") */

typedef struct td_sentence_cutter {
    const td_words *words;
    td_report *report;
    const td_block *block;
    td_token *tokens; /* of the block */
    uint32_t count;
    uint32_t sentence; /* its first token */
} td_sentence_cutter;

static td_view text_of(const td_sentence_cutter *cutter, uint32_t i) {
    return td_span_text(cutter->report->text, cutter->tokens[i].span);
}
static bool has(const td_sentence_cutter *cutter, uint32_t i, enum td_feature feature) {
    return i < cutter->count && (cutter->tokens[i].features & feature) != 0;
}
static bool is_text(const td_sentence_cutter *cutter, uint32_t i, const char *text) {
    return i < cutter->count && td_view_equal(text_of(cutter, i), td_view_of(text));
}
static uint8_t sign_of(const td_sentence_cutter *cutter, uint32_t i) {
    if (i >= cutter->count) return TD_SIGN_SPACE;
    return td_character_at(cutter->report->text, cutter->tokens[i].span.start).sign;
}
static bool spaced(const td_sentence_cutter *cutter, uint32_t i) {
    return i >= cutter->count || has(cutter, i, TD_FEATURE_SPACE_BEFORE);
}
static uint32_t size_of(const td_sentence_cutter *cutter, uint32_t i) {
    return cutter->tokens[i].span.end - cutter->tokens[i].span.start;
}
static bool is_lower_word(const td_sentence_cutter *cutter, uint32_t i) {
    if (i >= cutter->count) return false;
    return td_character_is_lower(td_character_at(cutter->report->text, cutter->tokens[i].span.start));
}

/*
 * A word of the closed classes with a capital: what begins sentences and hardly ever a name. Where every letter is a
 * capital this says little; there only articles and pronouns count.
 */
static bool begins_sentences(const td_sentence_cutter *cutter, uint32_t i) {
    enum td_part_of_speech part_of_speech;
    if (!has(cutter, i, TD_FEATURE_CAPITAL)) return false;
    if (!td_words_closed(cutter->words, cutter->tokens[i].key, &part_of_speech)) return false;
    if (has(cutter, i, TD_FEATURE_ALL_CAPITALS)) {
        return part_of_speech == TD_POS_DETERMINER || part_of_speech == TD_POS_PRONOUN;
    }
    return part_of_speech != TD_POS_NUMERAL && part_of_speech != TD_POS_PARTICLE;
}

/* Quotation marks */

typedef struct td_quote_state {
    bool double_open, single_open;
} td_quote_state;

/* Marks that have a direction of their own: 1 opens, -1 closes, 0 neither. */
static int quote_direction(uint32_t point) {
    switch (point) {
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0x2039:
        return 1;
    case 0x201D:
    case 0xBB:
    case 0x203A:
        return -1;
    default:
        return 0;
    }
}

static void mark_double(const td_sentence_cutter *cutter, uint32_t i, uint32_t point, td_quote_state *state) {
    bool before = spaced(cutter, i), after = spaced(cutter, i + 1);
    int direction = quote_direction(point);
    bool opens = direction > 0 || (direction == 0 && (before != after ? before : !state->double_open));
    cutter->tokens[i].features |= opens ? TD_FEATURE_QUOTE_OPEN : TD_FEATURE_QUOTE_CLOSE;
    state->double_open = opens;
}

static void mark_single(const td_sentence_cutter *cutter, uint32_t i, td_quote_state *state) {
    bool before = spaced(cutter, i) || has(cutter, i - 1, TD_FEATURE_QUOTE_OPEN), after = spaced(cutter, i + 1);
    uint32_t point = td_character_at(cutter->report->text, cutter->tokens[i].span.start).point;
    bool opens = point == 0x2018 || point == 0x201B || (before && !after);
    if (opens)
        cutter->tokens[i].features |= TD_FEATURE_QUOTE_OPEN;
    else if (state->single_open)
        cutter->tokens[i].features |= TD_FEATURE_QUOTE_CLOSE;
    state->single_open = opens;
}

static void mark_quotes(const td_sentence_cutter *cutter) {
    td_quote_state state = {false, false};
    for (uint32_t i = 0; i < cutter->count; i++) {
        td_character first = td_character_at(cutter->report->text, cutter->tokens[i].span.start);
        bool alone = size_of(cutter, i) == first.length;
        if (first.sign == TD_SIGN_QUOTE && alone)
            mark_double(cutter, i, first.point, &state);
        else if (is_text(cutter, i, "''") || is_text(cutter, i, "``"))
            mark_double(cutter, i, 0, &state);
        else if (first.sign == TD_SIGN_APOSTROPHE && alone)
            mark_single(cutter, i, &state);
    }
}

/* Stops */

/* A face made of marks: ":)" */
static bool is_face(const td_sentence_cutter *cutter, uint32_t i) {
    if (i >= cutter->count || size_of(cutter, i) < 2 || size_of(cutter, i) > 3) return false;
    td_view text = text_of(cutter, i);
    return (text.bytes[0] == ':' || text.bytes[0] == ';' || text.bytes[0] == '=') &&
           strchr(")(DP/", text.bytes[text.size - 1]) != NULL;
}

/* "[12]": the number of a source. */
static bool is_reference(const td_sentence_cutter *cutter, uint32_t i) {
    return is_text(cutter, i, "[") && sign_of(cutter, i + 1) == TD_SIGN_DIGIT && is_text(cutter, i + 2, "]");
}

/* Brackets and quotation marks that close, and references, behind a stop. */
static uint32_t skip_closers(const td_sentence_cutter *cutter, uint32_t i) {
    for (; i < cutter->count; i++) {
        if (is_reference(cutter, i)) {
            i += 2;
            continue;
        }
        bool quote = has(cutter, i, TD_FEATURE_QUOTE_CLOSE);
        bool bracket = sign_of(cutter, i) == TD_SIGN_CLOSE && !spaced(cutter, i);
        if (!quote && !bracket && !is_face(cutter, i)) break;
    }
    return i;
}

static enum td_abbreviation abbreviation_before(const td_sentence_cutter *cutter, uint32_t stop) {
    if (stop == 0 || spaced(cutter, stop) || size_of(cutter, stop) != 1) return TD_ABBREVIATION_NONE;
    uint32_t word = stop - 1;
    enum td_abbreviation kind =
        td_words_abbreviation(cutter->words, cutter->tokens[word].key, has(cutter, word, TD_FEATURE_CAPITAL));
    if (kind != TD_ABBREVIATION_NONE) return kind;
    if (sign_of(cutter, word) != TD_SIGN_LETTER) return TD_ABBREVIATION_NONE;
    td_view text = text_of(cutter, word);
    bool initial = text.size == 1 && td_is_upper(text.bytes[0]);
    bool inner_stops = text.size > 2 && text.bytes[1] == '.';
    return initial || inner_stops ? TD_ABBREVIATION_ANY : TD_ABBREVIATION_NONE;
}

/* "12." or "b." where a sentence begins: the number of a list item. */
static bool numbers_item(const td_sentence_cutter *cutter, uint32_t stop) {
    if (stop != cutter->sentence + 1 || spaced(cutter, stop)) return false;
    td_view word = text_of(cutter, stop - 1);
    if (word.size == 1) return td_is_lower(word.bytes[0]) || td_is_upper(word.bytes[0]) || td_is_digit(word.bytes[0]);
    bool digits = word.size <= LONGEST_ITEM_NUMBER;
    for (size_t i = 0; i < word.size && digits; i++) digits = td_is_digit(word.bytes[i]);
    return digits;
}

/* A short word without a vowel, as only abbreviations are: "Pfc", "Sgt". */
static bool looks_abbreviated(const td_sentence_cutter *cutter, uint32_t i) {
    td_view word = text_of(cutter, i);
    if (word.size > 4 || !has(cutter, i, TD_FEATURE_CAPITAL) || has(cutter, i, TD_FEATURE_ALL_CAPITALS)) return false;
    for (size_t k = 0; k < word.size; k++)
        if (strchr("aeiouyAEIOUY", word.bytes[k]) || (unsigned char)word.bytes[k] >= 0x80) return false;
    return true;
}

static bool is_day_or_zone(const td_sentence_cutter *cutter, uint32_t i) {
    static const char *const words[] = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",  "Sunday",  "January",  "February", "March",
        "April",  "May",     "June",      "July",     "August", "September", "October", "November", "December", "GMT",
        "UTC",    "EST",     "EDT",       "CET",      "Moscow", "Eastern",   "Central", "Pacific",  "Greenwich"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (is_text(cutter, i, words[k])) return true;
    return false;
}

/* Whether a sentence ends at the stop of an abbreviation, with `next` the token behind it. */
static bool ends_after_abbreviation(const td_sentence_cutter *cutter, enum td_abbreviation kind, uint32_t stop,
                                    uint32_t next) {
    bool quote = has(cutter, next, TD_FEATURE_QUOTE_OPEN) && spaced(cutter, next);
    if (quote) next++;
    bool capital = has(cutter, next, TD_FEATURE_CAPITAL);
    bool pronoun = is_text(cutter, stop - 1, "I") && stop >= 2 && is_lower_word(cutter, stop - 2);
    switch (kind) {
    case TD_ABBREVIATION_TITLE:
    case TD_ABBREVIATION_INNER:
        return false;
    case TD_ABBREVIATION_COUNTED:
        return begins_sentences(cutter, next);
    case TD_ABBREVIATION_LAST:
        return capital && !is_day_or_zone(cutter, next);
    default:
        return (pronoun && capital) || begins_sentences(cutter, next);
    }
}

/* Whether the period at `stop` ends a sentence; `next` is the token behind it and its closers. */
static bool period_ends(const td_sentence_cutter *cutter, uint32_t stop, uint32_t next) {
    bool closed = next > stop + 1;
    uint8_t sign = sign_of(cutter, next);
    if (sign == TD_SIGN_CLOSE || is_text(cutter, next, ",") || is_text(cutter, next, ";")) return false;
    if (stop == cutter->sentence) return false;
    enum td_abbreviation kind = abbreviation_before(cutter, stop);
    if (numbers_item(cutter, stop) && (kind != TD_ABBREVIATION_NONE || !closed)) return false;
    if (kind != TD_ABBREVIATION_NONE) return ends_after_abbreviation(cutter, kind, stop, next);
    if (!is_lower_word(cutter, next)) return spaced(cutter, next) || sign == TD_SIGN_LETTER || sign == TD_SIGN_QUOTE;
    if (closed || looks_abbreviated(cutter, stop - 1)) return false;
    return true;
}

/* Whether the stop at `i` (of any kind) ends a sentence. */
static bool stop_ends(const td_sentence_cutter *cutter, uint32_t i, uint32_t next) {
    td_view stop = text_of(cutter, i);
    if (next >= cutter->count) return true;
    if (td_view_equal(stop, TD_VIEW("."))) return period_ends(cutter, i, next);
    bool closed = next > i + 1, lower = is_lower_word(cutter, next);
    uint8_t sign = sign_of(cutter, next);
    if (sign == TD_SIGN_CLOSE || sign == TD_SIGN_STOP || is_text(cutter, next, ",")) return false;
    bool ellipsis = stop.bytes[0] == '.' || (unsigned char)stop.bytes[0] == 0xE2;
    if (ellipsis) {
        for (size_t k = 0; k < stop.size; k++) ellipsis &= stop.bytes[k] != '!' && stop.bytes[k] != '?';
        if (ellipsis && i == cutter->sentence) return false;
    }
    if (lower) return !ellipsis && !closed;
    if (ellipsis) return has(cutter, next, TD_FEATURE_CAPITAL) || has(cutter, next, TD_FEATURE_QUOTE_OPEN);
    return true;
}

/* A line drawn with marks, which stands as a sentence of its own. */
static bool is_rule(const td_sentence_cutter *cutter, uint32_t i) {
    if (i >= cutter->count || size_of(cutter, i) < RULE_LENGTH) return false;
    td_view text = text_of(cutter, i);
    for (size_t k = 0; k < RULE_LENGTH; k++)
        if (!memchr("-*=_~#+", text.bytes[k], 7)) return false;
    return true;
}

/* Digits joined by `mark`: "03/15/2016", "16:40". */
static bool is_digits_with(const td_sentence_cutter *cutter, uint32_t i, char mark) {
    if (sign_of(cutter, i) != TD_SIGN_DIGIT) return false;
    td_view text = text_of(cutter, i);
    bool found = false;
    for (size_t k = 0; k < text.size; k++) {
        if (text.bytes[k] == mark)
            found = true;
        else if (!td_is_digit(text.bytes[k]))
            return false;
    }
    return found;
}

/* How many tokens a time stamp at `i` takes, as mail and bylines carry it ("03/15/2016 04:11 PM"); 0 for none. */
static uint32_t stamp_length(const td_sentence_cutter *cutter, uint32_t i) {
    if (!is_digits_with(cutter, i, '/') || !is_digits_with(cutter, i + 1, ':')) return 0;
    return is_text(cutter, i + 2, "AM") || is_text(cutter, i + 2, "PM") ? 3 : 2;
}

/* A time stamp stands apart from the name before it and from what follows it. */
static bool parts_stamp(const td_sentence_cutter *cutter, uint32_t i) {
    enum td_part_of_speech part_of_speech;
    if (i >= 1 && stamp_length(cutter, i - 1) == 2) return true;
    if (i >= 2 && stamp_length(cutter, i - 2) == 3) return true;
    return stamp_length(cutter, i + 1) && td_character_in_word(td_character_at(text_of(cutter, i), 0)) &&
           !td_words_closed(cutter->words, cutter->tokens[i].key, &part_of_speech);
}

/* The token behind the sentence that token `i` ends, or `i` when it ends none. */
static uint32_t sentence_end(const td_sentence_cutter *cutter, uint32_t i) {
    if (is_rule(cutter, i) || is_rule(cutter, i + 1) || parts_stamp(cutter, i)) return i + 1;
    if (is_face(cutter, i) && has(cutter, i + 1, TD_FEATURE_CAPITAL)) return i + 1;
    if (sign_of(cutter, i) != TD_SIGN_STOP) return i;
    uint32_t next = skip_closers(cutter, i + 1);
    return stop_ends(cutter, i, next) ? next : i;
}

/* Join the stop of an abbreviation to its word. */
static bool joins_stop(const td_sentence_cutter *cutter, uint32_t i) {
    if (i + 1 >= cutter->count || !is_text(cutter, i + 1, ".") || spaced(cutter, i + 1)) return false;
    return abbreviation_before(cutter, i + 1) != TD_ABBREVIATION_NONE &&
           !(numbers_item(cutter, i + 1) && td_is_digit(text_of(cutter, i).bytes[0]));
}

/* Append the tokens [start, end) of the block as a sentence, moved down to `*out`. */
static void close_sentence(td_sentence_cutter *cutter, uint32_t start, uint32_t end, uint32_t *out, td_arena *arena) {
    td_report *report = cutter->report;
    uint32_t base = (uint32_t)(cutter->tokens - report->tokens.items);
    td_sentence *sentence = td_push(arena, &report->sentences);
    sentence->body = cutter->block->body;
    sentence->paragraph = cutter->block->paragraph;
    sentence->token_start = base + *out;
    for (uint32_t i = start; i < end; i++) {
        td_token token = cutter->tokens[i];
        /* The last stop of a sentence stays a token of its own, but its word is looked up with it. */
        bool inner = i + 2 < end, joined = i + 1 < end && joins_stop(cutter, i);
        if (joined) token.key = td_word_key(td_view_slice(report->text, token.span.start, token.span.end + 1));
        if (joined && inner) {
            token.span.end++;
            i++;
        }
        cutter->tokens[(*out)++] = token;
    }
    cutter->tokens[sentence->token_start - base].features |= TD_FEATURE_SENTENCE_FIRST;
    sentence->token_end = base + *out;
    sentence->span =
        (td_span){cutter->tokens[sentence->token_start - base].span.start, cutter->tokens[*out - 1].span.end};
}

void td_sentences_cut(const td_words *words, td_report *report, const td_block *block, uint32_t first,
                      td_arena *arena) {
    td_sentence_cutter cutter = {
        .words = words, .report = report, .block = block, .tokens = report->tokens.items + first};
    cutter.count = report->tokens.count - first;
    mark_quotes(&cutter);
    uint32_t out = 0;
    while (cutter.sentence < cutter.count) {
        uint32_t end = cutter.count;
        for (uint32_t i = cutter.sentence; i < cutter.count; i++) {
            uint32_t next = sentence_end(&cutter, i);
            if (next == i) continue;
            end = next;
            break;
        }
        close_sentence(&cutter, cutter.sentence, end, &out, arena);
        cutter.sentence = end;
    }
    report->tokens.count = first + out;
}
