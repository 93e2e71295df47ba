/* Words: contractions, hyphens, numbers, addresses, marks, and what their writing shows. */

#include "harness.h"
#include "word_tables.h"

static const struct {
    const char *text, *tokens;
} cases[] = {
    /* contractions and genitives */
    {"They can't go, and we don't know.", "They ca n't go , and we do n't know ."},
    {"He cannot say it\xE2\x80\x99s over", "He can not say it \xE2\x80\x99s over"},
    {"They shouldn't've waited", "They should n't 've waited"},
    {"Ankara's envoys met the rebels' leaders", "Ankara 's envoys met the rebels ' leaders"},
    {"They are gonna leave and dont care", "They are gon na leave and do nt care"},
    {"O'Neill left Sana'a at ten o'clock", "O'Neill left Sana'a at ten o'clock"},
    {"in the 80's and the 1990's, not 2014's", "in the 80's and the 1990's , not 2014 's"},
    /* hyphens and dashes */
    {"a long-standing row over anti-tank missiles", "a long - standing row over anti-tank missiles"},
    {"An Mi-8 came down", "An Mi - 8 came down"},
    {"the deal \xE2\x80\x93 if it holds \xE2\x80\x94 ends the siege",
     "the deal \xE2\x80\x93 if it holds \xE2\x80\x94 ends the siege"},
    {"the deal--if it holds--ends it", "the deal -- if it holds -- ends it"},
    /* numbers */
    {"It cost $4.5 million, or 50% more", "It cost $ 4.5 million , or 50 % more"},
    {"1,250 of 12,000 men; 5km away at 8pm", "1,250 of 12,000 men ; 5 km away at 8 pm"},
    {"the 21st round opened on 03/15/2016 at 16:40", "the 21st round opened on 03/15/2016 at 16:40"},
    {"between 2014-2016 and on 2016-03-14", "between 2014 - 2016 and on 2016-03-14"},
    {"It cost US$30bn", "It cost US$ 30 bn"},
    /* abbreviations keep their stop inside a sentence and lose it at the end */
    {"Mr. Orlov met U.N. staff at 5 p.m. in Geneva", "Mr. Orlov met U.N. staff at 5 p.m. in Geneva"},
    {"The envoy flew to the U.S.", "The envoy flew to the U.S ."},
    {"It began at 8 p.m.in Moscow", "It began at 8 p.m. in Moscow"},
    /* addresses */
    {"See https://example.org/a?b=c, or write to desk@example.org.",
     "See https://example.org/a?b=c , or write to desk@example.org ."},
    {"(www.example.com) and example.net say so", "( www.example.com ) and example.net say so"},
    {"the #ceasefire, @envoy, AT&T and/or R&D", "the #ceasefire , @envoy , AT&T and / or R&D"},
    /* runs of marks */
    {"so ... what?! \"Yes,\" he said", "so ... what ?! / \" Yes , \" he said"},
    {"\xE2\x80\x9CNo,\xE2\x80\x9D she said", "\xE2\x80\x9C No , \xE2\x80\x9D she said"},
    /* units, times, spaces lost */
    {"40mm shells, 3.5km, 200kg and 90km/h", "40 mm shells , 3.5 km , 200 kg and 90 km / h"},
    {"at 8:30pm and 16:00GMT", "at 8:30 pm and 16:00 GMT"},
    {"5 a.m.Tuesday, p.m.but not now", "5 a.m. Tuesday , p.m. but not now"},
    {"\xE2\x82\xAC"
     "3bn, \xC2\xA3"
     "12m and 7%",
     "\xE2\x82\xAC 3 bn , \xC2\xA3 12 m and 7 %"},
    /* marks */
    {"the truce\xE2\x80\x94if any\xE2\x80\x94"
     "ended",
     "the truce \xE2\x80\x94 if any \xE2\x80\x94 ended"},
    {"the 2011\xE2\x80\x93"
     "2014 war",
     "the 2011 \xE2\x80\x93 2014 war"},
    {"\xE2\x80\x98No,\xE2\x80\x99 he said; it\xE2\x80\x99s over",
     "\xE2\x80\x98 No , \xE2\x80\x99 he said ; it \xE2\x80\x99s over"},
    {"ENVOY'S AIDE WON'T GO", "ENVOY 'S AIDE WO N'T GO"},
    {"Harat (Newsline)--Two died", "Harat ( Newsline ) -- Two died"},
    {"J.R. Osei of the U.A.E. and A.U.", "J.R. Osei of the U.A.E. and A.U ."},
};

static const td_token *token(const td_report *report, td_index i) {
    return &report->tokens.items[i];
}

static void check_features(const td_words *words, td_arena *arena) {
    td_report report = read_text(words, "The UN said \"12 trucks\" left.", arena);
    CHECK(token(&report, 0)->features & TD_FEATURE_SENTENCE_FIRST);
    CHECK(token(&report, 0)->features & TD_FEATURE_CAPITAL);
    CHECK(!(token(&report, 0)->features & TD_FEATURE_ALL_CAPITALS));
    CHECK(token(&report, 1)->features & TD_FEATURE_ALL_CAPITALS);
    CHECK(token(&report, 3)->features & TD_FEATURE_QUOTE_OPEN);
    CHECK(token(&report, 4)->features & TD_FEATURE_DIGITS);
    CHECK(!(token(&report, 4)->features & TD_FEATURE_SPACE_BEFORE));
    CHECK(token(&report, 6)->features & TD_FEATURE_QUOTE_CLOSE);
    CHECK(token(&report, 8)->features & TD_FEATURE_PUNCTUATION);
    CHECK_INTEGER(report.tokens.count, 9);
}

static void check_keys(const td_words *words, td_arena *arena) {
    td_report upper = read_text(words, "HMEIMIM holds. In the U.S.", arena);
    td_report lower = read_text(words, "hmeimim held. The U.S. army left.", arena);
    CHECK(token(&upper, 0)->key == token(&lower, 0)->key);
    CHECK(token(&upper, 1)->key != token(&lower, 1)->key);
    /* cut or whole, an abbreviation is looked up alike */
    CHECK(token(&upper, 5)->key == token(&lower, 4)->key);
}

int main(int count, char **arguments) {
    td_arena arena;
    td_arena_init(&arena, (size_t)256 << 20);
    if (count < 2) return 99;
    const td_words *words = load_words(arguments[1], &arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_report report = read_text(words, cases[i].text, &arena);
        CHECK_TEXT(shown_tokens(&report, &arena), cases[i].tokens);
    }
    check_features(words, &arena);
    check_keys(words, &arena);
    td_arena_release(&arena);
    return td_test_finish();
}
