#ifndef TD_TEXT_SIGNS_H
#define TD_TEXT_SIGNS_H

/* What kind of character stands at an offset, as far as cutting text into words needs to know. */

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

enum td_sign {
    TD_SIGN_OTHER,
    TD_SIGN_SPACE,
    TD_SIGN_LETTER,     /* and marks on letters */
    TD_SIGN_DIGIT,      /* ASCII */
    TD_SIGN_STOP,       /* . ! ? and the ellipsis */
    TD_SIGN_QUOTE,      /* " and the double quotation marks */
    TD_SIGN_APOSTROPHE, /* ' ` and the single quotation marks */
    TD_SIGN_DASH,
    TD_SIGN_OPEN, /* ( [ { */
    TD_SIGN_CLOSE,
};

typedef struct td_character {
    uint32_t point;
    uint8_t sign;   /* td_sign */
    uint8_t length; /* in bytes; 0 past the end */
} td_character;

extern const uint8_t td_ascii_signs[128];

/* The character that begins with a byte past ASCII. */
td_character td_character_beyond_ascii(td_view text, size_t at);

/* The character at `at`; one of length 0 and sign SPACE at or past the end. */
static inline td_character td_character_at(td_view text, size_t at) {
    if (at >= text.size) return (td_character){.sign = TD_SIGN_SPACE};
    unsigned char byte = (unsigned char)text.bytes[at];
    if (byte < 0x80) return (td_character){.point = byte, .sign = td_ascii_signs[byte], .length = 1};
    return td_character_beyond_ascii(text, at);
}
static inline bool td_character_in_word(td_character character) {
    return character.sign == TD_SIGN_LETTER || character.sign == TD_SIGN_DIGIT;
}
static inline bool td_is_lower(char byte) {
    return byte >= 'a' && byte <= 'z';
}
static inline bool td_is_upper(char byte) {
    return byte >= 'A' && byte <= 'Z';
}
static inline bool td_is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}
/* Upper-case letters of any script. */
bool td_character_is_upper(td_character character);
bool td_character_is_lower(td_character character);

#endif
