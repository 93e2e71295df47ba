/*
 * Reading bylines.
 * Input: a line, or a field of metadata. Output: the authors, the outlet and the agency that it names.
 */

#include "intake/bylines.h"

#include "intake/agencies.h"

#define LONGEST_LINE 200 /* bytes of a byline */
#define MOST_WORDS 6     /* of one name */

static bool is_listed(td_view word, const td_view *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (td_view_equal_ascii_fold(word, list[i])) return true;
    return false;
}
#define LISTED(word, list) is_listed((word), (list), sizeof(list) / sizeof *(list))

/* Written small inside names of people. */
static const td_view particles[] = {
    TD_VIEW("al"),  TD_VIEW("el"),  TD_VIEW("de"),  TD_VIEW("von"), TD_VIEW("van"),  TD_VIEW("der"), TD_VIEW("den"),
    TD_VIEW("bin"), TD_VIEW("ibn"), TD_VIEW("abu"), TD_VIEW("da"),  TD_VIEW("dos"),  TD_VIEW("di"),  TD_VIEW("la"),
    TD_VIEW("le"),  TD_VIEW("du"),  TD_VIEW("del"), TD_VIEW("ben"), TD_VIEW("bint"), TD_VIEW("zu"),  TD_VIEW("ter"),
};

/* Words that no person is called: they tell desks, roles, outlets and days. */
static const td_view impersonal[] = {
    TD_VIEW("news"),          TD_VIEW("staff"),
    TD_VIEW("agency"),        TD_VIEW("agencies"),
    TD_VIEW("press"),         TD_VIEW("times"),
    TD_VIEW("post"),          TD_VIEW("editor"),
    TD_VIEW("reporter"),      TD_VIEW("reporters"),
    TD_VIEW("writer"),        TD_VIEW("writers"),
    TD_VIEW("team"),          TD_VIEW("desk"),
    TD_VIEW("bureau"),        TD_VIEW("service"),
    TD_VIEW("correspondent"), TD_VIEW("correspondents"),
    TD_VIEW("the"),           TD_VIEW("today"),
    TD_VIEW("daily"),         TD_VIEW("online"),
    TD_VIEW("media"),         TD_VIEW("network"),
    TD_VIEW("radio"),         TD_VIEW("tv"),
    TD_VIEW("journal"),       TD_VIEW("herald"),
    TD_VIEW("tribune"),       TD_VIEW("guardian"),
    TD_VIEW("telegraph"),     TD_VIEW("updated"),
    TD_VIEW("published"),     TD_VIEW("admin"),
    TD_VIEW("editorial"),     TD_VIEW("contributor"),
    TD_VIEW("special"),       TD_VIEW("monday"),
    TD_VIEW("tuesday"),       TD_VIEW("wednesday"),
    TD_VIEW("thursday"),      TD_VIEW("friday"),
    TD_VIEW("saturday"),      TD_VIEW("sunday"),
    TD_VIEW("january"),       TD_VIEW("february"),
    TD_VIEW("march"),         TD_VIEW("april"),
    TD_VIEW("june"),          TD_VIEW("july"),
    TD_VIEW("august"),        TD_VIEW("september"),
    TD_VIEW("october"),       TD_VIEW("november"),
    TD_VIEW("december"),
};

/* Words of an outlet's name. */
static const td_view outlet_words[] = {
    TD_VIEW("news"),    TD_VIEW("times"),    TD_VIEW("post"),      TD_VIEW("press"),     TD_VIEW("herald"),
    TD_VIEW("tribune"), TD_VIEW("guardian"), TD_VIEW("telegraph"), TD_VIEW("journal"),   TD_VIEW("bbc"),
    TD_VIEW("cnn"),     TD_VIEW("radio"),    TD_VIEW("tv"),        TD_VIEW("gazette"),   TD_VIEW("observer"),
    TD_VIEW("daily"),   TD_VIEW("today"),    TD_VIEW("monitor"),   TD_VIEW("chronicle"), TD_VIEW("independent"),
    TD_VIEW("voa"),     TD_VIEW("npr"),      TD_VIEW("agency"),
};

static bool begins_capital(td_view word) {
    unsigned char c = word.size > 0 ? (unsigned char)word.bytes[0] : 0;
    return (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c < 0xE2) || c >= 0xE3;
}

/* "al-Hassan", "d'Arcy": small before a hyphen or apostrophe, then a capital. */
static bool is_prefixed_name(td_view word) {
    for (size_t i = 1; i + 1 < word.size && i < 6; i++)
        if (word.bytes[i] == '-' || word.bytes[i] == '\'') return begins_capital(td_view_slice(word, i + 1, word.size));
    return false;
}

/* Digits and signs that no name holds. */
static bool holds_sign(td_view word) {
    for (size_t i = 0; i < word.size; i++)
        if (strchr("0123456789@#:/\\|<>()[]{}\"!?;", word.bytes[i])) return true;
    return false;
}

bool td_byline_is_person(td_view name) {
    td_view rest = td_view_trim(name), word;
    int words = 0, capitals = 0;
    if (rest.size > 60 || td_view_present(td_agency_named(rest))) return false;
    while (td_view_split(&rest, ' ', &word)) {
        if (word.size == 0) continue;
        if (holds_sign(word) || LISTED(word, impersonal) || td_view_present(td_agency_named(word))) return false;
        bool capital = begins_capital(word);
        if (!capital && !LISTED(word, particles) && !is_prefixed_name(word)) return false;
        capitals += capital || is_prefixed_name(word);
        words++;
    }
    return words >= 2 && words <= 5 && capitals >= 2;
}

static bool is_outlet(td_view name) {
    td_view rest = td_view_trim(name), word;
    int words = 0;
    bool telling = false;
    while (td_view_split(&rest, ' ', &word)) {
        if (word.size == 0) continue;
        words++;
        if (LISTED(word, outlet_words)) telling = true;
        if (!begins_capital(word) && !td_view_equal(word, TD_VIEW("of")) && !td_view_equal(word, TD_VIEW("the")))
            return false;
    }
    return telling && words <= MOST_WORDS;
}

static void add_part(td_view part, td_arena *arena, td_byline *byline) {
    static const td_view cuts[] = {TD_VIEW(" in "), TD_VIEW(" for "), TD_VIEW(" at "), TD_VIEW(" of "),
                                   TD_VIEW(" with ")};
    static const td_view articles[] = {TD_VIEW("written by "), TD_VIEW("posted by "), TD_VIEW("published by "),
                                       TD_VIEW("author "),     TD_VIEW("author: "),   TD_VIEW("by "),
                                       TD_VIEW("by: "),        TD_VIEW("from "),      TD_VIEW("and "),
                                       TD_VIEW("von "),        TD_VIEW("par "),       TD_VIEW("por "),
                                       TD_VIEW("text: ")};
    part = td_view_trim(part);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (td_view_equal_ascii_fold(td_view_slice(part, 0, articles[i].size), articles[i]))
            part = td_view_trim(td_view_slice(part, articles[i].size, part.size));
    td_view agency = td_agency_named(part);
    if (td_view_present(agency)) {
        if (!td_view_present(byline->agency)) byline->agency = agency;
        return;
    }
    if (is_outlet(part)) {
        if (!td_view_present(byline->outlet)) byline->outlet = part;
        return;
    }
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        size_t at = td_view_find(part, cuts[i], 0);
        if (at == SIZE_MAX) continue;
        add_part(td_view_slice(part, at + cuts[i].size, part.size), arena, byline);
        part = td_view_slice(part, 0, at);
        break;
    }
    if (!td_byline_is_person(part)) return;
    for (td_each(author, &byline->authors))
        if (td_view_equal_ascii_fold(*author, part)) return;
    *td_push(arena, &byline->authors) = part;
}

/* The next border between names at or after `from`, its width in `*width`; the size when there is none. */
static size_t next_border(td_view text, size_t from, size_t *width) {
    static const td_view borders[] = {TD_VIEW(" and "),
                                      TD_VIEW(" AND "),
                                      TD_VIEW(" & "),
                                      TD_VIEW(" - "),
                                      TD_VIEW(" \xE2\x80\x93 "),
                                      TD_VIEW(" \xE2\x80\x94 "),
                                      TD_VIEW(" \xC2\xB7 "),
                                      TD_VIEW(" \xE2\x80\xA2 "),
                                      TD_VIEW(","),
                                      TD_VIEW("|"),
                                      TD_VIEW("/"),
                                      TD_VIEW(";"),
                                      TD_VIEW("\t"),
                                      TD_VIEW("\n")};
    size_t best = text.size;
    *width = 0;
    for (size_t i = 0; i < sizeof borders / sizeof *borders; i++) {
        size_t at = td_view_find(text, borders[i], from);
        if (at < best) {
            best = at;
            *width = borders[i].size;
        }
    }
    return best;
}

void td_byline_read_names(td_view names, td_arena *arena, td_byline *byline) {
    names = td_view_trim(names);
    if (names.size > LONGEST_LINE * 4) return;
    size_t width;
    for (size_t at = 0; at < names.size;) {
        size_t end = next_border(names, at, &width);
        add_part(td_view_slice(names, at, end), arena, byline);
        at = end + width;
        if (width == 0) return;
    }
}

bool td_byline_read(td_view line, td_arena *arena, td_byline *byline) {
    line = td_view_trim(line);
    if (line.size > LONGEST_LINE || line.size < 6) return false;
    bool begun = td_view_equal_ascii_fold(td_view_slice(line, 0, 3), TD_VIEW("by ")) ||
                 td_view_equal_ascii_fold(td_view_slice(line, 0, 3), TD_VIEW("by:"));
    if (!begun || line.bytes[0] != 'B') return false;
    *byline = (td_byline){0};
    td_byline_read_names(td_view_slice(line, 3, line.size), arena, byline);
    return byline->authors.count > 0 || td_view_present(byline->agency) || td_view_present(byline->outlet);
}
