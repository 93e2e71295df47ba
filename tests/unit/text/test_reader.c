/* The trained tagger and parser: sure facts of plain sentences, rubbish, long input, damaged models. */

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "harness.h"
#include "text/parser.h"
#include "text/tagger.h"

#define TOKENS_MAXIMUM 8000u

typedef struct small_reader {
    td_arena arena, scratch;
    td_view tagger_bytes, parser_bytes;
    td_tagger tagger;
    td_parser parser;
} small_reader;

typedef struct sentence {
    td_view text;
    td_token *tokens;
    uint32_t count;
} sentence;

/* Words parted by blanks. */
static sentence split(td_arena *arena, const char *words) {
    sentence made = {.text = td_view_of(words), .tokens = TD_NEW_ARRAY(arena, TOKENS_MAXIMUM, td_token)};
    td_view rest = made.text, word;
    while (made.text.size && td_view_split(&rest, ' ', &word) && made.count < TOKENS_MAXIMUM) {
        uint32_t start = (uint32_t)(word.bytes - words);
        if (word.size) made.tokens[made.count++].span = (td_span){start, start + (uint32_t)word.size};
    }
    return made;
}

static sentence read_words(small_reader *reader, const char *words) {
    sentence made = split(&reader->arena, words);
    td_tagger_tag(&reader->tagger, made.text, made.tokens, made.count, &reader->scratch);
    td_parser_parse(&reader->parser, made.text, made.tokens, made.count, &reader->scratch);
    return made;
}

static const td_token *find(const sentence *s, const char *word) {
    for (uint32_t i = 0; i < s->count; i++) {
        if (td_view_equal(td_span_text(s->text, s->tokens[i].span), td_view_of(word))) return &s->tokens[i];
    }
    abort();
}

static bool is_tagged(const sentence *s, const char *word, enum td_part_of_speech part, uint32_t features) {
    const td_token *token = find(s, word);
    return token->part_of_speech == part && (token->features & TD_TAGGER_FEATURES) == features;
}

/* Whether `word` hangs on `head` ("" for the root) by `relation`. */
static bool is_attached(const sentence *s, const char *word, const char *head, const char *relation) {
    const td_token *token = find(s, word);
    uint32_t at = *head ? (uint32_t)(find(s, head) - s->tokens) + 1 : 0;
    return token->head == at && td_view_equal(token->relation, td_view_of(relation));
}

/* One root, heads in range, and every path of heads ends at the root. */
static bool is_tree(const sentence *s) {
    uint32_t roots = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t at = i + 1, steps = 0;
        roots += s->tokens[i].head == 0;
        if (!td_view_present(s->tokens[i].relation)) return false;
        for (; at != 0 && steps <= s->count; steps++) {
            if (at > s->count) return false;
            at = s->tokens[at - 1].head;
        }
        if (at != 0) return false;
    }
    return roots == (s->count > 0);
}

static void test_tags(small_reader *reader) {
    sentence s = read_words(reader, "The two brothers sold their old boat to a farmer on Tuesday .");
    CHECK(is_tagged(&s, "brothers", TD_POS_NOUN, TD_FEATURE_PLURAL));
    CHECK(is_tagged(&s, "sold", TD_POS_VERB, TD_FEATURE_PAST));
    CHECK(is_tagged(&s, "The", TD_POS_DETERMINER, 0));
    CHECK(is_tagged(&s, "boat", TD_POS_NOUN, 0));
    CHECK(is_tagged(&s, "two", TD_POS_NUMERAL, 0));
    CHECK(is_tagged(&s, "Tuesday", TD_POS_PROPER_NOUN, 0));
    CHECK(is_tagged(&s, ".", TD_POS_PUNCTUATION, 0));
    s = read_words(reader, "She says that the ministers are leaving and want to come back .");
    CHECK(is_tagged(&s, "says", TD_POS_VERB, TD_FEATURE_PRESENT | TD_FEATURE_THIRD));
    CHECK(is_tagged(&s, "leaving", TD_POS_VERB, TD_FEATURE_GERUND));
    CHECK(is_tagged(&s, "come", TD_POS_VERB, TD_FEATURE_INFINITIVE));
    CHECK(is_tagged(&s, "are", TD_POS_AUXILIARY, TD_FEATURE_PRESENT));
    s = read_words(reader, "Four houses were burned by the crowd .");
    CHECK(is_tagged(&s, "burned", TD_POS_VERB, TD_FEATURE_PARTICIPLE));
    CHECK(is_tagged(&s, "were", TD_POS_AUXILIARY, TD_FEATURE_PAST));
}

static void test_capitals(small_reader *reader) {
    sentence s = read_words(reader, "PRESIDENT REJECTS NEW OFFER FROM THE REBELS");
    CHECK(is_tagged(&s, "REJECTS", TD_POS_VERB, TD_FEATURE_PRESENT | TD_FEATURE_THIRD));
    CHECK(is_tagged(&s, "REBELS", TD_POS_NOUN, TD_FEATURE_PLURAL));
    CHECK(is_attached(&s, "OFFER", "REJECTS", "obj"));
    s = read_words(reader, "Prime Minister Rejects New Offer From Striking Workers");
    CHECK(is_tagged(&s, "Rejects", TD_POS_VERB, TD_FEATURE_PRESENT | TD_FEATURE_THIRD));
}

static void test_other_bits_stay(small_reader *reader) {
    sentence s = split(&reader->arena, "Doors opened");
    s.tokens[0].features = TD_FEATURE_CAPITAL | TD_FEATURE_PAST;
    td_tagger_tag(&reader->tagger, s.text, s.tokens, s.count, &reader->scratch);
    CHECK_INTEGER(s.tokens[0].features, TD_FEATURE_CAPITAL | TD_FEATURE_PLURAL);
}

static void test_trees(small_reader *reader) {
    sentence s = read_words(reader, "The committee elected a new chairman .");
    CHECK(is_attached(&s, "elected", "", "root"));
    CHECK(is_attached(&s, "committee", "elected", "nsubj"));
    CHECK(is_attached(&s, "chairman", "elected", "obj"));
    s = read_words(reader, "The delegates met in Oslo .");
    CHECK(is_attached(&s, "Oslo", "met", "obl"));
    CHECK(is_attached(&s, "in", "Oslo", "case"));
    s = read_words(reader, "The bridge was destroyed by the flood in 1998 .");
    CHECK(is_attached(&s, "bridge", "destroyed", "nsubj:pass"));
    CHECK(is_attached(&s, "was", "destroyed", "aux:pass"));
    CHECK(is_attached(&s, "flood", "destroyed", "obl:agent"));
    s = read_words(reader, "The spokesman said that the workers would return to the factory .");
    CHECK(is_attached(&s, "said", "", "root"));
    CHECK(is_attached(&s, "return", "said", "ccomp"));
    CHECK(is_attached(&s, "workers", "return", "nsubj"));
    CHECK(is_attached(&s, "factory", "return", "obl"));
    s = read_words(reader, "The doctor who treated him lives in her sister 's house .");
    CHECK(is_attached(&s, "treated", "doctor", "acl:relcl"));
    CHECK(is_attached(&s, "sister", "house", "nmod:poss"));
}

static void test_odd_input(small_reader *reader) {
    static const char *const odd[] = {"x",
                                      ".",
                                      "- - - - ( ( ( ) \" \" .",
                                      "\xff\xfe\x80 \xe2\x82 \xf0\x9f",
                                      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                                      "\xd0\x9c\xd0\xb8\xd1\x80 \xd0\xb8 1.2.3.4 "
                                      "http://a.b/c?d=e \xe2\x80\x94 @@ ##"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        sentence s = read_words(reader, odd[i]);
        CHECK(is_tree(&s));
    }
    sentence empty = read_words(reader, "");
    CHECK_INTEGER(empty.count, 0);
}

static void test_long_input(small_reader *reader) {
    static const char words[] = "the old guards saw a red car , and ";
    static const uint32_t lengths[] = {1023, 1024, 1025, 5000};
    char *text = td_arena_alloc(&reader->arena, sizeof words * 700);
    for (uint32_t i = 0; i < 700; i++) memcpy(text + i * (sizeof words - 1), words, sizeof words);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        sentence s = split(&reader->arena, text);
        s.count = lengths[i];
        td_tagger_tag(&reader->tagger, s.text, s.tokens, s.count, &reader->scratch);
        td_parser_parse(&reader->parser, s.text, s.tokens, s.count, &reader->scratch);
        CHECK(is_tree(&s));
        CHECK_INTEGER(s.tokens[1000].part_of_speech, s.tokens[1].part_of_speech);
    }
}

static td_view aligned(td_arena *arena, td_view bytes) {
    char *room = td_arena_alloc(arena, bytes.size + 64);
    char *start = room + (64 - (uintptr_t)room % 64) % 64;
    memcpy(start, bytes.bytes, bytes.size);
    return (td_view){start, bytes.size};
}

/* Copies with one thing wrong are refused, with a message. */
static void test_refused(small_reader *reader) {
    struct {
        bool parser;
        size_t keep, at; /* bytes kept of the file (0: all), byte changed */
        char value;
    } wrong[] = {{false, 100, 0, 't'},
                 {false, 0, 0, 'x'},
                 {false, 0, 8, 99},
                 {false, 0, offsetof(td_tagger_block, meanings), 77},
                 {false, 0, offsetof(td_tagger_block, sigmoid) + 1, 0x7f},
                 {false, sizeof(td_tagger_block) + 10, 0, 't'},
                 {true, 5000, 0, 't'},
                 {true, 0, 3, 'x'},
                 {true, 0, 8, 99},
                 {true, 0, 12, 3},
                 {true, 0, sizeof(td_network_block), 'x'},
                 {true, reader->parser_bytes.size - 64, 0, 't'}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        td_view copy = aligned(&reader->arena, wrong[i].parser ? reader->parser_bytes : reader->tagger_bytes);
        ((char *)(uintptr_t)copy.bytes)[wrong[i].at] = wrong[i].value;
        if (wrong[i].keep) copy.size = wrong[i].keep;
        td_tagger tagger;
        td_parser parser;
        td_error error = TD_ERROR_INIT;
        int status = wrong[i].parser ? td_parser_open(copy, &parser, &error) : td_tagger_open(copy, &tagger, &error);
        CHECK_INTEGER(status, TD_ERROR_INPUT);
        CHECK(error.message[0] != 0);
    }
    td_view copy = aligned(&reader->arena, reader->parser_bytes);
    memset((char *)(uintptr_t)copy.bytes + offsetof(td_network_block, upper), 0x7f, 1000);
    td_parser parser;
    td_error error = TD_ERROR_INIT;
    CHECK_INTEGER(td_parser_open(copy, &parser, &error), TD_ERROR_INPUT);
    CHECK_INTEGER(td_parser_open(TD_VIEW_ABSENT, &parser, NULL), TD_ERROR_INPUT);
}

/* A damaged model that passes its checks may read badly, but it reads. */
static void test_damaged(small_reader *reader) {
    uint64_t random = 7;
    td_view copy = aligned(&reader->arena, reader->parser_bytes);
    uint32_t opened = 0;
    for (uint32_t round = 0; round < 20; round++) {
        for (uint32_t i = 0; i < 50; i++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            ((char *)(uintptr_t)copy.bytes)[64 + (random >> 20) % (copy.size - 64)] ^= (char)(1 << (random >> 60) % 8);
        }
        td_parser parser;
        if (td_parser_open(copy, &parser, NULL) != TD_OK) continue;
        opened++;
        sentence s = read_words(reader, "The mayor of the town met three farmers at the market .");
        td_parser_parse(&parser, s.text, s.tokens, s.count, &reader->scratch);
        CHECK(is_tree(&s));
    }
    td_test_check(true, __FILE__, __LINE__, opened ? "some damaged models open" : "damaged models do not open");
}

static td_view load(td_arena *arena, const char *path) {
    td_buffer buffer;
    td_error error = TD_ERROR_INIT;
    td_buffer_init(&buffer, (size_t)32 << 20);
    CHECK_INTEGER(td_file_read(path, &buffer, &error), TD_OK);
    td_view bytes = aligned(arena, td_buffer_view(&buffer));
    td_buffer_release(&buffer);
    return bytes;
}

int main(int count, char **arguments) {
    static small_reader reader;
    td_error error = TD_ERROR_INIT;
    if (count != 3) return 2;
    td_arena_init(&reader.arena, (size_t)1 << 30);
    td_arena_init(&reader.scratch, (size_t)64 << 20);
    reader.tagger_bytes = load(&reader.arena, arguments[1]);
    reader.parser_bytes = load(&reader.arena, arguments[2]);
    if (!CHECK(td_tagger_open(reader.tagger_bytes, &reader.tagger, &error) == TD_OK) ||
        !CHECK(td_parser_open(reader.parser_bytes, &reader.parser, &error) == TD_OK)) {
        return td_test_finish();
    }
    test_tags(&reader);
    test_capitals(&reader);
    test_other_bits_stay(&reader);
    test_trees(&reader);
    test_odd_input(&reader);
    test_long_input(&reader);
    test_refused(&reader);
    test_damaged(&reader);
    td_arena_release(&reader.arena);
    td_arena_release(&reader.scratch);
    return td_test_finish();
}
