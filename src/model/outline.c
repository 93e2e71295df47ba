/*
 * Outlines as blocks of bytes for the store.
 * Input: an outline, or a block. Output: the other one. A block is a head (what
 * it is, how long, its checksum, how much of what), then each array at a
 * multiple of eight bytes, then the characters. It is this machine's memory
 * layout: a block of another version, layout or machine is refused and the
 * report is read again.
 */

#include "model/outline.h"

#include <string.h>

#include "base/hash.h"

#define OUTLINE_VERSION 3

/* Every array of an outline; which of them is at hand is an index into this table. */
static const struct {
    size_t offset; /* of the array in td_outline */
    size_t item_size;
} arrays[] = {
    {offsetof(td_outline, entities), sizeof(td_outline_entity)},
    {offsetof(td_outline, sentences), sizeof(td_outline_sentence)},
    {offsetof(td_outline, events), sizeof(td_outline_event)},
    {offsetof(td_outline, happenings), sizeof(td_outline_happening)},
    {offsetof(td_outline, figures), sizeof(td_outline_figure)},
    {offsetof(td_outline, quotes), sizeof(td_outline_quote)},
    {offsetof(td_outline, shingles), sizeof(td_outline_shingle)},
    {offsetof(td_outline, terms), sizeof(uint64_t)},
};
#define ARRAY_COUNT (sizeof arrays / sizeof *arrays)

/* The texts of an outline, behind the arrays. */
static const size_t texts[] = {offsetof(td_outline, report), offsetof(td_outline, outlet), offsetof(td_outline, agency),
                               offsetof(td_outline, strings)};
#define TEXT_COUNT (sizeof texts / sizeof *texts)
#define TEXT_ABSENT UINT32_MAX

typedef struct outline_head {
    char magic[8];
    uint64_t layout;   /* of the structures in this build */
    uint64_t checksum; /* of all that follows this field */
    uint64_t size;     /* of the whole block */
    td_interval published;
    uint32_t text_size, body_words, title_start, title_end;
    td_outline_text title;
    uint32_t counts[ARRAY_COUNT];
    uint32_t text_sizes[TEXT_COUNT];
} outline_head;

static const char magic[8] = "TDOUTLN";

/* TD_ARRAY() of whatever type. */
typedef TD_ARRAY(void) any_array;

static any_array get_array(const td_outline *outline, size_t k) {
    any_array array;
    memcpy(&array, (const char *)outline + arrays[k].offset, sizeof array);
    return array;
}

static td_view get_text(const td_outline *outline, size_t k) {
    td_view text;
    memcpy(&text, (const char *)outline + texts[k], sizeof text);
    return text;
}

static uint64_t layout_key(void) {
    uint64_t key = td_hash_mix(OUTLINE_VERSION, sizeof(outline_head));
    key = td_hash_mix(key, 0x0102030405060708); /* with the byte order, which the magic alone does not show */
    for (size_t k = 0; k < ARRAY_COUNT; k++) key = td_hash_mix(key, arrays[k].item_size);
    return key;
}

static size_t aligned(size_t size) {
    return (size + 7) & ~(size_t)7;
}

static uint64_t checksum_of(td_view block) {
    return td_hash(td_view_slice(block, offsetof(outline_head, checksum) + sizeof(uint64_t), block.size));
}

static outline_head make_head(const td_outline *outline) {
    outline_head head = {.layout = layout_key(),
                         .size = aligned(sizeof head),
                         .published = outline->published,
                         .text_size = outline->text_size,
                         .body_words = outline->body_words,
                         .title_start = outline->title_start,
                         .title_end = outline->title_end,
                         .title = outline->title};
    memcpy(head.magic, magic, sizeof head.magic);
    for (size_t k = 0; k < ARRAY_COUNT; k++) {
        head.counts[k] = get_array(outline, k).count;
        head.size += aligned(head.counts[k] * arrays[k].item_size);
    }
    for (size_t k = 0; k < TEXT_COUNT; k++) {
        td_view text = get_text(outline, k);
        head.text_sizes[k] = td_view_present(text) ? (uint32_t)text.size : TEXT_ABSENT;
        head.size += text.size;
    }
    return head;
}

td_view td_outline_pack(const td_outline *outline, td_arena *arena) {
    outline_head head = make_head(outline);
    char *bytes = td_arena_alloc(arena, head.size), *at = bytes + aligned(sizeof head);
    for (size_t k = 0; k < ARRAY_COUNT; k++) {
        any_array array = get_array(outline, k);
        size_t size = array.count * arrays[k].item_size;
        if (size) memcpy(at, array.items, size);
        at += aligned(size);
    }
    for (size_t k = 0; k < TEXT_COUNT; k++) {
        td_view text = get_text(outline, k);
        if (text.size) memcpy(at, text.bytes, text.size);
        at += text.size;
    }
    memcpy(bytes, &head, sizeof head);
    head.checksum = checksum_of((td_view){bytes, head.size});
    memcpy(bytes, &head, sizeof head);
    return (td_view){bytes, head.size};
}

/* What the head says of the block is true of the block. */
static const char *head_breach(td_view block, const outline_head *head) {
    if (memcmp(head->magic, magic, sizeof magic) != 0) return "it is no outline";
    if (head->layout != layout_key()) return "it was made by another version or on another machine";
    if (head->size != block.size) return "it is cut short or too long";
    if (head->checksum != checksum_of(block)) return "its bytes were changed";
    uint64_t size = aligned(sizeof *head);
    for (size_t k = 0; k < ARRAY_COUNT; k++) size += aligned((size_t)head->counts[k] * arrays[k].item_size);
    for (size_t k = 0; k < TEXT_COUNT; k++) size += head->text_sizes[k] == TEXT_ABSENT ? 0 : head->text_sizes[k];
    return size == block.size ? NULL : "its parts do not add up";
}

static bool in_range(uint32_t start, uint32_t end, uint32_t count) {
    return start <= end && end <= count;
}

static bool index_or_none(uint32_t index, uint32_t count) {
    return index < count || index == TD_NONE;
}

static bool event_sound(const td_outline *outline, const td_outline_event *event) {
    bool known = event->type < TD_EVENT_COUNT && event->modality < TD_MODALITY_COUNT;
    return known && index_or_none(event->sentence, outline->sentences.count);
}

static bool happening_sound(const td_outline *outline, const td_outline_happening *happening) {
    return happening->modality < TD_MODALITY_COUNT && index_or_none(happening->sentence, outline->sentences.count);
}

static bool figure_sound(const td_outline *outline, const td_outline_figure *figure) {
    bool known = figure->bound < TD_BOUND_COUNT && figure->category < TD_FIGURE_COUNT;
    return known && index_or_none(figure->sentence, outline->sentences.count) &&
           index_or_none(figure->event, outline->events.count);
}

static bool quote_sound(const td_outline *outline, const td_outline_quote *quote) {
    bool known = quote->kind < TD_QUOTE_COUNT && quote->stance < TD_STANCE_COUNT;
    return known && index_or_none(quote->sentence, outline->sentences.count) &&
           in_range(quote->terms_start, quote->terms_end, outline->terms.count);
}

/* What those who compare outlines rely on: labels known, indices and ranges inside their lists. */
static bool contents_sound(const td_outline *outline) {
    bool sound = true;
    for (td_each(entity, &outline->entities))
        sound &= entity->kind < TD_ENTITY_COUNT && entity->precision < TD_PRECISION_COUNT;
    for (td_each(sentence, &outline->sentences))
        sound &= in_range(sentence->terms_start, sentence->terms_end, outline->terms.count);
    for (td_each(event, &outline->events)) sound &= event_sound(outline, event);
    for (td_each(happening, &outline->happenings)) sound &= happening_sound(outline, happening);
    for (td_each(figure, &outline->figures)) sound &= figure_sound(outline, figure);
    for (td_each(quote, &outline->quotes)) sound &= quote_sound(outline, quote);
    return sound;
}

/* Point the outline's arrays and texts into `bytes`. */
static void carve(const outline_head *head, char *bytes, td_outline *outline) {
    char *at = bytes + aligned(sizeof *head);
    for (size_t k = 0; k < ARRAY_COUNT; k++) {
        any_array array = {.items = at, .count = head->counts[k], .capacity = head->counts[k]};
        memcpy((char *)outline + arrays[k].offset, &array, sizeof array);
        at += aligned(head->counts[k] * arrays[k].item_size);
    }
    for (size_t k = 0; k < TEXT_COUNT; k++) {
        bool present = head->text_sizes[k] != TEXT_ABSENT;
        td_view text = present ? (td_view){at, head->text_sizes[k]} : TD_VIEW_ABSENT;
        memcpy((char *)outline + texts[k], &text, sizeof text);
        at += text.size;
    }
}

int td_outline_unpack(td_view block, td_arena *arena, td_outline *outline, td_error *error) {
    outline_head head = {0};
    const char *what = "it is no outline";
    if (block.size >= aligned(sizeof head)) {
        memcpy(&head, block.bytes, sizeof head);
        what = head_breach(block, &head);
    }
    if (what) return td_error_set(error, TD_ERROR_INPUT, "the block of a report cannot be used: %s", what);
    char *bytes = td_arena_alloc(arena, block.size);
    memcpy(bytes, block.bytes, block.size);
    *outline = (td_outline){.published = head.published,
                            .text_size = head.text_size,
                            .body_words = head.body_words,
                            .title_start = head.title_start,
                            .title_end = head.title_end,
                            .title = head.title};
    carve(&head, bytes, outline);
    if (contents_sound(outline)) return 0;
    return td_error_set(error, TD_ERROR_INPUT, "the block of a report cannot be used: it points outside itself");
}
