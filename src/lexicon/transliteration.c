/*
 * A coarse key for names that English writes in several ways.
 * Input: a name as written. Output: the hash of its consonants' skeleton.
 *
 * In the manner of Soundex-like codes for transliterated names (Zobel and
 * Dart, "Phonetic string matching", 1996): letters that stand for one sound of
 * Arabic, Persian or Russian are merged, doubled letters are single, and the
 * article is dropped. Inner vowels vary most (Hmeimim, Hemeimeem); they are
 * dropped where three consonants remain to tell names apart, and merged where not.
 */

#include "base/hash.h"
#include "lexicon/word_key.h"

#define LONGEST_NAME 128 /* what is further is not looked at */
#define SKELETON_ENOUGH 3
#define VOWEL 'a'

typedef struct sound {
    char letters[5];
    char code; /* 0: silent */
} sound;

/* Longer spellings first. */
static const sound sounds[] = {
    {"shch", 's'}, {"sch", 's'},  {"tch", 'j'}, {"dzh", 'j'}, {"tsk", 'k'}, {"ck", 'k'}, {"kh", 'k'}, {"gh", 'g'},
    {"sh", 's'},   {"ch", 'j'},   {"zh", 'j'},  {"dj", 'j'},  {"th", 't'},  {"dh", 't'}, {"ts", 's'}, {"tz", 's'},
    {"ph", 'f'},   {"ou", VOWEL}, {"ks", 'x'},  {"q", 'k'},   {"c", 'k'},   {"k", 'k'},  {"g", 'g'},  {"s", 's'},
    {"z", 's'},    {"t", 't'},    {"d", 't'},   {"f", 'f'},   {"p", 'b'},   {"b", 'b'},  {"v", 'w'},  {"w", 'w'},
    {"j", 'j'},    {"x", 'x'},    {"l", 'l'},   {"m", 'm'},   {"n", 'n'},   {"r", 'r'},  {"h", 'h'},  {"a", VOWEL},
    {"e", VOWEL},  {"i", VOWEL},  {"o", VOWEL}, {"u", VOWEL}, {"y", VOWEL},
};

static const char *const articles[] = {"al", "el", "an", "ar", "as", "ash", "at", "ad",
                                       "az", "ed", "er", "es", "et", "ez",  "ul"};

bool td_is_article(td_view folded) {
    for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++)
        if (td_view_equal(folded, td_view_of(articles[i]))) return true;
    return false;
}

/* Letters of the folded name without articles and signs, doubled ones single; returns how many. */
static size_t letters_of(td_view folded, char *letters) {
    size_t count = 0;
    for (size_t i = 0; i < folded.size;) {
        size_t end = i;
        while (end < folded.size && folded.bytes[end] >= 'a' && folded.bytes[end] <= 'z') end++;
        bool more = end < folded.size && (folded.bytes[end] == ' ' || folded.bytes[end] == '-');
        if (!(more && td_is_article(td_view_slice(folded, i, end))))
            for (; i < end; i++)
                if (count == 0 || letters[count - 1] != folded.bytes[i]) letters[count++] = folded.bytes[i];
        i = end + 1;
    }
    return count;
}

static size_t sound_at(const char *letters, size_t left, char *code) {
    for (size_t i = 0; i < sizeof sounds / sizeof sounds[0]; i++) {
        size_t size = strlen(sounds[i].letters);
        if (size > left || memcmp(letters, sounds[i].letters, size) != 0) continue;
        *code = sounds[i].code;
        return size;
    }
    *code = 0;
    return 1;
}

/* Codes of the sounds, an "h" kept only at the beginning; `*consonants` says how many are none of VOWEL. */
static size_t codes_of(const char *letters, size_t letter_count, char *codes, size_t *consonants) {
    size_t count = 0;
    *consonants = 0;
    for (size_t i = 0; i < letter_count;) {
        char code;
        size_t taken = sound_at(letters + i, letter_count - i, &code);
        bool inner_h = code == 'h' && i > 0;
        i += taken;
        if (code == 0 || inner_h || (code == VOWEL && count > 0 && codes[count - 1] == VOWEL)) continue;
        codes[count++] = code;
        *consonants += code != VOWEL;
    }
    return count;
}

uint64_t td_transliteration_key(td_view name) {
    char letters[LONGEST_NAME];
    char codes[LONGEST_NAME];
    char buffer[LONGEST_NAME];
    size_t consonants;
    td_view folded = {buffer, td_word_fold_into(name, buffer, sizeof buffer)};
    size_t count = codes_of(letters, letters_of(folded, letters), codes, &consonants);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (codes[i] != VOWEL || i == 0 || consonants < SKELETON_ENOUGH) codes[kept++] = codes[i];
    return td_hash((td_view){codes, kept});
}
