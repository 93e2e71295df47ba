/*
 * Cues of speech: verbs and phrases that say that somebody says something.
 * Input: tokens with lemmas and dependencies, the table of cues. Output: cues with speaker and hearer.
 */

#include "mention/quoting.h"

#define SEARCH 12 /* tokens, where no parse tells the subject */

td_index td_quoting_head(const td_quoting *quoting, const td_sentence *sentence, td_index i) {
    uint32_t head = td_quoting_token(quoting, i)->head;
    return head == TD_NONE || head == 0 ? TD_NONE : sentence->token_start + head - 1;
}

bool td_quoting_hangs_by(const td_quoting *quoting, td_index i, const char *relation) {
    td_view own = td_quoting_token(quoting, i)->relation, asked = td_view_of(relation);
    return td_view_starts_with(own, asked) && (own.size == asked.size || own.bytes[asked.size] == ':');
}

#define REACH 120 /* tokens to either side in which a dependent is looked for */

td_index td_quoting_child(const td_quoting *quoting, const td_sentence *sentence, td_index i, const char *relation) {
    td_index from = i > sentence->token_start + REACH ? i - REACH : sentence->token_start;
    td_index to = i + REACH < sentence->token_end ? i + REACH : sentence->token_end;
    for (td_index k = from; k < to; k++)
        if (td_quoting_head(quoting, sentence, k) == i && td_quoting_hangs_by(quoting, k, relation)) return k;
    return TD_NONE;
}

static bool is_below(const td_quoting *quoting, const td_sentence *sentence, td_index i, td_index above) {
    for (int steps = 0; i != TD_NONE && steps < 64; steps++) {
        if (i == above) return true;
        i = td_quoting_head(quoting, sentence, i);
    }
    return false;
}

void td_quoting_subtree(const td_quoting *quoting, const td_sentence *sentence, td_index i, td_index *first, td_index *end) {
    *first = i;
    *end = i + 1;
    while (*first > sentence->token_start && is_below(quoting, sentence, *first - 1, i)) (*first)--;
    while (*end < sentence->token_end && is_below(quoting, sentence, *end, i)) (*end)++;
}

static bool has_word(td_view words, const char *word) {
    td_view rest = words, part;
    while (td_view_split(&rest, ' ', &part))
        if (td_view_equal(part, td_view_of(word))) return true;
    return false;
}

static uint32_t uses_of(td_view value) {
    static const char *const names[] = {"clause", "tell", "call", "act", "noun", "weak", "report", "source"};
    uint32_t uses = 0;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (has_word(value, names[k])) uses |= 1u << k;
    return uses;
}

/* Who speaks, where the verb is told as what another verb begins or adds: "began by saying", "said and added". */
static td_index inherited_subject(const td_quoting *quoting, const td_sentence *sentence, td_index verb) {
    td_index at = verb;
    for (int steps = 0; steps < 4; steps++) {
        bool shares = td_quoting_hangs_by(quoting, at, "conj") || td_quoting_hangs_by(quoting, at, "xcomp") ||
                      td_quoting_hangs_by(quoting, at, "advcl");
        at = shares ? td_quoting_head(quoting, sentence, at) : TD_NONE;
        if (at == TD_NONE) return TD_NONE;
        td_index subject = td_quoting_child(quoting, sentence, at, "nsubj");
        if (subject != TD_NONE) return subject;
    }
    return TD_NONE;
}

/* Where no parse, or a broken one, gives a subject: the mention nearest to the verb, before it first. */
static td_index nearest_subject(const td_quoting *quoting, const td_sentence *sentence, td_index verb) {
    for (td_index k = verb; k-- > sentence->token_start && verb - k <= SEARCH;) {
        if (td_quoting_token(quoting, k)->features & (TD_FEATURE_QUOTE_OPEN | TD_FEATURE_QUOTE_CLOSE)) break;
        if (td_quoting_token(quoting, k)->part_of_speech == TD_POS_VERB) break;
        if (quoting->mention_at[k] != TD_NONE) return k;
    }
    for (td_index k = verb + 1; k < sentence->token_end && k - verb <= 3; k++) {
        if (td_quoting_token(quoting, k)->features & TD_FEATURE_PUNCTUATION) break;
        if (quoting->mention_at[k] != TD_NONE) return k;
    }
    return TD_NONE;
}

static bool is_relative(const td_quoting *quoting, td_index i) {
    return td_quoting_is(quoting, i, "who") || td_quoting_is(quoting, i, "which") || td_quoting_is(quoting, i, "that");
}

/* "who said": the noun that the clause describes. */
static td_index behind_relative(const td_quoting *quoting, const td_sentence *sentence, td_index verb, td_index subject) {
    if (subject == TD_NONE || !is_relative(quoting, subject) || !td_quoting_hangs_by(quoting, verb, "acl")) return subject;
    return td_quoting_head(quoting, sentence, verb);
}

/* "Tass quoted X as saying", "X was quoted by Tass as saying". */
static void tell_carrier(const td_quoting *quoting, const td_sentence *sentence, td_cue *cue) {
    if (!td_quoting_is(quoting, cue->first, "saying") || cue->first == sentence->token_start || !td_quoting_is(quoting, cue->first - 1, "as")) return;
    for (td_index k = cue->first - 1; k-- > sentence->token_start && cue->first - k <= SEARCH;) {
        if (td_quoting_token(quoting, k)->part_of_speech != TD_POS_VERB) continue;
        td_index object = td_quoting_child(quoting, sentence, k, "obj"), passive = td_quoting_child(quoting, sentence, k, "nsubj:pass");
        td_index agent = td_quoting_child(quoting, sentence, k, "obl");
        cue->subject = passive != TD_NONE ? passive : object;
        cue->carrier = passive != TD_NONE ? agent : td_quoting_child(quoting, sentence, k, "nsubj");
        return;
    }
}

static void tell_parties(const td_quoting *quoting, const td_sentence *sentence, td_cue *cue) {
    cue->subject = cue->hearer = cue->carrier = TD_NONE;
    if (cue->uses & TD_CUE_SOURCE) {
        td_index k = cue->end;
        while (k < sentence->token_end && quoting->mention_at[k] == TD_NONE &&
               td_quoting_token(quoting, k)->part_of_speech != TD_POS_NOUN && k - cue->end < 6) k++;
        cue->subject = k < sentence->token_end ? k : TD_NONE;
        return;
    }
    td_index subject = td_quoting_child(quoting, sentence, cue->first, "nsubj");
    bool passive = subject != TD_NONE && td_quoting_hangs_by(quoting, subject, "nsubj:pass");
    if (passive) subject = td_quoting_child(quoting, sentence, cue->first, "obl:agent");
    if (subject == TD_NONE && !passive) subject = inherited_subject(quoting, sentence, cue->first);
    if (subject == TD_NONE && !passive) subject = nearest_subject(quoting, sentence, cue->first);
    cue->subject = behind_relative(quoting, sentence, cue->first, subject);
    if (cue->uses & TD_CUE_TELL) {
        td_index hearer = td_quoting_child(quoting, sentence, cue->first, "iobj");
        cue->hearer = hearer != TD_NONE ? hearer : td_quoting_child(quoting, sentence, cue->first, "obj");
    }
    tell_carrier(quoting, sentence, cue);
}

/* The table's word at token `i` as a cue; NULL where it is none, or a noun that is no cue by itself. */
static const td_name_word *cue_at(const td_quoting *quoting, const td_sentence *sentence, td_index i) {
    const td_token *token = td_quoting_token(quoting, i);
    bool verb = token->part_of_speech == TD_POS_VERB;
    const td_name_word *phrase = td_names_match(quoting->names, token, sentence->token_end - i, 1u << TD_NAME_CUE);
    if (phrase && phrase->words > 1) return phrase;
    if (!verb) return NULL;
    const td_name_word *word = td_names_find(quoting->names, token->lemma_key);
    return td_name_is(word, TD_NAME_CUE) ? word : NULL;
}

/* "call for", "point out": the particle behind the verb makes another word of it. */
static const td_name_word *with_particle(const td_quoting *quoting, const td_sentence *sentence, td_index i, const td_name_word *word) {
    if (word->words > 1 || i + 1 >= sentence->token_end) return word;
    uint64_t keys[2] = {td_quoting_token(quoting, i)->lemma_key, td_quoting_token(quoting, i + 1)->key};
    td_token pair[2] = {*td_quoting_token(quoting, i), *td_quoting_token(quoting, i + 1)};
    pair[0].key = keys[0];
    const td_name_word *longer = td_names_match(quoting->names, pair, 2, 1u << TD_NAME_CUE);
    return longer && longer->words == 2 ? longer : word;
}

void td_cues_find(td_quoting *quoting) {
    const td_report *report = quoting->report;
    for (td_index s = 0; s < report->sentences.count; s++) {
        const td_sentence *sentence = &report->sentences.items[s];
        if (!sentence->body) continue;
        for (td_index i = sentence->token_start; i < sentence->token_end; i++) {
            const td_name_word *word = cue_at(quoting, sentence, i);
            if (!word) continue;
            word = with_particle(quoting, sentence, i, word);
            td_view value = word->values[TD_NAME_CUE], rest = value, stance;
            td_cue *cue = td_push(quoting->arena, &quoting->cues);
            *cue = (td_cue){.first = i, .end = i + word->words, .sentence = s, .uses = uses_of(value)};
            if (!td_view_split(&rest, ' ', &stance) || !td_stance_from_label(stance, &cue->stance)) cue->stance = TD_STANCE_STATE;
            tell_parties(quoting, sentence, cue);
            i = cue->end - 1;
        }
    }
}
