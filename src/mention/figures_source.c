/*
 * Who says a figure: the speaker of the quotation that holds it or of the one
 * that its sentence reports, the one behind "according to", or the name that a
 * headline hangs on with a colon.
 * Input: quotations, mentions, tokens. Output: the entity, and the words that
 * name it also where they name none that is known.
 */

#include <string.h>

#include "mention/figures.h"

#define QUOTES_LOOKED_AT 12  /* quotations around a figure */
#define SAID_AT_END 40       /* bytes between a cue and the end of the sentence that it reports */
#define LONGEST_SENTENCE 600 /* bytes either side of a figure in which its source is sought */
#define LONGEST_SUBJECT 8    /* tokens of a source's name */
#define LONGEST_BARE 4       /* the same where no article opens it */
#define LONGEST_CLAUSE 40    /* tokens behind a figure in which its sentence may say who told it */
#define CLOSING_TOKENS 4     /* a cue this near the end of a sentence closes it: "said on Monday." */
#define HEADLINE_SOURCE 40   /* bytes of "..., monitor says" and the like behind a colon */

/* The first quotation that begins behind byte `offset`. */
static uint32_t quotes_behind(const td_report *report, uint32_t offset) {
    uint32_t low = 0, high = report->quotes.count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (report->quotes.items[middle].content.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool in_sentence(td_span sentence, td_span span) {
    return td_span_present(span) && td_span_contains(sentence, span);
}

/* "... were killed, the ministry said.": the cue ends the sentence. "He said ...": it precedes the figure. */
static bool reports_sentence(const td_report *report, const td_quote *quote, td_span sentence, td_span figure) {
    if (!in_sentence(sentence, quote->cue) || quote->kind == TD_QUOTE_FRAGMENT) return false;
    uint32_t end = td_span_present(quote->speaker_span) && quote->speaker_span.end > quote->cue.end
                       ? quote->speaker_span.end
                       : quote->cue.end;
    if (figure.start >= end) return quote->content.start >= end && quote->content.end + SAID_AT_END > figure.start;
    bool closes = end + SAID_AT_END >= sentence.end;
    return closes && figure.end <= quote->cue.start &&
           td_view_find(td_span_text(report->text, (td_span){end, sentence.end}), TD_VIEW(" but "), 0) == SIZE_MAX;
}

/* Words with which one vouches for a number; "defined", "demanded", "launched" are none. */
static bool vouches(td_view word) {
    static const char *const words[] = {
        "said",      "says",      "say",     "reported",   "reports",   "report",       "added",      "adds",
        "announced", "confirmed", "stated",  "told",       "estimated", "estimates",    "claimed",    "claims",
        "claim",     "warned",    "warns",   "revealed",   "admitted",  "acknowledged", "believe",    "believes",
        "believed",  "show",      "shows",   "showed",     "counted",   "recorded",     "documented", "saying",
        "noted",     "insisted",  "alleged", "according",  "declared",  "indicated",    "put",        "quoted",
        "tweeted",   "wrote",     "writes",  "maintained", "suggested", "asserted",     "explained",  "concluded",
        "listed",    "cited",     "denied",  "calculated", "state"};
    char first = word.size ? (char)(word.bytes[0] | 0x20) : 0; /* most words differ in it */
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (words[k][0] == first && td_view_equal_ascii_fold(word, td_view_of(words[k]))) return true;
    return false;
}

/* A cue of one such word that is not told of the number itself ("have been reported"). */
static bool is_vouching_cue(const td_report *report, td_span cue) {
    bool vouched = false;
    for (td_index i = td_report_token_at(report, cue.start);
         i < report->tokens.count && report->tokens.items[i].span.start < cue.end; i++) {
        td_view word = td_span_text(report->text, report->tokens.items[i].span);
        if (td_view_equal(word, TD_VIEW("been")) || td_view_equal(word, TD_VIEW("was")) ||
            td_view_equal(word, TD_VIEW("were")))
            return false;
        vouched = vouched || vouches(word);
    }
    return vouched;
}

static bool is_relative(td_view words) {
    return td_view_equal_ascii_fold(words, TD_VIEW("which")) || td_view_equal_ascii_fold(words, TD_VIEW("that")) ||
           td_view_equal_ascii_fold(words, TD_VIEW("who"));
}

static bool is_cue(const td_report *report, const td_token *token) {
    return vouches(td_span_text(report->text, token->span));
}

/* How well a quotation says who gives a figure: 0 not at all. */
static int fitness(const td_report *report, const td_quote *quote, td_span sentence, td_span figure) {
    if (!td_span_present(quote->speaker_span) && quote->speaker == TD_NONE) return 0;
    if (quote->kind == TD_QUOTE_INDIRECT && td_span_present(quote->cue) && !is_vouching_cue(report, quote->cue))
        return 0;
    if (td_span_contains(quote->content, figure)) return quote->kind == TD_QUOTE_INDIRECT ? 3 : 4;
    return reports_sentence(report, quote, sentence, figure) ? 1 : 0;
}

static const td_quote *quote_of(const td_report *report, td_span sentence, td_span figure) {
    uint32_t behind = quotes_behind(report, figure.start), best = 0;
    const td_quote *found = NULL;
    uint32_t first = behind > QUOTES_LOOKED_AT ? behind - QUOTES_LOOKED_AT : 0;
    for (uint32_t n = first; n < report->quotes.count && n < behind + QUOTES_LOOKED_AT; n++) {
        const td_quote *quote = &report->quotes.items[n];
        uint32_t fit = (uint32_t)fitness(report, quote, sentence, figure);
        if (fit > best || (fit == best && fit > 1)) best = fit, found = quote; /* the inner of two comes later */
    }
    return found;
}

/* The entity named within `span`: of several the one that covers most of it. */
static td_index entity_within(const td_report *report, td_span span) {
    uint32_t low = td_report_mention_from(report, span.start), longest = 0;
    td_index best = TD_NONE;
    for (; low < report->mentions.count && report->mentions.items[low].span.start < span.end; low++) {
        const td_mention *mention = &report->mentions.items[low];
        uint32_t size = mention->span.end - mention->span.start;
        if (mention->entity == TD_NONE || mention->form == TD_FORM_DEMONYM || mention->kind == TD_ENTITY_PLACE ||
            size <= longest)
            continue;
        longest = size;
        best = mention->entity;
    }
    return longest * 2 > span.end - span.start ? best : TD_NONE;
}

/* "according to X", or "as measured by X" right behind the figure; the words up to the next mark. */
static td_span according_to(const td_report *report, td_span sentence, td_span figure) {
    static const char *const forms[] = {"ccording to ", "as measured by ", "as counted by ", "as estimated by "};
    if (sentence.start + LONGEST_SENTENCE < figure.start) sentence.start = figure.start - LONGEST_SENTENCE;
    if (sentence.end > figure.end + LONGEST_SENTENCE) sentence.end = figure.end + LONGEST_SENTENCE;
    td_view text = td_span_text(report->text, sentence);
    size_t at = SIZE_MAX, length = 0;
    for (size_t k = 0; k < sizeof forms / sizeof *forms && at == SIZE_MAX; k++) {
        at = td_view_find(text, td_view_of(forms[k]), k == 0 ? 0 : figure.end - sentence.start);
        length = strlen(forms[k]);
        bool far = k > 0 && at != SIZE_MAX && sentence.start + at > figure.end + SAID_AT_END;
        if (far) at = SIZE_MAX;
    }
    if (at == SIZE_MAX) return TD_SPAN_NONE;
    uint32_t start = sentence.start + (uint32_t)(at + length), end = start;
    while (end < sentence.end && !strchr(".,;:()\"\n", report->text.bytes[end])) end++;
    return end > start ? (td_span){start, end} : TD_SPAN_NONE;
}

/* "Blast kills 14: police", "Police: 14 dead": a short word on the other side of a headline's colon. */
static td_span headline_source(const td_report *report, const td_sentence *sentence, td_span figure) {
    td_view text = td_span_text(report->text, sentence->span);
    size_t at = text.size < LONGEST_SENTENCE ? td_view_find(text, TD_VIEW(": "), 0) : SIZE_MAX;
    if (at == SIZE_MAX || at == 0 || td_view_find(text, TD_VIEW(": "), at + 1) != SIZE_MAX) return TD_SPAN_NONE;
    uint32_t colon = sentence->span.start + (uint32_t)at, end = sentence->span.end;
    while (end > colon && strchr(". \n", report->text.bytes[end - 1])) end--;
    if (figure.end <= colon)
        return end > colon + 2 && end - colon < HEADLINE_SOURCE ? (td_span){colon + 2, end} : TD_SPAN_NONE;
    return colon - sentence->span.start < HEADLINE_SOURCE ? (td_span){sentence->span.start, colon} : TD_SPAN_NONE;
}

/* No sentence tells of a source that is longer than a name with its title. */
static bool names_people_or_bodies(const td_report *report, td_span span) {
    td_view text = td_span_text(report->text, span);
    uint32_t words = 1;
    for (size_t i = 0; i < text.size; i++) words += text.bytes[i] == ' ';
    for (size_t i = 0; i < text.size; i++)
        if (text.bytes[i] >= '0' && text.bytes[i] <= '9') return false; /* a day, an address */
    return text.size > 0 && words <= 4;
}

static bool opens_phrase(const td_report *report, const td_token *token) {
    static const char *const words[] = {"a", "an", "the", "its", "their", "his", "her"};
    td_view text = td_span_text(report->text, token->span);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (td_view_equal_ascii_fold(text, td_view_of(words[k]))) return true;
    return false;
}

static bool is_nominal(const td_token *token) {
    return token->part_of_speech == TD_POS_NOUN || token->part_of_speech == TD_POS_PROPER_NOUN ||
           token->part_of_speech == TD_POS_PRONOUN;
}

static bool is_word(const td_report *report, td_index i, const char *word) {
    return td_view_equal_ascii_fold(td_span_text(report->text, report->tokens.items[i].span), td_view_of(word));
}

static bool is_be(const td_report *report, td_index i) {
    static const char *const forms[] = {"is", "are", "was", "were", "be", "been", "being"};
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
        if (is_word(report, i, forms[k])) return true;
    return false;
}

/*
 * Where what stands before a cue ends: behind it lie its auxiliaries, "went on to" or "as". The cue itself where it is
 * passive: of what "was reported" nobody is told to say it.
 */
static td_index before_cue(const td_report *report, td_index first, td_index cue) {
    td_index at = cue;
    bool gerund = report->tokens.items[cue].features & TD_FEATURE_GERUND;
    if (gerund && at > first && is_word(report, at - 1, "as")) at--; /* "quoted sources as saying" */
    if (at > first + 2 && is_word(report, at - 1, "to") && is_word(report, at - 2, "on"))
        at -= 3; /* "went on to say" */
    while (at > first && report->tokens.items[at - 1].part_of_speech == TD_POS_AUXILIARY) {
        if (is_be(report, at - 1) && !gerund) return cue;
        at--;
    }
    return at;
}

/* "95 deaths reported from the north": a participle behind its noun, not a verb behind its subject. */
static bool is_reduced(const td_report *report, td_index first, td_index cue) {
    return report->tokens.items[cue].features & TD_FEATURE_PARTICIPLE && cue > first &&
           report->tokens.items[cue - 1].part_of_speech != TD_POS_AUXILIARY;
}

/* Up to the cue: "a monitoring group", "the Syrian Observatory for Human Rights", "local sources have". */
static td_span subject_before(const td_report *report, td_index first, td_index cue) {
    td_index at = before_cue(report, first, cue), end = at;
    bool described = false;
    if (at == first || !is_nominal(&report->tokens.items[at - 1])) return TD_SPAN_NONE;
    for (uint32_t k = 0; k < LONGEST_SUBJECT && at > first; k++) {
        const td_token *token = &report->tokens.items[at - 1];
        if (opens_phrase(report, token)) return (td_span){token->span.start, report->tokens.items[end - 1].span.end};
        if (described && is_nominal(token)) break; /* "... many others local sources said" */
        described = described || token->part_of_speech == TD_POS_ADJECTIVE;
        bool within = is_nominal(token) || token->part_of_speech == TD_POS_ADJECTIVE ||
                      token->part_of_speech == TD_POS_ADPOSITION;
        if (!within || td_figure_in_time(report, token->span.start)) break;
        at--;
        if (token->part_of_speech == TD_POS_PRONOUN) break;
    }
    while (at < end && report->tokens.items[at].part_of_speech == TD_POS_ADPOSITION) at++;
    if (at == end || end - at > LONGEST_BARE) return TD_SPAN_NONE;
    return (td_span){report->tokens.items[at].span.start, report->tokens.items[end - 1].span.end};
}

/* Behind the cue: "said the Observatory", "said media activist Dalia Hamid". */
static td_span subject_behind(const td_report *report, td_index cue, td_index end) {
    td_index at = cue + 1, last = at;
    for (; last < end && last - at < LONGEST_SUBJECT; last++) {
        const td_token *token = &report->tokens.items[last];
        if (!is_nominal(token) && token->part_of_speech != TD_POS_ADJECTIVE && !opens_phrase(report, token)) break;
        if (td_figure_in_time(report, token->span.start)) break;
    }
    if (last == at || !is_nominal(&report->tokens.items[last - 1])) return TD_SPAN_NONE;
    return (td_span){report->tokens.items[at].span.start, report->tokens.items[last - 1].span.end};
}

/* "Costa Rica and Canada, which have reported": the words that a relative pronoun stands for. */
static td_span antecedent(const td_report *report, td_index first, td_span pronoun) {
    td_index end = td_report_token_at(report, pronoun.start);
    if (end > first && is_word(report, end - 1, ",")) end--;
    td_index at = end;
    for (; at > first && end - at < LONGEST_SUBJECT; at--) {
        const td_token *token = &report->tokens.items[at - 1];
        if (!is_nominal(token) && !opens_phrase(report, token) && token->part_of_speech != TD_POS_ADJECTIVE) break;
    }
    if (at == end || report->tokens.items[at].part_of_speech == TD_POS_PRONOUN) return TD_SPAN_NONE;
    return (td_span){report->tokens.items[at].span.start, report->tokens.items[end - 1].span.end};
}

/* "The ministry said that 30 were hurt and the toll of dead had risen to 12": whose claim runs on to the figure. */
static td_span said_before(const td_report *report, const td_sentence *sentence, td_span figure) {
    td_index from = sentence->token_start, at = td_report_token_at(report, figure.start);
    if (at > from + LONGEST_CLAUSE) from = at - LONGEST_CLAUSE;
    for (td_index i = at; i-- > from;) {
        td_view word = td_span_text(report->text, report->tokens.items[i].span);
        if (td_view_equal(word, TD_VIEW(":")) || td_view_equal(word, TD_VIEW(";"))) return TD_SPAN_NONE;
        bool said = report->tokens.items[i].part_of_speech == TD_POS_VERB && is_cue(report, &report->tokens.items[i]) &&
                    !is_reduced(report, from, i);
        td_span subject = said ? subject_before(report, from, i) : TD_SPAN_NONE;
        if (td_span_present(subject) && is_relative(td_span_text(report->text, subject)))
            subject = antecedent(report, from, subject);
        if (td_span_present(subject)) return subject;
    }
    return TD_SPAN_NONE;
}

/*
 * "... were killed a monitoring group said": reports that lost their commas,
 * or whose quotation marks do not close, still end on who says so.
 */
static td_span said_at_end(const td_report *report, const td_sentence *sentence, td_span figure) {
    td_index from = td_report_token_at(report, figure.end), end = sentence->token_end;
    if (end > from + LONGEST_CLAUSE) end = from + LONGEST_CLAUSE;
    for (td_index i = end; i-- > from;) {
        if (!is_cue(report, &report->tokens.items[i])) continue;
        bool inverted = i > from && strchr("\"'", report->text.bytes[report->tokens.items[i - 1].span.start]) != NULL;
        bool gerund = i + 1 < sentence->token_end &&
                      (report->tokens.items[i + 1].features & TD_FEATURE_GERUND); /* "the group said adding that" */
        bool closes = gerund || sentence->token_end - i <= CLOSING_TOKENS;
        td_span subject = inverted ? subject_behind(report, i, sentence->token_end)
                          : closes ? subject_before(report, from, i)
                                   : TD_SPAN_NONE;
        if (td_span_present(subject)) return subject;
    }
    return TD_SPAN_NONE;
}

/* A document or the number itself: "the figures show"; it tells of nobody who says so. */
static bool is_document(const td_report *report, td_span source) {
    static const char *const heads[] = {"figures",       "numbers", "statistics", "reports", "cases",
                                        "investigation", "deaths",  "images",     "footage"};
    td_view text = td_span_text(report->text, source);
    for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
        td_view head = td_view_of(heads[k]);
        if (text.size < head.size || (text.size > head.size && text.bytes[text.size - head.size - 1] != ' ')) continue;
        if (td_view_equal_ascii_fold(td_view_slice(text, text.size - head.size, text.size), head)) return true;
    }
    return false;
}

/* "Italy has reported two cases": the country has them; that is no claim of somebody's. */
static bool is_where_it_happened(const td_report *report, td_span source) {
    uint32_t first = td_report_mention_from(report, source.start);
    bool place = first < report->mentions.count && td_span_contains(source, report->mentions.items[first].span) &&
                 report->mentions.items[first].kind == TD_ENTITY_PLACE;
    if (!place) return false;
    td_index behind = td_report_token_at(report, source.end);
    for (td_index i = behind; i < behind + 3 && i < report->tokens.count; i++)
        if (is_word(report, i, "reported") || is_word(report, i, "recorded")) return true;
    return false;
}

/* "a town 20 miles north of the border": where a place lies is the report's own word. */
static bool tells_where(const td_report *report, const td_figure *figure) {
    static const char *const lengths[] = {"kilometres", "miles", "metres", "feet", "yards"};
    static const char *const directions[] = {"north", "south", "east",      "west",      "northeast", "northwest",
                                             "away",  "from",  "southeast", "southwest", "outside",   "off"};
    bool length = false;
    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
        length = length || td_view_equal(figure->unit, td_view_of(lengths[k]));
    td_index behind = length ? td_report_token_at(report, figure->phrase.end) : report->tokens.count;
    for (size_t k = 0; behind < report->tokens.count && k < sizeof directions / sizeof *directions; k++)
        if (is_word(report, behind, directions[k])) return true;
    return false;
}

void td_figure_set_source(const td_report *report, const td_sentence *sentence, td_figure *figure) {
    const td_quote *quote = quote_of(report, sentence->span, figure->span);
    td_span according = according_to(report, sentence->span, figure->span);
    bool elsewhere = quote && !in_sentence(sentence->span, quote->cue);
    if (elsewhere && td_span_present(according)) quote = NULL; /* the nearer source */
    figure->attribution = TD_NONE;
    figure->attribution_span = TD_SPAN_NONE;
    if (quote) {
        figure->attribution = quote->speaker;
        figure->attribution_span = quote->speaker_span;
        if (td_span_present(quote->speaker_span) && is_relative(td_span_text(report->text, quote->speaker_span)))
            figure->attribution_span = antecedent(report, sentence->token_start, quote->speaker_span);
    } else {
        figure->attribution_span = according;
        if (!td_span_present(figure->attribution_span))
            figure->attribution_span = said_at_end(report, sentence, figure->span);
        if (!td_span_present(figure->attribution_span))
            figure->attribution_span = said_before(report, sentence, figure->span);
        if (!td_span_present(figure->attribution_span)) {
            td_span source = headline_source(report, sentence, figure->span);
            if (td_span_present(source) && names_people_or_bodies(report, source)) figure->attribution_span = source;
        }
    }
    bool nobody = td_span_present(figure->attribution_span) &&
                  (is_document(report, figure->attribution_span) ||
                   is_where_it_happened(report, figure->attribution_span) || tells_where(report, figure));
    if (nobody) {
        figure->attribution = TD_NONE;
        figure->attribution_span = TD_SPAN_NONE;
    }
    if (figure->attribution == TD_NONE && td_span_present(figure->attribution_span))
        figure->attribution = entity_within(report, figure->attribution_span);
}
