/*
 * Which names of a place English text may use.
 * Input: the main name and another. Output: yes or no.
 */

#include "latin_names.h"

#include "base/utf8.h"
#include "lexicon/word_key.h"

#define LONGEST_NAME 96
#define CODE_LENGTH 4 /* "IEV", "UKBB": airports and the like */

static bool latin_letters_only(td_view name) {
    for (size_t at = 0, length; at < name.size; at += length) {
        uint32_t point = td_utf8_decode(name, at, &length);
        bool letter = (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') ||
                      (point >= 0xC0 && point <= 0x24F) || (point >= 0x1E00 && point <= 0x1EFF);
        bool sign = point == ' ' || point == '-' || point == '\'' || point == '.' || point == 0x2019;
        if (!letter && !sign) return false;
    }
    return true;
}

static bool is_code(td_view name) {
    if (name.size > CODE_LENGTH) return false;
    for (size_t i = 0; i < name.size; i++)
        if (name.bytes[i] < 'A' || name.bytes[i] > 'Z') return false;
    return true;
}

/* Levenshtein's distance, cut off where it exceeds 2. */
static bool within_two_edits(td_view a, td_view b) {
    uint8_t row[LONGEST_NAME + 1];
    if (a.size > LONGEST_NAME || b.size > LONGEST_NAME) return false;
    for (size_t j = 0; j <= b.size; j++) row[j] = (uint8_t)j;
    for (size_t i = 1; i <= a.size; i++) {
        uint8_t diagonal = row[0];
        row[0] = (uint8_t)i;
        for (size_t j = 1; j <= b.size; j++) {
            uint8_t replaced = (uint8_t)(diagonal + (a.bytes[i - 1] != b.bytes[j - 1]));
            uint8_t removed = (uint8_t)(row[j] + 1);
            uint8_t added = (uint8_t)(row[j - 1] + 1);
            diagonal = row[j];
            row[j] = replaced < removed ? replaced : removed;
            if (added < row[j]) row[j] = added;
        }
    }
    return row[b.size] <= 2;
}

static bool another_spelling(td_view name, td_view alternative) {
    char folded_name[LONGEST_NAME];
    char folded_alternative[LONGEST_NAME];
    td_view a = {folded_name, td_word_fold_into(name, folded_name, LONGEST_NAME)};
    td_view b = {folded_alternative, td_word_fold_into(alternative, folded_alternative, LONGEST_NAME)};
    if (a.size >= 6 && within_two_edits(a, b)) return true;
    return td_transliteration_key(name) == td_transliteration_key(alternative);
}

bool td_latin_name_keeps(td_view main_name, td_view alternative, bool well_known) {
    size_t length;
    if (alternative.size < 3 || alternative.size > LONGEST_NAME || is_code(alternative)) return false;
    uint32_t first = td_utf8_decode(alternative, 0, &length);
    if (first < 0x80 && !(first >= 'A' && first <= 'Z')) return false;
    if (!latin_letters_only(alternative)) return false;
    return well_known || another_spelling(main_name, alternative);
}
