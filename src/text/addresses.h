#ifndef TD_TEXT_ADDRESSES_H
#define TD_TEXT_ADDRESSES_H

/* Web addresses, e-mail addresses, names of hosts and files: words that hold punctuation. */

#include <stdint.h>

#include "base/view.h"

/* How many bytes of `chunk` (a run without spaces) an address at its front takes, 0 for none. */
uint32_t td_address_length(td_view chunk);

#endif
