/* Reports with trees made by hand. Input: marked words. Output: sentences, tokens, entities, mentions, times. */

#include "tree_report.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "lexicon/word_key.h"

const td_frames *tree_frames(int count, char **paths, td_arena *arena) {
    td_error error = TD_ERROR_INIT;
    td_named_text *tables = TD_NEW_ARRAY(arena, (size_t)count, td_named_text);
    td_buffer buffer;
    td_buffer_init(&buffer, 1 << 20);
    td_frames *frames = NULL;
    int status = TD_OK;
    for (int i = 0; i < count && status >= 0; i++) {
        status = td_file_read(paths[i], &buffer, &error);
        if (status < 0) break;
        tables[i].name = td_arena_format(arena, "frames/%s", td_path_base_name(td_view_of(paths[i])).bytes);
        tables[i].text = td_arena_copy(arena, td_buffer_view(&buffer));
    }
    td_buffer_release(&buffer);
    if (status >= 0) status = td_frames_load(tables, (uint32_t)count, arena, &frames, &error);
    if (status < 0) {
        fprintf(stderr, "%s\n", error.message);
        exit(99);
    }
    return frames;
}

static void add_feature(td_token *token, td_view name) {
    static const struct {
        const char *name;
        uint32_t feature;
    } names[] = {{"PAST", TD_FEATURE_PAST},  {"PRES", TD_FEATURE_PRESENT},    {"INF", TD_FEATURE_INFINITIVE},
                 {"GER", TD_FEATURE_GERUND}, {"PART", TD_FEATURE_PARTICIPLE}, {"PLUR", TD_FEATURE_PLURAL}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (td_view_equal(name, td_view_of(names[i].name))) token->features |= names[i].feature;
}

static td_index entity_named(td_report *report, td_view name) {
    for (uint32_t i = 0; i < report->entities.count; i++)
        if (td_view_equal(report->entities.items[i].name, name)) return i;
    return TD_NONE;
}

static td_index add_entity(td_report *report, td_view kind, td_view detail, td_view name, td_arena *arena) {
    td_index there = entity_named(report, name);
    if (there != TD_NONE) return there;
    td_entity *entity = td_push(arena, &report->entities);
    entity->name = name;
    if (td_view_equal(kind, TD_VIEW("country"))) {
        entity->kind = TD_ENTITY_PLACE;
        entity->place.known = true;
        entity->place.precision = TD_PRECISION_COUNTRY;
        memcpy(entity->country, detail.bytes, 2);
    } else {
        td_entity_kind_from_label(kind, &entity->kind);
        if (entity->kind == TD_ENTITY_PLACE)
            entity->place.known = true, entity->place.precision = TD_PRECISION_SETTLEMENT;
    }
    return report->entities.count - 1;
}

static void add_name(td_report *report, td_view mark, const td_token *token, td_arena *arena) {
    td_view kind, detail = mark;
    td_view_split(&detail, ':', &kind);
    td_view name = td_span_text(report->text, token->span);
    if (td_view_equal(kind, TD_VIEW("time"))) {
        td_time *time = td_push(arena, &report->times);
        *time = (td_time){.span = token->span, .type = TD_TIME_DATE, .value = detail};
        td_interval_parse(detail, &time->interval);
        return;
    }
    bool pronoun = td_view_equal(kind, TD_VIEW("pronoun")), demonym = td_view_equal(kind, TD_VIEW("demonym"));
    td_index entity = pronoun || demonym ? entity_named(report, detail) : add_entity(report, kind, detail, name, arena);
    if (entity == TD_NONE && demonym) entity = add_entity(report, TD_VIEW("country"), TD_VIEW("XX"), detail, arena);
    td_mention *mention = td_push(arena, &report->mentions);
    *mention = (td_mention){.span = token->span,
                            .entity = entity,
                            .form = pronoun   ? TD_FORM_PRONOUN
                                    : demonym ? TD_FORM_DEMONYM
                                              : TD_FORM_NAME};
    if (entity != TD_NONE) mention->kind = report->entities.items[entity].kind;
}

static void read_word(td_report *report, td_view word, char *text, uint32_t *size, td_arena *arena) {
    td_view parts[6] = {{0}}, part;
    for (int i = 0; i < 6 && td_view_split(&word, '|', &part); i++) parts[i] = part;
    td_token *token = td_push(arena, &report->tokens);
    memcpy(text + *size, parts[0].bytes, parts[0].size);
    token->span = (td_span){*size, *size + (uint32_t)parts[0].size};
    *size += (uint32_t)parts[0].size;
    report->text.size = *size;
    token->lemma = parts[1].size ? parts[1] : parts[0];
    token->key = td_word_key(parts[0]);
    token->lemma_key = td_word_key(token->lemma);
    for (bool first = true; td_view_split(&parts[2], '+', &part); first = false)
        if (first)
            td_part_of_speech_from_label(part, &token->part_of_speech);
        else
            add_feature(token, part);
    if (token->part_of_speech == TD_POS_PUNCTUATION) token->features |= TD_FEATURE_PUNCTUATION;
    int64_t head = 0;
    token->head = td_view_to_integer(parts[3], &head) ? (uint32_t)head : TD_NONE;
    token->relation = parts[4].size ? parts[4] : TD_VIEW_ABSENT;
    if (parts[5].size) add_name(report, parts[5], token, arena);
}

td_report tree_report(const char *marked, td_arena *arena) {
    td_report report = {0};
    report.published.interval = td_interval_day(td_day_of(2014, 3, 5));
    td_view rest = td_arena_copy(arena, td_view_of(marked)), line, word;
    char *text = td_arena_alloc(arena, rest.size + 1);
    uint32_t size = 0;
    report.text = (td_view){text, 0};
    while (td_view_split(&rest, '\n', &line)) {
        uint32_t start = size, first = report.tokens.count;
        while (td_view_split(&line, ' ', &word)) {
            if (word.size == 0) continue;
            read_word(&report, word, text, &size, arena);
            text[size++] = ' ';
        }
        if (report.tokens.count == first) continue;
        *td_push(arena, &report.sentences) = (td_sentence){
            .span = {start, size - 1}, .body = true, .token_start = first, .token_end = report.tokens.count};
        text[size - 1] = '\n';
    }
    report.text.size = size ? size - 1 : 0;
    return report;
}
