/*
 * Cutting text into words.
 * Input: a span of the text. Output: its tokens, each with the features that can be seen in its letters. The
 * conventions are those of Universal Dependencies English EWT (github.com/UniversalDependencies/UD_English-EWT).
 */

#include "text/tokens.h"

#include "lexicon/word_key.h"
#include "text/addresses.h"
#include "text/signs.h"

#define LONGEST_CONTRACTION 8 /* bytes of the words of data/words/contractions.tsv */
#define LONGEST_PREFIX 8
#define ADDRESS_TRIES 4 /* in one run without spaces */

typedef struct td_token_cutter {
    const td_words *words;
    td_report *report;
    td_arena *arena;
    td_view text; /* up to the end of the span */
    uint32_t at;
    uint32_t chunk_end; /* the next space */
    int tries;          /* left in this chunk; 0 where nothing in it looks like an address */
    bool space;         /* before `at` */
} td_token_cutter;

static char byte_at(const td_token_cutter *cutter, uint32_t at) {
    return at < cutter->text.size ? cutter->text.bytes[at] : 0;
}
static bool in_word_at(const td_token_cutter *cutter, uint32_t at) {
    return td_character_in_word(td_character_at(cutter->text, at));
}

/* Marks that are punctuation; other signs ("$", "%", "+") stand for words. */
static bool is_punctuation(td_character first) {
    if (first.sign != TD_SIGN_OTHER) return true;
    return first.point < 0x80 && memchr(",;:*/_|&", (int)first.point, 8) != NULL;
}

/* What the writing of a token shows. */
static uint32_t written_features(td_view word) {
    bool lower = false, digit = false;
    uint32_t upper = 0, letters = 0, features = 0;
    td_character first = td_character_at(word, 0);
    for (size_t at = 0; at < word.size;) {
        td_character character = td_character_at(word, at);
        at += character.length;
        digit |= character.sign == TD_SIGN_DIGIT;
        if (character.sign != TD_SIGN_LETTER) continue;
        letters++;
        if (td_character_is_upper(character))
            upper++;
        else
            lower |= td_character_is_lower(character);
    }
    if (digit) features |= TD_FEATURE_DIGITS;
    if (upper && td_character_is_upper(first)) features |= TD_FEATURE_CAPITAL;
    if (upper > 1 && !lower) features |= TD_FEATURE_ALL_CAPITALS;
    if (!letters && !digit && is_punctuation(first)) features |= TD_FEATURE_PUNCTUATION;
    return features;
}

static td_token *push(td_token_cutter *cutter, uint32_t start, uint32_t end, uint64_t key) {
    td_token *token = td_push(cutter->arena, &cutter->report->tokens);
    token->span = (td_span){start, end};
    token->key = key;
    token->head = TD_NONE;
    token->features = written_features(td_view_slice(cutter->text, start, end));
    if (cutter->space) token->features |= TD_FEATURE_SPACE_BEFORE;
    cutter->space = false;
    return token;
}

static void push_plain(td_token_cutter *cutter, uint32_t start, uint32_t end) {
    push(cutter, start, end, td_word_key(td_view_slice(cutter->text, start, end)));
}

/* The clitics that follow an apostrophe: 's 'm 'd 're 've 'll. */
static bool is_clitic(const char *bytes, size_t size) {
    if (size == 1) return memchr("smdSMD", bytes[0], 6) != NULL;
    if (size != 2) return false;
    char first = (char)(bytes[0] | 0x20), second = (char)(bytes[1] | 0x20);
    return (second == 'e' && (first == 'r' || first == 'v')) || (second == 'l' && first == 'l');
}

/* "80's" and "1980's" name years, "2003's" is a genitive. */
static bool is_years(const char *bytes, size_t size) {
    bool digits = size == 2 || size == 4;
    for (size_t i = 0; i < size && digits; i++) digits = td_is_digit(bytes[i]);
    return digits && (size == 2 || bytes[size - 1] == '0');
}

/* Where the last part of a word with an apostrophe begins: "do|n't", "they|'ve"; `end` where it is one word. */
static uint32_t clitic_start(const td_token_cutter *cutter, uint32_t start, uint32_t end) {
    const char *bytes = cutter->text.bytes;
    uint32_t letters = end;
    while (letters > start && end - letters < 3 && (td_is_lower(bytes[letters - 1]) || td_is_upper(bytes[letters - 1])))
        letters--;
    uint32_t mark = letters;
    if (mark > start + 1 && (bytes[mark - 1] == '\'' || bytes[mark - 1] == '`'))
        mark -= 1;
    else if (mark > start + 3 && memcmp(bytes + mark - 3, "\xE2\x80", 2) == 0)
        mark -= 3;
    else
        return end;
    if (end - letters == 1 && (bytes[letters] | 0x20) == 't' && mark > start + 1 && (bytes[mark - 1] | 0x20) == 'n')
        return mark - 1;
    if (!is_clitic(bytes + letters, end - letters) || is_years(bytes + start, mark - start)) return end;
    return mark;
}

/* A word that may be several of grammar. Contractions nest at most twice ("shouldn't've"). */
static void push_word(td_token_cutter *cutter, uint32_t start, uint32_t end, bool apostrophe) {
    uint32_t cuts[2], count = 0, stop = end;
    while (apostrophe && count < 2) {
        uint32_t cut = clitic_start(cutter, start, stop);
        if (cut == stop) break;
        cuts[count++] = stop = cut;
    }
    uint64_t key = td_word_key(td_view_slice(cutter->text, start, stop));
    uint32_t first = count == 0 && end - start <= LONGEST_CONTRACTION ? td_words_contraction(cutter->words, key) : 0;
    if (first && first < end - start) {
        push_plain(cutter, start, start + first);
        push_plain(cutter, start + first, end);
        return;
    }
    push(cutter, start, stop, key);
    while (count-- > 0) {
        uint32_t next = count ? cuts[count - 1] : end;
        push_plain(cutter, cuts[count], next);
    }
}

/* Letters from `at`, at most `most`. */
static uint32_t count_letters(const td_token_cutter *cutter, uint32_t at, uint32_t most) {
    uint32_t count = 0;
    while (count < most && td_character_at(cutter->text, at).sign == TD_SIGN_LETTER) {
        at += td_character_at(cutter->text, at).length;
        count++;
    }
    return count;
}

/* Whether the stop at `dot` is inside an abbreviation ("U.N", "p.m", "Ph.D"), whose part before it began at `part`. */
static bool joins_initials(const td_token_cutter *cutter, uint32_t part, uint32_t dot) {
    uint32_t before = dot - part, after = count_letters(cutter, dot + 1, 3);
    if (before == 0 || before > 2 || after == 0 || after > 2) return false;
    return (before == 1 && after == 1) || byte_at(cutter, dot + 1 + after) == '.';
}

/* Whether the dash at `at` stays inside the word that began at `start`: "anti-tank". */
static bool joins_prefix(const td_token_cutter *cutter, uint32_t start, uint32_t at) {
    if (at - start > LONGEST_PREFIX || td_character_at(cutter->text, at + 1).sign != TD_SIGN_LETTER) return false;
    return td_words_prefix(cutter->words, td_word_key(td_view_slice(cutter->text, start, at)));
}

static bool joins_single_letters(const td_token_cutter *cutter, uint32_t start, uint32_t at) {
    return at == start + 1 && !td_is_digit(byte_at(cutter, at + 1)) && in_word_at(cutter, at + 1) &&
           !in_word_at(cutter, at + 2);
}

/* Whether a word goes on through the mark at `at`, behind which a letter or digit follows. */
static bool joins(const td_token_cutter *cutter, td_character mark, uint32_t start, uint32_t part, uint32_t at) {
    if (!in_word_at(cutter, at + mark.length)) return false;
    switch (mark.point) {
    case '.':
        return joins_initials(cutter, part, at);
    case '-':
        return joins_prefix(cutter, start, at);
    case '/':
        return joins_single_letters(cutter, start, at);
    case '&':
    case '_':
    case '@':
    case '*':
        return true;
    default:
        return mark.sign == TD_SIGN_APOSTROPHE;
    }
}

/* "US$", "A$". */
static bool takes_dollar(const td_token_cutter *cutter, uint32_t start, uint32_t end) {
    if (byte_at(cutter, end) != '$' || end - start > 3) return false;
    for (uint32_t i = start; i < end; i++)
        if (!td_is_upper(cutter->text.bytes[i])) return false;
    return true;
}

static void cut_word(td_token_cutter *cutter) {
    uint32_t start = cutter->at, at = start, part = start;
    bool apostrophe = false;
    for (;;) {
        td_character character = td_character_at(cutter->text, at);
        if (character.length == 0) break;
        if (!td_character_in_word(character)) {
            if (!joins(cutter, character, start, part, at)) break;
            apostrophe |= character.sign == TD_SIGN_APOSTROPHE;
            part = at + character.length;
        }
        at += character.length;
    }
    if (takes_dollar(cutter, start, at)) at++;
    cutter->at = at;
    push_word(cutter, start, at, apostrophe);
}

/* The end of the digits from `at`. */
static uint32_t skip_digits(const td_token_cutter *cutter, uint32_t at) {
    while (td_is_digit(byte_at(cutter, at))) at++;
    return at;
}

/* Whether `mark` between digits belongs to the number that began at `start`: 1,500  3.5  11:30  03/15/2016. */
static bool joins_number(const td_token_cutter *cutter, uint32_t start, uint32_t at, char mark) {
    uint32_t after = skip_digits(cutter, at + 1) - (at + 1);
    if (after == 0) return false;
    switch (mark) {
    case '.':
    case ':':
        return true;
    case ',':
        return after == 3;
    case '/':
        return at - start <= 2 || byte_at(cutter, start + 2) == '/' || byte_at(cutter, start + 1) == '/';
    default:
        return false;
    }
}

/* Digits with dashes that are one number or date (713-853-3989, 2016-03-14, 345-9945); else `at`. */
static uint32_t read_dashed(const td_token_cutter *cutter, uint32_t start, uint32_t at) {
    uint32_t dashes = 0, end = at, first = at - start, last = 0;
    while (byte_at(cutter, end) == '-' && td_is_digit(byte_at(cutter, end + 1)) && dashes < 8) {
        uint32_t next = skip_digits(cutter, end + 1);
        last = next - end - 1;
        end = next;
        dashes++;
    }
    bool telephone = dashes == 1 && (first == 1 || first == 3) && last == 4;
    return dashes >= 2 || telephone ? end : at;
}

/* Units that are words of their own behind a number: "8" "pm", "25" "km", "16:00" "GMT". */
static bool is_unit(const char *bytes, size_t size) {
    static const char *const units[] = {"m",  "k",  "b",  "x",  "f",  "t",  "pm",  "am", "km", "kg",
                                        "cm", "mm", "ft", "lb", "bn", "mn", "tn",  "hz", "hh", "hr",
                                        "gb", "mb", "tb", "kw", "mw", "c",  "gmt", "utc"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (td_view_equal_ascii_fold((td_view){bytes, size}, td_view_of(units[i]))) return true;
    return false;
}

/* The end of the letters that belong to the number before them ("20th", "1970s", "83N", "4chan"); else `at`. */
static uint32_t read_suffix(const td_token_cutter *cutter, uint32_t start, uint32_t at) {
    const char *bytes = cutter->text.bytes;
    uint32_t end = at;
    if (byte_at(cutter, at) == '\'' && (byte_at(cutter, at + 1) | 0x20) == 's' && !in_word_at(cutter, at + 2))
        return is_years(bytes + start, at - start) ? at + 2 : at;
    while (td_is_lower(byte_at(cutter, end)) || td_is_upper(byte_at(cutter, end))) end++;
    uint32_t size = end - at;
    bool mixed = td_is_digit(byte_at(cutter, end));
    if (mixed || size == 0) return mixed ? skip_digits(cutter, end) : at;
    if (is_unit(bytes + at, size)) return at;
    bool written_out = size > 2 && td_is_lower(bytes[at]); /* a word that lost its space: "24and" */
    return written_out ? at : end;
}

static void cut_number(td_token_cutter *cutter) {
    uint32_t start = cutter->at;
    if (!td_is_digit(byte_at(cutter, start))) cutter->at++; /* a sign, a point or an apostrophe before digits */
    uint32_t digits = cutter->at, at = skip_digits(cutter, digits);
    uint32_t dashed = read_dashed(cutter, digits, at);
    if (dashed == at)
        while (joins_number(cutter, digits, at, byte_at(cutter, at))) at = skip_digits(cutter, at + 1);
    else
        at = dashed;
    at = read_suffix(cutter, digits, at);
    cutter->at = at;
    push_plain(cutter, start, at);
}

/* Marks of which a run is one token: "...", "--", "?!", "****". */
static bool runs_with(char first, char next) {
    if (first == '.' || first == '!' || first == '?') return next == '.' || next == '!' || next == '?';
    return next == first && first != 0 && strchr("-*=_~+#<>'`$", first) != NULL;
}

static void cut_mark(td_token_cutter *cutter) {
    uint32_t start = cutter->at, end = start;
    char first = byte_at(cutter, start);
    end += td_character_at(cutter->text, start).length;
    if ((unsigned char)first < 0x80)
        while (end < cutter->text.size && runs_with(first, cutter->text.bytes[end])) end++;
    cutter->at = end;
    push_plain(cutter, start, end);
}

/* A clitic that stands apart ("the CDC\" 's") or was cut from its word by a mark ("50%'s"), or '72, 'em. */
static bool cut_apostrophe(td_token_cutter *cutter, td_character mark) {
    uint32_t start = cutter->at, after = start + mark.length;
    const char *bytes = cutter->text.bytes;
    uint32_t letters = count_letters(cutter, after, 3);
    if (letters && letters < 3 && after + letters <= cutter->text.size && is_clitic(bytes + after, letters) &&
        !in_word_at(cutter, after + letters)) {
        cutter->at = after + letters;
        push_plain(cutter, start, cutter->at);
        return true;
    }
    uint32_t digits = skip_digits(cutter, after);
    bool year = cutter->space && digits == after + 2 && !in_word_at(cutter, digits + 1);
    if (!year) return false;
    cutter->at = byte_at(cutter, digits) == 's' ? digits + 1 : digits;
    push_plain(cutter, start, cutter->at);
    return true;
}

/* Faces are made of a few marks between spaces. */
static bool cut_face(td_token_cutter *cutter) {
    static const char *const faces[] = {":)", ":(", ";)", ":-)", ":-(", ";-)", ":D", ":P", ":/", "(:", "=)", "<3"};
    uint32_t start = cutter->at, size = cutter->chunk_end - start;
    if (!cutter->space || size > 3) return false;
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++) {
        if (!td_view_equal(td_view_slice(cutter->text, start, cutter->chunk_end), td_view_of(faces[i]))) continue;
        cutter->at = cutter->chunk_end;
        push_plain(cutter, start, cutter->at);
        return true;
    }
    return false;
}

/* "#ceasefire", "@agency": letters, digits, low lines, and stops between them. */
static void cut_tag(td_token_cutter *cutter) {
    uint32_t start = cutter->at++;
    for (;;) {
        td_character character = td_character_at(cutter->text, cutter->at);
        bool inner = character.point == '_' || (character.point == '.' && in_word_at(cutter, cutter->at + 1));
        if (!inner && !td_character_in_word(character)) break;
        cutter->at += character.length;
    }
    push_plain(cutter, start, cutter->at);
}

static bool cut_address(td_token_cutter *cutter) {
    if (cutter->tries == 0) return false;
    cutter->tries--;
    uint32_t length = td_address_length(td_view_slice(cutter->text, cutter->at, cutter->chunk_end));
    if (length == 0) return false;
    push_plain(cutter, cutter->at, cutter->at + length);
    cutter->at += length;
    return true;
}

/* Pass over spaces and look at the run that follows. False at the end. */
static bool next_chunk(td_token_cutter *cutter) {
    bool inner = false;
    td_character character;
    for (;; cutter->at += character.length, cutter->space = true) {
        character = td_character_at(cutter->text, cutter->at);
        if (character.length == 0) return false;
        if (character.sign != TD_SIGN_SPACE) break;
    }
    uint32_t end = cutter->at;
    for (; character.length && character.sign != TD_SIGN_SPACE; character = td_character_at(cutter->text, end)) {
        bool mark = character.point == '.' || character.point == ':' || character.point == '@';
        end += character.length;
        inner |= mark && in_word_at(cutter, end);
        inner |= mark && byte_at(cutter, end) == '/';
    }
    cutter->chunk_end = end;
    cutter->tries = inner ? ADDRESS_TRIES : 0;
    return true;
}

static void cut_token(td_token_cutter *cutter) {
    td_character character = td_character_at(cutter->text, cutter->at);
    char next = byte_at(cutter, cutter->at + character.length);
    bool number_mark = cutter->space && td_is_digit(next) && (character.point == '.' || character.point == '+');
    bool tag = td_character_at(cutter->text, cutter->at + 1).sign == TD_SIGN_LETTER &&
               (character.point == '#' || (character.point == '@' && cutter->space));
    if (td_character_in_word(character) && cut_address(cutter)) return;
    if (character.sign == TD_SIGN_DIGIT || number_mark)
        cut_number(cutter);
    else if (character.sign == TD_SIGN_LETTER)
        cut_word(cutter);
    else if (character.sign == TD_SIGN_APOSTROPHE && cut_apostrophe(cutter, character))
        return;
    else if (tag) {
        cut_tag(cutter);
    } else if (!cut_face(cutter))
        cut_mark(cutter);
}

void td_tokens_cut(const td_words *words, td_report *report, td_span span, td_arena *arena) {
    td_token_cutter cutter = {.words = words, .report = report, .arena = arena, .at = span.start, .space = true};
    cutter.text = td_view_slice(report->text, 0, span.end);
    while (next_chunk(&cutter))
        while (cutter.at < cutter.chunk_end) cut_token(&cutter);
}
