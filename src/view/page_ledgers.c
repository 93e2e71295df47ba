/*
 * The seven ledgers on the page.
 * Input: the record's ledgers. Output: a table each; every row opens the passage that it rests on.
 */

#include "view/ledger_columns.h"
#include "view/page.h"

/* Columns in which some entry has something; the others would only take room. */
static uint32_t filled_columns(td_page *page, const td_ledger_columns *columns, const td_ledger_entry *entries,
                               uint32_t count) {
    uint32_t filled = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t column = 0; column < columns->count; column++)
            if (!(filled & 1U << column) && td_ledger_cell(&entries[i], &columns->items[column], page->arena).size)
                filled |= 1U << column;
    return filled;
}

static void write_head(td_page *page, const td_ledger_columns *columns, uint32_t filled) {
    td_page_markup(page, "<thead><tr><th scope=\"col\">Entry</th><th scope=\"col\">Days</th>");
    for (uint32_t column = 0; column < columns->count; column++) {
        if (!(filled & 1U << column)) continue;
        td_page_markup(page, "<th scope=\"col\">");
        td_page_text(page, td_view_of(columns->items[column].name));
        td_page_markup(page, "</th>");
    }
    if (columns->standing) td_page_markup(page, "<th scope=\"col\">Standing</th>");
    td_page_markup(page, "<th scope=\"col\">Sources</th></tr></thead>\n");
}

/* Room for words in plenty. */
static bool is_wide(const td_ledger_column *column) {
    return strcmp(column->field, "what") == 0 || strcmp(column->field, "content") == 0;
}

static void write_cell(td_page *page, td_view text, bool wide) {
    td_page_markup(page, wide ? "<td class=\"wide\" dir=\"auto\">" : "<td dir=\"auto\">");
    td_page_text(page, text);
    td_page_markup(page, "</td>");
}

static void write_field(td_page *page, const td_ledger_column *column, const td_ledger_entry *entry) {
    if (strcmp(column->field, "first_carried_by") != 0) {
        write_cell(page, td_ledger_cell(entry, column, page->arena), is_wide(column));
        return;
    }
    /* evidence begins with the first that carried it, who may have no name but that of a file */
    td_page_markup(page, "<td>");
    td_page_text(page, td_passages_report(page->passages, entry->evidence.items[0].report)->label);
    td_page_markup(page, "</td>");
}

static td_view standing_of(td_page *page, const td_ledger_entry *entry) {
    if (entry->status.size) return entry->status;
    return td_modality_phrase(entry->modality, false, page->arena);
}

static void write_row(td_page *page, const td_ledger_columns *columns, uint32_t filled, const td_ledger_entry *entry) {
    td_page_markup(page, "<tr id=\"");
    td_page_text(page, entry->id);
    td_page_markup(page, "\"><th scope=\"row\">");
    td_page_link(page, entry->evidence.items[0], entry->entry);
    td_page_markup(page, "</th>");
    write_cell(page, td_interval_phrase(entry->interval, page->arena), false);
    for (uint32_t column = 0; column < columns->count; column++)
        if (filled & 1U << column) write_field(page, &columns->items[column], entry);
    if (columns->standing) write_cell(page, standing_of(page, entry), false);
    td_page_markup(page, "<td>");
    td_page_numbers(page, entry->evidence.items, entry->evidence.count);
    td_page_markup(page, "</td></tr>\n");
}

static void write_ledger(td_page *page, enum td_ledger_kind ledger, const td_ledger_entry *entries, uint32_t count) {
    const td_ledger_columns *columns = td_ledger_columns_of(ledger);
    const char *label = td_ledger_kind_label(ledger);
    td_buffer_format(page->out, "<h3 id=\"%s\">%s</h3>\n", label, columns->name);
    if (count == 0) {
        td_page_markup(page, "<p class=\"none\">No report tells of any.</p>\n");
        return;
    }
    uint32_t filled = filled_columns(page, columns, entries, count);
    td_buffer_format(page->out,
                     "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"%s\">\n"
                     "<table><caption>%s</caption>\n",
                     label, columns->summary);
    write_head(page, columns, filled);
    td_page_markup(page, "<tbody>\n");
    for (uint32_t i = 0; i < count; i++) write_row(page, columns, filled, &entries[i]);
    td_page_markup(page, "</tbody></table></div>\n");
}

void td_page_write_ledgers(td_page *page) {
    td_ledger_entry_array wanted[TD_LEDGER_COUNT] = {0};
    for (td_each(entry, &page->passages->source->record->ledgers))
        if (td_page_shows_story(page, entry->story)) *td_push(page->arena, &wanted[entry->ledger]) = *entry;
    td_page_markup(page, "<section id=\"ledgers\" aria-labelledby=\"ledgers-title\">\n"
                         "<h2 id=\"ledgers-title\">Ledgers</h2>\n");
    for (unsigned ledger = 0; ledger < TD_LEDGER_COUNT; ledger++)
        write_ledger(page, (enum td_ledger_kind)ledger, wanted[ledger].items, wanted[ledger].count);
    td_page_markup(page, "</section>\n");
}
