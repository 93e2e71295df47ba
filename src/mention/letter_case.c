/*
 * Which capitals mean a name.
 * Input: sentences and tokens. Output: a note for each token, and two counts of word keys: seen in small letters,
 * seen with a capital where the sentence asks for none.
 *
 * A capital at the head of a sentence or a quotation, in a headline or in shouted text says nothing by itself; there
 * a word passes for a name when the rest of the report writes it so (Mikheev 1999).
 */

#include "mention/naming.h"

#define HEADLINE_WORDS 4 /* fewer words tell nothing of how a sentence is written */

static bool is_word(const td_naming *naming, const td_token *token) {
    unsigned char c = (unsigned char)naming->report->text.bytes[token->span.start];
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0x80;
}

/* Do the capitals of this sentence say nothing? */
static bool is_shouted(const td_naming *naming, const td_sentence *sentence) {
    uint32_t words = 0, large = 0, all = 0;
    for (td_index i = sentence->token_start; i < sentence->token_end; i++) {
        const td_token *token = td_naming_token(naming, i);
        if (token->span.end - token->span.start < 4 || !is_word(naming, token)) continue;
        words++;
        if (token->features & TD_FEATURE_CAPITAL) large++;
        if (token->features & TD_FEATURE_ALL_CAPITALS) all++;
    }
    if (words < HEADLINE_WORDS) return !sentence->body && words > 1 && large == words;
    return all * 10 > words * 6 || large * 10 > words * 8;
}

/* Does something before token `i` of its sentence ask for a capital whatever the word? */
static bool is_initial(const td_naming *naming, const td_sentence *sentence, td_index i) {
    if (i == sentence->token_start) return true;
    const td_token *before = td_naming_token(naming, i - 1);
    if (before->features & TD_FEATURE_QUOTE_OPEN) return true;
    td_view text = td_naming_text(naming, i - 1);
    if (text.size == 1 && strchr(":\"'-([*.!?", text.bytes[0]))
        return text.bytes[0] != '-' || !td_token_joined(naming, i);
    return before->part_of_speech == TD_POS_PUNCTUATION && text.size == 3 && (unsigned char)text.bytes[0] == 0xE2;
}

static void count_letters(td_naming *naming, const td_sentence *sentence, bool shouted) {
    for (td_index i = sentence->token_start; i < sentence->token_end; i++) {
        const td_token *token = td_naming_token(naming, i);
        if (!is_word(naming, token)) continue;
        if (shouted) naming->token_notes[i] |= TD_TOKEN_SHOUTED;
        if (!(token->features & TD_FEATURE_CAPITAL))
            (*td_map_put(&naming->small, token->key, 0, NULL))++;
        else if (!shouted && !is_initial(naming, sentence, i))
            (*td_map_put(&naming->large, token->key, 0, NULL))++;
    }
}

/* Words of the closed classes and verbs name nobody, however they are written. */
static bool could_be_named(const td_token *token) {
    switch (token->part_of_speech) {
    case TD_POS_DETERMINER:
    case TD_POS_PRONOUN:
    case TD_POS_ADPOSITION:
    case TD_POS_COORDINATOR:
    case TD_POS_SUBORDINATOR:
    case TD_POS_AUXILIARY:
    case TD_POS_PARTICLE:
    case TD_POS_INTERJECTION:
    case TD_POS_PUNCTUATION:
    case TD_POS_ADVERB:
        return false;
    default:
        return true;
    }
}

static bool is_calendar_word(const td_naming *naming, td_index i) {
    const td_unit_word *word = td_units_find(naming->units, td_naming_text(naming, i));
    return td_unit_as(word, TD_UNIT_MONTH) || td_unit_as(word, TD_UNIT_WEEKDAY) ||
           td_unit_as(word, TD_UNIT_WEEKDAY_PLURAL);
}

/* Where a capital says nothing: the tagger's word, weighed against how the report writes the word elsewhere. */
static bool named_elsewhere(const td_naming *naming, const td_token *token) {
    bool large = td_map_get(&naming->large, token->key), small = td_map_get(&naming->small, token->key);
    if (large != small) return large;
    if (token->part_of_speech == TD_POS_PROPER_NOUN) return true;
    return large && (token->part_of_speech == TD_POS_NOUN || token->part_of_speech == TD_POS_OTHER);
}

static bool is_namelike(const td_naming *naming, const td_sentence *sentence, td_index i, bool shouted) {
    const td_token *token = td_naming_token(naming, i);
    if (!(token->features & TD_FEATURE_CAPITAL) || !is_word(naming, token)) return false;
    bool large = td_map_get(&naming->large, token->key) != NULL;
    if (!could_be_named(token) && !(large && !td_map_get(&naming->small, token->key))) return false;
    if (is_calendar_word(naming, i)) return false;
    if (!shouted && !is_initial(naming, sentence, i)) return true;
    return named_elsewhere(naming, token);
}

/* Quotation marks by the features that the tokens carry; a paragraph's end closes what is open. */
static void note_quoted(td_naming *naming) {
    bool open = false;
    uint32_t paragraph = 0;
    for (td_index s = 0; s < naming->report->sentences.count; s++) {
        const td_sentence *sentence = &naming->report->sentences.items[s];
        if (sentence->paragraph != paragraph) open = false;
        paragraph = sentence->paragraph;
        for (td_index i = sentence->token_start; i < sentence->token_end; i++) {
            uint32_t features = td_naming_token(naming, i)->features;
            if (features & TD_FEATURE_QUOTE_CLOSE) open = false;
            if (open) naming->token_notes[i] |= TD_TOKEN_QUOTED;
            if (features & TD_FEATURE_QUOTE_OPEN) open = true;
        }
    }
}

void td_letter_case_read(td_naming *naming) {
    const td_report *report = naming->report;
    naming->token_notes = TD_NEW_ARRAY(naming->arena, report->tokens.count + 1, uint8_t);
    for (td_index s = 0; s < report->sentences.count; s++)
        count_letters(naming, &report->sentences.items[s], is_shouted(naming, &report->sentences.items[s]));
    for (td_index s = 0; s < report->sentences.count; s++) {
        const td_sentence *sentence = &report->sentences.items[s];
        for (td_index i = sentence->token_start; i < sentence->token_end; i++) {
            bool shouted = naming->token_notes[i] & TD_TOKEN_SHOUTED;
            if (is_namelike(naming, sentence, i, shouted)) naming->token_notes[i] |= TD_TOKEN_NAMELIKE;
        }
    }
    note_quoted(naming);
}
