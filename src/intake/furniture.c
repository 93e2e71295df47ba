/*
 * Page furniture known by its words: share bars, notices, labels of advertisements, links, credits.
 * Input: one paragraph. Output: its kind, when its words leave no doubt.
 *
 * Two tables. Phrases say how much of the paragraph they must account for: a phrase that could open a real sentence
 * ("Read more", "Related") counts only where the paragraph is nothing else, or is a label with a colon, or has no
 * full stop. Bars are lines made wholly of a small set of words, in any order ("Share Tweet Email 12").
 */

#include "intake/furniture.h"

typedef enum td_phrase_use {
    TD_WHOLE,  /* the paragraph is the phrase */
    TD_LABEL,  /* the phrase, or the phrase and a colon, bar or dash, then at most `words` words */
    TD_OPENS,  /* begins with it, at most `words` words, and does not end as a sentence */
    TD_BEGINS, /* begins with it, at most `words` words */
    TD_WITHIN, /* holds it, at most `words` words */
} td_phrase_use;

typedef struct td_phrase_rule {
    td_view phrase; /* in the plain form of td_paragraph */
    td_phrase_use use;
    uint32_t words; /* of the whole paragraph, at most */
    enum td_boilerplate_kind kind;
} td_phrase_rule;

#define RULE(use, words, kind, text) \
    { TD_VIEW(text), TD_##use, words, TD_BOILERPLATE_##kind }

static const td_phrase_rule phrase_rules[] = {
    RULE(WITHIN, 40, ADVERTISEMENT, "continues below advertisement"),
    RULE(WITHIN, 12, ADVERTISEMENT, "continues after advertisement"),
    RULE(WHOLE, 8, ADVERTISEMENT, "continue reading the main story"),
    RULE(WHOLE, 8, ADVERTISEMENT, "continue reading below"),
    RULE(WHOLE, 8, ADVERTISEMENT, "paid for by"),

    RULE(WHOLE, 8, SHARE_BAR, "share this with"),
    RULE(OPENS, 12, SHARE_BAR, "click to share on"),
    RULE(OPENS, 14, SHARE_BAR, "share on facebook"),
    RULE(OPENS, 14, SHARE_BAR, "share on twitter"),
    RULE(OPENS, 14, SHARE_BAR, "share this:"),
    RULE(WHOLE, 8, SHARE_BAR, "these are external links and will open in a new window"),
    RULE(WHOLE, 8, SHARE_BAR, "copy this link"),
    RULE(WHOLE, 8, SHARE_BAR, "read more about sharing"),
    RULE(BEGINS, 16, SHARE_BAR, "opens in new window"),

    RULE(WITHIN, 80, COOKIE_NOTICE, "uses cookies"),
    RULE(WITHIN, 80, COOKIE_NOTICE, "use cookies"),
    RULE(WITHIN, 80, COOKIE_NOTICE, "use of cookies"),
    RULE(WITHIN, 80, COOKIE_NOTICE, "cookie policy"),
    RULE(WITHIN, 80, COOKIE_NOTICE, "cookie settings"),
    RULE(WITHIN, 80, COOKIE_NOTICE, "cookie preferences"),
    RULE(WITHIN, 40, COOKIE_NOTICE, "accept cookies"),
    RULE(WITHIN, 40, COOKIE_NOTICE, "accept all cookies"),
    RULE(WITHIN, 60, COOKIE_NOTICE, "browser does not support"),
    RULE(WITHIN, 60, COOKIE_NOTICE, "enable javascript"),
    RULE(WITHIN, 60, COOKIE_NOTICE, "javascript is disabled"),
    RULE(WITHIN, 60, COOKIE_NOTICE, "playback is unsupported on your device"),

    RULE(WITHIN, 40, COMMENT_NOTICE, "protected from spambots"),
    RULE(WITHIN, 40, COMMENT_NOTICE, "uses akismet"),
    RULE(WITHIN, 40, COMMENT_NOTICE, "email address will not be published"),
    RULE(WITHIN, 40, COMMENT_NOTICE, "required fields are marked"),
    RULE(WITHIN, 40, COMMENT_NOTICE, "comment data is processed"),
    RULE(WITHIN, 40, COMMENT_NOTICE, "protected by recaptcha"),
    RULE(WITHIN, 40, COMMENT_NOTICE, "comments are moderated"),
    RULE(WITHIN, 60, COMMENT_NOTICE, "comments are the responsibility of"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "comments are closed"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "leave a comment"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "leave a reply"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "leave your comment"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "post a comment"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "add a comment"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "write a comment"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "be the first to comment"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "join the conversation"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "join the discussion"),
    RULE(BEGINS, 25, COMMENT_NOTICE, "have your say"),
    RULE(BEGINS, 20, COMMENT_NOTICE, "log in to comment"),
    RULE(BEGINS, 20, COMMENT_NOTICE, "sign in to comment"),
    RULE(BEGINS, 20, COMMENT_NOTICE, "you must be logged in to"),
    RULE(BEGINS, 20, COMMENT_NOTICE, "notify me of"),
    RULE(BEGINS, 20, COMMENT_NOTICE, "please read our comment policy"),
    RULE(OPENS, 8, COMMENT_NOTICE, "view comments"),
    RULE(OPENS, 8, COMMENT_NOTICE, "show comments"),
    RULE(OPENS, 8, COMMENT_NOTICE, "hide comments"),
    RULE(OPENS, 8, COMMENT_NOTICE, "load comments"),
    RULE(LABEL, 6, COMMENT_NOTICE, "comments"),

    RULE(LABEL, 30, RELATED_LINKS, "read more"),
    RULE(LABEL, 30, RELATED_LINKS, "read also"),
    RULE(LABEL, 30, RELATED_LINKS, "also read"),
    RULE(LABEL, 30, RELATED_LINKS, "read next"),
    RULE(LABEL, 30, RELATED_LINKS, "read this next"),
    RULE(LABEL, 30, RELATED_LINKS, "keep reading"),
    RULE(LABEL, 30, RELATED_LINKS, "more like this"),
    RULE(LABEL, 30, RELATED_LINKS, "see also"),
    RULE(LABEL, 30, RELATED_LINKS, "see more"),
    RULE(LABEL, 30, RELATED_LINKS, "related"),
    RULE(LABEL, 30, RELATED_LINKS, "related story"),
    RULE(LABEL, 30, RELATED_LINKS, "related stories"),
    RULE(LABEL, 30, RELATED_LINKS, "related articles"),
    RULE(LABEL, 30, RELATED_LINKS, "related article"),
    RULE(LABEL, 30, RELATED_LINKS, "related news"),
    RULE(LABEL, 30, RELATED_LINKS, "related content"),
    RULE(LABEL, 30, RELATED_LINKS, "related coverage"),
    RULE(LABEL, 30, RELATED_LINKS, "related posts"),
    RULE(LABEL, 30, RELATED_LINKS, "related links"),
    RULE(LABEL, 30, RELATED_LINKS, "more on this story"),
    RULE(LABEL, 30, RELATED_LINKS, "more on this topic"),
    RULE(LABEL, 30, RELATED_LINKS, "more stories"),
    RULE(LABEL, 30, RELATED_LINKS, "more news"),
    RULE(LABEL, 30, RELATED_LINKS, "top stories"),
    RULE(LABEL, 30, RELATED_LINKS, "latest news"),
    RULE(LABEL, 30, RELATED_LINKS, "latest stories"),
    RULE(LABEL, 30, RELATED_LINKS, "recommended"),
    RULE(LABEL, 30, RELATED_LINKS, "recommended for you"),
    RULE(LABEL, 30, RELATED_LINKS, "editor's picks"),
    RULE(LABEL, 30, RELATED_LINKS, "editors' picks"),
    RULE(LABEL, 30, RELATED_LINKS, "most read"),
    RULE(LABEL, 30, RELATED_LINKS, "most popular"),
    RULE(LABEL, 30, RELATED_LINKS, "most viewed"),
    RULE(LABEL, 30, RELATED_LINKS, "trending"),
    RULE(LABEL, 30, RELATED_LINKS, "trending now"),
    RULE(LABEL, 30, RELATED_LINKS, "up next"),
    RULE(LABEL, 30, RELATED_LINKS, "don't miss"),
    RULE(LABEL, 30, RELATED_LINKS, "you may also like"),
    RULE(LABEL, 30, RELATED_LINKS, "you might also like"),
    RULE(LABEL, 30, RELATED_LINKS, "also on"),
    RULE(LABEL, 30, RELATED_LINKS, "watch"),
    RULE(LABEL, 30, RELATED_LINKS, "watch now"),
    RULE(LABEL, 30, RELATED_LINKS, "listen"),
    RULE(LABEL, 30, RELATED_LINKS, "in pictures"),
    RULE(LABEL, 30, RELATED_LINKS, "previous article"),
    RULE(LABEL, 30, RELATED_LINKS, "next article"),
    RULE(LABEL, 30, RELATED_LINKS, "previous post"),
    RULE(LABEL, 30, RELATED_LINKS, "next post"),
    RULE(LABEL, 30, RELATED_LINKS, "around the web"),
    RULE(LABEL, 30, RELATED_LINKS, "from the web"),
    RULE(OPENS, 20, RELATED_LINKS, "read the full story"),
    RULE(OPENS, 20, RELATED_LINKS, "read full story"),
    RULE(OPENS, 20, RELATED_LINKS, "read the full article"),
    RULE(OPENS, 20, RELATED_LINKS, "continue reading"),
    RULE(OPENS, 20, RELATED_LINKS, "read more at"),
    RULE(OPENS, 20, RELATED_LINKS, "read more on"),
    RULE(BEGINS, 20, RELATED_LINKS, "click here to"),
    RULE(BEGINS, 20, RELATED_LINKS, "click here for"),

    RULE(LABEL, 40, KEYWORDS, "tags"),
    RULE(LABEL, 40, KEYWORDS, "tagged"),
    RULE(LABEL, 40, KEYWORDS, "keywords"),
    RULE(LABEL, 40, KEYWORDS, "topics"),
    RULE(LABEL, 40, KEYWORDS, "related topics"),
    RULE(LABEL, 40, KEYWORDS, "categories"),
    RULE(LABEL, 40, KEYWORDS, "filed under"),
    RULE(LABEL, 40, KEYWORDS, "posted in"),

    RULE(LABEL, 60, CAPTION, "photo"),
    RULE(LABEL, 60, CAPTION, "photos"),
    RULE(LABEL, 60, CAPTION, "file photo"),
    RULE(LABEL, 60, CAPTION, "photograph"),
    RULE(LABEL, 60, CAPTION, "picture"),
    RULE(LABEL, 60, CAPTION, "pictured"),
    RULE(LABEL, 60, CAPTION, "image"),
    RULE(LABEL, 60, CAPTION, "image credit"),
    RULE(LABEL, 60, CAPTION, "photo credit"),
    RULE(LABEL, 60, CAPTION, "picture credit"),
    RULE(LABEL, 60, CAPTION, "credit"),
    RULE(LABEL, 60, CAPTION, "caption"),
    RULE(LABEL, 60, CAPTION, "file"),
    RULE(LABEL, 60, CAPTION, "illustration"),
    RULE(LABEL, 60, CAPTION, "video"),
    RULE(BEGINS, 60, CAPTION, "image caption"),
    RULE(BEGINS, 60, CAPTION, "media caption"),
    RULE(BEGINS, 20, CAPTION, "image source"),
    RULE(BEGINS, 20, CAPTION, "image copyright"),
    RULE(BEGINS, 20, CAPTION, "photo by"),
    RULE(BEGINS, 20, CAPTION, "photograph by"),
    RULE(BEGINS, 20, CAPTION, "picture by"),
    RULE(BEGINS, 20, CAPTION, "image by"),
    RULE(BEGINS, 60, CAPTION, "in this file photo"),
    RULE(BEGINS, 60, CAPTION, "in this file picture"),
    RULE(BEGINS, 60, CAPTION, "in this file image"),
    RULE(BEGINS, 60, CAPTION, "in this handout"),
    RULE(BEGINS, 60, CAPTION, "in this undated photo"),

    RULE(LABEL, 60, COPYRIGHT, "copyright"),
    RULE(LABEL, 60, COPYRIGHT, "(c)"),
    RULE(WITHIN, 60, COPYRIGHT, "all rights reserved"),
    RULE(WITHIN, 60, COPYRIGHT, "may not be published, broadcast"),
    RULE(WITHIN, 60, COPYRIGHT, "may not be reproduced"),
    RULE(WITHIN, 60, COPYRIGHT, "republished under a creative commons"),
    RULE(WITHIN, 60, COPYRIGHT, "terms of use"),
    RULE(WITHIN, 40, COPYRIGHT, "privacy policy"),

    RULE(BEGINS, 30, SUBSCRIPTION, "sign up for our"),
    RULE(BEGINS, 30, SUBSCRIPTION, "sign up to our"),
    RULE(BEGINS, 30, SUBSCRIPTION, "sign up for the"),
    RULE(BEGINS, 30, SUBSCRIPTION, "sign up to the"),
    RULE(BEGINS, 30, SUBSCRIPTION, "sign up here"),
    RULE(BEGINS, 30, SUBSCRIPTION, "subscribe to our"),
    RULE(BEGINS, 30, SUBSCRIPTION, "subscribe to the"),
    RULE(BEGINS, 30, SUBSCRIPTION, "subscribe now"),
    RULE(BEGINS, 30, SUBSCRIPTION, "subscribe for"),
    RULE(BEGINS, 30, SUBSCRIPTION, "already a subscriber"),
    RULE(BEGINS, 30, SUBSCRIPTION, "get our newsletter"),
    RULE(BEGINS, 30, SUBSCRIPTION, "get the latest news"),
    RULE(BEGINS, 30, SUBSCRIPTION, "get breaking news"),
    RULE(BEGINS, 30, SUBSCRIPTION, "download our app"),
    RULE(BEGINS, 30, SUBSCRIPTION, "download the app"),
    RULE(BEGINS, 30, SUBSCRIPTION, "support our journalism"),
    RULE(BEGINS, 30, SUBSCRIPTION, "become a member"),
    RULE(BEGINS, 30, SUBSCRIPTION, "follow us on"),
    RULE(BEGINS, 30, SUBSCRIPTION, "like us on facebook"),
    RULE(BEGINS, 30, SUBSCRIPTION, "join us on"),
    RULE(BEGINS, 30, SUBSCRIPTION, "thank you for reading"),
    RULE(BEGINS, 30, SUBSCRIPTION, "to continue reading"),
    RULE(BEGINS, 30, SUBSCRIPTION, "this article is for subscribers"),
    RULE(BEGINS, 30, SUBSCRIPTION, "you have reached your limit"),
    RULE(BEGINS, 30, SUBSCRIPTION, "thanks for signing up"),
    RULE(BEGINS, 30, SUBSCRIPTION, "you will receive a verification"),
    RULE(BEGINS, 30, SUBSCRIPTION, "sign up for email"),
    RULE(BEGINS, 12, SUBSCRIPTION, "sign up today"),
    RULE(WITHIN, 60, SUBSCRIPTION, "to your inbox"),
    RULE(WITHIN, 30, SUBSCRIPTION, "email alerts"),
    RULE(WITHIN, 40, SUBSCRIPTION, "app for iphone"),
    RULE(WITHIN, 30, SUBSCRIPTION, "our newsletter"),
    RULE(WHOLE, 30, SUBSCRIPTION, "subscribe"),
    RULE(WHOLE, 30, SUBSCRIPTION, "log in"),
    RULE(WHOLE, 30, SUBSCRIPTION, "sign in"),
    RULE(WHOLE, 30, SUBSCRIPTION, "register"),

    RULE(WHOLE, 6, NAVIGATION, "skip to content"),
    RULE(WHOLE, 6, NAVIGATION, "skip to main content"),
    RULE(WHOLE, 6, NAVIGATION, "home"),
    RULE(WHOLE, 6, NAVIGATION, "menu"),
    RULE(WHOLE, 6, NAVIGATION, "search"),
    RULE(WHOLE, 6, NAVIGATION, "back to top"),
    RULE(WHOLE, 6, NAVIGATION, "next"),
    RULE(WHOLE, 6, NAVIGATION, "previous"),
    RULE(WHOLE, 6, NAVIGATION, "close"),
    RULE(WHOLE, 6, NAVIGATION, "loading"),

    RULE(LABEL, 14, BYLINE, "published"),
    RULE(LABEL, 14, BYLINE, "updated"),
    RULE(LABEL, 14, BYLINE, "last updated"),
    RULE(LABEL, 14, BYLINE, "last modified"),
    RULE(LABEL, 14, BYLINE, "first published"),
    RULE(LABEL, 14, BYLINE, "posted"),
    RULE(LABEL, 14, BYLINE, "date"),
    RULE(LABEL, 14, BYLINE, "author"),
    RULE(LABEL, 14, BYLINE, "source"),
    RULE(LABEL, 14, BYLINE, "sources"),
    RULE(BEGINS, 40, BYLINE, "(reporting by"),
    RULE(BEGINS, 40, BYLINE, "reporting by"),
    RULE(BEGINS, 40, BYLINE, "(additional reporting by"),
    RULE(BEGINS, 40, BYLINE, "additional reporting by"),
    RULE(BEGINS, 40, BYLINE, "(writing by"),
    RULE(BEGINS, 40, BYLINE, "writing by"),
    RULE(BEGINS, 40, BYLINE, "(editing by"),
    RULE(BEGINS, 40, BYLINE, "editing by"),
    RULE(WITHIN, 40, BYLINE, "contributed to this report"),
    RULE(WITHIN, 40, BYLINE, "contributed to this story"),
    RULE(WITHIN, 40, BYLINE, "contributed to this article"),
    RULE(WITHIN, 30, BYLINE, "contributed reporting"),
};

/* A line made of these words alone, at least one of them telling, is a bar of its kind. */
typedef struct td_bar {
    enum td_boilerplate_kind kind;
    const td_view *telling; /* each list ends in an absent view */
    const td_view *others;
} td_bar;

static const td_view share_words[] = {
    TD_VIEW("share"),     TD_VIEW("shares"),   TD_VIEW("tweet"),     TD_VIEW("facebook"),
    TD_VIEW("twitter"),   TD_VIEW("whatsapp"), TD_VIEW("email"),     TD_VIEW("e-mail"),
    TD_VIEW("print"),     TD_VIEW("linkedin"), TD_VIEW("telegram"),  TD_VIEW("reddit"),
    TD_VIEW("pinterest"), TD_VIEW("google+"),  TD_VIEW("google"),    TD_VIEW("messenger"),
    TD_VIEW("instagram"), TD_VIEW("tumblr"),   TD_VIEW("flipboard"), TD_VIEW("pocket"),
    TD_VIEW("vk"),        TD_VIEW("viber"),    TD_VIEW("pin"),       {NULL, 0}};
static const td_view share_helpers[] = {TD_VIEW("this"),    TD_VIEW("article"),  TD_VIEW("story"), TD_VIEW("post"),
                                        TD_VIEW("page"),    TD_VIEW("link"),     TD_VIEW("copy"),  TD_VIEW("on"),
                                        TD_VIEW("via"),     TD_VIEW("with"),     TD_VIEW("by"),    TD_VIEW("to"),
                                        TD_VIEW("and"),     TD_VIEW("or"),       TD_VIEW("a"),     TD_VIEW("friend"),
                                        TD_VIEW("your"),    TD_VIEW("friends"),  TD_VIEW("the"),   TD_VIEW("x"),
                                        TD_VIEW("more"),    TD_VIEW("save"),     TD_VIEW("send"),  TD_VIEW("plus"),
                                        TD_VIEW("comment"), TD_VIEW("comments"), TD_VIEW("icon"),  TD_VIEW("like"),
                                        TD_VIEW("it"),      TD_VIEW("in"),       TD_VIEW("of"),    TD_VIEW("k"),
                                        TD_VIEW("buttons"), TD_VIEW("options"),  TD_VIEW("close"), {NULL, 0}};
static const td_view advertisement_words[] = {
    TD_VIEW("advertisement"), TD_VIEW("advertisements"), TD_VIEW("advert"), TD_VIEW("adverts"), TD_VIEW("advertising"),
    TD_VIEW("sponsored"),     TD_VIEW("promoted"),       TD_VIEW("ad"),     TD_VIEW("ads"),     {NULL, 0}};
static const td_view advertisement_helpers[] = {
    TD_VIEW("story"),  TD_VIEW("article"),  TD_VIEW("continues"), TD_VIEW("continue"),
    TD_VIEW("below"),  TD_VIEW("after"),    TD_VIEW("this"),      TD_VIEW("skip"),
    TD_VIEW("to"),     TD_VIEW("content"),  TD_VIEW("the"),       TD_VIEW("main"),
    TD_VIEW("scroll"), TD_VIEW("by"),       TD_VIEW("with"),      TD_VIEW("reading"),
    TD_VIEW("x"),      TD_VIEW("close"),    TD_VIEW("report"),    TD_VIEW("an"),
    TD_VIEW("remove"), TD_VIEW("feedback"), TD_VIEW("links"),     {NULL, 0}};

static const td_bar bars[] = {
    {TD_BOILERPLATE_ADVERTISEMENT, advertisement_words, advertisement_helpers},
    {TD_BOILERPLATE_SHARE_BAR, share_words, share_helpers},
};

#define LONGEST_BAR 16u /* words */

static bool is_listed(td_view word, const td_view *list) {
    for (; list->bytes; list++)
        if (td_view_equal(word, *list)) return true;
    return false;
}

/* A word without the signs around it; a plus sign behind it belongs to it ("google+"). */
static td_view bare_word(td_view word) {
    static const char signs[] = "()[]|-:,.;!*#@/\"'>&";
    while (word.size > 0 && word.bytes[0] && strchr(signs, word.bytes[0])) word = td_view_slice(word, 1, word.size);
    while (word.size > 0 && word.bytes[word.size - 1] && strchr(signs, word.bytes[word.size - 1])) word.size--;
    return word;
}

static bool is_number(td_view word) {
    for (size_t i = 0; i < word.size; i++)
        if (!((word.bytes[i] >= '0' && word.bytes[i] <= '9') || strchr(".,km+", word.bytes[i]))) return false;
    return word.size > 0;
}

static bool is_bar(td_view plain, const td_bar *bar) {
    td_view rest = plain, word;
    bool telling = false;
    while (td_view_split(&rest, ' ', &word)) {
        word = bare_word(word);
        if (word.size == 0 || is_number(word) || is_listed(word, bar->others)) continue;
        if (!is_listed(word, bar->telling)) return false;
        telling = true;
    }
    return telling;
}

/*
 * A label: nothing behind the phrase, or a sign that parts it from what it labels. Signs that a sentence may hold too
 * ("Sources (who asked not to be named) said so.") count only where `loose` says so.
 */
static bool is_label(td_view plain, td_view phrase, bool loose) {
    if (!td_phrase_begins(plain, phrase)) return false;
    td_view rest = td_view_slice(plain, phrase.size, plain.size);
    if (rest.size == 0 || rest.bytes[0] == ':') return true;
    if (rest.size < 2 || rest.bytes[0] != ' ') return false;
    char sign = rest.bytes[1];
    if (sign == '|' || sign == '>') return true;
    return loose && (sign == '-' || sign == '(' || (sign >= '0' && sign <= '9'));
}

static bool applies(const td_phrase_rule *rule, const td_paragraph *paragraph) {
    if (paragraph->words > rule->words) return false;
    switch (rule->use) {
    case TD_WHOLE:
        return td_view_equal(paragraph->plain, rule->phrase);
    case TD_LABEL:
        return is_label(paragraph->plain, rule->phrase, !paragraph->stopped || rule->words >= 60);
    case TD_OPENS:
        return !paragraph->stopped && td_phrase_begins(paragraph->plain, rule->phrase);
    case TD_BEGINS:
        return td_phrase_begins(paragraph->plain, rule->phrase);
    case TD_WITHIN:
        return !paragraph->quoted && td_phrase_within(paragraph->plain, rule->phrase);
    }
    return false;
}

bool td_furniture_by_words(const td_paragraph *paragraph, enum td_boilerplate_kind *kind) {
    if (!td_view_present(paragraph->plain)) return false;
    if (paragraph->words <= LONGEST_BAR)
        for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
            if (is_bar(paragraph->plain, &bars[i])) return *kind = bars[i].kind, true;
    for (size_t i = 0; i < sizeof phrase_rules / sizeof *phrase_rules; i++)
        if (applies(&phrase_rules[i], paragraph)) return *kind = phrase_rules[i].kind, true;
    return false;
}
