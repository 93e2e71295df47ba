/*
 * The language of a text.
 * Input: a label, or text. Output: an ISO 639-1 code, or nothing where neither script nor words settle it.
 * Scripts of one language decide alone; Cyrillic and Arabic ones by letters of their own; Latin ones by counting each
 * language's commonest words (Grefenstette 1995, "Comparing two language identification schemes").
 */

#include "intake/language.h"

#include <stdint.h>

#include "base/hash.h"
#include "base/utf8.h"

#define SAMPLE 4000u /* bytes looked at */

typedef struct td_language {
    td_view code, three, name; /* ISO 639-1, ISO 639-2, English */
    td_view words;             /* parted by spaces; absent for scripts that are told by letters */
} td_language;

static const td_language languages[] = {
    {TD_VIEW("en"), TD_VIEW("eng"), TD_VIEW("english"),
     TD_VIEW("the of and to in that is was for with on by at from has have said were are this which will been who")},
    {TD_VIEW("de"), TD_VIEW("deu"), TD_VIEW("german"),
     TD_VIEW("der die und das den von ist mit dem nicht ein eine auf im sich des zu wird hat auch als aus nach wurde")},
    {TD_VIEW("fr"), TD_VIEW("fra"), TD_VIEW("french"),
     TD_VIEW("le la les des et est dans pour une qui que sur du au avec par pas sont aux cette il ont leur plus ne")},
    {TD_VIEW("es"), TD_VIEW("spa"), TD_VIEW("spanish"),
     TD_VIEW("el los las del que y en una por con para es su al lo como m\xC3\xA1s pero ha fue sus este se no")},
    {TD_VIEW("it"), TD_VIEW("ita"), TD_VIEW("italian"),
     TD_VIEW("il di che della per non sono del con una dei alla gli nel \xC3\xA8 le anche dal pi\xC3\xB9 ha come delle "
             "si")},
    {TD_VIEW("pt"), TD_VIEW("por"), TD_VIEW("portuguese"),
     TD_VIEW("o os que do da em um uma para com n\xC3\xA3o dos das no na por mais foi ao \xC3\xA9 se pelo como ser")},
    {TD_VIEW("nl"), TD_VIEW("nld"), TD_VIEW("dutch"),
     TD_VIEW("het een van de en dat niet op te zijn met voor aan er ook bij maar wordt naar heeft werd deze uit")},
    {TD_VIEW("pl"), TD_VIEW("pol"), TD_VIEW("polish"),
     TD_VIEW("i w na z si\xC4\x99 do nie \xC5\xBC"
             "e jest to o jak za po przez od dla oraz kt\xC3\xB3re by\xC5\x82 roku czy")},
    {TD_VIEW("tr"), TD_VIEW("tur"), TD_VIEW("turkish"),
     TD_VIEW(
         "ve bir bu da de i\xC3\xA7in ile olarak olan daha \xC3\xA7ok gibi kadar sonra en ise t\xC3\xBCrkiye oldu")},
    {TD_VIEW("sv"), TD_VIEW("swe"), TD_VIEW("swedish"),
     TD_VIEW(
         "och att det som p\xC3\xA5 \xC3\xA4r av f\xC3\xB6r den med till inte har ett om fr\xC3\xA5n vid kan men sig")},
    {TD_VIEW("ro"), TD_VIEW("ron"), TD_VIEW("romanian"),
     TD_VIEW("\xC8\x99i \xC3\xAEn de la cu nu din pe este care mai s\xC4\x83 pentru au fost prin sunt lui al ale")},
    {TD_VIEW("sr"), TD_VIEW("srp"), TD_VIEW("serbian"),
     TD_VIEW("i je u da se na su za od sa koji \xC5\xA1to kao ali biti nije bi iz o ne")},
    {TD_VIEW("ru"), TD_VIEW("rus"), TD_VIEW("russian"), {NULL, 0}},
    {TD_VIEW("uk"), TD_VIEW("ukr"), TD_VIEW("ukrainian"), {NULL, 0}},
    {TD_VIEW("ar"), TD_VIEW("ara"), TD_VIEW("arabic"), {NULL, 0}},
    {TD_VIEW("fa"), TD_VIEW("fas"), TD_VIEW("persian"), {NULL, 0}},
    {TD_VIEW("ur"), TD_VIEW("urd"), TD_VIEW("urdu"), {NULL, 0}},
    {TD_VIEW("he"), TD_VIEW("heb"), TD_VIEW("hebrew"), {NULL, 0}},
    {TD_VIEW("el"), TD_VIEW("ell"), TD_VIEW("greek"), {NULL, 0}},
    {TD_VIEW("zh"), TD_VIEW("zho"), TD_VIEW("chinese"), {NULL, 0}},
    {TD_VIEW("ja"), TD_VIEW("jpn"), TD_VIEW("japanese"), {NULL, 0}},
    {TD_VIEW("ko"), TD_VIEW("kor"), TD_VIEW("korean"), {NULL, 0}},
    {TD_VIEW("hy"), TD_VIEW("hye"), TD_VIEW("armenian"), {NULL, 0}},
    {TD_VIEW("ka"), TD_VIEW("kat"), TD_VIEW("georgian"), {NULL, 0}},
};
#define LANGUAGES (sizeof languages / sizeof *languages)

td_view td_language_from_label(td_view label) {
    label = td_view_trim(label);
    size_t stem = 0;
    while (stem < label.size && label.bytes[stem] != '-' && label.bytes[stem] != '_') stem++;
    td_view head = td_view_slice(label, 0, stem);
    for (size_t i = 0; i < LANGUAGES; i++)
        if (td_view_equal_ascii_fold(head, languages[i].code) || td_view_equal_ascii_fold(head, languages[i].three) ||
            td_view_equal_ascii_fold(label, languages[i].name))
            return languages[i].code;
    return TD_VIEW_ABSENT;
}

/* Letters by script, and those that only one language of a script uses. */
typedef struct td_letters {
    uint32_t latin, cyrillic, arabic, hebrew, greek, kana, hangul, han, armenian, georgian;
    uint32_t russian, ukrainian, serbian, persian, urdu;
} td_letters;

typedef struct td_script {
    uint32_t first, last;
    size_t counter; /* offset in td_letters */
} td_script;
#define COUNTER(name) offsetof(td_letters, name)

static const td_script scripts[] = {
    {'A', 'Z', COUNTER(latin)},         {'a', 'z', COUNTER(latin)},         {0xC0, 0x24F, COUNTER(latin)},
    {0x370, 0x3FF, COUNTER(greek)},     {0x400, 0x52F, COUNTER(cyrillic)},  {0x531, 0x587, COUNTER(armenian)},
    {0x5D0, 0x5EA, COUNTER(hebrew)},    {0x620, 0x6FF, COUNTER(arabic)},    {0x10A0, 0x10FF, COUNTER(georgian)},
    {0x3041, 0x30FF, COUNTER(kana)},    {0x4E00, 0x9FFF, COUNTER(han)},     {0xAC00, 0xD7A3, COUNTER(hangul)},
    {0x42B, 0x42B, COUNTER(russian)},   {0x44A, 0x44B, COUNTER(russian)},   {0x44D, 0x44D, COUNTER(russian)},
    {0x451, 0x451, COUNTER(russian)},   {0x454, 0x454, COUNTER(ukrainian)}, {0x456, 0x457, COUNTER(ukrainian)},
    {0x491, 0x491, COUNTER(ukrainian)}, {0x452, 0x452, COUNTER(serbian)},   {0x458, 0x45B, COUNTER(serbian)},
    {0x45F, 0x45F, COUNTER(serbian)},   {0x67E, 0x67E, COUNTER(persian)},   {0x686, 0x686, COUNTER(persian)},
    {0x6A9, 0x6A9, COUNTER(persian)},   {0x6AF, 0x6AF, COUNTER(persian)},   {0x6CC, 0x6CC, COUNTER(persian)},
    {0x679, 0x679, COUNTER(urdu)},      {0x688, 0x688, COUNTER(urdu)},      {0x691, 0x691, COUNTER(urdu)},
    {0x6BE, 0x6BE, COUNTER(urdu)},      {0x6C1, 0x6C1, COUNTER(urdu)},      {0x6D2, 0x6D2, COUNTER(urdu)},
};

static td_letters count_letters(td_view text) {
    td_letters letters = {0};
    size_t length;
    for (size_t at = 0; at < text.size; at += length) {
        unsigned char c = (unsigned char)text.bytes[at];
        length = 1;
        if (c < 0x80) {
            letters.latin += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            continue;
        }
        uint32_t point = td_utf8_decode(text, at, &length);
        for (size_t i = 2; i < sizeof scripts / sizeof *scripts; i++)
            if (point >= scripts[i].first && point <= scripts[i].last)
                ++*(uint32_t *)(void *)((char *)&letters + scripts[i].counter);
    }
    return letters;
}

/* All common words with the languages they are of, for look-up by hash; never full. */
#define SLOTS 1024u
typedef struct td_common_words {
    uint64_t keys[SLOTS];
    uint32_t languages[SLOTS]; /* bit i: languages[i] has it; 0 in an empty slot */
} td_common_words;
_Static_assert(LANGUAGES <= 32, "one bit a language");

static uint32_t *find_word(td_common_words *words, uint64_t key) {
    uint32_t at = (uint32_t)key & (SLOTS - 1);
    while (words->languages[at] != 0 && words->keys[at] != key) at = (at + 1) & (SLOTS - 1);
    words->keys[at] = key;
    return &words->languages[at];
}

static void list_words(td_common_words *words) {
    for (uint32_t i = 0; i < LANGUAGES; i++) {
        td_view rest = languages[i].words, word;
        while (td_view_split(&rest, ' ', &word)) *find_word(words, td_hash(word)) |= 1u << i;
    }
}

/* The next word in lower case (ASCII letters alone are folded), in `folded`; false at the end. */
static bool next_word(td_view text, size_t *at, char folded[24], td_view *word) {
    size_t size = 0;
    for (; *at < text.size; (*at)++) {
        char c = text.bytes[*at];
        bool letter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
        if (!letter && size > 0) break;
        if (!letter) continue;
        if (size < 24) folded[size] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        size++;
    }
    *word = (td_view){folded, size < 24 ? size : 24};
    return size > 0;
}

/* The language whose common words are the most; absent where two have as many. */
static td_view latin_language(td_view text) {
    uint32_t counts[LANGUAGES] = {0};
    char folded[24];
    td_view word;
    td_common_words words = {0};
    list_words(&words);
    for (size_t at = 0; next_word(text, &at, folded, &word);)
        for (uint32_t found = *find_word(&words, td_hash(word)); found != 0; found &= found - 1)
            counts[__builtin_ctz(found)]++;
    size_t best = 0;
    uint32_t second = 0;
    for (size_t i = 1; i < LANGUAGES; i++) {
        uint32_t less = counts[i] > counts[best] ? counts[best] : counts[i];
        if (less > second) second = less;
        if (counts[i] > counts[best]) best = i;
    }
    return counts[best] > second ? languages[best].code : TD_VIEW_ABSENT;
}

td_view td_language_of_text(td_view text) {
    text = td_view_slice(text, 0, SAMPLE);
    td_letters n = count_letters(text);
    uint32_t others = n.cyrillic + n.arabic + n.hebrew + n.greek + n.kana + n.hangul + n.han + n.armenian + n.georgian;
    if (others * 2 < n.latin || others == 0) return latin_language(text);
    if (n.kana * 10 > others) return TD_VIEW("ja");
    const struct {
        uint32_t count;
        td_view code;
    } found[] = {{n.cyrillic, n.serbian * 2 > n.russian + n.ukrainian ? TD_VIEW("sr")
                              : n.ukrainian > n.russian               ? TD_VIEW("uk")
                                                                      : TD_VIEW("ru")},
                 {n.arabic, n.urdu * 20 > n.arabic      ? TD_VIEW("ur")
                            : n.persian * 50 > n.arabic ? TD_VIEW("fa")
                                                        : TD_VIEW("ar")},
                 {n.hebrew, TD_VIEW("he")},
                 {n.greek, TD_VIEW("el")},
                 {n.hangul, TD_VIEW("ko")},
                 {n.han, TD_VIEW("zh")},
                 {n.armenian, TD_VIEW("hy")},
                 {n.georgian, TD_VIEW("ka")}};
    size_t best = 0;
    for (size_t i = 1; i < sizeof found / sizeof *found; i++)
        if (found[i].count > found[best].count) best = i;
    return found[best].code;
}
