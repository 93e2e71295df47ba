/*
 * Verbs of speech with speaker, hearer and content, as the grammar tells.
 * Input: parsed sentences and the table of cues. Output: attributions in text order.
 *
 * A cue without a subject of its own takes that of the verb it hangs on. Sentences without a parse give cues that
 * stand beside quotation marks or before "that" only.
 */

#include "mention/figures.h"
#include "mention/quotes_grammar.h"

#define LONGEST_PART 96 /* tokens on either side of "according to" that it may vouch for */
#define LONGEST_GUESS 8 /* tokens of a speaker without a parse */

const td_name_word *td_cue_at(const td_quoting *quoting, td_index i, td_index sentence_end) {
    const td_token *token = td_quoting_token(quoting, i);
    td_token pair[TD_NAME_LONGEST] = {{.key = token->lemma_key}};
    uint32_t count = 1;
    for (; count < TD_NAME_LONGEST && i + count < sentence_end; count++)
        pair[count].key = td_quoting_token(quoting, i + count)->key;
    return td_names_match(quoting->names, pair, count, 1U << TD_NAME_CUE);
}

bool td_cue_has(const td_name_word *cue, const char *use) {
    td_view rest = cue->values[TD_NAME_CUE], word;
    while (td_view_split(&rest, ' ', &word))
        if (td_view_equal(word, td_view_of(use))) return true;
    return false;
}

enum td_stance td_cue_stance(const td_name_word *cue) {
    td_view rest = cue->values[TD_NAME_CUE], word = TD_VIEW_ABSENT;
    enum td_stance stance = TD_STANCE_STATE;
    if (td_view_split(&rest, ' ', &word)) td_stance_from_label(word, &stance);
    return stance;
}

/* ---- parsed sentences ---- */

/* A verb, also where the tagger took it for a noun: it has a subject and no copula ("the minister plans to leave"). */
static bool is_verb(const td_quoting *quoting, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    enum td_part_of_speech part = td_quoting_token(quoting, extents->token_start + word)->part_of_speech;
    if (part == TD_POS_VERB) return true;
    if ((part != TD_POS_NOUN && part != TD_POS_ADJECTIVE) || extents->subject[word] == TD_NONE) return false;
    return extents->subject[word] < word && td_quote_dependent_before(quoting, word, "cop") == TD_NONE &&
           td_quote_dependent_before(quoting, word, "det") == TD_NONE &&
           td_quote_dependent_before(quoting, word, "case") == TD_NONE;
}

/* A document, or a noun of speech: "statement", "letter", "warning". */
static bool is_document(const td_quoting *quoting, td_index word) {
    td_index at = quoting->extents.token_start + word;
    if (td_quoting_token(quoting, at)->part_of_speech != TD_POS_NOUN) return false;
    const td_name_word *cue = td_cue_at(quoting, at, at + 1);
    return cue && (td_cue_has(cue, "carrier") || td_cue_has(cue, "noun"));
}

/* The subject of the cue or of the verb that it hangs on; of a clause on a noun, that noun. */
td_index td_quote_subject(const td_quoting *quoting, td_index word) {
    const td_phrase_extents *extents = &quoting->extents;
    for (int step = 0; step <= MOST_STEPS_UP; step++) {
        if (extents->subject[word] != TD_NONE) return extents->subject[word];
        td_index head = td_quote_head(quoting, word);
        if (head == TD_NONE) return TD_NONE;
        bool shares = td_quote_related(quoting, word, "conj") || td_quote_related(quoting, word, "xcomp") ||
                      td_quote_related(quoting, word, "advcl") ||
                      (td_quote_related(quoting, word, "parataxis") && word > head);
        if (td_quote_related(quoting, word, "acl")) { /* "issued a statement calling ...": who issued it speaks */
            if (extents->subject[head] != TD_NONE && extents->subject[head] < head) return extents->subject[head];
            if (!is_document(quoting, head) || !td_quote_related(quoting, head, "obj")) return head;
            word = td_quote_head(quoting, head);
            if (word == TD_NONE) return head;
            continue;
        }
        if (!shares) return TD_NONE;
        word = head;
    }
    return TD_NONE;
}

/* The cue with its auxiliaries, adverbs and particle. */
td_token_range td_quote_cue_words(const td_quoting *quoting, td_index cue, uint32_t words) {
    static const char *const joins[] = {"when", "where", "why", "how", "as", "once", NULL};
    const td_phrase_extents *extents = &quoting->extents;
    td_index at = extents->token_start + cue;
    td_token_range range = {at, at + words};
    while (range.first > extents->token_start) {
        const td_token *before = td_quoting_token(quoting, range.first - 1);
        bool own = before->head != 0 && before->head != TD_NONE && before->head - 1 == cue;
        bool kind = before->part_of_speech == TD_POS_AUXILIARY || before->part_of_speech == TD_POS_ADVERB ||
                    before->part_of_speech == TD_POS_PARTICLE;
        bool to = range.first == at && td_quoting_is(quoting, at - 1, "to") &&
                  (td_quoting_token(quoting, at)->features & TD_FEATURE_INFINITIVE);
        if (!to && (!own || !kind || td_quoting_is_any(quoting, range.first - 1, joins))) break;
        range.first--;
    }
    return range;
}

/* "said in a statement": where the document ends in which it is said, right behind the cue; else `end`. */
static td_index in_document(const td_quoting *quoting, td_index end) {
    const td_phrase_extents *extents = &quoting->extents;
    if (end + 2 >= extents->token_end || !td_quoting_is(quoting, end, "in")) return end;
    for (td_index i = end + 1; i < extents->token_end && i < end + LONGEST_GUESS; i++) {
        if (!td_quote_in_nouns(td_quoting_token(quoting, i))) break;
        if (is_document(quoting, i - extents->token_start)) return i + 1;
    }
    return end;
}

/* "issued a statement condemning ...": the verb that governs the document, which is part of the cue; else TD_NONE. */
static td_index document_verb(const td_quoting *quoting, td_index cue) {
    const td_phrase_extents *extents = &quoting->extents;
    td_index head = td_quote_head(quoting, cue), document = head;
    if (head == TD_NONE || head > cue ||
        !(td_quoting_token(quoting, extents->token_start + cue)->features & TD_FEATURE_GERUND))
        return TD_NONE;
    if (td_quote_related(quoting, cue, "advcl")) /* the parse may hang the participle on the verb */
        document = extents->object[head];
    else
        head = td_quote_related(quoting, head, "obj") ? td_quote_head(quoting, head) : TD_NONE;
    bool governs = head != TD_NONE && document != TD_NONE && head < document && document < cue;
    return governs && cue - document <= LONGEST_GUESS && is_document(quoting, document) ? head : TD_NONE;
}

/* Whom it is told to: the object of "told", or "to reporters" behind "said". */
static td_token_range hearer_of(const td_quoting *quoting, td_index cue, const td_name_word *word) {
    const td_phrase_extents *extents = &quoting->extents;
    if (extents->indirect[cue] != TD_NONE)
        return td_range_trim(quoting, td_quote_phrase(extents, extents->indirect[cue]));
    bool clause = extents->clause[cue] != TD_NONE || extents->open_clause[cue] != TD_NONE ||
                  td_quote_related(quoting, cue, "parataxis");
    if (td_cue_has(word, "tell") && extents->object[cue] != TD_NONE && clause)
        return td_range_trim(quoting, td_quote_phrase(extents, extents->object[cue]));
    return TD_RANGE_NONE;
}

td_attribution td_quote_begin(const td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    td_index at = quoting->extents.token_start + word;
    return (td_attribution){.cue = at,
                            .sentence = sentence,
                            .words = {at, at + cue->words},
                            .stance = td_cue_stance(cue),
                            .speaker = TD_RANGE_NONE,
                            .hearer = TD_RANGE_NONE,
                            .relay = TD_RANGE_NONE,
                            .content = {TD_RANGE_NONE, TD_RANGE_NONE},
                            .entity = TD_NONE};
}

void td_quote_add(td_quoting *quoting, td_attribution made) {
    td_index opening = quoting->report->sentences.items[made.sentence].token_start;
    if (made.content[0].first == opening) made.content[0] = td_quote_without_dateline(quoting, made.content[0]);
    td_map_put(&quoting->cue_at, made.cue, quoting->attributions.count, NULL);
    *td_push(quoting->arena, &quoting->attributions) = made;
}

void td_quote_void(td_quoting *quoting, td_index token) {
    const uint32_t *number = td_map_get(&quoting->cue_at, token);
    if (!number) return;
    td_attribution *part = &quoting->attributions.items[*number];
    part->content[0] = part->content[1] = TD_RANGE_NONE;
    part->weak = true;
}

static bool is_passive(const td_quoting *quoting, td_index cue) {
    for (td_index i = cue; i-- > 0 && i + 4 > cue;)
        if (td_quote_related(quoting, i, "aux:pass") && td_quote_head(quoting, i) == cue) return true;
    return false;
}

/* Does a document or poll speak: "the report shows ..."? */
static bool is_carrier(const td_quoting *quoting, td_token_range speaker) {
    for (td_index i = speaker.first; i < speaker.end; i++) {
        const td_token *token = td_quoting_token(quoting, i);
        const td_name_word *word = token->part_of_speech == TD_POS_NOUN ? td_cue_at(quoting, i, i + 1) : NULL;
        if (word && td_cue_has(word, "carrier")) return true;
        if (token->part_of_speech == TD_POS_ADPOSITION) break;
    }
    return false;
}

/* "sees the vote as lost": the object of a verb that names, with what it is named. */
static bool names_it(const td_quoting *quoting, td_index word, td_token_range content) {
    if (quoting->extents.object[word] == TD_NONE) return false;
    for (td_index i = content.first + 1; i < content.end; i++)
        if (td_quoting_is(quoting, i, "as")) return true;
    return false;
}

/* Does what follows a weak cue show that it tells of something: a clause with its mark, an infinitive, a document? */
static bool opens_content(const td_quoting *quoting, td_index word, const td_name_word *cue,
                          const td_attribution *made) {
    static const char *const marks[] = {"that", "whether", "if", "how", "why", "what", NULL};
    if (!td_range_present(made->content[0])) return false;
    if (td_cue_has(cue, "call") && names_it(quoting, word, made->content[0])) return true;
    bool clause = quoting->extents.clause[word] != TD_NONE, infinitive = quoting->extents.open_clause[word] != TD_NONE;
    if (td_cue_has(cue, "report") && (clause || is_carrier(quoting, made->speaker))) return true;
    if (clause && td_quoting_is_any(quoting, made->content[0].first, marks)) return true;
    if (td_cue_has(cue, "act") && !td_cue_has(cue, "deed") && quoting->extents.object[word] != TD_NONE) return true;
    return infinitive && td_cue_has(cue, "aim") && td_quoting_is(quoting, made->words.end, "to");
}

/*
 * The subject that a participle or a joined verb shares with the verb before it, where the parse has lost how they hang
 * together: ", saying that ...", "before claiming ...", "and accused ...".
 */
static td_index shared_subject(const td_quoting *quoting, td_index word, td_index before) {
    const td_phrase_extents *extents = &quoting->extents;
    if (before == 0) return TD_NONE;
    const td_token *token = td_quoting_token(quoting, extents->token_start + word);
    enum td_part_of_speech part = td_quoting_token(quoting, extents->token_start + before - 1)->part_of_speech;
    bool participle = token->features & TD_FEATURE_GERUND;
    bool joined =
        part == TD_POS_COORDINATOR ||
        (participle && (part == TD_POS_PUNCTUATION || part == TD_POS_SUBORDINATOR || part == TD_POS_ADPOSITION));
    if (!joined) return TD_NONE;
    td_index first = before > LONGEST_PART ? before - LONGEST_PART : 0;
    for (td_index i = before; i-- > first;)
        if (extents->subject[i] != TD_NONE && extents->subject[i] < i) return extents->subject[i];
    return TD_NONE;
}

/* "promised on Sunday to end", "said only that": the content begins behind the circumstances. */
static void leave_circumstances(const td_quoting *quoting, const td_name_word *cue, td_attribution *made) {
    td_token_range *content = &made->content[0];
    if (!td_range_present(*content) || content->first != made->words.end) return;
    enum td_part_of_speech part = td_quoting_token(quoting, content->first)->part_of_speech;
    bool circumstance = part == TD_POS_ADVERB || part == TD_POS_ADPOSITION ||
                        td_figure_in_time(quoting->report, td_quoting_token(quoting, content->first)->span.start);
    if (!circumstance) return;
    td_index mark = td_quote_mark_behind(quoting, content->first, content->end);
    td_index end = content->first + LONGEST_GUESS < content->end ? content->first + LONGEST_GUESS : content->end;
    for (td_index i = content->first; mark == TD_NONE && td_cue_has(cue, "aim") && i < end; i++)
        if (td_quoting_is(quoting, i, "to") && td_quoting_token(quoting, i)->part_of_speech == TD_POS_PARTICLE)
            mark = i;
    if (mark != TD_NONE) content->first = mark;
}

/* What the parse leaves out or has wrong, from the order of words. */
static void complete(const td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made) {
    bool clause = td_cue_has(cue, "clause");
    if (clause) td_quote_read_postposed(quoting, made);
    if (!td_range_present(made->speaker)) td_quote_guess_speaker(quoting, made);
    if (!td_range_present(made->speaker)) {
        td_index subject = shared_subject(quoting, word, made->words.first - quoting->extents.token_start);
        if (subject != TD_NONE) {
            made->speaker = td_quote_speaker_words(quoting, word, subject);
            made->weak = td_cue_has(cue, "weak");
        }
    }
    if (td_range_present(made->speaker) && opens_content(quoting, word, cue, made)) made->weak = false;
    leave_circumstances(quoting, cue, made);
    if (td_quoting_is(quoting, made->words.first, "to")) made->minor = true;
    if (clause && !made->weak) td_quote_guess_content(quoting, made, td_cue_has(cue, "tell") || td_cue_has(cue, "act"));
}

/* What shapes the cue and its speaker at last; then it is added, if it tells that something is said or thought. */
static void finish(td_quoting *quoting, td_index word, const td_name_word *cue, td_attribution *made) {
    bool spoken = td_stance_spoken(made->stance);
    td_index above = document_verb(quoting, word);
    if (!spoken) made->minor = true;
    if (spoken && td_cue_has(cue, "clause")) made->words.end = in_document(quoting, made->words.end);
    td_quote_leave_dateline(quoting, made);
    td_quote_leave_relative(quoting, made);
    td_quote_add_apposition(quoting, made);
    if (above != TD_NONE) {
        made->words.first = td_quote_cue_words(quoting, above, 1).first;
        td_quote_void(quoting, quoting->extents.token_start + above);
    }
    bool read = td_map_get(&quoting->cue_at, made->cue) != NULL; /* behind "as", with the verb that carries it */
    if (!read && td_quote_is_told(quoting, word, cue, made)) td_quote_add(quoting, *made);
}

static void read_active(td_quoting *quoting, td_index sentence, td_index word, const td_name_word *cue) {
    td_index subject = td_quote_subject(quoting, word);
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    made.words = td_quote_cue_words(quoting, word, cue->words);
    made.speaker = td_quote_speaker_words(quoting, word, subject);
    made.hearer = hearer_of(quoting, word, cue);
    made.weak = td_cue_has(cue, "weak") || subject == TD_NONE;
    td_quote_take_content(quoting, word, cue, &made);
    complete(quoting, word, cue, &made);
    finish(quoting, word, cue, &made);
}

/* Has the cue a use of verbs? */
static bool is_verbal(const td_name_word *cue) {
    static const char *const uses[] = {"clause", "act", "call", "tell", "aim"};
    for (size_t k = 0; k < sizeof uses / sizeof *uses; k++)
        if (td_cue_has(cue, uses[k])) return true;
    return false;
}

static void read_verb(td_quoting *quoting, td_index sentence, td_index word) {
    td_index at = quoting->extents.token_start + word;
    const td_name_word *cue = is_verb(quoting, word) ? td_cue_at(quoting, at, quoting->extents.token_end) : NULL;
    if (!cue || td_cue_has(cue, "source")) return;
    if (td_quote_read_relayed(quoting, sentence, word, cue) || td_quote_read_reduced(quoting, sentence, word, cue))
        return;
    if (is_passive(quoting, word))
        td_quote_read_passive(quoting, sentence, word, cue);
    else if (is_verbal(cue))
        read_active(quoting, sentence, word, cue);
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
    for (int step = 0; step < 3 && head != TD_NONE && source == TD_NONE; step++, head = td_quote_head(quoting, head))
        if (extents->token_start + head >= at + cue->words) source = head;
    if (source == TD_NONE) return;
    td_token_range phrase = td_quote_phrase(extents, source);
    td_attribution made = td_quote_begin(quoting, sentence, word, cue);
    if (at == extents->token_start) /* "According to X, ..." */
        for (td_index i = at + cue->words; i < phrase.end; i++)
            if (td_quoting_is(quoting, i, ",")) phrase.end = i;
    made.speaker = td_range_trim(quoting, (td_token_range){at + cue->words, phrase.end});
    td_token_range clause = sentence_part(quoting, at);
    if (td_quoting_token(quoting, clause.first)->part_of_speech == TD_POS_COORDINATOR) clause.first++;
    if (at > clause.first) made.content[0] = td_range_trim(quoting, (td_token_range){clause.first, at});
    if (clause.end > phrase.end)
        made.content[td_range_present(made.content[0])] =
            td_range_trim(quoting, (td_token_range){phrase.end, clause.end});
    td_quote_add(quoting, made);
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
                           .stance = td_cue_stance(cue),
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
    td_quote_add(quoting, made);
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
            td_quote_read_noun(quoting, s, w);
            td_quote_read_adjective(quoting, s, w);
            td_quote_read_adverb(quoting, s, w);
            read_source(quoting, s, w);
        }
    }
}
