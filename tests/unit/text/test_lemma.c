/* Lemmas by rule and by table. */

#include "harness.h"
#include "lexicon/word_key.h"
#include "text/lemma.h"
#include "word_tables.h"

static const struct {
    const char *form;
    enum td_part_of_speech part_of_speech;
    uint32_t features;
    const char *lemma;
} cases[] = {
    {"soldiers", TD_POS_NOUN, TD_FEATURE_PLURAL, "soldier"},
    {"enemies", TD_POS_NOUN, TD_FEATURE_PLURAL, "enemy"},
    {"churches", TD_POS_NOUN, TD_FEATURE_PLURAL, "church"},
    {"Children", TD_POS_NOUN, TD_FEATURE_PLURAL, "child"},
    {"spokeswomen", TD_POS_NOUN, TD_FEATURE_PLURAL, "spokeswoman"},
    {"aircraft", TD_POS_NOUN, TD_FEATURE_PLURAL, "aircraft"},
    {"bus", TD_POS_NOUN, 0, "bus"},
    {"withdrew", TD_POS_VERB, TD_FEATURE_PAST, "withdraw"},
    {"Withdrawing", TD_POS_VERB, TD_FEATURE_GERUND, "withdraw"},
    {"stopped", TD_POS_VERB, TD_FEATURE_PAST, "stop"},
    {"killed", TD_POS_VERB, TD_FEATURE_PARTICIPLE, "kill"},
    {"announced", TD_POS_VERB, TD_FEATURE_PAST, "announce"},
    {"negotiating", TD_POS_VERB, TD_FEATURE_GERUND, "negotiate"},
    {"evacuated", TD_POS_VERB, TD_FEATURE_PARTICIPLE, "evacuate"},
    {"visited", TD_POS_VERB, TD_FEATURE_PAST, "visit"},
    {"ensured", TD_POS_VERB, TD_FEATURE_PAST, "ensure"},
    {"carries", TD_POS_VERB, TD_FEATURE_THIRD, "carry"},
    {"reaches", TD_POS_VERB, TD_FEATURE_THIRD, "reach"},
    {"monitored", TD_POS_VERB, TD_FEATURE_PAST, "monitor"},
    {"brokering", TD_POS_VERB, TD_FEATURE_GERUND, "broker"},
    {"tutoring", TD_POS_VERB, TD_FEATURE_GERUND, "tutor"},
    {"restored", TD_POS_VERB, TD_FEATURE_PARTICIPLE, "restore"},
    {"exploring", TD_POS_VERB, TD_FEATURE_GERUND, "explore"},
    {"scored", TD_POS_VERB, TD_FEATURE_PAST, "score"},
    {"wildest", TD_POS_ADJECTIVE, 0, "wild"},
    {"heaviest", TD_POS_ADJECTIVE, 0, "heavy"},
    {"safest", TD_POS_ADJECTIVE, 0, "safe"},
    {"honest", TD_POS_ADJECTIVE, 0, "honest"},
    {"northwest", TD_POS_ADJECTIVE, 0, "northwest"},
    {"12,500", TD_POS_NUMERAL, TD_FEATURE_DIGITS, "12500"},
    {"1970s", TD_POS_NOUN, TD_FEATURE_PLURAL, "1970s"},
    {"clothes", TD_POS_NOUN, TD_FEATURE_PLURAL, "clothes"},
    {"'d", TD_POS_AUXILIARY, 0, "would"},
    {"agreed", TD_POS_VERB, TD_FEATURE_PAST, "agree"},
    {"fled", TD_POS_VERB, TD_FEATURE_PAST, "flee"},
    {"bring", TD_POS_VERB, TD_FEATURE_INFINITIVE, "bring"},
    {"ca", TD_POS_AUXILIARY, 0, "can"},
    {"n't", TD_POS_PARTICLE, 0, "not"},
    {"N\xE2\x80\x99T", TD_POS_PARTICLE, 0, "not"},
    {"them", TD_POS_PRONOUN, 0, "they"},
    {"Bashar", TD_POS_PROPER_NOUN, TD_FEATURE_CAPITAL, "Bashar"},
    {"\xC3\x89lite", TD_POS_NOUN, TD_FEATURE_CAPITAL, "\xC3\xA9lite"},
};

int main(int count, char **arguments) {
    td_arena arena;
    td_arena_init(&arena, (size_t)256 << 20);
    if (count < 2) return 99;
    const td_words *words = load_words(arguments[1], &arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_view form = td_view_of(cases[i].form);
        td_token token = {.span = {0, (uint32_t)form.size},
                          .key = td_word_key(form),
                          .part_of_speech = cases[i].part_of_speech,
                          .features = cases[i].features};
        td_lemma_set(words, form, &token, &arena);
        CHECK_TEXT(token.lemma, cases[i].lemma);
        CHECK(token.lemma_key == td_word_key(td_view_of(cases[i].lemma)));
    }
    td_report guessed = read_text(words, "The rebels quickly left the old towns of Homs to negotiate.", &arena);
    CHECK_INTEGER(guessed.tokens.items[1].part_of_speech, TD_POS_NOUN);
    CHECK_INTEGER(guessed.tokens.items[2].part_of_speech, TD_POS_ADVERB);
    CHECK_INTEGER(guessed.tokens.items[3].part_of_speech, TD_POS_VERB);
    CHECK_INTEGER(guessed.tokens.items[8].part_of_speech, TD_POS_PROPER_NOUN);
    CHECK_INTEGER(guessed.tokens.items[10].part_of_speech, TD_POS_VERB);
    CHECK_TEXT(guessed.tokens.items[1].lemma, "rebel");
    CHECK_TEXT(guessed.tokens.items[3].lemma, "leave");
    td_arena_release(&arena);
    return td_test_finish();
}
