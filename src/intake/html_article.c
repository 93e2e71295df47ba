/*
 * The article of a page.
 * Input: a page's tree. Output: the text of its article.
 *
 * Blocks of text are prose or not by their number of words and share of links (Kohlschuetter, Fankhauser and Nejdl
 * 2010, "Boilerplate Detection using Shallow Text Features"). From the body downwards we follow the element that holds
 * the page's prose, as long as what is left behind is mostly no prose; what stands in the last one is the article.
 */

#include "intake/html_article.h"

#include "intake/furniture.h"
#include "intake/html_blocks.h"

#define CLOSING 60 /* hundredths of the prose that come before a label may close the article */

typedef struct td_article {
    const td_html_tree *tree;
    td_arena *arena;
    td_html_block_array blocks;
    uint32_t *prose_before; /* words of prose before each node */
    uint32_t *words_before; /* words of all blocks before each node */
} td_article;

static bool is_prose(const td_html_block *block) {
    if (block->kind == TD_BLOCK_CAPTION || block->kind == TD_BLOCK_HEADING) return false;
    if (block->link_words * 3 > block->words) return false;
    return block->words >= 25 || (block->words >= 8 && block->stopped);
}

static void sum_up(td_article *article) {
    uint32_t count = article->tree->count, block = 0, prose = 0, words = 0;
    article->prose_before = TD_NEW_ARRAY(article->arena, count + 1, uint32_t);
    article->words_before = TD_NEW_ARRAY(article->arena, count + 1, uint32_t);
    for (uint32_t i = 0; i <= count; i++) {
        article->prose_before[i] = prose;
        article->words_before[i] = words;
        for (; block < article->blocks.count && article->blocks.items[block].node == i; block++) {
            words += article->blocks.items[block].words;
            if (is_prose(&article->blocks.items[block])) prose += article->blocks.items[block].words;
        }
    }
}

static uint32_t prose_in(const td_article *article, uint32_t node) {
    return article->prose_before[article->tree->items[node].end] - article->prose_before[node];
}
static uint32_t words_in(const td_article *article, uint32_t node) {
    return article->words_before[article->tree->items[node].end] - article->words_before[node];
}

/* Elements that say they are the article's text. */
static bool says_article(const td_html_node *node) {
    static const td_view classes[] = {
        TD_VIEW("article-body"),  TD_VIEW("articlebody"),   TD_VIEW("article__body"),   TD_VIEW("entry-content"),
        TD_VIEW("post-content"),  TD_VIEW("story-body"),    TD_VIEW("article-content"), TD_VIEW("post-body"),
        TD_VIEW("story-content"), TD_VIEW("article-text"),  TD_VIEW("articleBody"),     TD_VIEW("article_body"),
        TD_VIEW("body-content"),  TD_VIEW("post__content"), TD_VIEW("article__content")};
    if (td_view_equal_ascii_fold(td_html_attribute_of(node, TD_VIEW("itemprop")), TD_VIEW("articleBody"))) return true;
    td_view names = td_html_attribute_of(node, TD_VIEW("class"));
    for (size_t i = 0; names.size > 0 && i < sizeof classes / sizeof *classes; i++)
        if (td_view_find(names, classes[i], 0) != SIZE_MAX) return true;
    return node->tag == TD_HTML_ARTICLE;
}

/* The smallest such element that holds most of the page's prose, or 0. */
static uint32_t marked_article(const td_article *article) {
    uint32_t all = article->prose_before[article->tree->count], best = 0;
    for (uint32_t i = 1; i < article->tree->count; i++) {
        const td_html_node *node = &article->tree->items[i];
        if (node->tag == TD_HTML_TEXT || prose_in(article, i) * 10 < all * 6) continue;
        if (says_article(node) && (best == 0 || prose_in(article, i) * 10 >= prose_in(article, best) * 8)) best = i;
    }
    return best;
}

static uint32_t best_child(const td_article *article, uint32_t node) {
    uint32_t best = 0;
    for (uint32_t i = node + 1; i < article->tree->items[node].end; i = article->tree->items[i].end)
        if (article->tree->items[i].tag != TD_HTML_TEXT &&
            (best == 0 || prose_in(article, i) > prose_in(article, best)))
            best = i;
    return best;
}

/* The element whose blocks are the article. */
static uint32_t find_container(const td_article *article) {
    uint32_t node = marked_article(article);
    for (;;) {
        uint32_t child = best_child(article, node);
        if (child == 0) return node;
        uint32_t all = prose_in(article, node), kept = prose_in(article, child);
        uint32_t rest = all - kept, rest_words = words_in(article, node) - words_in(article, child);
        if (kept == 0) return node;
        bool little = (uint64_t)rest * 100 <= (uint64_t)all * 3;
        bool noise = (uint64_t)rest * 2 < rest_words && (uint64_t)rest * 100 <= (uint64_t)all * 35;
        if (!little && !noise) return node;
        node = child;
    }
}

static bool is_worth_keeping(const td_html_block *block) {
    if (block->link_words * 2 > block->words) return false;
    switch (block->kind) {
    case TD_BLOCK_CAPTION:
        return block->words > 1;
    case TD_BLOCK_HEADING:
        return true;
    case TD_BLOCK_ITEM:
        return block->words > 2;
    case TD_BLOCK_TEXT:
        return block->stopped || block->words > 4;
    }
    return false;
}

/* A heading that begins what is not the article any more: "Related stories", "Leave a comment". */
static bool is_closing_label(const td_article *article, const td_html_block *block) {
    if (block->words > 5 || (block->stopped && block->kind != TD_BLOCK_HEADING)) return false;
    td_paragraph_array paragraphs = {0};
    enum td_boilerplate_kind kind;
    td_paragraphs_cut(article->arena, block->text, &paragraphs);
    return paragraphs.count == 1 && td_furniture_by_words(&paragraphs.items[0], &kind) &&
           (kind == TD_BOILERPLATE_RELATED_LINKS || kind == TD_BOILERPLATE_COMMENT_NOTICE);
}

/* Blocks of the container that belong to the article; headings only where something follows. */
static void choose(const td_article *article, uint32_t container, bool all, td_html_block_array *chosen) {
    uint32_t end = article->tree->items[container].end;
    for (uint32_t i = 0; i < article->blocks.count; i++) {
        const td_html_block *block = &article->blocks.items[i];
        if (block->node < container || block->node >= end || (!all && !is_worth_keeping(block))) continue;
        uint32_t before = article->prose_before[block->node] - article->prose_before[container];
        bool late = (uint64_t)before * 100 >= (uint64_t)prose_in(article, container) * CLOSING;
        if (!all && late && is_closing_label(article, block)) break;
        *td_push(article->arena, chosen) = *block;
    }
    while (!all && chosen->count > 0 && chosen->items[chosen->count - 1].kind == TD_BLOCK_HEADING) chosen->count--;
}

static td_span append(char *out, size_t *size, td_view text) {
    if (*size > 0) {
        out[(*size)++] = '\n';
        out[(*size)++] = '\n';
    }
    td_span span = {(uint32_t)*size, (uint32_t)(*size + text.size)};
    memcpy(out + *size, text.bytes, text.size);
    *size += text.size;
    return span;
}

/* Headline, then the blocks. A page may not be larger than 4 GiB, so offsets fit. */
static void write_text(const td_html_block_array *chosen, td_arena *arena, td_report *report) {
    td_view title = td_view_present(report->title) ? report->title : TD_VIEW("");
    size_t room = title.size + 2, size = 0;
    for (td_each(block, chosen)) room += block->text.size + 2;
    char *out = td_arena_alloc(arena, room + 1);
    if (title.size > 0)
        *td_push(arena, &report->boilerplate) = (td_boilerplate){append(out, &size, title), TD_BOILERPLATE_HEADLINE};
    for (td_each(block, chosen)) {
        bool headline = block->kind == TD_BLOCK_HEADING && td_view_equal(block->text, title);
        if (headline) continue;
        td_span span = append(out, &size, block->text);
        if (block->kind == TD_BLOCK_CAPTION)
            *td_push(arena, &report->boilerplate) = (td_boilerplate){span, TD_BOILERPLATE_CAPTION};
    }
    report->text = (td_view){out, size};
}

void td_html_article(const td_html_tree *tree, td_arena *arena, td_report *report) {
    td_article article = {.tree = tree, .arena = arena};
    td_html_blocks(tree, arena, &article.blocks);
    sum_up(&article);
    td_html_block_array chosen = {0};
    report->text = TD_VIEW("");
    if (article.blocks.count == 0) return;
    choose(&article, find_container(&article), false, &chosen);
    if (chosen.count == 0) choose(&article, 0, true, &chosen);
    write_text(&chosen, arena, report);
}
