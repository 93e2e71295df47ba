/*
 * Full-text search.
 * Input: words. Output: passages, best first: a statement whole, of running
 * text the sentence that holds most of the words.
 *
 * Ranking (BM25) reads every hit, so where there are more than RANK_LIMIT the
 * reports that were added last come first.
 */

#include "store/passages.h"
#include "store/search_words.h"
#include "store/statement.h"

#define RANK_LIMIT 50000

/* Put around each word found by FTS5's highlight(): a character that Unicode promises never to assign. */
#define MARK "\xF4\x8F\xBF\xBE"
#define MARK_SIZE 4

typedef struct searching {
    td_store *store;
    td_view expression;
    uint32_t most;
    td_arena *arena;
    td_search_hit_array *hits;
    td_error *error;
} searching;

static int count_hits(const searching *search, int64_t *count) {
    static const char sql[] = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)";
    td_statement statement;
    int status = td_statement_start(search->store, sql, &statement, search->error);
    if (status < 0) return status;
    td_bind_text(&statement, search->expression);
    td_bind_integer(&statement, RANK_LIMIT);
    status = td_statement_step(&statement, search->error);
    if (status < 0) return status;
    *count = td_column_integer(&statement);
    td_statement_end(&statement);
    return 0;
}

/* The words found in a text, one after the other. */
typedef struct found_words {
    td_view marked; /* the text with a mark before and behind each */
    size_t at;
    uint32_t offset; /* in the text without marks */
} found_words;

/* Go to the next mark; false when there is none. */
static bool next_mark(found_words *words) {
    size_t mark = td_view_find(words->marked, TD_VIEW(MARK), words->at);
    if (mark == SIZE_MAX) return false;
    words->offset += (uint32_t)(mark - words->at);
    words->at = mark + MARK_SIZE;
    return true;
}

static bool next_word(found_words *words, td_span *word) {
    if (!next_mark(words)) return false;
    word->start = words->offset;
    if (!next_mark(words)) return false;
    word->end = words->offset;
    return true;
}

/* The first of the sentences that hold most of the words; the first word where no sentence holds any. */
static td_span best_sentence(const td_outline *outline, td_view marked) {
    found_words words = {.marked = marked};
    td_span word, first = TD_SPAN_NONE, best = TD_SPAN_NONE;
    uint32_t sentence = 0, found = 0, most = 0;
    while (next_word(&words, &word)) {
        if (!td_span_present(first)) first = word;
        for (; sentence < outline->sentences.count && outline->sentences.items[sentence].span.end <= word.start;
             found = 0)
            sentence++;
        if (sentence == outline->sentences.count) break;
        if (!td_span_contains(outline->sentences.items[sentence].span, word) || ++found <= most) continue;
        most = found;
        best = outline->sentences.items[sentence].span;
    }
    return td_span_present(best) ? best : first;
}

/* The passage that a row of the index stands for. */
static void add_hit(const searching *search, td_statement *row) {
    td_search_hit *hit = td_push(search->arena, search->hits);
    hit->report = td_column_text(row, search->arena);
    hit->statement = td_column_integer(row) != 0;
    hit->span.start = td_column_index(row);
    hit->span.end = td_column_index(row);
    td_view marked = td_column_peek(row);
    td_outline outline = {0};
    if (hit->statement) return;
    td_outline_unpack(td_column_peek(row), search->arena, &outline, NULL);
    td_span sentence = best_sentence(&outline, marked);
    if (td_span_present(sentence) && sentence.end <= hit->span.end) hit->span = sentence;
}

#define COLUMNS                                                                                                        \
    "SELECT reports.id, statement, span_start, span_end,"                                                              \
    " CASE WHEN statement THEN NULL ELSE highlight(search, 0, '" MARK "', '" MARK "') END,"                            \
    " CASE WHEN statement THEN NULL ELSE readings.outline END"                                                         \
    " FROM search CROSS JOIN passages ON passages.number = search.rowid"                                               \
    " CROSS JOIN reports ON reports.number = passages.report CROSS JOIN readings ON readings.report = passages.report" \
    " WHERE search MATCH ?"

static int find_hits(const searching *search, bool ranked) {
    static const char best_first[] = COLUMNS " ORDER BY search.rank LIMIT ?";
    static const char last_first[] = COLUMNS " ORDER BY search.rowid DESC LIMIT ?";
    td_statement row;
    int status = td_statement_start(search->store, ranked ? best_first : last_first, &row, search->error);
    if (status < 0) return status;
    td_bind_text(&row, search->expression);
    td_bind_integer(&row, search->most);
    while ((status = td_statement_step(&row, search->error)) == 0) add_hit(search, &row);
    return status == TD_END ? 0 : status;
}

int td_store_search(td_store *store, td_view words, uint32_t most, td_arena *arena, td_search_hit_array *hits,
                    td_error *error) {
    searching search = {.store = store, .most = most, .arena = arena, .hits = hits, .error = error};
    *hits = (td_search_hit_array){0};
    int64_t count = 0;
    int status = td_search_expression(words, arena, &search.expression, error);
    if (status == 0) status = count_hits(&search, &count);
    if (status < 0 || count == 0) return status;
    return find_hits(&search, count < RANK_LIMIT);
}
