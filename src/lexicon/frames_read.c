/*
 * Reading the columns of data/frames.
 * Input: the columns of one line. Output: a class, a frame or governors, or an error that names table, line, column.
 */

#include "lexicon/frames_read.h"

#include <stdlib.h>

#include "base/hash.h"
#include "lexicon/word_key.h"

enum {
    FRAME_ID,
    FRAME_VERBS,
    FRAME_NOUNS,
    FRAME_NEEDS,
    FRAME_TYPE,
    FRAME_MODE,
    FRAME_CAMEO,
    FRAME_ROLES,
    FRAME_LEDGERS,
    FRAME_ASPECT,
    FRAME_EXAMPLE
};
enum {
    GOVERNOR_WORDS,
    GOVERNOR_PART,
    GOVERNOR_LINKS,
    GOVERNOR_EFFECT,
    GOVERNOR_MODALITY,
    GOVERNOR_CONTROL,
    GOVERNOR_SAYS
};

int td_frames_wrong(const td_frames_line *at, const td_frames_kind *kind, uint32_t column, td_view cell,
                    const char *problem) {
    return td_error_set(at->error, TD_ERROR_INPUT, "%.*s, line %d, column %u (%s): '%.*s' %s",
                        TD_VIEW_ARGUMENTS(at->table.name), at->table.line, column + 1, kind->columns[column],
                        TD_VIEW_ARGUMENTS(cell), problem);
}

bool td_frames_part(td_view *rest, char separator, td_view *part) {
    while (td_view_split(rest, separator, part)) {
        *part = td_view_trim(*part);
        if (part->size) return true;
    }
    return false;
}

td_slot td_frames_slot(td_view name) {
    static const char *const names[] = {[TD_SLOT_SUBJECT] = "subject",
                                        [TD_SLOT_OBJECT] = "object",
                                        [TD_SLOT_INDIRECT] = "indirect",
                                        [TD_SLOT_CLAUSE] = "clause"};
    for (int i = 0; i < TD_SLOT_PREPOSITION; i++)
        if (td_view_equal(name, td_view_of(names[i]))) return (td_slot){(enum td_slot_kind)i, 0};
    if (td_view_equal(name, TD_VIEW("infinitive"))) return (td_slot){TD_SLOT_CLAUSE, td_word_key(TD_VIEW("to"))};
    return (td_slot){TD_SLOT_PREPOSITION, td_word_key(name)};
}

/* The slot of a name that must be one: a word that is no preposition would never be found. */
static int read_slot(const td_frames *frames, const td_frames_line *at, const td_frames_kind *kind, uint32_t column,
                     td_view name, td_slot *slot) {
    *slot = td_frames_slot(name);
    uint64_t prepositions = td_frames_class(frames, TD_VIEW("preposition"));
    bool known = slot->kind != TD_SLOT_PREPOSITION || td_view_equal(name, TD_VIEW("kind")) || !prepositions ||
                 td_frames_classes(frames, slot->preposition) & prepositions;
    if (known) return TD_OK;
    return td_frames_wrong(at, kind, column, name,
                           "is no dependent: say subject, object, indirect, clause, kind or a preposition");
}

/* "pull out" to the keys of "pull" and "out". */
static void split_particle(td_view words, uint64_t *key, uint64_t *particle) {
    td_view word, rest = words;
    td_view_split(&rest, ' ', &word);
    *key = td_word_key(word);
    *particle = td_view_present(rest) && rest.size ? td_word_key(td_view_trim(rest)) : 0;
}

static int wrong_class(const td_frames_line *at, uint32_t column, td_view cell, const char *problem) {
    return td_frames_wrong(at, &td_frames_kind_classes, column, cell, problem);
}
static int wrong_frame(const td_frames_line *at, uint32_t column, td_view cell, const char *problem) {
    return td_frames_wrong(at, &td_frames_kind_frames, column, cell, problem);
}
static int wrong_governor(const td_frames_line *at, uint32_t column, td_view cell, const char *problem) {
    return td_frames_wrong(at, &td_frames_kind_governors, column, cell, problem);
}

/* --- word classes ------------------------------------------------------- */

static int read_class(td_frames *frames, const td_frames_line *at, const td_view *columns) {
    if (columns[0].size == 0) return wrong_class(at, 0, columns[0], "a class needs a name");
    enum td_entity_kind kind;
    if (td_entity_kind_from_label(columns[0], &kind))
        return wrong_class(at, 0, columns[0], "is the name of a kind of entity");
    uint64_t bit = td_frames_class(frames, columns[0]); /* a class may go on in a further line */
    if (!bit) {
        if (frames->classes.count + TD_CLASS_TABLE_FIRST >= 64)
            return wrong_class(at, 0, columns[0], "is one class too many");
        bit = UINT64_C(1) << (TD_CLASS_TABLE_FIRST + frames->classes.count);
        *td_push(frames->arena, &frames->classes) = columns[0];
    }
    td_view rest = columns[1], word;
    while (td_frames_part(&rest, ',', &word)) {
        bool added;
        uint32_t *index = td_map_put(&frames->class_by_word, td_word_key(word), frames->class_bits.count, &added);
        if (added) *td_push(frames->arena, &frames->class_bits) = 0;
        frames->class_bits.items[*index] |= bit;
    }
    return TD_OK;
}

static bool class_bits_of(const td_frames *frames, td_view name, uint64_t *bits) {
    enum td_entity_kind kind;
    if (td_entity_kind_from_label(name, &kind))
        *bits = TD_CLASS_OF_KIND(kind);
    else if (td_view_equal(name, TD_VIEW("country")))
        *bits = TD_CLASS_COUNTRY;
    else if (td_view_equal(name, TD_VIEW("actor")))
        *bits = TD_CLASS_ACTOR;
    else {
        for (uint32_t i = 0; i < frames->classes.count; i++) {
            if (!td_view_equal(frames->classes.items[i], name)) continue;
            *bits = UINT64_C(1) << (TD_CLASS_TABLE_FIRST + i);
            return true;
        }
        return false;
    }
    return true;
}

/* --- frames ------------------------------------------------------------- */

static int compare_keys(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

/* One demand: "object:@forces soldier", "!from:@office". */
static int read_need(td_frames *frames, const td_frames_line *at, td_view text, td_frame_need *need) {
    td_view rest = text, slot, word;
    if (rest.bytes[0] == '!') {
        need->forbidden = true;
        rest = td_view_slice(rest, 1, rest.size);
    }
    td_view slots;
    if (!td_view_split(&rest, ':', &slots) || !td_view_present(rest))
        return wrong_frame(at, FRAME_NEEDS, text, "should be slot:words");
    while (td_frames_part(&slots, ' ', &slot)) {
        if (need->slot_count == TD_NEED_SLOTS) return wrong_frame(at, FRAME_NEEDS, slot, "is one slot too many");
        td_slot *read = &need->slots[need->slot_count++];
        int status = read_slot(frames, at, &td_frames_kind_frames, FRAME_NEEDS, slot, read);
        if (status < 0) return status;
    }
    if (need->slot_count == 0) return wrong_frame(at, FRAME_NEEDS, text, "names no slot");
    TD_ARRAY(uint64_t) words = {0};
    while (td_frames_part(&rest, ' ', &word)) {
        uint64_t bits;
        if (td_view_equal(word, TD_VIEW("*"))) {
            need->any = true;
        } else if (word.bytes[0] != '@') {
            *td_push(frames->arena, &words) = td_word_key(word);
        } else {
            if (!class_bits_of(frames, td_view_slice(word, 1, word.size), &bits))
                return wrong_frame(at, FRAME_NEEDS, word, "is no class of frames/classes.tsv");
            need->classes |= bits;
        }
    }
    if (words.count) qsort(words.items, words.count, sizeof *words.items, compare_keys);
    need->words = words.items;
    need->word_count = words.count;
    return TD_OK;
}

static int read_needs(td_frames *frames, const td_frames_line *at, td_view text, td_frame *frame) {
    TD_ARRAY(td_frame_need) needs = {0};
    td_view part;
    while (td_frames_part(&text, ';', &part)) {
        int status = read_need(frames, at, part, td_push(frames->arena, &needs));
        if (status < 0) return status;
    }
    frame->needs = needs.items;
    frame->need_count = needs.count;
    return TD_OK;
}

static bool role_of(td_view name, uint32_t *role) {
    static const struct {
        const char *name;
        uint32_t role;
    } names[] = {
        {"actor", TD_ROLE_ACTOR}, {"target", TD_ROLE_TARGET},         {"object", TD_ROLE_OBJECT},
        {"place", TD_ROLE_PLACE}, {"place_from", TD_ROLE_PLACE_FROM}, {"place_to", TD_ROLE_PLACE_TO},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!td_view_equal(name, td_view_of(names[i].name))) continue;
        *role |= names[i].role;
        return true;
    }
    return false;
}

/* "subject=actor object=object+target from=place_from" */
static int read_roles(td_frames *frames, const td_frames_line *at, td_view text, td_frame *frame) {
    TD_ARRAY(td_frame_role) roles = {0};
    td_view part;
    while (td_frames_part(&text, ' ', &part)) {
        td_view rest = part, slot, name;
        td_frame_role *role = td_push(frames->arena, &roles);
        if (!td_view_split(&rest, '=', &slot) || slot.size == 0 || !td_view_present(rest))
            return wrong_frame(at, FRAME_ROLES, part, "should be slot=role");
        int status = read_slot(frames, at, &td_frames_kind_frames, FRAME_ROLES, slot, &role->slot);
        if (status < 0) return status;
        while (td_frames_part(&rest, '+', &name))
            if (!role_of(name, &role->roles)) return wrong_frame(at, FRAME_ROLES, name, "is no role");
    }
    frame->roles = roles.items;
    frame->role_count = roles.count;
    return TD_OK;
}

static int read_ledgers(const td_frames_line *at, td_view text, td_frame *frame) {
    td_view part;
    while (td_frames_part(&text, ' ', &part)) {
        enum td_ledger_kind ledger;
        if (!td_ledger_kind_from_label(part, &ledger)) return wrong_frame(at, FRAME_LEDGERS, part, "is no ledger");
        frame->ledgers |= 1U << ledger;
    }
    return TD_OK;
}

static void add_triggers(td_frames *frames, td_view words, enum td_word_part part) {
    td_view word;
    while (td_frames_part(&words, ',', &word)) {
        td_frame_trigger *trigger = td_push(frames->arena, &frames->triggers);
        split_particle(word, &trigger->key, &trigger->particle);
        trigger->part = part;
        trigger->frame = frames->frames.count - 1;
    }
}

/* Two digits, or nothing. */
static bool is_cameo_root(td_view text) {
    int64_t number;
    if (text.size == 0) return true;
    return text.size == 2 && td_view_to_integer(text, &number) && number >= 1 && number <= 20;
}

/* A verb may have a particle, a noun is one word; lemmas are in lower case. */
static int check_words(const td_frames_line *at, uint32_t column, td_view words, uint32_t most) {
    td_view word;
    while (td_frames_part(&words, ',', &word)) {
        uint32_t count = 1;
        for (size_t i = 0; i < word.size; i++) {
            count += word.bytes[i] == ' ';
            if (word.bytes[i] >= 'A' && word.bytes[i] <= 'Z')
                return wrong_frame(at, column, word, "should be a lemma, in lower case");
        }
        if (count > most)
            return wrong_frame(at, column, word,
                               most == 1 ? "should be one word" : "should be a verb, or a verb and its particle");
    }
    return TD_OK;
}

static int read_frame(td_frames *frames, const td_frames_line *at, const td_view *columns) {
    bool added;
    td_frame frame = {.id = columns[FRAME_ID], .aspect = TD_MODALITY_HAPPENED, .example = columns[FRAME_EXAMPLE]};
    if (columns[FRAME_VERBS].size + columns[FRAME_NOUNS].size == 0)
        return wrong_frame(at, FRAME_VERBS, frame.id, "has neither verbs nor nouns");
    td_map_put(&frames->frame_by_id, td_hash(frame.id), frames->frames.count, &added);
    if (frame.id.size == 0 || !added) return wrong_frame(at, FRAME_ID, frame.id, "is empty or stands twice");
    if (!td_event_type_from_label(columns[FRAME_TYPE], &frame.type))
        return wrong_frame(at, FRAME_TYPE, columns[FRAME_TYPE], "is no PLOVER type");
    if (columns[FRAME_MODE].size) frame.mode = columns[FRAME_MODE];
    if (!is_cameo_root(columns[FRAME_CAMEO]))
        return wrong_frame(at, FRAME_CAMEO, columns[FRAME_CAMEO], "is no CAMEO root: 01 to 20");
    if (columns[FRAME_CAMEO].size) frame.cameo = columns[FRAME_CAMEO];
    if (columns[FRAME_ASPECT].size && !td_modality_from_label(columns[FRAME_ASPECT], &frame.aspect))
        return wrong_frame(at, FRAME_ASPECT, columns[FRAME_ASPECT], "is no modality");
    if (frame.example.size == 0) return wrong_frame(at, FRAME_EXAMPLE, frame.id, "has no example");
    int status = check_words(at, FRAME_VERBS, columns[FRAME_VERBS], 2);
    if (status >= 0) status = check_words(at, FRAME_NOUNS, columns[FRAME_NOUNS], 1);
    if (status >= 0) status = read_needs(frames, at, columns[FRAME_NEEDS], &frame);
    if (status >= 0) status = read_roles(frames, at, columns[FRAME_ROLES], &frame);
    if (status >= 0) status = read_ledgers(at, columns[FRAME_LEDGERS], &frame);
    if (status < 0) return status;
    *td_push(frames->arena, &frames->frames) = frame;
    add_triggers(frames, columns[FRAME_VERBS], TD_PART_VERB);
    add_triggers(frames, columns[FRAME_NOUNS], TD_PART_NOUN);
    return TD_OK;
}

/* --- governors ---------------------------------------------------------- */

static int number_of(td_view name, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (td_view_equal(name, td_view_of(names[i]))) return i;
    return -1;
}

static const char *const part_names[TD_PART_COUNT] = {
    [TD_PART_VERB] = "verb",     [TD_PART_NOUN] = "noun",           [TD_PART_ADJECTIVE] = "adjective",
    [TD_PART_ADVERB] = "adverb", [TD_PART_AUXILIARY] = "auxiliary", [TD_PART_DETERMINER] = "determiner",
    [TD_PART_MARK] = "mark"};
static const char *const effect_names[TD_GOVERNOR_COUNT] = {
#define TD_X(name, label) [TD_GOVERNOR_##name] = label,
    TD_GOVERNOR_EFFECTS(TD_X)
#undef TD_X
};

static int read_links(const td_frames *frames, const td_frames_line *at, td_view text, td_governor *governor) {
    td_view part;
    while (td_frames_part(&text, ' ', &part)) {
        if (governor->link_count == TD_GOVERNOR_LINKS)
            return wrong_governor(at, GOVERNOR_LINKS, part, "is one link too many");
        td_slot *read = &governor->links[governor->link_count++];
        int status = read_slot(frames, at, &td_frames_kind_governors, GOVERNOR_LINKS, part, read);
        if (status < 0) return status;
    }
    return TD_OK;
}

static int read_control(const td_frames_line *at, td_view text, td_governor *governor) {
    governor->control = TD_SLOT_CLAUSE;
    if (td_view_equal(text, TD_VIEW("subject")))
        governor->control = TD_SLOT_SUBJECT;
    else if (td_view_equal(text, TD_VIEW("object")))
        governor->control = TD_SLOT_OBJECT;
    else if (td_view_equal(text, TD_VIEW("undergoes"))) {
        governor->control = TD_SLOT_SUBJECT;
        governor->passive = true;
    } else if (text.size)
        return wrong_governor(at, GOVERNOR_CONTROL, text, "should be subject, object, undergoes or nothing");
    return TD_OK;
}

static int read_governor(td_frames *frames, const td_frames_line *at, const td_view *columns) {
    td_governor governor = {.modality = TD_MODALITY_COUNT};
    int part = number_of(columns[GOVERNOR_PART], part_names, TD_PART_COUNT);
    int effect = number_of(columns[GOVERNOR_EFFECT], effect_names, TD_GOVERNOR_COUNT);
    if (part < 0) return wrong_governor(at, GOVERNOR_PART, columns[GOVERNOR_PART], "is no part of speech");
    if (effect < 0) return wrong_governor(at, GOVERNOR_EFFECT, columns[GOVERNOR_EFFECT], "is no effect");
    governor.part = (enum td_word_part)part;
    governor.effect = (enum td_governor_effect)effect;
    if (columns[GOVERNOR_MODALITY].size && !td_modality_from_label(columns[GOVERNOR_MODALITY], &governor.modality))
        return wrong_governor(at, GOVERNOR_MODALITY, columns[GOVERNOR_MODALITY], "is no modality");
    bool needs_modality = effect == TD_GOVERNOR_EMBED || effect == TD_GOVERNOR_CLAIM || effect == TD_GOVERNOR_ASPECT;
    if (needs_modality && governor.modality == TD_MODALITY_COUNT)
        return wrong_governor(at, GOVERNOR_MODALITY, columns[GOVERNOR_EFFECT], "needs a modality");
    governor.says = td_view_equal(columns[GOVERNOR_SAYS], TD_VIEW("says"));
    int status = read_links(frames, at, columns[GOVERNOR_LINKS], &governor);
    if (status >= 0) status = read_control(at, columns[GOVERNOR_CONTROL], &governor);
    if (status < 0) return status;
    td_view words = columns[GOVERNOR_WORDS], word;
    if (words.size == 0) return wrong_governor(at, GOVERNOR_WORDS, words, "holds no word");
    while (td_frames_part(&words, ',', &word)) {
        split_particle(word, &governor.key, &governor.particle);
        *td_push(frames->arena, &frames->governors) = governor;
    }
    return TD_OK;
}

/* --- the kinds of table ------------------------------------------------- */

static const char *const class_columns[] = {"class", "words"};
static const char *const frame_columns[] = {"frame", "verbs", "nouns",   "needs",  "type",   "mode",
                                            "cameo", "roles", "ledgers", "aspect", "example"};
static const char *const governor_columns[] = {"words", "part", "links", "effect", "modality", "control", "says"};

#define COLUMNS(names) names, sizeof names / sizeof *names
const td_frames_kind td_frames_kind_classes = {COLUMNS(class_columns), read_class};
const td_frames_kind td_frames_kind_frames = {COLUMNS(frame_columns), read_frame};
const td_frames_kind td_frames_kind_governors = {COLUMNS(governor_columns), read_governor};
