/*
 * The names of actors among the phrases.
 * Input: the loaded tables of data/actors, the gazetteer. Output: phrases; a table of governments.
 */

#include "actor_phrases.h"

#define PERSON_WEIGHT 1000U
#define ACTOR_WEIGHT 2000U

td_view td_governments_table(const td_gazetteer *gazetteer, td_named_text demonyms) {
    td_arena *arena = gazetteer->arena;
    TD_ARRAY(td_view) lines = {0};
    td_view text = demonyms.text;
    td_view line;
    *td_push(arena, &lines) = TD_VIEW("knowledge\tname\tkind\tcountry\tcategory\tnames\n");
    while (td_view_split(&text, '\n', &line)) {
        td_view code;
        td_view adjective;
        uint32_t id;
        if (line.size < 4 || line.bytes[0] == '#' || line.bytes[2] != '\t') continue;
        td_view_split(&line, '\t', &code);
        td_view_split(&line, '|', &adjective);
        if (!td_gazetteer_area(gazetteer, code, &id)) continue;
        td_view country = gazetteer->places.items[id].name;
        *td_push(arena, &lines) = td_arena_format(
            arena, "government-%c%c\t%.*s government\torganisation\t%.*s\tgovernment\tgovernment of %.*s\n",
            code.bytes[0] + 32, code.bytes[1] + 32, TD_VIEW_ARGUMENTS(adjective), TD_VIEW_ARGUMENTS(code),
            TD_VIEW_ARGUMENTS(country));
    }
    size_t size = 0;
    for (td_each(piece, &lines)) size += piece->size;
    char *bytes = td_arena_alloc(arena, size);
    size_t at = 0;
    for (td_each(piece, &lines)) {
        memcpy(bytes + at, piece->bytes, piece->size);
        at += piece->size;
    }
    return (td_view){bytes, size};
}

static void add_actors(td_phrase_builder *phrases, const td_actors *actors) {
    for (uint32_t i = 0; i < actors->actors.count; i++) {
        const td_actor_row *row = &actors->actors.items[i];
        uint32_t weight = row->actor.kind == TD_ENTITY_PERSON ? PERSON_WEIGHT : ACTOR_WEIGHT;
        td_phrase_builder_add(phrases, row->actor.name, TD_PHRASE_ACTOR, i, 0, weight);
        td_phrase_builder_add_list(phrases, row->forms, TD_PHRASE_ACTOR, i, TD_PHRASE_ALTERNATIVE, weight);
    }
}

void td_add_actor_phrases(td_phrase_builder *phrases, const td_actors *actors) {
    add_actors(phrases, actors);
    for (uint32_t i = 0; i < actors->roles.count; i++) {
        td_phrase_builder_add(phrases, actors->roles.items[i].role, TD_PHRASE_ROLE, i, 0, 0);
        td_phrase_builder_add_list(phrases, actors->roles.items[i].forms, TD_PHRASE_ROLE, i, TD_PHRASE_ALTERNATIVE, 0);
    }
    for (uint32_t i = 0; i < actors->bodies.count; i++) {
        td_phrase_builder_add(phrases, actors->bodies.items[i].body.name, TD_PHRASE_BODY, i, 0, 0);
        td_phrase_builder_add_list(phrases, actors->bodies.items[i].forms, TD_PHRASE_BODY, i, TD_PHRASE_ALTERNATIVE, 0);
    }
    for (td_each(metonym, &actors->metonyms))
        td_phrase_builder_add_list(phrases, metonym->forms, TD_PHRASE_METONYM, metonym->actor, 0, 0);
}

void td_add_capitals(const td_gazetteer *gazetteer, const td_actors *actors) {
    for (uint32_t i = 0; i + 1 < gazetteer->capitals.count; i += 2) {
        td_view code = gazetteer->capitals.items[i];
        char country[3] = {code.bytes[0], code.bytes[1], 0};
        uint32_t government;
        if (!td_actors_government(actors, country, &government)) continue;
        td_phrase_builder_add(gazetteer->phrases, gazetteer->capitals.items[i + 1], TD_PHRASE_METONYM, government, 0,
                              0);
    }
}
