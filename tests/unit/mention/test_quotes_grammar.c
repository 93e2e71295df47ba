/*
 * Quotations by grammar: one sentence a construction, with the parse that the reader gives it. A word of the parse is
 * its head, from 1, a colon, its relation, and behind "=" its lemma where that is not the word itself.
 */

#include <stdlib.h>

#include "harness.h"
#include "lexicon/word_key.h"
#include "mention/mention.h"
#include "named_report.h"

static td_arena arena;
static td_lexicon *lexicon;

static td_report read_parsed(const char *marked, const char *parse) {
    td_report report = named_report(lexicon, marked, &arena);
    td_view rest = td_view_of(parse), item;
    for (td_index i = 0; i < report.tokens.count && td_view_split(&rest, ' ', &item); i++) {
        td_token *token = &report.tokens.items[i];
        token->features |= i == 0 ? TD_FEATURE_SENTENCE_FIRST : TD_FEATURE_SPACE_BEFORE;
        char *colon;
        token->head = (uint32_t)strtoul(item.bytes, &colon, 10);
        size_t start = (size_t)(colon - item.bytes) + 1, lemma = td_view_find(item, TD_VIEW("="), 0);
        token->relation = td_view_slice(item, start, lemma == SIZE_MAX ? item.size : lemma);
        if (lemma != SIZE_MAX) token->lemma_key = td_word_key(td_view_slice(item, lemma + 1, item.size));
    }
    td_find_entities(lexicon, &report, &arena);
    td_find_times(lexicon, &report, &arena);
    td_find_quotes(lexicon, &report, &arena);
    return report;
}

static const struct {
    const char *text, *parse, *speaker, *cue, *content, *rest; /* `rest`: the second part of the content */
    enum td_stance stance;
} told[] = {
    {"Halvers voiced|PARTICIPLE concern|NOUN about the siege|NOUN .",
     "2:nsubj 0:root=voice 2:obj 6:case 6:det 3:nmod 2:punct", "Halvers", "voiced concern about", "the siege", "",
     TD_STANCE_FEEL},
    {"Okonedo made|PAST a promise|NOUN to rebuild|INFINITIVE the bridge|NOUN .",
     "2:nsubj 0:root=make 4:det 2:obj 6:mark 4:acl 8:det 6:obj 2:punct", "Okonedo", "made a promise",
     "to rebuild the bridge", "", TD_STANCE_PROMISE},
    {"Okonedo 's criticism|NOUN of the blockade|NOUN hurt|PAST the talks|NOUN .",
     "3:nmod:poss 1:case 7:nsubj 6:case 6:det 3:nmod 0:root 9:det 7:obj=talk 7:punct", "Okonedo 's", "criticism of",
     "the blockade", "", TD_STANCE_REJECT},
    {"Okonedo kept|PAST his|PRON claim|NOUN that the road|NOUN was|AUX open|ADJ .",
     "2:nsubj 0:root=keep 4:nmod:poss 2:obj 9:mark 7:det 9:nsubj 9:cop=be 4:acl 2:punct", "his", "claim",
     "that the road was open", "", TD_STANCE_CLAIM},
    {"The minister|NOUN was|AUX confident|ADJ that the bridge|NOUN would|AUX hold|INFINITIVE .",
     "2:det 4:nsubj 4:cop=be 0:root 9:mark 7:det 9:nsubj 9:aux 4:ccomp 4:punct", "The minister", "was confident",
     "that the bridge would hold", "", TD_STANCE_BELIEVE},
    {"Halvers was|AUX wary|ADJ of the offer|NOUN .", "3:nsubj 3:cop=be 0:root 6:case 6:det 3:obl 3:punct", "Halvers",
     "was wary of", "the offer", "", TD_STANCE_FEEL},
    {"Okonedo refused|PAST to say|INFINITIVE whether the port|NOUN was|AUX safe|ADJ .",
     "2:nsubj 0:root=refuse 4:mark 2:xcomp 9:mark 7:det 9:nsubj 9:cop=be 4:ccomp 2:punct", "Okonedo", "refused to say",
     "whether the port was safe", "", TD_STANCE_REJECT},
    {"Okonedo refused|PAST to endorse|INFINITIVE the plan|NOUN .",
     "2:nsubj 0:root=refuse 4:mark 2:xcomp 6:det 4:obj 2:punct", "Okonedo", "refused to endorse", "the plan", "",
     TD_STANCE_REJECT},
    {"Okonedo plans|PRESENT to endorse|INFINITIVE the plan|NOUN .",
     "2:nsubj 0:root=plan 4:mark 2:xcomp 6:det 4:obj 2:punct", "Okonedo", "plans", "to endorse the plan", "",
     TD_STANCE_INTEND},
    {"Okonedo continued|PARTICIPLE to warn|INFINITIVE that the dam|NOUN was|AUX weak|ADJ .",
     "2:nsubj 0:root=continue 4:mark 2:xcomp 9:mark 7:det 9:nsubj 9:cop=be 4:ccomp 2:punct", "Okonedo",
     "continued to warn", "that the dam was weak", "", TD_STANCE_WARN},
    {"Okonedo issued|PARTICIPLE a statement|NOUN condemning|GERUND the raid|NOUN .",
     "2:nsubj 0:root=issue 4:det 2:obj 2:advcl=condemn 7:det 5:obj 2:punct", "Okonedo", "issued a statement condemning",
     "the raid", "", TD_STANCE_REJECT},
    {"Okonedo said|PAST on Monday that the port|NOUN was|AUX safe|ADJ .",
     "2:nsubj 0:root=say 4:case 2:obl 9:mark 7:det 9:nsubj 9:cop=be 2:ccomp 2:punct", "Okonedo", "said",
     "that the port was safe", "", TD_STANCE_STATE},
    {"Okonedo believes|PRESENT that the truce|NOUN will|AUX hold|INFINITIVE .",
     "2:nsubj 0:root=believe 7:mark 5:det 7:nsubj 7:aux 2:ccomp 2:punct", "Okonedo", "believes",
     "that the truce will hold", "", TD_STANCE_BELIEVE},
    {"Okonedo supports|PRESENT the truce|NOUN .", "2:nsubj 0:root=support 4:det 2:obj 2:punct", "Okonedo", "supports",
     "the truce", "", TD_STANCE_FEEL},
    {"Halvers asked|PAST whether the port|NOUN was|AUX safe|ADJ .",
     "2:nsubj 0:root=ask 7:mark 5:det 7:nsubj 7:cop=be 2:ccomp 2:punct", "Halvers", "asked",
     "whether the port was safe", "", TD_STANCE_ASK},
    {"Okonedo urged|PAST the rebels|NOUN to leave|INFINITIVE the valley|NOUN .",
     "2:nsubj 0:root=urge 4:det 2:iobj=rebel 6:mark 4:acl 8:det 6:obj 2:punct", "Okonedo", "urged",
     "the rebels to leave the valley", "", TD_STANCE_ASK},
    {"The survey|NOUN found|PAST that most|ADJ families|NOUN had|AUX fled|PARTICIPLE .",
     "2:det 3:nsubj 0:root=find 8:mark 6:amod 8:nsubj=family 8:aux=have 3:ccomp=flee 3:punct", "The survey", "found",
     "that most families had fled", "", TD_STANCE_STATE},
    {"The island|NOUN is|AUX considered|PARTICIPLE a haven|NOUN .",
     "2:det 4:nsubj:pass 4:aux:pass=be 0:root=consider 6:det 4:xcomp 4:punct", "", "is considered", "The island",
     "a haven", TD_STANCE_BELIEVE},
    {"Okonedo is|AUX known|PARTICIPLE as the lion|NOUN of the valley|NOUN .",
     "3:nsubj:pass 3:aux:pass=be 0:root=know 6:case 6:det 3:obl 9:case 9:det 6:nmod 3:punct", "", "is known as",
     "Okonedo", "the lion of the valley", TD_STANCE_BELIEVE},
    {"Okonedo was|AUX told|PARTICIPLE that the port|NOUN was|AUX safe|ADJ .",
     "3:nsubj:pass 3:aux:pass=be 0:root=tell 8:mark 6:det 8:nsubj 8:cop=be 3:ccomp 3:punct", "", "was told",
     "that the port was safe", "", TD_STANCE_STATE},
    {"Okonedo called|PARTICIPLE the truce|NOUN a gift|NOUN .", "2:nsubj 0:root=call 4:det 2:obj 6:det 2:xcomp 2:punct",
     "Okonedo", "called", "the truce a gift", "", TD_STANCE_STATE},
    {"Okonedo blamed|PARTICIPLE Halvers for the raid|NOUN .", "2:nsubj 3:amod=blame 0:root 6:case 6:det 3:nmod 3:punct",
     "Okonedo", "blamed", "Halvers for the raid", "", TD_STANCE_ACCUSE},
    {"Okonedo accused|PARTICIPLE Halvers of breaking|GERUND the truce|NOUN .",
     "2:nsubj 0:root=accuse 2:obj 5:mark 2:advcl=break 7:det 5:obj 2:punct", "Okonedo", "accused",
     "Halvers of breaking the truce", "", TD_STANCE_ACCUSE},
    {"Halvers , head|NOUN of the harbour|NOUN board|NOUN , said|PAST the port|NOUN was|AUX safe|ADJ .",
     "9:nsubj 3:punct 1:appos 7:case 7:det 7:compound 3:nmod 1:punct 0:root=say 11:det 13:nsubj 13:cop=be 9:ccomp "
     "9:punct",
     "Halvers , head of the harbour board", "said", "the port was safe", "", TD_STANCE_STATE},
    {"Halvers , during a visit|NOUN , said|PAST the port|NOUN was|AUX safe|ADJ .",
     "7:nsubj 1:punct 5:case 5:det 7:obl 5:punct 0:root=say 9:det 11:nsubj 11:cop=be 7:ccomp 7:punct", "Halvers",
     "said", "the port was safe", "", TD_STANCE_STATE},
    {"The minister|NOUN on Monday said|PAST the port|NOUN was|AUX safe|ADJ .",
     "2:det 5:nsubj 4:case 2:nmod 0:root=say 7:det 9:nsubj 9:cop=be 5:ccomp 5:punct", "The minister", "said",
     "the port was safe", "", TD_STANCE_STATE},
    {"In a letter|NOUN , Okonedo said|PAST the port|NOUN was|AUX safe|ADJ .",
     "3:case 3:det 6:obl 3:punct 6:nsubj 0:root=say 8:det 10:nsubj 10:cop=be 6:ccomp 6:punct", "Okonedo", "said",
     "the port was safe", "", TD_STANCE_STATE},
    {"GENEVA ( Agency ) - The port|NOUN was|AUX safe|ADJ , Okonedo said|PAST .",
     "9:obl 3:punct 1:appos 3:punct 1:punct 7:det 9:nsubj 9:cop=be 12:ccomp 9:punct 12:nsubj 0:root=say 12:punct",
     "Okonedo", "said", "The port was safe", "", TD_STANCE_STATE},
    {"GENEVA ( Agency ) - Okonedo said|PAST the port|NOUN was|AUX safe|ADJ .",
     "7:nsubj 3:punct 1:appos 3:punct 1:punct 7:nsubj 0:root=say 9:det 11:nsubj 11:cop=be 7:ccomp 7:punct", "Okonedo",
     "said", "the port was safe", "", TD_STANCE_STATE},
    {"Okonedo vowed|PARTICIPLE to rebuild|INFINITIVE the bridge|NOUN .",
     "2:nsubj 0:root=vow 4:mark 2:xcomp 6:det 4:obj 2:punct", "Okonedo", "vowed", "to rebuild the bridge", "",
     TD_STANCE_PROMISE},
    {"Okonedo was|AUX quoted|PARTICIPLE as saying|GERUND the port|NOUN was|AUX safe|ADJ .",
     "3:nsubj:pass 3:aux:pass=be 0:root=quote 5:mark 3:advcl=say 7:det 9:nsubj 9:cop=be 5:ccomp 3:punct", "Okonedo",
     "was quoted as saying", "the port was safe", "", TD_STANCE_STATE},
    {"The raid|NOUN was|AUX condemned|PARTICIPLE by Okonedo .",
     "2:det 4:nsubj:pass 4:aux:pass=be 0:root=condemn 6:case 4:obl:agent 4:punct", "Okonedo", "was condemned",
     "The raid", "", TD_STANCE_REJECT},
    {"The talks|NOUN are|AUX expected|PARTICIPLE to resume|INFINITIVE .",
     "2:det 4:nsubj:pass=talk 4:aux:pass=be 0:root=expect 6:mark 4:xcomp 4:punct", "", "are expected", "The talks",
     "to resume", TD_STANCE_BELIEVE},
    {"Okonedo sees|PRESENT the vote|NOUN as a trap|NOUN .",
     "2:nsubj 0:root=see 4:det 2:obj 7:case 7:det 4:nmod 2:punct", "Okonedo", "sees", "the vote as a trap", "",
     TD_STANCE_BELIEVE},
    {"Asked|PAST whether the port|NOUN was|AUX safe|ADJ , Okonedo left|PARTICIPLE .",
     "0:root=ask 6:mark 4:det 6:nsubj 6:cop=be 1:ccomp 9:punct 9:nsubj 1:conj=leave 1:punct", "", "Asked",
     "whether the port was safe", "", TD_STANCE_ASK},
    {"As reported|PARTICIPLE by Okonedo , the port|NOUN was|AUX safe|ADJ .",
     "2:mark 9:advcl=report 4:case 2:obl:agent 2:punct 7:det 9:nsubj 9:cop=be 0:root 9:punct", "Okonedo", "reported",
     "the port was safe", "", TD_STANCE_STATE},
    {"Halvers was|AUX asked|PARTICIPLE to leave|INFINITIVE the valley|NOUN .",
     "3:nsubj:pass 3:aux:pass=be 0:root=ask 5:mark 3:xcomp 7:det 5:obj 3:punct", "", "was asked", "to leave the valley",
     "", TD_STANCE_ASK},
    {"Okonedo said|PAST in a statement|NOUN that the port|NOUN was|AUX safe|ADJ .",
     "2:nsubj 0:root=say 5:case 5:det 2:obl 10:mark 8:det 10:nsubj 10:cop=be 5:acl 2:punct", "Okonedo",
     "said in a statement", "that the port was safe", "", TD_STANCE_STATE},
    {"Okonedo is|AUX looking|GERUND to sell|INFINITIVE the port|NOUN .",
     "3:nsubj 3:aux=be 0:root=look 5:mark 3:xcomp 7:det 5:obj 3:punct", "Okonedo", "is looking", "to sell the port", "",
     TD_STANCE_INTEND},
};

static void test_told(void) {
    for (size_t k = 0; k < sizeof told / sizeof *told; k++) {
        td_report report = read_parsed(told[k].text, told[k].parse);
        if (!CHECK_INTEGER(report.quotes.count, told[k].rest[0] ? 2 : 1)) continue;
        const td_quote *quote = &report.quotes.items[0];
        if (CHECK_INTEGER(td_span_present(quote->speaker_span), told[k].speaker[0] != 0) && told[k].speaker[0])
            CHECK_TEXT(td_span_text(report.text, quote->speaker_span), told[k].speaker);
        CHECK_TEXT(td_span_text(report.text, quote->cue), told[k].cue);
        CHECK_TEXT(td_span_text(report.text, quote->content), told[k].content);
        CHECK_INTEGER(quote->stance, told[k].stance);
        if (told[k].rest[0]) CHECK_TEXT(td_span_text(report.text, report.quotes.items[1].content), told[k].rest);
    }
}

/* Who speaks here himself, what is not done or only named, and deeds with the words of speech. */
static const struct {
    const char *text, *parse;
} untold[] = {
    {"I|PRON think|PRESENT the port|NOUN is|AUX safe|ADJ .", "2:nsubj 0:root 4:det 6:nsubj 6:cop=be 2:ccomp 2:punct"},
    {"They|PRON left|PAST to condemn|INFINITIVE the raid|NOUN .",
     "2:nsubj 0:root=leave 4:mark 2:advcl 6:det 4:obj 2:punct"},
    {"Halvers was|AUX praised|PARTICIPLE for condemning|GERUND the raid|NOUN .",
     "3:nsubj:pass 3:aux:pass=be 0:root=praise 5:mark 3:advcl=condemn 7:det 5:obj 3:punct"},
    {"Okonedo could|AUX condemn|INFINITIVE the raid|NOUN .", "3:nsubj 3:aux 0:root 5:det 3:obj 3:punct"},
    {"The rebels|NOUN attacked|PAST the village|NOUN .", "2:det 3:nsubj=rebel 0:root=attack 5:det 3:obj 3:punct"},
    {"The army|NOUN offered|PAST bread|NOUN to the families|NOUN .",
     "2:det 3:nsubj 0:root=offer 3:obj 7:case 7:det 3:obl=family 3:punct"},
    {"Okonedo 's attack|NOUN on the village|NOUN failed|PAST .",
     "3:nmod:poss 1:case 7:nsubj 6:case 6:det 3:nmod 0:root=fail 7:punct"},
};

static void test_untold(void) {
    for (size_t k = 0; k < sizeof untold / sizeof *untold; k++)
        CHECK_INTEGER(read_parsed(untold[k].text, untold[k].parse).quotes.count, 0);
}

static void test_relay(void) {
    td_report report = read_parsed("Tass reported|PAST Okonedo as saying|GERUND that the port|NOUN was|AUX safe|ADJ .",
                                   "2:nsubj 0:root 2:obj 5:mark 2:advcl=say 10:mark 8:det 10:nsubj 10:cop=be 5:ccomp "
                                   "2:punct");
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_TEXT(td_span_text(report.text, report.quotes.items[0].speaker_span), "Okonedo");
    CHECK_TEXT(report.quotes.items[0].relay, "TASS");
    report = read_parsed("According to|ADP Russian|ADJ news|NOUN agencies|NOUN , the port|NOUN was|AUX safe|ADJ .",
                         "5:case 1:fixed 5:amod 5:compound 10:obl=agency 5:punct 8:det 10:nsubj 10:cop=be 0:root "
                         "10:punct");
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_TEXT(report.quotes.items[0].relay, "Russian news agencies");
}

static void test_addressee(void) {
    td_report report = read_parsed("Okonedo told|PAST Halvers that the port|NOUN was|AUX safe|ADJ .",
                                   "2:nsubj 0:root=tell 2:iobj 8:mark 6:det 8:nsubj 8:cop=be 2:ccomp 2:punct");
    if (!CHECK_INTEGER(report.quotes.count, 1)) return;
    CHECK_INTEGER(report.quotes.items[0].addressee, named_mention(&report, "Halvers", 0));
    CHECK_TEXT(td_span_text(report.text, report.quotes.items[0].content), "that the port was safe");
}

/* "... said the port was safe. 'It will stay safe.'": whoever was told to say it goes on. */
static void test_goes_on(void) {
    td_report report = named_report(lexicon,
                                    "Maria Okonedo said|PAST that the port was|AUX safe .\n\xE2\x80\x9C It will|AUX "
                                    "stay|VERB safe for years . \xE2\x80\x9D",
                                    &arena);
    td_find_entities(lexicon, &report, &arena);
    td_find_quotes(lexicon, &report, &arena);
    if (!CHECK_INTEGER(report.quotes.count, 2)) return;
    CHECK_INTEGER(report.quotes.items[1].kind, TD_QUOTE_DIRECT);
    CHECK_INTEGER(report.quotes.items[1].speaker, named_mention(&report, "Maria Okonedo", 0));
}

int main(int count, char **arguments) {
    if (count < 2) return 99;
    td_arena_init(&arena, 1 << 28);
    lexicon = named_lexicon(arguments[1]);
    test_told();
    test_untold();
    test_relay();
    test_addressee();
    test_goes_on();
    td_lexicon_free(lexicon);
    td_arena_release(&arena);
    return td_test_finish();
}
