/* The trained model of names: reading its block, and what its weights do to the rules' answers. */

#include <stdlib.h>

#include "harness.h"
#include "mention/names_model.h"
#include "named_report.h"

#define ROW_BITS 16u

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

/* The number of the span with this text, TD_NONE. */
static uint32_t span_named(const td_naming *naming, const td_name_lattice *lattice, const char *text) {
    for (uint32_t i = 0; i < lattice->spans.count; i++)
        if (td_view_equal(td_candidate_text(naming, &lattice->spans.items[i].candidate), td_view_of(text))) return i;
    return TD_NONE;
}

/* Let what one span looks like speak for a choice. */
static void favour(small_model *model, td_naming *naming, const char *text, enum td_name_choice choice) {
    td_name_lattice lattice = td_name_lattice_of(naming);
    td_name_company company = td_name_company_of(naming);
    uint32_t span = span_named(naming, &lattice, text);
    if (!CHECK(span != TD_NONE)) return;
    td_name_features features;
    td_name_features_of(naming, &company, &lattice, span, &features);
    for (uint32_t i = 0; i < features.count; i++)
        model->rows[td_names_model_row(features.items[i], ROW_BITS)][choice] = 5;
}

static void test_told_anew(void) {
    td_naming naming = candidates_of("They praised|PAST Tarnby Velloso there .");
    const td_candidate *before = candidate_named(&naming, "Tarnby Velloso");
    if (!CHECK(before != NULL)) return;
    CHECK_INTEGER(before->kind, TD_ENTITY_PERSON);
    small_model *model = blank_model();
    favour(model, &naming, "Tarnby Velloso", TD_CHOICE_ORGANISATION);
    naming.names_model = block_of(model);
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

static void test_cut_anew(void) {
    td_naming naming = candidates_of("They met|PAST the Tarnby Council of|ADP Fishers and|COORDINATOR Divers there .");
    const char *whole = "Tarnby Council of Fishers and Divers";
    td_index count = naming.candidates.count;
    small_model *model = blank_model();
    favour(model, &naming, "Fishers", TD_CHOICE_PERSON);
    naming.names_model = block_of(model);
    td_names_model_ask(&naming);
    const td_candidate *part = candidate_named(&naming, "Fishers");
    if (CHECK(part != NULL)) CHECK_INTEGER(part->kind, TD_ENTITY_PERSON);
    CHECK(candidate_named(&naming, whole) == NULL);
    CHECK(count >= 1);
}

static void test_title_shed(void) {
    td_naming naming = candidates_of("We saw|PAST General Tarnby Velloso there .");
    small_model *model = blank_model();
    favour(model, &naming, "General Tarnby Velloso", TD_CHOICE_PERSON);
    naming.names_model = block_of(model);
    td_names_model_ask(&naming);
    CHECK(candidate_named(&naming, "General Tarnby Velloso") == NULL);
    const td_candidate *person = candidate_named(&naming, "Tarnby Velloso");
    if (CHECK(person != NULL)) CHECK(person->role_first != TD_NONE);
}

static void test_facility_stays(void) {
    td_naming naming = candidates_of("A bomb hit|PAST the Ralsey Bridge .");
    small_model *model = blank_model();
    favour(model, &naming, "Ralsey Bridge", TD_CHOICE_PLACE);
    naming.names_model = block_of(model);
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

static void test_spans(void) {
    td_naming naming = candidates_of("Yesterday|ADVERB the Ralsey Union for|ADP Peace met|PAST Omar al - Tarnby .");
    td_name_lattice lattice = td_name_lattice_of(&naming);
    static const char *const there[] = {"Ralsey", "Ralsey Union", "Ralsey Union for Peace", "Union for Peace",
                                        "Omar",   "Tarnby",       "Omar al - Tarnby",       "al - Tarnby"};
    static const char *const not_there[] = {"Ralsey Union for", "for Peace", "Peace met Omar", "Omar al", "met"};
    for (size_t i = 0; i < sizeof there / sizeof *there; i++) CHECK(span_named(&naming, &lattice, there[i]) != TD_NONE);
    for (size_t i = 0; i < sizeof not_there / sizeof *not_there; i++)
        CHECK(span_named(&naming, &lattice, not_there[i]) == TD_NONE);
    for (uint32_t i = 1; i < lattice.spans.count; i++) {
        const td_candidate *before = &lattice.spans.items[i - 1].candidate, *here = &lattice.spans.items[i].candidate;
        CHECK(before->first < here->first || (before->first == here->first && before->end < here->end));
    }
}

/* A long line of capitals makes a bounded number of spans for each word. */
static void test_spans_are_bounded(void) {
    enum { WORDS = 400 };
    char text[WORDS * 6 + 8] = "They met|PAST";
    size_t size = strlen(text);
    for (int i = 0; i < WORDS && size + 8 < sizeof text; i++) {
        memcpy(text + size, " Ralse", 6);
        size += 6;
    }
    memcpy(text + size, " .", 3);
    td_naming naming = candidates_of(text);
    td_name_lattice lattice = td_name_lattice_of(&naming);
    CHECK(lattice.spans.count > WORDS / 2);
    CHECK(lattice.spans.count < WORDS * 20);
}

/* How many features of span `text` the names chosen elsewhere give it. */
static uint32_t echoes_of(const td_naming *naming, const td_name_lattice *lattice, const uint8_t *chosen,
                          const char *text, td_name_features *features) {
    td_name_echoes echoes = td_name_echoes_of(naming, lattice, chosen);
    features->count = 0;
    uint32_t span = span_named(naming, lattice, text);
    if (CHECK(span != TD_NONE)) td_name_echoes_add(&echoes, naming, span, features);
    return features->count;
}

/* A last name hears of the whole one, an abbreviation of the words that it stands for. */
static void test_echoes(void) {
    static const struct {
        const char *text, *whole, *part;
        enum td_name_choice choice;
    } cases[] = {
        {"We met|PAST Tarnby Velloso there .\nAll praised|PAST Velloso twice .", "Tarnby Velloso", "Velloso",
         TD_CHOICE_PERSON},
        {"We met|PAST the Ralsey Union of|ADP Divers .\nAll praised|PAST RUD twice .", "Ralsey Union of Divers", "RUD",
         TD_CHOICE_ORGANISATION},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_naming naming = candidates_of(cases[i].text);
        td_name_lattice lattice = td_name_lattice_of(&naming);
        uint8_t *chosen = TD_NEW_ARRAY(&arena, lattice.spans.count + 1, uint8_t);
        memset(chosen, TD_CHOICE_COUNT, lattice.spans.count);
        td_name_features without, with;
        uint32_t before = echoes_of(&naming, &lattice, chosen, cases[i].part, &without);
        uint32_t whole = span_named(&naming, &lattice, cases[i].whole);
        if (!CHECK(whole != TD_NONE)) continue;
        chosen[whole] = (uint8_t)cases[i].choice;
        CHECK(echoes_of(&naming, &lattice, chosen, cases[i].part, &with) > before);
        /* and what it hears can tell it what it is */
        small_model *model = blank_model();
        favour(model, &naming, cases[i].whole, cases[i].choice);
        for (uint32_t k = 0; k < with.count; k++) {
            bool new = true;
            for (uint32_t n = 0; n < without.count; n++) new &= without.items[n] != with.items[k];
            if (new) model->rows[td_names_model_row(with.items[k], ROW_BITS)][cases[i].choice] = 127;
        }
        naming.names_model = block_of(model);
        td_names_model_ask(&naming);
        const td_candidate *part = candidate_named(&naming, cases[i].part);
        if (CHECK(part != NULL))
            CHECK_INTEGER(part->kind, cases[i].choice == TD_CHOICE_PERSON ? TD_ENTITY_PERSON : TD_ENTITY_ORGANISATION);
    }
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
    test_cut_anew();
    test_title_shed();
    test_spans();
    test_spans_are_bounded();
    test_echoes();
    test_absent_model();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
