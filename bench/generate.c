/*
 * Many reports from few: recombines the example reports into incidents of their own, each told by one to five outlets,
 * with other places, figures and days. For measuring speed, not quality.
 * Input: a folder of plain-text reports and a number. Output: that many reports as JSON lines, the same on every run.
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/file.h"
#include "model/json.h"

#define MEMORY ((size_t)64 << 20)
#define PARAGRAPHS_MOST 64
#define FIRST_DAY 14610 /* 2010-01-01 */
#define DAYS 5000

/* Words of the examples that become other places in an incident. */
static const char *const replaced[] = {"Syria", "Hmeimim", "Tartus", "Latakia", "Aleppo", "Azaz", "Damascus", "Geneva", "Astana",
                                       "Idlib", "Kilis", "Severomorsk", "Voronezh", "Palmyra"};
static const char *const places[] = {
    "Mali", "Gao", "Kidal", "Timbuktu", "Sudan", "Khartoum", "Port Sudan", "Nyala", "Yemen", "Aden", "Marib", "Taiz", "Hodeidah",
    "Libya", "Tripoli", "Benghazi", "Sirte", "Misrata", "Ukraine", "Kherson", "Kharkiv", "Mariupol", "Izium", "Iraq", "Mosul",
    "Kirkuk", "Ramadi", "Tikrit", "Afghanistan", "Kunduz", "Kandahar", "Herat", "Ethiopia", "Mekelle", "Gondar", "Somalia", "Kismayo",
    "Baidoa", "Colombia", "Cali", "Armenia", "Yerevan", "Georgia", "Tbilisi", "Batumi", "Myanmar", "Mandalay", "Sittwe", "Lebanon",
    "Tyre", "Sidon", "Vienna", "Oslo", "Doha", "Cairo", "Nairobi", "Minsk", "Ankara"};
static const char *const outlets[] = {"Harbour Courier", "Lakeside Post", "Northern Ledger", "Alpine Gazette", "Daily Digest", "Evening Star"};

#define COUNT(list) (sizeof(list) / sizeof *(list))

typedef struct example {
    td_view paragraphs[PARAGRAPHS_MOST];
    uint32_t count;
} example;
typedef TD_ARRAY(example) example_array;

/* xorshift64* (Vigna 2016). */
static uint64_t state = 0x9E3779B97F4A7C15u;
static uint32_t draw(uint32_t below) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * 0x2545F4914F6CDD1Du) >> 33) % below;
}

/* An incident: its example, and what stands for what in it. */
typedef struct incident {
    const example *told;
    const example *other; /* lends a paragraph */
    const char *stands_for[COUNT(replaced)];
    uint32_t scale; /* added to each number */
    td_day day;
} incident;

static incident make_incident(const example_array *examples) {
    incident made = {.told = &examples->items[draw(examples->count)], .other = &examples->items[draw(examples->count)]};
    for (size_t i = 0; i < COUNT(replaced); i++) made.stands_for[i] = places[draw(COUNT(places))];
    made.scale = draw(90);
    made.day = FIRST_DAY + (td_day)draw(DAYS);
    return made;
}

static size_t replaced_at(const char *at, size_t *which) {
    for (size_t i = 0; i < COUNT(replaced); i++) {
        size_t size = strlen(replaced[i]);
        if (strncmp(at, replaced[i], size) == 0 && !isalpha((unsigned char)at[size])) return *which = i, size;
    }
    return 0;
}

/* A paragraph with the incident's places and figures. */
static void add_paragraph(td_buffer *text, td_view paragraph, const incident *in) {
    for (size_t i = 0; i < paragraph.size;) {
        size_t which = 0, size = isupper((unsigned char)paragraph.bytes[i]) ? replaced_at(paragraph.bytes + i, &which) : 0;
        bool apart = i == 0 || (!isalnum((unsigned char)paragraph.bytes[i - 1]) && paragraph.bytes[i - 1] != '-');
        if (size) {
            td_buffer_add_string(text, in->stands_for[which]);
            i += size;
        } else if (apart && isdigit((unsigned char)paragraph.bytes[i]) && i + 2 < paragraph.size &&
                   isdigit((unsigned char)paragraph.bytes[i + 1]) && paragraph.bytes[i + 2] == ' ') {
            uint32_t number = (uint32_t)(paragraph.bytes[i] - '0') * 10 + (uint32_t)(paragraph.bytes[i + 1] - '0');
            td_buffer_format(text, "%u", number > 31 ? number + in->scale : number); /* days of a month stay */
            i += 2;
        } else {
            td_buffer_add_byte(text, paragraph.bytes[i++]);
        }
    }
    td_buffer_add_string(text, "\n\n");
}

/* One outlet's telling: its headline, most of its paragraphs in order, one of another report. */
static void tell(td_buffer *text, const incident *in) {
    td_buffer_clear(text);
    for (uint32_t i = 0; i < in->told->count; i++)
        if (i < 2 || draw(100) < 75) add_paragraph(text, in->told->paragraphs[i], in);
    if (in->other->count > 2) add_paragraph(text, in->other->paragraphs[1 + draw(in->other->count - 1)], in);
}

static void write_report(td_buffer *line, uint32_t number, td_view text, td_day day) {
    td_json json;
    char id[32], published[11];
    snprintf(id, sizeof id, "generated-%06u", number);
    td_day_format(day, published);
    td_buffer_clear(line);
    td_json_init(&json, line);
    td_json_object_open(&json);
    td_json_key(&json, "id");
    td_json_string(&json, id);
    td_json_key(&json, "outlet");
    td_json_string(&json, outlets[draw(COUNT(outlets))]);
    td_json_key(&json, "published");
    td_json_string(&json, published);
    td_json_key(&json, "text");
    td_json_text(&json, text);
    td_json_object_close(&json);
    td_buffer_add_byte(line, '\n');
    fwrite(line->bytes, 1, line->size, stdout);
}

static void read_example(const char *path, td_buffer *bytes, td_arena *arena, example_array *examples) {
    td_error error = TD_ERROR_INIT;
    if (td_file_read(path, bytes, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        exit(3);
    }
    td_view rest = td_arena_copy(arena, td_buffer_view(bytes)), line;
    example *to = td_push(arena, examples);
    while (td_view_split(&rest, '\n', &line))
        if (td_view_trim(line).size && to->count < PARAGRAPHS_MOST) to->paragraphs[to->count++] = td_view_trim(line);
}

static void read_examples(const char *folder, td_arena *arena, example_array *examples) {
    td_error error = TD_ERROR_INIT;
    td_buffer bytes;
    td_view_array files = {0};
    td_buffer_init(&bytes, (size_t)1 << 20);
    if (td_folder_list(folder, arena, &files, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        exit(3);
    }
    for (td_each(file, &files))
        if (td_view_ends_with(*file, TD_VIEW(".txt"))) read_example(file->bytes, &bytes, arena, examples);
    td_buffer_release(&bytes);
}

int main(int count, char **words) {
    if (count != 3 || atoi(words[2]) < 1) {
        fprintf(stderr, "usage: %s FOLDER NUMBER\n", words[0]);
        return 2;
    }
    td_arena arena;
    td_buffer text, line;
    example_array examples = {0};
    td_arena_init(&arena, MEMORY);
    td_buffer_init(&text, (size_t)1 << 20);
    td_buffer_init(&line, (size_t)1 << 22);
    read_examples(words[1], &arena, &examples);
    uint32_t wanted = (uint32_t)atoi(words[2]);
    for (uint32_t number = 0; number < wanted;) {
        incident in = make_incident(&examples);
        uint32_t tellings = 1 + draw(5);
        for (uint32_t i = 0; i < tellings && number < wanted; i++, number++) {
            tell(&text, &in);
            write_report(&line, number, td_buffer_view(&text), in.day + (td_day)draw(2));
        }
    }
    td_buffer_release(&line);
    td_buffer_release(&text);
    td_arena_release(&arena);
    return 0;
}
