#ifndef TD_BASE_FILE_H
#define TD_BASE_FILE_H

/* Reading files and folders, with limits. */

#include <stddef.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/view.h"

typedef TD_ARRAY(td_view) td_view_array;

/*
 * Read a whole file ("-" is standard input) into `buffer`, which is cleared
 * first; buffer->maximum is the limit. TD_ERROR_FILE or TD_ERROR_LIMIT with a
 * message that names the path and what to do.
 */
int td_file_read(const char *path, td_buffer *buffer, td_error *error);

typedef enum td_path_kind { TD_PATH_ABSENT, TD_PATH_FILE, TD_PATH_FOLDER, TD_PATH_OTHER } td_path_kind;
td_path_kind td_path_kind_of(const char *path);

/*
 * The regular files below a folder, deepest included, as paths that begin with
 * `path`, in byte order. Hidden entries (a leading dot) and symbolic links to
 * folders are passed over.
 */
int td_folder_list(const char *path, td_arena *arena, td_view_array *files, td_error *error);

/* The last component of a path or address. */
td_view td_path_base_name(td_view path);

#endif
