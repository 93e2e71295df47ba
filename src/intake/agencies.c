/*
 * News agencies.
 * Input: a name, or the paragraphs of a report. Output: the agency it comes from.
 */

#include "intake/agencies.h"

#define TOP 6              /* paragraphs in which a dateline may stand */
#define DATELINE_REACH 120 /* bytes from the start of its paragraph */
#define BOTTOM 4           /* closing paragraphs in which a signature may stand */

/* Each name by which an agency signs, and its full name. */
typedef struct td_agency {
    td_view signs, name;
} td_agency;

static const td_agency agencies[] = {
    {TD_VIEW("AP"), TD_VIEW("Associated Press")},
    {TD_VIEW("Associated Press"), TD_VIEW("Associated Press")},
    {TD_VIEW("The Associated Press"), TD_VIEW("Associated Press")},
    {TD_VIEW("Reuters"), TD_VIEW("Reuters")},
    {TD_VIEW("Thomson Reuters"), TD_VIEW("Reuters")},
    {TD_VIEW("Reuters News Agency"), TD_VIEW("Reuters")},
    {TD_VIEW("AFP"), TD_VIEW("Agence France-Presse")},
    {TD_VIEW("Agence France-Presse"), TD_VIEW("Agence France-Presse")},
    {TD_VIEW("Agence France Presse"), TD_VIEW("Agence France-Presse")},
    {TD_VIEW("TASS"), TD_VIEW("TASS")},
    {TD_VIEW("ITAR-TASS"), TD_VIEW("TASS")},
    {TD_VIEW("RIA Novosti"), TD_VIEW("RIA Novosti")},
    {TD_VIEW("RIA"), TD_VIEW("RIA Novosti")},
    {TD_VIEW("Sputnik"), TD_VIEW("Sputnik")},
    {TD_VIEW("Interfax"), TD_VIEW("Interfax")},
    {TD_VIEW("Interfax-Ukraine"), TD_VIEW("Interfax-Ukraine")},
    {TD_VIEW("Ukrinform"), TD_VIEW("Ukrinform")},
    {TD_VIEW("UNIAN"), TD_VIEW("UNIAN")},
    {TD_VIEW("BelTA"), TD_VIEW("BelTA")},
    {TD_VIEW("SANA"), TD_VIEW("SANA")},
    {TD_VIEW("Xinhua"), TD_VIEW("Xinhua")},
    {TD_VIEW("Anadolu Agency"), TD_VIEW("Anadolu Agency")},
    {TD_VIEW("Anadolu"), TD_VIEW("Anadolu Agency")},
    {TD_VIEW("AA"), TD_VIEW("Anadolu Agency")},
    {TD_VIEW("DHA"), TD_VIEW("Demiroren News Agency")},
    {TD_VIEW("dpa"), TD_VIEW("Deutsche Presse-Agentur")},
    {TD_VIEW("Deutsche Presse-Agentur"), TD_VIEW("Deutsche Presse-Agentur")},
    {TD_VIEW("PA"), TD_VIEW("Press Association")},
    {TD_VIEW("PA Media"), TD_VIEW("Press Association")},
    {TD_VIEW("Press Association"), TD_VIEW("Press Association")},
    {TD_VIEW("UPI"), TD_VIEW("United Press International")},
    {TD_VIEW("United Press International"), TD_VIEW("United Press International")},
    {TD_VIEW("EFE"), TD_VIEW("EFE")},
    {TD_VIEW("ANSA"), TD_VIEW("ANSA")},
    {TD_VIEW("Kyodo"), TD_VIEW("Kyodo News")},
    {TD_VIEW("Kyodo News"), TD_VIEW("Kyodo News")},
    {TD_VIEW("Yonhap"), TD_VIEW("Yonhap")},
    {TD_VIEW("IRNA"), TD_VIEW("IRNA")},
    {TD_VIEW("ISNA"), TD_VIEW("ISNA")},
    {TD_VIEW("Tasnim"), TD_VIEW("Tasnim News Agency")},
    {TD_VIEW("FNA"), TD_VIEW("Fars News Agency")},
    {TD_VIEW("MNA"), TD_VIEW("Mehr News Agency")},
    {TD_VIEW("PTI"), TD_VIEW("Press Trust of India")},
    {TD_VIEW("Press Trust of India"), TD_VIEW("Press Trust of India")},
    {TD_VIEW("ANI"), TD_VIEW("Asian News International")},
    {TD_VIEW("IANS"), TD_VIEW("Indo-Asian News Service")},
    {TD_VIEW("APP"), TD_VIEW("Associated Press of Pakistan")},
    {TD_VIEW("Bernama"), TD_VIEW("Bernama")},
    {TD_VIEW("KUNA"), TD_VIEW("Kuwait News Agency")},
    {TD_VIEW("QNA"), TD_VIEW("Qatar News Agency")},
    {TD_VIEW("WAM"), TD_VIEW("Emirates News Agency")},
    {TD_VIEW("SPA"), TD_VIEW("Saudi Press Agency")},
    {TD_VIEW("MENA"), TD_VIEW("Middle East News Agency")},
    {TD_VIEW("Petra"), TD_VIEW("Petra News Agency")},
    {TD_VIEW("NNA"), TD_VIEW("National News Agency")},
    {TD_VIEW("WAFA"), TD_VIEW("WAFA")},
    {TD_VIEW("INA"), TD_VIEW("Iraqi News Agency")},
    {TD_VIEW("AAP"), TD_VIEW("Australian Associated Press")},
    {TD_VIEW("Australian Associated Press"), TD_VIEW("Australian Associated Press")},
    {TD_VIEW("CP"), TD_VIEW("Canadian Press")},
    {TD_VIEW("The Canadian Press"), TD_VIEW("Canadian Press")},
    {TD_VIEW("Canadian Press"), TD_VIEW("Canadian Press")},
    {TD_VIEW("IRIN"), TD_VIEW("IRIN")},
    {TD_VIEW("NAN"), TD_VIEW("News Agency of Nigeria")},
    {TD_VIEW("SUNA"), TD_VIEW("Sudan News Agency")},
    {TD_VIEW("APA"), TD_VIEW("APA")},
    {TD_VIEW("Armenpress"), TD_VIEW("Armenpress")},
    {TD_VIEW("Azertac"), TD_VIEW("Azertac")},
    {TD_VIEW("PAP"), TD_VIEW("Polish Press Agency")},
    {TD_VIEW("CTK"), TD_VIEW("CTK")},
    {TD_VIEW("BNS"), TD_VIEW("Baltic News Service")},
    {TD_VIEW("Tanjug"), TD_VIEW("Tanjug")},
};

td_view td_agency_named(td_view name) {
    name = td_view_trim(name);
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++) {
        /* Long names in any case ("REUTERS"), short ones only as they are written: "ap" and "pa" are words. */
        bool same = agencies[i].signs.size >= 5 ? td_view_equal_ascii_fold(name, agencies[i].signs)
                                                : td_view_equal(name, agencies[i].signs);
        if (same) return agencies[i].name;
    }
    return TD_VIEW_ABSENT;
}

/* What stands between `open` and `close`, wholly in the first bytes of a paragraph. */
static td_view agency_between(td_view text, char open, char close, size_t from) {
    for (size_t at = from; at < text.size; at++) {
        if (text.bytes[at] != open) continue;
        const char *end = memchr(text.bytes + at + 1, close, text.size - at - 1);
        if (!end) return TD_VIEW_ABSENT;
        td_view rest = td_view_slice(text, at + 1, (size_t)(end - text.bytes)), part;
        while (td_view_split(&rest, '/', &part)) {
            td_view name = td_agency_named(part);
            if (td_view_present(name)) return name;
        }
    }
    return TD_VIEW_ABSENT;
}

/* Whether a dash follows, as behind a dateline. */
static bool dash_follows(td_view text, size_t at) {
    static const td_view dashes[] = {TD_VIEW("-"), TD_VIEW("\xE2\x80\x93"), TD_VIEW("\xE2\x80\x94"),
                                     TD_VIEW("\xE2\x80\x95")};
    td_view rest = td_view_trim(td_view_slice(text, at, text.size));
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (td_view_starts_with(rest, dashes[i])) return true;
    return false;
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* An agency that no list knows: a name in brackets, behind a place in capitals and before a dash. */
static td_view unlisted_agency(td_view head, size_t open, size_t close) {
    td_view name = td_view_trim(td_view_slice(head, open + 1, close));
    if (open < 3 || !is_upper(head.bytes[0]) || !is_upper(head.bytes[1]) || !is_upper(head.bytes[2]))
        return TD_VIEW_ABSENT;
    if (name.size < 2 || name.size > 40 || !is_upper(name.bytes[0])) return TD_VIEW_ABSENT;
    for (size_t i = 0; i < name.size; i++)
        if (name.bytes[i] >= '0' && name.bytes[i] <= '9') return TD_VIEW_ABSENT;
    return dash_follows(head, close + 1) ? name : TD_VIEW_ABSENT;
}

/* "BEIRUT (AP) - ", "MOSCOW, March 15. /TASS/. ", "(Reuters) - ". */
static td_view agency_of_dateline(td_view paragraph) {
    td_view head = td_view_slice(paragraph, 0, DATELINE_REACH);
    size_t open = td_view_find(head, TD_VIEW("("), 0), close = td_view_find(head, TD_VIEW(")"), 0);
    /* "The authority (PA) said" has the brackets, but no dash. */
    bool dateline =
        open == 0 || (close != SIZE_MAX && dash_follows(td_view_slice(paragraph, 0, DATELINE_REACH + 8), close + 1));
    td_view name = dateline ? agency_between(head, '(', ')', 0) : TD_VIEW_ABSENT;
    if (dateline && !td_view_present(name) && close != SIZE_MAX && close > open)
        name = unlisted_agency(head, open, close);
    return td_view_present(name) ? name : agency_between(head, '/', '/', 0);
}

static td_view strip_label(td_view text) {
    static const td_view labels[] = {TD_VIEW("source:"), TD_VIEW("sources:"),     TD_VIEW("by "),
                                     TD_VIEW("via "),    TD_VIEW("agency:"),      TD_VIEW("credit:"),
                                     TD_VIEW("-"),       TD_VIEW("\xE2\x80\x94"), TD_VIEW("\xE2\x80\x93")};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (td_view_equal_ascii_fold(td_view_slice(text, 0, labels[i].size), labels[i]))
            return td_view_trim(td_view_slice(text, labels[i].size, text.size));
    return text;
}

/* A line that is nothing but names, places and agencies: "By Jane Doe, Associated Press", "Reuters", "(AFP)". */
static td_view agency_of_signature(const td_paragraph *paragraph) {
    if (paragraph->words == 0 || paragraph->words > 14 ||
        paragraph->capitals + paragraph->numbers + 4 < paragraph->words)
        return TD_VIEW_ABSENT;
    td_view text = paragraph->text;
    while (text.size > 0 && strchr(".)]", text.bytes[text.size - 1])) text.size--;
    while (text.size > 0 && strchr("([", text.bytes[0])) text = td_view_slice(text, 1, text.size);
    text = strip_label(td_view_trim(text));
    size_t start = 0;
    for (size_t at = 0; at <= text.size; at++) {
        bool parted = at == text.size || strchr(",/|;&", text.bytes[at]);
        if (!parted) continue;
        td_view name = td_agency_named(td_view_slice(text, start, at));
        if (td_view_present(name)) return name;
        start = at + 1;
    }
    return TD_VIEW_ABSENT;
}

/* "Copyright 2016 The Associated Press. All rights reserved." */
static td_view agency_of_copyright(const td_paragraph *paragraph) {
    if (!td_phrase_within(paragraph->plain, TD_VIEW("copyright")) &&
        td_view_find(paragraph->text, TD_VIEW("\xC2\xA9"), 0) == SIZE_MAX)
        return TD_VIEW_ABSENT;
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        if (td_view_find(paragraph->text, agencies[i].signs, 0) != SIZE_MAX && agencies[i].signs.size >= 5)
            return agencies[i].name;
    return TD_VIEW_ABSENT;
}

/* The signature at the end of a closing paragraph: "... by the end of the week. (Reuters)". */
static td_view agency_at_end(td_view text) {
    while (text.size > 0 && text.bytes[text.size - 1] == '.') text.size--;
    if (text.size < 3 || text.bytes[text.size - 1] != ')') return TD_VIEW_ABSENT;
    size_t open = text.size - 1;
    while (open > 0 && text.bytes[open] != '(' && text.size - open < 40) open--;
    return text.bytes[open] == '(' ? agency_between(text, '(', ')', open) : TD_VIEW_ABSENT;
}

td_view td_agency_find(const td_paragraph_array *paragraphs) {
    td_view name = TD_VIEW_ABSENT;
    for (uint32_t i = 0; i < paragraphs->count && i < TOP && !td_view_present(name); i++) {
        name = agency_of_dateline(paragraphs->items[i].text);
        if (!td_view_present(name)) name = agency_of_signature(&paragraphs->items[i]);
    }
    uint32_t first = paragraphs->count > BOTTOM ? paragraphs->count - BOTTOM : 0;
    for (uint32_t i = paragraphs->count; i > first && !td_view_present(name); i--) {
        const td_paragraph *paragraph = &paragraphs->items[i - 1];
        name = agency_of_signature(paragraph);
        if (!td_view_present(name)) name = agency_of_copyright(paragraph);
        if (!td_view_present(name) && i == paragraphs->count) name = agency_at_end(paragraph->text);
    }
    return name;
}
