/*
 * Which cue goes with which quotation marks.
 * Input: stretches between marks, attributions. Output: each stretch with the attribution that it belongs to, or none.
 *
 * The cue behind the marks is asked first ("...," X said), then the one before them (X said: "..."), then whoever
 * spoke just before in the same paragraph, or in the paragraph that the quotation goes on from.
 */

#include "mention/quotes_grammar.h"

#define REACH_BEHIND 30      /* tokens from the closing mark to the cue */
#define REACH_BEFORE 14      /* tokens from the cue to the opening mark */
#define LONGEST_NAME 12      /* tokens before a colon */
#define LONGEST_SMALL_WORD 4 /* bytes of "with", which titles leave small */
#define LEAST_SPEECH 4       /* words of a quotation that stands by itself */

static td_index sentence_of(const td_quoting *quoting, td_index token) {
    return td_report_sentence_at(quoting->report, td_quoting_token(quoting, token)->span.start);
}

static bool is_mark(const td_quoting *quoting, td_index i) {
    return td_quoting_token(quoting, i)->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE);
}

static td_index attribution_at(const td_quoting *quoting, td_index token) {
    const uint32_t *number = td_map_get(&quoting->cue_at, token);
    return number ? *number : TD_NONE;
}

/* May this cue introduce or follow words in quotation marks? */
static bool takes_quotation(const td_quoting *quoting, const td_attribution *attribution) {
    const td_name_word *cue = td_cue_at(quoting, attribution->cue, attribution->words.end);
    return cue && !td_cue_has(cue, "source");
}

/* Every word of some length in capitals, as in titles of books and shows. */
static bool is_title(const td_quoting *quoting, const td_stretch *stretch) {
    for (td_index i = stretch->inside.first; i < stretch->inside.end; i++) {
        const td_token *token = td_quoting_token(quoting, i);
        bool small = token->part_of_speech != TD_POS_PUNCTUATION && !(token->features & TD_FEATURE_CAPITAL);
        if (small && token->span.end - token->span.start > LONGEST_SMALL_WORD) return false;
    }
    return true;
}

/* Has the cue a clause of its own right behind it: "said that ..."? */
static bool says_clause(const td_quoting *quoting, const td_attribution *attribution) {
    td_token_range content = attribution->content[0];
    return td_range_present(content) && content.first == attribution->words.end && !is_mark(quoting, content.first);
}

/* "..., referring to the deal": an act upon something else than the quotation before it. */
static bool acts_on_another(const td_quoting *quoting, const td_attribution *attribution) {
    const td_name_word *cue = td_cue_at(quoting, attribution->cue, attribution->words.end);
    td_token_range content = attribution->content[0];
    return cue && !td_cue_has(cue, "clause") && td_range_present(content) && content.first >= attribution->words.end;
}

/* Do the words in marks end so that their sentence may go on: on a comma, a question, a dash? */
static bool ends_open(const td_quoting *quoting, const td_stretch *stretch) {
    td_index last = stretch->inside.end - 1;
    while (last > stretch->inside.first && is_mark(quoting, last)) last--; /* a nested quotation ends here too */
    td_view text = td_quoting_text(quoting, last);
    if (text.size == 1 && strchr(",?!-", text.bytes[0])) return true;
    return text.size == 3 && (unsigned char)text.bytes[0] == 0xE2; /* a dash or an ellipsis */
}

/* The cue behind the closing mark in the sentence in which the stretch ends. */
static td_index cue_behind(const td_quoting *quoting, const td_stretch *stretch) {
    td_index mark = stretch->inside.end, last = mark - 1;
    td_index s = sentence_of(quoting, mark < quoting->report->tokens.count ? mark : last);
    if (s == TD_NONE) return TD_NONE;
    td_index end = quoting->report->sentences.items[s].token_end;
    bool comma = mark + 1 < end && td_quoting_is(quoting, mark + 1, ",");
    if (!comma && !ends_open(quoting, stretch)) return TD_NONE;
    for (td_index i = mark + 1; i < end && i < mark + REACH_BEHIND; i++) {
        if (is_mark(quoting, i) || td_quoting_is(quoting, i, ";")) return TD_NONE;
        td_index found = attribution_at(quoting, i);
        if (found == TD_NONE || !takes_quotation(quoting, &quoting->attributions.items[found])) continue;
        if (acts_on_another(quoting, &quoting->attributions.items[found])) continue;
        return is_title(quoting, stretch) && says_clause(quoting, &quoting->attributions.items[found]) ? TD_NONE
                                                                                                       : found;
    }
    return TD_NONE;
}

/* The cue of a short sentence behind a quotation that ends in a full stop or a question: "Why?" X asked. */
static td_index cue_of_next_sentence(const td_quoting *quoting, const td_stretch *stretch) {
    td_index behind = stretch->inside.end + 1, s;
    if (!stretch->closed || behind >= quoting->report->tokens.count || (s = sentence_of(quoting, behind)) == TD_NONE)
        return TD_NONE;
    const td_sentence *sentence = &quoting->report->sentences.items[s];
    if (sentence->token_start != behind || s == 0) return TD_NONE;
    if (quoting->report->sentences.items[s - 1].paragraph != sentence->paragraph) return TD_NONE;
    for (td_index i = behind; i < sentence->token_end && i < behind + REACH_BEFORE; i++) {
        if (is_mark(quoting, i)) return TD_NONE;
        td_index found = attribution_at(quoting, i);
        if (found == TD_NONE || !takes_quotation(quoting, &quoting->attributions.items[found])) continue;
        const td_attribution *attribution = &quoting->attributions.items[found];
        bool first = !td_range_present(attribution->speaker) || attribution->speaker.first <= behind ||
                     attribution->words.first == behind;
        return first && !td_range_present(attribution->content[0]) ? found : TD_NONE;
    }
    return TD_NONE;
}

static bool holds_noun(const td_quoting *quoting, td_token_range range) {
    for (td_index i = range.first; i < range.end; i++) {
        enum td_part_of_speech part = td_quoting_token(quoting, i)->part_of_speech;
        if (part == TD_POS_NOUN || part == TD_POS_PROPER_NOUN || part == TD_POS_PRONOUN || part == TD_POS_ADJECTIVE)
            return true;
    }
    return false;
}

/*
 * The words between closing mark and cue are the speaker, whatever the parse made of the words inside the marks; of a
 * cue that comes first ("said X, ...") the speaker stands behind it.
 */
static void mend_speaker(const td_quoting *quoting, const td_stretch *stretch, td_attribution *attribution) {
    td_index mark = stretch->inside.end;
    if (attribution->cue <= mark) return;
    td_token_range between = td_range_trim(quoting, (td_token_range){mark + 1, attribution->words.first});
    if (td_range_present(between) && !holds_noun(quoting, between)) return;
    bool inside = td_range_present(attribution->speaker) && attribution->speaker.first <= mark;
    if (td_range_present(between)) {
        const td_token *first = td_quoting_token(quoting, between.first);
        bool circumstance = first->part_of_speech == TD_POS_ADVERB || first->part_of_speech == TD_POS_ADPOSITION;
        bool elsewhere = !td_range_present(attribution->speaker) || attribution->speaker.first > attribution->cue;
        if (inside || (elsewhere && !circumstance)) attribution->speaker = td_quote_speaker_core(quoting, between);
        return;
    }
    td_index s = sentence_of(quoting, attribution->cue), end = quoting->report->sentences.items[s].token_end,
             last = attribution->words.end;
    if (!inside && td_range_present(attribution->speaker)) return;
    while (last < end && !td_quote_is_verb(td_quoting_token(quoting, last)) &&
           (td_quoting_token(quoting, last)->part_of_speech != TD_POS_PUNCTUATION || td_quoting_is(quoting, last, "-")))
        last++;
    attribution->speaker = td_quote_speaker_core(quoting, (td_token_range){attribution->words.end, last});
}

/* The cue before the opening mark, with nothing but its hearer and circumstances between. */
static td_index cue_before(const td_quoting *quoting, const td_stretch *stretch) {
    if (stretch->inside.first < 2) return TD_NONE;
    td_index mark = stretch->inside.first - 1, s = sentence_of(quoting, mark);
    if (s == TD_NONE) return TD_NONE;
    td_index start = quoting->report->sentences.items[s].token_start;
    if (mark == start && s > 0) { /* the mark begins a sentence: "He was blunt:" may end the one before */
        if (!td_quoting_is(quoting, mark - 1, ":")) return TD_NONE;
        start = quoting->report->sentences.items[s - 1].token_start;
    }
    td_view text = td_quoting_text(quoting, mark - 1);
    bool led = text.size == 1 && strchr(":,", text.bytes[0]);
    for (td_index i = mark; i-- > start && mark - i < REACH_BEFORE;) {
        if (is_mark(quoting, i)) return TD_NONE;
        td_index found = attribution_at(quoting, i);
        if (found == TD_NONE || !takes_quotation(quoting, &quoting->attributions.items[found])) continue;
        const td_attribution *attribution = &quoting->attributions.items[found];
        bool next = attribution->words.end == mark;
        return led || next ? found : TD_NONE;
    }
    return TD_NONE;
}

static td_index add_named(td_quoting *quoting, td_index at, td_index sentence, td_token_range speaker) {
    td_attribution *made = td_push(quoting->arena, &quoting->attributions);
    *made = (td_attribution){.cue = at,
                             .sentence = sentence,
                             .words = TD_RANGE_NONE,
                             .speaker = td_range_trim(quoting, speaker),
                             .hearer = TD_RANGE_NONE,
                             .content = {TD_RANGE_NONE, TD_RANGE_NONE},
                             .entity = TD_NONE};
    return quoting->attributions.count - 1;
}

/* "Anna Weiss: '...'": a name and a colon; made an attribution without a cue. */
static td_index name_before(td_quoting *quoting, const td_stretch *stretch) {
    if (!stretch->opened || stretch->inside.first < 3) return TD_NONE;
    td_index colon = stretch->inside.first - 2, s = sentence_of(quoting, colon);
    if (s == TD_NONE || !td_quoting_is(quoting, colon, ":")) return TD_NONE;
    td_index first = quoting->report->sentences.items[s].token_start, last_name = TD_NONE;
    if (colon - first > LONGEST_NAME) return TD_NONE;
    for (td_index i = first; i < colon; i++) {
        if (td_quote_is_verb(td_quoting_token(quoting, i))) return TD_NONE;
        if (td_quoting_token(quoting, i)->part_of_speech == TD_POS_PROPER_NOUN) last_name = i;
    }
    if (last_name == TD_NONE) return TD_NONE;
    return add_named(quoting, colon, s, (td_token_range){first, colon});
}

/* "'...' - Anna Weiss": a dash behind the marks and a name to the end of the paragraph. */
static td_index name_behind(td_quoting *quoting, const td_stretch *stretch) {
    td_index dash = stretch->inside.end + 1, count = quoting->report->tokens.count;
    if (!stretch->closed || dash + 1 >= count) return TD_NONE;
    td_view text = td_quoting_text(quoting, dash);
    bool is_dash = td_view_equal(text, TD_VIEW("-")) ||
                   (text.size == 3 && (unsigned char)text.bytes[0] == 0xE2 && (unsigned char)text.bytes[2] >= 0x90 &&
                    (unsigned char)text.bytes[2] <= 0x95);
    td_index s = sentence_of(quoting, dash), mine = sentence_of(quoting, stretch->inside.end - 1), end = dash + 1;
    if (!is_dash || s == TD_NONE || mine == TD_NONE) return TD_NONE;
    if (quoting->report->sentences.items[s].paragraph != quoting->report->sentences.items[mine].paragraph)
        return TD_NONE;
    td_index stop = quoting->report->sentences.items[s].token_end;
    while (end < stop && end - dash <= LONGEST_NAME && td_quoting_token(quoting, end)->features & TD_FEATURE_CAPITAL)
        end++;
    bool ends =
        end == stop || (end + 1 == stop && td_quoting_is(quoting, end, ".")) || td_quoting_is(quoting, end, ",");
    return ends && end > dash + 1 ? add_named(quoting, dash, s, (td_token_range){dash + 1, end}) : TD_NONE;
}

/* The attribution whose content holds the whole stretch, TD_NONE where there is none. */
static td_index holder_of(const td_quoting *quoting, const td_stretch *stretch, td_index sentence) {
    td_index best = TD_NONE;
    uint32_t least = UINT32_MAX, low = 0, high = quoting->cue_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (quoting->attributions.items[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t n = low;
         n < quoting->cue_count && n < low + 32 && quoting->attributions.items[n].sentence == sentence; n++) {
        const td_attribution *attribution = &quoting->attributions.items[n];
        for (int k = 0; k < 2; k++) {
            td_token_range content = attribution->content[k];
            if (!td_range_present(content)) continue;
            bool holds = content.first <= stretch->inside.first && stretch->inside.end <= content.end + 1;
            if (holds && content.end - content.first < least) best = n, least = content.end - content.first;
        }
    }
    return best;
}

static uint32_t words_in(const td_quoting *quoting, td_token_range range) {
    uint32_t count = 0;
    for (td_index i = range.first; i < range.end; i++)
        if (td_quoting_token(quoting, i)->part_of_speech != TD_POS_PUNCTUATION) count++;
    return count;
}

/* Is the stretch most of what the content says? */
static bool is_most_of(const td_stretch *stretch, td_token_range content) {
    return 10 * (stretch->inside.end - stretch->inside.first) >= 8 * (content.end - content.first);
}

/* Does the content go beyond the marks by words of the author's: "said that the plan was 'dead'"? */
static bool goes_beyond(const td_quoting *quoting, td_token_range content, const td_stretch *stretch) {
    if (!td_range_present(content)) return false;
    if (content.end <= stretch->inside.first) /* the part before the cue */
        return !is_mark(quoting, content.first) && (content.first == 0 || !is_mark(quoting, content.first - 1));
    if (content.first > stretch->inside.first || content.end + 1 < stretch->inside.end) return false;
    bool own = content.first < stretch->inside.first &&
               content.first + td_quoting_is(quoting, content.first, "that") + 1 < stretch->inside.first;
    return own || !is_most_of(stretch, content);
}

/* A stretch that begins its sentence and says something by itself, in some words or a whole sentence: "Big time." */
static bool stands_alone(const td_quoting *quoting, const td_stretch *stretch) {
    td_index s = sentence_of(quoting, stretch->inside.first);
    if (s == TD_NONE) return false;
    const td_sentence *sentence = &quoting->report->sentences.items[s];
    bool whole = stretch->opened && stretch->inside.end + 1 >= sentence->token_end;
    return stretch->inside.first <= sentence->token_start + 1 &&
           (whole || words_in(quoting, stretch->inside) >= LEAST_SPEECH);
}

/*
 * Whoever the sentence before tells to have said something: 'Weiss said the road was open. "It will stay open."' Of
 * several the first, of whose words the others are mostly a part.
 */
static td_index told_before(const td_quoting *quoting, const td_stretch *stretch) {
    td_index s = sentence_of(quoting, stretch->inside.first);
    const td_sentence *sentences = quoting->report->sentences.items;
    if (s == TD_NONE || s == 0 || sentences[s].paragraph != sentences[s - 1].paragraph) return TD_NONE;
    for (td_index i = sentences[s - 1].token_start; i < sentences[s - 1].token_end; i++) {
        if (is_mark(quoting, i)) return TD_NONE;
        td_index found = attribution_at(quoting, i);
        if (found == TD_NONE || !takes_quotation(quoting, &quoting->attributions.items[found])) continue;
        const td_attribution *told = &quoting->attributions.items[found];
        bool says = td_range_present(told->content[0]) && td_range_present(told->speaker) && !told->weak &&
                    td_stance_spoken(told->stance) && told->speaker.first < told->cue;
        if (says) return found;
    }
    return TD_NONE;
}

static td_index carried_over(const td_quoting *quoting, td_index number) {
    const td_stretch *stretch = &quoting->stretches.items[number];
    const td_stretch *before = number ? &quoting->stretches.items[number - 1] : NULL;
    if (before && before->goes_on) return before->attribution;
    if (!stands_alone(quoting, stretch)) return TD_NONE;
    if (!before || before->attribution == TD_NONE) return told_before(quoting, stretch);
    td_index s = sentence_of(quoting, stretch->inside.first), b = sentence_of(quoting, before->inside.end - 1);
    if (s == TD_NONE || b == TD_NONE) return TD_NONE;
    const td_sentence *sentences = quoting->report->sentences.items;
    bool next = s == b + 1 && sentences[s].paragraph <= sentences[b].paragraph + 1;
    return next || s == b ? before->attribution : told_before(quoting, stretch);
}

static void attribute(td_quoting *quoting, td_index number) {
    td_stretch *stretch = &quoting->stretches.items[number];
    td_index found = cue_behind(quoting, stretch);
    if (found != TD_NONE) {
        mend_speaker(quoting, stretch, &quoting->attributions.items[found]);
        td_quote_add_apposition(quoting, &quoting->attributions.items[found]);
    }
    if (found == TD_NONE) found = cue_of_next_sentence(quoting, stretch);
    if (found == TD_NONE) found = cue_before(quoting, stretch);
    if (found == TD_NONE) found = name_before(quoting, stretch);
    if (found == TD_NONE) found = name_behind(quoting, stretch);
    if (found != TD_NONE) {
        td_attribution *attribution = &quoting->attributions.items[found];
        bool mixed = goes_beyond(quoting, attribution->content[0], stretch) ||
                     goes_beyond(quoting, attribution->content[1], stretch);
        stretch->attribution = found;
        stretch->inner = mixed;
        attribution->used |= !mixed;
        return;
    }
    td_index s = sentence_of(quoting, stretch->inside.first);
    td_index holder = s == TD_NONE ? TD_NONE : holder_of(quoting, stretch, s);
    if (holder != TD_NONE && !quoting->attributions.items[holder].weak) {
        stretch->attribution = holder;
        stretch->inner = true;
        return;
    }
    stretch->attribution = carried_over(quoting, number);
}

/* A quotation taken up by the next paragraph may be told whose it is there only. */
static void carry_back(td_quoting *quoting) {
    for (td_index n = quoting->stretches.count; n-- > 1;) {
        td_stretch *before = &quoting->stretches.items[n - 1];
        if (before->goes_on && before->attribution == TD_NONE)
            before->attribution = quoting->stretches.items[n].attribution;
    }
}

void td_quotes_attribute(td_quoting *quoting) {
    quoting->cue_count = quoting->attributions.count;
    for (td_index n = 0; n < quoting->stretches.count; n++) attribute(quoting, n);
    carry_back(quoting);
}
