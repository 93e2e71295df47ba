/* Small reports with names. Input: marked sentences, the lexicon. Output: text, sentences, and tokens with keys. */

#include "named_report.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/word_key.h"

td_lexicon *named_lexicon(const char *path) {
    td_error error = TD_ERROR_INIT;
    td_lexicon *lexicon;
    if (td_lexicon_open(path, &lexicon, &error) >= 0) return lexicon;
    fprintf(stderr, "%s\n", error.message);
    exit(99);
}

static uint32_t letters_of(td_view text) {
    uint32_t features = 0, letters = 0, small = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (isdigit((unsigned char)text.bytes[i])) features |= TD_FEATURE_DIGITS;
        letters += isalpha((unsigned char)text.bytes[i]) != 0;
        small += islower((unsigned char)text.bytes[i]) != 0;
    }
    if (isupper((unsigned char)text.bytes[0])) features |= TD_FEATURE_CAPITAL;
    if (letters > 1 && small == 0) features |= TD_FEATURE_ALL_CAPITALS;
    if (td_view_equal(text, TD_VIEW("\xE2\x80\x9C"))) features |= TD_FEATURE_QUOTE_OPEN;
    if (td_view_equal(text, TD_VIEW("\xE2\x80\x9D"))) features |= TD_FEATURE_QUOTE_CLOSE;
    return features;
}

static enum td_part_of_speech part_of(const td_lexicon *lexicon, const td_token *token, td_view text) {
    enum td_part_of_speech part;
    bool mark = !isalnum((unsigned char)text.bytes[0]) && text.bytes[0] != '\'' && (unsigned char)text.bytes[0] < 0x80;
    if (mark || token->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE)) return TD_POS_PUNCTUATION;
    if (td_words_closed(td_lexicon_words(lexicon), token->key, &part)) return part;
    return token->features & TD_FEATURE_CAPITAL ? TD_POS_PROPER_NOUN : TD_POS_NOUN;
}

td_report named_report(const td_lexicon *lexicon, const char *marked, td_arena *arena) {
    td_report report = small_report(marked, arena);
    for (td_each(token, &report.tokens)) {
        td_view text = td_span_text(report.text, token->span);
        token->features |= letters_of(text);
        token->key = td_word_key(text);
        token->head = TD_NONE;
        if (token->part_of_speech == TD_POS_OTHER) token->part_of_speech = part_of(lexicon, token, text);
        td_view lemma;
        bool irregular = td_words_lemma(td_lexicon_words(lexicon), token->key, token->part_of_speech, &lemma);
        if (!irregular && token->features & TD_FEATURE_PAST && td_view_ends_with(text, TD_VIEW("ed")))
            lemma = td_view_slice(text, 0, text.size - 2), irregular = true;
        bool plural = !irregular && token->features & TD_FEATURE_PLURAL;
        if (plural && td_view_ends_with(text, TD_VIEW("ies")))
            lemma = td_arena_format(arena, "%.*sy", (int)text.size - 3, text.bytes), irregular = true;
        else if (plural && td_view_ends_with(text, TD_VIEW("s")))
            lemma = td_view_slice(text, 0, text.size - 1), irregular = true;
        token->lemma_key = irregular ? td_word_key(lemma) : token->key;
    }
    return report;
}

void named_parse(td_report *report, const char *parse) {
    td_view rest = td_view_of(parse), item;
    for (td_index i = 0; i < report->tokens.count && td_view_split(&rest, ' ', &item); i++) {
        char *colon;
        report->tokens.items[i].head = (uint32_t)strtoul(item.bytes, &colon, 10);
        size_t at = (size_t)(colon - item.bytes) + 1;
        report->tokens.items[i].relation = td_view_slice(item, at, item.size);
    }
}

const td_entity *named_entity(const td_report *report, const char *name) {
    for (td_each(entity, &report->entities)) {
        if (td_view_equal(entity->name, td_view_of(name))) return entity;
        for (td_each(alias, &entity->aliases))
            if (td_view_equal(*alias, td_view_of(name))) return entity;
    }
    return NULL;
}

td_index named_mention(const td_report *report, const char *text, int number) {
    for (td_each(mention, &report->mentions)) {
        if (!td_view_equal(td_span_text(report->text, mention->span), td_view_of(text))) continue;
        if (number-- == 0) return mention->entity;
    }
    return TD_NONE;
}
