/*
 * What a phrase, and a phrase before it, look like to the trained model.
 * Input: phrases with what each tells of itself, the chains so far. Output: rows of the model.
 *
 * Features after Lee et al. 2013 ("Deterministic coreference resolution based on entity-centric, precision-ranked
 * rules"), as evidence to be weighed rather than as sieves, and the words themselves after Durrett and Klein 2013
 * ("Easy victories and uphill battles in coreference resolution").
 */

#include "base/hash.h"
#include "mention/coreference_model.h"

/* Each kind of feature has values of its own. */
enum td_template {
    TD_ALONE_FORM,
    TD_ALONE_ROLE,
    TD_ALONE_HEAD,
    TD_ALONE_SEEN,
    TD_ALONE_LENGTH,
    TD_ALONE_BEFORE,
    TD_ALONE_BEHIND,
    TD_ALONE_GOVERNOR,
    TD_ALONE_PLACE,
    TD_ALONE_SHAPE,
    TD_ALONE_FIRST_WORD,
    TD_ALONE_KIND,
    TD_ALONE_WORDS,
    TD_PAIR_FORMS,
    TD_PAIR_SENTENCES,
    TD_PAIR_BETWEEN,
    TD_PAIR_LAST,
    TD_PAIR_ROLES,
    TD_PAIR_WORDS,
    TD_PAIR_WORDS_FAR,
    TD_PAIR_AGREEMENT,
    TD_PAIR_KINDS,
    TD_PAIR_NAMES,
    TD_PAIR_HEADS,
    TD_PAIR_PRONOUN_HEAD,
    TD_PAIR_HEAD_WORDS,
    TD_PAIR_HEAD_KIND,
    TD_PAIR_NESTING,
    TD_PAIR_QUOTES,
    TD_PAIR_CHAIN,
    TD_PAIR_CHAIN_AGREEMENT,
    TD_PAIR_RANK,
    TD_PAIR_SHAPE,
    TD_PAIR_GOVERNORS,
    TD_PAIR_PRONOUNS,
};

static void note(td_coreference_features *features, enum td_template template, uint64_t value) {
    if (features->count == TD_COREFERENCE_FEATURES) return;
    uint64_t spread = (value ^ ((uint64_t) template + 1) * 0xBF58476D1CE4E5B9u) * 0x9E3779B97F4A7C15u;
    features->rows[features->count++] = (uint32_t)((spread ^ spread << 29) >> (64 - TD_COREFERENCE_ROW_BITS));
}

/* Small numbers into one. */
static uint64_t pack(uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    return a << 24 | b << 16 | c << 8 | d;
}

/* Two keys, or a key and small numbers, into one. */
static uint64_t mix(uint64_t key, uint64_t other) {
    return (key ^ key >> 31) * 0x94D049BB133111EBu + other;
}

/* 0, 1, 2, 3, 4 to 5, 6 to 9, 10 to 19, 20 and more. */
static uint32_t band(uint32_t count) {
    static const uint8_t bands[] = {0, 1, 2, 3, 4, 4, 5, 5, 5, 5};
    return count < sizeof bands ? bands[count] : count < 20 ? 6 : 7;
}

static uint32_t gender_number(char gender) {
    return gender == 'm' ? 1 : gender == 'f' ? 2 : 0;
}

/* ---- one phrase ---- */

/* How often and where its words stood before. */
static uint32_t seen_before(const td_coreference *coreference, const td_referring *phrase) {
    const td_referring *phrases = coreference->phrases.items;
    uint32_t heads = 0;
    bool same_text = false;
    for (td_index at = phrase->same_head; at != TD_NONE && heads < 8; at = phrases[at].same_head, heads++)
        same_text |= phrases[at].text_key == phrase->text_key;
    return band(heads) << 2 | (uint32_t)same_text << 1 | (phrase->same_name != TD_NONE);
}

static uint64_t key_at(const td_coreference *coreference, td_index sentence, td_index i) {
    const td_sentence *read = &coreference->naming->report->sentences.items[sentence];
    return i >= read->token_start && i < read->token_end ? td_naming_token(coreference->naming, i)->key : 1;
}

static uint64_t lemma_at(const td_coreference *coreference, td_index i) {
    return i == TD_NONE ? 1 : td_naming_token(coreference->naming, i)->lemma_key;
}

void td_coreference_features_alone(const td_coreference *coreference, td_index number,
                                   td_coreference_features *features) {
    const td_referring *phrase = &coreference->phrases.items[number];
    uint64_t form = phrase->form, own = phrase->form <= TD_REFERS_PRONOUN
                                            ? td_naming_token(coreference->naming, phrase->head)->key
                                            : phrase->head_key;
    uint32_t seen = seen_before(coreference, phrase), length = phrase->end - phrase->first;
    uint32_t wide = phrase->end < phrase->head + 2 ? 0 : 1; /* something hangs on it behind */
    features->count = 0;
    note(features, TD_ALONE_FORM, form);
    note(features, TD_ALONE_ROLE, pack(0, form, phrase->role, phrase->inner));
    note(features, TD_ALONE_HEAD, mix(own, form));
    note(features, TD_ALONE_HEAD, mix(own, 100 + (seen != 0)));
    note(features, TD_ALONE_SEEN, pack(0, 0, form, seen));
    note(features, TD_ALONE_SEEN, pack(1, form, seen, wide));
    note(features, TD_ALONE_LENGTH, pack(0, form, band(length), wide));
    note(features, TD_ALONE_BEFORE, mix(key_at(coreference, phrase->sentence, phrase->first - 1), form));
    note(features, TD_ALONE_BEHIND, mix(key_at(coreference, phrase->sentence, phrase->end), form));
    note(features, TD_ALONE_GOVERNOR, mix(lemma_at(coreference, phrase->governor), form << 8 | phrase->role));
    note(features, TD_ALONE_PLACE, pack(0, form, band(phrase->sentence), phrase->quoted));
    note(features, TD_ALONE_PLACE, pack(1, form, band(phrase->rank), phrase->role));
    note(features, TD_ALONE_SHAPE, pack(phrase->joined, form, phrase->number, phrase->kind));
    note(features, TD_ALONE_FIRST_WORD, mix(key_at(coreference, phrase->sentence, phrase->first), form));
    note(features, TD_ALONE_KIND, pack(phrase->kind, form, phrase->role, seen != 0));
    note(features, TD_ALONE_WORDS, pack(0, form, phrase->word_count, seen));
}

/* ---- two phrases ---- */

/* How the words of two phrases compare. */
enum td_word_likeness {
    TD_WORDS_APART,
    TD_WORDS_SHARED,  /* a content word, not the head */
    TD_WORDS_HEAD_IN, /* the head of one is a word of the other */
    TD_WORDS_HEAD,    /* one head, each with words that the other lacks */
    TD_WORDS_WITHIN,  /* one head, and no word that the one before lacks */
    TD_WORDS_AROUND,  /* one head, and words besides those of the one before */
    TD_WORDS_SAME     /* all */
};

static bool has_word(const td_referring *phrase, uint64_t word) {
    for (uint32_t k = 0; k < phrase->word_count; k++)
        if (phrase->words[k] == word) return true;
    return false;
}

static uint32_t words_of_other(const td_referring *phrase, const td_referring *other) {
    uint32_t found = 0;
    for (uint32_t k = 0; k < phrase->word_count; k++)
        found += phrase->words[k] == other->head_key || has_word(other, phrase->words[k]);
    return found;
}

static enum td_word_likeness likeness_of(const td_referring *phrase, const td_referring *before) {
    if (phrase->form <= TD_REFERS_PRONOUN || before->form <= TD_REFERS_PRONOUN) return TD_WORDS_APART;
    if (phrase->text_key == before->text_key) return TD_WORDS_SAME;
    uint32_t known = words_of_other(phrase, before);
    if (phrase->head_key != before->head_key) {
        if (has_word(before, phrase->head_key) || has_word(phrase, before->head_key)) return TD_WORDS_HEAD_IN;
        return known ? TD_WORDS_SHARED : TD_WORDS_APART;
    }
    if (known == phrase->word_count) return TD_WORDS_WITHIN;
    return words_of_other(before, phrase) == before->word_count ? TD_WORDS_AROUND : TD_WORDS_HEAD;
}

/* What the name finder says: one entity, two, or nothing of one or both. */
static uint32_t names_of(const td_coreference *coreference, const td_referring *phrase, const td_referring *before) {
    td_index entity = before->entity;
    if (before->chain != TD_NONE && coreference->chains.items[before->chain].entity != TD_NONE)
        entity = coreference->chains.items[before->chain].entity;
    if (phrase->entity != TD_NONE && entity != TD_NONE) return phrase->entity == entity ? 1 : 2;
    return phrase->entity != TD_NONE ? 3 : entity != TD_NONE ? 4 : 0;
}

/* Does one hold the other; is the one before the subject of the clause of the other? */
static uint32_t nesting_of(const td_referring *phrase, const td_referring *before) {
    if (phrase->first >= before->first && phrase->end <= before->end) return 1;
    if (before->first >= phrase->first && before->end <= phrase->end) return 2;
    if (phrase->governor != TD_NONE && phrase->governor == before->governor) return 3;
    if (phrase->clause != TD_NONE && phrase->clause == before->clause) return 4;
    if (phrase->clause != TD_NONE && before->head == phrase->governor) return 5;
    return phrase->sentence == before->sentence ? 6 : 0;
}

static bool told_apart(uint32_t one, uint32_t other) {
    return one && other && one != other;
}

static void note_words(const td_referring *phrase, const td_referring *before, uint32_t sentences,
                       td_coreference_features *features) {
    enum td_word_likeness likeness = likeness_of(phrase, before);
    uint64_t forms = (uint64_t)phrase->form << 4 | before->form;
    if (phrase->form <= TD_REFERS_PRONOUN) {
        note(features, TD_PAIR_PRONOUN_HEAD, mix(before->head_key, phrase->form));
        return;
    }
    bool number = told_apart(phrase->number, before->number);
    note(features, TD_PAIR_WORDS, pack(0, forms, likeness, number));
    note(features, TD_PAIR_WORDS_FAR, pack(phrase->form, likeness, sentences, phrase->kind));
    note(features, TD_PAIR_WORDS_FAR, pack(likeness, band(phrase->word_count), band(before->word_count), 255));
    if (likeness >= TD_WORDS_HEAD) {
        note(features, TD_PAIR_HEAD_WORDS, mix(phrase->head_key, likeness));
    } else {
        note(features, TD_PAIR_HEADS, mix(phrase->head_key, before->head_key));
        note(features, TD_PAIR_HEAD_KIND, mix(phrase->head_key, before->kind));
    }
}

static void note_chain(const td_coreference *coreference, const td_referring *phrase, td_index before,
                       td_coreference_features *features) {
    td_index number = coreference->phrases.items[before].chain;
    if (number == TD_NONE) {
        note(features, TD_PAIR_CHAIN, phrase->form);
        return;
    }
    const td_chain *chain = &coreference->chains.items[number];
    bool gender = told_apart(gender_number(phrase->gender), gender_number(chain->gender));
    bool plural = told_apart(phrase->number, chain->number), kind = told_apart(phrase->kind, chain->kind);
    note(features, TD_PAIR_CHAIN, pack(phrase->form, band(chain->count), chain->named, 1 + (chain->last == before)));
    note(features, TD_PAIR_CHAIN_AGREEMENT, pack(phrase->form, (uint64_t)gender << 1 | plural, kind, chain->kind));
}

void td_coreference_features_pair(const td_coreference *coreference, td_index number, const td_antecedent *antecedent,
                                  td_coreference_features *features) {
    const td_referring *phrase = &coreference->phrases.items[number];
    const td_referring *before = &coreference->phrases.items[antecedent->phrase];
    uint32_t nearer = band(antecedent->nearer), agreeing = band(antecedent->agreeing);
    uint64_t forms = (uint64_t)phrase->form << 4 | before->form;
    uint32_t sentences = band(phrase->sentence - before->sentence);
    uint32_t gender = gender_number(phrase->gender) << 2 | gender_number(before->gender);
    uint32_t numbers = (uint32_t)phrase->number << 2 | before->number;
    features->count = 0;
    note(features, TD_PAIR_FORMS, forms);
    note(features, TD_PAIR_SENTENCES, pack(0, forms, sentences, before->role));
    note(features, TD_PAIR_SENTENCES, pack(1, phrase->form, sentences, 0));
    note(features, TD_PAIR_BETWEEN, pack(0, 0, phrase->form, nearer));
    note(features, TD_PAIR_BETWEEN, pack(1, forms, nearer, sentences));
    note(features, TD_PAIR_BETWEEN, pack(2, phrase->form, agreeing, sentences));
    note(features, TD_PAIR_BETWEEN, pack(3, phrase->form, agreeing, before->role));
    note(features, TD_PAIR_ROLES, pack(phrase->form, phrase->role, before->role, sentences));
    note(features, TD_PAIR_AGREEMENT, pack(phrase->form, gender, numbers, before->kind));
    note(features, TD_PAIR_KINDS, pack(forms, phrase->kind, before->kind, before->joined));
    note(features, TD_PAIR_NAMES, pack(0, 0, forms, names_of(coreference, phrase, before)));
    note(features, TD_PAIR_NESTING, pack(phrase->form, nesting_of(phrase, before), phrase->role, before->role));
    note(features, TD_PAIR_QUOTES, pack(forms, phrase->quoted, before->quoted, sentences));
    note(features, TD_PAIR_RANK, pack(phrase->form, before->rank < 3 ? before->rank : 3, sentences, before->inner));
    note(features, TD_PAIR_SHAPE, pack(forms, before->inner, phrase->inner, phrase->joined << 1 | before->joined));
    note(features, TD_PAIR_GOVERNORS,
         mix(lemma_at(coreference, phrase->governor), lemma_at(coreference, before->governor)));
    if (phrase->form <= TD_REFERS_PRONOUN && before->form <= TD_REFERS_PRONOUN)
        note(features, TD_PAIR_PRONOUNS,
             mix(td_naming_token(coreference->naming, phrase->head)->key,
                 td_naming_token(coreference->naming, before->head)->key));
    bool last = phrase->same_head == antecedent->phrase || phrase->same_name == antecedent->phrase;
    note(features, TD_PAIR_LAST, pack(0, phrase->form, last, sentences));
    note_words(phrase, before, sentences, features);
    note_chain(coreference, phrase, antecedent->phrase, features);
}
