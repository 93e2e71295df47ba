/*
 * Verbs of speech with speaker, hearer and content, as the grammar tells.
 * Input: parsed sentences and the table of cues. Output: attributions in text order.
 *
 * The content of a cue is its clause ("said that ..."), the clause that it interrupts or ends ("..., he said"), or,
 * for acts of speech, their object ("denied the claims"). A cue without a subject of its own takes that of the verb
 * it hangs on. Sentences without a parse give cues that stand beside quotation marks or before "that" only.
 */

#include "mention/quotes.h"

#define MOST_STEPS_UP 3    /* from a cue to the verb whose subject it shares */
#define LONGEST_SPEAKER 40 /* tokens; a longer subject is a misreading */
#define LONGEST_REACH 48   /* tokens that a content may run on beyond what the parse gives it */
#define LONGEST_PART 96    /* tokens on either side of "according to" that it may vouch for */
#define LONGEST_GUESS 8    /* tokens of a speaker without a parse */

const td_name_word *td_cue_at(const td_quoting *quoting, td_index i, td_index sentence_end) {
    const td_token *token = td_quoting_token(quoting, i);
    td_token pair[3] = {{.key = token->lemma_key}};
    uint32_t count = 1;
    for (; count < 3 && i + count < sentence_end; count++) pair[count].key = td_quoting_token(quoting, i + count)->key;
    return td_names_match(quoting->names, pair, count, 1U << TD_NAME_CUE);
}

bool td_cue_has(const td_name_word *cue, const char *use) {
    td_view rest = cue->values[TD_NAME_CUE], word;
    while (td_view_split(&rest, ' ', &word))
        if (td_view_equal(word, td_view_of(use))) return true;
    return false;
}

static enum td_stance stance_of(const td_name_word *cue) {
    td_view rest = cue->values[TD_NAME_CUE], word = TD_VIEW_ABSENT;
    enum td_stance stance = TD_STANCE_STATE;
    if (td_view_split(&rest, ' ', &word)) td_stance_from_label(word, &stance);
    return stance;
}

/* ---- parsed sentences ---- */

static td_token_range phrase_of(const td_phrase_extents *extents, td_index word) {
    if (word == TD_NONE) return TD_RANGE_NONE;
    return (td_token_range){extents->token_start + extents->first[word],
                            extents->token_start + extents->last[word] + 1};
}

static td_view relation_of(const td_quoting *quoting, td_index word) {
    return td_quoting_token(quoting, quoting->extents.token_start + word)->relation;
}

static bool is_relation(const td_quoting *quoting, td_index word, const char *label) {
    return td_view_equal(relation_of(quoting, word), td_view_of(label));
}

/* The head of `word` within its sentence, TD_NONE for the root. */
static td_index head_of(const td_quoting *quoting, td_index word) {
    uint32_t head = td_quoting_token(quoting, quoting->extents.token_start + word)->head;
    return head == 0 || head == TD_NONE ? TD_NONE : head - 1;
}

/* The subject of the cue or of the verb that it hangs on; of a clause on a noun, that noun. */
static td_index subject_of(const td_quoting *quoting, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    for (int step = 0; step <= MOST_STEPS_UP; step++) {
        if (extents->subject[word] != TD_NONE) return extents->subject[word];
        td_index head = head_of(quoting, word);
        if (head == TD_NONE) return TD_NONE;
        bool shares = is_relation(quoting, word, "conj") || is_relation(quoting, word, "xcomp") ||
                      is_relation(quoting, word, "advcl") || (is_relation(quoting, word, "parataxis") && word > head);
        if (is_relation(quoting, word, "acl")) return head;
        if (!shares) return TD_NONE;
        word = head;
    }
    return TD_NONE;
}

static bool is_any(const td_quoting *quoting, td_index i, const char *const *words) {
    for (; *words; words++)
        if (td_quoting_is(quoting, i, *words)) return true;
    return false;
}

/* Without what joins it to the text before ("but", "after"). */
td_token_range td_quote_speaker_core(const td_quoting *quoting, td_token_range range) {
    static const char *const joins[] = {"and",  "but",   "or",    "yet",      "both", "then",    "even",  "still",
                                        "also", "after", "while", "although", "as",   "because", "though", NULL};
    range = td_range_trim(quoting, range);
    while (td_range_present(range) && range.first + 1 < range.end && is_any(quoting, range.first, joins))
        range = td_range_trim(quoting, (td_token_range){range.first + 1, range.end});
    return range;
}

/* The subject's phrase without what the cue itself takes part in. */
static td_token_range speaker_range(const td_quoting *quoting, td_index cue, td_index subject) {
    td_token_range range = phrase_of(&quoting->extents, subject);
    td_index at = quoting->extents.token_start + cue;
    if (!td_range_present(range)) return TD_RANGE_NONE;
    if (range.first <= at && at < range.end) {
        if (quoting->extents.token_start + subject < at)
            range.end = at;
        else
            range.first = at + 1;
    }
    while (range.first > quoting->extents.token_start &&
           td_quoting_token(quoting, range.first - 1)->part_of_speech == TD_POS_DETERMINER)
        range.first--;
    if (range.end - range.first > LONGEST_SPEAKER) return TD_RANGE_NONE;
    return td_quote_speaker_core(quoting, range);
}

/* The cue with its auxiliaries, adverbs and particle. */
static td_token_range cue_range(const td_quoting *quoting, td_index cue, const td_name_word *word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + cue;
    td_token_range range = {at, at + word->words};
    while (range.first > extents->token_start) {
        const td_token *before = td_quoting_token(quoting, range.first - 1);
        bool own = before->head != 0 && before->head != TD_NONE && before->head - 1 == cue;
        bool kind = before->part_of_speech == TD_POS_AUXILIARY || before->part_of_speech == TD_POS_ADVERB ||
                    before->part_of_speech == TD_POS_PARTICLE;
        if (!own || !kind) break;
        range.first--;
    }
    return range;
}

/* The clause that the cue follows or interrupts: its head's phrase less its own. */
static void take_outer_clause(const td_quoting *quoting, td_index cue, td_index head, td_attribution *made) {
    td_token_range outer = phrase_of(&quoting->extents, head), own = phrase_of(&quoting->extents, cue);
    if (own.first > outer.first) made->content[0] = td_range_trim(quoting, (td_token_range){outer.first, own.first});
    if (own.end < outer.end)
        made->content[td_range_present(made->content[0])] =
            td_range_trim(quoting, (td_token_range){own.end, outer.end});
}

/* Does this token end what a cue says when the parse gives no more? Quotation marks do not. */
static bool parts_contents(const td_token *token) {
    if (token->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE)) return false;
    return token->part_of_speech == TD_POS_PUNCTUATION || token->part_of_speech == TD_POS_COORDINATOR;
}

/* Does `word` hang on the cue or on a verb that the cue hangs on? */
static bool beside_cue(const td_quoting *quoting, td_index cue, td_index word) {
    td_index head = head_of(quoting, word), above = cue;
    for (int step = 0; step <= MOST_STEPS_UP && above != TD_NONE; step++, above = head_of(quoting, above))
        if (head == above) return true;
    return false;
}

/* Does `word` begin a statement of the author's own, beside the cue's: another cue, or what the speaker did next? */
static bool begins_another(const td_quoting *quoting, td_index cue, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    const td_token *token = td_quoting_token(quoting, at);
    if (token->part_of_speech != TD_POS_VERB || !beside_cue(quoting, cue, word)) return false;
    if (is_relation(quoting, word, "advcl") && head_of(quoting, word) == cue) return true;
    bool joined = is_relation(quoting, word, "conj");
    if (joined && extents->subject[word] == TD_NONE) return true;
    const td_name_word *other = td_cue_at(quoting, at, extents->token_end);
    return other && !td_cue_has(other, "weak");
}

/*
 * Behind a clause that the parse ends at `last`, what is said mostly goes on to the sentence's end: up to there, or to
 * another statement of the author's.
 */
static td_index clause_reach(const td_quoting *quoting, td_index cue, td_index last) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index count = extents->token_end - extents->token_start, head = head_of(quoting, cue);
    for (int step = 0; step <= MOST_STEPS_UP && head != TD_NONE; step++, head = head_of(quoting, head))
        if (head > last) return last;
    td_index reach = last + 1 + LONGEST_REACH < count ? last + 1 + LONGEST_REACH : count, stop = reach;
    for (td_index i = last + 1; i < stop; i++) {
        td_index at = extents->token_start + i;
        if (td_quoting_is(quoting, at, ";") || td_quoting_is(quoting, at, "according")) stop = i;
    }
    for (td_index i = last + 1; i < stop; i++)
        if (begins_another(quoting, cue, i)) stop = extents->first[i] > last ? extents->first[i] : last + 1;
    return stop - 1;
}

/* Is token `i` the cue's own dependent, so that it parts the cue from its content? */
static bool parts_from_cue(const td_quoting *quoting, td_index cue, td_index i) {
    const td_token *token = td_quoting_token(quoting, quoting->extents.token_start + i);
    return token->head - 1 == cue || token->part_of_speech == TD_POS_PUNCTUATION;
}

/* The clause inside the cue's phrase, with what runs on from cue or clause without a comma though the parse cut it off.
 */
static void take_inner_clause(const td_quoting *quoting, td_index cue, uint32_t cue_words, td_index clause,
                              td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index first = extents->first[clause], last = extents->last[clause];
    if (first < cue && cue <= last) { /* "The talks, he said, had failed": the parse put all in one */
        made->content[0] =
            td_range_trim(quoting, (td_token_range){extents->token_start + first, extents->token_start + cue});
        return;
    }
    if (first > cue) {
        td_index own = first;
        while (own > cue + cue_words && first - own < LONGEST_REACH && !parts_from_cue(quoting, cue, own - 1)) own--;
        if (own == cue + cue_words) first = own;
        last = clause_reach(quoting, cue, last);
    }
    made->content[0] =
        td_range_trim(quoting, (td_token_range){extents->token_start + first, extents->token_start + last + 1});
}

/* From a thing that is spoken of to the end of what the cue governs, up to a comma: "criticised the plan for its cost".
 */
static td_token_range thing_range(const td_quoting *quoting, td_index cue, td_index from, td_index through) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index last = through;
    td_index reach = through + LONGEST_REACH < extents->last[cue] ? through + LONGEST_REACH : extents->last[cue];
    while (last < reach && !parts_contents(td_quoting_token(quoting, extents->token_start + last + 1))) last++;
    return td_range_trim(quoting, (td_token_range){extents->token_start + from, extents->token_start + last + 1});
}

/* "called for talks", "referred to the deal": the noun behind the cue's preposition. */
static bool take_prepositional(const td_quoting *quoting, td_index cue, uint32_t cue_words, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index particle = cue + cue_words - 1, count = extents->token_end - extents->token_start;
    if (cue_words < 2 || particle + 1 >= count) return false;
    td_index noun = head_of(quoting, particle);
    if (noun == TD_NONE || noun <= particle) return false;
    made->content[0] = thing_range(quoting, cue, particle + 1, extents->last[noun]);
    return true;
}

static void take_content(const td_quoting *quoting, td_index cue, const td_name_word *word, td_attribution *made) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index head = head_of(quoting, cue);
    bool clause = td_cue_has(word, "clause"), act = td_cue_has(word, "act") || td_cue_has(word, "call");
    if (take_prepositional(quoting, cue, word->words, made)) return;
    if (clause && extents->clause[cue] != TD_NONE) {
        take_inner_clause(quoting, cue, word->words, extents->clause[cue], made);
    } else if (clause && head != TD_NONE && is_relation(quoting, cue, "parataxis") && head < cue) {
        take_outer_clause(quoting, cue, head, made);
        made->weak = false;
    } else if (extents->open_clause[cue] != TD_NONE && (clause || act || td_cue_has(word, "tell"))) {
        td_index from = extents->first[extents->open_clause[cue]], object = extents->object[cue];
        if (object != TD_NONE && object > cue && extents->first[object] < from) from = extents->first[object];
        if (from > cue) made->content[0] = thing_range(quoting, cue, from, extents->last[extents->open_clause[cue]]);
    } else if (extents->object[cue] != TD_NONE && (act || td_cue_has(word, "report"))) {
        td_index object = extents->object[cue];
        if (object > cue)
            made->content[0] = thing_range(quoting, cue, extents->first[object], extents->last[object]);
        else
            made->content[0] = td_range_trim(quoting, phrase_of(extents, object));
    }
}

/* Whom it is told to: the object of "told", or "to reporters" behind "said". */
static td_token_range hearer_of(const td_quoting *quoting, td_index cue, const td_name_word *word) {
    const td_phrase_extents *extents = &quoting->extents;
    if (extents->indirect[cue] != TD_NONE) return td_range_trim(quoting, phrase_of(extents, extents->indirect[cue]));
    bool clause = extents->clause[cue] != TD_NONE || extents->open_clause[cue] != TD_NONE ||
                  is_relation(quoting, cue, "parataxis");
    if (td_cue_has(word, "tell") && extents->object[cue] != TD_NONE && clause)
        return td_range_trim(quoting, phrase_of(extents, extents->object[cue]));
    return TD_RANGE_NONE;
}

static void add(td_quoting *quoting, td_attribution made) {
    td_map_put(&quoting->cue_at, made.cue, quoting->attributions.count, NULL);
    *td_push(quoting->arena, &quoting->attributions) = made;
}

static bool is_passive(const td_quoting *quoting, td_index cue) {
    for (td_index i = cue; i-- > 0 && i + 4 > cue;)
        if (is_relation(quoting, i, "aux:pass") && head_of(quoting, i) == cue) return true;
    return false;
}

/* What the parse leaves out or has wrong, from the order of words. */
static void complete(const td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made) {
    bool clause = td_cue_has(cue, "clause"), parsed = quoting->extents.clause[word] != TD_NONE;
    if (clause && !td_quote_read_postposed(quoting, made) && !td_range_present(made->speaker))
        td_quote_guess_speaker(quoting, made);
    if (td_cue_has(cue, "report") && parsed && td_range_present(made->speaker)) made->weak = false;
    if (clause && !made->weak && !td_cue_has(cue, "act"))
        td_quote_guess_content(quoting, made, td_cue_has(cue, "tell"));
}

static void read_verb(td_quoting *quoting, td_index sentence, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    if (td_quoting_token(quoting, at)->part_of_speech != TD_POS_VERB) return;
    const td_name_word *cue = td_cue_at(quoting, at, extents->token_end);
    if (!cue || td_cue_has(cue, "source") || is_passive(quoting, word)) return;
    bool verbal =
        td_cue_has(cue, "clause") || td_cue_has(cue, "act") || td_cue_has(cue, "call") || td_cue_has(cue, "tell");
    if (!verbal) return;
    td_index subject = subject_of(quoting, word);
    td_attribution made = {.cue = at,
                           .sentence = sentence,
                           .words = cue_range(quoting, word, cue),
                           .stance = stance_of(cue),
                           .speaker = speaker_range(quoting, word, subject),
                           .hearer = hearer_of(quoting, word, cue),
                           .content = {TD_RANGE_NONE, TD_RANGE_NONE},
                           .entity = TD_NONE,
                           .weak = td_cue_has(cue, "weak") || subject == TD_NONE};
    take_content(quoting, word, cue, &made);
    complete(quoting, word, cue, &made);
    add(quoting, made);
}

/* The part of the sentence around token `at` that semicolons leave. */
static td_token_range sentence_part(const td_quoting *quoting, td_index at) {
    const td_phrase_extents *extents = &quoting->extents;
    td_token_range part = {at, at + 1};
    while (part.first > extents->token_start && at - part.first < LONGEST_PART &&
           !td_quoting_is(quoting, part.first - 1, ";"))
        part.first--;
    while (part.end < extents->token_end && part.end - at < LONGEST_PART && !td_quoting_is(quoting, part.end, ";"))
        part.end++;
    return part;
}

/* "According to X, ...": what X is behind the words, and the rest of the clause as content. */
static void read_source(td_quoting *quoting, td_index sentence, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + word;
    const td_name_word *cue =
        td_names_match(quoting->names, td_quoting_token(quoting, at), extents->token_end - at, 1U << TD_NAME_CUE);
    if (!cue || !td_cue_has(cue, "source") || at + cue->words >= extents->token_end) return;
    td_index source = TD_NONE, head = word; /* the noun that "according" hangs on, at most two steps up */
    for (int step = 0; step < 3 && head != TD_NONE && source == TD_NONE; step++, head = head_of(quoting, head))
        if (extents->token_start + head >= at + cue->words) source = head;
    if (source == TD_NONE) return;
    td_token_range phrase = phrase_of(extents, source);
    td_attribution made = {.cue = at,
                           .sentence = sentence,
                           .words = {at, at + cue->words},
                           .stance = stance_of(cue),
                           .hearer = TD_RANGE_NONE,
                           .content = {TD_RANGE_NONE, TD_RANGE_NONE},
                           .entity = TD_NONE};
    made.speaker = td_range_trim(quoting, (td_token_range){at + cue->words, phrase.end});
    td_token_range clause = sentence_part(quoting, at);
    if (at > clause.first) made.content[0] = td_range_trim(quoting, (td_token_range){clause.first, at});
    if (clause.end > phrase.end)
        made.content[td_range_present(made.content[0])] =
            td_range_trim(quoting, (td_token_range){phrase.end, clause.end});
    add(quoting, made);
}

/* ---- sentences without a parse ---- */

/* Nouns before the cue, or behind it ("said the minister"), are its speaker; "that" begins its content. */
static void read_flat_verb(td_quoting *quoting, td_index s, td_index at) {
    const td_sentence *sentence = &quoting->report->sentences.items[s];
    const td_name_word *cue = td_cue_at(quoting, at, sentence->token_end);
    if (td_quoting_token(quoting, at)->part_of_speech != TD_POS_VERB || !cue || !td_cue_has(cue, "clause")) return;
    td_attribution made = {.cue = at,
                           .sentence = s,
                           .words = {at, at + cue->words},
                           .stance = stance_of(cue),
                           .hearer = TD_RANGE_NONE,
                           .content = {TD_RANGE_NONE, TD_RANGE_NONE},
                           .entity = TD_NONE,
                           .weak = td_cue_has(cue, "weak")};
    td_index first = td_quote_nouns_before(quoting, sentence->token_start, at), end = at + cue->words;
    while (end < sentence->token_end && end - at < LONGEST_GUESS && td_quote_in_nouns(td_quoting_token(quoting, end)))
        end++;
    bool that = at + cue->words < sentence->token_end && td_quoting_is(quoting, at + cue->words, "that");
    if (first < at)
        made.speaker = (td_token_range){first, at};
    else if (!that && end > at + cue->words)
        made.speaker = (td_token_range){at + cue->words, end};
    else
        made.speaker = TD_RANGE_NONE;
    if (that)
        made.content[0] = td_range_trim(quoting, (td_token_range){at + cue->words, sentence->token_end});
    else
        td_quote_read_postposed(quoting, &made);
    add(quoting, made);
}

void td_quote_cues_find(td_quoting *quoting) {
    const td_report *report = quoting->report;
    for (td_index s = 0; s < report->sentences.count; s++) {
        const td_sentence *sentence = &report->sentences.items[s];
        if (!td_phrase_extents_read(quoting, s)) {
            for (td_index i = sentence->token_start; i < sentence->token_end; i++) read_flat_verb(quoting, s, i);
            continue;
        }
        for (td_index w = 0; w < sentence->token_end - sentence->token_start; w++) {
            read_verb(quoting, s, w);
            read_source(quoting, s, w);
        }
    }
}
