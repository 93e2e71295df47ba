#ifndef TD_LEXICON_FRAMES_H
#define TD_LEXICON_FRAMES_H

/* The verb frames, from data/. */

typedef struct td_frames td_frames;

#endif
