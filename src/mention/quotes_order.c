/*
 * Speech told by the order of words.
 * Input: a cue in its sentence. Output: speaker and content where commas and nouns show them, for sentences without a
 * parse and for those in which it erred.
 */

#include "mention/quotes.h"

#define LONGEST_GUESS 8         /* tokens of a speaker */
#define LONGEST_APPOSITION 20   /* tokens between the commas behind a speaker's name */
#define LONGEST_CIRCUMSTANCE 14 /* tokens between a cue and the mark of its clause */

bool td_quote_is_verb(const td_token *token) {
    return token->part_of_speech == TD_POS_VERB || token->part_of_speech == TD_POS_AUXILIARY;
}

bool td_quote_is_finite(const td_token *token) {
    return td_quote_is_verb(token) && token->features & (TD_FEATURE_PAST | TD_FEATURE_PRESENT);
}

bool td_range_holds_verb(const td_quoting *quoting, td_token_range range) {
    for (td_index i = range.first; i < range.end; i++)
        if (td_quote_is_verb(td_quoting_token(quoting, i))) return true;
    return false;
}

bool td_quote_in_nouns(const td_token *token) {
    switch (token->part_of_speech) {
    case TD_POS_NOUN:
    case TD_POS_PROPER_NOUN:
    case TD_POS_ADJECTIVE:
    case TD_POS_DETERMINER:
    case TD_POS_PRONOUN:
    case TD_POS_NUMERAL:
        return true;
    default:
        return false;
    }
}

/* Nouns and what joins them that end before `end`: where they begin. */
td_index td_quote_nouns_before(const td_quoting *quoting, td_index start, td_index end) {
    td_index first = end;
    if (first > start && td_quoting_is(quoting, first - 1, ")")) { /* "Anna Weiss (Greens)" */
        while (first > start && end - first < LONGEST_GUESS && !td_quoting_is(quoting, first, "(")) first--;
        end = first;
    }
    while (first > start && end - first < LONGEST_GUESS) {
        const td_token *token = td_quoting_token(quoting, first - 1);
        bool joins = td_quoting_is(quoting, first - 1, "and") || token->part_of_speech == TD_POS_ADPOSITION ||
                     token->part_of_speech == TD_POS_PARTICLE || td_quoting_is(quoting, first - 1, "-");
        if (!td_quote_in_nouns(token) && !joins) break;
        first--;
    }
    while (first < end && !td_quote_in_nouns(td_quoting_token(quoting, first))) first++;
    return first;
}

static bool is_comma(const td_quoting *quoting, td_index i) {
    return td_quoting_is(quoting, i, ",");
}

static bool ends_sentence(const td_quoting *quoting, td_index i, td_index end) {
    return i >= end || (i + 1 == end && td_quoting_token(quoting, i)->part_of_speech == TD_POS_PUNCTUATION);
}

/* The nouns behind an inverted cue ("said the minister"): where they end; the cue's end where there are none. */
static td_index nouns_behind(const td_quoting *quoting, td_index from, td_index sentence_end) {
    td_index behind = from;
    while (behind < sentence_end && behind - from < LONGEST_GUESS) {
        const td_token *token = td_quoting_token(quoting, behind);
        if (behind > from && behind + 2 < sentence_end && td_quoting_is(quoting, behind, "(") &&
            td_quoting_is(quoting, behind + 2, ")")) { /* "the World Health Organization (WHO)" */
            behind += 3;
            continue;
        }
        bool joins =
            behind > from && (token->part_of_speech == TD_POS_ADPOSITION || td_quoting_is(quoting, behind, "-"));
        if (!td_quote_in_nouns(token) && !joins) break;
        behind++;
    }
    return behind;
}

/* How a cue stands to commas and speaker. */
typedef struct td_placement {
    td_index comma;  /* before speaker and cue */
    td_index behind; /* first token behind both */
    td_token_range speaker;
    bool inverted, last; /* the cue before its speaker; both at the sentence's end */
} td_placement;

static bool place_cue(const td_quoting *quoting, const td_sentence *sentence, td_token_range cue,
                      td_placement *placement) {
    td_index start = sentence->token_start, nouns = td_quote_nouns_before(quoting, start, cue.first);
    placement->inverted = cue.first > start && is_comma(quoting, cue.first - 1);
    placement->comma = placement->inverted ? cue.first - 1 : nouns > start ? nouns - 1 : start;
    if (placement->comma <= start + 1 || !is_comma(quoting, placement->comma)) return false;
    placement->behind = placement->inverted ? nouns_behind(quoting, cue.end, sentence->token_end) : cue.end;
    placement->speaker =
        placement->inverted ? (td_token_range){cue.end, placement->behind} : (td_token_range){nouns, cue.first};
    placement->last = ends_sentence(quoting, placement->behind, sentence->token_end);
    return td_range_present(placement->speaker) && (placement->last || is_comma(quoting, placement->behind));
}

/*
 * "..., the minister said.", "..., said the minister.", "..., he said, ...": commas show it even where the parse errs,
 * as it often does when a whole sentence comes before its cue.
 */
bool td_quote_read_postposed(const td_quoting *quoting, td_attribution *made) {
    const td_sentence *sentence = &quoting->report->sentences.items[made->sentence];
    td_index start = sentence->token_start, end = sentence->token_end;
    td_placement placement;
    if (!place_cue(quoting, sentence, made->words, &placement)) return false;
    bool clause = td_range_holds_verb(quoting, (td_token_range){start, placement.comma}) ||
                  (!placement.last && td_range_holds_verb(quoting, (td_token_range){placement.behind, end}));
    if (!clause) return false;
    bool parsed = placement.inverted && td_range_present(made->speaker) && made->speaker.end > made->words.end;
    if (!parsed) made->speaker = placement.speaker;
    while (start + 1 < placement.comma && td_quoting_token(quoting, start)->part_of_speech == TD_POS_COORDINATOR)
        start++;
    made->content[0] = td_range_trim(quoting, (td_token_range){start, placement.comma});
    bool goes_on = !placement.last && !placement.inverted;
    made->content[1] = goes_on ? td_range_trim(quoting, (td_token_range){placement.behind, end}) : TD_RANGE_NONE;
    made->weak = made->minor = false;
    return true;
}

/* Between a subject and its verb: auxiliaries, adverbs, "not" and circumstances such as "on Monday". */
static td_index subject_end(const td_quoting *quoting, td_index start, td_index cue) {
    while (cue > start) {
        const td_token *before = td_quoting_token(quoting, cue - 1);
        enum td_part_of_speech part = before->part_of_speech;
        bool between = part == TD_POS_AUXILIARY || part == TD_POS_ADVERB || part == TD_POS_PARTICLE;
        if (!between) break;
        cue--;
    }
    return cue;
}

/* "X, the head of the school, said": behind a comma that closes an apposition, where the apposition begins. */
static td_index apposition_start(const td_quoting *quoting, td_index start, td_index comma) {
    for (td_index i = comma; i-- > start && comma - i < LONGEST_APPOSITION;) {
        if (td_quoting_is(quoting, i, ",")) return i;
        if (td_quoting_is(quoting, i, ";") || td_quoting_is(quoting, i, ":")) break;
    }
    return comma;
}

/* The nouns just before a finite cue whose subject the parse lost. */
void td_quote_guess_speaker(const td_quoting *quoting, td_attribution *made) {
    const td_token *cue = td_quoting_token(quoting, made->cue);
    const td_sentence *sentence = &quoting->report->sentences.items[made->sentence];
    if (!(cue->features & (TD_FEATURE_PAST | TD_FEATURE_PRESENT))) return;
    td_index end = subject_end(quoting, sentence->token_start, made->words.first), nouns_end = end;
    if (end > sentence->token_start && is_comma(quoting, end - 1))
        nouns_end = apposition_start(quoting, sentence->token_start, end - 1);
    td_index first = td_quote_nouns_before(quoting, sentence->token_start, nouns_end);
    if (first == nouns_end) return;
    made->speaker = td_range_trim(quoting, (td_token_range){first, end});
    made->weak = false;
}

/* Where a mark of a clause stands behind the cue with nothing but circumstances between: "said on Monday that". */
td_index td_quote_mark_behind(const td_quoting *quoting, td_index from, td_index end) {
    static const char *const marks[] = {"that", "whether", "if", "why", "how", NULL};
    if (end > from + LONGEST_CIRCUMSTANCE) end = from + LONGEST_CIRCUMSTANCE;
    for (td_index i = from; i < end; i++) {
        enum td_part_of_speech part = td_quoting_token(quoting, i)->part_of_speech;
        bool points = part == TD_POS_DETERMINER; /* "in that case" */
        if (td_quoting_is_any(quoting, i, marks) && !points) return i;
        if (part == TD_POS_VERB || part == TD_POS_AUXILIARY || part == TD_POS_PUNCTUATION || part == TD_POS_COORDINATOR)
            break;
    }
    return TD_NONE;
}

/* "X said Y" whose clause the parse lost: what follows the cue to the end of the sentence, when it holds a verb. */
void td_quote_guess_content(const td_quoting *quoting, td_attribution *made, bool hearer_first) {
    const td_sentence *sentence = &quoting->report->sentences.items[made->sentence];
    td_index first = made->words.end, end = sentence->token_end;
    if (td_range_present(made->content[0]) || !td_range_present(made->speaker) || first >= end) return;
    td_index mark = td_quote_mark_behind(quoting, first, end);
    if (mark != TD_NONE)
        first = mark;
    else if (hearer_first)
        return;
    enum td_part_of_speech part = td_quoting_token(quoting, first)->part_of_speech;
    bool runs_on =
        mark != TD_NONE || (part != TD_POS_PUNCTUATION && part != TD_POS_ADPOSITION && part != TD_POS_ADVERB);
    if (!runs_on || made->speaker.first > made->cue || !td_range_holds_verb(quoting, (td_token_range){first, end}))
        return;
    made->content[0] = td_range_trim(quoting, (td_token_range){first, end});
}
