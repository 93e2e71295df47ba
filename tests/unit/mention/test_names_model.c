/* The trained model of names: reading its block, and what its weights do to the rules' answers. */

#include <stdlib.h>

#include "harness.h"
#include "mention/names_model.h"
#include "named_report.h"

#define ROW_BITS 10u

static td_arena arena;
static td_lexicon *lexicon;

typedef struct small_model {
    td_names_model_header header;
    int8_t rows[1 << ROW_BITS][TD_CHOICE_COUNT];
} small_model;

static small_model *blank_model(void) {
    small_model *model = TD_NEW(&arena, small_model);
    memset(model, 0, sizeof *model);
    model->header =
        (td_names_model_header){.magic = "tdnames", .version = TD_NAMES_MODEL_VERSION, .row_bits = ROW_BITS};
    return model;
}

static td_view block_of(const small_model *model) {
    return (td_view){(const char *)model, sizeof *model};
}

/* The candidates of a report before the model is asked. */
static td_naming candidates_of(const char *marked) {
    td_report *report = TD_NEW(&arena, td_report);
    *report = named_report(lexicon, marked, &arena);
    td_naming naming = td_naming_begin(lexicon, report, &arena);
    td_letter_case_read(&naming);
    td_name_spans_find(&naming);
    td_candidates_sort(&naming);
    td_name_kinds_agree(&naming);
    return naming;
}

static const td_candidate *candidate_named(const td_naming *naming, const char *text) {
    for (td_each(candidate, &naming->candidates))
        if (td_view_equal(td_candidate_text(naming, candidate), td_view_of(text))) return candidate;
    return NULL;
}

/* A model whose every row speaks for one choice. */
static small_model *model_for(enum td_name_choice choice) {
    small_model *model = blank_model();
    for (uint32_t row = 0; row < 1U << ROW_BITS; row++) model->rows[row][choice] = 5;
    return model;
}

static void test_open(void) {
    td_names_model model;
    small_model *good = blank_model();
    CHECK(td_names_model_open(block_of(good), &model));
    CHECK(!td_names_model_open(TD_VIEW_ABSENT, &model));
    CHECK(!td_names_model_open((td_view){(const char *)good, sizeof *good - 1}, &model));
    CHECK(!td_names_model_open((td_view){(const char *)good, 12}, &model));
    good->header.version++;
    CHECK(!td_names_model_open(block_of(good), &model));
    good->header.version--;
    good->header.row_bits = 60;
    CHECK(!td_names_model_open(block_of(good), &model));
    good->header.row_bits = ROW_BITS;
    good->header.magic[0] = 'x';
    CHECK(!td_names_model_open(block_of(good), &model));
}

static void test_told_anew(void) {
    td_naming naming = candidates_of("They praised|PAST Tarnby Velloso there .");
    const td_candidate *before = candidate_named(&naming, "Tarnby Velloso");
    if (!CHECK(before != NULL)) return;
    CHECK_INTEGER(before->kind, TD_ENTITY_PERSON);
    naming.names_model = block_of(model_for(TD_CHOICE_ORGANISATION));
    td_names_model_ask(&naming);
    const td_candidate *after = candidate_named(&naming, "Tarnby Velloso");
    if (CHECK(after != NULL)) CHECK_INTEGER(after->kind, TD_ENTITY_ORGANISATION);
}

static void test_dropped(void) {
    td_naming naming = candidates_of("They praised|PAST Tarnby Velloso there .");
    const td_candidate *before = candidate_named(&naming, "Tarnby Velloso");
    if (!CHECK(before != NULL)) return;
    td_index first = before->first;
    naming.names_model = block_of(model_for(TD_CHOICE_NONE));
    td_names_model_ask(&naming);
    CHECK(candidate_named(&naming, "Tarnby Velloso") == NULL);
    CHECK(!td_token_noted(&naming, first, TD_TOKEN_TAKEN));
}

static void test_facility_stays(void) {
    td_naming naming = candidates_of("A bomb hit|PAST the Ralsey Bridge .");
    naming.names_model = block_of(model_for(TD_CHOICE_PLACE));
    td_names_model_ask(&naming);
    const td_candidate *bridge = candidate_named(&naming, "Ralsey Bridge");
    if (CHECK(bridge != NULL)) CHECK_INTEGER(bridge->kind, TD_ENTITY_FACILITY);
}

static void test_lexicon_sure(void) {
    td_naming naming = candidates_of("They flew|PAST to Norway with Vladimir Putin in|ADP two Su-24 jets|NOUN .");
    naming.names_model = block_of(model_for(TD_CHOICE_NONE));
    td_names_model_ask(&naming);
    const td_candidate *country = candidate_named(&naming, "Norway");
    if (CHECK(country != NULL)) CHECK_INTEGER(country->kind, TD_ENTITY_PLACE);
    const td_candidate *person = candidate_named(&naming, "Vladimir Putin");
    if (CHECK(person != NULL)) CHECK_INTEGER(person->kind, TD_ENTITY_PERSON);
    CHECK(candidate_named(&naming, "Su-24 jets") != NULL);
}

/* The others of the same words have half a voice: three against a weak one of another mind. */
static void test_same_words_agree(void) {
    td_naming naming = candidates_of("They praised|PAST Tarnby there .\nWe met|PAST Tarnby twice .\n"
                                     "All met|PAST Tarnby twice .\nBoth met|PAST Tarnby twice .");
    small_model *model = blank_model();
    td_name_company company = td_name_company_of(&naming);
    td_name_features features[2];
    if (!CHECK_INTEGER(naming.candidates.count, 4)) return;
    td_name_features_of(&naming, &company, 0, &features[0]);
    td_name_features_of(&naming, &company, 3, &features[1]);
    /* rows of the first mention alone speak for a person, rows of the last alone louder for a place */
    for (uint32_t side = 0; side < 2; side++)
        for (uint32_t i = 0; i < features[side].count; i++) {
            int8_t *row = model->rows[td_names_model_row(features[side].items[i], ROW_BITS)];
            bool shared = false;
            for (uint32_t k = 0; k < features[!side].count; k++)
                shared |= td_names_model_row(features[!side].items[k], ROW_BITS) ==
                          td_names_model_row(features[side].items[i], ROW_BITS);
            if (!shared) row[side ? TD_CHOICE_PLACE : TD_CHOICE_PERSON] = side ? 100 : 1;
        }
    naming.names_model = block_of(model);
    td_names_model_ask(&naming);
    for (td_each(candidate, &naming.candidates)) CHECK_INTEGER(candidate->kind, TD_ENTITY_PLACE);
}

static void test_absent_model(void) {
    td_naming naming = candidates_of("They praised|PAST Tarnby Velloso there .");
    naming.names_model = TD_VIEW_ABSENT;
    uint32_t count = naming.candidates.count;
    td_names_model_ask(&naming);
    CHECK_INTEGER(naming.candidates.count, count);
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, (size_t)64 << 20);
    lexicon = named_lexicon(arguments[1]);
    test_open();
    test_told_anew();
    test_dropped();
    test_facility_stays();
    test_lexicon_sure();
    test_same_words_agree();
    test_absent_model();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
