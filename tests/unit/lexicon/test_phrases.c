/* The phrase dictionary, built and matched: spellings, capitals, longest match, readings, blocks that are not one. */

#include "harness.h"
#include "lexicon/word_key.h"
#include "phrase_builder.h"
#include "tokens_of.h"

static td_arena arena;
static td_phrases *phrases;

static td_phrase_match match(const char *text) {
    static td_token tokens[TOKENS_MOST];
    uint32_t count = tokens_of(text, tokens);
    return td_phrases_match(phrases, tokens, count);
}

/* The id of the first reading when `text` is one phrase from its first to its last token, else -1. */
static int64_t whole(const char *text) {
    static td_token tokens[TOKENS_MOST];
    uint32_t count = tokens_of(text, tokens);
    td_phrase_match found = td_phrases_match(phrases, tokens, count);
    return found.tokens == count && found.count ? (int64_t)found.phrases[0].id : -1;
}

static void build(void) {
    static td_phrase_builder builder;
    td_error error = TD_ERROR_INIT;
    td_phrase_builder_init(&builder, &arena);
    td_phrase_builder_common(&builder, TD_VIEW("reading"), TD_COMMON_WORD);
    td_phrase_builder_common(&builder, TD_VIEW("victoria"), TD_COMMON_NAME);
    td_phrase_builder_common(&builder, TD_VIEW("most"), TD_COMMON_NEVER);
    td_phrase_builder_common(&builder, TD_VIEW("jordan"), TD_COMMON_NAME);
    td_phrase_builder_add(&builder, TD_VIEW("Bab al-Hawa"), TD_PHRASE_PLACE, 1, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Gulf of Aden"), TD_PHRASE_PLACE, 2, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Sana'a"), TD_PHRASE_PLACE, 3, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Springfield"), TD_PHRASE_PLACE, 4, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Springfield"), TD_PHRASE_PLACE, 5, 0, 90);
    td_phrase_builder_add(&builder, TD_VIEW("Springfield"), TD_PHRASE_METONYM, 6, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("US"), TD_PHRASE_PLACE, 7, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("St. Anders"), TD_PHRASE_PLACE, 8, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("defence minister"), TD_PHRASE_ROLE, 9, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("deputy defence minister"), TD_PHRASE_ROLE, 10, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("The Kremlin"), TD_PHRASE_METONYM, 11, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("People's Assembly"), TD_PHRASE_ACTOR, 12, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("Reading"), TD_PHRASE_PLACE, 13, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Victoria"), TD_PHRASE_PLACE, 14, TD_PHRASE_ALTERNATIVE, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Most"), TD_PHRASE_PLACE, 15, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Jordan"), TD_PHRASE_PLACE, 16, TD_PHRASE_SURE, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Washington, D.C."), TD_PHRASE_PLACE, 17, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Foreign Ministry"), TD_PHRASE_BODY, 18, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("Łódź"), TD_PHRASE_PLACE, 19, 0, 10);
    td_phrase_builder_add(&builder, TD_VIEW("Reading"), TD_PHRASE_ROLE, 20, TD_PHRASE_ALTERNATIVE, 0);
    td_phrase_builder_add(&builder, TD_VIEW(""), TD_PHRASE_ROLE, 21, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("a b c d e f g h i j k l m n o p q"), TD_PHRASE_ROLE, 22, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("Al-Shahr Front"), TD_PHRASE_ACTOR, 24, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("Gen."), TD_PHRASE_ROLE, 25, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("Halmas"), TD_PHRASE_PLACE, 26, TD_PHRASE_ALTERNATIVE, 900);
    td_phrase_builder_add(&builder, TD_VIEW("Halmas"), TD_PHRASE_ACTOR, 27, 0, 0);
    td_phrase_builder_add(&builder, TD_VIEW("The Most"), TD_PHRASE_METONYM, 28, 0, 0);
    td_phrase_builder_add_list(&builder, TD_VIEW("lance corporal|private"), TD_PHRASE_ROLE, 23, 0, 0);
    CHECK_INTEGER(td_phrases_attach(td_phrase_builder_finish(&builder), &arena, &phrases, &error), TD_OK);
}

static void test_spellings(void) {
    CHECK_INTEGER(whole("Bab al-Hawa"), 1);
    CHECK_INTEGER(whole("Bab al Hawa"), 1);
    CHECK_INTEGER(whole("Bab-al-Hawa"), 1);
    CHECK_INTEGER(whole("Bab al - Hawa"), -1);
    CHECK_INTEGER(whole("Sana'a"), 3);
    CHECK_INTEGER(whole("Sanaa"), 3);
    CHECK_INTEGER(whole("St. Anders"), 8);
    CHECK_INTEGER(whole("St Anders"), 8);
    CHECK_INTEGER(whole("People's Assembly"), 12);
    CHECK_INTEGER(whole("Washington, D.C."), 17);
    CHECK_INTEGER(whole("Kremlin"), 11);
    CHECK_INTEGER(whole("lance corporal"), 23);
    CHECK_INTEGER(whole("private"), 23);
}

static void test_one_token_of_many_words(void) {
    td_token token = {.key = td_word_key(TD_VIEW("al-Hawa"))};
    td_token tokens[2] = {{.key = td_word_key(TD_VIEW("Bab")), .features = TD_FEATURE_CAPITAL}, token};
    CHECK_INTEGER(td_phrases_match(phrases, tokens, 2).tokens, 2);
}

static void test_capitals(void) {
    CHECK_INTEGER(whole("Gulf of Aden"), 2);
    CHECK_INTEGER(whole("GULF OF ADEN"), 2);
    CHECK_INTEGER(whole("gulf of Aden"), -1);
    CHECK_INTEGER(whole("Gulf of aden"), -1);
    CHECK_INTEGER(whole("US"), 7);
    CHECK_INTEGER(whole("Us"), -1);
    CHECK_INTEGER(whole("us"), -1);
    CHECK_INTEGER(whole("Defence Minister"), 9);
    CHECK_INTEGER(whole("foreign ministry"), 18);
    /* A reading that asks for no capitals is found where the others are not. */
    td_phrase_match lower = match("reading");
    CHECK_INTEGER(lower.count, 0);
    CHECK_INTEGER(match("Reading").count, 2);
}

static void test_what_gives_way(void) {
    CHECK_INTEGER(whole("al-Shahr Front"), 24);
    CHECK_INTEGER(whole("Al Shahr Front"), 24);
    CHECK_INTEGER(whole("al-Shahr front"), -1);
    CHECK_INTEGER(whole("Gen."), 25);
    CHECK_INTEGER(whole("Gen"), -1);
    CHECK_INTEGER(whole("Halmas"), 27);
    CHECK_INTEGER(match("Halmas").count, 1);
}

static void test_longest(void) {
    CHECK_INTEGER(match("deputy defence minister said").tokens, 3);
    CHECK_INTEGER(match("defence minister said").tokens, 2);
    CHECK_INTEGER(match("defence said").tokens, 0);
    CHECK_INTEGER(match("deputy defence").tokens, 0);
    CHECK_INTEGER(match("").tokens, 0);
    CHECK_INTEGER(match("unheard-of words").tokens, 0);
}

static void test_readings(void) {
    td_phrase_match springfield = match("Springfield");
    CHECK_INTEGER(springfield.count, 3);
    CHECK_INTEGER(springfield.phrases[0].id, 5);
    CHECK_INTEGER(springfield.phrases[1].id, 4);
    CHECK_INTEGER(springfield.phrases[2].kind, TD_PHRASE_METONYM);
    CHECK_INTEGER(match("Reading").phrases[0].flags & TD_PHRASE_AMBIGUOUS, TD_PHRASE_AMBIGUOUS);
    CHECK_INTEGER(match("Victoria").phrases[0].flags, TD_PHRASE_AMBIGUOUS | TD_PHRASE_ALTERNATIVE);
    CHECK_INTEGER(match("Jordan").phrases[0].flags, 0);
    CHECK_INTEGER(match("Most").count, 0);
    CHECK_INTEGER(match("Springfield").phrases[0].flags, 0);
}

static void test_limits(void) {
    static td_token many[100000];
    for (size_t i = 0; i < 100000; i++) many[i] = (td_token){.key = td_word_key(i % 2 ? TD_VIEW("-") : TD_VIEW("a"))};
    CHECK_INTEGER(td_phrases_match(phrases, many, 100000).tokens, 0);
    many[0].key = td_word_key(TD_VIEW("defence"));
    CHECK_INTEGER(td_phrases_match(phrases, many, 100000).tokens, 0);
    CHECK_INTEGER(td_phrases_match(phrases, many, 0).tokens, 0);
}

static void check_refused(td_view block) {
    td_phrases *none = NULL;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_phrases_attach(block, &arena, &none, &error), TD_ERROR_INPUT);
}

static void test_not_a_block(void) {
    td_phrases_header header = {TD_PHRASES_MAGIC, 1, 64, 64, 0, {0}};
    check_refused(TD_VIEW(""));
    check_refused((td_view){(const char *)&header, sizeof header - 1});
    check_refused((td_view){(const char *)&header, sizeof header});
    header.edge_slots = 3;
    check_refused((td_view){(const char *)&header, sizeof header});
    header.magic = 1;
    check_refused((td_view){(const char *)&header, sizeof header});
}

int main(void) {
    td_arena_init(&arena, 64 << 20);
    build();
    test_spellings();
    test_one_token_of_many_words();
    test_capitals();
    test_what_gives_way();
    test_longest();
    test_readings();
    test_limits();
    test_not_a_block();
    td_arena_release(&arena);
    return td_test_finish();
}
