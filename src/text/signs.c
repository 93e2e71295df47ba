/*
 * Kinds of characters.
 * Input: text and an offset. Output: the code point there and its kind. Past ASCII the general categories of Unicode
 * decide, but for the spaces and punctuation of the block General Punctuation.
 */

#include "text/signs.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum { O = TD_SIGN_OTHER, S = TD_SIGN_SPACE, L = TD_SIGN_LETTER, D = TD_SIGN_DIGIT, P = TD_SIGN_STOP };
enum { Q = TD_SIGN_QUOTE, A = TD_SIGN_APOSTROPHE, H = TD_SIGN_DASH, B = TD_SIGN_OPEN, E = TD_SIGN_CLOSE };

const uint8_t td_ascii_signs[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* controls */
    S, P, Q, O, O, O, O, A, B, E, O, O, O, H, P, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, P, /*  !"#...<=>? */
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, B, O, E, O, O, /* @A..Z[\]^_ */
    A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, B, O, E, O, S, /* `a..z{|}~ */
};

/* U+2000 to U+206F. */
static uint8_t punctuation_sign(uint32_t point) {
    if (point <= 0x200B || point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F) return S;
    if (point <= 0x200D) return L; /* joiners belong to the word around them */
    if (point >= 0x2010 && point <= 0x2015) return H;
    if (point >= 0x2018 && point <= 0x201B) return A;
    if (point >= 0x201C && point <= 0x201F) return Q;
    if (point == 0x2026) return P;
    if (point == 0x2039 || point == 0x203A) return Q;
    return O;
}

static uint8_t category_sign(uint32_t point) {
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_CF:
        return L;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return S;
    case UTF8PROC_CATEGORY_PD:
        return H;
    case UTF8PROC_CATEGORY_PS:
        return B;
    case UTF8PROC_CATEGORY_PE:
        return E;
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        return Q;
    default:
        return O;
    }
}

td_character td_character_beyond_ascii(td_view text, size_t at) {
    size_t length;
    uint32_t point = td_utf8_decode(text, at, &length);
    uint8_t sign;
    if (point >= 0x2000 && point <= 0x206F)
        sign = punctuation_sign(point);
    else if (point == 0xFEFF || point == 0x85)
        sign = S;
    else
        sign = category_sign(point);
    return (td_character){.point = point, .sign = sign, .length = (uint8_t)length};
}

bool td_character_is_upper(td_character character) {
    if (character.point < 0x80) return td_is_upper((char)character.point);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character.point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool td_character_is_lower(td_character character) {
    if (character.point < 0x80) return td_is_lower((char)character.point);
    return utf8proc_category((utf8proc_int32_t)character.point) == UTF8PROC_CATEGORY_LL;
}
