/*
 * Reading files and folders, with limits.
 * Input: paths. Output: a file's bytes; the files below a folder in byte order.
 */

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE ((size_t)64 << 10)          /* read at a time */
#define LONGEST_LISTING ((size_t)1 << 30) /* bytes of all paths of one listing */

/* What to do about an `errno` of opening or reading. */
static const char *advice(int number) {
    switch (number) {
    case ENOENT:
        return "check the spelling of the path";
    case EACCES:
    case EPERM:
        return "ask for permission to read it (chmod), or leave it out";
    case EISDIR:
        return "give the files in it, or the folder where a folder is allowed";
    case EMFILE:
    case ENFILE:
        return "raise the number of open files (ulimit -n)";
    case ENOTDIR:
    case ELOOP:
    case ENAMETOOLONG:
        return "check the path";
    default:
        return "check the disk and the path, then try again";
    }
}

static int set_file_error(td_error *error, const char *what, const char *path, int number) {
    return td_error_set(error, TD_ERROR_FILE, "%s: %s: %s; %s", path, what, strerror(number), advice(number));
}

static int read_all(int descriptor, const char *path, td_buffer *buffer, td_error *error) {
    char piece[PIECE];
    for (;;) {
        ssize_t count = read(descriptor, piece, sizeof piece);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return set_file_error(error, "cannot be read", path, errno);
        if (count == 0) return TD_OK;
        td_buffer_add(buffer, (td_view){piece, (size_t)count});
        if (buffer->status == TD_ERROR_LIMIT)
            return td_error_set(error, TD_ERROR_LIMIT,
                                "%s: larger than the limit of %zu bytes (%zu MiB); split it into smaller files", path,
                                buffer->maximum, buffer->maximum >> 20);
        if (buffer->status != TD_OK) {
            int status = td_buffer_status(buffer, error);
            td_error_prefix(error, "%s", path);
            return status;
        }
    }
}

int td_file_read(const char *path, td_buffer *buffer, td_error *error) {
    td_buffer_clear(buffer);
    if (strcmp(path, "-") == 0) return read_all(STDIN_FILENO, "standard input", buffer, error);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return set_file_error(error, "cannot be opened", path, errno);
    struct stat about;
    int result;
    if (fstat(descriptor, &about) != 0)
        result = set_file_error(error, "cannot be read", path, errno);
    else if (S_ISDIR(about.st_mode))
        result = set_file_error(error, "cannot be read", path, EISDIR);
    else
        result = read_all(descriptor, path, buffer, error);
    close(descriptor);
    return result;
}

td_path_kind td_path_kind_of(const char *path) {
    struct stat about;
    if (stat(path, &about) != 0) return TD_PATH_ABSENT;
    if (S_ISREG(about.st_mode)) return TD_PATH_FILE;
    return S_ISDIR(about.st_mode) ? TD_PATH_FOLDER : TD_PATH_OTHER;
}

/* Paths found so far, each with a zero byte behind it, outside the arena while a folder is open. */
typedef struct td_listing {
    td_buffer folders; /* those still to be read follow `next` */
    size_t next;
    td_buffer files;
    td_buffer path; /* of the entry at hand */
    td_view_array *found;
    td_arena *arena;
} td_listing;

static void add_path(td_buffer *paths, const td_buffer *path) {
    td_buffer_add(paths, td_buffer_view(path));
    td_buffer_add_byte(paths, 0);
}

/* Sort one entry of a folder into files and folders; what vanished meanwhile is passed over. */
static void add_entry(td_listing *listing, td_view folder, const struct dirent *entry) {
    if (entry->d_name[0] == '.') return;
    td_buffer_clear(&listing->path);
    td_buffer_add(&listing->path, folder);
    if (!td_view_ends_with(folder, TD_VIEW("/"))) td_buffer_add_byte(&listing->path, '/');
    td_buffer_add_string(&listing->path, entry->d_name);
    if (listing->path.status != TD_OK) {
        listing->files.status = listing->path.status;
        return;
    }
    struct stat about;
    if (lstat(listing->path.bytes, &about) != 0) return;
    if (S_ISDIR(about.st_mode))
        add_path(&listing->folders, &listing->path);
    else if (td_path_kind_of(listing->path.bytes) == TD_PATH_FILE)
        add_path(&listing->files, &listing->path);
}

static int read_folder(td_listing *listing, td_error *error) {
    td_buffer name; /* a copy: the list of folders moves while it grows */
    td_buffer_init(&name, LONGEST_LISTING);
    td_buffer_add_string(&name, listing->folders.bytes + listing->next);
    listing->next += name.size + 1;
    int result = td_buffer_status(&name, error);
    DIR *folder = result == TD_OK ? opendir(name.bytes) : NULL;
    if (result == TD_OK && !folder) result = set_file_error(error, "folder cannot be opened", name.bytes, errno);
    while (result == TD_OK) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry) {
            if (errno != 0) result = set_file_error(error, "folder cannot be read", name.bytes, errno);
            break;
        }
        add_entry(listing, td_buffer_view(&name), entry);
    }
    if (folder) closedir(folder);
    td_buffer_release(&name);
    return result;
}

static int compare_paths(const void *a, const void *b) {
    return td_view_compare(*(const td_view *)a, *(const td_view *)b);
}

static int keep_sorted(void *context) {
    td_listing *listing = context;
    td_view rest = td_arena_copy(listing->arena, td_buffer_view(&listing->files)), path;
    td_view_array sorted = {0};
    while (td_view_split(&rest, 0, &path))
        if (path.size > 0) *td_push(listing->arena, &sorted) = path;
    if (sorted.count > 1) qsort(sorted.items, sorted.count, sizeof *sorted.items, compare_paths);
    *listing->found = sorted;
    return TD_OK;
}

int td_folder_list(const char *path, td_arena *arena, td_view_array *files, td_error *error) {
    td_listing listing = {.found = files, .arena = arena};
    td_buffer_init(&listing.folders, LONGEST_LISTING);
    td_buffer_init(&listing.files, LONGEST_LISTING);
    td_buffer_init(&listing.path, LONGEST_LISTING);
    td_buffer_add_string(&listing.folders, path);
    td_buffer_add_byte(&listing.folders, 0);
    int result = TD_OK;
    while (result == TD_OK && listing.next < listing.folders.size) result = read_folder(&listing, error);
    if (result == TD_OK) result = td_buffer_status(&listing.folders, error);
    if (result == TD_OK) result = td_buffer_status(&listing.files, error);
    if (result == TD_OK) result = td_arena_run(arena, keep_sorted, &listing, error);
    td_buffer_release(&listing.folders);
    td_buffer_release(&listing.files);
    td_buffer_release(&listing.path);
    return result;
}

td_view td_path_base_name(td_view path) {
    while (path.size > 1 && path.bytes[path.size - 1] == '/') path.size--;
    for (size_t i = path.size; i > 0; i--)
        if (path.bytes[i - 1] == '/' && i < path.size) return td_view_slice(path, i, path.size);
    return path;
}
