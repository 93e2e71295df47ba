/* Reading CoNLL-U. Input: a file. Output: sentences with their words' tags, morphology, heads and relations. */

#include "treebank.h"

#include "base/file.h"

#define FILE_MAXIMUM ((size_t)1 << 28)

enum column { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, COLUMNS };

static bool has(td_view feats, const char *pair) {
    td_view part;
    while (td_view_split(&feats, '|', &part)) {
        if (td_view_equal(part, td_view_of(pair))) return true;
    }
    return false;
}

static uint32_t verb_features(td_view feats) {
    if (has(feats, "VerbForm=Inf") || has(feats, "Mood=Imp")) return TD_FEATURE_INFINITIVE;
    if (has(feats, "VerbForm=Ger")) return TD_FEATURE_GERUND;
    if (has(feats, "VerbForm=Part")) return has(feats, "Tense=Past") ? TD_FEATURE_PARTICIPLE : TD_FEATURE_GERUND;
    if (has(feats, "Tense=Past")) return TD_FEATURE_PAST;
    if (!has(feats, "Tense=Pres")) return 0;
    bool third = has(feats, "Person=3") && has(feats, "Number=Sing");
    return TD_FEATURE_PRESENT | (third ? TD_FEATURE_THIRD : 0);
}

static uint32_t word_features(enum td_part_of_speech part_of_speech, td_view feats) {
    if (part_of_speech == TD_POS_VERB || part_of_speech == TD_POS_AUXILIARY) return verb_features(feats);
    return has(feats, "Number=Plur") || has(feats, "Number=Ptan") ? TD_FEATURE_PLURAL : 0;
}

typedef struct bank_builder {
    td_arena *arena;
    td_treebank *bank;
    TD_ARRAY(td_treebank_word) words;
    TD_ARRAY(td_view) forms;
} bank_builder;

static void finish_sentence(bank_builder *builder) {
    uint32_t count = builder->words.count;
    if (count == 0) return;
    size_t size = 0;
    for (uint32_t i = 0; i < count; i++) size += builder->forms.items[i].size + 1;
    char *text = td_arena_alloc(builder->arena, size);
    td_treebank_sentence *sentence = td_push(builder->arena, builder->bank);
    sentence->count = count;
    sentence->words = TD_NEW_ARRAY(builder->arena, count, td_treebank_word);
    sentence->tokens = TD_NEW_ARRAY(builder->arena, count, td_token);
    uint32_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        td_view form = builder->forms.items[i];
        memcpy(text + at, form.bytes, form.size);
        sentence->words[i] = builder->words.items[i];
        sentence->tokens[i].span = (td_span){at, at + (uint32_t)form.size};
        at += (uint32_t)form.size;
        text[at++] = ' ';
    }
    sentence->text = (td_view){text, size};
    builder->words.count = builder->forms.count = 0;
}

static int read_word(bank_builder *builder, td_view line, td_error *error) {
    td_view columns[COLUMNS];
    td_view rest = line;
    for (uint32_t i = 0; i < COLUMNS; i++) {
        if (!td_view_split(&rest, '\t', &columns[i])) {
            return td_error_set(error, TD_ERROR_INPUT, "a line has fewer than ten columns: %.*s",
                                TD_VIEW_ARGUMENTS(line));
        }
    }
    int64_t id, head;
    if (!td_view_to_integer(columns[ID], &id)) return TD_OK; /* a multiword token or an empty node */
    td_treebank_word word = {.fine_tag = columns[XPOS], .relation = columns[DEPREL]};
    if (!td_part_of_speech_from_label(columns[UPOS], &word.part_of_speech) ||
        !td_view_to_integer(columns[HEAD], &head) || head < 0) {
        return td_error_set(error, TD_ERROR_INPUT, "no such tag or head: %.*s", TD_VIEW_ARGUMENTS(line));
    }
    word.features = word_features(word.part_of_speech, columns[FEATS]);
    word.imperative = has(columns[FEATS], "Mood=Imp");
    word.head = (uint32_t)head;
    *td_push(builder->arena, &builder->words) = word;
    *td_push(builder->arena, &builder->forms) = columns[FORM];
    return TD_OK;
}

int td_treebank_read(const char *path, td_arena *arena, td_treebank *bank, td_error *error) {
    td_buffer buffer;
    td_buffer_init(&buffer, FILE_MAXIMUM);
    int status = td_file_read(path, &buffer, error);
    td_view rest = td_arena_copy(arena, td_buffer_view(&buffer));
    td_buffer_release(&buffer);
    if (status < 0) return status;
    bank_builder builder = {.arena = arena, .bank = bank};
    td_view line;
    while (td_view_split(&rest, '\n', &line)) {
        if (line.size == 0) {
            finish_sentence(&builder);
        } else if (line.bytes[0] != '#') {
            status = read_word(&builder, line, error);
            if (status < 0) return status;
        }
    }
    finish_sentence(&builder);
    return TD_OK;
}

static char upper(char byte) {
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 32) : byte;
}

/* As headline writers do: short words that only join stay small. */
static bool takes_capital(const td_treebank_word *word, uint32_t index, td_span span) {
    if (index == 0 || span.end - span.start > 4) return true;
    switch (word->part_of_speech) {
    case TD_POS_ADPOSITION:
    case TD_POS_DETERMINER:
    case TD_POS_COORDINATOR:
    case TD_POS_SUBORDINATOR:
    case TD_POS_PARTICLE:
        return false;
    default:
        return true;
    }
}

td_treebank_sentence td_treebank_recase(const td_treebank_sentence *sentence, enum td_casing_change casing,
                                        td_arena *arena) {
    td_treebank_sentence copy = *sentence;
    if (casing == TREEBANK_AS_WRITTEN) return copy;
    td_view text = td_arena_copy(arena, sentence->text);
    char *bytes = (char *)(uintptr_t)text.bytes; /* our own copy */
    copy.text = text;
    for (uint32_t i = 0; i < copy.count; i++) {
        td_span span = copy.tokens[i].span;
        uint32_t end = casing == TREEBANK_CAPITALS              ? span.end
                       : takes_capital(&copy.words[i], i, span) ? span.start + 1
                                                                : span.start;
        for (uint32_t at = span.start; at < end; at++) bytes[at] = upper(bytes[at]);
    }
    td_view last = td_span_text(text, copy.tokens[copy.count - 1].span);
    if (copy.count > 1 && td_view_equal(last, TD_VIEW(".")) && copy.words[copy.count - 1].head != 0) copy.count--;
    return copy;
}
